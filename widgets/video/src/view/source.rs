//! Where the video comes from: the page's own element, one of the content's files, a stream, or
//! another site. Nothing is loaded before a learner asks.

use std::cell::{Cell, RefCell};

use adil::ui::{Child, El, el, listen, part, plain_push, point};
use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, HtmlMediaElement};
use send_wrapper::SendWrapper;

use super::captions::Captions;
use super::medium::Medium;
use super::session::{HEARD, Notice, Session, percent};
use crate::model::{Embed, MediaFile, choose_file};

/// Which file plays, and what went wrong with others.
#[derive(Default)]
pub struct Chosen {
    /// The file: a place in the content's list.
    file: Cell<Option<usize>>,
    /// Files that failed.
    failed: RefCell<Vec<usize>>,
    /// Whether nothing can be played now.
    pub fault: Cell<bool>,
    /// Whether the network was lost while it played.
    lost: Cell<bool>,
    /// The height that the learner chose; 0 for one that fits.
    height: Cell<f64>,
    /// What plays a stream where the browser cannot.
    streamer: RefCell<Option<JsValue>>,
    stall: RefCell<Option<gloo_timers::callback::Timeout>>,
}

/// The library that plays streams where the browser cannot; it lies beside `adil.js`.
const STREAMER: &str = "hls.light.js";

/// The video that the page's author put inside the tags.
fn own(session: Session) -> Option<HtmlMediaElement> {
    let element = session.fixed().element.clone()?;
    element.query_selector(":scope > video").ok()??.dyn_into().ok()
}

/// The place of the picture.
pub fn media(session: Session, captions: Captions) -> El {
    let slot = el("slot").attr("name", "media");
    if let Some(media) = own(session) {
        return slot.with(|_| take_over(session, captions, &media));
    }
    if let Some(embed) = session.fixed().document.body.embed() {
        return slot.child(elsewhere(session, captions, embed));
    }
    let made = el("video").attr("class", "media").attr("part", "media").attr("preload", "none");
    // An iPhone would leave the page and the question with it.
    let made = made.attr("playsinline", "").with(|element| {
        if let Some(media) = element.dyn_ref::<HtmlMediaElement>() {
            hear(session, captions, media);
        }
    });
    slot.child(made)
}

/// Takes the page's own video over, and gives it back when the view ends.
fn take_over(session: Session, captions: Captions, media: &HtmlMediaElement) {
    let had_controls = media.has_attribute("controls");
    let inline = media.has_attribute("playsinline");
    for (name, value) in [("slot", "media"), ("playsinline", "")] {
        _ = media.set_attribute(name, value);
    }
    _ = media.remove_attribute("controls");
    hear(session, captions, media);
    if media.ready_state() > 0 {
        session.heard("loadedmetadata");
    }
    if !media.paused() {
        session.heard("play");
    }
    let media = SendWrapper::new(media.clone());
    on_cleanup(move || {
        _ = media.remove_attribute("slot");
        if had_controls {
            _ = media.set_attribute("controls", "");
        }
        if !inline {
            _ = media.remove_attribute("playsinline");
        }
    });
}

fn hear(session: Session, captions: Captions, media: &HtmlMediaElement) {
    listen_to(session, media);
    let act = move |_| untrack(|| fails(session));
    listen(media, "error", Box::new(act));
    captions.attach(media);
    super::watchers::watch_cues(session, media);
    session.loudness.set(if media.muted() { 0 } else { percent(media.volume()) });
    let fixed = SendWrapper::new(session.fixed());
    on_cleanup(move || {
        if let Some(streamer) = fixed.source.streamer.take() {
            super::call(&streamer, "destroy", &[]);
        }
        fixed.source.stall.replace(None);
    });
}

fn listen_to(session: Session, media: &HtmlMediaElement) {
    session.fixed().notes.medium.replace(Some(Medium(media.clone())));
    for event in HEARD {
        let act = move |_| {
            untrack(|| {
                session.heard(event);
                stalls(session, event);
            });
        };
        listen(media, event, Box::new(act));
    }
}

/// A card for a video of another site: what will be asked, before anything is.
fn elsewhere(session: Session, captions: Captions, embed: Embed) -> impl Child {
    let alone = el("video");
    if let Some(media) = alone.element().dyn_ref::<HtmlMediaElement>() {
        captions.attach(media);
    }
    effect_of_time(session, captions);
    let name = embed.site.name();
    let texts = &session.fixed().texts;
    let load = texts.fill("load_from", &[("name", name)]);
    let words = el("p").child(texts.fill("external", &[("name", name)]));
    let card = part("div", "poster elsewhere");
    let place = card.element();
    let owner = Owner::current();
    let agree = move || {
        let (place, embed, owner) = (place.clone(), embed.clone(), owner.clone());
        let then = Closure::once_into_js(move |make: JsValue| {
            let show = || frame(session, &embed, &make, &place);
            if !session.is_over() && owner.and_then(|owner| owner.with(show)).is_none() {
                session.tell(Notice::Broken);
            }
        });
        session.fixed().host.load(FRAME, &then);
    };
    card.child((words, plain_push("go", Box::new(move || load.clone()), agree)))
}

