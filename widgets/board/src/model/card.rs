//! Cards and the decks that they lie in.

use adil::content::{Count, Localized, Picture, Reference, Rich};
use adil::json::{Cursor, FromJson, Problem, distinct, number_text};
use adil::rules::{Amount, Changes};

adil::words! {
    /// What the cards of a deck are.
    pub enum DeckKind {
        /// Questions: with options, or open and judged by the host.
        "question" Question,
        /// Something to do, judged by the host.
        "task" Task,
        /// Something that happens.
        "fate" Fate,
    }
}

adil::record! {
    /// One of several answers to a question.
    pub struct Answer {
        /// What it says.
        "text" text: Rich,
        /// 1 right, a part partly right; missing: not right.
        "score" score: f64 = 0.0,
        /// What is said when it was chosen.
        "feedback" feedback: Option<Rich>,
    }
}

adil::record! {
    /// A card.
    pub struct CardFields {
        /// Its name in events.
        "id" id: Reference,
        /// What it asks or tells.
        "stem" stem: Rich,
        /// A picture above the text.
        "picture" picture: Option<Picture>,
        /// Answers to choose from; without any the host judges what a team says or does.
        "options" options: Vec<Answer>,
        /// What is told afterwards: the reason, or what a good answer has.
        "explanation" explanation: Option<Rich>,
        /// How many seconds the team has; missing: as long as it needs. Not in primary school.
        "seconds" seconds: Option<Count>,
        /// Fate: how many squares on, or back where less than 0.
        "steps" steps: Option<Amount>,
        /// Fate: whether the team rolls again.
        "again" again: bool = false,
        /// What changes: for fate at once, else after a good answer.
        "set" set: Changes,
    }
}

adil::record! {
    /// A deck as its author writes it.
    pub struct DeckFields {
        /// Its name in events.
        "id" id: Reference,
        /// What its cards are.
        "kind" kind: DeckKind,
        /// What it is called.
        "title" title: Localized,
        /// The squares on which a team takes a card of it.
        "on" squares: Vec<Square>,
        /// The cards; shuffled by the seed of the game, and again when all were taken.
        "cards" cards: Vec<CardFields>,
    }
}

/// A square by its number, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Square(pub usize);

/// The most squares that a board has.
pub const MOST_SQUARES: usize = 100;

impl FromJson for Square {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "the number of a square, from 1";
        let number = cursor.number(1.0, MOST_SQUARES as f64, WHAT)?;
        if number.fract() != 0.0 {
            return Err(cursor.expected(WHAT));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Ok(Square(number as usize))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": MOST_SQUARES })
    }
}

/// What a card wants of a team.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// One of several answers, of which at least one is right.
    Choose(Vec<Answer>),
    /// Something to say or do, which the host judges.
    Open,
    /// Nothing: it happens.
    Fate {
        /// How many squares on, or back.
        steps: Option<Amount>,
        /// Whether the team rolls again.
        again: bool,
    },
}

/// A card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its name in events.
    pub id: Reference,
    /// What it asks or tells.
    pub stem: Rich,
    /// A picture.
    pub picture: Option<Picture>,
    /// What it wants.
    pub ask: Ask,
    /// What is told afterwards.
    pub explanation: Option<Rich>,
    /// How many seconds the team has.
    pub seconds: Option<usize>,
    /// What changes after a good answer; for fate at once.
    pub set: Changes,
}

/// A deck with at least one card.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Its name in events.
    pub id: Reference,
    /// What its cards are.
    pub kind: DeckKind,
    /// What it is called.
    pub title: Localized,
    /// The squares on which a team takes a card of it.
    pub squares: Vec<usize>,
    /// The cards.
    pub cards: Vec<Card>,
}

fn card(fields: CardFields, kind: DeckKind, path: &str) -> Result<Card, Problem> {
    let CardFields { id, stem, picture, options, explanation, seconds, steps, again, set } = fields;
    let at = |field: &str| [path, ".", field].concat();
    let ask = match kind {
        DeckKind::Fate if !options.is_empty() => {
            return Err(Problem::new(&at("options"), "none on a card of fate", "some"));
        }
        DeckKind::Fate => Ask::Fate { steps, again },
        _ if steps.is_some() || again => {
            let field = at(if again { "again" } else { "steps" });
            let what = "nothing: `rules` say what a good answer brings";
            return Err(Problem::new(&field, what, "a value"));
        }
        _ if options.is_empty() => Ask::Open,
        _ => {
            if options.len() < 2 || !options.iter().any(|option| option.score >= 1.0) {
                let what = "at least two, one of them with the score 1";
                let found = number_text(options.len() as f64);
                return Err(Problem::new(&at("options"), what, &found));
            }
            Ask::Choose(options)
        }
    };
    let seconds = seconds.map(|count| count.0);
    Ok(Card { id, stem, picture, ask, explanation, seconds, set })
}

fn deck(fields: DeckFields, path: &str) -> Result<Deck, Problem> {
    let DeckFields { id, kind, title, squares, cards } = fields;
    let cards_path = [path, ".cards"].concat();
    if cards.is_empty() {
        return Err(Problem::new(&cards_path, "at least one card", "none"));
    }
    let ids: Vec<&str> = cards.iter().map(|card| card.id.as_str()).collect();
    distinct(&cards_path, &ids, "card of this deck")?;
    let read = |(n, fields)| {
        let path = [&cards_path, "[", &number_text(n as f64), "]"].concat();
        card(fields, kind, &path)
    };
    let cards = cards.into_iter().enumerate().map(read).collect::<Result<_, Problem>>()?;
    let squares = squares.into_iter().map(|square| square.0).collect();
    Ok(Deck { id, kind, title, squares, cards })
}

/// Reads all decks of a file whose board has so many squares.
///
/// # Errors
/// The place of what does not fit, what was expected and what was found.
pub fn decks(written: Vec<DeckFields>, squares: usize) -> Result<Vec<Deck>, Problem> {
    let ids: Vec<&str> = written.iter().map(|deck| deck.id.as_str()).collect();
    distinct("decks", &ids, "deck of this file")?;
    let mut taken: Vec<usize> = Vec::new();
    let mut all = Vec::new();
    for (n, fields) in written.into_iter().enumerate() {
        let path = ["decks[", &number_text(n as f64), "]"].concat();
        let deck = deck(fields, &path)?;
        for (at, square) in deck.squares.iter().enumerate() {
            let path = || [&path, ".on[", &number_text(at as f64), "]"].concat();
            if *square > squares {
                let what = ["a square of the board, at most ", &number_text(squares as f64)];
                let found = number_text(*square as f64);
                return Err(Problem::new(&path(), &what.concat(), &found));
            }
            if taken.contains(square) {
                let found = [&number_text(*square as f64), " again"].concat();
                return Err(Problem::new(&path(), "a square that no other deck is on", &found));
            }
            taken.push(*square);
        }
        all.push(deck);
    }
    Ok(all)
}
