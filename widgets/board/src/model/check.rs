//! What is allowed and still amiss in a game: squares that nobody gets away from, ladders and
//! slides that lead in a circle, decks that run out, texts too long to be read from a card.

use adil::content::{Level, Localized, Rich, parse, plain};
use adil::json::number_text;

use super::board::Board;
use super::debate::Debate;
use super::quest::Quest;

/// Something that an author may want to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// From this square no roll leads to the last one.
    Stuck {
        /// The square.
        square: usize,
    },
    /// No roll leads to this square, so that what lies on it is never met.
    Unreached {
        /// The square.
        square: usize,
    },
    /// Ladders and slides lead from this square back to it.
    Circle {
        /// The square.
        square: usize,
    },
    /// A deck lies on a square where a ladder or slide takes teams away.
    CardOnLink {
        /// The place of the deck in the file.
        deck: usize,
        /// The square.
        square: usize,
    },
    /// A deck lies on no square.
    UnusedDeck {
        /// The place of the deck in the file.
        deck: usize,
    },
    /// A deck has fewer cards than its squares are likely to ask for with five teams.
    SmallDeck {
        /// The place of the deck in the file.
        deck: usize,
        /// How many cards it has.
        cards: usize,
        /// How many squares it lies on.
        squares: usize,
    },
    /// A text has more words than can be read from a card at this level.
    Long {
        /// Where it is.
        path: String,
        /// In which language; empty where it stands for all.
        lang: String,
        /// How many words it has.
        words: usize,
        /// How many it should have at most.
        most: usize,
    },
    /// Two cards say the same.
    Twins {
        /// Where the second one is.
        path: String,
    },
    /// A speech that is over before its signal.
    ShortSlot {
        /// The place of the speech in the file.
        slot: usize,
    },
    /// The sides do not have the same time to speak: seconds of each.
    UnevenSides {
        /// The first.
        first: usize,
        /// The second.
        second: usize,
    },
    /// More teams can play than there are stations.
    FewStations {
        /// How many there are.
        stations: usize,
    },
}

impl Finding {
    /// As its author reads it: the place, and what is amiss there.
    pub fn sentence(&self) -> String {
        let n = |n: usize| number_text(n as f64);
        match self {
            Finding::Stuck { square } => {
                ["board: nobody who comes to square ", &n(*square), " can reach the last one"]
                    .concat()
            }
            Finding::Unreached { square } => {
                ["board: no roll leads to square ", &n(*square)].concat()
            }
            Finding::Circle { square } => {
                ["links: ladders and slides lead from square ", &n(*square), " back to it"].concat()
            }
            Finding::CardOnLink { deck, square } => [
                "decks[",
                &n(*deck),
                "].on: on square ",
                &n(*square),
                " a ladder or slide begins, so that no team stays to take a card",
            ]
            .concat(),
            Finding::UnusedDeck { deck } => {
                ["decks[", &n(*deck), "].on: this deck lies on no square"].concat()
            }
            Finding::SmallDeck { deck, cards, squares } => [
                "decks[",
                &n(*deck),
                "].cards: ",
                &n(*cards),
                " for ",
                &n(*squares),
                " squares: teams will soon meet the same one again",
            ]
            .concat(),
            Finding::Long { path, lang, words, most } => {
                let lang = if lang.is_empty() { String::new() } else { [".", lang].concat() };
                let parts = [path, &lang, ": ", &n(*words), " words, more than the ", &n(*most)];
                [&parts.concat(), " that can be read from a card at this level"].concat()
            }
            Finding::Twins { path } => [path, ": says the same as a card before it"].concat(),
            Finding::ShortSlot { slot } => {
                ["slots[", &n(*slot), "].seconds: the speech is over before its sign"].concat()
            }
            Finding::UnevenSides { first, second } => {
                ["slots: the sides speak for ", &n(*first), " and for ", &n(*second), " seconds"]
                    .concat()
            }
            Finding::FewStations { stations } => {
                ["stations: with ", &n(*stations), " of them, some of five teams have to wait"]
                    .concat()
            }
        }
    }
}

/// How many words a card has at most.
pub const fn most_words(level: Level) -> usize {
    match level {
        Level::Primary1 => 30,
        Level::Primary2 => 50,
        Level::Secondary => 90,
        Level::Tertiary | Level::Staff => 150,
    }
}

fn long(found: &mut Vec<Finding>, path: &str, texts: &[&Localized], level: Level) {
    let most = most_words(level);
    let tags = texts.first().map(|text| text.tags().collect::<Vec<_>>()).unwrap_or_default();
    for lang in tags {
        let count = |text: &&Localized| plain(&parse(text.get(lang))).split_whitespace().count();
        let words: usize = texts.iter().map(count).sum();
        if words > most {
            let (path, lang) = (path.to_owned(), lang.to_owned());
            found.push(Finding::Long { path, lang, words, most });
        }
    }
}

