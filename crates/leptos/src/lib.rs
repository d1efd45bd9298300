//! Adil's widgets as Leptos components: a quiz, a video lesson with checkpoints, an integrity
//! pledge, a decision game. Each mounts into an open shadow root of its own, with its own styles and texts, in any
//! client-side Leptos app: no script tag, no custom element, no build flag.
//!
//! ```no_run
//! use adil_leptos::events::Completed;
//! use adil_leptos::{Content, Mode, Quiz};
//! use leptos::prelude::*;
//!
//! #[component]
//! fn Lesson() -> impl IntoView {
//!     let points = RwSignal::new(None);
//!     view! {
//!         <Quiz
//!             content=Content::address("quizzes/honesty.json")
//!             mode=Mode::Learn
//!             on_complete=move |done: Completed| points.set(Some(done.score))
//!         >
//!             "A quiz about honesty."
//!         </Quiz>
//!         <p>{move || points.get().map(|points| format!("{points} points"))}</p>
//!     }
//! }
//! ```
//!
//! Children are the fallback until the widget stands and where it cannot run; an element among
//! them with a `slot` goes into that slot of the widget. Pages style a component as they style the
//! element: `--adil-*` tokens and `::part()` on the `div` that it renders. Its states, which are
//! `:state(ready)` at the element, are attributes here: `[data-ready]`.

mod attach;
mod attribute;
mod components;
mod content;
mod deliver;
pub mod events;
mod host;
mod surroundings;

pub use attribute::{
    AttributeText, CheckMode, PledgeMode, Signature, StoryMode, Theme, Version, VideoMode,
};
pub use components::{
    Board, BoardProps, Check, CheckProps, Plan, PlanProps, Pledge, PledgeProps, Quiz, QuizProps,
    Record, RecordProps, Story, StoryProps, VideoLesson, VideoLessonProps,
};
pub use content::Content;

pub use adil::content::Level;
pub use adil::progress::Keep as Storage;
pub use adil_quiz::model::Mode;
