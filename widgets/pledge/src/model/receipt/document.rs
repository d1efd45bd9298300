//! A receipt as it is made and signed.

use adil::content::Day;
use adil::json::{Json, canonical};
use sha2::{Digest, Sha256};

use super::base58::multibase;
use super::key::Suite;
use super::text::hash_text;

/// The contexts of every receipt; the second stands for terms that no context defines.
pub(super) const CONTEXTS: [&str; 2] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/ns/credentials/undefined-terms/v2",
];

/// The type of our credentials.
pub(super) const TYPE: &str = "PledgeReceipt";

/// The field of an unsigned receipt that holds the hash of the others.
pub(super) const HASH: &str = "receiptHash";

/// What was pledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The content's id.
    pub content: String,
    /// Its version.
    pub version: String,
    /// The ids of the clauses.
    pub clauses: Vec<String>,
    /// The hash of their text as shown, from [`text_hash`](super::text_hash).
    pub text_hash: String,
    /// The language in which they were shown: that of the texts, whatever the page's is.
    pub language: String,
    /// The day.
    pub day: Day,
}

/// A receipt before it is signed. `key` is the multibase form of the public key; an unsigned
/// receipt has none, and no issuer.
pub fn document(subject: &Subject, id: &str, title: &str, now: &str, key: Option<&str>) -> Json {
    let texts = |list: &[&str]| Json::List(list.iter().map(|text| (*text).into()).collect());
    let clauses: Vec<&str> = subject.clauses.iter().map(String::as_str).collect();
    let did = key.map(|key| ["did:key:", key].concat());
    let mut about: Vec<(String, Json)> = Vec::new();
    if let Some(did) = &did {
        about.push(("id".into(), did.as_str().into()));
    }
    let fields: [(&str, Json); 7] = [
        ("type", "Pledge".into()),
        ("contentId", subject.content.as_str().into()),
        ("contentVersion", subject.version.as_str().into()),
        ("clauseIds", texts(&clauses)),
        ("textHash", subject.text_hash.as_str().into()),
        ("language", subject.language.as_str().into()),
        ("day", subject.day.as_str().into()),
    ];
    about.extend(fields.into_iter().map(|(name, value)| (name.to_owned(), value)));
    let mut document = vec![
        ("@context".to_owned(), texts(&CONTEXTS)),
        ("id".to_owned(), id.into()),
        ("type".to_owned(), texts(&["VerifiableCredential", TYPE])),
        ("name".to_owned(), title.into()),
    ];
    if let Some(did) = did {
        document.push(("issuer".to_owned(), did.into()));
    }
    document.push(("validFrom".to_owned(), now.into()));
    document.push(("credentialSubject".to_owned(), Json::Object(about)));
    Json::Object(document)
}

/// The proof of a receipt before it has a value.
pub fn proof_options(suite: Suite, key: &str, now: &str) -> Json {
    Json::object([
        ("type", "DataIntegrityProof".into()),
        ("cryptosuite", suite.name().into()),
        ("created", now.into()),
        ("verificationMethod", ["did:key:", key, "#", key].concat().into()),
        ("proofPurpose", "assertionMethod".into()),
        ("@context", Json::List(CONTEXTS.iter().map(|text| (*text).into()).collect())),
    ])
}

/// The 64 bytes that are signed: the hash of the proof's options, then that of the document.
pub fn to_sign(document: &Json, options: &Json) -> Option<Vec<u8>> {
    let hash = |json| canonical(json).map(|text| Sha256::digest(text.as_bytes()));
    let (options, document) = (hash(options)?, hash(document)?);
    Some(options.iter().chain(document.iter()).copied().collect())
}

/// The hash of a whole receipt without its seal, for certificates: two receipts with the same
/// say the same.
pub fn receipt_hash(receipt: &Json) -> Option<String> {
    canonical(&without(&without(receipt, "proof"), HASH)).map(|text| hash_text(text.as_bytes()))
}

/// A document with its proof.
pub fn signed(document: Json, options: Json, signature: &[u8]) -> Json {
    let (Json::Object(mut fields), Json::Object(mut proof)) = (document, options) else {
        return Json::Null;
    };
    proof.push(("proofValue".into(), multibase(signature).into()));
    fields.push(("proof".into(), Json::Object(proof)));
    Json::Object(fields)
}

/// An unsigned receipt: a document with the hash of itself.
pub fn unsigned(document: Json) -> Json {
    let hash = receipt_hash(&document).unwrap_or_default();
    let Json::Object(mut fields) = document else { return Json::Null };
    fields.push((HASH.into(), hash.into()));
    Json::Object(fields)
}

/// A document without one of its fields.
pub(super) fn without(json: &Json, name: &str) -> Json {
    let Json::Object(fields) = json else { return json.clone() };
    Json::Object(fields.iter().filter(|(key, _)| key != name).cloned().collect())
}
