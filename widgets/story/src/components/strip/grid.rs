//! The panel that is worked on, and over it the grid on which figures stand: each cell a button, so
//! that keys and fingers do the same.

use adil::ui::{El, el, part, pressable};

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, KeyboardEvent};

use super::panel::panel_of;
use crate::model::{COLUMNS, ROWS};
use crate::session::Desk;

/// The panel with its grid.
pub fn view(desk: Desk) -> El {
    let drawn = move || panel_of(desk, &desk.here(Clone::clone));
    let row = |row: usize| {
        let cells: Vec<El> = (0..COLUMNS).map(|n| cell(desk, row * COLUMNS + n)).collect();
        el("div").attr("role", "row").attr("class", "row").child(cells)
    };
    let rows: Vec<El> = (0..ROWS).map(row).collect();
    let name = desk.session.text("places");
    el("div").attr("class", "stage").child((
        el("div").attr("aria-hidden", "true").child(drawn),
        part("div", "grid")
            .attr("role", "grid")
            .attr("aria-label", &name)
            .on("keydown", |event| _ = on_key(&event))
            .child(rows),
    ))
}

/// What a cell is called: the row, the place in it, and who stands there.
fn name(desk: Desk, n: usize) -> String {
    let session = desk.session;
    let row = session.text(if n < COLUMNS { "row_far" } else { "row_near" });
    let column = session.number((n % COLUMNS + 1) as f64);
    let figure = desk.here(|made| made.on(n).map(|standing| standing.figure));
    let lang = session.read(|widget| widget.rich.lang.clone());
    let who = figure.and_then(|figure| {
        desk.drawings(|all| Some(all.figures.get(figure)?.label.get(&lang).to_owned()))
    });
    let who = who.unwrap_or_else(|| session.text("nobody"));
    session.fill("cell", &[("row", &row), ("n", &column), ("who", &who)])
}

fn cell(desk: Desk, n: usize) -> El {
    let is_chosen = move || desk.chosen.get() == Some(n);
    // One cell takes the focus of the Tab key; arrows lead to the others.
    let first = desk.chosen.now().unwrap_or(COLUMNS * (ROWS - 1) + COLUMNS / 2);
    el("div").attr("role", "gridcell").child(
        pressable(part("button", "cell"), "cell", Box::new(is_chosen))
            .attr("type", "button")
            .attr("tabindex", if n == first { "0" } else { "-1" })
            .attr("aria-label", move || name(desk, n))
            .on("click", move |_| press(desk, n)),
    )
}

/// A press chooses who stands here, or has who is chosen come here.
fn press(desk: Desk, n: usize) {
    let stands = desk.here(|made| made.on(n).is_some());
    match desk.chosen.now() {
        Some(chosen) if chosen == n => desk.chosen.set(None),
        Some(chosen) if !stands => {
            desk.change(|made| made.shift(chosen, n));
            desk.chosen.set(Some(n));
        }
        _ if stands => desk.chosen.set(Some(n)),
        _ => {}
    }
    let words = leptos::prelude::untrack(|| name(desk, n));
    desk.session.announcer.announce(&words);
}

/// Arrows go from cell to cell, as the eye does also where texts run from right to left: the
/// picture is not turned.
fn on_key(event: &Event) -> Option<()> {
    let key = event.dyn_ref::<KeyboardEvent>()?.key();
    let grid = event.current_target()?.dyn_into::<Element>().ok()?;
    let cells = grid.query_selector_all(".cell").ok()?;
    let at = event.target()?.dyn_into::<Element>().ok()?;
    let cell = |n: usize| cells.get(u32::try_from(n).ok()?)?.dyn_into::<Element>().ok();
    let all = COLUMNS * ROWS;
    let n = (0..all).find(|n| cell(*n).as_ref() == Some(&at))?;
    let (column, row) = (n % COLUMNS, n / COLUMNS);
    let to = match key.as_str() {
        "ArrowLeft" if column > 0 => n - 1,
        "ArrowRight" if column + 1 < COLUMNS => n + 1,
        "ArrowUp" if row > 0 => n - COLUMNS,
        "ArrowDown" if row + 1 < ROWS => n + COLUMNS,
        "Home" => row * COLUMNS,
        "End" => row * COLUMNS + COLUMNS - 1,
        _ => return None,
    };
    event.prevent_default();
    let to = cell(to)?;
    _ = at.set_attribute("tabindex", "-1");
    _ = to.set_attribute("tabindex", "0");
    adil::ui::focus(&to);
    Some(())
}
