//! The result of a run.

use adil::percent::{reaches, rounded};

use super::{Band, Quiz, Rules, Run, is_whole};

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

/// The stars that primary pupils see instead of points: 0 to 3.
pub fn stars(scaled: f64) -> usize {
    [0.3, 0.6, 0.85].iter().filter(|least| reaches(scaled, **least)).count()
}
