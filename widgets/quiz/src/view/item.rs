//! One item on the screen: where we are, the stem, the answer, the feedback, the way on.

use adil::json::number_text;
use adil::ui::{Child, El, Icon, effect, el, focus, follow, icon, part};
use leptos::prelude::*;

use super::choices;
use super::later::{Part, place};
use super::parts::{
    Words, picture, plain_line, plain_push, push, sign, take_focus, text_block, truth, words,
};
use super::session::Session;
use crate::model::{Item, ItemKind, Mode, Pick, Response};

/// The shown item.
pub fn view(session: Session) -> El {
    // No form: a sandboxed frame without `allow-forms` would not let it be submitted.
    part("div", "item").child((
        head(session),
        progress(session),
        question(session),
        place(session, Part::Feedback),
        foot(session),
        place(session, Part::NoVoice),
    ))
}

/// The main button and Enter: check, then go on.
pub fn go_on(session: Session) {
    let learn = session.fixed().rules.mode == Mode::Learn;
    let open = untrack(|| !session.is_locked());
    if !learn || !open {
        return session.next();
    }
    if untrack(|| is_ready(session)) {
        session.check();
    } else {
        session
            .said
            .say(&session.item(hint_key_of).map(|key| session.text(key)).unwrap_or_default());
    }
}

fn is_ready(session: Session) -> bool {
    let fixed = session.fixed();
    let items = &fixed.document.body.items;
    session.answer(|a| a.response.is_complete(&items[a.item].kind)).unwrap_or(false)
}

/// The title of the quiz with the tools beside it.
pub fn title_line(session: Session, tools: impl Child) -> El {
    let fixed = session.fixed();
    part("header", "head").child((
        el("slot").attr("name", "logo"),
        plain_line(session, part("h2", "title"), &fixed.document.envelope.title),
        tools,
    ))
}

fn head(session: Session) -> El {
    let test = session.fixed().rules.mode == Mode::Test;
    let hints = session.item(|item| item.basics.hints.len());
    let flag = test.then(|| {
        let flagged = move || session.answer(|answer| answer.flagged).unwrap_or(false);
        sign(
            Icon::Flag,
            words(session, "flag"),
            Some(Box::new(flagged)),
            Box::new(|| false),
            Box::new(move || session.flag()),
        )
    });
    let more_hints = move || session.answer(|answer| answer.hints >= hints).unwrap_or(true);
    let hint = (hints > 0 && !test).then(|| {
        let hidden = Box::new(move || more_hints() || session.is_locked());
        sign(Icon::Bulb, words(session, "hint"), None, hidden, Box::new(move || session.hint()))
    });
    title_line(session, (place(session, Part::Aloud), timer(session), flag, hint))
}

/// The time that is left, with a button to pause.
fn timer(session: Session) -> Option<El> {
    let limit = session.fixed().rules.limit_seconds()?;
    let left = move || {
        let left = limit.saturating_sub(session.run.with(|run| run.seconds));
        let two = |n: usize| [if n < 10 { "0" } else { "" }, &number_text(n as f64)].concat();
        [number_text((left / 60) as f64), ":".into(), two(left % 60)].concat()
    };
    let paused = session.paused;
    let pause: Words =
        Box::new(move || session.text(if paused.get() { "resume" } else { "pause" }));
    Some(
        part("span", "timer").child((
            icon(Icon::Clock),
            el("span")
                .attr("role", "timer")
                .attr("aria-label", &session.text("time_left"))
                .attr("dir", "ltr")
                .child(follow(left)),
            plain_push("quiet", pause, move || paused.toggle()),
        )),
    )
}

/// How far the run is: a bar in parts, and in words. In a test the parts are buttons.
fn progress(session: Session) -> El {
    let fixed = session.fixed();
    let total = session.run.with_untracked(|run| run.answers.len());
    let at = session.run.with_untracked(|run| run.at);
    let now = (super::number(session, at + 1), super::number(session, total));
    let count = fixed.texts.fill("question_n_of", &[("n", &now.0), ("total", &now.1)]);
    let step = |n: usize| {
        // The place is that of this view, so there is nothing to follow.
        let state = match n.cmp(&at) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        };
        el("span").attr("class", "step").attr("data-state", state)
    };
    // Beyond thirty, single parts are too narrow to see: one bar then.
    let parts: Vec<_> = (0..if total <= 30 { total } else { 0 }).map(step).collect();
    let whole = (total > 30).then(|| {
        el("progress")
            .attr("max", &number_text(total as f64))
            .attr("value", &number_text((at + 1) as f64))
            .attr("aria-hidden", "true")
    });
    let overview = (fixed.rules.mode == Mode::Test && total > 1).then(|| overview(session));
    part("div", "progress").child((
        el("div").attr("class", "steps").attr("aria-hidden", "true").child((parts, whole)),
        part("p", "count").child(count),
        overview,
    ))
}

