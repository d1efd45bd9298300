//! What plays: a media element, or what `frame.js` dresses as one.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlMediaElement};

use super::browser;
use crate::model::Moment;

/// What plays.
#[derive(Clone)]
pub struct Medium(pub HtmlMediaElement);

/// Milliseconds of a time as media elements have it; 0 for what is no time.
pub fn millis(seconds: f64) -> u32 {
    Moment::from_seconds(seconds).map_or(0, |moment| moment.0)
}

/// A share in percent.
pub fn percent(share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = (share.clamp(0.0, 100.0) * 100.0).round() as u32;
    percent
}

impl Medium {
    /// Where it is, in milliseconds.
    pub fn position(&self) -> u32 {
        millis(self.0.current_time())
    }

    /// How long it is; 0 while that is not known.
    pub fn duration(&self) -> u32 {
        millis(self.0.duration())
    }

    /// Whether it is an element of the page, and no player of another site.
    pub fn is_ours(&self) -> bool {
        self.0.is_instance_of::<HtmlElement>()
    }

    /// Whether it can go to a position: a server that sends whole files only lets nobody seek,
    /// and a browser would begin anew.
    pub fn can_seek(&self, to: u32) -> bool {
        let (ranges, to) = (self.0.seekable(), Moment(to).seconds());
        (0..ranges.length()).any(|n| {
            ranges.start(n).is_ok_and(|start| start <= to)
                && ranges.end(n).is_ok_and(|end| end + 0.5 >= to)
        })
    }

    /// Goes to a position.
    pub fn seek(&self, to: u32) {
        self.0.set_current_time(Moment(to).seconds());
    }

    /// Plays. A browser may refuse until the learner pressed something; then it stays paused.
    /// `WebKit` also says that it refuses when a seek comes between, and plays after it: to ask
    /// again would play on over a checkpoint that stopped it meanwhile.
    pub fn play(&self) {
        browser::ask(&self.0, "play");
    }

    /// Sets its speed, also for what it loads later.
    pub fn set_speed(&self, rate: f64) {
        self.0.set_default_playback_rate(rate);
        self.0.set_playback_rate(rate);
    }

    /// How loud it is, 0 to 1; 0 while it is muted.
    pub fn loudness(&self) -> f64 {
        if self.0.muted() { 0.0 } else { self.0.volume() }
    }

    /// Sets how loud it is, 0 to 1.
    pub fn set_loudness(&self, share: f64) {
        self.0.set_muted(share <= 0.0);
        if share > 0.0 {
            self.0.set_volume(share.min(1.0));
        }
    }
}

/// `WebKitGTK` at times lets a film stand still for good, though it says that it plays, once the
/// page lays it out anew, as taking it over does. Setting its speed makes it go on; to the side of
/// the usual one, since browsers refuse what is faster or slower than their limits.
pub fn wake(media: &HtmlMediaElement) {
    let rate = media.playback_rate();
    media.set_playback_rate(if rate > 1.0 { rate - 0.001 } else { rate + 0.001 });
    media.set_playback_rate(rate);
}

impl std::ops::Deref for Medium {
    type Target = HtmlMediaElement;

    fn deref(&self) -> &HtmlMediaElement {
        &self.0
    }
}
