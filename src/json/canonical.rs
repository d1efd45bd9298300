//! JSON in the one form that hashes and signatures are made of: RFC 8785, the JSON
//! Canonicalization Scheme, for strings and whole numbers.

use super::{Json, number_text};

/// The greatest whole number that every JSON parser reads alike.
const SAFE: f64 = 9_007_199_254_740_991.0;

/// The canonical form. Nothing where the tree holds what receipts may not have, since parsers
/// differ on it: fractions, numbers beyond 2^53, `null`, truth values, a key twice.
pub fn canonical(json: &Json) -> Option<String> {
    let mut text = String::new();
    write(&mut text, json).then_some(text)
}

fn write(out: &mut String, json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(_) => return false,
        Json::Number(number) => {
            if number.fract() != 0.0
                || number.abs() > SAFE
                || (*number == 0.0 && number.is_sign_negative())
            {
                return false;
            }
            out.push_str(&number_text(*number));
        }
        Json::Text(text) => write_text(out, text),
        Json::List(list) => {
            out.push('[');
            for (n, value) in list.iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                if !write(out, value) {
                    return false;
                }
            }
            out.push(']');
        }
        Json::Object(fields) => return write_object(out, fields),
    }
    true
}

fn write_object(out: &mut String, fields: &[(String, Json)]) -> bool {
    let mut sorted: Vec<_> = fields.iter().collect();
    // The order is that of UTF-16, not of UTF-8: they differ beyond the basic plane.
    sorted.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    if sorted.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return false;
    }
    out.push('{');
    for (n, (name, value)) in sorted.into_iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        write_text(out, name);
        out.push(':');
        if !write(out, value) {
            return false;
        }
    }
    out.push('}');
    true
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        let short = match c {
            '"' | '\\' => Some(c),
            '\u{8}' => Some('b'),
            '\t' => Some('t'),
            '\n' => Some('n'),
            '\u{c}' => Some('f'),
            '\r' => Some('r'),
            _ => None,
        };
        if let Some(short) = short {
            out.extend(['\\', short]);
        } else if c < ' ' {
            out.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
            out.push(char::from_digit(c as u32 & 15, 16).unwrap_or('0'));
        } else {
            out.push(c);
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(input: &str, expected: Option<&str>) {
        let json: Json = serde_json::from_str(input).unwrap();
        assert_eq!(canonical(&json).as_deref(), expected, "{input}");
    }

    /// From RFC 8785: keys in the order of section 3.2.3, escapes of section 3.2.2.2.
    #[test]
    fn keys_are_sorted_by_utf_16_and_strings_escaped_the_one_way() {
        check(
            r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
                "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
                "\u00f6":"Latin Small Letter O With Diaeresis"}"#,
            Some(concat!(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",",
                "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",",
                "\"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
            )),
        );
        check(
            r#"["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\b\t\f"]"#,
            Some("[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\"]"),
        );
        check("{\"b\":[1,-20,{}],\"a\":[]}", Some("{\"a\":[],\"b\":[1,-20,{}]}"));
    }

    #[test]
    fn what_parsers_differ_on_has_no_canonical_form() {
        for input in ["1.5", "-0.0", "9007199254740993", "1e21", "null", "[true]"] {
            check(input, None);
        }
        let twice = Json::Object(vec![("a".into(), 1.0.into()), ("a".into(), 2.0.into())]);
        assert_eq!(canonical(&twice), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_form_is_json_of_the_same_value(
            pairs in proptest::collection::btree_map(".{0,6}", ".{0,12}", 0..6),
        ) {
            let fields = pairs.iter().map(|(k, v)| (k.clone(), v.as_str().into()));
            let text = canonical(&Json::Object(fields.rev().collect())).unwrap();
            let back: std::collections::BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(back, pairs);
        }
    }
}
