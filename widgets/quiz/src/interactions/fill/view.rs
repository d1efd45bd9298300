//! Blanks to fill by typing or choosing, in a text or alone below the stem.

use adil::content::Localized;
use adil::json::number_text;
use adil::ui::{El, aria_bool, effect, el, focus, part, rich_with_blanks, rich_words};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::blank::{Blank, BlankKind, Fill};
use super::pattern::answer_of;
use crate::components::InteractionView;
use crate::components::parts::{
    asked, hidden_words, joined, marked_line, piece_id, plain_line, verdict_sign,
};
use crate::interactions::with_kind;
use crate::model::{Interaction, Item, Response, Run, Verdict};
use crate::session::{Session, fold};

fn typed(session: Session, n: usize) -> String {
    let text = session.answer(|answer| match &answer.response {
        Response::Typed(texts) => texts.get(n).cloned(),
        _ => None,
    });
    text.flatten().unwrap_or_default()
}

fn put(session: Session, n: usize, text: &str) {
    let mut texts = session.run.with_untracked(|run| match run.current().map(|a| &a.response) {
        Some(Response::Typed(texts)) => texts.clone(),
        _ => Vec::new(),
    });
    if texts.is_empty() {
        // The last answer was "I do not know".
        texts = session.item(|item| match item.kind.empty() {
            Response::Typed(texts) => texts,
            _ => Vec::new(),
        });
    }
    if let Some(place) = texts.get_mut(n) {
        // Enough for any answer; a pasted book would fill the storage.
        *place = text.chars().take(500).collect();
    }
    session.respond(Response::Typed(texts));
}

/// Whether a blank was checked and is not right.
fn is_amiss(session: Session, n: usize) -> bool {
    verdict(session, n).is_some_and(|verdict| verdict != Verdict::Right)
}

fn verdict(session: Session, n: usize) -> Option<Verdict> {
    session.mark().and_then(|mark| mark.parts.get(n).copied())
}

/// Whether a blank asks for a number and has something else; follows what is typed.
fn is_unread(session: Session, n: usize, blank: &Blank) -> bool {
    super::model::is_unread(blank, &typed(session, n), &session.context().rich.lang, fold)
}

/// Whether it is told of a blank that it asks for a number and has something else.
fn is_told(session: Session, n: usize, blank: &Blank) -> bool {
    session.told.get() > 0 && is_unread(session, n, blank)
}

/// Follows whether something else stands where a number is asked for, as the way on has to know.
fn note_unread(session: Session, fill: &Fill) {
    let blanks = fill.blanks.clone();
    effect(Box::new(move || {
        // All of them, so that each is followed.
        let unread = blanks.iter().enumerate().filter(|(n, blank)| is_unread(session, *n, blank));
        session.context().cells.unread.set(unread.count() > 0);
    }));
}

/// A field for a number, with the words that tell what is none. The first such field takes the
/// focus each time that it is told.
fn number_field(session: Session, n: usize, blank: &Blank, field: El) -> (El, El) {
    let id = piece_id("unread", n);
    let own = blank.clone();
    let words = move || is_told(session, n, &own).then(|| session.text("not_number"));
    let field = field
        .attr("dir", "ltr")
        // The decimal keys of some phones have no minus.
        .attr("inputmode", if may_be_negative(blank) { "text" } else { "decimal" });
    let element = field.element();
    effect(Box::new(move || {
        if session.told.get() > 0 {
            let first = untrack(|| {
                let lang = &session.context().rich.lang;
                let given = session.answer(|answer| answer.response.clone());
                session.item(|item| {
                    let given = given?;
                    with_kind!(&item.kind, kind => kind.unread(&given, lang, fold))
                })
            });
            if first == Some(n) {
                focus(&element);
            }
        }
    }));
    (field, el("span").attr("class", "unread").attr("id", &id).child(words))
}

fn may_be_negative(blank: &Blank) -> bool {
    matches!(blank.kind, BlankKind::Number { least, .. } if least < 0.0)
}

