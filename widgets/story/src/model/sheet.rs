//! A strip as a sheet: where its panels lie, and the file of SVG.

use adil::json::number_text;

use super::drawing::{Drawings, HEIGHT, Ink, WIDTH};
use super::strip::Strip;

/// What to draw of a strip, each panel in a corner of its own: for pictures.
pub struct Sheet {
    /// The width of all.
    pub width: f64,
    /// The height of all.
    pub height: f64,
    /// The upper left corner of each panel.
    pub corners: Vec<(f64, f64)>,
}

/// The space around and between panels.
const GAP: f64 = 8.0;

impl Sheet {
    /// Up to three panels in a row.
    pub fn new(panels: usize) -> Sheet {
        let columns = if panels == 4 { 2 } else { panels.clamp(1, 3) };
        let corner = |n: usize| {
            let (column, row) = (n % columns, n / columns);
            (GAP + column as f64 * (WIDTH + GAP), GAP + row as f64 * (HEIGHT + GAP))
        };
        let rows = panels.div_ceil(columns).max(1);
        Sheet {
            width: GAP + columns as f64 * (WIDTH + GAP),
            height: GAP + rows as f64 * (HEIGHT + GAP),
            corners: (0..panels).map(corner).collect(),
        }
    }
}

fn escaped(text: &str) -> String {
    let sign = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        c => c.to_string(),
    };
    text.chars().map(sign).collect()
}

fn path_of(ink: &Ink) -> String {
    let fill = ink.shape.fill.as_ref().map_or("none", |fill| fill.as_str());
    let line = ink.shape.line.as_ref().map(|line| {
        let width = number_text(ink.shape.width.0);
        let ends = "\" stroke-linecap=\"round\" stroke-linejoin=\"round";
        ["\" stroke=\"", line.as_str(), "\" stroke-width=\"", &width, ends].concat()
    });
    let (d, transform) = (ink.shape.d.as_str(), ink.transform());
    let head = ["<path d=\"", d, "\" fill=\"", fill, line.as_deref().unwrap_or_default()].concat();
    [head.as_str(), "\" transform=\"", &transform, "\"/>"].concat()
}

/// A strip as a file of SVG; words in it stand as they were typed.
pub fn svg_file(strip: &Strip, drawings: &Drawings, is_right_to_left: bool) -> String {
    let sheet = Sheet::new(strip.panels().len());
    let t = number_text;
    let (width, height) = (t(sheet.width), t(sheet.height));
    let size = ["width=\"", &width, "\" height=\"", &height, "\" viewBox=\"0 0 "].concat();
    let mut out = "<svg xmlns=\"http://www.w3.org/2000/svg\" ".to_owned();
    [
        &size,
        width.as_str(),
        " ",
        &height,
        "\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
    ]
    .iter()
    .for_each(|part| out.push_str(part));
    let direction = if is_right_to_left { "rtl" } else { "ltr" };
    for (made, (x, y)) in strip.panels().iter().zip(&sheet.corners) {
        let window = [&t(WIDTH), "\" height=\"", &t(HEIGHT), "\">"].concat();
        out.push_str(&["<svg x=\"", &t(*x), "\" y=\"", &t(*y), "\" width=\"", &window].concat());
        drawings.inks(&made.panel()).iter().for_each(|ink| out.push_str(&path_of(ink)));
        if let Some(bubble) = made.bubble(drawings) {
            let look = "\" fill=\"#fff\" stroke=\"#2b2540\" stroke-width=\"1.5\"/>";
            out.push_str(&["<path d=\"", &bubble.path, look].concat());
            for (x, y, words) in &bubble.lines {
                let place = ["<text x=\"", &t(*x), "\" y=\"", &t(*y), "\" direction=\""].concat();
                let look = "\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#1e1b2c\">";
                let parts = [&place, direction, look, &escaped(words), "</text>"];
                out.push_str(&parts.concat());
            }
        }
        out.push_str("</svg>");
    }
    out.push_str("</svg>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_to_three_panels_stand_in_a_row() {
        let check = |panels, width, height| {
            let sheet = Sheet::new(panels);
            assert_eq!([sheet.width, sheet.height].map(number_text), [width, height]);
            assert_eq!(sheet.corners.len(), panels);
        };
        check(1, "336", "216");
        check(3, "992", "216");
        check(4, "664", "424");
        check(6, "992", "424");
    }
}
