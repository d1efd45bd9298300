//! What the player tells.

use adil::host::now;
use leptos::prelude::*;

use super::Session;
use super::state::seconds;
use crate::model::{Moment, Stretch};
use crate::player::browser::is_hidden;
use crate::player::medium::{millis, percent};

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

impl Session {
    /// An event of the medium, by its name.
    pub fn on_media_event(self, event: &str) {
        match event {
            "loadedmetadata" => self.measured(true),
            "durationchange" => self.measured(false),
            "play" => self.begins(),
            "playing" | "canplay" => self.waits(false),
            "waiting" => self.waits(true),
            "pause" => self.stops(),
            "timeupdate" => self.tick(),
            "seeking" => {
                self.set_state("seeking", true);
                self.seeks();
            }
            "seeked" => {
                self.set_state("seeking", false);
                self.place(self.position());
            }
            "ratechange" | "volumechange" => self.tuned(),
            "progress" => self.buffered(),
            "ended" => self.ends(),
            _ => {}
        }
    }

    pub(super) fn position(self) -> u32 {
        self.medium().map_or(self.context().cells.last.get(), |medium| medium.position())
    }

    /// A file says how long it is; a stream that grows, again and again, and is no other cut.
    /// Players of other sites have no metadata.
    fn measured(self, is_new: bool) {
        let Some(medium) = self.medium() else { return };
        let length = medium.duration();
        if length > 0 {
            if is_new || !medium.is_ours() {
                self.change(self.ranges, |progress| progress.measure(Moment(length)));
            }
            self.duration.set(length);
        }
        self.go_where_it_was_left();
    }

    /// Goes to the place that waited for the video to be there.
    fn go_where_it_was_left(self) {
        if let Some(to) = self.context().cells.pending.take() {
            let end = self.duration.get_untracked();
            // A new cut may be shorter.
            let to = if end > 0 && to > end { 0 } else { to };
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
        if self.medium().is_some_and(|medium| medium.duration() > 0) {
            self.go_where_it_was_left();
        }
        self.set_ended(false);
        self.started.set(true);
        self.set_state("started", true);
        self.set_playing(true);
        self.context().cells.stretch.set(Some(self.stretch_from(self.position())));
        self.tell_no_more();
        self.emit_at("adil-play");
        self.arm();
    }

    pub(super) fn set_ended(self, ended: bool) {
        self.ended.set(ended);
        self.set_state("ended", ended);
    }

    fn set_playing(self, playing: bool) {
        self.drawn.set(self.at.get_untracked());
        self.playing.set(playing);
        self.set_state("playing", playing);
        self.set_state("paused", !playing);
    }

    fn waits(self, waiting: bool) {
        self.waiting.set(waiting);
        self.set_state("buffering", waiting);
        self.arm();
    }

    fn stops(self) {
        if !self.playing.now() {
            return;
        }
        self.tick();
        self.flush();
        self.set_playing(false);
        self.emit_at("adil-pause");
        self.keep();
    }

    fn tuned(self) {
        self.flush();
        if let Some(medium) = self.medium() {
            self.rate.set(percent(medium.playback_rate()));
            self.loudness.set(percent(medium.loudness()));
        }
        self.arm();
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
        let notes = &self.context().cells;
        // The last picture may lie a moment before the end that the file tells.
        let end = self.duration.get_untracked();
        notes.stretch.set(notes.stretch.get().map(|stretch| stretch.reaching(end)));
        self.flush();
        self.set_playing(false);
        if self.open.now().is_none() {
            self.finish();
        }
    }

    /// Shows the end of the lesson, unless a checkpoint is still to come: its author may have
    /// written it a moment behind the last picture.
    pub fn finish(self) {
        if let Some((n, _)) = self.next() {
            return self.stop_at(n);
        }
        self.change(self.changed, |progress| progress.reached_end = true);
        self.set_ended(true);
        self.keep();
        self.settle();
    }

    /// The position moved by playing.
    pub fn tick(self) {
        let Some(medium) = self.medium() else { return };
        let context = self.context();
        let notes = &context.cells;
        // A player that loads anew stands at the start before it goes back where it was.
        if medium.seeking() || !self.playing.now() || notes.pending.get().is_some() {
            return;
        }
        let (at, clock) = (medium.position(), now());
        let step = |stretch: Stretch| stretch.extended(at, clock, medium.playback_rate());
        if let Some(longer) = notes.stretch.get().and_then(step) {
            notes.stretch.set(Some(longer));
            if longer.is_long() {
                self.flush();
                self.keep();
            }
        } else {
            self.flush();
            notes.stretch.set(Some(self.stretch_from(at)));
        }
        notes.last.set(at);
        self.advance(at);
        self.check();
        self.arm();
    }

    fn stretch_from(self, at: u32) -> Stretch {
        let attended = !is_hidden() || self.loudness.get_untracked() > 0;
        Stretch::begin(at, now(), attended)
    }

    /// Notes what was played since the last time.
    pub fn flush(self) {
        let context = self.context();
        let Some(Stretch { from, to, attended, .. }) = context.cells.stretch.take() else { return };
        if to > from {
            self.change(self.ranges, |progress| progress.play(Moment(from), Moment(to), attended));
            self.settle();
        }
        if self.playing.now() {
            context.cells.stretch.set(Some(self.stretch_from(to)));
        }
    }

    /// A slide begins to be seen.
    pub fn see_slide(self) {
        let notes = &self.context().cells;
        notes.stood.set(0.0);
        notes.seen_since.set((!is_hidden()).then(now));
    }

    /// The tab was hidden or shown: what is seen now counts apart.
    pub fn attend(self) {
        self.flush();
        let notes = &self.context().cells;
        let since = notes.seen_since.replace((self.slides.now() && !is_hidden()).then(now));
        notes.stood.set(notes.stood.get() + since.map_or(0.0, |since| now() - since));
    }

    /// How long the slide has been seen, in milliseconds; counted anew from here.
    pub(super) fn slide_stood(self) -> u32 {
        self.attend();
        millis(self.context().cells.stood.replace(0.0) / 1_000.0)
    }

    /// The medium is on the way to another position, whoever moved it.
    fn seeks(self) {
        let context = self.context();
        let notes = &context.cells;
        let to = self.position();
        if notes.own.take().is_some_and(|own| own.abs_diff(to) < 100) {
            notes.last.set(to);
            return;
        }
        let from = notes.last.get();
        self.flush();
        let Some(landed) = self.land(from, to) else { return };
        if let (true, Some(medium)) = (landed != to, self.medium()) {
            notes.own.set(Some(landed));
            medium.seek(landed);
        }
        if self.open.now().is_some() {
            self.close();
        }
        self.watch(|watch| watch.seek(landed));
        notes.last.set(landed);
        self.place(landed);
        self.emit("adil-seek", vec![("from", seconds(from)), ("to", seconds(landed))]);
        self.stop_at_the_end(landed);
    }
}
