//! Readiness by scales: shares by group, gaps by risk, several runs beside each other, tables.

use adil::Json;
use adil::content::{Day, Localized};
use adil::csv::{Cell, table};
use adil::json::number_text;

use super::answer::Answer;
use super::answers::Answers;
use super::content::Check;
use super::fields::Type;

/// How many gaps are shown first.
pub const TOP: usize = 10;

/// A share of a group of questions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The place of the group.
    pub group: usize,
    /// The share that is reached; nothing where nothing applies.
    pub share: Option<f64>,
    /// How many questions have points.
    pub counted: usize,
    /// How many questions there are.
    pub total: usize,
}

/// A question with points left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The place of the question.
    pub question: usize,
    /// Its points, 0 to 3.
    pub points: u8,
    /// How much is at risk times how much is left.
    pub size: usize,
}

/// What people of several runs say to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The place of the question.
    pub question: usize,
    /// The points of each run, in their order; nothing where it has none.
    pub points: Vec<Option<u8>>,
    /// How far the least and the greatest are apart.
    pub apart: u8,
}

/// Answers of one person, as a file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What the file was called, or who it is from.
    pub name: String,
    /// The day on which it was saved.
    pub day: Option<Day>,
    /// The answers.
    pub answers: Answers,
}

fn points(answers: &Answers, n: usize) -> Option<u8> {
    match answers.get(n) {
        Some(Answer::Scale(points)) => Some(*points),
        _ => None,
    }
}

impl Check {
    /// Whether there is a scale among the questions.
    pub fn has_scales(&self) -> bool {
        self.questions.iter().any(|one| one.fields.kind == Type::Scale)
    }

    /// The share of each group, in the order of the file.
    pub fn bars(&self, answers: &Answers) -> Vec<Bar> {
        let bar = |group: usize| {
            let is_in = |n: usize| self.questions[n].group == Some(group);
            let all = (0..self.questions.len()).filter(|n| is_in(*n));
            Bar {
                group,
                share: self.share(&is_in, &|n| answers.get(n)),
                counted: all.clone().filter(|n| points(answers, *n).is_some()).count(),
                total: all.count(),
            }
        };
        (0..self.fields.groups.len()).map(bar).collect()
    }

    /// The share of all.
    pub fn whole(&self, answers: &Answers) -> Option<f64> {
        self.share(&|_| true, &|n| answers.get(n))
    }

    /// All gaps, the greatest first; of equal ones those of the greater risk.
    pub fn gaps(&self, answers: &Answers) -> Vec<Gap> {
        let gap = |question: usize| {
            let points = points(answers, question).filter(|points| *points < 4)?;
            let size = self.questions[question].fields.weight.0 * usize::from(4 - points);
            Some(Gap { question, points, size })
        };
        let mut gaps: Vec<Gap> = (0..self.questions.len()).filter_map(gap).collect();
        let weight = |gap: &Gap| self.questions[gap.question].fields.weight.0;
        gaps.sort_by_key(|gap| std::cmp::Reverse((gap.size, weight(gap))));
        gaps
    }

    /// Each question that several people answered with points, those first on which they differ
    /// most.
    pub fn spreads(&self, all: &[&Answers]) -> Vec<Spread> {
        let spread = |question: usize| {
            let points: Vec<Option<u8>> = all.iter().map(|one| points(one, question)).collect();
            let given = points.iter().flatten();
            let (least, most) = (given.clone().min()?, given.clone().max()?);
            (given.count() > 1).then(|| Spread {
                question,
                apart: most - least,
                points: points.clone(),
            })
        };
        let mut spreads: Vec<Spread> = (0..self.questions.len()).filter_map(spread).collect();
        spreads.sort_by_key(|spread| std::cmp::Reverse(spread.apart));
        spreads
    }

    /// The questions whose points are others than in an earlier run: place, before, now.
    pub fn changes(&self, before: &Answers, now: &Answers) -> Vec<(usize, Option<u8>, Option<u8>)> {
        let change = |n: usize| (n, points(before, n), points(now, n));
        (0..self.questions.len()).map(change).filter(|(_, before, now)| before != now).collect()
    }

    /// The clause, its title and what is different, as an edition has them.
    pub fn clause(
        &self,
        n: usize,
        edition: usize,
    ) -> (Option<&str>, Option<&Localized>, Option<&Localized>) {
        let fields = &self.questions[n].fields;
        let id = self.fields.editions.get(edition).map(|one| &one.id);
        let own = fields.editions.iter().find(|one| Some(&one.edition) == id);
        let clause = own.and_then(|one| one.clause.as_ref()).or(fields.clause.as_ref());
        let title = own.and_then(|one| one.title.as_ref()).or(fields.title.as_ref());
        (clause.map(String::as_str), title, own.and_then(|one| one.note.as_ref()))
    }

    /// A run as a file.
    pub fn sheet(&self, id: &str, name: &str, day: &Day, answers: &Answers) -> Json {
        Json::object([
            ("format", "adil".into()),
            ("formatVersion", 1_usize.into()),
            ("kind", "check-run".into()),
            ("check", id.into()),
            ("name", name.into()),
            ("day", day.as_str().into()),
            ("run", answers.save(self)),
        ])
    }

    /// Reads such a file; nothing where it is something else, or of another check.
    pub fn read_sheet(&self, id: &str, json: &Json) -> Option<Sheet> {
        let text = |name: &str| json.get(name).and_then(Json::text);
        let is_ours = text("kind") == Some("check-run") && text("check") == Some(id);
        let name: String = text("name").unwrap_or_default().chars().take(80).collect();
        let answers = Answers::restore(self, json.get("run").filter(|_| is_ours)?);
        Some(Sheet { name, day: text("day").and_then(Day::parse), answers })
    }

    /// A table of all questions with points, for a spreadsheet.
    pub fn table(&self, heads: &[String], lang: &str, edition: usize, answers: &Answers) -> String {
        let mut rows = vec![heads.to_vec()];
        for (n, question) in self.questions.iter().enumerate() {
            let (clause, title, _) = self.clause(n, edition);
            let title = title.map_or("", |title| title.get(lang));
            let weight = question.fields.weight.0;
            let (given, reason) = match answers.get(n) {
                Some(Answer::Scale(points)) => (number_text(f64::from(*points)), ""),
                Some(Answer::Not(reason)) => ("-".to_owned(), reason.as_str()),
                _ => (String::new(), ""),
            };
            let gap = points(answers, n).map(|points| weight * usize::from(4 - points));
            let note = answers.note(n);
            rows.push(vec![
                clause.unwrap_or_default().to_owned(),
                title.to_owned(),
                question.fields.text.source().get(lang).to_owned(),
                given,
                number_text(weight as f64),
                gap.map_or(String::new(), |gap| number_text(gap as f64)),
                reason.to_owned(),
                note.evidence.clone(),
                note.owner.clone(),
                note.by.as_ref().map_or(String::new(), |day| day.as_str().to_owned()),
            ]);
        }
        csv(&rows)
    }
}

/// Rows of what people typed, as a file for spreadsheets.
pub fn csv(rows: &[Vec<String>]) -> String {
    let cells = |row: &Vec<String>| row.iter().cloned().map(Cell::Text).collect::<Vec<Cell>>();
    table(&rows.iter().map(cells).collect::<Vec<_>>())
}
