//! A quiz whose first question can be answered before WebAssembly is there: real radio buttons and
//! check boxes, which `adil-first.css` shows as the widget will, so that nothing moves when it wakes.
//!
//! What stands under `hidden` is for that style sheet alone: it fills the places of what the widget
//! has and plain HTML does not.

use adil::content::{Document, Level};
use adil::json::number_from;
use adil::random::Random;
use adil_quiz::model::{ChoiceOption, Choices, Item, ItemKind, Mode, Pick, Quiz, Rules, Run};

use super::item::{self, label};
use crate::content::Opened;
use crate::node::{Node, el, text};
use crate::scribe::{Scribe, line};

/// Beyond so many items the widget shows one bar.
const MOST_STEPS: usize = 30;

/// A quiz as it begins on this page.
pub struct First<'a> {
    quiz: &'a Quiz,
    rules: Rules,
    run: Run,
}

impl<'a> First<'a> {
    /// A quiz that begins with a question to choose an answer to, in a mode in which learners answer
    /// for themselves; nothing for others, whose text stays text.
    pub fn of(scribe: &Scribe, opened: &Opened, quiz: &'a Quiz) -> Option<First<'a>> {
        let attribute = |name: &str| scribe.attribute(name).map(str::to_owned);
        let mode = attribute("mode").map_or(Some(Mode::Learn), |word| Mode::from_word(&word))?;
        if scribe.is_one_of_many || attribute("before").is_some() {
            return None;
        }
        let document = Document { envelope: opened.envelope.clone(), body: quiz.clone() };
        let level = attribute("level").and_then(|word| Level::from_word(&word));
        let mut rules = Rules::new(&document, mode, level);
        rules.override_by(&attribute);
        // Without a seed of the page's each learner has another order; this one begins as here.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let seed = attribute("seed").and_then(|seed| number_from(seed.trim())).map(|n| n as u32);
        let own = || Random::number_of(opened.envelope.id.as_str()).try_into().unwrap_or(0);
        let run = Run::new(quiz, &rules, 0, seed.unwrap_or_else(own));
        let begins = quiz.items.get(run.answers.first()?.item)?;
        let answers = matches!(mode, Mode::Learn | Mode::Test);
        (answers && matches!(begins.kind, ItemKind::Choices(_))).then_some(First {
            quiz,
            rules,
            run,
        })
    }

    /// The level that the sheet needs to know.
    pub fn level(&self) -> &'static str {
        self.rules.level.word()
    }

    /// The intro and all questions, those of this run first.
    pub fn nodes(&self, scribe: &Scribe) -> Vec<Node> {
        let mut nodes = Vec::new();
        if self.quiz.intro.is_some() || self.rules.time_limit().is_some() {
            let intro =
                el("div", scribe.some(self.quiz.intro.as_ref())).with("class", "adil-intro");
            let summary = el("summary", [text(scribe.quiz.get("start"))]).into();
            let start = el("details", [summary]).with("class", "adil-start").with("hidden", "");
            nodes.extend([intro.into(), start.into()]);
        }
        let mut order: Vec<usize> = self.run.answers.iter().map(|answer| answer.item).collect();
        order.extend((0..self.quiz.items.len()).filter(|n| !order.contains(n)).collect::<Vec<_>>());
        let total = self.run.questions(self.quiz).len();
        let mut n = 0;
        for (at, item) in order.iter().filter_map(|n| self.quiz.items.get(*n)).enumerate() {
            let mut inside = Vec::new();
            if at == 0 {
                inside.push(self.steps());
            }
            if item.kind.is_question() {
                n += 1;
                let values = [("n", &*n.to_string()), ("total", &*total.max(n).to_string())];
                let title = scribe.quiz.fill("question_n_of", &values);
                inside.push(scribe.heading(1, vec![text(title)]));
            }
            if at == 0 && self.rules.mode == Mode::Test && total > 1 {
                inside.push(jumps(total));
            }
            match &item.kind {
                ItemKind::Choices(choices) => inside.extend(self.question(scribe, item, choices)),
                _ => inside.extend(item::nodes(scribe, item)),
            }
            if at == 0 {
                inside.push(self.foot(scribe, item));
            }
            let section = el("section", inside).with("class", "adil-item");
            nodes.push(section.with("id", &scribe.id(item.id())).into());
        }
        nodes
    }

