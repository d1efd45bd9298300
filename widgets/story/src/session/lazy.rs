//! What loads once the first screen stands: a release build cuts it out of the bundle. Here are its
//! names; what they stand for is in `bundle::lazy`.

/// What comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// The map of what was seen.
    Map,
    /// A picture story's text, read aloud.
    Aloud,
    /// The question of a scene.
    Asked,
    /// Who does what in a group.
    Group,
    /// The sound of a scene.
    Sound,
    /// A strip that a learner makes.
    Strip,
    /// What follows from a choice, and endings.
    After,
    /// No part of the view: what an author should look at again, and other tabs.
    Check,
}
