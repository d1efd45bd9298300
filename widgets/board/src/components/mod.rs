//! What a class sees. No rules here: the model has them.

pub mod board;
mod debate;
mod number;
pub mod paper;
mod quest;
mod setup;
mod shared;
mod spinner;
mod teams;
mod token;
mod tone;
mod turn;

use adil::ui::{
    Child, El, Flag, Pieces, effect, el, frame, ignore_second_presses, missing, part, pieces,
    plain_line, pressable,
};
use leptos::prelude::untrack;

use crate::model::{Game, Move};
use crate::session::{LazyPart, Screen, Session};
use shared::{clock_words, quiet};

/// The whole widget.
pub fn view(session: Session, regions: impl Child) -> El {
    // Before anything of the view: what was kept decides which screen it begins with.
    effect(Box::new(move || {
        if session.lazy_chunk.is_there() {
            untrack(|| _ = session.lazy(LazyPart::Waiting));
        }
    }));
    let (frame, title) = session.read(|widget| {
        let title = part(widget.host.heading(0), "title");
        let title = plain_line(&widget.rich, title, &widget.document.envelope.title);
        (ignore_second_presses(frame(&widget.texts, widget.level)), title)
    });
    let frame = frame
        .attr("data-kind", session.game(Game::kind))
        .attr("data-big", move || session.is_big.get());
    let notice = move |flag: Flag, key: &'static str| {
        move || flag.get().then(|| part("p", "notice").child(session.text(key)))
    };
    let notices = el("div").attr("role", "status").child((
        notice(session.refused, "not_kept"),
        notice(session.elsewhere, "elsewhere"),
        notice(session.edited, "edited"),
    ));
    let screen = move || {
        // What a screen reads while it is made is not what it follows.
        let screen = session.screen.get();
        if screen == Screen::Setup {
            return untrack(|| pieces(setup::view(session)));
        }
        session.lazy(LazyPart::Game).unwrap_or_else(|| waiting(session))
    };
    let tools =
        move || (session.screen.get() == Screen::Play).then(|| session.lazy(LazyPart::Tools));
    frame.child((
        regions,
        part("header", "head").child((
            el("slot").attr("name", "logo"),
            title,
            game_clock(session),
            projector(session),
        )),
        notices,
        play_area(session, screen),
        tools,
        move || session.lazy(LazyPart::Paper),
        el("slot").attr("name", "footer"),
    ))
}

/// The board beside what is done; the board itself is made once for all turns.
fn play_area(session: Session, screen: impl Child) -> El {
    let hidden = move || session.screen.get() == Screen::Setup;
    let is_board = session.game(|game| matches!(game, Game::Board(_)));
    let board = is_board.then(|| {
        el("div")
            .attr("class", "field-of-play")
            .attr("hidden", hidden)
            .child(move || session.lazy(LazyPart::Board))
    });
    let standings =
        move || (session.screen.get() == Screen::Play).then(|| session.lazy(LazyPart::Rest));
    part("div", "play").child((
        el("div").attr("class", "doing").child(screen),
        board,
        el("div").attr("class", "rest").child(standings),
    ))
}

/// What is shown while the game itself cannot be: nothing yet, or a button to ask for it again.
fn waiting(session: Session) -> Pieces {
    let has_failed = session.lazy_chunk.has_failed();
    pieces(has_failed.then(|| {
        untrack(|| {
            let again = Box::new(move || session.text("try_again"));
            let retry = move || session.read(|widget| session.lazy_chunk.retry(&widget.host));
            missing(&session.text("lost"), again, retry)
        })
    }))
}

/// How teams stand, and the stories of the board.
pub fn rest(session: Session) -> impl Child {
    (teams::view(session), teams::stories(session))
}

/// The screen of a turn, a round or a speech.
pub fn game(session: Session) -> El {
    match session.game(Game::kind) {
        "quest" => quest::view(session),
        "debate" => debate::view(session),
        _ => turn::view(session),
    }
}

/// How many minutes of the game are left.
fn game_clock(session: Session) -> impl Child {
    move || {
        let is_play = session.screen.get() == Screen::Play;
        let left = session.left().filter(|_| is_play && session.is_board());
        left.map(|left| {
            let words = clock_words(session, left);
            part("span", "minutes")
                .attr("role", "timer")
                .attr("aria-label", &session.fill("game_time", &[("time", &words)]))
                .child(words)
        })
    }
}

/// A button for the last row: larger, and over the whole screen where the browser lets it.
fn projector(session: Session) -> El {
    let button = part("button", "quiet").attr("type", "button");
    let element = button.element();
    let press = move |_| {
        session.is_big.toggle();
        let Ok(Some(frame)) = element.closest(".base") else { return };
        let page = frame.owner_document();
        if session.is_big.now() {
            _ = frame.request_fullscreen();
        } else if let Some(page) = page.filter(|page| page.fullscreen_element().is_some()) {
            page.exit_fullscreen();
        }
    };
    pressable(button, "quiet", Box::new(move || session.is_big.get()))
        .on("click", press)
        .child(session.text("projector"))
}

/// What the host may do at any time.
pub fn tools(session: Session) -> El {
    let undo =
        quiet(session, "undo", move || session.undo()).attr("hidden", move || !session.can_undo());
    let is_over = session.game(|game| session.play(|p| p.is_none_or(|p| p.state().is_over(game))));
    let more = session.play(|play| play.is_some_and(|play| play.setup.minutes.is_some()))
        && session.is_board();
    let seed = session.play(|play| play.map(|play| play.setup.seed)).unwrap_or(0);
    let seed = session.read(|widget| widget.texts.exact(f64::from(seed)));
    let seed = session
        .is_board()
        .then(|| el("p").attr("class", "task").child(session.fill("seed_is", &[("n", &seed)])));
    let more_tools = part("details", "notes").child((
        part("summary", "summary").child(session.text("host_tools")),
        el("div").attr("class", "ways").child((
            more.then(|| quiet(session, "five_more", move || session.add_minutes())),
            (!is_over).then(|| quiet(session, "end_now", move || session.take(Move::End))),
            (!is_over).then(|| quiet(session, "new_game", move || session.set_up())),
            quiet(session, "save_file", move || session.save_file()),
            setup::open(session),
        )),
        setup::no_game(session),
        seed,
    ));
    part("div", "tools").child((undo, more_tools))
}
