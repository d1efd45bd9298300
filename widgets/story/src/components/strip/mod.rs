//! A strip that a learner makes: panels with a background, figures on a grid, and a sentence.

mod files;
mod grid;
mod panel;
mod tools;

use adil::ui::{El, el, part, plain_button, print_button};
use leptos::prelude::Get as _;

use self::panel::panel_of;
use super::scene::{foot, heading};
use crate::model::Made;
use crate::session::{Desk, Session};

/// The desk.
pub fn view(session: Session) -> El {
    let desk = Desk::new(session);
    let title = session.text("your_strip");
    let work = move || {
        desk.turns.get();
        leptos::prelude::untrack(|| adil::ui::pieces((grid::view(desk), tools::view(desk))))
    };
    part("section", "scene strip").child((
        heading(session, title).attr("class", "heading"),
        el("div").attr("class", "desk screen-only").child((panels(desk), work)),
        sheet(desk),
        files::view(desk),
        foot(
            plain_button("quiet", session.words("back_to_story"), move || session.go_on()),
            Some(print_button("go", session.words("print"), session.words("print_waits"))),
        )
        .attr("class", "foot screen-only"),
    ))
}

/// Which panel is worked on, and one more.
fn panels(desk: Desk) -> El {
    let session = desk.session;
    let shown = move || {
        desk.turns.get();
        let (count, at) = desk.strip(|strip| (strip.panels().len(), strip.at()));
        let one = |n: usize| {
            let (number, total) = (session.number((n + 1) as f64), session.number(count as f64));
            let words = session.fill("panel_of", &[("n", &number), ("total", &total)]);
            let button = plain_button("quiet", Box::new(move || words.clone()), move || {
                desk.turn(|strip| strip.go(n));
            });
            if n == at {
                button.attr("aria-current", "true").state("quiet", "chosen")
            } else {
                button
            }
        };
        let all: Vec<El> = (0..count).map(one).collect();
        let may_add = count < crate::model::MOST_PANELS;
        let add = may_add.then(|| {
            plain_button("quiet", session.words("add_panel"), move || {
                desk.turn(|strip| _ = strip.add());
            })
        });
        let remove = (count > 1).then(|| {
            plain_button("quiet", session.words("remove_panel"), move || {
                desk.turn(crate::model::Strip::remove);
            })
        });
        adil::ui::pieces((all, add, remove))
    };
    el("div").attr("class", "ways").child(shown)
}

/// All panels side by side, as they are printed.
fn sheet(desk: Desk) -> El {
    let all = move || {
        let panels: Vec<Made> = desk.strip(|strip| strip.panels().to_vec());
        let one = |made: &Made| {
            let said = made.words.trim().to_owned();
            let frame = el("li").child(panel_of(desk, made));
            if said.is_empty() { frame } else { frame.child(adil::ui::hidden_words(&said)) }
        };
        panels.iter().map(one).collect::<Vec<El>>()
    };
    let name = desk.session.text("your_strip");
    part("ol", "sheet").attr("role", "list").attr("aria-label", &name).child(all)
}
