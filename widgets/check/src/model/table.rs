//! The rule table, proven: every set of answers that matters leads to a result, and to one only.

use adil::json::number_text;
use adil::rules::{Value, Values};

use super::answer::Answer;
use super::answers::Answers;
use super::content::{Check, is_word};
use super::fields::{Match, Type};

/// What is wrong with a rule table, for its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// No rule holds.
    Missing {
        /// For which values, as `interest, not duty`.
        values: String,
    },
    /// Two rules hold, with results that differ: only the first of them counts.
    Double {
        /// For which values.
        values: String,
        /// The places of the two rules.
        rules: (usize, usize),
    },
    /// A rule holds with no values.
    Never {
        /// Its place.
        rule: usize,
    },
    /// No rule leads to a result.
    Unreached {
        /// The id of the result.
        result: String,
    },
    /// The answers of a case lead to another result than its author expects.
    Case {
        /// Its place.
        case: usize,
        /// The id of what they lead to; empty for nothing.
        found: String,
    },
    /// There is more to look at than was allowed.
    MoreThan(u64),
}

impl Finding {
    /// The finding as a sentence for the author.
    pub fn sentence(&self) -> String {
        let place = |n: usize| number_text(n as f64);
        match self {
            Finding::Missing { values } => {
                ["rules: expected a result for each set of answers, found none for ", values]
                    .concat()
            }
            Finding::Double { values, rules } => {
                let [one, two] = [rules.0, rules.1].map(place);
                let both = ["rules[", &one, "] and rules[", &two, "]"].concat();
                ["rules: expected one result, found that ", &both, " both hold for ", values]
                    .concat()
            }
            Finding::Never { rule } => [
                "rules[",
                &place(*rule),
                "]: expected a rule that can hold, found one that never does",
            ]
            .concat(),
            Finding::Unreached { result } => {
                ["results: expected a rule for each, found none for \"", result, "\""].concat()
            }
            Finding::Case { case, found } => {
                let found = if found.is_empty() { "none" } else { found };
                let place = ["cases[", &place(*case), "]"].concat();
                [&place, ": expected one of its results, found that its answers lead to ", found]
                    .concat()
            }
            Finding::MoreThan(limit) => [
                "rules: not proven, since there are more than ",
                &number_text(*limit as f64),
                " cases",
            ]
            .concat(),
        }
    }
}

/// What is seen of one set of values.
type Holds = Vec<usize>;

impl Check {
    /// What is wrong with the rules. All answers are tried to which the rules listen; where they are
    /// more than the limit, all that the values which the rules name can be.
    pub fn findings(&self, limit: u64) -> Vec<Finding> {
        let mut findings = self.unreached();
        findings.extend(self.cases.iter().enumerate().filter_map(|(n, case)| {
            let mut answers = Answers::default();
            for (question, answer) in &case.answers {
                answers.set(self, *question, Some(answer.clone()));
            }
            // A case without answers is for talk alone.
            let found = self.verdict(&answers).results.first().copied();
            let fits = case.answers.is_empty() || found.is_some_and(|n| case.results.contains(&n));
            let id = |n: usize| self.results[n].fields.id.as_str().to_owned();
            (!fits).then(|| Finding::Case { case: n, found: found.map(id).unwrap_or_default() })
        }));
        let names = self.named();
        let mut seen: Vec<(String, Holds)> = Vec::new();
        let mut note = |values: &Values| {
            let key = self.described(values, &names);
            if !seen.iter().any(|(known, _)| *known == key) {
                seen.push((key, self.holding(values)));
            }
        };
        if !self.each_answers(limit, &mut note) {
            match self.variables.every_of(&names, limit) {
                Ok(every) => every.for_each(|values| note(&values)),
                Err(more) => findings.push(Finding::MoreThan(more.0)),
            }
        }
        findings.extend(self.of_table(&seen));
        findings
    }

    fn unreached(&self) -> Vec<Finding> {
        let is_led_to = |n: usize| self.rules.iter().any(|(_, result)| *result == n);
        let lost = (0..self.results.len()).filter(|n| !is_led_to(*n));
        let id = |n: usize| self.results[n].fields.id.as_str().to_owned();
        lost.map(|n| Finding::Unreached { result: id(n) }).collect()
    }

