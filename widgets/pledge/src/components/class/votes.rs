//! Hands are counted for each promise; those with most votes stay.

use adil::amounts::whole;
use adil::ui::{Child, El, el, part, plain_button};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::section::{section, with_promises};
use crate::components::parts::label;
use crate::model::MOST_CLAUSES;
use crate::model::class::{Action, Draft, Outcome};
use crate::session::class::Board;

/// The second part of the screen.
pub fn view(board: Board) -> El {
    let rows = move || {
        let lines = board.lines.get();
        let make = |(key, text): (u32, String)| row(board, key, &text);
        untrack(|| lines.into_iter().map(make).collect::<Vec<_>>())
    };
    let body = move || {
        let clear = plain_button("quiet", board.context().words("votes_clear"), move || {
            // Hands can always be put down.
            _ = board.act(Action::ClearVotes);
        });
        el("div").attr("class", "body").child((
            el("ul").attr("class", "votes").child(rows),
            keep(board),
            el("div").attr("class", "ways").child((board.undo("undo-votes", "more"), clear)),
        ))
    };
    section(board, "vote", "vote", false).child(with_promises(board, body))
}

fn votes_of(board: Board, key: u32) -> u32 {
    let votes = |draft: &Draft| draft.get(key).map(|promise| promise.votes);
    board.read(votes).flatten().unwrap_or(0)
}

fn row(board: Board, key: u32, text: &str) -> El {
    let votes = Memo::new(move |_| votes_of(board, key));
    let share = Memo::new(move |_| {
        let most = board.read(Draft::most_votes).unwrap_or(0).max(1);
        votes.get() * 100 / most
    });
    let bar = move || {
        let width = [&share.get().to_string(), "%"].concat();
        el("span").with(|element| style(element, "inline-size", &width))
    };
    let words = move || board.context().texts.count("votes", f64::from(votes.get()));
    el("li").child((
        el("p").child(el("bdi").child(text)),
        el("div").attr("class", "counted").child((
            part("span", "bar").attr("aria-hidden", "true").child(bar),
            part("output", "count").child(words),
            hands(board, key, text, votes),
        )),
    ))
}

/// One hand less, a field, one hand more.
fn hands(board: Board, key: u32, text: &str, votes: Memo<u32>) -> El {
    let name = board.context().texts.fill("hands_for", &[("clause", text)]);
    // Hands can always be counted.
    let set = move |votes: u32| _ = board.act(Action::Vote(key, votes));
    let button = |sign: &str, thing: &'static str, more: bool| {
        let button = part("button", "sign")
            .attr("type", "button")
            .attr("aria-label", &[&name, " ", sign, "1"].concat())
            .on("click", move |_| {
                let now = votes.get_untracked();
                set(if more { now + 1 } else { now.saturating_sub(1) });
            })
            .child(sign);
        board.aimed(button, key, thing)
    };
    let field = part("input", "field")
        // A browser's own field for numbers takes no digits but those of its language.
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("aria-label", &name)
        .prop("value", move || votes.get().to_string())
        .on("change", move |event: Event| {
            let target = event.target();
            let Some(input) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            else {
                return;
            };
            if let Some(votes) = whole(&input.value()).and_then(|votes| votes.try_into().ok()) {
                set(votes);
            }
            // What is no number of hands makes way for the one that counts.
            input.set_value(&votes.get_untracked().to_string());
        });
    el("span").attr("class", "hands").attr("role", "group").attr("aria-label", &name).child((
        button("−", "less", false),
        field,
        button("+", "more", true),
    ))
}

/// How many stay, the button, and what came of it.
fn keep(board: Board) -> impl Child {
    let came: RwSignal<Option<String>> = RwSignal::new(None);
    let option =
        |n: usize| el("option").attr("value", &n.to_string()).child(board.context().number(n));
    let options: Vec<El> = (1..=MOST_CLAUSES).map(option).collect();
    let mut chosen: Option<HtmlSelectElement> = None;
    let select = part("select", "field").child(options).with(|element| {
        chosen = element.clone().dyn_into().ok();
        if let Some(select) = &chosen {
            // Five is what most classes keep in mind.
            select.set_value("5");
        }
    });
    let press = move || {
        let count = chosen.as_ref().and_then(|select| select.value().parse().ok());
        let Some(count) = count else { return };
        let context = board.context();
        let words = match board.act(Action::KeepMost(count)) {
            Ok(Outcome::Kept(kept, tied)) => {
                let key = if tied { "kept_tied" } else { "kept_n" };
                context.texts.fill(key, &[("n", &context.number(kept))])
            }
            _ => context.text("kept_all"),
        };
        board.announcer.announce(&words);
        came.set(Some(words));
    };
    // What was said of one list is not true of the next.
    let list = move || {
        board.lines.track();
        came.try_get().flatten().map(|words| el("p").attr("class", "came").child(words))
    };
    (
        el("div").attr("class", "keep").child((
            el("label").attr("class", "labelled").child((label(board.text("keep_count")), select)),
            plain_button("go", board.context().words("keep_most"), press),
        )),
        list,
    )
}

/// Sets a style as scripts may, where a policy forbids the attribute.
pub fn style(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        _ = element.style().set_property(name, value);
    }
}
