//! What happened, in sentences for those who hear it and in events for the page.

use adil::Json;

use super::Session;
use crate::model::{
    Board, Drawn, Game, Happened, Outcome, Phase, Play, Position, State, Verdict, Why, card, shape,
};

/// An event and its fields.
type News = (&'static str, Vec<(&'static str, Json)>);

/// How far a quest or a debate is.
fn progress(done: usize, total: usize) -> News {
    ("adil-progress", vec![("done", done.into()), ("total", total.into())])
}

/// The events of what a move made happen on a board.
fn news(board: &Board, position: &Position) -> Vec<News> {
    let mut news = Vec::new();
    let happened = &position.happened;
    let rolled = happened.iter().find_map(|one| match one {
        Happened::Rolled { team, number } => Some((*team, *number)),
        _ => None,
    });
    let moved = |team: usize| {
        let of_team = happened.iter().filter_map(move |one| match one {
            Happened::Moved { team: moved, from, to, .. } if *moved == team => Some((*from, *to)),
            _ => None,
        });
        let all: Vec<(usize, usize)> = of_team.collect();
        all.first().map(|(from, _)| *from).zip(all.last().map(|(_, to)| *to))
    };
    if let Some((team, number)) = rolled {
        let stays = position.teams.get(team).map_or(1, |standing| standing.square);
        let (from, to) = moved(team).unwrap_or((stays, stays));
        let fields = vec![
            ("team", shape(team).word().into()),
            ("roll", number.into()),
            ("from", from.into()),
            ("to", to.into()),
        ];
        news.push(("adil-turn", fields));
    }
    let verdict = happened.iter().find_map(|one| match one {
        Happened::Judged(verdict) => Some(*verdict),
        _ => None,
    });
    if let (Some(verdict), Phase::Told(Some((drawn, _)))) = (verdict, position.phase) {
        news.extend(judged(board, drawn, verdict));
    }
    news
}

fn judged(board: &Board, drawn: Drawn, verdict: Verdict) -> Option<News> {
    let deck = board.decks.get(drawn.deck)?;
    let fields = vec![
        ("deckId", deck.id.as_str().into()),
        ("cardId", card(board, drawn)?.id.as_str().into()),
        ("verdict", verdict.word().into()),
    ];
    Some(("adil-card", fields))
}

impl Session {
    /// Tells the page what happened. No name and no text is among it.
    pub(super) fn tell_page(self) {
        let context = self.context();
        let (moves, is_over) = self.game(|game| {
            self.play(|play| {
                play.map_or((0, false), |p| (p.moves().len(), p.state().is_over(game)))
            })
        });
        for (name, fields) in self.news() {
            self.emit(name, fields);
        }
        if is_over {
            context.widget.host.state("complete", true);
            self.emit("adil-complete", vec![("moves", moves.into())]);
        }
    }

    fn news(self) -> Vec<(&'static str, Vec<(&'static str, Json)>)> {
        self.game(|game| {
            self.play(|play| match (game, play.map(Play::state)) {
                (Game::Board(board), Some(State::Board(position))) => news(board, position),
                (Game::Quest(quest), Some(State::Quest(course))) => {
                    let total = quest.stations.len();
                    vec![progress(course.round.min(total), total)]
                }
                (Game::Debate(debate), Some(State::Debate(floor))) => {
                    let stages = debate.stages();
                    let at = stages.iter().position(|stage| *stage == floor.stage(debate));
                    vec![progress(at.unwrap_or(stages.len()), stages.len() - 1)]
                }
                _ => Vec::new(),
            })
        })
    }

    /// What a team is called: by the name that was typed, else by its shape.
    pub fn team_name(self, team: usize) -> String {
        let name = self.draft(|draft| draft.names.get(team).cloned().unwrap_or_default());
        if name.is_empty() { self.text(&["team_", shape(team).word()].concat()) } else { name }
    }

    /// Whose turn it is, as a sentence; nothing where it is nobody's.
    pub fn whose_turn(self) -> Option<String> {
        let position = self.position()?;
        Some(self.fill("turn_of", &[("team", &self.team_name(position.team))]))
    }

    /// One thing that happened, as a sentence. A card speaks for itself, since its heading takes
    /// the focus.
    pub fn sentence(self, happened: Happened) -> Option<String> {
        let team_of = |team| self.team_name(team);
        Some(match happened {
            Happened::Rolled { team, number } => {
                let number = self.number(number);
                self.fill("rolled", &[("team", &team_of(team)), ("n", &number)])
            }
            Happened::Moved { team, from, to, why } => {
                let key = match why {
                    Why::Dice => "moved",
                    Why::Link(_) if to > from => "climbed",
                    Why::Link(_) => "slid",
                    Why::Card => "moved_by_card",
                    Why::Help => "moved_by_help",
                };
                let (from, to) = (self.number(from), self.number(to));
                self.fill(key, &[("team", &team_of(team)), ("from", &from), ("to", &to)])
            }
            Happened::Stayed { team } => self.fill("stayed", &[("team", &team_of(team))]),
            Happened::Arrived { team } => self.fill("arrived", &[("team", &team_of(team))]),
            Happened::Again { team } => self.fill("again_of", &[("team", &team_of(team))]),
            Happened::Turn { team } => self.fill("turn_of", &[("team", &team_of(team))]),
            Happened::Judged(verdict) => {
                let phase = self.position().map(|position| position.phase);
                let is = |told| matches!(told, Some((_, Outcome::Judged(_, Some(_)))));
                let by_card = matches!(phase, Some(Phase::Told(told)) if is(told));
                self.text(verdict_key(verdict, by_card))
            }
            Happened::LastRound => self.text("last_round"),
            Happened::Over => self.text("game_over"),
            Happened::Drew(_) => return None,
        })
    }

    /// What the heading of the screen says, which has the focus.
    pub fn in_heading(self) -> Option<Happened> {
        let happened = self.happened();
        let is = |one: &&Happened| match self.position().map(|position| position.phase) {
            Some(Phase::Roll) => matches!(one, Happened::Turn { .. }),
            Some(Phase::Told(_)) => matches!(one, Happened::Moved { .. }),
            Some(Phase::Over) => matches!(one, Happened::Over),
            _ => false,
        };
        happened.iter().rev().find(is).copied()
    }

    /// Says what the last move made happen, but for what the heading says.
    pub(super) fn say_what_happened(self) {
        let heard = self.in_heading();
        let others = self.happened().into_iter().filter(|one| Some(*one) != heard);
        let sentences: Vec<String> = others.filter_map(|one| self.sentence(one)).collect();
        self.announcer.clear();
        if !sentences.is_empty() {
            self.announcer.announce(&[&sentences.join(". "), "."].concat());
        }
    }

    pub(super) fn say_time_is_over(self) {
        self.announcer.announce(&self.text("last_round"));
    }

    /// Whether this is a board game that is being played.
    pub fn is_board(self) -> bool {
        self.game(|game| matches!(game, Game::Board(_)))
            && self.play(|play| play.is_some_and(|p| matches!(p.state(), State::Board(_))))
    }
}

/// The text of a verdict: of the host, or of a card with answers.
pub fn verdict_key(verdict: Verdict, by_card: bool) -> &'static str {
    match (verdict, by_card) {
        (Verdict::Good, false) => "verdict_good",
        (Verdict::Good, true) => "answer_good",
        (Verdict::Partly, _) => "verdict_partly",
        (Verdict::NotYet, false) => "verdict_not_yet",
        (Verdict::NotYet, true) => "answer_not_yet",
    }
}
