//! What authors write, read and joined: every id leads to something that is there, every rule to
//! measures.

use adil::content::{Localized, Reference, Rich};
use adil::json::{Fields, Problem, distinct, number_text};
use adil::rules::{Condition, Variables};

use super::field::{Field, FieldFields, Good, Kind};
use super::log::About;
use super::measure::{Measure, MeasureFields, join};
use super::money::digits;

adil::record! {
    /// A chart as its author writes it.
    pub struct ChartFields {
        /// What it is called; missing: the label of its measure.
        "title" title: Option<Localized>,
        /// The id of a measure.
        "measure" measure: Reference,
        /// `week`, `year`, or the id of a field that is a choice.
        "by" by: Reference,
    }
}

adil::record! {
    /// What is said by the result of the last week, as its author writes it.
    pub struct PromptFields {
        /// When: a condition over measures; missing: in all other cases.
        "if" condition: Option<String>,
        /// A question to think about together.
        "text" text: Rich,
    }
}

adil::record! {
    /// A badge as its author writes it. Groups earn badges, and never a child.
    pub struct BadgeFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "title" title: Localized,
        /// What it is given for.
        "text" text: Localized,
        /// When: a condition over the measures of a school year, such as `hours >= 4`.
        "if" condition: String,
    }
}

adil::record! {
    /// What a group can say of itself.
    pub struct Group {
        /// What its name is called: name of the club, of the school.
        "label" label: Localized,
        /// What its motto is called; missing: it has none.
        "motto" motto: Option<Localized>,
    }
}

adil::record! {
    /// The record as its author writes it.
    pub struct RecordFields {
        /// What those who keep it read first.
        "intro" intro: Option<Rich>,
        /// What the group can say of itself.
        "group" group: Option<Group>,
        /// The currency of all money, as `KZT`.
        "currency" currency: String = String::from("USD"),
        /// The month with which a year begins, 1 to 12.
        "yearStarts" year_starts: f64 = 9.0,
        /// Whether a day has one entry at most.
        "oncePerDay" once_per_day: bool = false,
        /// What an entry asks for; one of them is a date.
        "fields" fields: Vec<FieldFields>,
        /// What is reckoned from entries.
        "measures" measures: Vec<MeasureFields>,
        /// The id of the measure that stands above all, for the last week with an entry.
        "headline" headline: Option<Reference>,
        /// Charts of measures, each with its table.
        "charts" charts: Vec<ChartFields>,
        /// What is said by the result of the last week: the first that fits.
        "prompts" prompts: Vec<PromptFields>,
        /// What the group can earn in a year.
        "badges" badges: Vec<BadgeFields>,
        /// The ids of the fields that the report of a year lists; none: no report.
        "report" report: Vec<Reference>,
        /// Whether there is a sheet to count on, without a device.
        "sheet" sheet: bool = false,
        /// For teachers.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}

/// What the bars or points of a chart stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartBy {
    /// Weeks of a year.
    Week,
    /// Years.
    Year,
    /// Options of the choice at this place.
    Option(usize),
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it is called.
    pub title: Localized,
    /// The place of its measure.
    pub measure: usize,
    /// What its bars or points stand for.
    pub by: ChartBy,
}

/// What is said by the result of the last week.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// When.
    pub condition: Option<Condition>,
    /// What.
    pub text: Rich,
}

/// What a group can earn.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// Its name.
    pub id: Reference,
    /// What it is called.
    pub title: Localized,
    /// What it is given for.
    pub text: Localized,
    /// When.
    pub condition: Condition,
}

/// A record that can be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What those who keep it read first.
    pub intro: Option<Rich>,
    /// What the group can say of itself.
    pub group: Option<Group>,
    /// The currency of all money.
    pub currency: String,
    /// How many digits the currency has after the point.
    pub digits: usize,
    /// The month with which a year begins.
    pub year_starts: u32,
    /// Whether a day has one entry at most.
    pub once_per_day: bool,
    /// What an entry asks for; one is a date.
    pub fields: Vec<Field>,
    /// What is reckoned.
    pub measures: Vec<Measure>,
    /// The measures as rules know them.
    pub variables: Variables,
    /// The measure that stands above all.
    pub headline: Option<usize>,
    /// Charts.
    pub charts: Vec<Chart>,
    /// What is said by the result.
    pub prompts: Vec<Prompt>,
    /// What can be earned.
    pub badges: Vec<Badge>,
    /// The places of the fields that the report lists.
    pub report: Vec<usize>,
    /// Whether there is a sheet to count on.
    pub sheet: bool,
    /// For teachers.
    pub teacher_notes: Option<Rich>,
}

fn quoted(text: &str) -> String {
    ["\"", text, "\""].concat()
}

fn at(list: &str, n: usize, field: &str) -> String {
    [list, "[", &number_text(n as f64), "]", field].concat()
}

fn measure_of(measures: &[Measure], id: &Reference, path: &str) -> Result<usize, Problem> {
    let place = measures.iter().position(|measure| measure.id == *id);
    place.ok_or_else(|| Problem::new(path, "the id of a measure", &quoted(id.as_str())))
}

