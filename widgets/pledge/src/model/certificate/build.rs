//! The blocks of a certificate, at one size of type, as if it were read from left to right.

use super::block::{Block, Flow, Gaps};
use super::mark::{Anchor, Area, Line, Mark, Pen, Point, Shape, Tone};
use super::sheet::{Code, PageShape, Sheet, Wording};
use super::wrap::{Measure, Type, is_rtl};

/// How high letters of a size reach above and below their line, with all their marks.
pub const ABOVE: f64 = 0.95;
/// See [`ABOVE`].
pub const BELOW: f64 = 0.4;

/// From one line to the next, by the size.
const LEADING: f64 = 1.42;

/// The second language, by the size of the first.
const BESIDE: f64 = 0.78;

/// The size of clauses on a page with few or many of them.
const SIZES: [f64; 8] = [9.0, 7.4, 6.6, 6.2, 5.8, 5.5, 5.2, 5.0];

/// The size of the words under lines to fill in.
pub const LABEL: f64 = 3.1;
/// The side of a code.
const CODE: f64 = 27.0;

/// The page under construction, as if it were read from left to right.
pub struct Builder<'b> {
    sheet: &'b Sheet,
    shape: PageShape,
    measure: Measure<'b>,
    /// By how much all type is smaller than it could be.
    pub scale: f64,
}

impl<'b> Builder<'b> {
    /// Begins a page, its type as large as it ever is.
    pub fn new(sheet: &'b Sheet, shape: PageShape, measure: Measure<'b>) -> Self {
        Builder { sheet, shape, measure, scale: 1.0 }
    }

