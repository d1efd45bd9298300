//! How right an answer is. What an answer to each kind of item is worth stands with the kind; an
//! item's worth is a share between 0 and 1, and nothing takes it below 0.
//!
//! What looks the same is the same: where two entries, cards, places or options have equal
//! content, a learner cannot tell them apart, and either counts for the other.

/// How right an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Wholly right
    Right,
    /// Partly right
    Partly,
    /// Not right
    Wrong,
    /// "I do not know"
    Unsure,
    /// The item has no right answer.
    Open,
}

/// From this share on an answer is wholly right: thirds of a point do not add up to exactly one.
const WHOLE: f64 = 1.0 - 1e-9;

impl Verdict {
    /// The word used in events, kept runs, and as a state in styles.
    pub const fn word(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Partly => "partly",
            Verdict::Wrong => "wrong",
            Verdict::Unsure => "unsure",
            Verdict::Open => "open",
        }
    }

    /// The key of the text that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Verdict::Right => "correct",
            Verdict::Partly => "partly",
            Verdict::Wrong => "not_quite",
            Verdict::Unsure => "unsure_fine",
            Verdict::Open => "thanks",
        }
    }

    /// The word for a share between 0 and 1.
    pub fn of(share: f64) -> Verdict {
        if is_whole(share) {
            Verdict::Right
        } else if share > 1e-9 {
            Verdict::Partly
        } else {
            Verdict::Wrong
        }
    }

    /// The verdict on a part that is right or not.
    pub const fn of_part(is_right: bool) -> Verdict {
        if is_right { Verdict::Right } else { Verdict::Wrong }
    }
}

/// Whether a share is the whole.
pub fn is_whole(share: f64) -> bool {
    share > WHOLE
}

/// What an answer is worth, in whole and in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Between 0 and 1.
    pub share: f64,
    /// The share in words.
    pub verdict: Verdict,
    /// The verdict of each part that the answer has: each entry given, card or blank.
    pub parts: Vec<Verdict>,
}

impl Mark {
    /// The mark for a share, which is held between 0 and 1.
    pub fn new(share: f64, parts: Vec<Verdict>) -> Mark {
        let share = share.clamp(0.0, 1.0);
        Mark { share, verdict: Verdict::of(share), parts }
    }

    /// The mark of an answer that is neither right nor wrong.
    pub const fn unmarked(verdict: Verdict) -> Mark {
        Mark { share: 0.0, verdict, parts: Vec::new() }
    }

    /// The mean of parts, each between 0 and 1.
    pub fn mean(parts: impl Iterator<Item = f64>) -> Mark {
        let shares: Vec<f64> = parts.collect();
        let share = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
        Mark::new(share, shares.into_iter().map(Verdict::of).collect())
    }
}

/// What is alike in typed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folding {
    /// Capitals and small letters are alike.
    pub case: bool,
    /// Letters with and without accents are alike.
    pub accents: bool,
    /// I is the capital of ı, and İ that of i, as in Turkish.
    pub dotless: bool,
}

/// Makes alike what counts as alike: signs of all keyboards always, capitals and accents as asked.
/// The browser has the tables for this; a bundle passes a function that asks it.
pub type Fold = fn(&str, Folding) -> String;
