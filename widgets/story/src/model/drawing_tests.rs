//! Panels: where things come to lie.

use super::super::shape::{Colour, PathData};
use super::*;

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
