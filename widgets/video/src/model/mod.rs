//! The rules of a video lesson.

mod checkpoint;
mod content;
mod embed;
mod lesson;
mod moment;
mod playing;
mod ranges;
mod watch;
mod xapi;

pub use checkpoint::{
    Checkpoint, Checkpoints, MOST_CHECKPOINTS, Question, Reflection, WrittenItem,
};
#[cfg(not(target_arch = "wasm32"))]
pub use content::schema;
pub use content::{
    Chapter, Chapters, Completion, MediaFile, Slide, Slides, Track, Tracks, Video, choose_file,
};
pub use embed::{Embed, Site};
pub use lesson::{Answered, Next, Outcome, Progress, Report, Spot, Standing};
pub use moment::Moment;
pub use playing::{Stretch, followed};
pub use ranges::Ranges;
pub use watch::{Gate, Landing, Limits, Watch, landing};
pub use xapi::{Act, Lesson, statement};
