#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::*;
use crate::model::Plan;
use adil::content::open;

fn plan(minutes: &[u32]) -> Plan {
    let block = |(n, minutes): (usize, &u32)| serde_json::json!({ "id": format!("b{n}"), "title": "A block", "minutes": minutes });
    let blocks: Vec<_> = minutes.iter().enumerate().map(block).collect();
    let file = serde_json::json!({ "format": "adil", "formatVersion": 1, "kind": "plan",
        "id": "a", "title": "A plan", "blocks": blocks });
    let parse = |text: &str| serde_json::from_str(text).map_err(|error| error.to_string());
    open::<Plan>("plan", &file.to_string(), parse).unwrap().0.body
}

#[test]
fn nothing_is_kept_but_what_people_read_of() {
    let plan = plan(&[2]);
    let variant = &plan.variants[0];
    let Json::Object(kept) = Agenda::new(variant).save(variant, 0.0) else { panic!("no object") };
    assert_eq!(kept.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), LESSON_KEPT);
}

#[test]
fn time_is_counted_while_the_clock_runs() {
    let plan = plan(&[2, 3]);
    let mut agenda = Agenda::new(&plan.variants[0]);
    assert!(!agenda.pass(MINUTE), "the clock stands");
    assert_eq!((agenda.left(), agenda.has_begun()), (2 * MINUTE, false));
    agenda.run(true);
    assert!(!agenda.pass(MINUTE));
    assert!(agenda.pass(MINUTE), "the time is over");
    assert!(!agenda.pass(MINUTE), "that is said once");
    assert_eq!((agenda.block(), agenda.left()), (Some(0), -MINUTE), "it does not end by itself");
    assert_eq!(agenda.left_of_all(), 3 * MINUTE);
    agenda.add_minute();
    assert_eq!(agenda.left(), MINUTE, "a minute is a minute");
    agenda.next();
    assert_eq!((agenda.block(), agenda.left(), agenda.is_running()), (Some(1), 3 * MINUTE, true));
    agenda.next();
    assert_eq!((agenda.block(), agenda.is_running(), agenda.left_of_all()), (None, false, 0));
    agenda.back();
    assert_eq!(agenda.block(), Some(1));
}

#[test]
fn back_begins_the_block_anew_or_goes_to_the_one_before() {
    let plan = plan(&[2, 3]);
    let mut agenda = Agenda::new(&plan.variants[0]);
    agenda.run(true);
    agenda.next();
    agenda.pass(10_000);
    agenda.back();
    assert_eq!((agenda.block(), agenda.left()), (Some(1), 3 * MINUTE));
    agenda.back();
    assert_eq!(agenda.block(), Some(0));
    agenda.back();
    assert_eq!(agenda.block(), Some(0));
}

/// A reload in the middle, a clock that was set, a laptop that was opened the next morning.
#[test]
fn a_kept_lesson_goes_on() {
    let plan = plan(&[2, 3]);
    let variant = &plan.variants[0];
    let mut agenda = Agenda::new(variant);
    agenda.run(true);
    agenda.pass(30_000);
    let kept = agenda.save(variant, 1_000_000.0);
    let check = |after: f64, left: i64, runs: bool| {
        let restored = Agenda::restore(variant, &kept, 1_000_000.0 + after);
        assert_eq!((restored.left(), restored.is_running()), (left, runs), "after {after}");
    };
    check(0.0, 90_000, true);
    check(5_000.0, 85_000, true);
    check(-3_600_000.0, 90_000, true);
    check(100_000.0, -10_000, true);
    check(10.0 * 3_600_000.0, 90_000, false);
}

#[test]
fn a_kept_lesson_follows_its_authors_edits() {
    let before = plan(&[2, 3, 4]);
    let mut agenda = Agenda::new(&before.variants[0]);
    agenda.next();
    agenda.run(true);
    agenda.add_minute();
    agenda.pass(10_000);
    let kept = agenda.save(&before.variants[0], 0.0);
    let after = plan(&[2, 10]);
    let restored = Agenda::restore(&after.variants[0], &kept, 0.0);
    assert_eq!((restored.block(), restored.left()), (Some(1), 10 * MINUTE - 10_000));
    let gone = plan(&[2]);
    assert_eq!(Agenda::restore(&gone.variants[0], &kept, 0.0), Agenda::new(&gone.variants[0]));
    let is_gone = |plan: &Plan, kept: &Json| Agenda::is_gone(&plan.variants[0], kept);
    assert!(is_gone(&gone, &kept) && !is_gone(&after, &kept) && !is_gone(&before, &Json::Null));
    let over = {
        agenda.go(9);
        agenda.save(&before.variants[0], 0.0)
    };
    assert_eq!(Agenda::restore(&before.variants[0], &over, 0.0).block(), None);
}

#[test]
fn what_is_no_kept_lesson_is_none() {
    let plan = plan(&[2]);
    let variant = &plan.variants[0];
    for kept in [
        Json::Null,
        Json::object([("block", 7.0.into())]),
        Json::object([
            ("block", "b0".into()),
            ("spent", (-1e300).into()),
            ("at", "x".into()),
            ("lengths", Json::List(vec![Json::Null, Json::List(vec!["b0".into(), 1e300.into()])])),
        ]),
    ] {
        let restored = Agenda::restore(variant, &kept, 5.0);
        assert!(restored.left() >= 0 && !restored.is_running(), "{kept:?}");
    }
}
