//! Where the video comes from: the page's own element, one of the content's files, a stream, or
//! another site. Nothing is loaded before a learner asks.

mod choice;
mod elsewhere;
mod faults;
mod stream;

use std::cell::{Cell, RefCell};

use adil::ui::{El, effect, el, listen, part, point, truth};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::HtmlMediaElement;
use send_wrapper::SendWrapper;

use super::captions::Captions;
use super::later::{Part, place};
use super::medium::{Medium, percent};
use super::session::{HEARD, Session};

pub use choice::{bytes, height, heights, set_height};
pub use elsewhere::{card, way_out};
pub use faults::{look_back, retry, retry_if_lost};
pub use stream::follow as follow_streams;

/// Which file plays, and what went wrong with others.
#[derive(Default)]
pub struct Chosen {
    /// The file: a place in the content's list.
    file: Cell<Option<usize>>,
    /// Files that failed.
    failed: RefCell<Vec<usize>>,
    /// Whether nothing can be played now.
    pub fault: Cell<bool>,
    /// Whether a stream plays once its library is there.
    pub plays: Cell<bool>,
    /// Whether the network was lost.
    pub lost: Cell<bool>,
    /// Whether it played when the network was lost, and plays on once that is back.
    played: Cell<bool>,
    /// The height that the learner chose; 0 for one that fits.
    height: Cell<f64>,
    /// What plays a stream where the browser cannot.
    streamer: RefCell<Option<JsValue>>,
    stall: RefCell<Option<gloo_timers::callback::Timeout>>,
}

/// The video that the page's author put inside the tags.
pub fn own(session: Session) -> Option<HtmlMediaElement> {
    let element = session.fixed().element.clone()?;
    element.query_selector(":scope > video").ok()??.dyn_into().ok()
}

/// The place of the picture.
pub fn media(session: Session, captions: Captions) -> El {
    let slot = el("slot").attr("name", "media");
    if let Some(media) = own(session) {
        return slot.with(|_| take_over(session, &media));
    }
    if session.fixed().document.body.embed().is_some() {
        return slot.child(place(session, captions, Part::Elsewhere));
    }
    let made = part("video", "media")
        .attr("preload", "none")
        .attr("aria-label", &title(session))
        .attr("aria-hidden", "true");
    // Captions of a file on another origin are read only with its consent; without captions from
    // there, a server of files alone need not give any.
    let made = if has_far_tracks(session) { made.attr("crossorigin", "anonymous") } else { made };
    // An iPhone would leave the page and the question with it.
    let made = made.attr("playsinline", "").with(|element| {
        if let Some(media) = element.dyn_ref::<HtmlMediaElement>() {
            hear(session, media);
        }
    });
    slot.child(made)
}

/// The title of the lesson, which is the film's name for screen readers.
pub fn title(session: Session) -> String {
    let fixed = session.fixed();
    fixed.document.envelope.title.get(&fixed.rich.lang).to_owned()
}

/// Whether captions or descriptions lie on another origin than the page.
fn has_far_tracks(session: Session) -> bool {
    let fixed = session.fixed();
    let (video, base) = (&fixed.document.body, fixed.host.base());
    // In a sandbox this is no origin at all, and everything is far.
    let here = super::browser(&["origin"]).and_then(|origin| origin.as_string());
    let is_far = |track: &crate::model::Track| {
        let address = leptos::web_sys::Url::new_with_base(track.src.0.as_str(), &base);
        address.is_ok_and(|address| Some(address.origin()) != here)
    };
    video.captions.iter().chain(video.descriptions.iter()).any(is_far)
}

/// Takes the page's own video over, and gives it back when the view ends.
fn take_over(session: Session, media: &HtmlMediaElement) {
    let title = title(session);
    let given = [
        ("slot", Some("media")),
        ("playsinline", Some("")),
        ("controls", None),
        // A video that begins again never ends.
        ("loop", None),
        ("aria-label", Some(&*title)),
        ("aria-hidden", Some("true")),
    ];
    let set = |media: &HtmlMediaElement, name: &str, value: Option<&str>| {
        _ = match value {
            Some(value) => media.set_attribute(name, value),
            None => media.remove_attribute(name),
        };
    };
    let before = given.map(|(name, value)| {
        let before = media.get_attribute(name);
        set(media, name, value);
        (name, before)
    });
    hear(session, media);
    // A file that cannot be played is told where it is named.
    if let Ok(Some(last)) = media.query_selector("source:last-of-type") {
        listen(&last, "error", Box::new(move |_| untrack(|| faults::fails(session))));
    }
    if media.ready_state() > 0 {
        session.heard("loadedmetadata");
    }
    if !media.paused() {
        session.heard("play");
    }
    let media = SendWrapper::new(media.clone());
    on_cleanup(move || {
        for (name, value) in &before {
            set(&media, name, value.as_deref());
        }
    });
}

/// Hides the film from screen readers while it cannot be played: instead of its name browsers read
/// words of their own then.
pub fn hide(session: Session) {
    let Some(medium) = session.medium().filter(Medium::is_ours) else { return };
    effect(Box::new(move || {
        // What fails is told.
        session.notice.track();
        let plays = session.started.get() && !session.fixed().source.fault.get();
        _ = medium.set_attribute("aria-hidden", truth(!plays));
    }));
}

fn hear(session: Session, media: &HtmlMediaElement) {
    listen_to(session, media);
    session.loudness.set(if media.muted() { 0 } else { percent(media.volume()) });
    let fixed = SendWrapper::new(session.fixed());
    on_cleanup(move || {
        end_stream(&fixed);
        fixed.source.stall.replace(None);
    });
}

fn listen_to(session: Session, media: &HtmlMediaElement) {
    session.fixed().notes.medium.replace(Some(Medium(media.clone())));
    for event in HEARD {
        let act = move |_| {
            untrack(|| {
                session.heard(event);
                faults::stalls(session, event);
            });
        };
        listen(media, event, Box::new(act));
    }
    listen(media, "error", Box::new(move |_| untrack(|| faults::fails(session))));
}

/// Points our video at a file, unless it has one or is the page's own.
pub fn prepare(session: Session) {
    let fixed = session.fixed();
    if own(session).is_some() {
        // Where it names none, nothing follows.
        if session.stream.now().is_none() {
            end_stream(&fixed);
            session.stream.set(Some(stream::OWN));
        }
        return;
    }
    if fixed.source.file.get().is_some() {
        return;
    }
    let Some(media) = session.medium().filter(Medium::is_ours) else { return };
    let Some(n) = choice::best(session) else {
        return faults::broken(session);
    };
    fixed.source.file.set(Some(n));
    let file = &fixed.document.body.files[n];
    end_stream(&fixed);
    if file.is_stream() && !stream::is_known(&media) {
        session.stream.set(Some(n));
    } else {
        point(&media, "src", &file.src.address.0, &fixed.host);
        media.load();
    }
}

/// Ends what plays a stream.
fn end_stream(fixed: &super::Fixed) {
    if let Some(streamer) = fixed.source.streamer.take() {
        super::call(&streamer, "destroy", &[]);
    }
}

/// Loads another file, or the same anew, at the same place.
fn reload(session: Session, plays: bool) {
    let notes = &session.fixed().notes;
    let at = session.at.get_untracked();
    // At the start there is nowhere to go, and YouTube would stand still after it.
    if at > 0 && notes.pending.get().is_none() {
        notes.pending.set(Some(at));
    }
    session.fixed().source.plays.set(plays);
    prepare(session);
    if let Some(medium) = session.medium().filter(|_| plays && session.open.now().is_none()) {
        medium.play();
    }
}
