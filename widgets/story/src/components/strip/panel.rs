//! A panel that a learner makes, drawn with its bubble.

use adil::ui::{Child, El, svg};

use crate::components::drawn;
use crate::model::{Bubble, LETTER, Made};
use crate::session::Desk;

/// A panel with its bubble.
pub fn panel_of(desk: Desk, made: &Made) -> El {
    let drawing = desk.drawings(|drawings| drawn::panel_of(drawings, &made.panel()));
    let is_rtl = desk.session.read(|widget| widget.texts.is_right_to_left());
    let direction = if is_rtl { "rtl" } else { "ltr" };
    let bubble = desk.drawings(|drawings| made.bubble(drawings));
    drawing.child(bubble.map(|bubble| bubble_of(&bubble, direction)))
}

fn bubble_of(bubble: &Bubble, direction: &str) -> impl Child + use<> {
    let number = adil::json::number_text;
    let path = svg("path")
        .attr("d", &bubble.path)
        .attr("fill", "#fff")
        .attr("stroke", "#2b2540")
        .attr("stroke-width", "1.5");
    let line = |(x, y, words): &(f64, f64, String)| {
        svg("text")
            .attr("x", &number(*x))
            .attr("y", &number(*y))
            .attr("direction", direction)
            .attr("text-anchor", "middle")
            .attr("font-size", &number(LETTER))
            .attr("fill", "#1e1b2c")
            .child(words.as_str())
    };
    (path, bubble.lines.iter().map(line).collect::<Vec<El>>())
}
