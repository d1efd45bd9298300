use super::mark::span;
use super::wrap::Type;
use super::*;
use proptest::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// A type in which all letters are about as wide as in a wide face.
fn fake(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().count() as f64 * size * if bold { 0.62 } else { 0.56 }
}

fn wording(text: &str, beside: bool) -> Wording {
    let beside = beside.then(|| ["Б ", text].concat());
    Wording { main: text.to_owned(), beside, rtl: [None; 2] }
}

const ID: &str = "urn:uuid:0f8f1c1e-6c52-4a0a-9d7f-3f5f0b6b2a11";

fn code() -> Code {
    Code::new(ID, &["sha256:", &"5e".repeat(32)].concat()).unwrap()
}

/// A certificate with so many clauses of this text.
fn sheet(clauses: usize, text: &str, beside: bool, rtl: bool) -> Sheet {
    Sheet {
        heading: wording("My promises of this quarter", beside),
        body: Some(wording("I have chosen to keep these promises:", beside)),
        clauses: (1..=clauses).map(|n| (n.to_string(), wording(text, beside))).collect(),
        footer: Some(wording("Given freely. It can be taken back at any time.", beside)),
        date: Some("23 November 2026".into()),
        date_label: "Date".into(),
        code: Some(code()),
        has_logo: true,
        rtl,
    }
}

const BOTH: [PageShape; 2] = [PageShape::Portrait, PageShape::Landscape];
const LONG: &str = "When I decide for others, I say openly if it concerns my friends or family, and \
    I ask somebody else to decide where I cannot be fair to all who wait for my decision.";
const ARABIC: &str = "حين أقرّر نيابةً عن غيري أُصرّح إن كان الأمر يخصّ صديقًا أو قريبًا لي.";

/// What a mark covers, with its name.
fn covered(mark: &Mark) -> Option<(String, Area)> {
    let box_of = |points: &[Point]| {
        let (x, right) = span(points.iter().map(|point| point.0));
        let (y, bottom) = span(points.iter().map(|point| point.1));
        Area { x, y, width: right - x, height: bottom - y }
    };
    match mark {
        Mark::Text(line) => {
            let width = fake(&line.text, line.size, line.bold);
            let x = match line.anchor {
                Anchor::Left => line.at.0,
                Anchor::Middle => line.at.0 - width / 2.0,
                Anchor::Right => line.at.0 - width,
            };
            let y = line.at.1 - line.size * build::ABOVE;
            let height = line.size * (build::ABOVE + build::BELOW);
            Some((line.text.clone(), Area { x, y, width, height }))
        }
        Mark::Logo(area) => Some(("logo".into(), *area)),
        Mark::Shape(Shape::Code(at, module, code), ..) => {
            let side = module * f64::from(code.size());
            Some(("code".into(), Area { x: at.0, y: at.1, width: side, height: side }))
        }
        Mark::Shape(Shape::Rule(from, to), ..) => Some(("rule".into(), box_of(&[*from, *to]))),
        Mark::Shape(Shape::Stroke(points), ..) => Some(("stroke".into(), box_of(points))),
        // Numbers stand in rings, and frames around everything.
        Mark::Shape(Shape::Ring(..) | Shape::Frame(..) | Shape::Diamond(..), ..) => None,
    }
}

fn meet(a: &Area, b: &Area) -> bool {
    const TOUCH: f64 = 0.001;
    a.x + a.width > b.x + TOUCH
        && b.x + b.width > a.x + TOUCH
        && a.y + a.height > b.y + TOUCH
        && b.y + b.height > a.y + TOUCH
}

/// Nothing leaves the frame, and nothing lies over anything else.
#[track_caller]
fn check(sheet: &Sheet, shape: PageShape, signature: &Signature) {
    let marks = lay_out(sheet, shape, &fake).signed(signature, "Signature", &fake);
    let (width, height) = shape.size();
    let all: Vec<_> = marks.iter().filter_map(covered).collect();
    for (n, (name, area)) in all.iter().enumerate() {
        let inside = area.x > 12.0
            && area.y > 12.0
            && area.x + area.width < width - 12.0
            && area.y + area.height < height - 12.0;
        assert!(inside, "{shape:?}: “{name}” leaves the page: {area:?}");
        for (other, second) in &all[n + 1..] {
            // The strokes of a signature cross one another.
            if (name, other) != (&"stroke".to_owned(), &"stroke".to_owned()) {
                assert!(!meet(area, second), "{shape:?}: “{name}” meets “{other}”");
            }
        }
    }
}

