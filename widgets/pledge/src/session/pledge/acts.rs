//! What a learner does with a whole pledge.

use adil::host::today;
use adil::json::Json;
use leptos::prelude::*;

use super::receipt;
use super::stage::Stage;
use super::way::Session;
use crate::model::{Made, is_due};
use crate::session::chance::new_id;

impl Session {
    /// Goes to the next clause, or on to the questions after the last.
    pub fn next(self, n: usize) {
        let last = n + 1 >= self.taken.with_untracked(Vec::len);
        if !last {
            return self.go(Stage::Clause(n + 1));
        }
        let some = self.taken.with_untracked(|taken| taken.contains(&true));
        self.go(if some { Stage::Think } else { Stage::Promise });
    }

    /// Makes the pledge, unless the page prevents it.
    pub fn pledge(self) {
        let context = self.context();
        let chosen = untrack(|| self.chosen());
        if chosen.is_empty() {
            return;
        }
        let body = &context.document.body;
        let clauses: Vec<String> =
            chosen.iter().map(|n| body.clauses[*n].id.as_str().to_owned()).collect();
        let renewal = self.made.with_untracked(Option::is_some);
        let detail = || {
            let ids = clauses.iter().map(|id| id.as_str().into()).collect();
            [
                ("clauseIds", Json::List(ids)),
                ("clauseCount", clauses.len().into()),
                ("renewal", renewal.into()),
            ]
        };
        if !context.emit("adil-before-pledge", detail(), true) {
            return;
        }
        let version = context.document.envelope.content_version.clone();
        let event = detail();
        self.made.set(Some(Made { id: new_id(), day: today(), version, clauses }));
        self.receipt.set(None);
        let kept = self.keep();
        self.not_kept.set(!kept);
        if !kept {
            context.emit("adil-storage", [("kept", false.into())], false);
        }
        context.emit("adil-pledge", event, false);
        receipt::make(self);
        // The heading that gets focus says it.
        self.go(Stage::Made);
    }

    /// Whether a new quarter has begun since the pledge was made.
    pub fn is_due(self) -> bool {
        let context = self.context();
        let quarters = &context.document.body.quarters;
        self.made.with(|made| made.as_ref().is_some_and(|m| is_due(&m.day, &today(), quarters)))
    }

    /// Goes through the clauses again; the pledge stands until it is made anew.
    pub fn renew(self) {
        let pledged = untrack(|| self.pledged());
        self.taken.update(|taken| {
            for (n, on) in taken.iter_mut().enumerate() {
                *on = pledged.contains(&n);
            }
        });
        self.go(Stage::Clause(0));
    }

    /// Takes the pledge back and forgets it.
    pub fn withdraw(self) {
        self.forget();
        self.context().emit("adil-withdraw", [], false);
        self.go(Stage::Withdrawn);
    }

    /// Forgets everything and shows the beginning.
    pub fn begin_anew(self) {
        self.forget();
        let preface = self.context().document.body.preface.is_some();
        self.go(if preface { Stage::Preface } else { Stage::Clause(0) });
    }
}
