//! What measures come to for some entries, and what of it is not shown.

use std::collections::BTreeSet;

use adil::Json;
use adil::percent::percent;
use adil::rules::{Condition, Values};

use super::content::{Badge, ChartBy, Prompt, Record};
use super::entry::Entry;
use super::field::Kind;
use super::measure::{Counted, Measure, Reckoning};
use super::period::{Week, Year};

/// What a measure comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A whole number.
    Whole(i64),
    /// Money in smallest units.
    Money(i64),
    /// A share, 1 at most; nothing where there is no whole to be a share of.
    Share(Option<f64>),
    /// The file's rule hides it.
    Hidden,
}

/// What all measures of a record come to, by their places.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    shown: Vec<Figure>,
    values: Values,
}

/// What a row of a table stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A week.
    Week(Week),
    /// A school year.
    Year(Year),
    /// An option of a choice, by its place.
    Option(usize),
}

/// The rows of a table or a chart.
pub type Rows = Vec<(Row, Figures)>;

impl Figures {
    /// A measure by its place.
    pub fn get(&self, measure: usize) -> Figure {
        self.shown.get(measure).copied().unwrap_or(Figure::Hidden)
    }

    /// Whether a rule over measures holds.
    pub fn hold(&self, condition: &Condition) -> bool {
        condition.holds(&self.values)
    }
}

impl Figure {
    /// How it is drawn: a length from 0 on. Nothing for what is not shown.
    pub fn height(self) -> Option<f64> {
        match self {
            Figure::Whole(n) | Figure::Money(n) => Some(n.max(0) as f64),
            Figure::Share(share) => share,
            Figure::Hidden => None,
        }
    }
}

/// What rules see of a figure: whole units of money, percent of a share.
fn ruled(figure: Figure, digits: usize) -> f64 {
    match figure {
        Figure::Whole(n) => n as f64,
        Figure::Money(n) => {
            let units = std::iter::repeat_n(10, digits).fold(n, |n, ten| n / ten);
            units as f64
        }
        Figure::Share(share) => share.map_or(0.0, percent),
        Figure::Hidden => 0.0,
    }
}

impl Record {
    fn figure(&self, measure: &Measure, before: &[Figure], entries: &[&Entry]) -> Figure {
        let fits = |entry: &&&Entry| measure.only.as_ref().is_none_or(|only| only.fits(entry));
        let chosen = entries.iter().filter(fits);
        match measure.reckoning {
            Reckoning::Sum(source) => {
                let add =
                    |sum: i64, entry: &&Entry| sum.saturating_add(source.of(&self.fields, entry));
                let sum = chosen.fold(0, add);
                if source.is_money() { Figure::Money(sum) } else { Figure::Whole(sum) }
            }
            Reckoning::Count(counted) => {
                let count = match counted {
                    Counted::Entries => chosen.count(),
                    Counted::Days => chosen.map(|e| e.day.number()).collect::<BTreeSet<_>>().len(),
                    Counted::Weeks => {
                        chosen.map(|e| Week::of(&e.day)).collect::<BTreeSet<_>>().len()
                    }
                };
                Figure::Whole(i64::try_from(count).unwrap_or(i64::MAX))
            }
            Reckoning::Share(part, of) => {
                let amount = |place: usize| match before.get(place) {
                    Some(Figure::Whole(n) | Figure::Money(n)) => *n as f64,
                    _ => 0.0,
                };
                let (part, of) = (amount(part), amount(of));
                // More than the whole is no more honest than the whole.
                Figure::Share((of > 0.0).then(|| (part / of).clamp(0.0, 1.0)))
            }
        }
    }

    /// What all measures come to for these entries.
    pub fn figures(&self, entries: &[&Entry]) -> Figures {
        let mut all: Vec<Figure> = Vec::new();
        for measure in &self.measures {
            all.push(self.figure(measure, &all, entries));
        }
        let field = |(measure, figure): (&Measure, &Figure)| {
            let value = ruled(*figure, self.digits).clamp(0.0, 1e6);
            (measure.id.as_str().to_owned(), Json::Number(value))
        };
        let kept = Json::Object(self.measures.iter().zip(&all).map(field).collect());
        let values = self.variables.restore(&kept);
        let show = |(measure, figure): (&Measure, Figure)| {
            let hidden = measure.hidden_if.as_ref().is_some_and(|rule| rule.holds(&values));
            if hidden { Figure::Hidden } else { figure }
        };
        let shown = self.measures.iter().zip(all).map(show).collect();
        Figures { shown, values }
    }

    /// The rows of a table: each with its entries' figures. Weeks and years without an entry have
    /// none.
    pub fn rows(&self, by: ChartBy, entries: &[&Entry]) -> Rows {
        let row = |entry: &Entry| match by {
            ChartBy::Week => Some(Row::Week(Week::of(&entry.day))),
            ChartBy::Year => Some(Row::Year(Year::of(&entry.day, self.year_starts))),
            ChartBy::Option(field) => {
                let field = self.fields.get(field)?;
                let Kind::Choice(options) = &field.kind else { return None };
                let chosen = entry.text(field.id.as_str())?;
                options.iter().position(|one| one.id.as_str() == chosen).map(Row::Option)
            }
        };
        let keys: BTreeSet<Row> = entries.iter().filter_map(|entry| row(entry)).collect();
        let figures = |key: Row| {
            let inside: Vec<&Entry> =
                entries.iter().filter(|entry| row(entry) == Some(key)).copied().collect();
            (key, self.figures(&inside))
        };
        let mut rows: Rows = keys.into_iter().map(figures).collect();
        if matches!(by, ChartBy::Option(_)) {
            self.hide_one_more(&mut rows);
        }
        rows
    }

    /// Where just one number of a column is hidden and their sum stands beside them, what is hidden
    /// could be reckoned: the least of the others is hidden with it.
    fn hide_one_more(&self, rows: &mut Rows) {
        for (n, measure) in self.measures.iter().enumerate() {
            let hidden = rows.iter().filter(|(_, f)| f.get(n) == Figure::Hidden).count();
            if matches!(measure.reckoning, Reckoning::Share(..)) || hidden != 1 {
                continue;
            }
            let least = rows.iter_mut().filter_map(|(_, figures)| {
                let height = figures.get(n).height().filter(|height| *height > 0.0)?;
                Some((height, figures))
            });
            let least = least.min_by(|(a, _), (b, _)| a.total_cmp(b));
            if let Some(figure) = least.and_then(|(_, figures)| figures.shown.get_mut(n)) {
                *figure = Figure::Hidden;
            }
        }
    }

    /// What is said by the result of a week; nothing while the headline itself is not shown.
    pub fn prompt(&self, figures: &Figures) -> Option<&Prompt> {
        let is_shown = |figure| !matches!(figure, Figure::Hidden | Figure::Share(None));
        if !self.headline.is_none_or(|headline| is_shown(figures.get(headline))) {
            return None;
        }
        let fits = |one: &&Prompt| one.condition.as_ref().is_none_or(|rule| figures.hold(rule));
        self.prompts.iter().find(fits)
    }

    /// Each badge, and whether the entries of a year earn it.
    pub fn earned<'a>(&'a self, year: &'a Figures) -> impl Iterator<Item = (&'a Badge, bool)> {
        self.badges.iter().map(|badge| (badge, year.hold(&badge.condition)))
    }
}
