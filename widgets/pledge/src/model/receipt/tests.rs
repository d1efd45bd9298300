use super::base58::{multibase, unbase};
use super::key::unkey;
use super::*;
use adil::content::{Day, Localized};
use adil::json::Json;
use proptest::prelude::*;

fn subject() -> Subject {
    Subject {
        content: "academic-integrity".into(),
        version: "3".into(),
        clauses: vec!["own-work".into(), "sources".into(), "help".into()],
        text_hash: ["sha256:", &"5e".repeat(32)].concat(),
        language: "en".into(),
        day: Day::parse("2026-03-02").unwrap(),
    }
}

const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
const NOW: &str = "2026-03-02T08:15:30Z";
const ID: &str = "urn:uuid:0f8f1c1e-6c52-4a0a-9d7f-3f5f0b6b2a11";

fn made(key: Option<&str>) -> Json {
    document(&subject(), ID, "Academic integrity pledge", NOW, key)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// The hash of the options was made by an implementation that is not ours.
#[test]
fn what_is_signed_are_the_hashes_of_options_and_document() {
    let options = proof_options(Suite::Eddsa, KEY, NOW);
    let data = to_sign(&made(Some(KEY)), &options).unwrap();
    assert_eq!(data.len(), 64);
    let expected = "e2d51ae757684a80219197c83ade70049f4614d6ff86324a3797acb17a7373a0";
    assert_eq!(hex(&data[..32]), expected);
}

/// The W3C's published test key for Ed25519, and one signature in 256 begins with a zero.
#[test]
fn keys_and_signatures_are_written_in_base_58() {
    let key = unkey(Suite::Eddsa, KEY).unwrap();
    assert_eq!(key_name(Suite::Eddsa, &key), KEY);
    assert_eq!(multibase(&[0, 0, 1]), "z112");
    assert_eq!(unbase("z112"), Some(vec![0, 0, 1]));
    for wrong in ["", "112", "z0", "zI", "zé"] {
        assert_eq!(unbase(wrong), None, "{wrong}");
    }
    assert_eq!(unbase(&["z", &"2".repeat(10_000)].concat()), None);
    assert_eq!(unkey(Suite::Ecdsa, KEY), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn bytes_come_back_from_base_58(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        prop_assert_eq!(unbase(&multibase(&bytes)), Some(bytes));
    }
}

/// A page in German showed a pledge that is in English only, and the receipt said German.
#[test]
fn the_language_is_that_of_the_text_shown() {
    use adil::json::{Cursor, FromJson, Warnings};
    let read = |json: &str| {
        let json: Json = serde_json::from_str(json).unwrap();
        Localized::read(&Cursor::top(&json, &Warnings::default())).unwrap()
    };
    let check = |texts: &[&str], lang: &str, original: &str, expected: &str| {
        let texts: Vec<Localized> = texts.iter().map(|text| read(text)).collect();
        let texts: Vec<&Localized> = texts.iter().collect();
        let found = text_language(&texts, lang, original);
        assert_eq!(found, expected, "{lang}");
        assert!(texts.iter().all(|text| text.get(found) == text.get(lang)), "the same texts");
    };
    let (plain, both, russian) =
        ("\"Yes\"", r#"{"en": "Yes", "ru": "Да"}"#, r#"{"ru": "Да", "en": "Yes"}"#);
    check(&[plain], "de", "en", "en");
    check(&[plain], "en-GB", "en", "en");
    check(&[both], "de", "ru", "en");
    check(&[both], "ru-KZ", "en", "ru");
    check(&[both], "ru", "en", "ru");
    // A clause without a translation does not change what the others are in.
    check(&[plain, both], "ru", "en", "ru");
    check(&[both, plain], "ru", "en", "ru");
    // Two languages at once, and no tag that would find both: the page's finds them.
    check(&[both, russian], "de", "en", "de");
    // A file that names no language of its own.
    check(&[plain], "de", "", "de");
}
