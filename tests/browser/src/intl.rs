use adil::host::parse_json;
use adil::locale::Texts;
use adil_quiz::model::Folding;
use adil_quiz::session::fold;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn plural_forms_follow_the_language() {
    let table = r#"{"lang": "ru", "n": {"one": "{n} балл", "few": "{n} балла", "many": "{n} баллов",
        "other": "{n} балла"}}"#;
    let texts = Texts::new(false, parse_json(table).unwrap());
    let counts = [1.0, 2.0, 5.0, 21.0, 1.5].map(|n| texts.count("n", n));
    assert_eq!(counts, ["1 балл", "2 балла", "5 баллов", "21 балл", "1,5 балла"]);
}

/// Prices lost their cents: $0.99 was shown as $1.
#[wasm_bindgen_test]
fn money_keeps_its_cents() {
    let texts = Texts::new(false, parse_json(r#"{"lang": "en"}"#).unwrap());
    let check = |amount, currency, expected| assert_eq!(texts.money(amount, currency), expected);
    check("0.99", "USD", "$0.99");
    check("19.50", "USD", "$19.50");
    check("20", "USD", "$20");
    check("0.125", "USD", "$0.125");
    check("1234.5", "JPY", "¥1,234.5");
    check("19.50", "", "19.50");
    check("1234.5", "", "1,234.5");
}

#[wasm_bindgen_test]
fn typed_words_are_alike_as_people_write_them() {
    let alike = Folding { case: true, accents: true, dotless: false };
    assert_eq!(fold("ЁЖ", alike), "еж");
    assert_eq!(fold("Йод", alike), "йод");
    assert_eq!(fold("Élève", alike), "eleve");
    assert_eq!(fold("Әділ", alike), "әділ");
    assert_eq!(fold("Élève", Folding { case: false, accents: false, dotless: false }), "Élève");
}

#[wasm_bindgen_test]
fn numbers_are_read_and_written_by_the_browser() {
    assert_eq!(adil::json::number_from("-1.5e2"), Some(-150.0));
    assert_eq!(adil::json::number_from("1-2"), None);
    assert_eq!(adil::json::number_text(0.1), "0.1");
}
