//! The desk of an action: dates, counts and codes, papers, what is past.

use adil::content::Day;
use adil::json::number_text;
use adil::tally::Added;
use adil::ui::{Child, El, Pieces, aria_bool, el, frame, part, pieces, plain_button, plain_line};
use leptos::prelude::untrack;
use leptos::web_sys::{Element, HtmlTextAreaElement};

use super::form::{Form, cast, labelled};
use super::papers::papers;
use crate::model::{Count, Past};
use crate::session::campaign::Desk;

/// The whole desk.
pub fn view(desk: Desk, regions: impl Child) -> El {
    let (frame, title) = desk.read(|widget| {
        let title = part(widget.host.heading(0), "title");
        let title = plain_line(&widget.rich, title, &widget.document.envelope.title);
        (frame(&widget.texts, widget.level), title)
    });
    let notice = move || {
        desk.refused
            .get()
            .then(|| part("p", "notice").attr("role", "status").child(desk.text("not_kept")))
    };
    let form = Form::new(desk);
    frame.child((
        regions,
        part("header", "head").child((el("slot").attr("name", "logo"), title)),
        notice,
        el("div").attr("class", "desk").child((
            dates(desk),
            written(desk, &form),
            sum(desk),
            past(desk),
        )),
        papers(desk, &form),
        super::keeps::of_desk(desk),
        el("slot").attr("name", "footer"),
    ))
}

fn section(desk: Desk, key: &str, inside: impl Child) -> El {
    let heading = desk.read(|widget| part(widget.host.heading(1), "heading"));
    part("section", "card").child((heading.child(desk.text(key)), inside))
}

fn words(desk: Desk, key: &'static str) -> adil::ui::Words {
    Box::new(move || desk.text(key))
}

/// The dates of the school year, each for a calendar.
fn dates(desk: Desk) -> El {
    let editions = desk.editions();
    let has_days = editions.iter().any(|(_, day)| day.is_some());
    let row = |(n, (edition, day)): (usize, (crate::model::Edition, Option<Day>))| {
        let theme = desk.read(|widget| {
            let about = edition.about.as_ref();
            let about = about.map(|about| adil::ui::text_block(&widget.rich, "text", about));
            (plain_line(&widget.rich, el("strong"), &edition.theme), about)
        });
        let date = day.as_ref().map_or_else(|| desk.text("no_date"), |day| desk.date(day));
        let quarter = desk.fill("quarter", &[("n", &desk.number(edition.quarter.get()))]);
        let name = desk.fill("calendar_one", &[("date", &date)]);
        let save = day.map(|_| {
            plain_button("quiet", Box::new(move || name.clone()), move || desk.save_dates(Some(n)))
        });
        part("li", "edition").child((
            part("span", "label").child(quarter),
            el("div").child((theme, el("p").attr("class", "date").child(date))),
            save,
        ))
    };
    let rows: Vec<El> = editions.into_iter().enumerate().map(row).collect();
    let all = has_days
        .then(|| plain_button("go", words(desk, "calendar_all"), move || desk.save_dates(None)));
    let list = part("ol", "editions").attr("role", "list").child(rows);
    section(desk, "dates", (list, el("div").attr("class", "controls").child(all)))
}

