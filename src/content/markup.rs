//! The small syntax in which authors mark up text, parsed into a tree that cannot hold markup
//! of its own: whatever is not in the syntax stays text, letter by letter.

mod runs;
mod tree;

use runs::Parser;
pub use runs::{has_blank, next_escaped};
pub use tree::{Block, Inline};

/// Parses a text. Never fails: what is not in the syntax is shown as written.
pub fn parse(text: &str) -> Vec<Block> {
    parse_with_blanks(text, 0)
}

/// Parses a text in which `{1}`, `{2}` and so on, up to so many, are blanks to fill.
pub fn parse_with_blanks(text: &str, blanks: usize) -> Vec<Block> {
    let parser = Parser { blanks };
    let lines: Vec<Line> = text.lines().map(Line::of).collect();
    let mut blocks = Vec::new();
    // Lines that stand together as a paragraph.
    let mut plain: Vec<Inline> = Vec::new();
    let mut rest = lines.as_slice();
    while let Some(first) = rest.first() {
        let (run, after) = rest.split_at(alike(rest));
        rest = after;
        let block = match first.kind {
            LineKind::Empty => None,
            // A line that stands alone is no list and no table: "3. May", "- 5 °C", "|x|".
            _ if run.len() == 1 => {
                if !plain.is_empty() {
                    plain.push(Inline::Break);
                }
                plain.append(&mut parser.runs(first.whole));
                continue;
            }
            LineKind::Row => Some(table(&parser, run)),
            kind => {
                let entries = run.iter().map(|line| parser.runs(line.entry)).collect();
                Some(match kind {
                    LineKind::Numbered(start) => Block::Numbered { start, entries },
                    _ => Block::Bullets(entries),
                })
            }
        };
        close(&mut blocks, &mut plain);
        blocks.extend(block);
    }
    close(&mut blocks, &mut plain);
    blocks
}

fn close(blocks: &mut Vec<Block>, plain: &mut Vec<Inline>) {
    if !plain.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(plain)));
    }
}

#[derive(Clone, Copy, PartialEq)]
enum LineKind {
    Empty,
    Plain,
    Bullet,
    Numbered(usize),
    Row,
}

struct Line<'a> {
    kind: LineKind,
    whole: &'a str,
    /// What follows the mark of a list.
    entry: &'a str,
}

impl Line<'_> {
    fn of(line: &str) -> Line<'_> {
        let whole = line.trim();
        let digits = whole.bytes().take_while(u8::is_ascii_digit).count();
        // A number that begins with a nought would lose it.
        let counts = matches!(digits, 1..=3) && (digits == 1 || !whole.starts_with('0'));
        let (kind, entry) = if whole.is_empty() {
            (LineKind::Empty, whole)
        } else if let Some(entry) = whole.strip_prefix("- ") {
            (LineKind::Bullet, entry)
        } else if counts && let Some(entry) = whole[digits..].strip_prefix(". ") {
            (LineKind::Numbered(runs::number(&whole[..digits])), entry)
        } else if whole.len() > 1
            && whole.starts_with('|')
            && whole.ends_with('|')
            && !whole.ends_with("\\|")
        {
            (LineKind::Row, whole)
        } else {
            (LineKind::Plain, whole)
        };
        Line { kind, whole, entry }
    }
}

/// How many lines stand together from the first on. Numbers have to count on, so that none is
/// shown as another one, as dates would be; only nothing but ones is a list that counts by itself.
fn alike(lines: &[Line]) -> usize {
    let belongs = |n: &usize| match (lines[0].kind, lines[*n].kind) {
        (LineKind::Plain, _) => false,
        (LineKind::Numbered(first), LineKind::Numbered(number)) => {
            number == first + n || first == 1 && number == 1 && lines[1].kind == lines[0].kind
        }
        (first, kind) => kind == first,
    };
    1 + (1..lines.len()).take_while(belongs).count()
}

fn table(parser: &Parser, lines: &[Line]) -> Block {
    let mut rows: Vec<Vec<&str>> = lines.iter().map(|line| runs::cells(line.whole)).collect();
    let is_rule =
        |row: &Vec<&str>| row.iter().all(|cell| cell.bytes().all(|b| b"-: ".contains(&b)));
    let has_head = rows.get(1).is_some_and(is_rule);
    let parse_row = |row: Vec<&str>| row.into_iter().map(|cell| parser.runs(cell)).collect();
    let mut head = Vec::new();
    if has_head {
        rows.remove(1);
        head = parse_row(rows.remove(0));
    }
    Block::Table { head, rows: rows.into_iter().map(parse_row).collect() }
}

/// The text without its marks, for reading aloud and for places that show plain words.
pub fn plain(blocks: &[Block]) -> String {
    plain_with(blocks, &str::to_owned)
}

/// As [`plain`]; `money` writes an amount.
pub fn plain_with(blocks: &[Block], money: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Paragraph(runs) => add(&mut out, runs, money),
            Block::Bullets(entries) => entries.iter().for_each(|runs| {
                add(&mut out, runs, money);
                out.push('\n');
            }),
            Block::Numbered { start, entries } => {
                for (n, runs) in (*start..).zip(entries) {
                    out.extend([&*crate::json::number_text(n as f64), ". "]);
                    add(&mut out, runs, money);
                    out.push('\n');
                }
            }
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    add(&mut out, cell, money);
                    out.push(' ');
                }
            }
        }
    }
    out
}

fn add(out: &mut String, runs: &[Inline], money: &dyn Fn(&str) -> String) {
    for run in runs {
        match run {
            Inline::Text(text) | Inline::Picture(text, _) => out.push_str(text),
            Inline::Superscript(inner) | Inline::Subscript(inner) => {
                let from = out.len();
                add(out, inner, money);
                if let Some(signs) = small(&out[from..], matches!(run, Inline::Superscript(_))) {
                    out.truncate(from);
                    out.push_str(&signs);
                }
            }
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Code(inner)
            | Inline::Link(inner, _) => add(out, inner, money),
            Inline::Money(amount) => out.push_str(&money(amount)),
            Inline::Blank(_) => out.push('…'),
            Inline::Break => out.push(' '),
        }
    }
}

/// A text in the small signs that Unicode has for it, as in x² and H₂O; nothing where it has not
/// all of them.
fn small(text: &str, raised: bool) -> Option<String> {
    let mut signs = String::new();
    for c in text.chars() {
        let sign = match c {
            '1' if raised => '¹' as u32,
            '2' | '3' if raised => c as u32 + 0x80,
            '0'..='9' => c as u32 + 0x2050,
            '+' => 0x208a,
            '-' | '−' => 0x208b,
            '=' => 0x208c,
            '(' => 0x208d,
            ')' => 0x208e,
            'n' if raised => 0x208f,
            _ => return None,
        };
        // What is raised stands before what is lowered.
        signs.extend(char::from_u32(if raised && sign > 0xff { sign - 0x10 } else { sign }));
    }
    Some(signs)
}

#[cfg(test)]
#[path = "markup_tests.rs"]
mod tests;