/// The answer to show when the blank was not right.
pub fn solution(session: Session, blank: &Blank) -> El {
    let answer = el("span").attr("class", "answer");
    match &blank.kind {
        BlankKind::Words { accepted, .. } => match accepted.first() {
            Some((text, _)) => plain_line(session, answer, text).with(|element| {
                let pattern = element.text_content().unwrap_or_default();
                element.set_text_content(Some(&answer_of(&pattern)));
            }),
            None => answer,
        },
        // Signs without words have the direction of numbers.
        BlankKind::Number { least, most, answer: right } => {
            answer.attr("dir", "auto").child(number(session, *least, *most, *right))
        }
        BlankKind::Chosen { options } => match options.first() {
            Some(text) => answer.child(marked_line(session, text)),
            None => answer,
        },
    }
}

/// The right number as the file has it; bounds as bounds.
fn number(session: Session, least: f64, most: f64, answer: Option<f64>) -> String {
    let texts = &session.context().texts;
    let [from, to] = [least, most].map(|n| texts.exact(n));
    match answer {
        Some(answer) => texts.exact(answer),
        None if least <= f64::MIN => ["≤ ", &to].concat(),
        None if most >= f64::MAX => ["≥ ", &from].concat(),
        None if from == to => from,
        None => texts.fill("range", &[("least", &from), ("most", &to)]),
    }
}

/// What a field is called: a lone one as the question, one of several by its number; and what is
/// said of it: the sentence around it, its unit, whether it is right.
fn named(session: Session, n: usize, blank: &Blank, alone: bool, field: El) -> El {
    let own = blank.clone();
    let amiss = move || is_amiss(session, n) || is_told(session, n, &own);
    let about = ["around", "unit", "mark", "unread"].map(|piece| piece_id(piece, n)).join(" ");
    let field = field
        .attr("aria-describedby", &about)
        .stated("blank", move || verdict(session, n).map_or("", Verdict::word))
        .attr("aria-invalid", move || aria_bool(amiss()));
    if alone {
        return asked(field);
    }
    let n = session.number(n + 1);
    field.attr("aria-label", &session.context().texts.fill("blank_n", &[("n", &n)]))
}

fn field(session: Session, n: usize, blank: &Blank, alone: bool) -> El {
    let context = session.context();
    let solved = blank.clone();
    let after = move || {
        let verdict = verdict(session, n)?;
        let shows = session.reveals() && verdict != Verdict::Right;
        let answer = shows.then(|| solution(session, &solved));
        Some((verdict_sign(session, verdict), answer))
    };
    let mut told = None;
    let field = match &blank.kind {
        BlankKind::Chosen { options } => {
            let order = session.item(|item| {
                let purpose = ["blank", &number_text(n as f64)].concat();
                session.run.with_untracked(|run| run.part_order(item, &purpose, options.len()))
            });
            // What is kept is the number of the word: it is the same in every language.
            let entry = |at: usize| {
                let value = number_text(at as f64);
                el("option")
                    .with(|element| rich_words(&context.rich, element, &options[at]))
                    .attr("value", &value)
                    .prop("selected", move || typed(session, n) == value)
            };
            let entries: Vec<_> = order.into_iter().map(entry).collect();
            named(session, n, blank, alone, el("select").attr("class", "blank"))
                .attr("disabled", move || session.is_locked())
                .on("change", move |event| put(session, n, &event_target_value(&event)))
                .child((
                    el("option")
                        .attr("value", "")
                        .attr("aria-label", &session.text("not_answered"))
                        .prop("selected", move || typed(session, n).is_empty())
                        .child("…"),
                    entries,
                ))
        }
        kind => {
            let field = named(session, n, blank, alone, el("input").attr("class", "blank"))
                .attr("type", "text")
                .attr("autocomplete", "off")
                .attr("autocapitalize", "off")
                .attr("spellcheck", "false")
                .attr("dir", "auto")
                .attr("maxlength", "500")
                .attr("readonly", move || session.is_locked())
                .prop("value", move || typed(session, n))
                .on("input", move |event| put(session, n, &event_target_value(&event)));
            if matches!(kind, BlankKind::Number { .. }) {
                let (field, words) = number_field(session, n, blank, field);
                told = Some(words);
                field
            } else {
                field
            }
        }
    };
    let unit = blank.unit.as_ref();
    let unit = unit.map(|unit| {
        part("span", "unit").attr("id", &piece_id("unit", n)).child(marked_line(session, unit))
    });
    el("span").attr("class", "blank-group").child((
        field,
        unit,
        part("span", "mark").attr("id", &piece_id("mark", n)).child(after),
        told,
    ))
}

