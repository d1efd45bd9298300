//! What loads once the first item stands: a release build cuts it out of the bundle. Here are its
//! names; what they stand for is in `bundle::lazy`.

/// What comes later: parts of the view, and acts that need the rules of marking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// The answer of an item that is no choice.
    Answer,
    /// The button that reads the item aloud.
    Aloud,
    /// Why there is no such button.
    NoVoice,
    /// The hints that were asked for.
    Hints,
    /// What is said after checking.
    Feedback,
    /// The pledge that is remembered first.
    Before,
    /// What covers the item in a pause.
    Paused,
    /// The question before a run with open items ends.
    Confirm,
    /// The result.
    Result,
    /// What is kept.
    Kept,
    /// Going on with it, following other tabs, and counting the time.
    Begin,
    /// Keeping the run.
    Keep,
    /// How the options stand after checking, see [`super::Cells::states`].
    States,
    /// Showing one more hint.
    Hint,
    /// Saying that a number is asked for.
    TellUnread,
    /// Stopping it.
    Pause,
    /// Checking the shown answer.
    Check,
    /// Asking before the run ends, where items are open.
    Ask,
    /// Ending the run.
    Finish,
    /// Saying how much time is left.
    SayTime,
}
