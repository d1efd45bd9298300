//! What plays: a media element, or a frame of another site.

use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::HtmlMediaElement;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::frame::Frame;
use crate::model::Moment;

/// What plays.
#[derive(Clone)]
pub enum Medium {
    /// A `<video>` of ours or of the page.
    File(HtmlMediaElement),
    /// A player of another site, driven by messages.
    Frame(Frame),
}

/// Milliseconds of a time as media elements have it; 0 for what is no time.
pub fn millis(seconds: f64) -> u32 {
    Moment::from_seconds(seconds).map_or(0, |moment| moment.0)
}

impl Medium {
    /// Where it is, in milliseconds.
    pub fn position(&self) -> u32 {
        match self {
            Medium::File(media) => millis(media.current_time()),
            Medium::Frame(frame) => frame.position(),
        }
    }

    /// How long it is; 0 while that is not known.
    pub fn duration(&self) -> u32 {
        match self {
            Medium::File(media) => millis(media.duration()),
            Medium::Frame(frame) => frame.duration(),
        }
    }

    /// Whether it stands still.
    pub fn is_paused(&self) -> bool {
        match self {
            Medium::File(media) => media.paused(),
            Medium::Frame(frame) => frame.is_paused(),
        }
    }

    /// Whether its position is on the way to another.
    pub fn is_seeking(&self) -> bool {
        matches!(self, Medium::File(media) if media.seeking())
    }

    /// Whether it can go to a position: a server that sends whole files only lets nobody seek,
    /// and a browser would begin anew.
    pub fn can_seek(&self, to: u32) -> bool {
        let Medium::File(media) = self else { return true };
        let (ranges, to) = (media.seekable(), Moment(to).seconds());
        (0..ranges.length()).any(|n| {
            ranges.start(n).is_ok_and(|start| start <= to)
                && ranges.end(n).is_ok_and(|end| end + 0.5 >= to)
        })
    }

    /// Goes to a position.
    pub fn seek(&self, to: u32) {
        match self {
            Medium::File(media) => media.set_current_time(Moment(to).seconds()),
            Medium::Frame(frame) => frame.seek(to),
        }
    }

    /// Plays. A browser may refuse until the learner pressed something; then it stays paused.
    pub fn play(&self) {
        match self {
            Medium::File(media) => {
                let Ok(promise) = media.play() else { return };
                let media = media.clone();
                spawn_local(async move {
                    let refused = JsFuture::from(promise).await.err();
                    // WebKit gives up playing when a seek comes between; the wish stands.
                    if refused.is_some_and(|error| name_of(&error) == "AbortError")
                        && media.seeking()
                        && let Ok(again) = media.play()
                    {
                        _ = JsFuture::from(again).await;
                    }
                });
            }
            Medium::Frame(frame) => frame.play(),
        }
    }

    /// Stands still.
    pub fn pause(&self) {
        match self {
            Medium::File(media) => _ = media.pause(),
            Medium::Frame(frame) => frame.pause(),
        }
    }

    /// Its speed; 1 is as it was made.
    pub fn rate(&self) -> f64 {
        match self {
            Medium::File(media) => media.playback_rate(),
            Medium::Frame(frame) => frame.rate(),
        }
    }

    /// Sets its speed.
    pub fn set_rate(&self, rate: f64) {
        match self {
            Medium::File(media) => media.set_playback_rate(rate),
            Medium::Frame(frame) => frame.set_rate(rate),
        }
    }

    /// How loud it is, 0 to 1; 0 while it is muted.
    pub fn loudness(&self) -> f64 {
        match self {
            Medium::File(media) if media.muted() => 0.0,
            Medium::File(media) => media.volume(),
            Medium::Frame(frame) => frame.loudness(),
        }
    }

    /// Sets how loud it is, 0 to 1.
    pub fn set_loudness(&self, share: f64) {
        match self {
            Medium::File(media) => {
                media.set_muted(share <= 0.0);
                if share > 0.0 {
                    media.set_volume(share.min(1.0));
                }
            }
            Medium::Frame(frame) => frame.set_loudness(share),
        }
    }

    /// The media element, where it is one.
    pub fn element(&self) -> Option<&HtmlMediaElement> {
        match self {
            Medium::File(media) => Some(media),
            Medium::Frame(_) => None,
        }
    }
}

fn name_of(error: &JsValue) -> String {
    let name = js_sys::Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
}
