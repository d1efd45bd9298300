//! A chart: a picture of bars or points, and a table with the same.

use adil::json::number_text;
use adil::ui::{El, el, part, svg};

use super::parts::{heading, table};
use crate::model::{Chart, ChartBy, Figure, Rows, Year};
use crate::session::{Session, Shared};

/// The most bars or points that a picture has: the last ones. The table has all.
const MOST: usize = 12;

/// The picture's own measures.
const WIDTH: f64 = 360.0;
const TOP: f64 = 22.0;
const FLOOR: f64 = 160.0;
const SIDE: f64 = 46.0;
/// The height of a bar that lies, with its name.
const ROW: f64 = 42.0;

/// A bar or a point.
struct Mark {
    short: String,
    shown: String,
    height: Option<f64>,
}

/// What the picture's side is divided into.
struct Scale {
    least: f64,
    most: f64,
}

impl Scale {
    /// Of shares: the tens around them. Of amounts: from nothing to a round number.
    fn of(marks: &[Mark], is_share: bool) -> Scale {
        let heights = || marks.iter().filter_map(|mark| mark.height);
        if is_share {
            let least = heights().fold(1.0, f64::min);
            let least = ((least * 10.0 - 0.5).floor() / 10.0).clamp(0.0, 0.9);
            return Scale { least, most: 1.0 };
        }
        let greatest = heights().fold(1.0, f64::max);
        let mut most = 2.0;
        while most < greatest {
            most *= if is_two(most) { 2.0 } else { 2.5 };
        }
        Scale { least: 0.0, most }
    }

    fn y(&self, height: f64) -> f64 {
        let share = ((height - self.least) / (self.most - self.least)).clamp(0.0, 1.0);
        FLOOR - share * (FLOOR - TOP)
    }
}

/// Whether a number is 2, 20, 200 …; the others in the row are 4, 40, … and 10, 100, ….
fn is_two(n: f64) -> bool {
    let mut n = n;
    while n >= 20.0 {
        n /= 10.0;
    }
    n < 3.0 || (10.0..20.0).contains(&n)
}

fn number(n: f64) -> String {
    number_text((n * 10.0).round() / 10.0)
}

fn text(class: &'static str, x: f64, y: f64, words: &str) -> El {
    svg("text").attr("class", class).attr("x", &number(x)).attr("y", &number(y)).child(words)
}

/// The chart with its heading and its table.
pub fn view(session: Session, chart: &Chart) -> Option<El> {
    let (shared, rows) = (session.shared, session.rows(chart.by));
    let year = session.shown_year();
    let title = shared.words(&chart.title);
    // One bar is no chart.
    if rows.len() < 2 {
        return None;
    }
    let all = shared.measures();
    let first = match chart.by {
        ChartBy::Week => session.text("week"),
        ChartBy::Year => session.text("year"),
        ChartBy::Option(n) => {
            let label = shared.record(|record| record.fields.get(n).map(|f| f.label.clone()));
            label.map(|label| shared.words(&label)).unwrap_or_default()
        }
    };
    let head = std::iter::once(first).chain(all.iter().map(|(_, label)| label.clone()));
    let cells = rows.iter().map(|(row, figures)| {
        let cells = all.iter().map(|(n, _)| shared.figure(figures.get(*n))).collect();
        (shared.row(chart.by, *row, year).1, cells)
    });
    let name = shared.fill("table_of", &[("title", &title)]);
    let words = shared.text("table");
    Some(part("figure", "chart").child((
        el("figcaption").child(heading(shared, 1, title.as_str())),
        picture(shared, chart, &title, &rows, year),
        el("details").child((
            part("summary", "summary").child(words),
            table(&name, &head.collect::<Vec<_>>(), cells.collect()),
        )),
    )))
}

fn picture(shared: Shared, chart: &Chart, title: &str, rows: &Rows, year: Year) -> El {
    let from = rows.len().saturating_sub(MOST);
    let mark = |(row, figures): &(crate::model::Row, crate::model::Figures)| {
        let figure = figures.get(chart.measure);
        let short = shared.row(chart.by, *row, year).0;
        Mark { short, shown: shared.figure(figure), height: figure.height() }
    };
    let marks: Vec<Mark> = rows.iter().skip(from).map(mark).collect();
    let figure = rows.last().map(|(_, figures)| figures.get(chart.measure));
    let is_share = rows.iter().any(|(_, f)| matches!(f.get(chart.measure), Figure::Share(_)));
    let is_money = matches!(figure, Some(Figure::Money(_)));
    let scale = Scale::of(&marks, is_share);
    let is_mirrored = shared.read(|widget| widget.texts.is_right_to_left());
    let shown = |height: f64| {
        #[expect(clippy::cast_possible_truncation)]
        shared.figure(match () {
            () if is_share => Figure::Share(Some(height)),
            () if is_money => Figure::Money(height as i64),
            () => Figure::Whole(height as i64),
        })
    };
    let told = spoken(shared, title, &marks);
    let image = |height: f64| {
        let shape = ["0 0 360 ", &number(height)].concat();
        svg("svg").attr("viewBox", &shape).attr("role", "img").attr("aria-label", &told)
    };
    if matches!(chart.by, ChartBy::Option(_)) {
        return image(ROW * marks.len() as f64).child(lying(&marks, &scale, is_mirrored));
    }
    let step = (WIDTH - SIDE - 8.0) / marks.len() as f64;
    let x = |n: usize| {
        let x = SIDE + step * (n as f64 + 0.5);
        if is_mirrored { WIDTH - x } else { x }
    };
    let lines = [scale.least, f64::midpoint(scale.least, scale.most), scale.most];
    let line = |height: f64| {
        let y = scale.y(height);
        let (from, to, at) =
            if is_mirrored { (8.0, WIDTH - SIDE, WIDTH) } else { (SIDE, WIDTH - 8.0, 0.0) };
        let path = ["M", &number(from), " ", &number(y), "H", &number(to)].concat();
        svg("g").child((
            svg("path").attr("class", "line").attr("d", &path),
            text("scale", at, y + 4.0, &shown(height)),
        ))
    };
    let lines: Vec<El> = lines.into_iter().map(line).collect();
    let inside = if is_share && chart.by == ChartBy::Week {
        points(&marks, &scale, &x)
    } else {
        bars(&marks, &scale, &x, step)
    };
    let named = |(n, mark): (usize, &Mark)| text("under", x(n), FLOOR + 18.0, &mark.short);
    let below: Vec<El> = marks.iter().enumerate().map(named).collect();
    image(186.0).child((lines, inside, below))
}

