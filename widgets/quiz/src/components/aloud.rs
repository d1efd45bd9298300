//! Reading an item aloud: by a voice of the device in just this language, else a word that there
//! is none.

use std::cell::OnceCell;
use std::rc::Rc;

use adil::ui::{Child, El, Flag, Icon, Speech, after, el};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::Element;
use send_wrapper::SendWrapper;

use super::parts::{Words, icon_button};
use super::spoken;
use crate::model::Item;
use crate::session::Session;

/// A button that reads the item; hidden while there is nothing to hear.
pub fn button(session: Session) -> El {
    Aloud::new(session).button(session)
}

/// Why there is no such button, where one is expected.
pub fn note(session: Session) -> Option<impl Child> {
    Aloud::new(session).note(session)
}

/// How the shown item can be heard.
struct Aloud {
    /// Whether there is a voice; voices come late in some browsers.
    has_voice: Flag,
    /// Whether there is none, and none will come.
    has_none: Flag,
}

impl Aloud {
    /// Looks for a voice.
    fn new(session: Session) -> Aloud {
        let lang = session.item(|item| language(session, item));
        let is_there = |lang: &str| Speech::new().is_some_and(|speech| speech.has_voice(lang));
        let there = is_there(&lang);
        let (has_voice, has_none) = (Flag::new(there), Flag::new(false));
        if !there {
            after(1_000, move || {
                let there = is_there(&lang);
                has_voice.set(there);
                has_none.set(!there);
            });
        }
        Aloud { has_voice, has_none }
    }

    /// A button that reads the item; hidden while there is nothing to hear.
    fn button(&self, session: Session) -> El {
        let has_voice = self.has_voice;
        let reading = Flag::new(false);
        let done = Closure::<dyn Fn()>::new(move || {
            reading.set(false);
        });
        let speech = Speech::new();
        let silent = SendWrapper::new(speech.clone());
        // A voice that still reads would speak of what is gone.
        on_cleanup(move || silent.iter().for_each(Speech::stop));
        let place: Rc<OnceCell<Element>> = Rc::default();
        let button = Rc::clone(&place);
        let act = move || {
            let Some(speech) = &speech else { return };
            if reading.now() {
                speech.stop();
                reading.set(false);
            } else {
                let texts = &session.context().texts;
                let question = button.get().and_then(question_of);
                let lines = question
                    .map(|question| spoken::lines(&question, &texts.get("blank"), texts.lang()));
                let done = done.as_ref().unchecked_ref();
                reading.set(speech.read(&lines.unwrap_or_default(), done));
            }
        };
        let name: Words = Box::new(move || {
            session.text(if reading.get() { "stop_reading" } else { "read_aloud" })
        });
        let hidden = Box::new(move || !has_voice.get());
        let made = icon_button(
            Icon::Speaker,
            name,
            Some(Box::new(move || reading.get())),
            hidden,
            Box::new(act),
        );
        _ = place.set(made.element());
        made
    }

    /// In primary school, where children expect to be read to: why there is no button.
    fn note(&self, session: Session) -> Option<impl Child + use<>> {
        let has_none = self.has_none;
        let words = move || {
            has_none.get().then(|| el("p").attr("class", "count").child(session.text("no_voice")))
        };
        session.context().rules.level.is_primary().then_some(words)
    }
}

/// The question that stands on the screen with a button.
fn question_of(button: &Element) -> Option<Element> {
    button.closest(".item").ok()??.query_selector(".question").ok()?
}

/// The language of an item: that of its stem.
fn language(session: Session, item: &Item) -> String {
    let context = session.context();
    let page = &context.rich.lang;
    let tag = context.rich.language_of(item.basics.stem.source().resolve(page).1);
    let all = [tag, page, context.texts.lang()];
    all.into_iter().find(|tag| !tag.is_empty()).unwrap_or_default().to_owned()
}
