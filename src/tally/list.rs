//! Lists of codes: made by classes, typed or pasted on one page, and added up.

use super::code::{Added, NoCode, Sum, Tally, mark};
use crate::content::Day;

/// The code for a count of a day; nothing for a number or day without a code. `group`, 0 to 255,
/// tells apart what has the same number, or is a second number.
pub fn code(content: &str, count: u32, day: &Day, group: u32) -> Option<String> {
    let day = u32::try_from(day.number() - Day::first().number()).ok()?;
    let tally = Tally { content: mark(content), count, day, group };
    tally.code().filter(|_| count > 0)
}

/// The day of a code.
pub fn day_of(tally: Tally) -> Day {
    let near = Day::parse("2025-01-01").unwrap_or_else(Day::first);
    let before = u32::try_from(near.number() - Day::first().number()).unwrap_or(0);
    near.plus(tally.day.saturating_sub(before))
}

/// Codes that were typed, each with what became of it, and their sum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Count {
    /// What was typed for each code, and what became of it.
    pub codes: Vec<(String, Added)>,
    /// Those that count.
    pub sum: Sum,
}

/// How many characters a list of codes has at most: room for 1,500 classes. Whatever is longer is
/// no list of codes, and to show each of its words would keep a page busy for minutes.
pub const LONGEST_LIST: usize = 20_000;

/// Adds up the codes of a text: one on each line, or with blanks or commas between them. A text
/// that is too long counts as one wrong code, of which its beginning is told.
pub fn add_up(text: &str, content: &str) -> Count {
    let mut count = Count::default();
    let content = mark(content);
    if text.chars().nth(LONGEST_LIST).is_some() {
        let beginning = text.chars().take(20).chain(['…']).collect();
        count.codes.push((beginning, Added::Wrong(NoCode::Shape)));
        return count;
    }
    for code in codes_in(text) {
        let added = count.sum.add(&code, content);
        count.codes.push((code, added));
    }
    count
}

/// Blanks part codes, and the halves of one code, too: words are taken together until they have
/// its ten characters.
fn codes_in(text: &str) -> Vec<String> {
    let size = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let mut codes = Vec::new();
    for line in text.split(['\n', '\r', ',', ';', '،', '؛']) {
        let mut open = String::new();
        for word in line.split_whitespace() {
            if size(&open) + size(word) > 10 && !open.is_empty() {
                codes.push(std::mem::take(&mut open));
            }
            if !open.is_empty() {
                open.push(' ');
            }
            open.push_str(word);
            if size(&open) >= 10 {
                codes.push(std::mem::take(&mut open));
            }
        }
        if !open.is_empty() {
            codes.push(open);
        }
    }
    codes
}
