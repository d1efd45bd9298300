//! What happens in games as xAPI statements: turns of a board, points of a quest, speeches and
//! hands of a debate. Whoever sends them adds the actor, an id and the time of day. The
//! actor is the class or its host: a team is a shape, and never a person.

use adil::json::{Json, number_text};

use super::board::Board;
use super::debate::Debate;
use super::happened::{Drawn, Happened, Why};
use super::moves::{MOST_POINTS, Verdict};
use super::quest::{Quest, Total};
use super::team::shape;
use super::turns::card;

const VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const EXTENSIONS: &str = "https://w3id.org/adil/board/";

/// What all statements of a game share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match<'a> {
    /// An address that names the content for good.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The tag of the title's language.
    pub lang: &'a str,
    /// A UUID that names the game.
    pub registration: &'a str,
}

fn extensions(rows: Vec<(&str, Json)>) -> Json {
    let named = |(name, value)| ([EXTENSIONS, name].concat(), value);
    Json::Object(rows.into_iter().map(named).collect())
}

fn moved(team: usize, from: usize, to: usize, why: Why) -> Json {
    let why = match why {
        Why::Dice => "dice",
        Why::Link(_) if to > from => "ladder",
        Why::Link(_) => "slide",
        Why::Card => "card",
        Why::Help => "help",
    };
    extensions(vec![
        ("team", shape(team).word().into()),
        ("from", from.into()),
        ("to", to.into()),
        ("why", why.into()),
    ])
}

/// The statement that tells of a thing that happened; nothing for what a record has no use for.
pub fn statement(happened: Happened, board: &Board, about: &Match) -> Option<Json> {
    let (verb, part, result) = match happened {
        Happened::Rolled { team, number } => {
            let rows = vec![("team", shape(team).word().into()), ("roll", number.into())];
            ("interacted", "dice".to_owned(), Json::object([("extensions", extensions(rows))]))
        }
        Happened::Moved { team, from, to, why } => {
            let part = ["square/", &number_text(to as f64)].concat();
            let rows = moved(team, from, to, why);
            ("progressed", part, Json::object([("extensions", rows)]))
        }
        Happened::Drew(drawn) => ("experienced", named(board, drawn)?, Json::Null),
        Happened::Judged(verdict) => {
            let success = verdict == Verdict::Good;
            let result = Json::object([
                ("success", success.into()),
                ("extensions", extensions(vec![("verdict", verdict.word().into())])),
            ]);
            ("answered", "card".to_owned(), result)
        }
        Happened::Arrived { team } => {
            let rows = vec![("team", shape(team).word().into())];
            ("passed", String::new(), Json::object([("extensions", extensions(rows))]))
        }
        Happened::Over => ("completed", String::new(), Json::object([("completion", true.into())])),
        _ => return None,
    };
    Some(made(verb, &part, result, about))
}

/// A statement of a part of the game, or of all of it where the part has no name.
fn made(verb: &str, part: &str, result: Json, about: &Match) -> Json {
    let slash = if part.is_empty() { "" } else { "#" };
    let id = [about.id, slash, part].concat();
    let name = Json::object([(about.lang, about.title.into())]);
    let mut fields = vec![
        (
            "verb",
            Json::object([
                ("id", [VERBS, verb].concat().as_str().into()),
                ("display", Json::object([("en", verb.into())])),
            ]),
        ),
        (
            "object",
            Json::object([
                ("id", id.as_str().into()),
                ("definition", Json::object([("name", name)])),
            ]),
        ),
        ("context", Json::object([("registration", about.registration.into())])),
    ];
    if result != Json::Null {
        fields.push(("result", result));
    }
    Json::object(fields)
}

fn named(board: &Board, drawn: Drawn) -> Option<String> {
    let deck = board.decks.get(drawn.deck)?;
    Some(["card/", deck.id.as_str(), "/", card(board, drawn)?.id.as_str()].concat())
}

/// What happened in a quest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestEvent {
    /// A team is at a station.
    Visited {
        /// Which team.
        team: usize,
        /// Which station.
        station: usize,
    },
    /// A jury gave points for a criterion.
    Scored {
        /// To which team.
        team: usize,
        /// At which station.
        station: usize,
        /// For which criterion of the station.
        criterion: usize,
        /// 0 to 5.
        points: usize,
    },
    /// All points of a team are added up.
    Totalled(Total),
    /// The quest is over.
    Over,
}

