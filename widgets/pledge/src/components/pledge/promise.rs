//! The promise itself, and what comes after it.

use std::cell::RefCell;
use std::rc::Rc;

use adil::content::Day;
use adil::host::{download, today};
use adil::json;
use adil::ui::{Child, El, el, exported, follow, part, plain_push};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlSlotElement, Node, ShadowRoot};

use super::guard::{Refusal, deliberate};
use super::pledge::{foot, list, status};
use super::receipt;
use super::session::{Session, Stage};
use crate::model::{NUMBER, next_look};

/// All that was taken, and two buttons of the same size and weight.
pub fn view(session: Session) -> El {
    let fixed = session.fixed();
    let chosen = untrack(|| session.chosen());
    let refused: RwSignal<Option<&'static str>> = RwSignal::new(None);
    let some = !chosen.is_empty();
    let button = |words: &'static str, parts: &'static str| {
        let button = part("button", "choice").attr("part", parts);
        button.attr("type", "button").child(session.text(words))
    };
    let promise = some.then(|| {
        deliberate(
            button("i_pledge", "choice promise"),
            move || session.pledge(),
            move |why| {
                refused.set(Some(match why {
                    Refusal::Covered => "covered",
                    Refusal::TooSoon => "wait_moment",
                }));
            },
        )
    });
    let words = if some { "my_pledge" } else { "choose_some" };
    let back = if some { Stage::Think } else { Stage::Clause(0) };
    part("section", "screen").child((
        fixed.title(),
        heading(session, session.text(words)),
        list(session, &chosen),
        part("div", "choices").child((
            button("not_today", "choice decline").press(move || session.go(Stage::Declined)),
            promise,
        )),
        // Below the buttons, which it would move from under a finger, or out of sight.
        status(move || refused.get().map(|key| session.text(key))),
        foot(session, Some(back), el("span")),
    ))
}

/// Thanks, the same for those who pledged and those who did not.
fn thank(session: Session) -> impl Child {
    let fixed = session.fixed();
    let own = fixed.document.body.afterword.as_ref().map(|text| fixed.block("afterword", text));
    let ours = own.is_none().then(|| el("p").child(session.text("not_today_thanks")));
    (own, ours)
}

fn heading(session: Session, words: String) -> El {
    session.take_focus(session.fixed().heading(words).attr("tabindex", "-1"))
}

/// Not today.
pub fn thanks(session: Session) -> El {
    let fixed = session.fixed();
    part("section", "screen").child((
        fixed.title(),
        heading(session, session.text("not_today")),
        thank(session),
        foot(
            session,
            None,
            plain_push("quiet", fixed.words("start"), move || session.begin_anew()),
        ),
    ))
}

/// It was taken back.
pub fn withdrawn(session: Session) -> El {
    let fixed = session.fixed();
    part("section", "screen").child((
        fixed.title(),
        heading(session, session.text("withdrawn")),
        foot(
            session,
            None,
            plain_push("quiet", fixed.words("start"), move || session.begin_anew()),
        ),
    ))
}

