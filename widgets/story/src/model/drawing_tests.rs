//! Paths, colours and panels: what passes, and where things come to lie.

use super::*;

#[test]
fn only_commands_and_numbers_are_paths() {
    let check = |text: &str, expected: bool| {
        assert_eq!(PathData::parse(text).is_some(), expected, "{text}");
    };
    check("M0 0h20v20z", true);
    check("m-1.5,2A3 3 0 1 0 9 9", true);
    check("M", false);
    check("", false);
    check("h20", false);
    check("M0 0\"/><script>", false);
    check("M0 0 url(#x)", false);
    check("M0 0\n", false);
    check(&["M", &"0 ".repeat(LONGEST_PATH)].concat(), false);
}

#[test]
fn only_digits_are_colours() {
    let check =
        |text: &str, expected: bool| assert_eq!(Colour::parse(text).is_some(), expected, "{text}");
    check("#c33", true);
    check("#CC33aa", true);
    check("#c3", false);
    check("c33", false);
    check("#ggg", false);
    check("red", false);
    check("url(x)", false);
    check("#қ", false);
}

fn shape() -> Shape {
    let d = PathData::parse("M0 0h1").unwrap();
    Shape { d, fill: Colour::parse("#c33"), line: None, width: Units(2.0) }
}

fn drawings() -> Drawings {
    let id = |id: &str| Reference::parse(id).unwrap();
    let drawing =
        |name: &str| Drawing { id: id(name), label: Localized::plain(name), shapes: vec![shape()] };
    let face = Some(FacePlace { x: Units(2.0), y: Units(-80.0), size: Scale(1.5) });
    Drawings {
        backgrounds: vec![drawing("path")],
        figures: vec![
            Figure { id: id("maya"), label: Localized::plain("Maya"), shapes: vec![shape()], face },
            Figure {
                id: id("fox"),
                label: Localized::plain("Fox"),
                shapes: vec![shape()],
                face: None,
            },
        ],
        feelings: vec![drawing("calm"), drawing("glad")],
    }
}

#[test]
fn faces_turn_and_grow_with_their_figures() {
    let drawings = drawings();
    let placed =
        |figure, turned| Placed { figure, feels: Some(1), at: (100.0, 180.0), size: 2.0, turned };
    let check = |figure, turned, expected: &[(f64, f64, f64, f64)]| {
        let found: Vec<_> = drawings
            .inks_of(&placed(figure, turned))
            .iter()
            .map(|ink| (ink.at.0, ink.at.1, ink.scale.0, ink.scale.1))
            .collect();
        assert_eq!(found, expected);
    };
    check(0, false, &[(100.0, 180.0, 2.0, 2.0), (104.0, 20.0, 3.0, 3.0)]);
    check(0, true, &[(100.0, 180.0, -2.0, 2.0), (96.0, 20.0, -3.0, 3.0)]);
    // Things have no face, and what is not there is not drawn.
    check(1, false, &[(100.0, 180.0, 2.0, 2.0)]);
    check(7, false, &[]);
}
