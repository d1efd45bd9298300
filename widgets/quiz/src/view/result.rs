//! Before and after the items: the introduction, the result, and all answers once more.

use adil::ui::{El, Flag, Icon, el, follow, icon, part};

use super::item::{title_line, which_of};
use super::parts::{
    heading_of, hidden_words, joined, marked_line, plain_push, take_focus, text_block, text_line,
    truth, words,
};
use super::session::Session;
use super::{choices, feedback, fold};
use crate::model::{
    Blank, BlankKind, Item, ItemKind, Outcome, PlaceItem, Response, mark, outcome, stars,
};

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
        part("p", "count").child(facts.join(fixed.texts.comma())),
        part("footer", "foot")
            .child(plain_push("go", words(session, "start"), move || session.start())),
    ))
}

/// The result of a run.
pub fn view(session: Session) -> El {
    let fixed = session.fixed();
    let result = session.run.with_untracked(|run| outcome(&fixed.document.body, &fixed.rules, run));
    let band = result.band.map(|n| text_block(session, "band", &fixed.document.body.bands[n].text));
    let passed = result.passed.map(|passed| {
        let key = if passed { "passed" } else { "not_passed" };
        let part = if passed { "passed" } else { "not-passed" };
        el("p")
            .attr("class", "passed")
            .attr("part", part)
            .attr("id", "passed")
            .child(session.text(key))
    });
    let missed = (result.missed > 0)
        .then(|| plain_push("go", words(session, "retry_missed"), move || session.retry_missed()));
    let print =
        adil::ui::print_push("quiet", words(session, "print"), words(session, "print_waits"));
    // The last of all, as it deletes what stands above.
    let forget = plain_push("quiet", words(session, "next_pupil"), move || {
        session.restart();
        session.said.say(&session.text("forgotten"));
    });
    let forget = forget.attr("class", "quiet last");
    part("section", "result").child((
        title_line(session, ()),
        take_focus(
            heading_of(session, session.text("your_score"))
                .attr("id", "your-result")
                // Who comes here by a press hears at once how it went.
                .attr("aria-labelledby", "your-result score passed"),
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
            )),
            missed,
        )),
        (review(session), forget),
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
                .state("star", if n < reached { "on" } else { "off" })
                .child(icon(Icon::Star))
        };
        let stars: Vec<_> = (0..3).map(star).collect();
        let row =
            part("span", "stars").attr("id", "score").attr("role", "img").attr("aria-label", &name);
        return Some(row.child(stars));
    }
    let (n, total) = (fixed.texts.number(result.raw), fixed.texts.number(result.max));
    let points = fixed.texts.fill("points_of", &[("n", &n), ("total", &total)]);
    let row = part("p", "score").attr("id", "score");
    let dot = el("span").attr("aria-hidden", "true").child("· ");
    Some(row.child((el("strong").child(points), " ", dot, fixed.texts.percent(scaled))))
}

/// All items with what was answered and why it is right; open on paper.
fn review(session: Session) -> El {
    let open = Flag::new(false);
    let rows = move || {
        let count = session.run.with_untracked(|run| run.answers.len());
        let rows: Vec<_> = (0..count).map(|n| reviewed(session, n)).collect();
        part("ol", "review").child(rows)
    };
    let button = plain_push("quiet", words(session, "review"), move || open.toggle())
        .live("aria-expanded", move || truth(open.get()));
    let heading = el(session.fixed().host.heading(1)).attr("class", "plain").child(button);
    let section = el("section").attr("class", "review-box").child((
        heading,
        follow(move || open.get().then(rows)),
        adil::ui::only_on_paper(move || (!open.now()).then(rows)),
    ));
    // After the rows, so that it finds them.
    section.with(adil::ui::unfold_on_paper)
}

