//! The file, joined: every name that is used is there, and every rule fits what it names.

use adil::content::{Kind, Localized, Reference, Rich};
use adil::json::{Cursor, Fields, FromJson, Problem, Record, distinct, number_text};
use adil::rules::{Amount, Condition, Name, Range, Variable, Variables};

use super::answer::{Answer, variables_of, words};
use super::fields::{
    Contact, Declaration, Entry, Match, Privacy, QuestionFields, ResultFields, RuleFields,
    ValueFields,
};

/// The most questions that one file may hold.
pub const MOST_QUESTIONS: usize = 60;

/// Answers of a practice case, by the names of the questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Given(Vec<(String, String)>, String);

impl FromJson for Given {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let read = |name: &str, cursor: &Cursor| {
            Ok((name.to_owned(), cursor.text("an answer such as \"yes\"")?.to_owned()))
        };
        Ok(Given(cursor.each_field("answers in { }", read)?, cursor.path()))
    }

    fn absent() -> Option<Self> {
        Some(Given(Vec::new(), String::new()))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

adil::record! {
    /// A case to practise with.
    pub struct CaseFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What happens.
        "text" text: Rich,
        /// How its person would answer; the rules then have to come to one of `results`.
        "answers" answers: Given,
        /// The ids of the results that fit.
        "results" results: Vec<Reference>,
        /// Why.
        "why" why: Rich,
    }
}

adil::record! {
    /// The check as its author writes it.
    pub struct CheckFields {
        /// What people read first.
        "intro" intro: Option<Rich>,
        /// What is said above everything, as that it is no legal advice.
        "notice" notice: Option<Rich>,
        /// How it keeps quiet.
        "privacy" privacy: Option<Privacy>,
        /// Who may be asked; questions and advice may differ.
        "roles" roles: Vec<Entry>,
        /// Groups of questions, one on a screen; missing: each question has its own.
        "groups" groups: Vec<Entry>,
        /// The questions, at least one and at most 60.
        "questions" questions: Vec<QuestionFields>,
        /// What is reckoned from the answers, for rules.
        "facts" values: Vec<ValueFields>,
        /// Which rules count.
        "match" matching: Match = Match::First,
        /// Which answers lead to which result.
        "rules" rules: Vec<RuleFields>,
        /// The results, the most serious first.
        "results" results: Vec<ResultFields>,
        /// What to do while a "not sure" could change the result.
        "unsure" unsure: Option<Rich>,
        /// What can be proposed, as a list to tick.
        "measures" measures: Vec<Entry>,
        /// Whom to turn to, where the page names nobody in its slot `contacts`.
        "contacts" contacts: Vec<Contact>,
        /// A declaration to fill in.
        "declaration" declaration: Option<Declaration>,
        /// Cases to practise with.
        "cases" cases: Vec<CaseFields>,
        /// What 0 to 4 on a scale mean.
        "scale" scale: Vec<Localized>,
        /// Editions of the standard that the clauses are of, the usual one first.
        "editions" editions: Vec<Entry>,
        /// What trainers may want to say.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}

/// A question whose condition is over earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What its author wrote.
    pub fields: QuestionFields,
    /// When it is asked.
    pub condition: Option<Condition>,
    /// The place of its group.
    pub group: Option<usize>,
}

/// How a value is reckoned.
#[derive(Clone, Debug, PartialEq)]
pub enum Derived {
    /// A flag
    Flag(Condition),
    /// A number
    Number(Amount),
    /// A word by how great a number is
    Word(Amount, Vec<(i32, String)>),
}

/// A result with its advice.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What its author wrote.
    pub fields: ResultFields,
    /// When each step is advised.
    pub steps: Vec<Option<Condition>>,
}

/// A case to practise with.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What its author wrote.
    pub fields: CaseFields,
    /// How its person would answer, by the places of the questions.
    pub answers: Vec<(usize, Answer)>,
    /// The places of the results that fit.
    pub results: Vec<usize>,
}

