//! Full screen, and the picture in a window of its own. The question is part of what goes full
//! screen; where only the video itself could go, the stage fills the window instead.

use adil::ui::listen;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::Session;
use crate::player::browser::browser;
use crate::player::medium::Medium;
use crate::player::screen;

fn stage(session: Session) -> Option<Element> {
    session.context().stage.borrow().clone()
}

fn is_really_full(session: Session) -> bool {
    stage(session).is_some_and(|stage| screen::is_full(&stage))
}

/// Follows the browser: learners leave full screen by its own keys, too.
pub fn watch(session: Session, stage: &Element) {
    let act = move |_| {
        untrack(|| show(session, is_really_full(session)));
    };
    listen(stage, "fullscreenchange", Box::new(act));
    // A browser that refuses leaves the window to be filled.
    listen(stage, "fullscreenerror", Box::new(move |_| untrack(|| show(session, true))));
    on_cleanup(move || {
        if let Some(stage) = self::stage(session) {
            screen::leave(&stage);
        }
    });
}

fn show(session: Session, full: bool) {
    session.full.set(full);
    session.set_state("fullscreen", full);
}

/// Fills the screen, or leaves it.
pub fn toggle(session: Session) {
    let Some(stage) = stage(session) else { return };
    if session.full.now() {
        if !screen::leave(&stage) {
            show(session, false);
        }
    } else if !screen::fill(&stage) {
        show(session, true);
    }
}

/// Leaves a stage that fills the window; whether it did.
pub fn leave_window(session: Session) -> bool {
    let fills = session.full.now() && !is_really_full(session);
    if fills {
        show(session, false);
    }
    fills
}

/// Whether the picture can stand in a window of its own.
pub fn has_inset(session: Session) -> bool {
    screen::has_inset() && session.medium().is_some_and(|medium| medium.is_ours())
}

/// Puts the picture into a window of its own, or back. Before it plays there is no picture.
pub fn inset(session: Session) {
    let Some(media) = session.medium().filter(Medium::is_ours) else { return };
    if session.started.now() {
        screen::inset(&media);
    } else {
        session.play();
    }
}

/// Where the video itself went full screen or into a window, nobody would see the question.
pub fn leave_video_alone(session: Session) {
    if let Some(media) = session.medium().filter(Medium::is_ours) {
        screen::leave_video_alone(&media);
    }
}

/// What had the focus is gone; keys go to the player, unless the learner is elsewhere in the page.
pub fn focus_stage(session: Session) {
    let context = session.context();
    let focused = browser(&["document", "activeElement"]);
    let focused = focused.and_then(|focused| focused.dyn_into::<Element>().ok());
    let within =
        context.element.as_ref().and_then(|element| element.shadow_root()?.active_element());
    let is_ours = within.is_some() || focused.is_none_or(|one| one.local_name() == "body");
    let stage = context.stage.borrow().clone().filter(|_| is_ours);
    if let Some(stage) = stage {
        adil::ui::focus(&stage);
    }
}
