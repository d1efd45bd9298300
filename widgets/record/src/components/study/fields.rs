//! The fields of the form in which a study is set up.

use adil::json::number_text;
use adil::ui::{Child, El, aria_bool, el, part, plain_button};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::model::study::Rows;
use crate::session::Setup;

/// All rows of a kind.
pub fn rows(setup: Setup, which: Rows, row: impl Fn(usize) -> El) -> El {
    let count = setup.draft(|draft| draft.count(which));
    el("div").attr("class", "rows").child((0..count).map(row).collect::<Vec<_>>())
}

/// A row with its name, and the button that takes it out.
pub fn row(setup: Setup, which: Rows, n: usize, name: &str, inside: impl Child) -> El {
    let words = [&setup.text("remove"), ": ", name].concat();
    part("fieldset", "group").child((
        el("legend").child(name),
        inside,
        plain_button("quiet", Box::new(move || words.clone()), move || setup.remove(which, n)),
    ))
}

/// The button that adds a row.
pub fn add(setup: Setup, which: Rows, key: &'static str) -> El {
    let name = ["add-", which.word()].concat();
    let button = plain_button("quiet", Box::new(move || setup.text(key)), move || setup.add(which));
    let button = button.attr("data-input", &name);
    let button = if setup.takes_focus(&name) { button.focus_soon() } else { button };
    el("div").attr("class", "field").child((button, trouble(setup, &name)))
}

/// A field for one line.
pub fn line(setup: Setup, name: &str, label: &'static str, help: Option<&'static str>) -> El {
    let node =
        part("input", "input").attr("type", "text").attr("dir", "auto").attr("autocomplete", "off");
    let node = if name == "cell" { node.attr("inputmode", "numeric") } else { node };
    field(setup, name, label, help, filled(setup, name, node))
}

/// A field for several lines.
pub fn list(setup: Setup, name: &str, label: &'static str, help: Option<&'static str>) -> El {
    let rows = setup.draft(|draft| draft.get(name).lines().count()).clamp(2, 8);
    let node = part("textarea", "input")
        .attr("rows", &number_text(rows as f64))
        .attr("dir", "auto")
        .attr("autocomplete", "off");
    field(setup, name, label, help, filled(setup, name, node))
}

/// A field with what stands in it.
pub fn filled(setup: Setup, name: &str, node: El) -> El {
    let value = setup.draft(|draft| draft.get(name).to_owned());
    named(setup, name, node).prop("value", move || value.clone())
}

/// A box to tick.
pub fn tick(setup: Setup, name: &str, label: &'static str) -> El {
    let is_on = setup.draft(|draft| draft.is_on(name));
    let (id, named) = (["set-", name].concat(), name.to_owned());
    let node = el("input")
        .attr("type", "checkbox")
        .attr("id", &id)
        .attr("data-input", name)
        .prop("checked", move || is_on)
        .on("change", move |event| {
            let on = input_of(&event).is_some_and(|input| input.checked());
            match named.as_str() {
                "parallel" => setup.set_parallel(on),
                name => setup.set(name, if on { "yes" } else { "" }),
            }
        });
    let node = if setup.takes_focus(name) { node.focus_soon() } else { node };
    el("label").attr("class", "tick").child((node, el("span").child(setup.text(label))))
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

fn value_of(event: &Event) -> Option<String> {
    let target = event.target()?;
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return Some(select.value());
    }
    input_of(event).map(|input| input.value())
}

/// A field or button by its name: what is typed, and whether it is wrong.
pub fn named(setup: Setup, name: &str, node: El) -> El {
    let (wrong, typed) = (name.to_owned(), name.to_owned());
    let node = node
        .attr("id", &["set-", name].concat())
        .attr("data-input", name)
        .attr("aria-invalid", move || setup.trouble(&wrong).map(|_| aria_bool(true)))
        .on("input", move |event| {
            if let Some(value) = value_of(&event) {
                setup.set(&typed, &value);
            }
        });
    if setup.takes_focus(name) { node.focus_soon() } else { node }
}

/// What is wrong with a field.
pub fn trouble(setup: Setup, name: &str) -> impl Child + use<> {
    let name = name.to_owned();
    move || {
        let id = ["bad-", &name].concat();
        setup.trouble(&name).map(|words| part("p", "mistake").attr("id", &id).child(words))
    }
}

/// A field with its label, its help and what is wrong with it.
pub fn field(
    setup: Setup,
    name: &str,
    label: &'static str,
    help: Option<&'static str>,
    node: El,
) -> El {
    let help = help.map(|key| {
        el("p").attr("class", "count").attr("id", &["help-", name].concat()).child(setup.text(key))
    });
    let (named, helped) = (name.to_owned(), help.is_some());
    let node = node.attr("aria-describedby", move || {
        let bad = setup.trouble(&named).map(|_| ["bad-", &named].concat());
        let all = [bad, helped.then(|| ["help-", &named].concat())];
        let all: Vec<String> = all.into_iter().flatten().collect();
        (!all.is_empty()).then(|| all.join(" "))
    });
    part("div", "field").child((
        el("label").attr("for", &["set-", name].concat()).child(setup.text(label)),
        help,
        node,
        trouble(setup, name),
    ))
}
