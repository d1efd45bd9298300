use adil::Json;
use adil::content::Document;
use adil::json::{Cursor, FromJson, Warnings};

use super::*;

const STUDY: &str = r#"{
  "format": "adil", "formatVersion": 1, "kind": "study", "id": "s", "title": "S", "consent": "Read",
  "arms": [{"id": "one", "text": "One"}, {"id": "two", "text": "Two"}],
  "waves": [{"id": "before", "text": "Before"}, {"id": "after", "text": "After"}],
  "forms": [
    {"id": "A", "items": [
      {"id": "x", "stem": "X", "right": "a", "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]},
      {"id": "y", "stem": "Y", "right": "b", "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}]},
    {"id": "B", "items": [
      {"id": "x", "stem": "X2", "right": "b", "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]},
      {"id": "y", "stem": "Y2", "right": "b", "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}]}],
  "attitudes": [{"id": "t", "text": "T", "reversed": true}],
  "scale": ["No", "Between", "Yes"],
  "code": [{"id": "animal", "text": "Animal", "options": [{"id": "cat", "text": "Cat"}, {"id": "dog", "text": "Dog"}]},
    {"id": "door", "text": "Door"}],
  "smallestCell": 5,
  "fidelity": [{"id": "time", "text": "Time"}],
  "feedback": [{"id": "fit", "text": "Fit"}, {"id": "cut", "text": "Cut", "words": true}]
}"#;

fn read(text: &str) -> Result<Study, String> {
    let json: Json = serde_json::from_str(text).unwrap();
    let document = Document::<Study>::read(&Cursor::top(&json, &Warnings::default()));
    document.map(|document| document.body).map_err(|problem| problem.to_string())
}

/// Answers of a pupil: the options for x and y, empty for skipped, and a step.
fn answered(n: usize, code: &str, wave: usize, [x, y]: [&str; 2], step: Option<usize>) -> Answers {
    let items = [("x", x), ("y", y)].into_iter().filter(|(_, option)| !option.is_empty());
    Answers {
        id: format!("{wave}-{n}"),
        code: code.into(),
        arm: 0,
        wave,
        form: wave,
        items: items.map(|(id, option)| (id.into(), option.into())).collect(),
        attitudes: step.map(|step| ("t".into(), step)).into_iter().collect(),
        open: vec![("o".into(), "a secret".into())],
    }
}

/// Six pupils who answer both times; before all have half of it, after all of it.
fn class() -> Vec<Answers> {
    let before = (0..6).map(|n| answered(n, &format!("c{n}"), 0, ["a", "a"], Some(n % 3)));
    let after = (0..6).map(|n| answered(n, &format!("c{n}"), 1, ["b", "b"], Some(2)));
    before.chain(after).collect()
}

#[test]
fn the_report_has_pairs_scores_items_and_opinions() {
    let study = read(STUDY).unwrap();
    let reports = study.report(&class());
    assert_eq!(reports.len(), 1, "nobody answered in the other arm");
    let report = &reports[0];
    assert_eq!(
        (report.n, report.matched, report.alone, report.equal_codes),
        ([6, 6], 6, [0, 0], 0)
    );
    let scores = report.scores.unwrap();
    assert_eq!((scores.n, scores.before, scores.after, scores.gain), (6, 1.0, 2.0, Some(1.0)));
    assert_eq!(report.items[0].right, [Some(1.0), Some(1.0)]);
    assert!(report.items[0].ceiling && !report.items[1].ceiling);
    assert_eq!(report.items[1].right, [Some(0.0), Some(1.0)]);
    let opinion = &report.attitudes[0];
    // Two chose each step before: all are small. After, all chose the last.
    assert_eq!(opinion.steps, [vec![None, None, None], vec![Some(0), Some(0), Some(6)]]);
    assert_eq!(opinion.median, [Some(2.0), Some(3.0)]);
}

#[test]
fn codes_match_and_equal_ones_match_nobody() {
    let study = read(STUDY).unwrap();
    let mut answers = class();
    answers.push(answered(9, "c0", 1, ["b", "b"], None));
    answers.push(answered(10, "left", 0, ["a", "a"], None));
    answers.push(answered(11, "came", 1, ["b", "b"], None));
    let report = study.report(&answers).remove(0);
    assert_eq!((report.matched, report.alone, report.equal_codes), (5, [1, 1], 3));
    assert_eq!(report.scores.map(|scores| scores.n), Some(5));
}

#[test]
fn a_skipped_item_is_not_right_and_who_skipped_all_has_no_score() {
    let study = read(STUDY).unwrap();
    let score = |options| answered(0, "c", 0, options, None).score(&study);
    assert_eq!(score(["a", "b"]), Some(2.0));
    assert_eq!(score(["a", ""]), Some(1.0));
    assert_eq!(score(["", "a"]), Some(0.0));
    assert_eq!(score(["", ""]), None);
}

#[test]
fn nothing_is_shown_of_a_group_that_is_too_small() {
    let study = read(STUDY).unwrap();
    let few: Vec<Answers> =
        class().into_iter().filter(|one| !["c4", "c5"].contains(&one.code.as_str())).collect();
    let report = study.report(&few).remove(0);
    assert_eq!((report.matched, report.scores), (4, None));
    assert_eq!(report.items[0].right, [None, None]);
    assert_eq!(report.attitudes[0].median, [None, None]);
    assert_eq!(report.attitudes[0].steps[1], [Some(0), Some(0), None]);
}

#[test]
fn one_hidden_step_hides_another() {
    let study = read(STUDY).unwrap();
    let steps = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2];
    let answers: Vec<Answers> = steps
        .iter()
        .enumerate()
        .map(|(n, step)| answered(n, &format!("c{n}"), 0, ["a", "a"], Some(*step)))
        .collect();
    let report = study.report(&answers).remove(0);
    assert_eq!(report.attitudes[0].steps[0], [Some(7), None, None]);
}

#[test]
fn a_file_has_codes_and_answers_but_nothing_in_words() {
    let study = read(STUDY).unwrap();
    let mut device = Device { answers: class(), ..Device::default() };
    device.sheet.fidelity.push(("time".into(), true));
    device.sheet.ratings.push(("fit".into(), 4));
    device.sheet.words.push(("cut".into(), "another secret".into()));
    let kept = Device::restore(&study, &device.save(true));
    assert_eq!(kept, device);
    let text = adil::json::write(&write_answers(&device, "s", "1"));
    assert!(!text.contains("secret"));
    let json: Json = serde_json::from_str(&text).unwrap();
    let opened = read_answers(&study, &json, "s").unwrap();
    assert_eq!(opened.answers.len(), 12);
    let sheets = [opened.sheet];
    assert_eq!(study.fidelity(&sheets), [(1, 1)]);
    assert_eq!(study.ratings(&sheets), [(Some(4.0), 1)]);
    assert_eq!(read_answers(&study, &json, "t").map(drop), Err("answers_other"));
    assert_eq!(read_answers(&study, &Json::Null, "s").map(drop), Err("answers_none"));
}

#[test]
fn answers_that_are_none_are_left_out() {
    let study = read(STUDY).unwrap();
    let check = |text: &str, count: usize| {
        let json = serde_json::from_str(&format!("{{\"answers\": {text}}}")).unwrap();
        assert_eq!(Device::restore(&study, &json).answers.len(), count, "{text}");
    };
    check("7", 0);
    check("[7, null, {}]", 0);
    check(r#"[{"id": "a", "code": "c", "arm": 0, "wave": 1, "form": 1}]"#, 1);
    check(r#"[{"id": "a", "code": "c", "arm": 2, "wave": 1, "form": 1}]"#, 0);
    check(r#"[{"id": "a", "code": "c", "arm": 0, "wave": 2, "form": 1}]"#, 0);
    check(r#"[{"id": "a", "code": "", "arm": 0, "wave": 1, "form": 1}]"#, 0);
    let twice = r#"{"id": "a", "code": "c", "arm": 0, "wave": 1, "form": 1}"#;
    check(&format!("[{twice}, {twice}]"), 1);
}

#[test]
fn the_data_have_a_row_for_each_answer_and_no_code() {
    let study = read(STUDY).unwrap();
    let mut answers = class();
    answers.push(answered(9, "alone", 0, ["", "b"], None));
    let table = crate::model::table(&study.data(&answers));
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "arm,wave,form,pair,item_x,item_y,score,att_t");
    assert_eq!(lines[1], "one,before,A,1,1,0,1,1");
    assert_eq!(lines[7], "one,before,A,,,1,1,");
    assert_eq!(lines[8], "one,after,B,1,1,1,2,3");
    assert_eq!(lines.len(), 14);
    assert!(!table.contains("c0") && !table.contains("alone"));
    let words = |key: &str| key.to_owned();
    let dictionary = study.dictionary("en", &words);
    let names: Vec<String> = dictionary
        .iter()
        .skip(1)
        .map(|row| match &row[0] {
            crate::model::Cell::Plain(n) | crate::model::Cell::Text(n) => n.clone(),
        })
        .collect();
    assert_eq!(names.join(","), lines[0]);
}

#[test]
fn mistakes_of_authors_have_a_place() {
    let check = |from: &str, to: &str, expected: &str| {
        assert!(STUDY.contains(from), "{from}");
        assert_eq!(read(&STUDY.replacen(from, to, 1)).unwrap_err(), expected);
    };
    check(
        ", {\"id\": \"after\", \"text\": \"After\"}",
        "",
        "waves: expected 2 to 2 of them, found 1",
    );
    check(
        "\"stem\": \"Y2\", \"right\": \"b\"",
        "\"stem\": \"Y2\", \"right\": \"c\"",
        "forms[1].items[1].right: expected the id of an option, found \"c\"",
    );
    check(
        "\"id\": \"y\", \"stem\": \"Y2\"",
        "\"id\": \"z\", \"stem\": \"Y2\"",
        "forms[1].items: expected items with the same ids, in the same order, as those of the first \
         form, found others",
    );
    check(
        "\"smallestCell\": 5",
        "\"smallestCell\": 1",
        "smallestCell: expected a whole number from 2 to 50, found 1",
    );
    check(
        "\"scale\": [\"No\", \"Between\", \"Yes\"]",
        "\"scale\": []",
        "scale: expected 2 to 7 of them, found 0",
    );
}

#[test]
fn answers_travel_as_a_code_and_count_once_beside_their_file() {
    let study = read(STUDY).unwrap();
    for one in class() {
        let code = study.code_of(&one, "s").unwrap();
        let again = study.answers_of(&code.to_lowercase(), "s").unwrap();
        assert_eq!((again.arm, again.wave, again.form), (one.arm, one.wave, one.form));
        assert_eq!((&again.items, &again.attitudes), (&one.items, &one.attitudes));
        assert_eq!(again.code, compared(&one.code));
        assert_eq!(again.id, code.replace('-', ""));
        assert_eq!(study.answers_of(&code, "t"), Err(Refused::Foreign));
        assert_eq!(study.answers_of(&code[1..], "s"), Err(Refused::Shape));
        let mut wrong = code.clone();
        wrong.replace_range(0..1, if code.starts_with('2') { "3" } else { "2" });
        assert_eq!(study.answers_of(&wrong, "s"), Err(Refused::Check));
    }
    assert_eq!(compared(&compared("cat-7-blue")), compared("cat-7-blue"));
}

/// The sheet that people read is made from these names.
#[test]
fn nothing_is_kept_but_what_people_read_of() {
    let mut device = Device::default();
    device.add(answered(1, "cat-2", 0, ["a", "b"], Some(1)));
    let saved = device.save(true);
    let names = |json: Option<&Json>| match json {
        Some(Json::Object(fields)) => fields.iter().map(|(name, _)| name.clone()).collect(),
        _ => Vec::new(),
    };
    let first = saved.get("answers").and_then(|all| all.list().first());
    let kept = [names(first), names(saved.get("sheet"))].concat();
    let told: Vec<&str> = STUDY_KEPT.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    assert_eq!(kept, told);
}
