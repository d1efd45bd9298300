//! Games of teams: the cards and stories of a board, the stations of a quest, a debate's course.

use adil_board::model::{Answer, Ask, Board, Card, Debate, Game, Quest, Station};
use adil_video::model::clock;

use crate::node::{Node, el, text};
use crate::scribe::{Scribe, folded, list, table};

/// The game.
pub fn nodes(scribe: &Scribe, game: &Game) -> Vec<Node> {
    match game {
        Game::Board(board) => squares(scribe, board),
        Game::Quest(quest) => stations(scribe, quest),
        Game::Debate(debate) => speeches(scribe, debate),
    }
}

fn squares(scribe: &Scribe, board: &Board) -> Vec<Node> {
    let mut nodes = scribe.some(board.intro.as_ref());
    nodes.extend(scribe.picture(board.picture.as_ref()));
    if !board.links.is_empty() {
        nodes.push(scribe.heading_word(1, "stories"));
        let link = |link: &adil_board::model::Link| {
            let (from, to) = (link.from.to_string(), link.to.to_string());
            let key = if link.is_ladder() { "ladder" } else { "slide" };
            let words = scribe.words.fill(key, &[("from", &from), ("to", &to)]);
            let name = el("strong", [text(words)]).into();
            [name, text(" ")].into_iter().chain(scribe.short(&link.text)).collect()
        };
        nodes.push(list("ul", board.links.iter().map(link)));
    }
    for deck in &board.decks {
        nodes.push(scribe.heading(1, scribe.plain(&deck.title)));
        nodes.push(list("ul", deck.cards.iter().map(|one| card(scribe, one))));
    }
    nodes.extend(scribe.some(board.ending.as_ref()));
    nodes
}

fn card(scribe: &Scribe, card: &Card) -> Vec<Node> {
    let mut nodes = scribe.picture(card.picture.as_ref());
    nodes.extend(scribe.rich(&card.stem));
    let mut answer = Vec::new();
    if let Ask::Choose(options) = &card.ask {
        nodes.push(list("ul", options.iter().map(|option| scribe.short(&option.text))));
        let right = options.iter().filter(|option| option.score >= 1.0);
        let right = right.map(|option: &Answer| scribe.short(&option.text));
        answer.push(list("ul", right));
    }
    answer.extend(scribe.some(card.explanation.as_ref()));
    if !answer.is_empty() {
        let is_choice = matches!(card.ask, Ask::Choose(_));
        let key = if is_choice { "good_answer" } else { "for_host" };
        nodes.push(folded(vec![text(scribe.word(key))], answer));
    }
    nodes
}

fn stations(scribe: &Scribe, quest: &Quest) -> Vec<Node> {
    let mut nodes = scribe.some(quest.intro.as_ref());
    for station in &quest.stations {
        nodes.extend(place(scribe, station));
    }
    nodes.extend(scribe.some(quest.ending.as_ref()));
    nodes
}

fn place(scribe: &Scribe, station: &Station) -> Vec<Node> {
    let mut nodes = vec![scribe.heading(1, scribe.plain(&station.title))];
    nodes.extend(scribe.rich(&station.text));
    nodes.extend(station.material.as_ref().map(|what| el("p", scribe.plain(what)).into()));
    let criteria = station.criteria.iter().map(|criterion| {
        let name = el("strong", scribe.plain(&criterion.title)).into();
        let help = criterion.help.as_ref().map(|help| scribe.plain(help)).unwrap_or_default();
        [name, text(" ")].into_iter().chain(help).collect()
    });
    nodes.push(list("ul", criteria));
    nodes
}

fn speeches(scribe: &Scribe, debate: &Debate) -> Vec<Node> {
    let time = |seconds: usize| clock(u32::try_from(seconds * 1_000).unwrap_or(u32::MAX));
    let mut nodes = scribe.some(debate.intro.as_ref());
    nodes.push(scribe.heading_word(1, "motion"));
    nodes.extend(scribe.rich(&debate.motion));
    if debate.preparation > 0 {
        nodes.push(scribe.heading_word(1, "preparation"));
        nodes.push(el("p", [text(time(debate.preparation))]).into());
        nodes.extend(scribe.some(debate.preparation_text.as_ref()));
    }
    nodes.push(scribe.heading_word(1, "debate"));
    let rows = debate.slots.iter().map(|slot| {
        let side = slot.side.and_then(|n| debate.sides.get(n));
        let both = || vec![text(scribe.word("both"))];
        let side = side.map_or_else(both, |side| scribe.plain(&side.title));
        let help = slot.help.as_ref().map(|help| scribe.plain(help)).unwrap_or_default();
        vec![scribe.plain(&slot.title), side, vec![text(time(slot.seconds))], help]
    });
    nodes.push(table(Vec::new(), rows.collect()));
    if !debate.criteria.is_empty() {
        nodes.push(scribe.heading_word(1, "best_speaker"));
        nodes.push(list("ul", debate.criteria.iter().map(|one| scribe.plain(one))));
    }
    nodes.extend(scribe.some(debate.ending.as_ref()));
    nodes
}
