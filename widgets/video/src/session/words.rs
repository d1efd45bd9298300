//! What things of the lesson are called.

use super::Session;

/// The title of the lesson, which is the film's name for screen readers.
pub fn title(session: Session) -> String {
    let context = session.context();
    context.document.envelope.title.get(&context.rich.lang).to_owned()
}

/// A time as it is said: "1 minute 25 seconds".
pub fn spoken(session: Session, ms: u32) -> String {
    let texts = &session.context().texts;
    let seconds = ms / 1_000;
    let counts = [("hours", seconds / 3_600), ("minutes", seconds / 60 % 60)];
    let mut words: Vec<String> = counts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| texts.count(key, f64::from(*n)))
        .collect();
    if !seconds.is_multiple_of(60) || words.is_empty() {
        words.push(texts.count("seconds", f64::from(seconds % 60)));
    }
    words.join(" ")
}
