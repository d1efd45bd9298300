//! What a group says of itself, and its price list.

use adil::ui::{El, el, part, plain_button};
use leptos::prelude::*;

use super::form::{input_of, removed, submitted, ways_out, wrong};
use super::inputs::typed;
use super::parts::screen_heading;
use crate::session::{PriceRow, Session};

/// The form.
pub fn view(session: Session) -> El {
    let shared = session.shared;
    let (group, has_goods) =
        shared.record(|record| (record.group.clone(), !record.goods().is_empty()));
    let named = group.map(|group| {
        let help = Some(session.text("name_help"));
        let motto =
            group.motto.map(|motto| typed(session, "motto", &shared.words(&motto), None, "text"));
        (typed(session, "name", &shared.words(&group.label), help, "text"), motto)
    });
    let prices = has_goods.then(|| prices(session));
    submitted(session, move || session.save_about()).child((
        screen_heading(session, session.text("about")),
        named,
        prices,
        ways_out(session),
    ))
}

fn prices(session: Session) -> El {
    let rows = move || {
        session.form.track();
        let rows: Vec<El> = session.prices().into_iter().map(|row| price(session, &row)).collect();
        el("div").attr("class", "prices").child(rows)
    };
    part("fieldset", "group").child((
        el("legend").child(session.text("prices")),
        el("p").attr("class", "count").child(session.text("prices_help")),
        rows,
        plain_button("quiet", Box::new(move || session.text("add_good")), move || {
            session.add_price();
        }),
    ))
}

fn price(session: Session, row: &PriceRow) -> El {
    let input = |key: &str, value: &str, is_price: bool| {
        let (id, now) = (row.id.clone(), value.to_owned());
        let words = session.text(key);
        let label = if row.name.is_empty() || !is_price {
            words
        } else {
            session.shared.fill("of_good", &[("part", &words), ("good", &row.name)])
        };
        part("input", "input")
            .attr("type", "text")
            .attr("dir", "auto")
            .attr("inputmode", if is_price { "decimal" } else { "text" })
            .attr("aria-label", &label)
            .attr("data-input", &if is_price { ["price.", &id].concat() } else { String::new() })
            .prop("value", move || now.clone())
            .on("input", move |event| {
                let Some(text) = input_of(&event).map(|input| input.value()) else { return };
                session.change_prices(|rows| {
                    if let Some(row) = rows.iter_mut().find(|row| row.id == id) {
                        let place = if is_price { &mut row.price } else { &mut row.name };
                        *place = text;
                    }
                });
            })
    };
    let id = row.id.clone();
    let wrong = wrong(session, &["price.", &row.id].concat());
    el("div").attr("class", "price").child((
        input("good", &row.name, false),
        input("price", &row.price, true),
        removed(session, &row.name, move || session.remove_price(&id)),
        wrong,
    ))
}
