//! What happens in a game, one after the other. The list of moves is the game: its state follows
//! from them, and whoever drops the last one is back where it was.

use adil::Json;

adil::words! {
    /// What the host thinks of an open answer.
    pub enum Verdict {
        /// A good discussion, a good try.
        "good" Good,
        /// Partly.
        "partly" Partly,
        /// Not yet.
        "notYet" NotYet,
    }
}

/// The most points for a criterion.
pub const MOST_POINTS: usize = 5;

/// The most hands that can be counted.
pub const MOST_HANDS: usize = 9_999;

/// A move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The die of the widget was rolled.
    Roll,
    /// A real die shows this number.
    Typed(usize),
    /// A team on the last square takes a card for the others.
    Help,
    /// The answer of this place was chosen.
    Answer(usize),
    /// The host judged an open answer.
    Judge(Verdict),
    /// The card was put away for another one.
    Skip,
    /// On to the next turn, round or speech.
    Next,
    /// The time of the game is over.
    TimeUp,
    /// The host ends the game.
    End,
    /// A jury gives a team points at a station.
    Points {
        /// The team.
        team: usize,
        /// The station.
        station: usize,
        /// The criterion.
        criterion: usize,
        /// 0 to 5.
        points: usize,
    },
    /// Hands were counted: for the first side, for the second, for none.
    Votes([usize; 3]),
}

impl Move {
    /// The move as it is kept.
    pub fn save(self) -> Json {
        let list = |name: &str, numbers: &[usize]| {
            let numbers = numbers.iter().map(|n| Json::from(*n));
            Json::List([Json::from(name)].into_iter().chain(numbers).collect())
        };
        match self {
            Move::Roll => "roll".into(),
            Move::Typed(n) => list("typed", &[n]),
            Move::Help => "help".into(),
            Move::Answer(n) => list("answer", &[n]),
            Move::Judge(verdict) => verdict.word().into(),
            Move::Skip => "skip".into(),
            Move::Next => "next".into(),
            Move::TimeUp => "timeUp".into(),
            Move::End => "end".into(),
            Move::Points { team, station, criterion, points } => {
                list("points", &[team, station, criterion, points])
            }
            Move::Votes(hands) => list("votes", &hands),
        }
    }

    /// A move as it was kept; nothing for what is none.
    pub fn restore(kept: &Json) -> Option<Move> {
        let numbers: Vec<usize> = kept.list().iter().skip(1).filter_map(whole).collect();
        let name = kept.text().or_else(|| kept.list().first()?.text())?;
        Some(match (name, numbers.as_slice()) {
            ("roll", []) => Move::Roll,
            ("typed", [n]) => Move::Typed(*n),
            ("help", []) => Move::Help,
            ("answer", [n]) => Move::Answer(*n),
            ("skip", []) => Move::Skip,
            ("next", []) => Move::Next,
            ("timeUp", []) => Move::TimeUp,
            ("end", []) => Move::End,
            ("points", [team, station, criterion, points]) => Move::Points {
                team: *team,
                station: *station,
                criterion: *criterion,
                points: *points,
            },
            ("votes", [a, b, c]) => Move::Votes([*a, *b, *c]),
            (word, []) => Move::Judge(Verdict::from_word(word)?),
            _ => return None,
        })
    }
}

/// A whole number of a kept game.
pub fn whole(json: &Json) -> Option<usize> {
    let number = json.number().filter(|n| (0.0..=1e9).contains(n) && n.fract() == 0.0)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_comes_back_as_it_was_kept() {
        let moves = [
            Move::Roll,
            Move::Typed(4),
            Move::Help,
            Move::Answer(2),
            Move::Judge(Verdict::Good),
            Move::Judge(Verdict::Partly),
            Move::Judge(Verdict::NotYet),
            Move::Skip,
            Move::Next,
            Move::TimeUp,
            Move::End,
            Move::Points { team: 1, station: 2, criterion: 3, points: 5 },
            Move::Votes([10, 0, 7]),
        ];
        for one in moves {
            assert_eq!(Move::restore(&one.save()), Some(one));
        }
    }

    #[test]
    fn what_is_no_move_is_none() {
        let none: [&str; 9] = [
            "7",
            "null",
            "\"fly\"",
            "[]",
            "[\"typed\"]",
            "[\"typed\", 1, 2]",
            "[\"typed\", -1]",
            "[\"typed\", 1.5]",
            "[\"roll\", 3]",
        ];
        for text in none {
            let json: Json = serde_json::from_str(text).unwrap();
            assert_eq!(Move::restore(&json), None, "{text}");
        }
    }
}
