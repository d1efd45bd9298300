//! Before and after the items: the introduction, the result, and all answers once more.

use adil::content::{Rich, parse, plain};
use adil::ui::{El, Icon, el, follow, icon, part};
use leptos::prelude::*;

use super::item::title_line;
use super::parts::{plain_push, take_focus, text_block, truth, words};
use super::session::Session;
use super::{feedback, fold};
use crate::model::{ChoiceLabel, Item, ItemKind, Outcome, Response, mark, outcome, stars};

/// The introduction with what awaits the learner.
pub fn intro(session: Session) -> El {
    let fixed = session.fixed();
    let items = session.run.with_untracked(|run| run.answers.len()) as f64;
    let mut facts = vec![fixed.texts.count("questions", items)];
    let minutes = fixed.rules.time_limit().or(fixed.document.envelope.minutes);
    facts.extend(minutes.map(|n| fixed.texts.count("minutes", n)));
    part("section", "intro").child((
        title_line(session, ()),
        fixed.document.body.intro.as_ref().map(|text| text_block(session, "stem", text)),
        el("p").attr("class", "count").child(facts.join(" · ")),
        el("footer").attr("class", "foot").child(plain_push(
            "go",
            words(session, "start"),
            move || session.start(),
        )),
    ))
}

/// The result of a run.
pub fn view(session: Session) -> El {
    let fixed = session.fixed();
    let result = session.run.with_untracked(|run| outcome(&fixed.document.body, &fixed.rules, run));
    let band = result.band.map(|n| text_block(session, "band", &fixed.document.body.bands[n].text));
    let passed = result.passed.map(|passed| {
        el("p").attr("class", "passed").child(session.text(if passed {
            "passed"
        } else {
            "not_passed"
        }))
    });
    let missed = (result.missed > 0)
        .then(|| plain_push("go", words(session, "retry_missed"), move || session.retry_missed()));
    let print = plain_push("quiet", words(session, "print"), || {
        if let Some(window) = leptos::web_sys::window() {
            // Where printing is forbidden, as in a sandboxed frame, nothing happens.
            _ = window.print();
        }
    });
    part("section", "result").child((
        title_line(session, ()),
        take_focus(
            el("h3")
                .attr("class", "result-title")
                .attr("tabindex", "-1")
                .child(session.text("your_score")),
            session,
        ),
        session.is_time_over().then(|| part("p", "notice").child(session.text("time_over"))),
        score(session, &result),
        passed,
        band,
        part("footer", "foot").child((
            el("div").attr("class", "ways").child((
                print,
                plain_push("quiet", words(session, "retry_all"), move || session.restart()),
                plain_push("quiet", words(session, "next_pupil"), move || {
                    session.restart();
                    session.said.say(session.text("forgotten"));
                }),
            )),
            missed,
        )),
        review(session),
    ))
}

/// Stars for primary school, points for all others; nothing for a quiz of opinions.
fn score(session: Session, result: &Outcome) -> Option<El> {
    let fixed = session.fixed();
    let scaled = result.scaled?;
    if fixed.rules.level.is_primary() {
        let reached = stars(scaled);
        let name = fixed.texts.fill(
            "stars_of",
            &[("n", &super::number(session, reached)), ("total", &super::number(session, 3))],
        );
        let star = |n: usize| {
            el("span")
                .attr("class", "star")
                .attr("data-state", if n < reached { "on" } else { "off" })
                .child(icon(Icon::Star))
        };
        let stars: Vec<_> = (0..3).map(star).collect();
        let row = part("span", "stars").attr("role", "img").attr("aria-label", &name);
        return Some(row.child(stars));
    }
    let (n, total) = (fixed.texts.number(result.raw), fixed.texts.number(result.max));
    let points = fixed.texts.fill("points_of", &[("n", &n), ("total", &total)]);
    let row = part("p", "score");
    Some(row.child((el("strong").child(points), " · ", fixed.texts.percent(scaled))))
}

/// All items with what was answered and why it is right; open on paper.
fn review(session: Session) -> El {
    let open = RwSignal::new(false);
    let printed = RwSignal::new(false);
    if let Some(window) = leptos::web_sys::window() {
        adil::ui::listen(&window, "beforeprint", Box::new(move |_| printed.set(true)));
        adil::ui::listen(&window, "afterprint", Box::new(move |_| printed.set(false)));
    }
    let body = move || {
        (open.get() || printed.get()).then(|| {
            let count = session.run.with_untracked(|run| run.answers.len());
            let rows: Vec<_> = (0..count).map(|n| reviewed(session, n, printed)).collect();
            part("ol", "review").child(rows)
        })
    };
    el("section").attr("class", "review-box").child((
        el("button")
            .attr("type", "button")
            .attr("class", "quiet")
            .attr("part", "quiet")
            .live("aria-expanded", move || truth(open.get()))
            .press(move || open.update(|open| *open = !*open))
            .child(session.text("review")),
        follow(body),
    ))
}