    fn letters(&self, size: f64, bold: bool) -> Type<'b> {
        Type { measure: self.measure, size, bold }
    }

    fn width(&self) -> f64 {
        self.shape.size().0 - 2.0 * self.shape.margins().0
    }

    fn middle(&self) -> f64 {
        self.shape.size().0 / 2.0
    }

    /// All blocks at the current scale, and the room that they have.
    pub fn flow(&self) -> (Flow, f64) {
        let k = self.scale;
        let sheet = self.sheet;
        let centred = |wording: &Option<Wording>, size: f64, tone: Tone| {
            let wording = wording.as_ref();
            wording.map(|w| self.centred(w, size * k, false, tone)).unwrap_or_default()
        };
        let flow = Flow {
            head: self.head(),
            lead: centred(&sheet.body, 5.4, Tone::Ink),
            clauses: self.clauses(),
            footer: centred(&sheet.footer, 3.6, Tone::Soft),
            gaps: Gaps { above: 0.0, lead: 5.0 * k, clauses: 7.0 * k, between: 2.6 * k },
        };
        let (_, height) = self.shape.size();
        let above_foot = height - 2.0 * self.shape.margins().1 - self.foot_height() - 6.0;
        let room = above_foot - flow.below_foot();
        (flow, room)
    }

    /// Logo, heading, and the ornament below it.
    fn head(&self) -> Block {
        let k = self.scale;
        let middle = self.middle();
        let mut head = Block::default();
        if self.sheet.has_logo {
            let area = Area { x: middle - 35.0, y: 0.0, width: 70.0, height: 18.0 };
            head.add(0.0, Block { marks: vec![Mark::Logo(area)], height: area.height });
        }
        let largest = self.letters(14.5 * k, true);
        let size = largest.shrunk(&self.sheet.heading.main, self.width() * 0.98).size;
        let size = size.max(largest.size * 0.7);
        head.add(5.0 * k, self.centred(&self.sheet.heading, size, true, Tone::Accent));
        let arm = |sign: f64| {
            let at = |x: f64| (middle + sign * x, 1.4);
            Mark::Shape(Shape::Rule(at(4.2), at(30.0)), Pen::Line(0.35), Tone::Warm)
        };
        let gem = |x: f64, r: f64| {
            Mark::Shape(Shape::Diamond((middle + x, 1.4), r), Pen::Fill, Tone::Warm)
        };
        let marks = vec![arm(-1.0), gem(0.0, 1.4), gem(-3.2, 0.6), gem(3.2, 0.6), arm(1.0)];
        head.add(2.5 * k, Block { marks, height: 2.8 });
        head
    }

    /// Lines in the middle of the page.
    fn centred(&self, wording: &Wording, size: f64, bold: bool, tone: Tone) -> Block {
        let lines = |text: &str, letters: Type| letters.balance(text, self.width());
        self.lines(wording, (size, bold, tone), Anchor::Middle, &lines, self.middle())
    }

    /// A text and its second language below it.
    fn lines(
        &self,
        wording: &Wording,
        (size, bold, tone): (f64, bool, Tone),
        anchor: Anchor,
        wrap: &dyn Fn(&str, Type) -> Vec<String>,
        x: f64,
    ) -> Block {
        let mut block = Block::default();
        let mut add = |text: &str, known: Option<bool>, size: f64, bold: bool, tone: Tone| {
            // All lines run as the text does, also one that begins with a word in other letters.
            let rtl = known.unwrap_or_else(|| is_rtl(text, self.sheet.rtl));
            for text in wrap(text, self.letters(size, bold)) {
                let at = (x, ABOVE * size);
                let line = Line { text, at, size, bold, anchor, rtl, tone };
                let height = (ABOVE + BELOW) * size;
                let gap = (LEADING - ABOVE - BELOW) * size;
                block.add(gap, Block { marks: vec![Mark::Text(line)], height });
            }
        };
        let [main, beside] = wording.rtl;
        add(&wording.main, main, size, bold, tone);
        if let Some(text) = &wording.beside {
            add(text, beside, size * if bold { BESIDE * 0.6 } else { BESIDE }, false, Tone::Soft);
        }
        block
    }

    /// Clauses with numbers, in a column that stands in the middle; a single one is centred.
    fn clauses(&self) -> Vec<Block> {
        let clauses = &self.sheet.clauses;
        let most = SIZES.len();
        let size = SIZES[clauses.len().clamp(1, most) - 1] * self.scale;
        if let [(_, only)] = clauses.as_slice() {
            return vec![self.centred(only, size, false, Tone::Ink)];
        }
        let ring = size * 0.66;
        let indent = 2.0 * ring + size * 0.6;
        let width = self.width() - indent;
        let wrap = |text: &str, letters: Type| letters.wrap(text, width);
        let column = |x: f64| {
            let block = |(number, wording): &(String, Wording)| {
                let style = (size, false, Tone::Ink);
                let mut block = self.lines(wording, style, Anchor::Left, &wrap, x + indent);
                block.marks.extend(self.number(number, (x + ring, size * 0.61), ring));
                block
            };
            clauses.iter().map(block).collect::<Vec<_>>()
        };
        // As wide as its widest line, so that short promises do not hang at one side.
        let left = self.shape.margins().0;
        let widest =
            column(left).iter().flat_map(|block| &block.marks).fold(0.0, |most, mark| match mark {
                Mark::Text(line) => {
                    f64::max(most, self.letters(line.size, false).width(&line.text))
                }
                _ => most,
            });
        column(left + (width - widest).max(0.0) / 2.0)
    }

    fn number(&self, number: &str, at: Point, radius: f64) -> [Mark; 2] {
        let letters = self.letters(radius * 1.05, true).shrunk(number, radius * 1.4);
        let line = Line {
            text: number.to_owned(),
            at: (at.0, at.1 + letters.size * 0.36),
            size: letters.size,
            bold: true,
            anchor: Anchor::Middle,
            rtl: is_rtl(number, self.sheet.rtl),
            tone: Tone::Accent,
        };
        let ring = Shape::Ring(at, radius);
        [Mark::Shape(ring, Pen::Line(0.3 * self.scale), Tone::Accent), Mark::Text(line)]
    }

    fn foot_height(&self) -> f64 {
        if self.sheet.code.is_some() { CODE + 2.0 + 2.0 * 3.3 } else { 27.0 }
    }

    /// The lines to sign on and for the day, and the code; returns where to sign.
    pub fn foot(&self, bottom: f64, marks: &mut Vec<Mark>) -> Area {
        let left = self.shape.margins().0;
        let all = self.width();
        let code = if self.sheet.code.is_some() { CODE + 12.0 } else { 0.0 };
        let (sign, day) = ((all - code) * 0.55, (all - code) * 0.38);
        let (x, y) = (left + all - code - day, bottom - 7.0);
        marks.push(Self::line_to_fill((left, y), sign));
        marks.push(Self::line_to_fill((x, y), day));
        marks.push(self.label(&self.sheet.date_label, (x + day / 2.0, y), day));
        if let Some(date) = &self.sheet.date {
            let letters = self.letters(5.0, false).shrunk(date, day);
            marks.push(self.filled(date, letters, (x + day / 2.0, y - 2.4)));
        }
        if let Some(code) = &self.sheet.code {
            self.code(code, (left + all - CODE, bottom), marks);
        }
        Area { x: left, y: y - 18.5, width: sign, height: 17.0 }
    }

    fn line_to_fill((x, y): Point, width: f64) -> Mark {
        Mark::Shape(Shape::Rule((x, y), (x + width, y)), Pen::Line(0.3), Tone::Soft)
    }

    fn label(&self, text: &str, (x, y): Point, width: f64) -> Mark {
        label(self.letters(LABEL, false), text, (x, y), width, self.sheet.rtl)
    }

    fn filled(&self, text: &str, letters: Type, at: Point) -> Mark {
        filled(letters, text, at, self.sheet.rtl)
    }

    fn code(&self, code: &Code, (x, bottom): Point, marks: &mut Vec<Mark>) {
        // Whole hundredths of a millimetre, so that no module is wider than another.
        let module = (CODE * 100.0 / f64::from(code.modules.size())).floor() / 100.0;
        let side = module * f64::from(code.modules.size());
        let at = (x + (CODE - side) / 2.0, bottom - CODE - 2.0 - 6.6);
        marks.push(Mark::Shape(
            Shape::Code(at, module, code.modules.clone()),
            Pen::Fill,
            Tone::Ink,
        ));
        for (text, y) in code.lines.iter().zip([bottom - 4.6, bottom - 1.2]) {
            let letters = self.letters(2.5, false).shrunk(text, CODE);
            let line = Line {
                text: text.clone(),
                at: (x + CODE / 2.0, y),
                size: letters.size,
                bold: false,
                anchor: Anchor::Middle,
                rtl: false,
                tone: Tone::Soft,
            };
            marks.push(Mark::Text(line));
        }
    }
}

/// The words under a line to fill in.
pub fn label(letters: Type, text: &str, (x, y): Point, width: f64, rtl: bool) -> Mark {
    let size = letters.shrunk(text, width).size;
    Mark::Text(Line {
        text: text.to_owned(),
        at: (x, y + 4.2),
        size,
        bold: false,
        anchor: Anchor::Middle,
        rtl: is_rtl(text, rtl),
        tone: Tone::Soft,
    })
}

/// What stands on a line that is filled in.
pub fn filled(letters: Type, text: &str, at: Point, rtl: bool) -> Mark {
    Mark::Text(Line {
        text: text.to_owned(),
        at,
        size: letters.size,
        bold: letters.bold,
        anchor: Anchor::Middle,
        rtl: is_rtl(text, rtl),
        tone: Tone::Ink,
    })
}
