//! One run through a quiz: which items in which order, what was answered, what comes next.

use adil::content::{Count, Document, Level};
use adil::json::number_from;
use adil::random::Random;

use super::{
    Fold, Interaction, Item, Mark, Quiz, Response, Settings, Time, Verdict, is_order, is_whole,
    mark,
};
use crate::interactions::with_kind;

adil::words! {
    /// How a quiz is taken.
    pub enum Mode {
        /// Each item is checked at once, with tries.
        "learn" Learn,
        /// Feedback at the end; learners may flag items and go back.
        "test" Test,
        /// On a projector, led by a teacher.
        "class" Class,
        /// On paper.
        "print" Print,
    }
}

/// The rules of a run: the file's settings with what the page overrides.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// How the quiz is taken.
    pub mode: Mode,
    /// For whom.
    pub level: Level,
    /// How often one item may be checked; none for without limit.
    pub attempts: Option<usize>,
    /// The file's settings.
    pub settings: Settings,
}

impl Rules {
    /// The rules for a file in a mode and for a level; without a number in the file, tries go by
    /// the level's age.
    pub fn new(document: &Document<Quiz>, mode: Mode, level: Option<Level>) -> Rules {
        let settings = document.body.settings.clone().unwrap_or_default();
        let level = level.unwrap_or(document.envelope.level);
        let attempts = match (mode, settings.attempts) {
            (Mode::Learn, Some(count)) => Some(count.0),
            (Mode::Learn, None) if level.is_primary() => None,
            (Mode::Learn, None) if level == Level::Secondary => Some(2),
            _ => Some(1),
        };
        Rules { mode, level, attempts, settings }
    }

    /// What the page overrides by attributes, which are asked for by their names.
    pub fn override_by(&mut self, attribute: &dyn Fn(&str) -> Option<String>) {
        let number = |name: &str| number_from(attribute(name)?.trim());
        let count = |name: &str| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            number(name).filter(|n| (1.0..=1000.0).contains(n)).map(|n| n as usize)
        };
        let settings = &mut self.settings;
        settings.pick = count("pick").map(Count).or(settings.pick);
        let shuffles = attribute("shuffle").is_some_and(|word| word != "false");
        settings.shuffle |= shuffles;
        settings.shuffle_options |= shuffles;
        settings.time_limit = number("time-limit").or(settings.time_limit);
        settings.pause = attribute("allow-pause").map_or(settings.pause, |word| word != "false");
        if self.mode == Mode::Learn {
            self.attempts = count("tries").or(self.attempts);
        }
    }

    /// The seconds that a run may take.
    pub fn limit_seconds(&self) -> Option<usize> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        self.time_limit().map(|minutes| (minutes * 60.0).round() as usize)
    }

    /// The minutes that a run may take; never any for primary school.
    pub fn time_limit(&self) -> Option<f64> {
        self.settings.time_limit.filter(|minutes| *minutes > 0.0 && !self.level.is_primary())
    }

    /// Whether the time of a run may be stopped.
    pub fn may_pause(&self) -> bool {
        self.settings.pause && self.limit_seconds().is_some()
    }
}

/// What a learner did with one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The item, an index into the file.
    pub item: usize,
    /// The answer so far.
    pub response: Response,
    /// How often it was checked.
    pub attempts: usize,
    /// How many of these were "I do not know", which costs nothing.
    pub spared: usize,
    /// Whether the answer stands checked, with its feedback shown.
    pub checked: bool,
    /// The best share over all tries, between 0 and 1.
    pub best: f64,
    /// Whether the learner marked it to come back to.
    pub flagged: bool,
    /// How many hints were shown.
    pub hints: usize,
    /// The hands that a class raised for each option, in the author's order; empty before the
    /// first.
    pub hands: Vec<usize>,
    /// Grows with every change in the run; tells which of two tabs wrote last.
    pub revision: usize,
}

impl Answer {
    /// Nothing done with an item yet.
    fn empty(quiz: &Quiz, item: usize) -> Answer {
        Answer {
            item,
            response: quiz.items[item].kind.empty(),
            attempts: 0,
            spared: 0,
            checked: false,
            best: 0.0,
            flagged: false,
            hints: 0,
            hands: Vec::new(),
            revision: 0,
        }
    }

    /// Whether it was answered, checked in learn mode and complete in a test, or asks nothing.
    pub fn is_done(&self, quiz: &Quiz, mode: Mode) -> bool {
        match mode {
            _ if !quiz.items[self.item].kind.is_question() => true,
            Mode::Learn => self.attempts > 0,
            _ => quiz.items[self.item].kind.is_complete(&self.response),
        }
    }
}

/// Which items of its file a run has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Some: those that were picked by chance, or missed in another run.
    #[default]
    LazyPart,
    /// All there were; those that are added join it.
    Whole,
}

