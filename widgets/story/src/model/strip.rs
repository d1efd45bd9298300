//! A strip of panels that a learner makes: a background, figures on a grid, how they feel, and one
//! sentence in a bubble.

use adil::Json;
use adil::content::Reference;
use adil::json::number_text;

use super::drawing::{Drawings, HEIGHT, Ink, Panel, Placed, WIDTH};

/// The columns of the grid on which figures stand.
pub const COLUMNS: usize = 5;
/// The rows of the grid: far and near.
pub const ROWS: usize = 2;
/// The most panels of a strip.
pub const MOST_PANELS: usize = 6;
/// The most letters of the sentence in a bubble.
pub const MOST_LETTERS: usize = 80;
/// About how many letters stand in a line of a bubble.
const LINE: usize = 20;
/// The size of the letters in a bubble.
pub const LETTER: f64 = 12.0;

/// A figure on the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The figure.
    pub figure: usize,
    /// How it feels.
    pub feels: usize,
    /// Where it stands: row by row, the far one first.
    pub cell: usize,
    /// Whether it looks the other way.
    pub turned: bool,
}

/// A panel that a learner makes. Each figure stands on a cell of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// What lies behind.
    pub background: usize,
    /// Who and what is in it.
    pub figures: Vec<Standing>,
    /// The sentence.
    pub words: String,
    /// The cell of who says it; nobody where it is empty.
    pub speaker: Option<usize>,
}

/// The bubble of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Bubble {
    /// Its outline, as SVG writes it.
    pub path: String,
    /// Its lines, each with where its middle stands.
    pub lines: Vec<(f64, f64, String)>,
}

/// A strip of panels; there is always one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    panels: Vec<Made>,
    at: usize,
}

impl Default for Strip {
    fn default() -> Self {
        Strip { panels: vec![Made::default()], at: 0 }
    }
}

/// Where a cell is, and how large who stands there is.
fn place(cell: usize) -> (f64, f64, f64) {
    let (column, row) = (cell % COLUMNS, cell / COLUMNS);
    let x = WIDTH * (column as f64 + 0.5) / COLUMNS as f64;
    if row == 0 { (x, 158.0, 0.85) } else { (x, 194.0, 1.2) }
}

impl Made {
    /// The figure on a cell.
    pub fn on(&self, cell: usize) -> Option<&Standing> {
        self.figures.iter().find(|standing| standing.cell == cell)
    }

    fn on_mut(&mut self, cell: usize) -> Option<&mut Standing> {
        self.figures.iter_mut().find(|standing| standing.cell == cell)
    }

    /// Puts a figure on a free cell, near and in the middle first; the cell, or nothing where all
    /// are taken.
    pub fn put(&mut self, figure: usize) -> Option<usize> {
        let near = COLUMNS * (ROWS - 1);
        let middle_first = [2, 1, 3, 0, 4];
        let cells = middle_first.iter().map(|n| near + n).chain(middle_first);
        let cell = cells.into_iter().find(|cell| self.on(*cell).is_none())?;
        self.figures.push(Standing { figure, feels: 0, cell, turned: false });
        self.speaker = self.speaker.or(Some(cell));
        Some(cell)
    }

    /// Moves a figure to another cell; whoever stands there changes places with it.
    pub fn shift(&mut self, from: usize, to: usize) {
        if to >= COLUMNS * ROWS || self.on(from).is_none() {
            return;
        }
        let swapped = |cell: usize| match cell {
            _ if cell == from => to,
            _ if cell == to => from,
            _ => cell,
        };
        self.figures.iter_mut().for_each(|standing| standing.cell = swapped(standing.cell));
        self.speaker = self.speaker.map(swapped);
    }

    /// Takes a figure away.
    pub fn take_away(&mut self, cell: usize) {
        self.figures.retain(|standing| standing.cell != cell);
        if self.speaker == Some(cell) {
            self.speaker = self.figures.first().map(|standing| standing.cell);
        }
    }

    /// Has a figure feel something.
    pub fn feel(&mut self, cell: usize, feels: usize) {
        if let Some(standing) = self.on_mut(cell) {
            standing.feels = feels;
        }
    }

    /// Has a figure look the other way.
    pub fn turn(&mut self, cell: usize) {
        if let Some(standing) = self.on_mut(cell) {
            standing.turned = !standing.turned;
        }
    }

    /// Has somebody say a sentence; what is too long is cut off.
    pub fn say(&mut self, words: &str, speaker: Option<usize>) {
        self.words = words.chars().filter(|c| !c.is_control()).take(MOST_LETTERS).collect();
        let first = self.figures.first().map(|standing| standing.cell);
        let known = speaker.filter(|cell| self.on(*cell).is_some());
        let before = self.speaker.filter(|cell| self.on(*cell).is_some());
        self.speaker = known.or(before).or(first);
    }

