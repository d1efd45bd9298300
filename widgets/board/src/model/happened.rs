//! What a board game is made of while it is played: where teams stand, what is asked for, and
//! what a move made happen.

use adil::rules::Values;

use super::moves::Verdict;

/// How a team stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Its square, from 1.
    pub square: usize,
    /// What the variables are for it.
    pub values: Values,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// A roll; of a team on the last square, a card for the others.
    Roll,
    /// An answer to a card.
    Card(Drawn),
    /// To go on: what happened is told.
    Told(Option<(Drawn, Outcome)>),
    /// Nothing: the game is over.
    Over,
}

/// A card that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The deck.
    pub deck: usize,
    /// The card.
    pub card: usize,
}

/// What became of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was answered, and the host or the card itself judged so.
    Judged(Verdict, Option<usize>),
    /// It happened.
    Fate,
    /// It was put away, and there was no other.
    Skipped,
}

/// Why a token moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The die
    Dice,
    /// A ladder or slide
    Link(usize),
    /// What a card brings
    Card,
    /// A team on the last square helped
    Help,
}

/// One of the things that a move made happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// A number was rolled.
    Rolled {
        /// By this team.
        team: usize,
        /// What the die shows.
        number: usize,
    },
    /// A token moved.
    Moved {
        /// Whose.
        team: usize,
        /// From this square.
        from: usize,
        /// To this one.
        to: usize,
        /// Why.
        why: Why,
    },
    /// The number was too great for the last square.
    Stayed {
        /// Who.
        team: usize,
    },
    /// A team is on the last square.
    Arrived {
        /// Which.
        team: usize,
    },
    /// A card was taken.
    Drew(Drawn),
    /// A card was judged.
    Judged(Verdict),
    /// The team rolls again.
    Again {
        /// Which.
        team: usize,
    },
    /// It is a team's turn.
    Turn {
        /// Which.
        team: usize,
    },
    /// The time is over: the round is played to its end.
    LastRound,
    /// The game is over.
    Over,
}