/// One run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// A random number that names the run in events; new for each start.
    pub id: u32,
    /// Sets the order of items and options.
    pub seed: u32,
    /// The answers in the order in which the items are shown.
    pub answers: Vec<Answer>,
    /// The item that is shown.
    pub at: usize,
    /// Whether the first item was opened.
    pub started: bool,
    /// Whether the run is over.
    pub finished: bool,
    /// Whether a pledge was remembered before the first item.
    pub reminded: bool,
    /// Which items of its file it has.
    pub reach: Reach,
    /// The time of a timed run.
    pub time: Time,
    /// The options of an item that the page showed before there was a view.
    pub shown: Option<Shown>,
}

/// An item whose options stood in the page before the run began: they stay as the learner saw them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The id of the item.
    pub item: String,
    /// Its options in the order in which they stood.
    pub order: Vec<usize>,
}

impl Run {
    /// A new run: the items picked and ordered by the seed.
    pub fn new(quiz: &Quiz, rules: &Rules, id: u32, seed: u32) -> Run {
        Run::version(quiz, rules, id, seed, 0)
    }

    /// One of several versions of a paper: all have the items that the seed picks, each in an
    /// order of its own. Where some are picked, those that ask nothing are left out.
    pub fn version(quiz: &Quiz, rules: &Rules, id: u32, seed: u32, version: u32) -> Run {
        let is_question = |item: &usize| quiz.items[*item].kind.is_question();
        let questions: Vec<usize> = (0..quiz.items.len()).filter(is_question).collect();
        let count = questions.len();
        let picked = rules.settings.pick.map_or(count, |pick| pick.0.min(count));
        let mut chosen = Random::fork(seed, "items").order(count);
        chosen.truncate(picked);
        let seed = seed.wrapping_add(version);
        let order: Vec<usize> = if rules.settings.shuffle {
            Random::fork(seed, "items").order(count)
        } else {
            (0..count).collect()
        };
        let mut order = order.into_iter().filter(|n| chosen.contains(n)).map(|n| questions[n]);
        let order: Vec<usize> = if picked == count {
            // What asks nothing keeps its place between those that are asked.
            let place = |item| if is_question(&item) { order.next() } else { Some(item) };
            (0..quiz.items.len()).filter_map(place).collect()
        } else {
            order.collect()
        };
        let reach = if order.len() == quiz.items.len() { Reach::Whole } else { Reach::LazyPart };
        Run { reach, ..Run::of(quiz, &order, id, seed) }
    }

    /// Takes in the items that its author added since it began: each where it stands in the file,
    /// but never before the item that is shown, where the learner would not come by again. In a
    /// shuffled run they come last.
    pub fn join_new(&mut self, quiz: &Quiz, rules: &Rules) {
        let most = rules.settings.pick.map_or(quiz.items.len(), |pick| pick.0);
        for item in 0..quiz.items.len() {
            let place = |item: usize| self.answers.iter().position(|answer| answer.item == item);
            if place(item).is_some() || self.answers.len() >= most {
                continue;
            }
            let before = (0..item).rev().find_map(place).map_or(0, |place| place + 1);
            let is_past = rules.settings.shuffle || (self.started && before <= self.at);
            let at = if is_past { self.answers.len() } else { before };
            self.answers.insert(at, Answer::empty(quiz, item));
        }
    }

    /// A new run over the items that were missed in this one, with an order of its own.
    #[must_use]
    pub fn missed(&self, quiz: &Quiz, id: u32, seed: u32) -> Run {
        let missed =
            |answer: &&Answer| quiz.items[answer.item].kind.is_scored() && !is_whole(answer.best);
        let order: Vec<usize> = self.answers.iter().filter(missed).map(|a| a.item).collect();
        Run { reminded: self.reminded, ..Run::of(quiz, &order, id, seed) }
    }

    fn of(quiz: &Quiz, order: &[usize], id: u32, seed: u32) -> Run {
        let answers = order.iter().map(|item| Answer::empty(quiz, *item)).collect();
        Run {
            id,
            seed,
            answers,
            at: 0,
            started: false,
            finished: false,
            reminded: false,
            reach: Reach::LazyPart,
            time: Time::default(),
            shown: None,
        }
    }

    /// Begins with an item that the page has shown already, with its options as they stood there. A
    /// run whose items do not come by chance keeps their order.
    pub fn begin_with(&mut self, quiz: &Quiz, rules: &Rules, item: usize, order: Vec<usize>) {
        let by_chance = rules.settings.shuffle || rules.settings.pick.is_some();
        if let Some(first) = self.questions(quiz).first().copied().filter(|_| by_chance) {
            match self.answers.iter().position(|answer| answer.item == item) {
                Some(place) => self.answers.swap(first, place),
                None => self.answers[first] = Answer::empty(quiz, item),
            }
        }
        self.shown = Some(Shown { item: quiz.items[item].id().to_owned(), order });
    }

    /// The order in which the parts of an item are shown: the same for this run for good.
    pub fn part_order(&self, item: &Item, purpose: &str, count: usize) -> Vec<usize> {
        let shown = self.shown.as_ref().filter(|shown| {
            purpose == "options" && shown.item == item.id() && is_order(&shown.order, count)
        });
        if let Some(shown) = shown {
            return shown.order.clone();
        }
        let mut random = Random::fork(self.seed, &[purpose, "/", item.id()].concat());
        with_kind!(&item.kind, kind => kind.mixed(&mut random, count))
    }

