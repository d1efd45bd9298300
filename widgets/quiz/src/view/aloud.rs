//! Reading an item aloud: by a voice of the device in just this language, else a word that there
//! is none.

use adil::content::{Rich, parse, plain};
use adil::ui::{Child, El, Flag, Icon, Speech, after, el, follow};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use send_wrapper::SendWrapper;

use super::parts::{Words, sign};
use super::session::Session;
use crate::model::{ChoiceLabel, Item, ItemKind};

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
    text: String,
    lang: String,
}

impl Aloud {
    /// Looks for a voice.
    fn new(session: Session) -> Aloud {
        let (text, lang) = session.item(|item| source(session, item));
        let is_there = |lang: &str| Speech::new().is_some_and(|speech| speech.has_voice(lang));
        let there = is_there(&lang);
        let (has_voice, has_none) = (Flag::new(there), Flag::new(false));
        let later = lang.clone();
        if !there {
            after(1_000, move || {
                let there = is_there(&later);
                has_voice.set(there);
                has_none.set(!there);
            });
        }
        Aloud { has_voice, has_none, text, lang }
    }

    /// A button that reads the item; hidden while there is nothing to hear.
    fn button(&self, session: Session) -> El {
        let (has_voice, text, lang) = (self.has_voice, self.text.clone(), self.lang.clone());
        let reading = Flag::new(false);
        let done = Closure::<dyn Fn()>::new(move || {
            reading.set(false);
        });
        let speech = Speech::new();
        let silent = SendWrapper::new(speech.clone());
        // A voice that still reads would speak of what is gone.
        on_cleanup(move || silent.iter().for_each(Speech::stop));
        let act = move || {
            let Some(speech) = &speech else { return };
            if reading.now() {
                speech.stop();
                reading.set(false);
            } else {
                reading.set(speech.read(&text, &lang, done.as_ref().unchecked_ref()));
            }
        };
        let name: Words = Box::new(move || {
            session.text(if reading.get() { "stop_reading" } else { "read_aloud" })
        });
        let hidden = Box::new(move || !has_voice.get());
        sign(Icon::Speaker, name, Some(Box::new(move || reading.get())), hidden, Box::new(act))
    }

    /// In primary school, where children expect to be read to: why there is no button.
    fn note(&self, session: Session) -> Option<impl Child + use<>> {
        let has_none = self.has_none;
        session.fixed().rules.level.is_primary().then(|| {
            follow(move || {
                has_none
                    .get()
                    .then(|| el("p").attr("class", "count").child(session.text("no_voice")))
            })
        })
    }
}

/// What is read of an item, stem and then options, and in which language.
fn source(session: Session, item: &Item) -> (String, String) {
    let fixed = session.fixed();
    let lang = &fixed.rich.lang;
    let words_of = |text: &Rich| match text {
        Rich::Marked(text) => plain(&parse(text.get(lang))),
        Rich::Html(_) => String::new(),
    };
    let mut lines = vec![words_of(&item.basics.stem)];
    if let ItemKind::Choices(choices) = &item.kind {
        lines.extend(choices.options.iter().map(|option| match &option.label {
            ChoiceLabel::Text(text) => words_of(text),
            ChoiceLabel::Yes => session.text("yes"),
            ChoiceLabel::No => session.text("no"),
            ChoiceLabel::Unsure => session.text("not_sure"),
        }));
    }
    let tag = item.basics.stem.source().resolve(lang).1;
    let original = &fixed.rich.original;
    let lang = [tag, original, lang].into_iter().find(|tag| !tag.is_empty()).unwrap_or_default();
    (lines.join(".\n"), lang.to_owned())
}
