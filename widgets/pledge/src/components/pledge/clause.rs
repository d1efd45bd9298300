//! The way from what a pledge is to the promise.

use adil::host::{self, Host, Mounted};
use adil::ui::{Child, El, Icon, announcer, el, follow, icon, part, picture, plain_push};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::later::{self, Bundle};
use super::session::{Session, Stage};
use super::{Fixed, slots};
use crate::model::Gesture;

/// How long a key or finger has to hold a clause, in milliseconds.
const HOLD: u32 = 1_000;

/// Mounts a pledge.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let fixed = Fixed::open(host, "pledge")?;
    Ok(host::mount(root, move || {
        let (said, regions) = announcer();
        let session = Session::new(fixed, said, bundle);
        let fixed = session.fixed();
        let count = fixed.document.body.clauses.len();
        fixed.emit("adil-ready", [("clauses", count.into())], false);
        let screen = move || {
            let stage = session.stage.get();
            // What a screen reads while it is made is not what it follows.
            let first = untrack(|| match stage {
                Stage::Preface => Some(preface(session)),
                Stage::Clause(n) => Some(clause(session, n)),
                _ => None,
            });
            let behind = first.is_none().then(|| later::screen(session, stage));
            (first, behind)
        };
        later::catch_up(session);
        let changed = move || session.changed.get().then(|| session.text("changed"));
        fixed.frame().child((regions, status(changed), follow(screen), slots()))
    }))
}

/// The two buttons at the foot of a screen: back, and the way on.
pub fn foot(session: Session, back: Option<Stage>, on: El) -> El {
    let fixed = session.fixed();
    let back =
        back.map(|stage| plain_push("quiet", fixed.words("back"), move || session.go(stage)));
    part("footer", "foot").child((el("div").attr("class", "ways").child(back), on))
}

fn preface(session: Session) -> El {
    let fixed = session.fixed();
    let body = &fixed.document.body;
    let minutes = fixed.document.envelope.minutes.map(|n| fixed.texts.count("minutes", n));
    part("section", "screen").child((
        fixed.title(),
        session.take_focus(
            part("div", "lead")
                .attr("tabindex", "-1")
                .child(body.preface.as_ref().map(|text| fixed.block("preface", text))),
        ),
        minutes.map(|text| part("p", "count").child(text)),
        foot(
            session,
            None,
            plain_push("go", fixed.words("start"), move || session.go(Stage::Clause(0))),
        ),
    ))
}

/// How far the way is: a bar in parts, and in words.
fn progress(session: Session, at: usize) -> El {
    let fixed = session.fixed();
    let total = fixed.document.body.clauses.len();
    let count = fixed
        .texts
        .fill("clause_n_of", &[("n", &fixed.number(at + 1)), ("total", &fixed.number(total))]);
    let step = |n: usize| {
        let state = match n.cmp(&at) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        };
        el("span").attr("class", "step").state("step", state)
    };
    let steps: Vec<_> = (0..total).map(step).collect();
    part("div", "progress").child((
        part("div", "steps").attr("aria-hidden", "true").child(steps),
        part("p", "count").attr("id", "place").child(count),
    ))
}

fn clause(session: Session, n: usize) -> El {
    let fixed = session.fixed();
    let body = &fixed.document.body;
    let clause = &body.clauses[n];
    let example = clause.example.as_ref().map(|text| {
        part("div", "note")
            .child((el("strong").child(session.text("example")), fixed.block("note-text", text)))
    });
    let back = match n {
        0 => body.preface.is_some().then_some(Stage::Preface),
        n => Some(Stage::Clause(n - 1)),
    };
    let words = if clause.optional { "add_optional" } else { "tick_clause" };
    let hold = (body.gesture == Gesture::Hold).then(|| hold(session, n));
    part("section", "screen").child((
        fixed.title(),
        progress(session, n),
        part("div", "clause").child((
            clause.picture.as_ref().map(|image| picture(&fixed.rich, image)),
            session.take_focus(
                part(fixed.host.heading(1), "clause-text")
                    .attr("tabindex", "-1")
                    // Who is brought here hears how far the way is.
                    .attr("aria-describedby", "place")
                    .child(fixed.line("lines", &clause.text)),
            ),
        )),
        example,
        hold,
        tick(session, n, words),
        foot(session, back, plain_push("go", fixed.words("next"), move || session.next(n))),
    ))
}

fn tick(session: Session, n: usize, words: &'static str) -> El {
    let is_taken = move || session.taken.with(|taken| taken[n]);
    part("label", "option").stated("option", move || if is_taken() { "chosen" } else { "" }).child(
        (
            el("input")
                .attr("type", "checkbox")
                .attr("class", "visually-hidden")
                .flag("checked", is_taken)
                .on("change", move |_| {
                    let on = !untrack(is_taken);
                    session.take(n, on);
                }),
            part("span", "key")
                .attr("aria-hidden", "true")
                .child(follow(move || is_taken().then(|| icon(Icon::Tick)))),
            part("span", "words").child(session.text(words)),
        ),
    )
}

