//! Answers: what rules see of them, and how they are kept.

use adil::Json;
use adil::content::Day;
use adil::rules::{Value, Values};

use super::answer::{Answer, LONGEST_TEXT, option_name};
use super::content::{Check, Derived, Question};
use super::fields::{QuestionFields, Type};

/// What belongs to an answer on a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// Where it can be seen.
    pub evidence: String,
    /// The role that has to do something.
    pub owner: String,
    /// By when.
    pub by: Option<Day>,
}

/// What somebody answered, and in which role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The place of the role.
    pub role: Option<usize>,
    given: Vec<Option<Answer>>,
    notes: Vec<Note>,
}

/// What is kept of answers, by its names: what people read of it is made from these.
pub const KEPT: [&str; 3] = ["role", "answers", "notes"];

impl Answers {
    /// The answer to a question.
    pub fn get(&self, n: usize) -> Option<&Answer> {
        self.given.get(n)?.as_ref()
    }

    /// Gives or takes back an answer; nothing happens where it does not fit the question.
    pub fn set(&mut self, check: &Check, n: usize, answer: Option<Answer>) {
        let fits = check.questions.get(n).is_some_and(|question| {
            answer.as_ref().is_none_or(|answer| answer.fits(&question.fields))
        });
        if fits {
            self.given.resize(check.questions.len(), None);
            self.given[n] = answer;
        }
    }

    /// What belongs to an answer.
    pub fn note(&self, n: usize) -> Note {
        self.notes.get(n).cloned().unwrap_or_default()
    }

    /// Changes what belongs to an answer.
    pub fn change_note(&mut self, check: &Check, n: usize, change: impl FnOnce(&mut Note)) {
        self.notes.resize(check.questions.len(), Note::default());
        if let Some(note) = self.notes.get_mut(n) {
            change(note);
        }
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.role.is_none() && self.given.iter().all(Option::is_none)
    }

    /// The answers as they are kept: by the names of questions and options.
    pub fn save(&self, check: &Check) -> Json {
        let all = check.questions.iter().enumerate().filter_map(|(n, question)| {
            let answer = save_answer(&question.fields, self.get(n)?);
            Some((question.fields.id.as_str().to_owned(), answer))
        });
        let notes = check.questions.iter().zip(&self.notes).filter_map(|(question, note)| {
            let by = note.by.as_ref().map_or("", Day::as_str);
            let json = Json::object([
                ("evidence", note.evidence.as_str().into()),
                ("owner", note.owner.as_str().into()),
                ("by", by.into()),
            ]);
            (*note != Note::default()).then(|| (question.fields.id.as_str().to_owned(), json))
        });
        let role = self.role.and_then(|n| check.fields.roles.get(n));
        let mut json = vec![
            ("role".to_owned(), role.map_or(Json::Null, |role| role.id.as_str().into())),
            ("answers".to_owned(), Json::Object(all.collect())),
        ];
        let notes: Vec<(String, Json)> = notes.collect();
        if !notes.is_empty() {
            json.push(("notes".to_owned(), Json::Object(notes)));
        }
        Json::Object(json)
    }

    /// Answers that were kept; what does not fit the file any more is left out.
    pub fn restore(check: &Check, kept: &Json) -> Answers {
        let mut answers = Answers::default();
        let role = kept.get("role").and_then(Json::text);
        answers.role = check.fields.roles.iter().position(|one| Some(one.id.as_str()) == role);
        for (n, question) in check.questions.iter().enumerate() {
            let json = kept.get("answers").and_then(|all| all.get(question.fields.id.as_str()));
            answers.set(check, n, json.and_then(|json| restore_answer(&question.fields, json)));
            let note = kept.get("notes").and_then(|all| all.get(question.fields.id.as_str()));
            if let Some(note) = note {
                let text = |name: &str| {
                    let text = note.get(name).and_then(Json::text).unwrap_or_default();
                    text.chars().take(LONGEST_TEXT).collect::<String>()
                };
                let by = Day::parse(&text("by"));
                let (evidence, owner) = (text("evidence"), text("owner"));
                answers.change_note(check, n, |note| *note = Note { evidence, owner, by });
            }
        }
        answers
    }

    /// Whether these are all answers that were kept.
    pub fn are_all(&self, check: &Check, kept: &Json) -> bool {
        let saved = self.save(check);
        let Some(Json::Object(answers)) = kept.get("answers") else { return true };
        let same = |before: &Json, now: &Json| match (before, now) {
            // Options may have changed places.
            (Json::List(before), Json::List(now)) => before.len() == now.len(),
            _ => before == now,
        };
        let is_there = |(id, before): &(String, Json)| {
            saved.get("answers").and_then(|all| all.get(id)).is_some_and(|now| same(before, now))
        };
        kept.get("role") == saved.get("role") && answers.iter().all(is_there)
    }
}

fn save_answer(question: &QuestionFields, answer: &Answer) -> Json {
    let option = |n: &usize| Json::from(question.options.get(*n).map_or("", |o| o.id.as_str()));
    match answer {
        Answer::Yes => "yes".into(),
        Answer::No => "no".into(),
        Answer::Unsure => "unsure".into(),
        Answer::One(n) => option(n),
        Answer::Some(all) => Json::List(all.iter().map(option).collect()),
        Answer::Scale(n) => f64::from(*n).into(),
        Answer::Not(reason) => Json::object([("not", reason.as_str().into())]),
        Answer::Day(day) => day.as_str().into(),
        Answer::Text(text) => text.as_str().into(),
    }
}

