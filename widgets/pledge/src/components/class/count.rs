//! Counts without a server: a class makes a code, a school adds codes up.

use adil::amounts::whole;
use adil::host::today;
use adil::tally::{Added, MOST, NoCode};
use adil::ui::{Child, El, aria_bool, el, part, plain_button};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{HtmlInputElement, HtmlTextAreaElement};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::section::section;
use crate::components::parts::label;
use crate::model::class::{Count, LONGEST_LIST, add_up, code, day_of};
use crate::session::class::Board;

/// The part in which a class makes its code.
pub fn make(board: Board) -> El {
    let made: RwSignal<Option<Result<String, String>>> = RwSignal::new(None);
    let mut field: Option<HtmlInputElement> = None;
    let is_refused = move || made.with(|made| matches!(made, Some(Err(_))));
    let number = part("input", "field")
        // A browser's own field for numbers takes no digits but those of its language.
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "why-code")
        .attr("aria-invalid", move || aria_bool(is_refused()))
        .stated("field", move || if is_refused() { "invalid" } else { "" })
        .with(|element| field = element.clone().dyn_into().ok());
    let press = move || {
        let Some(field) = &field else { return };
        let context = board.context();
        let id = context.document.envelope.id.as_str();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let group = (js_sys::Math::random() * 256.0) as u32;
        let count = whole(&field.value()).and_then(|count| u32::try_from(count).ok());
        let found = count.and_then(|count| code(id, count, &today(), group));
        let refusal = || {
            let most = context.number(MOST as usize);
            context.texts.fill("code_range", &[("most", &most)])
        };
        let outcome = found.ok_or_else(refusal);
        if let Ok(code) = &outcome {
            // Letter by letter, as it is told to someone who writes it down.
            board.announcer.announce(&spelt(code));
        }
        made.set(Some(outcome.clone()));
        if let Err(why) = outcome {
            board.refuse(field, &why);
        }
    };
    let enter = press.clone();
    let number = on_enter(number, enter);
    let why = move || made.get().and_then(Result::err);
    let shown = move || made.get().and_then(Result::ok).map(|code| show(board, &code));
    section(board, "make-code", "class_code", false).child(el("div").attr("class", "body").child((
        el("div").attr("class", "keep").child((
            labelled(board, "code_count", number),
            plain_button("go", board.context().words("code_make"), press),
        )),
        part("p", "refusal").attr("id", "why-code").child(why),
        shown,
    )))
}

fn labelled(board: Board, key: &str, field: El) -> El {
    el("label").attr("class", "labelled").child((label(board.text(key)), field))
}

fn on_enter(field: El, act: impl Fn() + 'static) -> El {
    field.on("keydown", move |event| {
        let key = event.dyn_ref::<leptos::web_sys::KeyboardEvent>();
        if key.is_some_and(|key| key.key() == "Enter" && !key.is_composing()) {
            event.prevent_default();
            act();
        }
    })
}

fn spelt(code: &str) -> String {
    code.chars().flat_map(|c| [c, ' ']).collect()
}

/// The code, big, in a field from which it can be taken by hand, too.
fn show(board: Board, code: &str) -> El {
    let mut field: Option<HtmlInputElement> = None;
    let shown = part("input", "code")
        .attr("readonly", "")
        .attr("dir", "ltr")
        .attr("aria-label", &board.text("class_code"))
        .attr("value", code)
        .with(|element| field = element.clone().dyn_into().ok());
    let copied = RwSignal::new(false);
    let code = code.to_owned();
    let press = move || {
        let (field, code) = (field.clone(), code.clone());
        spawn_local(async move {
            let done = copy(&code).await;
            if let Some(field) = field.filter(|_| !done) {
                field.select();
            }
            copied.try_set(done);
            board.announcer.announce(&board.text(if done { "copied" } else { "copy_selected" }));
        });
    };
    let words: adil::ui::Words =
        Box::new(move || board.text(if copied.get() { "copied" } else { "copy" }));
    el("div").attr("class", "keep").child((shown, plain_button("quiet", words, press)))
}

/// Copies a text where the browser lets pages do so.
async fn copy(text: &str) -> bool {
    let written = || {
        let navigator = leptos::web_sys::window()?.navigator();
        let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
        let write = Reflect::get(&clipboard, &"writeText".into()).ok()?;
        let write = write.dyn_into::<Function>().ok()?;
        write.call1(&clipboard, &JsValue::from(text)).ok()?.dyn_into::<Promise>().ok()
    };
    match written() {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// The part in which codes are added up; a school's page needs no other.
pub fn add(board: Board) -> El {
    let mut area: Option<HtmlTextAreaElement> = None;
    let counted = board.counted.get_untracked();
    let codes: Vec<String> = counted.sum.tallies.iter().filter_map(|tally| tally.code()).collect();
    let field = part("textarea", "field codes")
        .attr("rows", "4")
        .attr("maxlength", &LONGEST_LIST.to_string())
        .attr("dir", "ltr")
        .attr("autocapitalize", "characters")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .with(|element| {
            area = element.clone().dyn_into().ok();
            if let Some(area) = &area {
                area.set_value(&codes.join("\n"));
            }
        });
    let wiped = area.clone();
    let press = move || {
        let Some(area) = &area else { return };
        let context = board.context();
        let count = add_up(&area.value(), context.document.envelope.id.as_str());
        let (total, codes) = (count.sum.total() as usize, count.sum.tallies.len());
        board.announcer.announce(&if count.codes.is_empty() {
            context.text("code_none")
        } else {
            total_of(board, &count)
        });
        board.counted.set(count);
        board.save();
        context.emit("adil-tally", [("count", total.into()), ("codes", codes.into())], false);
    };
    let shown = move || {
        let count = board.counted.get();
        if count.codes.is_empty()
            && let Some(area) = &wiped
            && !board.has_work.get()
        {
            area.set_value("");
        }
        (!count.codes.is_empty()).then(|| result(board, &count))
    };
    section(board, "sum", "code_sum", false).child(el("div").attr("class", "body").child((
        labelled(board, "code_list", field),
        plain_button("go", board.context().words("code_sum"), press),
        shown,
    )))
}

fn total_of(board: Board, count: &Count) -> String {
    let context = board.context();
    context.texts.fill("code_total", &[("n", &context.number(count.sum.total() as usize))])
}

/// Every code with its number and day, or why it does not count; then the sum.
fn result(board: Board, count: &Count) -> impl Child + use<> {
    let context = board.context();
    let words = |added: &Added| match added {
        Added::Counted(tally) => {
            let (n, date) =
                (context.number(tally.count as usize), context.texts.date(&day_of(*tally)));
            context.texts.fill("code_counted", &[("n", &n), ("date", &date)])
        }
        Added::Twice => context.text("code_twice"),
        Added::Foreign => context.text("code_foreign"),
        Added::Wrong(NoCode::Shape) => context.text("code_shape"),
        Added::Wrong(NoCode::Check) => context.text("code_wrong"),
    };
    let row = |(code, added): &(String, Added)| {
        let state = if matches!(added, Added::Counted(_)) { "right" } else { "wrong" };
        el("li")
            .state("added", state)
            .child((part("bdi", "typed").child(code.as_str()), el("span").child(words(added))))
    };
    let rows: Vec<El> = count.codes.iter().map(row).collect();
    (
        el("ul").attr("class", "codes-added").child(rows),
        part("p", "total").child(total_of(board, count)),
        part("p", "count").child(context.text("code_self")),
    )
}
