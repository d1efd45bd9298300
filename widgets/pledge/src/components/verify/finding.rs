//! What came of the check of a receipt, and what the receipt says.

use std::cmp::Ordering;

use adil::content::direction;
use adil::host;
use adil::ui::{Child, El, Icon, el, icon, part};
use leptos::prelude::*;

use super::keys::{self, Fit};
use super::{Fixed, bring_into_view};
use crate::model::Clause;
use crate::model::receipt::{self, Flaw, Receipt, Seal, compare_versions, key_name};

/// What came of a check.
#[derive(Clone)]
pub struct Finding {
    /// The key of the sentence that says it.
    pub key: &'static str,
    /// How that is shown, in the words of the quiz: `right`, `partly` or `wrong`.
    tone: &'static str,
    /// What the receipt says, unless it says nothing that can be trusted.
    receipt: Option<Receipt>,
    /// Whether its promises read as on this page.
    is_same: bool,
    /// Whether its seal was checked and fits.
    is_whole: bool,
}

/// The key of the sentence that says what is wrong.
pub const fn key_of(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::TooLarge => "receipt_too_large",
        Flaw::Broken => "receipt_broken",
        Flaw::NoReceipt => "receipt_not_receipt",
        Flaw::OtherCredential => "receipt_other_credential",
        Flaw::NoSeal => "receipt_no_seal",
        Flaw::WrongKey => "receipt_wrong_key",
        Flaw::Newer => "receipt_newer",
        Flaw::Changed => "receipt_changed",
        Flaw::OtherContent => "receipt_other_content",
        Flaw::OtherText => "receipt_other_text",
    }
}

impl From<Flaw> for Finding {
    fn from(flaw: Flaw) -> Finding {
        Finding::without(key_of(flaw), "wrong")
    }
}

impl Finding {
    /// A finding that shows nothing of a receipt.
    pub fn without(key: &'static str, tone: &'static str) -> Finding {
        Finding { key, tone, receipt: None, is_same: false, is_whole: false }
    }
}

/// Reads a receipt, checks its seal, and compares it with the pledge of this page.
pub async fn check(fixed: StoredValue<Fixed, LocalStorage>, text: &str) -> Finding {
    let read = match receipt::parse(text, host::parse_json) {
        Ok(read) => read,
        Err(flaw) => return flaw.into(),
    };
    let fit = match &read.seal {
        Seal::Hash => None,
        Seal::Signature { suite, key, data, signature } => {
            Some(keys::verify(*suite, key, data, signature).await)
        }
    };
    let compared = fixed.try_with_value(|fixed| {
        let document = &fixed.document;
        receipt::compare(&read, document.envelope.id.as_str(), &document.body)
    });
    let compared = compared.unwrap_or(Ok(()));
    let is_whole = matches!(fit, None | Some(Fit::Fits));
    let (key, tone) = match (fit, compared) {
        (Some(Fit::Differs), _) => return Flaw::Changed.into(),
        (_, Err(Flaw::Newer)) => return Flaw::Newer.into(),
        (Some(Fit::NoCrypto), _) => ("receipt_no_crypto", "partly"),
        (Some(Fit::NoSuite), _) => ("receipt_no_suite", "partly"),
        // Whole is whole; that this page knows another text comes second.
        (_, Err(flaw)) => (key_of(flaw), "partly"),
        (None, Ok(())) => ("receipt_unsigned_ok", "partly"),
        (Some(Fit::Fits), Ok(())) if read.subject.day > host::today() => {
            ("receipt_future", "partly")
        }
        (Some(Fit::Fits), Ok(())) => ("receipt_ok", "right"),
    };
    Finding { key, tone, receipt: Some(read), is_same: compared.is_ok(), is_whole }
}

/// Shows a finding, and brings it into sight.
pub fn view(fixed: &Fixed, finding: &Finding) -> El {
    let sign = match finding.tone {
        "wrong" => Icon::Cross,
        "partly" => Icon::Half,
        _ => Icon::Tick,
    };
    let says = finding.receipt.as_ref().map(|receipt| said_by(fixed, finding, receipt));
    let shown = el("div").attr("class", "finding").state("finding", finding.tone);
    let shown =
        shown.child((part("p", "verdict").child((icon(sign), fixed.text(finding.key))), says));
    shown.with(|element| {
        let element = element.clone();
        request_animation_frame(move || {
            bring_into_view(&element);
        });
    })
}

/// What a receipt says, and what the check proves.
fn said_by(fixed: &Fixed, finding: &Finding, receipt: &Receipt) -> impl Child + use<> {
    let subject = &receipt.subject;
    let line = |key: &str| el("p").child(fixed.text(key));
    let texts = if finding.is_same { &fixed.document.body.clauses[..] } else { &[] };
    let entry = |id: &String| entry(fixed, texts, id, subject);
    let entries: Vec<El> = subject.clauses.iter().map(entry).collect();
    let date = fixed.texts.date(&subject.day);
    let proof = match receipt.seal {
        Seal::Signature { .. } => "receipt_shows",
        Seal::Hash => "receipt_sum_shows",
    };
    (
        el("p").child(fixed.texts.fill("pledged_on", &[("date", &date)])),
        el("ul").attr("part", "promises").child(entries),
        line(if finding.is_same { "receipt_same" } else { "receipt_names_only" }),
        version_line(fixed, receipt),
        facts([
            (fixed.text("receipt_pledge"), &receipt.title),
            (fixed.text("language"), name_of(&subject.language)),
            (fixed.text("receipt_version"), &subject.version),
        ]),
        marks(fixed, receipt),
        finding.is_whole.then(|| (line(proof), line("receipt_not_who"))),
    )
}

/// A promise in its own words, where they are those that were signed; else its name.
fn entry(fixed: &Fixed, texts: &[Clause], id: &str, subject: &receipt::Subject) -> El {
    let shown = match texts.iter().find(|clause| clause.id.as_str() == id) {
        Some(clause) => {
            let (text, tag) = clause.text.resolve(&subject.language);
            let tag = match fixed.rich.language_of(tag) {
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
fn version_line(fixed: &Fixed, receipt: &Receipt) -> Option<El> {
    let envelope = &fixed.document.envelope;
    let (theirs, own) = (&receipt.subject.version, &envelope.content_version);
    let key = match compare_versions(theirs, own) {
        _ if receipt.subject.content != envelope.id.as_str() => return None,
        Ordering::Equal => return None,
        Ordering::Less => "receipt_older",
        Ordering::Greater => "receipt_later",
    };
    let values: [(&str, &str); 2] = [("version", theirs), ("own", own)];
    Some(el("p").child(fixed.texts.fill(key, &values)))
}

/// What tells this receipt from all others, to be compared with a form or a certificate.
fn marks(fixed: &Fixed, receipt: &Receipt) -> El {
    let key = match &receipt.seal {
        Seal::Signature { suite, key, .. } => key_name(*suite, key),
        Seal::Hash => "–".to_owned(),
    };
    el("details").child((
        part("summary", "summary").child(fixed.text("receipt_marks")),
        facts([
            (fixed.text("receipt_id"), &receipt.id),
            (fixed.text("receipt_sum"), &receipt.hash),
            (fixed.text("receipt_key"), &key),
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
