//! Pilot studies: what pupils answer before and after, and what can be said of it.

mod answers;
mod code;
mod content;
mod draft;
mod draft_file;
mod export;
mod report;
mod statistics;

pub use answers::{Answers, Device, MOST_ANSWERS, STUDY_KEPT, Sheet, read_answers, write_answers};
pub use code::{Refused, compared};
pub use content::{Attitude, CodeQuestion, Feedback, Form, Item, ItemOption, Study};
pub use draft::{Draft, Rows, item_field};
pub use report::{ArmReport, AttitudeReport, FEW_PAIRS, ItemReport, matched};
pub use statistics::{Interval, Paired, Signed, mean, median, paired, signed_rank, t_quantile};

#[cfg(test)]
mod tests;
