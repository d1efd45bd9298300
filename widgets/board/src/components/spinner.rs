//! A spinner: a wheel with as many fields as a die has faces, and a hand that stops at one.

use adil::json::number_text;
use adil::ui::{El, svg};

use crate::model::Game;
use crate::session::Session;

/// A wheel of so many fields whose hand points at one of them; screen readers pass over it, since
/// the number stands beside it.
pub fn spinner(session: Session, number: usize) -> El {
    let faces = session.game(|game| match game {
        Game::Board(board) => board.rules.faces.0,
        _ => 6,
    });
    let turn = 360.0 / faces.max(1) as f64;
    let rotate = |degrees: f64| ["rotate(", &number_text(degrees), " 50 50)"].concat();
    let edge =
        |n: usize| svg("path").attr("d", "M50 50V4").attr("transform", &rotate(turn * n as f64));
    let label = |n: usize| {
        let at = turn * (n as f64 + 0.5);
        let words = svg("text")
            .attr("x", "50")
            .attr("y", "18")
            .attr("text-anchor", "middle")
            .attr("font-size", if faces > 12 { "8" } else { "13" })
            .attr("transform", &rotate(at));
        words.child(session.number(n + 1))
    };
    let edges: Vec<El> = (0..faces).map(edge).collect();
    let labels: Vec<El> = (0..faces).map(label).collect();
    let degrees = turn * (number as f64 - 0.5);
    let hand = svg("path").attr("class", "hand").attr("d", "M50 13 56 54a6.500 6.500 0 1 1-12 0z");
    let hand = hand.attr("transform", &rotate(degrees));
    let whole = svg("g").attr("class", "turns").child(hand);
    svg("svg")
        .attr("viewBox", "0 0 100 100")
        .attr("class", "spinner")
        .attr("part", "spinner")
        .attr("aria-hidden", "true")
        .child((
            svg("circle").attr("cx", "50").attr("cy", "50").attr("r", "46"),
            edges,
            labels,
            whole,
        ))
}
