//! What stands in the place of an item for a while: a pause, and the question before a run with
//! open items ends.

use adil::ui::{Child, El, el, part};

use super::parts::{heading_of, plain_button, take_focus, title_line, words};
use super::progress::{overview, timer};
use crate::session::Session;

/// What covers the item while the time stands still: nothing of it is in the page.
pub fn paused(session: Session) -> El {
    let go = plain_button("go", words(session, "resume"), move || session.pause_now(false));
    part("section", "paused").child((
        title_line(session, timer(session, false)),
        heading(session, session.text("paused")),
        part("footer", "foot").child(go),
    ))
}

/// How many items are open and which; ways back to them, and the way to end all the same.
pub fn confirm(session: Session) -> El {
    let context = session.context();
    let mode = context.rules.mode;
    let open = session.run.with_untracked(|run| run.open(&context.document.body, mode));
    let total = session.number(session.questions().len());
    let first = open.first().copied().unwrap_or(0);
    let n = session.number(open.len());
    let says = context.texts.fill("open_items", &[("n", &n), ("total", &total)]);
    let stay = plain_button("quiet", words(session, "resume"), move || session.show());
    let finish = plain_button("quiet", words(session, "finish"), move || session.finish_now());
    part("section", "confirm").child((
        title_line(session, timer(session, true)),
        heading(session, says),
        overview(session, open, "not_answered"),
        part("footer", "foot").child((
            el("div").attr("class", "ways").child((stay, finish)),
            plain_button("go", words(session, "first_open"), move || session.go(first)),
        )),
    ))
}

/// Takes the focus, so that screen readers say what has become of the item.
fn heading(session: Session, words: impl Child) -> El {
    take_focus(heading_of(session, words), session)
}
