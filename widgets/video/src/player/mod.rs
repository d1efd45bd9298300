//! What drives a medium: a media element, a stream, or a player of another site, with its tracks
//! and the screen that it fills. Nothing here knows a run.

pub mod browser;
pub mod elsewhere;
pub mod medium;
pub mod screen;
pub mod standing;
pub mod stream;
pub mod tracks;
pub mod watchers;
