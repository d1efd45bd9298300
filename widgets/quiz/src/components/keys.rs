//! Keys of the whole quiz.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlElement, KeyboardEvent};

use super::item;
use crate::interactions::choose_at;
use crate::model::{ItemKind, Mode};
use crate::session::{Screen, Session};

/// Number keys pick options, T says the time that is left, Enter in a field or on an option is the
/// main button, but that typing never ends a run, and a test ends only on an option. Keys with
/// modifiers are the page's.
pub fn on_key(session: Session, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let busy = event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing();
    if busy || session.screen.now() != Screen::Item {
        return;
    }
    let origin = event.composed_path().get(0);
    let Some(origin) = origin.dyn_ref::<HtmlElement>() else { return };
    let (input, select) = (origin.local_name() == "input", origin.local_name() == "select");
    let own = ["button", "a", "summary", "select"].contains(&origin.local_name().as_str());
    let typed = input && origin.get_attribute("type").as_deref() == Some("text");
    if !own && event.key() == "Enter" {
        event.prevent_default();
        // A key that is held down must not run through several items.
        if !event.repeat() {
            let learn = session.context().rules.mode == Mode::Learn;
            item::go_on(session, !typed && (learn || input));
        }
        return;
    }
    let field = select || typed;
    if !field && event.code() == "KeyT" {
        session.say_time();
    }
    // The code names the key wherever an alphabet puts digits.
    let code = event.code();
    let digit = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"));
    let digit = digit.and_then(|digit| digit.parse::<usize>().ok()).filter(|n| *n > 0);
    if let (false, Some(digit)) = (field, digit) {
        session.item(|item| {
            if let ItemKind::Choices(choices) = &item.kind {
                event.prevent_default();
                untrack(|| choose_at(session, choices, digit - 1));
            }
        });
    }
}
