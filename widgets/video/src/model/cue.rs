//! Where captions stand, as `WebVTT` has it: shares of the picture or lines of text, and no two
//! captions one upon another.

/// A box in the picture, in pixels from its left and top: where it begins on both axes, then
/// where it ends.
pub type Area = [f64; 4];

/// How near to an edge of the picture captions come, as a share of it.
const EDGE: f64 = 0.04;

/// What a word for an alignment means: the share of a box that lies before its anchor. Nothing
/// for `auto`, and where a browser has no such word.
pub fn share(word: &str) -> Option<f64> {
    match word {
        "start" | "left" | "line-left" => Some(0.0),
        "center" => Some(0.5),
        "end" | "right" | "line-right" => Some(1.0),
        _ => None,
    }
}

/// Where the place of a caption begins along its lines and how long it is, by position and size;
/// all in percent of the picture. The anchor is the share of the place that lies before the
/// position.
pub fn along(position: f64, anchor: f64, size: f64) -> (f64, f64) {
    // What lies before the anchor has to fit before it, and the rest behind it. A share of 0
    // needs no room, and what is no number limits nothing.
    let size = size.min(position / anchor).min((100.0 - position) / (1.0 - anchor));
    (position - size * anchor, size)
}

/// How long lines may be in a place of some length, in percent of the picture: they keep away from
/// its edges, and have room for a word where the file leaves none.
pub fn lines(size: f64) -> f64 {
    size.clamp(10.0, 100.0 - 200.0 * EDGE)
}

/// Keeps what stands at a place, and has some size, within a picture of some length.
pub fn inside(at: f64, size: f64, length: f64) -> f64 {
    at.min(length - length * EDGE - size).max(length * EDGE)
}

/// Where a caption is wished for across its lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Line {
    /// A line of text: from 0 at the start, or from -1 at the end.
    Text(f64),
    /// A share of the picture in percent, and the share of the box that lies before it.
    Share(f64, f64),
}

