//! Where we are: the time that is left, how far the run is, and the items to go to.

use adil::json::number_text;
use adil::ui::{El, Icon, el, part, replaceable_icon};
use leptos::prelude::*;

use super::parts::{plain_button, words};
use crate::model::Mode;
use crate::session::Session;

/// The time that is left, with a button to pause where that may be.
pub fn timer(session: Session, pauses: bool) -> Option<El> {
    let limit = session.context().rules.limit_seconds()?;
    let left = move || {
        session.seconds.track();
        let left = limit.saturating_sub(session.run.with(|run| run.time.seconds));
        let two = |n: usize| [if n < 10 { "0" } else { "" }, &number_text(n as f64)].concat();
        [number_text((left / 60) as f64), ":".into(), two(left % 60)].concat()
    };
    let pause = (pauses && session.context().rules.may_pause())
        .then(|| plain_button("quiet", words(session, "pause"), move || session.pause()));
    Some(
        part("span", "timer").child((
            replaceable_icon(Icon::Clock),
            el("span")
                .attr("role", "timer")
                .attr("aria-label", &session.text("time_left"))
                .attr("dir", "ltr")
                .child(left),
            pause,
        )),
    )
}

/// How far the run is: a bar in parts, and in words. In a test the parts are buttons.
pub fn progress(session: Session) -> El {
    let context = session.context();
    let total = session.run.with_untracked(|run| run.answers.len());
    let at = session.run.with_untracked(|run| run.at);
    let count = which_of(session, at);
    let step = |n: usize| {
        // The place is that of this view, so there is nothing to follow.
        let state = match n.cmp(&at) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        };
        el("span").attr("class", "step").state("step", state)
    };
    // Beyond thirty, single parts are too narrow to see: one bar then.
    let parts: Vec<_> = (0..if total <= 30 { total } else { 0 }).map(step).collect();
    let whole = (total > 30).then(|| {
        el("progress")
            .attr("max", &number_text(total as f64))
            .attr("value", &number_text((at + 1) as f64))
            .attr("aria-hidden", "true")
    });
    let overview = (context.rules.mode == Mode::Test && total > 1)
        .then(|| overview(session, session.questions(), "overview"));
    part("div", "progress").child((
        el("div").attr("class", "steps").attr("aria-hidden", "true").child((parts, whole)),
        part("p", "count").attr("id", "count").child(count),
        overview,
    ))
}

/// "Question 3 of 8"; empty for what asks nothing.
pub fn which_of(session: Session, at: usize) -> String {
    let Some((n, total)) = session.question_number(at) else { return String::new() };
    let words = [("n", session.number(n)), ("total", session.number(total))];
    session
        .context()
        .texts
        .fill("question_n_of", &words.each_ref().map(|(key, n)| (*key, n.as_str())))
}

/// Items to go to; with what is answered and what is marked to come back to.
pub fn overview(session: Session, places: Vec<usize>, name: &str) -> El {
    let entry = move |n: usize| {
        let state = move || {
            let context = session.context();
            let (quiz, mode) = (&context.document.body, context.rules.mode);
            session.run.with(|run| {
                // Another tab may have begun a shorter run.
                let answer = run.answers.get(n);
                let done = answer.is_some_and(|answer| answer.is_done(quiz, mode));
                (done, answer.is_some_and(|answer| answer.flagged), run.at == n)
            })
        };
        let name = move || {
            let (done, flagged, _) = state();
            let mut words = vec![which_of(session, n)];
            words.push(session.text(if done { "answered" } else { "not_answered" }));
            if flagged {
                words.push(session.text("flagged"));
            }
            words.join(session.context().texts.comma())
        };
        el("li").child(
            el("button")
                .attr("type", "button")
                .attr("class", "jump")
                .attr("aria-label", name)
                .attr("aria-current", move || state().2.then_some("step"))
                .attr("data-state", move || if state().0 { "answered" } else { "" })
                .attr("data-flagged", move || state().1.then_some("true"))
                .attr("part", move || {
                    let (answered, flagged, now) = state();
                    let states = [(answered, " answered"), (flagged, " flagged"), (now, " now")];
                    let states = states.into_iter().filter(|(on, _)| *on).map(|(_, word)| word);
                    std::iter::once("jump").chain(states).collect::<String>()
                })
                .on("click", move |_| session.go(n))
                .child(session.question_number(n).map(|(n, _)| session.number(n))),
        )
    };
    let entries: Vec<_> = places.into_iter().map(entry).collect();
    part("nav", "overview").attr("aria-label", &session.text(name)).child(el("ol").child(entries))
}
