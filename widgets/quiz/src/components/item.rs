//! One item on the screen: where we are, the stem, the answer, the feedback, the way on.

use adil::ui::{El, Icon, effect, el, focus, part};
use leptos::prelude::*;

use super::interaction::InteractionView;
use super::lazy::lazy_view;
use super::parts::{
    Words, aria_bool, button, hidden_words, icon_button, picture, plain_button, take_focus,
    text_block, title_line, words,
};
use super::progress::{progress, timer};
use crate::model::{ItemKind, Mode, Response};
use crate::session::{LazyPart, Session};

/// The shown item.
pub fn view(session: Session) -> El {
    // No form: a sandboxed frame without `allow-forms` would not let it be submitted.
    part("div", "item").child((
        head(session),
        progress(session),
        question(session),
        lazy_view(session, LazyPart::Feedback),
        foot(session),
        lazy_view(session, LazyPart::NoVoice),
    ))
}

/// The main button and Enter: check, then go on, or end the run after the last item where that
/// may be.
pub fn go_on(session: Session, may_end: bool) {
    let learn = session.context().rules.mode == Mode::Learn;
    let open = untrack(|| !session.is_locked());
    if !learn || !open || !session.asks() {
        return session.next(may_end);
    }
    if untrack(|| is_ready(session)) {
        session.check();
    } else {
        session.announcer.announce(
            &session.item(|item| item.kind.task()).map(|key| session.text(key)).unwrap_or_default(),
        );
    }
}

fn is_ready(session: Session) -> bool {
    let context = session.context();
    let items = &context.document.body.items;
    session.answer(|a| items[a.item].kind.is_complete(&a.response)).unwrap_or(false)
}

fn head(session: Session) -> El {
    let test = session.context().rules.mode == Mode::Test;
    let hints = session.item(|item| item.basics.hints.len());
    let flag = test.then(|| {
        let flagged = move || session.answer(|answer| answer.flagged).unwrap_or(false);
        icon_button(
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
        icon_button(
            Icon::Bulb,
            words(session, "hint"),
            None,
            hidden,
            Box::new(move || session.hint()),
        )
        .attr("aria-disabled", move || none_left().then_some("true"))
    });
    title_line(session, (lazy_view(session, LazyPart::Aloud), timer(session, true), flag, hint))
}

fn question(session: Session) -> El {
    let choices = session.item(|item| match &item.kind {
        ItemKind::Choices(choices) => Some(choices.view(session)),
        _ => None,
    });
    let answer = choices.is_none().then(|| lazy_view(session, LazyPart::Answer));
    let (stem, image, task) = session.item(|item| {
        let image = item.basics.picture.as_ref().map(|image| picture(session, image));
        let task = item.kind.task().map(|key| session.text(key));
        (text_block(session, "stem", &item.basics.stem), image, task)
    });
    let alone = session.run.with_untracked(|run| run.answers.len() < 2);
    let name = if alone { "stem task" } else { "count stem task" };
    let context = session.context();
    // A text between questions is no heading.
    let ask = el(if session.asks() { context.host.heading(1) } else { "div" })
        .attr("class", if session.asks() { "ask" } else { "ask read" })
        .attr("tabindex", "-1")
        .attr("lang", &session.item(|item| context.rich.lang_of(&item.basics.stem)))
        .child(stem.attr("id", "stem"));
    let ask = if session.asks() { ask.attr("aria-labelledby", name) } else { ask };
    part("div", "question").child((
        take_focus(ask, session),
        task.map(|task| part("p", "task").attr("id", "task").child(task)),
        image,
        choices,
        answer,
        lazy_view(session, LazyPart::Hints),
    ))
}

fn foot(session: Session) -> El {
    let context = session.context();
    let learn = context.rules.mode == Mode::Learn;
    let checks = learn && session.asks();
    let (at, total) = session.run.with_untracked(|run| (run.at, run.answers.len()));
    let main: Words = Box::new(move || {
        let key = match (checks && !session.is_locked(), at + 1 >= total) {
            (true, _) => "check_answer",
            (false, true) => "finish",
            (false, false) => "next",
        };
        session.text(key)
    });
    // A lesson around the quiz has its own way on, once the item is checked.
    effect(Box::new(move || {
        session.context().host.state("checked", session.is_locked() || !session.asks());
    }));
    let waits = move || checks && !session.is_locked() && !is_ready(session);
    let may_retry = move || {
        let context = session.context();
        session.run.with(|run| run.may_retry(&context.document.body, &context.rules))
    };
    let retry = button(
        "quiet try-again",
        words(session, "try_again"),
        Box::new(move || !may_retry()),
        Box::new(move || session.retry()),
    );
    let back =
        (at > 0).then(|| plain_button("quiet", words(session, "back"), move || session.go(at - 1)));
    let go = plain_button("go", main, move || go_on(session, true))
        .attr("aria-disabled", move || aria_bool(waits()))
        .stated("go", move || if waits() { "disabled" } else { "" });
    let way_on = go.element();
    let offers_unsure =
        session.item(|item| item.kind.offers_unsure()) && context.rules.settings.dont_know;
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
        button("quiet", words(session, "not_sure"), unsure_hidden, Box::new(act))
            .stated("quiet", move || if is_given() { "chosen" } else { "" })
            .child(given)
    });
    let leave = (!learn && at + 1 < total)
        .then(|| plain_button("quiet", words(session, "finish"), move || session.finish()));
    part("footer", "foot")
        .child((el("div").attr("class", "ways").child((back, unsure, retry, leave)), go))
}
