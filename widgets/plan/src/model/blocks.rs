//! The blocks of a lesson: what happens when, for how long, and with what.

use adil::content::{Address, Level, Localized, Purpose, Reference, Rich};
use adil::json::{Cursor, FromJson, Problem};

/// Whole minutes, from 1 to 600.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes(u32);

impl Minutes {
    /// How many.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl FromJson for Minutes {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "whole minutes from 1 to 600";
        let minutes = cursor.number(1.0, 600.0, WHAT)?;
        if minutes.fract() != 0.0 {
            return Err(cursor.expected(WHAT));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Ok(Minutes(minutes as u32))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 600 })
    }
}

adil::words! {
    /// The phases that lesson plans have; our own words for them are there in every language.
    pub enum Known {
        /// The way in
        "start" Start,
        /// The main part
        "learn" Learn,
        /// Looking back
        "reflect" Reflect,
    }
}

/// The phase of a block: one of the three that plans have, or its author's own.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// One of the three.
    Known(Known),
    /// The author's own.
    Own(Localized),
}

impl FromJson for Phase {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        match cursor.json().text().and_then(Known::from_word) {
            Some(known) => Ok(Phase::Known(known)),
            None => Localized::read(cursor).map(Phase::Own),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        Localized::schema(definitions)
    }
}

adil::words! {
    /// What a block may show.
    pub enum Element {
        /// A quiz
        "quiz" Quiz,
        /// A video lesson
        "video" Video,
        /// A decision game or a picture story
        "story" Story,
        /// A board game, a quest or a debate
        "board" Board,
        /// A pledge
        "pledge" Pledge,
        /// A self-check
        "check" Check,
        /// A record
        "record" Record,
    }
}

adil::words! {
    /// How the block shows it.
    pub enum Mode {
        /// For learning
        "learn" Learn,
        /// As a test
        "test" Test,
        /// On a projector, with the class
        "class" Class,
        /// On paper
        "print" Print,
        /// As a reminder
        "reminder" Reminder,
    }
}

/// The address of a content file.
#[derive(Clone, Debug, PartialEq)]
pub struct File(pub Address);

impl FromJson for File {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "the address of a content file";
        let address = Address::parse(cursor.text(WHAT)?, Purpose::Media);
        address.map(File).ok_or_else(|| cursor.expected(WHAT))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "string", "format": "uri-reference" })
    }
}

adil::record! {
    /// What a block shows besides words.
    pub struct BlockWidget {
        /// Which widget.
        "element" element: Element,
        /// Its content file, relative to this one.
        "src" src: File,
        /// How it is used; missing: as the widget is by itself.
        "mode" mode: Option<Mode>,
    }
}

adil::record! {
    /// A part of the lesson.
    pub struct Block {
        /// Its name in this file.
        "id" id: Reference,
        /// `start`, `learn` or `reflect`, or words of your own.
        "phase" phase: Option<Phase>,
        /// How long it takes.
        "minutes" minutes: Minutes,
        /// What it is called.
        "title" title: Localized,
        /// What happens, for the plan.
        "text" text: Option<Rich>,
        /// What the teacher says or does. Pupils do not see it; it is no secret.
        "teacher" teacher: Option<Rich>,
        /// What pupils read, also on the projector.
        "pupils" pupils: Option<Rich>,
        /// What to do without devices.
        "without" without: Option<Rich>,
        /// What it shows.
        "widget" widget: Option<BlockWidget>,
    }
}

adil::record! {
    /// The same lesson for another time or age.
    pub struct Variant {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "title" title: Localized,
        /// For whom; missing: as the file says.
        "level" level: Option<Level>,
        /// Its blocks, at least one.
        "blocks" blocks: Vec<Block>,
    }
}

impl Variant {
    /// The minutes of all blocks.
    pub fn minutes(&self) -> u32 {
        self.blocks.iter().map(|block| block.minutes.get()).sum()
    }

    /// The minutes from the first block's start to that of a block, and to its end.
    pub fn span(&self, block: usize) -> (u32, u32) {
        let before = self.blocks.iter().take(block).map(|block| block.minutes.get()).sum();
        let own = self.blocks.get(block).map_or(0, |block| block.minutes.get());
        (before, before + own)
    }
}

adil::words! {
    /// Where an exercise is done.
    pub enum Where {
        /// Before the class
        "before" Before,
        /// In the class
        "in" In,
        /// After the class
        "after" After,
    }
}
