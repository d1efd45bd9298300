//! Makes JSON small without changing a value: only the space between tokens goes.

use crate::folder::{read, write};
use anyhow::{Context, Result};
use serde::de::IgnoredAny;
use std::path::Path;

/// Minifies a file in place; a file that is not JSON is an error here, not in a learner's page.
pub fn minify_file(file: &Path) -> Result<()> {
    let text = read(file)?;
    serde_json::from_str::<IgnoredAny>(&text)
        .with_context(|| format!("{} is not valid JSON", file.display()))?;
    write(file, &minified(&text))
}

/// Valid JSON without space outside its strings.
fn minified(json: &str) -> String {
    let mut in_string = false;
    let mut escaped = false;
    json.chars()
        .filter(|&character| {
            let kept = in_string || !character.is_ascii_whitespace();
            if character == '"' && !escaped {
                in_string = !in_string;
            }
            escaped = in_string && character == '\\' && !escaped;
            kept
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::minified;

    #[test]
    fn removes_space_between_tokens_only() {
        let json = "{\n  \"a b\": [ 1.50, true ],\n  \"c\": \"d  e\"\n}\n";
        assert_eq!(minified(json), r#"{"a b":[1.50,true],"c":"d  e"}"#);
    }

    #[test]
    fn an_escaped_quote_does_not_end_a_string() {
        let json = r#"{ "a": "\" b \\", "c": " " }"#;
        assert_eq!(minified(json), r#"{"a":"\" b \\","c":" "}"#);
    }
}
