//! What is printed: the report of a year, or a sheet to count on.

use adil::ui::{Child, El, Pieces, el, pieces};

use super::entries::value;
use super::parts::heading;
use crate::model::{Entry, Field, Good, Kind};
use crate::session::{Session, Shared};

/// How many days a sheet to count on has.
const DAYS: usize = 5;

/// What is printed next.
pub fn view(session: Session) -> Pieces {
    let is_sheet = session.sheet.now();
    session.sheet.set(false);
    if is_sheet { pieces(sheet(session)) } else { pieces(report(session)) }
}

/// The year in a table, in the form that a rally asks for.
fn report(session: Session) -> impl Child {
    let shared = session.shared;
    let fields: Vec<Field> = shared.record(|record| {
        let listed = record.report.iter().filter_map(|n| record.fields.get(*n));
        listed.cloned().collect()
    });
    let fields = if fields.is_empty() { shared.record(|r| r.fields.clone()) } else { fields };
    let head: Vec<El> =
        fields.iter().map(|field| el("th").child(shared.words(&field.label))).collect();
    let rows: Vec<El> = session
        .entries(|entries| entries.iter().rev().map(|entry| row(shared, &fields, entry)).collect());
    let name = session.log(|log| log.about.name.clone());
    let year = shared.fill("report", &[("year", &shared.year(session.shown_year()))]);
    let facts = shared
        .facts(&session.year_figures())
        .into_iter()
        .map(|(label, figure)| el("tr").child((el("th").child(label), el("td").child(figure))));
    let facts: Vec<El> = facts.collect();
    (
        heading(shared, 1, year),
        (!name.is_empty()).then(|| el("p").attr("dir", "auto").child(name)),
        el("table").child(facts),
        el("table").child((el("thead").child(el("tr").child(head)), el("tbody").child(rows))),
        el("p").child(session.text("self_reported")),
    )
}

fn row(shared: Shared, fields: &[Field], entry: &Entry) -> El {
    let cell = |field: &Field| {
        let said = match field.kind {
            Kind::Date => Some(shared.read(|widget| widget.texts.date(&entry.day))),
            _ => value(shared, field, entry),
        };
        el("td").attr("dir", "auto").child(said)
    };
    el("tr").child(fields.iter().map(cell).collect::<Vec<_>>())
}

/// A sheet for a week: prices, what is put out and comes back, what is found, who counted.
fn sheet(session: Session) -> impl Child {
    let shared = session.shared;
    let goods = session.goods();
    let blank = || el("td").child("\u{a0}");
    let cells = |n: usize| (0..n).map(|_| blank()).collect::<Vec<El>>();
    let good = |good: &Good| {
        el("tr").child((
            el("th").child(shared.words(&good.name)),
            el("td").child(shared.money(good.price)),
            cells(2 * DAYS),
        ))
    };
    let day = |key: &str| el("th").child(shared.text(key));
    let head = el("tr").child((
        day("good"),
        day("price"),
        (0..DAYS).map(|_| (day("out"), day("back")).both()).collect::<Vec<_>>(),
    ));
    let other = |field: &Field| {
        let label = shared.words(&field.label);
        let names: Vec<String> = match &field.by {
            Some(by) => {
                by.iter().map(|role| [&label, ": ", &shared.words(&role.text)].concat()).collect()
            }
            None => vec![label],
        };
        let line = |name: String| {
            let spans = (0..DAYS).map(|_| el("td").attr("colspan", "2").child("\u{a0}"));
            let name = el("th").attr("colspan", "2").child(name);
            el("tr").child((name, spans.collect::<Vec<_>>()))
        };
        names.into_iter().map(line).collect::<Vec<El>>()
    };
    let fields = shared.record(|record| record.fields.clone());
    let day_row: Vec<El> =
        fields.iter().filter(|field| field.kind == Kind::Date).flat_map(other).collect();
    let is_other = |field: &&Field| !matches!(field.kind, Kind::Goods(_) | Kind::Date);
    let rows: Vec<El> = fields.iter().filter(is_other).flat_map(other).collect();
    (
        heading(shared, 1, session.text("sheet")),
        el("table").attr("class", "sheet").child((
            el("thead").child(head),
            el("tbody").child((day_row, goods.iter().map(good).collect::<Vec<_>>(), rows)),
        )),
        el("p").child(session.text("sheet_help")),
    )
}

/// Two elements side by side as one child.
trait Both {
    fn both(self) -> Vec<El>;
}

impl Both for (El, El) {
    fn both(self) -> Vec<El> {
        vec![self.0, self.1]
    }
}
