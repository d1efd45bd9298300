//! The plan to read and to print.

use adil::content::Rich;
use adil::ui::{Child, El, Pieces, el, part, pieces, plain_button, print_button};

use leptos::prelude::Get;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlSelectElement;

use super::agenda::{Reader, agenda, block_text, line, phase, span_text};
use crate::model::{Block, Related, Section, Where};
use crate::session::Session;
use crate::session::windows::open_screen;

/// The plan to read, and the ways from it.
pub fn document(session: Session) -> El {
    let has_begun = session.agenda(crate::model::Agenda::has_begun);
    let begin = if has_begun { "go_on" } else { "run_it" };
    part("article", "plan").child((
        facts(session),
        variants(session),
        part("footer", "foot").child((
            el("div").attr("class", "ways").child((
                print_button("quiet", words(session, "print"), words(session, "print_wait")),
                plain_button("quiet", words(session, "second_window"), move || {
                    open_screen(session);
                }),
            )),
            plain_button("go", words(session, begin), move || session.begin()),
        )),
        move || body(session),
    ))
}

/// Everything, for paper: no buttons but the one that prints.
pub fn paper(session: Session) -> El {
    part("article", "plan").attr("data-paper", "").child((
        part("footer", "foot").child(print_button(
            "go",
            words(session, "print"),
            words(session, "print_wait"),
        )),
        facts(session),
        variants(session),
        move || body(session),
    ))
}

fn words(session: Session, key: &'static str) -> adil::ui::Words {
    Box::new(move || session.text(key))
}

/// What it is about in one line: minutes, level, values, skills.
fn facts(session: Session) -> El {
    let (theme, values, skills, level) = session.read(|widget| {
        let plan = &widget.document.body;
        let comma = widget.texts.comma();
        let level = widget.texts.get(&["level_", widget.level.word()].concat());
        (plan.fields.theme.clone(), plan.values.join(comma), plan.skills.join(comma), level)
    });
    let fact = |key: &str, text: String| {
        (!text.is_empty())
            .then(|| el("div").child((el("dt").child(session.text(key)), el("dd").child(text))))
    };
    let theme = theme.map(|theme| {
        part("p", "theme").child((
            part("span", "label").child(session.text("theme")),
            line(session, el("span"), &theme),
        ))
    });
    let minutes = move || session.minutes(session.chosen(crate::model::Variant::minutes));
    el("div").attr("class", "facts").child((
        theme,
        el("dl").child((
            el("div").child((el("dt").child(session.text("length")), el("dd").child(minutes))),
            fact("level", level),
            fact("values", values),
            fact("skills", skills),
        )),
    ))
}

/// The choice between variants, where there is one.
fn variants(session: Session) -> Option<El> {
    let all: Vec<El> = session.plan(|plan| {
        let option = |(n, variant): (usize, &crate::model::Variant)| {
            let value = adil::json::number_text(n as f64);
            let words = [
                &session.read(|widget| variant.title.get(&widget.rich.lang).to_owned()),
                " · ",
                &session.minutes(variant.minutes()),
            ];
            el("option").attr("value", &value).child(words.concat())
        };
        plan.variants.iter().enumerate().map(option).collect()
    });
    (all.len() > 1).then(|| {
        let select = part("select", "field")
            .on("change", move |event| {
                let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
                session.choose(select.and_then(|s| s.value().parse().ok()).unwrap_or(0));
            })
            .child(all)
            .prop("value", move || adil::json::number_text(session.variant.get().into()));
        el("label")
            .attr("class", "labelled")
            .child((el("span").child(session.text("variant")), select))
    })
}

fn body(session: Session) -> Pieces {
    let (before, after) = session.plan(|plan| (plan.sections(true), plan.sections(false)));
    let list = |sections: Vec<Section>| {
        sections.iter().map(|one| section(session, one)).collect::<Vec<El>>()
    };
    pieces((
        list(before),
        titled(session, "agenda", agenda(session, Reader::Plan)),
        titled(session, "blocks", blocks(session)),
        exercises(session),
        list(after),
        readings(session),
        handouts(session),
    ))
}

