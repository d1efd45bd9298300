//! The board of a team game: its squares, ladders and slides, decks and rules.

use adil::content::{Count, Kind, Picture, Rich};
use adil::json::{Cursor, Fields, FromJson, Problem, Record, number_text};
use adil::rules::{Amount, Changes, Condition, Variables};

use super::card::{Deck, DeckFields, MOST_SQUARES, Square, decks};
use super::dice::MOST_FACES;

adil::words! {
    /// How squares follow each other.
    pub enum Way {
        /// Up the board, row after row, to and fro.
        "winding" Winding,
        /// Up the board, each row from the same side.
        "rows" Rows,
    }
}

/// A share of the board's width or height, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percent(pub f64);

impl FromJson for Percent {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        cursor.number(0.0, 100.0, "a number from 0 to 100").map(Percent)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "number", "minimum": 0, "maximum": 100 })
    }
}

adil::record! {
    /// Where the middle of a square is, from the left and from the top.
    pub struct Point {
        /// From the left, in percent of the width.
        "x" x: Percent,
        /// From the top, in percent of the height.
        "y" y: Percent,
    }
}

adil::record! {
    /// The shape of the board.
    pub struct PlanFields {
        /// How many squares, 20 to 100.
        "squares" squares: Count,
        /// How many in a row, 4 to 12; missing: as many as make the board about as wide as high.
        "columns" columns: Option<Count>,
        /// How squares follow each other.
        "way" way: Way = Way::Winding,
        /// A free path instead of rows: where each square is.
        "points" points: Vec<Point>,
        /// A picture behind a free path.
        "picture" picture: Option<Picture>,
    }
}

adil::record! {
    /// A ladder, which leads up, or a slide, which leads down.
    pub struct LinkFields {
        /// The square where it begins.
        "from" from: Square,
        /// The square where it ends; a higher one makes a ladder, a lower one a slide.
        "to" to: Square,
        /// Its story.
        "text" text: Rich,
        /// When it takes a team along; missing: always.
        "if" condition: Option<Condition>,
    }
}

adil::record! {
    /// What a verdict brings.
    pub struct Reward {
        /// How many squares on, or back where less than 0.
        "steps" steps: Option<Amount>,
        /// What changes for the team.
        "set" set: Changes,
    }
}

adil::record! {
    /// The rules of the game.
    pub struct Rules {
        /// How many faces the die has.
        "faces" faces: Count = Count(6),
        /// Whether the last square has to be met by the very number.
        "exact" exact: bool = false,
        /// What a good answer brings.
        "good" good: Option<Reward>,
        /// What a partly good one brings.
        "partly" partly: Option<Reward>,
        /// What one brings that is not there yet.
        "notYet" not_yet: Option<Reward>,
    }
}

adil::record! {
    /// The board game as its author writes it.
    pub struct BoardFields {
        /// What the class reads before the game.
        "intro" intro: Option<Rich>,
        /// The shape of the board.
        "board" plan: PlanFields,
        /// Ladders and slides.
        "links" links: Vec<LinkFields>,
        /// What cards and rules change for each team.
        "variables" variables: Option<Variables>,
        /// The rules.
        "rules" rules: Option<Rules>,
        /// Decks of cards, and on which squares they lie.
        "decks" decks: Vec<DeckFields>,
        /// What each team is asked at the end.
        "ending" ending: Option<Rich>,
        /// What the host may want to know.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}

/// Where squares lie.
#[derive(Clone, Debug, PartialEq)]
pub enum Layout {
    /// In rows from the bottom up.
    Grid {
        /// How many in a row.
        columns: usize,
        /// Whether every other row runs back.
        winds: bool,
    },
    /// Anywhere: the middle of each square, in percent.
    Free(Vec<(f64, f64)>),
}

/// A ladder or a slide; it never ends where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The square where it begins.
    pub from: usize,
    /// The square where it ends.
    pub to: usize,
    /// Its story.
    pub text: Rich,
    /// When it takes a team along.
    pub condition: Option<Condition>,
}

impl Link {
    /// Whether it leads up.
    pub fn is_ladder(&self) -> bool {
        self.to > self.from
    }
}

/// A board game whose squares, ladders, slides and cards fit together.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// What the class reads before the game.
    pub intro: Option<Rich>,
    /// How many squares there are.
    pub squares: usize,
    /// Where they lie.
    pub layout: Layout,
    /// A picture behind a free path.
    pub picture: Option<Picture>,
    /// Ladders and slides; no two begin on one square.
    pub links: Vec<Link>,
    /// What cards and rules change for each team.
    pub variables: Variables,
    /// The rules.
    pub rules: Rules,
    /// The decks; no two lie on one square.
    pub decks: Vec<Deck>,
    /// What each team is asked at the end.
    pub ending: Option<Rich>,
    /// For the host.
    pub teacher_notes: Option<Rich>,
}

