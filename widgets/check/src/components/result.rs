//! What the answers lead to: the type, why, and what to do.

use adil::ui::{El, el, part, print_button, text_line};

use super::parts::{block, button, foot, heading, line, small_heading, tick};
use crate::model::Verdict;
use crate::session::{Screen, Session};

/// The result.
pub fn view(session: Session) -> El {
    let verdict = session.verdict();
    let is_open = verdict.is_open();
    let unsure = session.check(|check| check.fields.unsure.clone());
    let unsure = is_open.then(|| match unsure {
        Some(text) => block(session, "note", &text),
        None => part("div", "note").child(session.text("unsure_advice")),
    });
    let tone = session.check(|check| {
        verdict.results.first().map_or("mind", |n| check.results[*n].fields.tone.word())
    });
    let title =
        heading(session, part("span", "type").state("type", tone).child(session.result_words()));
    let declares = session.check(|check| {
        check.fields.declaration.is_some()
            && verdict.results.iter().any(|n| check.results[*n].fields.declare)
    });
    let results: Vec<El> = verdict.results.iter().map(|n| one(session, *n, &verdict)).collect();
    let declare = declares.then(|| button(session, "go", "declare", move || session.declare()));
    part("section", "screen").attr("data-print", "result").child((
        title,
        unsure,
        why(session, &verdict),
        results,
        (declares.then(|| measures(session)), could(session, &verdict), contacts(session)),
        given(session),
        foot(ways(session), declare),
        (keep(session), notice(session)),
    ))
}

fn one(session: Session, n: usize, verdict: &Verdict) -> El {
    let fields = session.check(|check| check.results[n].fields.clone());
    let title = (verdict.results.len() > 1).then(|| {
        let level = session.read(|widget| widget.host.heading(2));
        line(session, el(level).attr("class", "small"), &fields.title)
    });
    let steps = session.answers(|check, answers| check.steps(n, answers));
    let step = |n: &usize| {
        let words = session.read(|widget| {
            fields.steps.get(*n).map(|step| text_line(&widget.rich, "words", &step.text))
        });
        tick(words, false, || {})
    };
    let steps: Vec<El> = steps.iter().map(step).collect();
    let list = (!steps.is_empty()).then(|| {
        (
            small_heading(session, &session.text("what_to_do")),
            part("ul", "todo").attr("role", "list").child(steps),
        )
    });
    part("div", "outcome").child((title, block(session, "text", &fields.text), list))
}

/// The sentence that repeats which answers led there.
fn why(session: Session, verdict: &Verdict) -> Option<El> {
    let lang = session.read(|widget| widget.rich.lang.clone());
    let number = |n: usize| {
        let (root, letter) = session.check(|check| check.number(n));
        [session.number(root), letter.map(String::from).unwrap_or_default()].concat()
    };
    let said = |n: &usize| {
        let words = session.answers(|check, answers| {
            let said = answers.get(*n).map(|answer| check.said(*n, answer)).unwrap_or_default();
            said.iter().map(|text| text.get(&lang).to_owned()).collect::<Vec<_>>()
        });
        let number = number(*n);
        words.into_iter().map(move |words| [&words, " (", &number, ")"].concat())
    };
    let reasons: Vec<String> = verdict.reasons.iter().flat_map(said).collect();
    let words = if reasons.is_empty() {
        let numbers: Vec<String> = verdict.refuted.iter().map(|n| number(*n)).collect();
        let comma = session.read(|widget| widget.texts.comma());
        let numbers = (!numbers.is_empty()).then(|| numbers.join(comma))?;
        session.fill("because_no", &[("numbers", &numbers)])
    } else {
        session.fill(
            "because",
            &[("said", &reasons.join(session.read(|w| semicolon(w.texts.lang()))))],
        )
    };
    Some(part("p", "because").child(words))
}

/// What stands between parts of a sentence that have commas of their own.
fn semicolon(lang: &str) -> &'static str {
    if lang.starts_with("ar") { "؛ " } else { "; " }
}

