//! A player of another site, which `frame.js` dresses as a media element.

use js_sys::{Array, Function, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, HtmlMediaElement};

use super::browser::page_origin;
use crate::model::Embed;

/// What drives players of other sites; it lies beside `adil.js`.
pub const FRAME: &str = "adil-video-frame.js";

/// What is seen of another site's player, and what answers to all that is asked of a media
/// element here.
pub fn made(make: &JsValue, embed: &Embed, title: &str) -> Option<(Element, HtmlMediaElement)> {
    let address = embed.address(&page_origin());
    let given = Array::of3(&embed.site.name().into(), &address.into(), &title.into());
    let player = Reflect::construct(make.dyn_ref::<Function>()?, &given).ok()?;
    let view: Element = Reflect::get(&player, &"element".into()).ok()?.dyn_into().ok()?;
    Some((view, player.unchecked_into()))
}
