//! The keys that players of videos share, and gestures on the picture. They act only while the
//! focus is within the player, and never on what learners type or choose.

use adil::ui::listen;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, KeyboardEvent, MouseEvent};

use crate::model::next_rate;
use crate::player::browser::target_of;
use crate::session::acts::{self, confirm, mark, mute, set_rate};
use crate::session::words::spoken;
use crate::session::{Acted, Captions, Session, screen};

/// What keeps its own keys: fields, lists, and all of a question.
const OWN: &str =
    "input, textarea, select, [contenteditable], .checkpoint-panel, .settings, .slides";

/// A key within the player.
pub fn press(session: Session, captions: Captions, event: &Event) {
    let key: &KeyboardEvent = event.unchecked_ref();
    let busy = key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing();
    let Some(target) = target_of(event) else { return };
    if key.key() == "Escape" && (screen::leave_window(session) || close_settings(session)) {
        return event.prevent_default();
    }
    let within = |what: &str| target.closest(what).is_ok_and(|found| found.is_some());
    let film = !session.slides.now();
    if busy || !film || event.default_prevented() || within(OWN) {
        return;
    }
    // A button is pressed by Space itself.
    if key.key() == " " && within("button, summary, a") {
        return;
    }
    let on_bar = within("[role=slider]");
    // Most keys lead to a place. The bar says its own; what others do they say when they do it.
    let says = !on_bar && !ONCE.contains(&key.code().as_str());
    let acted = &session.context().cells.acted;
    acted.set(if says { Acted::Cursor } else { Acted::Nothing });
    if act(session, captions, key, on_bar).is_some() {
        event.prevent_default();
    } else {
        acted.set(Acted::Nothing);
    }
}

/// Closes the settings if they are open; the focus goes back to their button.
fn close_settings(session: Session) -> bool {
    let open = session.settings.now();
    if open {
        session.settings.set(false);
        let stage = session.context().stage.borrow().clone();
        let button =
            stage.and_then(|stage| stage.query_selector("[part~=settings-button]").ok()?);
        if let Some(button) = button {
            adil::ui::focus(&button);
        }
    }
    open
}

/// Keys that do something once, however long they are held.
const ONCE: [&str; 7] = ["KeyK", "Space", "KeyM", "KeyC", "KeyF", "KeyI", "KeyB"];

/// What a key does; nothing for a key that is not the player's.
fn act(session: Session, captions: Captions, event: &KeyboardEvent, on_bar: bool) -> Option<()> {
    let step = if event.shift_key() { 10_000 } else { 5_000 };
    // Letters by their place on the keyboard, so that they work in every alphabet.
    let code = event.code();
    let end = session.duration.get_untracked();
    match code.as_str() {
        // The page must not scroll by a Space that is held.
        once if event.repeat() && ONCE.contains(&once) => {}
        "KeyK" | "Space" => session.toggle(),
        "KeyJ" => session.step(-10_000),
        "KeyL" => session.step(10_000),
        "KeyM" => {
            mute(session);
            let silent = session.loudness.get_untracked() == 0;
            confirm(session, "m", if silent { "muted" } else { "sound_on" });
        }
        "KeyC" => {
            captions.toggle();
            let words = match captions.which.now() {
                None => "no_captions",
                Some(_) if captions.shown.now() => "captions_on",
                Some(_) => "captions_off",
            };
            confirm(session, "c", words);
        }
        "KeyF" => screen::toggle(session),
        "KeyI" => screen::inset(session),
        "KeyB" => mark(session),
        "ArrowLeft" => session.step(-step),
        "ArrowRight" => session.step(step),
        "ArrowDown" if on_bar => session.step(-step),
        "ArrowUp" if on_bar => session.step(step),
        "PageDown" if on_bar => session.step(-60_000),
        "PageUp" if on_bar => session.step(60_000),
        "ArrowDown" => louder(session, -0.05),
        "ArrowUp" => louder(session, 0.05),
        "Home" if end > 0 => session.seek(0),
        "End" if end > 0 => session.seek(end),
        _ => return other(session, event, &code),
    }
    Some(())
}