fn restore_answer(question: &QuestionFields, json: &Json) -> Option<Answer> {
    let option = |json: &Json| {
        let id = json.text()?;
        question.options.iter().position(|one| one.id.as_str() == id)
    };
    match (question.kind, json) {
        (Type::YesNo | Type::One, Json::Text(word)) => Answer::of_word(question, word),
        (Type::Some, Json::List(all)) => {
            let mut places: Vec<usize> = all.iter().filter_map(option).collect();
            places.sort_unstable();
            places.dedup();
            Some(Answer::Some(places))
        }
        (Type::Scale, Json::Number(n)) => {
            (0..=4).find(|step| (f64::from(*step) - n).abs() < f64::EPSILON).map(Answer::Scale)
        }
        (Type::Scale, Json::Object(_)) => {
            Some(Answer::Not(json.get("not").and_then(Json::text)?.to_owned()))
        }
        (Type::Date, Json::Text(text)) => Day::parse(text).map(Answer::Day),
        (Type::Text, Json::Text(text)) => Some(Answer::Text(text.clone())),
        _ => None,
    }
}

/// What rules see of some answers, and which questions are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The values of all names.
    pub values: Values,
    /// Whether each question is asked.
    pub asked: Vec<bool>,
}

impl Check {
    /// What rules see of some answers.
    pub fn see(&self, answers: &Answers) -> Seen {
        self.see_with(answers.role, &|n| answers.get(n))
    }

    pub(super) fn see_with<'a>(
        &self,
        role: Option<usize>,
        answer: &dyn Fn(usize) -> Option<&'a Answer>,
    ) -> Seen {
        let mut values = self.variables.first();
        if let Some(role) = role.and_then(|n| self.fields.roles.get(n)) {
            self.variables.set(&mut values, "role", Value::Word(role.id.as_str()));
        }
        let mut asked = Vec::with_capacity(self.questions.len());
        for (n, question) in self.questions.iter().enumerate() {
            let is_asked = self.is_for(question, role)
                && question.condition.as_ref().is_none_or(|one| one.holds(&values));
            asked.push(is_asked);
            if let Some(answer) = answer(n).filter(|_| is_asked) {
                self.tell(&mut values, &question.fields, answer);
            }
        }
        let all = |n: usize| if asked[n] { answer(n) } else { None };
        if let Some(share) = self.share(&|_| true, &all) {
            #[expect(clippy::cast_possible_truncation)]
            let percent = adil::percent::percent(share) as i32;
            self.variables.set(&mut values, "percent", Value::Number(percent));
        }
        for (name, derived) in &self.values {
            match derived {
                Derived::Flag(condition) => {
                    let flag = condition.holds(&values);
                    self.variables.set(&mut values, name, Value::Flag(flag));
                }
                Derived::Number(amount) => {
                    let number = amount.get(&values);
                    self.variables.set(&mut values, name, Value::Number(number));
                }
                Derived::Word(amount, levels) => {
                    let number = amount.get(&values);
                    let reached = levels.iter().rev().find(|(from, _)| *from <= number);
                    if let Some((_, word)) = reached.or(levels.first()) {
                        self.variables.set(&mut values, name, Value::Word(word));
                    }
                }
            }
        }
        Seen { values, asked }
    }

    /// Whether a role is asked a question at all.
    fn is_for(&self, question: &Question, role: Option<usize>) -> bool {
        let roles = &question.fields.roles;
        let own = role.and_then(|n| self.fields.roles.get(n)).map(|role| &role.id);
        roles.is_empty() || own.is_some_and(|own| roles.contains(own))
    }

    fn tell(&self, values: &mut Values, question: &QuestionFields, answer: &Answer) {
        let id = question.id.as_str();
        let option = |n: usize| question.options.get(n).map_or("", |one| one.id.as_str());
        match answer {
            Answer::Yes => _ = self.variables.set(values, id, Value::Word("yes")),
            Answer::No => _ = self.variables.set(values, id, Value::Word("no")),
            Answer::Unsure => _ = self.variables.set(values, id, Value::Word("unsure")),
            Answer::One(n) => _ = self.variables.set(values, id, Value::Word(option(*n))),
            Answer::Some(all) => {
                let count = i32::try_from(all.len()).unwrap_or(0);
                self.variables.set(values, id, Value::Number(count));
                for n in all {
                    let name = option_name(id, option(*n));
                    self.variables.set(values, &name, Value::Flag(true));
                }
            }
            Answer::Scale(n) => _ = self.variables.set(values, id, Value::Number(i32::from(*n))),
            Answer::Not(_) | Answer::Day(_) | Answer::Text(_) => {}
        }
    }

    /// The share of the points on the scales that some questions reach, each by its weight; what
    /// does not apply does not count. Nothing where nothing counts.
    pub(super) fn share<'a>(
        &self,
        is_wanted: &dyn Fn(usize) -> bool,
        answer: &dyn Fn(usize) -> Option<&'a Answer>,
    ) -> Option<f64> {
        let (mut reached, mut whole) = (0.0, 0.0);
        for (n, question) in self.questions.iter().enumerate().filter(|(n, _)| is_wanted(*n)) {
            if let Some(Answer::Scale(points)) = answer(n) {
                let weight = question.fields.weight.0 as f64;
                reached += weight * f64::from(*points);
                whole += weight * 4.0;
            }
        }
        (whole > 0.0).then(|| reached / whole)
    }
}
