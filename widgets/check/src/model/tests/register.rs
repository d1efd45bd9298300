//! The register of an office.

use adil::Json;

use super::*;

fn declared(matter: &str, review: &str) -> Declared {
    let field =
        |id: &str, value: &str| Field { id: id.into(), label: id.into(), value: value.into() };
    Declared {
        title: "D".into(),
        check: "coi-check".into(),
        result: "actual".into(),
        review: adil::content::Day::parse(review),
        fields: vec![field("role", "buyer"), field("matter", matter)],
    }
}

#[test]
fn a_register_takes_each_declaration_once_and_sorts_by_what_is_next() {
    let day = |text| adil::content::Day::parse(text).unwrap();
    let today = day("2026-11-30");
    let mut register = Register::default();
    assert!(register.add(declared("chairs", "2027-01-01"), &today));
    assert!(register.add(declared("paper", "2026-11-01"), &today));
    assert!(register.add(declared("tea", ""), &today));
    assert!(!register.add(declared("tea", ""), &today), "the same is there already");
    assert_eq!(register.order(), [1, 0, 2]);
    assert!(register.is_due(1, &today) && !register.is_due(0, &today));
    register.items[1].status = Status::Closed;
    assert_eq!(register.order(), [0, 2, 1]);
    assert!(!register.is_due(1, &today));
    let kept = register.save();
    assert_eq!(Register::restore(&kept), Some(register.clone()));
    assert_eq!(register.clone().merge(register.clone()), 0);
    assert_eq!(Register::default().merge(register.clone()), 3);
    assert_eq!(Register::restore(&Json::Null), None);
    let table = register.table(["r", "s", "n"].map(Into::into), |status| status.word().into());
    assert!(table.starts_with("\u{feff}r,s,n,role,matter\r\n"));
    assert!(table.contains("2026-11-30,closed,2026-11-01,buyer,paper\r\n"));
}
