//! The board: squares, ladders and slides as a drawing, and tokens over it.

use adil::json::number_text;
use adil::ui::{El, el, part, picture, set_style, svg};

use super::token::token;
use crate::model::{Board, DeckKind, Drawing, Game, Happened, Position};
use crate::session::Session;

fn n(number: f64) -> String {
    number_text((number * 10.0).round() / 10.0)
}

fn line(class: &'static str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> El {
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(n);
    svg("path").attr("class", class).attr("d", &["M", &x1, " ", &y1, "L", &x2, " ", &y2].concat())
}

/// How far two points are from each other, and never nothing.
fn length(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    (dx * dx + dy * dy).sqrt().max(1.0)
}

/// A point so far along a way, and so far beside it.
fn beside(from: (f64, f64), to: (f64, f64), share: f64, aside: f64) -> (f64, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = length(from, to);
    (from.0 + dx * share - dy / length * aside, from.1 + dy * share + dx / length * aside)
}

/// Two rails and their rungs.
fn ladder(from: (f64, f64), to: (f64, f64), side: f64) -> El {
    let half = side * 0.1;
    let length = length(from, to);
    // What of both squares stays free, so that their numbers are seen.
    let (start, end) = (side * 0.18 / length, 1.0 - side * 0.18 / length);
    let rail = |aside| line("rail", beside(from, to, start, aside), beside(from, to, end, aside));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rungs = (length / (side * 0.26)) as usize;
    let rung = |k: usize| {
        let share = start + (end - start) * (k as f64 + 0.5) / rungs.max(1) as f64;
        line("rung", beside(from, to, share, -half), beside(from, to, share, half))
    };
    let rungs: Vec<El> = (0..rungs).map(rung).collect();
    svg("g").attr("class", "ladder").child((rungs, rail(-half), rail(half)))
}

/// A chute that swings to both sides.
fn slide(from: (f64, f64), to: (f64, f64), side: f64) -> El {
    let swing = side * 0.55;
    let a = beside(from, to, 0.3, swing);
    let b = beside(from, to, 0.7, -swing);
    let points = [from, a, b, to].map(|(x, y)| [n(x), " ".to_owned(), n(y)].concat());
    let [from, a, b, to] = points.each_ref();
    let path = ["M", from, "C", a, " ", b, " ", to].concat();
    svg("g").attr("class", "slide").child((
        svg("path").attr("class", "chute").attr("d", &path),
        svg("path").attr("class", "groove").attr("d", &path),
    ))
}

/// The sign of a deck on its square.
fn sign(kind: DeckKind, (x, y): (f64, f64), side: f64) -> El {
    let path = match kind {
        DeckKind::Question => {
            "M-5 -4a5 5 0 1 1 7.500 4.300c-1.800 1-2.500 1.900-2.500 3.700M0 9v.200"
        }
        DeckKind::Task => "M-8 8l1.500-5.500L4 -8l4 4L-2.500 6.500zM1.500 -5.500l4 4",
        DeckKind::Fate => {
            "M0 -9C.8 -2.500 2.500 -.8 9 0 2.500.8.8 2.500 0 9-.8 2.500-2.500.8-9 0-2.500-.8-.8-2.500 0-9z"
        }
    };
    let scale = side / 100.0 * 1.5;
    let place = ["translate(", &n(x), " ", &n(y), ") scale(", &number_text(scale), ")"].concat();
    svg("path").attr("class", "deck-sign").attr("d", path).attr("transform", &place)
}

fn square(board: &Board, drawing: &Drawing, square: usize) -> El {
    let (x, y) = drawing.middle(square);
    let side = drawing.side;
    let inner = side * 0.92;
    let deck = board.deck_on(square).and_then(|deck| board.decks.get(deck)).map(|deck| deck.kind);
    let kind = match deck {
        _ if square == 1 => "first",
        _ if square == board.squares => "last",
        Some(kind) => kind.word(),
        None => "",
    };
    let corner = |middle: f64| n(middle - inner / 2.0);
    let sign = deck.map(|kind| sign(kind, (x + side * 0.17, y + side * 0.13), side));
    let goal = (square == board.squares).then(|| goal((x, y + side * 0.06), side));
    svg("g").attr("class", "place").attr("data-kind", kind).child((
        svg("rect")
            .state("square", kind)
            .attr("x", &corner(x))
            .attr("y", &corner(y))
            .attr("width", &n(inner))
            .attr("height", &n(inner))
            .attr("rx", &n(side * 0.16)),
        sign,
        goal,
    ))
}

/// A star on the last square.
fn goal((x, y): (f64, f64), side: f64) -> El {
    let scale = number_text(side / 100.0 * 2.0);
    let place = ["translate(", &n(x), " ", &n(y), ") scale(", &scale, ") translate(-12 -12)"];
    svg("path")
        .attr("class", "goal")
        .attr("d", super::token::STAR)
        .attr("transform", &place.concat())
}

/// The number of a square, over ladders and slides, so that it can be read.
fn number(session: Session, drawing: &Drawing, square: usize) -> El {
    let (x, y) = drawing.middle(square);
    svg("text")
        .attr("class", "number")
        .attr("x", &n(x - drawing.side * 0.36))
        .attr("y", &n(y - drawing.side * 0.18))
        .attr("font-size", &n(drawing.side * 0.23))
        .child(session.number(square))
}

