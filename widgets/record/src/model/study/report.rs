//! What can be said of a study: each arm for itself, and nothing of a group that is too small.

use super::answers::{Answers, Sheet};
use super::content::Study;
use super::statistics::{Paired, median, paired};

/// More than this share right before leaves no room to get better.
const CEILING: f64 = 0.85;

/// Fewer pairs than this are told to be few.
pub const FEW_PAIRS: usize = 20;

/// An item before and after: the share of those who answered it and were right.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemReport {
    /// Its id.
    pub id: String,
    /// The share right before and after; nothing where fewer answered than may be shown.
    pub right: [Option<f64>; 2],
    /// Whether there was no room to get better.
    pub ceiling: bool,
}

/// A statement before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct AttitudeReport {
    /// Its id.
    pub id: String,
    /// Whether agreement speaks against what the study is for.
    pub reversed: bool,
    /// How many chose each step, before and after; nothing where fewer did than may be shown.
    pub steps: [Vec<Option<usize>>; 2],
    /// How many answered, before and after.
    pub n: [usize; 2],
    /// The median step, from 1; nothing where fewer answered than may be shown.
    pub median: [Option<f64>; 2],
}

/// An arm of the study.
#[derive(Clone, Debug, PartialEq)]
pub struct ArmReport {
    /// Its place.
    pub arm: usize,
    /// How many answered before, and after.
    pub n: [usize; 2],
    /// How many answered both times, by their codes.
    pub matched: usize,
    /// How many answered at one time only: before, and after.
    pub alone: [usize; 2],
    /// How many answers are left out since their codes were used more than once.
    pub equal_codes: usize,
    /// What the scores of those who answered both times come to; nothing below the smallest group.
    pub scores: Option<Paired>,
    /// Whether the mean before leaves no room to get better.
    pub ceiling: bool,
    /// Each item; of all who answered, both times.
    pub items: Vec<ItemReport>,
    /// Each statement.
    pub attitudes: Vec<AttitudeReport>,
}

/// Two answers of the same pupil.
pub type Pair<'a> = (&'a Answers, &'a Answers);

/// The pairs of an arm, and what has none.
pub struct Matched<'a> {
    /// Before and after, by the same code.
    pub pairs: Vec<Pair<'a>>,
    alone: [usize; 2],
    equal_codes: usize,
}

/// Finds the pairs of an arm. A code that was used more than once at a time names nobody: its
/// answers have no pair.
pub fn matched(answers: &[Answers], arm: usize) -> Matched<'_> {
    let of = |wave: usize| {
        answers.iter().filter(move |one| one.arm == arm && one.wave == wave).collect::<Vec<_>>()
    };
    let times = [of(0), of(1)];
    let count = |wave: usize, code: &str| times[wave].iter().filter(|a| a.code == code).count();
    let is_equal = |code: &str| count(0, code) > 1 || count(1, code) > 1;
    let mut found = Matched { pairs: Vec::new(), alone: [0, 0], equal_codes: 0 };
    for wave in [0, 1] {
        for one in &times[wave] {
            let other = times[1 - wave].iter().find(|other| other.code == one.code);
            match other {
                _ if is_equal(&one.code) => found.equal_codes += 1,
                None => found.alone[wave] += 1,
                Some(after) if wave == 0 => found.pairs.push((one, after)),
                Some(_) => {}
            }
        }
    }
    found
}

impl Study {
    /// The report of each arm that anybody answered in.
    pub fn report(&self, answers: &[Answers]) -> Vec<ArmReport> {
        let arms = (0..self.fields.arms.len()).filter(|arm| answers.iter().any(|a| a.arm == *arm));
        arms.map(|arm| self.arm_report(answers, arm)).collect()
    }

