//! Inputs with their labels, and what is wrong with them.

use adil::ui::{Child, El, el, part};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

use crate::session::Session;

/// What was typed or chosen.
pub fn value_of(event: &Event) -> Option<String> {
    let target = event.target()?;
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => Some(input.value()),
        Err(other) => other.dyn_into::<HtmlSelectElement>().ok().map(|select| select.value()),
    }
}

/// The input itself: its id, whether it is wrong, and what describes it.
fn named(session: Session, input: &str, node: El, helped: bool) -> El {
    let [name, wrong, stands, described] = [(); 4].map(|()| input.to_owned());
    node.attr("id", &["in-", input].concat())
        .attr("data-input", input)
        .attr("aria-invalid", move || session.mistake(&wrong).map(|_| "true"))
        .stated("input", move || if session.mistake(&stands).is_some() { "invalid" } else { "" })
        .attr("aria-describedby", move || {
            let bad = session.mistake(&described).map(|_| ["bad-", &described].concat());
            let help = helped.then(|| ["help-", &described].concat());
            let all: Vec<String> = [bad, help].into_iter().flatten().collect();
            (!all.is_empty()).then(|| all.join(" "))
        })
        .on("input", move |event| {
            if let Some(text) = value_of(&event) {
                session.type_in(&name, text);
            }
        })
}

/// What is wrong with an input.
pub fn mistake(session: Session, input: &str) -> impl Child + use<> {
    let input = input.to_owned();
    move || {
        let id = ["bad-", &input].concat();
        session.mistake(&input).map(|words| part("p", "mistake").attr("id", &id).child(words))
    }
}

/// A field that is typed into. `kind` is `text`, `date`, `number` or `money`.
pub fn typed(session: Session, input: &str, label: &str, help: Option<String>, kind: &str) -> El {
    let node = part("input", "input")
        .attr("type", if kind == "date" { "date" } else { "text" })
        .attr("autocomplete", "off");
    let node = match kind {
        "number" => node.attr("inputmode", "numeric"),
        "money" => node.attr("inputmode", "decimal"),
        "text" => node.attr("dir", "auto"),
        _ => node,
    };
    let now = session.typed(input);
    let node = named(session, input, node, help.is_some()).prop("value", move || now.clone());
    labelled(session, input, label, help, node)
}

/// A field with options to choose from.
pub fn chosen(
    session: Session,
    input: &str,
    label: &str,
    help: Option<String>,
    options: Vec<(String, String)>,
) -> El {
    let now = session.typed(input);
    let first = el("option").attr("value", "").child(session.text("choose"));
    let option = |(id, words): (String, String)| {
        let option = el("option").attr("value", &id);
        if id == now { option.attr("selected", "") } else { option }.child(words)
    };
    let options: Vec<El> = options.into_iter().map(option).collect();
    let node = named(session, input, part("select", "input"), help.is_some());
    labelled(session, input, label, help, node.child((first, options)))
}

fn labelled(session: Session, input: &str, label: &str, help: Option<String>, node: El) -> El {
    let help = help.map(|help| {
        el("p").attr("class", "count").attr("id", &["help-", input].concat()).child(help)
    });
    part("div", "field").child((
        el("label").attr("for", &["in-", input].concat()).child(label),
        help,
        node,
        mistake(session, input),
    ))
}
