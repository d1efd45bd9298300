//! The small syntax in which authors mark up text, parsed into a tree that cannot hold markup
//! of its own: whatever is not in the syntax stays text.

use super::{Address, Purpose};

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Characters as they are.
    Text(String),
    /// `*…*`
    Emphasis(Vec<Inline>),
    /// `**…**`
    Strong(Vec<Inline>),
    /// `` `…` ``
    Code(String),
    /// `^…^`
    Superscript(String),
    /// `~…~`
    Subscript(String),
    /// `[…](address)`
    Link(Vec<Inline>, Address),
    /// `![what it shows](address)`
    Picture(String, Address),
    /// `{money:150}`, shown in the currency that the page names.
    Money(f64),
    /// The end of a line inside a paragraph.
    Break,
}

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Lines up to an empty one.
    Paragraph(Vec<Inline>),
    /// Lines that start with `- ` or `1. `.
    List {
        /// Whether the entries are numbered.
        ordered: bool,
        /// The entries.
        entries: Vec<Vec<Inline>>,
    },
    /// Lines that start with `|`; the first is the head when a line of dashes follows it.
    Table {
        /// The cells of the head; none when the table has no head.
        head: Vec<Vec<Inline>>,
        /// The cells of each row.
        rows: Vec<Vec<Vec<Inline>>>,
    },
}

/// How far the end of a marked run may be from its start, in bytes. Without a bound, a text of
/// nothing but stars would take time in the square of its length.
const LONGEST_RUN: usize = 2_000;

/// How deep marked runs may nest.
const DEEPEST_RUN: usize = 6;

/// Parses a text. Never fails: what is not in the syntax is shown as written.
pub fn parse(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().collect();
    let mut blocks = Vec::new();
    let mut rest = lines.as_slice();
    while let Some(first) = rest.first() {
        let kind = LineKind::of(first);
        let count = rest.iter().take_while(|line| LineKind::of(line) == kind).count();
        let (lines, after) = rest.split_at(count);
        rest = after;
        match kind {
            LineKind::Empty => {}
            LineKind::Plain => blocks.push(Block::Paragraph(paragraph(lines))),
            LineKind::Entry { ordered } => {
                let entries = lines.iter().map(|line| inlines(entry_text(line), 0)).collect();
                blocks.push(Block::List { ordered, entries });
            }
            LineKind::Row => blocks.push(table(lines)),
        }
    }
    blocks
}

#[derive(Clone, Copy, PartialEq)]
enum LineKind {
    Empty,
    Plain,
    Entry { ordered: bool },
    Row,
}

impl LineKind {
    fn of(line: &str) -> LineKind {
        let line = line.trim();
        if line.is_empty() {
            LineKind::Empty
        } else if line.starts_with("- ") {
            LineKind::Entry { ordered: false }
        } else if entry_text(line) != line {
            LineKind::Entry { ordered: true }
        } else if line.len() > 1 && line.starts_with('|') && line.ends_with('|') {
            LineKind::Row
        } else {
            LineKind::Plain
        }
    }
}

/// The text of a list entry after its mark; the whole line when it has none.
fn entry_text(line: &str) -> &str {
    let line = line.trim();
    if let Some(text) = line.strip_prefix("- ") {
        return text;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[digits..].strip_prefix(". ") {
        Some(text) if (1..=3).contains(&digits) => text,
        _ => line,
    }
}

fn paragraph(lines: &[&str]) -> Vec<Inline> {
    let mut all = Vec::new();
    for line in lines {
        if !all.is_empty() {
            all.push(Inline::Break);
        }
        all.append(&mut inlines(line.trim(), 0));
    }
    all
}

fn table(lines: &[&str]) -> Block {
    let mut rows: Vec<Vec<&str>> = lines.iter().map(|line| cells(line)).collect();
    let is_rule =
        |row: &Vec<&str>| row.iter().all(|cell| cell.bytes().all(|b| b"-: ".contains(&b)));
    let has_head = rows.get(1).is_some_and(is_rule);
    let parse_row = |row: Vec<&str>| row.into_iter().map(|cell| inlines(cell, 0)).collect();
    let mut head = Vec::new();
    if has_head {
        rows.remove(1);
        head = parse_row(rows.remove(0));
    }
    Block::Table { head, rows: rows.into_iter().map(parse_row).collect() }
}

fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let inner = &line[1..line.len() - 1];
    inner.split('|').map(str::trim).collect()
}

