//! A certificate as a vector drawing, on the screen and in the printer.

use adil::ui::{El, svg};
use leptos::prelude::*;

use crate::model::certificate::{
    Anchor, Area, Line, Mark, Page, PageShape, Pen, Shape, Signature, Tone, hundredths,
};
use crate::session::certificate::Desk;

/// The colours of paper, whatever the screen has. Without colours they are dark greys.
pub const fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Ink => "#1e1b2c",
        Tone::Soft => "#55505f",
        Tone::Accent => "#24389c",
        Tone::Warm => "#94610a",
    }
}

/// One certificate. Screen readers read its name; its words stand beside all of them.
fn paper(marks: &[Mark], shape: PageShape, family: &str, logo: Option<&str>, name: &str) -> El {
    let (width, height) = shape.size();
    let corner = [hundredths(width).to_string(), hundredths(height).to_string()].join(" ");
    svg("svg")
        .attr("viewBox", &["0 0 ", &corner].concat())
        .attr("class", "paper")
        .attr("part", "paper")
        .attr("data-shape", shape.word())
        .attr("role", "img")
        .attr("aria-label", name)
        .attr("font-family", family)
        .child(marks.iter().map(|mark| drawn(mark, logo)).collect::<Vec<_>>())
}

fn at(element: El, name: &'static str, millimetres: f64) -> El {
    element.attr(name, &hundredths(millimetres).to_string())
}

fn drawn(mark: &Mark, logo: Option<&str>) -> El {
    match mark {
        Mark::Text(line) => text(line),
        Mark::Shape(shape, pen, tone) => figure(shape, *pen, *tone),
        Mark::Logo(Area { x, y, width, height }) => {
            let image = at(at(svg("image"), "x", *x), "y", *y);
            let image = at(at(image, "width", *width), "height", *height);
            // The page showed this very picture, so that its address is the page's own.
            image.attr("href", logo.unwrap_or_default())
        }
    }
}

fn text(line: &Line) -> El {
    let anchor = match (line.anchor, line.rtl) {
        (Anchor::Middle, _) => "middle",
        (Anchor::Left, false) | (Anchor::Right, true) => "start",
        (Anchor::Left, true) | (Anchor::Right, false) => "end",
    };
    let text = at(at(svg("text"), "x", line.at.0), "y", line.at.1);
    at(text, "font-size", line.size)
        .attr("font-weight", if line.bold { "700" } else { "400" })
        .attr("text-anchor", anchor)
        .attr("direction", if line.rtl { "rtl" } else { "ltr" })
        .attr("fill", colour(line.tone))
        .child(line.text.as_str())
}

fn figure(shape: &Shape, pen: Pen, tone: Tone) -> El {
    let path = svg("path").attr("d", &shape.path());
    let path = if matches!(shape, Shape::Code(..)) { path.attr("class", "code") } else { path };
    match pen {
        Pen::Fill => path.attr("fill", colour(tone)),
        Pen::Line(width) => at(path, "stroke-width", width)
            .attr("fill", "none")
            .attr("stroke", colour(tone))
            .attr("stroke-linecap", "round")
            .attr("stroke-linejoin", "round"),
    }
}

/// All certificates, each with its signature.
pub fn papers(desk: Desk, page: &Page) -> Vec<El> {
    let (ruler, logo) = (desk.ruler(), desk.logo.get());
    let lang = desk.lang();
    let paper = |(marks, signature): (&Vec<Mark>, Signature)| {
        let kind = desk.text("certificate");
        let name = match signature {
            Signature::Typed(name) => [&kind, ": ", &name].concat(),
            _ => kind,
        };
        let paper = paper(marks, page.shape, ruler.family(), logo.as_deref(), &name);
        paper.attr("lang", &lang)
    };
    desk.sheets(page).iter().zip(desk.signatures()).map(paper).collect()
}
