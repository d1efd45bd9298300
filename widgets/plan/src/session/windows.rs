//! The teacher's window leads, the one on the projector follows.
//!
//! Both are the same page: what follows has a mark in its address.

use std::cell::Cell;
use std::rc::Rc;

use adil::host::{now, parse_json};
use adil::ui::every;

use super::lesson::{Mode, Session};

/// What a window on the projector says when it comes, and again while it is there.
const HERE: &str = "here";
/// How often it says so, in milliseconds.
const SAYS_SO: u32 = 2_000;
/// After so many milliseconds of silence it is gone.
const GONE: f64 = 6_000.0;

/// The end of the address that makes an element show what the projector shows.
pub fn screen_mark(id: &str) -> String {
    ["#adil-screen-", id].concat()
}

/// Opens the window for the projector.
pub fn open_screen(session: Session) {
    let Some(window) = leptos::web_sys::window() else { return };
    let Ok(address) = window.location().href() else { return };
    let id = session.read(|widget| widget.document.envelope.id.as_str().to_owned());
    let page = address.split('#').next().unwrap_or_default();
    let mark = screen_mark(&id);
    // Where the browser opens none, the lesson runs in one window as before.
    _ = window.open_with_url_and_target_and_features(&[page, &mark].concat(), &mark[1..], "popup");
}

/// Joins the windows of this lesson.
pub fn join(session: Session) {
    if session.mode() == Mode::Screen {
        session.with_link(|link| {
            link.hear(move |text| {
                if let Ok(told) = parse_json(text) {
                    session.follow_told(&told);
                }
            });
        });
        let say = move || session.with_link(|link| link.send(HERE));
        say();
        every(SAYS_SO, say);
        return;
    }
    let heard = Rc::new(Cell::new(None));
    let ours = Rc::clone(&heard);
    session.with_link(|link| {
        link.hear(move |text| {
            if text == HERE {
                let is_new = ours.replace(Some(now())).is_none();
                session.has_screen.set(true);
                if is_new {
                    session.keep();
                }
            }
        });
    });
    every(SAYS_SO, move || {
        if heard.get().is_some_and(|last| now() - last > GONE) {
            heard.set(None);
            session.has_screen.set(false);
        }
    });
}
