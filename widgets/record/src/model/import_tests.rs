use super::*;
use crate::model::entries_table;
use adil::content::{Document, open};
use adil::csv::table;

fn example(text: &str) -> Document<Record> {
    let parse = |text: &str| serde_json::from_str(text).map_err(|error| error.to_string());
    open::<Record>("record.json", text, parse).unwrap().0
}

fn shop() -> Record {
    example(include_str!("../../examples/honesty-shop.json")).body
}

fn club() -> Record {
    example(include_str!("../../examples/our-club.json")).body
}

fn parts() -> [String; 3] {
    ["Price", "Put out", "Came back"].map(str::to_owned)
}

fn read(record: &Record, text: &str, log: &Log) -> Result<Vec<Entry>, Refusal> {
    let today = Day::parse("2026-11-30").unwrap();
    Table {
        record,
        goods: record.goods(),
        today: &today,
        parts: &parts(),
        lower: &str::to_lowercase,
    }
    .entries(text, log)
}

const SHOP: &str = "Day,Notebook: Price,Notebook: Put out,Notebook: Came back,Money found in the box\n\
    2026-11-23,120.00,20,8,1440.00\n";

#[test]
fn a_table_that_was_saved_here_is_read_in_each_language() {
    let record = shop();
    let made = read(&record, SHOP, &Log::default()).unwrap();
    let mut log = Log::new("a");
    made.iter().for_each(|entry| _ = log.put(entry.clone()));
    let entries = log.entries();
    for lang in ["en", "ru", "kk", "ar"] {
        let rows = entries_table(&record, &entries, record.goods(), lang, &parts());
        let again = read(&record, &table(&rows), &Log::default()).unwrap();
        assert_eq!(again, made, "{lang}");
        assert_eq!(
            read(&record, &table(&rows), &log),
            Ok(vec![]),
            "what is there is not taken twice"
        );
    }
    assert_eq!(made[0].goods("goods")[0].expected(), 144_000);
    assert_eq!(made[0].whole("found"), Some(144_000));
}

#[test]
fn a_table_that_a_group_kept_by_itself_is_read() {
    let record = club();
    let text = "№;День;ЧТО МЫ СДЕЛАЛИ;Для кого;Сколько было людей;Результат, без имён\n\
        1;15.10.2026;Дебаты;Старшие классы;24;Спорили о списке\n\
        2;2026-10-16 00:00;poster;primary;31;\"Один; на стене\"\n\
        3;16.10.2026;Плакат;Начальные классы;31;\"Один; на стене\"\n";
    let made = read(&record, text, &Log::default()).unwrap();
    let said: Vec<_> =
        made.iter().map(|one| (one.day.as_str(), one.text("type"), one.whole("reached"))).collect();
    let poster = ("2026-10-16", Some("poster"), Some(31));
    assert_eq!(said, [("2026-10-15", Some("debate"), Some(24)), poster, poster]);
    let ids: Vec<&str> = made.iter().map(|one| one.id.as_str()).collect();
    assert_ne!(ids[1], ids[2], "two alike are two");
    let again = read(&record, text, &Log::default()).unwrap();
    assert_eq!(again, made, "the same names on each device");
}

#[test]
fn days_are_read_as_spreadsheets_write_them() {
    #[track_caller]
    fn check(cell: &str, expected: Option<&str>) {
        assert_eq!(day_of(cell).as_ref().map(Day::as_str), expected, "{cell}");
    }
    check("2026-11-23", Some("2026-11-23"));
    check(" 23.11.2026 ", Some("2026-11-23"));
    check("3.1.2026", Some("2026-01-03"));
    check("2026/11/23", Some("2026-11-23"));
    check("23/11/2026", Some("2026-11-23"));
    check("11/23/2026", Some("2026-11-23"));
    check("٢٣.١١.٢٠٢٦", Some("2026-11-23"));
    check("2026-11-23T09:00:00", Some("2026-11-23"));
    check("11/12/2026", None);
    check("31.02.2026", None);
    check("46349", None);
    check("soon", None);
    check("", None);
}

/// A table that a spreadsheet had saved with the Russian letters of old had no heading that was
/// known: each letter of Kazakh alone was a question mark.
#[test]
fn a_letter_that_old_tables_did_not_know_may_be_any() {
    let check = |name: &str, heading: &str, expected: bool| {
        assert_eq!(is_same(name, heading), expected, "{name} {heading}");
    };
    check("күні", "к?н?", true);
    check("күні", "күні", true);
    check("күні", "к?н", false);
    check("күн", "к?н?", false);
    check("күні", "????", false);
    check("кім үшін", "к?м ?ш?н", true);
}

#[test]
fn what_is_wrong_is_told_by_row_and_column_and_nothing_is_taken() {
    let check = |text: &str, expected: &[(usize, &str, Trouble)]| {
        let Err(Refusal::Cells(wrong)) = read(&shop(), text, &Log::default()) else {
            panic!("{text} is taken")
        };
        let found: Vec<_> =
            wrong.iter().map(|one| (one.row, one.column.as_str(), one.trouble.clone())).collect();
        assert_eq!(found, expected);
    };
    let row = |row: &str| [SHOP, row, "\n"].concat();
    let (day, found) = ("Day", "Money found in the box");
    check(&row("11/12/2026,120,1,0,120"), &[(3, day, Trouble::NoDay)]);
    check(&row("2026-12-23,120,1,0,120"), &[(3, day, Trouble::Future)]);
    check(&row("2026-11-23,120,1,0,120"), &[(3, day, Trouble::Again)]);
    check(&row("2026-11-24,120,1,2,120"), &[(3, "Notebook: Came back", Trouble::MoreBack)]);
    check(&row("2026-11-24,free,1,0,120"), &[(3, "Notebook: Price", Trouble::NoMoney)]);
    let both = [(3, found, Trouble::NoMoney), (3, found, Trouble::NoMoney)];
    check(&row("2026-11-24,120,1,0,much"), &both);
}

#[test]
fn what_is_no_table_of_this_record_is_refused() {
    let check = |text: &str, expected: Refusal| {
        assert_eq!(read(&club(), text, &Log::default()), Err(expected), "{text}");
    };
    check("", Refusal::None);
    check("{\"a\": 1}", Refusal::None);
    check("a,b\n1,2", Refusal::None);
    check("Day,For whom", Refusal::None);
    check("Day,For whom\n2026-10-15,Parents", Refusal::Columns(vec![1, 3, 4]));
}

#[test]
fn a_table_of_another_group_counts_once_however_often_it_is_opened() {
    let record = shop();
    let today = Day::parse("2026-11-30").unwrap();
    let table = Table {
        record: &record,
        goods: record.goods(),
        today: &today,
        parts: &parts(),
        lower: &str::to_lowercase,
    };
    let mut log = table.log(SHOP, "school 7.csv").unwrap();
    assert_eq!((log.count(), log.about.name.as_str()), (1, "school 7.csv"));
    log.join(&table.log(SHOP, "school 7.csv").unwrap());
    assert_eq!(log.count(), 1);
}
