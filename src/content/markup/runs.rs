//! Marked runs within a line.

use super::Inline;
use crate::content::{Address, Purpose};

/// How far the end of a marked run may be from its start, in bytes. Without a bound, a text of
/// nothing but stars would take time in the square of its length.
const LONGEST_RUN: usize = 2_000;

/// How deep marked runs may nest.
const DEEPEST_RUN: usize = 6;

/// The depth of code, where nothing is a mark but a blank.
const CODE: usize = 7;

/// What a parser has to know beside the text.
pub struct Parser {
    /// How many blanks the text has.
    pub blanks: usize,
}

impl Parser {
    /// Parses the runs of one line.
    pub fn runs(&self, text: &str) -> Vec<Inline> {
        self.inlines(text, 0)
    }

    fn inlines(&self, text: &str, depth: usize) -> Vec<Inline> {
        let mut all = Vec::new();
        let mut plain = String::new();
        let mut before = None;
        let mut rest = text;
        while let Some(next) = first(rest) {
            if let Some((run, after)) = self.marked_run(before, rest, depth) {
                add_text(&mut all, &mut plain);
                all.push(run);
                before = last(&rest[..rest.len() - after.len()]);
                rest = after;
                continue;
            }
            let len = if let Some(escaped) = next_escaped(rest) {
                if depth == CODE {
                    plain.push(next);
                }
                plain.push(escaped);
                2
            } else {
                // Stars that mark nothing do so together: the second of two is no mark of its own.
                let len = stars(rest).max(next.len_utf8());
                plain.push_str(&rest[..len]);
                len
            };
            before = last(&rest[..len]);
            rest = &rest[len..];
        }
        add_text(&mut all, &mut plain);
        all
    }

    /// The marked run at the start of a text, `before` which another sign may stand, and what
    /// follows it.
    fn marked_run<'a>(
        &self,
        before: Option<char>,
        rest: &'a str,
        depth: usize,
    ) -> Option<(Inline, &'a str)> {
        let deeper = depth < DEEPEST_RUN;
        let sign = *rest.as_bytes().first()?;
        if sign == b'{'
            && let Some((n, after)) = blank(rest, self.blanks)
        {
            return Some((Inline::Blank(n), after));
        }
        match sign {
            _ if depth == CODE => None,
            b'*' if deeper => {
                let (is_strong, inner, after) = starred(before, rest)?;
                let inner = self.inlines(inner, depth + 1);
                let run = if is_strong { Inline::Strong(inner) } else { Inline::Emphasis(inner) };
                Some((run, after))
            }
            b'`' => {
                let (inner, after) = code(rest)?;
                Some((Inline::Code(self.inlines(inner, CODE)), after))
            }
            b'^' | b'~' => {
                let raised = sign == b'^';
                let (inner, after) = self.word(before, rest, raised)?;
                let inner = self.inlines(inner, DEEPEST_RUN);
                let run =
                    if raised { Inline::Superscript(inner) } else { Inline::Subscript(inner) };
                Some((run, after))
            }
            b'!' => {
                let (label, address, after) = self.linked(rest, "![", Purpose::Media)?;
                Some((Inline::Picture(unescaped(label), address), after))
            }
            b'[' if deeper => {
                let (label, address, after) = self.linked(rest, "[", Purpose::Link)?;
                Some((Inline::Link(self.inlines(label, DEEPEST_RUN), address), after))
            }
            b'{' => money(rest),
            _ => None,
        }
    }

    /// What stands between two marks of small signs. What looks like a sum is none: `x^2+y^2`.
    fn word<'a>(
        &self,
        before: Option<char>,
        text: &'a str,
        raised: bool,
    ) -> Option<(&'a str, &'a str)> {
        let mark = &text[..1];
        let (inner, after) = between(text, mark, mark)?;
        let next = first(after);
        // Doubled marks are those of another syntax.
        let doubled = before == first(mark) || next == first(mark);
        let goes_on = next.is_some_and(|c| is_word(c) || matches!(c, '(' | '{' | '-' | '−'));
        let is_sign = |c| raised && matches!(c, '+' | '-' | '−');
        let is_blank = |c| self.blanks > 0 && matches!(c, '{' | '}');
        let bare = inner.trim_matches(is_sign);
        let is_sum = goes_on && !bare.chars().all(|c| is_word(c) || is_blank(c));
        let is_power = raised && next.is_some_and(is_digit);
        if doubled || is_sum || is_power || inner.chars().any(char::is_whitespace) {
            return None;
        }
        Some((inner, after))
    }

    /// A label and its address. With a blank in it they are none: a blank has to be filled.
    fn linked<'a>(
        &self,
        text: &'a str,
        open: &str,
        purpose: Purpose,
    ) -> Option<(&'a str, Address, &'a str)> {
        let (label, rest) = between(text, open, "]")?;
        let (address, after) = between(rest, "(", ")")?;
        if next_blank(&text[..text.len() - after.len()], self.blanks).is_some() {
            return None;
        }
        Some((label, Address::parse(&unescaped(address), purpose)?, after))
    }
}

fn add_text(all: &mut Vec<Inline>, text: &mut String) {
    if !text.is_empty() {
        all.push(Inline::Text(std::mem::take(text)));
    }
}

/// The sign that a text begins with, where a backslash stands before it.
pub fn next_escaped(text: &str) -> Option<char> {
    let mut chars = text.chars();
    (chars.next()? == '\\').then(|| chars.next())?.filter(char::is_ascii_punctuation)
}

/// A text without the backslashes before its signs.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let escaped = next_escaped(rest);
        plain.push(escaped.unwrap_or(first));
        rest = &rest[if escaped.is_some() { 2 } else { first.len_utf8() }..];
    }
    plain
}

