//! The declaration, to fill in, print and save.

use adil::json::number_text;
use adil::ui::{El, el, only_on_paper, part, print_button};

use super::parts::{block, button, foot, heading, line};
use crate::model::{Line, LineFields};
use crate::session::{Screen, Session, value_of};

/// The declaration.
pub fn view(session: Session) -> El {
    let Some(declaration) = session.check(|check| check.fields.declaration.clone()) else {
        return part("section", "screen");
    };
    let title = heading(session, line(session, el("span"), &declaration.title));
    let rows: Vec<El> =
        declaration.lines.iter().enumerate().map(|(n, one)| row(session, n, one)).collect();
    let signature = |label: &adil::content::Localized| {
        el("div").attr("class", "signature").child(line(session, el("span"), label))
    };
    let signatures: Vec<El> = declaration.signatures.iter().map(signature).collect();
    let print = print_button(
        "go",
        Box::new(move || session.text("print")),
        Box::new(move || session.text("printing")),
    );
    let ways = [
        button(session, "quiet", "back", move || session.show(Screen::Result)),
        button(session, "quiet", "save_text", move || session.save_text()),
        button(session, "quiet", "save_json", move || session.save_json()),
        button(session, "quiet", "review_save", move || session.save_review()),
    ];
    part("section", "screen").attr("data-print", "declaration").child((
        title,
        declaration.intro.as_ref().map(|text| block(session, "help", text)),
        part("div", "declaration").child(rows),
        el("div").attr("class", "signatures").child(signatures),
        foot(Vec::from(ways), print),
    ))
}

fn row(session: Session, n: usize, fields: &LineFields) -> El {
    let id = ["line-", &number_text(n as f64)].concat();
    let tag =
        if matches!(fields.kind, Line::Lines | Line::Measures) { "textarea" } else { "input" };
    let field = part(tag, "field").attr("id", &id);
    let field = match fields.kind {
        Line::Date | Line::Review => field.attr("type", "date"),
        Line::Lines | Line::Measures => field.attr("rows", "4"),
        _ => field.attr("type", "text"),
    };
    let field = field
        .attr("maxlength", "2000")
        .attr("autocomplete", "off")
        .prop("value", move || session.typed(n))
        .on("input", move |event| session.type_line(n, value_of(&event)));
    // A longer text than its field shows has to be whole on paper.
    let is_long = matches!(fields.kind, Line::Lines | Line::Measures);
    let copy = is_long
        .then(|| only_on_paper(move || el("div").attr("class", "paper").child(session.typed(n))));
    let field = if is_long { field.attr("class", "field copied") } else { field };
    let label = line(session, el("label").attr("for", &id), &fields.label);
    el("div").attr("class", "line").child((label, field, copy))
}