/// A button to hold for a moment. Who cannot hold ticks the box below it.
fn hold(session: Session, n: usize) -> El {
    let fixed = session.fixed();
    let holding = RwSignal::new(false);
    let timer = StoredValue::new_local(None::<gloo_timers::callback::Timeout>);
    let stop = move || {
        timer.try_update_value(|timer| *timer = None);
        holding.try_set(false);
    };
    on_cleanup(stop);
    let begin = move || {
        if untrack(|| holding.get() || session.taken.with(|taken| taken[n])) {
            return;
        }
        holding.set(true);
        let done = gloo_timers::callback::Timeout::new(HOLD, move || {
            holding.try_set(false);
            session.take(n, true);
            session.said.say(&session.text("taken"));
        });
        timer.update_value(|timer| *timer = Some(done));
    };
    let is_key = |event: &leptos::web_sys::Event| {
        use leptos::wasm_bindgen::JsCast;
        let event = event.dyn_ref::<leptos::web_sys::KeyboardEvent>();
        event.is_some_and(|event| matches!(event.key().as_str(), " " | "Enter"))
    };
    let words = [fixed.text("hold_progress"), fixed.text("taken"), fixed.text("hold_hint")];
    let words = move || {
        let taken = session.taken.with(|taken| taken[n]);
        let [during, after, before] = &words;
        if holding.get() {
            during
        } else if taken {
            after
        } else {
            before
        }
        .clone()
    };
    part("button", "hold")
        .attr("type", "button")
        .stated("hold", move || match (holding.get(), session.taken.with(|t| t[n])) {
            (true, _) => "holding",
            (false, true) => "taken",
            _ => "",
        })
        .on("pointerdown", move |_| begin())
        .on("pointerup", move |_| stop())
        .on("pointerleave", move |_| stop())
        .on("pointercancel", move |_| stop())
        .on("blur", move |_| stop())
        .on("contextmenu", |event| event.prevent_default())
        .on("keydown", move |event| {
            if is_key(&event) {
                event.prevent_default();
                begin();
            }
        })
        .on("keyup", move |event| {
            if is_key(&event) {
                stop();
            }
        })
        .child(follow(words))
}

/// Which clause will be hardest, and who could remind. Both stay on the screen only.
pub fn think(session: Session) -> El {
    let fixed = session.fixed();
    let last = fixed.document.body.clauses.len() - 1;
    let option = move |n: usize| {
        let fixed = session.fixed();
        let clause = &fixed.document.body.clauses[n];
        radio(
            "hardest",
            fixed.line("words", clause.short.as_ref().unwrap_or(&clause.text)),
            move || session.hardest.get() == Some(n),
            move || session.dread(n),
        )
    };
    let options: Vec<_> = untrack(|| session.chosen()).into_iter().map(option).collect();
    let reminds: RwSignal<Option<&str>> = RwSignal::new(None);
    let people = ["who_friend", "who_parent", "who_teacher", "who_nobody"].map(|key| {
        let words = part("span", "words").child(session.text(key));
        radio("who", words, move || reminds.get() == Some(key), move || reminds.set(Some(key)))
    });
    let why = move || {
        session.hardest.get().map(|_| part("p", "count").child(session.text("hardest_why")))
    };
    part("section", "screen").child((
        fixed.title(),
        part("fieldset", "question").child((
            session.take_focus(
                part("legend", "stem")
                    .attr("tabindex", "-1")
                    .child(session.text("hardest_question")),
            ),
            part("div", "options").child(options),
            el("div").attr("role", "status").child(follow(why)),
        )),
        part("fieldset", "question").child((
            part("legend", "stem").child(session.text("who_reminds")),
            part("div", "options people").child(Vec::from(people)),
        )),
        foot(
            session,
            Some(Stage::Clause(last)),
            plain_push("go", fixed.words("next"), move || session.go(Stage::Promise)),
        ),
    ))
}

/// A choice of one, as a card.
fn radio(
    group: &str,
    words: El,
    chosen: impl Fn() -> bool + Copy + 'static,
    choose: impl Fn() + 'static,
) -> El {
    part("label", "option").stated("option", move || if chosen() { "chosen" } else { "" }).child((
        el("input")
            .attr("type", "radio")
            .attr("name", group)
            .attr("class", "visually-hidden")
            .flag("checked", chosen)
            .on("change", move |_| choose()),
        part("span", "key").attr("aria-hidden", "true"),
        words,
    ))
}

/// The clauses of a pledge in a list.
pub fn list(session: Session, places: &[usize]) -> El {
    let fixed = session.fixed();
    let entry = |n: &usize| {
        let clause = &fixed.document.body.clauses[*n];
        el("li").child((
            clause.picture.as_ref().map(|image| picture(&fixed.rich, image)),
            fixed.line("lines", &clause.text),
        ))
    };
    part("ul", "promises").child(places.iter().map(entry).collect::<Vec<_>>())
}

/// A paragraph that is said politely when it comes.
pub fn status(words: impl Fn() -> Option<String> + 'static) -> impl Child {
    part("div", "status")
        .attr("role", "status")
        .child(follow(move || words().map(|words| el("p").child(words))))
}
