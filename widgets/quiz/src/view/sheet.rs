//! An item without controls, as it stands on paper and on the projector.

use adil::content::Rich;
use adil::json::number_text;
use adil::ui::{El, el};

use super::choices::label;
use super::fill::in_text;
use super::parts::{hidden_words, joined, marked_line, picture, text_line};
use super::session::Session;
use crate::model::{BlankKind, Choices, Fill, Item, ItemKind, Order, Pick, PlaceItem, Run};

/// What there is to answer, in the order of a run.
pub fn body(session: Session, run: &Run, item: &Item) -> El {
    match &item.kind {
        ItemKind::Choices(choices) => options(session, run, item, choices),
        ItemKind::Order(order) => entries(session, run, item, order),
        ItemKind::Place(place) => cards(session, run, item, place),
        ItemKind::Fill(Fill { text: None, blanks }) => {
            let unit = blanks.first().and_then(|blank| blank.unit.as_ref());
            let unit = unit.map(|unit| marked_line(session, unit));
            el("p").attr("class", "write").child((el("i"), unit))
        }
        ItemKind::Fill(fill) => blanks(session, run, item, fill),
        ItemKind::Scale(scale) => {
            let step = |n: i32| {
                let number = session.fixed().texts.exact(f64::from(n));
                el("li").child((el("b").attr("class", "box round"), number))
            };
            let end = |text: &Option<Rich>| {
                text.as_ref().map(|text| el("li").child(text_line(session, "end", text)))
            };
            el("ul").attr("class", "boxes row").child((
                end(&scale.low),
                (scale.from..=scale.to).map(step).collect::<Vec<_>>(),
                end(&scale.high),
            ))
        }
    }
}

fn options(session: Session, run: &Run, item: &Item, choices: &Choices) -> El {
    let count = choices.options.len();
    let order = if choices.may_shuffle && session.fixed().rules.settings.shuffle_options {
        run.part_order(item, "options", count)
    } else {
        (0..count).collect()
    };
    let shape = if choices.pick == Pick::Many { "box" } else { "box round" };
    let row = |n: usize| {
        let option = &choices.options[n];
        let text = label(session, &option.label);
        let image = option.picture.as_ref().map(|image| picture(session, image));
        el("li").child((el("b").attr("class", shape), image, text))
    };
    el("ul").attr("class", "boxes").child(order.into_iter().map(row).collect::<Vec<_>>())
}

fn entries(session: Session, run: &Run, item: &Item, order: &Order) -> El {
    let row = |n: usize| {
        let text = text_line(session, "text", &order.entries[n]);
        el("li").child((el("b").attr("class", "box"), text))
    };
    let rows = run.part_order(item, "entries", order.entries.len()).into_iter().map(row);
    el("ul").attr("class", "boxes").child(rows.collect::<Vec<_>>())
}

fn cards(session: Session, run: &Run, item: &Item, place: &PlaceItem) -> El {
    let card =
        |n: usize| el("li").child((text_line(session, "text", &place.cards[n].text), el("i")));
    let target = |n: usize| el("li").child(text_line(session, "text", &place.targets[n]));
    let cards = run.part_order(item, "cards", place.cards.len()).into_iter().map(card);
    let targets = run.part_order(item, "targets", place.targets.len()).into_iter().map(target);
    el("div").child((
        el("ul").attr("class", "targets").child(targets.collect::<Vec<_>>()),
        el("ul").attr("class", "write-list").child(cards.collect::<Vec<_>>()),
    ))
}

fn blanks(session: Session, run: &Run, item: &Item, fill: &Fill) -> El {
    let blank = |n: usize| {
        let line = el("i").child(hidden_words(&session.text("blank")));
        let BlankKind::Chosen { options } = &fill.blanks[n].kind else { return line };
        let part = ["blank", &number_text(n as f64)].concat();
        let order = run.part_order(item, &part, options.len()).into_iter();
        let words = order.map(|n| marked_line(session, &options[n]));
        line.child(joined(words, " / "))
    };
    let whole = el("div").attr("class", "fill");
    match &fill.text {
        Some(text) => in_text(session, whole, fill, text, &blank),
        None => whole,
    }
}
