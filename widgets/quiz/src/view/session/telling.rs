//! What the page and screen readers are told.

use adil::json::Json;

use super::{Fixed, Session};
use crate::model::{Answer, ItemKind, Mark, Response, Verdict, outcome, stars};

impl Session {
    /// Fires an event with the fields that all events have.
    pub fn emit(self, name: &str, mut fields: Vec<(&str, Json)>) {
        let fixed = self.fixed();
        let (run, reminded) = self.run.with_untracked(|run| (run.id, run.reminded));
        fields.push(("reminded", reminded.into()));
        let about = [
            ("widget", "quiz".into()),
            ("run", f64::from(run).into()),
            ("mode", fixed.rules.mode.word().into()),
        ];
        fixed.opened.emit(name, about, fields, false);
    }

    /// Fires an event that tells how many items the run has.
    pub fn emit_items(self, name: &str) {
        let items = self.run.with_untracked(|run| run.answers.len());
        self.emit(name, vec![("items", items.into())]);
    }

    pub(super) fn emit_progress(self) {
        let fixed = self.fixed();
        let (done, total) = self.run.with_untracked(|run| {
            (run.done(&fixed.document.body, fixed.rules.mode), run.answers.len())
        });
        if done <= fixed.notes.reported.get() {
            return;
        }
        fixed.notes.reported.set(done);
        self.emit("adil-progress", vec![("done", done.into()), ("total", total.into())]);
    }

    pub(super) fn emit_complete(self) {
        let fixed = self.fixed();
        let outcome =
            self.run.with_untracked(|run| outcome(&fixed.document.body, &fixed.rules, run));
        self.emit(
            "adil-complete",
            vec![
                ("score", outcome.raw.into()),
                ("max", outcome.max.into()),
                ("scaled", outcome.scaled.into()),
                ("passed", outcome.passed.into()),
                ("band", outcome.band.into()),
                ("stars", outcome.scaled.map(stars).into()),
            ],
        );
    }

    pub(super) fn say_verdict(self, mark: &Mark) {
        self.said.say_lines(&crate::view::feedback::spoken_feedback(self, mark));
    }
}

/// The ids of chosen options; empty for answers of other shapes, whose content may be typed.
pub(super) fn chosen_ids(fixed: &Fixed, answer: &Answer) -> Vec<String> {
    let item = &fixed.document.body.items[answer.item];
    match (&item.kind, &answer.response) {
        (ItemKind::Choices(choices), Response::Chosen(chosen)) => {
            chosen.iter().map(|n| choices.options[*n].id.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// The key of the text that names a verdict.
pub const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "correct",
        Verdict::Partly => "partly",
        Verdict::Wrong => "not_quite",
        Verdict::Unsure => "unsure_fine",
        Verdict::Open => "thanks",
    }
}
