//! A turn of a board game: whose it is, the die, the card, the verdict.

use adil::content::Rich;
use adil::ui::{Child, El, el, part, plain_button, text_line};

use super::number::NumberField;
use super::shared::{block, countdown, go, heading, image, plain, quiet, team};
use super::spinner::spinner;
use super::token::token;
use crate::model::{
    Answer, Ask, Card, Deck, Die, Drawn, Game, Happened, Move, Outcome, Phase, Position, Verdict,
    Why, card,
};
use crate::session::{Session, verdict_key};

/// What the screen of a turn is made of.
pub fn view(session: Session) -> El {
    let Some(position) = session.position() else { return part("section", "stage") };
    match position.phase {
        Phase::Roll if helps(session, &position) => help(session, &position),
        Phase::Roll => roll(session, &position),
        Phase::Card(drawn) => asked(session, &position, drawn),
        Phase::Told(told) => told_screen(session, &position, told),
        Phase::Over => over(session),
    }
}

fn helps(session: Session, position: &Position) -> bool {
    session.game(|game| matches!(game, Game::Board(board) if position.helps(board)))
}

/// Whose turn it is, large enough for the last row.
fn banner(session: Session, position: &Position) -> El {
    let words = session.whose_turn().unwrap_or_default();
    part("div", "turn")
        .attr("data-shape", crate::model::shape(position.team).word())
        .child((token(position.team), heading(session, el("bdi").child(words))))
}

fn roll(session: Session, position: &Position) -> El {
    let die = session.play(|play| play.map(|play| play.setup.die)).unwrap_or(Die::Button);
    let way: El = match die {
        Die::Button => go(session, "roll", Move::Roll),
        Die::Spinner => go(session, "spin", Move::Roll),
        Die::Real => real_die(session),
    };
    let round = session.number(position.round);
    part("section", "stage").child((
        banner(session, position),
        el("p").attr("class", "task").child(session.fill("round", &[("n", &round)])),
        part("footer", "foot").child(way),
    ))
}

/// A number that a real die shows: buttons for small dice, a field for the others.
fn real_die(session: Session) -> El {
    let faces = session.game(|game| match game {
        Game::Board(board) => board.rules.faces.0,
        _ => 6,
    });
    let label = session.text("typed");
    if faces <= 12 {
        let face = |n: usize| {
            plain_button("face", Box::new(move || session.number(n)), move || {
                session.take(Move::Typed(n));
            })
        };
        let faces: Vec<El> = (1..=faces).map(face).collect();
        return el("div")
            .attr("role", "group")
            .attr("aria-label", &label)
            .attr("class", "faces")
            .child((
                el("p").attr("class", "task").child(label.as_str()),
                el("div").attr("class", "row").child(faces),
            ));
    }
    let field = NumberField::new("", [1, faces]);
    let input = field.input("none-die", |_| {}).attr("aria-label", &label);
    let told = field.told(session, "none-die");
    let take = move || {
        if let Some(n) = field.take().filter(|n| *n > 0) {
            session.take(Move::Typed(n));
        }
    };
    let row = el("div")
        .attr("class", "row")
        .child((input, plain_button("go", Box::new(move || session.text("move")), take)));
    el("div").child((row, told))
}

fn help(session: Session, position: &Position) -> El {
    part("section", "stage").child((
        banner(session, position),
        part("p", "text").child(session.text("help_task")),
        part("footer", "foot").child(go(session, "help", Move::Help)),
    ))
}

/// Reads a card and its deck.
fn with_card<T>(session: Session, drawn: Drawn, read: impl FnOnce(&Deck, &Card) -> T) -> Option<T> {
    session.game(|game| {
        let Game::Board(board) = game else { return None };
        Some(read(board.decks.get(drawn.deck)?, card(board, drawn)?))
    })
}

/// What moved, in sentences, with the story of a ladder or slide.
fn moves(session: Session, position: &Position, told: Option<Happened>) -> Option<El> {
    let row = |one: &Happened| {
        let words = session.sentence(*one)?;
        let kind = match one {
            Happened::Rolled { .. } | Happened::Turn { .. } | Happened::Judged(_) => return None,
            Happened::Moved { why: Why::Link(_), from, to, .. } if to > from => "ladder",
            Happened::Moved { why: Why::Link(_), .. } => "slide",
            _ => "",
        };
        let story = match one {
            Happened::Moved { why: Why::Link(n), .. } => session.game(|game| match game {
                Game::Board(board) => board.links.get(*n).map(|link| link.text.clone()),
                _ => None,
            }),
            _ => None,
        };
        // What the heading tells is not told twice.
        if told == Some(*one) && story.is_none() {
            return None;
        }
        let story = story.map(|text| block(session, "story", &text));
        let line = el("p").child(el("bdi").child(words));
        Some(part("li", "move").attr("data-kind", kind).state("move", kind).child((story, line)))
    };
    let rows: Vec<El> = position.happened.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| part("ul", "happened").attr("role", "list").child(rows))
}

/// Whose turn it is, with the number that was rolled: large, for the last row.
fn who(session: Session, position: &Position) -> El {
    let number = position.happened.iter().find_map(|one| match one {
        Happened::Rolled { number, .. } => Some(*number),
        _ => None,
    });
    let spins = session.play(|play| play.is_some_and(|play| play.setup.die == Die::Spinner));
    let spinner = number.filter(|_| spins).map(|number| spinner(session, number));
    let number = number.map(|n| el("span").attr("class", "big").child(session.number(n)));
    part("div", "die").child((spinner, number, team(session, position.team)))
}

