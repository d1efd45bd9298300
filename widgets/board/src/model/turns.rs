//! A board game as it stands, and what each move makes of it.

use adil::rules::{Amount, Changes};

use super::board::{Board, Reward};
use super::card::{Ask, Card, DeckKind};
use super::dice::{order, roll};
use super::happened::{Drawn, Happened, Outcome, Phase, Standing, Why};
use super::moves::{Move, Verdict};
use super::team::Teams;

/// A board game as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// How each team stands.
    pub teams: Vec<Standing>,
    /// Whose turn it is.
    pub team: usize,
    /// Which round it is, from 1: each team has one turn in it.
    pub round: usize,
    /// What is asked for.
    pub phase: Phase,
    /// Whether the time is over.
    pub time_up: bool,
    /// What the last move made happen.
    pub happened: Vec<Happened>,
    seed: u32,
    /// How often the widget's die was rolled.
    rolls: usize,
    /// How many cards of each deck were taken.
    taken: Vec<usize>,
    again: bool,
}

impl Position {
    /// The beginning of a game.
    pub fn first(board: &Board, teams: Teams, seed: u32) -> Position {
        let standing = Standing { square: 1, values: board.variables.first() };
        Position {
            teams: vec![standing; teams.count()],
            team: 0,
            round: 1,
            phase: Phase::Roll,
            time_up: false,
            happened: vec![Happened::Turn { team: 0 }],
            seed,
            rolls: 0,
            taken: vec![0; board.decks.len()],
            again: false,
        }
    }

    /// Whether the team whose turn it is stands on the last square, and helps the others.
    pub fn helps(&self, board: &Board) -> bool {
        self.square(self.team) >= board.squares
    }

    fn square(&self, team: usize) -> usize {
        self.teams.get(team).map_or(1, |standing| standing.square)
    }

    /// The team furthest back; the first of several.
    fn hindmost(&self) -> usize {
        let squares = self.teams.iter().map(|standing| standing.square).enumerate();
        squares.min_by_key(|(_, square)| *square).map_or(0, |(team, _)| team)
    }

    /// Makes a move; whether that could be.
    pub fn take(&mut self, board: &Board, step: Move) -> bool {
        let before = std::mem::take(&mut self.happened);
        let could = match (self.phase, step) {
            (Phase::Over, _) => false,
            (_, Move::End) => {
                self.end();
                true
            }
            (_, Move::TimeUp) => {
                let first = !self.time_up;
                self.time_up = true;
                self.happened.push(Happened::LastRound);
                first
            }
            (Phase::Roll, Move::Help) if self.helps(board) => self.help(board),
            (Phase::Roll, _) if self.helps(board) => false,
            (Phase::Roll, Move::Roll) => {
                let number = roll(self.seed, self.rolls, board.rules.faces.0);
                self.rolls += 1;
                self.rolled(board, number)
            }
            (Phase::Roll, Move::Typed(number)) if (1..=board.rules.faces.0).contains(&number) => {
                self.rolled(board, number)
            }
            (Phase::Card(drawn), Move::Answer(option)) => self.answer(board, drawn, option),
            (Phase::Card(drawn), Move::Judge(verdict)) if !is_closed(board, drawn) => {
                self.judge(board, drawn, verdict, None);
                true
            }
            (Phase::Card(drawn), Move::Skip) => {
                self.skip(board, drawn);
                true
            }
            (Phase::Told(_), Move::Next) => {
                self.next(board);
                true
            }
            _ => false,
        };
        if !could {
            self.happened = before;
        }
        could
    }

    fn rolled(&mut self, board: &Board, number: usize) -> bool {
        let team = self.team;
        self.happened.push(Happened::Rolled { team, number });
        self.phase = Phase::Told(None);
        let to = self.square(team) + number;
        if to > board.squares && board.rules.exact {
            self.happened.push(Happened::Stayed { team });
            return true;
        }
        self.go(board, team, to.min(board.squares), Why::Dice);
        if let Some(deck) = board.deck_on(self.square(team)) {
            self.draw(board, deck);
        }
        true
    }

    /// Moves a token, and along the ladders and slides that it meets: each once, so that a circle
    /// of them ends.
    fn go(&mut self, board: &Board, team: usize, to: usize, why: Why) {
        let from = self.square(team);
        self.step(board, team, from, to, why);
        let mut used = Vec::new();
        while let Some(n) = board.link(self.square(team)).filter(|n| !used.contains(n)) {
            used.push(n);
            let (Some(link), Some(standing)) = (board.links.get(n), self.teams.get(team)) else {
                return;
            };
            let takes = link.condition.as_ref().is_none_or(|is| is.holds(&standing.values));
            if !takes {
                return;
            }
            self.step(board, team, link.from, link.to, Why::Link(n));
        }
    }

    fn step(&mut self, board: &Board, team: usize, from: usize, to: usize, why: Why) {
        let Some(standing) = self.teams.get_mut(team).filter(|_| from != to) else { return };
        standing.square = to;
        self.happened.push(Happened::Moved { team, from, to, why });
        if to >= board.squares {
            self.happened.push(Happened::Arrived { team });
        }
    }

