//! What the page is told, and what is kept.

use adil::Json;
use leptos::prelude::Update;

use super::{Screen, Session};
use crate::model::{Outcome, Place, Run, Story};

impl Session {
    pub(super) fn tell_ready(self) {
        self.tell_standing();
        self.emit("adil-ready", vec![("scenes", self.story(|s| s.scenes.len()).into())]);
    }

    pub(super) fn tell_standing(self) {
        self.state("started", !self.context().run.borrow().seen.is_empty());
        self.state("complete", matches!(self.spot().place, Place::Ending(_)));
    }

    /// Tells of a choice, by ids. In scenes that only lead on, that of the choice is empty.
    pub(super) fn tell_choice(self, scene: usize, choice: Option<usize>) {
        let (scene_id, choice_id) = self.scene(scene, |scene| {
            let choice = choice.and_then(|n| scene.choices.get(n));
            let id = choice.map(|choice| choice.fields.id.as_str()).unwrap_or_default();
            (scene.id.as_str().to_owned(), id.to_owned())
        });
        let fields = vec![("sceneId", scene_id.into()), ("choiceId", choice_id.into())];
        self.emit("adil-choice", fields);
    }

    /// Tells what came of the question of a scene.
    pub(super) fn tell_answer(self, scene: usize, outcome: Outcome) {
        let id = self.scene(scene, |scene| scene.id.as_str().to_owned());
        let fields = vec![("sceneId", id.into()), ("verdict", outcome.word().into())];
        self.emit("adil-answer", fields);
    }

    /// Tells that an ending is reached; who comes back to it from a strip reached it before.
    pub(super) fn tell_end(self, screen: Screen, from: Screen) {
        let place = self.spot().place;
        let ends = screen == Screen::Here && matches!(place, Place::Ending(_));
        self.state("complete", ends || screen == Screen::Strip);
        if ends && from != Screen::Strip {
            let id = self.story(|story| story.id(place).to_owned());
            let steps = self.context().run.borrow().steps.len();
            self.emit("adil-complete", vec![("endingId", id.into()), ("steps", steps.into())]);
        }
    }

    /// Changes the run, tells what is new of it, and keeps it. Where another tab has gone on
    /// meanwhile, this one follows it instead.
    pub(super) fn change(self, change: impl FnOnce(&mut Run, &Story)) {
        let context = self.context();
        if context.follows.get().is_some_and(|follows| follows(self)) {
            return;
        }
        self.elsewhere.set(false);
        let scenes = |run: &Run| run.seen.iter().filter(|p| matches!(p, Place::Scene(_))).count();
        let story = &context.widget.document.body;
        let (starts, before) = {
            let run = context.run.borrow();
            (run.seen.is_empty(), scenes(&run))
        };
        change(&mut context.run.borrow_mut(), story);
        _ = self.changes.try_update(|n| *n += 1);
        if starts && !context.run.borrow().seen.is_empty() {
            self.state("started", true);
            self.emit("adil-start", vec![("scenes", story.scenes.len().into())]);
        }
        let now = scenes(&context.run.borrow());
        if now > before {
            let fields = vec![("done", now.into()), ("total", story.scenes.len().into())];
            self.emit("adil-progress", fields);
        }
        self.keep();
    }

    fn keep(self) {
        let context = self.context();
        let run = context.run.borrow().save(&context.widget.document.body);
        let is_ours = context.widget.remember(&run);
        if is_ours && context.slot.save(run).is_err() {
            self.tell_refused();
        }
    }

    /// Tells that the browser keeps nothing, once.
    pub fn tell_refused(self) {
        if !self.refused.now() {
            self.refused.set(true);
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }

    fn state(self, name: &str, on: bool) {
        self.read(|widget| widget.host.state(name, on));
    }

    fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let context = self.context();
        let about = [
            ("widget", "story".into()),
            ("run", f64::from(context.id).into()),
            ("mode", context.mode.into()),
        ];
        context.widget.emit(name, about, fields, false);
    }
}
