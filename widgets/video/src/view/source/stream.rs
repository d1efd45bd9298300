//! A stream (HLS) where the browser cannot play one: by a library, which is loaded then.

use adil::ui::effect;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{HtmlMediaElement, Url};

use super::super::call;
use super::super::medium::Medium;
use super::super::session::Session;
use super::faults;

/// The library; it lies beside `adil.js`.
const STREAMER: &str = "hls.light.js";

/// The place, behind all files, of the stream that the page's own video names. A `Place` has none
/// that is greater.
pub const OWN: usize = u32::MAX as usize - 1;

/// Whether the browser plays streams itself.
pub fn is_known(media: &HtmlMediaElement) -> bool {
    !media.can_play_type("application/vnd.apple.mpegurl").is_empty()
}

/// The address of a stream that the page's own video names, beside no file, where the browser
/// plays none.
pub fn own(session: Session) -> Option<String> {
    let media = super::own(session).filter(|media| !is_known(media))?;
    let named = |what: &str| media.query_selector(what).ok().flatten();
    if named("source:not([src*='.m3u8'], [type*='mpegurl' i])").is_some() {
        return None;
    }
    let is_stream = media.matches("[src*='.m3u8']").unwrap_or(false);
    let source = if is_stream { Some(media.into()) } else { named("source") }?;
    Reflect::get(&source, &"src".into()).ok()?.as_string()
}

/// Plays streams as they are asked for.
pub fn follow(session: Session) {
    effect(Box::new(move || {
        let file = session.stream.get();
        untrack(|| {
            let fixed = session.fixed();
            let address = match file {
                Some(OWN) => own(session),
                file => file.and_then(|n| {
                    let file = fixed.document.body.files.get(n)?;
                    let base = fixed.host.base();
                    Url::new_with_base(file.src.address.0.as_str(), &base)
                        .ok()
                        .map(|url| url.href())
                }),
            };
            if let (Some(address), Some(media)) = (address, session.medium()) {
                play(session, &media, address);
            }
        });
    }));
}

/// Plays a stream by the address of the list of its parts.
fn play(session: Session, media: &Medium, address: String) {
    let fixed = session.fixed();
    let (media, asked) = (media.clone(), fixed.source.file.get());
    let then = Closure::once_into_js(move |library: JsValue| {
        // The learner may be gone, or have another file, since it was asked for.
        if session.is_over() || session.fixed().source.file.get() != asked {
            return;
        }
        match made(session, &library, &address, &media) {
            Some(streamer) => {
                session.fixed().source.streamer.replace(Some(streamer));
                let plays = session.fixed().source.plays.get();
                if plays && session.open.now().is_none() && !session.slides.now() {
                    media.play();
                }
            }
            // Beside the page's own there is no other file.
            None if asked.is_none() => faults::broken(session),
            None => faults::fails(session),
        }
    });
    let library = fixed.host.attribute("hls").unwrap_or_else(|| STREAMER.to_owned());
    fixed.host.load(&library, &then);
}

fn made(session: Session, library: &JsValue, address: &str, media: &Medium) -> Option<JsValue> {
    let streamer = Reflect::construct(library.dyn_ref::<Function>()?, &Array::new()).ok()?;
    let failed = Closure::<dyn Fn(JsValue, JsValue)>::new(move |_, told: JsValue| {
        let field = |name: &str| Reflect::get(&told, &name.into()).ok();
        let is_fatal = field("fatal").is_some_and(|fatal| fatal.is_truthy());
        if !is_fatal || session.is_over() {
            return;
        }
        // A list that was never read is a broken file: another one may do.
        let is_network = field("type").and_then(|kind| kind.as_string());
        let is_network = is_network.as_deref() == Some("networkError");
        if is_network && session.duration.get_untracked() > 0 && session.started.now() {
            faults::lose(session);
        } else {
            faults::fails(session);
        }
    });
    call(&streamer, "on", &["hlsError".into(), failed.into_js_value()])?;
    call(&streamer, "loadSource", &[address.into()])?;
    call(&streamer, "attachMedia", &[JsValue::from(media.0.clone())])?;
    Some(streamer)
}
