use super::*;
use crate::model::MOST_CLAUSES;
use proptest::prelude::*;

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
}