/// Parses the runs of one line.
fn inlines(text: &str, depth: usize) -> Vec<Inline> {
    let mut all = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((run, after)) = marked_run(rest, depth) {
            if !plain.is_empty() {
                all.push(Inline::Text(std::mem::take(&mut plain)));
            }
            all.push(run);
            rest = after;
            continue;
        }
        let after = &rest[first.len_utf8()..];
        match after.chars().next() {
            Some(escaped) if first == '\\' && escaped.is_ascii_punctuation() => {
                plain.push(escaped);
                rest = &after[1..];
            }
            _ => {
                plain.push(first);
                rest = after;
            }
        }
    }
    if !plain.is_empty() {
        all.push(Inline::Text(plain));
    }
    all
}

/// The marked run at the start of a text and what follows it.
fn marked_run(text: &str, depth: usize) -> Option<(Inline, &str)> {
    let deeper = depth < DEEPEST_RUN;
    match text.as_bytes().first()? {
        b'*' if deeper && text.starts_with("**") => {
            let (inner, after) = between(text, "**", "**")?;
            Some((Inline::Strong(inlines(inner, depth + 1)), after))
        }
        b'*' if deeper => {
            let (inner, after) = between(text, "*", "*")?;
            Some((Inline::Emphasis(inlines(inner, depth + 1)), after))
        }
        b'`' => between(text, "`", "`").map(|(inner, after)| (Inline::Code(inner.into()), after)),
        b'^' => word(text, "^").map(|(inner, after)| (Inline::Superscript(inner.into()), after)),
        b'~' => word(text, "~").map(|(inner, after)| (Inline::Subscript(inner.into()), after)),
        b'!' => {
            let (label, after) = between(text, "![", "]")?;
            let (address, after) = between(after, "(", ")")?;
            let address = Address::parse(address, Purpose::Media)?;
            Some((Inline::Picture(label.into(), address), after))
        }
        b'[' if deeper => {
            let (label, after) = between(text, "[", "]")?;
            let (address, after) = between(after, "(", ")")?;
            let address = Address::parse(address, Purpose::Link)?;
            Some((Inline::Link(inlines(label, DEEPEST_RUN), address), after))
        }
        b'{' => {
            let (amount, after) = between(text, "{money:", "}")?;
            // An exponent makes hundreds of digits out of a few letters.
            let amount = Some(amount).filter(|amount| amount.bytes().all(|b| b < b'E'))?;
            crate::json::number_from(amount).map(|amount| (Inline::Money(amount), after))
        }
        _ => None,
    }
}

/// What stands between two marks: not empty, and without blanks at its edges, so that a lone
/// star between words stays a star.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let inner = text.strip_prefix(open)?;
    let mut end = inner.len().min(LONGEST_RUN);
    while !inner.is_char_boundary(end) {
        end -= 1;
    }
    let bytes = &inner.as_bytes()[..end];
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'\\' {
            at += 2;
            continue;
        }
        if bytes[at..].starts_with(close.as_bytes()) {
            let content = &inner[..at];
            let fits = !content.is_empty() && content.trim() == content;
            return fits.then(|| (content, &inner[at + close.len()..]));
        }
        at += 1;
    }
    None
}

/// Like [`between`], for runs that hold one word.
fn word<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    between(text, mark, mark).filter(|(inner, _)| !inner.contains(char::is_whitespace))
}

