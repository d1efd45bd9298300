//! What is printed: the board on one sheet or four, cards, tokens, sheets of juries and voters.

use adil::ui::{Child, El, el, only_on_paper, part, print_button};

use super::board::drawing;
use super::setup::radios;
use super::shared::{block, plain, subheading};
use super::token::token;
use crate::model::{Ask, Board, Card, Debate, Deck, Game, Quest, SHAPES, shape};
use crate::session::{PAPERS, Paper, Session};

/// What to print, and the button.
pub fn choose(session: Session) -> El {
    let is_board = session.game(|game| matches!(game, Game::Board(_)));
    let option = |paper: Paper| {
        let key = match paper {
            Paper::Whole => "paper_board",
            Paper::Four => "paper_four",
            Paper::Cards => "paper_cards",
            Paper::Rest => "paper_rest",
        };
        let act: Box<dyn Fn()> = Box::new(move || session.paper.set(paper));
        (session.text(key), session.paper.now() == paper, act)
    };
    let options =
        is_board.then(|| radios("paper", session.text("what_to_print"), PAPERS.map(option).into()));
    let words = move || session.text(if is_board { "print" } else { "print_sheets" });
    part("details", "notes").child((
        part("summary", "summary").child(session.text("paper")),
        el("div").attr("class", "printing").child((
            options,
            is_board.then(|| el("p").attr("class", "task").child(session.text("paper_help"))),
            print_button("quiet", Box::new(words), Box::new(move || session.text("wait"))),
        )),
    ))
}

/// All of it, made when the page is printed.
pub fn view(session: Session) -> El {
    only_on_paper(move || {
        session.game(|game| match game {
            Game::Board(board) => match session.paper.now() {
                Paper::Whole => vec![sheet(session, drawing(session, None))],
                Paper::Four => (0..4).map(|n| sheet(session, drawing(session, Some(n)))).collect(),
                Paper::Cards => board.decks.iter().map(|deck| cards(session, deck)).collect(),
                Paper::Rest => vec![answers(session, board), tokens(session)],
            },
            Game::Quest(quest) => juries(session, quest),
            Game::Debate(debate) => ballots(session, debate),
        })
    })
}

fn title(session: Session) -> El {
    session.read(|widget| {
        let title = widget.document.envelope.title.clone();
        adil::ui::plain_line(&widget.rich, el("p").attr("class", "paper-title"), &title)
    })
}

fn sheet(session: Session, inside: impl Child) -> El {
    el("section").attr("class", "page").child((title(session), inside))
}

fn options(session: Session, card: &Card) -> Option<El> {
    let Ask::Choose(options) = &card.ask else { return None };
    let rows: Vec<El> =
        options.iter().map(|option| el("li").child(block(session, "text", &option.text))).collect();
    Some(el("ol").attr("type", "A").child(rows))
}

/// The cards of a deck, to be cut out.
fn cards(session: Session, deck: &Deck) -> El {
    let one = |card: &Card| {
        el("li").attr("class", "paper-card").attr("data-kind", deck.kind.word()).child((
            plain(session, el("p").attr("class", "label"), &deck.title),
            block(session, "stem", &card.stem),
            options(session, card),
        ))
    };
    let cards: Vec<El> = deck.cards.iter().map(one).collect();
    el("section").attr("class", "page").child(el("ul").attr("class", "paper-cards").child(cards))
}

/// What good answers have, for the host.
fn answers(session: Session, board: &Board) -> El {
    let row = |card: &Card| {
        let right = match &card.ask {
            Ask::Choose(options) => options.iter().find(|option| option.score >= 1.0),
            _ => None,
        };
        let right = right.map(|right| block(session, "chosen", &right.text));
        let why = card.explanation.as_ref().map(|text| block(session, "text", text));
        (right.is_some() || why.is_some())
            .then(|| el("li").child((block(session, "stem", &card.stem), right, why)))
    };
    let rows: Vec<El> = board.decks.iter().flat_map(|deck| &deck.cards).filter_map(row).collect();
    sheet(
        session,
        (
            subheading(session, session.text("for_host")),
            el("ul").attr("class", "answers").child(rows),
        ),
    )
}

/// Tokens to cut out and fold: each shape twice, so that it stands.
fn tokens(session: Session) -> El {
    let one = |team: usize| {
        let name = session.text(&["team_", shape(team).word()].concat());
        el("li").child((token(team), token(team), el("span").child(name)))
    };
    let all: Vec<El> = (0..SHAPES.len()).map(one).collect();
    sheet(session, el("ul").attr("class", "paper-tokens").child(all))
}

/// A sheet for the jury of each station, with a row for each team.
fn juries(session: Session, quest: &Quest) -> Vec<El> {
    let page = |station: &crate::model::Station| {
        let head: Vec<El> = station
            .criteria
            .iter()
            .map(|criterion| plain(session, el("th"), &criterion.title))
            .collect();
        let row = |team: usize| {
            let name = session.text(&["team_", shape(team).word()].concat());
            let cells: Vec<El> = station.criteria.iter().map(|_| el("td")).collect();
            el("tr").child((el("th").child((token(team), name)), cells, el("td")))
        };
        let rows: Vec<El> = (0..SHAPES.len()).map(row).collect();
        let help = station.criteria.iter().filter_map(|criterion| {
            let help = criterion.help.as_ref()?;
            let title = plain(session, el("b"), &criterion.title);
            Some(el("li").child((title, ": ", plain(session, el("span"), help))))
        });
        let material = station.material.as_ref();
        let inside = (
            plain(session, el("h2"), &station.title),
            block(session, "text", &station.text),
            material.map(|material| plain(session, el("p").attr("class", "task"), material)),
            el("table").attr("class", "jury").child((
                el("thead").child(el("tr").child((
                    el("th").child(session.text("teams")),
                    head,
                    el("th").child(session.text("sum")),
                ))),
                el("tbody").child(rows),
            )),
            el("ul").child(help.collect::<Vec<_>>()),
        );
        sheet(session, inside)
    };
    quest.stations.iter().map(page).collect()
}

/// Slips on which everybody chooses the best speaker.
fn ballots(session: Session, debate: &Debate) -> Vec<El> {
    let slip = || {
        let criteria = debate.criteria.iter().map(|one| plain(session, el("li"), one));
        el("li").attr("class", "paper-card").child((
            el("p").attr("class", "label").child(session.text("best_speaker")),
            el("ul").child(criteria.collect::<Vec<_>>()),
            el("p").attr("class", "write").child(session.text("my_vote")),
        ))
    };
    let slips: Vec<El> = (0..8).map(|_| slip()).collect();
    let row = |slot: &crate::model::Slot| {
        let time = super::shared::clock_words(session, slot.seconds);
        el("li").child((plain(session, el("span"), &slot.title), " ", time))
    };
    let plan: Vec<El> = debate.slots.iter().map(row).collect();
    vec![
        sheet(session, (block(session, "stem", &debate.motion), el("ol").child(plan))),
        el("section")
            .attr("class", "page")
            .child(el("ul").attr("class", "paper-cards").child(slips)),
    ]
}