    fn of_table(&self, seen: &[(String, Holds)]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (values, holds) in seen {
            let values = values.clone();
            let result = |rule: &usize| self.rules[*rule].1;
            // The last rule, which has no condition, is for what no other is for.
            let is_else = |rule: &usize| self.rules[*rule].0.is_none();
            let own: Vec<usize> = holds.iter().copied().filter(|rule| !is_else(rule)).collect();
            let other = own.iter().find(|rule| result(rule) != result(&own[0]));
            if holds.is_empty() {
                findings.push(Finding::Missing { values });
            } else if let Some(other) = other.filter(|_| self.fields.matching == Match::First) {
                findings.push(Finding::Double { values, rules: (own[0], *other) });
            }
        }
        let all = 0..self.rules.len();
        let never =
            all.filter(|rule| !seen.is_empty() && !seen.iter().any(|(_, h)| h.contains(rule)));
        findings.extend(never.map(|rule| Finding::Never { rule }));
        findings
    }

    /// The places of all rules that hold.
    fn holding(&self, values: &Values) -> Holds {
        let holds = |n: &usize| self.rules[*n].0.as_ref().is_none_or(|one| one.holds(values));
        (0..self.rules.len()).filter(holds).collect()
    }

    /// The names in the rules.
    fn named(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for condition in self.rules.iter().filter_map(|(condition, _)| condition.as_ref()) {
            for name in condition.names(&self.variables) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// What these names are, in words: `interest, not duty, role = 'buyer'`.
    fn described(&self, values: &Values, names: &[&str]) -> String {
        let one = |name: &&str| match self.variables.value(values, name) {
            Some(Value::Flag(true)) => (*name).to_owned(),
            Some(Value::Flag(false)) => ["not ", name].concat(),
            Some(Value::Number(n)) => [name, " = ", &number_text(f64::from(n))].concat(),
            Some(Value::Word(word)) => [name, " = '", word, "'"].concat(),
            None => String::new(),
        };
        let all: Vec<String> = names.iter().map(one).collect();
        if all.is_empty() { "any answers".to_owned() } else { all.join(", ") }
    }

    /// Tells what rules see of each set of full answers; whether all could be looked at.
    fn each_answers(&self, limit: u64, note: &mut dyn FnMut(&Values)) -> bool {
        let is_asking = |kind: Type| matches!(kind, Type::YesNo | Type::One);
        let named = self.named();
        let has_others = self.questions.iter().any(|one| {
            let id = one.fields.id.as_str();
            let is_heard = self
                .variables
                .all()
                .iter()
                .any(|variable| variable.name().starts_with(id) && !is_word(variable));
            !is_asking(one.fields.kind) && is_heard
        });
        // Numbers and sets have too many ways; what the rules name is looked at instead.
        if has_others || named.contains(&"percent") {
            return false;
        }
        let roles = self.fields.roles.len();
        let mut left = limit;
        let roles: Vec<Option<usize>> =
            if roles == 0 { vec![None] } else { (0..roles).map(Some).collect() };
        // Who is asked makes no difference where no question, value or rule says so.
        let is_heard = self.hears_role();
        for role in roles.iter().take(if is_heard { roles.len() } else { 1 }) {
            let mut given = vec![None; self.questions.len()];
            if !self.each_from(0, *role, &mut given, &mut left, note) {
                return false;
            }
        }
        true
    }

    fn hears_role(&self) -> bool {
        let has = |names: Vec<&str>| names.contains(&"role");
        let of = |one: Option<&adil::rules::Condition>| {
            one.is_some_and(|one| has(one.names(&self.variables)))
        };
        self.questions.iter().any(|one| !one.fields.roles.is_empty() || of(one.condition.as_ref()))
            || self.rules.iter().any(|(condition, _)| of(condition.as_ref()))
            || self.values.iter().any(|(_, derived)| match derived {
                super::content::Derived::Flag(one) => has(one.names(&self.variables)),
                super::content::Derived::Number(one) | super::content::Derived::Word(one, _) => {
                    has(one.names(&self.variables))
                }
            })
    }

    fn each_from(
        &self,
        n: usize,
        role: Option<usize>,
        given: &mut Vec<Option<Answer>>,
        left: &mut u64,
        note: &mut dyn FnMut(&Values),
    ) -> bool {
        let seen = self.see_with(role, &|n| given.get(n)?.as_ref());
        let Some(question) = self.questions.get(n) else {
            if *left == 0 {
                return false;
            }
            *left -= 1;
            note(&seen.values);
            return true;
        };
        if !seen.asked[n] {
            return self.each_from(n + 1, role, given, left, note);
        }
        let all: Vec<Answer> = match question.fields.kind {
            Type::YesNo if question.fields.unsure => vec![Answer::No, Answer::Yes, Answer::Unsure],
            Type::YesNo => vec![Answer::No, Answer::Yes],
            Type::One => (0..question.fields.options.len()).map(Answer::One).collect(),
            _ => return self.each_from(n + 1, role, given, left, note),
        };
        for answer in all {
            given[n] = Some(answer);
            if !self.each_from(n + 1, role, given, left, note) {
                given[n] = None;
                return false;
            }
        }
        given[n] = None;
        true
    }
}
