//! The form in which a study is set up.

use std::rc::Rc;

use adil::json::{number_text, write};
use adil::ui::{Child, El, accept_files, data_field, el, focus, part, plain_button};
use leptos::prelude::{Track, untrack};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::fields::{add, field, line, list, named, row, rows, tick};
use crate::components::parts::heading;
use crate::components::{framed, keeps};
use crate::model::study::{Rows, item_field};
use crate::session::{Setup, Shown};

/// The whole page.
pub fn view(setup: Setup, regions: impl Child) -> El {
    let shared = setup.shared;
    let take = Rc::new(move |file: web_sys::File| {
        wasm_bindgen_futures::spawn_local(async move {
            let name = file.name();
            match adil::host::read_file(&file).await {
                Ok(text) => setup.open(&name, &text),
                Err(why) => setup.open(&name, &why),
            }
        });
    });
    let refused = move || {
        let notice =
            || part("p", "notice").attr("role", "status").child(setup.text("setup_not_kept"));
        setup.refused.get().then(notice)
    };
    let act = move |key: &'static str, act: fn(Setup)| {
        plain_button("quiet", Box::new(move || setup.text(key)), move || act(setup))
    };
    let undo = move || {
        setup.can_undo.get().then(|| {
            part("div", "notice")
                .child((el("p").child(setup.text("setup_lost")), act("undo", Setup::undo)))
        })
    };
    let form = move || {
        setup.rows.track();
        untrack(|| form(setup))
    };
    let files = el("div").attr("class", "ways").child((
        data_field(&setup.text("setup_open"), false, take.clone()),
        act("setup_again", Setup::begin_again),
    ));
    let inside = part("div", "home").child((
        el("p").attr("class", "count").child(setup.text("setup_help")),
        files,
        undo,
        form,
        move || below(setup),
        keeps::of_setup(shared),
    ));
    accept_files(framed(shared, regions, (refused, inside)), take)
}

fn form(setup: Setup) -> El {
    let form = part("form", "form").attr("novalidate", "");
    let node = form.element();
    let trial = node.clone();
    let refusal = setup.refusal();
    let bad_file = (!refusal.is_empty()).then(|| {
        part("div", "mistake").attr("role", "alert").child((
            el("p").child(setup.text("setup_none")),
            el("code").attr("dir", "auto").child(refusal),
        ))
    });
    let count = move || {
        let n = setup.trouble_count();
        let said = || part("p", "mistake").child(setup.shared.count("mistakes", n));
        (n > 0).then(said)
    };
    form.on("submit", move |event| {
        event.prevent_default();
        if !setup.save() {
            to_first_trouble(setup, &node);
        }
    })
    .child((
        bad_file,
        group(setup, "setup_about", about(setup)),
        group(setup, "setup_groups", groups(setup)),
        group(setup, "setup_read", read(setup)),
        group(setup, "code", code(setup)),
        (
            group(setup, "items", items(setup)),
            group(setup, "opinions", opinions(setup)),
            group(setup, "for_teacher", teacher(setup)),
        ),
        part("footer", "foot").child((
            count,
            plain_button("quiet", Box::new(move || setup.text("setup_try")), move || {
                if !setup.try_it() {
                    to_first_trouble(setup, &trial);
                }
            }),
            part("button", "go").attr("type", "submit").child(setup.text("setup_save")),
        )),
    ))
}

/// The first field that cannot stay as it is gets the focus.
fn to_first_trouble(setup: Setup, form: &Element) {
    let Some(name) = setup.first_trouble() else { return };
    let fields = form.query_selector_all("[data-input]").ok();
    let all = fields.iter().flat_map(|list| (0..list.length()).filter_map(|n| list.get(n)));
    let mut all = all.filter_map(|node| node.dyn_into::<Element>().ok());
    if let Some(field) = all.find(|one| one.get_attribute("data-input").as_ref() == Some(&name)) {
        focus(&field);
    }
}

fn group(setup: Setup, key: &str, inside: impl Child) -> El {
    el("section").attr("class", "setup").child((heading(setup.shared, 1, setup.text(key)), inside))
}

fn about(setup: Setup) -> impl Child {
    (
        line(setup, "title", "setup_title", None),
        line(setup, "cell", "setup_cell", Some("setup_cell_help")),
    )
}

fn groups(setup: Setup) -> impl Child {
    (
        list(setup, "arms", "setup_arms", Some("setup_arms_help")),
        el("div").attr("class", "both").child((
            line(setup, "wave0", "setup_wave0", None),
            line(setup, "wave1", "setup_wave1", None),
        )),
    )
}

fn read(setup: Setup) -> impl Child {
    (
        list(setup, "intro", "setup_intro", None),
        list(setup, "consent", "setup_consent", Some("setup_consent_help")),
        list(setup, "thanks", "setup_thanks", None),
    )
}

fn code(setup: Setup) -> impl Child {
    let shared = setup.shared;
    let row = move |n: usize| {
        let number = shared.read(|widget| widget.texts.number(n as f64 + 1.0));
        let name = shared.fill("setup_question", &[("n", &number)]);
        row(
            setup,
            Rows::Code,
            n,
            &name,
            (
                line(setup, &Rows::Code.field(n, "text"), "setup_question_text", None),
                list(setup, &Rows::Code.field(n, "options"), "setup_options", Some("setup_digit")),
            ),
        )
    };
    let codes = move || {
        setup.changes.track();
        let n = setup.draft(crate::model::study::Draft::codes);
        shared.fill("setup_codes", &[("n", &shared.read(|w| w.texts.number(n.into())))])
    };
    (
        rows(setup, Rows::Code, row),
        el("p").attr("class", "count").child(codes),
        add(setup, Rows::Code, "setup_add_question"),
    )
}

