//! The run: a learner's way through a lesson. What the player tells goes to the model, and from
//! there to the page's events, to what is kept, and to the components through signals.
//!
//! The rooms: `state` is the run, `fixed` what does not change of it, `notes` what no component
//! follows; `heard` is what the player tells, `gates` where it stops, `moves` and `acts` what the
//! learner does, `source` and `captions` what is played and read, `telling` what the page is told
//! and what is kept. Of what comes later the run knows only the names, in `part`.

pub mod acts;
pub mod captions;
mod fixed;
mod gates;
mod heard;
pub mod idle;
pub mod leaving;
pub mod media_keys;
mod moves;
mod notes;
mod part;
pub mod prefs;
pub mod screen;
pub mod slides;
pub mod source;
mod state;
mod telling;
pub mod words;

pub use captions::Captions;
pub use fixed::Fixed;
pub use notes::{Acted, NOTICES, Notice};
pub use part::Part;
pub use state::{Bundle, Rest, Session};
