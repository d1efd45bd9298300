//! The lesson that runs, as its teacher sees it.

use adil::ui::{El, Pieces, button, el, part, pieces, plain_button};
use leptos::prelude::untrack;

use super::agenda::{Reader, agenda, block_text, line, phase};
use super::clock::{clock, clock_text};
use super::stage::stage;
use crate::model::Agenda;
use crate::session::Session;
use crate::session::awake::keep_awake;
use crate::session::windows::open_screen;

/// The lesson that runs.
pub fn lesson(session: Session) -> El {
    keep_awake(session);
    let all = move || clock_text(session.agenda(Agenda::left_of_all));
    let now = move || {
        let block = session.block.get();
        untrack(|| match block {
            Some(n) => running(session, n),
            None => over(session),
        })
    };
    part("section", "lesson").child((
        el("div").attr("class", "now").child((now, stage(session))),
        el("aside").attr("class", "aside").child((
            el("p").attr("class", "all").child((
                part("span", "label").child(session.text("left_of_all")),
                el("span").attr("dir", "ltr").child(all),
            )),
            agenda(session, Reader::Teacher),
            el("div").attr("class", "ways").child((
                quiet(session, "full_plan", move || session.show_plan()),
                quiet(session, "second_window", move || open_screen(session)),
            )),
            screen_note(session),
        )),
    ))
}

fn quiet(session: Session, key: &'static str, act: impl Fn() + 'static) -> El {
    plain_button("quiet", Box::new(move || session.text(key)), act)
}

fn screen_note(session: Session) -> El {
    el("p")
        .attr("class", "small")
        .attr("role", "status")
        .child(move || session.has_screen.get().then(|| session.text("screen_follows")))
}

/// A heading that takes the focus where the teacher's own act led to it.
pub fn heading(session: Session) -> El {
    let heading = session.read(|widget| part(widget.host.heading(1), "heading"));
    let heading = heading.attr("tabindex", "-1");
    if session.takes_focus() { heading.focus_soon() } else { heading }
}

fn running(session: Session, n: usize) -> Pieces {
    let inside = session.of_block(n, |block| {
        let said = |key: &'static str, text: Option<&adil::Rich>| {
            text.map(|text| {
                part("div", "said").attr("data-who", key).state("said", key).child((
                    part("p", "label").child(session.text(key)),
                    block_text(session, "text", text),
                ))
            })
        };
        let without = block.without.as_ref().map(|text| {
            el("details").attr("class", "without").child((
                part("summary", "summary").child(session.text("without")),
                block_text(session, "text", text),
            ))
        });
        pieces((
            phase(session, block),
            line(session, heading(session), &block.title),
            clock(session),
            controls(session),
            block.text.as_ref().map(|text| block_text(session, "text", text)),
            said("teacher", block.teacher.as_ref()),
            said("pupils", block.pupils.as_ref()),
            without,
        ))
    });
    pieces(inside)
}

fn controls(session: Session) -> El {
    let pause = move || session.text(if session.running.get() { "pause" } else { "run" });
    part("div", "controls").child((
        quiet(session, "back", move || session.go(Agenda::back)),
        button(
            "quiet",
            Box::new(pause),
            Box::new(|| false),
            Box::new(move || session.start_or_pause()),
        ),
        quiet(session, "add_minute", move || session.add_minute()),
        plain_button("go", Box::new(move || session.text("next")), move || {
            session.go(Agenda::next);
        }),
    ))
}

fn over(session: Session) -> Pieces {
    pieces((
        heading(session).child(session.text("lesson_over")),
        el("p").attr("class", "text").child(session.text("lesson_over_text")),
        part("div", "controls").child((
            quiet(session, "back", move || session.go(Agenda::back)),
            plain_button("go", Box::new(move || session.text("again")), move || session.again()),
        )),
    ))
}