/// Bars that lie below their names, which may be long.
fn lying(marks: &[Mark], scale: &Scale, is_mirrored: bool) -> Vec<El> {
    let bar = |(n, mark): (usize, &Mark)| {
        let top = ROW * n as f64;
        let share = mark.height.map_or(0.0, |height| height / scale.most);
        let width = (share * (WIDTH - SIDE)).max(2.0);
        let from = if is_mirrored { WIDTH - width } else { 0.0 };
        let beside = if is_mirrored { WIDTH - width - 6.0 } else { width + 6.0 };
        let rect = svg("rect")
            .attr("class", "bar")
            .attr("part", "bar")
            .attr("x", &number(from))
            .attr("y", &number(top + 18.0))
            .attr("width", &number(width))
            .attr("height", "14")
            .attr("rx", "4");
        let value = text("beside over", beside, top + 29.5, &mark.shown);
        let name = text("label", if is_mirrored { WIDTH } else { 0.0 }, top + 13.0, &mark.short);
        svg("g").child((name, rect, value))
    };
    marks.iter().enumerate().map(bar).collect()
}

fn bars(marks: &[Mark], scale: &Scale, x: &dyn Fn(usize) -> f64, step: f64) -> Vec<El> {
    let width = (step * 0.62).min(34.0);
    let bar = |(n, mark): (usize, &Mark)| {
        let Some(height) = mark.height else {
            return text("under", x(n), FLOOR - 6.0, "…");
        };
        let y = scale.y(height);
        let is_last = n + 1 == marks.len();
        svg("g").child((
            svg("rect")
                .attr("class", if is_last { "bar last" } else { "bar" })
                .attr("part", if is_last { "bar last" } else { "bar" })
                .attr("x", &number(x(n) - width / 2.0))
                .attr("y", &number(y))
                .attr("width", &number(width))
                .attr("height", &number(FLOOR - y))
                .attr("rx", "5"),
            text("over", x(n), y - 5.0, &mark.shown),
        ))
    };
    marks.iter().enumerate().map(bar).collect()
}

fn points(marks: &[Mark], scale: &Scale, x: &dyn Fn(usize) -> f64) -> Vec<El> {
    let mut path = String::new();
    let (mut dots, mut is_on) = (Vec::new(), false);
    for (n, mark) in marks.iter().enumerate() {
        let Some(height) = mark.height else {
            dots.push(text("under", x(n), FLOOR - 6.0, "…"));
            is_on = false;
            continue;
        };
        let (across, down) = (number(x(n)), number(scale.y(height)));
        path.extend([if is_on { "L" } else { "M" }, &across, " ", &down]);
        is_on = true;
        let is_last = n + 1 == marks.len();
        let dot = svg("circle").attr("cx", &across).attr("cy", &down);
        let name = if is_last { "dot last" } else { "dot" };
        let dot = dot.attr("class", name).attr("part", name);
        dots.push(dot.attr("r", if is_last { "7" } else { "4.5" }));
        if is_last {
            dots.push(text("over", x(n), scale.y(height) - 11.0, &mark.shown));
        }
    }
    dots.insert(0, svg("path").attr("class", "way").attr("part", "way").attr("d", &path));
    dots
}

/// The picture in a sentence: from what to what it goes, and what is last.
fn spoken(shared: Shared, title: &str, marks: &[Mark]) -> String {
    let shown = || marks.iter().filter_map(|mark| Some((mark.height?, mark)));
    let lowest = shown().min_by(|(a, _), (b, _)| a.total_cmp(b));
    let highest = shown().max_by(|(a, _), (b, _)| a.total_cmp(b));
    let newest = shown().next_back();
    let (Some((_, low)), Some((_, high)), Some((_, new))) = (lowest, highest, newest) else {
        return title.to_owned();
    };
    shared.fill(
        "chart_said",
        &[("title", title), ("least", &low.shown), ("most", &high.shown), ("last", &new.shown)],
    )
}
