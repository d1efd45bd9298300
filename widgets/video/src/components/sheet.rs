//! The lesson on paper: stills, what is asked and where to answer, and all that is said. No sheet
//! gives an answer away.

use adil::content::{Localized, Rich};
use adil::json::{Cursor as At, FromJson, Json, Warnings};
use adil::random::Random;
use adil::ui::{
    El, after, effect, el, mark_language, only_on_paper, part, picture, text_block, text_line,
    with_pictures,
};
use leptos::prelude::*;

use super::stops;
use crate::model::{Checkpoint, Question, clock};
use crate::player::tracks::Line;
use crate::session::captions::are_missing;
use crate::session::{Captions, Session};

/// How many lines there are to write on.
const LINES: usize = 4;

/// The sheet, seen on paper only: made before, for who asked for it, so that its pictures have
/// come; else when the page is printed.
pub fn view(session: Session, captions: Captions) -> (El, El) {
    let place = el("div");
    let node = place.element();
    effect(Box::new(move || {
        if !captions.paper.get() {
            return;
        }
        // Captions of the sheet take a moment to come. Those that do not come keep nobody from
        // printing.
        let silent = are_missing(session);
        let is_whole = captions.read.get() || captions.failed.get() || silent;
        let node = node.clone();
        after(if is_whole { 300 } else { 5_000 }, move || {
            let stands = node.clone();
            with_pictures(&node, move || {
                // Captions that came meanwhile may have had it printed already.
                if stands.is_connected() && captions.paper.now() {
                    adil::ui::print();
                    captions.paper.set(false);
                }
            });
        });
    }));
    let asked = move || {
        captions.read.get();
        captions.paper.get().then(|| untrack(|| paper(session, captions)))
    };
    let printed = move || (!captions.paper.now()).then(|| untrack(|| paper(session, captions)));
    let sheet = |place: El| place.attr("class", "sheet").attr("part", "sheet");
    (sheet(place.child(asked)), sheet(only_on_paper(printed)))
}

fn paper(session: Session, captions: Captions) -> (El, Vec<El>, El) {
    let context = session.context();
    let line = |key: &str| {
        el("span").attr("class", "blank-line").child([&session.text(key), ":"].concat())
    };
    let who = el("p").attr("class", "who").child((
        line("name_line"),
        line("class_line"),
        line("date_line"),
    ));
    let checkpoints = context.document.body.checkpoints.iter().enumerate();
    let tasks = checkpoints.map(|(n, one)| task(session, n, one)).collect();
    (who, tasks, text(session, captions))
}

/// The picture that is seen at a moment: that of its slide, else the poster.
fn still(session: Session, at: u32) -> Option<El> {
    let context = session.context();
    let video = &context.document.body;
    let slide = video.slides.partition_point(|slide| slide.start.0 < at).checked_sub(1);
    let slide = slide.and_then(|n| video.slides.get(n)).map(|slide| &slide.picture);
    let found = slide.or(video.poster.as_ref())?;
    // What nobody sees on the screen would never be loaded otherwise.
    Some(picture(&context.rich, found).attr("loading", "eager"))
}

/// What is to be ticked or numbered, and the groups whose numbers are written there. What stands
/// in the order of the answer in the file is mixed, in the same way on every sheet.
fn answers(session: Session, id: &str, item: &Json) -> [Vec<Rich>; 2] {
    let texts = |list: &str, field: &str| -> Vec<Rich> {
        let warnings = Warnings::default();
        let read = |one: &Json| {
            let text = one.get(field).unwrap_or(one);
            Rich::read(&At::top(text, &warnings)).ok()
        };
        item.get(list).map_or(&[][..], Json::list).iter().filter_map(read).collect()
    };
    let mixed = |texts: Vec<Rich>| -> Vec<Rich> {
        let order = Random::fork(0, id).disorder(texts.len());
        order.into_iter().map(|n| texts[n].clone()).collect()
    };
    let context = session.context();
    let lang = context.texts.lang();
    let word = |key: &str| Rich::Marked(Localized::tagged(lang, &session.text(key)));
    match item.get("type").and_then(Json::text).unwrap_or_default() {
        "truth" => [vec![word("yes"), word("no")], Vec::new()],
        "order" => [mixed(texts("entries", "")), Vec::new()],
        "sort" => [mixed(texts("cards", "text")), texts("groups", "text")],
        "match" => {
            let mut right = texts("pairs", "right");
            right.append(&mut texts("extra", ""));
            [texts("pairs", "left"), mixed(right)]
        }
        _ => [texts("options", "text"), Vec::new()],
    }
}

/// A text with blanks to write in.
fn gaps(session: Session, item: &Json) -> Option<El> {
    let warnings = Warnings::default();
    let text = Localized::read(&At::top(item.get("text")?, &warnings)).ok()?;
    let rich = &session.context().rich;
    let (text, tag) = text.resolve(&rich.lang);
    let mut parts = text.split('{');
    let mut line = parts.next()?.to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((_, rest)) => line.extend(["____________", rest]),
            None => line.push_str(part),
        }
    }
    let gaps = el("p").attr("class", "gaps").child(line);
    Some(gaps.with(|element| mark_language(rich, element, tag)))
}

fn task(session: Session, n: usize, one: &Checkpoint) -> El {
    let context = session.context();
    let item = match &one.question {
        Question::Item(item) => Some(item.json()),
        _ => None,
    };
    let answers = item.map(|item| answers(session, one.id.as_str(), item));
    let [boxes, groups] = answers.unwrap_or_default();
    let gaps = item.and_then(|item| gaps(session, item));
    let writes = boxes.is_empty() && gaps.is_none() && !matches!(one.question, Question::Note(_));
    let lines = if writes { LINES } else { 0 };
    let lines: Vec<_> = (0..lines).map(|_| el("div").attr("class", "rule")).collect();
    let text = |text: &Rich| text_line(&context.rich, "text", text);
    let choice = |one: &Rich| el("li").child((el("span").attr("class", "box"), text(one)));
    let boxes: Vec<_> = boxes.iter().map(choice).collect();
    let groups: Vec<_> = groups.iter().map(|one| el("li").child(text(one))).collect();
    part("section", "task-on-paper").child((
        still(session, one.at.0),
        el("div").child((
            session.heading(1).child((
                stops::with_title(session, n, el("span")),
                [" · ", &clock(one.at.0)].concat(),
            )),
            one.stem().map(|stem| text_block(&context.rich, "stem", &stem)),
            gaps,
            el("ol").child(groups),
            el("ul").attr("class", "boxes").child(boxes),
            lines,
        )),
    ))
}

/// All that is said: the captions that were read, else the text of the slides.
fn text(session: Session, captions: Captions) -> El {
    let context = session.context();
    let lines = context.tracks.lines.borrow();
    let said: Vec<El> = if lines.is_empty() {
        let slides = context.document.body.slides.iter();
        slides.map(|slide| text_block(&context.rich, "slide-text", &slide.text)).collect()
    } else {
        let words = lines.iter().map(Line::words).collect::<Vec<_>>();
        let said = el("p").attr("dir", captions.dir()).child(words.join(" "));
        vec![match captions.lang() {
            Some(lang) => said.attr("lang", &lang),
            None => said,
        }]
    };
    let heading = || session.heading(1).child(session.text("transcript"));
    let heading = (!said.is_empty()).then(heading);
    part("section", "text-on-paper").child((heading, said))
}
