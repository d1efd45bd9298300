//! A screen of questions.

use std::cmp::Ordering;

use adil::ui::{El, el, focus, part};
use wasm_bindgen_futures::spawn_local;

use super::answer;
use super::parts::{block, button, foot, heading, line};
use super::shows::Shows;
use crate::model::Check;
use crate::session::Session;

/// A screen of questions, by its place.
pub fn view(session: Session, page: usize, shows: Shows) -> El {
    let pages = session.answers(Check::pages);
    let total = pages.len();
    let here = pages.get(page).cloned().unwrap_or_default();
    let group = session.check(|check| {
        let first = here.first().and_then(|n| check.questions.get(*n))?;
        Some(check.fields.groups.get(first.group?)?.text.clone())
    });
    let count = session
        .fill("step_of", &[("n", &session.number(page + 1)), ("total", &session.number(total))]);
    let step = |n: usize| {
        let state = match n.cmp(&page) {
            Ordering::Less => "done",
            Ordering::Equal => "now",
            Ordering::Greater => "",
        };
        el("span").attr("class", "step").state("step", state)
    };
    let steps: Vec<El> = (0..total).map(step).collect();
    let title = match &group {
        Some(text) => heading(session, line(session, el("span"), text)),
        None => heading(session, count.clone()),
    };
    let under = group.is_some().then(|| el("p").attr("class", "count").child(count));
    let questions: Vec<El> = here.iter().map(|n| place(session, *n, shows)).collect();
    let misses = move || {
        session
            .misses
            .get()
            .then(|| part("p", "misses").attr("id", "misses").child(session.text("answer_first")))
    };
    part("section", "screen").child((
        part("div", "progress").child((
            title,
            under,
            el("div").attr("class", "steps").attr("aria-hidden", "true").child(steps),
        )),
        el("div").attr("class", "questions").child(questions),
        misses,
        foot(
            (button(session, "quiet", "back", move || session.back(page)), (shows.ways)(session)),
            next(session, page),
        ),
    ))
}

/// The way on. Where an answer is missing, the first question without one gets the focus.
fn next(session: Session, page: usize) -> El {
    let button = button(session, "go", "next", move || session.go_on(page));
    let node = button.element();
    button.on("click", move |_| {
        if !session.misses.now() {
            return;
        }
        let node = node.clone();
        // What is missing is marked by then.
        spawn_local(async move {
            let screen = node.closest(".screen").ok().flatten();
            let field = screen.and_then(|one| {
                one.query_selector("[data-state=missing] :is(input, textarea)").ok().flatten()
            });
            if let Some(field) = field {
                focus(&field);
            }
        });
    })
}

/// Where a question stands as long as it is asked.
fn place(session: Session, n: usize, shows: Shows) -> El {
    el("div").attr("class", "place").child(move || {
        session.asks(n).then(|| leptos::prelude::untrack(|| question(session, n, shows)))
    })
}

fn question(session: Session, n: usize, shows: Shows) -> El {
    let (text, help) = session.answers(|check, answers| {
        let (text, help) = check.wording(n, answers.role);
        (text.clone(), help.cloned())
    });
    let (root, letter) = session.check(|check| check.number(n));
    let number: String =
        [session.number(root), letter.map(String::from).unwrap_or_default()].concat();
    let id = ["q", &number].concat();
    let help_id = ["help-", &id].concat();
    let clause = clause(session, n);
    let says = help.as_ref().map(|_| help_id.clone());
    let is_missing = move || {
        session.misses.get()
            && session.answers(|check, answers| check.missing(answers).contains(&n))
    };
    part("fieldset", "question")
        .attr("aria-describedby", move || says.clone())
        .stated("question", move || if is_missing() { "missing" } else { "" })
        .child((
            el("legend").child((
                clause,
                el("span")
                    .attr("class", "ask")
                    .child((part("span", "number").child(number), block(session, "stem", &text))),
            )),
            help.map(|help| block(session, "help", &help).attr("id", &help_id)),
            (answer::view(session, n), (shows.below)(session, n)),
        ))
}

/// The clause that a question belongs to, as the chosen edition has it.
pub fn clause(session: Session, n: usize) -> Option<El> {
    let edition = session.edition();
    let (number, title, note) = session.check(|check| {
        let (number, title, note) = check.clause(n, edition);
        (number.map(str::to_owned), title.cloned(), note.cloned())
    });
    let title = title?;
    Some(el("span").attr("class", "clause").child((
        number.map(|number| (el("bdi").attr("dir", "ltr").child(number), " ")),
        line(session, el("span"), &title),
        note.map(|note| (" · ", line(session, el("i"), &note))),
    )))
}