fn strokes() -> Signature {
    let stroke =
        |x: f64| (0..20_i32).map(|n| (x + f64::from(n * 9), f64::from(n * 7 % 90))).collect();
    Signature::Drawn(vec![stroke(10.0), stroke(300.0), vec![(5.0, 190.0)]])
}

#[test]
fn nothing_overlaps_and_nothing_leaves_the_page() {
    let typed = Signature::Typed("Aigerim of a class with a rather long name indeed".into());
    for clauses in 1..=8 {
        for (text, rtl) in [("I tell the truth.", false), (LONG, false), (ARABIC, true)] {
            for beside in [false, true] {
                for shape in BOTH {
                    for signature in [&Signature::Open, &typed, &strokes()] {
                        check(&sheet(clauses, text, beside, rtl), shape, signature);
                    }
                }
            }
        }
    }
}

#[test]
fn texts_of_any_length_stay_on_one_page() {
    for text in [LONG.repeat(8), "unbreakable".repeat(60)] {
        for shape in BOTH {
            let mut sheet = sheet(8, &text, true, false);
            sheet.heading = wording(&text, true);
            check(&sheet, shape, &Signature::Open);
        }
    }
}

#[test]
fn type_is_never_tiny_for_clauses_of_a_sentence() {
    for shape in BOTH {
        let page = lay_out(&sheet(8, LONG, false, false), shape, &fake);
        let sizes = page.marks.iter().filter_map(|mark| match mark {
            Mark::Text(line) if LONG.starts_with(&line.text) => Some(line.size),
            _ => None,
        });
        // Eight points, also for the longest clauses with the paper on its side.
        let least = sizes.fold(f64::INFINITY, f64::min);
        assert!(least > 2.82, "{least} mm, {shape:?}");
    }
}

#[test]
fn a_blank_certificate_has_lines_to_fill_in() {
    let blank = Sheet { date: None, code: None, has_logo: false, ..sheet(3, LONG, false, false) };
    for shape in BOTH {
        check(&blank, shape, &Signature::Open);
        let marks = lay_out(&blank, shape, &fake).signed(&Signature::Open, "Signature", &fake);
        let is_level = |mark: &&Mark| match mark {
            Mark::Shape(Shape::Rule(a, b), _, Tone::Soft) => (a.1 - b.1).abs() < 1e-9,
            _ => false,
        };
        assert_eq!(marks.iter().filter(is_level).count(), 2);
    }
}

#[test]
fn a_page_read_from_right_to_left_is_the_mirror_of_the_other() {
    let (left, right) = [false, true]
        .map(|rtl| lay_out(&sheet(4, LONG, false, rtl), PageShape::Portrait, &fake))
        .into();
    for (a, b) in left.marks.iter().zip(&right.marks) {
        let (Some((name, a)), Some((_, b))) = (covered(a), covered(b)) else { continue };
        assert!((a.x + a.width + b.x - 210.0).abs() < 0.01, "{name}");
        assert!((a.y - b.y).abs() < 0.01, "{name}");
    }
    assert!(left.sign.x < 105.0 && right.sign.x + right.sign.width > 105.0);
}

/// An Arabic promise that began with a Latin word, or whose second line did, ran from left to
/// right on the certificate.
#[test]
fn all_lines_of_a_text_run_as_its_language_does() {
    let text = "HTML هي لغة لكتابة صفحات الويب، ".repeat(6);
    for (known, expected) in [(Some(true), true), (Some(false), false), (None, false)] {
        let wording = Wording { main: text.clone(), beside: None, rtl: [known, None] };
        let clauses = vec![("1".to_owned(), wording.clone()), ("2".to_owned(), wording)];
        let page = lay_out(&Sheet { clauses, ..sheet(1, "", false, true) }, BOTH[0], &fake);
        let lines = page.marks.iter().filter_map(|mark| match mark {
            Mark::Text(line) if text.contains(&line.text) && line.text.len() > 9 => Some(line.rtl),
            _ => None,
        });
        let lines: Vec<bool> = lines.collect();
        assert!(lines.len() > 3 && lines.iter().all(|rtl| *rtl == expected), "{lines:?}");
    }
}

