//! What is said after checking: how right it was, what the chosen options say, why.

use adil::content::{Rich, parse, plain};
use adil::ui::{Child, El, el, follow, part, point};
use leptos::prelude::*;

use super::parts::{plain_line, text_block};
use super::session::{Session, verdict_key};
use crate::model::{Item, ItemKind, Mark, Response, Verdict};

/// The texts that belong to a mark, each with the tone it is said in.
fn notes(item: &Item, response: &Response, mark: &Mark) -> Vec<(Verdict, Rich)> {
    let mut notes = match &item.kind {
        ItemKind::Choices(choices) if mark.verdict != Verdict::Unsure => {
            super::choices::feedback(choices, response)
        }
        _ => Vec::new(),
    };
    let whole = item.basics.feedback.as_ref().and_then(|feedback| match mark.verdict {
        Verdict::Right | Verdict::Open => feedback.right.as_ref(),
        Verdict::Partly => feedback.partly.as_ref().or(feedback.wrong.as_ref()),
        Verdict::Wrong | Verdict::Unsure => feedback.wrong.as_ref(),
    });
    notes.extend(whole.map(|text| (mark.verdict, text.clone())));
    notes
}

/// One sentence or more for screen readers.
pub fn spoken(session: Session, mark: &Mark) -> String {
    let fixed = session.fixed();
    let mut words = vec![session.text(verdict_key(mark.verdict))];
    let response = untrack(|| session.answer(|answer| answer.response.clone()));
    let notes = session.item(|item| response.map(|response| notes(item, &response, mark)));
    for (_, text) in notes.unwrap_or_default() {
        if let Rich::Marked(text) = &text {
            words.push(plain(&parse(text.get(&fixed.rich.lang))));
        }
    }
    words.join(". ")
}

fn sources(session: Session, item: &Item) -> Option<El> {
    let fixed = session.fixed();
    let base = fixed.host.base();
    let entry = |source: &adil::content::Source| {
        let address = source.url.as_deref();
        let address = address
            .and_then(|url| adil::content::Address::parse(url, adil::content::Purpose::Link));
        let base = base.clone();
        let place = match address {
            Some(address) => el("a").with(|element| point(element, "href", &address, &base)),
            None => el("span"),
        };
        el("li").child(plain_line(session, place, &source.title))
    };
    let list: Vec<_> = item.basics.sources.iter().map(entry).collect();
    (!list.is_empty()).then(|| {
        part("div", "sources").child((
            el("p").child(session.text("sources")),
            el("ul").attr("dir", "auto").child(list),
        ))
    })
}

/// Why the right answer is right, and what that rests on.
pub fn why(session: Session, item: &Item, mark: &Mark) -> impl Child + use<> {
    let explanation = item.basics.explanation.as_ref().map(|text| {
        part("div", "note").attr("data-state", "why").child((
            el("strong").child(session.text("why")),
            text_block(session, "note-text", text),
        ))
    });
    // Where nobody answered, as in class, what is said of a right answer is the reason.
    let open = mark.verdict == Verdict::Open && item.kind.is_scored();
    let right = item.basics.feedback.as_ref().and_then(|feedback| feedback.right.as_ref());
    let right = right.filter(|_| open).map(|text| text_block(session, "note-text", text));
    (explanation, right, sources(session, item))
}

/// The feedback of an item for a mark.
pub fn for_mark(
    session: Session,
    item: &Item,
    response: &Response,
    mark: &Mark,
    reveals: bool,
) -> impl Child + use<> {
    let note = |(verdict, text): (Verdict, Rich)| {
        el("div")
            .attr("class", "note")
            .attr("data-state", verdict.word())
            .attr("part", "note")
            .child(text_block(session, "note-text", &text))
    };
    let notes: Vec<_> = notes(item, response, mark).into_iter().map(note).collect();
    let why = reveals.then(|| why(session, item, mark));
    (
        part("p", "verdict")
            .attr("data-state", mark.verdict.word())
            .child(session.text(verdict_key(mark.verdict))),
        notes,
        why,
    )
}

/// The feedback of the shown item, when it is checked.
pub fn view(session: Session) -> impl Child {
    follow(move || {
        session.mark().map(|mark| {
            let reveals = session.reveals();
            let response =
                session.answer(|answer| answer.response.clone()).unwrap_or(Response::Unsure);
            session.item(|item| {
                part("div", "feedback").child(for_mark(session, item, &response, &mark, reveals))
            })
        })
    })
}