/// All items, to go to; with what is answered and what is marked to come back to.
fn overview(session: Session) -> El {
    let fixed = session.fixed();
    let entry = move |n: usize| {
        let state = move || {
            let fixed = session.fixed();
            let items = &fixed.document.body.items;
            session.run.with(|run| {
                let answer = &run.answers[n];
                let done = answer.response.is_complete(&items[answer.item].kind);
                (done, answer.flagged, run.at == n)
            })
        };
        let name = move || {
            let (done, flagged, _) = state();
            let mut words = vec![super::number(session, n + 1)];
            words.push(session.text(if done { "answered" } else { "not_answered" }));
            if flagged {
                words.push(session.text("flagged"));
            }
            words.join(", ")
        };
        el("li").child(
            el("button")
                .attr("type", "button")
                .attr("class", "jump")
                .attr("part", "jump")
                .live("aria-label", name)
                .live("aria-current", move || state().2.then_some("step"))
                .live("data-state", move || if state().0 { "answered" } else { "" })
                .live("data-flagged", move || state().1.then_some("true"))
                .on("click", move |_| session.go(n))
                .child(super::number(session, n + 1)),
        )
    };
    let entries: Vec<_> =
        (0..session.run.with_untracked(|run| run.answers.len())).map(entry).collect();
    part("nav", "overview")
        .attr("aria-label", &fixed.texts.get("overview"))
        .child(el("ol").child(entries))
}

/// What there is to do, in words.
pub fn hint_key_of(item: &Item) -> Option<&'static str> {
    Some(match &item.kind {
        ItemKind::Choices(choices) if !choices.may_shuffle => return None,
        ItemKind::Choices(choices) if choices.pick == Pick::Many => "choose_all",
        ItemKind::Choices(_) => "choose_one",
        ItemKind::Order(_) => "order_hint",
        ItemKind::Place(place) if place.pairs => "pair_hint",
        ItemKind::Place(_) => "sort_hint",
        ItemKind::Fill(fill) if fill.text.is_some() => "blanks_hint",
        ItemKind::Fill(fill) => match fill.blanks.first().map(|blank| &blank.kind) {
            Some(crate::model::BlankKind::Number { .. }) => "number_hint",
            _ => "text_hint",
        },
        ItemKind::Scale(_) => "scale_hint",
    })
}

fn question(session: Session) -> El {
    let choices = session.item(|item| match &item.kind {
        ItemKind::Choices(choices) => Some(choices::view(session, choices)),
        _ => None,
    });
    let answer = choices.is_none().then(|| place(session, Part::Answer));
    let (stem, image, task) = session.item(|item| {
        let image = item.basics.picture.as_ref().map(|image| picture(session, image));
        let task = hint_key_of(item).map(|key| session.text(key));
        (text_block(session, "stem", &item.basics.stem), image, task)
    });
    let shown_hints = move || {
        let shown = session.answer(|answer| answer.hints).unwrap_or(0);
        session.item(|item| {
            let hints = item.basics.hints.iter().take(shown);
            hints.map(|text| text_block(session, "hint", text)).collect::<Vec<_>>()
        })
    };
    part("fieldset", "question").child((
        take_focus(
            el("legend")
                .attr("tabindex", "-1")
                .child((stem, task.map(|task| part("p", "task").child(task)))),
            session,
        ),
        image,
        choices,
        answer,
        el("div").attr("class", "hints").attr("role", "status").child(follow(shown_hints)),
    ))
}

fn foot(session: Session) -> El {
    let fixed = session.fixed();
    let learn = fixed.rules.mode == Mode::Learn;
    let (at, total) = session.run.with_untracked(|run| (run.at, run.answers.len()));
    let main: Words = Box::new(move || {
        let key = match (learn && !session.is_locked(), at + 1 >= total) {
            (true, _) => "check_answer",
            (false, true) => "finish",
            (false, false) => "next",
        };
        session.text(key)
    });
    // A lesson around the quiz has its own way on, once the item is checked.
    effect(Box::new(move || session.fixed().host.state("checked", session.is_locked())));
    let waits = move || learn && !session.is_locked() && !is_ready(session);
    let may_retry = move || {
        let fixed = session.fixed();
        session.run.with(|run| run.may_retry(&fixed.document.body, &fixed.rules))
    };
    let retry = push(
        "quiet try-again",
        words(session, "try_again"),
        Box::new(move || !may_retry()),
        Box::new(move || session.retry()),
    );
    let back =
        (at > 0).then(|| plain_push("quiet", words(session, "back"), move || session.go(at - 1)));
    let go = plain_push("go", main, move || go_on(session))
        .live("aria-disabled", move || truth(waits()));
    let way_on = go.element();
    let scored_choice = session.item(|item| {
        // Yes and no have "I do not know" as an option of their own, or the author took it away.
        let truth = matches!(&item.kind, ItemKind::Choices(choices) if !choices.may_shuffle);
        item.kind.is_scored() && !truth
    });
    let offers_unsure = scored_choice && fixed.rules.settings.dont_know;
    let unsure_hidden = Box::new(move || session.is_locked());
    let unsure = offers_unsure.then(|| {
        let is_given = move || session.answer(|answer| answer.response == Response::Unsure);
        let act = move || {
            session.unsure();
            // The button goes once it is checked, which may have to wait for the bundle's rest.
            if learn {
                focus(&way_on);
            }
        };
        push("quiet", words(session, "not_sure"), unsure_hidden, Box::new(act))
            .live("aria-pressed", move || (!learn).then(|| truth(is_given() == Some(true))))
    });
    let leave = (!learn && at + 1 < total)
        .then(|| plain_push("quiet", words(session, "finish"), move || session.finish()));
    part("footer", "foot")
        .child((el("div").attr("class", "ways").child((back, unsure, retry, leave)), go))
}
