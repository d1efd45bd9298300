//! The text of a picture story: its sentences can be heard, one after the other, and the word that
//! is read is lit.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use adil::content::Rich;
use adil::ui::{
    Child, El, Flag, Icon, Line, Speech, after, breaths_of, el, icon, part, pressable, spoken,
};
use leptos::prelude::on_cleanup;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::Element;
use send_wrapper::SendWrapper;

use crate::model::{Place, word_at, words};
use crate::session::Session;

/// A sentence on the screen.
struct Heard {
    element: Element,
    /// Its words, and where each begins.
    words: Vec<Element>,
    starts: Vec<u32>,
    line: Line,
}

/// What a voice calls back.
type Call = RefCell<Option<Closure<dyn Fn(JsValue)>>>;

/// What is read, and how far.
struct Reader {
    session: Session,
    speech: Option<Speech>,
    heard: RefCell<Vec<Heard>>,
    at: Cell<usize>,
    reading: Flag,
    on_word: Call,
    on_done: Call,
}

/// The text of the place where the learner is, with a button that reads it.
pub fn view(session: Session) -> impl Child {
    let text = session.story(|story| match session.spot().place {
        Place::Scene(n) => story.scenes[n].text.clone(),
        Place::Ending(n) => story.endings[n].text.clone(),
    });
    let (line, page) = session.read(|widget| {
        let line = spoken(&widget.rich, &text);
        (line, widget.texts.lang().to_owned())
    });
    let lang = if line.lang.is_empty() { page } else { line.lang.clone() };
    let reader = Reader::new(session);
    let shown = shown(&reader, &text, &line, &lang, session);
    let is_there = |lang: &str| Speech::new().is_some_and(|speech| speech.has_voice(lang));
    let there = is_there(&lang);
    let (has_voice, has_none) = (Flag::new(there), Flag::new(false));
    if there {
        start_later(&reader);
    } else {
        // Voices come late in some browsers.
        let reader = Rc::clone(&reader);
        after(1_000, move || {
            let there = is_there(&lang);
            has_voice.set(there);
            has_none.set(!there);
            if there {
                start_later(&reader);
            }
        });
    }
    let none = move || {
        has_none.get().then(|| el("p").attr("class", "task").child(session.text("no_voice")))
    };
    (el("div").attr("class", "heard").child((button(&reader, has_voice), shown)), none)
}

/// The sentences, and in them the words.
fn shown(reader: &Rc<Reader>, text: &Rich, line: &Line, lang: &str, session: Session) -> El {
    let paragraph = el("p");
    for (n, sentence) in breaths_of(&line.words, lang).into_iter().enumerate() {
        let mut made = Vec::new();
        let mut starts = Vec::new();
        let span = el("span").attr("class", "sentence");
        for word in words(&sentence) {
            let one = el("span").attr("class", "word").child(word.text);
            if !starts.is_empty() {
                _ = span.clone().child(" ");
            }
            made.push(one.element());
            starts.push(word.start);
            _ = span.clone().child(one);
        }
        if n > 0 {
            _ = paragraph.clone().child(" ");
        }
        _ = paragraph.clone().child(span.clone());
        let line = Line { lang: lang.to_owned(), words: sentence };
        let heard = Heard { element: span.element(), words: made, starts, line };
        reader.heard.borrow_mut().push(heard);
    }
    let tag = text.source().resolve(&session.read(|widget| widget.rich.lang.clone())).1.to_owned();
    part("div", "text")
        .with(|element| {
            session.read(|widget| adil::ui::mark_language(&widget.rich, element, &tag));
        })
        .child(paragraph)
}

fn button(reader: &Rc<Reader>, has_voice: Flag) -> El {
    let (session, reading) = (reader.session, reader.reading);
    let reader = Rc::clone(reader);
    pressable(part("button", "listen"), "listen", Box::new(move || reading.get()))
        .attr("type", "button")
        .attr("hidden", move || !has_voice.get())
        .on("click", move |event| {
            let on = !reading.now();
            session.set_reads(on);
            if on {
                let button = event.current_target().and_then(|at| at.dyn_into::<Element>().ok());
                reader.begin(button.as_ref());
            } else {
                reader.stop();
            }
        })
        .child((icon(Icon::Speaker), move || {
            session.text(if reading.get() { "stop_reading" } else { "read_aloud" })
        }))
}