fn other(session: Session, event: &KeyboardEvent, code: &str) -> Option<()> {
    match (event.key().as_str(), code) {
        ("<", _) => faster(session, -1),
        (">", _) => faster(session, 1),
        ("?" | "؟", _) => {
            session.context().cells.acted.set(Acted::Nothing);
            if !event.repeat() {
                session.settings.toggle();
            }
        }
        // The same keys where the alphabet has no such signs.
        (_, "Comma") if event.shift_key() => faster(session, -1),
        (_, "Period") if event.shift_key() => faster(session, 1),
        _ => {
            // Without its lock the same key is called Home, Left and so on.
            let pad = || code.strip_prefix("Numpad").filter(|_| event.key().len() < 3);
            let digit = code.strip_prefix("Digit").or_else(pad)?;
            let [digit @ b'0'..=b'9'] = digit.as_bytes() else { return None };
            // Of what has no known length nobody knows a tenth.
            let end = Some(session.duration.get_untracked()).filter(|end| *end > 0)?;
            session.seek(end / 10 * u32::from(digit - b'0'));
        }
    }
    Some(())
}

/// Louder or less loud.
fn louder(session: Session, by: f64) {
    acts::louder(session, by);
    session.context().cells.acted.set(Acted::Volume);
}

/// Says what a key has changed once it is let go, and not at each turn of one that is held.
pub fn say_when_let_go(session: Session) {
    let Some(stage) = session.context().stage.borrow().clone() else { return };
    let act = move |_| {
        let context = session.context();
        let texts = &context.texts;
        let share = |part: u32| f64::from(part) / 100.0;
        let (key, words) = match context.cells.acted.take() {
            Acted::Nothing => return,
            Acted::Cursor => ("", spoken(session, session.at.get_untracked())),
            Acted::Volume => ("volume", texts.percent(share(session.loudness.get_untracked()))),
            Acted::Speed => ("speed", texts.number(share(session.rate.get_untracked()))),
        };
        session.announcer.announce(&[&texts.get(key), " ", &words].concat());
    };
    listen(&stage, "keyup", Box::new(act));
}

/// The next speed that is offered.
fn faster(session: Session, by: isize) {
    let rate = f64::from(session.rate.get_untracked()) / 100.0;
    set_rate(session, next_rate(rate, by));
    session.context().cells.acted.set(Acted::Speed);
}

/// How long a second tap may take to make a double one, in milliseconds.
const DOUBLE: f64 = 300.0;

/// A press on the picture plays or stops; a double one fills the screen, a double tap at a side
/// goes ten seconds.
pub fn touch(session: Session, picture: &Element) {
    let last = std::cell::Cell::new((0.0, 0));
    let act = move |event: Event| {
        let mouse: &MouseEvent = event.unchecked_ref();
        let on_picture = target_of(&event)
            .is_some_and(|target| target.closest(".poster, button").is_ok_and(|b| b.is_none()));
        if !on_picture || !session.started.now() {
            return;
        }
        let width = target_of(&event).map_or(1, |target| target.client_width().max(1));
        let side = match mouse.offset_x() * 3 / width {
            0 => -1,
            1 => 0,
            _ => 1,
        };
        // When it was pressed, however long the page was busy since.
        let time = event.time_stamp();
        // Not every engine tells what made a click.
        let kind = js_sys::Reflect::get(&event, &"pointerType".into()).ok();
        let kind = kind.and_then(|kind| kind.as_string()).unwrap_or_default();
        let (before, same) = last.replace((time, side));
        let twice = time - before < DOUBLE && same == side;
        untrack(|| match (twice, side, kind.as_str()) {
            (true, -1 | 1, "touch") => {
                // The first tap has played or stopped.
                session.toggle();
                session.step(side * 10_000);
            }
            (true, ..) => {
                session.toggle();
                screen::toggle(session);
            }
            _ => session.toggle(),
        });
    };
    listen(picture, "click", Box::new(act));
}
