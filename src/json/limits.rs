//! What can be told of a content file before it is parsed.

use super::number_text;

/// The deepest nesting of arrays and objects that a content file may have. Real content has
/// about eight; a hostile file with thousands would exhaust the stack.
pub const DEEPEST: usize = 32;

/// The largest content file in bytes.
pub const LARGEST: usize = 5_000_000;

/// Checks what can be told before parsing: size and nesting.
///
/// # Errors
/// A sentence for the author when the text is too long or nested too deeply.
pub fn check_limits(text: &str) -> Result<(), String> {
    if text.len() > LARGEST {
        let (has, most) = (number_text(text.len() as f64), number_text(LARGEST as f64));
        return Err([
            "the file has ",
            &has,
            " bytes, more than the ",
            &most,
            " that a widget opens; split it",
        ]
        .concat());
    }
    let (mut depth, mut line, mut in_text, mut escaped) = (0_usize, 1_usize, false, false);
    for byte in text.bytes() {
        match byte {
            b'\n' => line += 1,
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let (line, most) = (number_text(line as f64), number_text(DEEPEST as f64));
            return Err(["line ", &line, ": more than ", &most, " open brackets"].concat());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_checked_before_parsing() {
        let deep = "[".repeat(10_000);
        assert_eq!(check_limits(&deep), Err("line 1: more than 32 open brackets".into()));
        let brackets_in_text = format!("{{\"a\": \"{}\\\"{}\"}}", "[".repeat(99), "{".repeat(99));
        assert_eq!(check_limits(&brackets_in_text), Ok(()));
        assert!(check_limits(&" ".repeat(LARGEST + 1)).is_err());
    }
}
