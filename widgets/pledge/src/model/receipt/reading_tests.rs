use adil::content::{Document, open};
use proptest::prelude::*;

use super::super::signed;
use super::*;

const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
const NOW: &str = "2026-03-02T08:15:30Z";
const ID: &str = "urn:uuid:0f8f1c1e-6c52-4a0a-9d7f-3f5f0b6b2a11";

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

fn made(key: Option<&str>) -> Json {
    document(&subject(), ID, "Academic integrity pledge", NOW, key)
}

fn sealed() -> Json {
    signed(made(Some(KEY)), proof_options(Suite::Eddsa, KEY, NOW), &[7; 64])
}

/// The text of a receipt with the first `from` replaced.
fn edited(receipt: &Json, from: &str, to: &str) -> String {
    let text = adil::json::write(receipt);
    assert!(text.contains(from), "the change has no place: {from}");
    text.replacen(from, to, 1)
}

/// Reads as a browser does, which keeps the last of fields that come twice.
fn browser(text: &str) -> Result<Json, String> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
    serde_json::from_value(value).map_err(|e| e.to_string())
}

#[test]
fn a_signed_receipt_is_read_back_with_what_has_to_be_checked() {
    let found = read(&sealed()).unwrap();
    assert_eq!((found.subject, found.is_known), (subject(), true));
    assert_eq!(Some(found.hash), receipt_hash(&sealed()));
    let Seal::Signature { suite, key, data, signature } = found.seal else { panic!("a signature") };
    assert_eq!((suite, key.len(), signature), (Suite::Eddsa, 32, vec![7; 64]));
    let options = proof_options(Suite::Eddsa, KEY, NOW);
    assert_eq!(Some(data), to_sign(&made(Some(KEY)), &options));
}

#[test]
fn each_flaw_has_a_name_of_its_own() {
    #[track_caller]
    fn check(from: &str, to: &str, flaw: Flaw) {
        assert_eq!(parse(&edited(&sealed(), from, to), browser), Err(flaw), "{from} → {to}");
    }
    check("PledgeReceipt", "AlumniCredential", Flaw::OtherCredential);
    check("VerifiableCredential", "Receipt", Flaw::NoReceipt);
    check("undefined-terms/v2", "undefined-terms/v3", Flaw::Newer);
    check("eddsa-jcs-2022", "eddsa-jcs-2030", Flaw::Newer);
    check("\"cryptosuite\"", "\"suite\"", Flaw::Newer);
    check("\"proof\":{", "\"seal\":{", Flaw::NoSeal);
    check(
        &["\"issuer\":\"did:key:", KEY].concat(),
        "\"issuer\":\"did:key:z6MkOther",
        Flaw::WrongKey,
    );
    check(&["\"id\":\"did:key:", KEY].concat(), "\"id\":\"did:key:z6MkOther", Flaw::WrongKey);
    check(&["#", KEY].concat(), "#z6MkOther", Flaw::WrongKey);
    check(&["did:key:", KEY, "#"].concat(), "#", Flaw::WrongKey);
    check("eddsa-jcs-2022", "ecdsa-jcs-2019", Flaw::WrongKey);
    check("\"proofValue\":\"z", "\"proofValue\":\"u", Flaw::Changed);
    check("\"name\":", "\"title\":", Flaw::NoReceipt);
    check("[\"own-work\",\"sources\",\"help\"]", "[]", Flaw::NoReceipt);
    check("\"2026-03-02\"", "\"2026-03-32\"", Flaw::NoReceipt);
    check("{", "", Flaw::Broken);
    check("Academic", "\u{fffd}cademic", Flaw::Broken);
    assert_eq!(parse(&" ".repeat(LARGEST + 1), browser), Err(Flaw::TooLarge));
    assert_eq!(parse(&"[".repeat(10_000), browser), Err(Flaw::Broken));
    for text in ["", "hello", "{\"a\":"] {
        assert_eq!(parse(text, browser), Err(Flaw::Broken), "{text}");
    }
    for text in ["null", "[]", "7", "{}", "{\"proof\":{}}"] {
        assert_eq!(parse(text, browser), Err(Flaw::NoReceipt), "{text}");
    }
}

/// Of two fields of one name, one is verified and the other one may be read.
#[test]
fn a_field_that_comes_twice_is_a_change() {
    let twice = edited(&sealed(), "\"day\":", "\"day\":\"2020-01-01\",\"day\":");
    assert_eq!(parse(&twice, browser), Err(Flaw::Changed));
    // Colons within texts, also after an escaped quotation mark, are no fields.
    let colons = edited(&sealed(), "Academic", "a: \\\": b\\\\");
    assert!(parse(&colons, browser).is_ok());
}

/// What a newer version may write is signed as it stands, and is called neither ours nor forged.
#[test]
fn what_says_more_than_ours_is_newer() {
    #[track_caller]
    fn check(from: &str, to: &str) {
        let found = parse(&edited(&sealed(), from, to), browser).unwrap();
        assert!(!found.is_known, "{from} → {to}");
        let Seal::Signature { data, .. } = found.seal else { panic!("a signature") };
        let options = proof_options(Suite::Eddsa, KEY, NOW);
        assert_ne!(Some(data), to_sign(&made(Some(KEY)), &options), "what was signed has changed");
    }
    check("\"name\":", "\"grade\":\"A\",\"name\":");
    check("\"clauseIds\":[", "\"clauseIds\":[7,");
    check("assertionMethod", "authentication");
    check("\"created\":\"2026", "\"created\":\"on 2026");
    check("\"validFrom\":\"2026-03-02T08:15:30Z\"", "\"validFrom\":\"yesterday\"");
}

#[test]
fn an_unsigned_receipt_is_held_to_its_hash() {
    let whole = unsigned(made(None));
    assert_eq!(parse(&adil::json::write(&whole), browser).unwrap().seal, Seal::Hash);
    assert_eq!(parse(&edited(&whole, "own-work", "own-word"), browser), Err(Flaw::Changed));
    assert_eq!(parse(&edited(&whole, "\"receiptHash\"", "\"hash\""), browser), Err(Flaw::NoSeal));
    // Its signature taken away and a hash put in its place, a signed one is none.
    let downgraded = unsigned(made(Some(KEY)));
    assert_eq!(read(&downgraded), Err(Flaw::NoSeal));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_changed_byte_of_an_unsigned_receipt_is_noticed(at in 0_usize..900, byte in 0x20_u8..0x7f) {
        let whole = unsigned(made(None));
        let mut bytes = adil::json::write(&whole).into_bytes();
        let at = at % bytes.len();
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        prop_assert!(parse(&String::from_utf8(bytes).unwrap(), browser).is_err());
    }

    #[test]
    fn no_text_makes_it_fail(text in "[{}\\[\\]:,\"\\\\a-z0-9@]{0,60}") {
        _ = parse(&text, browser);
    }
}

#[test]
fn versions_are_compared_by_their_numbers() {
    #[track_caller]
    fn check(a: &str, b: &str, expected: Ordering) {
        assert_eq!(compare_versions(a, b), expected, "{a} {b}");
        assert_eq!(compare_versions(b, a), expected.reverse(), "{b} {a}");
    }
    check("1.9", "1.10", Ordering::Less);
    check("2", "1.10.3", Ordering::Greater);
    check("1", "1.0.0", Ordering::Equal);
    check("1.0.0-beta", "1.0.0-alpha", Ordering::Greater);
    check("", "1", Ordering::Less);
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
