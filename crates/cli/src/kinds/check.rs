//! A self-check: its questions, what can come of it, and whom to turn to.

use adil_check::model::{Check, Outcome, Question, Type};

use crate::node::{Node, el, text};
use crate::scribe::{Scribe, folded, list};

/// The check.
pub fn nodes(scribe: &Scribe, check: &Check) -> Vec<Node> {
    let fields = &check.fields;
    let mut nodes = scribe.some(fields.notice.as_ref());
    nodes.extend(scribe.some(fields.intro.as_ref()));
    let mut group = None;
    for one in &check.questions {
        if one.group != group
            && let Some(entry) = one.group.and_then(|n| fields.groups.get(n))
        {
            nodes.push(scribe.heading(1, scribe.plain(&entry.text)));
        }
        group = one.group;
        nodes.extend(question(scribe, check, one));
    }
    for outcome in &check.results {
        nodes.push(result(scribe, outcome));
    }
    if !fields.contacts.is_empty() {
        nodes.push(scribe.heading_word(1, "contacts"));
        for contact in &fields.contacts {
            nodes.push(scribe.heading(2, scribe.plain(&contact.title)));
            nodes.extend(scribe.rich(&contact.text));
        }
    }
    nodes
}

fn question(scribe: &Scribe, check: &Check, question: &Question) -> Vec<Node> {
    let fields = &question.fields;
    let mut nodes = Vec::new();
    let clause = fields.clause.as_ref().map(|clause| text([clause, " "].concat()));
    let title = fields.title.as_ref().map(|title| scribe.plain(title)).unwrap_or_default();
    if clause.is_some() || !title.is_empty() {
        nodes.push(scribe.heading(2, clause.into_iter().chain(title).collect()));
    }
    nodes.extend(scribe.rich(&fields.text));
    nodes.extend(scribe.some(fields.help.as_ref()));
    let word = |key: &str| vec![text(scribe.word(key))];
    let answers: Vec<Vec<Node>> = match fields.kind {
        Type::YesNo => {
            let unsure = fields.unsure.then(|| word("unsure"));
            [word("yes"), word("no")].into_iter().chain(unsure).collect()
        }
        Type::One | Type::Some => {
            fields.options.iter().map(|option| scribe.short(&option.text)).collect()
        }
        Type::Scale => {
            let steps = check.fields.scale.iter().enumerate();
            let step = |(n, words)| {
                std::iter::once(text(format!("{n} "))).chain(scribe.plain(words)).collect()
            };
            steps.map(step).collect()
        }
        Type::Date | Type::Text => Vec::new(),
    };
    if !answers.is_empty() {
        nodes.push(list("ul", answers));
    }
    nodes
}

fn result(scribe: &Scribe, outcome: &Outcome) -> Node {
    let fields = &outcome.fields;
    let mut inside = scribe.rich(&fields.text);
    if !fields.steps.is_empty() {
        let title = el("strong", [text(scribe.word("what_to_do"))]).into();
        inside.push(el("p", [title]).into());
        inside.push(list("ul", fields.steps.iter().map(|step| scribe.short(&step.text))));
    }
    folded(scribe.plain(&fields.title), inside)
}
