//! The result of a run.

use adil::content::Localized;
use adil::percent::{reaches, rounded};

use super::{Answer, Band, Quiz, Rules, Run, Verdict, is_whole};

/// What a run came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Points reached.
    pub raw: f64,
    /// Points that could be reached.
    pub max: f64,
    /// Points reached as a share of all, between 0 and 1, in whole percent, as it is shown and as
    /// it decides; none when no item has a right answer.
    pub scaled: Option<f64>,
    /// Whether the pass mark was reached; none without a pass mark.
    pub passed: Option<bool>,
    /// The result in words, an index into the file's bands.
    pub band: Option<usize>,
    /// How many scored items were not wholly right.
    pub missed: usize,
}

/// Adds up a run.
pub fn outcome(quiz: &Quiz, rules: &Rules, run: &Run) -> Outcome {
    let scored = run.answers.iter().map(|answer| (answer, quiz.items[answer.item].points()));
    let (mut raw, mut max, mut missed) = (0.0, 0.0, 0);
    for (answer, points) in scored.filter(|(_, points)| *points > 0.0) {
        raw += points * answer.best;
        max += points;
        missed += usize::from(!is_whole(answer.best));
    }
    let scaled = (max > 0.0).then(|| rounded((raw / max).clamp(0.0, 1.0)));
    let passed = scaled.zip(rules.settings.pass).map(|(s, pass)| reaches(s, pass.get()));
    Outcome { raw, max, scaled, passed, band: scaled.and_then(|s| band(&quiz.bands, s)), missed }
}

fn band(bands: &[Band], scaled: f64) -> Option<usize> {
    let reached = bands.iter().enumerate().filter(|(_, band)| reaches(scaled, band.min.get()));
    reached.max_by(|(_, a), (_, b)| a.min.get().total_cmp(&b.min.get())).map(|(n, _)| n)
}

/// How a question stands in a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Wholly right, in the best of its tries.
    Right,
    /// Partly right.
    Partly,
    /// Answered, and not right.
    Wrong,
    /// Answered, where no answer is right.
    Given,
    /// Not answered.
    Open,
}

impl Standing {
    /// The word for styles.
    pub const fn word(self) -> &'static str {
        match self {
            Standing::Right => "right",
            Standing::Partly => "partly",
            Standing::Wrong => "wrong",
            Standing::Given => "given",
            Standing::Open => "open",
        }
    }

    /// The key of the text that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Standing::Right => Verdict::Right.key(),
            Standing::Partly => Verdict::Partly.key(),
            Standing::Wrong => Verdict::Wrong.key(),
            Standing::Given => "answered",
            Standing::Open => "not_answered",
        }
    }
}

/// How an answer stands in the result of its run.
pub fn standing(quiz: &Quiz, answer: &Answer) -> Standing {
    let kind = &quiz.items[answer.item].kind;
    if answer.attempts == 0 && (kind.is_scored() || !kind.is_complete(&answer.response)) {
        return Standing::Open;
    }
    match Verdict::of(answer.best) {
        _ if !kind.is_scored() => Standing::Given,
        Verdict::Right => Standing::Right,
        Verdict::Partly => Standing::Partly,
        _ => Standing::Wrong,
    }
}

/// The share of points of each outcome that the author named, between 0 and 1 in whole percent, in
/// the order in which they come first in the file.
pub fn by_outcome(quiz: &Quiz, run: &Run) -> Vec<(Localized, f64)> {
    let mut sums: Vec<(&Localized, f64, f64)> = Vec::new();
    for (n, item) in quiz.items.iter().enumerate() {
        let (Some(name), points) = (&item.basics.outcome, item.points()) else { continue };
        let Some(answer) = run.answers.iter().find(|answer| answer.item == n) else { continue };
        if points <= 0.0 {
            continue;
        }
        let place = sums.iter().position(|(other, ..)| *other == name).unwrap_or_else(|| {
            sums.push((name, 0.0, 0.0));
            sums.len() - 1
        });
        if let Some((_, raw, max)) = sums.get_mut(place) {
            *raw += points * answer.best;
            *max += points;
        }
    }
    let share = |raw: f64, max: f64| rounded((raw / max).clamp(0.0, 1.0));
    sums.into_iter().map(|(name, raw, max)| (name.clone(), share(raw, max))).collect()
}

/// The stars that primary pupils see instead of points: 0 to 3.
pub fn stars(scaled: f64) -> usize {
    [0.3, 0.6, 0.85].iter().filter(|least| reaches(scaled, **least)).count()
}
