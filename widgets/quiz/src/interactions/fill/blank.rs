//! A text with blanks in it, and what fits in each.

use adil::content::{Localized, parse, plain};
use adil::json::number_text;

/// A text with blanks in it, or a single blank below the stem.
#[derive(Clone, Debug, PartialEq)]
pub struct Fill {
    /// The text with `{1}`, `{2}` and so on; none when the only blank stands alone.
    pub text: Option<Localized>,
    /// The blanks; at least one.
    pub blanks: Vec<Blank>,
}

/// One blank.
#[derive(Clone, Debug, PartialEq)]
pub struct Blank {
    /// How it is filled.
    pub kind: BlankKind,
    /// A unit that stands after it.
    pub unit: Option<Localized>,
}

/// How a blank is filled.
#[derive(Clone, Debug, PartialEq)]
pub enum BlankKind {
    /// By typing words; each accepted answer has what it is worth.
    Words {
        /// The accepted answers; `*` stands for any characters, `\*` for a star.
        accepted: Vec<(Localized, f64)>,
        /// Whether capitals matter.
        case: bool,
        /// Whether accents matter.
        accents: bool,
    },
    /// By typing a number from `least` to `most`.
    Number {
        /// The least number that is right.
        least: f64,
        /// The greatest number that is right.
        most: f64,
        /// The right number, where the file names one and not only its bounds.
        answer: Option<f64>,
    },
    /// By choosing one of several words.
    Chosen {
        /// The words, the first is the right one; shown in a shuffled order.
        options: Vec<Localized>,
    },
}

impl Blank {
    /// The word that was chosen, by what stands in the blank: its place in the author's order. A
    /// number and not the word, so that it means the same in every language.
    pub fn chosen(&self, text: &str) -> Option<usize> {
        let BlankKind::Chosen { options } = &self.kind else { return None };
        (0..options.len()).find(|n| number_text(*n as f64) == text)
    }

    /// The unit as it is shown, without marks: "m²" for `m^2^`; empty where there is none.
    pub fn unit_words(&self, lang: &str) -> String {
        self.unit.as_ref().map(|unit| plain(&parse(unit.get(lang)))).unwrap_or_default()
    }
}

impl Fill {
    /// Whether its only blank asks for a number.
    pub fn is_number(&self) -> bool {
        let first = self.blanks.first().map(|blank| &blank.kind);
        matches!(first, Some(BlankKind::Number { .. }))
    }
}
