use super::*;
use crate::model::Pledge;
use adil::content::{Address, Day, Document, Level, open};
use adil::tally::{Added, NoCode, Tally};
use proptest::prelude::*;

const FILE: &str = r#"{"format": "adil", "formatVersion": 1, "kind": "pledge", "id": "my-pledge",
    "title": "P", "languages": ["en", "ru"], "clauses": [
    {"id": "own", "text": {"en": "I do my *own* work.", "ru": "Сам."}, "short": "Own",
     "picture": {"src": "own.svg", "alt": {"en": "A pen", "ru": "Ручка"}},
     "example": {"en": "A plan.", "ru": "План."}},
    {"id": "c1", "text": {"ru": "Только по-русски."}},
    {"id": "word", "text": "I keep my word.", "example": {"html": "<b>Fish</b>"}, "optional": true}
]}"#;

fn opened(text: &str) -> Document<Pledge> {
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    let (document, warnings) = open::<Pledge>("p.json", text, parse).unwrap();
    assert_eq!(warnings, [""; 0]);
    document
}

fn from_file() -> Draft {
    let absolute = |address: &Address| format!("https://a.school/{}", address.as_str());
    let mut draft = Draft::new("2b3c");
    let clauses = suggestions(&opened(FILE), "en", &absolute);
    draft.apply(Action::Replace(clauses, String::new())).unwrap();
    draft
}

fn of(texts: &[&str]) -> Draft {
    let mut draft = Draft::new("2b3c");
    for text in texts {
        draft.apply(Action::Add((*text).to_owned())).unwrap();
    }
    draft
}

fn texts(draft: &Draft) -> Vec<&str> {
    draft.clauses.iter().map(|promise| promise.text.as_str()).collect()
}

fn key(draft: &Draft, text: &str) -> u32 {
    draft.clauses.iter().find(|promise| promise.text == text).unwrap().key
}

fn exported(draft: &mut Draft) -> (String, Document<Pledge>) {
    let text = adil::json::write(&draft.export("Our pledge", Level::Primary2, "en"));
    (text.clone(), opened(&text))
}

/// What a class reads of a file.
fn read(document: &Document<Pledge>) -> Vec<String> {
    let promises = suggestions(document, "en", &|address| address.as_str().to_owned());
    promises.into_iter().map(|promise| promise.text).collect()
}

#[track_caller]
fn refused(draft: &mut Draft, action: Action, refusal: Refusal) {
    let before = draft.clone();
    assert_eq!(draft.apply(action), Err(refusal));
    assert_eq!(*draft, before, "what is refused changes nothing");
}

#[test]
fn promises_are_added_up_to_eight_none_empty_and_none_too_long() {
    let mut draft = of(&["a", "b", "c", "d", "e", "f", "g"]);
    refused(&mut draft, Action::Add(" \n\t ".into()), Refusal::Empty);
    refused(&mut draft, Action::Add("\u{0}".into()), Refusal::Empty);
    refused(&mut draft, Action::Add("ә".repeat(201)), Refusal::Long(201));
    let longest = "ә".repeat(200);
    let added = draft.apply(Action::Add(format!("  {longest}\n")));
    assert_eq!(added, Ok(Outcome::At(draft.clauses[7].key, 7)));
    refused(&mut draft, Action::Add("i".into()), Refusal::Full);
    assert_eq!(draft.clauses[7].text, longest);
}

#[test]
fn promises_are_edited_and_moved() {
    let mut draft = of(&["a", "b", "c"]);
    let b = key(&draft, "b");
    refused(&mut draft, Action::Edit(b, " ".into()), Refusal::Empty);
    draft.apply(Action::Edit(b, "two\nlines  here".into())).unwrap();
    assert_eq!(texts(&draft), ["a", "two lines here", "c"]);
    for (up, place) in [(true, 0), (true, 0), (false, 1), (false, 2), (false, 2)] {
        assert_eq!(draft.apply(Action::Move(b, up)), Ok(Outcome::At(b, place)));
        assert_eq!(draft.clauses[place].key, b);
    }
    assert_eq!(draft.apply(Action::Move(99, true)), Ok(Outcome::Done));
}

