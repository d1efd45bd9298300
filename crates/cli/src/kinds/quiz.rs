//! A quiz: every item with its answer folded away.

use adil_quiz::model::Quiz;

use super::item;
use crate::node::{Node, text};
use crate::scribe::Scribe;

/// The intro and the items.
pub fn nodes(scribe: &Scribe, quiz: &Quiz) -> Vec<Node> {
    let total = quiz.items.iter().filter(|item| item.kind.is_question()).count().to_string();
    let mut nodes = scribe.some(quiz.intro.as_ref());
    let mut n = 0;
    for item in quiz.items.iter() {
        if item.kind.is_question() {
            n += 1;
            let values = [("n", &*n.to_string()), ("total", &*total)];
            nodes.push(scribe.heading(1, vec![text(scribe.words.fill("question_n_of", &values))]));
        }
        nodes.extend(item::nodes(scribe, item));
    }
    nodes
}
