//! The rules of a video lesson.

mod checkpoint;
mod content;
mod cue;
mod embed;
mod language;
mod lesson;
mod list;
mod moment;
mod playing;
mod ranges;
mod rates;
mod slides;
mod watch;
mod xapi;

pub use checkpoint::{
    Checkpoint, Checkpoints, MOST_CHECKPOINTS, Question, Reflection, WrittenItem,
};
#[cfg(not(target_arch = "wasm32"))]
pub use content::schema;
pub use content::{
    Chapter, Chapters, Completion, MediaFile, Slide, Slides, Sound, Source, Track, Tracks, Video,
    choose_file,
};
pub use cue::{Area, Line, along, inside, lines, settle, share};
pub use embed::{Embed, NoFilm, Site};
pub use language::nearest;
pub use lesson::{Answered, Next, Outcome, Progress, Report, Spot, Standing};
pub use moment::{Moment, clock};
pub use playing::{Stretch, followed};
pub use ranges::Ranges;
pub use rates::{RATES, next_rate, place_of_rate};
pub use watch::{Gate, Landing, Limits, Watch, landing};
pub use xapi::{Act, Lesson, statement};
