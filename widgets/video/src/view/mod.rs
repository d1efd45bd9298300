//! What learners see. No rules here: the model has them.

#![expect(
    clippy::large_types_passed_by_value,
    reason = "a session is small in a bundle; only in builds for tests do signals know their origin"
)]

mod captions;
mod checkpoint;
mod contents;
mod controls;
mod end;
mod idle;
mod keys;
mod later;
mod media_keys;
mod medium;
mod prefs;
mod screen;
mod session;
mod settings;
mod sheet;
mod slider;
mod slides;
mod source;
mod start;
mod stops;
mod transcript;
mod watchers;

use std::cell::{Cell, RefCell};

use adil::content::Rich;
use adil::host::{self, Host, Mounted, Opened, random_number};
use adil::progress::Slot;
use adil::ui::{Child, El, announcer, el, follow, listen, part, plain_line, plain_push};
use js_sys::{Function, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, ShadowRoot};

use crate::model::{Limits, Video};
use captions::{Captions, Tracks};
use later::{Part, place};
use prefs::Prefs;
use session::{NOTICES, Notes, Session};

/// What does not change while a lesson is mounted.
pub struct Fixed {
    opened: Opened<Video>,
    /// The element in the page; it may hold a `<video>` of the page's author.
    element: Option<Element>,
    /// What limits seeking.
    limits: Limits,
    run: u32,
    slot: Slot,
    prefs: Prefs,
    notes: Notes,
    armed: watchers::Armed,
    tracks: Tracks,
    source: source::Chosen,
    next: Cell<crate::model::Next>,
    /// Where captions and descriptions are written, what goes full screen, and the question.
    caption: RefCell<Option<Element>>,
    description: RefCell<Option<Element>>,
    stage: RefCell<Option<Element>>,
    panel: RefCell<Option<Element>>,
}

impl std::ops::Deref for Fixed {
    type Target = Opened<Video>;

    fn deref(&self) -> &Opened<Video> {
        &self.opened
    }
}

impl Fixed {
    fn open(root: &Element, host: Host) -> Result<Fixed, JsValue> {
        let opened = host::open::<Video>(host)?;
        let element = root.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
        let teacher = opened.host.attribute("mode").as_deref() == Some("teacher");
        let keep = opened.keeping();
        Ok(Fixed {
            limits: Limits { teacher, no_skip: opened.host.is_set("no-skip") },
            run: random_number(),
            slot: opened.slot("video", if teacher { "teacher" } else { "learn" }),
            prefs: Prefs::read(Slot::new(keep, "video", "player", "")),
            element,
            notes: Notes::default(),
            armed: watchers::Armed::default(),
            tracks: Tracks::default(),
            source: source::Chosen::default(),
            next: Cell::new(crate::model::Next::On),
            caption: RefCell::default(),
            description: RefCell::default(),
            stage: RefCell::default(),
            panel: RefCell::default(),
            opened,
        })
    }

    /// What teachers may want to say or ask; for their eyes.
    fn teacher_notes(&self) -> Option<&Rich> {
        self.document.body.teacher_notes.as_ref().filter(|_| self.limits.teacher)
    }

    /// How the lesson is followed at first: as the page says, else by slides on a slow line.
    fn starts_with_slides(&self) -> bool {
        let wish = self.host.attribute("version");
        let slow = || wish.as_deref() != Some("film") && is_slow();
        !self.document.body.slides.is_empty() && (wish.as_deref() == Some("slides") || slow())
    }
}

/// A field of a field of the browser's, where it has it.
fn browser(path: &[&str]) -> Option<JsValue> {
    let start: JsValue = leptos::web_sys::window()?.into();
    path.iter().try_fold(start, |object, name| {
        Reflect::get(&object, &(*name).into()).ok().filter(|found| !found.is_undefined())
    })
}

