//! The few pieces that several screens have.

use adil::ui::{Child, El, el, part};

use crate::session::{Session, Shared};

/// A heading so many levels below the title.
pub fn heading<T>(shared: Shared<T>, below: usize, words: impl Child) -> El {
    part(shared.read(|widget| widget.host.heading(below)), "heading").child(words)
}

/// The heading of a screen, which takes the focus where an act led to it.
pub fn screen_heading(session: Session, words: impl Child) -> El {
    let heading = heading(session.shared, 1, words).attr("tabindex", "-1");
    if session.takes_focus() { heading.focus_soon() } else { heading }
}

/// A table that scrolls by itself where it is wider than the widget; a name says what it is.
pub fn table(name: &str, head: &[String], rows: Vec<(String, Vec<String>)>) -> El {
    let column = |words: &String| el("th").attr("scope", "col").child(words.as_str());
    let row = |(name, cells): (String, Vec<String>)| {
        let cells: Vec<El> = cells.into_iter().map(|cell| part("td", "cell").child(cell)).collect();
        el("tr").child((el("th").attr("scope", "row").child(name), cells))
    };
    let head: Vec<El> = head.iter().map(column).collect();
    part("div", "table").attr("role", "group").attr("tabindex", "0").attr("aria-label", name).child(
        el("table").child((
            el("thead").child(el("tr").child(head)),
            el("tbody").child(rows.into_iter().map(row).collect::<Vec<_>>()),
        )),
    )
}

/// A select for a school year; nothing where there is only one.
pub fn years(
    shared: Shared,
    years: &[crate::model::Year],
    shown: u32,
    pick: impl Fn(u32) + 'static,
) -> Option<El> {
    use leptos::wasm_bindgen::JsCast;
    if years.len() < 2 {
        return None;
    }
    let option = |year: &crate::model::Year| {
        let option = el("option").attr("value", &adil::json::number_text(f64::from(year.first)));
        let option = if year.first == shown { option.attr("selected", "") } else { option };
        option.child(shared.year(*year))
    };
    let select = part("select", "input")
        .on("change", move |event| {
            let select =
                event.target().and_then(|t| t.dyn_into::<web_sys::HtmlSelectElement>().ok());
            if let Some(year) = select.and_then(|select| select.value().parse().ok()) {
                pick(year);
            }
        })
        .child(years.iter().map(option).collect::<Vec<_>>());
    let label = el("label").attr("class", "pick");
    Some(label.child((el("span").child(shared.text("year")), select)))
}
