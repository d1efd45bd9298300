use super::*;
use adil::content::{Document, open};
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

    /// One byte of an unsigned receipt changed: it is no JSON, no receipt, or one that was changed.
    #[test]
    fn a_changed_byte_of_an_unsigned_receipt_is_noticed(at in 0_usize..900, byte in 0x20_u8..0x7f) {
        let whole = adil::json::write(&unsigned(made(None)));
        let mut bytes = whole.clone().into_bytes();
        let at = at % bytes.len();
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        let text = String::from_utf8(bytes).unwrap();
        if let Ok(json) = serde_json::from_str::<Json>(&text) {
            prop_assert!(read(&json).is_err() || canonical(&json) == canonical(&unsigned(made(None))));
        }
    }
}

#[test]
fn a_signed_receipt_is_read_back_with_what_has_to_be_checked() {
    let options = proof_options(Suite::Eddsa, KEY, NOW);
    let receipt = signed(made(Some(KEY)), options.clone(), &[7; 64]);
    let found = read(&receipt).unwrap();
    assert_eq!(found.subject, subject());
    let Seal::Signature { suite, key, data, signature } = found.seal else { panic!("a signature") };
    assert_eq!((suite, key.len(), signature), (Suite::Eddsa, 32, vec![7; 64]));
    assert_eq!(Some(data), to_sign(&made(Some(KEY)), &options));
}

#[test]
fn what_is_no_receipt_or_says_more_than_one_is_refused() {
    #[track_caller]
    fn check(change: impl FnOnce(&mut Vec<(String, Json)>), flaw: Flaw) {
        let options = proof_options(Suite::Eddsa, KEY, NOW);
        let Json::Object(mut fields) = signed(made(Some(KEY)), options, &[7; 64]) else { panic!() };
        change(&mut fields);
        assert_eq!(read(&Json::Object(fields)), Err(flaw));
    }
    check(|fields| fields.push(("grade".into(), "A".into())), Flaw::Changed);
    check(|fields| fields.retain(|(name, _)| name != "name"), Flaw::NoReceipt);
    check(|fields| fields.retain(|(name, _)| name != "proof"), Flaw::NoReceipt);
    check(|fields| fields[4].1 = "did:key:z6MkOther".into(), Flaw::Changed);
    check(|fields| fields[2].1 = Json::List(vec!["VerifiableCredential".into()]), Flaw::NoReceipt);
    assert_eq!(read(&Json::Null), Err(Flaw::NoReceipt));
    assert_eq!(read(&Json::List(vec![])), Err(Flaw::NoReceipt));
}

#[test]
fn a_receipt_is_compared_with_the_pledge_of_the_page() {
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    let pledge = |text: &str| -> Pledge {
        let file = format!(
            r#"{{"format": "adil", "formatVersion": 1, "kind": "pledge", "id": "p", "title": "P",
            "clauses": [{{"id": "a", "text": {{"en": "{text}", "kk": "Ә"}}}}, {{"id": "b", "text": "B"}}]}}"#
        );
        let opened: Result<(Document<Pledge>, _), _> = open("p.json", &file, parse);
        opened.unwrap().0.body
    };
    let ids = vec!["a".to_owned()];
    let hash = text_hash(&pledge("A"), &ids, "en");
    assert_ne!(hash, text_hash(&pledge("A"), &ids, "kk"));
    let about = Subject { content: "p".into(), clauses: ids, text_hash: hash, ..subject() };
    let receipt = read(&unsigned(document(&about, ID, "P", NOW, None))).unwrap();
    assert_eq!(compare(&receipt, "p", &pledge("A")), Ok(()));
    assert_eq!(compare(&receipt, "q", &pledge("A")), Err(Flaw::OtherContent));
    assert_eq!(compare(&receipt, "p", &pledge("Another")), Err(Flaw::OtherText));
}
