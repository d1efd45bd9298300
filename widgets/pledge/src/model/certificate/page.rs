//! A page that is laid out, and the same page when it is signed.

use super::build::{Builder, LABEL, filled, label};
use super::mark::{Area, Mark, Pen, Point, Shape, Tone, span};
use super::sheet::{PageShape, Sheet};
use super::signature::Signature;
use super::wrap::{Measure, Type};

/// A page that lacks nothing but a signature.
#[derive(Clone)]
pub struct Page {
    /// How it lies.
    pub shape: PageShape,
    pub(super) marks: Vec<Mark>,
    pub(super) sign: Area,
    rtl: bool,
}

/// Lays out a certificate. Type is as large as the page allows.
pub fn lay_out(sheet: &Sheet, shape: PageShape, measure: Measure) -> Page {
    let mut builder = Builder::new(sheet, shape, measure);
    let (mut flow, room) = loop {
        let (flow, room) = builder.flow();
        let needed = flow.needed();
        // The last resort, which no text of a real pledge comes near, is type too small to read.
        if needed <= room || builder.scale < 0.001 {
            break (flow, room);
        }
        builder.scale *= (room / needed).sqrt().clamp(0.3, 0.97);
    };
    let (width, height) = shape.size();
    let (side, top) = shape.margins();
    let mut marks = frame(width, height);
    flow.spread((room - flow.needed()).max(0.0));
    let bottom = height - top - flow.below_foot();
    let sign = builder.foot(bottom, &mut marks);
    marks.extend(flow.place(top, height - top));
    if sheet.rtl {
        marks.iter_mut().for_each(|mark| mark.mirror(width));
    }
    let x = if sheet.rtl { width - side - sign.width } else { side };
    Page { shape, marks, sign: Area { x, ..sign }, rtl: sheet.rtl }
}

/// The two lines around a page, with a gem in each corner.
fn frame(width: f64, height: f64) -> Vec<Mark> {
    let inside = |from: f64| Area {
        x: from,
        y: from,
        width: width - 2.0 * from,
        height: height - 2.0 * from,
    };
    let line = |from, notch, pen| {
        Mark::Shape(Shape::Frame(inside(from), notch), Pen::Line(pen), Tone::Accent)
    };
    let gem = |x, y| Mark::Shape(Shape::Diamond((x, y), 1.3), Pen::Fill, Tone::Warm);
    let near = 12.6;
    vec![
        line(9.0, 0.0, 0.7),
        line(11.0, 6.0, 0.3),
        gem(near, near),
        gem(width - near, near),
        gem(near, height - near),
        gem(width - near, height - near),
    ]
}

impl Page {
    /// All marks of the page when it is signed. `label` stands under the line.
    pub fn signed(&self, signature: &Signature, label_text: &str, measure: Measure) -> Vec<Mark> {
        let letters = |size| Type { measure, size, bold: false };
        let Area { x, y, width, height } = self.sign;
        let (middle, line) = (x + width / 2.0, y + height + 1.5);
        let mut marks = self.marks.clone();
        marks.push(label(letters(LABEL), label_text, (middle, line), width, self.rtl));
        match signature {
            Signature::Open => {}
            Signature::Typed(text) => {
                let letters = letters(8.0).shrunk(text, width);
                marks.push(filled(letters, text, (middle, line - 2.6), self.rtl));
            }
            Signature::Drawn(strokes) => marks.extend(drawn(strokes, self.sign)),
        }
        marks
    }
}

/// Strokes as large as they fit into a place, at its bottom.
fn drawn(strokes: &[Vec<Point>], place: Area) -> Vec<Mark> {
    let points = || strokes.iter().flatten();
    let (left, right) = span(points().map(|point| point.0));
    let (top, bottom) = span(points().map(|point| point.1));
    // A small mark is not blown up: a pad is about as wide as 160 of its units.
    let scale =
        (place.width / (right - left).max(160.0)).min(place.height / (bottom - top).max(60.0));
    let (x, y) = (place.x + place.width / 2.0, place.y + place.height);
    let onto = |point: &Point| {
        let from_middle = point.0 - f64::midpoint(left, right);
        (x + from_middle * scale, y - (bottom - point.1) * scale)
    };
    let pen = |stroke: &Vec<Point>| {
        let stroke = Shape::Stroke(stroke.iter().map(onto).collect());
        Mark::Shape(stroke, Pen::Line(0.55), Tone::Ink)
    };
    strokes.iter().filter(|stroke| !stroke.is_empty()).map(pen).collect()
}
