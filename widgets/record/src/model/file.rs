//! Files of a record: all of it as JSON to be opened again, its entries as a table.

use adil::Json;
use adil::json::number_text;

use super::content::Record;
use super::entry::{Entry, Value};
use super::field::{Field, Good, Kind};
use super::log::Log;
use super::money::plain_amount;
use adil::csv::Cell;

/// The newest version of the file that this code reads.
const VERSION: f64 = 1.0;

/// What a file is called by its field `format`.
const FORMAT: &str = "adil-record";

/// The file of a record: what was written, without what was deleted.
pub fn write_file(log: &Log, id: &str, content_version: &str) -> Json {
    Json::object([
        ("format", FORMAT.into()),
        ("formatVersion", VERSION.into()),
        ("contentId", id.into()),
        ("contentVersion", content_version.into()),
        ("log", log.save(false)),
    ])
}

/// The record of a file.
///
/// # Errors
/// The key of an interface text that says why it is none for this content.
pub fn read_file(json: &Json, id: &str) -> Result<Log, &'static str> {
    if json.get("format").and_then(Json::text) != Some(FORMAT) {
        return Err("file_none");
    }
    if json.get("formatVersion").and_then(Json::number).is_none_or(|version| version > VERSION) {
        return Err("file_newer");
    }
    if json.get("contentId").and_then(Json::text) != Some(id) {
        return Err("file_other");
    }
    let log = json.get("log").map(Log::restore).unwrap_or_default();
    if log.is_new() { Err("file_empty") } else { Ok(log) }
}

fn plain(n: i64) -> Cell {
    Cell::Plain(number_text(n as f64))
}

fn cells(record: &Record, field: &Field, goods: &[Good], lang: &str, entry: &Entry) -> Vec<Cell> {
    let id = field.id.as_str();
    let empty = || Cell::Plain(String::new());
    match (&field.kind, entry.get(id)) {
        (Kind::Date, _) => vec![Cell::Plain(entry.day.as_str().to_owned())],
        (Kind::Money, Some(Value::Whole(n))) => {
            vec![Cell::Plain(plain_amount(*n, record.digits))]
        }
        (_, Some(Value::Whole(n))) => vec![plain(*n)],
        (Kind::Choice(options), Some(Value::Text(chosen))) => {
            let option = options.iter().find(|option| option.id.as_str() == chosen);
            let text = option.map_or(chosen.as_str(), |option| option.text.get(lang));
            vec![Cell::Text(text.to_owned())]
        }
        (_, Some(Value::Text(text))) => vec![Cell::Text(text.clone())],
        (Kind::Goods(_), _) => {
            let line = |good: &Good| entry.goods(id).iter().find(|line| line.good == good.id);
            let four = |good: &Good| match line(good) {
                Some(line) => vec![
                    Cell::Plain(plain_amount(line.price, record.digits)),
                    plain(line.out),
                    plain(line.back),
                ],
                None => vec![empty(), empty(), empty()],
            };
            goods.iter().flat_map(four).collect()
        }
        _ => vec![empty()],
    }
}

/// The entries as a table, the earliest first. `parts` are the words for price, out and back.
pub fn entries_table(
    record: &Record,
    entries: &[&Entry],
    goods: &[Good],
    lang: &str,
    parts: &[String; 3],
) -> Vec<Vec<Cell>> {
    let head = |field: &Field| {
        let label = field.label.get(lang);
        match &field.kind {
            Kind::Goods(_) => {
                let three = |good: &Good| {
                    let name = good.name.get(lang).to_owned();
                    parts.iter().map(move |part| Cell::Text([&name, ": ", part].concat()))
                };
                goods.iter().flat_map(three).collect()
            }
            _ => vec![Cell::Text(label.to_owned())],
        }
    };
    let row = |entry: &&Entry| {
        let fields = record.fields.iter();
        fields.flat_map(|field| cells(record, field, goods, lang, entry)).collect::<Vec<Cell>>()
    };
    let first = record.fields.iter().flat_map(head).collect();
    std::iter::once(first).chain(entries.iter().rev().map(row)).collect()
}
