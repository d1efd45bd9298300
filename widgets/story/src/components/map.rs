//! The map: which scenes and endings were seen, and the way back to those of this way.

use adil::ui::{Child, El, Flag, el, hidden_words, part, plain_button, plain_line};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::lazy::lazy_view;
use crate::model::Place;
use crate::session::{LazyPart, Session};

/// The map, folded. Nothing of it is made before it is opened.
pub fn fold(session: Session) -> El {
    let open = Flag::new(false);
    part("details", "map")
        .on("toggle", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            open.set(target.is_some_and(|target| target.has_attribute("open")));
        })
        .child((part("summary", "summary").child(session.text("map")), move || {
            open.get().then(|| lazy_view(session, LazyPart::Map))
        }))
}

/// What is on the map; follows the run.
pub fn view(session: Session) -> impl Child {
    move || places(session)
}

fn places(session: Session) -> impl Child {
    let (scenes, endings) = session.story(|story| (story.scenes.len(), story.endings.len()));
    let mut seen = session.run(|run| run.seen.clone());
    let here = session.spot().place;
    if !seen.contains(&here) {
        seen.push(here);
    }
    let on_way = session.run(|run| run.steps.iter().map(|step| step.scene).collect::<Vec<_>>());
    let count = |key: &str, n: usize, total: usize| {
        let (n, total) = (session.number(n as f64), session.number(total as f64));
        el("p").attr("class", "task").child(session.fill(key, &[("n", &n), ("total", &total)]))
    };
    let many = |is: fn(&Place) -> bool| seen.iter().filter(|place| is(place)).count();
    let row = |place: Place| {
        let known = seen.contains(&place);
        let title = session.story(|story| match place {
            Place::Scene(n) => story.scenes[n].title.clone(),
            Place::Ending(n) => story.endings[n].title.clone(),
        });
        let words = session.read(|widget| plain_line(&widget.rich, el("span"), &title));
        let shown = match place {
            Place::Scene(n) if on_way.contains(&n) => {
                let title = words.element().text_content().unwrap_or_default();
                let name = session.fill("return_to", &[("title", &title)]);
                plain_button("quiet", Box::new(move || name.clone()), move || session.return_to(n))
            }
            _ if known => words,
            _ => el("span").child((
                el("span").attr("aria-hidden", "true").child("…"),
                hidden_words(&session.text("not_seen")),
            )),
        };
        part("li", "place").state("place", if known { "seen" } else { "" }).child(shown)
    };
    let list = |places: Vec<Place>| {
        let rows: Vec<El> = places.into_iter().map(row).collect();
        el("ul").attr("role", "list").attr("class", "places").child(rows)
    };
    (
        count("seen_of", many(|place| matches!(place, Place::Scene(_))), scenes),
        list((0..scenes).map(Place::Scene).collect()),
        count("ends_of", many(|place| matches!(place, Place::Ending(_))), endings),
        list((0..endings).map(Place::Ending).collect()),
    )
}
