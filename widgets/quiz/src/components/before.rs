//! A pledge remembered just before the first item: one clause with one example.

use adil::ui::{El, Flag, after, exported, part};

use super::parts::{button, title_line, words};
use crate::session::Session;

/// How many milliseconds a learner waits for the reminder before there is a way on without it.
const PATIENCE: u32 = 6_000;

/// The parts of the reminder.
const PARTS: &str =
    "base head title screen clause picture clause-text lines note note-text status foot go";

/// The reminder from the pledge at an address. A pledge that cannot be shown keeps nobody from
/// the quiz; then the run does not say that it was.
pub fn view(session: Session, pledge: &str) -> El {
    let late = Flag::new(false);
    after(PATIENCE, move || late.set(true));
    let hidden = Box::new(move || !late.get());
    let start = button("go", words(session, "start"), hidden, Box::new(move || session.open()));
    // Its level and language are those of the page, as the quiz's own.
    let context = session.context();
    let reminder = El::of(context.host.child("adil-pledge"))
        .attr("mode", "reminder")
        .attr("src", pledge)
        .attr("loading", "eager")
        .attr("level", session.context().rules.level.word())
        .attr("lang", &session.context().rich.lang)
        .attr("exportparts", &exported(PARTS, "reminder-"))
        .attr("heading-level", session.context().host.heading_level(1))
        // For the page these would be the quiz's own.
        .on("adil-ready", |event| event.stop_propagation())
        .on("adil-error", move |event| {
            event.stop_propagation();
            session.open();
        })
        .on("adil-reminder-shown", move |_| session.remind())
        .on("adil-remember", move |_| session.open())
        .child(start);
    part("section", "before").child((title_line(session, ()), reminder))
}
