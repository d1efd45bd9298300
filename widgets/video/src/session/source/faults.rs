//! What is told when nothing can be played, or nothing can be played on.

use super::own::own;
use crate::session::{Notice, Session};

/// Nothing of the lesson can be played; its author reads which files.
pub fn broken(session: Session) {
    tell(session, Notice::Broken);
    let context = session.context();
    let name = context.host.name();
    let files =
        context.document.body.files.iter().map(|file| file.src.address.0.as_str().to_owned());
    let files = own(session).map(|own| own.current_src()).into_iter().chain(files);
    let files = files.collect::<Vec<_>>().join(", ");
    let about = [&name, ": files: this browser could play none of: ", &files].concat();
    leptos::web_sys::console::warn_1(&about.into());
}

/// The network is gone.
pub fn lose(session: Session) {
    let source = &session.context().source;
    if !source.lost.replace(true) {
        source.played.set(session.playing.now());
    }
    tell(session, Notice::Lost);
}

fn tell(session: Session, notice: Notice) {
    session.context().source.fault.set(true);
    session.flush();
    session.keep();
    session.tell(notice);
}

/// A video that waits for long has lost its line.
pub fn stalls(session: Session, event: &str) {
    const PATIENCE: u32 = 12_000;
    let context = session.context();
    match event {
        // What came before the line broke has been played.
        "waiting" if session.medium().is_some_and(|medium| medium.error().is_some()) => {
            lose(session);
        }
        "waiting" => {
            let timer = gloo_timers::callback::Timeout::new(PATIENCE, move || {
                if !session.is_over() && session.waiting.now() {
                    lose(session);
                }
            });
            context.source.stall.replace(Some(timer));
        }
        "playing" | "pause" => {
            context.source.stall.replace(None);
            if event == "playing" && context.source.fault.replace(false) {
                context.source.lost.set(false);
                session.tell_no_more();
            }
        }
        _ => {}
    }
}
