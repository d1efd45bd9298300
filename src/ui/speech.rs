//! Reading aloud by the browser's own voices, never in a voice of another language.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use crate::content::closeness;

/// What matters of a voice when one is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its language tag; some browsers write `ru_RU`.
    pub lang: String,
    /// Whether it speaks on the device; others send the text to a server.
    pub local: bool,
}

/// The voice for a language: the nearest tag first, see [`closeness`], and among equals one on
/// the device before one on a server. A voice of another language is never taken: a Russian
/// voice makes Kazakh wrong to the ear of a child who is learning to read.
pub fn pick_voice(voices: &[Voice], lang: &str) -> Option<usize> {
    // Any region speaks the language: only the one that was asked for goes before the device's own.
    let rank = |voice: &Voice| {
        let close = closeness(&voice.lang, lang)?;
        Some((close / 8, voice.local, close))
    };
    let best = voices.iter().enumerate().filter_map(|(n, voice)| Some((rank(voice)?, n)));
    best.max_by_key(|(rank, n)| (*rank, usize::MAX - n)).map(|(_, n)| n)
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '。' | '\n')
}

/// Whether words end as a sentence does, also before a closing sign: what is joined behind them
/// needs no full stop before it.
pub fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches([' ', '»', '”', '"', ')', '’']);
    words.ends_with(|c| is_end(c) || matches!(c, ':' | ';' | ','))
}

/// Cuts a text where a mark that ends sentences stands before a blank: the point in `2.5 kg` is
/// none.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c == '\n' || (is_end(before) && c.is_whitespace()) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = c;
    }
    pieces.push(&text[start..]);
    pieces
}

/// Whether a sentence goes on behind a piece: after an initial or a short word such as `г.`, and
/// after a number that counts.
fn goes_on(piece: &str) -> bool {
    let Some(rest) = piece.trim_end().strip_suffix('.') else { return false };
    let word = rest.rsplit(char::is_whitespace).next().unwrap_or(rest);
    let mut letters = word.chars();
    let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    single || rest.trim_start().bytes().all(|b| b.is_ascii_digit())
}

/// What is said in one breath: pieces, of which those that a cut has parted stand together, and
/// those without a word are left out.
fn breaths<'a>(pieces: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for piece in pieces {
        match all.last_mut().filter(|last| goes_on(last)) {
            Some(last) => last.push_str(piece),
            None => all.push(piece.to_owned()),
        }
    }
    let said = |text: &String| text.chars().any(|c| !is_end(c) && !c.is_whitespace());
    all.iter().filter(|text| said(text)).map(|text| text.trim().to_owned()).collect()
}

/// The sentences of a text by the browser's own rules, which know more languages than we do;
/// nothing where it has none, as Firefox before 125, or does not take the tag.
fn segments(text: &str, lang: &str) -> Option<Vec<String>> {
    let field = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let make: Function = field(&field(&js_sys::global(), "Intl")?, "Segmenter")?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"sentence".into()).ok()?;
    let segmenter = Reflect::construct(&make, &Array::of2(&lang.into(), &options)).ok()?;
    let segment: Function = field(&segmenter, "segment")?.dyn_into().ok()?;
    let found = segment.call1(&segmenter, &text.into()).ok()?;
    Array::from(&found).iter().map(|one| field(&one, "segment")?.as_string()).collect()
}

/// Cuts a text into sentences as they are read aloud, since some engines fall silent in the middle
/// of a long one.
pub fn breaths_of(text: &str, lang: &str) -> Vec<String> {
    cut(text, lang)
}

fn cut(text: &str, lang: &str) -> Vec<String> {
    match segments(text, lang) {
        Some(found) => breaths(found.iter().map(String::as_str)),
        None => breaths(sentences(text).into_iter()),
    }
}

/// Words to read in one language.
pub struct Line {
    /// The language's tag.
    pub lang: String,
    /// The words.
    pub words: String,
}

/// The browser's speech, where there is one.
#[derive(Clone)]
pub struct Speech {
    engine: SpeechSynthesis,
    /// What tells that all was read. Who has fallen silent is told nothing any more: the view that
    /// would be told may be gone.
    last: Rc<Cell<Option<SpeechSynthesisUtterance>>>,
}

impl Speech {
    /// The browser's speech.
    pub fn new() -> Option<Speech> {
        let engine = web_sys::window()?.speech_synthesis().ok()?;
        Some(Speech { engine, last: Rc::default() })
    }