/// The text without its marks, for reading aloud and for places that show one line.
pub fn plain(blocks: &[Block]) -> String {
    fn add(out: &mut String, runs: &[Inline]) {
        for run in runs {
            match run {
                Inline::Text(text)
                | Inline::Code(text)
                | Inline::Superscript(text)
                | Inline::Subscript(text)
                | Inline::Picture(text, _) => out.push_str(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(inner, _) => {
                    add(out, inner);
                }
                Inline::Money(amount) => out.push_str(&crate::json::number_text(*amount)),
                Inline::Break => out.push(' '),
            }
        }
    }
    let mut out = String::new();
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Paragraph(runs) => add(&mut out, runs),
            Block::List { entries, .. } => entries.iter().for_each(|runs| {
                add(&mut out, runs);
                out.push('\n');
            }),
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    add(&mut out, cell);
                    out.push(' ');
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tree in a short notation: `e(…)` emphasis, `s(…)` strong, and so on.
    fn notation(runs: &[Inline]) -> String {
        runs.iter()
            .map(|run| match run {
                Inline::Text(text) => text.clone(),
                Inline::Emphasis(inner) => format!("e({})", notation(inner)),
                Inline::Strong(inner) => format!("s({})", notation(inner)),
                Inline::Code(text) => format!("c({text})"),
                Inline::Superscript(text) => format!("sup({text})"),
                Inline::Subscript(text) => format!("sub({text})"),
                Inline::Link(inner, to) => format!("a({},{})", notation(inner), to.as_str()),
                Inline::Picture(alt, from) => format!("img({alt},{})", from.as_str()),
                Inline::Money(amount) => format!("money({amount})"),
                Inline::Break => "/".into(),
            })
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(notation(&inlines(text, 0)), expected);
    }

    #[test]
    fn marked_runs() {
        check("a *b* **c *d*** e", "a e(b) s(c *d)* e");
        check("**a *b* c**", "s(a e(b) c)");
        check("`a*b*c` x^2^ H~2~O", "c(a*b*c) xsup(2) Hsub(2)O");
        check("[law](https://a.b/c) ![shop](shop.svg)", "a(law,https://a.b/c) img(shop,shop.svg)");
        check("costs {money:150}, I have {money:x}", "costs money(150), I have {money:x}");
        check(r"\*not\* \[this\] \\", r"*not* [this] \");
    }

    #[test]
    fn an_amount_has_no_exponent() {
        // The fuzzer wrote 223 digits with nine letters, and a page could be filled with them.
        check("{money:22e222} {money:-0.5}", "{money:22e222} money(-0.5)");
        check("{money:1E9}", "{money:1E9}");
    }

    #[test]
    fn what_is_not_in_the_syntax_stays_text() {
        check("2 * 3 * 4", "2 * 3 * 4");
        check("a ** b", "a ** b");
        check("x^2 and y^2", "x^2 and y^2");
        check("from ~5 to ~7", "from ~5 to ~7");
        check("[a](javascript:alert(1))", "[a](javascript:alert(1))");
        check("![a](data:image/svg+xml,x)", "![a](data:image/svg+xml,x)");
        check("<b onclick=alert(1)>&lt;", "<b onclick=alert(1)>&lt;");
    }

    #[test]
    fn blocks() {
        let blocks = parse("One\ntwo\n\n- a\n- *b*\n1. c\n| x | y |\n|---|---|\n| 1 | 2 |");
        let [Block::Paragraph(runs), Block::List { ordered: false, entries }, second, table] =
            blocks.as_slice()
        else {
            panic!("{blocks:?}");
        };
        assert_eq!(notation(runs), "One/two");
        assert_eq!(entries.iter().map(|e| notation(e)).collect::<Vec<_>>(), ["a", "e(b)"]);
        assert!(matches!(second, Block::List { ordered: true, .. }));
        let Block::Table { head, rows } = table else { panic!("{table:?}") };
        assert_eq!((head.len(), rows.len(), rows[0].len()), (2, 1, 2));
        assert_eq!(plain(&blocks), "One two\na\nb\n\nc\n\nx y 1 2 ");
    }

    /// A text of nothing but opening marks once took time in the square of its length.
    #[test]
    fn a_million_stars_are_read_in_one_go() {
        assert_eq!(parse(&"*a".repeat(500_000)).len(), 1);
        assert_eq!(parse(&"[".repeat(1_000_000)).len(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_parsed(text in "[*`^~!\\[\\](){}|\\\\ \\n a-zә1.:-]{0,200}") {
            parse(&text);
        }

        #[test]
        fn text_without_marks_is_unchanged(text in "[A-Za-zА-яәқ ,;?']{1,80}") {
            prop_assert_eq!(plain(&[Block::Paragraph(inlines(&text, 0))]), text);
        }
    }
}
