//! Stops a video on its cue. Each way to learn of the moment fails somewhere: timers are slowed
//! in hidden tabs, cues of text tracks come late in `WebKit`, frames stop when nothing is drawn,
//! and `timeupdate` comes four times a second. So all of them watch, and the first one acts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::ui::listen;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{HtmlMediaElement, TextTrackKind, TextTrackMode, VttCue};

use super::medium::Medium;
use crate::model::Checkpoint;

/// How long before a cue a timer is set, in milliseconds: longer than the steps of `timeupdate`,
/// which sets it, and than those of timers in hidden tabs.
const NEAR: f64 = 1_500.0;

/// How long before a cue each picture is looked at, in milliseconds. A timer wakes then; to look
/// at more of them would be most of what a lesson costs.
const CLOSE: f64 = 250.0;

/// How long before a cue the timer goes in small steps: it may come late by some milliseconds.
const LAST: f64 = 60.0;

/// What is armed now.
#[derive(Default)]
pub struct Armed {
    /// The timer that wakes just before the cue.
    timer: RefCell<Option<Timeout>>,
    /// Whether a frame was asked for that has not come yet.
    frame: Rc<Cell<bool>>,
}

impl Armed {
    /// Lets the timer wake nobody any more.
    pub fn disarm(&self) {
        self.timer.replace(None);
    }

    /// Starts the exact watchers when a cue is near; asked again and again while a medium plays.
    /// `wake` looks where the medium is, and arms them anew.
    pub fn arm(&self, medium: &Medium, cue: u32, wake: impl Fn() + Copy + 'static) {
        let rate = medium.playback_rate().max(0.1);
        let left = f64::from(cue.saturating_sub(medium.position())) / rate;
        if left > NEAR {
            return self.disarm();
        }
        let is_close = left <= CLOSE;
        if is_close && !self.frame.replace(true) {
            let frame = Rc::clone(&self.frame);
            next_frame(medium, move || {
                frame.set(false);
                wake();
            });
        }
        let until = if is_close { LAST } else { CLOSE };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let wait = (left - until).max(4.0) as u32;
        self.timer.replace(Some(Timeout::new(wait, wake)));
    }
}

/// Asks for the next frame: of the video where the browser tells those, else of the page.
fn next_frame(media: &HtmlMediaElement, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    let asked = |on: &JsValue, name: &str| {
        let ask = Reflect::get(on, &name.into()).ok()?.dyn_into::<Function>().ok()?;
        ask.call1(on, &act).ok()
    };
    if asked(media, "requestVideoFrameCallback").is_none()
        && let Some(window) = leptos::web_sys::window()
    {
        _ = asked(&window, "requestAnimationFrame");
    }
}

/// Lets the browser tell of the cue of every checkpoint by a track that nobody sees.
pub fn watch_cues(media: &Medium, checkpoints: &[Checkpoint], check: impl Fn() + 'static) {
    const LABEL: &str = "adil-checkpoints";
    let Some(list) = media.text_tracks() else { return };
    // A track cannot be taken away again; that of an earlier view of a page's own video serves.
    let mut before = (0..list.length()).filter_map(|n| list.get(n));
    let before = before.find(|track| track.label() == LABEL);
    let track =
        before.unwrap_or_else(|| media.add_text_track_with_label(TextTrackKind::Metadata, LABEL));
    track.set_mode(TextTrackMode::Hidden);
    while let Some(cue) = track.cues().and_then(|cues| cues.get(0))
        && track.remove_cue(cue.unchecked_ref()).is_ok()
    {}
    for checkpoint in checkpoints {
        let at = checkpoint.at.seconds();
        if let Ok(cue) = VttCue::new((at - 0.005).max(0.0), at + 0.25, "") {
            track.add_cue(&cue);
        }
    }
    listen(&track, "cuechange", Box::new(move |_| untrack(&check)));
    on_cleanup({
        let track = send_wrapper::SendWrapper::new(track);
        move || track.set_mode(TextTrackMode::Disabled)
    });
}
