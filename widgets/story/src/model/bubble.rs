//! The bubble of a panel: what somebody says, in lines, with a tail to whoever says it.

use adil::json::number_text;

use super::drawing::{Drawings, WIDTH};
use super::strip::{Made, place};

/// About how many letters stand in a line of a bubble.
const LINE: usize = 20;
/// The size of the letters in a bubble.
pub const LETTER: f64 = 12.0;

/// The bubble of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Bubble {
    /// Its outline, as SVG writes it.
    pub path: String,
    /// Its lines, each with where its middle stands.
    pub lines: Vec<(f64, f64, String)>,
}

impl Made {
    /// How high the head of who stands on a cell is; things are lower than people.
    fn head(&self, cell: usize, drawings: &Drawings) -> Option<f64> {
        let figure = drawings.figures.get(self.on(cell)?.figure)?;
        let (_, y, size) = place(cell);
        Some(y - size * if figure.face.is_some() { 104.0 } else { 66.0 })
    }

    /// The bubble, where there is a sentence.
    pub fn bubble(&self, drawings: &Drawings) -> Option<Bubble> {
        let lines = wrap(self.words.trim(), LINE);
        let longest = lines.iter().map(|line| line.chars().count()).max()?;
        let width = (longest as f64 * LETTER * 0.6).max(24.0) + 20.0;
        let height = lines.len() as f64 * LETTER * 1.3 + 12.0;
        let speaker = self.speaker.filter(|cell| self.on(*cell).is_some());
        let x = speaker.map_or(WIDTH / 2.0, |cell| place(cell).0);
        let left = (x - width / 2.0).clamp(6.0, (WIDTH - 6.0 - width).max(6.0));
        let top = 6.0;
        let head = speaker.and_then(|cell| Some((x, self.head(cell, drawings)?)));
        let path = outline(left, top, width, height, head);
        let line = |(n, words): (usize, String)| {
            let y = top + 6.0 + LETTER * (1.0 + 1.3 * n as f64);
            (left + width / 2.0, y, words)
        };
        Some(Bubble { path, lines: lines.into_iter().enumerate().map(line).collect() })
    }
}

/// A rounded box, with a tail to the head of who speaks.
fn outline(left: f64, top: f64, width: f64, height: f64, head: Option<(f64, f64)>) -> String {
    let t = number_text;
    let r = 9.0;
    let (right, bottom) = (left + width, top + height);
    let tail = head.map(|(x, head)| {
        let head = head.max(bottom + 5.0);
        let base = x.clamp(left + r + 6.0, (right - r - 6.0).max(left + r + 6.0));
        let ends = [t(base + 6.0), t(bottom), t(x), t(head), t(base - 6.0), t(bottom)];
        ["L", &ends[0], " ", &ends[1], "L", &ends[2], " ", &ends[3], "L", &ends[4], " ", &ends[5]]
            .concat()
    });
    let arc = |x: f64, y: f64| ["A9 9 0 0 1 ", &t(x), " ", &t(y)].concat();
    [
        ["M", &t(left + r), " ", &t(top), "H", &t(right - r)].concat(),
        arc(right, top + r),
        ["V", &t(bottom - r)].concat(),
        arc(right - r, bottom),
        tail.unwrap_or_default(),
        ["H", &t(left + r)].concat(),
        arc(left, bottom - r),
        ["V", &t(top + r)].concat(),
        arc(left + r, top),
        "Z".to_owned(),
    ]
    .concat()
}

/// Lines of about so many letters; a longer word stands alone, cut where it must be.
fn wrap(words: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for piece in letters.chunks(most) {
            let piece: String = piece.iter().collect();
            let fits = lines.last().is_some_and(|line| {
                letters.len() <= most && line.chars().count() + 1 + piece.chars().count() <= most
            });
            match lines.last_mut().filter(|_| fits) {
                Some(line) => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                None => lines.push(piece),
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_wrapped() {
        let check = |words: &str, expected: &[&str]| assert_eq!(wrap(words, 10), expected);
        check("", &[]);
        check("My mitten!", &["My mitten!"]);
        check("My red mitten!", &["My red", "mitten!"]);
        check("abcdefghijklmnopq r", &["abcdefghij", "klmnopq r"]);
    }
}
