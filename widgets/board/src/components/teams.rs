//! Where all teams stand, and what the variables are for each.

use adil::json::number_text;
use adil::rules::{Range, Value};
use adil::ui::{El, el, part};

use super::shared::{block, subheading, team};
use crate::model::{Game, Phase};
use crate::session::Session;

/// The numbers with a label that a team has.
fn values(session: Session, team: usize) -> Vec<El> {
    let Some(position) = session.position() else { return Vec::new() };
    session.read(|widget| {
        let Game::Board(board) = &widget.document.body else { return Vec::new() };
        let Some(standing) = position.teams.get(team) else { return Vec::new() };
        let shown = board.variables.all().iter().filter_map(|variable| {
            let label = variable.label()?.get(&widget.rich.lang).to_owned();
            let Range::Numbers(_, _) = variable.range() else { return None };
            match board.variables.value(&standing.values, variable.name()) {
                Some(Value::Number(n)) => {
                    let n = widget.texts.number(n.into());
                    let words = widget.texts.fill("value", &[("label", &label), ("n", &n)]);
                    Some(el("span").attr("class", "task").child(words))
                }
                _ => None,
            }
        });
        shown.collect()
    })
}

/// Each team with its square, and a bar of how far it is.
pub fn view(session: Session) -> Option<El> {
    let position = session.position()?;
    let squares = session.game(|game| match game {
        Game::Board(board) => board.squares,
        _ => 1,
    });
    let row = |(n, standing): (usize, &crate::model::Standing)| {
        let is_now = position.team == n && position.phase != Phase::Over;
        let square = session.number(standing.square);
        let words = session.fill("on_square", &[("n", &square)]);
        part("li", "standing")
            .state("standing", if is_now { "now" } else { "" })
            .attr("aria-current", adil::ui::aria_bool(is_now))
            .child((
                team(session, n),
                el("span").attr("class", "square").child(words),
                part("progress", "bar")
                    .attr("aria-hidden", "true")
                    .attr("max", &number_text(squares as f64))
                    .attr("value", &number_text(standing.square as f64)),
                values(session, n),
            ))
    };
    let rows: Vec<El> = position.teams.iter().enumerate().map(row).collect();
    Some(
        part("ul", "teams")
            .attr("role", "list")
            .attr("aria-label", &session.text("teams"))
            .child(rows),
    )
}

/// The stories of all ladders and slides, folded.
pub fn stories(session: Session) -> Option<El> {
    let rows: Vec<El> = session.game(|game| {
        let Game::Board(board) = game else { return Vec::new() };
        let row = |link: &crate::model::Link| {
            let key = if link.is_ladder() { "ladder" } else { "slide" };
            let (from, to) = (session.number(link.from), session.number(link.to));
            let words = session.fill(key, &[("from", &from), ("to", &to)]);
            let kind = if link.is_ladder() { "ladder" } else { "slide" };
            part("li", "move")
                .attr("data-kind", kind)
                .state("move", kind)
                .child((el("b").child(words), block(session, "story", &link.text)))
        };
        board.links.iter().map(row).collect()
    });
    (!rows.is_empty()).then(|| {
        part("details", "notes").child((
            part("summary", "summary").child(session.text("stories")),
            subheading(session, session.text("stories")),
            part("ul", "happened").attr("role", "list").child(rows),
        ))
    })
}
