//! A stream (HLS) where the browser cannot play one: by a library.

use js_sys::{Array, Function, Reflect};
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::HtmlMediaElement;

use super::browser::call;
use super::medium::Medium;

/// The library; it lies beside `adil.js`.
pub const STREAMER: &str = "hls.light.js";

/// Whether the browser plays streams itself.
pub fn is_known(media: &HtmlMediaElement) -> bool {
    !media.can_play_type("application/vnd.apple.mpegurl").is_empty()
}

/// The address of a stream that a video names, beside no file, where the browser plays none.
pub fn named_by(media: HtmlMediaElement) -> Option<String> {
    if is_known(&media) {
        return None;
    }
    let named = |what: &str| media.query_selector(what).ok().flatten();
    if named("source:not([src*='.m3u8'], [type*='mpegurl' i])").is_some() {
        return None;
    }
    let is_stream = media.matches("[src*='.m3u8']").unwrap_or(false);
    let source = if is_stream { Some(media.into()) } else { named("source") }?;
    Reflect::get(&source, &"src".into()).ok()?.as_string()
}

/// What the library makes to play the stream of an address. What it cannot go on after is handed
/// to `fails`, with whether the network is to blame.
pub fn made(
    library: &JsValue,
    address: &str,
    media: &Medium,
    fails: impl Fn(bool) + 'static,
) -> Option<JsValue> {
    let streamer = Reflect::construct(library.dyn_ref::<Function>()?, &Array::new()).ok()?;
    let failed = Closure::<dyn Fn(JsValue, JsValue)>::new(move |_, told: JsValue| {
        let field = |name: &str| Reflect::get(&told, &name.into()).ok();
        if field("fatal").is_some_and(|fatal| fatal.is_truthy()) {
            let kind = field("type").and_then(|kind| kind.as_string());
            fails(kind.as_deref() == Some("networkError"));
        }
    });
    call(&streamer, "on", &["hlsError".into(), failed.into_js_value()])?;
    call(&streamer, "loadSource", &[address.into()])?;
    call(&streamer, "attachMedia", &[JsValue::from(media.0.clone())])?;
    Some(streamer)
}

/// Ends what plays a stream.
pub fn end(streamer: &JsValue) {
    call(streamer, "destroy", &[]);
}