    fn arm_report(&self, answers: &[Answers], arm: usize) -> ArmReport {
        let found = matched(answers, arm);
        let both = |(before, after): &Pair| Some((before.score(self)?, after.score(self)?));
        let pairs: Vec<(f64, f64)> = found.pairs.iter().filter_map(both).collect();
        let most = self.most() as f64;
        let scores = paired(&pairs, most).filter(|scores| scores.n >= self.smallest_cell);
        let times = [0, 1].map(|wave| {
            answers.iter().filter(|a| a.arm == arm && a.wave == wave).collect::<Vec<_>>()
        });
        let items = self.forms[0].items.iter().map(|item| self.item(item.id.as_str(), &times));
        let attitudes = self.fields.attitudes.iter().map(|one| {
            let id = one.id.as_str();
            self.attitude(id, one.reversed, &times)
        });
        ArmReport {
            arm,
            n: [times[0].len(), times[1].len()],
            matched: found.pairs.len(),
            alone: found.alone,
            equal_codes: found.equal_codes,
            ceiling: scores.is_some_and(|scores| scores.before > CEILING * most),
            scores,
            items: items.collect(),
            attitudes: attitudes.collect(),
        }
    }

    fn item(&self, id: &str, times: &[Vec<&Answers>; 2]) -> ItemReport {
        let right = times.each_ref().map(|answers| {
            let marks: Vec<bool> = answers.iter().filter_map(|a| a.is_right(self, id)).collect();
            let share = marks.iter().filter(|right| **right).count() as f64 / marks.len() as f64;
            (marks.len() >= self.smallest_cell).then_some(share)
        });
        let ceiling = right[0].is_some_and(|share| share > CEILING);
        ItemReport { id: id.to_owned(), right, ceiling }
    }

    fn attitude(&self, id: &str, reversed: bool, times: &[Vec<&Answers>; 2]) -> AttitudeReport {
        let chosen = times.each_ref().map(|answers| {
            answers.iter().filter_map(|answers| answers.attitude(id)).collect::<Vec<usize>>()
        });
        let steps = chosen.each_ref().map(|chosen| {
            let count = |step: usize| chosen.iter().filter(|one| **one == step).count();
            self.shown((0..self.fields.scale.len()).map(count).collect())
        });
        let median = chosen.each_ref().map(|chosen| {
            let steps: Vec<f64> = chosen.iter().map(|step| *step as f64 + 1.0).collect();
            median(&steps).filter(|_| steps.len() >= self.smallest_cell)
        });
        let n = chosen.each_ref().map(Vec::len);
        AttitudeReport { id: id.to_owned(), reversed, steps, n, median }
    }

    /// Counts of which those of small groups are hidden, and one more where a single hidden one
    /// could be reckoned from the others.
    fn shown(&self, counts: Vec<usize>) -> Vec<Option<usize>> {
        let is_small = |n: usize| n > 0 && n < self.smallest_cell;
        let mut shown: Vec<Option<usize>> =
            counts.into_iter().map(|n| (!is_small(n)).then_some(n)).collect();
        if shown.iter().filter(|n| n.is_none()).count() == 1 {
            let others = shown.iter_mut().filter(|n| n.is_some_and(|n| n > 0));
            // Without another one all were in the small group: then there is nothing to show.
            if let Some(least) = others.min_by_key(|n| **n) {
                *least = None;
            }
        }
        shown
    }

    /// For each part of the lesson, on how many sheets it took place, and how many say.
    pub fn fidelity(&self, sheets: &[Sheet]) -> Vec<(usize, usize)> {
        let of = |id: &str| {
            let said =
                sheets.iter().flat_map(|sheet| &sheet.fidelity).filter(|(part, _)| part == id);
            let said: Vec<bool> = said.map(|(_, done)| *done).collect();
            (said.iter().filter(|done| **done).count(), said.len())
        };
        self.fields.fidelity.iter().map(|part| of(part.id.as_str())).collect()
    }

    /// For each question to teachers that has a number for an answer, its median and how many
    /// answered.
    pub fn ratings(&self, sheets: &[Sheet]) -> Vec<(Option<f64>, usize)> {
        let of = |id: &str| {
            let said =
                sheets.iter().flat_map(|sheet| &sheet.ratings).filter(|(name, _)| name == id);
            let said: Vec<f64> = said.map(|(_, n)| *n as f64).collect();
            (median(&said), said.len())
        };
        let asked = self.fields.feedback.iter().filter(|one| !one.words);
        asked.map(|one| of(one.id.as_str())).collect()
    }
}
