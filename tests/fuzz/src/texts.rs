//! Texts: the inline syntax, addresses, numbers, days, and codes that carry counts.

use adil::content::{Address, Block, Day, Inline, Purpose, Reference, parse, plain};
use adil::json::{Json, number_from, number_text};
use adil::tally::Tally;
use adil_pledge::model::{certificate, class};
use adil_quiz::model::read_number;

use crate::files::fold;
use adil_video::model::{Embed, Site};

/// The bytes as a text, whatever they are.
pub fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Every address in a tree of text.
fn addresses<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Address>) {
    for inline in inlines {
        match inline {
            Inline::Link(inside, address) => {
                found.push(address);
                addresses(inside, found);
            }
            Inline::Picture(_, address) => found.push(address),
            Inline::Emphasis(inside)
            | Inline::Strong(inside)
            | Inline::Code(inside)
            | Inline::Superscript(inside)
            | Inline::Subscript(inside) => addresses(inside, found),
            _ => {}
        }
    }
}

/// The inline syntax: nothing in it is an address that the allow-list refuses.
pub fn inline(bytes: &[u8]) {
    let text = text_of(bytes);
    let blocks = parse(&text);
    let mut found = Vec::new();
    for block in &blocks {
        match block {
            Block::Paragraph(inlines) => addresses(inlines, &mut found),
            Block::Bullets(entries) | Block::Numbered { entries, .. } => {
                entries.iter().for_each(|entry| addresses(entry, &mut found));
            }
            Block::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| addresses(cell, &mut found));
            }
        }
    }
    for address in found {
        check_address(address.as_str());
    }
    assert!(plain(&blocks).len() <= text.len() * 2 + 64, "the plain text is longer: {text:?}");
}

/// What a browser would make of an address: none of the schemes that run or hold a document.
fn check_address(address: &str) {
    let seen: String = address
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .flat_map(char::to_lowercase)
        .collect();
    for scheme in ["javascript:", "data:", "vbscript:", "blob:", "file:", "filesystem:", "about:"] {
        assert!(!seen.starts_with(scheme), "{address:?} was let through");
    }
}

/// Short words: addresses, names, days, numbers, videos of other sites.
pub fn words(bytes: &[u8]) {
    let text = text_of(bytes);
    for purpose in [Purpose::Link, Purpose::Media] {
        if let Some(address) = Address::parse(&text, purpose) {
            check_address(address.as_str());
        }
    }
    _ = Reference::parse(&text);
    if let Some(day) = Day::parse(&text) {
        assert_eq!(Day::parse(day.as_str()).as_ref(), Some(&day));
        _ = day.plus(u32::from(bytes.first().copied().unwrap_or(0)));
    }
    if let Some(number) = number_from(&text) {
        let again = number_from(&number_text(number));
        assert!(again.is_some(), "{number} is written as {}", number_text(number));
    }
    for lang in ["en", "ru", "kk", "ar"] {
        assert!(
            read_number(&text, "kg", lang, fold).is_none_or(f64::is_finite),
            "{text:?} in {lang}"
        );
    }
    if let Ok(Some(embed)) = Embed::parse(&text) {
        let address = embed.address("https://a.school");
        let known = [Site::YouTube, Site::Vimeo].map(|site| [site.origin(), "/"].concat());
        assert!(known.iter().any(|start| address.starts_with(start)), "{address}");
        assert!(!address.contains(['"', '<', ' ']), "{address}");
    }
    let (names, _) = certificate::names(&text);
    assert!(names.iter().all(|name| !name.trim().is_empty()), "a name of nothing in {text:?}");
}

/// Codes of classes: what is read is what is written.
pub fn codes(bytes: &[u8]) {
    let text = text_of(bytes);
    if let Ok(tally) = Tally::parse(&text) {
        let written = tally.code().unwrap_or_else(|| panic!("{tally:?} was read from {text:?}"));
        assert_eq!(Tally::parse(&written), Ok(tally), "{written}");
    }
    let count = class::add_up(&text, "my-class");
    _ = count.sum.total();
    _ = Json::from(text.as_str());
}
