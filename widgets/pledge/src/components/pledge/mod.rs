//! The screens of a whole pledge.

pub mod clause;
mod decoration;
mod guard;
mod hold;
pub mod lazy;
pub mod made;
mod parts;
pub mod preface;
pub mod promise;
pub mod think;
