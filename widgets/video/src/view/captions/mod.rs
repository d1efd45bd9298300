//! What is said and seen, in words: the browser reads `WebVTT`, this shows it.

mod standing;
mod tracks;

use std::cell::Cell;

use adil::content::direction;
use adil::ui::{El, effect, el, listen, part, point};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{
    Element, Event, HtmlMediaElement, ResizeObserver, TextTrack, TextTrackMode, VttCue,
};
use send_wrapper::SendWrapper;

use super::medium::{Medium, millis};
use super::session::Session;
use super::source;
use crate::model::Track;
use adil::ui::{Flag, Place};
use tracks::Found;

pub use tracks::{Line, Tracks, nearest};

/// How many lines are taken over at most: ten hours of talk have fewer. The browser shows others,
/// too; a list of them all would keep a page busy for minutes.
const MOST_LINES: u32 = 20_000;

/// How many captions are shown at once at most, those that began last: a picture has room for
/// about twelve lines, and a browser would be busy with thousands.
const MOST_AT_ONCE: usize = 32;

/// Whether a lesson has no captions at all.
pub fn are_missing(session: Session) -> bool {
    let own = source::own(session).and_then(|own| own.query_selector("track").ok().flatten());
    session.fixed().document.body.captions.is_empty() && own.is_none()
}

/// A handle to the captions.
#[derive(Clone, Copy)]
pub struct Captions {
    session: Session,
    /// Whether they are shown.
    pub shown: Flag,
    /// Which language: a place in the list.
    pub which: Place,
    /// Whether the lines of that language were read.
    pub read: Flag,
    /// Whether pictures are described.
    pub described: Flag,
    /// Whether the file of that language could not be read.
    pub failed: Flag,
    /// Whether a worksheet was asked for that is not printed yet.
    pub paper: Flag,
}

impl Captions {
    /// Nothing is read yet.
    pub fn new(session: Session) -> Captions {
        let shown = session.fixed().prefs.captions.get();
        Captions {
            session,
            shown: Flag::new(shown),
            which: Place::new(None),
            read: Flag::new(false),
            described: Flag::new(false),
            failed: Flag::new(false),
            paper: Flag::new(false),
        }
    }

    /// Takes the tracks of the video over. They are read once it is played: before that nothing
    /// shows them. The page is told whether they are shown.
    pub fn follow(self) {
        let session = self.session;
        if let Some(medium) = session.medium().filter(Medium::is_ours) {
            self.attach(&medium);
        } else {
            // Players of other sites have no tracks for us: an element that plays nothing reads
            // them, and the lesson's clock shows them.
            if let Some(alone) = el("video").element().dyn_ref::<HtmlMediaElement>() {
                self.attach(alone);
            }
            effect(Box::new(move || {
                session.at.get();
                untrack(|| self.keep_up());
            }));
        }
        effect(Box::new(move || {
            let (started, shown) = (session.started.get(), self.shown.get());
            let some = self.which.get().is_some();
            untrack(|| {
                session.flag("captions", shown && some);
                if started && shown {
                    self.load();
                }
                self.show();
            });
        }));
        self.follow_size();
    }

    /// Where captions stand depends on how large the picture is, and whether it is there at all.
    fn follow_size(self) {
        let Some(place) = self.session.fixed().caption.borrow().clone() else { return };
        let act = move |_| untrack(|| self.show());
        let act = Closure::<dyn Fn(Event)>::wrap(Box::new(act));
        let Ok(observer) = ResizeObserver::new(act.as_ref().unchecked_ref()) else { return };
        observer.observe(&place);
        let kept = SendWrapper::new((observer, act));
        on_cleanup(move || kept.0.disconnect());
    }

    /// Takes the tracks that a media element has, and those of the content file.
    fn attach(self, media: &HtmlMediaElement) {
        let fixed = self.session.fixed();
        let video = &fixed.document.body;
        let add = |kind: &str, track: &Track| {
            let label = track.label.clone().unwrap_or_else(|| super::language_name(&track.lang));
            let made = el("track")
                .attr("kind", kind)
                .attr("srclang", &track.lang)
                .attr("label", &label)
                .with(|element| point(element, "src", &track.src.0, &fixed.host));
            let element = SendWrapper::new(made.element());
            _ = media.append_child(&element);
            on_cleanup(move || element.remove());
        };
        video.captions.iter().for_each(|track| add("captions", track));
        video.descriptions.iter().for_each(|track| add("descriptions", track));
        let Ok(list) = media.query_selector_all("track") else { return };
        for node in (0..list.length()).filter_map(|n| list.get(n)) {
            self.find(node.unchecked_ref());
        }
        self.which.set(self.best());
    }

