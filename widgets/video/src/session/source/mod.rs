//! Where the video comes from: the page's own element, one of the content's files, a stream, or
//! another site. Nothing is loaded before a learner asks.

mod choice;
mod chosen;
mod faults;
mod hear;
mod load;
mod own;
mod recover;
mod stream;

pub use choice::{bytes, height, heights};
pub use chosen::Chosen;
pub use hear::{hear, hide, listen_to, take_over};
pub use load::{prepare, set_height};
pub use own::own;
pub use recover::{look_back, retry, retry_if_lost};
pub use stream::follow as follow_streams;