#[test]
fn the_last_removal_comes_back_to_its_place() {
    let mut draft = of(&["a", "b", "c"]);
    assert_eq!(draft.removal(), None);
    let b = key(&draft, "b");
    draft.apply(Action::Vote(b, 7)).unwrap();
    draft.apply(Action::Remove(b)).unwrap();
    assert_eq!((texts(&draft), draft.removal()), (vec!["a", "c"], Some(1)));
    assert_eq!(draft.apply(Action::Undo), Ok(Outcome::At(b, 1)));
    assert_eq!((texts(&draft), draft.removal()), (vec!["a", "b", "c"], None));
    assert_eq!(draft.get(b).unwrap().votes, 7);
    assert_eq!(draft.apply(Action::Undo), Ok(Outcome::Done));
    // There has to be room for it.
    draft.apply(Action::Remove(b)).unwrap();
    for text in ["d", "e", "f", "g", "h", "i"] {
        draft.apply(Action::Add(text.into())).unwrap();
    }
    refused(&mut draft, Action::Undo, Refusal::Full);
}

#[test]
fn a_replaced_list_comes_back_until_the_new_one_is_edited() {
    let mut draft = of(&["a"]);
    draft.apply(Action::Title("Ours".into())).unwrap();
    let other = || of(&["x", "y"]).clauses;
    draft.apply(Action::Replace(other(), "Theirs".into())).unwrap();
    assert_eq!((texts(&draft), draft.title.as_str()), (vec!["x", "y"], "Theirs"));
    draft.apply(Action::Undo).unwrap();
    assert_eq!((texts(&draft), draft.title.as_str()), (vec!["a"], "Ours"));
    draft.apply(Action::Replace(other(), String::new())).unwrap();
    draft.apply(Action::Add("z".into())).unwrap();
    assert_eq!(draft.removal(), None);
    let mut empty = Draft::new("");
    empty.apply(Action::Replace(other(), String::new())).unwrap();
    assert_eq!(empty.removal(), None);
}

/// Eight letters with these votes; how many to keep; which stay, and what is said.
#[track_caller]
fn check_vote(votes: &[u32], count: usize, stay: &str, outcome: Outcome) {
    let letters: Vec<String> = ('a'..).take(votes.len()).map(String::from).collect();
    let mut draft = of(&letters.iter().map(String::as_str).collect::<Vec<_>>());
    for (letter, votes) in letters.iter().zip(votes) {
        let letter = key(&draft, letter);
        draft.apply(Action::Vote(letter, *votes)).unwrap();
    }
    let before = draft.clone();
    assert_eq!(draft.apply(Action::KeepMost(count)), Ok(outcome));
    assert_eq!(texts(&draft).concat(), stay);
    draft.apply(Action::Undo).unwrap();
    assert_eq!(draft.clauses, before.clauses, "all come back");
}

#[test]
fn those_with_most_votes_stay_and_ties_stay_together() {
    check_vote(&[3, 9, 0, 5], 2, "bd", Outcome::Kept(2, false));
    check_vote(&[3, 9, 3, 5], 3, "abcd", Outcome::AllTied);
    check_vote(&[3, 9, 3, 5, 1], 3, "abcd", Outcome::Kept(4, true));
    check_vote(&[0, 0, 0], 1, "abc", Outcome::AllTied);
    check_vote(&[4, 2], 2, "ab", Outcome::Kept(2, false));
    check_vote(&[4, 2], 99, "ab", Outcome::Kept(2, false));
    check_vote(&[4, 2], 0, "a", Outcome::Kept(1, false));
    check_vote(&[1, 2, 3, 4, 5, 6, 7, 8], 1, "h", Outcome::Kept(1, false));
    check_vote(&[1, 2, 2, 2, 2, 2, 2, 2], 3, "bcdefgh", Outcome::Kept(7, true));
}

#[test]
fn hands_have_bounds_and_start_anew() {
    let mut draft = of(&["a", "b"]);
    let a = key(&draft, "a");
    draft.apply(Action::Vote(a, u32::MAX)).unwrap();
    assert_eq!((draft.clauses[0].votes, draft.most_votes()), (MOST_VOTES, MOST_VOTES));
    draft.apply(Action::Vote(99, 1)).unwrap();
    draft.apply(Action::ClearVotes).unwrap();
    assert_eq!(draft.most_votes(), 0);
}

