//! What was typed into the form of an entry: an entry, or what is wrong with it.

use adil::amounts::{amount, whole};
use adil::content::Day;
use adil::json::number_text;

use super::content::Record;
use super::entry::{Line, Value};
use super::field::{Field, Good, Kind};

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing was given.
    Missing,
    /// It is no day.
    NoDay,
    /// The day has not come yet.
    Future,
    /// The day has an entry already.
    Again,
    /// It is no whole number.
    NoNumber,
    /// It is no sum of money.
    NoMoney,
    /// It is less than this.
    TooSmall(i64),
    /// It is more than this.
    TooLarge(i64),
    /// It has more letters than this.
    TooLong(usize),
    /// Two counted, and found different amounts.
    Differ,
    /// More came back than was put out.
    MoreBack,
}

/// What is wrong, and with which input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The input: `found`, `found.teacher`, `goods.pen.out`.
    pub input: String,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What a form was read as.
pub type Read = Result<(Day, Vec<(String, Value)>), Vec<Mistake>>;

/// What the form knows besides what was typed.
struct Form<'a> {
    record: &'a Record,
    goods: &'a [Good],
    typed: &'a dyn Fn(&str) -> String,
    mistakes: Vec<Mistake>,
}

/// Reads a form: what was `typed` into each input, with the price list of the group. `taken` says
/// whether another entry has a day.
pub fn read_form(
    record: &Record,
    goods: &[Good],
    today: &Day,
    taken: &dyn Fn(&Day) -> bool,
    typed: &dyn Fn(&str) -> String,
) -> Read {
    let mut form = Form { record, goods, typed, mistakes: Vec::new() };
    let (mut day, mut values) = (None, Vec::new());
    for field in &record.fields {
        if field.kind == Kind::Date {
            day = form.day(field, today, taken);
        } else if let Some(value) = form.value(field) {
            values.push((field.id.as_str().to_owned(), value));
        }
    }
    match day {
        Some(day) if form.mistakes.is_empty() => Ok((day, values)),
        _ => Err(form.mistakes),
    }
}

