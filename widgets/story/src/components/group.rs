//! A group at one device: how many it is, who does what, and who begins to talk in the end.

use adil::ui::{Child, El, el, part, pieces};
use leptos::prelude::untrack;

use crate::model::{FEWEST, MOST, Place, roles};
use crate::session::{Screen, Session};

/// What a group sees beside the story, at every place of it.
pub fn view(session: Session) -> impl Child {
    match (session.screen.now(), session.spot().place) {
        (Screen::Intro, _) => {
            let seats = el("p").attr("class", "task").child(session.text("group_seats"));
            pieces((size(session), seats))
        }
        (_, Place::Scene(_)) => pieces(parts(session)),
        (_, Place::Ending(_)) => pieces(talk(session)),
    }
}

/// How many people there are, as radio buttons in a row.
fn size(session: Session) -> El {
    let now = untrack(|| session.run(crate::model::Run::group));
    let option = |people: usize| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "people")
            .on("change", move |_| session.set_people(people));
        let input = if people == now { input.attr("checked", "") } else { input };
        let n = session.number(people as f64);
        el("label").attr("class", "wish").child((input, el("span").child(n)))
    };
    let options: Vec<El> = (FEWEST..=MOST).map(option).collect();
    part("fieldset", "people").child((
        el("legend").child(session.text("group_size")),
        el("div").attr("class", "ways").child(options),
    ))
}

/// The number of a person, which stands for a name.
fn seat(session: Session, person: usize) -> El {
    el("b").attr("class", "seat").child(session.number((person + 1) as f64))
}

/// Who does what in this scene; follows how many there are.
fn parts(session: Session) -> impl Child {
    let rows = move || {
        let (people, turn) = session.run(|run| (run.group(), run.turn()));
        let row = |(person, role): (usize, crate::model::Role)| {
            let words = session.text(&["role_", role.word()].concat());
            part("li", "role").state("role", role.word()).child((
                seat(session, person),
                " ",
                el("span").child(words),
            ))
        };
        let rows: Vec<El> = roles(people, turn).into_iter().enumerate().map(row).collect();
        part("ul", "roles")
            .attr("role", "list")
            .attr("aria-label", &session.text("roles"))
            .child(rows)
    };
    let fold = part("details", "notes")
        .child((el("summary").child(session.text("group_size")), size(session)));
    (rows, fold)
}

/// Who begins to talk: whoever would read next.
fn talk(session: Session) -> El {
    let (people, turn) = untrack(|| session.run(|run| (run.group(), run.turn())));
    let n = session.number((turn % people + 1) as f64);
    part("p", "role").child(session.fill("group_end", &[("n", &n)]))
}
