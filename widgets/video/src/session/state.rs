//! The run as every component gets it: a handle to what is fixed and to the signals.

use std::rc::Rc;

use adil::host::LazyChunk;
use adil::ui::{Announcer, El, Pieces, Words, el};
use leptos::prelude::*;

use super::captions::CaptionSignals;
use super::context::Context;
use super::notes::Notice;
use super::part::LazyPart;
use crate::model::{Checkpoint, Moment, Progress};
use crate::player::medium::Medium;
use adil::ui::{Flag, IndexSignal, Number};

/// The bundle that shows it, of which a part loads later.
pub type Bundle = adil::host::Bundle<Session, LazyPart>;

/// A handle to the lesson, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Session {
    bundle: Bundle,
    context: StoredValue<Rc<Context>, LocalStorage>,
    /// Counts changes of what was played: many, and only the bar shows them.
    pub ranges: Number,
    /// Counts changes of all else that was done.
    pub(super) changed: Number,
    /// Whether the lesson is followed as slides.
    pub slides: Flag,
    /// Where it is, in milliseconds.
    pub at: Number,
    /// The whole second of it: what says it in words follows this, once a second.
    pub second: Number,
    /// Where the bar draws it, in milliseconds: as exact as `at` after each move, while it plays
    /// once a second. To draw it as often as players tell it would be most of what playing costs.
    pub drawn: Number,
    /// How long it is, in milliseconds; 0 while that is not known.
    pub duration: Number,
    /// How much is loaded, in milliseconds from the start.
    pub loaded: Number,
    /// Whether it plays.
    pub playing: Flag,
    /// Whether it was ever played in this view.
    pub started: Flag,
    /// Whether it came to its end.
    pub ended: Flag,
    /// Whether it waits for the network.
    pub waiting: Flag,
    /// The checkpoint that is open.
    pub open: IndexSignal,
    /// How loud it is, in percent.
    pub loudness: Number,
    /// Its speed, in percent.
    pub rate: Number,
    /// Whether the stage fills the screen or the window.
    pub full: Flag,
    /// Whether the settings are open.
    pub settings: Flag,
    /// The file of a stream that is to be played by a library: a place in the content's list.
    pub stream: IndexSignal,
    /// What the learner has to know.
    pub notice: IndexSignal,
    /// How captions stand; `Captions` is the handle to them.
    pub captions: CaptionSignals,
    /// What screen readers are told.
    pub announcer: Announcer,
    /// What loads once the controls work.
    pub lazy_chunk: LazyChunk,
}

impl Session {
    /// Starts or resumes.
    pub fn new(context: Context, announcer: Announcer, bundle: Bundle) -> Session {
        let video = &context.document.body;
        let kept = context.kept_run(&context.slot);
        let read = |kept: &adil::Json| Progress::restore(kept, &video.checkpoints);
        let progress = kept.as_ref().map_or_else(Progress::default, read);
        let changed = kept.is_some_and(|kept| progress.lacks_some_of(&kept));
        let notice = changed.then_some(Notice::Changed as usize);
        let length = video.duration.map_or(progress.cut(), |length| length.0);
        let at = progress.at.position(&video.checkpoints).map_or(0, |at| at.0);
        // A new cut may be shorter.
        let is_there = |at: &u32| *at > 0 && (length == 0 || *at < length);
        let at = [at, video.start()].into_iter().find(is_there).unwrap_or(0);
        let slides = context.starts_with_slides();
        context.cells.resume(progress, &video.checkpoints, at);
        let lazy_chunk = LazyChunk::load(&context.host, bundle.in_one_piece);
        let captions = CaptionSignals::new(context.prefs.captions.get());
        let session = Session {
            lazy_chunk,
            bundle,
            context: StoredValue::new_local(Rc::new(context)),
            ranges: RwSignal::new(0),
            changed: RwSignal::new(0),
            slides: Flag::new(slides),
            at: RwSignal::new(at),
            second: RwSignal::new(at / 1_000),
            drawn: RwSignal::new(at),
            duration: RwSignal::new(length),
            loaded: RwSignal::new(0),
            playing: Flag::new(false),
            started: Flag::new(false),
            ended: Flag::new(false),
            waiting: Flag::new(false),
            open: IndexSignal::new(None),
            loudness: RwSignal::new(100),
            rate: RwSignal::new(100),
            full: Flag::new(false),
            settings: Flag::new(false),
            stream: IndexSignal::new(None),
            notice: IndexSignal::new(notice),
            captions,
            announcer,
        };
        session.tell_nothing_again();
        session
    }

    /// What does not change.
    pub fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// Whether the view is gone; asked by what a timer or the network brings later.
    pub fn is_over(self) -> bool {
        self.context.try_get_value().is_none()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.context().texts.get(key)
    }

    /// An interface text that does not change, for buttons.
    pub fn words(self, key: &'static str) -> Words {
        Box::new(move || self.text(key))
    }

    /// A heading so many levels below the lesson's own.
    pub fn heading(self, below: usize) -> El {
        el(self.context().host.heading(below))
    }

    /// A number as people write it.
    pub fn number(self, n: usize) -> String {
        self.context().texts.number(n as f64)
    }

    /// Reads what was done so far, and follows its changes.
    pub fn done<T>(self, read: impl FnOnce(&Progress) -> T) -> T {
        self.changed.track();
        self.done_now(read)
    }

    /// Reads what was done so far.
    pub fn done_now<T>(self, read: impl FnOnce(&Progress) -> T) -> T {
        read(&self.context().cells.done.borrow())
    }

    pub(super) fn change(self, count: Number, change: impl FnOnce(&mut Progress)) {
        change(&mut self.context().cells.done.borrow_mut());
        count.set(count.get_untracked().wrapping_add(1));
    }

    /// Shows where it is.
    pub(super) fn place(self, at: u32) {
        self.drawn.set(at);
        self.advance(at);
    }

    /// Shows where it is by now, while it plays.
    pub(super) fn advance(self, at: u32) {
        // In a short one a second is a long way on the bar.
        const SHORT: u32 = 60_000;
        self.at.set(at);
        let is_next = self.second.get_untracked() != at / 1_000;
        if is_next {
            self.second.set(at / 1_000);
        }
        if is_next || self.duration.get_untracked() < SHORT {
            self.drawn.set(at);
        }
    }

    /// A checkpoint of the lesson.
    pub fn checkpoint<T>(self, n: usize, read: impl FnOnce(&Checkpoint) -> T) -> Option<T> {
        self.context().document.body.checkpoints.get(n).map(read)
    }

    /// What plays.
    pub fn medium(self) -> Option<Medium> {
        self.context().cells.medium.borrow().clone()
    }

    /// What comes later, when it is there; follows its coming.
    pub fn lazy(self, part: LazyPart) -> Option<Pieces> {
        (self.bundle.lazy)(self.lazy_chunk, self, part)
    }

    /// Asks again for what could not be loaded of the bundle.
    pub fn load_lazy_chunk(self) {
        self.lazy_chunk.retry(&self.context().host);
    }
}

/// The moment of a position, in seconds.
pub(super) fn seconds(at: u32) -> adil::Json {
    Moment(at).seconds().into()
}
