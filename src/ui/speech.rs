//! Reading aloud by the browser's own voices, never in a voice of another language.

use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use crate::content::base_language;

/// What matters of a voice when one is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its language tag; some browsers write `ru_RU`.
    pub lang: String,
    /// Whether it speaks on the device; others send the text to a server.
    pub local: bool,
}

/// The voice for a language: the exact tag before the base language, and within each one on
/// the device before one on a server. A voice of another language is never taken: a Russian
/// voice makes Kazakh wrong to the ear of a child who is learning to read.
pub fn pick_voice(voices: &[Voice], lang: &str) -> Option<usize> {
    let tag = |voice: &Voice| voice.lang.replace('_', "-").to_ascii_lowercase();
    let wanted = lang.to_ascii_lowercase();
    let rank = |voice: &Voice| {
        let tag = tag(voice);
        (base_language(&tag) == base_language(&wanted)).then_some((tag == wanted, voice.local))
    };
    let best = voices.iter().enumerate().filter_map(|(n, voice)| Some((rank(voice)?, n)));
    best.max_by_key(|(rank, n)| (*rank, usize::MAX - n)).map(|(_, n)| n)
}

/// Cuts a text into sentences, since some engines fall silent in the middle of a long one.
pub fn sentences(text: &str) -> Vec<&str> {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '؟' | '\n');
    text.split_inclusive(ends).map(str::trim).filter(|s| s.chars().any(|c| !ends(c))).collect()
}

/// The browser's speech, where there is one.
#[derive(Clone)]
pub struct Speech(SpeechSynthesis);

impl Speech {
    /// The browser's speech.
    pub fn new() -> Option<Speech> {
        web_sys::window()?.speech_synthesis().ok().map(Speech)
    }

    /// Reads sentences in a language; `done` runs after the last one.
    /// False when the device has no voice for the language; then nothing is said.
    pub fn read(&self, text: &str, lang: &str, done: &js_sys::Function) -> bool {
        let Some(voice) = self.voice(lang) else { return false };
        self.stop();
        let sentences = sentences(text);
        for (n, sentence) in sentences.iter().enumerate() {
            let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(sentence) else { continue };
            utterance.set_voice(Some(&voice));
            utterance.set_lang(&voice.lang());
            utterance.set_rate(0.95);
            if n + 1 == sentences.len() {
                utterance.set_onend(Some(done));
            }
            self.0.speak(&utterance);
        }
        true
    }

    /// Whether a voice for the language is known by now. Lists come late in some browsers.
    pub fn has_voice(&self, lang: &str) -> bool {
        self.voice(lang).is_some()
    }

    fn voice(&self, lang: &str) -> Option<SpeechSynthesisVoice> {
        let mut voices: Vec<SpeechSynthesisVoice> =
            self.0.get_voices().iter().map(JsCast::unchecked_into).collect();
        let known: Vec<Voice> = voices
            .iter()
            .map(|voice| Voice { lang: voice.lang(), local: voice.local_service() })
            .collect();
        pick_voice(&known, lang).map(|n| voices.swap_remove(n))
    }

    /// Falls silent.
    pub fn stop(&self) {
        self.0.cancel();
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

    #[test]
    fn long_texts_are_read_in_sentences() {
        assert_eq!(sentences("One. Two?! … Three"), ["One.", "Two?", "Three"]);
        assert_eq!(sentences("ما هذا؟ نعم."), ["ما هذا؟", "نعم."]);
    }
}
