//! Who signs a certificate, and how.

use super::mark::Point;
use crate::model::SignatureKind;

/// The most certificates that are made at once: one for each pupil of a large class.
pub const MOST_NAMES: usize = 40;

/// The longest name that is written on a certificate, in characters.
pub const LONGEST_NAME: usize = 60;

/// How a certificate is signed.
#[derive(Clone, Debug, PartialEq)]
pub enum Signature {
    /// By hand, after it is printed.
    Open,
    /// By this text.
    Typed(String),
    /// By these strokes, in any measure.
    Drawn(Vec<Vec<Point>>),
}

/// The names in a text, one in each line, and whether there were more than fit.
pub fn names(text: &str) -> (Vec<String>, bool) {
    let mut names = text.lines().map(name).filter(|name| !name.is_empty());
    let taken = names.by_ref().take(MOST_NAMES).collect();
    (taken, names.next().is_some())
}

/// A name as it is written on a certificate.
pub fn name(text: &str) -> String {
    text.trim().chars().take(LONGEST_NAME).collect()
}

/// Who signs: one signature for each certificate. `typed` is the one field that most kinds have,
/// `class` the names of a class.
pub fn signatures(
    kind: SignatureKind,
    typed: &str,
    class: &str,
    strokes: &[Vec<Point>],
) -> Vec<Signature> {
    let typed = name(typed);
    let typed = (!typed.is_empty()).then_some(Signature::Typed(typed));
    let one = match kind {
        SignatureKind::Nothing => None,
        SignatureKind::Initials | SignatureKind::FirstName => typed,
        SignatureKind::Class => {
            let (names, _) = names(class);
            if !names.is_empty() {
                return names.into_iter().map(Signature::Typed).collect();
            }
            typed
        }
        SignatureKind::Drawn => {
            typed.or_else(|| (!strokes.is_empty()).then(|| Signature::Drawn(strokes.to_vec())))
        }
    };
    vec![one.unwrap_or(Signature::Open)]
}

/// The key of the text under the line to sign on; nothing where the name of the class that was
/// typed stands there.
pub fn label_key(kind: SignatureKind, typed: &str, class: &str) -> Option<&'static str> {
    match kind {
        SignatureKind::Nothing | SignatureKind::Drawn => Some("line_signature"),
        SignatureKind::Initials => Some("signature_initials"),
        SignatureKind::FirstName => Some("signature_first_name"),
        SignatureKind::Class if class.trim().is_empty() => Some("signature_class_name"),
        SignatureKind::Class if name(typed).is_empty() => Some("signature_first_name"),
        SignatureKind::Class => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static STROKES: [Vec<Point>; 1] = [Vec::new()];

    #[test]
    fn a_class_signs_once_for_each_pupil_and_else_by_its_name() {
        let class = |typed, names| signatures(SignatureKind::Class, typed, names, &[]);
        let typed = |name: &str| Signature::Typed(name.to_owned());
        assert_eq!(class("7B", "Ann\n\nBek"), [typed("Ann"), typed("Bek")]);
        assert_eq!(class(" 7B ", " \n"), [typed("7B")]);
        assert_eq!(class("", ""), [Signature::Open]);
    }

    #[test]
    fn what_is_typed_goes_before_what_is_drawn() {
        let drawn = |typed, strokes| signatures(SignatureKind::Drawn, typed, "", strokes);
        assert_eq!(drawn("Ann", &STROKES), [Signature::Typed("Ann".to_owned())]);
        assert_eq!(drawn(" ", &STROKES), [Signature::Drawn(STROKES.to_vec())]);
        assert_eq!(drawn("", &[]), [Signature::Open]);
        assert_eq!(signatures(SignatureKind::Nothing, "Ann", "Ann", &STROKES), [Signature::Open]);
    }

    #[test]
    fn under_the_names_of_a_class_stands_the_class() {
        let key = |typed, names| label_key(SignatureKind::Class, typed, names);
        assert_eq!(key("7B", ""), Some("signature_class_name"));
        assert_eq!(key(" ", "Ann"), Some("signature_first_name"));
        assert_eq!(key("7B", "Ann"), None);
    }
}
