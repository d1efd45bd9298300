//! A player of another site in a frame, driven by messages. None of its scripts runs in the page,
//! and nothing is asked of it before the learner agreed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::host::parse_json;
use adil::json::{self, Json};
use adil::ui::{El, el, listen};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlIFrameElement, MessageEvent};

use adil::host::now;
use super::medium::millis;
use super::session::Session;
use crate::model::{Embed, Moment, Site};

/// What is known of the other player.
#[derive(Default)]
struct Known {
    at: Cell<u32>,
    /// When the position was told, on the browser's clock.
    told: Cell<f64>,
    duration: Cell<u32>,
    playing: Cell<bool>,
    rate: Cell<f64>,
    loudness: Cell<f64>,
    answered: Cell<bool>,
}

/// A handle to the frame.
#[derive(Clone)]
pub struct Frame {
    embed: Rc<Embed>,
    frame: Rc<RefCell<Option<HtmlIFrameElement>>>,
    known: Rc<Known>,
}

/// How far a position may jump between two messages before it counts as a seek: milliseconds.
const JUMP: u32 = 1_500;

impl Frame {
    /// A frame that is not in the page yet.
    pub fn new(embed: Embed) -> Frame {
        let known = Known::default();
        known.rate.set(1.0);
        known.loudness.set(1.0);
        Frame { embed: Rc::new(embed), frame: Rc::default(), known: Rc::new(known) }
    }

