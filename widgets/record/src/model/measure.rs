//! What is reckoned from entries: sums, counts, and the share that one is of another.

use adil::content::{Localized, Reference};
use adil::json::{Problem, number_text};
use adil::rules::{Condition, Name, Variable, Variables};

use super::entry::{Entry, Line};
use super::field::{Field, Kind};

adil::words! {
    /// What is counted.
    pub enum Counted {
        /// Entries.
        "entries" Entries,
        /// Days with an entry.
        "days" Days,
        /// Weeks with an entry.
        "weeks" Weeks,
    }
}

adil::record! {
    /// Which entries count.
    pub struct WhereFields {
        /// The id of a field that is a choice.
        "field" field: Reference,
        /// The ids of the options of which the entry has one.
        "is" is: Vec<Reference>,
    }
}

adil::record! {
    /// A measure as its author writes it; it has just one of `sum`, `count` and `share`.
    pub struct MeasureFields {
        /// Its name in rules: letters, digits and `_`.
        "id" id: Reference,
        /// What it is called.
        "label" label: Localized,
        /// The id of a field with numbers or money that is added up; of goods, `goods.sold` or
        /// `goods.expected`, where `goods` is the id of the field.
        "sum" sum: Option<Reference>,
        /// What is counted.
        "count" count: Option<Counted>,
        /// The id of an earlier measure, as a share of that of `of`.
        "share" share: Option<Reference>,
        /// The id of an earlier measure, the whole of a `share`.
        "of" of: Option<Reference>,
        /// Which entries count; missing: all.
        "where" only: Option<WhereFields>,
        /// When it is not shown: a condition over all measures, such as `sold < 10`. Money counts
        /// in whole units there, and a share in percent.
        "hiddenIf" hidden_if: Option<String>,
    }
}

/// What of a field is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Its number.
    Number(usize),
    /// Its money.
    Money(usize),
    /// How many goods were sold.
    Sold(usize),
    /// What the goods that were sold cost.
    Expected(usize),
}

/// How a measure is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reckoning {
    /// A sum.
    Sum(Source),
    /// A count.
    Count(Counted),
    /// The share that one measure is of another, both by their places.
    Share(usize, usize),
}

/// Which entries count: those with one of these options in a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Where {
    field: Reference,
    is: Vec<Reference>,
}

/// Something that is reckoned from entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name in rules.
    pub id: Reference,
    /// What it is called.
    pub label: Localized,
    /// How it is reckoned.
    pub reckoning: Reckoning,
    /// Which entries count.
    pub only: Option<Where>,
    /// When it is not shown.
    pub hidden_if: Option<Condition>,
}

impl Where {
    /// Whether an entry counts.
    pub fn fits(&self, entry: &Entry) -> bool {
        let option = entry.text(self.field.as_str());
        option.is_some_and(|option| self.is.iter().any(|id| id.as_str() == option))
    }
}

impl Source {
    /// What an entry adds.
    pub fn of(self, fields: &[Field], entry: &Entry) -> i64 {
        let (Source::Number(n) | Source::Money(n) | Source::Sold(n) | Source::Expected(n)) = self;
        let Some(id) = fields.get(n).map(|field| field.id.as_str()) else { return 0 };
        let add = |worth: fn(&Line) -> i64| {
            entry.goods(id).iter().fold(0_i64, |sum, line| sum.saturating_add(worth(line)))
        };
        match self {
            Source::Number(_) | Source::Money(_) => entry.whole(id).unwrap_or(0),
            Source::Sold(_) => add(Line::sold),
            Source::Expected(_) => add(Line::expected),
        }
    }

    /// Whether it is money.
    pub fn is_money(self) -> bool {
        matches!(self, Source::Money(_) | Source::Expected(_))
    }
}

fn quoted(text: &str) -> String {
    ["\"", text, "\""].concat()
}

fn source(id: &Reference, path: &str, fields: &[Field]) -> Result<Source, Problem> {
    let (name, part) = match id.as_str().split_once('.') {
        Some((name, part)) => (name, Some(part)),
        None => (id.as_str(), None),
    };
    let place = fields.iter().position(|field| field.id.as_str() == name);
    let kind = place.and_then(|n| fields.get(n).map(|field| (n, &field.kind)));
    match (kind, part) {
        (Some((n, Kind::Number(..))), None) => Ok(Source::Number(n)),
        (Some((n, Kind::Money)), None) => Ok(Source::Money(n)),
        (Some((n, Kind::Goods(_))), Some("sold")) => Ok(Source::Sold(n)),
        (Some((n, Kind::Goods(_))), Some("expected")) => Ok(Source::Expected(n)),
        _ => {
            let what = "the id of a field with numbers or money, or that of goods with .sold or \
                .expected";
            Err(Problem::new(path, what, &quoted(id.as_str())))
        }
    }
}

