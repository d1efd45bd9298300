//! A story: every scene and ending, with links that lead on.

use adil_quiz::model::Item;
use adil_story::model::{Choice, Ending, Place, Scene, Story, When, in_words};

use super::item;
use crate::node::{Node, el, text};
use crate::scribe::{Scribe, folded, list};
use crate::words::Words;

struct Teller<'a> {
    scribe: &'a Scribe<'a>,
    story: &'a Story,
    plan: Words,
}

/// The scenes, the first one first, and the endings.
pub fn nodes(scribe: &Scribe, story: &Story, items: &[Option<Item>]) -> Vec<Node> {
    let teller = Teller { scribe, story, plan: Words::of("plan", scribe.lang) };
    let mut nodes = scribe.some(story.intro.as_ref());
    let first = story.scenes.get(story.start).map(|_| story.start);
    let others = (0..story.scenes.len()).filter(|n| *n != story.start);
    for n in first.into_iter().chain(others) {
        if let Some(scene) = story.scenes.get(n) {
            nodes.push(teller.scene(scene, items.get(n).and_then(Option::as_ref)));
        }
    }
    nodes.extend(story.endings.iter().map(|ending| teller.ending(ending)));
    if !story.debrief.is_empty() {
        nodes.push(scribe.heading_word(1, "debrief"));
        nodes.push(list("ul", story.debrief.iter().map(|question| scribe.short(question))));
    }
    nodes
}

impl Teller<'_> {
    fn scene(&self, scene: &Scene, asked: Option<&Item>) -> Node {
        let scribe = self.scribe;
        let mut inside = vec![scribe.heading(1, scribe.plain(&scene.title))];
        inside.extend(scribe.picture(scene.picture.as_ref()));
        inside.extend(self.drawn(scene.panel.as_ref()));
        if let Some(speaker) = &scene.speaker {
            inside.push(el("p", [el("strong", scribe.plain(speaker)).into()]).into());
        }
        inside.extend(scribe.rich(&scene.text));
        inside.extend(asked.into_iter().flat_map(|item| item::nodes(scribe, item)));
        if !scene.choices.is_empty() {
            inside.push(list("ul", scene.choices.iter().map(|choice| self.choice(choice))));
        }
        let routes = scene.routes.iter().map(|(when, to)| {
            let when = when.as_ref().map(|when| self.when(when));
            let otherwise = (scene.routes.len() > 1).then(|| scribe.word("else_rule"));
            let before = when.or(otherwise).map(|words| text([&words, " "].concat()));
            before.into_iter().chain([self.way(*to)]).collect()
        });
        let routes: Vec<Vec<Node>> = routes.collect();
        if !routes.is_empty() {
            inside.push(list("ul", routes));
        }
        el("section", inside).with("id", &scribe.id(scene.id.as_str())).into()
    }

    fn ending(&self, ending: &Ending) -> Node {
        let scribe = self.scribe;
        let mut inside = vec![scribe.heading(1, scribe.plain(&ending.title))];
        inside.extend(scribe.picture(ending.picture.as_ref()));
        inside.extend(self.drawn(ending.panel.as_ref()));
        inside.extend(scribe.rich(&ending.text));
        inside.extend(scribe.some(ending.reflect.as_ref()));
        el("section", inside).with("id", &scribe.id(ending.id.as_str())).into()
    }

    /// What a drawing shows, in words.
    fn drawn(&self, panel: Option<&adil_story::model::Panel>) -> Option<Node> {
        let alt = panel?.alt.as_ref()?;
        Some(el("p", [el("em", self.scribe.plain(alt)).into()]).into())
    }

    /// What can be done; what follows from it is folded away.
    fn choice(&self, choice: &Choice) -> Vec<Node> {
        let scribe = self.scribe;
        let fields = &choice.fields;
        let mut nodes: Vec<Node> = Vec::new();
        if let Some(when) = &fields.when {
            nodes.push(text([&self.when(when), " "].concat()));
        }
        let way = choice.to.map(|to| el("p", [self.way(to)]).into());
        let inside: Vec<Node> =
            scribe.some(fields.feedback.as_ref()).into_iter().chain(way).collect();
        if inside.is_empty() {
            nodes.extend(scribe.short(&fields.text));
        } else {
            nodes.push(folded(scribe.summary(&fields.text), inside));
        }
        nodes.extend(scribe.picture(fields.picture.as_ref()));
        nodes
    }

    /// "Go to: …", a link to a scene or an ending.
    fn way(&self, to: Place) -> Node {
        let (id, title) = match to {
            Place::Scene(n) => {
                self.story.scenes.get(n).map(|scene| (&scene.id, &scene.title)).unzip()
            }
            Place::Ending(n) => {
                self.story.endings.get(n).map(|ending| (&ending.id, &ending.title)).unzip()
            }
        };
        let title = title.map(|title| self.scribe.string(title)).unwrap_or_default();
        let id = id.map(|id| self.scribe.id(id.as_str())).unwrap_or_default();
        let words = self.plan.fill("go_to", &[("title", &title)]);
        el("a", [text(words)]).with("href", &["#", &id].concat()).into()
    }

    fn when(&self, when: &When) -> String {
        let small = ["rule_and", "rule_or", "rule_not"].map(|key| self.scribe.word(key));
        let [and, or, not] = &small;
        let variables = &self.story.variables;
        let rule = in_words(&when.written, variables, self.scribe.lang, [and, or, not]);
        self.scribe.words.fill("if_rule", &[("rule", &rule)])
    }
}
