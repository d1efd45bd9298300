//! A learner's way through a lesson: what the player tells goes to the model, and from there to
//! the page's events, to what is kept, and back to the view through signals.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::host::{Later, now};
use adil::json::Json;
use adil::ui::{Announcer, Words};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::Fixed;
use super::medium::{Medium, millis};
use crate::model::{Checkpoint, Gate, Landing, Moment, Progress, Report, Spot, Watch, landing};
use adil::ui::{Flag, Number, Place};

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
}

/// The keys of their sentences, in the same order.
pub const NOTICES: [&str; 5] = ["locked", "not_further", "not_kept", "broken_video", "lost"];

/// A share in percent.
pub fn percent(share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = (share.clamp(0.0, 100.0) * 100.0).round() as u32;
    percent
}

/// What is noted and no view follows.
#[derive(Default)]
pub struct Notes {
    /// What plays.
    pub medium: RefCell<Option<Medium>>,
    /// What was done so far.
    done: RefCell<Progress>,
    /// The checkpoints as far as playing is concerned.
    gates: RefCell<Rc<[Gate]>>,
    watch: Cell<Watch>,
    /// What has been played without a break: from, to, and when that was noted.
    stretch: Cell<Option<(u32, u32, f64)>>,
    /// A position that we set ourselves: no seek of the learner.
    own: Cell<Option<u32>>,
    /// The last position that was seen; where a seek came from.
    last: Cell<u32>,
    /// Where to go once the video is there.
    pub pending: Cell<Option<u32>>,
    /// Whether the end of the lesson was told.
    complete: Cell<bool>,
    /// Whether the keys of headphones and lock screens were taken.
    pub took_keys: Cell<bool>,
    /// A checkpoint whose question cannot be shown; it keeps nobody.
    pub broken: Cell<Option<usize>>,
    /// How much was told to be done.
    told: Cell<usize>,
}

/// A handle to the lesson, to be passed to every part of the view.
#[derive(Clone, Copy)]
pub struct Session {
    fixed: StoredValue<Rc<Fixed>, LocalStorage>,
    /// Counts changes of what was played: many, and only the bar shows them.
    pub ranges: Number,
    /// Counts changes of all else that was done.
    changed: Number,
    /// Whether the lesson is followed as slides.
    pub slides: Flag,
    /// Where it is, in milliseconds.
    pub at: Number,
    /// The whole second of it: what says it in words follows this, once a second.
    pub second: Number,
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
    pub open: Place,
    /// How loud it is, in percent.
    pub loudness: Number,
    /// Its speed, in percent.
    pub rate: Number,
    /// Whether the stage fills the screen or the window.
    pub full: Flag,
    /// Whether the settings are open.
    pub settings: Flag,
    /// What the learner has to know.
    pub notice: Place,
    /// What screen readers are told.
    pub said: Announcer,
    /// What loads once the controls work.
    pub later: Later,
}

impl Session {
    /// Starts or resumes.
    pub fn new(fixed: Fixed, said: Announcer) -> Session {
        let video = &fixed.document.body;
        let kept = fixed.kept_run(&fixed.slot);
        let length = video.duration.map_or_else(
            || kept.as_ref().and_then(|kept| kept.get("duration")?.number()).unwrap_or(0.0),
            |length| f64::from(length.0),
        );
        let duration = millis(length / 1_000.0);
        let progress = kept.map_or_else(Progress::default, |kept| {
            Progress::restore(&kept, &video.checkpoints, Moment(duration))
        });
        let at = progress.at.position(&video.checkpoints).map_or(0, |at| at.0);
        let notes = &fixed.notes;
        notes.gates.replace(progress.gates(&video.checkpoints).into());
        notes.pending.set((at > 0).then_some(at));
        notes.last.set(at);
        let mut watch = Watch::default();
        watch.seek(at);
        notes.watch.set(watch);
        let slides = fixed.starts_with_slides();
        notes.done.replace(progress);
        let later = Later::load(&fixed.host, cfg!(not(split)));
        let session = Session {
            later,
            fixed: StoredValue::new_local(Rc::new(fixed)),
            ranges: RwSignal::new(0),
            changed: RwSignal::new(0),
            slides: Flag::new(slides),
            at: RwSignal::new(at),
            second: RwSignal::new(at / 1_000),
            duration: RwSignal::new(duration),
            loaded: RwSignal::new(0),
            playing: Flag::new(false),
            started: Flag::new(false),
            ended: Flag::new(false),
            waiting: Flag::new(false),
            open: Place::new(None),
            loudness: RwSignal::new(100),
            rate: RwSignal::new(100),
            full: Flag::new(false),
            settings: Flag::new(false),
            notice: Place::new(None),
            said,
        };
        let complete = session.report().complete;
        session.fixed().notes.complete.set(complete);
        // An earlier view of the element may have left others.
        for name in FLAGS {
            session.flag(name, (name == "complete" && complete) || name == "paused");
        }
        session
    }