    fn find(self, element: &Element) {
        let Ok(track) = js_sys::Reflect::get(element, &"track".into()) else { return };
        let track: TextTrack = track.unchecked_into();
        let fixed = self.session.fixed();
        let kind = element.get_attribute("kind").unwrap_or_default();
        let described = kind == "descriptions";
        if !described && !["captions", "subtitles", ""].contains(&kind.as_str()) {
            return;
        }
        // A page's own captions would be shown twice. They are given back as they were.
        let (before, given) = (track.mode(), SendWrapper::new(track.clone()));
        track.set_mode(TextTrackMode::Disabled);
        on_cleanup(move || given.set_mode(before));
        let into = if described { &fixed.tracks.descriptions } else { &fixed.tracks.captions };
        let n = into.borrow().len();
        let act = move |_| untrack(|| self.collect());
        listen(element, "load", Box::new(act));
        let act = move |_| untrack(|| self.fails((!described).then_some(n)));
        listen(element, "error", Box::new(act));
        listen(&track, "cuechange", Box::new(move |_| untrack(|| self.show())));
        let (lang, label) = (track.language(), track.label());
        let label = if label.is_empty() { super::language_name(&lang) } else { label };
        into.borrow_mut().push(Found { track, lang, label, failed: Cell::new(false) });
    }

    /// A file that cannot be read: the learner is told where these captions were chosen, and the
    /// author where it is.
    fn fails(self, captions: Option<usize>) {
        let fixed = self.session.fixed();
        if let Some(n) = captions {
            fixed.tracks.captions.borrow()[n].failed.set(true);
            if self.which.now() == captions {
                self.failed.set(true);
            }
        }
        let about =
            [&fixed.host.name(), ": captions or descriptions: a file cannot be read"].concat();
        leptos::web_sys::console::warn_1(&about.into());
    }

    /// The languages that there are, by name.
    pub fn names(self) -> Vec<String> {
        let fixed = self.session.fixed();
        let found = fixed.tracks.captions.borrow();
        found.iter().map(|one| one.label.clone()).collect()
    }

    /// Whether pictures can be described.
    pub fn has_descriptions(self) -> bool {
        !self.session.fixed().tracks.descriptions.borrow().is_empty()
    }

    /// The captions in the learner's language, else in the lesson's own.
    fn best(self) -> Option<usize> {
        let fixed = self.session.fixed();
        let found = fixed.tracks.captions.borrow();
        Tracks::best(&found, &fixed.rich)
    }

