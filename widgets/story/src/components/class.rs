//! The story on a projector: hands are counted for each choice, and the class decides.

use std::cell::RefCell;
use std::rc::Rc;

use adil::ui::{Child, El, Number, el, part, plain_button, text_block, text_line};
use leptos::prelude::{Get, Update, untrack};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, KeyboardEvent};

use super::scene::{above, ending_above, feedback, foot, heading, intro, questions, title, values};
use super::{card, lazy_view, notices};
use crate::model::{Decision, Place, decision};
use crate::session::{LazyPart, Screen, Session};

/// The most hands of a class.
const MOST_HANDS: u32 = 999;

/// The hands for each choice of the scene that is shown.
#[derive(Clone)]
struct Hands {
    counts: Rc<RefCell<Vec<u32>>>,
    changes: Number,
}

impl Hands {
    fn of(&self, n: usize) -> u32 {
        self.changes.get();
        self.counts.borrow().get(n).copied().unwrap_or(0)
    }

    fn raise(&self, n: usize, more: bool) {
        if let Some(count) = self.counts.borrow_mut().get_mut(n) {
            *count = if more { (*count + 1).min(MOST_HANDS) } else { count.saturating_sub(1) };
        }
        _ = self.changes.try_update(|n| *n += 1);
    }

    fn decision(&self) -> Decision {
        self.changes.get();
        decision(&self.counts.borrow())
    }
}

/// The whole widget for a class.
pub fn view(session: Session, regions: impl Child) -> El {
    let (frame, title) = card(session);
    let hands = Hands { counts: Rc::default(), changes: Number::new(0) };
    let shown = hands.clone();
    let screen = move || {
        let screen = session.screen.get();
        untrack(|| match (screen, session.spot().place) {
            (Screen::Intro, _) => intro(session).child(notes(session)),
            (Screen::Feedback, _) => feedback(session),
            (_, Place::Scene(n)) => scene(session, n, &shown),
            (_, Place::Ending(n)) => ending(session, n),
        })
    };
    frame
        .attr("data-mode", "class")
        .attr("data-face", if session.is_pictures() { "pictures" } else { "game" })
        .on("keydown", move |event| _ = on_key(session, &hands, &event))
        .child((regions, part("header", "head").child(title), notices(session), screen))
}

/// The keys of a presenter's remote: on to what the class decided, or one step back.
fn on_key(session: Session, hands: &Hands, event: &Event) -> Option<()> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    match event.key().as_str() {
        "PageDown" => on(session, hands),
        "PageUp" if untrack(|| session.run(|run| !run.steps.is_empty())) => session.back(),
        _ => return None,
    }
    event.prevent_default();
    Some(())
}

/// Goes on where there is one way on; a vote decides where there are more.
fn on(session: Session, hands: &Hands) {
    match session.screen.now() {
        Screen::Intro => session.start(),
        Screen::Feedback => session.go_on(),
        Screen::Here | Screen::Strip => {
            let spot = session.spot();
            let (offered, leads_on) =
                session.story(|story| (story.offered(&spot), story.leads_on(&spot)));
            match untrack(|| hands.decision()) {
                Decision::For(n) => session.take(offered.get(n).copied()),
                _ if leads_on => session.take(None),
                _ => {}
            }
        }
    }
}

/// What whoever leads may want to say.
fn notes(session: Session) -> Option<El> {
    let notes = session.story(|story| story.teacher_notes.clone())?;
    Some(part("details", "notes").child((
        part("summary", "summary").child(session.text("teacher_notes")),
        session.read(|widget| text_block(&widget.rich, "text", &notes)),
    )))
}

fn scene(session: Session, n: usize, hands: &Hands) -> El {
    let (words, asks) = session.scene(n, |scene| (scene.text.clone(), scene.asked.is_some()));
    let text = session.read(|widget| text_block(&widget.rich, "text", &words));
    let hands = hands.clone();
    let ways = move || {
        let spot = if asks { session.followed_spot() } else { session.spot() };
        (spot.place == Place::Scene(n))
            .then(|| adil::ui::pieces(untrack(|| ways(session, n, &hands))))
    };
    let is_first = session.run(|run| run.steps.is_empty());
    part("section", "scene").child((
        (!session.is_pictures()).then_some(move || values(session)),
        heading(session, title(session, n)),
        above(session, n, text),
        asks.then(|| el("div").child(lazy_view(session, LazyPart::Asked))),
        ways,
        is_first.then(|| notes(session)),
    ))
}

