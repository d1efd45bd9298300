//! A video of another site: a card that says what will be asked, then that site's player.

use adil::ui::{El, el, part, plain_button};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::Element;
use send_wrapper::SendWrapper;

use crate::model::Embed;
use crate::player::browser::call;
use crate::player::elsewhere::{FRAME, made};
use crate::session::captions::are_missing;
use crate::session::screen::focus_stage;
use crate::session::source::listen_to;
use crate::session::words::title;
use crate::session::{Notice, Session};
use adil::ui::Flag;

/// The card, before anything is asked.
pub fn card(session: Session) -> Option<El> {
    let context = session.context();
    let embed = context.document.body.embed()?.clone();
    let name = embed.site.name();
    let texts = &context.texts;
    let load = texts.fill("load_from", &[("name", name)]);
    let words = part("p", "lead").child(texts.fill("external", &[("name", name)]));
    let silent = are_missing(session);
    let silent = silent.then(|| part("p", "facts").child(session.text("no_captions")));
    let card = part("div", "poster elsewhere");
    let place = card.element();
    let owner = Owner::current();
    let agreed = Flag::new(false);
    let agree = move || {
        // A second press would make a second player, which nobody sees.
        if agreed.now() {
            return;
        }
        agreed.set(true);
        let (place, embed, owner) = (place.clone(), embed.clone(), owner.clone());
        let then = Closure::once_into_js(move |make: JsValue| {
            let show = || frame(session, &embed, &make, &place);
            if session.is_over() {
                return;
            }
            if owner.and_then(|owner| owner.with(show)).is_none() {
                agreed.set(false);
                session.tell(Notice::Broken);
            }
        });
        session.context().host.load(FRAME, &then);
    };
    Some(card.child((words, plain_button("go", Box::new(move || load.clone()), agree), silent)))
}

/// Puts the other site's player into the place of the card.
fn frame(session: Session, embed: &Embed, make: &JsValue, place: &Element) -> Option<()> {
    let (view, media) = made(make, embed, &title(session))?;
    listen_to(session, &media);
    place.replace_with_with_node_1(&view).ok()?;
    let media = SendWrapper::new(media);
    on_cleanup(move || _ = call(&media, "end", &[]));
    focus_stage(session);
    Some(())
}

/// The way to a video of another site whose player does not answer; nothing for files.
pub fn way_out(session: Session) -> Option<El> {
    let context = session.context();
    let embed = context.document.body.embed()?;
    let link = el("a").attr("href", &embed.page()).attr("target", "_blank");
    Some(link.attr("rel", "noopener noreferrer").child(embed.site.name()))
}