impl Form<'_> {
    fn wrong<T>(&mut self, input: &str, trouble: Trouble) -> Option<T> {
        self.mistakes.push(Mistake { input: input.to_owned(), trouble });
        None
    }

    fn day(&mut self, field: &Field, today: &Day, taken: &dyn Fn(&Day) -> bool) -> Option<Day> {
        let id = field.id.as_str();
        let text = (self.typed)(id);
        if text.trim().is_empty() {
            return self.wrong(id, Trouble::Missing);
        }
        match Day::parse(text.trim()) {
            None => self.wrong(id, Trouble::NoDay),
            Some(day) if day > *today => self.wrong(id, Trouble::Future),
            Some(day) if self.record.once_per_day && taken(&day) => self.wrong(id, Trouble::Again),
            Some(day) => Some(day),
        }
    }

    fn value(&mut self, field: &Field) -> Option<Value> {
        let id = field.id.as_str();
        match &field.kind {
            Kind::Date => None,
            Kind::Number(least, most) => {
                let read = |form: &mut Self, input: &str| form.number(field, input, *least, *most);
                self.counted(field, &read)
            }
            Kind::Money => {
                let digits = self.record.digits;
                let read = |form: &mut Self, input: &str| {
                    let text = form.given(field, input)?;
                    amount(&text, digits).or_else(|| form.wrong(input, Trouble::NoMoney))
                };
                self.counted(field, &read)
            }
            Kind::Choice(options) => {
                let chosen = self.given(field, id)?;
                let is_known = options.iter().any(|option| option.id.as_str() == chosen);
                if is_known { Some(Value::Text(chosen)) } else { self.wrong(id, Trouble::Missing) }
            }
            Kind::Goods(_) => self.lines(field),
            Kind::Remark(most) => {
                let text = self.given(field, id)?;
                let fits = text.chars().count() <= *most;
                if fits { Some(Value::Text(text)) } else { self.wrong(id, Trouble::TooLong(*most)) }
            }
        }
    }

    /// What was typed; a mistake where nothing was and something has to be.
    fn given(&mut self, field: &Field, input: &str) -> Option<String> {
        let text = (self.typed)(input).trim().to_owned();
        if !text.is_empty() {
            return Some(text);
        }
        if field.optional { None } else { self.wrong(input, Trouble::Missing) }
    }

    fn number(&mut self, field: &Field, input: &str, least: i64, most: i64) -> Option<i64> {
        let text = self.given(field, input)?;
        match whole(&text) {
            None => self.wrong(input, Trouble::NoNumber),
            Some(n) if n < least => self.wrong(input, Trouble::TooSmall(least)),
            Some(n) if n > most => self.wrong(input, Trouble::TooLarge(most)),
            n => n,
        }
    }

    /// Reads one input, or two that have to agree.
    fn counted(
        &mut self,
        field: &Field,
        read: &dyn Fn(&mut Self, &str) -> Option<i64>,
    ) -> Option<Value> {
        let id = field.id.as_str();
        let Some(by) = &field.by else { return read(self, id).map(Value::Whole) };
        let input = |role: usize| [id, ".", by[role].id.as_str()].concat();
        let before = self.mistakes.len();
        let counts = [0, 1].map(|role| read(self, &input(role)));
        match counts {
            [Some(first), Some(second)] if first == second => Some(Value::Whole(first)),
            [None, None] => None,
            // One who found nothing wrong has just not counted.
            _ if self.mistakes.len() > before => None,
            _ => self.wrong(&input(1), Trouble::Differ),
        }
    }

    fn lines(&mut self, field: &Field) -> Option<Value> {
        let id = field.id.as_str();
        let mut lines = Vec::new();
        for good in self.goods {
            let input = |part: &str| [id, ".", &good.id, ".", part].concat();
            let [out, back] = ["out", "back"].map(|part| (self.typed)(&input(part)));
            if out.trim().is_empty() && back.trim().is_empty() {
                continue;
            }
            let mut read = |text: &str, part: &str| match whole(text) {
                Some(n) if n <= 100_000 => Some(n),
                Some(_) => self.wrong(&input(part), Trouble::TooLarge(100_000)),
                None if text.trim().is_empty() => self.wrong(&input(part), Trouble::Missing),
                None => self.wrong(&input(part), Trouble::NoNumber),
            };
            let (out, back) = (read(&out, "out"), read(&back, "back"));
            let Some((out, back)) = out.zip(back) else { continue };
            if back > out {
                self.wrong::<()>(&input("back"), Trouble::MoreBack);
            } else {
                lines.push(Line { good: good.id.clone(), price: good.price, out, back });
            }
        }
        if lines.is_empty() && !field.optional && self.mistakes.is_empty() {
            let first = self.goods.first().map_or("", |good| good.id.as_str());
            return self.wrong(&[id, ".", first, ".out"].concat(), Trouble::Missing);
        }
        Some(Value::Goods(lines))
    }
}

impl Trouble {
    /// The key of its interface text, and the number in it.
    pub fn text(&self) -> (&'static str, String) {
        let with = |key, n: i64| (key, number_text(n as f64));
        let plain = |key| (key, String::new());
        match self {
            Trouble::Missing => plain("bad_missing"),
            Trouble::NoDay => plain("bad_day"),
            Trouble::Future => plain("bad_future"),
            Trouble::Again => plain("bad_again"),
            Trouble::NoNumber => plain("bad_number"),
            Trouble::NoMoney => plain("bad_money"),
            Trouble::TooSmall(n) => with("bad_small", *n),
            Trouble::TooLarge(n) => with("bad_large", *n),
            Trouble::TooLong(n) => with("bad_long", i64::try_from(*n).unwrap_or(i64::MAX)),
            Trouble::Differ => plain("bad_differ"),
            Trouble::MoreBack => plain("bad_back"),
        }
    }
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