impl Board {
    /// The ladder or slide that begins on a square.
    pub fn link(&self, square: usize) -> Option<usize> {
        self.links.iter().position(|link| link.from == square)
    }

    /// The deck that lies on a square.
    pub fn deck_on(&self, square: usize) -> Option<usize> {
        self.decks.iter().position(|deck| deck.squares.contains(&square))
    }
}

fn layout(plan: &PlanFields, squares: usize) -> Result<Layout, Problem> {
    if !plan.points.is_empty() {
        if plan.points.len() != squares {
            let what = ["a point for each of the ", &number_text(squares as f64), " squares"];
            let found = number_text(plan.points.len() as f64);
            return Err(Problem::new("board.points", &what.concat(), &found));
        }
        return Ok(Layout::Free(plan.points.iter().map(|p| (p.x.0, p.y.0)).collect()));
    }
    let columns = match plan.columns {
        Some(Count(n)) if (4..=12).contains(&n) => n,
        Some(Count(n)) => {
            return Err(Problem::new("board.columns", "4 to 12", &number_text(n as f64)));
        }
        None => (4..=10).find(|n| n * n >= squares).unwrap_or(10),
    };
    Ok(Layout::Grid { columns, winds: plan.way == Way::Winding })
}

fn links(written: Vec<LinkFields>, squares: usize) -> Result<Vec<Link>, Problem> {
    let mut all: Vec<Link> = Vec::new();
    for (n, link) in written.into_iter().enumerate() {
        let (from, to) = (link.from.0, link.to.0);
        let refuse = |field: &str, what: &str, found: usize| {
            let path = ["links[", &number_text(n as f64), "].", field].concat();
            Problem::new(&path, what, &number_text(found as f64))
        };
        // Nobody is taken away from the first or the last square.
        if from == 1 || from >= squares {
            return Err(refuse("from", "a square between the first and the last", from));
        }
        if to > squares || to == from {
            return Err(refuse("to", "another square of the board", to));
        }
        if all.iter().any(|other| other.from == from) {
            return Err(refuse("from", "a square where no other link begins", from));
        }
        all.push(Link { from, to, text: link.text, condition: link.condition });
    }
    Ok(all)
}

impl Record for Board {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let written = BoardFields::from_fields(fields)?;
        let squares = written.plan.squares.0;
        if !(20..=MOST_SQUARES).contains(&squares) {
            let found = number_text(squares as f64);
            return Err(Problem::new("board.squares", "20 to 100", &found));
        }
        let layout = layout(&written.plan, squares)?;
        let default =
            Rules { faces: Count(6), exact: false, good: None, partly: None, not_yet: None };
        let rules = written.rules.unwrap_or(default);
        if !(2..=MOST_FACES).contains(&rules.faces.0) {
            let found = number_text(rules.faces.0 as f64);
            return Err(Problem::new("rules.faces", "2 to 20", &found));
        }
        Ok(Board {
            intro: written.intro,
            squares,
            layout,
            picture: written.plan.picture,
            links: links(written.links, squares)?,
            variables: written.variables.unwrap_or_default(),
            rules,
            decks: decks(written.decks, squares)?,
            ending: written.ending,
            teacher_notes: written.teacher_notes,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        BoardFields::describe(definitions, object);
    }
}

impl Kind for Board {
    const KIND: &'static str = "board";
}
