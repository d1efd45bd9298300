//! Reading an item aloud: the author's recording, else a voice of the device in just this
//! language, else a word that there is none.

use adil::content::{Rich, parse, plain};
use adil::ui::{Child, El, Icon, Player, Speech, el, follow};
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
    recording: Option<String>,
}

/// Whether there is anything to hear.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Voices come late in some browsers.
    NotYet,
    /// A recording or a voice.
    Yes,
    /// Neither.
    No,
}

impl Aloud {
    /// Looks for a recording and for voices.
    pub fn new(session: Session) -> Aloud {
        let (text, lang, recording) = session.item(|item| source(session, item));
        let has_voice = |lang: &str| Speech::new().is_some_and(|speech| speech.has_voice(lang));
        let there = recording.is_some() || has_voice(&lang);
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
        Aloud { known, text, lang, recording }
    }

    /// A button that reads the item; hidden while there is nothing to hear.
    pub fn button(&self, session: Session) -> El {
        let (known, text, lang) = (self.known, self.text.clone(), self.lang.clone());
        let recording = self.recording.clone();
        let reading = RwSignal::new(false);
        let done = Closure::<dyn Fn()>::new(move || {
            reading.try_set(false);
        });
        let player = StoredValue::new_local(Some((Player::new(), done)));
        on_cleanup(move || {
            if let Some(Some((player, _))) = player.try_update_value(Option::take) {
                player.stop();
            }
        });
        let act = move || {
            player.with_value(|kept| {
                let Some((player, done)) = kept else { return };
                player.stop();
                let start = !reading.get_untracked();
                reading.set(
                    start && {
                        let done = done.as_ref().unchecked_ref();
                        match &recording {
                            Some(address) => player.play(address, done),
                            None => player.read(&text, &lang, done),
                        }
                    },
                );
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

/// What is read of an item, stem and then options, in which language, and a recording of it.
fn source(session: Session, item: &Item) -> (String, String, Option<String>) {
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
    let recording = item.basics.audio.as_ref().and_then(|audio| audio.get(lang, original));
    let recording = recording.map(|address| fixed.rich.absolute(&address));
    (lines.join(".\n"), lang.to_owned(), recording)
}
