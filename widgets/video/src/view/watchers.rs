//! Stops a video on its cue. Each way to learn of the moment fails somewhere: timers are slowed
//! in hidden tabs, cues of text tracks come late in `WebKit`, frames stop when nothing is drawn,
//! and `timeupdate` comes four times a second. So all of them watch, and the first one acts.

use adil::ui::listen;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{HtmlMediaElement, TextTrackKind, TextTrackMode, VttCue};

use super::medium::Medium;
use super::session::Session;

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
    timer: std::cell::RefCell<Option<gloo_timers::callback::Timeout>>,
    /// Whether a frame was asked for that has not come yet.
    frame: std::cell::Cell<bool>,
}

/// Starts the exact watchers when the next cue is near; asked again and again while it plays.
pub fn arm(session: Session) {
    let fixed = session.fixed();
    let armed = &fixed.armed;
    let Some(medium) = session.medium().filter(|medium| !medium.paused()) else {
        armed.timer.replace(None);
        return;
    };
    let Some((_, cue)) = session.next() else { return };
    let left = f64::from(cue.saturating_sub(medium.position())) / medium.playback_rate().max(0.1);
    if left > NEAR {
        armed.timer.replace(None);
        return;
    }
    let is_close = left <= CLOSE;
    if is_close && !armed.frame.replace(true) {
        next_frame(session, &medium);
    }
    let until = if is_close { LAST } else { CLOSE };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let wait = (left - until).max(4.0) as u32;
    armed.timer.replace(Some(gloo_timers::callback::Timeout::new(wait, move || {
        if !session.is_over() {
            session.check();
            arm(session);
        }
    })));
}

/// Asks for the next frame: of the video where the browser tells those, else of the page.
fn next_frame(session: Session, media: &HtmlMediaElement) {
    let act = Closure::once_into_js(move || {
        if session.is_over() {
            return;
        }
        session.fixed().armed.frame.set(false);
        session.check();
        arm(session);
    });
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

/// Lets the browser tell of every cue by a track that nobody sees.
pub fn watch_cues(session: Session) {
    const LABEL: &str = "adil-checkpoints";
    let Some(media) = session.medium().filter(Medium::is_ours) else { return };
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
    let fixed = session.fixed();
    for checkpoint in fixed.document.body.checkpoints.iter() {
        let at = checkpoint.at.seconds();
        if let Ok(cue) = VttCue::new((at - 0.005).max(0.0), at + 0.25, "") {
            track.add_cue(&cue);
        }
    }
    listen(&track, "cuechange", Box::new(move |_| untrack(|| session.check())));
    on_cleanup({
        let track = send_wrapper::SendWrapper::new(track);
        move || track.set_mode(TextTrackMode::Disabled)
    });
}
