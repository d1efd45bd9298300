//! The register of an office.

use adil::content::Day;
use adil::json::number_text;
use adil::ui::{
    Child, El, accept_files, el, file_field, frame, part, plain_button, plain_line, print_button,
};
use leptos::prelude::*;

use crate::model::{Item, Status};
use crate::session::register::{Desk, status_key};
use crate::session::value_of;

const ALL: [Status; 4] = [Status::New, Status::Open, Status::Decided, Status::Closed];

/// The whole register.
pub fn view(desk: Desk, regions: impl Child) -> El {
    let (frame, title) = desk.read(|widget| {
        let title = part(widget.host.heading(0), "title");
        let title = plain_line(&widget.rich, title, &widget.document.envelope.title);
        (frame(&widget.texts, widget.level), title)
    });
    let heading = part(desk.read(|widget| widget.host.heading(1)), "heading");
    let refused =
        move || desk.refused.get().then(|| part("p", "notice").child(desk.text("refused")));
    let list = move || {
        desk.list.track();
        untrack(|| items(desk))
    };
    let news = move || {
        desk.list.track();
        let news = desk.news();
        (!news.is_empty()).then(|| el("p").attr("class", "count").child(news))
    };
    let screen = part("section", "screen").child((
        heading.child(desk.text("register")),
        el("p").attr("class", "text").child(desk.text("register_intro")),
        file_field(&desk.text("take_in"), desk.takes()),
        news,
        list,
    ));
    accept_files(frame, desk.takes()).child((
        regions,
        part("header", "head").child((el("slot").attr("name", "logo"), title)),
        refused,
        screen,
        el("slot").attr("name", "footer"),
    ))
}

fn button(desk: Desk, class: &'static str, key: &'static str, act: impl Fn() + 'static) -> El {
    plain_button(class, Box::new(move || desk.text(key)), act)
}

fn items(desk: Desk) -> impl Child {
    let order = desk.register(crate::model::Register::order);
    let count = desk.read(|widget| widget.texts.count("declarations", order.len() as f64));
    let rows: Vec<El> = order.iter().map(|n| row(desk, *n)).collect();
    let is_empty = rows.is_empty();
    let print = print_button(
        "quiet",
        Box::new(move || desk.text("print")),
        Box::new(move || desk.text("printing")),
    );
    let ways = [
        print,
        button(desk, "quiet", "save_csv", move || desk.save_csv()),
        button(desk, "quiet", "delete_register", move || desk.clear()),
    ];
    let foot = (!is_empty).then(|| {
        part("footer", "foot").child((
            el("div").attr("class", "ways").child(Vec::from(ways)),
            button(desk, "go", "save_register", move || desk.save()),
        ))
    });
    (
        is_empty.then(|| el("p").attr("class", "count").child(desk.text("empty"))),
        (!is_empty).then(|| {
            (
                el("p").attr("class", "count").child(count),
                part("ul", "items").attr("role", "list").child(rows),
            )
        }),
        foot,
    )
}

fn row(desk: Desk, n: usize) -> El {
    let item = desk.register(|register| register.items.get(n).cloned());
    let Some(item) = item else { return el("li") };
    let fields = &item.declared.fields;
    let matter = fields.iter().find(|field| field.id == "matter");
    let name = matter.or(fields.iter().find(|field| !field.value.trim().is_empty()));
    let name = name.map(|field| field.value.clone()).filter(|words| !words.trim().is_empty());
    let name = name.unwrap_or_else(|| item.declared.title.clone());
    let due = move || desk.is_due(n).then(|| part("span", "due").child(desk.text("due")));
    let line = |field: &crate::model::Field| {
        (!field.value.trim().is_empty()).then(|| {
            (
                el("dt").attr("dir", "auto").child(field.label.as_str()),
                el("dd").attr("dir", "auto").child(field.value.as_str()),
            )
        })
    };
    let all: Vec<_> = fields.iter().map(line).collect();
    let received = [&desk.text("received"), ": ", &desk.day(&item.received)].concat();
    part("li", "item").child((
        el("p").attr("class", "name").child((el("b").attr("dir", "auto").child(name.clone()), due)),
        el("p").attr("class", "count").child(received),
        fields_of(desk, n, &item),
        el("details")
            .child((part("summary", "summary").child(desk.text("details")), el("dl").child(all))),
        button(desk, "quiet", "remove", move || desk.remove(n))
            .attr("aria-label", &[&desk.text("remove"), ": ", &name].concat()),
    ))
}

fn fields_of(desk: Desk, n: usize, item: &Item) -> El {
    let status = item.status;
    let option = |one: Status| {
        let words = desk.text(status_key(one));
        el("option").attr("value", one.word()).attr("selected", move || one == status).child(words)
    };
    let options: Vec<El> = ALL.into_iter().map(option).collect();
    let select = part("select", "field").child(options).on("change", move |event| {
        if let Some(status) = Status::from_word(&value_of(&event)) {
            desk.set(n, |item| item.status = status);
        }
    });
    let day = item.review.as_ref().map_or(String::new(), |day| day.as_str().to_owned());
    let review = part("input", "field")
        .attr("type", "date")
        .attr("value", &day)
        .on("change", move |event| desk.set(n, |item| item.review = Day::parse(&value_of(&event))));
    let place = number_text(n as f64);
    let (a, b) = (["status-", &place].concat(), ["review-", &place].concat());
    el("div").attr("class", "pair").child((
        el("div")
            .attr("class", "line")
            .child((el("label").attr("for", &a).child(desk.text("status")), select.attr("id", &a))),
        el("div").attr("class", "line").child((
            el("label").attr("for", &b).child(desk.text("next_review")),
            review.attr("id", &b),
        )),
    ))
}
