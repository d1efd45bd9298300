//! The clauses of a receipt as they were shown: their texts, language and hash.

use adil::content::Localized;
use sha2::{Digest, Sha256};

use crate::model::Pledge;

/// SHA-256 as it stands in receipts: `sha256:` and 64 hexadecimal digits.
pub(super) fn hash_text(bytes: &[u8]) -> String {
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
