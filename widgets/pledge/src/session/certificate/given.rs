//! What the page gave for a certificate: a receipt of the pledge, or nothing but the pledge.

use adil::content::{Localized, direction, is_right_to_left, parse, plain};
use adil::host::{self, parse_json};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

use crate::model::certificate::{Code, LONGEST, Sheet, Wording};
use crate::model::receipt::{self, Fit, Receipt, Seal, key_of};
use crate::session::Context;
use crate::session::keys;

/// Refuses more words than a page can hold.
///
/// # Errors
/// An error for the author, who has to shorten them.
pub fn check_length(context: &Context, length: usize) -> Result<(), JsValue> {
    if length <= LONGEST {
        return Ok(());
    }
    let [most, found] = [LONGEST, length].map(|n| n.to_string());
    let name = context.host.name();
    let sentence = ": the words of a certificate have at most ";
    Err(host::refusal("content", &[&name, sentence, &most, " characters, found ", &found].concat()))
}

/// The receipt that the page gave, whole and of this pledge, with its hash; nothing where the
/// page gave none. Else the key of a sentence that says what is wrong with it.
pub fn receipt_of(context: &Context) -> Result<Option<(Receipt, String)>, &'static str> {
    let text = context.host.attribute("receipt").filter(|text| !text.trim().is_empty());
    let Some(text) = text else { return Ok(None) };
    let receipt = receipt::parse(&text, parse_json).map_err(key_of)?;
    let envelope = &context.document.envelope;
    receipt::compare(&receipt, envelope.id.as_str(), &context.document.body).map_err(key_of)?;
    if receipt.subject.clauses.is_empty() {
        return Err("receipt_not_receipt");
    }
    let hash = parse_json(&text).ok().and_then(|json| receipt::receipt_hash(&json));
    let hash = hash.unwrap_or_default();
    Ok(Some((receipt, hash)))
}

/// What the certificate says, whoever signs it.
pub fn sheet_of(context: &Context, receipt: Option<&(Receipt, String)>) -> Sheet {
    let body = &context.document.body;
    let wording = |text: &Localized| {
        let in_language = |lang: &str| {
            let (text, tag) = text.resolve(lang);
            let tag = context.rich.language_of(tag);
            let rtl = (direction(tag) != "auto").then(|| is_right_to_left(tag));
            (plain(&parse(text)).trim().to_owned(), rtl)
        };
        let (main, rtl) = in_language(&context.rich.lang);
        let beside = context.beside.as_ref().map(|context| in_language(&context.lang));
        let (beside, second) = beside.filter(|(text, _)| *text != main).unzip();
        Wording { main, beside, rtl: [rtl, second.flatten()] }
    };
    let texts = body.certificate.as_ref();
    let chosen = body.clauses.iter().filter(|clause| match receipt {
        Some((receipt, _)) => receipt.subject.clauses.iter().any(|id| id == clause.id.as_str()),
        None => !clause.optional,
    });
    let clause = |(n, text)| (context.number(n), wording(text));
    Sheet {
        heading: wording(texts.map_or(&context.document.envelope.title, |texts| &texts.title)),
        body: texts.map(|texts| wording(&texts.body)),
        clauses: (1..).zip(chosen.map(|clause| &clause.text)).map(clause).collect(),
        footer: texts.and_then(|texts| texts.footer.as_ref()).map(wording),
        date: receipt.map(|(receipt, _)| context.texts.date(&receipt.subject.day)),
        date_label: context.text("line_date"),
        code: receipt.and_then(|(receipt, hash)| Code::new(&receipt.id, hash)),
        has_logo: false,
        rtl: is_right_to_left(context.texts.lang()),
    }
}

/// Whether the receipt's signature does not fit: known a moment later. Where the browser cannot
/// check it, the receipt stands, as it does where somebody reads it on paper.
pub fn forged(receipt: Option<&(Receipt, String)>) -> RwSignal<bool> {
    let forged = RwSignal::new(false);
    if let Some(Seal::Signature { suite, key, data, signature }) =
        receipt.map(|(receipt, _)| receipt.seal.clone())
    {
        leptos::task::spawn_local(async move {
            let fit = keys::verify(suite, &key, &data, &signature).await;
            forged.try_set(matches!(fit, Fit::Differs));
        });
    }
    forged
}
