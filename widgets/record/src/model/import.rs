//! Entries from a table of a spreadsheet: one that was saved here, or one that a group kept before.

use adil::amounts::{amount, whole};
use adil::content::{Day, Localized};
use adil::json::number_text;
use adil::random::Random;

use super::content::Record;
use super::entry::{Entry, Value};
use super::field::{Field, Good, Kind};
use super::form::{Trouble, read_form};
use super::log::Log;

/// So many mistakes of a table are told at once.
const MOST_TOLD: usize = 6;

/// Why a table is not taken. Nothing of it is taken then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no table, or has no entry.
    None,
    /// Fields that have to be there have no column, by their places.
    Columns(Vec<usize>),
    /// Cells that are wrong.
    Cells(Vec<Wrong>),
}

/// A cell that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Its row, the first one of the table being 1.
    pub row: usize,
    /// What its column is called.
    pub column: String,
    /// What is wrong with it.
    pub trouble: Trouble,
}

/// What a table is read with.
pub struct Table<'t> {
    /// What entries ask for.
    pub record: &'t Record,
    /// The price list of the group.
    pub goods: &'t [Good],
    /// Today: no entry is of a later day.
    pub today: &'t Day,
    /// The words for price, out and back, as a table that is saved here has them.
    pub parts: &'t [String; 3],
    /// A text in small letters: browsers have the tables for that.
    pub lower: &'t dyn Fn(&str) -> String,
}

/// A row that was read: its day and values, or what is wrong in which column.
type Row = Result<(Day, Vec<(String, Value)>), Vec<(String, Trouble)>>;

/// What a column has: the inputs of a form that it fills.
struct Column {
    name: String,
    inputs: Vec<String>,
    kind: Cells,
}

/// How the cells of a column are read.
enum Cells {
    /// As they are.
    Plain,
    /// A day.
    Day,
    /// One of the options of the field at this place.
    Option(usize),
    /// The price of the good with this id.
    Price(String),
}

/// Whether a heading says a name. Old tables have a question mark for each letter that theirs did
/// not know, as for those of Kazakh beyond Russian.
fn is_same(name: &str, heading: &str) -> bool {
    let mut letters = name.chars();
    heading.chars().all(|c| letters.next().is_some_and(|own| c == own || c == '?'))
        && letters.next().is_none()
        && heading.contains(|c| c != '?')
}

/// Western digits for Arabic ones.
fn western(text: &str) -> String {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10).unwrap_or(c),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10).unwrap_or(c),
        c => c,
    };
    text.trim().chars().map(digit).collect()
}

/// A day as files have it, or as spreadsheets write it: `2026-11-23`, `23.11.2026`, `2026/11/23`.
/// `11/12/2026` is one day in one country and another in the next, so it is none.
fn day_of(cell: &str) -> Option<Day> {
    let text = western(cell);
    // A spreadsheet may add a time.
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    let number = |part: &str| part.parse::<u32>().ok();
    let parts: Vec<Option<u32>> = text.split(['-', '.', '/']).map(number).collect();
    let [Some(first), Some(second), Some(third)] = parts[..] else { return None };
    match (first, second, third) {
        (1_000.., ..) => Day::of(first, second, third),
        _ if text.contains('.') => Day::of(third, second, first),
        (13.., ..) => Day::of(third, second, first),
        (_, 13.., _) => Day::of(third, first, second),
        _ => None,
    }
}

