//! What variables are, what rules come to with them, and how they change. Nothing here can fail:
//! sums stop at the bounds of 32 bits, and a variable at those of its range.

use super::check::{Flag, Number, Word};
use super::declare::{Range, Variables};
use super::rule::New;
use super::tree::Comparison;
use super::{Amount, Change, Changes, Condition};
use crate::json::Json;

/// What each variable of a file is at a moment, within its range.
///
/// Values belong to the variables they were made from; beside others, a variable that is not
/// among them counts as zero, false or the first word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Values(pub(super) Vec<i32>);

/// What one variable is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A whole number
    Number(i32),
    /// True or false
    Flag(bool),
    /// A word of its list
    Word(&'a str),
}

impl Values {
    fn at(&self, n: usize) -> i32 {
        self.0.get(n).copied().unwrap_or(0)
    }
}

impl Variables {
    /// What all of them are at first.
    pub fn first(&self) -> Values {
        Values(self.all().iter().map(super::Variable::first).collect())
    }

    /// What the variable of a name is; nothing where none has the name.
    pub fn value<'a>(&'a self, values: &Values, name: &str) -> Option<Value<'a>> {
        let (n, variable) = self.find(name)?;
        let value = values.at(n);
        Some(match variable.range() {
            Range::Numbers(..) => Value::Number(value),
            Range::Flags => Value::Flag(value != 0),
            Range::Words(words) => {
                let word = usize::try_from(value).ok().and_then(|place| words.get(place));
                Value::Word(word.or(words.first()).map_or("", String::as_str))
            }
        })
    }

    /// Gives the variable of a name a value, or the nearest one within its range. False, and nothing
    /// happens, where none has the name or it has no such values.
    pub fn set(&self, values: &mut Values, name: &str, value: Value) -> bool {
        let Some((n, variable)) = self.find(name) else { return false };
        let (least, most) = variable.bounds();
        let new = match (variable.range(), value) {
            (Range::Numbers(..), Value::Number(number)) => Some(number.clamp(least, most)),
            (Range::Flags, Value::Flag(flag)) => Some(i32::from(flag)),
            (Range::Words(words), Value::Word(word)) => {
                let place = words.iter().position(|known| known == word);
                place.and_then(|n| i32::try_from(n).ok())
            }
            _ => None,
        };
        match (values.0.get_mut(n), new) {
            (Some(place), Some(new)) => {
                *place = new;
                true
            }
            _ => false,
        }
    }

    /// The values as they are kept: numbers, flags and words by the names of the variables.
    pub fn save(&self, values: &Values) -> Json {
        let field = |variable: &super::Variable| {
            let json = match self.value(values, variable.name()) {
                Some(Value::Number(number)) => Json::Number(f64::from(number)),
                Some(Value::Flag(flag)) => Json::Bool(flag),
                Some(Value::Word(word)) => word.into(),
                None => Json::Null,
            };
            (variable.name().to_owned(), json)
        };
        Json::Object(self.all().iter().map(field).collect())
    }

    /// The values that were kept. Whatever no longer fits its variable is what it was at first,
    /// and a number beyond its range the nearest one within.
    pub fn restore(&self, kept: &Json) -> Values {
        let mut values = self.first();
        for (variable, value) in self.all().iter().zip(&mut values.0) {
            let (least, most) = variable.bounds();
            let json = kept.get(variable.name());
            let again = match (variable.range(), json) {
                (Range::Numbers(..), Some(json)) => super::forms::whole(json),
                (Range::Flags, Some(Json::Bool(flag))) => Some(i32::from(*flag)),
                (Range::Words(words), Some(Json::Text(text))) => {
                    let place = words.iter().position(|word| word == text);
                    place.and_then(|n| i32::try_from(n).ok())
                }
                _ => None,
            };
            *value = again.map_or(*value, |again| again.clamp(least, most));
        }
        values
    }
}

impl Condition {
    /// Whether it holds.
    pub fn holds(&self, values: &Values) -> bool {
        holds(&self.0, values)
    }
}

impl Amount {
    /// How much it is.
    pub fn get(&self, values: &Values) -> i32 {
        amount(&self.0, values)
    }
}

impl Change {
    /// Gives the variable its new value: the nearest one within its range.
    pub fn apply(&self, values: &mut Values) {
        let new = self.wanted(values);
        let (least, most) = self.bounds;
        if let Some(value) = values.0.get_mut(self.variable) {
            *value = new.max(least).min(most);
        }
    }

    /// What the variable would become, where that lies beyond its range.
    pub fn beyond(&self, values: &Values) -> Option<i32> {
        let (least, most) = self.bounds;
        Some(self.wanted(values)).filter(|new| !(least..=most).contains(new))
    }

    fn wanted(&self, values: &Values) -> i32 {
        match &self.new {
            New::Number(number) => amount(number, values),
            New::Flag(flag) => i32::from(holds(flag, values)),
            New::Word(Word::Known(place)) => *place,
            New::Word(Word::Value(n)) => values.at(*n),
        }
    }
}

fn holds(flag: &Flag, values: &Values) -> bool {
    match flag {
        Flag::Known(flag) => *flag,
        Flag::Value(n) => values.at(*n) != 0,
        Flag::Not(inside) => !holds(inside, values),
        Flag::All(parts) => parts.iter().all(|part| holds(part, values)),
        Flag::Any(parts) => parts.iter().any(|part| holds(part, values)),
        Flag::Same(sides) => holds(&sides[0], values) == holds(&sides[1], values),
        Flag::Numbers(comparison, sides) => {
            let (left, right) = (amount(&sides[0], values), amount(&sides[1], values));
            match comparison {
                Comparison::Equal => left == right,
                Comparison::Unequal => left != right,
                Comparison::Less => left < right,
                Comparison::AtMost => left <= right,
                Comparison::More => left > right,
                Comparison::AtLeast => left >= right,
            }
        }
        Flag::Words(n, places) => places.contains(&values.at(*n)),
        Flag::SameWord(n, other) => values.at(*n) == values.at(*other),
    }
}

fn amount(number: &Number, values: &Values) -> i32 {
    let each = |parts: &[Number], start: i32, join: fn(i32, i32) -> i32| {
        parts.iter().fold(start, |sum, part| join(sum, amount(part, values)))
    };
    match number {
        Number::Known(number) => *number,
        Number::Value(n) => values.at(*n),
        Number::Negative(inside) => amount(inside, values).saturating_neg(),
        Number::Sum(parts) => each(parts, 0, i32::saturating_add),
        Number::Product(parts) => each(parts, 1, i32::saturating_mul),
        Number::Least(parts) => each(parts, i32::MAX, i32::min),
        Number::Greatest(parts) => each(parts, i32::MIN, i32::max),
        Number::Count(parts) => {
            parts.iter().fold(0, |sum, part| sum + i32::from(holds(part, values)))
        }
    }
}

impl Changes {
    /// Makes all of them.
    pub fn apply(&self, values: &mut Values) {
        self.0.iter().for_each(|change| change.apply(values));
    }
}
