//! The collector: files of many devices, matched, with a report.

use std::cell::RefCell;
use std::rc::Rc;

use adil::ui::{
    Child, El, accept_files, el, files_field, part, plain_button, print, unfold_on_paper,
};

use leptos::wasm_bindgen::JsCast;

use super::report;
use crate::components::framed;
use crate::components::inputs::value_of;
use crate::components::keeps;
use crate::session::Collection;

/// The whole page.
pub fn view(collection: Collection, regions: impl Child) -> El {
    let shared = collection.shared;
    let take = Rc::new(move |file: web_sys::File| {
        wasm_bindgen_futures::spawn_local(async move {
            let name = file.name();
            match adil::host::read_file(&file).await {
                Ok(text) => collection.add(&name, &text),
                Err(why) => collection.say(why),
            }
        });
    });
    let news = move || {
        let said = collection.news().into_iter();
        let said = said.map(|words| el("p").child(words));
        part("div", "news").child(said.collect::<Vec<_>>())
    };
    let act = move |key: &'static str, act: fn(Collection)| {
        plain_button("quiet", Box::new(move || shared.text(key)), move || act(collection))
    };
    let report = move || {
        (collection.answers(<[_]>::len) > 0).then(|| {
            (
                report::view(collection),
                el("div").attr("class", "ways").child((
                    act("save_data", Collection::save_data),
                    act("save_dictionary", Collection::save_dictionary),
                    act("print", |_| print()),
                )),
            )
        })
    };
    let inside = part("div", "home").child((
        el("p").attr("class", "count").child(shared.text("collect_help")),
        el("div").attr("class", "ways").child(files_field(&shared.text("add_files"), take.clone())),
        code(collection),
        news,
        report,
        keeps::of_files(shared),
    ));
    let frame = framed(shared, regions, inside);
    unfold_on_paper(&frame.element());
    accept_files(frame, take)
}

/// A field for a code that a pupil copied.
fn code(collection: Collection) -> El {
    let shared = collection.shared;
    let typed = Rc::new(RefCell::new(String::new()));
    let given = Rc::clone(&typed);
    let input = part("input", "input")
        .attr("id", "code")
        .attr("type", "text")
        .attr("dir", "ltr")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "characters")
        .attr("spellcheck", "false")
        .on("input", move |event| _ = given.replace(value_of(&event).unwrap_or_default()));
    let node = input.element();
    let add = part("button", "quiet").attr("type", "submit").child(shared.text("add_code"));
    let label = el("label").attr("for", "code").child(shared.text("code_typed"));
    part("form", "code-form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            let code = typed.borrow().clone();
            if !code.trim().is_empty() && collection.add_code(&code) {
                typed.borrow_mut().clear();
                if let Some(input) = node.dyn_ref::<web_sys::HtmlInputElement>() {
                    input.set_value("");
                }
            }
        })
        .child((label, el("div").attr("class", "row").child((input, add))))
}
