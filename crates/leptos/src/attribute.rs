//! Attributes as types.

use adil::content::Level;
use adil::progress::Keep;
use adil_quiz::model::Mode;

adil::words! {
    /// How a check is used.
    pub enum CheckMode {
        /// Questions with a result.
        "check" Check,
        /// Scales by clause with a plan.
        "readiness" Readiness,
        /// The register of an office.
        "register" Register,
    }
}

adil::words! {
    /// How a story is used.
    pub enum StoryMode {
        /// One learner, or a few at one screen.
        "learn" Learn,
        /// A group at one device, whose parts go round.
        "group" Group,
        /// A class on a projector, which decides by hands.
        "class" Class,
        /// Cards and sheets on paper.
        "print" Print,
    }
}

adil::words! {
    /// How a pledge is used.
    pub enum PledgeMode {
        /// A whole pledge.
        "pledge" Pledge,
        /// One clause just before the act.
        "reminder" Reminder,
        /// A class writes and counts its own.
        "class" Class,
        /// A certificate of a pledge.
        "certificate" Certificate,
        /// A check of receipts.
        "verify" Verify,
    }
}

adil::words! {
    /// How a lesson is used.
    pub enum VideoMode {
        /// By learners.
        "learn" Learn,
        /// By a teacher, who passes every checkpoint.
        "teacher" Teacher,
    }
}

adil::words! {
    /// How a lesson is followed at first.
    pub enum Version {
        /// As a film.
        "film" Film,
        /// As slides.
        "slides" Slides,
    }
}

adil::words! {
    /// How a certificate is signed.
    pub enum Signature {
        /// Not at all.
        "none" Nothing,
        /// By initials.
        "initials" Initials,
        /// By a first name.
        "first-name" FirstName,
        /// By a class.
        "class" Class,
        /// By hand.
        "drawn" Drawn,
    }
}

adil::words! {
    /// Light or dark.
    pub enum Theme {
        /// Always light.
        "light" Light,
        /// Always dark.
        "dark" Dark,
        /// As the page, else as the system.
        "auto" Auto,
    }
}

/// What an attribute may be set to.
pub trait AttributeText {
    /// The attribute's text; nothing where it is not set.
    fn text(&self) -> Option<String>;
}

impl AttributeText for bool {
    fn text(&self) -> Option<String> {
        // "false" is said, since a file may say "true".
        Some(self.to_string())
    }
}

impl AttributeText for f64 {
    fn text(&self) -> Option<String> {
        Some(adil::json::number_text(*self))
    }
}

impl AttributeText for u32 {
    fn text(&self) -> Option<String> {
        Some(self.to_string())
    }
}

impl AttributeText for String {
    fn text(&self) -> Option<String> {
        Some(self.clone())
    }
}

macro_rules! words {
    ($($Type:ty),*) => {$(
        impl AttributeText for $Type {
            fn text(&self) -> Option<String> {
                Some(self.word().to_owned())
            }
        }
    )*};
}

words!(CheckMode, Keep, Level, Mode, PledgeMode, Signature, StoryMode, Theme, Version, VideoMode);
