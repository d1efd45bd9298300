//! The tracks of a video, and what was read of them.

use std::cell::{Cell, RefCell};

use adil::ui::RichContext;
use js_sys::JsString;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{TextTrack, VttCue};

/// One caption.
#[derive(Clone)]
pub struct Line {
    /// When it appears, in milliseconds.
    pub from: u32,
    /// When it goes.
    pub(super) to: u32,
    pub(super) cue: VttCue,
}

/// How many letters and tags a line has at most: browsers end a page that shows millions of them.
const LONGEST: u32 = 100_000;

/// Whether a cue is one that anybody could read.
pub fn is_readable(cue: &VttCue) -> bool {
    let text = js_sys::Reflect::get(cue, &"text".into());
    text.is_ok_and(|text| text.unchecked_into::<JsString>().length() <= LONGEST)
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
    pub(super) captions: RefCell<Vec<Found>>,
    pub(super) descriptions: RefCell<Vec<Found>>,
    /// The captions that were read.
    pub lines: RefCell<Vec<Line>>,
    /// How many lines had begun when captions were shown last, and how many of them were said.
    pub(super) drawn: Cell<Option<(usize, usize)>>,
    /// Whether anything has shown captions yet; nothing is loaded before.
    pub(super) wanted: Cell<bool>,
}

/// One track: captions or descriptions in one language.
pub(super) struct Found {
    pub(super) track: TextTrack,
    pub(super) lang: String,
    pub(super) label: String,
    /// Whether its file could not be read.
    pub(super) failed: Cell<bool>,
}

/// The file in a language, else in another one, else the first.
pub fn nearest(tags: &[&str], lang: &str, original: &str) -> Option<usize> {
    let near = |lang| adil::content::nearest(&mut tags.iter().copied(), lang);
    let first = (!tags.is_empty()).then_some(0);
    near(lang).or_else(|| near(original)).or(first)
}

impl Tracks {
    /// The nearest of some tracks to the learner's language, else to the lesson's own.
    pub(super) fn best(found: &[Found], rich: &RichContext) -> Option<usize> {
        let tags: Vec<&str> = found.iter().map(|one| one.lang.as_str()).collect();
        nearest(&tags, &rich.lang, &rich.original)
    }
}
