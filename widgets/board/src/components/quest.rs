//! A quest: which team is where, its time, and the sheets of the juries.

use adil::json::number_text;
use adil::ui::{Child, El, el, part, plain_button, tell_chosen};
use leptos::prelude::untrack;

use super::shared::{block, countdown, go, heading, plain, subheading, team};
use crate::model::{Course, Game, MOST_POINTS, Move, Quest, State, Total};
use crate::session::Session;

/// Reads the quest and how it stands.
fn with<T>(session: Session, read: impl FnOnce(&Quest, &Course) -> T) -> Option<T> {
    session.game(|game| {
        session.play(|play| match (game, play?.state()) {
            (Game::Quest(quest), State::Quest(course)) => Some(read(quest, course)),
            _ => None,
        })
    })
}

fn teams(session: Session) -> crate::model::Teams {
    session.play(|play| play.map(|play| play.setup.teams)).unwrap_or(crate::model::Teams::new(2))
}

/// The screen of a round, or the end.
pub fn view(session: Session) -> El {
    let over = with(session, |_, course| course.over).unwrap_or(true);
    if over { end(session) } else { round(session) }
}

/// Points from 0 to 5 for one criterion: a row of radio buttons.
fn criterion(session: Session, team: usize, station: usize, n: usize) -> Option<El> {
    with(session, |quest, course| {
        let criterion = quest.stations.get(station)?.criteria.get(n)?;
        let given = course.points(team, station, n);
        let name = ["p", &number_text(team as f64), "-", &number_text(n as f64)].concat();
        let option = |points: usize| {
            let input =
                el("input").attr("type", "radio").attr("name", &name).on("change", move |_| {
                    session.give(Move::Points { team, station, criterion: n, points });
                });
            let input = if given == Some(points) { input.attr("checked", "") } else { input };
            part("label", "point").child((input, el("span").child(session.number(points))))
        };
        let options: Vec<El> = (0..=MOST_POINTS).map(option).collect();
        let help = criterion
            .help
            .as_ref()
            .map(|help| plain(session, el("span").attr("class", "task"), help));
        let group = el("fieldset").attr("class", "choices").child((
            el("legend").child((plain(session, el("b"), &criterion.title), help)),
            el("div").attr("class", "row").child(options),
        ));
        Some(tell_chosen(group, "point"))
    })
    .flatten()
}

fn sheet(session: Session, n: usize, round: usize) -> Option<El> {
    with(session, |quest, _| {
        let all = teams(session);
        let at = quest.station(all, n, round);
        let Some((place, station)) = at.and_then(|at| Some((at, quest.stations.get(at)?))) else {
            return part("section", "sheet").child((
                subheading(session, team(session, n)),
                el("p").child(session.text("waits")),
            ));
        };
        let title = plain(session, el("b"), &station.title);
        let material = station.material.as_ref().map(|material| {
            el("p").attr("class", "task").child(plain(session, el("span"), material))
        });
        let criteria: Vec<El> =
            (0..station.criteria.len()).filter_map(|c| criterion(session, n, place, c)).collect();
        let judged = move || {
            session.follow_points();
            let sum = with(session, |_, course| course.at_station(n, place)).unwrap_or(0);
            session.count("points", sum)
        };
        part("section", "sheet").child((
            subheading(session, team(session, n)),
            el("p").child(title),
            block(session, "text", &station.text),
            material,
            criteria,
            el("p").attr("class", "sum").child(judged),
        ))
    })
}

/// Whether a jury has not given all its points in this round.
fn missing(session: Session, round: usize) -> bool {
    with(session, |quest, course| {
        let all = teams(session);
        let waits =
            |team| quest.station(all, team, round).is_some_and(|at| !course.is_judged(team, at));
        (0..all.count()).any(waits)
    })
    .unwrap_or(false)
}

fn round(session: Session) -> El {
    let (round, rounds) =
        with(session, |quest, course| (course.round, quest.rounds(teams(session))))
            .unwrap_or((0, 1));
    let (n, total) = (session.number(round + 1), session.number(rounds));
    let sheets: Vec<El> =
        (0..teams(session).count()).filter_map(|team| sheet(session, team, round)).collect();
    let notice = move || {
        session.follow_points();
        missing(session, round).then(|| session.text("points_missing"))
    };
    let key = if round + 1 < rounds { "next_round" } else { "finish" };
    part("section", "stage").child((
        heading(session, session.fill("round_of", &[("n", &n), ("total", &total)])),
        countdown(session),
        el("div").attr("class", "sheets").child(sheets),
        el("p").attr("class", "task").child(notice),
        part("footer", "foot").child(go(session, key, Move::Next)),
        totals(session),
    ))
}

