//! The rules of the quiz as plain Rust: what an item is, what an answer is worth, how a run goes
//! on. Knows no browser. What only one kind of item needs stands in `interactions`.

mod clock;
mod content;
mod interaction;
mod item;
mod mark;
pub mod names;
mod response;
mod result;
mod run;
mod saved;
mod time;

pub use crate::interactions::{
    Blank, BlankKind, ChoiceLabel, ChoiceOption, Choices, Fill, ItemKind, Matching, OptionState,
    Order, Pick, Scale, answer_of, is_unread, mark_blank, read_number,
};
pub use content::{Band, Quiz, Settings};
pub use interaction::{Authored, Interaction, Reason};
pub use item::{Item, ItemBasics, mark};
pub use mark::{Fold, Folding, Mark, Verdict, is_whole};
pub use response::{Response, distinct_below, index, is_order};
pub use result::{Outcome, Standing, by_outcome, outcome, standing, stars};
pub use run::{Answer, Mode, Reach, Rules, Run, Shown};
pub use saved::{merge, restore, resume, save};
pub use time::{Reading, Time};
