//! Each kind of content as HTML.

mod check;
mod game;
mod item;
mod plan;
mod pledge;
mod quiz;
mod record;
mod story;
mod video;

use crate::content::{Beside, Body, Opened};
use crate::node::Node;
use crate::scribe::Scribe;

/// All that a learner can read of a file.
pub fn nodes(scribe: &Scribe, opened: &Opened, beside: Beside) -> Vec<Node> {
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
