//! Teams: told apart by shape and colour. Names are the page's to show, and no part of a game.

adil::words! {
    /// The shape of a team's token; each has a colour of its own.
    pub enum Shape {
        /// A circle
        "circle" Circle,
        /// A square
        "square" Square,
        /// A triangle
        "triangle" Triangle,
        /// A diamond
        "diamond" Diamond,
        /// A star
        "star" Star,
    }
}

/// The shapes in the order in which teams take them.
pub const SHAPES: [Shape; 5] =
    [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond, Shape::Star];

/// How many teams play: two to five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Teams(usize);

impl Teams {
    /// So many teams, or the nearest number that can play.
    pub fn new(count: usize) -> Teams {
        Teams(count.clamp(2, SHAPES.len()))
    }

    /// How many there are.
    pub fn count(self) -> usize {
        self.0
    }

    /// The shape of each, in the order of their turns.
    pub fn shapes(self) -> &'static [Shape] {
        SHAPES.get(..self.0).unwrap_or(&SHAPES)
    }
}

/// The shape of a team by its place; the first where there is no such team.
pub fn shape(team: usize) -> Shape {
    SHAPES.get(team).copied().unwrap_or(Shape::Circle)
}
