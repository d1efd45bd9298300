//! Pieces that several screens are made of.

use std::cell::Cell;

use adil::content::{Localized, Picture, Rich};
use adil::ui::{
    Child, El, Icon, effect, el, icon, part, picture, plain_button, plain_line, pressable,
    text_block,
};

use super::token::token;
use super::tone::tones;
use crate::model::Move;
use crate::session::Session;

/// Rich text in a block.
pub fn block(session: Session, class: &'static str, text: &Rich) -> El {
    session.read(|widget| text_block(&widget.rich, class, text))
}

/// Plain text of the content.
pub fn plain(session: Session, element: El, text: &Localized) -> El {
    session.read(|widget| plain_line(&widget.rich, element, text))
}

/// A picture of the content.
pub fn image(session: Session, shown: Option<&Picture>) -> Option<El> {
    shown.map(|shown| session.read(|widget| picture(&widget.rich, shown)))
}

/// A heading that takes the focus where somebody's own act led to it.
pub fn heading(session: Session, words: impl Child) -> El {
    let level = session.read(|widget| widget.host.heading(1));
    let heading = part(level, "heading").attr("tabindex", "-1").child(words);
    if session.takes_focus() { heading.focus_soon() } else { heading }
}

/// A heading below that of the screen.
pub fn subheading(session: Session, words: impl Child) -> El {
    part(session.read(|widget| widget.host.heading(2)), "subheading").child(words)
}

/// A team: its token and its name.
pub fn team(session: Session, team: usize) -> El {
    let name = el("bdi").attr("class", "team-name").child(session.team_name(team));
    el("span").attr("class", "team").child((token(team), name))
}

/// The main button of a screen.
pub fn go(session: Session, key: &'static str, step: Move) -> El {
    plain_button("go", Box::new(move || session.text(key)), move || session.take(step))
}

/// A lesser button.
pub fn quiet(session: Session, key: &'static str, act: impl Fn() + 'static) -> El {
    plain_button("quiet", Box::new(move || session.text(key)), act)
}

/// Seconds as `2:05`.
pub fn clock_words(session: Session, seconds: usize) -> String {
    let rest = seconds % 60;
    let zero = if rest < 10 { session.number(0) } else { String::new() };
    [&session.number(seconds / 60), ":", &zero, &session.number(rest)].concat()
}

/// A switch for tones at the sign and at the end of a time; silent until it is pressed.
fn sound(session: Session) -> El {
    let button = part("button", "quiet").attr("type", "button");
    pressable(button, "quiet", Box::new(move || session.sounds.get()))
        .on("click", move |_| {
            session.sounds.toggle();
            // Whoever turns it on hears how loud it is.
            if session.sounds.now() {
                tones(1);
            }
        })
        .child(session.text("sound"))
}

/// The time of a card, a round or a speech, with its buttons; nothing where none runs.
pub fn countdown(session: Session) -> Option<El> {
    use leptos::prelude::untrack;
    if untrack(|| session.countdown().total) == 0 {
        return None;
    }
    let state = move || {
        let countdown = session.countdown();
        match countdown.left() {
            0 => "over",
            _ if countdown.is_near() => "near",
            _ if countdown.runs => "runs",
            _ => "",
        }
    };
    let was = Cell::new("");
    effect(Box::new(move || {
        let now = state();
        let comes = was.replace(now) != now && session.sounds.now();
        match now {
            "near" if comes => tones(1),
            "over" if comes => tones(2),
            _ => {}
        }
    }));
    let left = move || clock_words(session, session.countdown().left());
    let words = move || {
        let countdown = session.countdown();
        let key = match countdown.runs {
            true => "clock_stop",
            false if countdown.passed > 0.0 && countdown.left() > 0 => "clock_go_on",
            false => "clock_start",
        };
        session.text(key)
    };
    let press = plain_button("quiet", Box::new(words), move || session.toggle_countdown());
    let over = move || (session.countdown().left() == 0).then(|| session.text("time_is_up"));
    Some(
        part("div", "clock")
            .stated("clock", state)
            .attr("role", "group")
            .attr("aria-label", &session.text("time_left"))
            .child((
                icon(Icon::Clock),
                el("span").attr("class", "left").attr("role", "timer").child(left),
                el("span").attr("class", "over").child(over),
                press,
                quiet(session, "clock_again", move || session.reset_countdown()),
                sound(session),
            )),
    )
}
