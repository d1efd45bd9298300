//! Drawings from data: backgrounds, figures and feelings, each a few shapes, and the panels that
//! are put together from them. A school brings its own by writing other shapes.

use adil::content::{Localized, Reference};
use adil::json::{Problem, distinct, number_text};

use super::shape::{Scale, Shape, Units};

/// The width of a panel. Its left edge is 0.
pub const WIDTH: f64 = 320.0;
/// The height of a panel. Its upper edge is 0.
pub const HEIGHT: f64 = 200.0;
/// The most figures in one panel.
pub const MOST_FIGURES: usize = 12;
/// The most shapes of one drawing.
pub const MOST_SHAPES: usize = 200;

adil::record! {
    /// A background, 320 wide and 200 high, or a feeling, drawn around 0, 0 and 20 wide.
    pub struct Drawing {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "label" label: Localized,
        /// Its shapes, the lowest first.
        "shapes" shapes: Vec<Shape>,
    }
}

adil::record! {
    /// Where a figure has its face.
    pub struct FacePlace {
        /// To the right of where the figure stands.
        "x" x: Units,
        /// Below where it stands, so mostly a number below 0.
        "y" y: Units,
        /// How large a feeling is drawn.
        "size" size: Scale = Scale(1.0),
    }
}

adil::record! {
    /// Somebody or something that stands in a panel; 0, 0 is where it stands on the ground.
    pub struct Figure {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "label" label: Localized,
        /// Its shapes, the lowest first.
        "shapes" shapes: Vec<Shape>,
        /// Where its face is; things have none.
        "face" face: Option<FacePlace>,
    }
}

adil::record! {
    /// What pictures are made of.
    pub struct Drawings {
        /// What lies behind.
        "backgrounds" backgrounds: Vec<Drawing>,
        /// Who and what is in front.
        "figures" figures: Vec<Figure>,
        /// How figures look when they feel something.
        "feelings" feelings: Vec<Drawing>,
    }
}

adil::record! {
    /// A figure in a panel.
    pub struct PlacedFields {
        /// The id of the figure.
        "figure" figure: Reference,
        /// Where it stands, from the left edge.
        "x" x: Units,
        /// Where it stands, from the upper edge.
        "y" y: Units,
        /// How large it is.
        "size" size: Scale = Scale(1.0),
        /// Whether it looks the other way.
        "turned" turned: bool = false,
        /// The id of what it feels.
        "feels" feels: Option<Reference>,
    }
}

adil::record! {
    /// A picture that is put together from the drawings of the file.
    pub struct PanelFields {
        /// The id of what lies behind.
        "background" background: Reference,
        /// Who and what is in it, those at the back first.
        "figures" figures: Vec<PlacedFields>,
        /// What it shows, for those who do not see it; missing where the text says it all.
        "alt" alt: Option<Localized>,
    }
}

/// A figure in a panel, by its place among the drawings.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The figure.
    pub figure: usize,
    /// What it feels.
    pub feels: Option<usize>,
    /// Where it stands.
    pub at: (f64, f64),
    /// How large it is.
    pub size: f64,
    /// Whether it looks the other way.
    pub turned: bool,
}

/// A picture whose parts are all there.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What lies behind.
    pub background: usize,
    /// Who and what is in it.
    pub figures: Vec<Placed>,
    /// What it shows.
    pub alt: Option<Localized>,
}

/// A shape of a picture, where and how large it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Ink<'a> {
    /// The shape.
    pub shape: &'a Shape,
    /// Where its 0, 0 lies.
    pub at: (f64, f64),
    /// How large it is; the first number is below 0 where it is turned.
    pub scale: (f64, f64),
}

impl Ink<'_> {
    /// Where and how large it is, as SVG writes it.
    pub fn transform(&self) -> String {
        let text = |n: f64| number_text((n * 1000.0).round() / 1000.0);
        let ((x, y), (across, down)) = (self.at, self.scale);
        let parts = ["translate(", &text(x), " ", &text(y), ")scale(", &text(across), " "];
        [&parts.concat(), text(down).as_str(), ")"].concat()
    }
}

fn position<T>(list: &[T], id: &Reference, of: fn(&T) -> &Reference) -> Option<usize> {
    list.iter().position(|one| of(one) == id)
}

fn no_such(path: &str, what: &str, id: &Reference) -> Problem {
    let expected = ["the id of ", what, " of the drawings"].concat();
    Problem::new(path, &expected, &["\"", id.as_str(), "\""].concat())
}

impl Drawings {
    /// No drawings at all.
    pub fn none() -> Drawings {
        Drawings { backgrounds: Vec::new(), figures: Vec::new(), feelings: Vec::new() }
    }

