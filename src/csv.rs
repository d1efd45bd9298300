//! Tables for spreadsheets (CSV, RFC 4180).

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words of people. What a spreadsheet would take for a formula gets an apostrophe before it.
    Text(String),
    /// What a widget reckoned, or a day.
    Plain(String),
}

fn written(cell: &Cell) -> String {
    let text = match cell {
        Cell::Plain(text) => text.clone(),
        Cell::Text(text) => {
            let words = text.trim_start();
            // A dash alone stands for what does not apply.
            let acts = words.starts_with(['=', '+', '-', '@', '\t', '\r']) && words != "-";
            [if acts { "'" } else { "" }, text].concat()
        }
    };
    if text.contains([',', '"', '\n', '\r', ';']) {
        return ["\"", &text.replace('"', "\"\""), "\""].concat();
    }
    text
}

/// Writes a table; a mark before it tells spreadsheets that it is UTF-8.
pub fn table(rows: &[Vec<Cell>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(written).collect();
        text.extend([&cells.join(","), "\r\n"]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_formulas_or_further_cells() {
        let check = |cell: Cell, expected: &str| assert_eq!(written(&cell), expected);
        let text = |text: &str| Cell::Text(text.to_owned());
        check(text("rain"), "rain");
        check(text("rain, wind"), "\"rain, wind\"");
        check(text("said \"no\""), "\"said \"\"no\"\"\"");
        check(text("two\nlines"), "\"two\nlines\"");
        check(text("=1+1"), "'=1+1");
        check(text(" @sum"), "' @sum");
        check(text("-5"), "'-5");
        check(text("-"), "-");
        check(Cell::Plain("-5".into()), "-5");
        assert_eq!(table(&[vec![text("a"), text("b")]]), "\u{feff}a,b\r\n");
    }
}
