//! The lesson on paper: stills, what is asked, lines to write on, and all that is said.

use adil::ui::{El, el, follow, on_paper, part, picture, text_block, text_line};
use leptos::prelude::*;

use super::captions::Captions;
use super::checkpoint;
use super::session::Session;
use super::slider::clock;
use crate::model::{Checkpoint, Question};
use adil::ui::Flag;

/// How many lines there are to write on.
const LINES: usize = 4;

/// The sheet; made when the page is printed, seen on paper only.
pub fn view(session: Session, captions: Captions) -> El {
    let printed = Flag::new(false);
    on_paper(move |begins| printed.set(begins));
    part("div", "sheet").child(follow(move || {
        captions.read.get();
        printed.get().then(|| untrack(|| paper(session)))
    }))
}

fn paper(session: Session) -> (El, Vec<El>, El) {
    let fixed = session.fixed();
    let line = |key: &str| {
        el("span").attr("class", "blank-line").child([&session.text(key), ":"].concat())
    };
    let who = el("p").attr("class", "who").child((
        line("name_line"),
        line("class_line"),
        line("date_line"),
    ));
    let checkpoints = fixed.document.body.checkpoints.iter().enumerate();
    let tasks = checkpoints.map(|(n, one)| task(session, n, one)).collect();
    (who, tasks, text(session))
}

/// The picture that is seen at a moment: that of its slide, else the poster.
fn still(session: Session, at: u32) -> Option<El> {
    let fixed = session.fixed();
    let video = &fixed.document.body;
    let slide = video.slides.partition_point(|slide| slide.start.0 < at).checked_sub(1);
    let slide = slide.and_then(|n| video.slides.get(n)).map(|slide| &slide.picture);
    slide.or(video.poster.as_ref()).map(|found| picture(&fixed.rich, found))
}

fn task(session: Session, n: usize, one: &Checkpoint) -> El {
    let fixed = session.fixed();
    let choices = match &one.question {
        Question::Item(item) => item.choices(),
        _ => Vec::new(),
    };
    let lines =
        if choices.is_empty() && !matches!(one.question, Question::Note(_)) { LINES } else { 0 };
    let choice = |choice: &adil::content::Rich| {
        el("li").child((el("span").attr("class", "box"), text_line(&fixed.rich, "text", choice)))
    };
    let rows: Vec<_> = choices.iter().map(choice).collect();
    let lines: Vec<_> = (0..lines).map(|_| el("div").attr("class", "rule")).collect();
    part("section", "task-on-paper").child((
        still(session, one.at.0),
        el("div").child((
            el("h3").child([&checkpoint::title(session, n), " · ", &clock(one.at.0)].concat()),
            one.stem().map(|stem| text_block(&fixed.rich, "stem", &stem)),
            el("ul").attr("class", "boxes").child(rows),
            lines,
        )),
    ))
}

/// All that is said: the captions that were read, else the text of the slides.
fn text(session: Session) -> El {
    let fixed = session.fixed();
    let lines = fixed.tracks.lines.borrow();
    let said: Vec<El> = if lines.is_empty() {
        let slides = fixed.document.body.slides.iter();
        slides.map(|slide| text_block(&fixed.rich, "slide-text", &slide.text)).collect()
    } else {
        let words = lines.iter().map(super::captions::Line::words).collect::<Vec<_>>();
        vec![el("p").attr("dir", "auto").child(words.join(" "))]
    };
    let heading = (!said.is_empty()).then(|| el("h3").child(session.text("transcript")));
    part("section", "text-on-paper").child((heading, said))
}
