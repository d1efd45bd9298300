//! The parts of the lesson as a list: chapters, checkpoints and bookmarks, in the order of time.

use adil::content::Localized;
use adil::ui::{Child, El, IndexSignal, el, hidden_words, part, plain_button, plain_line};

use super::{lazy, stops};
use crate::model::{Spot, clock};
use crate::session::screen::focus_stage;
use crate::session::words::spoken;
use crate::session::{LazyPart, Session};

enum Entry {
    Chapter(Localized),
    Checkpoint(usize),
    Bookmark(Spot),
}

/// The list, folded; hidden while there is nothing in it.
pub fn fold(session: Session) -> El {
    let context = session.context();
    let video = &context.document.body;
    let none = video.chapters.is_empty() && video.checkpoints.is_empty();
    lazy::fold(session, "bookmarks", "contents", (None, LazyPart::Contents))
        .attr("hidden", move || none && session.done(|progress| progress.bookmarks.is_empty()))
}

/// The list; follows bookmarks and what was answered.
pub fn view(session: Session) -> impl Child {
    // Where an entry was removed: the focus goes to what stands there then.
    let removed = IndexSignal::new(None);
    move || list(session, removed)
}

fn list(session: Session, removed: IndexSignal) -> El {
    let context = session.context();
    let video = &context.document.body;
    let mut all: Vec<(u32, Entry)> = Vec::new();
    // Each list is in order already, save that of bookmarks.
    let mut put = |at: u32, entry| {
        let n = all.partition_point(|(other, _)| *other <= at);
        all.insert(n, (at, entry));
    };
    for one in video.chapters.iter() {
        put(one.start.0, Entry::Chapter(one.title.clone()));
    }
    for (n, one) in video.checkpoints.iter().enumerate() {
        put(one.at.0, Entry::Checkpoint(n));
    }
    for spot in session.done(|progress| progress.bookmarks.clone()) {
        if let Some(at) = spot.position(&video.checkpoints) {
            put(at.0, Entry::Bookmark(spot));
        }
    }
    let gone = removed.now();
    if gone.is_some() {
        removed.set(None);
        if all.is_empty() {
            focus_stage(session);
        }
    }
    let focused = gone.map(|n| n.min(all.len().saturating_sub(1)));
    let row = |(n, (at, entry))| {
        let remove = move || removed.set(Some(n));
        row(session, at, entry, focused == Some(n), remove)
    };
    let rows: Vec<_> = all.into_iter().enumerate().map(row).collect();
    part("ol", "entries")
        .attr("role", "list")
        .attr("aria-label", &session.text("contents"))
        .child(rows)
}

fn row(session: Session, at: u32, entry: Entry, focused: bool, removes: impl Fn() + 'static) -> El {
    let context = session.context();
    let (kind, words, state) = match &entry {
        Entry::Chapter(title) => ("chapter", plain_line(&context.rich, el("span"), title), None),
        Entry::Checkpoint(n) => {
            let state = stops::state(session, *n, session.open.get());
            ("stop", stops::with_title(session, *n, el("span")), Some(state))
        }
        Entry::Bookmark(_) => ("mark", el("span").child(session.text("bookmark_here")), None),
    };
    let said = state.map(|state| {
        part("span", "count")
            .child(hidden_words(session.context().texts.comma()))
            .child(session.text(state))
    });
    let parts = ["bookmark ", kind, state.map_or("", stops::parts_of)].concat();
    let time = spoken(session, at);
    let go = part("button", "bookmark")
        .attr("type", "button")
        .attr("part", &parts)
        .attr("data-kind", kind)
        .on("click", move |_| session.go_to(at))
        .child((
            part("span", "when").attr("aria-hidden", "true").child(clock(at)),
            words,
            said,
            hidden_words(&[session.context().texts.comma(), &time].concat()),
        ));
    let go = match state {
        Some(state) => go.attr("data-state", state),
        None => go,
    };
    let go = if focused { go.focus_soon() } else { go };
    let remove = match entry {
        Entry::Bookmark(spot) => Some(
            plain_button("quiet", session.words("remove"), move || {
                removes();
                session.bookmark(Some(spot.clone()));
            })
            .child(hidden_words(&[session.context().texts.comma(), &time].concat())),
        ),
        _ => None,
    };
    el("li").child((go, remove))
}
