//! What a certificate is drawn with. A page of the screen and a picture draw the same marks.

use qrcodegen::QrCode;

/// A place on the page, in millimetres from its upper left corner.
pub type Point = (f64, f64);

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

/// Which end of a line stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left one.
    Left,
    /// Neither: the line is centred.
    Middle,
    /// The right one.
    Right,
}

/// What colour something has. All are dark enough for a printer without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The text.
    Ink,
    /// Labels and the second language.
    Soft,
    /// Heading, frame and numbers.
    Accent,
    /// The few ornaments.
    Warm,
}

/// Whether a shape is filled, or how thick its outline is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pen {
    /// Filled.
    Fill,
    /// Outlined.
    Line(f64),
}

/// A line of text, never to be broken again.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// Where the anchor stands on the base line.
    pub at: Point,
    /// The size of the type.
    pub size: f64,
    /// Whether the type is bold.
    pub bold: bool,
    /// Which end stands at the place.
    pub anchor: Anchor,
    /// Whether the text runs from right to left.
    pub rtl: bool,
    /// Its colour.
    pub tone: Tone,
}

/// A figure.
#[derive(Clone)]
pub enum Shape {
    /// A straight line.
    Rule(Point, Point),
    /// A rectangle, whose corners are hollowed out by quarters of a circle of this radius.
    Frame(Area, f64),
    /// A circle: its centre and radius.
    Ring(Point, f64),
    /// A square on its tip: its centre and how far its tips are from there.
    Diamond(Point, f64),
    /// A QR code: its upper left corner and the side of one module.
    Code(Point, f64, QrCode),
    /// A stroke of a pen.
    Stroke(Vec<Point>),
}

/// One thing to draw.
#[derive(Clone)]
pub enum Mark {
    /// A line of text.
    Text(Line),
    /// A figure.
    Shape(Shape, Pen, Tone),
    /// The page's logo, as large as it fits in, in the middle.
    Logo(Area),
}

impl Mark {
    /// Moves a mark down.
    pub fn lower(&mut self, by: f64) {
        match self {
            Mark::Text(line) => line.at.1 += by,
            Mark::Shape(shape, ..) => shape.each(|point| point.1 += by),
            Mark::Logo(area) => area.y += by,
        }
    }

    /// Moves a mark to where it stands in a page of this width that is read from right to left.
    /// What is inside a code, a drawing or a line of text stays as it is.
    pub fn mirror(&mut self, width: f64) {
        match self {
            Mark::Text(line) => {
                line.at.0 = width - line.at.0;
                line.anchor = match line.anchor {
                    Anchor::Left => Anchor::Right,
                    Anchor::Middle => Anchor::Middle,
                    Anchor::Right => Anchor::Left,
                };
            }
            Mark::Shape(Shape::Frame(area, _), ..) | Mark::Logo(area) => {
                area.x = width - area.x - area.width;
            }
            Mark::Shape(Shape::Code(at, module, code), ..) => {
                at.0 = width - at.0 - *module * f64::from(code.size());
            }
            Mark::Shape(Shape::Stroke(points), ..) => {
                let (left, right) = span(points.iter().map(|point| point.0));
                points.iter_mut().for_each(|point| point.0 += width - right - left);
            }
            Mark::Shape(shape, ..) => shape.each(|point| point.0 = width - point.0),
        }
    }
}

/// The least and the greatest of some numbers.
pub fn span(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    let all = (f64::INFINITY, f64::NEG_INFINITY);
    numbers.fold(all, |(least, most), n| (least.min(n), most.max(n)))
}

impl Shape {
    fn each(&mut self, act: impl Fn(&mut Point)) {
        match self {
            Shape::Rule(from, to) => [from, to].into_iter().for_each(act),
            Shape::Ring(at, _) | Shape::Diamond(at, _) | Shape::Code(at, ..) => act(at),
            Shape::Stroke(points) => points.iter_mut().for_each(act),
            Shape::Frame(area, _) => {
                let mut at = (area.x, area.y);
                act(&mut at);
                (area.x, area.y) = at;
            }
        }
    }

