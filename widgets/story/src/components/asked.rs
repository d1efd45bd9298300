//! The question of a scene, shown by a quiz of its own; what that one tells the page, the story
//! tells.

use adil::host::{field_of, give_item};
use adil::ui::{El, exported, text_block};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

use crate::model::{Outcome, Place, WrittenItem};
use crate::session::Session;

/// The parts of the question that pages can style, see [`exported`].
const QUIZ_PARTS: &str = "\
    base head title icon-button progress count item question stem task options option \
    picture card group fill blank scale feedback verdict note note-text because hint \
    heading step scale-step key words mark partner pair unit end solution sources foot go \
    quiet try-again notice error retry";

/// The question of the scene where the learner is; one that was answered before is only told.
pub fn view(session: Session) -> Option<El> {
    let spot = session.spot();
    let Place::Scene(n) = spot.place else { return None };
    let item = session.scene(n, |scene| scene.asked.as_ref().map(|asked| asked.item.clone()))?;
    if spot.answered {
        let stem = item.stem()?;
        return Some(session.read(|widget| text_block(&widget.rich, "text", &stem)));
    }
    Some(quiz(session, n, &item))
}

fn quiz(session: Session, n: usize, item: &WrittenItem) -> El {
    let made = session.read(|widget| {
        let made = El::of(widget.host.child("adil-quiz"))
            .attr("class", "asked")
            .attr("part", "asked")
            .attr("exportparts", &exported(QUIZ_PARTS, "quiz-"))
            .attr("storage", "none")
            .attr("loading", "eager")
            .attr("level", widget.level.word())
            .attr("heading-level", widget.host.heading_level(2))
            .attr("tries", "1")
            .attr("lang", &widget.rich.lang);
        match widget.host.attribute("currency") {
            Some(currency) => made.attr("currency", &currency),
            None => made,
        }
    });
    let own = ["adil-ready", "adil-start", "adil-hint", "adil-progress", "adil-storage"];
    let made = own.iter().fold(made, |made, name| made.on(name, |event| event.stop_propagation()));
    made.on("adil-answer", move |event| {
        event.stop_propagation();
        session.answered(outcome_of(&event));
        if let Some(quiz) = quiz_of(&event) {
            // Its own way on leads nowhere; those of the scene stand below.
            _ = quiz.set_attribute("data-answered", "");
            leptos::task::spawn_local(async move { focus_ways(&quiz) });
        }
    })
    .on("adil-complete", |event| event.stop_propagation())
    .on("adil-error", move |event| {
        event.stop_propagation();
        // A question that its author has to mend keeps nobody in the middle of a story; one
        // that could not be loaded can be tried again.
        if field_of(&event, "code").as_deref() == Some("content") {
            session.answered(Outcome::Open);
        }
    })
    .with(|element| {
        session.read(|widget| {
            let title = widget.document.body.scenes[n].title.get(&widget.rich.lang);
            give_item(widget, element, title, item);
        });
    })
}

fn quiz_of(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// Puts the focus on the first way on beside the question.
fn focus_ways(question: &Element) {
    let scene = question.closest(".scene").ok().flatten();
    let found = |which| scene.as_ref()?.query_selector(which).ok()?;
    if let Some(way) = found(".option").or_else(|| found(".go")) {
        adil::ui::focus(&way);
    }
}

/// What came of the item, by the quiz's own word.
fn outcome_of(event: &Event) -> Outcome {
    let verdict = field_of(event, "verdict");
    verdict.and_then(|word| Outcome::from_word(&word)).unwrap_or(Outcome::Wrong)
}