/// Points out of the most that there can be.
fn score(points: usize, most: usize) -> (&'static str, Json) {
    let mut rows = vec![("raw", points.into()), ("min", 0_usize.into()), ("max", most.into())];
    if most > 0 {
        rows.push(("scaled", (points as f64 / most as f64).into()));
    }
    ("score", Json::object(rows))
}

/// The statement that tells of something in a quest; nothing of what the quest does not have.
pub fn quest_statement(event: &QuestEvent, quest: &Quest, about: &Match) -> Option<Json> {
    let by = |team: usize| extensions(vec![("team", shape(team).word().into())]);
    let part = |station: usize| {
        let id = quest.stations.get(station)?.id.as_str();
        Some(["station/", id].concat())
    };
    Some(match event {
        QuestEvent::Visited { team, station } => {
            let result = Json::object([("extensions", by(*team))]);
            made("attempted", &part(*station)?, result, about)
        }
        QuestEvent::Scored { team, station, criterion, points } => {
            let id = quest.stations.get(*station)?.criteria.get(*criterion)?.id.as_str();
            let part = [&part(*station)?, "/", id].concat();
            let result = vec![score(*points, MOST_POINTS), ("extensions", by(*team))];
            made("scored", &part, Json::object(result), about)
        }
        QuestEvent::Totalled(total) => {
            let criteria: usize = quest.stations.iter().map(|one| one.criteria.len()).sum();
            let score = score(total.points, criteria * MOST_POINTS);
            let result = Json::object(vec![score, ("extensions", by(total.team))]);
            made("scored", "", result, about)
        }
        QuestEvent::Over => completed(Vec::new(), about),
    })
}

/// What happened in a debate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebateEvent {
    /// Both sides have prepared.
    Prepared,
    /// The speech of this place was held.
    Spoke(usize),
    /// Hands were counted: for the first side, for the second, for none.
    Voted {
        /// Whether it was after the debate.
        after: bool,
        /// The hands.
        hands: [usize; 3],
    },
    /// The debate is over; how many hands each side won or lost, where they were counted twice.
    Over(Option<[i64; 2]>),
}

/// The statement that tells of something in a debate; nothing of what the debate does not have.
pub fn debate_statement(event: DebateEvent, debate: &Debate, about: &Match) -> Option<Json> {
    let sides = || debate.sides.iter().map(|side| side.id.as_str());
    Some(match event {
        DebateEvent::Prepared => made("experienced", "preparation", Json::Null, about),
        DebateEvent::Spoke(n) => {
            let slot = debate.slots.get(n)?;
            let side = slot.side.and_then(|side| debate.sides.get(side));
            let side = side.map_or(Json::Null, |side| side.id.as_str().into());
            let part = ["speech/", &number_text((n + 1) as f64)].concat();
            let result = Json::object([("extensions", extensions(vec![("side", side)]))]);
            made("completed", &part, result, about)
        }
        DebateEvent::Voted { after, hands } => {
            let part = if after { "hands/after" } else { "hands/before" };
            let [first, second, none] = hands;
            let for_sides = sides().zip([first, second]).map(|(id, n)| (id, Json::from(n)));
            let hands = Json::object(for_sides);
            let rows = vec![("hands", hands), ("undecided", none.into())];
            made("answered", part, Json::object([("extensions", extensions(rows))]), about)
        }
        DebateEvent::Over(shift) => {
            let row = |shift: [i64; 2]| {
                let changes = sides().zip(shift).map(|(id, n)| (id, Json::from(n as f64)));
                ("shift", Json::object(changes))
            };
            completed(shift.into_iter().map(row).collect(), about)
        }
    })
}

fn completed(rows: Vec<(&str, Json)>, about: &Match) -> Json {
    let mut result = vec![("completion", true.into())];
    if !rows.is_empty() {
        result.push(("extensions", extensions(rows)));
    }
    made("completed", "", Json::object(result), about)
}
