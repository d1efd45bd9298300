//! The kinds of interaction, a folder for each: what authors write (`fields`), what it is and what
//! an answer is worth (`model`), how it looks on a screen and on paper (`view`).
//!
//! The list in `kinds` makes every `match` over kinds, so the compiler names what a new kind lacks.

mod choices;
mod fill;
mod kinds;
mod matching;
mod note;
mod order;
mod reading;
mod scale;

pub use choices::{
    ChoiceLabel, ChoiceOption, Choices, OptionState, Pick, choose_at, label, option_order,
};
pub use fill::{Blank, BlankKind, Fill, answer_of, is_unread, mark_blank, read_number};
pub use kinds::ItemKind;
pub(crate) use kinds::with_kind;
pub use matching::Matching;
pub use note::Note;
pub use order::Order;
pub use scale::Scale;
