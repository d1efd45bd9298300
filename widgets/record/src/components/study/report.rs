//! The report of a study: sentences first, then tables, then what it cannot say.

use adil::ui::{Child, El, el, part};

use crate::components::parts::{heading, table};
use crate::model::plain_amount;
use crate::model::study::{
    ArmReport, AttitudeReport, FEW_PAIRS, Interval, ItemReport, Paired, Study,
};
use crate::session::Collection;

/// What stands for what is not shown.
const NOTHING: &str = "–";

/// A number with so many digits after the point, as people write it.
fn number(collection: Collection, n: f64, digits: usize) -> String {
    let ten = std::iter::repeat_n(10.0, digits).product::<f64>();
    #[expect(clippy::cast_possible_truncation)]
    let whole = (n * ten).round() as i64;
    let plain = plain_amount(whole, digits);
    collection.shared.read(|widget| widget.texts.money(&plain, ""))
}

fn percent(collection: Collection, share: Option<f64>) -> String {
    let shown = |share| collection.shared.read(|widget| widget.texts.percent(share));
    share.map_or_else(|| NOTHING.to_owned(), shown)
}

/// The whole report.
pub fn view(collection: Collection) -> El {
    let shared = collection.shared;
    let reports = collection.answers(|answers| collection.study(|study| study.report(answers)));
    let arms = collection.study(|study| study.fields.arms.len());
    let each: Vec<El> = reports.iter().map(|report| arm(collection, report, arms > 1)).collect();
    let mut limits = vec!["limit_self", "limit_test"];
    limits.extend((arms < 2).then_some("limit_alone"));
    let limits = limits.into_iter().map(|key| el("li").child(shared.text(key)));
    part("div", "report").child((
        each,
        lesson(collection),
        el("section").child((
            heading(shared, 1, shared.text("limits")),
            el("ul").child(limits.collect::<Vec<_>>()),
        )),
    ))
}

fn arm(collection: Collection, report: &ArmReport, is_named: bool) -> El {
    let shared = collection.shared;
    let name = collection.study(|study| study.fields.arms.get(report.arm).cloned());
    let name = name.map(|arm| shared.words(&arm.text)).filter(|_| is_named);
    let title = name.unwrap_or_else(|| shared.text("results"));
    part("section", "arm").child((
        heading(shared, 1, title),
        el("p").child(who(collection, report)),
        scores(collection, report),
        items(collection, &report.items),
        attitudes(collection, &report.attitudes),
    ))
}

