//! What all modes start from: content, texts, events, and how figures are written.

use adil::Json;
use adil::content::Kind as Content;
use adil::host::{Host, WidgetContext, download, random_number};
use adil::json::{number_text, write};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsValue;

use crate::model::{
    Cell, ChartBy, Figure, Figures, Kind, Record, Refusal, Row, Week, Year, plain_amount, table,
};

struct Inside<T> {
    widget: WidgetContext<T>,
    mode: &'static str,
    run: u32,
}

/// A name for an entry, a record or answers that no other has.
pub fn fresh_id() -> String {
    let part = |mut n: u32| {
        let next = move || {
            let c = char::from_digit(n % 36, 36).unwrap_or('0');
            n /= 36;
            c
        };
        std::iter::repeat_with(next).take(6)
    };
    part(random_number()).chain(part(random_number())).collect()
}

/// Whether a file is a table of a spreadsheet: by its name, else by how it begins.
pub fn is_table(name: &str, text: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let is = |other: &str| ending.eq_ignore_ascii_case(other);
    is("csv") || is("tsv") || (!is("json") && !text.trim_start().starts_with(['{', '[']))
}

/// A handle to what does not change while a record, or a study, is mounted.
pub struct Shared<T: 'static = Record>(StoredValue<Rc<Inside<T>>, LocalStorage>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T: Content> Shared<T> {
    /// Reads what the page gave.
    ///
    /// # Errors
    /// An error for the author when the content cannot be used.
    pub fn open(host: Host, mode: &'static str) -> Result<impl FnOnce() -> Shared<T>, JsValue> {
        let widget = WidgetContext::<T>::load(host)?;
        let inside = Rc::new(Inside { widget, mode, run: random_number() });
        Ok(move || Shared(StoredValue::new_local(inside)))
    }
}

impl<T> Shared<T> {
    /// Reads what the page gave.
    pub fn read<R>(self, read: impl FnOnce(&WidgetContext<T>) -> R) -> R {
        read(&self.0.get_value().widget)
    }

    /// The content's own name.
    pub fn id(self) -> String {
        self.read(|widget| widget.document.envelope.id.as_str().to_owned())
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.read(|widget| widget.texts.get(key))
    }

    /// An interface text with its places filled.
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        self.read(|widget| widget.texts.fill(key, values))
    }

    /// The plural form of an interface text for a number.
    pub fn count(self, key: &str, n: usize) -> String {
        self.read(|widget| widget.texts.count(key, n as f64))
    }

    /// A text of the content in the learner's language.
    pub fn words(self, text: &adil::content::Localized) -> String {
        self.read(|widget| text.get(&widget.rich.lang).to_owned())
    }

    /// Saves a table for spreadsheets.
    pub fn save_table(self, rows: &[Vec<Cell>]) {
        self.save_file("csv", "text/csv", &table(rows));
        self.exported("csv");
    }

    /// Saves a tree as a file.
    pub fn save_json(self, json: &Json) {
        self.save_file("json", "application/json", &write(json));
        self.exported("json");
    }

    fn save_file(self, ending: &str, kind: &str, text: &str) {
        let today = adil::host::today();
        download(&[&self.id(), "-", today.as_str(), ".", ending].concat(), kind, text);
    }

    fn exported(self, what: &str) {
        self.emit("adil-export", vec![("what", what.into())]);
    }

    /// Sets a state of the element.
    pub fn state(self, name: &str, on: bool) {
        self.read(|widget| widget.host.state(name, on));
    }

    /// Tells the page.
    pub fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let inside = self.0.get_value();
        let about = [
            ("widget", "record".into()),
            ("run", f64::from(inside.run).into()),
            ("mode", inside.mode.into()),
        ];
        inside.widget.emit(name, about, fields, false);
    }
}

impl Shared {
    /// Reads the record's content.
    pub fn record<T>(self, read: impl FnOnce(&Record) -> T) -> T {
        self.read(|widget| read(&widget.document.body))
    }

    /// Money as people write it; whole sums go without cents.
    pub fn money(self, amount: i64) -> String {
        self.read(|widget| {
            let record = &widget.document.body;
            let plain = plain_amount(amount, record.digits);
            let whole = plain.split_once('.').filter(|(_, cents)| cents.bytes().all(|b| b == b'0'));
            let plain = whole.map_or(plain.as_str(), |(units, _)| units);
            widget.texts.money(plain, &record.currency)
        })
    }

