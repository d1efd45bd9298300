//! One entry: a day, and what was written for each field.

use adil::Json;
use adil::content::Day;

/// The most entries that a record takes. More than ten a school day for a year.
pub const MOST_ENTRIES: usize = 2_000;

/// The longest text that is taken from a kept run or a file.
const LONGEST: usize = 2_000;

/// Goods of one kind on one day, at the price of that day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The good.
    pub good: String,
    /// The price of one, in smallest units.
    pub price: i64,
    /// How many were put out.
    pub out: i64,
    /// How many came back.
    pub back: i64,
}

/// What was written for a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A whole number, or money in smallest units.
    Whole(i64),
    /// A remark, or the id of an option.
    Text(String),
    /// Goods.
    Goods(Vec<Line>),
}

/// An entry. What its file does not ask for any more stays in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Tells it from all others, also from those of other devices.
    pub id: String,
    /// Raised with each change; the highest counts.
    pub version: u32,
    /// Whether it was deleted. Another tab has to learn of that, so something stays.
    pub gone: bool,
    /// Its day.
    pub day: Day,
    /// What was written, by the ids of fields.
    pub values: Vec<(String, Value)>,
}

impl Line {
    /// How many were sold.
    pub fn sold(&self) -> i64 {
        (self.out - self.back).max(0)
    }

    /// What they cost together.
    pub fn expected(&self) -> i64 {
        self.sold().saturating_mul(self.price)
    }

    fn save(&self) -> Json {
        let numbers = [self.price, self.out, self.back].map(|n| Json::Number(n as f64));
        Json::List([Json::from(self.good.as_str())].into_iter().chain(numbers).collect())
    }

    fn restore(kept: &Json) -> Option<Line> {
        let [good, price, out, back] = kept.list() else { return None };
        let good = good.text().filter(|id| !id.is_empty() && id.len() <= 80)?.to_owned();
        let (price, out, back) = (whole(price)?, whole(out)?, whole(back)?);
        let fits = price >= 0 && out <= 1_000_000 && (0..=out).contains(&back);
        fits.then_some(Line { good, price, out, back })
    }
}

/// A whole number that a browser counts exactly and an entry may hold.
fn whole(json: &Json) -> Option<i64> {
    let n = json.number().filter(|n| n.fract() == 0.0 && n.abs() <= 1e12)?;
    #[expect(clippy::cast_possible_truncation)]
    Some(n as i64)
}

impl Value {
    fn save(&self) -> Json {
        match self {
            Value::Whole(n) => Json::Number(*n as f64),
            Value::Text(text) => text.as_str().into(),
            Value::Goods(lines) => Json::List(lines.iter().map(Line::save).collect()),
        }
    }

    fn restore(kept: &Json) -> Option<Value> {
        match kept {
            Json::Number(_) => whole(kept).map(Value::Whole),
            Json::Text(text) => Some(Value::Text(text.chars().take(LONGEST).collect())),
            Json::List(lines) => {
                let lines: Option<Vec<Line>> = lines.iter().take(100).map(Line::restore).collect();
                lines.map(Value::Goods)
            }
            _ => None,
        }
    }
}

impl Entry {
    /// What was written for a field.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.values.iter().find(|(id, _)| id == field).map(|(_, value)| value)
    }

    /// The number or the money of a field.
    pub fn whole(&self, field: &str) -> Option<i64> {
        match self.get(field)? {
            Value::Whole(n) => Some(*n),
            _ => None,
        }
    }

    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        match self.get(field)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The goods of a field.
    pub fn goods(&self, field: &str) -> &[Line] {
        match self.get(field) {
            Some(Value::Goods(lines)) => lines,
            _ => &[],
        }
    }

    /// The entry as it is kept.
    pub fn save(&self) -> Json {
        let values = self.values.iter().map(|(id, value)| (id.clone(), value.save()));
        let mut fields = vec![
            ("id".to_owned(), self.id.as_str().into()),
            ("version".to_owned(), f64::from(self.version).into()),
            ("day".to_owned(), self.day.as_str().into()),
        ];
        if self.gone {
            fields.push(("gone".to_owned(), true.into()));
        } else {
            fields.push(("values".to_owned(), Json::Object(values.collect())));
        }
        Json::Object(fields)
    }
}

/// An entry as it was kept; nothing for what is none. Values that are none are left out.
pub fn entry_from(kept: &Json) -> Option<Entry> {
    let id = kept.get("id")?.text()?;
    let is_id = (1..=80).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric());
    let version = kept.get("version")?.number().filter(|n| (1.0..4e9).contains(n))?;
    let day = Day::parse(kept.get("day")?.text()?)?;
    let gone = kept.get("gone") == Some(&Json::Bool(true));
    let mut values: Vec<(String, Value)> = Vec::new();
    if let Some(Json::Object(fields)) = kept.get("values").filter(|_| !gone) {
        for (name, value) in fields.iter().take(100) {
            if let Some(value) = Value::restore(value)
                && !values.iter().any(|(id, _)| id == name)
            {
                values.push((name.clone(), value));
            }
        }
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let version = version as u32;
    is_id.then(|| Entry { id: id.to_owned(), version, gone, day, values })
}
