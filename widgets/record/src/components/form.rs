//! The form of an entry.

use adil::ui::{El, el, focus, hidden_words, part, plain_button};
use leptos::wasm_bindgen::JsCast;

use super::inputs::{chosen, mistake, typed};
use super::parts::screen_heading;
use crate::model::{Field, Good, Kind};
use crate::session::{Screen, Session};

/// A form whose submission does something; what is wrong first gets the focus.
pub fn submitted(session: Session, save: impl Fn() + 'static) -> El {
    let form = part("form", "form").attr("novalidate", "").attr("autocomplete", "off");
    let node = form.element();
    form.on("submit", move |event| {
        event.prevent_default();
        save();
        let Some(input) = session.first_mistake() else { return };
        let wanted = ["[data-input=\"", &input, "\"]"].concat();
        if let Ok(Some(input)) = node.query_selector(&wanted) {
            focus(&input);
        }
    })
}

/// The two ways out of a form.
pub fn ways_out(session: Session) -> El {
    let save = part("button", "go").attr("type", "submit").child(session.text("save"));
    let words = move || session.text("cancel");
    part("footer", "foot")
        .child((plain_button("quiet", Box::new(words), move || session.show(Screen::Home)), save))
}

/// The form.
pub fn view(session: Session) -> El {
    let key = if session.changes_one() { "change_entry" } else { "new_entry" };
    let fields = session.shared.record(|record| record.fields.clone());
    let fields: Vec<El> = fields.iter().map(|one| field(session, one)).collect();
    submitted(session, move || session.save_form()).child((
        screen_heading(session, session.text(key)),
        fields,
        ways_out(session),
    ))
}

/// The label of a field; one that may stay empty says so.
fn label_of(session: Session, field: &Field) -> String {
    let label = session.shared.words(&field.label);
    if !field.optional {
        return label;
    }
    session.shared.fill("optional", &[("label", &label)])
}

fn field(session: Session, field: &Field) -> El {
    let (shared, id) = (session.shared, field.id.as_str());
    let label = label_of(session, field);
    let help = field.help.as_ref().map(|help| shared.words(help));
    let kind = match &field.kind {
        Kind::Date => "date",
        Kind::Number(..) => "number",
        Kind::Money => "money",
        Kind::Remark(_) => "text",
        Kind::Choice(options) => {
            let option =
                |one: &crate::model::Named| (one.id.as_str().to_owned(), shared.words(&one.text));
            return chosen(session, id, &label, help, options.iter().map(option).collect());
        }
        Kind::Goods(_) => return goods(session, id, &label, help),
    };
    let Some(by) = &field.by else { return typed(session, id, &label, help, kind) };
    let role = |role: &crate::model::Named| {
        let input = [id, ".", role.id.as_str()].concat();
        typed(session, &input, &shared.words(&role.text), None, kind)
    };
    let roles: Vec<El> = by.iter().map(role).collect();
    group(&label, help).child(el("div").attr("class", "both").child(roles))
}

fn group(label: &str, help: Option<String>) -> El {
    let help = help.map(|help| el("p").attr("class", "count").child(help));
    part("fieldset", "group").child((el("legend").child(label), help))
}

/// The price list with how many were put out and came back.
fn goods(session: Session, id: &str, label: &str, help: Option<String>) -> El {
    let goods = session.goods_of_form();
    let rows: Vec<El> = goods.iter().map(|good| good_row(session, id, good)).collect();
    let column = |key: &str| el("th").attr("scope", "col").child(session.text(key));
    let head = el("thead").child(el("tr").child((
        column("good"),
        column("price"),
        column("out"),
        column("back"),
    )));
    let table = el("table").attr("class", "goods").child((head, el("tbody").child(rows)));
    group(label, help).child(table)
}

fn good_row(session: Session, id: &str, good: &Good) -> El {
    let shared = session.shared;
    let name = shared.words(&good.name);
    let count = |part_of: &'static str| {
        let input = [id, ".", &good.id, ".", part_of].concat();
        let words = shared.text(part_of);
        let label = shared.fill("of_good", &[("part", &words), ("good", &name)]);
        let field = typed(session, &input, &label, None, "number");
        // The column says what it is to those who see it.
        if let Ok(Some(label)) = field.element().query_selector("label") {
            _ = label.class_list().add_1("visually-hidden");
        }
        el("td").attr("data-label", &words).child(field)
    };
    let price = el("td").attr("data-label", &shared.text("price")).child(shared.money(good.price));
    el("tr").child((
        el("th").attr("scope", "row").attr("dir", "auto").child(name.as_str()),
        price,
        count("out"),
        count("back"),
    ))
}

/// The words of a button that has a sign alone, and the mistake of a row.
pub fn removed(session: Session, name: &str, act: impl Fn() + 'static) -> El {
    let words = move || session.text("remove");
    plain_button("quiet", Box::new(words), act).child(hidden_words(&[" ", name].concat()))
}

/// The mistake of an input of another form.
pub fn wrong(session: Session, input: &str) -> El {
    el("div").child(mistake(session, input))
}

/// Whether an element is an input of a form.
pub fn input_of(event: &web_sys::Event) -> Option<web_sys::HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
