//! A clause that is taken by holding on to it.

use adil::ui::{El, part};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, KeyboardEvent};

use crate::session::pledge::Session;

/// How long a key or finger has to hold a clause, in milliseconds.
const HOLD: u32 = 1_000;

/// A button to hold for a moment. Who cannot hold ticks the box below it.
pub fn hold(session: Session, n: usize) -> El {
    let holding = RwSignal::new(false);
    let timer = StoredValue::new_local(None::<gloo_timers::callback::Timeout>);
    let stop = move || {
        timer.try_update_value(|timer| *timer = None);
        holding.try_set(false);
    };
    on_cleanup(stop);
    let begin = move || {
        if untrack(|| holding.get() || session.taken.with(|taken| taken[n])) {
            return;
        }
        holding.set(true);
        let done = gloo_timers::callback::Timeout::new(HOLD, move || {
            holding.try_set(false);
            session.take(n, true);
            session.announcer.announce(&session.text("taken"));
        });
        timer.update_value(|timer| *timer = Some(done));
    };
    part("button", "hold")
        .attr("type", "button")
        .stated("hold", move || match (holding.get(), session.taken.with(|t| t[n])) {
            (true, _) => "holding",
            (false, true) => "taken",
            _ => "",
        })
        .on("pointerdown", move |_| begin())
        .on("pointerup", move |_| stop())
        .on("pointerleave", move |_| stop())
        .on("pointercancel", move |_| stop())
        .on("blur", move |_| stop())
        .on("contextmenu", |event| event.prevent_default())
        .on("keydown", move |event| {
            if is_key(&event) {
                event.prevent_default();
                begin();
            }
        })
        .on("keyup", move |event| {
            if is_key(&event) {
                stop();
            }
        })
        .child(words(session, n, holding))
}

/// Whether it is a key that presses buttons.
fn is_key(event: &Event) -> bool {
    let event = event.dyn_ref::<KeyboardEvent>();
    event.is_some_and(|event| matches!(event.key().as_str(), " " | "Enter"))
}

/// What stands on the button.
fn words(session: Session, n: usize, holding: RwSignal<bool>) -> impl Fn() -> String + 'static {
    let words = ["hold_progress", "taken", "hold_hint"].map(|key| session.text(key));
    move || {
        let taken = session.taken.with(|taken| taken[n]);
        let [during, after, before] = &words;
        if holding.get() {
            during
        } else if taken {
            after
        } else {
            before
        }
        .clone()
    }
}
