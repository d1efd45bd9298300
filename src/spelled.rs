//! Several small numbers in one code that people copy by hand: letters and digits that are not taken
//! for each other, the last of which checks the others.
//!
//! The alphabet has 31 characters, a prime, and each place a weight of its own that is none of its
//! multiples: every wrong character and every two that changed places are refused, wherever they
//! stand.

use crate::tally::{ALPHABET, NoCode, letter};

/// The most characters of a code: as many as there are weights.
pub const LONGEST: usize = 30;

const BASE: u32 = 31;

/// A number by its digits, the last one first.
#[derive(Clone, Debug, Default)]
struct Digits(Vec<u32>);

impl Digits {
    /// Becomes so many times itself and a little more.
    fn grow(&mut self, times: u32, more: u32) {
        let mut carry = more;
        for digit in &mut self.0 {
            carry += *digit * times;
            *digit = carry % BASE;
            carry /= BASE;
        }
        while carry > 0 {
            self.0.push(carry % BASE);
            carry /= BASE;
        }
    }

    /// Becomes the part of itself; gives the rest.
    fn shrink(&mut self, part: u32) -> u32 {
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            rest = rest * BASE + *digit;
            *digit = rest / part;
            rest %= part;
        }
        rest
    }
}

/// How many characters a code of such numbers has, each below its bound. Nothing where that is more
/// than [`LONGEST`], or where a bound is 0 or beyond a million.
pub fn length(bounds: &[u32]) -> Option<usize> {
    let mut digits = Digits::default();
    for bound in bounds {
        if !(1..=1_000_000).contains(bound) {
            return None;
        }
        digits.grow(*bound, bound - 1);
    }
    Some(digits.0.len() + 1).filter(|length| *length <= LONGEST)
}

fn sum(digits: impl Iterator<Item = u32>) -> u32 {
    digits.zip(1..).map(|(digit, weight)| digit * weight).sum::<u32>() % BASE
}

/// The code of numbers, in groups of four: `A2B3-C4D5-E6`. Nothing where a number is not below its
/// bound.
pub fn spell(numbers: &[u32], bounds: &[u32]) -> Option<String> {
    let length = length(bounds)?;
    let mut digits = Digits::default();
    for (number, bound) in numbers.iter().zip(bounds) {
        if number >= bound {
            return None;
        }
        digits.grow(*bound, *number);
    }
    digits.0.resize(length - 1, 0);
    let check = (0..BASE).find(|check| sum(digits.0.iter().copied().chain([*check])) == 0)?;
    let mut code = String::new();
    for (n, digit) in digits.0.iter().chain([&check]).enumerate() {
        if n > 0 && n % 4 == 0 {
            code.push('-');
        }
        code.push(ALPHABET.get(*digit as usize).copied().map(char::from)?);
    }
    Some(code)
}

/// The numbers of a code as people type it: only letters and digits count, in capitals or small
/// letters, also those that look like them.
///
/// # Errors
/// What is wrong with it.
pub fn read(text: &str, bounds: &[u32]) -> Result<Vec<u32>, NoCode> {
    let length = length(bounds).ok_or(NoCode::Shape)?;
    let mut digits = Digits::default();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        let c = letter(c);
        let place = ALPHABET.iter().zip(0..).find(|(a, _)| char::from(**a) == c);
        let (_, digit) = place.filter(|_| digits.0.len() < length).ok_or(NoCode::Shape)?;
        digits.0.push(digit);
    }
    if digits.0.len() != length {
        return Err(NoCode::Shape);
    }
    if sum(digits.0.iter().copied()) != 0 {
        return Err(NoCode::Check);
    }
    digits.0.pop();
    let mut numbers: Vec<u32> = bounds.iter().rev().map(|bound| digits.shrink(*bound)).collect();
    numbers.reverse();
    if digits.0.iter().any(|digit| *digit > 0) { Err(NoCode::Check) } else { Ok(numbers) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_numbers() -> impl Strategy<Value = (Vec<u32>, Vec<u32>)> {
        let one = (1_u32..5_000).prop_flat_map(|bound| (0..bound, Just(bound)));
        proptest::collection::vec(one, 1..9).prop_map(|list| list.into_iter().unzip())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn a_code_comes_back_as_it_was((numbers, bounds) in any_numbers()) {
            let code = spell(&numbers, &bounds).unwrap();
            prop_assert_eq!(read(&code, &bounds), Ok(numbers.clone()));
            prop_assert_eq!(read(&code.to_lowercase().replace('-', " "), &bounds), Ok(numbers));
        }

        #[test]
        fn every_wrong_character_and_every_swap_is_refused((numbers, bounds) in any_numbers()) {
            let code: Vec<u8> = spell(&numbers, &bounds).unwrap().replace('-', "").into_bytes();
            let is_refused =
                |bytes: Vec<u8>| read(&String::from_utf8(bytes).unwrap(), &bounds).is_err();
            for at in 0..code.len() {
                for other in ALPHABET.iter().filter(|other| **other != code[at]) {
                    let mut wrong = code.clone();
                    wrong[at] = *other;
                    prop_assert!(is_refused(wrong));
                }
                for with in at + 1..code.len() {
                    let mut swapped = code.clone();
                    swapped.swap(at, with);
                    prop_assert!(swapped == code || is_refused(swapped));
                }
            }
        }

        #[test]
        fn no_text_stops_the_reader(text in "\\PC{0,40}", (_, bounds) in any_numbers()) {
            if let Ok(numbers) = read(&text, &bounds) {
                prop_assert!(numbers.iter().zip(&bounds).all(|(number, bound)| number < bound));
            }
        }
    }

    #[test]
    fn a_code_is_no_longer_than_its_weights_reach() {
        assert_eq!(length(&[31; 29]), Some(30));
        assert_eq!(length(&[31; 30]), None);
        assert_eq!(length(&[0]), None);
        assert_eq!(spell(&[31], &[31]), None);
    }
}
