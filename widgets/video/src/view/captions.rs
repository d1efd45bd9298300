//! What is said and seen, in words: the browser reads `WebVTT`, this shows it.

use std::cell::RefCell;

use adil::content::base_language;
use adil::ui::{El, el, listen, part, point};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlMediaElement, TextTrack, TextTrackMode, VttCue};
use send_wrapper::SendWrapper;

use super::medium::millis;
use super::session::Session;
use crate::model::Track;
use adil::ui::{Flag, Place};

/// One caption.
#[derive(Clone)]
pub struct Line {
    /// When it appears, in milliseconds.
    pub from: u32,
    /// When it goes.
    to: u32,
    cue: VttCue,
}

impl Line {
    /// Its words, without the names of who speaks.
    pub fn words(&self) -> String {
        self.cue.get_cue_as_html().text_content().unwrap_or_default()
    }
}

/// The tracks of a video, each with its element.
#[derive(Default)]
pub struct Tracks {
    captions: RefCell<Vec<Found>>,
    descriptions: RefCell<Vec<Found>>,
    /// The captions that were read.
    pub lines: RefCell<Vec<Line>>,
}

struct Found {
    track: TextTrack,
    lang: String,
    label: String,
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
    /// Whether a file of captions could not be read.
    pub failed: Flag,
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
        }
    }

    /// Reads captions once the video is played: before that nothing shows them.
    pub fn load_with_video(self) {
        adil::ui::effect(Box::new(move || {
            if self.session.started.get() && self.shown.get() {
                untrack(|| self.load());
            }
        }));
    }

    /// Takes the tracks that a media element has, and those of the content file. `alone` is an
    /// element that plays nothing, for players of other sites.
    pub fn attach(self, media: &HtmlMediaElement) {
        let fixed = self.session.fixed();
        let video = &fixed.document.body;
        let add = |kind: &str, track: &Track| {
            let label = track.label.clone().unwrap_or_else(|| super::language_name(&track.lang));
            let made = el("track")
                .attr("kind", kind)
                .attr("srclang", &track.lang)
                .attr("label", &label)
                .with(|element| point(element, "src", &track.src.0, &fixed.host.base()));
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
        // A page's own captions would be shown twice.
        track.set_mode(TextTrackMode::Disabled);
        let act = move |_| untrack(|| self.collect());
        listen(element, "load", Box::new(act));
        let act = move |_| untrack(|| self.fails());
        listen(element, "error", Box::new(act));
        let act = move |_| {
            if described {
                self.describe();
            } else {
                untrack(|| self.show());
            }
        };
        listen(&track, "cuechange", Box::new(act));
        let (lang, label) = (track.language(), track.label());
        let label = if label.is_empty() { super::language_name(&lang) } else { label };
        let into = if described { &fixed.tracks.descriptions } else { &fixed.tracks.captions };
        into.borrow_mut().push(Found { track, lang, label });
    }

    /// A file that cannot be read: the learner is told, and the author where it is.
    fn fails(self) {
        self.failed.set(true);
        let fixed = self.session.fixed();
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
        nearest(&found, &fixed.rich.lang, &fixed.rich.original)
    }

    /// Chooses a language, and reads it where something shows it.
    pub fn choose(self, n: usize) {
        self.which.set(Some(n));
        self.read.set(false);
        self.session.fixed().tracks.lines.borrow_mut().clear();
        self.load();
    }

    /// Reads the chosen language, unless that was done.
    pub fn load(self) {
        let fixed = self.session.fixed();
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

    /// Shows captions, or hides them.
    pub fn toggle(self) {
        self.shown.toggle();
        let shown = self.shown.now();
        self.session.fixed().prefs.captions.set(shown);
        super::prefs::keep(self.session);
        self.load();
        self.show();
    }

    /// Begins or ends to describe pictures.
    pub fn set_described(self, on: bool) {
        self.described.set(on);
        let fixed = self.session.fixed();
        let found = fixed.tracks.descriptions.borrow();
        let best = nearest(&found, &fixed.rich.lang, &fixed.rich.original);
        for (n, found) in found.iter().enumerate() {
            let mode =
                if on && best == Some(n) { TextTrackMode::Hidden } else { TextTrackMode::Disabled };
            found.track.set_mode(mode);
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
            Some(Line { from: millis(cue.start_time()), to: millis(cue.end_time()), cue })
        };
        // Lists of cues are in the order of time.
        let lines: Vec<Line> = (0..cues.length()).filter_map(line).collect();
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

    /// Shows what is said now.
    pub fn show(self) {
        let fixed = self.session.fixed();
        let Some(place) = fixed.caption.borrow().clone() else { return };
        place.set_text_content(None);
        if !self.shown.now() || !self.session.started.now() {
            return;
        }
        let at = self.session.medium().map_or(0, |medium| medium.position());
        let lines = fixed.tracks.lines.borrow();
        let end = lines.partition_point(|line| line.from <= at);
        // Cues may overlap; more than a few at once nobody could read.
        for line in lines[end.saturating_sub(4)..end].iter().filter(|line| at < line.to) {
            let row = el("p").child(el("span").with(|element| {
                _ = element.append_child(&line.cue.get_cue_as_html());
            }));
            _ = place.append_child(&row.element());
        }
    }

    fn describe(self) {
        let fixed = self.session.fixed();
        let found = fixed.tracks.descriptions.borrow();
        let active = found.iter().find_map(|found| found.track.active_cues()?.get(0));
        let Some(cue) = active.map(JsCast::unchecked_into::<VttCue>) else { return };
        if self.described.now() {
            let words = cue.get_cue_as_html().text_content().unwrap_or_default();
            self.session.said.say(&words);
            if let Some(place) = &*fixed.description.borrow() {
                place.set_text_content(Some(&words));
            }
        }
    }

    /// Where captions stand: over the lower edge of the picture.
    pub fn view(self) -> El {
        let fixed = self.session.fixed();
        let lang = move || {
            let which = self.which.get()?;
            self.session.fixed().tracks.captions.borrow().get(which).map(|one| one.lang.clone())
        };
        part("div", "caption")
            .attr("dir", "auto")
            .live("lang", lang)
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

/// The track in a language, else in another one, else the first.
fn nearest(found: &[Found], lang: &str, original: &str) -> Option<usize> {
    let base =
        |tag: &str| found.iter().position(|one| base_language(&one.lang) == base_language(tag));
    let exact = found.iter().position(|one| one.lang == lang);
    let first = (!found.is_empty()).then_some(0);
    exact.or_else(|| base(lang)).or_else(|| base(original)).or(first)
}

impl Tracks {
    /// Whether there are captions at all.
    pub fn is_silent(&self) -> bool {
        self.captions.borrow().is_empty()
    }
}