#[test]
fn lines_know_their_direction() {
    for (text, otherwise, expected) in [
        ("I promise", true, false),
        ("أعِد", false, true),
        ("1. «نعم» (yes)", false, true),
        ("Өз сөзім", true, false),
        ("2026", true, true),
        ("שלום", false, true),
    ] {
        assert_eq!(wrap::is_rtl(text, otherwise), expected, "{text}");
    }
}

#[test]
fn a_code_holds_id_and_hash_and_tells_how_they_begin() {
    let code = code();
    assert_eq!(code.payload, [ID, " sha256:", &"5e".repeat(32)].concat());
    assert_eq!(code.lines, ["ID 0f8f1c1e", "SHA 5e5e 5e5e 5e5e"]);
    assert!(Code::new(&"x".repeat(3_000), "").is_none());
    assert_eq!(Code::new("é", "ü").unwrap().lines, ["ID é", "SHA "]);
}

#[test]
fn names_are_one_a_line_and_at_most_forty() {
    assert_eq!(names(" Ann \n\n Bek\r\n"), (vec!["Ann".to_owned(), "Bek".to_owned()], false));
    assert_eq!(names(" \n"), (Vec::new(), false));
    let (taken, more) = names(&"a\n".repeat(41));
    assert_eq!((taken.len(), more), (40, true));
    assert!(!names(&"a\n".repeat(40)).1);
    assert_eq!(name(&"ә".repeat(100)).chars().count(), LONGEST_NAME);
}

#[test]
fn figures_are_paths_in_hundredths_of_a_millimetre() {
    for (shape, expected) in [
        (Shape::Rule((1.0, 2.0), (3.004, 2.0)), "M100 200 L300 200 "),
        (Shape::Diamond((1.0, 1.0), 1.0), "M0 100 L100 0 L200 100 L100 200 Z"),
        (Shape::Ring((1.0, 1.0), 0.5), "M50 100 A50 50 0 0 1 150 100 A50 50 0 0 1 50 100 Z"),
        (Shape::Stroke(vec![(0.0, 0.0)]), "M0 0 L1 0 "),
        (Shape::Stroke(vec![(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]), "M0 0 Q100 100  150 50 L200 0 "),
        (Shape::Stroke(Vec::new()), ""),
    ] {
        assert_eq!(shape.path(), expected);
    }
    let code = QrCode::encode_text("1", QrCodeEcc::Low).unwrap();
    assert!(Shape::Code((0.0, 0.0), 1.0, code).path().starts_with("M0 0 h700 v100 h-700 z"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_texts_stay_on_the_page(
        texts in proptest::collection::vec("[\\PC ]{0,300}", 1..=8),
        landscape in any::<bool>(),
        rtl in any::<bool>(),
    ) {
        let clauses = texts.iter().map(|text| ("1".to_owned(), wording(text, true))).collect();
        let sheet = Sheet { clauses, rtl, ..sheet(1, "", true, rtl) };
        check(&sheet, BOTH[usize::from(landscape)], &Signature::Open);
    }

    #[test]
    fn no_letter_is_lost_in_wrapping(text in "[a-zә ]{0,200}", width in 1.0..100.0_f64) {
        let letters = Type { measure: &fake, size: 3.0, bold: false };
        let squeeze = |text: &str| text.split_whitespace().collect::<String>();
        for lines in [letters.wrap(&text, width), letters.balance(&text, width)] {
            prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
            let fits = |line: &String| line.chars().count() == 1 || letters.width(line) <= width;
            prop_assert!(lines.iter().all(fits), "{:?}", lines);
        }
    }
}
