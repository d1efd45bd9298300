//! The first screen: the result of the last week, what it asks, charts, badges, entries, files.

use adil::ui::{Child, El, el, part, pieces, plain_button, text_block};
use leptos::prelude::*;

use super::parts::{heading, years};
use super::{chart, entries};
use crate::model::Figure;
use crate::session::Session;

/// The first screen.
pub fn view(session: Session) -> El {
    let result = move || result(session);
    let charts = move || charts(session);
    let badges = move || badges(session);
    let pick = move || {
        let shown = session.year.get();
        years(session.shared, &session.years(), shown, move |year| session.year.set(year))
    };
    part("div", "home").child((
        move || undo(session),
        card(session),
        result,
        part("footer", "foot").child(plain_button(
            "go",
            Box::new(move || session.text("add")),
            move || session.open_form(""),
        )),
        pick,
        (charts, badges),
        entries::view(session),
    ))
}

/// What the group is called, and its motto.
fn card(session: Session) -> impl Child {
    move || {
        let (name, motto) = session.log(|log| (log.about.name.clone(), log.about.motto.clone()));
        let has = !(name.is_empty() && motto.is_empty());
        let line = |class: &'static str, words: String| {
            (!words.is_empty()).then(|| part("p", class).attr("dir", "auto").child(words))
        };
        has.then(|| part("div", "card").child((line("group", name), line("motto", motto))))
    }
}

/// What was done last, with the way back.
fn undo(session: Session) -> Option<El> {
    session.can_undo.get().then(|| {
        part("div", "notice").child((
            el("p").child(session.done()),
            plain_button("quiet", Box::new(move || session.text("undo")), move || session.undo()),
        ))
    })
}

fn result(session: Session) -> impl Child {
    let shared = session.shared;
    let Some((week, figures)) = session.last_week() else {
        let intro = shared.record(|record| record.intro.clone());
        let intro = intro.map(|text| shared.read(|widget| text_block(&widget.rich, "text", &text)));
        return pieces((intro, el("p").attr("class", "count").child(session.text("empty"))));
    };
    let headline = shared.record(|record| record.headline);
    let Some(place) = headline else { return pieces(facts(session)) };
    let labels = shared.measures();
    let label = labels.iter().find(|(n, _)| *n == place).map(|(_, label)| label.clone());
    let figure = figures.get(place);
    let shown = if figure == Figure::Hidden {
        part("p", "few").child(session.text("too_few"))
    } else {
        part("p", "figure").child(shared.figure(figure))
    };
    let words = el("p").attr("class", "count").child((label, el("br"), shared.week(week)));
    let others = shared.facts(&figures).into_iter().zip(&labels);
    let others: Vec<(String, String)> =
        others.filter(|(_, (n, _))| *n != place).map(|(fact, _)| fact).collect();
    let prompt = shared.record(|record| record.prompt(&figures).map(|one| one.text.clone()));
    let prompt = prompt.map(|text| {
        let block = shared.read(|widget| text_block(&widget.rich, "text", &text));
        part("div", "prompt").attr("class", "note prompt").child(block)
    });
    let result = part("div", "result").child((shown, words));
    pieces((result, list(others), prompt))
}

/// The figures of the year, for records without a headline.
fn facts(session: Session) -> El {
    let year = session.shared.year(session.shown_year());
    let facts = session.shared.facts(&session.year_figures());
    el("div").child((el("p").attr("class", "count").child(year), list(facts)))
}

/// Figures with their labels.
fn list(facts: Vec<(String, String)>) -> El {
    let fact = |(label, figure): (String, String)| {
        el("div").child((el("dt").child(label), el("dd").child(figure)))
    };
    part("dl", "facts").child(facts.into_iter().map(fact).collect::<Vec<_>>())
}

fn charts(session: Session) -> Vec<El> {
    let charts = session.shared.record(|record| record.charts.clone());
    charts.iter().filter_map(|one| chart::view(session, one)).collect()
}

/// What the group has earned in the year that is shown, and what it can earn.
fn badges(session: Session) -> Option<El> {
    const STAR: &str = "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z";
    let shared = session.shared;
    let year = session.year_figures();
    let all = shared.record(|record| {
        let earned = record.earned(&year);
        let badge = |(badge, earned): (&crate::model::Badge, bool)| {
            (badge.title.clone(), badge.text.clone(), earned)
        };
        earned.map(badge).collect::<Vec<_>>()
    });
    if all.is_empty() {
        return None;
    }
    let badge = |(title, text, earned): (_, _, bool)| {
        let said = session.text(if earned { "earned" } else { "not_earned" });
        part("li", "badge").state("badge", if earned { "earned" } else { "" }).child((
            adil::ui::drawing(STAR),
            el("div").child((
                el("p").attr("class", "name").child(shared.words(&title)),
                el("p").attr("class", "count").child(shared.words(&text)),
                el("p").attr("class", "said").child(said),
            )),
        ))
    };
    let title = shared.fill("badges", &[("year", &shared.year(session.shown_year()))]);
    Some(
        el("section").child((
            heading(shared, 1, title),
            part("ul", "badges")
                .attr("role", "list")
                .child(all.into_iter().map(badge).collect::<Vec<_>>()),
        )),
    )
}