    /// How many signs the widget has beside the title of the first question: one that reads aloud,
    /// one for hints, one to come back.
    pub fn signs(&self) -> &'static str {
        let first = self.run.answers.first().and_then(|one| self.quiz.items.get(one.item));
        let has_hints = first.is_some_and(|item| !item.basics.hints.is_empty());
        if has_hints || self.rules.mode == Mode::Test { "2" } else { "1" }
    }

    fn question(&self, scribe: &Scribe, item: &Item, choices: &Choices) -> Vec<Node> {
        let mut inside = vec![el("legend", scribe.rich(&item.basics.stem)).into()];
        inside.extend(item.kind.paper_task().map(|task| line(scribe.quiz.get(task))));
        inside.extend(scribe.picture(item.basics.picture.as_ref()));
        let count = choices.options.len();
        let order = if choices.may_shuffle && self.rules.settings.shuffle_options {
            self.run.part_order(item, "options", count)
        } else {
            (0..count).collect()
        };
        let kind = if choices.pick == Pick::Many { "checkbox" } else { "radio" };
        let option = |n: usize, option: &ChoiceOption| {
            let input = el("input", [])
                .with("type", kind)
                .with("name", &scribe.id(item.id()))
                .with("value", &n.to_string())
                // No form of the page takes it along, and no browser restores what is kept here.
                .with("form", "")
                .with("autocomplete", "off");
            let picture = option.picture.as_ref().map(|picture| scribe.image_of(picture));
            let words = el("span", label(scribe, option)).into();
            let words = el("span", picture.into_iter().chain([words]));
            Node::from(el("label", [input.into(), text(" "), words.into()]))
        };
        let options = order.into_iter().filter_map(|n| Some(option(n, choices.options.get(n)?)));
        let pictured = choices.options.iter().any(|option| option.picture.is_some());
        let class = if pictured { "adil-options adil-pictured" } else { "adil-options" };
        inside.push(el("div", options).with("class", class).into());
        let question = el("fieldset", inside).with("name", item.id()).into();
        std::iter::once(question).chain(item::folded_parts(scribe, item)).collect()
    }

    fn steps(&self) -> Node {
        let count = Some(self.run.answers.len()).filter(|count| *count <= MOST_STEPS).unwrap_or(1);
        let steps = el("div", (0..count).map(|_| el("i", []).into())).with("class", "adil-steps");
        steps.with("hidden", "").into()
    }

    /// The buttons below the question, which wait for the widget.
    fn foot(&self, scribe: &Scribe, item: &Item) -> Node {
        let is_last = self.run.answers.len() < 2;
        let is_test = self.rules.mode == Mode::Test;
        let go = match (is_test, is_last) {
            (false, _) => "check_answer",
            (true, true) => "finish",
            (true, false) => "next",
        };
        let unsure = item.kind.offers_unsure() && self.rules.settings.dont_know;
        let ways = [(unsure, "not_sure"), (is_test && !is_last, "finish")];
        let word = |key: &str| Node::from(el("b", [text(scribe.quiz.get(key))]));
        let ways = ways.into_iter().filter(|(is_there, _)| *is_there).map(|(_, key)| word(key));
        let foot = el("div", [el("div", ways).into(), word(go)]).with("class", "adil-foot");
        foot.with("hidden", "").with("aria-hidden", "true").into()
    }
}

/// The places of the buttons of a test that lead to each question.
fn jumps(total: usize) -> Node {
    let jumps = (1..=total).map(|n| el("b", [text(n.to_string())]).into());
    let jumps = el("div", jumps).with("class", "adil-jumps").with("hidden", "");
    jumps.with("aria-hidden", "true").into()
}