    /// Chooses a language, and reads it where something shows it.
    pub fn choose(self, n: usize) {
        let tracks = &self.session.fixed().tracks;
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
        let fixed = self.session.fixed();
        fixed.tracks.wanted.set(true);
        for (n, found) in fixed.tracks.captions.borrow().iter().enumerate() {
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
        self.session.fixed().prefs.captions.set(shown);
        super::prefs::keep(self.session);
    }

    /// Prints a worksheet, with all that is said.
    pub fn print(self) {
        self.load();
        self.session.ask_for_rest();
        self.paper.set(true);
    }

    /// Begins or ends to describe pictures.
    pub fn set_described(self, on: bool) {
        self.described.set(on);
        let fixed = self.session.fixed();
        let found = fixed.tracks.descriptions.borrow();
        let best = Tracks::best(&found, &fixed.rich);
        for (n, found) in found.iter().enumerate() {
            let mode =
                if on && best == Some(n) { TextTrackMode::Hidden } else { TextTrackMode::Disabled };
            found.track.set_mode(mode);
        }
        // What was said before may be said again.
        if let Some(place) = &*fixed.description.borrow() {
            place.set_text_content(None);
            if let Some(found) = best.and_then(|n| found.get(n)) {
                adil::ui::mark_language(&fixed.rich, place, &found.lang);
            }
        }
    }

    /// Takes the lines over, once the browser has read them.
    fn collect(self) {
        let fixed = self.session.fixed();
        let Some(which) = self.which.now() else { return };
        let found = fixed.tracks.captions.borrow();
        let Some(cues) = found.get(which).and_then(|found| found.track.cues()) else { return };
        let line = |n| {
            let cue: VttCue = cues.get(n)?.unchecked_into();
            tracks::is_readable(&cue).then(|| Line {
                from: millis(cue.start_time()),
                to: millis(cue.end_time()),
                cue,
            })
        };
        // Lists of cues are in the order of time.
        let lines: Vec<Line> = (0..cues.length().min(MOST_LINES)).filter_map(line).collect();
        if !lines.is_empty() && lines.len() != fixed.tracks.lines.borrow().len() {
            fixed.tracks.lines.replace(lines);
            // Once more, so that views of an earlier language are made anew.
            self.read.set(false);
            self.read.set(true);
        }
        self.show();
    }

    /// The place of the line that is said at a moment.
    pub fn line_at(self, at: u32) -> Option<usize> {
        let fixed = self.session.fixed();
        let lines = fixed.tracks.lines.borrow();
        lines.partition_point(|line| line.from <= at).checked_sub(1)
    }

    /// Shows what is said now, and says what is seen.
    pub fn show(self) {
        self.session.fixed().tracks.drawn.set(None);
        self.keep_up();
    }

    /// As [`Self::show`], by a clock that ticks often: what stands there already is left alone.
    fn keep_up(self) {
        self.describe();
        let fixed = self.session.fixed();
        let Some(place) = &*fixed.caption.borrow() else { return };
        let at = self.session.medium().map_or(0, |medium| medium.position());
        let lines = fixed.tracks.lines.borrow();
        let begun = lines.partition_point(|line| line.from <= at);
        let is_shown = self.shown.now() && self.session.started.now();
        let begun = if is_shown { begun } else { 0 };
        let is_now = |line: &&Line| at < line.to;
        let now: Vec<_> =
            lines[..begun].iter().filter(is_now).map(|line| line.cue.clone()).collect();
        // Both stay the same until a line begins or ends.
        let drawn = Some((begun, now.len()));
        if fixed.tracks.drawn.replace(drawn) != drawn {
            standing::stand(place, &now[now.len().saturating_sub(MOST_AT_ONCE)..]);
        }
    }

    /// Says what is seen now, once: the browser knows where it plays itself, else the clock does.
    fn describe(self) {
        if !self.described.now() {
            return;
        }
        let fixed = self.session.fixed();
        let clock = self.session.medium().filter(|medium| !medium.is_ours());
        let clock = clock.map(|medium| medium.current_time());
        let now = |found: &Found| -> Option<VttCue> {
            let Some(at) = clock else { return found.track.active_cues()?.get(0) };
            let cues = found.track.cues()?;
            let is_now = |cue: &VttCue| cue.start_time() <= at && at < cue.end_time();
            (0..cues.length()).filter_map(|n| cues.get(n)).find(is_now)
        };
        let Some(cue) = fixed.tracks.descriptions.borrow().iter().find_map(now) else { return };
        let words = cue.get_cue_as_html().text_content();
        if let Some(place) = &*fixed.description.borrow()
            && place.text_content() != words
        {
            place.set_text_content(words.as_deref());
            let lang = place.get_attribute("lang").unwrap_or_default();
            let words = words.unwrap_or_default();
            self.session.said.say_lines(&[adil::ui::Line { lang, words }]);
        }
    }

    /// The language of the captions, where it is known; followed.
    pub fn lang(self) -> Option<String> {
        let which = self.which.get()?;
        let lang = self.session.fixed().tracks.captions.borrow().get(which)?.lang.clone();
        (!lang.is_empty()).then_some(lang)
    }

    /// The direction that they are read in; followed.
    pub fn dir(self) -> &'static str {
        direction(&self.lang().unwrap_or_default())
    }

    /// Where captions stand: over the picture.
    pub fn view(self) -> El {
        let fixed = self.session.fixed();
        part("div", "caption")
            .live("dir", move || self.dir())
            .live("lang", move || self.lang())
            .live("hidden", move || !self.shown.get())
            .with(|element| _ = fixed.caption.replace(Some(element.clone())))
    }

    /// Where pictures are described in words.
    pub fn description(self) -> El {
        let fixed = self.session.fixed();
        part("p", "description")
            .attr("dir", "auto")
            .with(|element| _ = fixed.description.replace(Some(element.clone())))
    }
}
