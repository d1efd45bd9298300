//! A stream (HLS) where the browser cannot play one: by a library, which is loaded then.

use adil::ui::effect;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::Url;

use super::faults;
use super::own::{OWN, own_stream};
use super::recover::fails;
use crate::player::medium::Medium;
use crate::player::stream::{self, STREAMER};
use crate::session::Session;

/// Plays streams as they are asked for.
pub fn follow(session: Session) {
    effect(Box::new(move || {
        let file = session.stream.get();
        untrack(|| {
            let context = session.context();
            let address = match file {
                Some(OWN) => own_stream(session),
                file => file.and_then(|n| {
                    let file = context.document.body.files.get(n)?;
                    let base = context.host.base();
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
    let context = session.context();
    let (media, asked) = (media.clone(), context.source.file.get());
    let then = Closure::once_into_js(move |library: JsValue| {
        // The learner may be gone, or have another file, since it was asked for.
        if session.is_over() || session.context().source.file.get() != asked {
            return;
        }
        match made(session, &library, &address, &media) {
            Some(streamer) => {
                session.context().source.streamer.replace(Some(streamer));
                let plays = session.context().source.plays.get();
                if plays && session.open.now().is_none() && !session.slides.now() {
                    media.play();
                }
            }
            // Beside the page's own there is no other file.
            None if asked.is_none() => faults::broken(session),
            None => fails(session),
        }
    });
    let library = context.host.attribute("hls").unwrap_or_else(|| STREAMER.to_owned());
    context.host.load(&library, &then);
}

fn made(session: Session, library: &JsValue, address: &str, media: &Medium) -> Option<JsValue> {
    stream::made(library, address, media, move |is_network| {
        if session.is_over() {
            return;
        }
        // A list that was never read is a broken file: another one may do.
        if is_network && session.duration.get_untracked() > 0 && session.started.now() {
            faults::lose(session);
        } else {
            fails(session);
        }
    })
}
