//! What people read first, and in which role they answer.

use adil::ui::{El, el, part};

use super::parts::{block, button, foot, line};
use super::shows::Shows;
use crate::session::{Screen, Session};

/// The first screen.
pub fn view(session: Session, shows: Shows) -> El {
    let (notice, intro, roles) = session.check(|check| {
        let fields = &check.fields;
        let roles: Vec<_> = fields.roles.iter().map(|role| role.text.clone()).collect();
        (fields.notice.clone(), fields.intro.clone(), roles)
    });
    let has_cases = session.check(|check| !check.cases.is_empty());
    let cases =
        has_cases.then(|| button(session, "quiet", "cases", move || session.show(Screen::Case(0))));
    let chosen = session.answers(|_, answers| answers.role);
    let role = |n: usize, words: El| {
        let field = el("input").attr("type", "radio").attr("name", "role");
        let field = field.attr("checked", move || chosen == Some(n));
        let field = field.on("change", move |_| session.set_role(Some(n)));
        part("label", "option").child((field, words))
    };
    let all: Vec<El> = roles
        .iter()
        .enumerate()
        .map(|(n, text)| role(n, line(session, el("span").attr("class", "words"), text)))
        .collect();
    let choose = (!all.is_empty()).then(|| {
        part("fieldset", "question").child((
            el("legend").child(session.text("your_role")),
            el("div").attr("class", "options").child(all),
        ))
    });
    let editions = session.check(|check| check.fields.editions.clone());
    let edition = |(n, entry): (usize, &crate::model::Entry)| {
        let field = el("input").attr("type", "radio").attr("name", "edition");
        let field = field.attr("checked", move || session.edition() == n);
        let field = field.on("change", move |_| session.set_edition(n));
        let words = line(session, el("span").attr("class", "words"), &entry.text);
        part("label", "option").child((field, words))
    };
    let editions: Vec<El> = editions.iter().enumerate().map(edition).collect();
    let edition = (!editions.is_empty()).then(|| {
        part("fieldset", "question").child((
            el("legend").child(session.text("edition")),
            el("div").attr("class", "options").child(editions),
        ))
    });
    // After "begin again" the focus has to go somewhere.
    let moved = session.takes_focus();
    let begin = button(session, "go", "start", move || session.start());
    part("section", "screen").child((
        intro.map(|text| block(session, "text", &text)),
        notice.map(|text| block(session, "note", &text)),
        (choose, edition, (shows.first)(session)),
        foot(cases, if moved { begin.focus_soon() } else { begin }),
    ))
}