    /// The words for price, out and back, as tables have them.
    pub fn goods_parts(self) -> [String; 3] {
        ["price", "out", "back"].map(|key| self.text(key))
    }

    /// Why a table is not taken: the key of a sentence, and what exactly is wrong.
    pub fn why_no_table(self, refusal: &Refusal) -> (&'static str, Vec<String>) {
        match refusal {
            Refusal::None => ("table_none", Vec::new()),
            Refusal::Columns(places) => {
                let label = |n: &usize| self.record(|r| r.fields.get(*n).map(|f| f.label.clone()));
                let labels = places.iter().filter_map(label).map(|label| self.words(&label));
                ("table_columns", labels.collect())
            }
            Refusal::Cells(cells) => {
                let said = |wrong: &crate::model::Wrong| {
                    let (key, n) = wrong.trouble.text();
                    let why = self.fill(key, &[("n", &n)]);
                    let row = self.read(|widget| widget.texts.number(wrong.row as f64));
                    let places = [("n", row.as_str()), ("column", &wrong.column), ("why", &why)];
                    self.fill("table_row", &places)
                };
                ("table_cells", cells.iter().map(said).collect())
            }
        }
    }

    /// A figure as people write it.
    pub fn figure(self, figure: Figure) -> String {
        match figure {
            Figure::Whole(n) => self.read(|widget| widget.texts.number(n as f64)),
            Figure::Money(n) => self.money(n),
            Figure::Share(Some(share)) => self.read(|widget| widget.texts.percent(share)),
            Figure::Share(None) => "–".to_owned(),
            Figure::Hidden => self.text("not_shown"),
        }
    }

    /// A figure as a table for spreadsheets has it; empty where it is not shown.
    pub fn cell(self, figure: Figure) -> Cell {
        Cell::Plain(match figure {
            Figure::Whole(n) => number_text(n as f64),
            Figure::Money(n) => plain_amount(n, self.record(|record| record.digits)),
            Figure::Share(Some(share)) => number_text(share),
            Figure::Share(None) | Figure::Hidden => String::new(),
        })
    }

    /// All labels of measures, with their places.
    pub fn measures(self) -> Vec<(usize, String)> {
        let labels = self.record(|record| {
            record.measures.iter().map(|measure| measure.label.clone()).collect::<Vec<_>>()
        });
        labels.iter().map(|label| self.words(label)).enumerate().collect()
    }

    /// A school year as people write it: `2026–27`, or `2026` where it begins in January.
    pub fn year(self, year: Year) -> String {
        let (first, second) = year.years();
        let written = |year: u32| self.read(|widget| widget.texts.exact(f64::from(year)));
        let first = written(first);
        match second {
            None => first,
            Some(second) => {
                let second = written(second);
                [&first, "–", second.get(2..).unwrap_or(&second)].concat()
            }
        }
    }

    /// What a row stands for: in a few signs, and in words.
    pub fn row(self, by: ChartBy, row: Row, year: Year) -> (String, String) {
        match row {
            Row::Week(week) => {
                let number = self.read(|widget| widget.texts.number(year.number_of(week) as f64));
                let long = self.week(week);
                (number, long)
            }
            Row::Year(year) => (self.year(year), self.year(year)),
            Row::Option(n) => {
                let text = self.record(|record| {
                    let ChartBy::Option(field) = by else { return None };
                    match &record.fields.get(field)?.kind {
                        Kind::Choice(options) => options.get(n).map(|option| option.text.clone()),
                        _ => None,
                    }
                });
                let text = text.map(|text| self.words(&text)).unwrap_or_default();
                (text.clone(), text)
            }
        }
    }

    /// A week in words.
    pub fn week(self, week: Week) -> String {
        let monday = self.read(|widget| widget.texts.date(&week.monday()));
        self.fill("week_of", &[("date", &monday)])
    }

    /// The figures of some entries in words: each measure that is shown.
    pub fn facts(self, figures: &Figures) -> Vec<(String, String)> {
        let all = self.measures().into_iter();
        all.map(|(n, label)| (label, self.figure(figures.get(n)))).collect()
    }
}
