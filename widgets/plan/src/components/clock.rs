//! How time is shown.

use adil::json::number_text;
use adil::ui::{El, aria_bool, el, part};

use crate::model::Agenda;
use crate::session::Session;

/// Minutes and seconds of a time in milliseconds: `6:20`; below zero `+0:34`, the time over.
pub fn clock_text(milliseconds: i64) -> String {
    // A second has begun until it is over.
    let seconds =
        if milliseconds > 0 { (milliseconds + 999) / 1_000 } else { -milliseconds / 1_000 };
    let two = |n: i64| [if n < 10 { "0" } else { "" }, &number_text(n as f64)].concat();
    let sign = if milliseconds < 0 && seconds > 0 { "+" } else { "" };
    [sign, &number_text((seconds / 60) as f64), ":", &two(seconds % 60)].concat()
}

/// The time left of the block, large, with a bar. It is not read out each second: who wants to know
/// asks for it, and the end is said.
pub fn clock(session: Session) -> El {
    let left = move || session.agenda(Agenda::left);
    let gone = move || number_text((session.agenda(Agenda::share) * 1_000.0).round() / 1_000.0);
    part("div", "time").child((
        part("p", "clock")
            .attr("role", "timer")
            .attr("aria-live", "off")
            .attr("aria-label", move || session.left_in_words())
            .stated("clock", move || if left() > 0 { "" } else { "over" })
            .child(el("span").attr("dir", "ltr").child(move || clock_text(left()))),
        part("div", "bar")
            .attr("aria-hidden", "true")
            .attr("data-runs", move || aria_bool(session.running.get()))
            .live_style("--gone", gone)
            .child(part("span", "gone")),
    ))
}

#[cfg(test)]
mod tests {
    use super::clock_text;

    #[test]
    fn times_are_minutes_and_seconds() {
        let check = |milliseconds, text| assert_eq!(clock_text(milliseconds), text);
        check(380_000, "6:20");
        check(379_001, "6:20");
        check(1, "0:01");
        check(0, "0:00");
        check(-900, "0:00");
        check(-34_000, "+0:34");
        check(-3_600_000, "+60:00");
    }
}
