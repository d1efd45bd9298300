//! Turns as xAPI statements. Whoever sends them adds the actor, an id and the time of day. The
//! actor is the class or its host: a team is a shape, and never a person.

use adil::json::{Json, number_text};

use super::board::Board;
use super::happened::{Drawn, Happened, Why};
use super::moves::Verdict;
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
    let slash = if part.is_empty() { "" } else { "#" };
    let id = [about.id, slash, &part].concat();
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
    Some(Json::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
}

fn named(board: &Board, drawn: Drawn) -> Option<String> {
    let deck = board.decks.get(drawn.deck)?;
    Some(["card/", deck.id.as_str(), "/", card(board, drawn)?.id.as_str()].concat())
}