    /// Refuses ids that come twice, and drawings that are too large.
    ///
    /// # Errors
    /// The place, what was expected and what was found.
    pub fn check(&self) -> Result<(), Problem> {
        let ids = |list: &[Drawing]| list.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        let figures: Vec<_> = self.figures.iter().map(|one| one.id.clone()).collect();
        let lists = [
            ("drawings.backgrounds", ids(&self.backgrounds)),
            ("drawings.figures", figures),
            ("drawings.feelings", ids(&self.feelings)),
        ];
        for (path, ids) in lists {
            let ids: Vec<&str> = ids.iter().map(Reference::as_str).collect();
            distinct(path, &ids, "drawing of this list")?;
        }
        let all = self.backgrounds.iter().chain(&self.feelings).map(|one| &one.shapes);
        let all = all.chain(self.figures.iter().map(|one| &one.shapes));
        match all.map(Vec::len).find(|count| *count > MOST_SHAPES) {
            Some(count) => {
                let found = number_text(count as f64);
                Err(Problem::new("drawings", "at most 200 shapes in a drawing", &found))
            }
            None => Ok(()),
        }
    }

    /// The place of a feeling.
    ///
    /// # Errors
    /// There is none of this id.
    pub fn feeling(&self, id: &Reference, path: &str) -> Result<usize, Problem> {
        let found = position(&self.feelings, id, |one| &one.id);
        found.ok_or_else(|| no_such(path, "a feeling", id))
    }

    /// A panel whose parts are looked up.
    ///
    /// # Errors
    /// A part is not there, or there are too many figures.
    pub fn panel(&self, fields: PanelFields, path: &str) -> Result<Panel, Problem> {
        let at = |field: &str| [path, field].concat();
        let background = position(&self.backgrounds, &fields.background, |one| &one.id)
            .ok_or_else(|| no_such(&at(".background"), "a background", &fields.background))?;
        if fields.figures.len() > MOST_FIGURES {
            let found = number_text(fields.figures.len() as f64);
            return Err(Problem::new(&at(".figures"), "at most 12 figures", &found));
        }
        let place = |(n, placed): (usize, PlacedFields)| {
            let path = at(&[".figures[", &number_text(n as f64), "]"].concat());
            let figure = position(&self.figures, &placed.figure, |one| &one.id)
                .ok_or_else(|| no_such(&[&path, ".figure"].concat(), "a figure", &placed.figure))?;
            let feels = placed.feels.as_ref();
            let feels =
                feels.map(|id| self.feeling(id, &[&path, ".feels"].concat())).transpose()?;
            let (size, turned) = (placed.size.0, placed.turned);
            Ok(Placed { figure, feels, at: (placed.x.0, placed.y.0), size, turned })
        };
        let figures = fields.figures.into_iter().enumerate().map(place);
        let figures = figures.collect::<Result<_, Problem>>()?;
        Ok(Panel { background, figures, alt: fields.alt })
    }

    /// All shapes of a panel, the lowest first. A part that is not there is left out.
    pub fn inks(&self, panel: &Panel) -> Vec<Ink<'_>> {
        let background = self.backgrounds.get(panel.background);
        let mut inks: Vec<Ink> = background.map(|one| plain(&one.shapes)).unwrap_or_default();
        for placed in &panel.figures {
            inks.extend(self.inks_of(placed));
        }
        inks
    }

    /// All shapes of one figure.
    pub fn inks_of(&self, placed: &Placed) -> Vec<Ink<'_>> {
        let Some(figure) = self.figures.get(placed.figure) else { return Vec::new() };
        let way = if placed.turned { -1.0 } else { 1.0 };
        let scale = (placed.size * way, placed.size);
        let ink = |shape| Ink { shape, at: placed.at, scale };
        let mut inks: Vec<Ink> = figure.shapes.iter().map(ink).collect();
        let feeling = placed.feels.or((!self.feelings.is_empty()).then_some(0));
        let feeling = feeling.and_then(|n| self.feelings.get(n));
        if let (Some(face), Some(feeling)) = (&figure.face, feeling) {
            let (x, y) = placed.at;
            let at = (x + face.x.0 * scale.0, y + face.y.0 * scale.1);
            let scale = (scale.0 * face.size.0, scale.1 * face.size.0);
            inks.extend(feeling.shapes.iter().map(|shape| Ink { shape, at, scale }));
        }
        inks
    }

    /// The shapes of a feeling alone, around 0, 0.
    pub fn feeling_inks(&self, feeling: usize) -> Vec<Ink<'_>> {
        self.feelings.get(feeling).map(|one| plain(&one.shapes)).unwrap_or_default()
    }
}

fn plain(shapes: &[Shape]) -> Vec<Ink<'_>> {
    shapes.iter().map(|shape| Ink { shape, at: (0.0, 0.0), scale: (1.0, 1.0) }).collect()
}

#[cfg(test)]
#[path = "drawing_tests.rs"]
mod tests;