    /// The figure as SVG writes paths, in hundredths of a millimetre; canvases read the same.
    pub fn path(&self) -> String {
        let mut path = Path(String::new());
        match self {
            Shape::Rule(from, to) => path.point('M', *from).point('L', *to),
            Shape::Frame(area, notch) => path.frame(*area, *notch),
            Shape::Ring((x, y), r) => {
                let half = |path, to: f64| Path::arc(path, *r, true, (to, *y));
                half(half(path.point('M', (x - r, *y)), x + r), x - r)
            }
            Shape::Diamond((x, y), r) => {
                let tips = [(x - r, *y), (*x, y - r), (x + r, *y), (*x, y + r)];
                tips.iter()
                    .zip("MLLL".chars())
                    .fold(&mut path, |path, (tip, o)| path.point(o, *tip))
            }
            Shape::Code(at, module, code) => path.code(*at, *module, code),
            Shape::Stroke(points) => path.stroke(points),
        };
        if matches!(self, Shape::Frame(..) | Shape::Ring(..) | Shape::Diamond(..)) {
            path.0.push('Z');
        }
        path.0
    }
}

/// Hundredths of a millimetre.
#[expect(clippy::cast_possible_truncation, reason = "pages are far smaller than an i32")]
pub fn hundredths(millimetres: f64) -> i32 {
    (millimetres * 100.0).round() as i32
}

/// The text of a path.
struct Path(String);

impl Path {
    fn number(&mut self, n: f64) {
        self.0.push_str(&hundredths(n).to_string());
        self.0.push(' ');
    }

    fn point(&mut self, order: char, (x, y): Point) -> &mut Path {
        self.0.push(order);
        self.number(x);
        self.number(y);
        self
    }

    fn arc(&mut self, radius: f64, clockwise: bool, to: Point) -> &mut Path {
        self.point('A', (radius, radius)).0.push_str(if clockwise { "0 0 1 " } else { "0 0 0 " });
        self.number(to.0);
        self.number(to.1);
        self
    }

    fn frame(&mut self, area: Area, notch: f64) -> &mut Path {
        let Area { x, y, width, height } = area;
        let (right, bottom) = (x + width, y + height);
        // Each side, then the hollow corner after it.
        let sides = [
            ((x + notch, y), (right - notch, y), (right, y + notch)),
            ((right, y + notch), (right, bottom - notch), (right - notch, bottom)),
            ((right - notch, bottom), (x + notch, bottom), (x, bottom - notch)),
            ((x, bottom - notch), (x, y + notch), (x + notch, y)),
        ];
        for (n, (from, to, corner)) in sides.into_iter().enumerate() {
            self.point(if n == 0 { 'M' } else { 'L' }, from).point('L', to);
            if notch > 0.0 {
                self.arc(notch, false, corner);
            }
        }
        self
    }

    /// The dark modules, those beside one another in one piece.
    fn code(&mut self, (x, y): Point, module: f64, code: &QrCode) -> &mut Path {
        let side = code.size();
        for row in 0..side {
            let mut column = 0;
            while column < side {
                let dark = (column..side).take_while(|c| code.get_module(*c, row)).count();
                #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
                let length = dark as i32;
                if length > 0 {
                    let place = |n: i32| f64::from(n) * module;
                    self.point('M', (x + place(column), y + place(row)));
                    for (order, n) in [('h', length), ('v', 1), ('h', -length)] {
                        self.0.push(order);
                        self.number(place(n));
                    }
                    self.0.push('z');
                }
                column += length + 1;
            }
        }
        self
    }

    /// Through the middle between each two points, so that corners become round.
    fn stroke(&mut self, points: &[Point]) -> &mut Path {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return self };
        self.point('M', *first);
        let bends = points.get(1..points.len() - 1).unwrap_or_default();
        for (n, (x, y)) in bends.iter().enumerate() {
            let (next_x, next_y) = points[n + 2];
            self.point('Q', (*x, *y)).point(' ', ((x + next_x) / 2.0, (y + next_y) / 2.0));
        }
        // A dot is a line too short to see, but round at its ends.
        let dot = if points.len() == 1 { 0.01 } else { 0.0 };
        self.point('L', (last.0 + dot, last.1))
    }
}