fn reviewed(session: Session, n: usize) -> El {
    let fixed = session.fixed();
    let answer = session.run.with_untracked(|run| run.answers[n].clone());
    let item = &fixed.document.body.items[answer.item];
    let mark = mark(item, &answer.response, &fixed.rich.lang, fold);
    let row = |key: &str, answer: El| {
        el("p").child((el("span").attr("class", "count").child(session.text(key)), " ", answer))
    };
    let given = answer_line(session, item, &answer.response).map(|line| row("your_answer", line));
    let right = item.kind.is_scored().then(|| right_line(session, item)).flatten();
    let right = right.map(|line| row("right_answer", line));
    let which = which_of(session, n);
    let verdict = item.kind.is_scored().then(|| feedback::verdict(session, &mark));
    el("li").attr("class", "reviewed").state("reviewed", mark.verdict.word()).child((
        el(fixed.host.heading(2)).attr("class", "plain").child((
            hidden_words(&[&which, ". "].concat()),
            text_block(session, "stem", &item.basics.stem),
        )),
        verdict,
        given,
        right,
        el("details").child((
            part("summary", "summary").child((
                session.text("why"),
                // Twelve of them differ for those who hear a list of what can be pressed.
                hidden_words(&[" ", &which].concat()),
            )),
            feedback::for_mark(session, item, &answer.response, &mark, true),
        )),
    ))
}

fn pair(session: Session, place: &PlaceItem, card: usize, target: usize) -> El {
    let (left, right) = (&place.cards[card].text, &place.targets[target]);
    let sides = [left, right].map(|text| text_line(session, "text", text));
    joined(sides.into_iter(), " – ")
}

/// An answer in one line; nothing where none was given.
fn answer_line(session: Session, item: &Item, response: &Response) -> Option<El> {
    let words = |words: &str| el("span").child(words);
    let parts: Vec<El> = match (&item.kind, response) {
        (_, Response::Unsure) => vec![words(&session.text("not_sure"))],
        (ItemKind::Choices(choices), Response::Chosen(chosen)) => {
            chosen.iter().map(|n| choices::label(session, &choices.options[*n].label)).collect()
        }
        (ItemKind::Order(order), Response::Chosen(given)) => {
            given.iter().map(|n| text_line(session, "text", &order.entries[*n])).collect()
        }
        (ItemKind::Scale(scale), Response::Chosen(chosen)) => {
            let step = |n: &usize| f64::from(scale.from) + *n as f64;
            chosen.iter().map(|n| words(&session.fixed().texts.exact(step(n)))).collect()
        }
        (ItemKind::Place(place), Response::Placed(places)) => {
            let given = places.iter().enumerate();
            given.filter_map(|(card, at)| Some(pair(session, place, card, (*at)?))).collect()
        }
        (ItemKind::Fill(fill), Response::Typed(texts)) => {
            let typed = fill.blanks.iter().zip(texts).filter(|(_, text)| !text.is_empty());
            typed.map(|(blank, text)| typed_words(session, blank, text)).collect()
        }
        _ => Vec::new(),
    };
    in_line(parts)
}

/// What was typed, or the option that was chosen.
fn typed_words(session: Session, blank: &Blank, text: &str) -> El {
    match (&blank.kind, blank.chosen(text)) {
        (BlankKind::Chosen { options }, Some(n)) => marked_line(session, &options[n]),
        _ => el("span").attr("dir", "auto").child(text),
    }
}

fn in_line(parts: Vec<El>) -> Option<El> {
    (!parts.is_empty()).then(|| joined(parts.into_iter(), "; "))
}

/// The right answer in one line; nothing where none is right.
pub fn right_line(session: Session, item: &Item) -> Option<El> {
    in_line(match &item.kind {
        ItemKind::Choices(choices) => {
            let best = choices.options.iter().map(|option| option.worth).fold(0.0, f64::max);
            let many = choices.pick == crate::model::Pick::Many;
            let right = choices.options.iter().filter(|option| {
                if many { option.worth > 0.0 } else { option.worth > 0.0 && option.worth >= best }
            });
            right.map(|option| choices::label(session, &option.label)).collect()
        }
        ItemKind::Order(order) => {
            order.entries.iter().map(|text| text_line(session, "text", text)).collect()
        }
        ItemKind::Place(place) => {
            let cards = place.cards.iter().enumerate();
            cards.map(|(n, card)| pair(session, place, n, card.target)).collect()
        }
        ItemKind::Fill(fill) => {
            let answer = |blank: &Blank| {
                let unit = blank.unit.as_ref();
                let unit = unit.map(|unit| (" ", marked_line(session, unit)));
                el("span").child((super::fill::solution(session, blank), unit))
            };
            fill.blanks.iter().map(answer).collect()
        }
        ItemKind::Scale(_) => Vec::new(),
    })
}
