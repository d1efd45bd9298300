//! Pictures and recordings of a content file.

use super::{Address, Localized, Purpose, base_language};
use crate::json::{FromJson, Place, Problem};

/// An address of a picture that passed the allow-list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaAddress(pub Address);

impl FromJson for MediaAddress {
    fn read(place: &Place) -> Result<Self, Problem> {
        const WHAT: &str = "an address that is https, http or relative to this file";
        let address = Address::parse(place.text(WHAT)?, Purpose::Media);
        address.map(MediaAddress).ok_or_else(|| place.expected(WHAT))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> crate::json::schema::Value {
        serde_json::json!({ "type": "string", "format": "uri-reference" })
    }
}

crate::record! {
    /// A picture.
    pub struct Picture {
        /// Where it is, relative to this file.
        "src" src: MediaAddress,
        /// What it shows, for those who do not see it; empty if it only decorates.
        "alt" alt: Localized,
    }
}

/// Recorded speech: an address, or one for each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording(Localized);

impl Recording {
    /// The recording in just this language. One without a language is in `original`, the first
    /// of the file's languages; speech in another language than the text is never played.
    pub fn get(&self, lang: &str, original: &str) -> Option<Address> {
        let (address, tag) = self.0.resolve(lang);
        let tag = if tag.is_empty() { original } else { tag };
        let fits = tag.is_empty() || base_language(tag).eq_ignore_ascii_case(base_language(lang));
        Address::parse(address, Purpose::Media).filter(|_| fits)
    }
}

impl FromJson for Recording {
    fn read(place: &Place) -> Result<Self, Problem> {
        const WHAT: &str = "an address of a sound that is https, http or relative to this file";
        let localized = Localized::read(place)?;
        let fits = |text: &str| Address::parse(text, Purpose::Media).is_some();
        let all = localized.texts().all(fits);
        if all { Ok(Recording(localized)) } else { Err(place.expected(WHAT)) }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> crate::json::schema::Value {
        Localized::schema(definitions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Warnings;

    #[test]
    fn a_recording_is_played_in_its_own_language_only() {
        let read = |json: &str, lang: &str, original: &str| {
            let json = serde_json::from_str(json).unwrap();
            let found = Recording::read(&Place::top(&json, &Warnings::default()))
                .unwrap()
                .get(lang, original);
            found.map(|address| address.as_str().to_owned())
        };
        let both = r#"{"en": "en.mp3", "kk": "kk.mp3"}"#;
        assert_eq!(read(both, "kk-KZ", "en").as_deref(), Some("kk.mp3"));
        assert_eq!(read(both, "ru", "en"), None);
        assert_eq!(read(r#""one.mp3""#, "en", "en").as_deref(), Some("one.mp3"));
        assert_eq!(read(r#""one.mp3""#, "kk", "en"), None);
    }
}
