//! What loads once the controls work. It is asked for at once, so it is there before anyone needs
//! it, unless the line is bad.

/// A part of the lesson that comes later.
#[derive(Clone, Copy)]
pub enum LazyPart {
    /// The parts of the lesson as a list.
    Contents,
    /// What is said, as text.
    Transcript,
    /// The worksheet, for paper only.
    Sheet,
    /// The slides.
    Slides,
    /// What is asked.
    Checkpoint,
    /// The summary.
    End,
    /// Speed, captions and the like.
    Settings,
    /// A card for a video of another site.
    Elsewhere,
    /// What teachers may want to say or ask.
    TeacherNotes,
    /// What works behind the picture: captions, streams, keys of headphones, cues,
    /// whether anybody is there.
    Behind,
}