/// All points so far, station by station.
fn totals(session: Session) -> El {
    let table = move || {
        session.follow_points();
        untrack(|| table(session))
    };
    part("details", "notes").child((
        part("summary", "summary").child(session.text("totals")),
        el("div")
            .attr("class", "scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", &session.text("totals"))
            .child(table),
    ))
}

fn table(session: Session) -> Option<El> {
    with(session, |quest, course| {
        let count = teams(session).count();
        let head: Vec<El> =
            (0..count).map(|n| el("th").attr("scope", "col").child(team(session, n))).collect();
        let row = |(at, station): (usize, &crate::model::Station)| {
            let cells = (0..count).map(|team| {
                let judged = course.is_judged(team, at);
                let n = course.at_station(team, at);
                el("td").child(if judged || n > 0 { session.number(n) } else { "–".to_owned() })
            });
            el("tr").child((
                plain(session, el("th").attr("scope", "row"), &station.title),
                cells.collect::<Vec<_>>(),
            ))
        };
        let rows: Vec<El> = quest.stations.iter().enumerate().map(row).collect();
        let totals = course.totals(quest);
        let sum = |team: usize| {
            let points = totals.iter().find(|total| total.team == team).map_or(0, |t| t.points);
            el("td").child(el("b").child(session.number(points)))
        };
        let sums = (0..count).map(sum);
        part("table", "totals").child((
            el("thead").child(el("tr").child((el("td"), head))),
            el("tbody").child(rows),
            el("tfoot").child(el("tr").child((
                el("th").attr("scope", "row").child(session.text("sum")),
                sums.collect::<Vec<_>>(),
            ))),
        ))
    })
}

/// The places, for those who want to see them: nothing of it is shown at first.
fn places(session: Session) -> El {
    let row = |total: &Total| {
        let (place, points) = (session.number(total.place), session.count("points", total.points));
        let tie = total.by_tie.then(|| session.text("by_tie"));
        el("li").child((
            team(session, total.team),
            el("span").child(session.fill("place", &[("n", &place)])),
            el("span").attr("class", "task").child(points),
            tie.map(|words| el("span").attr("class", "task").child(words)),
        ))
    };
    let rows: Vec<El> =
        with(session, |quest, course| course.totals(quest).iter().map(row).collect::<Vec<_>>())
            .unwrap_or_default();
    let rule = with(session, |quest, _| {
        let titles = quest.tie.iter().filter_map(|id| {
            let all = quest.stations.iter().flat_map(|station| &station.criteria);
            let found = all.into_iter().find(|criterion| criterion.id == *id)?;
            Some(session.read(|widget| found.title.get(&widget.rich.lang).to_owned()))
        });
        titles.collect::<Vec<_>>()
    })
    .unwrap_or_default();
    let comma = session.read(|widget| widget.texts.comma());
    let rule = (!rule.is_empty()).then(|| {
        el("p")
            .attr("class", "task")
            .child(session.fill("tie_rule", &[("criteria", &rule.join(comma))]))
    });
    part("details", "notes").child((
        part("summary", "summary").child(session.text("show_places")),
        part("ul", "places").attr("role", "list").child(rows),
        rule,
    ))
}

fn end(session: Session) -> El {
    let ending = with(session, |quest, _| quest.ending.clone()).flatten();
    let ending = ending.map(|text| part("div", "reflect").child(block(session, "text", &text)));
    part("section", "stage").child((
        heading(session, session.text("quest_over")),
        el("p").child(session.text("self_reported")),
        el("div")
            .attr("class", "scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", &session.text("totals"))
            .child(move || table(session)),
        ending,
        places(session),
        part("footer", "foot").child(foot(session)),
    ))
}

fn foot(session: Session) -> impl Child {
    plain_button("go", Box::new(move || session.text("new_game")), move || session.set_up())
}