fn reviewed(session: Session, n: usize, printed: RwSignal<bool>) -> El {
    let fixed = session.fixed();
    let answer = session.run.with_untracked(|run| run.answers[n].clone());
    let item = &fixed.document.body.items[answer.item];
    let mark = mark(item, &answer.response, &fixed.rich.lang, fold);
    let given = answer_text(session, item, &answer.response);
    let given = (!given.is_empty()).then(|| {
        el("p").child((
            el("span").attr("class", "count").child(session.text("your_answer")),
            " ",
            el("span").attr("dir", "auto").child(given),
        ))
    });
    let right = right_text(session, item);
    let right = (item.kind.is_scored() && !right.is_empty()).then(|| {
        el("p").child((
            el("span").attr("class", "count").child(session.text("right_answer")),
            " ",
            el("span").attr("dir", "auto").child(right),
        ))
    });
    el("li").attr("class", "reviewed").attr("data-state", mark.verdict.word()).child((
        text_block(session, "stem", &item.basics.stem),
        given,
        right,
        el("details").live("open", move || printed.get()).child((
            el("summary").child(session.text("why")),
            feedback::for_mark(session, item, &answer.response, &mark, true),
        )),
    ))
}

fn line(session: Session, text: &Rich) -> String {
    match text {
        Rich::Marked(text) => plain(&parse(text.get(&session.fixed().rich.lang))),
        Rich::Html(text) => without_tags(text.get(&session.fixed().rich.lang)),
    }
}

/// The words of HTML, for a line that shows them as text.
fn without_tags(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        // What stands before the first sign is all words; later pieces begin within a tag.
        let text = if words.is_empty() && html.starts_with(piece) { Some(piece) } else { None };
        let text = text.or_else(|| piece.split_once('>').map(|(_, text)| text));
        words.push_str(text.unwrap_or_default());
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn label(session: Session, label: &ChoiceLabel) -> String {
    match label {
        ChoiceLabel::Text(text) => line(session, text),
        ChoiceLabel::Yes => session.text("yes"),
        ChoiceLabel::No => session.text("no"),
        ChoiceLabel::Unsure => session.text("not_sure"),
    }
}

/// An answer in one line.
fn answer_text(session: Session, item: &Item, response: &Response) -> String {
    let joined = |parts: Vec<String>| parts.join("; ");
    match (&item.kind, response) {
        (_, Response::Unsure) => session.text("not_sure"),
        (ItemKind::Choices(choices), Response::Chosen(chosen)) => {
            joined(chosen.iter().map(|n| label(session, &choices.options[*n].label)).collect())
        }
        (ItemKind::Order(order), Response::Chosen(given)) => {
            joined(given.iter().map(|n| line(session, &order.entries[*n])).collect())
        }
        (ItemKind::Scale(scale), Response::Chosen(chosen)) => joined(
            chosen
                .iter()
                .map(|n| session.fixed().texts.number(f64::from(scale.from) + *n as f64))
                .collect(),
        ),
        (ItemKind::Place(place), Response::Placed(places)) => {
            let pairs = place.cards.iter().zip(places);
            let pair = |(card, place_of): (&crate::model::Card, &Option<usize>)| {
                let target = (*place_of)?;
                Some([line(session, &card.text), line(session, &place.targets[target])].join(" – "))
            };
            joined(pairs.filter_map(pair).collect())
        }
        (ItemKind::Fill(_), Response::Typed(texts)) => joined(texts.clone()),
        _ => String::new(),
    }
}

/// The right answer in one line.
pub fn right_text(session: Session, item: &Item) -> String {
    let lang = &session.fixed().rich.lang;
    match &item.kind {
        ItemKind::Choices(choices) => {
            let best = choices.options.iter().map(|option| option.worth).fold(0.0, f64::max);
            let many = choices.pick == crate::model::Pick::Many;
            let right = choices.options.iter().filter(|option| {
                if many { option.worth > 0.0 } else { option.worth > 0.0 && option.worth >= best }
            });
            right.map(|option| label(session, &option.label)).collect::<Vec<_>>().join("; ")
        }
        ItemKind::Order(order) => {
            order.entries.iter().map(|text| line(session, text)).collect::<Vec<_>>().join("; ")
        }
        ItemKind::Place(place) => {
            let pair = |card: &crate::model::Card| {
                [line(session, &card.text), line(session, &place.targets[card.target])].join(" – ")
            };
            place.cards.iter().map(pair).collect::<Vec<_>>().join("; ")
        }
        ItemKind::Fill(fill) => {
            let answer = |blank: &crate::model::Blank| {
                let unit = blank.unit.as_ref().map(|unit| [" ", unit.get(lang)].concat());
                [super::fill::solution(session, blank), unit.unwrap_or_default()].concat()
            };
            let answers: Vec<_> = fill.blanks.iter().map(answer).collect();
            answers.join("; ")
        }
        ItemKind::Scale(_) => String::new(),
    }
}