    /// What does not change.
    pub fn fixed(self) -> Rc<Fixed> {
        self.fixed.get_value()
    }

    /// Whether the view is gone; asked by what a timer or the network brings later.
    pub fn is_over(self) -> bool {
        self.fixed.try_get_value().is_none()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.fixed().texts.get(key)
    }

    /// An interface text that does not change, for buttons.
    pub fn words(self, key: &'static str) -> Words {
        Box::new(move || self.text(key))
    }

    /// A number as people write it.
    pub fn number(self, n: usize) -> String {
        self.fixed().texts.number(n as f64)
    }

    /// Reads what was done so far, and follows its changes.
    pub fn done<T>(self, read: impl FnOnce(&Progress) -> T) -> T {
        self.changed.track();
        self.done_now(read)
    }

    /// Reads what was done so far.
    pub fn done_now<T>(self, read: impl FnOnce(&Progress) -> T) -> T {
        read(&self.fixed().notes.done.borrow())
    }

    fn change(self, count: Number, change: impl FnOnce(&mut Progress)) {
        change(&mut self.fixed().notes.done.borrow_mut());
        count.set(count.get_untracked().wrapping_add(1));
    }

    /// Shows where it is.
    fn place(self, at: u32) {
        self.at.set(at);
        if self.second.get_untracked() != at / 1_000 {
            self.second.set(at / 1_000);
        }
    }

    /// Shows and says what the learner has to know.
    pub fn tell(self, notice: Notice) {
        let n = notice as usize;
        self.notice.set(Some(n));
        self.said.say(&self.text(NOTICES[n]));
    }

    /// A checkpoint of the lesson.
    pub fn checkpoint<T>(self, n: usize, read: impl FnOnce(&Checkpoint) -> T) -> Option<T> {
        self.fixed().document.body.checkpoints.get(n).map(read)
    }

    /// What plays.
    pub fn medium(self) -> Option<Medium> {
        self.fixed().notes.medium.borrow().clone()
    }

    fn position(self) -> u32 {
        self.medium().map_or(self.fixed().notes.last.get(), |medium| medium.position())
    }

    fn gates(self) -> Rc<[Gate]> {
        self.fixed().notes.gates.borrow().clone()
    }

    /// Sets a `:state()`, and an attribute of the same name with `data-` before it, which older
    /// browsers can style, too.
    pub fn flag(self, name: &str, on: bool) {
        let fixed = self.fixed();
        fixed.host.state(name, on);
        if let Some(element) = &fixed.element {
            _ = element.toggle_attribute_with_force(&["data-", name].concat(), on);
        }
    }