/// The board as a drawing, of which only one is shown where `quarter` names one of four
/// quarters.
pub fn drawing(session: Session, quarter: Option<usize>) -> Option<El> {
    let mirrored = session.read(|widget| widget.texts.is_right_to_left());
    session.game(|game| {
        let Game::Board(board) = game else { return None };
        let drawing = Drawing::of(board, mirrored);
        let (w, h) = (drawing.width, drawing.height);
        let view = match quarter {
            Some(place) => {
                let at = |second: bool, length: f64| n(if second { length / 2.0 } else { 0.0 });
                let (x, y) = (at(place % 2 == 1, w), at(place > 1, h));
                [x, y, n(w / 2.0), n(h / 2.0)]
            }
            None => ["0".to_owned(), "0".to_owned(), n(w), n(h)],
        };
        let squares = (1..=board.squares).map(|one| square(board, &drawing, one));
        let links = board.links.iter().map(|link| {
            let (from, to) = (drawing.middle(link.from), drawing.middle(link.to));
            if link.is_ladder() {
                ladder(from, to, drawing.side)
            } else {
                slide(from, to, drawing.side)
            }
        });
        let numbers = (1..=board.squares).map(|one| number(session, &drawing, one));
        let label = session.count("board_label", board.squares);
        let path: Vec<String> =
            drawing.middles.iter().map(|(x, y)| [n(*x), ",".to_owned(), n(*y)].concat()).collect();
        let shown = svg("svg")
            .attr("viewBox", &view.join(" "))
            .attr("class", "drawing")
            .attr("role", "img")
            .attr("aria-label", &label)
            .child((
                svg("polyline").attr("class", "way").attr("points", &path.join(" ")),
                squares.collect::<Vec<_>>(),
                links.collect::<Vec<_>>(),
                numbers.collect::<Vec<_>>(),
            ));
        let behind =
            board.picture.as_ref().map(|image| session.read(|widget| picture(&widget.rich, image)));
        Some(el("div").attr("class", "map").child((behind, shown)))
    })
}

/// Where tokens of teams on one square stand beside each other, in shares of its side.
fn aside(place: usize, count: usize) -> (f64, f64) {
    match (count, place) {
        (0 | 1, _) => (0.0, 0.1),
        (2, _) => (if place == 0 { -0.2 } else { 0.2 }, 0.12),
        (_, 0) => (-0.28, 0.02),
        (_, 1) => (0.02, 0.02),
        (_, 2) => (0.3, 0.02),
        (_, 3) => (-0.14, 0.31),
        _ => (0.16, 0.31),
    }
}

/// Where a token was before the last move, and where the die alone had led it.
fn walk(position: &Position, team: usize) -> Vec<usize> {
    let of_team = position.happened.iter().filter_map(|one| match one {
        Happened::Moved { team: moved, from, to, .. } if *moved == team => Some((*from, *to)),
        _ => None,
    });
    let mut stops: Vec<usize> = Vec::new();
    for (from, to) in of_team {
        if stops.is_empty() {
            stops.push(from);
        }
        stops.push(to);
    }
    stops
}

fn tokens(session: Session, drawing: &Drawing) -> Vec<El> {
    let Some(position) = session.position() else { return Vec::new() };
    let squares: Vec<usize> = position.teams.iter().map(|standing| standing.square).collect();
    let one = |team: usize| {
        let square = squares.get(team).copied().unwrap_or(1);
        let on = |n: &&usize| **n == square;
        let place = squares.iter().take(team).filter(on).count();
        let count = squares.iter().filter(on).count();
        let (dx, dy) = aside(place, count);
        let at = |square: usize| {
            let (x, y) = drawing.middle(square);
            let share = |v: f64, length: f64| [n(v / length * 100.0), "%".to_owned()].concat();
            (
                share(x + dx * drawing.side, drawing.width),
                share(y + dy * drawing.side, drawing.height),
            )
        };
        let stops = walk(&position, team);
        let (is_now, walks) = (position.team == team, stops.len() > 1);
        let place = el("span")
            .attr("class", "pawn")
            .attr("data-now", move || is_now)
            .attr("data-many", move || count > 2)
            .attr("data-walks", move || walks);
        let element = place.element();
        let size = [n(drawing.side / drawing.width * 100.0), "cqi".to_owned()].concat();
        set_style(&element, "--_side", &size);
        let (x, y) = at(square);
        set_style(&element, "--_x", &x);
        set_style(&element, "--_y", &y);
        if let [first, .., last] = stops.as_slice() {
            let via = stops.get(1).copied().unwrap_or(*last);
            let ((fx, fy), (vx, vy)) = (at(*first), at(via));
            set_style(&element, "--_from-x", &fx);
            set_style(&element, "--_from-y", &fy);
            set_style(&element, "--_via-x", &vx);
            set_style(&element, "--_via-y", &vy);
        }
        place.child(token(team))
    };
    (0..squares.len()).map(one).collect()
}

/// The board with its tokens, which follow the game.
pub fn view(session: Session) -> Option<El> {
    let mirrored = session.read(|widget| widget.texts.is_right_to_left());
    let drawn = session.game(|game| match game {
        Game::Board(board) => Some(Drawing::of(board, mirrored)),
        _ => None,
    })?;
    let pawns = move || {
        session.screen.track();
        leptos::prelude::untrack(|| tokens(session, &drawn))
    };
    let pawns = el("div").attr("class", "pawns").attr("aria-hidden", "true").child(pawns);
    Some(part("div", "board").child((drawing(session, None), pawns)))
}
