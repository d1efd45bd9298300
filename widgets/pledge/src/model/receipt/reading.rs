//! What can be wrong with a receipt that somebody shows.

use std::cmp::Ordering;

use adil::content::Day;
use adil::json::{Json, canonical, check_limits};

use super::base58::unbase;
use super::document::{
    CONTEXTS, HASH, Subject, TYPE, document, proof_options, receipt_hash, to_sign, unsigned,
    without,
};
use super::key::{Suite, unkey};
use super::text::text_hash;
use crate::model::Pledge;

/// The most bytes that are read. A receipt has about two thousand; a title may be long.
pub const LARGEST: usize = 65_536;

/// What is wrong with a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It is no JSON, or has lost characters.
    Broken,
    /// It is JSON, but no receipt of a pledge at all.
    NoReceipt,
    /// It is a verifiable credential of another kind.
    OtherCredential,
    /// It has neither a signature nor a hash.
    NoSeal,
    /// It names keys that do not belong together.
    WrongKey,
    /// It says more, or is signed in another way, than this version knows.
    Newer,
    /// It has been changed, or was not made by the key it names.
    Changed,
    /// It is whole, but of another content than this page's.
    OtherContent,
    /// It is whole, but its clauses read differently on this page now.
    OtherText,
}

/// A receipt whose signature is yet to be checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// Its own id.
    pub id: String,
    /// The pledge's title.
    pub title: String,
    /// What was pledged.
    pub subject: Subject,
    /// What remains to be checked.
    pub seal: Seal,
    /// Its [`receipt_hash`], by which it can be found on a certificate.
    pub hash: String,
    /// Whether every field is one that this version writes itself.
    is_known: bool,
}

/// What shows that a receipt was not changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Seal {
    /// Nothing but its own hash, which fits.
    Hash,
    /// A signature.
    Signature {
        /// How it was made.
        suite: Suite,
        /// The public key: 32 bytes, or a compressed point of 33 bytes.
        key: Vec<u8>,
        /// The bytes that were signed.
        data: Vec<u8>,
        /// The signature, 64 bytes.
        signature: Vec<u8>,
    },
}

/// Parses and reads the text of a receipt.
///
/// # Errors
/// [`Flaw::TooLarge`] and [`Flaw::Broken`] for what cannot be read, else those of [`read`].
pub fn parse(text: &str, json: impl FnOnce(&str) -> Result<Json, String>) -> Result<Receipt, Flaw> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > LARGEST {
        return Err(Flaw::TooLarge);
    }
    check_limits(text).map_err(|_| Flaw::Broken)?;
    let tree = json(text).map_err(|_| Flaw::Broken)?;
    // What a browser could not decode, half a character among them, all becomes this one: texts
    // that differ would read alike.
    if adil::json::write(&tree).contains('\u{fffd}') {
        return Err(Flaw::Broken);
    }
    // Of a field that comes twice parsers keep the last, and people may read the first.
    if fields_of(&tree) != colons_of(text) {
        return Err(Flaw::Changed);
    }
    read(&tree)
}

fn fields_of(json: &Json) -> usize {
    match json {
        Json::Object(fields) => fields.iter().map(|(_, value)| 1 + fields_of(value)).sum(),
        Json::List(list) => list.iter().map(fields_of).sum(),
        _ => 0,
    }
}

/// How often a name stands before a value: the colons outside of texts.
fn colons_of(text: &str) -> usize {
    let (mut in_text, mut escaped) = (false, false);
    let is_colon = |byte: &u8| match byte {
        _ if escaped => {
            escaped = false;
            false
        }
        b'\\' => {
            escaped = true;
            false
        }
        b'"' => {
            in_text = !in_text;
            false
        }
        byte => *byte == b':' && !in_text,
    };
    text.bytes().filter(is_colon).count()
}

fn text(json: &Json, name: &str) -> Result<String, Flaw> {
    json.get(name).and_then(Json::text).map(str::to_owned).ok_or(Flaw::NoReceipt)
}

/// Whether two documents say the same, and something that can be signed at all.
fn same(a: &Json, b: &Json) -> bool {
    canonical(a).is_some_and(|a| canonical(b) == Some(a))
}

/// Whether a credential is one of ours, by its types and contexts.
fn check_kind(json: &Json) -> Result<(), Flaw> {
    let types: Vec<_> = json.get("type").map(Json::list).unwrap_or_default().to_vec();
    let contexts = Json::List(CONTEXTS.iter().map(|text| (*text).into()).collect());
    let has = |name: &str| types.iter().any(|found| found.text() == Some(name));
    match (has("VerifiableCredential"), has(TYPE)) {
        (true, true) if types.len() == 2 && json.get("@context") == Some(&contexts) => Ok(()),
        (true, true) => Err(Flaw::Newer),
        (true, false) => Err(Flaw::OtherCredential),
        _ => Err(Flaw::NoReceipt),
    }
}