    fn shift(&mut self, board: &Board, team: usize, steps: i32, why: Why) {
        let moved = i64::try_from(self.square(team)).unwrap_or(1) + i64::from(steps);
        let most = i64::try_from(board.squares).unwrap_or(1);
        let to = usize::try_from(moved.clamp(1, most)).unwrap_or(1);
        if to != self.square(team) {
            self.go(board, team, to, why);
        }
    }

    fn help(&mut self, board: &Board) -> bool {
        let asks = |kind| board.decks.iter().position(|deck| deck.kind == kind);
        match asks(DeckKind::Question).or_else(|| asks(DeckKind::Task)) {
            Some(deck) => self.draw(board, deck),
            None => self.phase = Phase::Told(None),
        }
        true
    }

    fn draw(&mut self, board: &Board, deck: usize) {
        let (Some(from), Some(taken)) = (board.decks.get(deck), self.taken.get_mut(deck)) else {
            return;
        };
        let count = from.cards.len();
        let (time, place) = (*taken / count.max(1), *taken % count.max(1));
        *taken += 1;
        let cards = order(self.seed, from.id.as_str(), time, count);
        let drawn = Drawn { deck, card: cards.get(place).copied().unwrap_or(0) };
        self.happened.push(Happened::Drew(drawn));
        self.phase = Phase::Card(drawn);
        if let Some(Card { ask: Ask::Fate { steps, again }, set, .. }) = card(board, drawn) {
            self.phase = Phase::Told(Some((drawn, Outcome::Fate)));
            let team = self.team;
            self.give(board, team, steps.as_ref(), set, Why::Card);
            if *again && self.square(team) < board.squares {
                self.again = true;
                self.happened.push(Happened::Again { team });
            }
        }
    }

    /// Lets a team have what a card or a verdict brings.
    fn give(
        &mut self,
        board: &Board,
        team: usize,
        steps: Option<&Amount>,
        set: &Changes,
        why: Why,
    ) {
        let Some(standing) = self.teams.get_mut(team) else { return };
        set.apply(&mut standing.values);
        let steps = steps.map_or(0, |steps| steps.get(&standing.values));
        self.shift(board, team, steps, why);
    }

    fn answer(&mut self, board: &Board, drawn: Drawn, option: usize) -> bool {
        let Some(Card { ask: Ask::Choose(options), .. }) = card(board, drawn) else { return false };
        let Some(chosen) = options.get(option) else { return false };
        let verdict = match chosen.score {
            score if score >= 1.0 => Verdict::Good,
            score if score > 0.0 => Verdict::Partly,
            _ => Verdict::NotYet,
        };
        self.judge(board, drawn, verdict, Some(option));
        true
    }

    fn judge(&mut self, board: &Board, drawn: Drawn, verdict: Verdict, option: Option<usize>) {
        self.happened.push(Happened::Judged(verdict));
        self.phase = Phase::Told(Some((drawn, Outcome::Judged(verdict, option))));
        let team = self.team;
        if verdict == Verdict::Good
            && let Some(card) = card(board, drawn)
            && let Some(standing) = self.teams.get_mut(team)
        {
            card.set.apply(&mut standing.values);
        }
        let reward = reward(board, verdict);
        if self.helps(board) {
            let (steps, set) = reward.map_or((None, None), |r| (r.steps.as_ref(), Some(&r.set)));
            let steps = steps.zip(self.teams.get(team)).map_or(0, |(s, t)| s.get(&t.values));
            let least = i32::from(verdict == Verdict::Good);
            if let (Some(set), Some(standing)) = (set, self.teams.get_mut(team)) {
                set.apply(&mut standing.values);
            }
            let behind = self.hindmost();
            self.shift(board, behind, steps.max(least), Why::Help);
        } else if let Some(reward) = reward {
            self.give(board, team, reward.steps.as_ref(), &reward.set, Why::Card);
        }
    }

    /// Another card of the same deck; where there is none, the turn goes on without.
    fn skip(&mut self, board: &Board, drawn: Drawn) {
        let count = board.decks.get(drawn.deck).map_or(0, |deck| deck.cards.len());
        if count < 2 {
            self.phase = Phase::Told(Some((drawn, Outcome::Skipped)));
            return;
        }
        self.draw(board, drawn.deck);
    }

    fn next(&mut self, board: &Board) {
        if self.teams.iter().all(|standing| standing.square >= board.squares) {
            return self.end();
        }
        if !std::mem::take(&mut self.again) {
            self.team += 1;
            if self.team >= self.teams.len() {
                self.team = 0;
                self.round += 1;
                if self.time_up {
                    return self.end();
                }
            }
        }
        self.phase = Phase::Roll;
        self.happened.push(Happened::Turn { team: self.team });
    }

    fn end(&mut self) {
        self.phase = Phase::Over;
        self.happened.push(Happened::Over);
    }
}

fn reward(board: &Board, verdict: Verdict) -> Option<&Reward> {
    match verdict {
        Verdict::Good => board.rules.good.as_ref(),
        Verdict::Partly => board.rules.partly.as_ref(),
        Verdict::NotYet => board.rules.not_yet.as_ref(),
    }
}

/// A card that was taken.
pub fn card(board: &Board, drawn: Drawn) -> Option<&Card> {
    board.decks.get(drawn.deck)?.cards.get(drawn.card)
}

fn is_closed(board: &Board, drawn: Drawn) -> bool {
    card(board, drawn).is_none_or(|card| matches!(card.ask, Ask::Choose(_)))
}
