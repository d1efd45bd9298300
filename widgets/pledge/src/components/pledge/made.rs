//! The pledge that was made, with its certificate and its receipt.

use std::cell::RefCell;
use std::rc::Rc;

use adil::json;
use adil::ui::{Child, El, el, exported, part, plain_button};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlSlotElement, Node, ShadowRoot};

use super::parts::{heading, list, thank};
use crate::components::parts::status;
use crate::session::pledge::calendar::{next_look_of, save_date};
use crate::session::pledge::{Session, receipt};

/// It was pledged: what, when, and what can be done with it.
pub fn made(session: Session) -> El {
    let context = session.context();
    let date = session.made.with_untracked(|made| made.as_ref().map(|made| made.day.clone()));
    let date = date.map(|day| context.texts.date(&day)).unwrap_or_default();
    let renew = session.is_due().then(|| {
        part("div", "notice").child((
            el("p").child(session.text("due")),
            plain_button("go", context.words("renew"), move || session.renew()),
        ))
    });
    // The day that the words name is the one that the file has, also after midnight.
    let look = next_look_of(session);
    let remind = context.texts.fill("calendar", &[("date", &context.texts.date(&look))]);
    let not_kept = move || session.not_kept.get().then(|| session.text("not_kept"));
    part("section", "screen").child((
        context.title(),
        heading(session, context.texts.fill("pledged_on", &[("date", &date)])),
        (status(not_kept), renew),
        list(session, &untrack(|| session.pledged())),
        thank(session),
        el("div").attr("class", "ways").child((
            plain_button("quiet", Box::new(move || remind.clone()), move || {
                save_date(session, &look);
            }),
            plain_button("quiet", context.words("withdraw"), move || session.withdraw()),
            plain_button("quiet", context.words("next_pupil"), move || {
                session.begin_anew();
                session.announcer.announce(&session.text("forgotten"));
            }),
        )),
        certificate(session),
        proof(session),
    ))
}

/// What the page put beside the title: the certificate has it, too.
fn logos_above(event: &Event) -> Vec<Node> {
    let target = event.current_target().and_then(|target| target.dyn_into::<Node>().ok());
    let root = target.and_then(|target| target.get_root_node().dyn_into::<ShadowRoot>().ok());
    let slot = root.and_then(|root| root.query_selector("slot[name=logo]").ok().flatten());
    let slot = slot.and_then(|slot| slot.dyn_into::<HtmlSlotElement>().ok());
    slot.map(|slot| slot.assigned_nodes().iter().filter_map(|node| node.dyn_into().ok()).collect())
        .unwrap_or_default()
}

/// The parts of the certificate that pages can style, see [`exported`].
const CERTIFICATE_PARTS: &str = "\
    base head title screen heading papers paper question stem option words key field pad count \
    status foot go quiet notice error retry";

/// A certificate of the pledge, in an element of its own that loads when it is asked for.
fn certificate(session: Session) -> impl Child {
    let open = RwSignal::new(false);
    let logos: Rc<RefCell<Vec<Node>>> = Rc::default();
    let found = Rc::clone(&logos);
    let body = move || {
        let receipt = session.receipt.get()?;
        let context = session.context();
        let inner = El::of(context.host.child("adil-pledge"))
            .attr("mode", "certificate")
            .attr("exportparts", &exported(CERTIFICATE_PARTS, "certificate-"))
            .attr("loading", "eager")
            .attr("level", context.level.word())
            .attr("lang", &context.rich.lang)
            .attr("receipt", &json::write(&receipt))
            // For the page this would be the pledge's own.
            .on("adil-ready", |event| event.stop_propagation());
        // What the page gave in `content` goes before its `src`.
        let src = context.host.attribute("src").filter(|_| context.host.name() != "content");
        let source = if src.is_some() { &["src"][..] } else { &[] };
        let given = source.iter().copied().chain(["beside", "signature"]);
        let given = given.filter_map(|name| Some((name, context.host.attribute(name)?)));
        let inner = given.fold(inner, |inner, (name, value)| inner.attr(name, &value));
        let inner = inner.with(|inner| {
            for logo in found.borrow().iter() {
                _ = logo.clone_node_with_deep(true).map(|logo| inner.append_child(&logo));
            }
        });
        if src.is_none() {
            return Some(inner.prop("content", move || context.host.content()));
        }
        Some(inner)
    };
    let shown = move || open.get().then(&body).flatten();
    part("details", "certificate")
        .on("toggle", move |event| {
            // What was signed stays while it is folded.
            if !open.get_untracked() {
                logos.replace(logos_above(&event));
                open.set(true);
            }
        })
        .child((part("summary", "summary").child(session.text("certificate")), shown))
}

/// What the receipt proves and what it does not, and the file itself.
fn proof(session: Session) -> El {
    let context = session.context();
    let body = move || {
        session.receipt.get().map(|receipt| {
            let context = session.context();
            let signed = receipt.get("proof").is_some();
            (
                el("p").child(session.text(if signed {
                    "receipt_proves"
                } else {
                    "receipt_unsigned"
                })),
                el("p").child(session.text("receipt_not")),
                el("div").attr("class", "ways").child((
                    plain_button("quiet", context.words("save_receipt"), move || {
                        receipt::save(session);
                    }),
                    plain_button("quiet", context.words("save_badge"), move || {
                        receipt::save_badge(session);
                    }),
                )),
            )
        })
    };
    part("details", "receipt")
        .child((part("summary", "summary").child(context.text("receipt")), body))
}
