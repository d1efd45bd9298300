//! Targets for a fuzzing engine: every parser that reads what an author, a learner or a stored
//! file can influence, and the rules that work on what was read.
//!
//! A target takes bytes and must never panic; what it asserts holds for every input. Captions are
//! not among them, since browsers read `WebVTT` themselves. `cargo xtask proof fuzz` runs each for
//! ten million inputs, the tests here for a few thousand.

// A target that fails has to stop the engine, and only a panic does.
#![allow(clippy::panic, clippy::missing_panics_doc)]

mod edits;
mod files;
mod kept;
mod rules;
mod stories;
mod texts;

use adil_pledge::model::receipt::Suite;

/// A target: what becomes of bytes.
pub type Target = fn(&[u8]);

/// All targets by name.
pub const TARGETS: [(&str, Target); 17] = [
    ("quiz-text", files::quiz_text),
    ("quiz-edits", files::quiz_edits),
    ("pledge-text", files::pledge_text),
    ("pledge-edits", files::pledge_edits),
    ("video-text", files::video_text),
    ("video-edits", files::video_edits),
    ("story-text", stories::text),
    ("story-edits", stories::edits),
    ("strip", stories::strip),
    ("inline", texts::inline),
    ("words", texts::words),
    ("codes", texts::codes),
    ("rule-text", rules::text),
    ("rule-variables", rules::variables),
    ("receipt-text", kept::receipt_text),
    ("receipt-edits", kept::receipt_edits),
    ("kept", kept::kept),
];

/// Inputs to begin with: what shipped files hold, and what no file should.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    let text = |text: &str| vec![text.as_bytes().to_vec()];
    match target {
        "quiz-text" => text(files::QUIZ),
        "pledge-text" => text(files::PLEDGE),
        "video-text" => text(files::VIDEO),
        "story-text" => text(stories::STORY),
        "receipt-text" => {
            let signed = [(Suite::Eddsa, 32), (Suite::Ecdsa, 33)];
            let signed = signed.map(|(suite, length)| kept::signed_receipt(suite, length));
            [kept::receipt()].into_iter().chain(signed).map(String::into_bytes).collect()
        }
        "inline" => text("- **a** [b](https://c.d) `e`\n| f | g |\n| - | - |\n| h^2^ | ~i~ |"),
        "rule-text" => rules::SEEDS.iter().map(|rule| rule.as_bytes().to_vec()).collect(),
        "codes" => text("A2B3C-D4E5F, a2b3cd4e5f"),
        _ => vec![vec![0; 64], (0..=255).collect()],
    }
}

#[cfg(test)]
mod tests {
    use super::{TARGETS, seeds};
    use proptest::prelude::*;

    /// Bytes, and texts of the signs that parsers look for.
    fn input() -> impl Strategy<Value = Vec<u8>> {
        let signs = "[-*`^~|{}\\[\\]():\"\\\\,.0-9a-z \n\u{feff}\u{202e}әع]{0,200}";
        let rules = prop::collection::vec(prop::sample::select(&crate::rules::PIECES[..]), 0..30);
        prop_oneof![
            prop::collection::vec(any::<u8>(), 0..300),
            signs.prop_map(String::into_bytes),
            rules.prop_map(|pieces| pieces.join(" ").into_bytes()),
        ]
    }

    /// A seed that is refused at its first sign leads nowhere.
    #[test]
    fn seeds_of_receipts_are_receipts() {
        for seed in seeds("receipt-text") {
            let text = String::from_utf8_lossy(&seed);
            let read = adil_pledge::model::receipt::parse(&text, crate::files::parse);
            assert!(read.is_ok(), "{text}: {read:?}");
        }
    }

    /// The engine cuts a seed that is longer than the longest input.
    #[test]
    fn seeds_fit() {
        for (name, _) in TARGETS {
            assert!(seeds(name).iter().all(|seed| seed.len() <= 65_536), "{name}");
        }
    }

    #[test]
    fn every_target_takes_its_seeds() {
        for (name, target) in TARGETS {
            for seed in seeds(name) {
                target(&seed);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

        #[test]
        fn every_target_takes_anything(bytes in input()) {
            for (_, target) in TARGETS {
                target(&bytes);
            }
        }
    }
}