/// What drives players of other sites; it lies beside `adil.js`.
const FRAME: &str = "adil-video-frame.js";

/// Puts the other site's player into the place of the card.
fn frame(session: Session, embed: &Embed, make: &JsValue, place: &Element) -> Option<()> {
    let fixed = session.fixed();
    let title = fixed.document.envelope.title.get(&fixed.rich.lang);
    let address = embed.address(&super::page_origin());
    let given = Array::of3(&embed.site.name().into(), &address.into(), &title.into());
    let player = Reflect::construct(make.dyn_ref::<Function>()?, &given).ok()?;
    let view: Element = Reflect::get(&player, &"element".into()).ok()?.dyn_into().ok()?;
    // It answers to all that is asked of a media element here.
    let media: HtmlMediaElement = player.unchecked_into();
    listen_to(session, &media);
    place.replace_with_with_node_1(&view).ok()?;
    let media = SendWrapper::new(media);
    on_cleanup(move || _ = super::call(&media, "end", &[]));
    Some(())
}

/// Captions by the clock, where the browser plays nothing itself.
fn effect_of_time(session: Session, captions: Captions) {
    adil::ui::effect(Box::new(move || {
        session.at.track();
        untrack(|| captions.show());
    }));
}

/// The files that this browser may be able to play.
pub fn playable(session: Session) -> Vec<usize> {
    let fixed = session.fixed();
    let Some(medium) = session.medium() else { return Vec::new() };
    let files = &fixed.document.body.files;
    let failed = fixed.source.failed.borrow();
    let fits = |file: &MediaFile| {
        let mime = file.mime.as_deref().unwrap_or_default();
        file.is_stream() || mime.is_empty() || !medium.can_play_type(mime).is_empty()
    };
    (0..files.len()).filter(|n| !failed.contains(n) && fits(&files[*n])).collect()
}

/// The file that would be played now.
pub fn best(session: Session) -> Option<usize> {
    let fixed = session.fixed();
    let height = match fixed.source.height.get() {
        chosen if chosen > 0.0 => chosen,
        _ if super::is_slow() => 1.0,
        _ => {
            let shown = fixed.stage.borrow().as_ref().map_or(0, Element::client_width);
            let density = super::browser(&["devicePixelRatio"]).and_then(|n| n.as_f64());
            f64::from(shown) * density.unwrap_or(1.0) * 9.0 / 16.0
        }
    };
    choose_file(&fixed.document.body.files, &playable(session), height)
}

/// Points our video at a file, unless it has one or is the page's own.
pub fn prepare(session: Session) {
    let fixed = session.fixed();
    if fixed.source.file.get().is_some() || own(session).is_some() {
        return;
    }
    let Some(media) = session.medium().filter(Medium::is_ours) else { return };
    let Some(n) = best(session) else {
        return broken(session);
    };
    fixed.source.file.set(Some(n));
    let file = &fixed.document.body.files[n];
    if file.is_stream() && media.can_play_type("application/vnd.apple.mpegurl").is_empty() {
        stream(session, &media, file);
    } else {
        point(&media, "src", &file.src.0, &fixed.host.base());
        media.load();
    }
}

/// Plays a stream by a library, which is loaded now.
fn stream(session: Session, media: &HtmlMediaElement, file: &MediaFile) {
    let fixed = session.fixed();
    let base = fixed.host.base();
    let address = leptos::web_sys::Url::new_with_base(file.src.0.as_str(), &base);
    let address = address.map(|url| url.href()).unwrap_or_default();
    let media = media.clone();
    let then = Closure::once_into_js(move |library: JsValue| {
        let made = || {
            let streamer =
                Reflect::construct(library.dyn_ref::<Function>()?, &Array::new()).ok()?;
            let failed = Closure::<dyn Fn(JsValue, JsValue)>::new(move |_, told: JsValue| {
                let fatal = Reflect::get(&told, &"fatal".into());
                if fatal.is_ok_and(|fatal| fatal.is_truthy()) {
                    lose(session);
                }
            });
            super::call(&streamer, "on", &["hlsError".into(), failed.into_js_value()])?;
            super::call(&streamer, "loadSource", &[address.as_str().into()])?;
            super::call(&streamer, "attachMedia", &[JsValue::from(media.clone())])?;
            Some(streamer)
        };
        if session.is_over() {
            return;
        }
        match made() {
            Some(streamer) => {
                session.fixed().source.streamer.replace(Some(streamer));
                Medium(media.clone()).play();
            }
            None => fails(session),
        }
    });
    let library = fixed.host.attribute("hls").unwrap_or_else(|| STREAMER.to_owned());
    fixed.host.load(&library, &then);
}