/// Puts a caption in its place on an axis, 0 for left to right and 1 for top to bottom, in a
/// picture of some length on that axis. Where others stand already it moves away by whole lines,
/// first to the middle of the picture, then to its edge; where there is no room at all, it stays.
pub fn settle(area: Area, axis: usize, length: f64, row: f64, line: Line, others: &[Area]) -> Area {
    // More lines than any picture has.
    const MOST: u8 = 64;
    // Boxes that touch share a pixel at times.
    const TOUCH: f64 = 1.0;
    let size = area[axis + 2] - area[axis];
    let (low, high) = (length * EDGE, length - length * EDGE);
    let (wish, is_back) = match line {
        // Lines beyond the last one stand there.
        Line::Text(n) if n < 0.0 => (high + n.max(-f64::from(MOST)) * row, true),
        Line::Text(n) => (low + n.min(((high - low) / row).floor()) * row, false),
        Line::Share(at, anchor) => {
            let at = inside(length * at / 100.0 - size * anchor, size, length);
            (at, at + at + size > length)
        }
    };
    let apart = |one: &Area, other: &Area, axis: usize| {
        one[axis] + TOUCH >= other[axis + 2] || other[axis] + TOUCH >= one[axis + 2]
    };
    let mut moved = area;
    for step in if is_back { [-row, row] } else { [row, -row] } {
        let mut at = wish;
        for _ in 0..MOST {
            (moved[axis], moved[axis + 2]) = (at, at + size);
            let is_inside = (inside(at, size, length) - at).abs() <= TOUCH;
            if is_inside && others.iter().all(|one| apart(&moved, one, 0) || apart(&moved, one, 1))
            {
                return moved;
            }
            at += step;
        }
    }
    let at = inside(wish, size, length);
    (moved[axis], moved[axis + 2]) = (at, at + size);
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_caption_follows_from_its_position() {
        let check = |position, anchor, size, expected: (f64, f64)| {
            let found = along(position, anchor, size);
            let is_near = (found.0 - expected.0).abs() + (found.1 - expected.1).abs() < 0.001;
            assert!(is_near, "{position} {anchor} {size}: {found:?}, expected {expected:?}");
        };
        // As most are: in the middle, as wide as the picture.
        check(50.0, 0.5, 100.0, (0.0, 100.0));
        check(50.0, 0.5, 40.0, (30.0, 40.0));
        check(0.0, 0.0, 100.0, (0.0, 100.0));
        check(100.0, 1.0, 100.0, (0.0, 100.0));
        check(10.0, 0.0, 35.0, (10.0, 35.0));
        check(10.0, 0.0, 100.0, (10.0, 90.0));
        check(90.0, 1.0, 35.0, (55.0, 35.0));
        check(25.0, 0.5, 100.0, (0.0, 50.0));
        check(75.0, 0.5, 100.0, (50.0, 50.0));
        check(50.0, 0.0, 100.0, (50.0, 50.0));
        check(100.0, 0.0, 100.0, (100.0, 0.0));
        check(0.0, 1.0, 50.0, (0.0, 0.0));
    }

    #[test]
    fn captions_keep_within_the_picture_and_have_room_for_a_word() {
        let check =
            |found: f64, expected: f64| assert!((found - expected).abs() < 0.001, "{found}");
        check(lines(100.0), 92.0);
        check(lines(30.0), 30.0);
        check(lines(0.0), 10.0);
        check(inside(0.0, 100.0, 1_000.0), 40.0);
        check(inside(500.0, 100.0, 1_000.0), 500.0);
        check(inside(1_000.0, 100.0, 1_000.0), 860.0);
        check(inside(500.0, 2_000.0, 1_000.0), 40.0);
    }

    #[test]
    fn captions_stand_on_their_lines() {
        // A picture of 1000 pixels, with lines of 40 in its 920 within the edges.
        let check = |line, size: f64, expected: f64| {
            let [left, top, right, bottom] =
                settle([100.0, 7.0, 300.0, 7.0 + size], 1, 1_000.0, 40.0, line, &[]);
            assert_eq!((left, right), (100.0, 300.0));
            assert!((bottom - top - size).abs() < 0.001);
            assert!((top - expected).abs() < 1.001, "{line:?} {size}: {top}, not {expected}");
        };
        check(Line::Text(0.0), 40.0, 40.0);
        check(Line::Text(0.0), 80.0, 40.0);
        check(Line::Text(3.0), 40.0, 160.0);
        check(Line::Text(-1.0), 40.0, 920.0);
        check(Line::Text(-1.0), 80.0, 880.0);
        check(Line::Text(-3.0), 40.0, 840.0);
        check(Line::Text(22.0), 80.0, 880.0);
        check(Line::Text(900.0), 40.0, 920.0);
        check(Line::Text(-900.0), 40.0, 40.0);
        check(Line::Share(0.0, 0.0), 40.0, 40.0);
        check(Line::Share(50.0, 0.0), 40.0, 500.0);
        check(Line::Share(50.0, 0.5), 40.0, 480.0);
        check(Line::Share(50.0, 1.0), 40.0, 460.0);
        check(Line::Share(100.0, 0.0), 80.0, 880.0);
        // Larger than the picture: its start is seen.
        check(Line::Text(-1.0), 2_000.0, 40.0);
        check(Line::Share(90.0, 0.0), 2_000.0, 40.0);
    }

    #[test]
    fn captions_stand_on_sides_where_they_run_from_top_to_bottom() {
        let area = settle([0.0, 50.0, 40.0, 300.0], 0, 1_000.0, 40.0, Line::Text(-1.0), &[]);
        assert!((area[0] - 920.0).abs() < 1.001, "{area:?}");
        assert!((area[2] - area[0] - 40.0).abs() < 0.001, "{area:?}");
    }

    #[test]
    fn no_two_captions_stand_one_upon_another() {
        let mut taken: Vec<Area> = Vec::new();
        let mut check = |across: (f64, f64), line, size: f64, expected: f64| {
            let area = [across.0, 0.0, across.1, size];
            let area = settle(area, 1, 1_000.0, 40.0, line, &taken);
            assert!((area[1] - expected).abs() < 1.001, "{across:?} {line:?}: {area:?}");
            taken.push(area);
        };
        let all = (40.0, 960.0);
        // The first one keeps the lowest line, later ones stand above it.
        check(all, Line::Text(-1.0), 40.0, 920.0);
        check(all, Line::Text(-1.0), 80.0, 840.0);
        check(all, Line::Share(100.0, 0.0), 40.0, 800.0);
        // Words that stand beside each other do not meet.
        check((40.0, 300.0), Line::Text(0.0), 40.0, 40.0);
        check((700.0, 960.0), Line::Text(0.0), 40.0, 40.0);
        check((200.0, 800.0), Line::Text(0.0), 40.0, 80.0);
        check((200.0, 800.0), Line::Share(8.0, 0.0), 40.0, 120.0);
        // No room between the first line and an edge: it turns round.
        let full: Vec<Area> = (2..24).map(|n| [0.0, f64::from(n) * 40.0, 960.0, 960.0]).collect();
        let area = settle([40.0, 0.0, 960.0, 40.0], 1, 1_000.0, 40.0, Line::Text(3.0), &full);
        assert!((area[1] - 40.0).abs() < 1.001, "{area:?}");
        // No room at all: it is shown all the same.
        let all = [[0.0, 0.0, 1_000.0, 1_000.0]];
        let area = settle([40.0, 0.0, 960.0, 40.0], 1, 1_000.0, 40.0, Line::Text(-1.0), &all);
        assert!((area[1] - 920.0).abs() < 1.001, "{area:?}");
    }

    #[test]
    fn what_has_no_size_yet_is_put_nowhere_strange() {
        let area = settle([0.0; 4], 1, 0.0, 0.0, Line::Text(3.0), &[]);
        assert!(area.iter().all(|n| n.is_finite() || n.is_nan()), "{area:?}");
        let area = settle([0.0; 4], 1, 0.0, f64::NAN, Line::Text(-1.0), &[[0.0; 4]]);
        assert!(area[1].is_nan() || area[1].is_finite(), "{area:?}");
    }
}
