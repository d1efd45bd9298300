//! The rules of the quiz as plain Rust: what an item is, what an answer is worth, how a run goes
//! on. Knows no browser.

mod content;
mod item;
mod mark;
mod response;
mod result;
mod run;
mod saved;

pub use content::{Band, Quiz, Settings};
pub use item::{
    Blank, BlankKind, Card, ChoiceLabel, ChoiceOption, Choices, Fill, Item, ItemBasics, ItemKind,
    ItemType, Order, Pick, Place as PlaceItem, Scale,
};
pub use mark::{Fold, Folding, Mark, Verdict, mark, mark_blank, read_number};
pub use response::Response;
pub use result::{Outcome, outcome, stars};
pub use run::{Answer, Mode, Rules, Run};
pub use saved::{merge, restore, save};