    /// The panel as it is drawn: those far away first.
    pub fn panel(&self) -> Panel {
        let mut standing: Vec<&Standing> = self.figures.iter().collect();
        standing.sort_by_key(|one| one.cell);
        let placed = |one: &&Standing| {
            let (x, y, size) = place(one.cell);
            let feels = Some(one.feels);
            Placed { figure: one.figure, feels, at: (x, y), size, turned: one.turned }
        };
        let figures = standing.iter().map(placed).collect();
        Panel { background: self.background, figures, alt: None }
    }

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

impl Strip {
    /// All panels.
    pub fn panels(&self) -> &[Made] {
        &self.panels
    }

    /// The place of the panel that is worked on.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The panel that is worked on.
    pub fn here(&self) -> &Made {
        &self.panels[self.at]
    }

    /// The panel that is worked on, to be changed.
    pub fn here_mut(&mut self) -> &mut Made {
        &mut self.panels[self.at]
    }

    /// Works on another panel.
    pub fn go(&mut self, to: usize) {
        self.at = to.min(self.panels.len() - 1);
    }

    /// Adds a panel with the same background and figures, without words, and works on it; whether
    /// there was room.
    pub fn add(&mut self) -> bool {
        let room = self.panels.len() < MOST_PANELS;
        if room {
            let made = Made { words: String::new(), speaker: None, ..self.here().clone() };
            self.panels.insert(self.at + 1, made);
            self.at += 1;
        }
        room
    }

    /// Takes the panel away that is worked on; the last one becomes empty.
    pub fn remove(&mut self) {
        self.panels.remove(self.at);
        if self.panels.is_empty() {
            self.panels.push(Made::default());
        }
        self.go(self.at);
    }

    /// The strip as it is kept, by the ids of the drawings.
    pub fn save(&self, drawings: &Drawings) -> Json {
        let background = |n: usize| drawings.backgrounds.get(n).map(|one| one.id.as_str());
        let figure = |n: usize| drawings.figures.get(n).map(|one| one.id.as_str());
        let feeling = |n: usize| drawings.feelings.get(n).map(|one| one.id.as_str());
        let id = |id: Option<&str>| id.map_or(Json::Null, Json::from);
        let standing = |one: &Standing| {
            Json::object([
                ("figure", id(figure(one.figure))),
                ("feels", id(feeling(one.feels))),
                ("cell", one.cell.into()),
                ("turned", one.turned.into()),
            ])
        };
        let made = |made: &Made| {
            Json::object([
                ("background", id(background(made.background))),
                ("figures", Json::List(made.figures.iter().map(standing).collect())),
                ("words", made.words.as_str().into()),
                ("speaker", made.speaker.map_or(Json::Null, Json::from)),
            ])
        };
        Json::object([("panels", Json::List(self.panels.iter().map(made).collect()))])
    }

    /// A strip as it was kept; what the drawings have no more is left out.
    pub fn restore(drawings: &Drawings, kept: &Json) -> Strip {
        let cell = |json: Option<&Json>| {
            let n = json.and_then(Json::number)?;
            (0..COLUMNS * ROWS).find(|cell| (*cell as f64 - n).abs() < 0.001)
        };
        let place = |json: &Json, name: &str, ids: &[&Reference]| {
            let id = json.get(name).and_then(Json::text)?;
            ids.iter().position(|one| one.as_str() == id)
        };
        let backgrounds: Vec<_> = drawings.backgrounds.iter().map(|one| &one.id).collect();
        let figures: Vec<_> = drawings.figures.iter().map(|one| &one.id).collect();
        let feelings: Vec<_> = drawings.feelings.iter().map(|one| &one.id).collect();
        let list =
            |json: &Json, name: &str| json.get(name).map(Json::list).unwrap_or_default().to_vec();
        let made = |json: &Json| {
            let mut made = Made {
                background: place(json, "background", &backgrounds).unwrap_or(0),
                ..Made::default()
            };
            for one in list(json, "figures") {
                let found = place(&one, "figure", &figures).zip(cell(one.get("cell")));
                let Some((figure, cell)) = found else { continue };
                if made.on(cell).is_none() {
                    let feels = place(&one, "feels", &feelings).unwrap_or(0);
                    let turned = matches!(one.get("turned"), Some(Json::Bool(true)));
                    made.figures.push(Standing { figure, feels, cell, turned });
                }
            }
            let words = json.get("words").and_then(Json::text).unwrap_or_default();
            made.say(words, cell(json.get("speaker")));
            made
        };
        let panels: Vec<Made> = list(kept, "panels").iter().take(MOST_PANELS).map(made).collect();
        if panels.is_empty() { Strip::default() } else { Strip { panels, at: 0 } }
    }
}

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
    let sheet = Sheet::new(strip.panels.len());
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
    for (made, (x, y)) in strip.panels.iter().zip(&sheet.corners) {
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
#[path = "strip_tests.rs"]
mod tests;
