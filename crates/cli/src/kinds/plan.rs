//! A lesson plan: its agenda as a table, then step by step; and a map of the curriculum.

use adil::content::Rich;
use adil_plan::model::{Block, CurriculumMap, Exercise, Plan, Related, Section, Variant, Where};

use crate::node::{Node, el, text};
use crate::scribe::{Scribe, folded, list, table};

/// The plan.
pub fn nodes(scribe: &Scribe, plan: &Plan) -> Vec<Node> {
    let mut nodes = Vec::new();
    if let Some(theme) = &plan.fields.theme {
        nodes.push(el("p", scribe.plain(theme)).into());
    }
    plan.sections(true).iter().for_each(|one| nodes.extend(section(scribe, one)));
    for (n, variant) in plan.variants.iter().enumerate() {
        if n > 0 {
            nodes.push(scribe.heading(1, scribe.plain(&variant.title)));
        }
        nodes.extend(agenda(scribe, variant));
    }
    let exercises = &plan.fields.exercises;
    for (place, key) in
        [(Where::Before, "before_class"), (Where::In, "in_class"), (Where::After, "after_class")]
    {
        let here = exercises.iter().filter(|one| one.place == place);
        let mut here = here.peekable();
        if here.peek().is_some() {
            nodes.push(scribe.heading_word(1, key));
        }
        here.for_each(|one: &Exercise| {
            nodes.push(scribe.heading(2, scribe.plain(&one.title)));
            nodes.extend(scribe.rich(&one.text));
        });
    }
    plan.sections(false).iter().for_each(|one| nodes.extend(section(scribe, one)));
    let fields = &plan.fields;
    for (key, what) in [
        ("core_reading", &fields.core_reading),
        ("advanced_reading", &fields.advanced_reading),
        ("related", &fields.related),
    ] {
        nodes.extend(related(scribe, key, what));
    }
    for handout in &fields.handouts {
        let mut title = vec![text([&scribe.word("handout"), ": "].concat())];
        title.extend(scribe.plain(&handout.title));
        nodes.push(folded(title, scribe.rich(&handout.text)));
    }
    nodes
}

fn section(scribe: &Scribe, section: &Section) -> Vec<Node> {
    let inside = match section.texts.as_slice() {
        [one] => scribe.rich(one),
        several => vec![list("ul", several.iter().map(|one: &Rich| scribe.short(one)))],
    };
    let heading = scribe.heading_word(1, section.key);
    std::iter::once(heading).chain(inside).collect()
}

fn agenda(scribe: &Scribe, variant: &Variant) -> Vec<Node> {
    let head = ["minutes_head", "agenda"].map(|key| vec![text(scribe.word(key))]);
    let row = |(n, block): (usize, &Block)| {
        let (from, to) = variant.span(n);
        vec![vec![text(format!("{from}–{to}"))], scribe.plain(&block.title)]
    };
    let rows = variant.blocks.iter().enumerate().map(row).collect();
    let mut nodes = vec![
        scribe.heading_word(1, "agenda"),
        table(head.into(), rows),
        scribe.heading_word(1, "blocks"),
    ];
    variant.blocks.iter().for_each(|one| nodes.extend(block(scribe, one)));
    nodes
}

fn block(scribe: &Scribe, block: &Block) -> Vec<Node> {
    let mut nodes = vec![scribe.heading(2, scribe.plain(&block.title))];
    nodes.extend(scribe.some(block.text.as_ref()));
    let parts =
        [("teacher", &block.teacher), ("pupils", &block.pupils), ("without", &block.without)];
    for (key, part) in parts {
        if let Some(part) = part {
            nodes.push(el("p", [el("strong", [text(scribe.word(key))]).into()]).into());
            nodes.extend(scribe.rich(part));
        }
    }
    nodes
}

fn related(scribe: &Scribe, key: &str, all: &[Related]) -> Vec<Node> {
    if all.is_empty() {
        return Vec::new();
    }
    let one = |one: &Related| {
        let title = scribe.plain(&one.title);
        match &one.url {
            Some(url) => vec![scribe.link(&url.0, title)],
            None => title,
        }
    };
    vec![scribe.heading_word(1, key), list("ul", all.iter().map(one))]
}

/// The map: what learners can do, and the lessons that serve it.
pub fn map(scribe: &Scribe, map: &CurriculumMap) -> Vec<Node> {
    let heads = ["outcome", "level", "quarter_head", "lesson"];
    let head = heads.map(|key| vec![text(scribe.word(key))]);
    let mut rows = Vec::new();
    for goal in &map.goals {
        for plan in map.plans.iter().filter(|plan| plan.outcomes.contains(&goal.id)) {
            let title = scribe.plain(&plan.title);
            let title = match &plan.url {
                Some(url) => vec![scribe.link(&url.0, title)],
                None => title,
            };
            let level = scribe.word(&["level_", plan.level.word()].concat());
            let quarter = plan.quarter.get().to_string();
            rows.push(vec![
                scribe.plain(&goal.title),
                vec![text(level)],
                vec![text(quarter)],
                title,
            ]);
        }
    }
    vec![table(head.into(), rows)]
}
