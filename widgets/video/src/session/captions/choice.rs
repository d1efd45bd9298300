//! Which captions there are, and which of them a learner gets.

use adil::content::direction;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{TextTrackMode, VttCue};

use super::CaptionSignals;
use crate::player::medium::millis;
use crate::player::tracks::{Line, Tracks, is_readable};
use crate::session::{Session, source};

/// How many lines are taken over at most: ten hours of talk have fewer. The browser shows others,
/// too; a list of them all would keep a page busy for minutes.
const MOST_LINES: u32 = 20_000;

/// Whether a lesson has no captions at all.
pub fn are_missing(session: Session) -> bool {
    let own = source::own(session).and_then(|own| own.query_selector("track").ok().flatten());
    session.context().document.body.captions.is_empty() && own.is_none()
}

/// A handle to the captions: the run, and at hand the signals of it that are theirs.
#[derive(Clone, Copy)]
pub struct Captions {
    pub(super) session: Session,
}

impl std::ops::Deref for Captions {
    type Target = CaptionSignals;

    fn deref(&self) -> &CaptionSignals {
        &self.session.captions
    }
}

impl Captions {
    /// Those of a run.
    pub fn of(session: Session) -> Captions {
        Captions { session }
    }

    /// The languages that there are, by name.
    pub fn names(self) -> Vec<String> {
        let context = self.session.context();
        let found = context.tracks.captions.borrow();
        found.iter().map(|one| one.label.clone()).collect()
    }

    /// Whether pictures can be described.
    pub fn has_descriptions(self) -> bool {
        !self.session.context().tracks.descriptions.borrow().is_empty()
    }

    /// The captions in the learner's language, else in the lesson's own.
    pub(super) fn best(self) -> Option<usize> {
        let context = self.session.context();
        let found = context.tracks.captions.borrow();
        Tracks::best(&found, &context.rich)
    }

    /// Chooses a language, and reads it where something shows it.
    pub fn choose(self, n: usize) {
        let tracks = &self.session.context().tracks;
        self.which.set(Some(n));
        self.read.set(false);
        self.failed.set(tracks.captions.borrow().get(n).is_some_and(|one| one.failed.get()));
        tracks.lines.borrow_mut().clear();
        if tracks.wanted.get() {
            self.load();
        }
    }

    /// Reads the chosen language, unless that was done.
    pub fn load(self) {
        let context = self.session.context();
        context.tracks.wanted.set(true);
        for (n, found) in context.tracks.captions.borrow().iter().enumerate() {
            let chosen = self.which.now() == Some(n);
            found.track.set_mode(if chosen {
                TextTrackMode::Hidden
            } else {
                TextTrackMode::Disabled
            });
        }
        self.collect();
    }

    /// Shows captions, or hides them. What is shown is loaded while the video plays.
    pub fn toggle(self) {
        self.shown.toggle();
        let shown = self.shown.now();
        let prefs = &self.session.context().prefs;
        prefs.captions.set(shown);
        prefs.keep();
    }

    /// Prints a worksheet, with all that is said.
    pub fn print(self) {
        self.load();
        self.session.load_lazy_chunk();
        self.paper.set(true);
    }

    /// Begins or ends to describe pictures.
    pub fn set_described(self, on: bool) {
        self.described.set(on);
        let context = self.session.context();
        let found = context.tracks.descriptions.borrow();
        let best = Tracks::best(&found, &context.rich);
        for (n, found) in found.iter().enumerate() {
            let mode =
                if on && best == Some(n) { TextTrackMode::Hidden } else { TextTrackMode::Disabled };
            found.track.set_mode(mode);
        }
        // What was said before may be said again.
        if let Some(place) = &*context.description.borrow() {
            place.set_text_content(None);
            if let Some(found) = best.and_then(|n| found.get(n)) {
                adil::ui::mark_language(&context.rich, place, &found.lang);
            }
        }
    }

    /// Takes the lines over, once the browser has read them.
    pub(super) fn collect(self) {
        let context = self.session.context();
        let Some(which) = self.which.now() else { return };
        let found = context.tracks.captions.borrow();
        let Some(cues) = found.get(which).and_then(|found| found.track.cues()) else { return };
        let line = |n| {
            let cue: VttCue = cues.get(n)?.unchecked_into();
            is_readable(&cue).then(|| Line {
                from: millis(cue.start_time()),
                to: millis(cue.end_time()),
                cue,
            })
        };
        // Lists of cues are in the order of time.
        let lines: Vec<Line> = (0..cues.length().min(MOST_LINES)).filter_map(line).collect();
        if !lines.is_empty() && lines.len() != context.tracks.lines.borrow().len() {
            context.tracks.lines.replace(lines);
            // Once more, so that views of an earlier language are made anew.
            self.read.set(false);
            self.read.set(true);
        }
        self.show();
    }

    /// The place of the line that is said at a moment.
    pub fn line_at(self, at: u32) -> Option<usize> {
        let context = self.session.context();
        let lines = context.tracks.lines.borrow();
        lines.partition_point(|line| line.from <= at).checked_sub(1)
    }

    /// The language of the captions, where it is known; followed.
    pub fn lang(self) -> Option<String> {
        let which = self.which.get()?;
        let lang = self.session.context().tracks.captions.borrow().get(which)?.lang.clone();
        (!lang.is_empty()).then_some(lang)
    }

    /// The direction that they are read in; followed.
    pub fn dir(self) -> &'static str {
        direction(&self.lang().unwrap_or_default())
    }
}
