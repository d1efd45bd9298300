//! The rules of the quiz as plain Rust: what an item is, what an answer is worth, how a run goes
//! on. Knows no browser.

mod clock;
mod content;
mod item;
mod mark;
mod names;
mod number;
mod response;
mod result;
mod run;
mod saved;

pub use clock::{Reading, Time};
pub use content::{Band, Quiz, Settings};
pub use item::{
    Blank, BlankKind, Card, ChoiceLabel, ChoiceOption, Choices, Fill, Item, ItemBasics, ItemKind,
    ItemType, Order, Pick, Place as PlaceItem, Scale,
};
pub use mark::{Fold, Folding, Mark, Verdict, answer_of, mark, mark_blank};
pub use number::{is_unread, read_number, unread};
pub use response::Response;
pub use result::{Outcome, outcome, stars};
pub use run::{Answer, Mode, Reach, Rules, Run};
pub use saved::{merge, restore, resume, save};
