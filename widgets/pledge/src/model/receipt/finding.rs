//! What came of the check of a receipt, and which sentence says it.

use std::cmp::Ordering;

use adil::content::Day;

use super::reading::{Flaw, Receipt, compare_versions};

/// Whether a signature fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It does.
    Fits,
    /// It does not, or the key is none.
    Differs,
    /// The browser lets this page check nothing, since it is not on https.
    NoCrypto,
    /// The browser does not know this kind of signature.
    NoSuite,
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The key of the sentence that says it.
    pub key: &'static str,
    /// How that is shown, in the words of the quiz: `right`, `partly` or `wrong`.
    pub tone: &'static str,
    /// What the receipt says, unless it says nothing that can be trusted.
    pub receipt: Option<Receipt>,
    /// Whether its promises read as on this page.
    pub is_same: bool,
    /// Whether its seal was checked and fits.
    pub is_whole: bool,
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

    /// The finding for a receipt that could be read: whether its signature fits, nothing for one
    /// that has none, and what came of the comparison with the pledge of the page.
    pub fn of(read: Receipt, fit: Option<Fit>, compared: Result<(), Flaw>, today: &Day) -> Finding {
        let is_whole = matches!(fit, None | Some(Fit::Fits));
        let (key, tone) = match (fit, compared) {
            (Some(Fit::Differs), _) => return Flaw::Changed.into(),
            (_, Err(Flaw::Newer)) => return Flaw::Newer.into(),
            (Some(Fit::NoCrypto), _) => ("receipt_no_crypto", "partly"),
            (Some(Fit::NoSuite), _) => ("receipt_no_suite", "partly"),
            // Whole is whole; that this page knows another text comes second.
            (_, Err(flaw)) => (key_of(flaw), "partly"),
            (None, Ok(())) => ("receipt_unsigned_ok", "partly"),
            (Some(Fit::Fits), Ok(())) if read.subject.day > *today => ("receipt_future", "partly"),
            (Some(Fit::Fits), Ok(())) => ("receipt_ok", "right"),
        };
        Finding { key, tone, receipt: Some(read), is_same: compared.is_ok(), is_whole }
    }
}

/// The key of the sentence on how the receipt's version of a pledge stands to the page's own;
/// nothing where they are the same, or where the receipt is of another content.
pub fn version_key(receipt: &Receipt, content: &str, own: &str) -> Option<&'static str> {
    if receipt.subject.content != content {
        return None;
    }
    match compare_versions(&receipt.subject.version, own) {
        Ordering::Equal => None,
        Ordering::Less => Some("receipt_older"),
        Ordering::Greater => Some("receipt_later"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Subject, document, read, unsigned};
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn receipt() -> Receipt {
        let subject = Subject {
            content: "my-pledge".into(),
            version: "1.9".into(),
            clauses: vec!["own".into()],
            text_hash: "sha256:5e".into(),
            language: "en".into(),
            day: day("2026-03-02"),
        };
        let made = document(&subject, "urn:uuid:1", "P", "2026-03-02T08:15:30Z", None);
        read(&unsigned(made)).unwrap()
    }

    #[track_caller]
    fn check(
        fit: Option<Fit>,
        compared: Result<(), Flaw>,
        (key, tone): (&str, &str),
        is_shown: bool,
    ) {
        let found = Finding::of(receipt(), fit, compared, &day("2026-03-02"));
        assert_eq!((found.key, found.tone, found.receipt.is_some()), (key, tone, is_shown));
    }

    #[test]
    fn a_forged_receipt_comes_before_all_else() {
        check(Some(Fit::Differs), Err(Flaw::Newer), ("receipt_changed", "wrong"), false);
        check(Some(Fit::Fits), Err(Flaw::Newer), ("receipt_newer", "wrong"), false);
        check(Some(Fit::NoSuite), Ok(()), ("receipt_no_suite", "partly"), true);
        let other = ("receipt_other_text", "partly");
        check(Some(Fit::Fits), Err(Flaw::OtherText), other, true);
        check(None, Ok(()), ("receipt_unsigned_ok", "partly"), true);
        check(Some(Fit::Fits), Ok(()), ("receipt_ok", "right"), true);
    }

    #[test]
    fn a_receipt_of_tomorrow_is_not_simply_right() {
        let found = Finding::of(receipt(), Some(Fit::Fits), Ok(()), &day("2026-03-01"));
        assert_eq!((found.key, found.tone), ("receipt_future", "partly"));
    }

    #[test]
    fn versions_of_another_content_are_not_compared() {
        assert_eq!(version_key(&receipt(), "my-pledge", "1.10"), Some("receipt_older"));
        assert_eq!(version_key(&receipt(), "my-pledge", "1.8"), Some("receipt_later"));
        assert_eq!(version_key(&receipt(), "my-pledge", "1.9"), None);
        assert_eq!(version_key(&receipt(), "other", "1.10"), None);
    }
}
