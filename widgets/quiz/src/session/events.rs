//! What the page and screen readers are told.

use adil::content::Rich;
use adil::json::Json;
use adil::ui::{Line, ends_sentence, spoken};
use leptos::prelude::untrack;

use super::Session;
use crate::model::{Mark, outcome, stars};

impl Session {
    /// Fires an event with the fields that all events have.
    pub fn emit(self, name: &str, mut fields: Vec<(&str, Json)>) {
        let context = self.context();
        let (run, reminded) = self.run.with_untracked(|run| (run.id, run.reminded));
        fields.push(("reminded", reminded.into()));
        let about = [
            ("widget", "quiz".into()),
            ("run", f64::from(run).into()),
            ("mode", context.rules.mode.word().into()),
        ];
        context.widget.emit(name, about, fields, false);
    }

    /// Fires an event that tells how many items the run has.
    pub fn emit_items(self, name: &str) {
        let items = self.questions().len();
        self.emit(name, vec![("items", items.into())]);
    }

    pub(super) fn emit_progress(self) {
        let context = self.context();
        let mode = context.rules.mode;
        let done = self.run.with_untracked(|run| run.done(&context.document.body, mode));
        if done <= context.cells.reported.get() {
            return;
        }
        context.cells.reported.set(done);
        self.emit(
            "adil-progress",
            vec![("done", done.into()), ("total", self.questions().len().into())],
        );
    }

    pub(super) fn emit_complete(self) {
        let context = self.context();
        let outcome =
            self.run.with_untracked(|run| outcome(&context.document.body, &context.rules, run));
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

    /// Tells the page that the first screen is there.
    pub fn tell_ready(self) {
        let context = self.context();
        let (started, finished) = self.run.with_untracked(|run| (run.started, run.finished));
        context.host.state("started", started);
        context.host.state("complete", finished);
        self.emit_items("adil-ready");
    }

    /// Says the verdict and the texts of the feedback.
    pub(super) fn say_verdict(self, mark: &Mark) {
        let context = self.context();
        let mut lines = vec![own_line(&self.text(mark.verdict.key()))];
        let response = untrack(|| self.answer(|answer| answer.response.clone()));
        let reasons =
            |response| self.item(|item| item.reasons(&response, mark, &context.rich.lang));
        for reason in response.map(reasons).unwrap_or_default() {
            lines.extend(reason.about.map(|option| about(self, &option)));
            lines.push(spoken(&context.rich, &reason.text));
        }
        self.announcer.announce_lines(&lines);
    }

    /// Says of an author's text, and then of the interface: "Give back the pen: place 1 of 4."
    pub fn say_of(self, text: &Rich, words: &str) {
        self.announcer.announce_lines(&[about(self, text), own_line(words)]);
    }
}

/// An author's text as that of which the next sentence says something.
pub fn about(session: Session, text: &Rich) -> Line {
    let mut about = spoken(&session.context().rich, text);
    if !ends_sentence(&about.words) {
        about.words.push(':');
    }
    about
}

/// A sentence in the language of the interface.
pub fn own_line(words: &str) -> Line {
    Line { lang: String::new(), words: words.to_owned() }
}
