//! Where the video stops: an item of a quiz, a question to oneself, or a word to read.

use adil::host::field_of;
use adil::json;
use adil::progress::Keep;
use adil::ui::{Child, El, button, effect, el, exported, part, plain_button, text_block};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::question::{fill, focus_question, focus_way_on, heading, is_way_on_focused, outcome_of};
use crate::model::{Checkpoint, Next, Outcome, Question, Reflection, WrittenItem, clock};
use crate::session::screen::focus_stage;
use crate::session::{Notice, Session};
use adil::ui::{Flag, IndexSignal};

/// The parts of the question that pages can style, see [`exported`].
const QUIZ_PARTS: &str = "\
    base head title icon-button progress count item question stem task options option \
    picture card group fill blank scale feedback verdict note note-text because hint \
    heading step scale-step key words mark partner pair unit end solution sources foot go \
    quiet try-again notice error retry";

/// A handle to the panel.
#[derive(Clone, Copy)]
struct Panel {
    session: Session,
    /// The checkpoint whose question is made, before it is due.
    made: IndexSignal,
    /// Whether it was answered since it opened.
    answered: Flag,
}

/// The panel; hidden until the video stops.
pub fn view(session: Session) -> El {
    let panel = Panel { session, made: IndexSignal::new(None), answered: Flag::new(false) };
    let view = part("section", "checkpoint-panel")
        .attr("aria-label", &session.text("stop_and_think"))
        .attr("hidden", move || session.open.get().is_none())
        .with(|element| _ = session.context().panel.replace(Some(element.clone())))
        .child((
            move || panel.made.get().map(|n| untrack(|| panel.question(n))),
            el("slot").attr("name", "checkpoint"),
        ));
    panel.prepare();
    view
}

impl Panel {
    /// Makes the next question while the video still plays, so that it is there in time.
    fn prepare(self) {
        let session = self.session;
        let before = std::cell::Cell::new(None);
        effect(Box::new(move || {
            let open = session.open.get();
            let next = session.playing.get().then(|| session.next().map(|(n, _)| n)).flatten();
            let wanted = open.or(next);
            let closed = before.replace(open).is_some() && open.is_none();
            if closed || (wanted.is_some() && wanted != self.made.now()) {
                self.made.set(wanted);
            }
            // Also when a seek past it came back to it.
            if open.is_some() {
                self.focus();
            } else if closed {
                untrack(|| focus_stage(session));
            }
        }));
    }

    /// Moves the focus to the question, once it is in the page.
    fn focus(self) {
        let session = self.session;
        wasm_bindgen_futures::spawn_local(async move {
            if !session.is_over() && session.open.now().is_some() {
                focus_question(session);
            }
        });
    }

    fn question(self, n: usize) -> impl Child {
        let session = self.session;
        let context = session.context();
        self.answered.set(false);
        context.next.set(Next::On);
        if session.open.now() == Some(n) {
            // The video was here before its question was made.
            self.focus();
        }
        let body = session.checkpoint(n, |one| match &one.question {
            Question::Item(item) => self.item(n, one, item),
            Question::Reflection(reflection) => self.reflection(n, one, reflection),
            Question::Note(note) => {
                part("div", "question").child(text_block(&context.rich, "stem", note))
            }
        });
        (heading(session, n), body, self.foot(n))
    }

    /// An item, shown by a quiz of its own; what that one tells the page, this lesson tells.
    fn item(self, n: usize, checkpoint: &Checkpoint, item: &WrittenItem) -> El {
        let session = self.session;
        let context = session.context();
        let quiz = El::of(context.host.child("adil-quiz"))
            .attr("part", "question")
            .attr("exportparts", &exported(QUIZ_PARTS, "quiz-"))
            .attr("storage", "none")
            .attr("loading", "eager")
            .attr("level", context.level.word())
            .attr("heading-level", context.host.heading_level(1))
            .attr("tries", &self.attempts(checkpoint))
            // Whoever has to go back has no other try here.
            .attr("data-back", move || self.back().is_some())
            .attr("lang", &context.rich.lang);
        let quiz = match context.host.attribute("currency") {
            Some(currency) => quiz.attr("currency", &currency),
            None => quiz,
        };
        let own = ["adil-start", "adil-hint", "adil-progress", "adil-storage"];
        let quiz = own.iter().fold(quiz, |quiz, name| quiz.on(name, |e| e.stop_propagation()));
        quiz.on("adil-ready", move |event| {
            event.stop_propagation();
            session.set_broken(n, false);
            if session.open.now() == Some(n) && !self.answered.now() {
                focus_question(session);
            }
        })
        .on("adil-answer", move |event| {
            event.stop_propagation();
            let outcome = outcome_of(&event);
            let had_focus = is_way_on_focused(&event);
            self.close_try(session.answer(n, outcome));
            if had_focus {
                focus_way_on(session);
            }
        })
        .on("adil-complete", move |event| {
            event.stop_propagation();
            session.go_on(n);
        })
        .on("adil-error", move |event| {
            event.stop_propagation();
            // A question that its author has to mend must keep nobody in the middle of a lesson;
            // one that could not be loaded can be tried again.
            if field_of(&event, "code").as_deref() == Some("content") {
                session.set_broken(n, true);
                self.answered.set(true);
            }
        })
        .with(|element| fill(session, element, n, item))
    }

