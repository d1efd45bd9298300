//! What is seen. Components read the run and tell it what the learner does; they know no bundle,
//! and of what comes later only the names.

mod captions;
pub mod checkpoint;
pub mod contents;
mod controls;
pub mod elsewhere;
pub mod end;
pub mod keys;
mod lazy;
pub mod lesson;
mod media;
mod notice;
mod question;
pub mod settings;
pub mod sheet;
mod slider;
pub mod slides;
mod start;
mod stops;
pub mod teacher;
pub mod transcript;
