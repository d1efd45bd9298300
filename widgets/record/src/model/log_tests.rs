use adil::content::Day;
use proptest::prelude::*;

use super::super::entry::Value;
use super::*;

fn entry(id: &str, day: u32, found: i64) -> Entry {
    let values = vec![("found".to_owned(), Value::Whole(found))];
    Entry { id: id.into(), version: 1, gone: false, day: Day::first().plus(day), values }
}

fn ids(log: &Log) -> Vec<&str> {
    log.entries().iter().map(|entry| entry.id.as_str()).collect()
}

#[test]
fn entries_are_written_changed_deleted_and_brought_back() {
    let mut log = Log::default();
    assert!(log.put(entry("a", 3, 10)) && log.put(entry("b", 5, 20)));
    assert_eq!(ids(&log), ["b", "a"], "the newest day is first");
    assert!(log.put(entry("a", 6, 11)));
    assert_eq!(ids(&log), ["a", "b"]);
    let before = log.delete("a").unwrap();
    assert_eq!((log.count(), log.delete("a")), (1, None));
    assert!(log.put(before));
    assert_eq!(log.find("a").and_then(|entry| entry.whole("found")), Some(11));
    assert!(log.has_day(&Day::first().plus(5), "a") && !log.has_day(&Day::first().plus(5), "b"));
}

#[test]
fn a_record_takes_so_many_entries_and_no_more() {
    let mut log = Log::default();
    for n in 0..MOST_ENTRIES {
        assert!(log.put(entry(&format!("e{n}"), 1, 1)));
    }
    assert!(!log.put(entry("more", 1, 1)));
    assert!(log.put(entry("e0", 2, 2)), "what is there can still be changed");
}

#[test]
fn a_file_has_nothing_of_what_was_deleted() {
    let mut log = Log::default();
    log.put(entry("a", 3, 10));
    log.put(entry("b", 4, 20));
    log.delete("a");
    let file = Log::restore(&log.save(false));
    assert_eq!(
        (ids(&file), adil::json::write(&log.save(false)).contains("\"a\"")),
        (vec!["b"], false)
    );
    // In the tab a sign of it stays, so that another tab does not bring it back.
    let mut tab = Log::restore(&log.save(true));
    tab.join(&file);
    let mut old = Log::default();
    old.put(entry("a", 3, 10));
    tab.join(&old);
    assert_eq!(ids(&tab), ["b"]);
}

#[test]
fn what_is_no_record_is_an_empty_one() {
    for text in [
        "null",
        "7",
        "[]",
        "{}",
        r#"{"entries": 7}"#,
        r#"{"entries": [7, null, {}]}"#,
        r#"{"entries": [{"id": "a b", "version": 1, "day": "2026-11-30"}]}"#,
        r#"{"entries": [{"id": "a", "version": -1, "day": "2026-11-30"}]}"#,
        r#"{"entries": [{"id": "a", "version": 1, "day": "2026-11-31"}]}"#,
        r#"{"key": 7, "about": 7}"#,
    ] {
        let log = Log::restore(&serde_json::from_str(text).unwrap());
        assert_eq!(log, Log::default(), "{text}");
    }
}

#[test]
fn values_that_are_none_are_left_out() {
    let text = r#"{"entries": [{"id": "a", "version": 1, "day": "2026-11-30", "values": {
        "found": 5, "found2": 1.5, "list": [["pen", 5, 2, 3]], "flag": true, "huge": 1e300,
        "goods": [["pen", 5, 3, 1]]}}]}"#;
    let log = Log::restore(&serde_json::from_str(text).unwrap());
    let entry = log.find("a").unwrap();
    assert_eq!(
        entry.values.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
        ["found", "goods"]
    );
    assert_eq!(entry.goods("goods")[0].expected(), 10);
}

fn logs() -> impl Strategy<Value = Log> {
    let one = ("[a-d]", 0_u32..9, 0_i64..4, 1_u32..4, any::<bool>());
    (proptest::collection::vec(one, 0..8), "[x-z]?").prop_map(|(list, key)| {
        let mut log = Log { key, ..Log::default() };
        for (id, day, found, version, gone) in list {
            let mut entry = Entry { version, gone, ..entry(&id, day, found) };
            if gone {
                entry.values.clear();
            }
            log.join(&Log { all: vec![entry], ..Log::default() });
        }
        log
    })
}

fn joined(a: &Log, b: &Log) -> Json {
    let mut joined = a.clone();
    joined.join(b);
    joined.save(true)
}

proptest! {
    #[test]
    fn tabs_agree_whatever_the_order_in_which_they_hear(a in logs(), b in logs(), c in logs()) {
        prop_assert_eq!(joined(&a, &b), joined(&b, &a));
        prop_assert_eq!(joined(&a, &a), a.save(true));
        let ab = Log::restore(&joined(&a, &b));
        let bc = Log::restore(&joined(&b, &c));
        prop_assert_eq!(joined(&ab, &c), joined(&a, &bc));
    }

    #[test]
    fn what_is_kept_comes_back(log in logs()) {
        prop_assert_eq!(Log::restore(&log.save(true)).save(true), log.save(true));
    }
}
