//! What is seen. Each mode of the element has a folder or a file; what several of them need
//! stands beside those.

pub mod certificate;
pub mod class;
pub mod page;
pub mod parts;
pub mod pledge;
pub mod reminder;
pub mod verify;
