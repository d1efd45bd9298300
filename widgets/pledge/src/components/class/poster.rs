//! The class's pledge for the wall.

use adil::host::today;
use adil::ui::{Child, El, el, listen, part};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlSelectElement};

use super::paper::Ready;
use super::section::{section, with_promises};
use super::votes::style;
use crate::components::parts::label;
use crate::model::class::type_size;
use crate::session::class::Board;

const SIZES: [&str; 2] = ["A4", "A3"];

/// The part with the button, and after it the poster: paper holds it even while the part is
/// folded.
pub fn view(board: Board) -> impl Child {
    let size = RwSignal::new(SIZES[0]);
    let controls = move || controls(board, size);
    let fold = section(board, "to-print", "poster", false).child(with_promises(board, controls));
    let sheet = move || {
        let lines = board.lines.get();
        (!lines.is_empty()).then(|| sheet(board, size, &lines))
    };
    (fold, sheet)
}

fn controls(board: Board, size: RwSignal<&'static str>) -> El {
    let ready: StoredValue<Option<Ready>, LocalStorage> = StoredValue::new_local(None);
    let end = move || _ = ready.try_update_value(Option::take);
    if let Some(window) = leptos::web_sys::window() {
        // Browsers that print beside the page say so later; where printing is forbidden, nobody
        // says anything until the page is used again.
        for event in ["afterprint", "pointerdown", "keydown"] {
            listen(&window, event, Box::new(move |_| end()));
        }
    }
    on_cleanup(end);
    let option = |name: &'static str| el("option").attr("value", name).child(name);
    let select = part("select", "field")
        .child(SIZES.map(option).into_iter().collect::<Vec<_>>())
        .on("change", move |event: Event| {
            let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
            let chosen = select.map(|select| select.value()).unwrap_or_default();
            let known = SIZES.into_iter().find(|known| *known == chosen);
            size.set(known.unwrap_or(SIZES[0]));
        });
    let button = part("button", "go").attr("type", "button").on("click", move |event: Event| {
        let target = event.current_target().and_then(|t| t.dyn_into::<Element>().ok());
        // Without a way to hide the rest, the page is printed as it is, with the poster in it.
        ready.set_value(target.and_then(|target| Ready::new(&target, size.get_untracked())));
        adil::ui::print();
    });
    el("div").attr("class", "body keep").child((
        el("label").attr("class", "labelled").child((label(board.text("paper_size")), select)),
        button.child(board.text("print_poster")),
    ))
}

fn sheet(board: Board, size: RwSignal<&'static str>, lines: &[(u32, String)]) -> El {
    let context = board.context();
    let texts: Vec<&str> = lines.iter().map(|(_, text)| text.as_str()).collect();
    let type_size = type_size(&texts).to_string();
    let entry = |text: &str| el("li").child(el("bdi").child(text));
    let entries: Vec<El> = texts.iter().map(|text| entry(text)).collect();
    let title = move || {
        let typed = board.read(|draft| draft.title.clone()).filter(|title| !title.is_empty());
        typed.unwrap_or_else(|| board.text("our_pledge"))
    };
    part("section", "poster")
        .attr("data-paper", move || size.get())
        .with(|element| style(element, "--_points", &type_size))
        .child((
            context.heading(title).attr("dir", "auto"),
            el("ol").child(entries),
            el("div").attr("class", "signing").child(el("p").child(context.text("signatures"))),
            el("p").attr("class", "date").child(context.texts.date(&today())),
        ))
}
