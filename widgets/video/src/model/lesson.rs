//! What a learner has done in a lesson, and what follows from it.

use adil::json::Json;

use super::{Checkpoint, Gate, Moment, Question, Ranges, Video};

adil::words! {
    /// What came of a checkpoint.
    pub enum Outcome {
        /// Answered rightly.
        "right" Right,
        /// Answered, not wholly rightly.
        "wrong" Wrong,
        /// Answered or read where nothing is right or wrong.
        "open" Open,
    }
}

adil::words! {
    /// How a checkpoint stands.
    pub enum Standing {
        /// It need not be answered again.
        "passed" Passed,
        /// It was answered, and is worth another look.
        "failed" Failed,
        /// It was not answered yet.
        "upcoming" Upcoming,
    }
}

/// A checkpoint that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The checkpoint's id.
    pub id: String,
    /// What came of it last.
    pub outcome: Outcome,
    /// How often it was answered.
    pub tries: u32,
}

/// A place in the lesson that outlives a new cut of the video: so long after a checkpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The id of the last checkpoint before it; none before the first.
    pub after: Option<String>,
    /// How many milliseconds after that checkpoint's cue, or after the start.
    pub offset: u32,
}

impl Spot {
    /// The spot at a position.
    pub fn at(position: Moment, checkpoints: &[Checkpoint]) -> Spot {
        let before = checkpoints.iter().rev().find(|one| one.at <= position);
        Spot {
            after: before.map(|one| one.id.as_str().to_owned()),
            offset: position.0 - before.map_or(0, |one| one.at.0),
        }
    }

    /// Its position in a lesson, never beyond the next cue; nothing when the checkpoint is gone.
    pub fn position(&self, checkpoints: &[Checkpoint]) -> Option<Moment> {
        let next = match &self.after {
            None => 0,
            Some(id) => checkpoints.iter().position(|one| one.id.as_str() == id)? + 1,
        };
        let start = next.checked_sub(1).map_or(0, |n| checkpoints[n].at.0);
        let end = checkpoints.get(next).map_or(u32::MAX, |one| one.at.0);
        Some(Moment(start.saturating_add(self.offset).min(end)))
    }
}

/// What follows from an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Playing goes on behind the checkpoint.
    On,
    /// Playing goes on further ahead.
    Ahead(Moment),
    /// The video goes back by itself, and asks again when it comes by.
    Back(Moment),
    /// The learner may try again, and first watch again from a place if there is one. Whoever
    /// may not go on yet has to.
    Again {
        /// From where to watch again.
        from: Option<Moment>,
        /// Whether going on is possible, too.
        may_go_on: bool,
    },
}

/// What a learner has done so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Checkpoints that were answered, in the order of their first answers.
    pub answered: Vec<Answered>,
    /// What was played while it could be seen or heard.
    pub attended: Ranges,
    /// What was played in a hidden tab without sound.
    pub unattended: Ranges,
    /// Where the learner is.
    pub at: Spot,
    /// Places to come back to.
    pub bookmarks: Vec<Spot>,
}

/// The most bookmarks that are kept.
const MOST_BOOKMARKS: usize = 100;

/// How much two lengths of one cut may differ, in milliseconds: files of several sizes do.
const SAME_CUT: u32 = 1_000;

/// What the end of a lesson tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The share of the video that was played, 0 to 1.
    pub watched: f64,
    /// The part of it that was only played in a hidden tab without sound.
    pub unattended: f64,
    /// How many checkpoints were passed.
    pub passed: usize,
    /// How many there are.
    pub checkpoints: usize,
    /// Checkpoints to repeat: those not passed, or not at the first try. Indices.
    pub repeat: Vec<usize>,
    /// Whether the lesson's rule for completion is met.
    pub complete: bool,
}

impl Progress {
    /// What came of a checkpoint so far.
    pub fn of(&self, checkpoint: &Checkpoint) -> Option<&Answered> {
        self.answered.iter().find(|answered| answered.id == checkpoint.id.as_str())
    }

