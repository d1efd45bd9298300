//! What does not change while a lesson is mounted.

use std::cell::{Cell, RefCell};

use adil::content::Rich;
use adil::host::{WidgetContext, random_number};
use adil::progress::Slot;
use leptos::web_sys::Element;

use super::notes::Cells;
use super::prefs::Prefs;
use super::source::Chosen;
use crate::model::{Limits, Next, Video};
use crate::player::browser::is_slow;
use crate::player::tracks::Tracks;
use crate::player::watchers::Armed;

/// What does not change while a lesson is mounted.
pub struct Context {
    /// Content, texts and the page's side.
    pub widget: WidgetContext<Video>,
    /// The element in the page; it may hold a `<video>` of the page's author.
    pub element: Option<Element>,
    /// What limits seeking.
    pub limits: Limits,
    /// The number of the run.
    pub run: u32,
    /// Where the run is kept.
    pub slot: Slot,
    /// How the learner likes lessons to be shown.
    pub prefs: Prefs,
    /// What is noted and no component follows.
    pub cells: Cells,
    /// What stops the video on its next cue.
    pub armed: Armed,
    /// Captions and descriptions.
    pub tracks: Tracks,
    /// Which file plays.
    pub source: Chosen,
    /// What follows from the last answer.
    pub next: Cell<Next>,
    /// Where captions are written.
    pub caption: RefCell<Option<Element>>,
    /// Where descriptions are written.
    pub description: RefCell<Option<Element>>,
    /// What goes full screen.
    pub stage: RefCell<Option<Element>>,
    /// The question.
    pub panel: RefCell<Option<Element>>,
}

impl std::ops::Deref for Context {
    type Target = WidgetContext<Video>;

    fn deref(&self) -> &WidgetContext<Video> {
        &self.widget
    }
}

impl Context {
    /// What an element in the page was given.
    pub fn new(widget: WidgetContext<Video>, element: Option<Element>) -> Context {
        let teacher = widget.host.attribute("mode").as_deref() == Some("teacher");
        let keep = widget.keeping();
        Context {
            limits: Limits { teacher, no_skip: widget.host.is_set("no-skip") },
            run: random_number(),
            slot: widget.slot("video", if teacher { "teacher" } else { "learn" }),
            prefs: Prefs::read(Slot::new(keep, "video", "player", "")),
            element,
            cells: Cells::default(),
            armed: Armed::default(),
            tracks: Tracks::default(),
            source: Chosen::default(),
            next: Cell::new(Next::On),
            caption: RefCell::default(),
            description: RefCell::default(),
            stage: RefCell::default(),
            panel: RefCell::default(),
            widget,
        }
    }

    /// What teachers may want to say or ask; for their eyes.
    pub fn teacher_notes(&self) -> Option<&Rich> {
        self.document.body.teacher_notes.as_ref().filter(|_| self.limits.teacher)
    }

    /// How the lesson is followed at first: as the page says, else by slides on a slow line.
    pub fn starts_with_slides(&self) -> bool {
        let wish = self.host.attribute("version");
        let slow = || wish.as_deref() != Some("film") && is_slow();
        !self.document.body.slides.is_empty() && (wish.as_deref() == Some("slides") || slow())
    }
}
