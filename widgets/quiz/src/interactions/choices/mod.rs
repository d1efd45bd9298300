//! Options to choose from.

mod fields;
mod model;
mod view;

pub use model::{ChoiceLabel, ChoiceOption, Choices, OptionState, Pick};
pub use view::{choose_at, label, option_order};
