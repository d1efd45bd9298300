//! Runs that are resumed after their file was edited.

use adil::content::{Document, open};

use super::super::{Mode, Response};
use super::*;

fn fold(text: &str, _: crate::model::Folding) -> String {
    text.to_owned()
}

fn document(settings: &str, ids: &[&str]) -> Document<Quiz> {
    let item = |id: &&str| {
        format!(
            r#"{{"id": "{id}", "type": "single", "stem": "?", "options": [
                {{"text": "right {id}", "score": 1}}, {{"text": "wrong"}}]}}"#
        )
    };
    let items: Vec<String> = ids.iter().map(item).collect();
    let text = format!(
        r#"{{"format": "adil", "formatVersion": 1, "kind": "quiz", "id": "q", "title": "Q",
            "settings": {{{settings}}}, "items": [{}]}}"#,
        items.join(",")
    );
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    open("quiz.json", &text, parse).unwrap().0
}

/// A run over the items of a file, with the first ones answered rightly and the next one shown.
fn run(settings: &str, ids: &[&str], answered: usize) -> Json {
    let document = document(settings, ids);
    let rules = Rules::new(&document, Mode::Learn, None);
    let mut run = Run::new(&document.body, &rules, 7, 7);
    run.started = answered > 0;
    for at in 0..answered {
        run.at = at;
        run.respond(Response::Chosen(vec![0]));
        run.check(&document.body, &rules, "en", fold);
    }
    run.at = answered.min(run.answers.len() - 1);
    save(&document.body, &run)
}

/// The items of the run when it is resumed with an edited file, and the one that is shown.
fn resumed(kept: &Json, settings: &str, ids: &[&str]) -> (Vec<String>, String) {
    let document = document(settings, ids);
    let rules = Rules::new(&document, Mode::Learn, None);
    let (run, _) = resume(&document.body, &rules, kept).unwrap();
    let id = |answer: &Answer| document.body.items[answer.item].id().to_owned();
    (run.answers.iter().map(id).collect(), id(&run.answers[run.at]))
}

#[track_caller]
fn check(before: &[&str], answered: usize, after: &[&str], items: &[&str], shown: &str) {
    let (found, at) = resumed(&run("", before, answered), "", after);
    assert_eq!((found, at.as_str()), (items.iter().map(|id| (*id).to_owned()).collect(), shown));
}

#[test]
fn new_items_join_where_the_learner_will_come_by() {
    check(&["a", "b"], 1, &["a", "b", "c"], &["a", "b", "c"], "b");
    check(&["a", "b", "c"], 1, &["a", "b", "x", "c"], &["a", "b", "x", "c"], "b");
    check(&["a", "b", "c"], 1, &["x", "a", "y", "b", "c"], &["a", "b", "c", "x", "y"], "b");
    // Nobody has begun yet.
    check(&["a", "b"], 0, &["x", "a", "b"], &["x", "a", "b"], "x");
    // The order that the learner saw stays.
    check(&["a", "b", "c"], 2, &["c", "b", "a", "d"], &["a", "b", "c", "d"], "c");
}

#[test]
fn the_learner_stays_with_the_item_that_was_shown() {
    check(&["a", "b", "c", "d"], 2, &["b", "c", "d"], &["b", "c", "d"], "c");
    check(&["a", "b", "c", "d"], 2, &["a", "b", "d"], &["a", "b", "d"], "d");
    check(&["a", "b", "c"], 2, &["a", "b"], &["a", "b"], "b");
}

#[test]
fn no_item_joins_a_run_of_some_or_one_that_is_over() {
    let picked = run(r#""pick": 2"#, &["a", "b", "c"], 1);
    assert_eq!(resumed(&picked, r#""pick": 2"#, &["a", "b", "c", "d"]).0.len(), 2);
    // Two of three were picked, and one of them is gone.
    let all = run(r#""pick": 3"#, &["a", "b", "c"], 1);
    let (items, _) = resumed(&all, r#""pick": 3"#, &["a", "b", "d", "e"]);
    assert_eq!(items, ["a", "b", "d"], "as many as are to be picked");
    let before = document("", &["a", "b"]);
    let rules = Rules::new(&before, Mode::Learn, None);
    let mut over = Run::new(&before.body, &rules, 7, 7);
    over.finish(&before.body, &rules, "en", fold);
    assert_eq!(resumed(&save(&before.body, &over), "", &["a", "b", "c"]).0, ["a", "b"]);
    let again = Run::new(&before.body, &rules, 7, 7).missed(&before.body, 8, 8);
    assert_eq!(resumed(&save(&before.body, &again), "", &["a", "b", "c"]).0, ["a", "b"]);
}

#[test]
fn in_a_shuffled_run_new_items_come_last() {
    let shuffled = run(r#""shuffle": true"#, &["a", "b", "c"], 1);
    let (items, _) = resumed(&shuffled, r#""shuffle": true"#, &["x", "a", "b", "c"]);
    assert_eq!(items.last().map(String::as_str), Some("x"));
}

#[test]
fn an_answer_that_lost_its_option_is_given_anew_and_no_other() {
    let kept = run("", &["a", "b"], 2);
    let text = adil::json::write(&kept);
    let after = document("", &["a", "b"]);
    let rules = Rules::new(&after, Mode::Learn, None);
    let whole = resume(&after.body, &rules, &kept).unwrap();
    assert!(!whole.1 && whole.0.answers.iter().all(|answer| answer.checked));
    // Both options of "a" were rewritten.
    let number = adil::random::Random::number_of("right a").to_string();
    let edited = serde_json::from_str(&text.replace(&number, "1")).unwrap();
    let (run, lost) = resume(&after.body, &rules, &edited).unwrap();
    let [a, b] = run.answers.as_slice() else { panic!("{run:?}") };
    assert!(lost && a.response.is_empty() && !a.checked && a.attempts == 0 && a.best <= 0.0);
    assert!(b.checked && b.best >= 1.0);
}

// One tab was opened before the file was edited, one after it.
#[test]
fn tabs_with_two_editions_of_a_file_go_on_together() {
    let (old, new) = (document("", &["a", "b"]), document("", &["x", "a", "b"]));
    let rules = Rules::new(&old, Mode::Learn, None);
    let kept = run("", &["a", "b"], 1);
    let mut early = resume(&old.body, &rules, &kept).unwrap().0;
    let late = resume(&new.body, &rules, &kept).unwrap().0;
    early.respond(Response::Chosen(vec![1]));
    let heard = resume(&new.body, &rules, &save(&old.body, &early)).unwrap().0;
    let merged = merge(&late, heard).unwrap();
    assert_eq!(merged.answers.len(), 3);
    assert_eq!(merged.answers[1].response, Response::Chosen(vec![1]));
}
