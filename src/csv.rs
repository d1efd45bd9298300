//! Tables for spreadsheets (CSV, RFC 4180).

/// One line of a table, with its end.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, since tables
/// hold what somebody typed.
pub fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    [&cells.join(","), "\r\n"].concat()
}

fn cell(text: &str) -> String {
    let is_number = text.parse::<f64>().is_ok();
    let is_formula = !is_number && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = [if is_formula { "'" } else { "" }, text].concat();
    if text.contains([',', '"', '\n', '\r', ';']) {
        return ["\"", &text.replace('"', "\"\""), "\""].concat();
    }
    text
}

/// A whole file: what marks it as UTF-8 for spreadsheets, and its lines.
pub fn file(rows: &[Vec<String>]) -> String {
    let rows = rows.iter().map(|cells| row(&cells.iter().map(String::as_str).collect::<Vec<_>>()));
    std::iter::once("\u{feff}".to_owned()).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let check = |text: &str, expected: &str| assert_eq!(cell(text), expected);
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("say \"no\"", "\"say \"\"no\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check("-5", "-5");
        check("=SUM(A1)", "'=SUM(A1)");
        check("@home", "'@home");
        check("-a", "'-a");
    }

    #[test]
    fn a_file_tells_spreadsheets_its_encoding() {
        let rows = [vec!["ә".to_owned(), "1".to_owned()]];
        assert_eq!(file(&rows), "\u{feff}ә,1\r\n");
    }
}
