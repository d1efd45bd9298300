//! Words and numbers to fill in.

mod blank;
mod fields;
mod kept;
mod model;
mod number;
mod pattern;
mod view;

pub use blank::{Blank, BlankKind, Fill};
pub use model::{is_unread, mark_blank};
pub use number::read_number;
pub use pattern::answer_of;
