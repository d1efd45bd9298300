//! One answer: what it can be, and what rules may name of its question.

use adil::content::Day;
use adil::json::Problem;
use adil::rules::{Name, Variable};

use super::fields::{QuestionFields, Type};

/// The most signs of a typed text that are kept.
pub const LONGEST_TEXT: usize = 2_000;

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes
    Yes,
    /// No
    No,
    /// Not sure
    Unsure,
    /// One of the options, by its place
    One(usize),
    /// Any of them, by their places in rising order
    Some(Vec<usize>),
    /// From 0 to 4
    Scale(u8),
    /// Not applicable, with the reason
    Not(String),
    /// A day
    Day(Day),
    /// A text
    Text(String),
}

impl Answer {
    /// The answer that a word of a file stands for.
    pub(super) fn of_word(question: &QuestionFields, word: &str) -> Option<Answer> {
        match (question.kind, word) {
            (Type::YesNo, "yes") => Some(Answer::Yes),
            (Type::YesNo, "no") => Some(Answer::No),
            (Type::YesNo, "unsure") if question.unsure => Some(Answer::Unsure),
            (Type::One, word) => {
                let place = question.options.iter().position(|one| one.id.as_str() == word);
                place.map(Answer::One)
            }
            _ => None,
        }
    }

    /// Whether it can be given to a question.
    pub fn fits(&self, question: &QuestionFields) -> bool {
        let options = question.options.len();
        match (question.kind, self) {
            (Type::YesNo, Answer::Yes | Answer::No)
            | (Type::Date, Answer::Day(_))
            | (Type::Scale, Answer::Not(_)) => true,
            (Type::YesNo, Answer::Unsure) => question.unsure,
            (Type::One, Answer::One(n)) => *n < options,
            (Type::Some, Answer::Some(all)) => {
                all.iter().all(|n| *n < options) && all.windows(2).all(|two| two[0] < two[1])
            }
            (Type::Scale, Answer::Scale(n)) => *n <= 4,
            (Type::Text, Answer::Text(text)) => text.chars().count() <= LONGEST_TEXT,
            _ => false,
        }
    }

    /// Whether it is a full answer: a text that says something, a reason that is given.
    pub fn is_full(&self) -> bool {
        match self {
            Answer::Not(text) | Answer::Text(text) => !text.trim().is_empty(),
            _ => true,
        }
    }
}

/// The name of an option of `some` in rules.
pub(super) fn option_name(question: &str, option: &str) -> String {
    [question, "_", option].concat()
}

/// What rules may name of a question.
pub(super) fn variables_of(fields: &QuestionFields, path: &str) -> Result<Vec<Variable>, Problem> {
    let id = fields.id.as_str();
    let is_choice = matches!(fields.kind, Type::One | Type::Some);
    if is_choice == fields.options.is_empty() {
        let (expected, found) =
            if is_choice { ("options", "none") } else { ("no options", "some") };
        return Err(Problem::new(&[path, ".options"].concat(), expected, found));
    }
    let refuse = || {
        let found = ["\"", id, "\""].concat();
        Problem::new(path, "names of letters a-z, digits and _, no two alike", &found)
    };
    let name = Name::parse(id).ok_or_else(refuse)?;
    let options = fields.options.iter().map(|one| one.id.as_str());
    Ok(match fields.kind {
        Type::YesNo => {
            let all: &[&str] =
                if fields.unsure { &["no", "yes", "unsure"] } else { &["no", "yes"] };
            words(id, all.iter().copied()).into_iter().collect()
        }
        Type::One => vec![words(id, options).ok_or_else(refuse)?],
        Type::Some => {
            let most = i32::try_from(fields.options.len()).unwrap_or(i32::MAX);
            let mut all = vec![Variable::number(name, 0, most, 0)];
            for option in options {
                let name = Name::parse(&option_name(id, option)).ok_or_else(refuse)?;
                all.push(Variable::flag(name, false));
            }
            all
        }
        Type::Scale => vec![Variable::number(name, 0, 4, 0)],
        Type::Date | Type::Text => Vec::new(),
    })
}

/// A variable that is one of these words, or `none` before it was said.
pub(super) fn words<'a>(name: &str, words: impl Iterator<Item = &'a str>) -> Option<Variable> {
    let all: Vec<&str> = std::iter::once("none").chain(words).collect();
    Variable::words(Name::parse(name)?, &all, 0)
}
