//! Sums of money as whole numbers of a currency's smallest unit, so that none is ever rounded.

use adil::amounts::amount;

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

/// An amount as files have it: digits, and perhaps a point with no more digits than the currency.
pub fn exact_amount(text: &str, digits: usize) -> Option<i64> {
    let cents = text.split_once('.').map_or(0, |(_, cents)| cents.len());
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let fits = is_plain && cents <= digits;
    fits.then(|| amount(text, digits)).flatten()
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
    use adil::amounts::LARGEST;
    use proptest::prelude::*;

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
        fn what_is_written_is_read_again(sum in 0..=LARGEST, digits in 0_usize..=4) {
            prop_assert_eq!(amount(&plain_amount(sum, digits), digits), Some(sum));
        }
    }
}
