//! The run: a learner's way through a lesson. What the player tells goes to the model, and from
//! there to the page's events, to what is kept, and to the components through signals.
//!
//! The rooms: `state` is the run, `fixed` what does not change of it, `notes` what no component
//! follows; `heard` is what the player tells, `gates` where it stops, `moves` and `acts` what the
//! learner does, `source` and `captions` what is played and read, `events` what the page is told
//! and what is kept. Of what comes later the run knows only the names, in `part`.

pub mod acts;
pub mod captions;
mod context;
mod events;
mod gates;
pub mod idle;
pub mod leaving;
mod media_events;
pub mod media_keys;
mod moves;
mod notes;
mod part;
pub mod prefs;
pub mod screen;
pub mod slides;
pub mod source;
mod state;
pub mod words;

pub use captions::Captions;
pub use context::Context;
pub use notes::{Acted, NOTICES, Notice};
pub use part::LazyPart;
pub use state::{Bundle, Session};
