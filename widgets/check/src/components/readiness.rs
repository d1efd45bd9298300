//! Readiness: notes below answers; bars, gaps, plan, comparison, several people.

use adil::content::Day;
use adil::json::number_text;
use adil::ui::{El, el, file_field, hidden_words, part, print_button, svg};

use super::page::clause;
use super::parts::{block, button, foot, heading, line, small_heading};
use super::shows::Shows;
use crate::model::{Answers, Bar, TOP, Type};
use crate::session::readiness::Purpose;
use crate::session::{Screen, Session, value_of};

/// What a check of readiness shows in its own way.
pub const SHOWS: Shows = Shows { below, ways, first };

fn ways(session: Session) -> Vec<El> {
    vec![button(session, "quiet", "see_result", move || session.show(Screen::Result))]
}

fn first(session: Session) -> Vec<El> {
    let open = file_field(&session.text("open_run"), session.takes(Purpose::Open));
    let has_some = session.answers(|check, answers| check.whole(answers).is_some());
    let news = move || {
        let news = session.beside(|beside| beside.news.clone());
        (!news.is_empty()).then(|| el("p").attr("class", "count").child(news))
    };
    let mut all = vec![open, el("div").child(news)];
    if has_some {
        all.extend(ways(session));
    }
    all
}

/// Evidence, owner and day of an answer.
fn below(session: Session, n: usize) -> Option<El> {
    session.check(|check| check.questions[n].fields.kind == Type::Scale).then(|| {
        let note = session.answers(|_, answers| answers.note(n));
        // What is heard alone has to say which question it belongs to.
        let (root, _) = session.check(|check| check.number(n));
        let number = [" (", &session.number(root), ")"].concat();
        let by = note.by.as_ref().map_or(String::new(), |day| day.as_str().to_owned());
        let field = |key: &str, kind: &str, value: &str| {
            part("input", "field")
                .attr("type", kind)
                .attr("value", value)
                .attr("maxlength", "2000")
                .attr("aria-label", &session.text(key))
        };
        let label = |key: &str, field: El| {
            let words = el("span").attr("aria-hidden", "true").child(session.text(key));
            el("label").attr("class", "line").child((words, field))
        };
        let evidence = field("evidence", "text", &note.evidence).on("input", move |event| {
            session.note(n, |note| note.evidence = value_of(&event));
        });
        let owner = field("owner", "text", &note.owner).on("input", move |event| {
            session.note(n, |note| note.owner = value_of(&event));
        });
        let by = field("by", "date", &by).on("change", move |event| {
            session.note(n, |note| note.by = Day::parse(&value_of(&event)));
        });
        let fields = [label("evidence", evidence), label("owner", owner), label("by", by)];
        part("details", "notes").child((
            part("summary", "summary").child((session.text("note"), hidden_words(&number))),
            el("div").attr("class", "declaration").child(Vec::from(fields)),
        ))
    })
}

fn percent(session: Session, share: f64) -> String {
    session.read(|widget| widget.texts.number(adil::percent::percent(share)))
}

/// The result.
pub fn view(session: Session) -> El {
    let verdict = session.verdict();
    let (whole, fields) = session.answers(|check, answers| {
        let fields = verdict.results.first().map(|n| check.results[*n].fields.clone());
        (check.whole(answers), fields.filter(|_| check.whole(answers).is_some()))
    });
    let title = match &fields {
        Some(fields) => {
            let chip = part("span", "type").state("type", fields.tone.word());
            heading(session, line(session, chip, &fields.title))
        }
        None => heading(session, session.text("none_applies")),
    };
    let share = whole.map(|share| session.fill("share_of", &[("n", &percent(session, share))]));
    let notice = session.check(|check| check.fields.notice.clone());
    part("section", "screen").child((
        title,
        share.map(|words| part("p", "because").child(words)),
        fields.map(|fields| block(session, "text", &fields.text)),
        notice.map(|text| block(session, "note", &text)),
        bars(session),
        (gaps(session), plan(session), compare(session), people(session)),
        files(session),
        foot(
            Vec::from([
                button(session, "quiet", "back", move || session.back_to_questions()),
                print_button(
                    "quiet",
                    Box::new(move || session.text("print")),
                    Box::new(move || session.text("printing")),
                ),
                button(session, "quiet", "save_csv", move || session.save_csv()),
                button(session, "quiet", "again", move || session.again()),
            ]),
            button(session, "go", "save_run", move || session.save_run()),
        ),
    ))
}