fn join_fields(list: Vec<FieldFields>, digits: usize) -> Result<Vec<Field>, Problem> {
    let mut fields = Vec::new();
    for (n, field) in list.into_iter().enumerate() {
        fields.push(Field::join(field, &at("fields", n, ""), digits)?);
    }
    let ids: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
    distinct("fields", &ids, "field")?;
    let dates = fields.iter().filter(|field| field.kind == Kind::Date).count();
    let goods = fields.iter().filter(|field| matches!(field.kind, Kind::Goods(_))).count();
    if dates != 1 {
        let found = number_text(dates as f64);
        return Err(Problem::new("fields", "one field of the type date", &found));
    }
    if goods > 1 || fields.len() > 40 {
        let what = "at most 40 fields, and one price list at most";
        return Err(Problem::new("fields", what, "more"));
    }
    Ok(fields)
}

fn join_chart(
    chart: ChartFields,
    n: usize,
    fields: &[Field],
    measures: &[Measure],
) -> Result<Chart, Problem> {
    let measure = measure_of(measures, &chart.measure, &at("charts", n, ".measure"))?;
    let option = || {
        let is = |field: &Field| field.id == chart.by && matches!(field.kind, Kind::Choice(_));
        fields.iter().position(is).map(ChartBy::Option)
    };
    let by = match chart.by.as_str() {
        "week" => Some(ChartBy::Week),
        "year" => Some(ChartBy::Year),
        _ => option(),
    };
    let by = by.ok_or_else(|| {
        let what = "week, year, or the id of a field that is a choice";
        Problem::new(&at("charts", n, ".by"), what, &quoted(chart.by.as_str()))
    })?;
    let label = || measures.get(measure).map(|measure| measure.label.clone());
    let title = chart.title.or_else(label).unwrap_or_else(|| Localized::plain(""));
    Ok(Chart { title, measure, by })
}

impl Record {
    fn join(written: RecordFields) -> Result<Record, Problem> {
        let currency = written.currency;
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            let what = "three capital letters such as KZT";
            return Err(Problem::new("currency", what, &quoted(&currency)));
        }
        let year_starts = (1..=12_u32).find(|n| (f64::from(*n) - written.year_starts).abs() < 0.1);
        let year_starts = year_starts.ok_or_else(|| {
            let found = number_text(written.year_starts);
            Problem::new("yearStarts", "a month, 1 to 12", &found)
        })?;
        let digits = digits(&currency);
        let fields = join_fields(written.fields, digits)?;
        let (measures, variables) = join(written.measures, &fields)?;
        let rule = |rule: &str, path: &str| {
            Condition::parse(rule, &variables).map_err(|problem| problem.within(path))
        };
        let headline = written.headline.map(|id| measure_of(&measures, &id, "headline"));
        let (mut charts, mut prompts) = (Vec::new(), Vec::new());
        for (n, chart) in written.charts.into_iter().enumerate() {
            charts.push(join_chart(chart, n, &fields, &measures)?);
        }
        for (n, prompt) in written.prompts.into_iter().enumerate() {
            let condition = prompt.condition.map(|text| rule(&text, &at("prompts", n, ".if")));
            prompts.push(Prompt { condition: condition.transpose()?, text: prompt.text });
        }
        let mut badges = Vec::new();
        for (n, badge) in written.badges.into_iter().enumerate() {
            let condition = rule(&badge.condition, &at("badges", n, ".if"))?;
            let BadgeFields { id, title, text, .. } = badge;
            badges.push(Badge { id, title, text, condition });
        }
        let ids: Vec<&str> = badges.iter().map(|badge| badge.id.as_str()).collect();
        distinct("badges", &ids, "badge")?;
        let mut report = Vec::new();
        for (n, id) in written.report.iter().enumerate() {
            let place = fields.iter().position(|field| field.id == *id);
            let path = at("report", n, "");
            report.push(
                place.ok_or_else(|| {
                    Problem::new(&path, "the id of a field", &quoted(id.as_str()))
                })?,
            );
        }
        Ok(Record {
            intro: written.intro,
            group: written.group,
            currency,
            digits,
            year_starts,
            once_per_day: written.once_per_day,
            headline: headline.transpose()?,
            fields,
            measures,
            variables,
            charts,
            prompts,
            badges,
            report,
            sheet: written.sheet,
            teacher_notes: written.teacher_notes,
        })
    }

    /// The price list of the file; empty where it has none.
    pub fn goods(&self) -> &[Good] {
        let goods = self.fields.iter().find_map(|field| match &field.kind {
            Kind::Goods(goods) => Some(goods.as_slice()),
            _ => None,
        });
        goods.unwrap_or_default()
    }

    /// The price list of a group: its own, else that of the file. What it left as the file has it
    /// stays in all languages.
    pub fn goods_of(&self, about: &About) -> Vec<Good> {
        let Some(own) = &about.goods else { return self.goods().to_vec() };
        let named = |good: &Good| {
            let listed = self.goods().iter().find(|listed| listed.id == good.id);
            let is_same = |name: &&Localized| name.texts().any(|text| text == good.name.get(""));
            let name = listed.map(|listed| &listed.name).filter(is_same);
            Good { name: name.unwrap_or(&good.name).clone(), ..good.clone() }
        };
        own.iter().map(named).collect()
    }
}

impl adil::json::Record for Record {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        Record::join(<RecordFields as adil::json::Record>::from_fields(fields)?)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        <RecordFields as adil::json::Record>::describe(definitions, object);
    }
}

impl adil::content::Kind for Record {
    const KIND: &'static str = "record";
}
