//! What is put into a panel: a background, figures, how they feel, a sentence.

use adil::content::Localized;
use adil::ui::{Child, El, Flag, button, el, part, plain_button, plain_line, pressable};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

use crate::components::drawn;
use crate::model::{Drawings, MOST_LETTERS, Panel, Placed};
use crate::session::Desk;

/// The windows in which figures stand on their buttons.
const PEOPLE: &str = "-50 -104 100 108";
const THINGS: &str = "-44 -68 88 72";

/// All tools of the panel that is worked on.
pub fn view(desk: Desk) -> impl Child {
    let session = desk.session;
    (
        group(desk, "backgrounds", backgrounds(desk)),
        group(desk, "figures", figures(desk)),
        chosen(desk),
        words(desk),
        move || {
            desk.failed
                .get()
                .then(|| part("p", "notice").attr("role", "status").child(session.text("no_file")))
        },
    )
}

/// Buttons with pictures, under a name.
fn group(desk: Desk, key: &str, buttons: Vec<El>) -> El {
    let name = desk.session.text(key);
    el("div").attr("class", "tool").attr("role", "group").attr("aria-label", &name).child((
        el("p").attr("class", "task").attr("aria-hidden", "true").child(name.as_str()),
        el("div").attr("class", "palette").child(buttons),
    ))
}

fn pick(desk: Desk, drawing: El, label: &Localized, act: impl Fn() + 'static) -> El {
    let words = desk.session.read(|widget| plain_line(&widget.rich, el("span"), label));
    part("button", "pick")
        .attr("type", "button")
        .on("click", move |_| act())
        .child((drawing, words.attr("class", "pick-words")))
}

fn backgrounds(desk: Desk) -> Vec<El> {
    let one = |n: usize, drawings: &Drawings| {
        let panel = Panel { background: n, figures: Vec::new(), alt: None };
        let drawing = drawn::panel_of(drawings, &panel);
        let button = pick(desk, drawing, &drawings.backgrounds[n].label, move || {
            desk.change(|made| made.background = n);
        });
        pressable(button, "pick", Box::new(move || desk.here(|made| made.background) == n))
    };
    desk.drawings(|drawings| (0..drawings.backgrounds.len()).map(|n| one(n, drawings)).collect())
}

fn figures(desk: Desk) -> Vec<El> {
    let one = |n: usize, drawings: &Drawings| {
        let placed = Placed { figure: n, feels: Some(0), at: (0.0, 0.0), size: 1.0, turned: false };
        // Things are smaller than people.
        let window = if drawings.figures[n].face.is_some() { PEOPLE } else { THINGS };
        let drawing = drawn::drawn(&drawings.inks_of(&placed), window);
        pick(desk, drawing, &drawings.figures[n].label, move || {
            let cell = desk.change(|made| made.put(n));
            match cell {
                Some(cell) => desk.chosen.set(Some(cell)),
                None => desk.session.announcer.announce(&desk.session.text("full")),
            }
        })
    };
    desk.drawings(|drawings| (0..drawings.figures.len()).map(|n| one(n, drawings)).collect())
}

/// What becomes of the figure that is chosen.
fn chosen(desk: Desk) -> El {
    let session = desk.session;
    let nobody = Box::new(move || desk.chosen.get().is_none());
    let feeling = |n: usize, drawings: &Drawings| {
        let drawing =
            drawn::drawn(&drawings.feeling_inks(n), "-13 -13 26 26").attr("class", "face");
        let button = pick(desk, drawing, &drawings.feelings[n].label, move || {
            if let Some(cell) = desk.chosen.now() {
                desk.change(|made| made.feel(cell, n));
            }
        });
        let is_felt = move || {
            let cell = desk.chosen.get();
            let feels = cell.and_then(|cell| desk.here(|made| made.on(cell).map(|one| one.feels)));
            feels == Some(n)
        };
        pressable(button, "pick", Box::new(is_felt))
    };
    let feelings: Vec<El> = desk
        .drawings(|drawings| (0..drawings.feelings.len()).map(|n| feeling(n, drawings)).collect());
    let act = |key: &'static str, act: fn(Desk, usize)| {
        plain_button("quiet", session.words(key), move || {
            if let Some(cell) = desk.chosen.now() {
                act(desk, cell);
            }
        })
    };
    let turn = act("turn", |desk, cell| desk.change(|made| made.turn(cell)));
    let away = act("take_away", |desk, cell| {
        desk.change(|made| made.take_away(cell));
        desk.chosen.set(None);
    });
    let has_face = move || {
        let cell = desk.chosen.get();
        let figure = cell.and_then(|cell| desk.here(|made| made.on(cell).map(|one| one.figure)));
        let face = |n: usize| desk.drawings(|all| all.figures.get(n)?.face.clone());
        figure.and_then(face).is_some()
    };
    let hint = el("p").attr("class", "task").attr("hidden", move || desk.chosen.get().is_some());
    el("div").child((
        hint.child(session.text("choose_figure")),
        el("div").attr("class", "chosen-tools").attr("hidden", nobody).child((
            group(desk, "feelings", feelings).attr("hidden", move || !has_face()),
            el("div").attr("class", "ways").child((turn, away)),
        )),
    ))
}

/// The sentence; who is chosen says it.
fn words(desk: Desk) -> El {
    let session = desk.session;
    let typed = move |event: leptos::web_sys::Event| {
        let field = event.target().and_then(|at| at.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            desk.change(|made| made.say(&field.value(), desk.chosen.now()));
        }
    };
    let most = MOST_LETTERS.to_string();
    let field = part("input", "field")
        .attr("type", "text")
        .attr("maxlength", &most)
        .attr("autocomplete", "off")
        .prop("value", move || desk.here(|made| made.words.clone()))
        .on("input", typed);
    el("label")
        .attr("class", "tool")
        .child((el("span").attr("class", "task").child(session.text("sentence")), field))
}

/// A wish that is asked for by a box to tick.
pub fn wish(words: &str, on: Flag, act: impl Fn(bool) + 'static) -> El {
    let ticked = move |event: leptos::web_sys::Event| {
        let field = event.target().and_then(|at| at.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            act(field.checked());
        }
    };
    let field =
        el("input").attr("type", "checkbox").prop("checked", move || on.get()).on("change", ticked);
    el("label").attr("class", "wish").child((field, el("span").child(words)))
}

/// A button for what can be saved.
pub fn save(desk: Desk, key: &'static str, act: fn(Desk)) -> El {
    button("quiet", desk.session.words(key), Box::new(|| false), Box::new(move || act(desk)))
}