/// A table, by the key of what it is about. Where it is wider than the page it scrolls, also by
/// keys.
fn table(session: Session, about: &str, heads: &[&str], rows: Vec<El>) -> El {
    let head = |key: &&str| el("th").attr("scope", "col").child(session.text(key));
    let heads: Vec<El> = heads.iter().map(head).collect();
    wide(session, about, heads, rows)
}

fn wide(session: Session, about: &str, heads: Vec<El>, rows: Vec<El>) -> El {
    let table = part("table", "table");
    let table = table.child((el("thead").child(el("tr").child(heads)), el("tbody").child(rows)));
    el("div")
        .attr("class", "wide")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", &session.text(about))
        .child(table)
}

fn section(session: Session, key: &str) -> El {
    part("div", "outcome").child(small_heading(session, &session.text(key)))
}

/// A bar of a hundred, with a mark where an earlier run was. The number beside it says the same.
fn bar(share: f64, earlier: Option<f64>) -> El {
    let at = |share: f64| number_text(adil::percent::percent(share));
    let rect = |class: &str, from: &str, width: &str| {
        svg("rect")
            .attr("class", class)
            .attr("part", class)
            .attr("x", from)
            .attr("width", width)
            .attr("height", "12")
    };
    let mark = earlier.map(|share| rect("mark", &at(share), "1"));
    svg("svg")
        .attr("class", "bar")
        .attr("part", "bar")
        .attr("viewBox", "0 0 101 12")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child((rect("filled", "0", &at(share)), mark))
}

fn bars(session: Session) -> El {
    let rows = move || {
        let now = session.answers(crate::model::Check::bars);
        let before =
            session.beside(|beside| beside.earlier.as_ref().map(|one| one.answers.clone()));
        let before = session.check(|check| before.map(|answers| check.bars(&answers)));
        let row = |(n, bar_now): (usize, &Bar)| {
            let earlier = before.as_ref().and_then(|all| all.get(n)?.share);
            let title = session.check(|check| check.fields.groups[bar_now.group].text.clone());
            let shown = bar_now.share.map(|share| bar(share, earlier));
            let words = match bar_now.share {
                Some(share) => session.read(|widget| widget.texts.percent(share)),
                None => session.text("none_applies"),
            };
            let [n, total] = [bar_now.counted, bar_now.total].map(|n| session.number(n));
            let counted = session.fill("counted_of", &[("n", &n), ("total", &total)]);
            el("tr").child((
                line(session, el("th").attr("scope", "row"), &title),
                el("td").attr("class", "share").child((shown, el("span").child(words))),
                el("td").child(counted),
            ))
        };
        let rows: Vec<El> = now.iter().enumerate().map(row).collect();
        table(session, "by_clause", &["group", "share", "counted"], rows)
    };
    section(session, "by_clause").child(rows)
}

/// A question in a table: its clause, and its words.
fn question(session: Session, n: usize) -> El {
    let text = session.answers(|check, answers| check.wording(n, answers.role).0.clone());
    el("th").attr("scope", "row").child((clause(session, n), block(session, "text", &text)))
}

fn gaps(session: Session) -> El {
    let gaps = session.answers(crate::model::Check::gaps);
    let row = |gap: &crate::model::Gap| {
        el("tr").child((
            question(session, gap.question),
            el("td").child(session.number(gap.points.into())),
            el("td").child(session.number(gap.size)),
        ))
    };
    let rows: Vec<El> = gaps.iter().take(TOP).map(row).collect();
    let is_empty = rows.is_empty();
    section(session, "gaps").child((
        is_empty.then(|| el("p").attr("class", "count").child(session.text("no_gaps"))),
        (!is_empty).then(|| table(session, "gaps", &["question", "points", "size"], rows)),
    ))
}

