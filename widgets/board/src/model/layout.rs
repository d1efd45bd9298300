//! Where squares lie on a drawing, in units of which a square of a grid has 100.

use super::board::{Board, Layout};

/// The side of a square on a grid.
pub const SIDE: f64 = 100.0;

/// Where all squares lie, and how large the drawing is.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// The side of each square.
    pub side: f64,
    /// The middle of each square.
    pub middles: Vec<(f64, f64)>,
}

impl Drawing {
    /// The drawing of a board; `mirrored` where people read from right to left. A free path stays
    /// as its picture is.
    pub fn of(board: &Board, mirrored: bool) -> Drawing {
        match &board.layout {
            Layout::Grid { columns, winds } => grid(board.squares, *columns, *winds, mirrored),
            Layout::Free(points) => {
                let (width, height) = (1_200.0, 800.0);
                // Small enough that as many squares as there are lie beside each other.
                let side = (width * height / points.len().max(1) as f64).sqrt() * 0.5;
                let half = side / 2.0;
                let middle = |(x, y): &(f64, f64)| {
                    let at = |share: f64, length: f64| half + share / 100.0 * (length - side);
                    (at(*x, width), at(*y, height))
                };
                Drawing { width, height, side, middles: points.iter().map(middle).collect() }
            }
        }
    }

    /// The middle of a square by its number; the first where there is no such square.
    pub fn middle(&self, square: usize) -> (f64, f64) {
        let found = self.middles.get(square.saturating_sub(1)).or(self.middles.first());
        found.copied().unwrap_or((0.0, 0.0))
    }
}

fn grid(squares: usize, columns: usize, winds: bool, mirrored: bool) -> Drawing {
    let columns = columns.max(1);
    let rows = squares.div_ceil(columns);
    let (width, height) = (columns as f64 * SIDE, rows as f64 * SIDE);
    let middle = |n: usize| {
        let (row, place) = (n / columns, n % columns);
        let back = (winds && row % 2 == 1) != mirrored;
        let column = if back { columns - 1 - place } else { place };
        ((column as f64 + 0.5) * SIDE, height - (row as f64 + 0.5) * SIDE)
    };
    Drawing { width, height, side: SIDE, middles: (0..squares).map(middle).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(winds: bool, mirrored: bool, expected: [(usize, (f64, f64)); 4]) {
        let drawing = grid(36, 6, winds, mirrored);
        for (square, middle) in expected {
            assert_eq!(drawing.middle(square), middle, "square {square}");
        }
    }

    #[test]
    fn squares_wind_from_the_bottom_up_and_begin_where_reading_does() {
        check(
            true,
            false,
            [(1, (50.0, 550.0)), (6, (550.0, 550.0)), (7, (550.0, 450.0)), (36, (50.0, 50.0))],
        );
        check(
            true,
            true,
            [(1, (550.0, 550.0)), (6, (50.0, 550.0)), (7, (50.0, 450.0)), (36, (550.0, 50.0))],
        );
        check(
            false,
            false,
            [(1, (50.0, 550.0)), (6, (550.0, 550.0)), (7, (50.0, 450.0)), (36, (550.0, 50.0))],
        );
    }

    #[test]
    fn neighbours_on_a_winding_board_touch_and_no_two_squares_share_a_place() {
        for squares in 20..=100 {
            for columns in 4..=12 {
                let drawing = grid(squares, columns, true, false);
                for pair in drawing.middles.windows(2) {
                    let (dx, dy) = (pair[0].0 - pair[1].0, pair[0].1 - pair[1].1);
                    assert!((dx.abs() + dy.abs() - SIDE).abs() < 1e-9);
                }
                let mut places = drawing.middles.clone();
                places.sort_by(|a, b| a.partial_cmp(b).unwrap());
                places.dedup();
                assert_eq!(places.len(), squares);
            }
        }
    }
}
