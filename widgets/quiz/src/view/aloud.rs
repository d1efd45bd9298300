//! Reading an item aloud: by a voice of the device in just this language, else a word that there
//! is none.

use adil::content::{Rich, parse, plain};
use adil::ui::{Child, El, Icon, Speech, el, follow};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;

use super::parts::{Words, sign};
use super::session::Session;
use crate::model::{ChoiceLabel, Item, ItemKind};

/// How the shown item can be heard.
pub struct Aloud {
    known: RwSignal<Known>,
    text: String,
    lang: String,
}

/// Whether there is anything to hear.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Voices come late in some browsers.
    NotYet,
    /// There is a voice.
    Yes,
    /// There is none.
    No,
}

impl Aloud {
    /// Looks for a voice.
    pub fn new(session: Session) -> Aloud {
        let (text, lang) = session.item(|item| source(session, item));
        let has_voice = |lang: &str| Speech::new().is_some_and(|speech| speech.has_voice(lang));
        let there = has_voice(&lang);
        let known = RwSignal::new(if there { Known::Yes } else { Known::NotYet });
        let later = lang.clone();
        let look = gloo_timers::callback::Timeout::new(1_000, move || {
            if known.try_get_untracked() == Some(Known::NotYet) {
                known.set(if has_voice(&later) { Known::Yes } else { Known::No });
            }
        });
        let look = StoredValue::new_local(Some(look));
        on_cleanup(move || {
            look.try_update_value(Option::take);
        });
        Aloud { known, text, lang }
    }

    /// A button that reads the item; hidden while there is nothing to hear.
    pub fn button(&self, session: Session) -> El {
        let (known, text, lang) = (self.known, self.text.clone(), self.lang.clone());
        let reading = RwSignal::new(false);
        let done = Closure::<dyn Fn()>::new(move || {
            reading.try_set(false);
        });
        let kept = StoredValue::new_local(Speech::new().map(|speech| (speech, done)));
        on_cleanup(move || {
            if let Some(Some((speech, _))) = kept.try_update_value(Option::take) {
                speech.stop();
            }
        });
        let act = move || {
            kept.with_value(|kept| {
                let Some((speech, done)) = kept else { return };
                if reading.get_untracked() {
                    speech.stop();
                    reading.set(false);
                } else {
                    reading.set(speech.read(&text, &lang, done.as_ref().unchecked_ref()));
                }
            });
        };
        let name: Words = Box::new(move || {
            session.text(if reading.get() { "stop_reading" } else { "read_aloud" })
        });
        let hidden = Box::new(move || known.get() != Known::Yes);
        sign(Icon::Speaker, name, Some(Box::new(move || reading.get())), hidden, Box::new(act))
    }

    /// In primary school, where children expect to be read to: why there is no button.
    pub fn note(&self, session: Session) -> Option<impl Child + use<>> {
        let known = self.known;
        session.fixed().rules.level.is_primary().then(|| {
            follow(move || {
                let none = known.get() == Known::No;
                none.then(|| el("p").attr("class", "count").child(session.text("no_voice")))
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