fn card_of(session: Session, drawn: Drawn, more: impl Child, titled: bool) -> Option<El> {
    with_card(session, drawn, |deck, card| {
        let title = plain(session, el("span").attr("class", "label"), &deck.title);
        let stem = block(session, "stem", &card.stem);
        let head: El = if titled { heading(session, title) } else { el("p").child(title) };
        part("div", "card")
            .attr("data-kind", deck.kind.word())
            .state("card", deck.kind.word())
            .child((head, image(session, card.picture.as_ref()), stem, more))
    })
}

/// The answers of a card, for the team to choose from.
fn answers(session: Session, options: &[Rich]) -> El {
    let option = |(n, text): (usize, &Rich)| {
        let line = session.read(|widget| text_line(&widget.rich, "words", text));
        el("li").child(
            part("button", "option")
                .attr("type", "button")
                .on("click", move |_| session.take(Move::Answer(n)))
                .child(line),
        )
    };
    let options: Vec<El> = options.iter().enumerate().map(option).collect();
    part("ul", "options").attr("role", "list").child(options)
}

/// The verdicts of the host, with what a good answer has.
fn verdicts(session: Session, hint: Option<Rich>) -> El {
    let verdict = |verdict: Verdict| {
        part("button", "verdict")
            .attr("type", "button")
            .attr("data-verdict", verdict.word())
            .state("verdict", verdict.word())
            .on("click", move |_| session.take(Move::Judge(verdict)))
            .child(session.text(verdict_key(verdict, false)))
    };
    let hint = hint.map(|text| {
        part("details", "notes").child((
            part("summary", "summary").child(session.text("for_host")),
            block(session, "text", &text),
        ))
    });
    let all = [Verdict::Good, Verdict::Partly, Verdict::NotYet].map(verdict);
    el("div").attr("class", "judge").child((
        hint,
        el("p").attr("class", "task").attr("id", "verdicts").child(session.text("host_judges")),
        el("div")
            .attr("role", "group")
            .attr("aria-labelledby", "verdicts")
            .attr("class", "verdicts")
            .child(Vec::from(all)),
    ))
}

fn asked(session: Session, position: &Position, drawn: Drawn) -> El {
    let options = with_card(session, drawn, |_, card| match &card.ask {
        Ask::Choose(options) => Some(options.iter().map(|o| o.text.clone()).collect::<Vec<_>>()),
        _ => None,
    });
    let hint = with_card(session, drawn, |_, card| card.explanation.clone()).flatten();
    let ways = match options.flatten() {
        Some(options) => answers(session, &options),
        None => verdicts(session, hint),
    };
    let more = (countdown(session), ways);
    part("section", "stage").child((
        who(session, position),
        moves(session, position, None),
        card_of(session, drawn, more, true),
        part("footer", "foot").child(quiet(session, "skip", move || session.take(Move::Skip))),
    ))
}

/// What came of a card: the verdict, and why.
fn outcome(session: Session, drawn: Drawn, outcome: Outcome) -> Option<El> {
    with_card(session, drawn, |_, card| {
        let (verdict, option) = match outcome {
            Outcome::Judged(verdict, option) => (Some(verdict), option),
            Outcome::Fate | Outcome::Skipped => (None, None),
        };
        let options: &[Answer] = if let Ask::Choose(options) = &card.ask { options } else { &[] };
        let chosen = option.and_then(|n| options.get(n));
        let line = |class: &'static str, text: &Rich| {
            el("p").attr("class", class).child(session.read(|w| text_line(&w.rich, "words", text)))
        };
        let answer = chosen.map(|chosen| line("chosen", &chosen.text));
        let feedback =
            chosen.and_then(|c| c.feedback.as_ref()).map(|text| block(session, "text", text));
        let right = options.iter().find(|option| option.score >= 1.0);
        let right = right.filter(|_| verdict.is_some_and(|v| v != Verdict::Good));
        let right = right.map(|right| {
            el("div").child((
                el("p").attr("class", "task").child(session.text("good_answer")),
                line("chosen", &right.text),
            ))
        });
        let why = card.explanation.as_ref().filter(|_| outcome != Outcome::Fate);
        let why = why.map(|text| block(session, "text", text));
        let said = verdict.map(|verdict| {
            part("p", "said")
                .attr("data-verdict", verdict.word())
                .state("said", verdict.word())
                .child(session.text(verdict_key(verdict, option.is_some())))
        });
        part("div", "outcome").child((answer, said, feedback, right, why))
    })
}

fn told_screen(session: Session, position: &Position, told: Option<(Drawn, Outcome)>) -> El {
    let last = session.in_heading();
    let words = last.and_then(|one| session.sentence(one));
    let card =
        told.and_then(|(drawn, how)| card_of(session, drawn, outcome(session, drawn, how), false));
    let title = words.unwrap_or_else(|| session.text("what_happened"));
    part("section", "stage").child((
        who(session, position),
        heading(session, el("bdi").child(title)),
        card,
        moves(session, position, last),
        part("footer", "foot").child(go(session, "next", Move::Next)),
    ))
}

fn over(session: Session) -> El {
    let ending = session.game(|game| match game {
        Game::Board(board) => board.ending.clone(),
        _ => None,
    });
    let ending = ending.map(|text| {
        part("div", "reflect").child((
            el("p").attr("class", "task").child(session.text("each_team")),
            block(session, "text", &text),
        ))
    });
    let count = session.position().map_or(0, |position| position.teams.len());
    let teams: Vec<El> = (0..count).map(|n| el("li").child(team(session, n))).collect();
    part("section", "stage").child((
        heading(session, session.text("game_over")),
        el("p").child(session.text("over_text")),
        ending,
        el("ul").attr("role", "list").attr("class", "thanks").child(teams),
        part("footer", "foot").child(adil::ui::plain_button(
            "go",
            Box::new(move || session.text("new_game")),
            move || session.set_up(),
        )),
    ))
}
