//! A curriculum map: a table for each level, gaps told in words.

use adil::content::Level;
use adil::host::{WidgetContext, download};
use adil::json::number_text;
use adil::ui::{Child, El, Flag, Number, el, frame, part, plain_button, plain_line, print_button};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlSelectElement, Url};
use std::rc::Rc;

use crate::model::{CurriculumMap, csv};

type Context = Rc<WidgetContext<CurriculumMap>>;

/// The whole map.
pub fn view(widget: WidgetContext<CurriculumMap>, regions: impl Child) -> El {
    let context = Rc::new(widget);
    let title = part(context.host.heading(0), "title");
    let title = plain_line(&context.rich, title, &context.document.envelope.title);
    let levels = context.document.body.levels();
    let (level, gaps_only) = (Number::new(0), Flag::new(false));
    let (shown, all) = (context.clone(), levels.clone());
    let tables = move || {
        let (level, gaps_only) = (level.get() as usize, gaps_only.get());
        let wanted = all.iter().enumerate().filter(|(n, _)| level == 0 || level == n + 1);
        wanted.map(|(_, level)| table(&shown, *level, gaps_only)).collect::<Vec<El>>()
    };
    frame(&context.texts, context.level).child((
        regions,
        part("header", "head").child((el("slot").attr("name", "logo"), title)),
        controls(&context, &levels, level, gaps_only),
        el("div").attr("class", "desk").child(tables),
        el("slot").attr("name", "footer"),
    ))
}

fn words(context: &Context, key: &'static str) -> adil::ui::Words {
    let context = context.clone();
    Box::new(move || context.texts.get(key))
}

fn level_text(context: &Context, level: Level) -> String {
    context.texts.get(&["level_", level.word()].concat())
}

fn controls(context: &Context, levels: &[Level], level: Number, gaps_only: Flag) -> El {
    let all = el("option").attr("value", "0").child(context.texts.get("all_levels"));
    let options = levels.iter().enumerate().map(|(n, level)| {
        el("option").attr("value", &number_text((n + 1) as f64)).child(level_text(context, *level))
    });
    let options: Vec<El> = std::iter::once(all).chain(options).collect();
    let select = part("select", "field").child(options).on("change", move |event| {
        let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
        level.set(select.and_then(|select| select.value().parse().ok()).unwrap_or(0));
    });
    let saved = context.clone();
    let save = move || {
        let lang = &saved.rich.lang;
        let head = ["level", "outcome", "quarter_head", "lesson", "minutes_head"];
        let head = head.map(|key| saved.texts.get(key));
        let word = |level: Level| level_text(&saved, level);
        let text = csv(&saved.document.body, lang, &head, word);
        download(&[saved.document.envelope.id.as_str(), ".csv"].concat(), "text/csv", &text);
    };
    part("div", "controls").child((
        el("label")
            .attr("class", "labelled")
            .child((el("span").child(context.texts.get("level")), select)),
        part("label", "check").child((
            el("input").attr("type", "checkbox").on("change", move |_| gaps_only.toggle()),
            el("span").child(context.texts.get("gaps_only")),
        )),
        plain_button("quiet", words(context, "save_table"), save),
        print_button("quiet", words(context, "print"), words(context, "print_wait")),
    ))
}

fn table(context: &Context, level: Level, gaps_only: bool) -> El {
    let map = &context.document.body;
    let cell = |places: &Vec<usize>| {
        let lessons = places.iter().filter_map(|n| map.plans.get(*n)).map(|plan| {
            let title = |element: El| plain_line(&context.rich, element, &plan.title);
            let Some(link) = &plan.url else { return el("p").child(title(el("span"))) };
            let url = Url::new_with_base(link.0.as_str(), &context.host.base());
            let href = url.map(|url| url.href()).unwrap_or_default();
            el("p").child(title(el("a").attr("href", &href)))
        });
        el("td").child(lessons.collect::<Vec<El>>())
    };
    let rows = map.goals.iter().filter(|goal| !gaps_only || map.is_gap(goal, level)).map(|goal| {
        let cells: Vec<El> = map.row(goal, level).iter().map(cell).collect();
        let is_gap = map.is_gap(goal, level);
        let gap = is_gap.then(|| part("span", "gap").child(context.texts.get("gap")));
        let head = el("th").attr("scope", "row");
        el("tr")
            .attr("data-gap", move || is_gap)
            .child((head.child((plain_line(&context.rich, el("span"), &goal.title), gap)), cells))
    });
    let quarters = [1, 2, 3, 4].map(|n| {
        let words = context.texts.fill("quarter", &[("n", &number_text(f64::from(n)))]);
        el("th").attr("scope", "col").child(words)
    });
    let name = level_text(context, level);
    let heading = part(context.host.heading(1), "heading").child(name.clone());
    let head = el("tr").child((
        el("th").attr("scope", "col").child(context.texts.get("outcome")),
        quarters.into_iter().collect::<Vec<El>>(),
    ));
    let table = part("table", "map").child((
        el("caption").attr("class", "visually-hidden").child(name.clone()),
        el("thead").child(head),
        el("tbody").child(rows.collect::<Vec<El>>()),
    ));
    let wide = el("div").attr("class", "wide").attr("tabindex", "0").attr("role", "region");
    el("section")
        .attr("class", "card")
        .child((heading, wide.attr("aria-label", &name).child(table)))
}
