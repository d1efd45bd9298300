//! What an author may link to.

/// What an address is for; each allows other schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A link that a learner may follow: `http`, `https`, `mailto` or relative.
    Link,
    /// A picture or sound that the page loads by itself: `http`, `https` or relative.
    Media,
}

/// An address that passed the allow-list. `javascript:`, `data:`, `vbscript:`, `blob:` and every
/// other scheme never become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Parses an address as a browser would see it: tabs and line ends inside are dropped, blank
    /// and control characters around it are trimmed, and only then the scheme is read.
    pub fn parse(text: &str, purpose: Purpose) -> Option<Address> {
        let clean: String = text
            .trim_matches(|c: char| c <= ' ')
            .chars()
            .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
            .collect();
        if clean.is_empty() || clean.chars().any(char::is_control) {
            return None;
        }
        let allowed = match scheme(&clean) {
            None => true,
            Some(scheme) => {
                let is = |name: &str| scheme.eq_ignore_ascii_case(name);
                is("http") || is("https") || (is("mailto") && purpose == Purpose::Link)
            }
        };
        allowed.then_some(Address(clean))
    }

    /// The address as written, to be resolved against the place of the content file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What stands before the first colon, unless a slash, question mark or hash comes earlier.
fn scheme(address: &str) -> Option<&str> {
    let end = address.find([':', '/', '?', '#'])?;
    address[end..].starts_with(':').then(|| &address[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, link: bool, media: bool) {
        assert_eq!(Address::parse(text, Purpose::Link).is_some(), link, "link {text:?}");
        assert_eq!(Address::parse(text, Purpose::Media).is_some(), media, "media {text:?}");
    }

    #[test]
    fn only_four_kinds_of_address_pass() {
        check("https://example.school/a?b=c#d", true, true);
        check("HTTP://example.school", true, true);
        check("mailto:teacher@example.school", true, false);
        check("pictures/shop.svg", true, true);
        check("../a:b/c", true, true);
        check("/a", true, true);
        check("#part", true, true);
        check("//example.school/a", true, true);
        check("", false, false);
        check("javascript:alert(1)", false, false);
        check("JaVaScRiPt:alert(1)", false, false);
        check(" \u{1}javascript:alert(1)", false, false);
        check("java\tscript:alert(1)", false, false);
        check("java\nscript:alert(1)", false, false);
        check("java\u{0}script:alert(1)", false, false);
        check("data:text/html,<script>alert(1)</script>", false, false);
        check("data:image/svg+xml,<svg onload=alert(1)>", false, false);
        check("vbscript:msgbox(1)", false, false);
        check("blob:https://example.school/1", false, false);
        check("file:///etc/passwd", false, false);
        check("javascript&colon;alert(1)", true, true); // a relative path: no entity is decoded
    }
}
