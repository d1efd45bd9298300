//! How a certificate is laid out on a page. The same marks become a page of the screen and of
//! the printer, and a picture.

mod build;
mod mark;
mod wrap;

use qrcodegen::{QrCode, QrCodeEcc};

use build::{Builder, LABEL, filled, label};
use mark::span;
pub use mark::{Anchor, Area, Line, Mark, Pen, Point, Shape, Tone, hundredths};
pub use wrap::Measure;
use wrap::Type;

/// The most certificates that are made at once: one for each pupil of a large class.
pub const MOST_NAMES: usize = 40;

/// The longest name that is written on a certificate, in characters.
pub const LONGEST_NAME: usize = 60;

/// How a sheet of A4 lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageShape {
    /// Upright.
    Portrait,
    /// On its side.
    Landscape,
}

impl PageShape {
    /// Width and height in millimetres.
    pub const fn size(self) -> (f64, f64) {
        match self {
            PageShape::Portrait => (210.0, 297.0),
            PageShape::Landscape => (297.0, 210.0),
        }
    }

    /// The word in style sheets and for interface texts.
    pub const fn word(self) -> &'static str {
        match self {
            PageShape::Portrait => "portrait",
            PageShape::Landscape => "landscape",
        }
    }

    /// How far text stays from the sides, and from above and below.
    const fn margins(self) -> (f64, f64) {
        match self {
            PageShape::Portrait => (27.0, 24.0),
            PageShape::Landscape => (34.0, 20.0),
        }
    }
}

/// A text, and the same in the second language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The text.
    pub main: String,
    /// The same in the second language.
    pub beside: Option<String>,
    /// Whether each of them is read from right to left, where its language is known.
    pub rtl: [Option<bool>; 2],
}

/// What a reader of the code finds: the receipt's id and hash.
#[derive(Clone)]
pub struct Code {
    modules: QrCode,
    /// All that the code holds.
    pub payload: String,
    lines: [String; 2],
}

impl Code {
    /// A code for a receipt; nothing where it is too long for one.
    pub fn new(id: &str, hash: &str) -> Option<Code> {
        let payload = [id, " ", hash].concat();
        let modules = QrCode::encode_text(&payload, QrCodeEcc::Medium).ok()?;
        let start = |text: &str, prefix: &str, length: usize| {
            let text = text.strip_prefix(prefix).unwrap_or(text);
            text.chars().take(length).collect::<String>()
        };
        let digits = start(hash, "sha256:", 12);
        let groups: Vec<&str> =
            [0..4, 4..8, 8..12].into_iter().filter_map(|group| digits.get(group)).collect();
        let lines =
            [["ID ", &start(id, "urn:uuid:", 8)].concat(), ["SHA ", &groups.join(" ")].concat()];
        Some(Code { modules, payload, lines })
    }
}

/// How many characters the words of a certificate have at most. They fill a page in type that is
/// hard to read already; what is longer would be measured for minutes.
pub const LONGEST: usize = 8_000;

impl Sheet {
    /// How many characters its words have.
    pub fn length(&self) -> usize {
        let clauses = self.clauses.iter().map(|(_, wording)| wording);
        let all = [&self.heading].into_iter().chain(&self.body).chain(clauses).chain(&self.footer);
        let size = |text: &str| text.chars().count();
        all.map(|wording| size(&wording.main) + wording.beside.as_deref().map_or(0, size)).sum()
    }
}

/// What a certificate says, whoever signs it.
#[derive(Clone)]
pub struct Sheet {
    /// The heading.
    pub heading: Wording,
    /// What stands before the clauses.
    pub body: Option<Wording>,
    /// The clauses, each with its number as people write it.
    pub clauses: Vec<(String, Wording)>,
    /// What stands below all.
    pub footer: Option<Wording>,
    /// The day, as people write it; a line to fill in where there is none.
    pub date: Option<String>,
    /// The word under the line of the day.
    pub date_label: String,
    /// The receipt.
    pub code: Option<Code>,
    /// Whether the page has a logo.
    pub has_logo: bool,
    /// Whether the page is read from right to left.
    pub rtl: bool,
}

/// How a certificate is signed.
#[derive(Clone, Debug, PartialEq)]
pub enum Signature {
    /// By hand, after it is printed.
    Open,
    /// By this text.
    Typed(String),
    /// By these strokes, in any measure.
    Drawn(Vec<Vec<Point>>),
}

/// A page that lacks nothing but a signature.
#[derive(Clone)]
pub struct Page {
    /// How it lies.
    pub shape: PageShape,
    marks: Vec<Mark>,
    sign: Area,
    rtl: bool,
}

/// The names in a text, one in each line, and whether there were more than fit.
pub fn names(text: &str) -> (Vec<String>, bool) {
    let mut names = text.lines().map(name).filter(|name| !name.is_empty());
    let taken = names.by_ref().take(MOST_NAMES).collect();
    (taken, names.next().is_some())
}

/// A name as it is written on a certificate.
pub fn name(text: &str) -> String {
    text.trim().chars().take(LONGEST_NAME).collect()
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

#[cfg(test)]
#[path = "certificate_tests.rs"]
mod tests;