/// What is written down of an edition, and its code.
fn written(desk: Desk, form: &Form) -> El {
    let of = |element: &Element| El::of(element.clone());
    let done = form.done.iter().map(|(title, field)| {
        part("label", "check").child((of(field), el("span").child(title.as_str())))
    });
    let (codes, writes) = (form.clone(), form.clone());
    let make = move || {
        let (day, classes, people) = codes.numbers();
        desk.make_code(classes, people, &day);
    };
    let refused = move || matches!(desk.code(), Some(Err(_)));
    let shown = move || match desk.code() {
        Some(Ok(code)) => pieces(
            part("output", "code")
                .attr("dir", "ltr")
                .attr("aria-label", &desk.text("code"))
                .child(code),
        ),
        _ => pieces(()),
    };
    let invalid = move || aria_bool(refused());
    let people = of(&form.people).attr("aria-invalid", invalid).attr("aria-describedby", "why");
    let classes = of(&form.classes).attr("aria-invalid", invalid).attr("aria-describedby", "why");
    let why = move || desk.code().and_then(Result::err);
    section(
        desk,
        "written",
        (
            el("div").attr("class", "fields").child((
                labelled(desk, "theme", of(&form.edition)),
                labelled(desk, "day", of(&form.day)),
                labelled(desk, "classes", classes),
                labelled(desk, "people", people),
            )),
            el("fieldset")
                .attr("class", "checks")
                .child((el("legend").child(desk.text("done")), done.collect::<Vec<El>>())),
            labelled(desk, "remark", of(&form.remark)),
            part("p", "refusal").attr("id", "why").child(why),
            shown,
            el("p").attr("class", "small").child(desk.text("self_reported")),
            part("div", "controls").child((
                plain_button("quiet", words(desk, "write_down"), move || {
                    desk.write_down(writes.past(desk));
                }),
                plain_button("go", words(desk, "make_code"), make),
            )),
            labelled(desk, "class_name", of(&form.class)),
        ),
    )
}

/// The part in which codes are added up.
fn sum(desk: Desk) -> El {
    let field = part("textarea", "field")
        .attr("rows", "4")
        .attr("maxlength", &number_text(adil::tally::LONGEST_LIST as f64))
        .attr("dir", "ltr")
        .attr("autocapitalize", "characters")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false");
    let area: HtmlTextAreaElement = cast(&field);
    let shown = move || {
        let count = desk.count();
        (!count.codes.is_empty()).then(|| untrack(|| added(desk, &count)))
    };
    section(
        desk,
        "sum",
        (
            labelled(desk, "codes", field),
            part("div", "controls").child(plain_button("go", words(desk, "add_up"), move || {
                desk.add_codes(&area.value());
            })),
            shown,
        ),
    )
}

/// Every code with its numbers, or why it does not count; then the sum.
fn added(desk: Desk, count: &Count) -> Pieces {
    let row = |(code, added): &(String, Added)| {
        let words = match added {
            Added::Counted(tally) => {
                let classes = desk.count_text("classes_count", tally.group);
                let people = desk.count_text("people_count", tally.count);
                desk.fill("total", &[("classes", &classes), ("people", &people)])
            }
            Added::Twice => desk.text("code_twice"),
            Added::Foreign => desk.text("code_foreign"),
            Added::Wrong(no) => desk.why(*no),
        };
        let state = if matches!(added, Added::Counted(_)) { "right" } else { "wrong" };
        part("li", "added")
            .state("added", state)
            .child((el("bdi").child(code.as_str()), el("span").child(words)))
    };
    let rows: Vec<El> = count.codes.iter().map(row).collect();
    pieces((
        el("ul").attr("class", "codes").child(rows),
        part("p", "total").child(desk.total(count)),
        el("p").attr("class", "small").child(desk.text("self_reported")),
    ))
}

/// What is past.
fn past(desk: Desk) -> El {
    let rows = move || {
        let all = desk.past();
        if all.is_empty() {
            return pieces(el("p").attr("class", "small").child(desk.text("none_past")));
        }
        let row = |(n, past): (usize, &Past)| {
            let date = desk.date(&past.day);
            let forget = desk.fill("forget", &[("date", &date)]);
            let cell = |text: String| el("td").child(text);
            el("tr").child((
                el("th").attr("scope", "row").child(date),
                cell(past.theme.clone()),
                cell(desk.number(past.classes)),
                cell(desk.number(past.people)),
                el("td").child(plain_button(
                    "quiet",
                    Box::new(move || forget.clone()),
                    move || desk.forget(n),
                )),
            ))
        };
        let rows: Vec<El> = all.iter().enumerate().map(row).collect();
        let head = |key: &str| el("th").attr("scope", "col").child(desk.text(key));
        let table = el("table").child((
            el("thead").child(el("tr").child((
                head("day"),
                head("theme"),
                head("classes"),
                head("people"),
                el("td").child(()),
            ))),
            el("tbody").child(rows),
        ));
        pieces(
            el("div")
                .attr("class", "wide")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", &desk.text("past"))
                .child(table),
        )
    };
    section(desk, "past", rows)
}