/// Who has asked once to be read to is read to on every panel.
fn start_later(reader: &Rc<Reader>) {
    if !reader.session.reads() {
        return;
    }
    let reader = Rc::downgrade(reader);
    // The choices stand below only when this task is over.
    leptos::task::spawn_local(async move {
        if let Some(reader) = reader.upgrade() {
            let first = reader.heard.borrow().first().map(|heard| heard.element.clone());
            reader.begin(first.as_ref());
        }
    });
}

impl Reader {
    fn new(session: Session) -> Rc<Reader> {
        let reader = Rc::new(Reader {
            session,
            speech: Speech::new(),
            heard: RefCell::default(),
            at: Cell::new(0),
            reading: Flag::new(false),
            on_word: RefCell::default(),
            on_done: RefCell::default(),
        });
        let weak = Rc::downgrade(&reader);
        let word = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let letter = js_sys::Reflect::get(&event, &"charIndex".into()).ok();
            let letter = letter.and_then(|letter| letter.as_f64());
            if let Some((reader, letter)) = weak.upgrade().zip(letter) {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                reader.light_word(letter as u32);
            }
        });
        let weak: Weak<Reader> = Rc::downgrade(&reader);
        let done = Closure::<dyn Fn(JsValue)>::new(move |_| {
            if let Some(reader) = weak.upgrade() {
                reader.say(reader.at.get() + 1);
            }
        });
        reader.on_word.replace(Some(word));
        reader.on_done.replace(Some(done));
        let kept = SendWrapper::new(Rc::clone(&reader));
        // A voice that still reads would speak of what is gone.
        on_cleanup(move || kept.silence());
        reader
    }

    /// Reads from the first sentence on, the choices below after them.
    fn begin(&self, beside: Option<&Element>) {
        let mut heard = self.heard.borrow_mut();
        heard.retain(|one| !one.words.is_empty());
        let scene = beside.and_then(|beside| beside.closest(".scene").ok().flatten());
        let options = scene.and_then(|scene| scene.query_selector_all(".option .words").ok());
        let lang = heard.first().map(|one| one.line.lang.clone()).unwrap_or_default();
        if let Some(options) = options {
            for node in (0..options.length()).filter_map(|n| options.get(n)) {
                let Ok(element) = node.dyn_into::<Element>() else { continue };
                let words = element.text_content().unwrap_or_default();
                let line = Line { lang: lang.clone(), words };
                heard.push(Heard { element, words: Vec::new(), starts: Vec::new(), line });
            }
        }
        drop(heard);
        self.say(0);
    }

    fn say(&self, n: usize) {
        self.dim();
        self.at.set(n);
        let heard = self.heard.borrow();
        let (on_word, on_done) = (self.on_word.borrow(), self.on_done.borrow());
        let said = (|| {
            let (speech, one) = (self.speech.as_ref()?, heard.get(n)?);
            let (word, done) = (on_word.as_ref()?, on_done.as_ref()?);
            let (word, done) = (word.as_ref().unchecked_ref(), done.as_ref().unchecked_ref());
            let said = speech.say(&one.line, word, done);
            said.then(|| _ = one.element.class_list().add_1("lit"))
        })();
        self.reading.set(said.is_some());
    }

    fn light_word(&self, letter: u32) {
        let heard = self.heard.borrow();
        let Some(one) = heard.get(self.at.get()) else { return };
        let now = word_at(&one.starts, letter);
        for (n, word) in one.words.iter().enumerate() {
            _ = word.class_list().toggle_with_force("lit", Some(n) == now);
        }
    }

    /// Takes the light from the sentence that was read.
    fn dim(&self) {
        if let Some(one) = self.heard.borrow().get(self.at.get()) {
            for element in one.words.iter().chain([&one.element]) {
                _ = element.class_list().remove_1("lit");
            }
        }
    }

    fn stop(&self) {
        self.silence();
        self.dim();
        self.reading.set(false);
    }

    fn silence(&self) {
        self.speech.iter().for_each(Speech::stop);
    }
}