/// It was pledged: what, when, and what can be done with it.
pub fn made(session: Session) -> El {
    let fixed = session.fixed();
    let date = session.made.with_untracked(|made| made.as_ref().map(|made| made.day.clone()));
    let date = date.map(|day| fixed.texts.date(&day)).unwrap_or_default();
    let renew = session.is_due().then(|| {
        part("div", "notice").child((
            el("p").child(session.text("due")),
            plain_push("go", fixed.words("renew"), move || session.renew()),
        ))
    });
    // The day that the words name is the one that the file has, also after midnight.
    let look = next_look_of(session);
    let remind = fixed.texts.fill("calendar", &[("date", &fixed.texts.date(&look))]);
    let not_kept = move || session.not_kept.get().then(|| session.text("not_kept"));
    part("section", "screen").child((
        fixed.title(),
        heading(session, fixed.texts.fill("pledged_on", &[("date", &date)])),
        (status(not_kept), renew),
        list(session, &untrack(|| session.pledged())),
        thank(session),
        el("div").attr("class", "ways").child((
            plain_push("quiet", Box::new(move || remind.clone()), move || {
                save_date(session, &look);
            }),
            plain_push("quiet", fixed.words("withdraw"), move || session.withdraw()),
            plain_push("quiet", fixed.words("next_pupil"), move || {
                session.begin_anew();
                session.said.say(&session.text("forgotten"));
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
        let fixed = session.fixed();
        let inner = el("adil-pledge")
            .attr("mode", "certificate")
            .attr("exportparts", &exported(CERTIFICATE_PARTS, "certificate-"))
            .attr("loading", "eager")
            .attr("level", fixed.level.word())
            .attr("lang", &fixed.rich.lang)
            .attr("receipt", &json::write(&receipt))
            // For the page this would be the pledge's own.
            .on("adil-ready", |event| event.stop_propagation());
        // What the page gave in `content` goes before its `src`.
        let src = fixed.host.attribute("src").filter(|_| fixed.host.name() != "content");
        let source = if src.is_some() { &["src"][..] } else { &[] };
        let given = source.iter().copied().chain(["beside", "signature"]);
        let given = given.filter_map(|name| Some((name, fixed.host.attribute(name)?)));
        let inner = given.fold(inner, |inner, (name, value)| inner.attr(name, &value));
        let inner = inner.with(|inner| {
            for logo in found.borrow().iter() {
                _ = logo.clone_node_with_deep(true).map(|logo| inner.append_child(&logo));
            }
        });
        if src.is_none() {
            return Some(inner.text_property("content", move || fixed.host.content()));
        }
        Some(inner)
    };
    let shown = follow(move || open.get().then(&body).flatten());
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
    let fixed = session.fixed();
    let body = move || {
        session.receipt.get().map(|receipt| {
            let fixed = session.fixed();
            let signed = receipt.get("proof").is_some();
            (
                el("p").child(session.text(if signed {
                    "receipt_proves"
                } else {
                    "receipt_unsigned"
                })),
                el("p").child(session.text("receipt_not")),
                el("div").attr("class", "ways").child((
                    plain_push("quiet", fixed.words("save_receipt"), move || {
                        receipt::save(session);
                    }),
                    plain_push("quiet", fixed.words("save_badge"), move || {
                        receipt::save_badge(session);
                    }),
                )),
            )
        })
    };
    part("details", "receipt")
        .child((part("summary", "summary").child(fixed.text("receipt")), follow(body)))
}

/// The day on which the pledge is looked at again.
fn next_look_of(session: Session) -> Day {
    let (fixed, today) = (session.fixed(), today());
    let made = session.made.with_untracked(|made| made.as_ref().map(|made| made.day.clone()));
    next_look(made.as_ref().unwrap_or(&today), &today, &fixed.document.body.quarters)
}

/// A calendar file for a day. The entry is named by the pledge's number and the day: made again it
/// is the same, and no entry of another pupil or another school ever writes over it.
fn save_date(session: Session, day: &Day) {
    let fixed = session.fixed();
    let Some(id) = session.made.with_untracked(|made| made.as_ref().map(|made| made.id.clone()))
    else {
        return;
    };
    let lines: Vec<String> = untrack(|| session.pledged())
        .into_iter()
        .map(|n| session.clause(n, |clause| clause.text.get(&fixed.rich.lang).to_owned()))
        .collect();
    let id = id.strip_prefix(NUMBER).unwrap_or(&id);
    let uid = [id, "-", day.as_str(), "@adil-pledge"].concat();
    let event = adil::calendar::Event {
        uid: &uid,
        day,
        hour: 9,
        minutes: 5,
        summary: &session.text("calendar_text"),
        description: &lines.join("\n"),
    };
    download("pledge.ics", "text/calendar", &adil::calendar::file(&[event], &receipt::moment()));
    session.said.say(&session.text("calendar_file"));
}
