use super::super::tests::record;
use super::*;

fn good(id: &str, price: i64) -> Good {
    Good { id: id.into(), name: adil::content::Localized::plain(id), price }
}

fn read(typed: &[(&str, &str)]) -> Read {
    let goods = [good("pen", 15_000), good("cup", 5_000)];
    let today = Day::parse("2026-11-30").unwrap();
    let taken = |day: &Day| day.as_str() == "2026-11-27";
    let find = |input: &str| {
        let given = typed.iter().rev().find(|(name, _)| *name == input);
        given.map_or(String::new(), |(_, text)| (*text).to_owned())
    };
    read_form(&record(), &goods, &today, &taken, &find)
}

/// A form in which all is right.
const RIGHT: [(&str, &str); 5] = [
    ("day", "2026-11-30"),
    ("goods.pen.out", "20"),
    ("goods.pen.back", "8"),
    ("found.pupil", "1 800"),
    ("found.teacher", "1800.00"),
];

#[test]
fn what_was_typed_becomes_an_entry() {
    let (day, values) = read(&RIGHT).unwrap();
    assert_eq!(day.as_str(), "2026-11-30");
    let line = Line { good: "pen".into(), price: 15_000, out: 20, back: 8 };
    assert_eq!(
        values,
        [("goods".into(), Value::Goods(vec![line])), ("found".into(), Value::Whole(180_000))]
    );
}

#[test]
fn what_is_wrong_is_told_with_its_input() {
    let check = |typed: &[(&str, &str)], input: &str, trouble: Trouble| {
        let all: Vec<(&str, &str)> = RIGHT.iter().chain(typed).copied().collect();
        assert_eq!(read(&all), Err(vec![Mistake { input: input.into(), trouble }]), "{typed:?}");
    };
    check(&[("day", "")], "day", Trouble::Missing);
    check(&[("day", "2026-02-30")], "day", Trouble::NoDay);
    check(&[("day", "2026-12-01")], "day", Trouble::Future);
    check(&[("day", "2026-11-27")], "day", Trouble::Again);
    check(&[("found.pupil", "")], "found.pupil", Trouble::Missing);
    check(&[("found.pupil", "much")], "found.pupil", Trouble::NoMoney);
    check(&[("found.teacher", "1700")], "found.teacher", Trouble::Differ);
    check(&[("goods.pen.back", "21")], "goods.pen.back", Trouble::MoreBack);
    check(&[("goods.pen.back", "")], "goods.pen.back", Trouble::Missing);
    check(&[("goods.pen.out", "1.5")], "goods.pen.out", Trouble::NoNumber);
    check(
        &[("goods.cup.out", "900000"), ("goods.cup.back", "0")],
        "goods.cup.out",
        Trouble::TooLarge(100_000),
    );
    check(&[("goods.pen.out", ""), ("goods.pen.back", "")], "goods.pen.out", Trouble::Missing);
    check(&[("remark", &"x".repeat(141))], "remark", Trouble::TooLong(140));
}

#[test]
fn all_mistakes_are_told_at_once() {
    let inputs = |read: Read| -> Vec<String> {
        read.unwrap_err().into_iter().map(|mistake| mistake.input).collect()
    };
    assert_eq!(inputs(read(&[])), ["day", "found.pupil", "found.teacher"]);
}
