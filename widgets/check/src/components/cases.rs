//! Cases to practise with: which result fits?

use adil::ui::{El, Icon, IndexSignal, aria_bool, el, icon, part};

use super::parts::{block, button, foot, heading, line};
use crate::session::{Screen, Session};

/// A case, by its place.
pub fn view(session: Session, n: usize) -> El {
    let chosen = IndexSignal::new(None);
    let count = session.check(|check| check.cases.len());
    let Some(case) = session.check(|check| check.cases.get(n).cloned()) else {
        return part("section", "screen");
    };
    let titles = session.check(|check| {
        check.results.iter().map(|one| one.fields.title.clone()).collect::<Vec<_>>()
    });
    let words = session
        .fill("case_of", &[("n", &session.number(n + 1)), ("total", &session.number(count))]);
    let fits = case.results.clone();
    let option = |(k, title): (usize, &adil::content::Localized)| {
        let fits = fits.clone();
        let said = fits.contains(&k);
        let state = move || match chosen.get() {
            Some(_) if fits.contains(&k) => "right",
            Some(one) if one == k => "wrong",
            _ => "",
        };
        let sign = {
            let state = state.clone();
            move || match state() {
                "right" => Some(icon(Icon::Tick)),
                "wrong" => Some(icon(Icon::Cross)),
                _ => None,
            }
        };
        el("li").child(
            part("button", "option")
                .attr("type", "button")
                .stated("option", state)
                .attr("aria-pressed", move || aria_bool(chosen.get() == Some(k)))
                .on("click", move |_| {
                    chosen.set(Some(k));
                    session.say(&session.text(if said { "fits" } else { "fits_not" }));
                })
                .child((line(session, el("span").attr("class", "words"), title), sign)),
        )
    };
    let options: Vec<El> = titles.iter().enumerate().map(option).collect();
    let why = case.fields.why.clone();
    let results = case.results.clone();
    let feedback = move || {
        let why = why.clone();
        let is_fit = chosen.get().map(|k| results.contains(&k));
        is_fit.map(|is_fit| {
            let words = session.text(if is_fit { "fits" } else { "fits_not" });
            part("div", "note").child((el("b").child(words), block(session, "text", &why)))
        })
    };
    let next = move || {
        if n + 1 < session.check(|check| check.cases.len()) {
            session.show(Screen::Case(n + 1));
        } else {
            session.show(Screen::Intro);
        }
    };
    let key = if n + 1 < count { "next_case" } else { "to_start" };
    let ways = (n > 0)
        .then(|| button(session, "quiet", "back", move || session.show(Screen::Case(n - 1))));
    let out = button(session, "quiet", "to_start", move || session.show(Screen::Intro));
    part("section", "screen").child((
        heading(session, words),
        block(session, "stem", &case.fields.text),
        el("p").attr("class", "task").attr("id", "task").child(session.text("which_fits")),
        el("ul")
            .attr("class", "options")
            .attr("role", "list")
            .attr("aria-labelledby", "task")
            .child(options),
        feedback,
        foot((ways, (n + 1 < count).then_some(out)), button(session, "go", key, next)),
    ))
}
