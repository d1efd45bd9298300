use adil::Json;
use adil::content::{Day, Document};
use adil::json::{Cursor, FromJson, Warnings};

use super::*;

/// A small shop.
const SHOP: &str = r#"{
  "format": "adil", "formatVersion": 1, "kind": "record", "id": "shop", "title": "Shop",
  "currency": "KZT", "oncePerDay": true,
  "fields": [
    {"id": "day", "type": "date", "label": "Day"},
    {"id": "goods", "type": "goods", "label": "Goods", "goods": [
      {"id": "pen", "name": "Pen", "price": "150"}, {"id": "cup", "name": "Cup", "price": "50"}]},
    {"id": "found", "type": "money", "label": "Found", "by": [
      {"id": "pupil", "text": "Pupil"}, {"id": "teacher", "text": "Teacher"}]},
    {"id": "type", "type": "choice", "label": "Type", "optional": true, "options": [
      {"id": "a", "text": "A"}, {"id": "b", "text": "B"}, {"id": "c", "text": "C"}]},
    {"id": "reached", "type": "number", "label": "Reached", "optional": true},
    {"id": "remark", "type": "remark", "label": "Remark", "optional": true}
  ],
  "measures": [
    {"id": "sold", "label": "Sold", "sum": "goods.sold"},
    {"id": "expected", "label": "Expected", "sum": "goods.expected"},
    {"id": "found", "label": "Found", "sum": "found"},
    {"id": "rate", "label": "Rate", "share": "found", "of": "expected", "hiddenIf": "sold < 10"},
    {"id": "weeks", "label": "Weeks", "count": "weeks"},
    {"id": "reached", "label": "Reached", "sum": "reached", "hiddenIf": "reached > 0 and reached < 5"},
    {"id": "a", "label": "A", "count": "entries", "where": {"field": "type", "is": ["a"]}}
  ],
  "headline": "rate",
  "charts": [{"measure": "rate", "by": "week"}, {"measure": "reached", "by": "type"}],
  "prompts": [{"if": "rate >= 98", "text": "High"}, {"if": "rate >= 90", "text": "Middle"}, {"text": "Low"}],
  "badges": [{"id": "two", "title": "Two weeks", "text": "Counted for two weeks", "if": "weeks >= 2"}],
  "report": ["day", "remark"]
}"#;

fn read(text: &str) -> Result<Record, String> {
    let json: Json = serde_json::from_str(text).unwrap();
    let document = Document::<Record>::read(&Cursor::top(&json, &Warnings::default()));
    document.map(|document| document.body).map_err(|problem| problem.to_string())
}

/// The small shop.
pub fn record() -> Record {
    read(SHOP).unwrap()
}

fn sale(day: &str, sold: i64, found: i64) -> Entry {
    let line = Line { good: "pen".into(), price: 15_000, out: sold, back: 0 };
    let values =
        vec![("goods".into(), Value::Goods(vec![line])), ("found".into(), Value::Whole(found))];
    let day = Day::parse(day).unwrap();
    Entry { id: format!("e{}", day.number()), version: 1, gone: false, day, values }
}

fn activity(n: u32, kind: &str, reached: i64) -> Entry {
    let values =
        vec![("type".into(), Value::Text(kind.into())), ("reached".into(), Value::Whole(reached))];
    let day = Day::parse("2026-11-02").unwrap().plus(n);
    Entry { id: format!("a{n}"), version: 1, gone: false, day, values }
}

fn figure(record: &Record, entries: &[Entry], id: &str) -> Figure {
    let place = record.measures.iter().position(|measure| measure.id.as_str() == id).unwrap();
    record.figures(&entries.iter().collect::<Vec<_>>()).get(place)
}

