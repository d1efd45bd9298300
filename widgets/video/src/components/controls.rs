//! The buttons below the picture.

use adil::ui::{Act, Child, El, When, Words, aria_bool, drawing, effect, el, part, pressable};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

use super::{lazy, slider};
use crate::model::clock;
use crate::player::medium::percent;
use crate::session::acts::{confirm, mark, mute};
use crate::session::captions::are_missing;
use crate::session::{Captions, LazyPart, Session, screen};

/// The signs of the player, on a 24 by 24 grid.
pub const PLAY: &str = "M8 5.5v13l10.500-6.500z";
const PAUSE: &str = "M8.500 5.500v13M15.500 5.500v13";
const SOUND: &str =
    "M4 9.500v5h3.500l5 4v-13l-5 4zM16.500 9a4.200 4.200 0 0 1 0 6M19 6.500a8 8 0 0 1 0 11";
const SILENCE: &str = "M4 9.500v5h3.500l5 4v-13l-5 4zM16.500 9.500l5 5M21.500 9.500l-5 5";
const CAPTIONS: &str = "M3.500 6h17v12h-17zM10.500 10.500a2 2 0 1 0 0 3M17 10.500a2 2 0 1 0 0 3";
const BOOKMARK: &str = "M6.500 4h11v16l-5.500-4-5.500 4z";
const INSET: &str = "M3.500 5.500h17v13h-17zM12.500 12.500h5v3.500h-5z";
const GROW: &str = "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5";
const SHRINK: &str = "M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5";
const GEAR: &str = "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5";

/// A sign of the player.
pub fn sign_of(path: &'static str) -> El {
    drawing(path)
}

/// The drawing of a button; follows signals.
type Path = Box<dyn Fn() -> &'static str>;

/// A button with a sign: its part and the slot of its sign; `name` is its words, `path` its
/// drawing.
fn control(
    [parts, slot]: [&'static str; 2],
    keys: &'static str,
    name: Words,
    path: Path,
    pressed: Option<When>,
    act: Act,
) -> El {
    let button = el("button")
        .attr("type", "button")
        .attr("class", "sign control")
        .attr("part", parts)
        .attr("aria-label", name)
        .on("click", move |_| act())
        .child(el("slot").attr("name", slot).child(move || drawing(path())));
    let button = if keys.is_empty() { button } else { button.attr("aria-keyshortcuts", keys) };
    match pressed {
        Some(pressed) => pressable(button, parts, pressed),
        None => button,
    }
}

/// All controls.
pub fn view(session: Session, captions: Captions) -> El {
    part("div", "controls")
        .attr("role", "group")
        .attr("aria-label", &session.text("controls"))
        .child((
            slider::view(session),
            el("div").attr("class", "row").child((
                el("slot").attr("name", "controls-start"),
                play(session),
                sound(session),
                time(session),
                el("span").attr("class", "gap"),
                more(session, captions),
                el("slot").attr("name", "controls-end"),
            )),
        ))
}

const GEAR_PARTS: &str = "button settings-button";

const PLAY_KEYS: &str = "k Space";

fn play(session: Session) -> El {
    let name: Words =
        Box::new(move || session.text(if session.playing.get() { "pause" } else { "play" }));
    let path = move || if session.playing.get() { PAUSE } else { PLAY };
    let button = control(
        ["button play-button", "play-icon"],
        PLAY_KEYS,
        name,
        Box::new(path),
        None,
        Box::new(move || session.toggle()),
    );
    button.with(|button| {
        let slot = button.first_element_child();
        effect(Box::new(move || {
            let playing = session.playing.get();
            if let Some(slot) = &slot {
                _ = slot.set_attribute("name", if playing { "pause-icon" } else { "play-icon" });
            }
            // A checkpoint and the end say more.
            let says = session.started.now() && session.open.now().is_none();
            if says && session.medium().is_some_and(|medium| !medium.ended()) {
                confirm(session, PLAY_KEYS, if playing { "playing" } else { "paused" });
            }
        }));
    })
}

fn sound(session: Session) -> El {
    let is_silent = move || session.loudness.get() == 0;
    let path = move || if is_silent() { SILENCE } else { SOUND };
    let mute = control(
        ["button mute-button", "mute-icon"],
        "m",
        session.words("mute"),
        Box::new(path),
        Some(Box::new(is_silent)),
        Box::new(move || mute(session)),
    );
    let volume = part("input", "volume")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", "100")
        .attr("step", "5")
        .attr("dir", "ltr")
        .attr("aria-label", &session.text("volume"))
        .prop("value", move || adil::json::number_text(f64::from(session.loudness.get())))
        .live_style("--adil-volume", move || slider::percent(session.loudness.get(), 100))
        .on("input", move |event| {
            let field = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
            let (Some(field), Some(medium)) = (field, session.medium()) else { return };
            medium.set_loudness(field.value_as_number() / 100.0);
            session.loudness.set(percent(medium.loudness()));
        });
    el("span").attr("class", "sound").child((mute, volume))
}

fn time(session: Session) -> El {
    let words = move || {
        let (at, end) = (clock(session.second.get() * 1_000), clock(session.duration.get()));
        [&at, " / ", &end].concat()
    };
    // The slider says it; a clock that ticks aloud would be a plague.
    part("span", "time").attr("dir", "ltr").attr("aria-hidden", "true").child(words)
}

fn more(session: Session, captions: Captions) -> impl Child {
    let shown = captions.shown;
    let silent = are_missing(session);
    let caption = control(
        ["button captions-button", "captions-icon"],
        "c",
        session.words("captions"),
        Box::new(|| CAPTIONS),
        Some(Box::new(move || shown.get())),
        Box::new(move || captions.toggle()),
    )
    .attr("hidden", move || silent);
    let bookmark = control(
        ["button bookmark-button", "bookmark-icon"],
        "b",
        session.words("bookmark"),
        Box::new(|| BOOKMARK),
        None,
        Box::new(move || mark(session)),
    );
    let open = session.settings;
    let gear = control(
        [GEAR_PARTS, "settings-icon"],
        "",
        session.words("settings"),
        Box::new(|| GEAR),
        None,
        Box::new(move || open.toggle()),
    )
    .stated(GEAR_PARTS, move || if open.get() { "open" } else { "" })
    .attr("aria-expanded", move || aria_bool(open.get()));
    // Who opens the settings meets them next, though they are seen below the controls.
    let settings = lazy::lazy_view(session, LazyPart::Settings);
    (caption, bookmark, gear, settings, screens(session))
}

/// The buttons for other places of the picture: a window of its own, and the whole screen.
fn screens(session: Session) -> impl Child {
    let inset = control(
        ["button pip-button", "pip-icon"],
        "i",
        session.words("picture_in_picture"),
        Box::new(|| INSET),
        None,
        Box::new(move || screen::inset(session)),
    )
    .attr("hidden", move || {
        // What plays may be known later.
        session.duration.track();
        !screen::has_inset(session)
    });
    let full = session.full;
    let name: Words = Box::new(move || {
        session.text(if full.get() { "leave_full_screen" } else { "full_screen" })
    });
    let grow = control(
        ["button fullscreen-button", "fullscreen-icon"],
        "f",
        name,
        Box::new(move || if full.get() { SHRINK } else { GROW }),
        None,
        Box::new(move || screen::toggle(session)),
    );
    (inset, grow)
}
