//! Whole numbers and sums of money as people type them, in digits and marks of any of our languages.

use crate::typed::{is_invisible, sign};

/// The greatest amount that one field takes, in smallest units: sums of many stay below what a
/// browser counts exactly.
pub const LARGEST: i64 = 1_000_000_000_000;

/// The smallest units of an amount as people type it: `1 250`, `1,250.50`, `1.250,50`, `١٢٥٠٫٥`,
/// `150 ₸`. `digits` is how many the currency has after the point. Nothing for what is no amount,
/// has more digits than the currency, or is beyond a trillion.
pub fn amount(text: &str, digits: usize) -> Option<i64> {
    let (mut groups, mut marks) = (vec![String::new()], Vec::new());
    for c in seen(text).trim_matches(|c: char| is_money(c) || c.is_whitespace()).chars() {
        match c {
            '\'' | '_' => {}
            c if c.is_whitespace() => {}
            '.' | ',' | '٫' | '٬' => {
                marks.push(c);
                groups.push(String::new());
            }
            c if c.is_ascii_digit() => groups.last_mut()?.push(c),
            _ => return None,
        }
    }
    let last = groups.last()?.len();
    let differs = marks.split_last().is_some_and(|(last, before)| !before.contains(last));
    // One mark with few digits after it begins the cents; what has three after it is a thousand,
    // unless the currency itself has three.
    let has_cents = differs && marks.last() != Some(&'٬') && last <= digits && last > 0;
    let cents = if has_cents { groups.pop()? } else { String::new() };
    let (first, others) = groups.split_first()?;
    let separators = if has_cents { marks.split_last()?.1 } else { &marks };
    let are_alike = separators.windows(2).all(|pair| pair.first() == pair.last());
    // `0,125` has no thousands, and the Arabic decimal mark begins none.
    let can_be = others.is_empty() || !first.starts_with('0') && !separators.contains(&'٫');
    let are_thousands = are_alike && can_be && others.iter().all(|group| group.len() == 3);
    let begins = if others.is_empty() { 1..=13 } else { 1..=3 };
    if !are_thousands || !begins.contains(&first.len()) {
        return None;
    }
    let zeros = digits - cents.len();
    let all = groups.iter().chain([&cents]).flat_map(|group| group.bytes());
    let all = all.map(|digit| i64::from(digit - b'0')).chain(std::iter::repeat_n(0, zeros));
    let amount = all.fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(digit));
    (amount <= LARGEST).then_some(amount)
}

/// A whole number as people type it: `12`, `1 250`, `١٢`. Nothing for what is none.
pub fn whole(text: &str) -> Option<i64> {
    amount(text, 0)
}

/// What is to be seen of a text, each sign as the one that stands for all that are alike; between
/// Arabic digits keyboards have a comma in the place of the decimal mark.
fn seen(text: &str) -> String {
    let one = |c| if c == '،' { '٫' } else { sign(c) };
    text.chars().filter(|c| !is_invisible(*c)).map(one).collect()
}

/// Whether a sign is that of a currency, such as `$` and `₸`.
const fn is_money(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, digits: usize, expected: Option<i64>) {
        assert_eq!(amount(text, digits), expected, "{text:?} with {digits}");
    }

    #[test]
    fn amounts_are_read_as_people_type_them() {
        check("1250", 2, Some(125_000));
        check(" 1 250 ", 2, Some(125_000));
        check("1\u{a0}250,5", 2, Some(125_050));
        check("1,250.50", 2, Some(125_050));
        check("1.250,50", 2, Some(125_050));
        check("1,250", 2, Some(125_000));
        check("1.250.000", 2, Some(125_000_000));
        check("1,250", 3, Some(1_250));
        check("١٬٢٥٠٫٥", 2, Some(125_050));
        check("۱۲", 0, Some(12));
        check("0", 2, Some(0));
        check("0.07", 2, Some(7));
        check("1'250.00", 2, Some(125_000));
        check("1.5", 0, None);
        check("12,50", 0, None);
        check("1,2,3", 2, None);
        check("1.250,505", 2, None);
        check("-5", 2, None);
        check("", 2, None);
        check(".", 2, None);
        check(".5", 2, None);
        check("5.", 2, None);
        check("five", 2, None);
        check("1e5", 2, None);
        check("150 ₸", 2, Some(15_000));
        check("$1.50", 2, Some(150));
        check("1$50", 2, None);
        check("10000000000", 2, Some(LARGEST));
        check("10000000000.01", 2, None);
        check("99999999999999999999999", 2, None);
    }

    /// What a messenger or an Arabic keyboard makes of a number was refused, and a decimal mark
    /// before three digits made a thousand times as much of it.
    #[test]
    fn amounts_are_read_as_keyboards_write_them() {
        check("\u{200f}١٥٠\u{200f}", 2, Some(15_000));
        check("150\u{200b}", 2, Some(15_000));
        check("١٢،٥", 2, Some(1_250));
        check("१२५", 2, Some(12_500));
        check("1ʼ250", 2, Some(125_000));
        check("1\u{2009}250", 2, Some(125_000));
        check("0,125", 2, None);
        check("0.125", 3, Some(125));
        check("١٫٢٥٠", 2, None);
        check("١٫٢٥٠", 3, Some(1_250));
        check("١،٢٥٠", 2, None);
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(text in "\\PC{0,30}", digits in 0_usize..=4) {
            if let Some(amount) = amount(&text, digits) {
                prop_assert!((0..=LARGEST).contains(&amount));
            }
        }
    }
}
