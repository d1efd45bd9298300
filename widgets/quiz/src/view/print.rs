//! The quiz on paper: one or several versions with their own order, then the answer key on a page
//! of its own.

use adil::host::{self, Host, Mounted};
use adil::ui::{El, announcer, el, part};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::item::hint_key_of;
use super::open;
use super::parts::{picture, plain_push, text_block, text_line, words};
use super::result::right_text;
use super::session::Session;
use crate::model::{BlankKind, ChoiceLabel, Choices, Item, ItemKind, Pick, Run};

/// The most versions of one paper; more than the alphabet's first four nobody can keep apart.
const MOST_VERSIONS: f64 = 4.0;

/// Mounts a quiz on paper.
///
/// # Errors
/// As [`open`].
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let mut fixed = open(host)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let versions = fixed.host.number("versions").unwrap_or(1.0).clamp(1.0, MOST_VERSIONS) as u32;
    // Twins differ in order only if orders are free.
    fixed.rules.settings.shuffle |= versions > 1;
    fixed.rules.settings.shuffle_options |= versions > 1;
    adil::ui::adopt_styles(root, include_str!("print.css"));
    Ok(host::mount(root, move || {
        let (said, regions) = announcer();
        let session = Session::new(fixed, said);
        let papers: Vec<El> = (0..versions).map(|n| paper(session, n, versions)).collect();
        let keys: Vec<El> = (0..versions).map(|n| key(session, n, versions)).collect();
        super::frame(session).child((
            regions,
            el("div").attr("class", "foot screen-only").child((
                el("p").attr("class", "count").child(session.text("print_hint")),
                plain_push("go", words(session, "print"), || {
                    if let Some(window) = leptos::web_sys::window() {
                        // Where printing is forbidden, as in a sandboxed frame, nothing happens.
                        _ = window.print();
                    }
                }),
            )),
            papers,
            keys,
        ))
    }))
}

/// The order of a version: the page's seed, and one more for each further version.
fn run_of(session: Session, version: u32) -> Run {
    let fixed = session.fixed();
    let seed = session.run.with_untracked(|run| run.seed).wrapping_add(version);
    Run::new(&fixed.document.body, &fixed.rules, 0, seed)
}

fn heading(session: Session, version: u32, versions: u32, tag: &str, title: &str) -> El {
    let fixed = session.fixed();
    let name = char::from_u32('A' as u32 + version).unwrap_or('A').to_string();
    let version_line =
        (versions > 1).then(|| el("span").child(fixed.texts.fill("paper", &[("name", &name)])));
    let seed = run_of(session, version).seed;
    let seed = fixed.texts.fill("seed", &[("n", &seed.to_string())]);
    el("div").attr("class", "paper-head").child((
        el(tag).attr("class", "title").attr("dir", "auto").child(title),
        el("p").attr("class", "count").child((version_line, " ", seed)),
    ))
}

fn paper(session: Session, version: u32, versions: u32) -> El {
    let fixed = session.fixed();
    let run = run_of(session, version);
    let title = fixed.document.envelope.title.get(&fixed.rich.lang).to_owned();
    let line = |key: &str| {
        el("p").attr("class", "write").child((el("span").child(session.text(key)), el("i")))
    };
    let items: Vec<El> = run
        .answers
        .iter()
        .map(|answer| question(session, &run, &fixed.document.body.items[answer.item]))
        .collect();
    part("section", "paper").child((
        heading(session, version, versions, "h2", &title),
        el("div").attr("class", "lines").child((
            line("name_line"),
            line("class_line"),
            line("date_line"),
        )),
        el("ol").attr("class", "sheet").child(items),
    ))
}

