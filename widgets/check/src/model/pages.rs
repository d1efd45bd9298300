//! Which questions stand together on a screen, and what is said of an answer.

use adil::content::{Localized, Rich};

use super::answer::Answer;
use super::answers::Answers;
use super::content::Check;

impl Check {
    /// The questions of each screen that some answers have: those of a group, or one with its
    /// follow-ups. Screens on which nothing is asked are left out.
    pub fn pages(&self, answers: &Answers) -> Vec<Vec<usize>> {
        let asked = self.see(answers).asked;
        let mut pages: Vec<Vec<usize>> = Vec::new();
        if self.fields.groups.is_empty() {
            for (n, question) in self.questions.iter().enumerate() {
                match pages.last_mut().filter(|_| question.condition.is_some()) {
                    Some(page) => page.push(n),
                    None => pages.push(vec![n]),
                }
            }
        } else {
            let of = |group| {
                let all = self.questions.iter().enumerate();
                all.filter(|(_, one)| one.group == Some(group)).map(|(n, _)| n).collect()
            };
            pages.extend((0..self.fields.groups.len()).map(of));
        }
        pages.retain(|page| page.iter().any(|n| asked[*n]));
        pages
    }

    /// The number that people see beside a question: follow-ups have that of their question and a
    /// letter, as 4b.
    pub fn number(&self, n: usize) -> (usize, Option<char>) {
        let is_root = |one: &&super::Question| one.condition.is_none();
        let before = &self.questions[..=n.min(self.questions.len() - 1)];
        let roots = before.iter().filter(is_root).count();
        let follow = before.iter().rev().take_while(|one| one.condition.is_some()).count();
        (roots, (follow > 0).then(|| ('a'..='z').nth(follow).unwrap_or('z')))
    }

    /// The question as a role reads it.
    pub fn wording(&self, n: usize, role: Option<usize>) -> (&Rich, Option<&Rich>) {
        let fields = &self.questions[n].fields;
        let own = role.and_then(|role| self.fields.roles.get(role)).map(|role| &role.id);
        let variant =
            fields.variants.iter().find(|one| own.is_some_and(|own| one.roles.contains(own)));
        let text = variant.and_then(|one| one.text.as_ref()).unwrap_or(&fields.text);
        let help = variant.and_then(|one| one.help.as_ref()).or(fields.help.as_ref());
        (text, help)
    }

    /// What is said of an answer in the sentence that explains a result.
    pub fn said(&self, n: usize, answer: &Answer) -> Vec<&Localized> {
        let Some(fields) = self.questions.get(n).map(|one| &one.fields) else { return Vec::new() };
        let said = fields.said.as_ref();
        let option = |n: &usize| fields.options.get(*n).and_then(|one| one.said.as_ref());
        match answer {
            Answer::Yes => said.and_then(|said| said.yes.as_ref()).into_iter().collect(),
            Answer::No => said.and_then(|said| said.no.as_ref()).into_iter().collect(),
            Answer::One(n) => option(n).into_iter().collect(),
            Answer::Some(all) => all.iter().filter_map(option).collect(),
            _ => Vec::new(),
        }
    }

    /// The places of the steps of a result that are advised with some answers.
    pub fn steps(&self, result: usize, answers: &Answers) -> Vec<usize> {
        let values = self.see(answers).values;
        let Some(outcome) = self.results.get(result) else { return Vec::new() };
        let is_advised =
            |n: &usize| outcome.steps[*n].as_ref().is_none_or(|condition| condition.holds(&values));
        (0..outcome.steps.len()).filter(is_advised).collect()
    }
}
