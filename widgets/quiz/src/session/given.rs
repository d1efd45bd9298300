//! What learners did with the questions between the tags before there was a view. `adil embed`
//! writes them as real radio buttons and check boxes, so nobody has to wait for WebAssembly. In the
//! later part of the bundle: until that is there the page's own controls stand.

use adil::host::parse_json;
use adil::json::Json;

use super::{Context, Screen, Session};
use crate::model::{ItemKind, Pick, Response, index, is_order};

/// What stood between the tags, and what was done there.
struct Given {
    /// Whether the introduction was left.
    started: bool,
    /// The questions, in the order in which they stand there.
    items: Vec<GivenItem>,
}

/// One question between the tags.
struct GivenItem {
    /// Its index in the file.
    item: usize,
    /// Its options in the order in which they stand there.
    order: Vec<usize>,
    /// Those that were chosen, in the author's order.
    chosen: Vec<usize>,
}

impl Context {
    /// What the page says of the text between the tags; nothing once that has gone. What does not
    /// fit the file, as after an edit, is left out.
    fn given(&self) -> Option<Given> {
        let json = parse_json(&self.host.given()?).ok()?;
        let (started, items) = json.list().split_first()?;
        let items = items.iter().filter_map(|one| self.given_item(one.list())).collect();
        Some(Given { started: *started == Json::Bool(true), items })
    }

    /// One question: its id, and two numbers for each option, its place in the file and 1 where it
    /// was chosen.
    fn given_item(&self, given: &[Json]) -> Option<GivenItem> {
        let (id, options) = given.split_first()?;
        let id = id.text()?;
        let items = &self.document.body.items;
        let item = items.iter().position(|item| item.id() == id)?;
        let ItemKind::Choices(choices) = &items[item].kind else { return None };
        let (mut order, mut chosen) = (Vec::new(), Vec::new());
        for pair in options.chunks_exact(2) {
            let option = index(&pair[0])?;
            order.push(option);
            if index(&pair[1])? == 1 {
                // Of a choice of several they are kept in the author's order.
                let before = chosen.iter().take_while(|other| **other < option).count();
                chosen.insert(before, option);
            }
        }
        let fits = choices.pick == Pick::Many || chosen.len() < 2;
        let is_whole = fits && is_order(&order, choices.options.len());
        is_whole.then_some(GivenItem { item, order, chosen })
    }
}

impl Session {
    /// Lets a new run begin with the question that the page shows, with its options as they stand
    /// there. A page that sets the seed has them in the order of the run already.
    pub(super) fn begin_as_shown(self) {
        let context = self.context();
        let given = context.given().filter(|_| context.seed.is_none());
        if let Some(first) = given.and_then(|given| given.items.into_iter().next()) {
            let (quiz, rules) = (&context.document.body, &context.rules);
            self.run.update_quietly(|run| run.begin_with(quiz, rules, first.item, first.order));
        }
    }

    /// Goes on with what was done between the tags. What was checked before stands; else what the
    /// learner just did comes before what was kept.
    pub fn take_over(self) {
        let context = self.context();
        if !matches!(self.screen.now(), Screen::Intro | Screen::Item) {
            return;
        }
        let Some(given) = context.given() else { return };
        let mut goes_on = given.started;
        let answered = given.items.into_iter().filter(|given| !given.chosen.is_empty());
        for GivenItem { item, chosen, .. } in answered {
            let place = self.run.with_untracked(|run| {
                let is_open =
                    |answer: &crate::model::Answer| answer.item == item && !answer.checked;
                run.answers.iter().position(is_open)
            });
            if let Some(place) = place {
                self.run.update_quietly(|run| run.at = place);
                self.respond(Response::Chosen(chosen));
                goes_on = true;
            }
        }
        if goes_on && self.screen.now() == Screen::Intro {
            self.act(&mut |_| {});
            self.say_time();
        }
        if goes_on {
            self.screen.set(Screen::Item);
        }
    }
}