/// Gives the sentence around each blank an id, by which its field is described.
fn name_sentences(whole: &Element) {
    let Ok(fields) = whole.query_selector_all(".blank") else { return };
    for field in (0..fields.length()).filter_map(|n| fields.get(n)) {
        let Ok(field) = field.dyn_into::<Element>() else { continue };
        let around = field.closest("p, li, tr, .fill").ok().flatten();
        let about = field.get_attribute("aria-describedby").unwrap_or_default();
        let Some((around, own)) = around.zip(about.split(' ').next()) else { continue };
        // Several blanks may stand in one sentence: the first gives the id.
        if around.id().is_empty() {
            around.set_id(own);
        } else {
            _ = field.set_attribute("aria-describedby", &about.replace(own, &around.id()));
        }
    }
}

/// A text with what stands in its blanks, inside an element. The whole runs in the direction of
/// its language, so that each blank stands where its number does.
pub fn in_text(
    session: Session,
    element: El,
    fill: &Fill,
    text: &Localized,
    blank: &dyn Fn(usize) -> El,
) -> El {
    let context = &session.context().rich;
    element.with(|element| rich_with_blanks(context, element, text, fill.blanks.len(), blank))
}

/// What was typed, or the option that was chosen.
fn typed_words(session: Session, blank: &Blank, text: &str) -> El {
    match (&blank.kind, blank.chosen(text)) {
        (BlankKind::Chosen { options }, Some(n)) => marked_line(session, &options[n]),
        _ => el("span").attr("dir", "auto").child(text),
    }
}

impl InteractionView for Fill {
    fn view(&self, session: Session) -> El {
        note_unread(session, self);
        let Some(text) = &self.text else {
            let alone = self.blanks.len() == 1;
            let blanks = self.blanks.iter().enumerate();
            let fields: Vec<_> = blanks.map(|(n, blank)| field(session, n, blank, alone)).collect();
            return part("div", "fill").child(fields);
        };
        let field = |n: usize| field(session, n, &self.blanks[n], false);
        let whole = asked(part("div", "fill")).attr("role", "group");
        in_text(session, whole, self, text, &field).with(name_sentences)
    }

    fn paper(&self, session: Session, run: &Run, item: &Item) -> El {
        if self.text.is_none() {
            let unit = self.blanks.first().and_then(|blank| blank.unit.as_ref());
            let unit = unit.map(|unit| marked_line(session, unit));
            return el("p").attr("class", "write").child((el("i"), unit));
        }
        let blank = |n: usize| {
            let line = el("i").child(hidden_words(&session.text("blank")));
            let BlankKind::Chosen { options } = &self.blanks[n].kind else { return line };
            let part = ["blank", &number_text(n as f64)].concat();
            let order = run.part_order(item, &part, options.len()).into_iter();
            let words = order.map(|n| marked_line(session, &options[n]));
            line.child(joined(words, " / "))
        };
        let whole = el("div").attr("class", "fill");
        match &self.text {
            Some(text) => in_text(session, whole, self, text, &blank),
            None => whole,
        }
    }

    fn given(&self, session: Session, response: &Response) -> Vec<El> {
        let Response::Typed(texts) = response else { return Vec::new() };
        let typed = self.blanks.iter().zip(texts).filter(|(_, text)| !text.is_empty());
        typed.map(|(blank, text)| typed_words(session, blank, text)).collect()
    }

    fn right(&self, session: Session) -> Vec<El> {
        let answer = |blank: &Blank| {
            let unit = blank.unit.as_ref();
            let unit = unit.map(|unit| (" ", marked_line(session, unit)));
            el("span").child((solution(session, blank), unit))
        };
        self.blanks.iter().map(answer).collect()
    }
}