#[test]
fn sums_are_exact_and_the_rate_is_what_was_found_of_what_was_expected() {
    let record = record();
    let entries = [sale("2026-11-23", 7, 105_000), sale("2026-11-24", 5, 74_900)];
    assert_eq!(figure(&record, &entries, "sold"), Figure::Whole(12));
    assert_eq!(figure(&record, &entries, "expected"), Figure::Money(180_000));
    assert_eq!(figure(&record, &entries, "found"), Figure::Money(179_900));
    assert_eq!(figure(&record, &entries, "rate"), Figure::Share(Some(179_900.0 / 180_000.0)));
    let too_much = [sale("2026-11-23", 10, 200_000)];
    assert_eq!(figure(&record, &too_much, "rate"), Figure::Share(Some(1.0)));
}

#[test]
fn fewer_than_ten_sales_show_no_rate_and_say_nothing() {
    let record = record();
    let check = |sold: i64, found: i64, prompt: Option<&str>| {
        let entries = [sale("2026-11-23", sold, found)];
        let figures = record.figures(&entries.iter().collect::<Vec<_>>());
        let said = record.prompt(&figures).map(|prompt| prompt.text.source().get("en"));
        assert_eq!(said, prompt, "{sold} sold, {found} found");
    };
    check(9, 135_000, None);
    check(10, 150_000, Some("High"));
    // 97.6 is shown as 98, and what is shown decides.
    check(10, 146_400, Some("High"));
    check(10, 146_000, Some("Middle"));
    check(10, 134_300, Some("Middle"));
    check(10, 134_000, Some("Low"));
    check(10, 0, Some("Low"));
    assert_eq!(figure(&record, &[sale("2026-11-23", 9, 1)], "rate"), Figure::Hidden);
}

#[test]
fn weeks_are_the_rows_of_a_year() {
    let record = record();
    let entries = [
        sale("2026-11-27", 10, 150_000),
        sale("2026-11-30", 4, 60_000),
        sale("2026-12-01", 8, 100_000),
    ];
    let all: Vec<&Entry> = entries.iter().collect();
    let rows = record.rows(ChartBy::Week, &all);
    let sold: Vec<Figure> = rows.iter().map(|(_, figures)| figures.get(0)).collect();
    assert_eq!(sold, [Figure::Whole(10), Figure::Whole(12)]);
    let year = record.figures(&all);
    assert_eq!(
        record.earned(&year).map(|(badge, earned)| (badge.id.as_str(), earned)).collect::<Vec<_>>(),
        [("two", true)]
    );
    let first = record.figures(&all[..1]);
    assert!(record.earned(&first).all(|(_, earned)| !earned));
}

#[test]
fn a_hidden_group_cannot_be_reckoned_from_the_others() {
    let record = record();
    let check = |reached: [i64; 3], expected: [Figure; 3]| {
        let entries: Vec<Entry> = ["a", "b", "c"]
            .iter()
            .zip(reached)
            .zip(0..)
            .map(|((kind, reached), n)| activity(n, kind, reached))
            .collect();
        let rows = record.rows(ChartBy::Option(3), &entries.iter().collect::<Vec<_>>());
        let found: Vec<Figure> = rows.iter().map(|(_, figures)| figures.get(5)).collect();
        assert_eq!(found, expected, "{reached:?}");
    };
    check([30, 20, 5], [Figure::Whole(30), Figure::Whole(20), Figure::Whole(5)]);
    check([30, 20, 4], [Figure::Whole(30), Figure::Hidden, Figure::Hidden]);
    check([3, 20, 4], [Figure::Hidden, Figure::Whole(20), Figure::Hidden]);
    check([0, 20, 4], [Figure::Whole(0), Figure::Hidden, Figure::Hidden]);
}