/// What else it could be, where a "not sure" is in the way.
fn could(session: Session, verdict: &Verdict) -> Option<El> {
    let lang = session.read(|widget| widget.rich.lang.clone());
    let titles: Vec<String> = session.check(|check| {
        let title = |n: &usize| check.results[*n].fields.title.get(&lang).to_owned();
        verdict.could.iter().map(title).collect()
    });
    let titles = titles.join(session.read(|widget| widget.texts.comma()));
    (!verdict.could.is_empty()).then(|| {
        el("p").attr("class", "count").child(session.fill("could_be", &[("types", &titles)]))
    })
}

fn measures(session: Session) -> Option<El> {
    let all = session.check(|check| check.fields.measures.clone());
    let one = |(n, entry): (usize, &crate::model::Entry)| {
        let words = line(session, el("span").attr("class", "words"), &entry.text);
        tick(words, session.proposes(n), move || session.propose(n))
    };
    let rows: Vec<El> = all.iter().enumerate().map(one).collect();
    (!rows.is_empty()).then(|| {
        el("div").attr("class", "outcome").child((
            small_heading(session, &session.text("measures")),
            part("ul", "todo").attr("role", "list").child(rows),
        ))
    })
}

/// Whom to turn to: the page's own words before those of the file.
fn contacts(session: Session) -> Option<El> {
    let all = session.check(|check| check.fields.contacts.clone());
    let one = |contact: &crate::model::Contact| {
        el("li")
            .child((line(session, el("b"), &contact.title), block(session, "text", &contact.text)))
    };
    let rows: Vec<El> = all.iter().map(one).collect();
    (!rows.is_empty()).then(|| {
        let list = el("ul").attr("role", "list").attr("class", "people").child(rows);
        part("div", "contacts").child((
            small_heading(session, &session.text("contacts")),
            el("slot").attr("name", "contacts").child(list),
        ))
    })
}

/// All answers, folded on the screen.
fn given(session: Session) -> El {
    let row = |n: usize| {
        let (is_asked, words) = session.answers(|check, answers| {
            let words =
                answers.get(n).map(|answer| super::answer::words_of(session, check, n, answer));
            (check.see(answers).asked[n], words)
        });
        let text = session.answers(|check, answers| check.wording(n, answers.role).0.clone());
        let (root, letter) = session.check(|check| check.number(n));
        let number = [session.number(root), letter.map(String::from).unwrap_or_default()].concat();
        is_asked.then(|| {
            let words = words.unwrap_or_else(|| session.text("no_answer"));
            el("tr").child((
                el("td").child(number),
                el("td").child(block(session, "text", &text)),
                el("td").child(words),
            ))
        })
    };
    let count = session.check(|check| check.questions.len());
    let rows: Vec<El> = (0..count).filter_map(row).collect();
    let head = |key: &str| el("th").attr("scope", "col").child(session.text(key));
    let head = el("tr").child((head("number"), head("question"), head("answer")));
    part("details", "answers").child((
        part("summary", "summary").child(session.text("your_answers")),
        el("div")
            .attr("class", "wide")
            .child(el("table").child((el("thead").child(head), el("tbody").child(rows)))),
    ))
}

fn ways(session: Session) -> Vec<El> {
    let print = print_button(
        "quiet",
        Box::new(move || session.text("print")),
        Box::new(move || session.text("printing")),
    );
    let review = session
        .review()
        .map(|_| button(session, "quiet", "review_save", move || session.save_review()));
    let has_cases = session.check(|check| !check.cases.is_empty());
    let cases =
        has_cases.then(|| button(session, "quiet", "cases", move || session.show(Screen::Case(0))));
    let back = button(session, "quiet", "back", move || session.back_to_questions());
    let again = button(session, "quiet", "again", move || session.again());
    [Some(back), Some(print), review, cases, Some(again)].into_iter().flatten().collect()
}

/// Keeping, where it is asked for.
fn keep(session: Session) -> Option<El> {
    session.can_be_asked().then(|| {
        let input = el("input")
            .attr("type", "checkbox")
            .prop("checked", move || session.kept.get())
            .on("change", move |_| session.ask_to_keep(!session.kept.now()));
        let words = el("span").attr("class", "words").child(session.text("keep_here"));
        part("label", "keep")
            .stated("keep", move || if session.kept.get() { "chosen" } else { "" })
            .child((input, words))
    })
}

fn notice(session: Session) -> Option<El> {
    let notice = session.check(|check| check.fields.notice.clone());
    notice.map(|text| block(session, "count", &text))
}