fn ways(session: Session, n: usize, hands: &Hands) -> impl Child + use<> {
    let spot = session.spot();
    let (offered, leads_on) = session.story(|story| (story.offered(&spot), story.leads_on(&spot)));
    hands.counts.replace(vec![0; offered.len()]);
    let rows: Vec<El> = offered
        .iter()
        .enumerate()
        .map(|(at, choice)| row(session, n, (at, *choice), hands))
        .collect();
    let votes = !rows.is_empty();
    let told = hands.clone();
    let said = move || match told.decision() {
        Decision::Nobody => session.text("no_hands"),
        Decision::Tie => session.text("tie"),
        Decision::For(at) => session.fill("most_hands", &[("n", &session.number((at + 1) as f64))]),
    };
    let (counted, takes) = (hands.clone(), hands.clone());
    let decide = adil::ui::button(
        "go",
        session.words("decide"),
        Box::new(move || !matches!(counted.decision(), Decision::For(_))),
        Box::new(move || on(session, &takes)),
    );
    let go_on =
        leads_on.then(|| plain_button("go", session.words("go_on"), move || session.take(None)));
    let is_first = session.run(|run| run.steps.is_empty());
    let back = (!is_first)
        .then(|| plain_button("quiet", session.words("back_step"), move || session.back()));
    (
        votes.then(|| {
            (
                el("p").attr("class", "task").child(session.text("hands_hint")),
                part("ul", "options").attr("role", "list").child(rows),
                el("p").attr("class", "task").attr("role", "status").child(said),
            )
        }),
        foot(back, if votes { Some(decide) } else { go_on }),
    )
}

/// A choice with the hands that were counted for it.
fn row(session: Session, n: usize, (at, choice): (usize, usize), hands: &Hands) -> El {
    let (words, shown) = session.scene(n, |scene| {
        let choice = &scene.choices[choice];
        let picture = choice.fields.picture.as_ref();
        let shown = super::scene::image(session, picture, choice.panel.as_ref());
        (choice.fields.text.clone(), adil::ui::pieces(shown))
    });
    let (line, lang, name) = session.read(|widget| {
        let line = text_line(&widget.rich, "words", &words);
        (line, widget.rich.lang_of(&words), adil::ui::spoken(&widget.rich, &words).words)
    });
    let key = session.number((at + 1) as f64);
    let option = part("button", "option")
        .attr("type", "button")
        .attr("lang", &lang)
        .on("click", move |_| session.take(Some(choice)))
        .child((part("span", "key").attr("aria-hidden", "true").child(key), shown, line));
    el("li").attr("class", "vote").child((option, counter(session, at, &name, hands)))
}

fn counter(session: Session, at: usize, name: &str, hands: &Hands) -> El {
    let label = session.fill("hands_for", &[("option", name)]);
    let sign = |words: &str, key: &str, more: bool| {
        let hands = hands.clone();
        el("button")
            .attr("type", "button")
            .attr("class", "sign")
            .attr("part", "icon-button")
            .attr("aria-label", &session.fill(key, &[("option", name)]))
            .on("click", move |_| hands.raise(at, more))
            .child(words)
    };
    let (less, more) = (sign("−", "hand_less", false), sign("+", "hand_more", true));
    let hands = hands.clone();
    let count = move || session.number(hands.of(at).into());
    part("span", "hands").attr("role", "group").attr("aria-label", &label).child((
        less,
        el("output").attr("aria-live", "polite").child(count),
        more,
    ))
}

fn ending(session: Session, n: usize) -> El {
    let back = plain_button("quiet", session.words("back_step"), move || session.back());
    let again = plain_button("go", session.words("again"), move || session.again());
    part("section", "scene").child((
        (!session.is_pictures()).then(|| values(session)),
        ending_above(session, n),
        questions(session, n),
        foot(back, Some(again)),
    ))
}
