//! What the answers lead to, how sure that is, and which answers led there.

use super::answer::Answer;
use super::answers::Answers;
use super::content::Check;
use super::fields::{Match, Type};

/// At most so many sets of answers are looked at before the mildest result is taken to be possible.
const MOST_WORLDS: usize = 4_096;

/// At most so many answers are weighed against each other; of more, all are named.
const MOST_REASONS: usize = 10;

/// What the answers lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The places of the results that hold however every "not sure" turns out; of results of which
    /// one holds, the mildest that could. Empty where no rule holds.
    pub results: Vec<usize>,
    /// The places of the results that could hold, too.
    pub could: Vec<usize>,
    /// The questions whose answers led there.
    pub reasons: Vec<usize>,
    /// The questions whose "no" led there, where nothing else did.
    pub refuted: Vec<usize>,
}

impl Verdict {
    /// Whether a "not sure" could change it.
    pub fn is_open(&self) -> bool {
        !self.could.is_empty()
    }
}

/// A place in the walk through what unsure answers could be.
struct Worlds<'a> {
    check: &'a Check,
    answers: &'a Answers,
    given: Vec<Option<Answer>>,
    found: Vec<Vec<usize>>,
    left: usize,
}

impl Check {
    /// The questions that have to be answered and are not.
    pub fn missing(&self, answers: &Answers) -> Vec<usize> {
        let asked = self.see(answers).asked;
        let is_missing = |n: &usize| {
            let is_whole = answers.get(*n).map(Answer::is_full);
            // What may stay without an answer may not stay half answered.
            asked[*n] && !is_whole.unwrap_or(self.questions[*n].fields.optional)
        };
        (0..self.questions.len()).filter(is_missing).collect()
    }

    /// The places of the results that the rules come to with these values.
    pub fn results(&self, values: &adil::rules::Values) -> Vec<usize> {
        let holds = self.rules.iter().filter(|(condition, _)| {
            condition.as_ref().is_none_or(|condition| condition.holds(values))
        });
        let mut results = Vec::new();
        for (_, result) in holds {
            if !results.contains(result) {
                results.push(*result);
            }
            if self.fields.matching == Match::First {
                break;
            }
        }
        results
    }