    /// Fires an event with the fields that all events have.
    pub fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let fixed = self.fixed();
        let about = [
            ("widget", "video".into()),
            ("run", f64::from(fixed.run).into()),
            ("mode", if fixed.limits.teacher { "teacher" } else { "learn" }.into()),
        ];
        fixed.opened.emit(name, about, fields, false);
    }

    fn emit_at(self, name: &str) {
        self.emit(name, vec![("at", Moment(self.at.get_untracked()).seconds().into())]);
    }

    /// What the end of the lesson tells.
    pub fn report(self) -> Report {
        let fixed = self.fixed();
        let duration = Moment(self.duration.get_untracked());
        self.done(|progress| progress.report(&fixed.document.body, duration))
    }

    /// Keeps the place and all that was done.
    pub fn keep(self) {
        let fixed = self.fixed();
        let checkpoints = &fixed.document.body.checkpoints;
        // Whoever saw the end begins anew the next time.
        let at = if self.ended.now() { 0 } else { self.at.get_untracked() };
        let spot = Spot::at(Moment(at), checkpoints);
        let kept = {
            let mut done = fixed.notes.done.borrow_mut();
            done.at = spot;
            done.save(Moment(self.duration.get_untracked()))
        };
        fixed.remember(&kept);
        if fixed.slot.save(kept).is_err() && self.notice.now().is_none() {
            self.tell(Notice::NotKept);
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }

    /// Asks again for what could not be loaded of the bundle.
    pub fn ask_for_rest(self) {
        self.later.retry(&self.fixed().host);
    }

    // What the player tells.

    /// An event of the medium, by its name.
    pub fn heard(self, event: &str) {
        match event {
            "loadedmetadata" | "durationchange" => self.measured(),
            "play" => self.begins(),
            "playing" | "canplay" => self.waits(false),
            "waiting" => self.waits(true),
            "pause" => self.stops(),
            "timeupdate" => self.tick(),
            "seeking" => self.seeks(),
            "seeked" => self.place(self.position()),
            "ratechange" | "volumechange" => self.tuned(),
            "progress" => self.buffered(),
            "ended" => self.ends(),
            _ => {}
        }
    }

    fn measured(self) {
        let Some(medium) = self.medium() else { return };
        let length = medium.duration();
        if length > 0 {
            let before = self.duration.get_untracked();
            // Played ranges belong to one cut of the video.
            if before > 0 && before.abs_diff(length) > 1_000 {
                self.change(self.ranges, |progress| {
                    progress.attended = crate::model::Ranges::default();
                    progress.unattended = crate::model::Ranges::default();
                });
            }
            self.duration.set(length);
        }
        if let Some(to) = self.fixed().notes.pending.take() {
            self.watch(|watch| watch.resume(to));
            self.move_to(to);
        }
    }

    fn begins(self) {
        if let Some(n) = self.open.now() {
            // Media keys and the page's own script may try to play on.
            if !self.may_go_on(n) {
                if let Some(medium) = self.medium() {
                    _ = medium.pause();
                }
                return self.locked();
            }
            self.leave(n);
        }
        self.ended.set(false);
        self.flag("ended", false);
        self.started.set(true);
        self.flag("started", true);
        self.playing.set(true);
        super::media_keys::take(self);
        self.flag("playing", true);
        self.flag("paused", false);
        self.notice.set(None);
        self.emit_at("adil-play");
        super::watchers::arm(self);
    }

    fn waits(self, waiting: bool) {
        self.waiting.set(waiting);
        self.flag("buffering", waiting);
        super::watchers::arm(self);
    }

    fn stops(self) {
        if !self.playing.now() {
            return;
        }
        self.tick();
        self.flush();
        self.playing.set(false);
        self.flag("playing", false);
        self.flag("paused", true);
        self.emit_at("adil-pause");
        self.keep();
    }

    fn tuned(self) {
        self.flush();
        if let Some(medium) = self.medium() {
            self.rate.set(percent(medium.playback_rate()));
            self.loudness.set(percent(medium.loudness()));
        }
        super::watchers::arm(self);
    }

    fn buffered(self) {
        let Some(medium) = self.medium() else { return };
        let ranges = medium.buffered();
        let at = Moment(self.at.get_untracked()).seconds();
        let ends = (0..ranges.length()).filter_map(|n| {
            let holds = ranges.start(n).is_ok_and(|start| start <= at + 0.5);
            ranges.end(n).ok().filter(|_| holds)
        });
        self.loaded.set(millis(ends.fold(0.0, f64::max)));
    }

    fn ends(self) {
        self.tick();
        // The last picture may lie a moment before the end that the file tells.
        if let Some((from, to, _)) = self.fixed().notes.stretch.get() {
            let end = self.duration.get_untracked();
            let to = if end.saturating_sub(to) < 500 { end } else { to };
            self.fixed().notes.stretch.set(Some((from, to, now())));
        }
        self.flush();
        self.playing.set(false);
        self.flag("playing", false);
        self.flag("paused", true);
        if self.open.now().is_none() {
            self.finish();
        }
    }

    /// Shows the end of the lesson.
    pub fn finish(self) {
        self.ended.set(true);
        self.flag("ended", true);
        self.keep();
        self.settle();
    }

    /// The position moved by playing.
    pub fn tick(self) {
        let Some(medium) = self.medium() else { return };
        if medium.seeking() || !self.playing.now() {
            return;
        }
        let fixed = self.fixed();
        let notes = &fixed.notes;
        let (at, clock) = (medium.position(), now());
        // A step that is longer than the clock allows was no playing.
        let fits = |from: u32, since: f64| {
            let most = (clock - since) * medium.playback_rate() + 500.0;
            at >= from && f64::from(at - from) <= most
        };
        match notes.stretch.get() {
            Some((from, to, since)) if fits(to, since) => {
                notes.stretch.set(Some((from, at, clock)));
                if at - from > 5_000 {
                    self.flush();
                    self.keep();
                }
            }
            _ => {
                self.flush();
                notes.stretch.set(Some((at, at, clock)));
            }
        }
        notes.last.set(at);
        self.place(at);
        self.check();
        super::watchers::arm(self);
    }

    /// Goes to a slide: back freely, on as far as checkpoints let.
    pub fn turn_back_or_on(self, to: u32) {
        let from = self.at.get_untracked();
        if let Some(to) = self.land(from, to) {
            self.close();
            self.ended.set(false);
            self.jump(to);
        }
    }

    /// Notes what was played since the last time.
    pub fn flush(self) {
        let fixed = self.fixed();
        let Some((from, to, _)) = fixed.notes.stretch.take() else { return };
        if to > from {
            let seen = !super::is_hidden() || self.loudness.get_untracked() > 0;
            self.change(self.ranges, |progress| progress.play(Moment(from), Moment(to), seen));
            self.settle();
        }
        if self.playing.now() {
            fixed.notes.stretch.set(Some((to, to, now())));
        }
    }

    /// Tells the page when the lesson has become complete.
    pub fn settle(self) {
        let fixed = self.fixed();
        let report = self.report();
        if report.passed > fixed.notes.told.get() {
            fixed.notes.told.set(report.passed);
            let fields = vec![("done", report.passed.into()), ("total", report.checkpoints.into())];
            self.emit("adil-progress", fields);
        }
        if report.complete && !fixed.notes.complete.replace(true) {
            self.flag("complete", true);
            let fields = vec![
                ("watched", report.watched.into()),
                ("unattended", report.unattended.into()),
                ("passed", report.passed.into()),
                ("checkpoints", report.checkpoints.into()),
            ];
            self.emit("adil-complete", fields);
        }
    }

    // Checkpoints.

    /// Stops when a checkpoint is due; asked by every watcher.
    pub fn check(self) {
        let playing = self.medium().filter(|medium| !medium.paused() && !medium.seeking());
        let Some(medium) = playing else { return };
        let due = self.watch(|watch| watch.tick(&self.gates(), medium.position()));
        if let Some(n) = due {
            self.stop_at(n);
        }
    }

    /// Lets the watch do something.
    fn watch<T>(self, act: impl FnOnce(&mut Watch) -> T) -> T {
        let watch = &self.fixed().notes.watch;
        let mut changed = watch.get();
        let answer = act(&mut changed);
        watch.set(changed);
        answer
    }

    /// The cue that playing on will reach next, and the index of its checkpoint.
    pub fn next(self) -> Option<(usize, u32)> {
        let gates = self.gates();
        let n = self.fixed().notes.watch.get().next(&gates)?;
        Some((n, gates[n].at))
    }

    fn stop_at(self, n: usize) {
        let Some(cue) = self.checkpoint(n, |one| one.at.0) else { return };
        let fixed = self.fixed();
        if let Some(medium) = self.medium() {
            _ = medium.pause();
            let off = medium.position().abs_diff(cue);
            // A player elsewhere would load anew for a step that nobody sees.
            let worth = medium.is_ours() || off > 1_000;
            if off > 0 && worth && medium.can_seek(cue) {
                fixed.notes.own.set(Some(cue));
                medium.seek(cue);
            }
        }
        if let Some((from, to, clock)) = fixed.notes.stretch.get() {
            fixed.notes.stretch.set(Some((from, to.max(cue.min(to + 500)), clock)));
        }
        self.flush();
        fixed.notes.last.set(cue);
        self.place(cue);
        super::screen::leave_video_alone(self);
        self.show(n);
    }

    /// Opens a checkpoint.
    pub fn show(self, n: usize) {
        self.open.set(Some(n));
        self.flag("checkpoint", true);
        let title = super::checkpoint::title(self, n);
        self.said.say(&self.fixed().texts.fill("video_paused", &[("title", &title)]));
        self.keep();
    }

    /// Whether the open checkpoint lets the learner go on.
    pub fn may_go_on(self, n: usize) -> bool {
        let fixed = self.fixed();
        fixed.limits.teacher
            || fixed.notes.broken.get() == Some(n)
            || self
                .checkpoint(n, |one| {
                    !one.required || self.done(|progress| progress.has_passed(one))
                })
                .unwrap_or(true)
    }

    /// Says why it does not go on.
    pub fn locked(self) {
        self.tell(Notice::Locked);
    }

    /// Closes a checkpoint; playing goes on behind it.
    pub fn leave(self, n: usize) {
        if let Some(gate) = self.gates().get(n) {
            self.watch(|watch| watch.leave(*gate));
        }
        self.close();
    }

    fn close(self) {
        self.open.set(None);
        self.flag("checkpoint", false);
        self.notice.set(None);
    }

    /// Notes what came of a checkpoint, and tells what follows.
    pub fn answer(self, n: usize, outcome: crate::model::Outcome) -> crate::model::Next {
        let fixed = self.fixed();
        let Some(checkpoint) = fixed.document.body.checkpoints.get(n) else {
            return crate::model::Next::On;
        };
        let mut next = crate::model::Next::On;
        self.change(self.changed, |progress| next = progress.answer(checkpoint, outcome));
        self.done_now(|progress| {
            fixed.notes.gates.replace(progress.gates(&fixed.document.body.checkpoints).into());
            let tries = progress.of(checkpoint).map_or(0, |answered| answered.tries);
            let fields = vec![
                ("checkpointId", checkpoint.id.as_str().into()),
                ("at", checkpoint.at.seconds().into()),
                ("outcome", outcome.word().into()),
                ("tries", f64::from(tries).into()),
                ("passed", progress.has_passed(checkpoint).into()),
            ];
            self.emit("adil-checkpoint", fields);
        });
        self.keep();
        self.settle();
        next
    }

    // What the learner does.

    /// Plays, or stands still. The medium knows which at once; its events come later, and
    /// two quick presses would both do the same.
    pub fn toggle(self) {
        match self.medium().filter(|medium| !medium.paused()) {
            Some(medium) => _ = medium.pause(),
            None => self.play(),
        }
    }

    /// Plays on; behind an open checkpoint, if that may be.
    pub fn play(self) {
        if let Some(n) = self.open.now() {
            if !self.may_go_on(n) {
                return self.locked();
            }
            self.leave(n);
        }
        self.slides.set(false);
        self.ask_for_rest();
        super::source::prepare(self);
        if self.ended.now() {
            self.ended.set(false);
            self.jump(0);
        }
        if let Some(medium) = self.medium() {
            medium.play();
        }
    }

    /// Goes somewhere as far as the lesson lets; a checkpoint in the way opens.
    pub fn seek(self, to: u32) {
        let end = self.duration.get_untracked();
        let to = if end > 0 { to.min(end) } else { to };
        let from = self.fixed().notes.last.get();
        self.flush();
        if let Some(to) = self.land(from, to) {
            self.ended.set(false);
            self.flag("ended", false);
            match self.medium().filter(|_| self.started.now()) {
                Some(medium) => medium.seek(to),
                None => self.fixed().notes.pending.set(Some(to)),
            }
            self.place(to);
        }
    }

    /// Goes some milliseconds further or back.
    pub fn step(self, by: i32) {
        self.seek(self.at.get_untracked().saturating_add_signed(by));
    }

    /// Goes where the lesson itself leads: no rule stops it.
    pub fn jump(self, to: u32) {
        self.flush();
        self.watch(|watch| watch.seek(to));
        self.move_to(to);
    }

    fn move_to(self, to: u32) {
        let fixed = self.fixed();
        fixed.notes.last.set(to);
        self.place(to);
        match self.medium() {
            Some(medium) if medium.duration() > 0 => {
                fixed.notes.own.set(Some(to));
                medium.seek(to);
            }
            _ => fixed.notes.pending.set(Some(to)),
        }
    }

    /// Closes what is open and goes on from somewhere.
    pub fn again(self, from: u32) {
        self.close();
        self.ended.set(false);
        self.flag("ended", false);
        self.jump(from);
        if !self.slides.now() {
            self.play();
        }
    }

    /// Goes on behind an open checkpoint, or where its answer leads.
    pub fn go_on(self, n: usize) {
        use crate::model::Next;
        match self.fixed().next.replace(Next::On) {
            Next::Ahead(to) | Next::Back(to) => self.again(to.0),
            _ if !self.may_go_on(n) => self.locked(),
            _ => {
                self.leave(n);
                let (at, end) = (self.at.get_untracked(), self.duration.get_untracked());
                if self.slides.now() {
                    super::slides::turn(self);
                } else if end > 0 && at + 250 >= end {
                    // A cue on the last picture: there is nothing left to play.
                    self.finish();
                } else {
                    self.play();
                }
            }
        }
    }

    /// Turns slides as far as the lesson lets: to a position, or to a checkpoint before it.
    pub fn turn_to(self, to: u32) {
        let fixed = self.fixed();
        let from = self.at.get_untracked();
        let due = self.watch(|watch| watch.tick(&self.gates(), to));
        let reached = due.map_or(to, |n| self.gates()[n].at.min(to));
        self.change(self.ranges, |progress| progress.play(Moment(from), Moment(reached), true));
        fixed.notes.last.set(reached);
        match due {
            Some(n) => self.show(n),
            None => self.place(to),
        }
        self.started.set(true);
        self.keep();
        self.settle();
    }

    /// Where a seek really goes; nothing when a checkpoint opens instead.
    fn land(self, from: u32, to: u32) -> Option<u32> {
        let fixed = self.fixed();
        let gates = self.gates();
        let watched = self.done_now(Progress::watched);
        match landing(&gates, fixed.limits, &watched, from, to) {
            Landing::There(to) => Some(to),
            Landing::Watched(to) => {
                self.tell(Notice::NotFurther);
                Some(to)
            }
            Landing::Checkpoint(n) => {
                self.stop_at(n);
                self.locked();
                None
            }
        }
    }

    /// The medium is on the way to another position, whoever moved it.
    fn seeks(self) {
        let fixed = self.fixed();
        let notes = &fixed.notes;
        let to = self.position();
        if notes.own.take().is_some_and(|own| own.abs_diff(to) < 100) {
            notes.last.set(to);
            return;
        }
        let from = notes.last.get();
        self.flush();
        let Some(landed) = self.land(from, to) else { return };
        if let (true, Some(medium)) = (landed != to, self.medium()) {
            medium.seek(landed);
        }
        if self.open.now().is_some() {
            self.close();
        }
        self.watch(|watch| watch.seek(landed));
        notes.last.set(landed);
        self.place(landed);
        let seconds = |ms| Json::from(Moment(ms).seconds());
        self.emit("adil-seek", vec![("from", seconds(from)), ("to", seconds(landed))]);
    }

    /// Sets a bookmark where the lesson is, or takes it away.
    pub fn bookmark(self, spot: Option<Spot>) {
        let fixed = self.fixed();
        let checkpoints = &fixed.document.body.checkpoints;
        let here = || Spot::at(Moment(self.at.get_untracked()), checkpoints);
        let spot = spot.unwrap_or_else(here);
        self.change(self.changed, |progress| progress.bookmark(spot));
        self.keep();
    }
}

/// The `:state()`s of the element, which are attributes, too.
const FLAGS: [&str; 8] =
    ["paused", "playing", "started", "ended", "buffering", "fullscreen", "checkpoint", "complete"];

/// The events that a medium fires and the session hears.
pub const HEARD: [&str; 14] = [
    "loadedmetadata",
    "durationchange",
    "play",
    "playing",
    "canplay",
    "waiting",
    "pause",
    "timeupdate",
    "seeking",
    "seeked",
    "ratechange",
    "volumechange",
    "progress",
    "ended",
];

/// The element of an event's target, as far as it lies in our own tree.
pub fn target_of(event: &leptos::web_sys::Event) -> Option<leptos::web_sys::Element> {
    event.target()?.dyn_into().ok()
}
