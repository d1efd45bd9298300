//! What a learner has done in a lesson, and what follows from it.

use adil::content::Share;
use adil::json::Json;
use adil::percent::{reaches, rounded};

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
    pub attempts: u32,
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
    /// The learner has to go back, and is asked again when the video comes by.
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

impl Next {
    /// The same for a teacher, whom nothing keeps: who would have to go back may go on, too.
    #[must_use]
    pub fn without_rules(self) -> Next {
        match self {
            Next::Back(to) => Next::Again { from: Some(to), may_go_on: true },
            Next::Again { from, .. } => Next::Again { from, may_go_on: true },
            next => next,
        }
    }
}

/// What a learner has done so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Checkpoints that were answered, in the order of their first answers.
    pub answered: Vec<Answered>,
    /// Checkpoints that a right answer before them led past: they keep nobody.
    skipped: Vec<String>,
    /// Checkpoints whose questions cannot be shown now: they keep nobody, either.
    broken: Vec<String>,
    /// What was played while it could be seen or heard.
    pub attended: Ranges,
    /// What was played in a hidden tab without sound.
    pub unattended: Ranges,
    /// The length of the cut to which the played ranges belong, in milliseconds; 0 while nobody
    /// measured it.
    cut: u32,
    /// Whether the end was reached.
    pub reached_end: bool,
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
    /// The share of the video that was played, 0 to 1, in whole percent.
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

    /// Whether a checkpoint need not be answered again: right or open, or no try is left; or it
    /// was led past, or cannot be shown.
    pub fn has_passed(&self, checkpoint: &Checkpoint) -> bool {
        let is_in = |list: &[String]| list.iter().any(|id| id == checkpoint.id.as_str());
        let is_done = self.of(checkpoint).is_some_and(|answered| {
            let no_try_left =
                checkpoint.attempts.is_some_and(|most| answered.attempts as usize >= most);
            answered.outcome != Outcome::Wrong || no_try_left
        });
        is_done || is_in(&self.skipped) || is_in(&self.broken)
    }

    /// Notes whether the question of a checkpoint cannot be shown.
    pub fn set_broken(&mut self, checkpoint: &Checkpoint, is_broken: bool) {
        let id = checkpoint.id.as_str();
        self.broken.retain(|other| other != id);
        if is_broken {
            self.broken.push(id.to_owned());
        }
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
    pub fn tries_left(&self, checkpoint: &Checkpoint) -> Option<usize> {
        let done = self.of(checkpoint).map_or(0, |answered| answered.attempts);
        checkpoint.attempts.map(|most| most.saturating_sub(done as usize).max(1))
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

    /// Notes an answer, and what follows. What was passed once stays passed, and whoever comes by
    /// again answers for themselves: it counts no more.
    pub fn answer(&mut self, n: usize, checkpoints: &[Checkpoint], outcome: Outcome) -> Next {
        let Some(checkpoint) = checkpoints.get(n) else { return Next::On };
        let id = checkpoint.id.as_str();
        let passed = self.has_passed(checkpoint);
        match self.answered.iter_mut().find(|answered| answered.id == id) {
            Some(_) if passed => {}
            Some(before) => {
                before.attempts = before.attempts.saturating_add(1);
                before.outcome = outcome;
            }
            None => self.answered.push(Answered { id: id.to_owned(), outcome, attempts: 1 }),
        }
        match (outcome, checkpoint.skip_to) {
            (Outcome::Right, Some(ahead)) => {
                for one in checkpoints[n + 1..].iter().take_while(|one| one.at < ahead) {
                    if !self.has_passed(one) {
                        self.skipped.push(one.id.as_str().to_owned());
                    }
                }
                Next::Ahead(ahead)
            }
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

    /// Notes how long the video is in fact. What was played of another cut is forgotten, since
    /// nobody knows what of it is still there.
    pub fn measure(&mut self, duration: Moment) {
        if self.cut > 0 && self.cut.abs_diff(duration.0) > SAME_CUT {
            self.attended = Ranges::default();
            self.unattended = Ranges::default();
        }
        self.cut = duration.0;
    }

    /// The length of the cut that was watched, in milliseconds; 0 where nobody measured it.
    pub fn cut(&self) -> u32 {
        self.cut
    }

    /// Everything that was played.
    pub fn watched(&self) -> Ranges {
        let mut watched = self.attended.clone();
        watched.merge(&self.unattended);
        watched
    }

    /// Sets a bookmark, or takes away the one that stands there; whether it was set. Where there
    /// are too many the oldest goes.
    pub fn bookmark(&mut self, spot: Spot) -> bool {
        if let Some(n) = self.bookmarks.iter().position(|one| *one == spot) {
            self.bookmarks.remove(n);
            return false;
        }
        if self.bookmarks.len() >= MOST_BOOKMARKS {
            self.bookmarks.remove(0);
        }
        self.bookmarks.push(spot);
        true
    }

    /// Takes over what was done in another tab: what is done there is done here. Where both
    /// answered a checkpoint the answer that passed it stands. A place is that of its own tab.
    pub fn join(&mut self, other: Progress) {
        for theirs in other.answered {
            match self.answered.iter_mut().find(|ours| ours.id == theirs.id) {
                Some(ours) if ours.outcome == Outcome::Wrong => *ours = theirs,
                Some(_) => {}
                None => self.answered.push(theirs),
            }
        }
        let is_same_cut = self.cut.abs_diff(other.cut) <= SAME_CUT;
        if self.cut == 0 || other.cut == 0 || is_same_cut {
            self.cut = self.cut.max(other.cut);
            self.attended.merge(&other.attended);
            self.unattended.merge(&other.unattended);
        }
        self.reached_end |= other.reached_end;
        let fresh = other.skipped.into_iter().filter(|id| !self.skipped.contains(id));
        let fresh: Vec<String> = fresh.collect();
        self.skipped.extend(fresh);
        let fresh = other.bookmarks.into_iter().filter(|spot| !self.bookmarks.contains(spot));
        let fresh: Vec<Spot> =
            fresh.take(MOST_BOOKMARKS.saturating_sub(self.bookmarks.len())).collect();
        self.bookmarks.extend(fresh);
    }

    /// What the end of the lesson tells.
    pub fn report(&self, video: &Video, duration: Moment) -> Report {
        let checkpoints = &video.checkpoints;
        // Of what has no known length, as a broadcast, the end is all that can be known.
        let share = |ranges: &Ranges| match duration.0 {
            0 => f64::from(u8::from(self.reached_end)),
            length => ranges.rounded_share(length),
        };
        let watched = share(&self.watched());
        let passed = checkpoints.iter().filter(|one| self.has_passed(one)).count();
        let mut required = checkpoints.iter().filter(|one| one.required).peekable();
        let least_watched = video.completion.as_ref().and_then(|rule| rule.min_watched);
        let asks_nothing = required.peek().is_none() && least_watched.is_none();
        let enough = match video.completion.as_ref().and_then(|rule| rule.min_checkpoints) {
            // A rule that asks for more than there are could never be met.
            Some(least) => passed >= least.0.min(checkpoints.len()),
            None if asks_nothing => self.reached_end,
            None => required.all(|one| self.has_passed(one)),
        };
        let least = least_watched.map_or(0.0, Share::get);
        let smoothly = |one: &Checkpoint| {
            self.of(one).is_some_and(|a| a.outcome != Outcome::Wrong && a.attempts == 1)
        };
        let marked = |one: &Checkpoint| matches!(one.question, Question::Item(_));
        let repeat = |n: &usize| {
            let one = &checkpoints[*n];
            !self.has_passed(one) || (marked(one) && !smoothly(one))
        };
        Report {
            watched,
            unattended: rounded(watched - share(&self.attended)),
            passed,
            checkpoints: checkpoints.len(),
            repeat: (0..checkpoints.len()).filter(repeat).collect(),
            complete: enough && reaches(watched, least),
        }
    }

    /// What is kept between visits: ids and offsets, so that a new cut of the video keeps it.
    /// Only the played ranges belong to one cut, which its length names.
    pub fn save(&self) -> Json {
        let answered = |one: &Answered| {
            Json::object([
                ("id", one.id.as_str().into()),
                ("outcome", one.outcome.word().into()),
                ("tries", Json::Number(f64::from(one.attempts))),
            ])
        };
        Json::object([
            ("answered", Json::List(self.answered.iter().map(answered).collect())),
            ("skipped", Json::List(self.skipped.iter().map(|id| id.as_str().into()).collect())),
            ("attended", self.attended.save()),
            ("unattended", self.unattended.save()),
            ("duration", Json::Number(f64::from(self.cut))),
            ("ended", self.reached_end.into()),
            ("at", save_spot(&self.at)),
            ("bookmarks", Json::List(self.bookmarks.iter().map(save_spot).collect())),
        ])
    }

    /// Whether something in what was kept is not here: it belonged to a checkpoint that is gone.
    pub fn lacks_some_of(&self, kept: &Json) -> bool {
        let many = |name| kept.get(name).map_or(0, |list| list.list().len());
        many("answered") > self.answered.len() || many("bookmarks") > self.bookmarks.len()
    }

    /// Reads what was kept, whatever it is; what the lesson does not know any more is left out.
    pub fn restore(kept: &Json, checkpoints: &[Checkpoint]) -> Progress {
        let list = |name| kept.get(name).map_or(&[][..], Json::list);
        let known = |id: &str| checkpoints.iter().any(|one| one.id.as_str() == id);
        let mut progress = Progress::default();
        for one in list("answered") {
            let id = one.get("id").and_then(Json::text).filter(|id| known(id));
            let outcome = one.get("outcome").and_then(Json::text).and_then(Outcome::from_word);
            let attempts = one.get("tries").and_then(whole).filter(|attempts| *attempts > 0);
            if let (Some(id), Some(outcome), Some(attempts)) = (id, outcome, attempts)
                && progress.answered.iter().all(|other| other.id != id)
            {
                progress.answered.push(Answered { id: id.to_owned(), outcome, attempts });
            }
        }
        let skipped = list("skipped").iter().filter_map(Json::text).filter(|id| known(id));
        progress.skipped = skipped.map(str::to_owned).collect();
        progress.cut = kept.get("duration").and_then(whole).unwrap_or(0);
        progress.reached_end = kept.get("ended") == Some(&Json::Bool(true));
        let ranges = |name| kept.get(name).map(Ranges::restore).unwrap_or_default();
        progress.attended = ranges("attended");
        progress.unattended = ranges("unattended");
        let spot = |json| read_spot(json).filter(|spot| spot.position(checkpoints).is_some());
        // Where the checkpoint before the place is gone, the last one that was answered serves.
        let answered_last =
            || progress.answered.last().map(|one| Spot { after: Some(one.id.clone()), offset: 0 });
        progress.at = kept.get("at").and_then(spot).or_else(answered_last).unwrap_or_default();
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