/// The cells of a row, which begins and ends with a bar.
pub fn cells(row: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let (mut from, mut at) = (1, 1);
    while at < row.len() {
        match row.as_bytes()[at] {
            b'\\' => at += 1,
            b'|' => {
                all.push(row[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    all
}

/// The number of a few digits.
pub fn number(digits: &str) -> usize {
    digits.bytes().fold(0, |n, digit| n * 10 + usize::from(digit - b'0'))
}

/// The blank that a text begins with, counted from 0, and what follows.
fn blank(text: &str, blanks: usize) -> Option<(usize, &str)> {
    let inner = text.strip_prefix('{')?;
    let len = inner.bytes().take(6).take_while(u8::is_ascii_digit).count();
    let after = inner[len..].strip_prefix('}')?;
    let n = number(&inner[..len]);
    (!inner.starts_with('0') && (1..=blanks).contains(&n)).then(|| (n - 1, after))
}

/// The next blank of a text: its place, its number from 0, and what follows.
fn next_blank(text: &str, blanks: usize) -> Option<(usize, usize, &str)> {
    let mut at = 0;
    while at < text.len() {
        match text.as_bytes()[at] {
            b'\\' if next_escaped(&text[at..]).is_some() => at += 1,
            b'{' => {
                if let Some((n, after)) = blank(&text[at..], blanks) {
                    return Some((at, n, after));
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether a text has the blank of this number, counted from 0.
pub fn has_blank(text: &str, n: usize) -> bool {
    let mut rest = text;
    while let Some((_, found, after)) = next_blank(rest, n + 1) {
        if found == n {
            return true;
        }
        rest = after;
    }
    false
}

fn money(text: &str) -> Option<(Inline, &str)> {
    let (amount, after) = between(text, "{money:", "}")?;
    // An exponent makes hundreds of digits out of a few letters.
    let is_plain = amount.bytes().all(|b| b < b'E');
    crate::json::number_from(amount).filter(|_| is_plain)?;
    Some((Inline::Money(amount.to_owned()), after))
}

/// The start of a text in which the end of a run is looked for.
fn near(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_RUN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What stands between two marks: not empty, and without blanks at its edges.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    enclosed(text, open, close, true)
}

/// As [`between`]; where a backslash `escapes`, no mark that follows it is the end.
fn enclosed<'a>(
    text: &'a str,
    open: &str,
    close: &str,
    escapes: bool,
) -> Option<(&'a str, &'a str)> {
    let inner = text.strip_prefix(open)?;
    let near = near(inner);
    let mut at = 0;
    while at < near.len() {
        let sign = near.as_bytes()[at];
        if sign == close.as_bytes()[0] {
            let content = &inner[..at];
            let fits = !content.is_empty() && content.trim() == content;
            return fits.then(|| (content, &inner[at + 1..]));
        }
        at += if escapes && sign == b'\\' { 2 } else { 1 };
    }
    None
}

/// Code at the start of a text. A backslash is no more than itself there, as in `C:\`.
fn code(text: &str) -> Option<(&str, &str)> {
    enclosed(text, "`", "`", false)
}

/// How many stars a text begins with.
fn stars(text: &str) -> usize {
    text.bytes().take_while(|b| *b == b'*').count()
}

fn last(text: &str) -> Option<char> {
    text.chars().next_back()
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// Whether a sign is part of a word. Beyond ASCII all are but those that are known to be none;
/// the tables that know better are larger than this whole module.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c >= '\u{c0}' && !matches!(c, '×' | '÷' | '،' | '؛' | '؟' | '\u{2000}'..='\u{2bff}')
}

/// Whether stars between two signs are a sum's, as in `2*3`, `2**3` and `f(x)*g(x)`, and mark
/// nothing.
fn multiplies(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let (closes, opens) = (matches!(before, ')' | ']' | '}'), matches!(after, '(' | '[' | '{'));
    (closes || opens || is_digit(before) || is_digit(after))
        && (closes || is_word(before))
        && (opens || is_word(after))
}

/// Whether a run in stars is strong, what stands in it, and what follows.
fn starred(before: Option<char>, text: &str) -> Option<(bool, &str, &str)> {
    let count = stars(text);
    let after = first(&text[count..]);
    let opens = count <= 3 && after.is_some_and(|c| !c.is_whitespace());
    if !opens || multiplies(before, after) {
        return None;
    }
    // Of three, one belongs to a run within.
    let own = count.min(2);
    let inner = &text[own..];
    let (content, len) = closing(inner, own)?;
    Some((own == 2, content, &inner[len..]))
}

/// What stands before the stars that end a run of so many, and how long it is with them.
fn closing(inner: &str, own: usize) -> Option<(&str, usize)> {
    let bytes = near(inner).as_bytes();
    let other = 3 - own;
    let mut is_open = false;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'`' => at += code(&inner[at..]).map_or(1, |(code, _)| code.len() + 2),
            b'*' => {
                let count = stars(&inner[at..]);
                let (before, after) = (last(&inner[..at]), first(&inner[at + count..]));
                let means_marks = count <= 3 && !multiplies(before, after);
                let closes = means_marks && before.is_some_and(|c| !c.is_whitespace());
                // Of three, those of a run within come first.
                let within = if count == 3 && is_open { other } else { 0 };
                if closes && (count == own || count == 3) {
                    let end = at + within;
                    return Some((&inner[..end], end + own));
                }
                if means_marks && count == other {
                    is_open = !(closes && is_open) && after.is_some_and(|c| !c.is_whitespace());
                }
                at += count;
            }
            _ => at += 1,
        }
    }
    None
}
