//! The tracks of a video, and what was read of them.

use std::cell::{Cell, RefCell};

use adil::content::base_language;
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

/// The track in a language, else in another one, else the first.
pub(super) fn nearest(found: &[Found], lang: &str, original: &str) -> Option<usize> {
    let base =
        |tag: &str| found.iter().position(|one| base_language(&one.lang) == base_language(tag));
    let exact = found.iter().position(|one| one.lang == lang);
    let first = (!found.is_empty()).then_some(0);
    exact.or_else(|| base(lang)).or_else(|| base(original)).or(first)
}
