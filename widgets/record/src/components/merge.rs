//! Files of several groups side by side: a list by name, sums, no ranks.

use std::rc::Rc;

use adil::ui::{Child, El, accept_files, data_field, el, part, plain_button, print_button};
use leptos::prelude::*;

use super::parts::{heading, table, years};
use super::{framed, keeps};
use crate::session::{Region, Shared};

/// The whole page of a region.
pub fn view(region: Region, regions: impl Child) -> El {
    let shared = region.shared;
    let take = Rc::new(move |file: web_sys::File| {
        wasm_bindgen_futures::spawn_local(async move {
            let name = file.name();
            let lang = shared.read(|widget| widget.rich.lang.clone());
            match adil::host::read_table(&file, &lang).await {
                Ok(text) => region.add(&name, &text),
                Err(why) => region.say(why),
            }
        });
    });
    let news = move || {
        let said = region.news().into_iter().map(|words| el("p").child(words));
        part("div", "news").child(said.collect::<Vec<_>>())
    };
    let head = part("div", "home").child((
        el("p").attr("class", "count").child(shared.text("merge_help")),
        el("div").attr("class", "ways").child(data_field(
            &shared.text("add_files"),
            true,
            take.clone(),
        )),
        news,
        move || list(region),
        keeps::of_files(shared),
    ));
    accept_files(framed(shared, regions, head), take)
}

fn list(region: Region) -> Option<El> {
    let shared = region.shared;
    let year = region.shown_year();
    let measures = shared.measures();
    let (rows, all, names, of) = region.merged(|merged| {
        let (each, all) = shared.record(|record| merged.figures(record, year));
        let names: Vec<String> =
            merged.groups().iter().map(|group| region.name(&group.name)).collect();
        let cells = |figures: &crate::model::Figures| {
            measures.iter().map(|(n, _)| shared.figure(figures.get(*n))).collect::<Vec<String>>()
        };
        let rows: Vec<(String, Vec<String>)> =
            names.iter().cloned().zip(each.iter().map(cells)).collect();
        let of = merged.years(shared.record(|record| record.year_starts));
        (rows, cells(&all), names, of)
    });
    if names.is_empty() {
        return None;
    }
    let head = std::iter::once(shared.text("group_column"));
    let head = head.chain(measures.iter().map(|(_, label)| label.clone())).collect::<Vec<_>>();
    let count = shared.count("groups", names.len());
    let rows = rows.into_iter().chain([(shared.text("together"), all)]).collect();
    let name = shared.fill("table_of", &[("title", &count)]);
    let pick = years(shared, &of, region.year.get(), move |year| region.year.set(year));
    Some(el("section").child((
        heading(shared, 1, count),
        pick,
        table(&name, &head, rows),
        el("p").attr("class", "count").child(shared.text("self_reported")),
        el("div").attr("class", "ways").child((
            plain_button("quiet", Box::new(move || shared.text("save_table")), move || {
                region.save_table();
            }),
            print_button(
                "quiet",
                Box::new(move || shared.text("print")),
                Box::new(move || shared.text("waits")),
            ),
        )),
        taken_out(region, shared, names),
    )))
}

/// The groups, each with a way out of the list.
fn taken_out(region: Region, shared: Shared, names: Vec<String>) -> El {
    let row = |(n, name): (usize, String)| {
        let words = shared.fill("take_out", &[("name", &name)]);
        el("li").child(plain_button("quiet", Box::new(move || words.clone()), move || {
            region.remove(n);
        }))
    };
    part("details", "files").child((
        part("summary", "summary").child(shared.text("take_out_some")),
        el("ul")
            .attr("role", "list")
            .child(names.into_iter().enumerate().map(row).collect::<Vec<_>>()),
    ))
}
