//! Panels, drawn from the data of the file.

use adil::json::number_text;
use adil::ui::{Child, El, part, svg};

use crate::model::{Colour, Drawings, HEIGHT, Ink, Panel, WIDTH};
use crate::session::Session;

/// One shape where it lies.
fn shape(ink: &Ink) -> El {
    let colour = |colour: &Option<Colour>| {
        colour.as_ref().map_or_else(|| "none".to_owned(), |colour| colour.as_str().to_owned())
    };
    let path = svg("path")
        .attr("d", ink.shape.d.as_str())
        .attr("fill", &colour(&ink.shape.fill))
        .attr("transform", &ink.transform());
    match &ink.shape.line {
        Some(line) => path
            .attr("stroke", line.as_str())
            .attr("stroke-width", &number_text(ink.shape.width.0))
            .attr("stroke-linecap", "round")
            .attr("stroke-linejoin", "round"),
        None => path,
    }
}

/// Shapes in a window of the drawing, as SVG names it.
pub fn drawn(inks: &[Ink], window: &str) -> El {
    let shapes: Vec<El> = inks.iter().map(shape).collect();
    svg("svg").attr("viewBox", window).attr("aria-hidden", "true").child(shapes)
}

/// The window of a whole panel.
pub fn whole() -> String {
    ["0 0 ", &number_text(WIDTH), " ", &number_text(HEIGHT)].concat()
}

/// All shapes of a panel; what it shows is said beside it.
pub fn panel_of(drawings: &Drawings, panel: &Panel) -> El {
    drawn(&drawings.inks(panel), &whole()).attr("class", "drawn").attr("part", "drawing")
}

/// A panel of the story. What it shows is its name; without one it only goes with the text.
pub fn panel(session: Session, panel: &Panel) -> El {
    let drawing = session.story(|story| panel_of(&story.drawings, panel));
    let Some(alt) = &panel.alt else { return drawing };
    session.read(|widget| {
        let (words, tag) = alt.resolve(&widget.rich.lang);
        let tag = widget.rich.language_of(tag).to_owned();
        let named = part("div", "panel").attr("role", "img").attr("aria-label", words);
        let named = if tag.is_empty() { named } else { named.attr("lang", &tag) };
        named.child(drawing)
    })
}

/// The face of a feeling, as a small sign beside its name.
pub fn face(session: Session, feeling: usize) -> Option<impl Child> {
    session.read(|widget| {
        let drawings = &widget.document.body.drawings;
        let one = drawings.feelings.get(feeling)?;
        let drawing = drawn(&drawings.feeling_inks(feeling), "-13 -13 26 26");
        let words = adil::ui::plain_line(&widget.rich, adil::ui::el("span"), &one.label);
        Some((drawing.attr("class", "face"), words))
    })
}