    /// The answer that is shown.
    pub fn current(&self) -> Option<&Answer> {
        self.answers.get(self.at)
    }

    /// The places of the items that ask something, in the order in which they are shown.
    pub fn questions(&self, quiz: &Quiz) -> Vec<usize> {
        let asks = |at: &usize| quiz.items[self.answers[*at].item].kind.is_question();
        (0..self.answers.len()).filter(asks).collect()
    }

    /// How many of them were answered.
    pub fn done(&self, quiz: &Quiz, mode: Mode) -> usize {
        let done = |at: &&usize| self.answers[**at].is_done(quiz, mode);
        self.questions(quiz).iter().filter(done).count()
    }

    /// The places of the items that were not.
    pub fn open(&self, quiz: &Quiz, mode: Mode) -> Vec<usize> {
        let open = |at: &usize| !self.answers[*at].is_done(quiz, mode);
        (0..self.answers.len()).filter(open).collect()
    }

    fn touch(&mut self) -> usize {
        self.answers.iter().map(|answer| answer.revision).max().unwrap_or(0) + 1
    }

    /// Changes the shown answer, unless it stands checked or the run is over.
    pub fn respond(&mut self, response: Response) {
        let revision = self.touch();
        if self.finished {
            return;
        }
        if let Some(answer) = self.answers.get_mut(self.at).filter(|answer| !answer.checked) {
            answer.response = response;
            answer.revision = revision;
        }
    }

    /// Marks the shown answer to come back to, or takes the mark away.
    pub fn flag(&mut self) {
        let revision = self.touch();
        if let Some(answer) = self.answers.get_mut(self.at) {
            answer.flagged = !answer.flagged;
            answer.revision = revision;
        }
    }

    /// Shows one more hint.
    pub fn hint(&mut self) {
        let revision = self.touch();
        if let Some(answer) = self.answers.get_mut(self.at) {
            answer.hints += 1;
            answer.revision = revision;
        }
    }

    /// Sets how many hands were raised for an option of the shown item, which has so many.
    pub fn raise(&mut self, option: usize, options: usize, hands: usize) {
        let revision = self.touch();
        if let Some(answer) = self.answers.get_mut(self.at) {
            answer.hands.resize(options, 0);
            if let Some(count) = answer.hands.get_mut(option) {
                *count = hands;
                answer.revision = revision;
            }
        }
    }

    /// Checks the shown answer in learn mode: what it is worth, less what further tries cost.
    /// Nothing when it is not complete, has no number where one is asked for, or stands checked.
    pub fn check(&mut self, quiz: &Quiz, rules: &Rules, lang: &str, fold: Fold) -> Option<Mark> {
        let revision = self.touch();
        let answer = self.answers.get_mut(self.at)?;
        let item = &quiz.items[answer.item];
        if answer.checked || self.finished || !item.kind.is_complete(&answer.response) {
            return None;
        }
        // What is no number is told, and costs no try.
        if with_kind!(&item.kind, kind => kind.unread(&answer.response, lang, fold)).is_some() {
            return None;
        }
        let mark = mark(item, &answer.response, lang, fold);
        let cost = rules.settings.penalty.get() * (answer.attempts - answer.spared) as f64;
        answer.best = answer.best.max((mark.share - cost).clamp(0.0, 1.0));
        answer.attempts += 1;
        answer.spared += usize::from(mark.verdict == Verdict::Unsure);
        answer.checked = true;
        answer.revision = revision;
        Some(mark)
    }

    /// Whether the shown answer was checked and may be tried again: not right yet, tries left.
    pub fn may_retry(&self, quiz: &Quiz, rules: &Rules) -> bool {
        self.current().is_some_and(|answer| {
            answer.checked
                && quiz.items[answer.item].kind.is_scored()
                && !is_whole(answer.best)
                && rules.attempts.is_none_or(|attempts| answer.attempts < attempts)
        })
    }

    /// Opens the shown answer for another try. Choices start afresh; longer answers are kept, to
    /// be mended.
    pub fn retry(&mut self, quiz: &Quiz, rules: &Rules) {
        if !self.may_retry(quiz, rules) {
            return;
        }
        let revision = self.touch();
        if let Some(answer) = self.answers.get_mut(self.at) {
            answer.checked = false;
            answer.revision = revision;
            if matches!(answer.response, Response::Unsure | Response::Chosen(_)) {
                answer.response = quiz.items[answer.item].kind.empty();
            }
        }
    }

    /// Ends the run. A test is marked now; in learn mode what was never checked stays at zero.
    pub fn finish(&mut self, quiz: &Quiz, rules: &Rules, lang: &str, fold: Fold) {
        if rules.mode == Mode::Test && !self.finished {
            for answer in &mut self.answers {
                let item = &quiz.items[answer.item];
                answer.checked = true;
                answer.attempts = usize::from(!answer.response.is_empty());
                answer.best = mark(item, &answer.response, lang, fold).share;
            }
        }
        self.finished = true;
    }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