/// Where a square leads: along ladders and slides, each once. A conditional one may take a team
/// along or not.
fn ends(board: &Board, square: usize, used: &mut Vec<usize>, found: &mut Vec<usize>) {
    match board.link(square).filter(|n| !used.contains(n)) {
        Some(n) => {
            used.push(n);
            let Some(link) = board.links.get(n) else { return };
            if link.condition.is_some() {
                found.push(square);
            }
            ends(board, link.to, used, found);
        }
        None => found.push(square),
    }
}

/// Where one roll from a square can end.
fn next(board: &Board, square: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for face in 1..=board.rules.faces.0 {
        let to = square + face;
        if to <= board.squares || !board.rules.exact {
            ends(board, to.min(board.squares), &mut Vec::new(), &mut found);
        }
    }
    found
}

/// All squares that can be reached from some, by these ways.
fn reached(from: Vec<usize>, squares: usize, ways: &[Vec<usize>]) -> Vec<bool> {
    let mut seen = vec![false; squares + 1];
    let mut waiting = from;
    while let Some(square) = waiting.pop() {
        if let Some(mark) = seen.get_mut(square).filter(|mark| !**mark) {
            *mark = true;
            waiting.extend(ways.get(square).into_iter().flatten());
        }
    }
    seen
}

fn squares(board: &Board, found: &mut Vec<Finding>) {
    let ways: Vec<Vec<usize>> = (0..=board.squares)
        .map(|square| if square == 0 { Vec::new() } else { next(board, square) })
        .collect();
    let mut back = vec![Vec::new(); board.squares + 1];
    for (from, to) in ways.iter().enumerate().flat_map(|(n, to)| to.iter().map(move |t| (n, *t))) {
        if let Some(list) = back.get_mut(to) {
            list.push(from);
        }
    }
    let there = reached(vec![1], board.squares, &ways);
    let leads = reached(vec![board.squares], board.squares, &back);
    for square in 2..=board.squares {
        let is = |list: &[bool]| list.get(square).copied().unwrap_or(false);
        // A square where a link begins is met, though nobody stays there.
        let met = is(&there) || board.link(square).is_some();
        if !met {
            found.push(Finding::Unreached { square });
        } else if is(&there) && !is(&leads) {
            found.push(Finding::Stuck { square });
        }
    }
    for link in &board.links {
        let mut at = link.to;
        let mut steps = 0;
        while at != link.from && steps <= board.links.len() {
            let Some(next) = board.link(at).and_then(|n| board.links.get(n)) else { break };
            at = next.to;
            steps += 1;
        }
        if at == link.from {
            found.push(Finding::Circle { square: link.from });
        }
    }
}

/// What is amiss in a board game.
pub fn board_findings(board: &Board, level: Level) -> Vec<Finding> {
    let mut found = Vec::new();
    squares(board, &mut found);
    for (n, link) in board.links.iter().enumerate() {
        let path = ["links[", &number_text(n as f64), "].text"].concat();
        long(&mut found, &path, &[link.text.source()], level);
    }
    for (deck, one) in board.decks.iter().enumerate() {
        let (cards, squares) = (one.cards.len(), one.squares.len());
        if squares == 0 {
            found.push(Finding::UnusedDeck { deck });
        } else if cards < squares {
            found.push(Finding::SmallDeck { deck, cards, squares });
        }
        let linked = one.squares.iter().filter(|square| board.link(**square).is_some());
        found.extend(linked.map(|square| Finding::CardOnLink { deck, square: *square }));
        let mut stems: Vec<&Rich> = Vec::new();
        for (n, card) in one.cards.iter().enumerate() {
            let [deck, n] = [deck, n].map(|n| number_text(n as f64));
            let path = ["decks[", &deck, "].cards[", &n, "].stem"].concat();
            let mut texts = vec![card.stem.source()];
            if let super::card::Ask::Choose(options) = &card.ask {
                texts.extend(options.iter().map(|option| option.text.source()));
            }
            long(&mut found, &path, &texts, level);
            if stems.contains(&&card.stem) {
                found.push(Finding::Twins { path });
            }
            stems.push(&card.stem);
        }
    }
    found
}

/// What is amiss in a quest.
pub fn quest_findings(quest: &Quest, level: Level) -> Vec<Finding> {
    let mut found = Vec::new();
    let stations = quest.stations.len();
    if stations < super::team::SHAPES.len() {
        found.push(Finding::FewStations { stations });
    }
    for (n, station) in quest.stations.iter().enumerate() {
        let path = ["stations[", &number_text(n as f64), "].text"].concat();
        long(&mut found, &path, &[station.text.source()], level);
    }
    found
}

/// What is amiss in a debate.
pub fn debate_findings(debate: &Debate, level: Level) -> Vec<Finding> {
    let mut found = Vec::new();
    long(&mut found, "motion", &[debate.motion.source()], level);
    for (slot, one) in debate.slots.iter().enumerate() {
        if one.seconds <= debate.signal {
            found.push(Finding::ShortSlot { slot });
        }
    }
    let time = |side| -> usize {
        debate.slots.iter().filter(|slot| slot.side == Some(side)).map(|slot| slot.seconds).sum()
    };
    let (first, second) = (time(0), time(1));
    if first != second {
        found.push(Finding::UnevenSides { first, second });
    }
    found
}
