//! The class writes: suggestions or none, then each promise added, edited, removed and moved.

use adil::ui::{Child, El, Icon, aria_bool, el, icon, part, plain_button};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlInputElement};

use super::entry::entry;
use super::section::section;
use crate::components::parts::label;
use crate::model::class::{Action, Outcome, suggestions};
use crate::session::class::Board;

/// The longest title, in characters; more does not fit on a poster.
const LONGEST_TITLE: &str = "80";

/// The first part of the screen.
pub fn view(board: Board) -> El {
    let begun = Memo::new(move |_| board.begun());
    let body = move || if begun.get() { write(board) } else { begin(board) };
    section(board, "write", "class_own", true).child(move || {
        begun.track();
        untrack(body)
    })
}

/// What the file suggests, and two ways to begin.
fn begin(board: Board) -> El {
    let context = board.context();
    let promises = suggestions(&context.document, &board.lang(), &|a| a.as_str().to_owned());
    let entry = |text: String| el("li").child(el("bdi").child(text));
    let entries: Vec<El> = promises.into_iter().map(|promise| entry(promise.text)).collect();
    let way = |words: &'static str, with_suggestions: bool| {
        part("button", "choice").attr("type", "button").child(board.text(words)).on(
            "click",
            move |_| {
                board.aim(0, "add");
                board.begin(with_suggestions);
            },
        )
    };
    let first = way("class_suggestions", true);
    el("div").attr("class", "body").child((
        el("ul").attr("class", "suggested").child(entries),
        el("div")
            .attr("class", "choices")
            .child((board.aimed(first, 0, "suggestions"), way("class_empty", false))),
    ))
}

fn write(board: Board) -> El {
    let editing = Editing { key: RwSignal::new(None), typed: StoredValue::new(String::new()) };
    let list = move || {
        let (lines, editing_now) = (board.lines.get(), editing.key.get());
        untrack(|| {
            let last = lines.len().saturating_sub(1);
            let row = |(place, (key, text)): (usize, (u32, String))| {
                let line = Line { key, text, place, last };
                if editing_now == Some(key) {
                    edit(board, editing, &line)
                } else {
                    row(board, editing, &line)
                }
            };
            lines.into_iter().enumerate().map(row).collect::<Vec<_>>()
        })
    };
    let list = el("ol").attr("class", "lines").child(list);
    el("div").attr("class", "body").child((
        title(board),
        board.undo("undo", "edit"),
        list,
        add(board),
        board.warn(),
    ))
}

/// What the class calls its pledge.
fn title(board: Board) -> El {
    let field = part("input", "field")
        .attr("type", "text")
        .attr("dir", "auto")
        .attr("maxlength", LONGEST_TITLE)
        .attr("placeholder", &board.text("our_pledge"))
        .prop("value", move || board.read(|draft| draft.title.clone()).unwrap_or_default())
        .on("change", move |event: Event| {
            let input =
                event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input {
                // A title is never refused.
                _ = board.act(Action::Title(input.value()));
            }
        });
    el("label").attr("class", "labelled").child((label(board.text("pledge_title")), field))
}

/// Which promise is a field now, and what was typed there.
#[derive(Clone, Copy)]
struct Editing {
    key: RwSignal<Option<u32>>,
    typed: StoredValue<String>,
}

/// One promise of the list.
struct Line {
    key: u32,
    text: String,
    place: usize,
    last: usize,
}

fn row(board: Board, editing: Editing, line: &Line) -> El {
    let Line { key, place, last, .. } = *line;
    let texts = board.context().texts.clone();
    let name =
        [board.text("edit"), board.text("remove")].map(|what| [&what, ": ", &line.text].concat());
    let [edit_name, remove_name] = name;
    let move_button = |up: bool| {
        let (words, which, at_end) = if up {
            ("move_up", Icon::Up, place == 0)
        } else {
            ("move_down", Icon::Down, place == last)
        };
        let thing = if up { "up" } else { "down" };
        let button = part("button", "sign")
            .attr("part", if at_end { "sign disabled" } else { "sign" })
            .attr("type", "button")
            .attr("aria-label", &[&texts.get(words), ": ", &line.text].concat())
            // It keeps focus at the end of the list, where a disabled button would lose it.
            .attr("aria-disabled", aria_bool(at_end))
            .on("click", move |_| {
                if let (false, Ok(Outcome::At(key, place))) =
                    (at_end, board.act(Action::Move(key, up)))
                {
                    board.aim(key, thing);
                    board.say_place(place);
                }
            })
            .child(icon(which));
        board.aimed(button, key, thing)
    };
    let text = line.text.clone();
    let edit = plain_button("quiet", board.context().words("edit"), move || {
        board.aim(0, "words");
        editing.typed.set_value(text.clone());
        editing.key.set(Some(key));
    });
    let text = line.text.clone();
    let remove = plain_button("quiet", board.context().words("remove"), move || {
        board.aim(0, "undo");
        // A promise can always go.
        _ = board.act(Action::Remove(key));
        board
            .announcer
            .announce(&board.context().texts.fill("removed_clause", &[("clause", &text)]));
    });
    el("li").child((
        part("span", "line-text").child(el("bdi").child(line.text.as_str())),
        el("span").attr("class", "tools").child((
            move_button(true),
            move_button(false),
            board.aimed(edit.attr("aria-label", &edit_name), key, "edit"),
            remove.attr("aria-label", &remove_name),
        )),
    ))
}

/// The promise as a field, with focus.
fn edit(board: Board, editing: Editing, line: &Line) -> El {
    let key = line.key;
    let close = move || {
        board.aim(key, "edit");
        editing.key.set(None);
    };
    let take = move |text: String| {
        board.act(Action::Edit(key, text))?;
        close();
        Ok(())
    };
    let field = entry(board, ("clause_text", "words"), editing.typed, take, close);
    let submit = field.submit;
    let context = board.context();
    el("li").child((
        field.view,
        el("span").attr("class", "tools").child((
            plain_button("quiet", context.words("done"), move || submit()),
            plain_button("quiet", context.words("cancel"), close),
        )),
    ))
}

/// A field for one more promise. It keeps focus, so that a class can write one after the other.
fn add(board: Board) -> impl Child {
    let typed = StoredValue::new(String::new());
    let take = move |text: String| {
        if let Outcome::At(key, place) = board.act(Action::Add(text))? {
            board.say_added(key, place);
        }
        Ok(())
    };
    let field = entry(board, ("new_clause", "add"), typed, take, || {});
    let submit = field.submit;
    let button = plain_button("go", board.context().words("add_clause"), move || submit());
    el("div").attr("class", "adding").child((field.view, button))
}
