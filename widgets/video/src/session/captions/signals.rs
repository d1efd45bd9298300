//! What components follow of captions.

use adil::ui::{Flag, IndexSignal};

/// What components follow of captions.
#[derive(Clone, Copy)]
pub struct CaptionSignals {
    /// Whether they are shown.
    pub shown: Flag,
    /// Which language: a place in the list.
    pub which: IndexSignal,
    /// Whether the lines of that language were read.
    pub read: Flag,
    /// Whether pictures are described.
    pub described: Flag,
    /// Whether the file of that language could not be read.
    pub failed: Flag,
    /// Whether a worksheet was asked for that is not printed yet.
    pub paper: Flag,
}

impl CaptionSignals {
    /// Nothing is read yet.
    pub fn new(shown: bool) -> CaptionSignals {
        CaptionSignals {
            shown: Flag::new(shown),
            which: IndexSignal::new(None),
            read: Flag::new(false),
            described: Flag::new(false),
            failed: Flag::new(false),
            paper: Flag::new(false),
        }
    }
}