fn question(session: Session, run: &Run, item: &Item) -> El {
    let fixed = session.fixed();
    let lang = &fixed.rich.lang;
    let body = match &item.kind {
        ItemKind::Choices(choices) => options(session, run, item, choices),
        ItemKind::Order(order) => {
            let rows = run.part_order(item, "entries", order.entries.len()).into_iter().map(|n| {
                el("li").child((
                    el("b").attr("class", "box"),
                    text_line(session, "text", &order.entries[n]),
                ))
            });
            el("ul").attr("class", "boxes").child(rows.collect::<Vec<_>>())
        }
        ItemKind::Place(place) => {
            let cards = run.part_order(item, "cards", place.cards.len()).into_iter().map(|n| {
                el("li").child((text_line(session, "text", &place.cards[n].text), el("i")))
            });
            let targets = run.part_order(item, "targets", place.targets.len()).into_iter();
            let targets =
                targets.map(|n| el("li").child(text_line(session, "text", &place.targets[n])));
            el("div").child((
                el("ul").attr("class", "targets").child(targets.collect::<Vec<_>>()),
                el("ul").attr("class", "write-list").child(cards.collect::<Vec<_>>()),
            ))
        }
        ItemKind::Fill(fill) => match &fill.text {
            None => el("p").attr("class", "write").child(el("i")),
            Some(text) => {
                let mut rest = text.get(lang);
                let line = el("p").attr("class", "fill").attr("dir", "auto");
                let mut pieces = Vec::new();
                while let Some((at, n, len)) = super::fill::next_blank(rest, fill.blanks.len()) {
                    pieces.push(el("span").child(&rest[..at]));
                    let choice = match &fill.blanks[n].kind {
                        BlankKind::Chosen { options } => {
                            let order = run.part_order(
                                item,
                                &["blank", &n.to_string()].concat(),
                                options.len(),
                            );
                            order
                                .into_iter()
                                .map(|n| options[n].get(lang))
                                .collect::<Vec<_>>()
                                .join(" / ")
                        }
                        _ => String::new(),
                    };
                    pieces.push(el("i").child(choice));
                    rest = &rest[at + len..];
                }
                pieces.push(el("span").child(rest));
                line.child(pieces)
            }
        },
        ItemKind::Scale(scale) => {
            let step = |n: i32| {
                el("li")
                    .child((el("b").attr("class", "box round"), fixed.texts.number(f64::from(n))))
            };
            el("ul")
                .attr("class", "boxes row")
                .child((scale.from..=scale.to).map(step).collect::<Vec<_>>())
        }
    };
    let task =
        hint_key_of(item).filter(|_| !matches!(item.kind, ItemKind::Place(_) | ItemKind::Order(_)));
    el("li").attr("class", "on-paper").child((
        text_block(session, "stem", &item.basics.stem),
        task.map(|key| el("p").attr("class", "task").child(session.text(key))),
        item.basics.picture.as_ref().map(|image| picture(session, image)),
        body,
    ))
}

fn options(session: Session, run: &Run, item: &Item, choices: &Choices) -> El {
    let count = choices.options.len();
    let order = if choices.may_shuffle && session.fixed().rules.settings.shuffle_options {
        run.part_order(item, "options", count)
    } else {
        (0..count).collect()
    };
    let shape = if choices.pick == Pick::Many { "box" } else { "box round" };
    let row = |n: usize| {
        let text = match &choices.options[n].label {
            ChoiceLabel::Text(text) => text_line(session, "text", text),
            ChoiceLabel::Yes => el("span").child(session.text("yes")),
            ChoiceLabel::No => el("span").child(session.text("no")),
            ChoiceLabel::Unsure => el("span").child(session.text("not_sure")),
        };
        el("li").child((el("b").attr("class", shape), text))
    };
    el("ul").attr("class", "boxes").child(order.into_iter().map(row).collect::<Vec<_>>())
}

fn key(session: Session, version: u32, versions: u32) -> El {
    let fixed = session.fixed();
    let run = run_of(session, version);
    let title = session.text("answer_key");
    let row = |answer: &crate::model::Answer| {
        let item = &fixed.document.body.items[answer.item];
        let right = right_text(session, item);
        let right = if right.is_empty() { "–".to_owned() } else { right };
        el("li").child(el("span").attr("dir", "auto").child(right))
    };
    part("section", "answer-key").child((
        heading(session, version, versions, "h3", &title),
        el("ol").child(run.answers.iter().map(row).collect::<Vec<_>>()),
    ))
}
