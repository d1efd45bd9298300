//! The bar of time: chapters, checkpoints and what was watched are drawn on it.

use adil::ui::{El, part, set_style};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, PointerEvent};

use super::stops;
use crate::model::{Checkpoint, Progress, clock};
use crate::player::browser::target_of;
use crate::session::Session;
use crate::session::words::spoken;
use adil::ui::IndexSignal;

/// Whole seconds, as ARIA wants them.
fn seconds(ms: u32) -> String {
    adil::json::number_text(f64::from(ms / 1_000))
}

/// A part of a whole as style sheets write it.
pub fn percent(part: u32, whole: u32) -> String {
    share(if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) })
}

/// A share as style sheets write it.
fn share(share: f64) -> String {
    [&adil::json::number_text((share.min(1.0) * 10_000.0).round() / 100.0), "%"].concat()
}

/// Milliseconds as all of the lesson has them; the bar is never longer.
fn short(ms: usize) -> u32 {
    u32::try_from(ms).unwrap_or(u32::MAX)
}

/// The slider. Its end is always on the right, as on all players: time is no text.
pub fn view(session: Session) -> El {
    // Where the pointer holds the thumb; nothing while it does not.
    let held = IndexSignal::new(None);
    let shown = move || held.get().map_or_else(|| session.drawn.get(), short);
    let second = move || held.get().map_or_else(|| session.second.get(), |at| short(at) / 1_000);
    let value = move || {
        let texts = &session.context().texts;
        let (at, end) = (second() * 1_000, session.duration.get());
        let (time, total) = (spoken(session, at), spoken(session, end));
        texts.fill("time_of", &[("time", &time), ("total", &total)])
    };
    let played = move || percent(shown(), session.duration.get());
    let watched_share = move || {
        session.ranges.track();
        share(session.done_now(Progress::watched).share(session.duration.get()))
    };
    part("div", "time-slider")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("dir", "ltr")
        .attr("aria-label", &session.text("seek_bar"))
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", move || seconds(session.duration.get()))
        .attr("aria-valuenow", move || adil::json::number_text(f64::from(second())))
        .attr("aria-valuetext", value)
        .with(|element| hold(session, element, held))
        .child((
            part("div", "bar").live_style("--adil-watched", watched_share).child((
                part("div", "buffered").live_style("--adil-buffered", move || {
                    percent(session.loaded.get(), session.duration.get())
                }),
                move || watched(session),
                // On what it moves alone: a property of the bar would be handed to every mark.
                part("div", "played").live_style("--adil-played", played),
                move || chapters(session),
            )),
            move || markers(session),
            part("div", "thumb").live_style("--adil-played", played).child(
                part("output", "tip")
                    .attr("aria-hidden", "true")
                    .attr("hidden", move || held.get().is_none())
                    .child(move || clock(shown())),
            ),
        ))
}

/// A press on the bar, and moving what is held.
fn hold(session: Session, element: &Element, held: IndexSignal) {
    let bar = send_wrapper::SendWrapper::new(element.clone());
    let at = move |event: &PointerEvent| {
        // Nothing on the bar takes pointers, so the place is that on the bar itself.
        let share = f64::from(event.offset_x()) / f64::from(bar.client_width().max(1));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let at = (share.clamp(0.0, 1.0) * f64::from(session.duration.get_untracked())) as usize;
        at
    };
    let act = move |event: Event| {
        let event: &PointerEvent = event.unchecked_ref();
        match event.type_().as_str() {
            // What has no known length has no places to go to.
            "pointerdown" if event.button() == 0 && session.duration.get_untracked() > 0 => {
                held.set(Some(at(event)));
                if let Some(element) = target_of(event) {
                    _ = element.set_pointer_capture(event.pointer_id());
                }
            }
            "pointermove" if held.now().is_some() => held.set(Some(at(event))),
            "pointerup" if held.now().is_some() => {
                held.set(None);
                session.seek(short(at(event)));
            }
            "pointercancel" => held.set(None),
            _ => {}
        }
    };
    let act = std::rc::Rc::new(act);
    for name in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
        let act = std::rc::Rc::clone(&act);
        adil::ui::listen(element, name, Box::new(move |event| untrack(|| act(event))));
    }
}

fn at(element: El, from: u32, to: u32, whole: u32) -> El {
    element.with(|element| {
        set_style(element, "--adil-at", &percent(from, whole));
        set_style(element, "--adil-length", &percent(to.saturating_sub(from), whole));
    })
}

fn watched(session: Session) -> Vec<El> {
    let whole = session.duration.get();
    session.ranges.track();
    let ranges = session.done_now(Progress::watched);
    let range = |(from, to): &(u32, u32)| at(part("div", "watched"), *from, *to, whole);
    ranges.list().iter().map(range).collect()
}

fn chapters(session: Session) -> Vec<El> {
    let whole = session.duration.get();
    let context = session.context();
    let chapters = context.document.body.chapters.iter().skip(1);
    chapters.map(|one| at(part("div", "chapter-mark"), one.start.0, 0, whole)).collect()
}

fn markers(session: Session) -> Vec<El> {
    let whole = session.duration.get();
    let context = session.context();
    let open = session.open.get();
    let marker = |(n, one): (usize, &Checkpoint)| {
        let state = stops::state(session, n, open);
        let at = percent(one.at.0, whole);
        let place = |element: &Element| set_style(element, "--adil-marker-at", &at);
        let parts = ["marker", stops::parts_of(state)].concat();
        part("div", "marker").attr("part", &parts).attr("data-state", state).with(place)
    };
    context.document.body.checkpoints.iter().enumerate().map(marker).collect()
}
