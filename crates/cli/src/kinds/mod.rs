//! Each kind of content as HTML.

mod check;
mod first;
mod game;
mod item;
mod plan;
mod pledge;
mod quiz;
mod record;
mod story;
mod video;

use crate::content::{Beside, Body, Opened};
use crate::node::{Element, Node, el};
use crate::scribe::Scribe;
use first::First;

/// The class of a quiz that can be answered before the widget is there.
pub const FIRST: &str = "adil-first";

/// All that a learner can read of a file.
pub fn whole(scribe: &Scribe, opened: &Opened, beside: Beside) -> Element {
    if let Body::Quiz(quiz) = &opened.body
        && let Some(first) = First::of(scribe, opened, quiz)
    {
        let title = scribe.heading(0, scribe.plain(&opened.envelope.title));
        let whole = el("div", std::iter::once(title).chain(first.nodes(scribe)));
        let whole = whole.with("class", FIRST).with("data-level", first.level());
        return whole.with("data-signs", first.signs());
    }
    el("div", nodes(scribe, opened, beside))
}

fn nodes(scribe: &Scribe, opened: &Opened, beside: Beside) -> Vec<Node> {
    let mut nodes = vec![scribe.heading(0, scribe.plain(&opened.envelope.title))];
    nodes.extend(match &opened.body {
        Body::Quiz(quiz) => quiz::nodes(scribe, quiz),
        Body::Pledge(pledge) => pledge::nodes(scribe, pledge),
        Body::Video(video, items) => video::nodes(scribe, video, items, beside),
        Body::Story(story, items) => story::nodes(scribe, story, items),
        Body::Game(game) => game::nodes(scribe, game),
        Body::Plan(plan) => plan::nodes(scribe, plan),
        Body::Map(map) => plan::map(scribe, map),
        Body::Check(check) => check::nodes(scribe, check),
        Body::Record(record) => record::nodes(scribe, record),
        Body::Study(study) => record::study(scribe, study),
    });
    nodes
}