/// A cell without the mark that keeps spreadsheets from reckoning it.
fn unmarked(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start().starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

impl Table<'_> {
    /// A heading as headings are compared.
    fn compared(&self, text: &str) -> String {
        (self.lower)(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn is_called(&self, name: &Localized, heading: &str) -> bool {
        name.texts().any(|text| is_same(&self.compared(text), heading))
    }

    /// The record of the table of another group, under a name of its own.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn log(&self, text: &str, name: &str) -> Result<Log, Refusal> {
        let key = ["csv", &number_text(Random::number_of(name) as f64)].concat();
        let mut log = Log::new(&key);
        log.about.name = name.chars().take(120).collect();
        log.about.version = 1;
        for entry in self.entries(text, &Log::default())? {
            log.put(entry);
        }
        Ok(log)
    }

    /// The entries of a table that a record has not yet.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn entries(&self, text: &str, log: &Log) -> Result<Vec<Entry>, Refusal> {
        let rows = adil::csv::rows(text).ok_or(Refusal::None)?;
        let Some((head, rows)) = rows.split_first() else { return Err(Refusal::None) };
        let columns: Vec<Option<Column>> = head.iter().map(|name| self.column(name)).collect();
        let missing = self.missing(&columns);
        // What has none of our columns is something else.
        if rows.is_empty() || columns.iter().all(Option::is_none) {
            return Err(Refusal::None);
        }
        if !missing.is_empty() {
            return Err(Refusal::Columns(missing));
        }
        let (mut made, mut wrong): (Vec<Entry>, Vec<Wrong>) = (Vec::new(), Vec::new());
        let mut known: Vec<(&Day, &[(String, Value)])> =
            log.entries().into_iter().map(|entry| (&entry.day, &entry.values[..])).collect();
        for (n, row) in rows.iter().enumerate() {
            // The heading is the first one.
            let at = n + 2;
            match self.entry(&columns, row) {
                Err(troubles) => {
                    wrong.extend(troubles.into_iter().map(|(column, trouble)| Wrong {
                        row: at,
                        column,
                        trouble,
                    }));
                }
                Ok((day, values)) => {
                    let is_same = |(other, own): &(&Day, &[(String, Value)])| {
                        **other == day && **own == values[..]
                    };
                    if let Some(place) = known.iter().position(is_same) {
                        // Two equal rows are two entries, and one that is there counts for one.
                        known.swap_remove(place);
                        continue;
                    }
                    let is_taken = log.has_day(&day, "") || made.iter().any(|one| one.day == day);
                    if self.record.once_per_day && is_taken {
                        let (column, trouble) = (date_column(&columns), Trouble::Again);
                        wrong.push(Wrong { row: at, column, trouble });
                    }
                    let alike = made.iter().filter(|one| one.day == day && one.values == values);
                    let id = id_of(&day, &values, alike.count());
                    made.push(Entry { id, version: 1, gone: false, day, values });
                }
            }
        }
        if wrong.is_empty() {
            return Ok(made);
        }
        wrong.truncate(MOST_TOLD);
        Err(Refusal::Cells(wrong))
    }

    /// What the column of a heading fills; nothing for one that is not ours.
    fn column(&self, heading: &str) -> Option<Column> {
        let name = heading.trim().to_owned();
        let heading = self.compared(unmarked(heading));
        for (place, field) in self.record.fields.iter().enumerate() {
            let id = field.id.as_str();
            if let Kind::Goods(_) = field.kind {
                if let Some((inputs, kind)) = self.goods_column(id, &heading) {
                    return Some(Column { name, inputs, kind });
                }
            } else if heading == self.compared(id) || self.is_called(&field.label, &heading) {
                let kind = match &field.kind {
                    Kind::Date => Cells::Day,
                    Kind::Choice(_) => Cells::Option(place),
                    _ => Cells::Plain,
                };
                return Some(Column { name, inputs: inputs_of(field), kind });
            }
        }
        None
    }

    fn goods_column(&self, field: &str, heading: &str) -> Option<(Vec<String>, Cells)> {
        for good in self.goods {
            let names =
                good.name.texts().map(|name| self.compared(name)).chain([self.compared(&good.id)]);
            for name in names {
                for (n, part) in ["price", "out", "back"].into_iter().enumerate() {
                    let written = [&name, ": ", &self.compared(&self.parts[n])].concat();
                    let plain = [&name, ": ", part].concat();
                    if !is_same(&written, heading) && !is_same(&plain, heading) {
                        continue;
                    }
                    return Some(match part {
                        "price" => (Vec::new(), Cells::Price(good.id.clone())),
                        _ => (vec![[field, ".", &good.id, ".", part].concat()], Cells::Plain),
                    });
                }
            }
        }
        None
    }

    /// The places of fields that have to be there and have no column.
    fn missing(&self, columns: &[Option<Column>]) -> Vec<usize> {
        let has = |field: &Field| {
            let inputs = columns.iter().flatten().flat_map(|column| &column.inputs);
            let begins = [field.id.as_str(), "."].concat();
            inputs.into_iter().any(|input| input == field.id.as_str() || input.starts_with(&begins))
        };
        let fields = self.record.fields.iter().enumerate();
        fields.filter(|(_, field)| !field.optional && !has(field)).map(|(n, _)| n).collect()
    }

    /// One row, read as the form of an entry is.
    fn entry(&self, columns: &[Option<Column>], row: &[String]) -> Row {
        let mut typed: Vec<(&str, String)> = Vec::new();
        let mut goods = self.goods.to_vec();
        let mut wrong: Vec<(String, Trouble)> = Vec::new();
        for (column, cell) in columns.iter().zip(row) {
            let Some(column) = column else { continue };
            let text = match &column.kind {
                Cells::Plain => unmarked(cell).to_owned(),
                Cells::Day => day_of(cell).map_or_else(|| cell.clone(), |day| day.as_str().into()),
                Cells::Option(place) => self.option(*place, cell),
                Cells::Price(good) => {
                    let price = amount(cell, self.record.digits);
                    match (goods.iter_mut().find(|one| one.id == *good), price) {
                        (Some(good), Some(price)) => good.price = price,
                        _ if cell.trim().is_empty() => {}
                        _ => wrong.push((column.name.clone(), Trouble::NoMoney)),
                    }
                    continue;
                }
            };
            // What a spreadsheet calls a whole number may have a point and a zero.
            let text = text.strip_suffix(".0").filter(|n| whole(n).is_some()).unwrap_or(&text);
            typed.extend(column.inputs.iter().map(|input| (input.as_str(), text.to_owned())));
        }
        let get = |input: &str| {
            let found = typed.iter().find(|(name, _)| *name == input);
            found.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let read = read_form(self.record, &goods, self.today, &|_| false, &get);
        let name = |input: &str| {
            let has = |column: &&Column| column.inputs.iter().any(|one| one == input);
            let column = columns.iter().flatten().find(has);
            column.map_or_else(|| input.to_owned(), |column| column.name.clone())
        };
        match read {
            Ok(read) if wrong.is_empty() => Ok(read),
            Ok(_) => Err(wrong),
            Err(mistakes) => {
                let named = mistakes.into_iter().map(|one| (name(&one.input), one.trouble));
                wrong.extend(named);
                Err(wrong)
            }
        }
    }

    /// The id of the option that a cell names, in any language; what names none stays as it is.
    fn option(&self, place: usize, cell: &str) -> String {
        let text = self.compared(unmarked(cell));
        let options = match self.record.fields.get(place).map(|field| &field.kind) {
            Some(Kind::Choice(options)) => options.as_slice(),
            _ => &[],
        };
        let is_it = |option: &&super::field::Named| {
            self.compared(option.id.as_str()) == text || self.is_called(&option.text, &text)
        };
        options.iter().find(is_it).map_or(text.clone(), |option| option.id.as_str().to_owned())
    }
}

fn date_column(columns: &[Option<Column>]) -> String {
    let is_date = |column: &&Column| matches!(column.kind, Cells::Day);
    columns.iter().flatten().find(is_date).map(|one| one.name.clone()).unwrap_or_default()
}

/// The inputs that a field has in a form; two who counted found the same.
fn inputs_of(field: &Field) -> Vec<String> {
    let id = field.id.as_str();
    match &field.by {
        Some(by) => by.iter().map(|role| [id, ".", role.id.as_str()].concat()).collect(),
        None => vec![id.to_owned()],
    }
}

/// A name that the same row has on each device: where two have read one table and their files are
/// put together, it counts once. `alike` counts the rows before it that say the same.
fn id_of(day: &Day, values: &[(String, Value)], alike: usize) -> String {
    let sum = Random::number_of(&format_of(values));
    let digits: String = day.as_str().chars().filter(char::is_ascii_digit).collect();
    ["csv", &digits, "x", &number_text(sum as f64), "x", &number_text(alike as f64)].concat()
}

fn format_of(values: &[(String, Value)]) -> String {
    let value = |value: &Value| match value {
        Value::Whole(n) => number_text(*n as f64),
        Value::Text(text) => text.clone(),
        Value::Goods(lines) => lines
            .iter()
            .map(|line| {
                let numbers = [line.price, line.out, line.back].map(|n| number_text(n as f64));
                [&line.good, " ", &numbers.join(" ")].concat()
            })
            .collect::<Vec<_>>()
            .join("/"),
    };
    let all = values.iter().map(|(id, one)| [id, "=", &value(one)].concat());
    all.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
