//! The rules of a video lesson.

mod content;
mod embed;
mod lesson;
mod moment;
mod ranges;
mod watch;
mod xapi;

#[cfg(not(target_arch = "wasm32"))]
pub use content::schema;
pub use content::{
    Chapter, Chapters, Checkpoint, Checkpoints, Completion, MOST_CHECKPOINTS, MediaFile, Question,
    Reflection, Slide, Slides, Track, Tracks, Video, WrittenItem, choose_file,
};
pub use embed::{Embed, Site};
pub use lesson::{Answered, Next, Outcome, Progress, Report, Spot, Standing};
pub use moment::Moment;
pub use ranges::Ranges;
pub use watch::{Gate, Landing, Limits, Watch, landing};
pub use xapi::{Act, Lesson, statement};
