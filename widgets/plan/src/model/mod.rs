//! Rules of a lesson plan, without a browser.

mod agenda;
mod blocks;
mod campaign;
mod content;
mod map;

pub use agenda::{Agenda, MINUTE};
pub use blocks::{Block, BlockWidget, Element, Minutes, Phase, Variant, Where};
pub use campaign::{Campaign, Count, Edition, Past, code, dates_of, editions, pasts};
pub use content::{Exercise, Handout, Plan, Related, Section};
pub use map::{CurriculumMap, Lessons, MapPlan, Outcome, csv};
