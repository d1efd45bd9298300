//! A record: what an entry asks for; and a study: what those who take part read.

use adil_record::model::study::Study;
use adil_record::model::{Field, Good, Kind, Record, plain_amount};

use crate::node::{Node, el, text};
use crate::scribe::{Scribe, list, table};

/// The record.
pub fn nodes(scribe: &Scribe, record: &Record) -> Vec<Node> {
    let mut nodes = scribe.some(record.intro.as_ref());
    nodes.push(scribe.heading_word(1, "new_entry"));
    nodes.push(list("ul", record.fields.iter().map(|one| field(scribe, record, one))));
    if !record.badges.is_empty() {
        let badge = |badge: &adil_record::model::Badge| {
            let name = el("strong", scribe.plain(&badge.title)).into();
            [name, text(" ")].into_iter().chain(scribe.plain(&badge.text)).collect()
        };
        nodes.push(list("ul", record.badges.iter().map(badge)));
    }
    nodes
}

fn field(scribe: &Scribe, record: &Record, field: &Field) -> Vec<Node> {
    let mut nodes: Vec<Node> = vec![el("strong", scribe.plain(&field.label)).into()];
    if let Some(help) = &field.help {
        nodes.push(text(" "));
        nodes.extend(scribe.plain(help));
    }
    match &field.kind {
        Kind::Choice(options) => {
            nodes.push(list("ul", options.iter().map(|option| scribe.plain(&option.text))));
        }
        Kind::Goods(goods) => {
            let head = ["good", "price"].map(|key| vec![text(scribe.word(key))]);
            let row = |good: &Good| {
                let price = plain_amount(good.price, record.digits);
                let price = [&price, "\u{a0}", &record.currency].concat();
                vec![scribe.plain(&good.name), vec![text(price)]]
            };
            nodes.push(table(head.into(), goods.iter().map(row).collect()));
        }
        Kind::Date | Kind::Number(..) | Kind::Money | Kind::Remark(_) => {}
    }
    nodes
}

/// What everybody may read of a study. Its questions stay with those who are asked: whoever read
/// them before would answer another study.
pub fn study(scribe: &Scribe, study: &Study) -> Vec<Node> {
    let fields = &study.fields;
    let mut nodes = scribe.some(fields.intro.as_ref());
    nodes.push(scribe.heading_word(1, "consent"));
    nodes.extend(scribe.rich(&fields.consent));
    nodes
}