/// The fields that are joined so far, and the measures before this one.
struct Before<'a> {
    fields: &'a [Field],
    measures: &'a [Measure],
}

impl Before<'_> {
    fn place(&self, id: Option<&Reference>, path: &str) -> Result<usize, Problem> {
        let is_plain = |measure: &Measure| !matches!(measure.reckoning, Reckoning::Share(..));
        let place = |id: &Reference| self.measures.iter().position(|m| m.id == *id && is_plain(m));
        let found = || id.map_or_else(|| "nothing".to_owned(), |id| quoted(id.as_str()));
        let what = "the id of an earlier measure that is a sum or a count";
        id.and_then(place).ok_or_else(|| Problem::new(path, what, &found()))
    }

    fn only(&self, fields: WhereFields, path: &str) -> Result<Where, Problem> {
        let field = self.fields.iter().find(|field| field.id == fields.field);
        let Some(Kind::Choice(options)) = field.map(|field| &field.kind) else {
            let path = [path, ".field"].concat();
            let found = quoted(fields.field.as_str());
            return Err(Problem::new(&path, "the id of a field that is a choice", &found));
        };
        let unknown = fields.is.iter().find(|id| !options.iter().any(|option| option.id == **id));
        match unknown {
            None if !fields.is.is_empty() => Ok(Where { field: fields.field, is: fields.is }),
            None => Err(Problem::new(&[path, ".is"].concat(), "at least one option", "none")),
            Some(id) => {
                let path = [path, ".is"].concat();
                Err(Problem::new(&path, "ids of options of this field", &quoted(id.as_str())))
            }
        }
    }

    fn measure(&self, fields: MeasureFields, path: &str) -> Result<Measure, Problem> {
        let at = |field: &str| [path, ".", field].concat();
        if Name::parse(fields.id.as_str()).is_none() {
            let what = "a name of letters a to z, digits and _, which rules can use";
            return Err(Problem::new(&at("id"), what, &quoted(fields.id.as_str())));
        }
        let reckoning = match (&fields.sum, fields.count, &fields.share) {
            (Some(id), None, None) => Reckoning::Sum(source(id, &at("sum"), self.fields)?),
            (None, Some(counted), None) => Reckoning::Count(counted),
            (None, None, Some(id)) => {
                let of = self.place(fields.of.as_ref(), &at("of"))?;
                Reckoning::Share(self.place(Some(id), &at("share"))?, of)
            }
            (None, None, None) => {
                return Err(Problem::new(path, "one of sum, count and share", "none"));
            }
            _ => return Err(Problem::new(path, "one of sum, count and share", "several")),
        };
        let only = fields.only.map(|only| self.only(only, &at("where"))).transpose()?;
        Ok(Measure { id: fields.id, label: fields.label, reckoning, only, hidden_if: None })
    }
}

/// Joins the measures of a file, and makes the variables that rules over them have.
pub(super) fn join(
    list: Vec<MeasureFields>,
    fields: &[Field],
) -> Result<(Vec<Measure>, Variables), Problem> {
    let path = |n: usize| ["measures[", &number_text(n as f64), "]"].concat();
    let (mut measures, mut rules) = (Vec::new(), Vec::new());
    for (n, mut one) in list.into_iter().enumerate() {
        rules.push(one.hidden_if.take());
        let before = Before { fields, measures: &measures };
        measures.push(before.measure(one, &path(n))?);
    }
    let variable = |measure: &Measure| {
        let name = Name::parse(measure.id.as_str())?;
        Some(Variable::number(name, 0, 1_000_000, 0))
    };
    let all: Vec<Variable> = measures.iter().filter_map(variable).collect();
    let Some(variables) = Variables::new(all) else {
        return Err(Problem::new("measures", "at most 64, each with an id of its own", "others"));
    };
    for (n, rule) in rules.into_iter().enumerate() {
        let at = [&path(n), ".hiddenIf"].concat();
        let read = |rule: String| Condition::parse(&rule, &variables).map_err(|p| p.within(&at));
        if let (Some(measure), Some(rule)) = (measures.get_mut(n), rule.map(read).transpose()?) {
            measure.hidden_if = Some(rule);
        }
    }
    Ok((measures, variables))
}