    /// Whether a checkpoint need not be answered again: right or open, or no try is left.
    pub fn has_passed(&self, checkpoint: &Checkpoint) -> bool {
        self.of(checkpoint).is_some_and(|answered| {
            let no_try_left =
                checkpoint.tries.is_some_and(|most| f64::from(answered.tries) >= most);
            answered.outcome != Outcome::Wrong || no_try_left
        })
    }

    /// How a checkpoint stands.
    pub fn standing(&self, checkpoint: &Checkpoint) -> Standing {
        match self.of(checkpoint) {
            _ if self.has_passed(checkpoint) => Standing::Passed,
            Some(_) => Standing::Failed,
            None => Standing::Upcoming,
        }
    }

    /// How often a checkpoint may still be answered, at least once: who comes by again is asked
    /// again. Nothing for without limit.
    pub fn tries_left(&self, checkpoint: &Checkpoint) -> Option<f64> {
        let done = self.of(checkpoint).map_or(0, |answered| answered.tries);
        checkpoint.tries.map(|most| (most - f64::from(done)).max(1.0))
    }

    /// The checkpoints as far as playing is concerned.
    pub fn gates(&self, checkpoints: &[Checkpoint]) -> Vec<Gate> {
        let gate = |one: &Checkpoint| Gate {
            at: one.at.0,
            required: one.required,
            passed: self.has_passed(one),
        };
        checkpoints.iter().map(gate).collect()
    }

    /// Notes an answer, and what follows. What was right once stays passed.
    pub fn answer(&mut self, checkpoint: &Checkpoint, outcome: Outcome) -> Next {
        let id = checkpoint.id.as_str();
        match self.answered.iter_mut().find(|answered| answered.id == id) {
            Some(before) => {
                before.tries = before.tries.saturating_add(1);
                if before.outcome == Outcome::Wrong {
                    before.outcome = outcome;
                }
            }
            None => self.answered.push(Answered { id: id.to_owned(), outcome, tries: 1 }),
        }
        match (outcome, checkpoint.skip_to) {
            (Outcome::Right, Some(ahead)) => Next::Ahead(ahead),
            (Outcome::Right | Outcome::Open, _) => Next::On,
            (Outcome::Wrong, _) => self.after_a_mistake(checkpoint),
        }
    }

    fn after_a_mistake(&self, checkpoint: &Checkpoint) -> Next {
        let passed = self.has_passed(checkpoint);
        match checkpoint.rewind_to {
            Some(from) if checkpoint.rewinds && !passed => Next::Back(from),
            from => Next::Again { from, may_go_on: passed || !checkpoint.required },
        }
    }

    /// Notes what was played; `attended` unless the tab was hidden and silent.
    pub fn play(&mut self, from: Moment, to: Moment, attended: bool) {
        let ranges = if attended { &mut self.attended } else { &mut self.unattended };
        ranges.add(from.0, to.0);
    }

    /// Everything that was played.
    pub fn watched(&self) -> Ranges {
        let mut watched = self.attended.clone();
        watched.merge(&self.unattended);
        watched
    }

    /// Sets a bookmark, or takes away the one that stands there.
    pub fn bookmark(&mut self, spot: Spot) {
        if let Some(n) = self.bookmarks.iter().position(|one| *one == spot) {
            self.bookmarks.remove(n);
        } else if self.bookmarks.len() < MOST_BOOKMARKS {
            self.bookmarks.push(spot);
        }
    }

