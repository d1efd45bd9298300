//! Version numbers as tools print them.

/// The first number such as `1.96.0` in a tool's version line, as comparable parts.
///
/// A lone number counts too (`wasm-opt version 132` gives `[132]`).
pub fn parse(line: &str) -> Option<Vec<u32>> {
    line.split_whitespace().find_map(|word| {
        let word = word.trim_start_matches('v');
        let numeric = word.split(['-', '+']).next()?;
        numeric.split('.').map(|part| part.parse().ok()).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_what_tools_print() {
        let cases: [(&str, &[u32]); 5] = [
            ("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)", &[1, 96, 0]),
            ("rustc 1.98.0-nightly (f889772d6 2026-06-01)", &[1, 98, 0]),
            ("wasm-opt version 132 (version_132)", &[132]),
            ("wasm-bindgen 0.2.130", &[0, 2, 130]),
            ("v20.20.2", &[20, 20, 2]),
        ];
        for (line, version) in cases {
            assert_eq!(parse(line).as_deref(), Some(version), "{line}");
        }
    }

    #[test]
    fn finds_none_in_other_text() {
        assert_eq!(parse("command not found"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn orders_by_number_not_by_letter() {
        assert!(parse("x 0.2.130") > parse("x 0.2.99"));
        assert!(parse("rustc 1.100.0") > parse("rustc 1.96.0"));
    }
}
