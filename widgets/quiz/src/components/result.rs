//! After the items: the result, and all answers once more.

use adil::ui::{El, Flag, Icon, el, icon, part};

use super::interaction::InteractionView;
use super::parts::{
    aria_bool, heading_of, hidden_words, joined, plain_button, take_focus, text_block, title_line,
    words,
};
use super::progress::which_of;
use super::{feedback, glance};
use crate::interactions::with_kind;
use crate::model::{Item, Outcome, Response, mark, outcome, stars};
use crate::session::{Session, fold};

/// The result of a run.
pub fn view(session: Session) -> El {
    let context = session.context();
    let result =
        session.run.with_untracked(|run| outcome(&context.document.body, &context.rules, run));
    let band =
        result.band.map(|n| text_block(session, "band", &context.document.body.bands[n].text));
    let passed = result.passed.map(|passed| {
        let key = if passed { "passed" } else { "not_passed" };
        let part = if passed { "passed" } else { "not-passed" };
        el("p")
            .attr("class", "passed")
            .attr("part", part)
            .attr("id", "passed")
            .child(session.text(key))
    });
    let missed = (result.missed > 0).then(|| {
        plain_button("go", words(session, "retry_missed"), move || session.retry_missed())
    });
    let print =
        adil::ui::print_button("quiet", words(session, "print"), words(session, "print_waits"));
    // The last of all, as it deletes what stands above.
    let forget = plain_button("quiet", words(session, "next_pupil"), move || {
        session.restart();
        session.announcer.announce(&session.text("forgotten"));
    });
    let forget = forget.attr("class", "quiet last");
    let screen = part("section", "result").with(|screen| glance::dress(session, screen));
    screen.child((
        title_line(session, ()),
        take_focus(
            heading_of(session, session.text("your_score"))
                .attr("id", "your-result")
                // Who comes here by a press hears at once how it went.
                .attr("aria-labelledby", "your-result score passed"),
            session,
        ),
        session.is_time_over().then(|| part("p", "notice").child(session.text("time_over"))),
        (score(session, &result), passed, band),
        (glance::strip(session), glance::outcomes(session)),
        part("footer", "foot").child((
            el("div").attr("class", "ways").child((
                print,
                plain_button("quiet", words(session, "retry_all"), move || session.restart()),
            )),
            missed,
        )),
        (review(session), forget),
    ))
}

/// Stars for primary school, points for all others; nothing for a quiz of opinions.
fn score(session: Session, result: &Outcome) -> Option<El> {
    let context = session.context();
    let scaled = result.scaled?;
    if context.rules.level.is_primary() {
        let reached = stars(scaled);
        let name = context
            .texts
            .fill("stars_of", &[("n", &session.number(reached)), ("total", &session.number(3))]);
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
    let (n, total) = (context.texts.number(result.raw), context.texts.number(result.max));
    let points = context.texts.fill("points_of", &[("n", &n), ("total", &total)]);
    let row = part("p", "score").attr("id", "score");
    let dot = el("span").attr("aria-hidden", "true").child("· ");
    Some(row.child((el("strong").child(points), " ", dot, context.texts.percent(scaled))))
}

/// All items with what was answered and why it is right; open on paper.
fn review(session: Session) -> El {
    let open = Flag::new(false);
    let rows = move || {
        let rows: Vec<_> = session.questions().into_iter().map(|n| reviewed(session, n)).collect();
        part("ol", "review").child(rows)
    };
    let button = plain_button("quiet", words(session, "review"), move || open.toggle())
        .attr("aria-expanded", move || aria_bool(open.get()));
    let heading = el(session.context().host.heading(1)).attr("class", "plain").child(button);
    let section = el("section").attr("class", "review-box").child((
        heading,
        move || open.get().then(rows),
        adil::ui::only_on_paper(move || (!open.now()).then(rows)),
    ));
    // After the rows, so that it finds them.
    section.with(adil::ui::unfold_on_paper)
}

fn reviewed(session: Session, n: usize) -> El {
    let context = session.context();
    let answer = session.run.with_untracked(|run| run.answers[n].clone());
    let item = &context.document.body.items[answer.item];
    let mark = mark(item, &answer.response, &context.rich.lang, fold);
    let row = |key: &str, answer: El| {
        el("p").child((el("span").attr("class", "count").child(session.text(key)), " ", answer))
    };
    let given = answer_line(session, item, &answer.response).map(|line| row("your_answer", line));
    let right = item.kind.is_scored().then(|| right_line(session, item)).flatten();
    let right = right.map(|line| row("right_answer", line));
    let which = which_of(session, n);
    let verdict = item.kind.is_scored().then(|| feedback::verdict(session, &mark));
    el("li").attr("class", "reviewed").state("reviewed", mark.verdict.word()).child((
        el(context.host.heading(2)).attr("class", "plain").child((
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

/// An answer in one line; nothing where none was given.
fn answer_line(session: Session, item: &Item, response: &Response) -> Option<El> {
    in_line(match response {
        Response::Unsure => vec![el("span").child(session.text("not_sure"))],
        _ => with_kind!(&item.kind, kind => kind.given(session, response)),
    })
}

/// The right answer in one line; nothing where none is right.
pub fn right_line(session: Session, item: &Item) -> Option<El> {
    in_line(with_kind!(&item.kind, kind => kind.right(session)))
}

fn in_line(parts: Vec<El>) -> Option<El> {
    (!parts.is_empty()).then(|| joined(parts.into_iter(), "; "))
}
