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

/// The most rows and columns that are read.
const MOST_ROWS: usize = 5_000;
const MOST_COLUMNS: usize = 500;

/// The rows of a table as spreadsheets write it: with commas, semicolons or tabs between cells,
/// whichever its first row has most of. Rows without a word are left out. Nothing for what has a
/// quoted cell without an end, or is beyond a few thousand rows.
pub fn rows(text: &str) -> Option<Vec<Vec<String>>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = separator_of(text);
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' if is_quoted => {
                is_quoted = signs.peek() == Some(&'"');
                if is_quoted {
                    signs.next();
                    cell.push('"');
                }
            }
            '"' if cell.is_empty() => is_quoted = true,
            c if is_quoted => cell.push(c),
            c if c == separator => row.push(std::mem::take(&mut cell)),
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
        if row.len() > MOST_COLUMNS || rows.len() > 2 * MOST_ROWS {
            return None;
        }
    }
    row.push(cell);
    rows.push(row);
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    (!is_quoted && rows.len() <= MOST_ROWS).then_some(rows)
}

fn separator_of(text: &str) -> char {
    let mut is_quoted = false;
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => break,
            _ => counts
                .iter_mut()
                .filter(|(sign, _)| *sign == c && !is_quoted)
                .for_each(|(_, n)| *n += 1),
        }
    }
    // The first one where none is there, or as many.
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    counts.iter().find(|(_, n)| *n == most).map_or(',', |(sign, _)| *sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_spreadsheets_are_read() {
        #[track_caller]
        fn check(text: &str, expected: &[&[&str]]) {
            let found = rows(text).unwrap_or_default();
            assert_eq!(found, expected, "{text:?}");
        }
        check("a,b\r\n1,2\r\n", &[&["a", "b"], &["1", "2"]]);
        check("\u{feff}a;b\n1,5;2", &[&["a", "b"], &["1,5", "2"]]);
        check("a\tb\r1\t2", &[&["a", "b"], &["1", "2"]]);
        check(
            "\"a, b\";c\n\"x \"\"y\"\"\";\"two\nlines\"",
            &[&["a, b", "c"], &["x \"y\"", "two\nlines"]],
        );
        check("one\n\n,,\ntwo", &[&["one"], &["two"]]);
        check("a,,\n", &[&["a", "", ""]]);
        check("5\" nail,b", &[&["5\" nail", "b"]]);
        check("", &[]);
        assert_eq!(rows("a,\"b\nc,d"), None);
        assert_eq!(rows(&",".repeat(600)), None);
        assert_eq!(rows(&"a\n".repeat(6_000)), None);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let words = ["rain, wind", "said \"no\"", "two\nlines", "a;b", ""];
        let cells = words.map(|word| Cell::Text(word.to_owned()));
        let read = rows(&table(&[cells.to_vec()]));
        assert_eq!(read, Some(vec![words.map(str::to_owned).to_vec()]));
    }

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
