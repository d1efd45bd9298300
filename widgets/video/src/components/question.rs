//! The question of a checkpoint: its heading, the quiz that asks it, and where the focus goes.

use adil::content::Localized;
use adil::host::{ask_focus, field_of, give_item, is_on_way_on};
use adil::ui::{El, el, focus, hidden_words};
use leptos::wasm_bindgen::JsCast;
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

/// What came of an item, by the quiz's own word.
pub fn outcome_of(event: &Event) -> Outcome {
    match field_of(event, "verdict").as_deref() {
        Some("right") => Outcome::Right,
        Some("open") => Outcome::Open,
        _ => Outcome::Wrong,
    }
}

/// Gives a quiz the item of a stop.
pub fn fill(session: Session, quiz: &Element, n: usize, item: &WrittenItem) {
    let title = Localized::plain(&title(session, n)).resolve("").0.to_owned();
    give_item(&session.context().widget, quiz, &title, item);
}

/// Whether the quiz's own way on, which goes once it was used, has the focus.
pub fn is_way_on_focused(event: &Event) -> bool {
    let quiz = event.current_target().and_then(|quiz| quiz.dyn_into::<Element>().ok());
    quiz.is_some_and(|quiz| is_on_way_on(&quiz))
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
    let place = session.open.now().map(|n| place_of(session, n));
    let asked = quiz.zip(place).is_some_and(|(quiz, place)| ask_focus(&quiz, &place));
    let heading = panel.query_selector(".checkpoint-title").ok().flatten();
    if let Some(heading) = heading.filter(|_| !asked) {
        focus(&heading);
    }
}
