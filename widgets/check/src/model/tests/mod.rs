//! The rules that ship give what the text about them says, and the checker finds what is wrong.

mod kept;
mod kinds;
mod method;
mod readiness;
mod register;
mod table;

use adil::Json;
use adil::content::open;

use super::*;

pub(super) fn parse(text: &str) -> Result<Json, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

pub(super) fn read(text: &str) -> Check {
    open::<Check>("check.json", text, parse).unwrap().0.body
}

pub(super) fn coi() -> Check {
    read(include_str!("../../../examples/coi-check.json"))
}

/// Answers by the names of the questions.
pub(super) fn answers(check: &Check, given: &[(&str, Answer)]) -> Answers {
    let mut answers = Answers::default();
    for (name, answer) in given {
        let n = check.questions.iter().position(|one| one.fields.id.as_str() == *name).unwrap();
        answers.set(check, n, Some(answer.clone()));
    }
    answers
}

pub(super) fn ids<'a>(check: &'a Check, results: &[usize]) -> Vec<&'a str> {
    results.iter().map(|n| check.results[*n].fields.id.as_str()).collect()
}