    /// What the answers lead to.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let asked = self.see(answers).asked;
        // What was answered before its question went says nothing any more.
        let answer = |n: usize| answers.get(n).filter(|_| asked[n]).cloned();
        let given = (0..self.questions.len()).map(answer).collect();
        let mut worlds =
            Worlds { check: self, answers, given, found: Vec::new(), left: MOST_WORLDS };
        worlds.walk(0);
        let is_whole = worlds.left > 0;
        let found = worlds.found;
        let mut verdict = match self.fields.matching {
            Match::First => {
                let all: Vec<usize> = found.iter().flatten().copied().collect();
                let mildest = if is_whole { all.iter().max().copied() } else { None };
                let shown = mildest.or_else(|| self.results.len().checked_sub(1));
                let shown = shown.filter(|_| !all.is_empty() || !is_whole);
                let could = (0..self.results.len())
                    .filter(|n| Some(*n) != shown && (all.contains(n) || !is_whole));
                Verdict {
                    could: could.collect(),
                    results: Vec::from_iter(shown),
                    ..Verdict::default()
                }
            }
            Match::All => {
                let in_all = |n: &usize| is_whole && found.iter().all(|one| one.contains(n));
                let results: Vec<usize> = (0..self.results.len()).filter(in_all).collect();
                let in_some = |n: &usize| {
                    !results.contains(n) && (!is_whole || found.iter().any(|one| one.contains(n)))
                };
                let could = (0..self.results.len()).filter(in_some).collect();
                Verdict { results, could, ..Verdict::default() }
            }
        };
        self.explain(answers, &mut verdict);
        verdict
    }

    /// Finds the answers that led to a result: those without which, beside some of the others, it
    /// would be another one. Follow-ups go with what they follow.
    fn explain(&self, answers: &Answers, verdict: &mut Verdict) {
        let asked = self.see(answers).asked;
        let says_much = |n: &usize| match answers.get(*n) {
            Some(Answer::Yes | Answer::One(_)) => true,
            Some(Answer::Some(all)) => !all.is_empty(),
            _ => false,
        };
        let is_root = |n: &usize| self.questions[*n].condition.is_none();
        let all = (0..self.questions.len()).filter(|n| asked[*n]);
        let roots: Vec<usize> = all.clone().filter(|n| is_root(n) && says_much(n)).collect();
        let leads = |set: usize| {
            let none = Answer::No;
            let answer = |n: usize| match roots.iter().position(|root| *root == n) {
                Some(place) if set & (1 << place) == 0 => match self.questions[n].fields.kind {
                    Type::YesNo => Some(&none),
                    _ => None,
                },
                _ => answers.get(n),
            };
            // Only a reference that outlives the call can be given; so the answers are copied.
            let given: Vec<Option<Answer>> =
                (0..self.questions.len()).map(|n| answer(n).cloned()).collect();
            let seen = self.see_with(answers.role, &|n| given.get(n)?.as_ref());
            let found = self.results(&seen.values);
            verdict.results.iter().all(|result| found.contains(result))
        };
        let sets = 1_usize << roots.len().min(MOST_REASONS);
        let led = |place: usize| {
            roots.len() > MOST_REASONS
                || (0..sets)
                    .any(|set| set & (1 << place) != 0 && leads(set) && !leads(set & !(1 << place)))
        };
        // Of options there is none that says nothing: each of the others is tried.
        let turns = |n: usize| {
            let options = match self.questions[n].fields.kind {
                Type::One => self.questions[n].fields.options.len(),
                _ => 0,
            };
            (0..options).map(Answer::One).any(|other| {
                let given = |one: usize| if one == n { Some(&other) } else { answers.get(one) };
                let given: Vec<Option<Answer>> =
                    (0..self.questions.len()).map(|one| given(one).cloned()).collect();
                let seen = self.see_with(answers.role, &|n| given.get(n)?.as_ref());
                self.results(&seen.values) != verdict.results
            })
        };
        let led: Vec<usize> = (0..roots.len())
            .filter(|place| led(*place) || turns(roots[*place]))
            .map(|place| roots[place])
            .collect();
        let follows = |n: &usize| {
            let condition = self.questions[*n].condition.as_ref();
            let names = condition.map(|one| one.names(&self.variables)).unwrap_or_default();
            says_much(n)
                && led.iter().any(|root| names.contains(&self.questions[*root].fields.id.as_str()))
        };
        let reasons: Vec<usize> = all.clone().filter(|n| led.contains(n) || follows(n)).collect();
        if reasons.is_empty() {
            let denies = |n: &usize| {
                answers.get(*n) == Some(&Answer::No) && {
                    let yes = Answer::Yes;
                    let given: Vec<Option<Answer>> =
                        (0..self.questions.len())
                            .map(|one| {
                                if one == *n {
                                    Some(yes.clone())
                                } else {
                                    answers.get(one).cloned()
                                }
                            })
                            .collect();
                    let seen = self.see_with(answers.role, &|n| given.get(n)?.as_ref());
                    self.results(&seen.values) != verdict.results
                }
            };
            verdict.refuted = all.filter(denies).collect();
        }
        verdict.reasons = reasons;
    }
}

impl Worlds<'_> {
    /// Goes on with the question at a place, with those before it decided.
    fn walk(&mut self, n: usize) {
        if self.left == 0 {
            return;
        }
        let seen = self.check.see_with(self.answers.role, &|n| self.given.get(n)?.as_ref());
        let Some(question) = self.check.questions.get(n) else {
            self.left -= 1;
            let results = self.check.results(&seen.values);
            if !self.found.contains(&results) {
                self.found.push(results);
            }
            return;
        };
        let answer = self.given[n].clone();
        // What is asked only in this world was never answered: it could be either.
        let is_new = answer.is_none() && question.condition.is_some();
        let is_open =
            answer == Some(Answer::Unsure) || is_new && question.fields.kind == Type::YesNo;
        if seen.asked[n] && is_open {
            for one in [Answer::No, Answer::Yes] {
                self.given[n] = Some(one);
                self.walk(n + 1);
            }
            self.given[n] = answer;
        } else {
            self.walk(n + 1);
        }
    }
}
