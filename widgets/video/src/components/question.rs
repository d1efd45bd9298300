//! The question of a checkpoint: its heading, the quiz that asks it, and where the focus goes.

use adil::content::Localized;
use adil::json::{self, Json};
use adil::ui::{El, el, focus, hidden_words};
use js_sys::{Object, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event};

use super::stops::{place_of, title, with_title};
use crate::model::{Outcome, WrittenItem};
use crate::session::Session;

/// What a stop is called, and which of all it is.
pub fn heading(session: Session, n: usize) -> El {
    let heading = session
        .heading(1)
        .attr("class", "checkpoint-title")
        .attr("part", "heading checkpoint")
        .attr("tabindex", "-1")
        .child(session.text("stop_and_think"));
    // How they stand apart is seen; read aloud they have commas.
    let add = |words: El| {
        let words = words.attr("class", "count").attr("part", "count");
        _ = heading.clone().child(hidden_words(session.context().texts.comma())).child(words);
    };
    if session.checkpoint(n, |one| one.title.is_some()) == Some(true) {
        add(with_title(session, n, el("span")));
    }
    add(el("span").child(place_of(session, n)));
    if session.checkpoint(n, |one| one.required) == Some(true) {
        add(el("span").child(session.text("required")));
    }
    heading
}

/// A word in the detail of an event.
pub fn field_of(event: &Event, name: &str) -> Option<String> {
    let detail = Reflect::get(event, &"detail".into()).ok()?;
    Reflect::get(&detail, &name.into()).ok()?.as_string()
}

/// What came of an item, by the quiz's own word.
pub fn outcome_of(event: &Event) -> Outcome {
    match field_of(event, "verdict").as_deref() {
        Some("right") => Outcome::Right,
        Some("open") => Outcome::Open,
        _ => Outcome::Wrong,
    }
}

/// Gives a quiz its one item. Addresses in it are relative to the lesson's file.
pub fn fill(session: Session, quiz: &Element, n: usize, item: &WrittenItem) {
    let context = session.context();
    let envelope = &context.document.envelope;
    let languages = envelope.languages.iter().map(|lang| lang.as_str().into()).collect();
    let file = Json::object([
        ("format", "adil".into()),
        ("formatVersion", 1_usize.into()),
        ("kind", "quiz".into()),
        ("id", envelope.id.as_str().into()),
        ("title", Localized::plain(&title(session, n)).resolve("").0.into()),
        ("level", context.level.word().into()),
        ("languages", Json::List(languages)),
        ("items", Json::List(vec![item.0.clone()])),
    ]);
    let base = Object::new();
    _ = Reflect::set(&base, &"value".into(), &context.host.base().into());
    _ = Reflect::define_property(quiz.unchecked_ref::<Object>(), &"baseURI".into(), &base);
    // What the browser put in the place of half a character would look like a file in another
    // encoding.
    let text: JsValue = json::write(&file).replace('\u{fffd}', "\\ufffd").into();
    _ = Reflect::set(quiz, &"content".into(), &text);
}

/// Whether the quiz's own way on, which goes once it was used, has the focus.
pub fn is_way_on_focused(event: &Event) -> bool {
    let quiz = event.current_target().and_then(|quiz| quiz.dyn_into::<Element>().ok());
    let at = quiz.and_then(|quiz| quiz.shadow_root()?.active_element());
    at.is_some_and(|at| at.class_list().contains("go"))
}

/// Puts the focus on the lesson's way on, once it is there; else on a way back.
pub fn focus_way_on(session: Session) {
    let Some(panel) = session.context().panel.borrow().clone() else { return };
    leptos::task::spawn_local(async move {
        let find = |which: &str| panel.query_selector(which).ok().flatten();
        let go = find(".foot > .go:not([hidden])");
        if let Some(way) = go.or_else(|| find(".foot .quiet:not([hidden])")) {
            focus(&way);
        }
    });
}

/// Puts the focus on what is asked, or on the heading while that is on its way.
pub fn focus_question(session: Session) {
    let panel = session.context().panel.borrow().clone();
    let Some(panel) = panel else { return };
    // What is hidden takes no focus, and the effect that shows the panel may come later.
    _ = panel.remove_attribute("hidden");
    let quiz = panel.query_selector("adil-quiz").ok().flatten();
    let ask = quiz.and_then(|quiz| quiz.shadow_root()?.query_selector(".ask").ok()?);
    if let (Some(ask), Some(n)) = (&ask, session.open.now()) {
        // Who is led past the heading hears all the same which stop this is.
        _ = ask.set_attribute("aria-description", &place_of(session, n));
    }
    let heading = || panel.query_selector(".checkpoint-title").ok().flatten();
    if let Some(place) = ask.or_else(heading) {
        focus(&place);
    }
}
