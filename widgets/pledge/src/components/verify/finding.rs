//! What came of the check of a receipt, and what the receipt says.

use adil::content::direction;
use adil::ui::{Child, El, Icon, el, icon, part};
use leptos::prelude::*;

use crate::components::page::bring_into_view;
use crate::model::Clause;
use crate::model::receipt::{Finding, Receipt, Seal, Subject, key_name, version_key};
use crate::session::Context;

/// Shows a finding, and brings it into sight.
pub fn view(context: &Context, finding: &Finding) -> El {
    let sign = match finding.tone {
        "wrong" => Icon::Cross,
        "partly" => Icon::Half,
        _ => Icon::Tick,
    };
    let says = finding.receipt.as_ref().map(|receipt| said_by(context, finding, receipt));
    let shown = el("div").attr("class", "finding").state("finding", finding.tone);
    let shown =
        shown.child((part("p", "verdict").child((icon(sign), context.text(finding.key))), says));
    shown.with(|element| {
        let element = element.clone();
        request_animation_frame(move || {
            bring_into_view(&element);
        });
    })
}

/// What a receipt says, and what the check proves.
fn said_by(context: &Context, finding: &Finding, receipt: &Receipt) -> impl Child + use<> {
    let subject = &receipt.subject;
    let line = |key: &str| el("p").child(context.text(key));
    let texts = if finding.is_same { &context.document.body.clauses[..] } else { &[] };
    let entry = |id: &String| entry(context, texts, id, subject);
    let entries: Vec<El> = subject.clauses.iter().map(entry).collect();
    let date = context.texts.date(&subject.day);
    let proof = match receipt.seal {
        Seal::Signature { .. } => "receipt_shows",
        Seal::Hash => "receipt_sum_shows",
    };
    (
        el("p").child(context.texts.fill("pledged_on", &[("date", &date)])),
        el("ul").attr("part", "promises").child(entries),
        line(if finding.is_same { "receipt_same" } else { "receipt_names_only" }),
        version_line(context, receipt),
        facts([
            (context.text("receipt_pledge"), &receipt.title),
            (context.text("language"), name_of(&subject.language)),
            (context.text("receipt_version"), &subject.version),
        ]),
        marks(context, receipt),
        finding.is_whole.then(|| (line(proof), line("receipt_not_who"))),
    )
}

/// A promise in its own words, where they are those that were signed; else its name.
fn entry(context: &Context, texts: &[Clause], id: &str, subject: &Subject) -> El {
    let shown = match texts.iter().find(|clause| clause.id.as_str() == id) {
        Some(clause) => {
            let (text, tag) = clause.text.resolve(&subject.language);
            let tag = match context.rich.language_of(tag) {
                "" => subject.language.as_str(),
                tag => tag,
            };
            el("bdi").attr("lang", tag).attr("dir", direction(tag)).child(text)
        }
        None => el("code").child(el("bdi").child(id)),
    };
    el("li").child(shown)
}

/// How the receipt's version of this pledge stands to the page's.
fn version_line(context: &Context, receipt: &Receipt) -> Option<El> {
    let envelope = &context.document.envelope;
    let (theirs, own) = (&receipt.subject.version, &envelope.content_version);
    let key = version_key(receipt, envelope.id.as_str(), own)?;
    let values: [(&str, &str); 2] = [("version", theirs), ("own", own)];
    Some(el("p").child(context.texts.fill(key, &values)))
}

/// What tells this receipt from all others, to be compared with a form or a certificate.
fn marks(context: &Context, receipt: &Receipt) -> El {
    let key = match &receipt.seal {
        Seal::Signature { suite, key, .. } => key_name(*suite, key),
        Seal::Hash => "–".to_owned(),
    };
    el("details").child((
        part("summary", "summary").child(context.text("receipt_marks")),
        facts([
            (context.text("receipt_id"), &receipt.id),
            (context.text("receipt_sum"), &receipt.hash),
            (context.text("receipt_key"), &key),
        ]),
    ))
}

fn facts(facts: [(String, &str); 3]) -> El {
    let fact = |(name, value): (String, &str)| {
        (el("dt").child(name), el("dd").child(el("bdi").child(value)))
    };
    part("dl", "facts").child(facts.into_iter().map(fact).collect::<Vec<_>>())
}

/// A language by its own name, which those it matters to can read.
fn name_of(tag: &str) -> &str {
    match adil::content::base_language(tag) {
        "en" => "English",
        "ru" => "Русский",
        "kk" => "Қазақша",
        "ar" => "العربية",
        _ => tag,
    }
}