    /// Where an answer leads back; follows answers.
    fn back(self) -> Option<u32> {
        self.answered.get();
        match self.session.context().next.get() {
            Next::Back(to) => Some(to.0),
            _ => None,
        }
    }

    /// How many tries are left; without a limit more than anyone will make.
    fn attempts(self, checkpoint: &Checkpoint) -> String {
        let left = self.session.done_now(|progress| progress.tries_left(checkpoint));
        json::number_text(left.unwrap_or(1_000) as f64)
    }

    fn close_try(self, next: Next) {
        self.session.context().next.set(next);
        // Who follows is told even when it was answered before: the way on may have changed.
        self.answered.set(true);
    }

    /// A question that nobody marks. Its answer is kept only where the learner asks for it.
    fn reflection(self, n: usize, checkpoint: &Checkpoint, reflection: &Reflection) -> El {
        let session = self.session;
        let context = session.context();
        let which = ["reflection/", checkpoint.id.as_str()].concat();
        let slot = context.shared_slot(Keep::Device, "video", &which);
        let kept = slot.load(|text| adil::host::parse_json(text).ok());
        let kept = kept.and_then(|kept| kept.text().map(str::to_owned));
        let was_kept = kept.is_some();
        let first = kept.unwrap_or_default();
        let field = part("textarea", "field")
            .attr("rows", "4")
            .attr("aria-describedby", "prompt")
            .attr("aria-label", &session.text("your_words"))
            .prop("value", move || first.clone());
        let wish = el("input").attr("type", "checkbox").prop("checked", move || was_kept);
        let (words, wishes) = (field.element(), wish.element());
        // Both fields are ours: their elements have these types.
        let save = move |_| {
            let words: &HtmlTextAreaElement = words.unchecked_ref();
            let wishes: &HtmlInputElement = wishes.unchecked_ref();
            if !wishes.checked() {
                slot.clear();
            } else if slot.save(words.value().as_str().into()).is_err() {
                session.tell(Notice::NotKept);
            }
        };
        let kept_fields = el("div").attr("class", "reflection").on("input", save).child((
            field,
            el("label")
                .attr("class", "wish")
                .attr("part", "label")
                .child((wish, el("span").child(session.text("keep_here")))),
        ));
        let answer = reflection.answer.clone();
        let shown = move || {
            let answer = answer.as_ref().filter(|_| self.answered.get())?;
            Some(part("div", "note feedback").child((
                el("strong").child(session.text("one_answer")),
                text_block(&session.context().rich, "note-text", answer),
            )))
        };
        let done = plain_button("go", session.words("done"), move || {
            let next = session.answer(n, Outcome::Open);
            self.close_try(next);
        });
        part("div", "question").child((
            text_block(&context.rich, "stem", &reflection.prompt).attr("id", "prompt"),
            part("p", "task").child(session.text("reflection_hint")),
            kept_fields,
            el("div").attr("role", "status").child(shown),
            done.attr("hidden", move || self.answered.get()),
        ))
    }

    /// The ways on.
    fn foot(self, n: usize) -> El {
        let session = self.session;
        let context = session.context();
        let asks = session.checkpoint(n, |one| !matches!(one.question, Question::Note(_)));
        let asks = asks == Some(true);
        let passed =
            move || session.checkpoint(n, |one| session.done(|p| p.has_passed(one))) == Some(true);
        let back = move || self.back();
        let may_go = move || session.may_go_on(n);
        let again_from = session.checkpoint(n, |one| one.rewind_to).flatten();
        let review = again_from.map(|from| {
            let words = context.texts.fill("watch_again_from", &[("time", &clock(from.0))]);
            button(
                "quiet review-button",
                Box::new(move || words.clone()),
                Box::new(move || back().is_some()),
                Box::new(move || session.again(from.0)),
            )
        });
        let skip = button(
            "quiet",
            session.words("skip"),
            Box::new(move || !asks || self.answered.get() || passed() || !may_go()),
            Box::new(move || session.go_on(n)),
        );
        let words = move || match back() {
            Some(to) => session.context().texts.fill("watch_again_from", &[("time", &clock(to))]),
            None if session.slides.get() => session.text("next"),
            None => session.text("continue_video"),
        };
        let open = move || back().is_some() || may_go();
        let go = button(
            "go continue-button",
            Box::new(words),
            Box::new(move || asks && !((self.answered.get() || passed()) && open())),
            Box::new(move || {
                if !asks {
                    session.answer(n, Outcome::Open);
                }
                session.go_on(n);
            }),
        );
        part("footer", "foot").child((el("div").attr("class", "ways").child((review, skip)), go))
    }
}