/// What plays cannot be played on: another file, or a word to the learner.
fn fails(session: Session) {
    let fixed = session.fixed();
    let medium = session.medium();
    let code = medium.as_ref().and_then(|medium| medium.error()).map(|e| e.code());
    let played = session.duration.get_untracked() > 0 && session.started.now();
    // A network that goes ends what has begun; the file itself is not to blame.
    if code == Some(2) || (played && !is_online()) {
        return lose(session);
    }
    let Some(n) = fixed.source.file.take() else { return broken(session) };
    fixed.source.failed.borrow_mut().push(n);
    if playable(session).is_empty() {
        return broken(session);
    }
    go_on(session);
}

fn is_online() -> bool {
    super::browser(&["navigator", "onLine"]).is_none_or(|online| online.is_truthy())
}

/// Loads again, at the same place.
fn go_on(session: Session) {
    let notes = &session.fixed().notes;
    notes.pending.set(Some(session.at.get_untracked()));
    prepare(session);
    if let Some(medium) = session.medium() {
        medium.play();
    }
}

fn broken(session: Session) {
    tell(session, Notice::Broken);
    let fixed = session.fixed();
    let name = fixed.host.name();
    let files = fixed.document.body.files.iter().map(|file| file.src.0.as_str());
    let files = files.collect::<Vec<_>>().join(", ");
    let about = [&name, ": files: this browser could play none of: ", &files].concat();
    leptos::web_sys::console::warn_1(&about.into());
}

fn lose(session: Session) {
    session.fixed().source.lost.set(true);
    tell(session, Notice::Lost);
}

fn tell(session: Session, notice: Notice) {
    session.fixed().source.fault.set(true);
    session.flush();
    session.keep();
    session.tell(notice);
}

/// A video that waits for long has lost its line.
fn stalls(session: Session, event: &str) {
    const PATIENCE: u32 = 12_000;
    let fixed = session.fixed();
    match event {
        "waiting" => {
            let timer = gloo_timers::callback::Timeout::new(PATIENCE, move || {
                if !session.is_over() && session.waiting.now() {
                    lose(session);
                }
            });
            fixed.source.stall.replace(Some(timer));
        }
        "playing" | "pause" => {
            fixed.source.stall.replace(None);
            if fixed.source.fault.replace(false) && event == "playing" {
                fixed.source.lost.set(false);
                session.notice.set(None);
            }
        }
        _ => {}
    }
}

/// Tries again what failed, from the start of the list.
pub fn retry(session: Session) {
    let source = &session.fixed().source;
    source.fault.set(false);
    source.lost.set(false);
    source.failed.borrow_mut().clear();
    source.file.set(None);
    session.notice.set(None);
    if let (Some(media), Some(_)) = (session.medium(), own(session)) {
        session.fixed().notes.pending.set(Some(session.at.get_untracked()));
        media.load();
        return media.play();
    }
    go_on(session);
}

/// The network is back.
pub fn retry_if_lost(session: Session) {
    session.ask_for_rest();
    if session.fixed().source.lost.get() {
        retry(session);
    }
}

/// The heights that there are, in the order of the files.
pub fn heights(session: Session) -> Vec<f64> {
    let fixed = session.fixed();
    let files = &fixed.document.body.files;
    let mut heights: Vec<f64> = Vec::new();
    for height in playable(session).iter().filter_map(|n| files[*n].height) {
        if !heights.contains(&height) {
            heights.push(height);
        }
    }
    heights
}

/// Plays on in another height; 0 for one that fits.
pub fn set_height(session: Session, height: f64) {
    let source = &session.fixed().source;
    source.height.set(height);
    if source.file.get().is_none() || best(session) == source.file.get() {
        return;
    }
    let played = session.playing.now();
    source.file.set(None);
    session.fixed().notes.pending.set(Some(session.at.get_untracked()));
    session.flush();
    prepare(session);
    if let Some(medium) = session.medium().filter(|_| played) {
        medium.play();
    }
}

/// How many bytes playing would load; nothing where the content does not say.
pub fn bytes(session: Session) -> Option<f64> {
    session.fixed().document.body.files.get(best(session)?)?.bytes
}