/// Calls a method of an object, where it has it.
fn call(object: &JsValue, name: &str, given: &[JsValue]) -> Option<JsValue> {
    let method = Reflect::get(object, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    Reflect::apply(&method, object, &given.iter().collect()).ok()
}

/// Calls a method that gives a promise; what it refuses is no error.
fn ask(object: &JsValue, name: &str) -> bool {
    let Some(promise) = call(object, name, &[]) else { return false };
    if let Ok(promise) = promise.dyn_into::<js_sys::Promise>() {
        wasm_bindgen_futures::spawn_local(async move {
            _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
    true
}

/// Below this many Mbit/s a line is slow: the small video of a lesson would stop again and again.
const SLOW: f64 = 0.6;

/// Whether the learner saves data, or the line is slow.
fn is_slow() -> bool {
    let connection = |name| browser(&["navigator", "connection", name]);
    let kind = connection("effectiveType").and_then(|kind| kind.as_string());
    let speed = connection("downlink").and_then(|speed| speed.as_f64());
    connection("saveData").is_some_and(|saves| saves.is_truthy())
        || kind.is_some_and(|kind| ["slow-2g", "2g"].contains(&kind.as_str()))
        || speed.is_some_and(|speed| speed > 0.0 && speed < SLOW)
}

/// Whether the tab is hidden.
fn is_hidden() -> bool {
    browser(&["document", "hidden"]).is_some_and(|hidden| hidden.is_truthy())
}

/// The origin of the page.
fn page_origin() -> String {
    browser(&["location", "origin"]).and_then(|origin| origin.as_string()).unwrap_or_default()
}

/// A language's own name, as the browser knows it; its tag where it does not.
fn language_name(tag: &str) -> String {
    let name = || {
        let make = browser(&["Intl", "DisplayNames"])?.dyn_into::<Function>().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
        let given = js_sys::Array::of2(&js_sys::Array::of1(&tag.into()), &options);
        let names = Reflect::construct(&make, &given).ok()?;
        call(&names, "of", &[tag.into()])?.as_string()
    };
    name().unwrap_or_else(|| tag.to_owned())
}

/// Mounts a lesson.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let fixed = Fixed::open(root, host)?;
    Ok(host::mount(root, move || lesson(fixed)))
}

fn lesson(fixed: Fixed) -> El {
    let (said, regions) = announcer();
    let session = Session::new(fixed, said);
    let fixed = session.fixed();
    let captions = Captions::new(session);
    leave_well(session);
    adil::host::follow_other_tabs(fixed.slot.clone(), move |kept| session.join(kept));
    let view = adil::ui::frame(&fixed.texts, fixed.level)
        .attr("role", "region")
        .attr("aria-label", &source::title(session))
        .live("data-version", move || if session.slides.get() { "slides" } else { "film" })
        .child((
            regions,
            head(session),
            stage(session, captions),
            contents::fold(session, captions),
            transcript::fold(session, captions),
            fixed.teacher_notes().map(|_| notes_fold(session, captions)),
            (place(session, captions, Part::Sheet), place(session, captions, Part::Behind)),
            el("div").attr("class", "slots").child(el("slot").attr("name", "footer")),
        ));
    let count = fixed.document.body.checkpoints.len();
    session.emit("adil-ready", vec![("checkpoints", count.into())]);
    view
}

/// What is kept when the page goes, or the tab is hidden.
fn leave_well(session: Session) {
    let Some(window) = leptos::web_sys::window() else { return };
    let act = move |_| {
        untrack(|| {
            session.attend();
            if session.started.now() {
                session.keep();
            }
        });
    };
    listen(&window, "pagehide", Box::new(act));
    if let Some(document) = window.document() {
        listen(&document, "visibilitychange", Box::new(act));
    }
    listen(&window, "online", Box::new(move |_| untrack(|| source::retry_if_lost(session))));
    // The session's signals are about to end; what plays must not outlive them.
    let fixed = send_wrapper::SendWrapper::new(session.fixed());
    on_cleanup(move || {
        if let Some(medium) = fixed.notes.medium.take() {
            _ = medium.pause();
        }
    });
}

fn head(session: Session) -> impl Child {
    let fixed = session.fixed();
    part("header", "head").child((
        el("slot").attr("name", "logo"),
        plain_line(
            &fixed.rich,
            part(fixed.host.heading(0), "title"),
            &fixed.document.envelope.title,
        ),
        start::versions(session),
    ))
}

/// What can go full screen: the picture with its captions, the slides, the controls and what a
/// checkpoint asks.
fn stage(session: Session, captions: Captions) -> El {
    let fixed = session.fixed();
    let film = move || !session.slides.get();
    let picture = part("div", "picture-box").live("hidden", move || !film()).child((
        source::media(session, captions),
        start::poster(session),
        captions.view(),
    ));
    let description = captions.description();
    part("div", "stage")
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", &session.text("player"))
        .live("data-open", move || session.open.get().is_some())
        .live("data-playing", move || session.playing.get())
        .on("keydown", move |event| keys::press(session, captions, &event))
        .with(|element| {
            fixed.stage.replace(Some(element.clone()));
            screen::watch(session, element);
            prefs::show(session);
        })
        .child((
            el("slot").attr("name", "top"),
            picture.with(|element| keys::touch(session, element)),
            description.live("hidden", move || !film() || !captions.described.get()),
            place(session, captions, Part::Slides),
            controls::view(session, captions).live("hidden", move || !film()),
            notice(session),
            place(session, captions, Part::Checkpoint),
            place(session, captions, Part::End),
        ))
}

/// What teachers may want to say or ask, folded.
fn notes_fold(session: Session, captions: Captions) -> El {
    el("details").attr("class", "fold").attr("part", "teacher-notes").child((
        part("summary", "summary").child(session.text("teacher_notes")),
        place(session, captions, Part::Notes),
    ))
}

fn notes(session: Session) -> Option<El> {
    let fixed = session.fixed();
    Some(adil::ui::text_block(&fixed.rich, "note-text", fixed.teacher_notes()?))
}

/// What the learner has to know, with a way on where there is one.
fn notice(session: Session) -> impl Child {
    follow(move || {
        session.notice.get().and_then(|n| NOTICES.get(n)).map(|key| {
            let fault = session.fixed().source.fault.get();
            let again = fault.then(|| {
                plain_push("quiet", session.words("try_again"), move || source::retry(session))
            });
            let slides = fault && !session.fixed().document.body.slides.is_empty();
            let slides = slides.then(|| {
                plain_push("quiet", session.words("use_slides"), move || slides::enter(session))
            });
            let elsewhere = fault.then(|| source::way_out(session));
            // The announcer has said it.
            part("div", "lock-message status notice").child((
                el("p").child(session.text(key)),
                again,
                slides,
                elsewhere,
            ))
        })
    })
}