fn subject_of(about: &Json) -> Result<Subject, Flaw> {
    let ids = about.get("clauseIds").map(Json::list).unwrap_or_default();
    let clauses: Vec<_> = ids.iter().filter_map(Json::text).map(str::to_owned).collect();
    // Nobody promises nothing.
    if clauses.is_empty() {
        return Err(Flaw::NoReceipt);
    }
    Ok(Subject {
        content: text(about, "contentId")?,
        version: text(about, "contentVersion")?,
        clauses,
        text_hash: text(about, "textHash")?,
        language: text(about, "language")?,
        day: Day::parse(&text(about, "day")?).ok_or(Flaw::NoReceipt)?,
    })
}

/// Whether a text is a moment as receipts have it: `2026-03-02T08:15:30Z`.
fn is_moment(text: &str) -> bool {
    let shape = "0000-00-00T00:00:00Z";
    let alike = |(a, b): (u8, u8)| if b == b'0' { a.is_ascii_digit() } else { a == b };
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(alike)
        && Day::parse(&text[..10]).is_some()
}

/// Reads a receipt. What it says more than ours do is found by [`compare`], once it is certain
/// that nobody changed it: a receipt of a newer version is not to be called a forged one.
///
/// # Errors
/// What is wrong with it before its signature is checked.
pub fn read(json: &Json) -> Result<Receipt, Flaw> {
    check_kind(json)?;
    let about = json.get("credentialSubject").ok_or(Flaw::NoReceipt)?;
    let subject = subject_of(about)?;
    let (id, title, now) = (text(json, "id")?, text(json, "name")?, text(json, "validFrom")?);
    let hash = receipt_hash(json).ok_or(Flaw::Changed)?;
    let Some(proof) = json.get("proof") else {
        // A signed receipt does not become an unsigned one by taking its signature away.
        let sum = json.get(HASH).filter(|_| json.get("issuer").is_none());
        if sum.ok_or(Flaw::NoSeal)?.text() != Some(&hash) {
            return Err(Flaw::Changed);
        }
        let made = unsigned(document(&subject, &id, &title, &now, None));
        let is_known = same(&made, json) && is_moment(&now);
        return Ok(Receipt { id, title, subject, seal: Seal::Hash, hash, is_known });
    };
    let suite = match proof.get("cryptosuite").and_then(Json::text) {
        Some("eddsa-jcs-2022") => Suite::Eddsa,
        Some("ecdsa-jcs-2019") => Suite::Ecdsa,
        _ => return Err(Flaw::Newer),
    };
    let method = text(proof, "verificationMethod")?;
    let name = method.rsplit('#').next().unwrap_or_default();
    let did = ["did:key:", name].concat();
    let is_holder = |json: &Json, field| json.get(field).and_then(Json::text) == Some(&did);
    let key = unkey(suite, name).filter(|_| is_holder(json, "issuer") && is_holder(about, "id"));
    let key = key.filter(|_| method == [&did, "#", name].concat()).ok_or(Flaw::WrongKey)?;
    let signature = unbase(&text(proof, "proofValue").unwrap_or_default());
    let signature = signature.filter(|bytes| bytes.len() == 64).ok_or(Flaw::Changed)?;
    // What was signed is what stands there, whether this version knows it or not.
    let (whole, options) = (without(json, "proof"), without(proof, "proofValue"));
    let data = to_sign(&whole, &options).ok_or(Flaw::Changed)?;
    let created = text(proof, "created").unwrap_or_default();
    let is_known = same(&document(&subject, &id, &title, &now, Some(name)), &whole)
        && same(&proof_options(suite, name, &created), &options)
        && is_moment(&now)
        && is_moment(&created);
    let seal = Seal::Signature { suite, key, data, signature };
    Ok(Receipt { id, title, subject, seal, hash, is_known })
}

/// Compares a whole receipt with the pledge of this page.
///
/// # Errors
/// The first difference that matters.
pub fn compare(receipt: &Receipt, content: &str, pledge: &Pledge) -> Result<(), Flaw> {
    if !receipt.is_known {
        return Err(Flaw::Newer);
    }
    let subject = &receipt.subject;
    if subject.content != content {
        return Err(Flaw::OtherContent);
    }
    let known = |id: &String| pledge.clauses.iter().any(|clause| clause.id.as_str() == id);
    let same = subject.clauses.iter().all(known)
        && text_hash(pledge, &subject.clauses, &subject.language) == subject.text_hash;
    if same { Ok(()) } else { Err(Flaw::OtherText) }
}

/// Which of two versions such as `1.9` and `1.10` is the later one. Authors write them as they
/// like, so what is no number is compared as text.
pub fn compare_versions(a: &str, b: &str) -> Ordering {
    let part = |a: &str, b: &str| match (a.parse::<u32>(), b.parse::<u32>()) {
        (Ok(a), Ok(b)) => a.cmp(&b),
        _ => a.cmp(b),
    };
    let (mut left, mut right) = (a.split('.'), b.split('.'));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (a, b) => match part(a.unwrap_or("0"), b.unwrap_or("0")) {
                Ordering::Equal => {}
                found => return found,
            },
        }
    }
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
