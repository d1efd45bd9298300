//! A debate of two sides: preparation, speeches in turn, and hands counted before and after.

use adil::content::{Count, Kind, Localized, Reference, Rich};
use adil::json::{Fields, Problem, Record, number_text};

use super::moves::{MOST_HANDS, Move};

/// The most speeches of a debate.
pub const MOST_SLOTS: usize = 20;

adil::record! {
    /// A side.
    pub struct Side {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "title" title: Localized,
    }
}

adil::record! {
    /// A speech as its author writes it.
    pub struct SlotFields {
        /// What it is called.
        "title" title: Localized,
        /// The id of the side that speaks; missing: both, as in a free exchange.
        "side" side: Option<Reference>,
        /// How long, in seconds.
        "seconds" seconds: Count,
        /// What it should do.
        "help" help: Option<Localized>,
    }
}

adil::record! {
    /// The debate as its author writes it.
    pub struct DebateFields {
        /// What the class reads first.
        "intro" intro: Option<Rich>,
        /// What is debated.
        "motion" motion: Rich,
        /// The two sides.
        "sides" sides: Vec<Side>,
        /// How many seconds both have to prepare; 0 for none.
        "preparation" preparation: adil::content::AtLeast = adil::content::AtLeast(0),
        /// What both do in that time.
        "preparationText" preparation_text: Option<Rich>,
        /// The speeches, 2 to 20, in their order.
        "slots" slots: Vec<SlotFields>,
        /// How many seconds before its end a speech is given the sign.
        "signal" signal: adil::content::AtLeast = adil::content::AtLeast(15),
        /// Whether hands are counted, before and after.
        "vote" vote: bool = true,
        /// What makes a good speech: for the sheets on which the best speaker is chosen.
        "criteria" criteria: Vec<Localized>,
        /// What all talk about at the end.
        "ending" ending: Option<Rich>,
        /// What the host may want to know.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}

/// A speech.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// What it is called.
    pub title: Localized,
    /// The side that speaks, 0 or 1; both where there is none.
    pub side: Option<usize>,
    /// How long, in seconds.
    pub seconds: usize,
    /// What it should do.
    pub help: Option<Localized>,
}

/// A debate.
#[derive(Clone, Debug, PartialEq)]
pub struct Debate {
    /// What the class reads first.
    pub intro: Option<Rich>,
    /// What is debated.
    pub motion: Rich,
    /// The two sides.
    pub sides: [Side; 2],
    /// How many seconds both have to prepare.
    pub preparation: usize,
    /// What both do in that time.
    pub preparation_text: Option<Rich>,
    /// The speeches.
    pub slots: Vec<Slot>,
    /// How many seconds before its end a speech is given the sign.
    pub signal: usize,
    /// Whether hands are counted.
    pub vote: bool,
    /// What makes a good speech.
    pub criteria: Vec<Localized>,
    /// What all talk about at the end.
    pub ending: Option<Rich>,
    /// For the host.
    pub teacher_notes: Option<Rich>,
}

impl Record for Debate {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let written = DebateFields::from_fields(fields)?;
        let count = written.sides.len();
        let sides: [Side; 2] = written
            .sides
            .try_into()
            .map_err(|_| Problem::new("sides", "two sides", &number_text(count as f64)))?;
        if sides[0].id == sides[1].id {
            let found = ["\"", sides[1].id.as_str(), "\" again"].concat();
            return Err(Problem::new("sides[1].id", "another id than that of the first", &found));
        }
        let count = written.slots.len();
        if !(2..=MOST_SLOTS).contains(&count) {
            return Err(Problem::new("slots", "2 to 20 speeches", &number_text(count as f64)));
        }
        let mut slots = Vec::new();
        for (n, slot) in written.slots.into_iter().enumerate() {
            let find = |id: &Reference| {
                sides.iter().position(|side| side.id == *id).ok_or_else(|| {
                    let path = ["slots[", &number_text(n as f64), "].side"].concat();
                    let found = ["\"", id.as_str(), "\""].concat();
                    Problem::new(&path, "the id of one of the two sides", &found)
                })
            };
            let side = slot.side.as_ref().map(find).transpose()?;
            let SlotFields { title, seconds, help, .. } = slot;
            slots.push(Slot { title, side, seconds: seconds.0, help });
        }
        Ok(Debate {
            intro: written.intro,
            motion: written.motion,
            sides,
            preparation: written.preparation.0,
            preparation_text: written.preparation_text,
            slots,
            signal: written.signal.0,
            vote: written.vote,
            criteria: written.criteria,
            ending: written.ending,
            teacher_notes: written.teacher_notes,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        DebateFields::describe(definitions, object);
    }
}

impl Kind for Debate {
    const KIND: &'static str = "debate";
}

/// Where a debate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Hands are counted before it.
    Before,
    /// Both sides prepare.
    Prepare,
    /// The speech of this place.
    Speech(usize),
    /// Hands are counted after it.
    After,
    /// It is over.
    Over,
}

impl Debate {
    /// All that it goes through, in order.
    pub fn stages(&self) -> Vec<Stage> {
        let mut stages = Vec::new();
        stages.extend(self.vote.then_some(Stage::Before));
        stages.extend((self.preparation > 0).then_some(Stage::Prepare));
        stages.extend((0..self.slots.len()).map(Stage::Speech));
        stages.extend(self.vote.then_some(Stage::After));
        stages.push(Stage::Over);
        stages
    }
}

/// A debate as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Floor {
    at: usize,
    /// The hands before it: for the first side, for the second, for none.
    pub before: Option<[usize; 3]>,
    /// The hands after it.
    pub after: Option<[usize; 3]>,
}

impl Floor {
    /// Where the debate is.
    pub fn stage(&self, debate: &Debate) -> Stage {
        debate.stages().get(self.at).copied().unwrap_or(Stage::Over)
    }

    /// How many seconds this part has; none where no time runs.
    pub fn seconds(&self, debate: &Debate) -> Option<usize> {
        match self.stage(debate) {
            Stage::Prepare => Some(debate.preparation),
            Stage::Speech(n) => debate.slots.get(n).map(|slot| slot.seconds),
            _ => None,
        }
    }

    /// Makes a move; whether that could be.
    pub fn take(&mut self, debate: &Debate, step: Move) -> bool {
        let stage = self.stage(debate);
        match (stage, step) {
            (Stage::Over, _) => return false,
            (Stage::Before | Stage::After, Move::Votes(hands)) => {
                if hands.iter().any(|n| *n > MOST_HANDS) {
                    return false;
                }
                match stage {
                    Stage::Before => self.before = Some(hands),
                    _ => self.after = Some(hands),
                }
                self.at += 1;
            }
            (_, Move::Next) => self.at += 1,
            (_, Move::End) => self.at = debate.stages().len(),
            _ => return false,
        }
        true
    }

    /// How many hands each side won or lost; nothing where they were not counted twice.
    pub fn shift(&self) -> Option<[i64; 2]> {
        let (before, after) = self.before.zip(self.after)?;
        let change = |n: usize| {
            let count = |hands: [usize; 3]| i64::try_from(hands[n]).unwrap_or(0);
            count(after) - count(before)
        };
        Some([change(0), change(1)])
    }
}
