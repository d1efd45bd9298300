//! The list of blocks.

use adil::content::{Localized, Rich};
use adil::json::number_text;
use adil::ui::{El, el, part, plain_line};

use crate::model::{Block, Phase};
use crate::session::Session;

/// The words for a phase.
pub fn phase(session: Session, block: &Block) -> Option<El> {
    let chip = part("span", "phase");
    Some(match block.phase.as_ref()? {
        Phase::Known(known) => chip.child(session.text(&["phase_", known.word()].concat())),
        Phase::Own(words) => line(session, chip, words),
    })
}

/// A plain text of the file.
pub fn line(session: Session, element: El, words: &Localized) -> El {
    session.read(|widget| plain_line(&widget.rich, element, words))
}

/// A rich text of the file.
pub fn block_text(session: Session, class: &'static str, text: &Rich) -> El {
    session.read(|widget| adil::ui::text_block(&widget.rich, class, text))
}

/// From when to when, in minutes from the start.
pub fn span_text(from: u32, to: u32) -> String {
    [&number_text(from.into()), "–", &number_text(to.into())].concat()
}

/// For whom the list is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Who reads the plan.
    Plan,
    /// The teacher of a lesson that runs.
    Teacher,
    /// Pupils of a lesson that runs.
    Pupils,
}

/// All blocks with their times; in a lesson that runs, which are done, which one runs, and for the
/// teacher a way to each.
pub fn agenda(session: Session, reader: Reader) -> El {
    let runs = reader != Reader::Plan;
    let rows = session.chosen(|variant| {
        let row = |(n, block): (usize, &Block)| {
            let (from, to) = variant.span(n);
            let state = move || match session.block.get() {
                Some(now) if runs && now == n => "now",
                Some(now) if runs && now <= n => "",
                _ if runs => "done",
                _ => "",
            };
            let title = line(session, el("span").attr("class", "name"), &block.title);
            let name = title.element().text_content().unwrap_or_default();
            let length = (!runs)
                .then(|| el("span").attr("class", "length").child(session.minutes(to - from)));
            let title = if reader == Reader::Teacher {
                let words = session.fill("go_to", &[("title", &name)]);
                part("button", "quiet")
                    .attr("type", "button")
                    .attr("aria-label", &words)
                    .on("click", move |_| session.go(|agenda| agenda.go(n)))
                    .child(title)
            } else {
                title
            };
            part("li", "block")
                .stated("block", state)
                .attr("aria-current", move || {
                    (runs && session.block.get() == Some(n)).then_some("step")
                })
                .child((
                    el("span").attr("class", "span").attr("dir", "ltr").child(span_text(from, to)),
                    el("span").attr("class", "what").child((title, phase(session, block))),
                    length,
                ))
        };
        variant.blocks.iter().enumerate().map(row).collect::<Vec<El>>()
    });
    part("ol", "agenda").attr("role", "list").child(rows)
}
