//! Tokens: a shape for each team, in a colour of its own.

use adil::ui::{El, svg};

use crate::model::{Shape, shape};

/// A star on a grid of 24 by 24.
pub const STAR: &str = "M12 1.500l3.200 6.900 7.500.9-5.500 5.200 1.400 7.500-6.600-3.700-6.600 3.700 1.400-7.500-5.500-5.200 7.500-.9z";

const fn path(shape: Shape) -> &'static str {
    match shape {
        Shape::Circle => "M12 2.500a9.500 9.500 0 1 0 0 19 9.500 9.500 0 0 0 0-19z",
        Shape::Square => {
            "M4.500 3h15q1.500 0 1.500 1.500v15q0 1.500-1.500 1.500h-15q-1.500 0-1.500-1.500v-15q0-1.500 1.500-1.500z"
        }
        Shape::Triangle => "M12 2.500 22.500 21h-21z",
        Shape::Diamond => "M12 1l9.500 11-9.500 11-9.500-11z",
        Shape::Star => STAR,
    }
}

/// The token of a team; screen readers pass over it, since its name stands beside it.
pub fn token(team: usize) -> El {
    let shape = shape(team);
    svg("svg")
        .attr("viewBox", "0 0 24 24")
        .attr("class", "token")
        .attr("part", "token")
        .attr("data-shape", shape.word())
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", path(shape)))
}