    /// What the end of the lesson tells.
    pub fn report(&self, video: &Video, duration: Moment) -> Report {
        let checkpoints = &video.checkpoints;
        let watched = self.watched().share(duration.0);
        let passed = checkpoints.iter().filter(|one| self.has_passed(one)).count();
        let required = checkpoints.iter().filter(|one| one.required);
        let all_required = required.clone().all(|one| self.has_passed(one));
        let rule = video.completion.as_ref();
        let enough = match rule.and_then(|rule| rule.min_checkpoints) {
            // A rule that asks for more than there are could never be met.
            Some(least) => passed as f64 >= least.min(checkpoints.len() as f64),
            None => all_required,
        };
        // A last picture that a player leaves out must keep nobody from completion.
        let least = rule.and_then(|rule| rule.min_watched).unwrap_or(0.0) - 0.005;
        let smoothly = |one: &Checkpoint| {
            self.of(one).is_some_and(|a| a.outcome != Outcome::Wrong && a.tries == 1)
        };
        let marked = |one: &Checkpoint| matches!(one.question, Question::Item(_));
        let repeat = |n: &usize| {
            let one = &checkpoints[*n];
            !self.has_passed(one) || (marked(one) && !smoothly(one))
        };
        Report {
            watched,
            unattended: watched - self.attended.share(duration.0),
            passed,
            checkpoints: checkpoints.len(),
            repeat: (0..checkpoints.len()).filter(repeat).collect(),
            complete: enough && watched >= least,
        }
    }

    /// What is kept between visits: ids and offsets, so that a new cut of the video keeps it.
    /// Only the played ranges belong to one cut, which its duration names.
    pub fn save(&self, duration: Moment) -> Json {
        let answered = |one: &Answered| {
            Json::object([
                ("id", one.id.as_str().into()),
                ("outcome", one.outcome.word().into()),
                ("tries", Json::Number(f64::from(one.tries))),
            ])
        };
        Json::object([
            ("answered", Json::List(self.answered.iter().map(answered).collect())),
            ("attended", self.attended.save()),
            ("unattended", self.unattended.save()),
            ("duration", Json::Number(f64::from(duration.0))),
            ("at", save_spot(&self.at)),
            ("bookmarks", Json::List(self.bookmarks.iter().map(save_spot).collect())),
        ])
    }

    /// Reads what was kept, whatever it is; what the lesson does not know any more is left out.
    /// `duration` is that of the cut that is shown now.
    pub fn restore(kept: &Json, checkpoints: &[Checkpoint], duration: Moment) -> Progress {
        let list = |name| kept.get(name).map_or(&[][..], Json::list);
        let known = |id: &str| checkpoints.iter().any(|one| one.id.as_str() == id);
        let mut progress = Progress::default();
        for one in list("answered") {
            let id = one.get("id").and_then(Json::text).filter(|id| known(id));
            let outcome = one.get("outcome").and_then(Json::text).and_then(Outcome::from_word);
            let tries = one.get("tries").and_then(whole).filter(|tries| *tries > 0);
            if let (Some(id), Some(outcome), Some(tries)) = (id, outcome, tries)
                && progress.answered.iter().all(|other| other.id != id)
            {
                progress.answered.push(Answered { id: id.to_owned(), outcome, tries });
            }
        }
        let cut = kept.get("duration").and_then(whole).unwrap_or(0);
        if cut.abs_diff(duration.0) <= SAME_CUT {
            let ranges = |name| kept.get(name).map(Ranges::restore).unwrap_or_default();
            progress.attended = ranges("attended");
            progress.unattended = ranges("unattended");
        }
        let spot = |json| read_spot(json).filter(|spot| spot.position(checkpoints).is_some());
        progress.at = kept.get("at").and_then(spot).unwrap_or_default();
        progress.bookmarks =
            list("bookmarks").iter().filter_map(spot).take(MOST_BOOKMARKS).collect();
        progress
    }
}

fn save_spot(spot: &Spot) -> Json {
    let after = spot.after.as_deref().map_or(Json::Null, Json::from);
    Json::object([("after", after), ("offset", Json::Number(f64::from(spot.offset)))])
}

fn read_spot(json: &Json) -> Option<Spot> {
    let offset = json.get("offset").and_then(whole)?;
    Some(Spot { after: json.get("after").and_then(Json::text).map(str::to_owned), offset })
}

/// A whole number of at most a day's milliseconds.
fn whole(json: &Json) -> Option<u32> {
    let number = json.number().filter(|n| (0.0..=86_400_000.0).contains(n))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as u32)
}

#[cfg(test)]
#[path = "lesson_tests.rs"]
mod tests;