/// A check whose rules all fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What its author wrote; what was joined is empty here.
    pub fields: CheckFields,
    /// How it keeps quiet.
    pub privacy: Privacy,
    /// The questions.
    pub questions: Vec<Question>,
    /// What rules may name: answers first, then values.
    pub variables: Variables,
    /// Values by their names, in the order in which they are reckoned.
    pub values: Vec<(String, Derived)>,
    /// When each rule holds, and the place of its result.
    pub rules: Vec<(Option<Condition>, usize)>,
    /// The results, the most serious first.
    pub results: Vec<Outcome>,
    /// Cases to practise with.
    pub cases: Vec<Case>,
}

fn at(list: &str, n: usize, field: &str) -> String {
    [list, "[", &number_text(n as f64), "]", field].concat()
}

fn place(all: &[Reference], id: &Reference, path: &str, what: &str) -> Result<usize, Problem> {
    all.iter().position(|one| one == id).ok_or_else(|| {
        let found = ["\"", id.as_str(), "\""].concat();
        Problem::new(path, &["the id of ", what, " of this file"].concat(), &found)
    })
}

fn name(id: &Reference, path: &str) -> Result<Name, Problem> {
    Name::parse(id.as_str()).ok_or_else(|| {
        let found = ["\"", id.as_str(), "\""].concat();
        Problem::new(path, "a name of letters a-z, digits and _, first a letter", &found)
    })
}

/// The ids of a list, no two alike.
fn ids<'a>(
    path: &str,
    what: &str,
    all: impl Iterator<Item = &'a Reference>,
) -> Result<Vec<Reference>, Problem> {
    let all: Vec<Reference> = all.cloned().collect();
    let names: Vec<&str> = all.iter().map(Reference::as_str).collect();
    distinct(path, &names, &[what, " of this file"].concat())?;
    Ok(all)
}

/// What every rule may name so far.
struct Names(Vec<Variable>);

impl Names {
    fn all(&self, path: &str) -> Result<Variables, Problem> {
        Variables::new(self.0.clone()).ok_or_else(|| {
            Problem::new(path, "names of their own, and at most 64 of them", "more, or one twice")
        })
    }
}

impl CheckFields {
    fn questions(&mut self, names: &mut Names) -> Result<Vec<Question>, Problem> {
        let roles = ids("roles", "role", self.roles.iter().map(|role| &role.id))?;
        let groups = ids("groups", "group", self.groups.iter().map(|group| &group.id))?;
        let editions = ids("editions", "edition", self.editions.iter().map(|one| &one.id))?;
        if !roles.is_empty() {
            names.0.extend(words("role", roles.iter().map(Reference::as_str)));
        }
        let mut questions = Vec::new();
        for (n, fields) in std::mem::take(&mut self.questions).into_iter().enumerate() {
            let path = at("questions", n, "");
            for role in fields.variants.iter().flat_map(|one| &one.roles).chain(&fields.roles) {
                place(&roles, role, &[&path, ".roles"].concat(), "a role")?;
            }
            for one in &fields.editions {
                place(&editions, &one.edition, &[&path, ".editions"].concat(), "an edition")?;
            }
            let known = names.all(&path)?;
            let condition =
                fields.condition.as_ref().map(|one| one.condition(&known)).transpose()?;
            let group = fields
                .group
                .as_ref()
                .map(|id| place(&groups, id, &[&path, ".group"].concat(), "a group"));
            names.0.extend(variables_of(&fields, &path)?);
            questions.push(Question { condition, group: group.transpose()?, fields });
        }
        if questions.iter().any(|one| one.group.is_some() == groups.is_empty()) {
            return Err(Problem::new("questions", "a group in each question, or in none", "both"));
        }
        Ok(questions)
    }

    fn values(&mut self, names: &mut Names) -> Result<Vec<(String, Derived)>, Problem> {
        let mut values = Vec::new();
        for (n, fields) in std::mem::take(&mut self.values).into_iter().enumerate() {
            let path = at("facts", n, "");
            let own = name(&fields.id, &[&path, ".id"].concat())?;
            let known = names.all(&path)?;
            let id = fields.id.as_str().to_owned();
            let (variable, derived) = match (&fields.condition, &fields.amount) {
                (Some(one), None) => {
                    (Variable::flag(own, false), Derived::Flag(one.condition(&known)?))
                }
                (None, Some(one)) if fields.levels.is_empty() => {
                    let amount = one.amount(&known)?;
                    // What it can be at most is not reckoned: a sum of many has too many ways.
                    (Variable::number(own, -1000, 1000, 0), Derived::Number(amount))
                }
                (None, Some(one)) => {
                    let words: Vec<&str> =
                        fields.levels.iter().map(|level| level.word.as_str()).collect();
                    let variable = Variable::words(own, &words, 0).ok_or_else(|| {
                        let path = [&path, ".levels"].concat();
                        Problem::new(&path, "2 to 40 words that differ", "others")
                    })?;
                    let levels = fields.levels.iter().map(|one| (one.from.0, one.word.clone()));
                    (variable, Derived::Word(one.amount(&known)?, levels.collect()))
                }
                _ => {
                    return Err(Problem::new(&path, "either \"if\" or \"amount\"", "both or none"));
                }
            };
            names.0.push(variable);
            values.push((id, derived));
        }
        Ok(values)
    }