    /// Reads lines, each in a voice of its language; `done` runs after the last one. What the
    /// device has no voice for is left out. False when that is all; then nothing is said.
    pub fn read(&self, lines: &[Line], done: &Function) -> bool {
        self.stop();
        let mut utterances = Vec::new();
        for Line { lang, words } in lines {
            let Some(voice) = self.voice(lang) else { continue };
            for sentence in cut(words, lang) {
                let made = SpeechSynthesisUtterance::new_with_text(&sentence);
                let Ok(utterance) = made else { continue };
                utterance.set_voice(Some(&voice));
                utterance.set_lang(&voice.lang());
                utterance.set_rate(0.95);
                utterances.push(utterance);
            }
        }
        let Some(last) = utterances.last() else { return false };
        last.set_onend(Some(done));
        self.last.set(Some(last.clone()));
        utterances.iter().for_each(|utterance| self.engine.speak(utterance));
        true
    }

    /// Reads one sentence in a voice of its language. `word` is told where each word begins, by
    /// voices that tell it; `done` runs after the sentence, also where the engine gave it up.
    /// False when there is no voice; then nothing is said.
    pub fn say(&self, sentence: &Line, word: &Function, done: &Function) -> bool {
        self.stop();
        let Some(voice) = self.voice(&sentence.lang) else { return false };
        let made = SpeechSynthesisUtterance::new_with_text(&sentence.words);
        let Ok(utterance) = made else { return false };
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        utterance.set_rate(0.9);
        utterance.set_onboundary(Some(word));
        utterance.set_onend(Some(done));
        utterance.set_onerror(Some(done));
        self.last.set(Some(utterance.clone()));
        self.engine.speak(&utterance);
        true
    }

    /// Whether a voice for the language is known by now. Lists come late in some browsers.
    pub fn has_voice(&self, lang: &str) -> bool {
        self.voice(lang).is_some()
    }

    fn voice(&self, lang: &str) -> Option<SpeechSynthesisVoice> {
        let mut voices: Vec<SpeechSynthesisVoice> =
            self.engine.get_voices().iter().map(JsCast::unchecked_into).collect();
        let known: Vec<Voice> = voices
            .iter()
            .map(|voice| Voice { lang: voice.lang(), local: voice.local_service() })
            .collect();
        pick_voice(&known, lang).map(|n| voices.swap_remove(n))
    }

    /// Falls silent.
    pub fn stop(&self) {
        if let Some(last) = self.last.take() {
            last.set_onend(None);
            last.set_onerror(None);
        }
        self.engine.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: &str, expected: Option<usize>) {
        let voice = |lang: &str, local| Voice { lang: lang.into(), local };
        let voices = [
            voice("ru-RU", true),
            voice("en-US", false),
            voice("en_GB", true),
            voice("tr-TR", true),
            voice("en-AU", true),
        ];
        assert_eq!(pick_voice(&voices, lang), expected);
    }

    #[test]
    fn a_voice_of_another_language_is_never_taken() {
        check("kk", None);
        check("kk-Latn", None);
        check("ru", Some(0));
        check("en", Some(2));
        check("en-US", Some(1));
        check("en-AU", Some(4));
    }

    #[track_caller]
    fn check_breaths(text: &str, expected: &[&str]) {
        assert_eq!(breaths(sentences(text).into_iter()), expected);
    }

    #[test]
    fn long_texts_are_read_in_sentences() {
        check_breaths("One. Two?! … Three", &["One.", "Two?!", "Three"]);
        check_breaths("ما هذا؟ نعم.", &["ما هذا؟", "نعم."]);
        check_breaths("One\ntwo", &["One", "two"]);
        check_breaths(" … ", &[]);
    }

    /// "A bag weighs 2." and then "5 kg." was read of a bag of 2.5 kg.
    #[test]
    fn no_number_and_no_name_is_cut_in_two() {
        check_breaths(
            "A bag weighs 2.5 kg. We add 0.75 kg.",
            &["A bag weighs 2.5 kg.", "We add 0.75 kg."],
        );
        check_breaths(
            "At 10.30 on 01.02.2026, www.adil.kz?",
            &["At 10.30 on 01.02.2026, www.adil.kz?"],
        );
        check_breaths("А. С. Пушкин жил здесь. Когда?", &["А. С. Пушкин жил здесь.", "Когда?"]);
        check_breaths("1. Which one?", &["1. Which one?"]);
    }
}