fn plan(session: Session) -> El {
    let mut all: Vec<(usize, crate::model::Note)> = session.answers(|check, answers| {
        let all = (0..check.questions.len()).map(|n| (n, answers.note(n)));
        all.filter(|(_, note)| !note.owner.trim().is_empty() || note.by.is_some()).collect()
    });
    all.sort_by(|one, other| {
        let key = |note: &crate::model::Note| (note.by.is_none(), note.by.clone());
        key(&one.1).cmp(&key(&other.1))
    });
    let row = |(n, note): &(usize, crate::model::Note)| {
        let by = note.by.as_ref().map(|day| session.day(day));
        el("tr").child((
            question(session, *n),
            el("td").attr("dir", "auto").child(note.owner.as_str()),
            el("td").child(by),
            el("td").attr("dir", "auto").child(note.evidence.as_str()),
        ))
    };
    let rows: Vec<El> = all.iter().map(row).collect();
    let is_empty = rows.is_empty();
    section(session, "plan").child((
        is_empty.then(|| el("p").attr("class", "count").child(session.text("no_plan"))),
        (!is_empty).then(|| table(session, "plan", &["question", "owner", "by", "evidence"], rows)),
    ))
}

fn points(session: Session, points: Option<u8>) -> String {
    points.map_or_else(|| "–".to_owned(), |points| session.number(points.into()))
}

fn compare(session: Session) -> El {
    let shown = move || {
        session.beside(|beside| beside.earlier.clone()).map(|sheet| {
            let changes = session.answers(|check, now| check.changes(&sheet.answers, now));
            let row = |(n, before, now): &(usize, Option<u8>, Option<u8>)| {
                el("tr").child((
                    question(session, *n),
                    el("td").child(points(session, *before)),
                    el("td").child(points(session, *now)),
                ))
            };
            let rows: Vec<El> = changes.iter().map(row).collect();
            let day = sheet.day.as_ref().map(|day| [" · ", &session.day(day)].concat());
            let is_empty = rows.is_empty();
            (
                el("p").child((el("bdi").child(sheet.name.clone()), day)),
                is_empty.then(|| el("p").attr("class", "count").child(session.text("no_changes"))),
                (!is_empty)
                    .then(|| table(session, "compare", &["question", "before", "now"], rows)),
            )
        })
    };
    let field = file_field(&session.text("compare_file"), session.takes(Purpose::Earlier));
    section(session, "compare").child((field, shown))
}

fn people(session: Session) -> El {
    let shown = move || {
        let people = session.beside(|beside| beside.people.clone());
        (!people.is_empty()).then(|| {
            let own = session.answers(|_, answers| answers.clone());
            let all: Vec<&Answers> =
                std::iter::once(&own).chain(people.iter().map(|one| &one.answers)).collect();
            let (spreads, shares) = session.check(|check| {
                let shares: Vec<f64> = all.iter().filter_map(|one| check.whole(one)).collect();
                (check.spreads(&all), shares)
            });
            let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
            let together = session.fill("together", &[("n", &percent(session, mean))]);
            let differ: Vec<_> = spreads.into_iter().filter(|one| one.apart >= 2).collect();
            let row = |spread: &crate::model::Spread| {
                let cell = |one: &Option<u8>| el("td").child(points(session, *one));
                let cells: Vec<El> = spread.points.iter().map(cell).collect();
                el("tr").child((question(session, spread.question), cells))
            };
            let rows: Vec<El> = differ.iter().map(row).collect();
            let name = |name: &str| el("th").attr("scope", "col").attr("dir", "auto").child(name);
            let mut heads = vec![name(&session.text("question")), name(&session.text("me"))];
            heads.extend(people.iter().map(|one| name(&one.name)));
            let is_empty = rows.is_empty();
            (
                el("p").child(together),
                el("p").attr("class", "count").child(session.text(if is_empty {
                    "no_differ"
                } else {
                    "differ"
                })),
                (!is_empty).then(|| wide(session, "people", heads, rows)),
            )
        })
    };
    let field = file_field(&session.text("people_file"), session.takes(Purpose::Person));
    section(session, "people").child((field, shown))
}

/// The name of this run, and a saved one to go on with.
fn files(session: Session) -> El {
    let name = session.beside(|beside| beside.name.clone());
    let field = part("input", "field")
        .attr("type", "text")
        .attr("id", "run-name")
        .attr("maxlength", "80")
        .attr("value", &name)
        .on("input", move |event| session.name_run(value_of(&event)));
    let news = move || {
        let news = session.beside(|beside| beside.news.clone());
        (!news.is_empty()).then(|| el("p").attr("class", "count").child(news))
    };
    el("div").attr("class", "line files").child((
        el("label").attr("for", "run-name").child(session.text("run_name")),
        field,
        news,
    ))
}
