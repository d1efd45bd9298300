//! The entries of a year, the newest first.

use adil::ui::{Child, El, el, hidden_words, part, plain_button};

use super::parts::heading;
use crate::model::{Entry, Field, Kind, Value};
use crate::session::{Session, Shared};

/// How many entries are listed before all are asked for.
const FEW: usize = 5;

/// The list, with its heading.
pub fn view(session: Session) -> impl Child {
    move || {
        let shared = session.shared;
        let all = session.all.get();
        let (count, rows) = session.entries(|entries| {
            let few = if all { entries.len() } else { FEW };
            let rows: Vec<El> = entries.iter().take(few).map(|entry| row(session, entry)).collect();
            (entries.len(), rows)
        });
        let more = (!all && count > FEW).then(|| {
            let words = move || shared.count("show_all", count);
            plain_button("quiet", Box::new(words), move || session.all.set(true))
        });
        (count > 0).then(|| {
            el("section").child((
                heading(shared, 1, session.text("entries")),
                part("ul", "entries").attr("role", "list").child(rows),
                more,
            ))
        })
    }
}

fn row(session: Session, entry: &Entry) -> El {
    let shared = session.shared;
    let day = shared.read(|widget| widget.texts.date(&entry.day));
    let act = |key: &'static str, act: Box<dyn Fn(&str)>| {
        let id = entry.id.clone();
        let words = move || session.text(key);
        plain_button("quiet", Box::new(words), move || act(&id))
            .child(hidden_words(&[" ", &day].concat()))
    };
    let lines = summary(shared, entry);
    let line = |words: String| el("p").attr("class", "count").attr("dir", "auto").child(words);
    part("li", "entry").child((
        el("div").attr("class", "about").child((
            el("p").attr("class", "name").child(day.as_str()),
            lines.into_iter().map(line).collect::<Vec<_>>(),
        )),
        el("div").attr("class", "ways").child((
            act("change", Box::new(move |id| session.open_form(id))),
            act("delete", Box::new(move |id| session.delete(id))),
        )),
    ))
}

/// What was written, a line for each field.
pub fn summary(shared: Shared, entry: &Entry) -> Vec<String> {
    let fields = shared.record(|record| record.fields.clone());
    let of = |field: &Field| {
        let said = value(shared, field, entry)?;
        let label = shared.words(&field.label);
        Some(shared.fill("labelled", &[("label", &label), ("value", &said)]))
    };
    fields.iter().filter(|field| field.kind != Kind::Date).filter_map(of).collect()
}

/// What was written for a field, in words.
pub fn value(shared: Shared, field: &Field, entry: &Entry) -> Option<String> {
    let id = field.id.as_str();
    Some(match (&field.kind, entry.get(id)?) {
        (Kind::Money, Value::Whole(n)) => shared.money(*n),
        (_, Value::Whole(n)) => shared.read(|widget| widget.texts.number(*n as f64)),
        (Kind::Choice(options), Value::Text(chosen)) => {
            let option = options.iter().find(|option| option.id.as_str() == chosen)?;
            shared.words(&option.text)
        }
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Goods(lines)) => {
            let sold: i64 = lines.iter().map(crate::model::Line::sold).sum();
            let expected: i64 = lines.iter().map(crate::model::Line::expected).sum();
            let sold = shared.count("sold", usize::try_from(sold).unwrap_or(0));
            [&sold, shared.read(|widget| widget.texts.comma()), &shared.money(expected)].concat()
        }
    })
}
