//! A debate: its motion, speeches with their time, hands before and after.

use adil::json::number_text;
use adil::ui::{El, el, part, plain_button};

use super::number::NumberField;
use super::shared::{block, countdown, go, heading, plain, quiet};
use super::token::token;
use crate::model::{Debate, Floor, Game, MOST_HANDS, Move, Stage, State};
use crate::session::Session;

fn with<T>(session: Session, read: impl FnOnce(&Debate, &Floor) -> T) -> Option<T> {
    session.game(|game| {
        session.play(|play| match (game, play?.state()) {
            (Game::Debate(debate), State::Debate(floor)) => Some(read(debate, floor)),
            _ => None,
        })
    })
}

/// The screen of what the debate has come to.
pub fn view(session: Session) -> El {
    let stage = with(session, |debate, floor| floor.stage(debate)).unwrap_or(Stage::Over);
    let motion = with(session, |debate, _| debate.motion.clone());
    let motion = motion.map(|motion| {
        part("div", "card").attr("data-kind", "question").state("card", "question").child((
            el("p").child(el("span").attr("class", "label").child(session.text("motion"))),
            block(session, "stem", &motion),
        ))
    });
    let shown = match stage {
        Stage::Before => hands(session, "hands_before"),
        Stage::After => hands(session, "hands_after"),
        Stage::Prepare => prepare(session),
        Stage::Speech(n) => speech(session, n),
        Stage::Over => over(session),
    };
    part("section", "stage").child((motion, shown, plan(session, stage)))
}

fn side(session: Session, n: usize) -> Option<El> {
    with(session, |debate, _| {
        let side = debate.sides.get(n)?;
        let name = plain(session, el("bdi"), &side.title);
        Some(el("span").attr("class", "team").child((token(n), name)))
    })
    .flatten()
}

/// Hands for the first side, for the second, for none.
fn hands(session: Session, title: &'static str) -> El {
    let counted: [NumberField; 3] = std::array::from_fn(|_| NumberField::new("", [0, MOST_HANDS]));
    let field = |(n, field): (usize, &NumberField)| {
        let id = ["none-", &number_text(n as f64)].concat();
        let words = side(session, n);
        let words = words.unwrap_or_else(|| el("span").child(session.text("undecided")));
        let label = part("label", "field").child((words, field.input(&id, |_| {})));
        el("div").child((label, field.told(session, &id)))
    };
    let fields: Vec<El> = counted.iter().enumerate().map(field).collect();
    let take = move || {
        // The first that is none has the focus in the end.
        let [third, second, first] = [2, 1, 0].map(|n| counted[n].take());
        if let (Some(first), Some(second), Some(third)) = (first, second, third) {
            session.take(Move::Votes([first, second, third]));
        }
    };
    el("div").attr("class", "step").child((
        heading(session, session.text(title)),
        el("p").attr("class", "task").child(session.text("hands_help")),
        el("div").attr("class", "sheets").child(fields),
        part("footer", "foot").child((
            quiet(session, "no_hands", move || session.take(Move::Next)),
            plain_button("go", Box::new(move || session.text("go_on")), take),
        )),
    ))
}

fn prepare(session: Session) -> El {
    let text = with(session, |debate, _| debate.preparation_text.clone()).flatten();
    el("div").attr("class", "step").child((
        heading(session, session.text("preparation")),
        text.map(|text| block(session, "text", &text)),
        countdown(session),
        part("footer", "foot").child(go(session, "begin_debate", Move::Next)),
    ))
}

fn speech(session: Session, n: usize) -> El {
    let slot = with(session, |debate, _| debate.slots.get(n).cloned()).flatten();
    let Some(slot) = slot else { return el("div") };
    let who = match slot.side {
        Some(n) => side(session, n).map(|side| el("p").attr("class", "speaks").child(side)),
        None => Some(el("p").attr("class", "speaks").child(session.text("both"))),
    };
    let help = slot.help.as_ref().map(|help| plain(session, el("p").attr("class", "text"), help));
    el("div").attr("class", "step").child((
        heading(session, plain(session, el("bdi"), &slot.title)),
        who,
        help,
        countdown(session),
        part("footer", "foot").child(go(session, "next_speech", Move::Next)),
    ))
}

/// All speeches; the one that is on is marked.
fn plan(session: Session, now: Stage) -> Option<El> {
    with(session, |debate, _| {
        let row = |(n, slot): (usize, &crate::model::Slot)| {
            let is_now = now == Stage::Speech(n);
            let time = super::shared::clock_words(session, slot.seconds);
            let row = part("li", "slot").state("slot", if is_now { "now" } else { "" }).child((
                slot.side.map(token),
                plain(session, el("span"), &slot.title),
                el("span").attr("class", "task").child(time),
            ));
            if is_now { row.attr("aria-current", "step") } else { row }
        };
        let rows: Vec<El> = debate.slots.iter().enumerate().map(row).collect();
        part("ol", "plan").child(rows)
    })
}

fn over(session: Session) -> El {
    let (shift, ending, counts) = with(session, |debate, floor| {
        (floor.shift(), debate.ending.clone(), floor.before.zip(floor.after))
    })
    .unwrap_or((None, None, None));
    let row = |n: usize| {
        let (before, after) = counts?;
        let (before, after) = (session.number(*before.get(n)?), session.number(*after.get(n)?));
        let words = session.fill("hands_from_to", &[("before", &before), ("after", &after)]);
        let who = side(session, n).unwrap_or_else(|| el("span").child(session.text("undecided")));
        Some(el("li").child((who, el("span").child(words))))
    };
    let rows: Vec<El> = (0..3).filter_map(row).collect();
    let rows = shift.map(|_| part("ul", "places").attr("role", "list").child(rows));
    let ending = ending.map(|text| part("div", "reflect").child(block(session, "text", &text)));
    el("div").attr("class", "step").child((
        heading(session, session.text("debate_over")),
        rows,
        ending,
        part("footer", "foot").child(plain_button(
            "go",
            Box::new(move || session.text("new_game")),
            move || session.set_up(),
        )),
    ))
}