fn titled(session: Session, key: &str, inside: impl Child) -> El {
    let heading = session.read(|widget| part(widget.host.heading(1), "heading"));
    el("section").attr("class", "section").child((heading.child(session.text(key)), inside))
}

fn texts(session: Session, texts: &[Rich]) -> El {
    match texts {
        [one] => block_text(session, "text", one),
        all => {
            let rows = all.iter().map(|text| el("li").child(block_text(session, "text", text)));
            el("ul").child(rows.collect::<Vec<El>>())
        }
    }
}

fn section(session: Session, section: &Section) -> El {
    let inside = titled(session, section.key, texts(session, &section.texts));
    if section.is_for_teacher { inside.attr("data-for", "teacher") } else { inside }
}

/// Each block with all that its author wrote.
fn blocks(session: Session) -> Vec<El> {
    session.chosen(|variant| {
        let one = |(n, block): (usize, &Block)| {
            let (from, to) = variant.span(n);
            let heading = session.read(|widget| part(widget.host.heading(2), "heading"));
            let said = |key: &'static str, text: Option<&Rich>| {
                text.map(|text| {
                    part("div", "said").attr("data-who", key).state("said", key).child((
                        part("p", "label").child(session.text(key)),
                        block_text(session, "text", text),
                    ))
                })
            };
            part("section", "card").child((
                heading.child((
                    el("span").attr("class", "span").attr("dir", "ltr").child(span_text(from, to)),
                    " ",
                    line(session, el("span"), &block.title),
                )),
                phase(session, block),
                block.text.as_ref().map(|text| block_text(session, "text", text)),
                said("teacher", block.teacher.as_ref()),
                said("pupils", block.pupils.as_ref()),
                said("without", block.without.as_ref()),
            ))
        };
        variant.blocks.iter().enumerate().map(one).collect()
    })
}

fn exercises(session: Session) -> Vec<El> {
    let all = session.plan(|plan| plan.fields.exercises.clone());
    let place = |key: &'static str, place: Where| {
        let here: Vec<El> = all
            .iter()
            .filter(|exercise| exercise.place == place)
            .map(|exercise| {
                let heading = session.read(|widget| part(widget.host.heading(2), "heading"));
                part("section", "card").child((
                    line(session, heading, &exercise.title),
                    block_text(session, "text", &exercise.text),
                ))
            })
            .collect();
        (!here.is_empty()).then(|| titled(session, key, here))
    };
    let places =
        [("before_class", Where::Before), ("in_class", Where::In), ("after_class", Where::After)];
    places.into_iter().filter_map(|(key, at)| place(key, at)).collect()
}

fn readings(session: Session) -> Vec<El> {
    let (core, more, related) = session.plan(|plan| {
        let fields = &plan.fields;
        (fields.core_reading.clone(), fields.advanced_reading.clone(), fields.related.clone())
    });
    let list = |(key, all): (&'static str, Vec<Related>)| {
        let row = |one: &Related| {
            let Some(link) = &one.url else {
                return el("li").child(line(session, el("span"), &one.title));
            };
            let base = session.read(|widget| widget.host.base());
            let url = leptos::web_sys::Url::new_with_base(link.0.as_str(), &base);
            let href = url.map(|url| url.href()).unwrap_or_default();
            let link = el("a").attr("href", &href).attr("rel", "noopener").attr("target", "_blank");
            el("li").child(line(session, link, &one.title))
        };
        let rows: Vec<El> = all.iter().map(row).collect();
        (!rows.is_empty()).then(|| titled(session, key, el("ul").child(rows)))
    };
    let all = [("core_reading", core), ("advanced_reading", more), ("related", related)];
    all.into_iter().filter_map(list).collect()
}

/// Handouts: each on paper of its own.
fn handouts(session: Session) -> Vec<El> {
    let all = session.plan(|plan| plan.fields.handouts.clone());
    let one = |handout: &crate::model::Handout| {
        let heading = session.read(|widget| part(widget.host.heading(1), "heading"));
        part("section", "handout").child((
            part("p", "label").child(session.text("handout")),
            line(session, heading, &handout.title),
            block_text(session, "text", &handout.text),
        ))
    };
    all.iter().map(one).collect()
}