    /// The frame as an element of the page. From now on the other site is asked.
    pub fn view(&self, session: Session) -> El {
        let title = session.fixed().document.envelope.title.clone();
        let src = self.embed.address(&super::page_origin());
        let view = el("iframe")
            .attr("class", "media")
            .attr("part", "media")
            .attr("src", &src)
            .attr("title", title.get(&session.fixed().rich.lang))
            .attr("allow", "autoplay; encrypted-media; picture-in-picture")
            .attr("referrerpolicy", "strict-origin-when-cross-origin")
            .with(|element| *self.frame.borrow_mut() = element.clone().dyn_into().ok());
        let this = self.clone();
        if let Some(window) = leptos::web_sys::window() {
            let act = move |event: leptos::web_sys::Event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    _ = this.hear(session, event);
                }
            };
            listen(&window, "message", Box::new(act));
        }
        // Its script starts at some time after the frame; it is asked until it answers.
        let this = self.clone();
        adil::ui::every(250, move || {
            if !this.known.answered.get() {
                this.greet();
            }
        });
        // Positions come rarely; between them the clock tells.
        adil::ui::every(50, move || {
            if session.playing.now() {
                session.tick();
            }
        });
        view
    }

    fn post(&self, message: &Json) {
        let window = self.frame.borrow().as_ref().and_then(HtmlIFrameElement::content_window);
        if let Some(window) = window {
            // Only the site itself may read it, whatever the frame shows by now.
            _ = window.post_message(&json::write(message).into(), self.embed.site.origin());
        }
    }

    fn greet(&self) {
        match self.embed.site {
            Site::YouTube => self.post(&Json::object([("event", "listening".into())])),
            Site::Vimeo => {
                for event in ["timeupdate", "play", "pause", "ended", "seeked"] {
                    self.call("addEventListener", event.into());
                }
                self.call("getDuration", Json::Null);
            }
        }
    }

    /// Calls a method of the other player.
    fn call(&self, method: &str, value: Json) {
        self.post(&match self.embed.site {
            Site::YouTube => {
                let args = if value == Json::Null { Vec::new() } else { vec![value, true.into()] };
                Json::object([
                    ("event", "command".into()),
                    ("func", method.into()),
                    ("args", Json::List(args)),
                ])
            }
            Site::Vimeo => Json::object([("method", method.into()), ("value", value)]),
        });
    }

    fn word(&self, youtube: &'static str, vimeo: &'static str) -> &'static str {
        match self.embed.site {
            Site::YouTube => youtube,
            Site::Vimeo => vimeo,
        }
    }

    /// A message to the page: ours only when it comes from this frame and its site.
    fn hear(&self, session: Session, event: &MessageEvent) -> Option<()> {
        let window = self.frame.borrow().as_ref()?.content_window()?;
        let from = event.source()?;
        if event.origin() != self.embed.site.origin() || !js_sys::Object::is(&from, &window) {
            return None;
        }
        let data = event.data();
        let text = data.as_string().or_else(|| js_sys::JSON::stringify(&data).ok()?.as_string())?;
        let message = parse_json(&text).ok()?;
        self.known.answered.set(true);
        match self.embed.site {
            Site::YouTube => self.hear_youtube(session, &message),
            Site::Vimeo => self.hear_vimeo(session, &message),
        }
    }

    fn hear_youtube(&self, session: Session, message: &Json) -> Option<()> {
        let info = message.get("info")?;
        let number = |json: &Json, name| json.get(name).and_then(Json::number);
        let progress = info.get("progressState");
        let at = progress.and_then(|progress| number(progress, "current"));
        let at = at.or_else(|| number(info, "currentTime"));
        let length = progress.and_then(|progress| number(progress, "duration"));
        if let Some(rate) = number(info, "playbackRate").filter(|rate| *rate > 0.0) {
            self.known.rate.set(rate);
        }
        self.measured(session, length.or_else(|| number(info, "duration")));
        match number(info, "playerState") {
            Some(1.0) => self.turned(session, true),
            Some(2.0) => self.turned(session, false),
            Some(0.0) => {
                self.turned(session, false);
                session.heard("ended");
            }
            Some(3.0) => session.heard("waiting"),
            _ => {}
        }
        self.moved(session, at?);
        Some(())
    }

    fn hear_vimeo(&self, session: Session, message: &Json) -> Option<()> {
        let method = message.get("method").and_then(Json::text);
        if method == Some("getDuration") {
            self.measured(session, message.get("value").and_then(Json::number));
        }
        let data = message.get("data");
        let number = |name| data.and_then(|data| data.get(name)).and_then(Json::number);
        self.measured(session, number("duration"));
        match message.get("event").and_then(Json::text)? {
            "ready" => self.known.answered.set(false),
            "play" => self.turned(session, true),
            "pause" => self.turned(session, false),
            "ended" => {
                self.turned(session, false);
                session.heard("ended");
            }
            _ => {}
        }
        self.moved(session, number("seconds")?);
        Some(())
    }

    fn measured(&self, session: Session, seconds: Option<f64>) {
        if let Some(length) = seconds.map(millis).filter(|n| *n > 0 && *n != self.duration()) {
            self.known.duration.set(length);
            session.heard("durationchange");
        }
    }

    fn turned(&self, session: Session, playing: bool) {
        if self.known.playing.get() == playing {
            return;
        }
        self.known.at.set(self.position());
        self.known.told.set(now());
        self.known.playing.set(playing);
        session.heard(if playing { "play" } else { "pause" });
        if playing {
            session.heard("playing");
        }
    }

    fn moved(&self, session: Session, seconds: f64) {
        let (expected, at) = (self.position(), millis(seconds));
        self.known.at.set(at);
        self.known.told.set(now());
        // None of the sites says reliably when a learner sought.
        if at.abs_diff(expected) > JUMP {
            session.heard("seeking");
            session.heard("seeked");
        } else {
            session.heard("timeupdate");
        }
    }

    /// Where it is: told, or counted on from what was told.
    pub fn position(&self) -> u32 {
        let since = if self.known.playing.get() { now() - self.known.told.get() } else { 0.0 };
        // Messages stop when its tab sleeps; then nothing goes on.
        let counted = (since.clamp(0.0, 2_000.0) * self.known.rate.get()) / 1_000.0;
        self.known.at.get().saturating_add(millis(counted))
    }

    /// How long it is.
    pub fn duration(&self) -> u32 {
        self.known.duration.get()
    }

    /// Whether it stands still.
    pub fn is_paused(&self) -> bool {
        !self.known.playing.get()
    }

    /// Its speed.
    pub fn rate(&self) -> f64 {
        self.known.rate.get()
    }

    /// How loud it is.
    pub fn loudness(&self) -> f64 {
        self.known.loudness.get()
    }

    /// Plays.
    pub fn play(&self) {
        self.call(self.word("playVideo", "play"), Json::Null);
    }

    /// Stands still.
    pub fn pause(&self) {
        self.call(self.word("pauseVideo", "pause"), Json::Null);
    }

    /// Goes to a position.
    pub fn seek(&self, to: u32) {
        self.known.at.set(to);
        self.known.told.set(now());
        let paused = self.is_paused();
        self.call(self.word("seekTo", "seekTo"), Moment(to).seconds().into());
        // YouTube begins to play when it is sought.
        if paused && self.embed.site == Site::YouTube {
            self.pause();
        }
    }

    /// Sets its speed.
    pub fn set_rate(&self, rate: f64) {
        self.known.rate.set(rate);
        self.call("setPlaybackRate", rate.into());
    }

    /// Sets how loud it is, 0 to 1.
    pub fn set_loudness(&self, share: f64) {
        self.known.loudness.set(share);
        let most = if self.embed.site == Site::YouTube { 100.0 } else { 1.0 };
        self.call("setVolume", (share * most).into());
        if self.embed.site == Site::YouTube {
            self.call(if share > 0.0 { "unMute" } else { "mute" }, Json::Null);
        }
    }
}
