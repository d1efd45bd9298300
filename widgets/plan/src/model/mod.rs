//! Rules of a lesson plan, without a browser.

mod agenda;
mod blocks;
mod campaign;
mod content;
mod dates;
mod map;

pub use agenda::{Agenda, LESSON_KEPT, MINUTE};
pub use blocks::{Block, BlockWidget, Element, Minutes, Phase, Variant, Where};
pub use campaign::{Campaign, Count, Edition, PAST_KEPT, Past, code, dates_of, editions, pasts};
pub use content::{Exercise, Handout, Plan, Related, Section};
pub use dates::Dates;
pub use map::{CurriculumMap, Lessons, MapPlan, Outcome, csv};
