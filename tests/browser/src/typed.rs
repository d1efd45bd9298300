//! What counts as the same answer, by the folding that learners get.

use adil::content::Localized;
use adil::host::parse_json;
use adil::locale::Texts;
use adil_quiz::model::{Blank, BlankKind, is_unread, mark_blank, read_number};
use adil_quiz::session::fold;
use wasm_bindgen_test::wasm_bindgen_test;

/// Pairs that people typed and meant; the file says how it is written.
const TABLE: &str = include_str!("../../../widgets/quiz/tests/typed.tsv");

/// A text of the table, with what would not be seen there.
fn shown(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        whole.extend(char::from_u32(u32::from_str_radix(code, 16).unwrap()));
        whole.push_str(rest);
    }
    whole
}

fn blank(options: &str, accepted: &str) -> Blank {
    let Some(unit) = options.strip_prefix("number") else {
        let kind = BlankKind::Words {
            accepted: vec![(Localized::plain(accepted), 1.0)],
            case: options.contains("case"),
            accents: options.contains("accents"),
        };
        return Blank { kind, unit: None };
    };
    let number = accepted.parse().unwrap();
    let unit = unit.strip_prefix(':').map(Localized::plain);
    Blank { kind: BlankKind::Number { least: number, most: number, answer: None }, unit }
}

/// What the folding makes of a row, in the table's words.
fn verdict(blank: &Blank, typed: &str, lang: &str) -> &'static str {
    if is_unread(blank, typed, lang, fold) {
        return "none";
    }
    if mark_blank(blank, typed, lang, fold) > 0.5 { "equal" } else { "not" }
}

#[wasm_bindgen_test]
fn the_table_of_typed_answers_holds() {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<Vec<&str>> = rows.map(|line| line.split('\t').collect()).collect();
    assert!(rows.len() >= 300, "{} rows", rows.len());
    let wrong = rows.iter().filter_map(|row| {
        let [lang, options, accepted, typed, expected] = row[..] else {
            return Some(format!("{row:?} is no row"));
        };
        let blank = blank(options, &shown(accepted));
        let found = verdict(&blank, &shown(typed), lang);
        (found != expected).then(|| format!("{row:?} is found {found}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// What a solution shows has to be right when it is typed off.
#[wasm_bindgen_test]
fn numbers_are_read_as_the_browser_writes_them() {
    for lang in ["en", "ru", "kk", "ar"] {
        // Chromium knows no Kazakh numbers, so the file of its texts names a language that writes alike.
        let numbers = if lang == "kk" { "ru" } else { lang };
        let table = format!(r#"{{"lang": "{lang}", "numbers": "{numbers}"}}"#);
        let table = parse_json(&table).unwrap();
        let texts = Texts::new(false, table);
        for number in [0.0, 7.0, -5.0, 3.5, 0.25, 1000.0, -1234.5, 98_765.25, 12_345_678.9] {
            let shown = texts.number(number);
            assert_eq!(read_number(&shown, "", lang, fold), Some(number), "{shown:?} in {lang}");
        }
    }
}
