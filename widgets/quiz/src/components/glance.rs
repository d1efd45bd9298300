//! The result at a glance: a sign for each question, and a bar for what each outcome came to. Both
//! say in words what they show.

use adil::ui::{El, Icon, adopt_styles_soon, el, icon, part, set_style};
use leptos::web_sys::Element;

use super::parts::{hidden_words, plain_line};
use super::progress::which_of;
use crate::model::{Standing, by_outcome, standing};
use crate::session::Session;

/// The styles of a result, which come with this later part of the bundle. They are for the shadow
/// root in which the view will stand.
const STYLES: &str = include_str!("glance.css");

/// Adds the styles of a result once.
pub fn dress(session: Session, screen: &Element) {
    if !session.context().cells.is_dressed.replace(true) {
        adopt_styles_soon(screen, STYLES);
    }
}

/// A sign for each question, in the order of the run; nothing for one alone.
pub fn strip(session: Session) -> Option<El> {
    let questions = session.questions();
    if questions.len() < 2 {
        return None;
    }
    let context = session.context();
    let quiz = &context.document.body;
    let bit = |n: usize| {
        let standing = session.run.with_untracked(|run| standing(quiz, &run.answers[n]));
        let sign = match standing {
            Standing::Right => Some(Icon::Tick),
            Standing::Partly => Some(Icon::Half),
            Standing::Wrong => Some(Icon::Cross),
            Standing::Given | Standing::Open => None,
        };
        let number = session.question_number(n).map(|(n, _)| session.number(n));
        let words = [&which_of(session, n), ": ", &session.text(standing.key())].concat();
        el("li").attr("class", "bit").state("bit", standing.word()).child((
            hidden_words(&words),
            el("span").attr("aria-hidden", "true").child(number),
            sign.map(icon),
        ))
    };
    let bits: Vec<_> = questions.into_iter().map(bit).collect();
    let strip = part("ol", "strip").attr("role", "list");
    Some(strip.attr("aria-label", &session.text("overview")).child(bits))
}

/// A bar for each outcome that its author named; nothing where there are not several.
pub fn outcomes(session: Session) -> Option<El> {
    let context = session.context();
    let quiz = &context.document.body;
    let all = session.run.with_untracked(|run| by_outcome(quiz, run));
    let row = |(outcome, share): &(_, f64)| {
        let percent = context.texts.percent(*share);
        let fill = el("span").attr("class", "filled");
        let fill = fill.with(|fill| set_style(fill, "inline-size", &percent_of(*share)));
        let bar = part("span", "bar").attr("aria-hidden", "true").child(fill);
        el("tr").child((
            plain_line(session, el("th").attr("scope", "row"), outcome),
            el("td").child((bar, el("span").child(percent))),
        ))
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    (rows.len() > 1).then(|| {
        let table = part("table", "outcomes").attr("aria-labelledby", "your-result");
        table.child(el("tbody").child(rows))
    })
}

/// A share as styles have it.
fn percent_of(share: f64) -> String {
    [&adil::json::number_text((share * 100.0).round()), "%"].concat()
}
