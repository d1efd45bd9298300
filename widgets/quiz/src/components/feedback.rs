//! What is said after checking: how right it was, what the chosen options say, why.

use adil::ui::{Child, El, IndexSignal, effect, el, part, point};

use super::parts::{plain_line, text_block, text_line};
use crate::model::{Item, Mark, Reason, Response, Verdict};
use crate::session::Session;

fn sources(session: Session, item: &Item) -> Option<El> {
    let context = session.context();
    let entry = |source: &adil::content::Source| {
        let address = source.url.as_deref();
        let address = address
            .and_then(|url| adil::content::Address::parse(url, adil::content::Purpose::Link));
        let place = match address {
            Some(address) => {
                el("a").with(|element| point(element, "href", &address, &context.host))
            }
            None => el("span"),
        };
        el("li").child(plain_line(session, place, &source.title))
    };
    let list: Vec<_> = item.basics.sources.iter().map(entry).collect();
    (!list.is_empty()).then(|| {
        part("div", "sources").child((el("p").child(session.text("sources")), el("ul").child(list)))
    })
}

/// Why the right answer is right, and what that rests on.
pub fn why(session: Session, item: &Item, mark: &Mark) -> impl Child + use<> {
    let explanation = item.basics.explanation.as_ref().map(|text| {
        el("div").attr("class", "note").state("note", "why").child((
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

/// How right an answer is, in words.
pub fn verdict(session: Session, mark: &Mark) -> El {
    el("p")
        .attr("class", "verdict")
        .state("verdict", mark.verdict.word())
        .child(session.text(mark.verdict.key()))
}

/// What is said of an answer for its mark, beside the verdict.
pub fn for_mark(
    session: Session,
    item: &Item,
    response: &Response,
    mark: &Mark,
    reveals: bool,
) -> impl Child + use<> {
    let note = |said: Reason| {
        let about = said.about.as_ref();
        let about = about.map(|option| el("strong").child(text_line(session, "text", option)));
        el("div")
            .attr("class", "note")
            .state("note", said.verdict.word())
            .child((about, text_block(session, "note-text", &said.text)))
    };
    let lang = &session.context().rich.lang;
    let notes: Vec<_> = item.reasons(response, mark, lang).into_iter().map(note).collect();
    (notes, reveals.then(|| why(session, item, mark)))
}

/// The feedback of the shown item, when it is checked.
pub fn view(session: Session) -> impl Child {
    move || {
        session.mark().map(|mark| {
            let reveals = session.reveals();
            let response =
                session.answer(|answer| answer.response.clone()).unwrap_or(Response::Unsure);
            session.item(|item| {
                let said = for_mark(session, item, &response, &mark, reveals);
                part("div", "feedback").child((verdict(session, &mark), said))
            })
        })
    }
}

/// The hints that the learner asked for. They are made anew only when there is one more.
pub fn hints(session: Session) -> El {
    let given = IndexSignal::new(Some(0));
    effect(Box::new(move || {
        let shown = session.answer(|answer| answer.hints);
        if given.now() != shown {
            given.set(shown);
        }
    }));
    let shown = move || {
        let shown = given.get().unwrap_or(0);
        session.item(|item| {
            let hints = item.basics.hints.iter().take(shown);
            hints.map(|text| text_block(session, "hint", text)).collect::<Vec<_>>()
        })
    };
    el("div").attr("class", "hints").child(shown)
}
