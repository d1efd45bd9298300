//! Sums of money as whole numbers of a currency's smallest unit, so that none is ever rounded.

/// How many digits a currency has after the point, by ISO 4217.
pub fn digits(currency: &str) -> usize {
    const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
    let is_in = |list: &str| list.split(' ').any(|code| code == currency);
    match currency {
        _ if is_in(NONE) => 0,
        _ if is_in(THREE) => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

/// The greatest amount that one field takes, in smallest units: sums of all entries of a record
/// stay below what a browser counts exactly.
pub const LARGEST: i64 = 1_000_000_000_000;

/// The value of a digit, in Western or Arabic writing.
fn digit(c: char) -> Option<i64> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some(i64::from(u32::from(c) - u32::from(zero)))
}

/// The smallest units of an amount as people type it: `1 250`, `1,250.50`, `1.250,50`, `١٢٥٠٫٥`.
/// Nothing for what is no amount, has more digits than the currency, or is beyond a trillion.
pub fn parse_amount(text: &str, digits: usize) -> Option<i64> {
    let (mut groups, mut marks) = (vec![String::new()], Vec::new());
    for c in text.trim().chars() {
        match c {
            ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' => {}
            '.' | ',' | '٫' | '٬' => {
                marks.push(c);
                groups.push(String::new());
            }
            _ => {
                let digit = u32::try_from(digit(c)?).ok()?;
                groups.last_mut()?.push(char::from_digit(digit, 10)?);
            }
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
    let are_thousands = are_alike && others.iter().all(|group| group.len() == 3);
    let begins = if others.is_empty() { 1..=13 } else { 1..=3 };
    if !are_thousands || !begins.contains(&first.len()) {
        return None;
    }
    let zeros = digits - cents.len();
    let all = groups.iter().chain([&cents]).flat_map(|group| group.chars()).filter_map(digit);
    let all = all.chain(std::iter::repeat_n(0, zeros));
    let amount = all.fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(digit));
    (amount <= LARGEST).then_some(amount)
}

/// An amount as files have it: digits, and perhaps a point with no more digits than the currency.
pub fn exact_amount(text: &str, digits: usize) -> Option<i64> {
    let cents = text.split_once('.').map_or(0, |(_, cents)| cents.len());
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let fits = is_plain && cents <= digits;
    fits.then(|| parse_amount(text, digits)).flatten()
}

/// A whole number as people type it, within bounds.
pub fn parse_whole(text: &str) -> Option<i64> {
    parse_amount(text, 0)
}

/// An amount of smallest units as files and fields have it: `1250.50`.
pub fn plain_amount(amount: i64, digits: usize) -> String {
    let mut text: Vec<char> = Vec::new();
    let mut rest = amount.unsigned_abs();
    while rest > 0 || text.len() <= digits {
        text.push(
            u32::try_from(rest % 10).ok().and_then(|d| char::from_digit(d, 10)).unwrap_or('0'),
        );
        rest /= 10;
    }
    if digits > 0 {
        text.insert(digits, '.');
    }
    if amount < 0 {
        text.push('-');
    }
    text.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        let check = |text: &str, digits: usize, expected: Option<i64>| {
            assert_eq!(parse_amount(text, digits), expected, "{text} with {digits}");
        };
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
        check("10000000000", 2, Some(LARGEST));
        check("10000000000.01", 2, None);
        check("99999999999999999999999", 2, None);
    }

    #[test]
    fn amounts_are_written_with_all_their_digits() {
        let check = |amount, digits, expected: &str| {
            assert_eq!(plain_amount(amount, digits), expected);
        };
        check(125_050, 2, "1250.50");
        check(7, 2, "0.07");
        check(0, 2, "0.00");
        check(0, 0, "0");
        check(-1_250, 3, "-1.250");
        check(i64::MIN, 0, "-9223372036854775808");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(amount in 0..=LARGEST, digits in 0_usize..=4) {
            prop_assert_eq!(parse_amount(&plain_amount(amount, digits), digits), Some(amount));
        }

        #[test]
        fn no_text_stops_the_reader(text in "\\PC{0,30}", digits in 0_usize..=4) {
            if let Some(amount) = parse_amount(&text, digits) {
                prop_assert!((0..=LARGEST).contains(&amount));
            }
        }
    }
}
