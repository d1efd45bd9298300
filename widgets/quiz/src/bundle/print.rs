//! The quiz on paper: one or several versions with their own order, then the answer key on a page
//! of its own.

use adil::host::{self, Host, Mounted};
use adil::ui::{El, announcer, el, part, print_button};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::open::open;
use crate::components::parts::{picture, plain_line, text_block, words};
use crate::components::result::right_line;
use crate::components::{InteractionView, frame};
use crate::interactions::with_kind;
use crate::model::{Answer, Item, Run};
use crate::session::Session;

/// The most versions of one paper; more than the alphabet's first four nobody can keep apart.
const MOST_VERSIONS: f64 = 4.0;

/// Mounts a quiz on paper.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let mut context = open(host)?;
    // Of paper nothing is kept; what other runs of this site left for too long is deleted.
    _ = context.kept_run(&context.slot);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let versions = context.host.number("versions").unwrap_or(1.0).clamp(1.0, MOST_VERSIONS) as u32;
    // Twins differ in order only if orders are free.
    context.rules.settings.shuffle |= versions > 1;
    context.rules.settings.shuffle_options |= versions > 1;
    adil::ui::adopt_styles(root, concat!(include_str!("sheet.css"), include_str!("print.css")));
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        let session = Session::new(context, announcer);
        session.emit_items("adil-ready");
        let papers: Vec<El> = (0..versions).map(|n| paper(session, n, versions)).collect();
        let keys: Vec<El> = (0..versions).map(|n| key(session, n, versions)).collect();
        frame::frame(session).child((
            regions,
            el("div").attr("class", "foot screen-only").child((
                el("p").attr("class", "count").child(session.text("print_hint")),
                print_button("go", words(session, "print"), words(session, "print_waits")),
            )),
            papers,
            keys,
        ))
    }))
}

/// The order of a version: the page's seed, and one more for each further version.
fn run_of(session: Session, version: u32) -> Run {
    let context = session.context();
    let seed = session.run.with_untracked(|run| run.seed);
    Run::version(&context.document.body, &context.rules, 0, seed, version)
}

fn heading(session: Session, version: u32, versions: u32, title: El) -> El {
    let context = session.context();
    let name = char::from_u32('A' as u32 + version).unwrap_or('A').to_string();
    let version_line =
        (versions > 1).then(|| el("span").child(context.texts.fill("paper", &[("name", &name)])));
    let seed = run_of(session, version).seed;
    let seed = context.texts.fill("seed", &[("n", &seed.to_string())]);
    el("div").attr("class", "paper-head").child((
        title.attr("class", "title"),
        el("p").attr("class", "count").child((version_line, " ", seed)),
    ))
}

fn paper(session: Session, version: u32, versions: u32) -> El {
    let context = session.context();
    let run = run_of(session, version);
    let title = plain_line(session, el(context.host.heading(0)), &context.document.envelope.title);
    let line = |key: &str| {
        el("p").attr("class", "write").child((el("span").child(session.text(key)), el("i")))
    };
    let questions = run.questions(&context.document.body);
    let row = |(at, answer): (usize, &Answer)| {
        let n = questions.iter().position(|place| *place == at);
        question(session, &run, &context.document.body.items[answer.item], n)
    };
    let items: Vec<El> = run.answers.iter().enumerate().map(row).collect();
    part("section", "paper").child((
        heading(session, version, versions, title),
        el("div").attr("class", "lines").child((
            line("name_line"),
            line("class_line"),
            line("date_line"),
        )),
        el("ol").attr("class", "sheet").child(items),
    ))
}

/// An item with its number, counted from 0; what asks nothing has none.
fn question(session: Session, run: &Run, item: &Item, n: Option<usize>) -> El {
    let Some(n) = n else {
        return el("li")
            .attr("class", "on-paper between")
            .child((text_block(session, "stem", &item.basics.stem), images(session, item)));
    };
    let task = item.kind.paper_task();
    el("li").attr("value", &(n + 1).to_string()).attr("class", "on-paper").child((
        el(session.context().host.heading(1))
            .attr("class", "plain")
            .attr("lang", &session.context().rich.lang_of(&item.basics.stem))
            .child(text_block(session, "stem", &item.basics.stem)),
        task.map(|key| el("p").attr("class", "task").child(session.text(key))),
        images(session, item),
        with_kind!(&item.kind, kind => kind.paper(session, run, item)),
    ))
}

fn images(session: Session, item: &Item) -> Option<El> {
    item.basics.picture.as_ref().map(|image| picture(session, image))
}

fn key(session: Session, version: u32, versions: u32) -> El {
    let context = session.context();
    let run = run_of(session, version);
    let title = el(context.host.heading(0)).child(session.text("answer_key"));
    let row = |at: usize| {
        let item = &context.document.body.items[run.answers[at].item];
        let right = right_line(session, item);
        el("li").child(right.unwrap_or_else(|| el("span").child("–")))
    };
    let rows: Vec<_> = run.questions(&context.document.body).into_iter().map(row).collect();
    part("section", "answer-key")
        .child((heading(session, version, versions, title), el("ol").child(rows)))
}
