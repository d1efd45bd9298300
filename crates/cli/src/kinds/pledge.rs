//! A pledge: its clauses, with their examples folded away.

use adil_pledge::model::{Clause, Pledge};

use crate::node::{Node, el, text};
use crate::scribe::{Scribe, folded, list};

/// The preface and the clauses.
pub fn nodes(scribe: &Scribe, pledge: &Pledge) -> Vec<Node> {
    let clause = |clause: &Clause| {
        let mut inside: Vec<Node> = vec![el("p", scribe.plain(&clause.text)).into()];
        inside.extend(scribe.picture(clause.picture.as_ref()));
        inside.extend(
            clause
                .example
                .as_ref()
                .map(|example| folded(vec![text(scribe.word("example"))], scribe.rich(example))),
        );
        inside
    };
    let mut nodes = scribe.some(pledge.preface.as_ref());
    nodes.push(list("ol", pledge.clauses.iter().map(clause)));
    nodes
}
