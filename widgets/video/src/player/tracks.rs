//! The tracks of a video, and what was read of them.

use std::cell::{Cell, RefCell};

use adil::ui::RichContext;
use js_sys::JsString;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{TextTrack, VttCue};

use crate::model::nearest;

/// One caption.
#[derive(Clone)]
pub struct Line {
    /// When it appears, in milliseconds.
    pub from: u32,
    /// When it goes.
    pub to: u32,
    /// What the browser has read of it.
    pub cue: VttCue,
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
    /// Those with what is said.
    pub captions: RefCell<Vec<Found>>,
    /// Those with what is seen.
    pub descriptions: RefCell<Vec<Found>>,
    /// The captions that were read.
    pub lines: RefCell<Vec<Line>>,
    /// How many lines had begun when captions were shown last, and how many of them were said.
    pub drawn: Cell<Option<(usize, usize)>>,
    /// Whether anything has shown captions yet; nothing is loaded before.
    pub wanted: Cell<bool>,
}

/// One track: captions or descriptions in one language.
pub struct Found {
    /// What the browser has of it.
    pub track: TextTrack,
    /// The tag of its language.
    pub lang: String,
    /// What it is called in lists.
    pub label: String,
    /// Whether its file could not be read.
    pub failed: Cell<bool>,
}

impl Tracks {
    /// The nearest of some tracks to the learner's language, else to the lesson's own.
    pub fn best(found: &[Found], rich: &RichContext) -> Option<usize> {
        let tags: Vec<&str> = found.iter().map(|one| one.lang.as_str()).collect();
        nearest(&tags, &rich.lang, &rich.original)
    }
}
