//! Texts with marks as readers will see them, for authors who ask before they publish.

use adil::Json;
use adil::content::{parse_with_blanks, plain};

/// Fields that are no text to be read.
const NO_TEXTS: [&str; 6] = ["html", "id", "src", "url", "to", "if"];

/// Blanks that a text may have; those of a text without any stay what they are.
const BLANKS: usize = 99;

/// Each text of a file that looks otherwise than it is written: its place, and how it looks.
pub fn looks(file: &Json) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk(file, "", &mut found);
    found
}

fn walk(json: &Json, path: &str, found: &mut Vec<(String, String)>) {
    match json {
        Json::Text(written) => {
            let shown = plain(&parse_with_blanks(written, BLANKS));
            let even = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            if even(&shown) != even(written) {
                found.push((path.to_owned(), shown.trim_end().to_owned()));
            }
        }
        Json::List(list) => {
            for (n, entry) in list.iter().enumerate() {
                walk(entry, &format!("{path}[{n}]"), found);
            }
        }
        Json::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !NO_TEXTS.contains(&&**name)) {
                let dot = if path.is_empty() { "" } else { "." };
                walk(value, &format!("{path}{dot}{name}"), found);
            }
        }
        _ => {}
    }
}