/// How many answered, were matched, and dropped out.
fn who(collection: Collection, report: &ArmReport) -> String {
    let shown = |n: usize| number(collection, n as f64, 0);
    let values = [
        ("before", shown(report.n[0])),
        ("after", shown(report.n[1])),
        ("pairs", shown(report.matched)),
        ("lost", shown(report.alone[0])),
        ("new", shown(report.alone[1])),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    collection.shared.fill("who", &values)
}

fn note(words: String) -> El {
    part("p", "warning").attr("class", "note warning").child(words)
}

fn scores(collection: Collection, report: &ArmReport) -> impl Child + use<> {
    let shared = collection.shared;
    let warn = |is: bool, words: &dyn Fn() -> String| is.then(|| note(words()));
    let equal = warn(report.equal_codes > 0, &|| shared.count("equal_codes", report.equal_codes));
    let cell = collection.study(|study| study.smallest_cell);
    let Some(scores) = report.scores else {
        let n = number(collection, cell as f64, 0);
        return (Some(note(shared.fill("too_small", &[("n", &n)]))), equal, None, None);
    };
    let few = warn(scores.n < FEW_PAIRS, &|| shared.text("few_pairs"));
    let ceiling = warn(report.ceiling, &|| shared.text("ceiling_all"));
    let first = (few, el("p").attr("class", "sum").child(sentence(collection, &scores)));
    let warnings = el("div").child((first, ceiling));
    (None, equal, Some(warnings), Some(numbers(collection, &scores)))
}

/// The result in words: what changed, and whether it may be chance.
fn sentence(collection: Collection, scores: &Paired) -> String {
    let shared = collection.shared;
    let most = collection.study(Study::most) as f64;
    let [before, after] = [scores.before, scores.after].map(|n| number(collection, n, 2));
    let values = [
        ("before", before),
        ("after", after),
        ("most", number(collection, most, 0)),
        ("change", number(collection, scores.difference, 2)),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let said = shared.fill("sum_said", &values);
    let Some(Interval { from, to }) = scores.interval else { return said };
    let key = match () {
        () if from > 0.0 => "surely_more",
        () if to < 0.0 => "surely_less",
        () => "unsure",
    };
    [&said, " ", &shared.text(key)].concat()
}

fn numbers(collection: Collection, scores: &Paired) -> El {
    let shared = collection.shared;
    let two = |n: Option<f64>| n.map_or_else(|| NOTHING.to_owned(), |n| number(collection, n, 2));
    let interval = scores.interval.map_or_else(
        || NOTHING.to_owned(),
        |one| {
            let [from, to] = [one.from, one.to].map(|n| number(collection, n, 2));
            shared.fill("from_to", &[("from", &from), ("to", &to)])
        },
    );
    let p = scores.signed.map_or_else(
        || NOTHING.to_owned(),
        |signed| match signed.p {
            p if p < 0.001 => ["\u{2066}< ", &number(collection, 0.001, 3), "\u{2069}"].concat(),
            p => number(collection, p, 3),
        },
    );
    let rows = vec![
        ("pairs", number(collection, scores.n as f64, 0)),
        ("mean_before", two(Some(scores.before))),
        ("mean_after", two(Some(scores.after))),
        ("difference", two(Some(scores.difference))),
        ("interval", interval),
        ("gain", two(scores.gain)),
        ("effect", two(scores.effect)),
        ("signed_w", two(scores.signed.map(|signed| signed.w))),
        ("signed_p", p),
    ];
    let rows = rows.into_iter().map(|(key, value)| (shared.text(key), vec![value])).collect();
    let head = vec![shared.text("measure"), shared.text("value")];
    table(&shared.text("scores"), &head, rows)
}

/// Each item: how many were right before and after.
fn items(collection: Collection, items: &[ItemReport]) -> El {
    let shared = collection.shared;
    let row = |item: &ItemReport| {
        let stem = collection.study(|study| {
            let found = study.forms[0].items.iter().find(|one| one.id.as_str() == item.id);
            found.map(|one| one.stem.clone())
        });
        let stem = stem.map(|stem| shared.words(stem.source())).unwrap_or_default();
        let change = match item.right {
            [Some(before), Some(after)] => {
                let points =
                    (adil::percent::percent(after) - adil::percent::percent(before)).round();
                let sign = if points > 0.0 { "+" } else { "" };
                [sign, &number(collection, points, 0)].concat()
            }
            _ => NOTHING.to_owned(),
        };
        let ceiling = if item.ceiling { shared.text("ceiling") } else { String::new() };
        let [before, after] = item.right.map(|share| percent(collection, share));
        (stem, vec![before, after, change, ceiling])
    };
    let head = ["item", "before", "after", "points", "remark"].map(|key| shared.text(key));
    el("details").child((
        part("summary", "summary").child(shared.text("items")),
        table(&shared.text("items"), &head, items.iter().map(row).collect()),
    ))
}

/// Each statement: how many chose each step, and the median.
fn attitudes(collection: Collection, attitudes: &[AttitudeReport]) -> Option<El> {
    let shared = collection.shared;
    let scale = collection.study(|study| study.fields.scale.clone());
    let rows = |one: &AttitudeReport| {
        let text = collection.study(|study| {
            let found = study.fields.attitudes.iter().find(|asked| asked.id.as_str() == one.id);
            found.map(|asked| asked.text.clone())
        });
        let text = text.map(|text| shared.words(text.source())).unwrap_or_default();
        let turned = if one.reversed { shared.text("reversed_mark") } else { String::new() };
        [("before", 0), ("after", 1)].map(|(key, wave)| {
            let share = |n: &Option<usize>| {
                let share = n.map(|n| n as f64 / one.n[wave].max(1) as f64);
                percent(collection, share)
            };
            let cells: Vec<String> = one.steps[wave].iter().map(share).collect();
            let median = one.median[wave]
                .map_or_else(|| NOTHING.to_owned(), |median| number(collection, median, 1));
            let n = number(collection, one.n[wave] as f64, 0);
            let name = [&text, &turned, " · ", &shared.text(key)].concat();
            (name, cells.into_iter().chain([median, n]).collect::<Vec<_>>())
        })
    };
    let first = std::iter::once(shared.text("statement"));
    let steps = scale.iter().map(|step| shared.words(step));
    let head = first.chain(steps).chain(["median", "answered"].map(|key| shared.text(key)));
    (!attitudes.is_empty()).then(|| {
        el("details").child((
            part("summary", "summary").child(shared.text("opinions")),
            table(
                &shared.text("opinions"),
                &head.collect::<Vec<_>>(),
                attitudes.iter().flat_map(rows).collect(),
            ),
            el("p").attr("class", "count").child(shared.text("hidden_cells")),
        ))
    })
}

/// What teachers say: which parts took place, and their answers.
fn lesson(collection: Collection) -> Option<El> {
    let shared = collection.shared;
    let sheets = collection.sheets();
    let (parts, asked, done, rated) = collection.study(|study| {
        let parts = study.fields.fidelity.iter().map(|one| shared.words(&one.text));
        let asked = study.fields.feedback.iter().filter(|one| !one.words);
        let asked = asked.map(|one| shared.words(&one.text));
        let (parts, asked): (Vec<String>, Vec<String>) = (parts.collect(), asked.collect());
        (parts, asked, study.fidelity(&sheets), study.ratings(&sheets))
    });
    if done.iter().all(|(_, of)| *of == 0) && rated.iter().all(|(_, of)| *of == 0) {
        return None;
    }
    let done = parts.into_iter().zip(done).map(|(name, (done, of))| {
        if of == 0 {
            return (name, vec![NOTHING.to_owned()]);
        }
        let [done, of] = [done, of].map(|n| number(collection, n as f64, 0));
        (name, vec![shared.fill("n_of", &[("n", &done), ("total", &of)])])
    });
    let rated = asked.into_iter().zip(rated).map(|(name, (median, of))| {
        let of = shared.count("sheets", of);
        let said = |n| [&number(collection, n, 1), " (", &of, ")"].concat();
        (name, vec![median.map_or_else(|| NOTHING.to_owned(), said)])
    });
    let head = vec![shared.text("part"), shared.text("value")];
    Some(el("details").child((
        part("summary", "summary").child(shared.text("lesson")),
        table(&shared.text("lesson"), &head, done.chain(rated).collect()),
    )))
}
