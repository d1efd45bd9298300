//! One item on the screen: where we are, the stem, the answer, the feedback, the way on.

use adil::json::number_text;
use adil::ui::{Child, El, Icon, effect, el, focus, follow, part, replaceable_icon};
use leptos::prelude::*;

use super::choices;
use super::later::{Part, place};
use super::parts::{
    Words, hidden_words, picture, plain_line, plain_push, push, sign, take_focus, text_block,
    truth, words,
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

/// The main button and Enter: check, then go on, or end the run after the last item where that
/// may be.
pub fn go_on(session: Session, may_end: bool) {
    let learn = session.fixed().rules.mode == Mode::Learn;
    let open = untrack(|| !session.is_locked());
    if !learn || !open {
        return session.next(may_end);
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
        plain_line(session, part(fixed.host.heading(0), "title"), &fixed.document.envelope.title),
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
    let hint = (hints > 0 && !test).then(|| {
        let none_left = move || session.answer(|answer| answer.hints >= hints).unwrap_or(true);
        let hidden = Box::new(move || session.is_locked());
        // It stays after the last hint, so that the focus does, too.
        sign(Icon::Bulb, words(session, "hint"), None, hidden, Box::new(move || session.hint()))
            .live("aria-disabled", move || none_left().then_some("true"))
    });
    title_line(session, (place(session, Part::Aloud), timer(session, true), flag, hint))
}

/// The time that is left, with a button to pause where that may be.
pub fn timer(session: Session, pauses: bool) -> Option<El> {
    let limit = session.fixed().rules.limit_seconds()?;
    let left = move || {
        session.seconds.track();
        let left = limit.saturating_sub(session.run.with(|run| run.time.seconds));
        let two = |n: usize| [if n < 10 { "0" } else { "" }, &number_text(n as f64)].concat();
        [number_text((left / 60) as f64), ":".into(), two(left % 60)].concat()
    };
    let pause = (pauses && session.fixed().rules.may_pause())
        .then(|| plain_push("quiet", words(session, "pause"), move || session.pause()));
    Some(
        part("span", "timer").child((
            replaceable_icon(Icon::Clock),
            el("span")
                .attr("role", "timer")
                .attr("aria-label", &session.text("time_left"))
                .attr("dir", "ltr")
                .child(follow(left)),
            pause,
        )),
    )
}

/// How far the run is: a bar in parts, and in words. In a test the parts are buttons.
fn progress(session: Session) -> El {
    let fixed = session.fixed();
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
    let overview = (fixed.rules.mode == Mode::Test && total > 1)
        .then(|| overview(session, (0..total).collect(), "overview"));
    part("div", "progress").child((
        el("div").attr("class", "steps").attr("aria-hidden", "true").child((parts, whole)),
        part("p", "count").attr("id", "count").child(count),
        overview,
    ))
}

/// "Question 3 of 8".
pub fn which_of(session: Session, n: usize) -> String {
    let total = session.run.with_untracked(|run| run.answers.len());
    let words = [("n", super::number(session, n + 1)), ("total", super::number(session, total))];
    session
        .fixed()
        .texts
        .fill("question_n_of", &words.each_ref().map(|(key, n)| (*key, n.as_str())))
}

/// Items to go to; with what is answered and what is marked to come back to.
pub fn overview(session: Session, places: Vec<usize>, name: &str) -> El {
    let entry = move |n: usize| {
        let state = move || {
            let fixed = session.fixed();
            let (quiz, mode) = (&fixed.document.body, fixed.rules.mode);
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
            words.join(session.fixed().texts.comma())
        };
        el("li").child(
            el("button")
                .attr("type", "button")
                .attr("class", "jump")
                .live("aria-label", name)
                .live("aria-current", move || state().2.then_some("step"))
                .live("data-state", move || if state().0 { "answered" } else { "" })
                .live("data-flagged", move || state().1.then_some("true"))
                .live("part", move || {
                    let (answered, flagged, now) = state();
                    let states = [(answered, " answered"), (flagged, " flagged"), (now, " now")];
                    let states = states.into_iter().filter(|(on, _)| *on).map(|(_, word)| word);
                    std::iter::once("jump").chain(states).collect::<String>()
                })
                .on("click", move |_| session.go(n))
                .child(super::number(session, n + 1)),
        )
    };
    let entries: Vec<_> = places.into_iter().map(entry).collect();
    part("nav", "overview").attr("aria-label", &session.text(name)).child(el("ol").child(entries))
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
    let alone = session.run.with_untracked(|run| run.answers.len() < 2);
    let name = if alone { "stem task" } else { "count stem task" };
    let fixed = session.fixed();
    let ask = el(fixed.host.heading(1))
        .attr("class", "ask")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", name)
        .attr("lang", &session.item(|item| fixed.rich.lang_of(&item.basics.stem)))
        .child(stem.attr("id", "stem"));
    part("div", "question").child((
        take_focus(ask, session),
        task.map(|task| part("p", "task").attr("id", "task").child(task)),
        image,
        choices,
        answer,
        place(session, Part::Hints),
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
    let go = plain_push("go", main, move || go_on(session, true))
        .live("aria-disabled", move || truth(waits()))
        .stated("go", move || if waits() { "disabled" } else { "" });
    let way_on = go.element();
    let scored_choice = session.item(|item| {
        // Yes and no have "I do not know" as an option of their own, or the author took it away.
        let truth = matches!(&item.kind, ItemKind::Choices(choices) if !choices.may_shuffle);
        item.kind.is_scored() && !truth
    });
    let offers_unsure = scored_choice && fixed.rules.settings.dont_know;
    let unsure_hidden = Box::new(move || session.is_locked());
    let unsure = offers_unsure.then(|| {
        let act = move || {
            session.unsure();
            // The button goes once it is checked, which may have to wait for the bundle's rest.
            if learn {
                focus(&way_on);
            }
        };
        // In a test it leads on, so it is no toggle; who comes back reads that it was pressed.
        let is_given = move || {
            !learn && session.answer(|answer| answer.response == Response::Unsure) == Some(true)
        };
        let given = move || is_given().then(|| hidden_words(&session.text("answered")));
        push("quiet", words(session, "not_sure"), unsure_hidden, Box::new(act))
            .stated("quiet", move || if is_given() { "chosen" } else { "" })
            .child(follow(given))
    });
    let leave = (!learn && at + 1 < total)
        .then(|| plain_push("quiet", words(session, "finish"), move || session.finish()));
    part("footer", "foot")
        .child((el("div").attr("class", "ways").child((back, unsure, retry, leave)), go))
}