    fn results(&mut self, known: &Variables) -> Result<Vec<Outcome>, Problem> {
        let results = std::mem::take(&mut self.results).into_iter().map(|fields| {
            let condition = |step: &super::fields::StepFields| {
                step.condition.as_ref().map(|one| one.condition(known)).transpose()
            };
            let steps = fields.steps.iter().map(condition).collect::<Result<_, _>>()?;
            Ok(Outcome { fields, steps })
        });
        results.collect()
    }

    fn cases(
        &mut self,
        questions: &[Question],
        results: &[Reference],
    ) -> Result<Vec<Case>, Problem> {
        let cases = std::mem::take(&mut self.cases).into_iter().enumerate().map(|(n, fields)| {
            let mut answers = Vec::new();
            for (id, word) in &fields.answers.0 {
                let path = [&fields.answers.1, ".", id].concat();
                let found = questions.iter().position(|one| one.fields.id.as_str() == id);
                let answer = found.and_then(|n| Answer::of_word(&questions[n].fields, word));
                let (Some(n), Some(answer)) = (found, answer) else {
                    let found = ["\"", word, "\""].concat();
                    return Err(Problem::new(
                        &path,
                        "an answer to a question of this file",
                        &found,
                    ));
                };
                answers.push((n, answer));
            }
            let fits = |id| place(results, id, &at("cases", n, ".results"), "a result");
            let fit = fields.results.iter().map(fits).collect::<Result<_, _>>()?;
            Ok(Case { fields, answers, results: fit })
        });
        cases.collect()
    }
}

impl Record for Check {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let mut written = CheckFields::from_fields(fields)?;
        let count = written.questions.len();
        if count == 0 || count > MOST_QUESTIONS {
            let problem = fields.missing("questions").but_expected("1 to 60 questions");
            return Err(problem.but_found(&number_text(count as f64)));
        }
        let mut names = Names(Vec::new());
        let questions = written.questions(&mut names)?;
        let is_scale = |one: &Question| one.fields.kind == super::fields::Type::Scale;
        if questions.iter().any(is_scale) {
            if written.scale.len() != 5 {
                let problem = fields.missing("scale").but_expected("5 texts, for 0 to 4");
                return Err(problem.but_found(&number_text(written.scale.len() as f64)));
            }
            names.0.extend(Name::parse("percent").map(|name| Variable::number(name, 0, 100, 0)));
        }
        let values = written.values(&mut names)?;
        let variables = names.all("facts")?;
        let results = written.results(&variables)?;
        if results.is_empty() {
            return Err(fields.missing("results").but_expected("at least one result"));
        }
        let result_ids = ids("results", "result", results.iter().map(|one| &one.fields.id))?;
        let mut rules = Vec::new();
        for (n, rule) in std::mem::take(&mut written.rules).into_iter().enumerate() {
            let condition = rule.condition.as_ref().map(|one| one.condition(&variables));
            let result = place(&result_ids, &rule.result, &at("rules", n, ".result"), "a result")?;
            rules.push((condition.transpose()?, result));
        }
        let cases = written.cases(&questions, &result_ids)?;
        let privacy = written.privacy.take().unwrap_or_default();
        Ok(Check { fields: written, privacy, questions, variables, values, rules, results, cases })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        CheckFields::describe(definitions, object);
    }
}

impl Kind for Check {
    const KIND: &'static str = "check";
}

/// Whether a variable is a word, for those who list what it can be.
pub(super) fn is_word(variable: &Variable) -> bool {
    matches!(variable.range(), Range::Words(_))
}
