//! A strip of panels that a learner makes: a background, figures on a grid, how they feel, and one
//! sentence in a bubble.

use adil::Json;
use adil::content::Reference;

use super::drawing::{Drawings, Panel, Placed, WIDTH};

/// The columns of the grid on which figures stand.
pub const COLUMNS: usize = 5;
/// The rows of the grid: far and near.
pub const ROWS: usize = 2;
/// The most panels of a strip.
pub const MOST_PANELS: usize = 6;
/// The most letters of the sentence in a bubble.
pub const MOST_LETTERS: usize = 80;

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
pub(super) fn place(cell: usize) -> (f64, f64, f64) {
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

#[cfg(test)]
#[path = "strip_tests.rs"]
mod tests;
