//! What is noted and no view follows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::model::{Checkpoint, Gate, Progress, Stretch, Watch};
use crate::player::medium::Medium;

/// What a learner has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A required question is open.
    Locked,
    /// Seeking goes only where was watched.
    NotFurther,
    /// The browser keeps nothing.
    NotKept,
    /// No file can be played.
    Broken,
    /// The network is gone.
    Lost,
    /// What belonged to checkpoints that are gone is not kept any more.
    Changed,
}

/// The keys of their sentences, in the same order.
pub const NOTICES: [&str; 6] =
    ["locked", "not_further", "not_kept", "broken_video", "lost", "changed"];

/// What a key has changed, which is said when it is let go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Acted {
    /// Nothing, or what says itself.
    #[default]
    Nothing,
    /// The place.
    Cursor,
    /// How loud it is.
    Volume,
    /// The speed.
    Speed,
}

/// What is noted and no view follows.
#[derive(Default)]
pub struct Cells {
    /// What a key has changed that is held still.
    pub acted: Cell<Acted>,
    /// What plays.
    pub medium: RefCell<Option<Medium>>,
    /// What was done so far.
    pub(super) done: RefCell<Progress>,
    /// The checkpoints as far as playing is concerned.
    pub(super) gates: RefCell<Rc<[Gate]>>,
    pub(super) watch: Cell<Watch>,
    /// What is being played.
    pub(super) stretch: Cell<Option<Stretch>>,
    /// Since when a slide is seen, by the browser's clock; nothing while nobody sees one.
    pub(super) seen_since: Cell<Option<f64>>,
    /// How long it stood before that, in milliseconds.
    pub(super) stood: Cell<f64>,
    /// A position that we set ourselves: no seek of the learner.
    pub(super) own: Cell<Option<u32>>,
    /// The last position that was seen; where a seek came from.
    pub(super) last: Cell<u32>,
    /// Where to go once the video is there.
    pub pending: Cell<Option<u32>>,
    /// Whether the end of the lesson was told.
    pub(super) complete: Cell<bool>,
    /// Whether the page was told that the browser keeps nothing.
    pub(super) told_not_kept: Cell<bool>,
    /// How much was told to be done.
    pub(super) told: Cell<usize>,
}

impl Cells {
    /// Takes up what was done in an earlier visit.
    pub fn resume(&self, progress: Progress, checkpoints: &[Checkpoint], at: u32) {
        self.gates.replace(progress.gates(checkpoints).into());
        self.pending.set((at > 0).then_some(at));
        self.last.set(at);
        let mut watch = Watch::default();
        watch.seek(at);
        self.watch.set(watch);
        self.done.replace(progress);
    }

    /// Where it was seen last; the gates as they stand.
    pub(super) fn gates(&self) -> Rc<[Gate]> {
        self.gates.borrow().clone()
    }
}
