//! Whether anybody does something while it plays: what fills the screen then shows the picture
//! alone.

use std::cell::RefCell;
use std::rc::Rc;

use adil::ui::{effect, listen};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::Session;

/// After how long without a move or a press a learner is idle, in milliseconds.
const PATIENCE: u32 = 3_000;

/// Follows what is done in the player.
pub fn follow(session: Session) {
    let Some(stage) = session.context().stage.borrow().clone() else { return };
    let timer: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let act = Rc::new(move || {
        session.set_state("idle", false);
        let wait = || {
            Timeout::new(PATIENCE, move || {
                if !session.is_over() {
                    session.set_state("idle", session.playing.now());
                }
            })
        };
        timer.replace(session.playing.now().then(wait));
    });
    for name in ["pointermove", "pointerdown", "keydown", "focusin"] {
        let act = Rc::clone(&act);
        listen(&stage, name, Box::new(move |_| untrack(|| act())));
    }
    effect(Box::new(move || {
        session.playing.get();
        untrack(|| act());
    }));
}
