//! What a receipt says, how it is signed, and what can be wrong with one.
//!
//! A receipt is a W3C Verifiable Credential 2.0. Signed, it carries a Data Integrity proof,
//! `eddsa-jcs-2022` or `ecdsa-jcs-2019`, by a key of the browser that named itself by `did:key`.
//! It proves that it was not changed since; not who made it.

use adil::content::{Day, Localized};
use adil::json::{Json, canonical};
use sha2::{Digest, Sha256};

use super::Pledge;

mod reading;

pub use reading::{Flaw, LARGEST, Receipt, Seal, compare, compare_versions, parse, read};

/// The contexts of every receipt; the second stands for terms that no context defines.
const CONTEXTS: [&str; 2] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/ns/credentials/undefined-terms/v2",
];

/// The type of our credentials.
const TYPE: &str = "PledgeReceipt";

/// The field of an unsigned receipt that holds the hash of the others.
const HASH: &str = "receiptHash";

/// How a receipt is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// Ed25519
    Eddsa,
    /// ECDSA with P-256
    Ecdsa,
}

impl Suite {
    /// The name in a proof.
    pub const fn name(self) -> &'static str {
        match self {
            Suite::Eddsa => "eddsa-jcs-2022",
            Suite::Ecdsa => "ecdsa-jcs-2019",
        }
    }

    /// What stands before a public key in `did:key`, and how long the key is.
    const fn key_shape(self) -> ([u8; 2], usize) {
        match self {
            Suite::Eddsa => ([0xed, 0x01], 32),
            Suite::Ecdsa => ([0x80, 0x24], 33),
        }
    }
}

/// What was pledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The content's id.
    pub content: String,
    /// Its version.
    pub version: String,
    /// The ids of the clauses.
    pub clauses: Vec<String>,
    /// The hash of their text as shown, from [`text_hash`].
    pub text_hash: String,
    /// The language in which they were shown: that of the texts, whatever the page's is.
    pub language: String,
    /// The day.
    pub day: Day,
}

/// SHA-256 as it stands in receipts: `sha256:` and 64 hexadecimal digits.
fn hash_text(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes);
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    let mut text = String::from("sha256:");
    text.extend(digits.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    text
}

/// The hash of clauses as shown in a language: their texts, each in a line of its own.
pub fn text_hash(pledge: &Pledge, ids: &[String], lang: &str) -> String {
    let lines: Vec<&str> = clauses_of(pledge, ids).iter().map(|text| text.get(lang)).collect();
    hash_text(lines.join("\n").as_bytes())
}

/// The language of texts as they are shown where `lang` is asked for: the tag that the author gave
/// them, or the file's own language, `original`. A page in a language that the file does not
/// have shows another one. The tag finds the same texts again, so that their hash can be checked.
pub fn text_language<'t>(texts: &[&'t Localized], lang: &'t str, original: &'t str) -> &'t str {
    let tags = texts.iter().map(|text| match text.resolve(lang).1 {
        "" => original,
        tag => tag,
    });
    let finds_same = |tag: &&str| texts.iter().all(|text| text.get(tag) == text.get(lang));
    tags.filter(|tag| !tag.is_empty()).find(finds_same).unwrap_or(lang)
}

/// The clauses of these ids, in the order of the file.
pub fn clauses_of<'p>(pledge: &'p Pledge, ids: &[String]) -> Vec<&'p Localized> {
    let chosen = pledge.clauses.iter().filter(|c| ids.iter().any(|id| id == c.id.as_str()));
    chosen.map(|clause| &clause.text).collect()
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

fn without(json: &Json, name: &str) -> Json {
    let Json::Object(fields) = json else { return json.clone() };
    Json::Object(fields.iter().filter(|(key, _)| key != name).cloned().collect())
}

/// The multibase form of a public key, as it stands in `did:key`.
pub fn key_name(suite: Suite, key: &[u8]) -> String {
    let (prefix, _) = suite.key_shape();
    multibase(&[&prefix, key].concat())
}

fn unkey(suite: Suite, name: &str) -> Option<Vec<u8>> {
    let (prefix, length) = suite.key_shape();
    let bytes = unbase(name)?;
    let key = bytes.strip_prefix(&prefix)?;
    (key.len() == length).then(|| key.to_vec())
}

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Base 58 in the alphabet of Bitcoin, with `z` before it.
fn multibase(bytes: &[u8]) -> String {
    // Digits, the lowest first; each leading zero byte is a digit of its own.
    let mut digits: Vec<u32> = Vec::new();
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += *digit << 8;
            *digit = carry % 58;
            carry /= 58;
        }
        while carry > 0 {
            digits.push(carry % 58);
            carry /= 58;
        }
    }
    digits.extend(bytes.iter().take_while(|byte| **byte == 0).map(|_| 0));
    let letters = digits.iter().rev().map(|digit| char::from(BASE58[*digit as usize]));
    std::iter::once('z').chain(letters).collect()
}

fn unbase(text: &str) -> Option<Vec<u8>> {
    let text = text.strip_prefix('z')?;
    // Keys and signatures are far shorter; a huge text would take the square of its length.
    if text.len() > 128 {
        return None;
    }
    let mut bytes: Vec<u32> = Vec::new();
    for letter in text.bytes() {
        let mut carry = u32::try_from(BASE58.iter().position(|b| *b == letter)?).ok()?;
        for byte in &mut bytes {
            carry += *byte * 58;
            *byte = carry & 0xff;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(carry & 0xff);
            carry >>= 8;
        }
    }
    bytes.extend(text.bytes().take_while(|letter| *letter == b'1').map(|_| 0));
    bytes.into_iter().rev().map(|byte| u8::try_from(byte).ok()).collect()
}

/// An Open Badges 3.0 document of the same pledge, unsigned: a school that wants to issue badges
/// signs it with a suite that the standard certifies. It fills in itself and the learner.
pub fn open_badge(subject: &Subject, id: &str, title: &str, narrative: &str, now: &str) -> Json {
    let texts = |list: &[&str]| Json::List(list.iter().map(|text| (*text).into()).collect());
    let achievement = Json::object([
        ("id", ["urn:adil:pledge:", &subject.content, ":", &subject.version].concat().into()),
        ("type", texts(&["Achievement"])),
        ("name", title.into()),
        ("description", narrative.into()),
        ("criteria", Json::object([("narrative", narrative.into())])),
    ]);
    let learner = Json::object([
        ("type", "IdentityObject".into()),
        ("hashed", false.into()),
        ("identityHash", "Fill in the learner".into()),
        ("identityType", "name".into()),
    ]);
    Json::object([
        (
            "@context",
            texts(&[CONTEXTS[0], "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]),
        ),
        ("id", id.into()),
        ("type", texts(&["VerifiableCredential", "OpenBadgeCredential"])),
        ("name", title.into()),
        (
            "issuer",
            Json::object([
                ("id", "https://example.school/issuer".into()),
                ("type", texts(&["Profile"])),
                ("name", "Fill in the school".into()),
            ]),
        ),
        ("validFrom", now.into()),
        (
            "credentialSubject",
            Json::object([
                ("type", texts(&["AchievementSubject"])),
                ("identifier", Json::List(vec![learner])),
                ("achievement", achievement),
            ]),
        ),
    ])
}

#[cfg(test)]
#[path = "receipt_tests.rs"]
mod tests;
