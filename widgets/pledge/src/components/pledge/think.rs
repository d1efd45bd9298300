//! The questions between the clauses and the promise.

use adil::ui::{El, el, part, plain_button};
use leptos::prelude::*;

use super::parts::foot;
use crate::session::pledge::{Session, Stage};

/// Which clause will be hardest, and who could remind. Both stay on the screen only.
pub fn think(session: Session) -> El {
    let context = session.context();
    let last = context.document.body.clauses.len() - 1;
    let option = move |n: usize| {
        let context = session.context();
        let clause = &context.document.body.clauses[n];
        radio(
            "hardest",
            context.line("words", clause.short.as_ref().unwrap_or(&clause.text)),
            move || session.hardest.get() == Some(n),
            move || session.dread(n),
        )
    };
    let options: Vec<_> = untrack(|| session.chosen()).into_iter().map(option).collect();
    let reminds: RwSignal<Option<&str>> = RwSignal::new(None);
    let people = ["who_friend", "who_parent", "who_teacher", "who_nobody"].map(|key| {
        let words = part("span", "words").child(session.text(key));
        radio("who", words, move || reminds.get() == Some(key), move || reminds.set(Some(key)))
    });
    let why = move || {
        session.hardest.get().map(|_| part("p", "count").child(session.text("hardest_why")))
    };
    part("section", "screen").child((
        context.title(),
        part("fieldset", "question").child((
            session.take_focus(
                part("legend", "stem")
                    .attr("tabindex", "-1")
                    .child(session.text("hardest_question")),
            ),
            part("div", "options").child(options),
            el("div").attr("role", "status").child(why),
        )),
        part("fieldset", "question").child((
            part("legend", "stem").child(session.text("who_reminds")),
            part("div", "options people").child(Vec::from(people)),
        )),
        foot(
            session,
            Some(Stage::Clause(last)),
            plain_button("go", context.words("next"), move || session.go(Stage::Promise)),
        ),
    ))
}

/// A choice of one, as a card.
fn radio(
    group: &str,
    words: El,
    chosen: impl Fn() -> bool + Copy + 'static,
    choose: impl Fn() + 'static,
) -> El {
    part("label", "option").stated("option", move || if chosen() { "chosen" } else { "" }).child((
        el("input")
            .attr("type", "radio")
            .attr("name", group)
            .attr("class", "visually-hidden")
            .prop("checked", chosen)
            .on("change", move |_| choose()),
        part("span", "key").attr("aria-hidden", "true"),
        words,
    ))
}