fn items(setup: Setup) -> impl Child {
    let shared = setup.shared;
    let is_parallel = setup.draft(|draft| draft.is_on("parallel"));
    let forms = if is_parallel { 2 } else { 1 };
    let row = move |n: usize| {
        let number = shared.read(|widget| widget.texts.number(n as f64 + 1.0));
        let name = shared.fill("setup_item", &[("n", &number)]);
        let both: Vec<El> = (0..forms).map(|form| item(setup, n, form, is_parallel)).collect();
        row(setup, Rows::Item, n, &name, el("div").attr("class", "both").child(both))
    };
    let crossed = is_parallel.then(|| tick(setup, "crossed", "setup_crossed"));
    let parallel = tick(setup, "parallel", "setup_parallel");
    (
        el("p").attr("class", "count").child(setup.text("setup_items_help")),
        el("div").attr("class", "ticks").child((parallel, crossed)),
        rows(setup, Rows::Item, row),
        add(setup, Rows::Item, "setup_add_item"),
    )
}

/// An item in one form.
fn item(setup: Setup, n: usize, form: usize, is_parallel: bool) -> El {
    let title = is_parallel.then(|| {
        let letter = if form == 0 { "A" } else { "B" };
        el("legend").child(setup.shared.fill("setup_form", &[("form", letter)]))
    });
    el("fieldset").attr("class", "one").child((
        title,
        list(setup, &item_field(n, form, "stem"), "setup_stem", None),
        list(setup, &item_field(n, form, "options"), "setup_answers", Some("setup_answers_help")),
        right(setup, n, form),
    ))
}

/// Which of the answers is the right one: their lines, as they stand.
fn right(setup: Setup, n: usize, form: usize) -> El {
    let name = item_field(n, form, "right");
    let (asked, now) = (name.clone(), name.clone());
    let options = move || {
        setup.changes.track();
        let chosen = setup.draft(|draft| draft.get(&now).to_owned());
        let texts = setup.draft(|draft| {
            draft.options(n, form).into_iter().map(str::to_owned).collect::<Vec<_>>()
        });
        let first = el("option").attr("value", "").child(setup.text("choose"));
        let option = |(n, text): (usize, String)| {
            let value = number_text(n as f64 + 1.0);
            let option = el("option").attr("value", &value);
            if value == chosen { option.attr("selected", "") } else { option }.child(text)
        };
        (first, texts.into_iter().enumerate().map(option).collect::<Vec<_>>())
    };
    let select = part("select", "input").child(options);
    field(setup, &name, "setup_right", None, named(setup, &asked, select))
}

fn opinions(setup: Setup) -> impl Child {
    let shared = setup.shared;
    let row = move |n: usize| {
        let number = shared.read(|widget| widget.texts.number(n as f64 + 1.0));
        let name = shared.fill("setup_statement", &[("n", &number)]);
        row(
            setup,
            Rows::Attitude,
            n,
            &name,
            (
                line(setup, &Rows::Attitude.field(n, "text"), "statement", None),
                tick(setup, &Rows::Attitude.field(n, "reversed"), "setup_reversed"),
            ),
        )
    };
    (
        rows(setup, Rows::Attitude, row),
        add(setup, Rows::Attitude, "setup_add_statement"),
        list(setup, "scale", "setup_scale", Some("setup_scale_help")),
        list(setup, "open", "setup_words", Some("words_stay")),
    )
}

fn teacher(setup: Setup) -> impl Child {
    (
        list(setup, "fidelity", "setup_fidelity", Some("setup_each_line")),
        list(setup, "ratings", "setup_ratings", Some("setup_each_line")),
        list(setup, "words", "setup_feedback", Some("setup_each_line")),
    )
}

/// What stands below the form: a trial, or how the file is used.
fn below(setup: Setup) -> Option<El> {
    let shown = setup.shown.get();
    let shared = setup.shared;
    untrack(|| match shown {
        Shown::Nothing => None,
        Shown::Trial => {
            let inner = shared.read(|widget| {
                El::of(widget.host.child("adil-record"))
                    .attr("mode", "study")
                    .attr("storage", "none")
                    .attr("loading", "eager")
                    .attr("lang", &widget.rich.lang)
                    .attr("heading-level", widget.host.heading_level(2))
                    // For the page these would be the form's own.
                    .on("adil-ready", |event| event.stop_propagation())
                    .on("adil-progress", |event| event.stop_propagation())
            });
            let content = write(&setup.file());
            let inner = inner.prop("content", move || content.clone());
            let title = heading(shared, 1, setup.text("setup_trial")).attr("tabindex", "-1");
            Some(part("section", "trial").child((title.focus_soon(), inner)))
        }
        Shown::Saved => {
            let file = setup.file_name();
            let tag = |mode: &str| {
                let parts = ["<adil-record src=\"", &file, "\" mode=\"", mode, "\"></adil-record>"];
                el("li").child(el("code").attr("dir", "ltr").child(parts.concat()))
            };
            let title = heading(shared, 1, setup.text("setup_saved")).attr("tabindex", "-1");
            Some(part("section", "saved").child((
                title.focus_soon(),
                el("p").child(shared.fill("setup_use", &[("file", &file)])),
                el("ul").child((tag("study"), tag("collect"))),
            )))
        }
    })
}