#[test]
fn mistakes_of_authors_have_a_place() {
    let check = |from: &str, to: &str, expected: &str| {
        assert!(SHOP.contains(from), "{from}");
        assert_eq!(read(&SHOP.replacen(from, to, 1)).unwrap_err(), expected);
    };
    check(
        "\"KZT\"",
        "\"tenge\"",
        "currency: expected three capital letters such as KZT, found \"tenge\"",
    );
    check(
        "\"type\": \"date\"",
        "\"type\": \"remark\"",
        "fields: expected one field of the type date, found 0",
    );
    check(
        "\"price\": \"150\"",
        "\"price\": \"150.505\"",
        "fields[1].goods[0].price: expected a price such as \"150\", found \"150.505\"",
    );
    check(
        "{\"id\": \"pupil\", \"text\": \"Pupil\"}, ",
        "",
        "fields[2].by: expected two roles, found 1",
    );
    check(
        "\"sum\": \"goods.sold\"",
        "\"sum\": \"goods\"",
        "measures[0].sum: expected the id of a field with numbers or money, or that of goods with \
         .sold or .expected, found \"goods\"",
    );
    check(
        "\"of\": \"expected\"",
        "\"of\": \"weeks\"",
        "measures[3].of: expected the id of an earlier measure that is a sum or a count, found \"weeks\"",
    );
    check(
        "sold < 10",
        "sold < ten",
        "measures[3].hiddenIf: column 8: expected one of the names sold, expected, found, rate, \
         weeks, reached, a, found ten",
    );
    check(
        "\"is\": [\"a\"]",
        "\"is\": [\"d\"]",
        "measures[6].where.is: expected ids of options of this field, found \"d\"",
    );
    check(
        "\"count\": \"weeks\"",
        "\"count\": \"weeks\", \"sum\": \"found\"",
        "measures[4]: expected one of sum, count and share, found several",
    );
    check(
        "\"by\": \"week\"",
        "\"by\": \"month\"",
        "charts[0].by: expected week, year, or the id of a field that is a choice, found \"month\"",
    );
    check(
        "\"headline\": \"rate\"",
        "\"headline\": \"rates\"",
        "headline: expected the id of a measure, found \"rates\"",
    );
    check(
        "[\"day\", \"remark\"]",
        "[\"day\", \"name\"]",
        "report[1]: expected the id of a field, found \"name\"",
    );
    check(
        "{\"id\": \"sold\", \"label\": \"Sold\"",
        "{\"id\": \"sold-1\", \"label\": \"Sold\"",
        "measures[0].id: expected a name of letters a to z, digits and _, which rules can use, found \
         \"sold-1\"",
    );
}

#[test]
fn a_file_is_opened_again_and_others_are_refused() {
    let mut log = Log::new("k");
    log.put(sale("2026-11-23", 7, 105_000));
    log.about.name = "School 7".into();
    log.about.version = 1;
    let file = write_file(&log, "shop", "1");
    let text = adil::json::write(&file);
    let again: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(read_file(&again, "shop"), Ok(log));
    assert_eq!(read_file(&again, "other"), Err("file_other"));
    assert_eq!(read_file(&Json::Null, "shop"), Err("file_none"));
    let newer = text.replace("\"formatVersion\":1", "\"formatVersion\":2");
    assert_eq!(read_file(&serde_json::from_str(&newer).unwrap(), "shop"), Err("file_newer"));
    assert_eq!(read_file(&write_file(&Log::default(), "shop", "1"), "shop"), Err("file_empty"));
}

#[test]
fn files_of_one_group_count_once() {
    let record = record();
    let log = |key: &str, name: &str, days: &[&str]| {
        let mut log = Log::new(key);
        log.about.name = name.into();
        days.iter().for_each(|day| assert!(log.put(sale(day, 10, 150_000))));
        log
    };
    let mut merged = Merged::default();
    assert_eq!(merged.add(log("b", "Beta", &["2026-11-23"])), Added::New);
    assert_eq!(merged.add(log("a", "Alpha", &["2026-11-23"])), Added::New);
    assert_eq!(merged.add(log("b", "Beta", &["2026-11-23", "2026-11-24"])), Added::Again);
    merged.sort(str::cmp);
    let names: Vec<&str> = merged.groups().iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names, ["Alpha", "Beta"]);
    let (each, all) = merged.figures(&record, merged.years(9)[0]);
    assert_eq!(
        each.iter().map(|figures| figures.get(0)).collect::<Vec<_>>(),
        [Figure::Whole(10), Figure::Whole(20)]
    );
    assert_eq!(all.get(0), Figure::Whole(30));
    merged.remove(0);
    assert_eq!(merged.groups().len(), 1);
}
