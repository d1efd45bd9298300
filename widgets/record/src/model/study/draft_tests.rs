use super::*;
use adil::content::{Document, open};

fn parsed(text: &str) -> Document<Study> {
    let parse = |text: &str| serde_json::from_str(text).map_err(|error| error.to_string());
    let (document, warnings) = open::<Study>("study.json", text, parse).unwrap();
    assert_eq!(warnings, Vec::<String>::new());
    document
}

fn example() -> Document<Study> {
    parsed(include_str!("../../../examples/pilot-study.json"))
}

fn draft(lang: &str) -> Draft {
    let document = example();
    Draft::of(&document.body, "mine", &document.envelope.title, lang)
}

/// The study of a draft, read as any file.
fn study(draft: &Draft, lang: &str) -> Document<Study> {
    parsed(&adil::json::write(&draft.file(lang, "secondary")))
}

#[test]
fn a_study_that_is_there_can_be_written_anew_in_each_language() {
    for lang in ["en", "ru", "kk", "ar"] {
        let (draft, before) = (draft(lang), example());
        assert_eq!(draft.troubles(), [], "{lang}");
        let after = study(&draft, lang);
        assert_eq!(after.envelope.title.get(lang), before.envelope.title.get(lang));
        assert_eq!(after.envelope.languages, [lang]);
        let texts = |study: &Study| {
            let items = study.forms.iter().flat_map(|form| &form.items);
            let item = |item: &super::super::Item| {
                let right = item.options.iter().find(|one| one.id == item.right);
                let right = right.map(|one| one.text.source().get(lang).to_owned());
                (item.stem.source().get(lang).to_owned(), item.options.len(), right)
            };
            items.map(item).collect::<Vec<_>>()
        };
        assert_eq!(texts(&after.body), texts(&before.body), "{lang}");
        let opinions = |study: &Study| {
            let all = study.fields.attitudes.iter();
            all.map(|one| (one.text.source().get(lang).to_owned(), one.reversed))
                .collect::<Vec<_>>()
        };
        assert_eq!(opinions(&after.body), opinions(&before.body), "{lang}");
        let counts = |study: &Study| {
            let fields = &study.fields;
            [fields.arms.len(), fields.open.len(), fields.code.len(), fields.fidelity.len()]
                .map(|n| n + fields.feedback.len() * 100)
        };
        assert_eq!(counts(&after.body), counts(&before.body), "{lang}");
        // Written again it is the same: whoever opens the file goes on where it was.
        assert_eq!(Draft::of(&after.body, "mine", &after.envelope.title, lang), draft, "{lang}");
    }
}

#[test]
fn what_is_missing_is_told_with_its_field() {
    #[track_caller]
    fn check(change: impl Fn(&mut Draft), expected: &[(&str, &str)]) {
        let mut draft = draft("en");
        change(&mut draft);
        let found = draft.troubles();
        let found: Vec<(&str, &str)> = found.iter().map(|(name, key)| (&**name, *key)).collect();
        assert_eq!(found, expected);
    }
    check(|draft| draft.set("title", " "), &[("title", "bad_missing")]);
    check(|draft| draft.set("consent", ""), &[("consent", "bad_missing")]);
    check(|draft| draft.set("cell", "1"), &[("cell", "setup_bad_cell")]);
    check(|draft| draft.set("cell", "five"), &[("cell", "setup_bad_cell")]);
    check(|draft| draft.set("cell", "٧"), &[]);
    check(|draft| draft.set("arms", "1\n2\n3\n4\n5\n6\n7"), &[("arms", "setup_bad_arms")]);
    check(|draft| draft.set("item0.0.options", "one"), &[("item0.0.options", "setup_bad_options")]);
    check(|draft| draft.set("item1.1.right", "9"), &[("item1.1.right", "setup_bad_right")]);
    check(|draft| draft.set("item1.1.right", ""), &[("item1.1.right", "setup_bad_right")]);
    check(|draft| draft.set("scale", "no"), &[("scale", "setup_bad_scale")]);
    check(|draft| draft.remove(Rows::Code, 0), &[]);
    let none = |draft: &mut Draft| (0..3).for_each(|_| draft.remove(Rows::Code, 0));
    check(none, &[("add-code", "setup_bad_code")]);
    let none = |draft: &mut Draft| (0..6).for_each(|_| draft.remove(Rows::Item, 0));
    check(none, &[("add-item", "setup_bad_items")]);
    // What is not there, as the second form of a study with one, has nothing wrong.
    let one_form = |draft: &mut Draft| {
        draft.set("parallel", "");
        draft.set("item0.1.options", "");
    };
    check(one_form, &[]);
}

#[test]
fn rows_come_and_go_and_keep_what_is_theirs() {
    let mut draft = draft("en");
    let (second, count) = (draft.get("item1.0.stem").to_owned(), draft.count(Rows::Item));
    let id = draft.get("item1.id").to_owned();
    draft.remove(Rows::Item, 0);
    assert_eq!((draft.get("item0.0.stem"), draft.get("item0.id")), (&*second, &*id));
    assert_eq!(draft.count(Rows::Item), count - 1);
    assert!(draft.add(Rows::Item));
    assert_eq!(draft.count(Rows::Item), count);
    assert_eq!(draft.troubles().len(), 4, "an empty item lacks words and answers in both forms");
    while draft.add(Rows::Item) {}
    assert_eq!(draft.count(Rows::Item), 40);
    let id = |n: usize| draft.get(&Rows::Item.field(n, "id")).to_owned();
    let mut ids: Vec<String> = (0..40).map(id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 40, "no two have one name");
}

#[test]
fn what_was_kept_comes_back_and_what_is_torn_does_not() {
    let draft = draft("kk");
    assert_eq!(Draft::restore(&draft.save()), Some(draft));
    assert_eq!(Draft::restore(&Json::Null), None);
    assert_eq!(Draft::restore(&Json::object([("title", "x".into())])), None);
    assert_eq!(Draft::restore(&Json::object([("id", 1_usize.into())])), None);
}

#[test]
fn different_codes_are_counted() {
    let mut draft = Draft::default();
    assert_eq!(draft.codes(), 1);
    for options in ["cat\ndog\n\n horse ", "", "red\nblue"] {
        let n = draft.count(Rows::Code);
        draft.add(Rows::Code);
        draft.set(&Rows::Code.field(n, "options"), options);
    }
    assert_eq!(draft.codes(), 60);
}
