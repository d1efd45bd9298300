//! Which file plays, and what went wrong with others.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use leptos::wasm_bindgen::JsValue;

/// Which file plays, and what went wrong with others.
#[derive(Default)]
pub struct Chosen {
    /// The file: a place in the content's list.
    pub(super) file: Cell<Option<usize>>,
    /// Files that failed.
    pub(super) failed: RefCell<Vec<usize>>,
    /// Whether nothing can be played now.
    pub fault: Cell<bool>,
    /// Whether a stream plays once its library is there.
    pub plays: Cell<bool>,
    /// Whether the network was lost.
    pub lost: Cell<bool>,
    /// Whether it played when the network was lost, and plays on once that is back.
    pub(super) played: Cell<bool>,
    /// The height that the learner chose; 0 for one that fits.
    pub(super) height: Cell<f64>,
    /// What plays a stream where the browser cannot.
    pub(super) streamer: RefCell<Option<JsValue>>,
    pub(super) stall: RefCell<Option<Timeout>>,
}