#[test]
fn what_nobody_edited_stays_as_the_file_has_it() {
    let mut draft = from_file();
    assert_eq!(texts(&draft), ["I do my own work.", "Только по-русски.", "I keep my word."]);
    let word = key(&draft, "I keep my word.");
    draft.apply(Action::Edit(word, "I keep my word!".into())).unwrap();
    // Opened for editing and left as it was.
    let own = key(&draft, "I do my own work.");
    draft.apply(Action::Edit(own, " I do my own work. ".into())).unwrap();
    draft.apply(Action::Add("New".into())).unwrap();
    let expected = r#"{"format":"adil","formatVersion":1,"kind":"pledge","id":"class-pledge-2b3c",
        "contentVersion":"1","title":"Our pledge","level":"primary-2","languages":["en"],"clauses":[
        {"id":"own","text":"I do my *own* work.","short":"Own",
         "picture":{"src":"https://a.school/own.svg","alt":"A pen"},"example":"A plan."},
        {"id":"c1","text":{"ru":"Только по-русски."}},
        {"id":"c2","text":"I keep my word!"},{"id":"c3","text":"New"}]}"#;
    let (text, document) = exported(&mut draft);
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(json(&text), json(expected));
    assert_eq!(read(&document), texts(&draft));
}

#[test]
fn addresses_that_no_file_may_name_stay_as_written() {
    let mut draft = Draft::new("2b3c");
    let on_disk = |address: &Address| format!("file:///C:/{}", address.as_str());
    draft
        .apply(Action::Replace(suggestions(&opened(FILE), "en", &on_disk), String::new()))
        .unwrap();
    let (text, _) = exported(&mut draft);
    assert!(text.contains(r#""src":"own.svg""#), "{text}");
}

#[test]
fn each_changed_file_has_a_version_of_its_own() {
    let mut draft = of(&["a", "b"]);
    let mut version = |act: Option<Action>| {
        act.map(|action| draft.apply(action));
        exported(&mut draft).1.envelope.content_version
    };
    assert_eq!(version(None), "1");
    assert_eq!(version(None), "1");
    assert_eq!(version(Some(Action::Vote(1, 3))), "1");
    assert_eq!(version(Some(Action::Title("Ours".into()))), "2");
    assert_eq!(version(Some(Action::Title("Ours ".into()))), "2");
    assert_eq!(version(Some(Action::Move(1, false))), "3");
    assert_eq!(version(Some(Action::Remove(1))), "4");
    assert_eq!(version(Some(Action::Undo)), "5");
}

#[test]
fn signs_that_would_mark_something_are_shown_as_typed() {
    for text in [
        "*own* work, **always**",
        "![x](https://elsewhere.example/x.png) [here](https://elsewhere.example)",
        "- first",
        "1. first",
        "123. first",
        "| a | b |",
        r"a \* b \",
        "{money:5} ^x^ ~y~ `z`",
        "<img src=x onerror=alert(1)>&lt;",
        "2 * 3 and _x_",
    ] {
        let mut draft = of(&[text]);
        let (_, document) = exported(&mut draft);
        assert_eq!(read(&document), [text]);
        let source = document.body.clauses[0].text.get("en");
        let blocks = adil::content::parse(source);
        let plain = adil::content::Inline::Text(text.into());
        assert_eq!(blocks, [adil::content::Block::Paragraph(vec![plain])], "{source}");
    }
    assert!(exported(&mut of(&["2 * 3; it's fine!"])).0.contains(r#""2 * 3; it's fine!""#));
}

#[test]
fn a_draft_comes_back_as_it_was_kept() {
    let mut draft = from_file();
    draft.apply(Action::Title("Ours".into())).unwrap();
    let word = key(&draft, "I keep my word.");
    draft.apply(Action::Vote(word, 12)).unwrap();
    draft.apply(Action::Edit(word, "I keep it.".into())).unwrap();
    let text = exported(&mut draft).0;
    let mut back = Draft::restore(&draft.to_json()).unwrap();
    assert_eq!(exported(&mut back).0, text);
    assert_eq!(back.clauses[2].votes, 12);
    assert_eq!((back.title.as_str(), back.id()), ("Ours", "class-pledge-2b3c"));
    for kept in ["null", "{}", r#"{"id": "../x", "title": ""}"#, r#"{"id": "a", "title": 3}"#] {
        assert_eq!(Draft::restore(&serde_json::from_str(kept).unwrap()), None, "{kept}");
    }
}

#[test]
fn what_was_kept_is_no_more_trusted_than_a_file() {
    let kept = r#"{"id": "a", "title": "", "edition": -4, "clauses": [
        {"text": "a", "votes": 1e99, "origin": {"id": "x", "text": "another"}},
        {"text": "b", "origin": {"id": "bad id", "text": "b"}},
        {"text": "c", "origin": {"id": "x", "text": "c",
         "picture": {"src": "javascript:alert(1)", "alt": ""}}},
        {"text": " "}, 3, {"text": "d", "origin": {"id": "x", "text": {"ru": "d"}}}]}"#;
    let mut draft = Draft::restore(&serde_json::from_str(kept).unwrap()).unwrap();
    assert_eq!(texts(&draft), ["a", "b", "c", "d"]);
    assert_eq!(draft.clauses[0].votes, MOST_VOTES);
    let (text, document) = exported(&mut draft);
    let ids: Vec<&str> = document.body.clauses.iter().map(|clause| clause.id.as_str()).collect();
    assert_eq!(ids, ["c1", "c2", "c3", "x"]);
    assert!(!text.contains("javascript"));
}

#[test]
fn type_shrinks_as_promises_grow() {
    let long = "x".repeat(200);
    let size = |count: usize, text: &str| type_size(&vec![text; count]);
    assert_eq!(size(3, "I keep my word."), 32);
    assert_eq!(size(8, &long), 12);
    assert!(size(8, "I keep my word, also when nobody is watching.") >= 16);
    assert_eq!(type_size(&[]), 32);
}

fn code_of(count: u32, group: u32) -> String {
    code("my-pledge", count, &Day::parse("2026-11-23").unwrap(), group).unwrap()
}

#[test]
fn a_code_holds_number_and_day() {
    let tally = Tally::parse(&code_of(24, 7)).unwrap();
    assert_eq!((tally.count, tally.group), (24, 7));
    assert_eq!(day_of(tally).as_str(), "2026-11-23");
    let day = |day: &str, count| code("my-pledge", count, &Day::parse(day).unwrap(), 0);
    assert_eq!(day("2026-11-23", 0), None);
    assert_eq!(day("2026-11-23", adil::tally::MOST + 1), None);
    assert_eq!(day("2024-12-31", 5), None, "before the first day of codes");
    assert!(day("2025-01-01", 5).is_some());
    assert_eq!(day("1969-12-31", 5), None);
}

#[test]
fn codes_are_added_up_and_refused_with_a_reason() {
    let (a, b) = (code_of(24, 1), code_of(9, 2));
    let foreign = code("other", 5, &Day::parse("2026-11-23").unwrap(), 0).unwrap();
    let mut wrong = a.clone();
    wrong.replace_range(0..1, if a.starts_with('A') { "B" } else { "A" });
    let text = format!("{a}\n{wrong}, {b} {a}\r\n{foreign}\nABC");
    let count = add_up(&text, "my-pledge");
    let reasons: Vec<&Added> = count.codes.iter().map(|(_, added)| added).collect();
    let counted = |code: &str| Added::Counted(Tally::parse(code).unwrap());
    assert_eq!(
        reasons,
        [
            &counted(&a),
            &Added::Wrong(NoCode::Check),
            &counted(&b),
            &Added::Twice,
            &Added::Foreign,
            &Added::Wrong(NoCode::Shape),
        ]
    );
    assert_eq!((count.sum.total(), count.sum.tallies.len()), (33, 2));
    assert_eq!(add_up(" \n,; ", "my-pledge"), Count::default());
}

// Half a million words made half a million rows, and the page stood still for minutes.
#[test]
fn a_text_that_is_too_long_for_a_list_is_one_wrong_code() {
    let longest = format!("{}\n", code_of(7, 1)).repeat(LONGEST_LIST);
    let fits = &longest[..LONGEST_LIST];
    assert_eq!(add_up(fits, "my-pledge").sum.total(), 7);
    let count = add_up(&longest[..=LONGEST_LIST], "my-pledge");
    assert_eq!(count.sum.total(), 0);
    assert!(
        matches!(count.codes.as_slice(), [(code, Added::Wrong(NoCode::Shape))] if code.ends_with('…'))
    );
}

#[track_caller]
fn check_codes(text: &str, expected: &[&str]) {
    let found = add_up(text, "my-pledge").codes;
    assert_eq!(found.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn blanks_part_codes_and_their_halves() {
    check_codes("A2B3C-D4E5F G2H3J-K4M5N", &["A2B3C-D4E5F", "G2H3J-K4M5N"]);
    check_codes("A2B3C D4E5F G2H3J K4M5N", &["A2B3C D4E5F", "G2H3J K4M5N"]);
    check_codes("A2B3C - D4E5F", &["A2B3C - D4E5F"]);
    check_codes("A2B3C-D4E5 G2H3J-K4M5N", &["A2B3C-D4E5", "G2H3J-K4M5N"]);
    check_codes("A2B3C\nD4E5F", &["A2B3C", "D4E5F"]);
    check_codes("A2B3CD4E5F,G2H3JK4M5N;x", &["A2B3CD4E5F", "G2H3JK4M5N", "x"]);
    check_codes("أ٢ب", &["أ٢ب"]);
    check_codes("\u{200e}A2B3C—D4E5F. ТСЕ23 НК4ХМ.", &["\u{200e}A2B3C—D4E5F.", "ТСЕ23 НК4ХМ."]);
}

fn any_action() -> impl Strategy<Value = Action> {
    let text = "[*`^~!\\[\\](){}|\\\\ \\n a-zәя1.:<>-]{0,30}";
    let key = 0..16_u32;
    prop_oneof![
        4 => text.prop_map(Action::Add),
        2 => (key.clone(), text).prop_map(|(key, text)| Action::Edit(key, text)),
        1 => key.clone().prop_map(Action::Remove),
        2 => (key.clone(), any::<bool>()).prop_map(|(key, up)| Action::Move(key, up)),
        1 => Just(Action::Undo),
        2 => (key, 0..5_u32).prop_map(|(key, votes)| Action::Vote(key, votes)),
        1 => Just(Action::ClearVotes),
        1 => (0..10_usize).prop_map(Action::KeepMost),
        1 => text.prop_map(Action::Title),
        1 => Just(Action::Replace(from_file().clauses, "P".into())),
    ]
}

proptest! {
    #[test]
    fn whatever_a_class_does_its_file_opens_with_the_same_promises(
        actions in prop::collection::vec(any_action(), 0..40),
    ) {
        let mut draft = from_file();
        for action in actions {
            // Refused or not, the draft stays whole.
            _ = draft.apply(action);
            prop_assert!(draft.clauses.len() <= MOST_CLAUSES);
        }
        if draft.clauses.is_empty() {
            draft.apply(Action::Add("a".into())).unwrap();
        }
        let back = Draft::restore(&draft.to_json()).unwrap();
        prop_assert_eq!(texts(&back), texts(&draft));
        let (text, document) = exported(&mut draft);
        prop_assert_eq!(read(&document), texts(&draft));
        // Opened and written again, it is the same to the last sign.
        let mut again = draft.clone();
        let clauses = suggestions(&document, "en", &|address| address.as_str().to_owned());
        again.apply(Action::Replace(clauses, draft.title.clone())).unwrap();
        let written = |text: &str| text.split_once("\"clauses\"").unwrap().1.to_owned();
        prop_assert_eq!(written(&exported(&mut again).0), written(&text));
    }

    #[test]
    fn a_sum_is_what_its_codes_hold(counts in prop::collection::vec(1..2000_u32, 0..20)) {
        let codes: Vec<String> =
            counts.iter().zip(0..).map(|(count, group)| code_of(*count, group)).collect();
        let sum = add_up(&codes.join("\n"), "my-pledge").sum;
        prop_assert_eq!(sum.total(), counts.iter().sum::<u32>());
        prop_assert_eq!(add_up(&[&*codes.join(" "), "\n", &codes.join(",")].concat(), "my-pledge").sum, sum);
    }

    #[test]
    fn any_text_can_be_added_up(text in "[A-Z0-9 \\n,;-]{0,300}") {
        add_up(&text, "my-pledge");
    }
}
