//! Language tags (BCP 47), compared as people mean them: a page in `ru` is served by a text in
//! `ru-RU`, and a page in `ru-KZ` by either.

/// The parts of a tag by which texts are chosen.
struct Tag<'a> {
    language: &'a str,
    /// Empty where the tag names none.
    script: &'a str,
    /// Empty where the tag names none.
    region: &'a str,
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn among(list: &[&str], part: &str) -> bool {
    list.iter().any(|one| same(one, part))
}

/// Some systems write `ru_RU`.
fn is_joint(c: char) -> bool {
    c == '-' || c == '_'
}

impl Tag<'_> {
    fn of(tag: &str) -> Tag<'_> {
        let mut parts = tag.split(is_joint);
        let language = parts.next().unwrap_or(tag);
        let mut read = Tag { language, script: "", region: "" };
        for part in parts {
            let letter = part.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
            match (part.len(), letter) {
                // What follows a single letter is about something else, such as numerals.
                (1, _) => break,
                (4, true) => read.script = part,
                (2, true) | (3, false) => read.region = part,
                _ => {}
            }
        }
        read
    }

    /// The script that the tag tells: the one it names, or for Chinese that of the region.
    fn told(&self) -> &str {
        match (self.script, self.region) {
            ("", "") => "",
            ("", region) if same(self.language, "zh") => {
                if among(&["TW", "HK", "MO"], region) {
                    "Hant"
                } else {
                    "Hans"
                }
            }
            (script, _) => script,
        }
    }

    /// The script that is meant where the tag tells none, for languages that have several.
    fn usual(&self) -> &str {
        let usual = [("kk", "Cyrl"), ("uz", "Latn"), ("zh", "Hans")];
        match self.told() {
            "" => usual.iter().find(|(of, _)| same(of, self.language)).map_or("", |(_, is)| is),
            told => told,
        }
    }
}

/// The part of a language tag that names the language: `kk` of `kk-Latn`.
pub fn base_language(tag: &str) -> &str {
    Tag::of(tag).language
}

/// How well a text under a tag serves who wants another one; nothing where it does not. It has to
/// be the same language, and not in another script where both tell theirs. As in the lookup of
/// RFC 4647 the text without a region comes before those of other regions; beyond it, these serve
/// too, since any Russian is nearer to a reader of Russian than a text in another language.
pub fn closeness(tag: &str, wanted: &str) -> Option<u8> {
    let plain = |b: u8| if b == b'_' { b'-' } else { b.to_ascii_lowercase() };
    let exact = tag.bytes().map(plain).eq(wanted.bytes().map(plain));
    let (tag, wanted) = (Tag::of(tag), Tag::of(wanted));
    let scripts = (tag.told(), wanted.told());
    let apart = !scripts.0.is_empty() && !scripts.1.is_empty() && !same(scripts.0, scripts.1);
    (same(tag.language, wanted.language) && !apart).then(|| {
        let script = u8::from(same(tag.usual(), wanted.usual()));
        let region = match tag.region {
            region if same(region, wanted.region) => 2,
            "" => 1,
            _ => 0,
        };
        u8::from(exact) * 8 + script * 4 + region
    })
}

/// The tag that serves best who wants another one: its place in the list, the first of equals.
pub fn nearest(tags: &mut dyn Iterator<Item = &str>, wanted: &str) -> Option<usize> {
    let mut best: Option<(u8, usize)> = None;
    for (n, tag) in tags.enumerate() {
        if let Some(close) = closeness(tag, wanted)
            && best.is_none_or(|(before, _)| close > before)
        {
            best = Some((close, n));
        }
    }
    best.map(|(_, n)| n)
}

/// Whether a language is written from right to left: by its script where the tag names one. The
/// list holds the languages with schools that teach in them; a page may always set `dir` itself.
pub fn is_right_to_left(tag: &str) -> bool {
    let Tag { language, script, .. } = Tag::of(tag);
    if !script.is_empty() {
        return among(&["Arab", "Aran", "Hebr", "Nkoo", "Syrc", "Thaa"], script);
    }
    among(&["ar", "fa", "he", "iw", "ur", "ug", "ps", "dv", "yi", "sd", "ckb"], language)
}

/// The value of `dir` for words in a language; `auto` only where nobody knows which one it is.
pub fn direction(tag: &str) -> &'static str {
    match base_language(tag) {
        "" | "und" | "mul" => "auto",
        _ if is_right_to_left(tag) => "rtl",
        _ => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tags: &[&str], wanted: &str, expected: Option<&str>) {
        let found = nearest(&mut tags.iter().copied(), wanted).map(|n| tags[n]);
        assert_eq!(found, expected, "{wanted} among {tags:?}");
    }

    /// Editors export `ru-RU` and `kk-KZ`; pages write `ru`, `kk`, and `ru-KZ`. Only the same
    /// letters were found.
    #[test]
    fn the_same_language_is_found_whatever_its_region() {
        let tags = ["en-US", "ru-RU", "kk-KZ"];
        check(&tags, "ru", Some("ru-RU"));
        check(&tags, "kk", Some("kk-KZ"));
        check(&tags, "ru-KZ", Some("ru-RU"));
        check(&tags, "RU_kz", Some("ru-RU"));
        check(&tags, "kk-Cyrl-KZ", Some("kk-KZ"));
        check(&tags, "de", None);
        check(&tags, "", None);
        check(&["ru"], "ru_RU.UTF-8", Some("ru"));
        check(&["ru_RU"], "ru", Some("ru_RU"));
        check(&["en-US", "en", "en-GB"], "en-GB", Some("en-GB"));
        check(&["en-US", "en", "en-GB"], "en-AU", Some("en"));
        check(&["en-US", "en", "en-GB"], "en", Some("en"));
        check(&["en-US", "en-GB"], "en-AU", Some("en-US"));
        check(&["ca", "ca-valencia"], "ca-valencia", Some("ca-valencia"));
        check(&["ar"], "ar-u-nu-latn", Some("ar"));
    }

    #[test]
    fn another_script_is_another_text() {
        check(&["zh-Hans", "en"], "zh-Hant", None);
        check(&["zh-CN", "en"], "zh-TW", None);
        check(&["zh-Hans", "zh-Hant"], "zh-HK", Some("zh-Hant"));
        check(&["zh-Hant", "zh-Hans"], "zh", Some("zh-Hans"));
        check(&["zh"], "zh-Hant", Some("zh"));
        check(&["kk-Latn", "kk-Cyrl"], "kk", Some("kk-Cyrl"));
        check(&["kk-Latn", "kk"], "kk-Cyrl-KZ", Some("kk"));
        check(&["kk", "kk-Latn-KZ"], "kk-Latn", Some("kk-Latn-KZ"));
        check(&["kk-Latn", "ru"], "kk-Cyrl", None);
        check(&["kk-Latn", "ru"], "kk", Some("kk-Latn"));
    }

    #[test]
    fn the_direction_is_that_of_the_language_or_of_its_script() {
        for (tag, expected) in [
            ("ar", "rtl"),
            ("AR-sa", "rtl"),
            ("ar-Latn", "ltr"),
            ("kk-Arab-CN", "rtl"),
            ("kk", "ltr"),
            ("en", "ltr"),
            ("", "auto"),
            ("und", "auto"),
        ] {
            assert_eq!(direction(tag), expected, "{tag}");
        }
    }
}
