//! A count that travels without a server: a short code that a class writes on the board, or
//! sends on, and a school's page adds up.
//!
//! Ten characters hold a mark of the content, a count, a day and a number that tells classes
//! apart. The alphabet has 31 characters, a prime: with weights 1 to 10 modulo 31 the check
//! character rejects every wrong character and every two that changed places, wherever they
//! stand. The code is no proof: who wants to count wrong types another count.

use crate::typed::{digit, look_alike};

/// No I, L, O, 0 or 1: they are taken for each other.
pub(crate) const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BASE: u64 = ALPHABET.len() as u64;
/// Data characters before the check character.
const DATA: usize = 9;

/// Day 0 of codes, 1 January 2025, in days since 1970.
const FIRST_DAY: u32 = 20_089;
const CONTENTS: u32 = 1 << 12;
const COUNTS: u32 = 1 << 11;
const DAYS: u32 = 1 << 13;
const GROUPS: u32 = 1 << 8;

/// The most that one code counts.
pub const MOST: u32 = COUNTS - 1;

/// What a class counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The mark of the content, from [`mark`].
    pub content: u32,
    /// How many, at most [`MOST`].
    pub count: u32,
    /// The day, in days since 1970; codes reach from 2025 to 2047.
    pub day: u32,
    /// Tells classes with the same count on the same day apart, 0 to 255.
    pub group: u32,
}

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCode {
    /// It has other than ten characters of the alphabet.
    Shape,
    /// A character is wrong, or two changed places.
    Check,
}

/// The mark of a content id, 0 to 4095: two contents may share one by chance.
pub fn mark(content: &str) -> u32 {
    // FNV-1a, folded to twelve bits.
    let hash = content
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 12) ^ (hash >> 24)) & (CONTENTS - 1)
}

impl Tally {
    /// The code, in two groups of five: `A2B3C-D4E5F`. Nothing for a count or day out of range.
    pub fn code(self) -> Option<String> {
        let day = self.day.checked_sub(FIRST_DAY)?;
        let parts =
            [(self.content, CONTENTS), (self.count, COUNTS), (day, DAYS), (self.group, GROUPS)];
        let mut number = 0_u64;
        for (value, of) in parts {
            if value >= of {
                return None;
            }
            number = number * u64::from(of) + u64::from(value);
        }
        let mut digits = [0; DATA + 1];
        for digit in digits[..DATA].iter_mut().rev() {
            *digit = number % BASE;
            number /= BASE;
        }
        // The tenth weight is ten, so the check digit solves the sum for zero.
        digits[DATA] = (0..BASE).find(|check| {
            digits[DATA] = *check;
            sum(&digits) == 0
        })?;
        let letter = |digit: &u64| ALPHABET.iter().zip(0..).find(|(_, n)| n == digit);
        let letters = digits.iter().filter_map(letter).map(|(letter, _)| char::from(*letter));
        let mut code: String = letters.collect();
        code.insert(5, '-');
        Some(code)
    }

    /// Reads a code in capitals or small letters. Only letters and digits count: blanks, any
    /// dash, a full stop behind and marks that nobody sees may stand anywhere. Cyrillic letters
    /// are taken for the Latin ones that they look like.
    pub fn parse(text: &str) -> Result<Tally, NoCode> {
        let mut digits = [0; DATA + 1];
        let mut many = 0;
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            let c = letter(c);
            let place = ALPHABET.iter().position(|a| char::from(*a) == c);
            let (Some(place), Some(digit)) = (place, digits.get_mut(many)) else {
                return Err(NoCode::Shape);
            };
            *digit = place as u64;
            many += 1;
        }
        if many != digits.len() {
            return Err(NoCode::Shape);
        }
        if sum(&digits) != 0 {
            return Err(NoCode::Check);
        }
        let mut number = digits[..DATA].iter().fold(0, |number, digit| number * BASE + digit);
        #[expect(clippy::cast_possible_truncation, reason = "each part is below 2^13")]
        let mut take = |of: u32| {
            let part = (number % u64::from(of)) as u32;
            number /= u64::from(of);
            part
        };
        let (group, day, count, content) = (take(GROUPS), take(DAYS), take(COUNTS), take(CONTENTS));
        if number > 0 {
            return Err(NoCode::Check);
        }
        Ok(Tally { content, count, day: day + FIRST_DAY, group })
    }
}

/// A letter or digit of a code as the alphabet has it: a capital, from whichever keyboard.
pub(crate) fn letter(c: char) -> char {
    let c = match c {
        // The wide forms of East Asian keyboards.
        '０'..='ｚ' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        // Small letters that only look like another one as capitals.
        'в' => 'B',
        'к' => 'K',
        'м' => 'M',
        'н' => 'H',
        'т' => 'T',
        'ү' => 'Y',
        'З' | 'з' => '3',
        c => c,
    };
    digit(look_alike(c)).to_ascii_uppercase()
}

fn sum(digits: &[u64; DATA + 1]) -> u64 {
    digits.iter().zip(1..).map(|(digit, weight)| digit * weight).sum::<u64>() % BASE
}

/// Many codes added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Every code once, in the order in which they came.
    pub tallies: Vec<Tally>,
}

/// What became of a code that was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It counts.
    Counted(Tally),
    /// It was there before.
    Twice,
    /// It belongs to another content.
    Foreign,
    /// It is no code.
    Wrong(NoCode),
}

impl Sum {
    /// Adds a code for a content.
    pub fn add(&mut self, text: &str, content: u32) -> Added {
        match Tally::parse(text) {
            Err(no) => Added::Wrong(no),
            Ok(tally) if tally.content != content => Added::Foreign,
            Ok(tally) if self.tallies.contains(&tally) => Added::Twice,
            Ok(tally) => {
                self.tallies.push(tally);
                Added::Counted(tally)
            }
        }
    }

    /// How many in all.
    pub fn total(&self) -> u32 {
        self.tallies.iter().map(|tally| tally.count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_tally() -> impl Strategy<Value = Tally> {
        (0..4096_u32, 0..=MOST, FIRST_DAY..FIRST_DAY + 8192, 0..256_u32)
            .prop_map(|(content, count, day, group)| Tally { content, count, day, group })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn a_code_comes_back_as_it_was(tally in any_tally()) {
            let code = tally.code().unwrap();
            prop_assert_eq!(Tally::parse(&code), Ok(tally));
            prop_assert_eq!(Tally::parse(&code.to_lowercase().replace('-', " ")), Ok(tally));
        }

        // A teacher with a Cyrillic keyboard typed the code from the board letter by letter,
        // another had it from a messenger with marks of direction, a third wrote it at the end
        // of a sentence: each was told that letters are missing, although ten stood there.
        #[test]
        fn a_code_is_read_as_keyboards_and_messengers_write_it(tally in any_tally()) {
            let code = tally.code().unwrap();
            let typed = |from: &str, to: &str| {
                let of = |c: char| from.chars().zip(to.chars()).find(|(a, _)| *a == c);
                code.chars().map(|c| of(c).map_or(c, |(_, to)| to)).collect::<String>()
            };
            let mut ways = vec![
                typed("ABCEHKMPTXY3", "АВСЕНКМРТХУЗ"),
                typed("ABCEHKMPTXYS", "авсенкмртхүѕ"),
                typed("23456789", "٢٣٤٥٦٧٨٩"),
                typed("ABCDXYZ23-", "ＡＢｃｄＸＹＺ２３－"),
                format!("\u{200e}{code}\u{200e}"),
                format!("\u{2068}{}\u{2069}", code.replace('-', "\u{ad}-\u{200b}")),
                format!("«{code}»."),
            ];
            ways.extend("‐‑‒–—―−﹘－_·•".chars().map(|dash| typed("-", &dash.to_string())));
            for way in ways {
                prop_assert_eq!(Tally::parse(&way), Ok(tally), "{}", way);
            }
        }

        /// All 300 wrong characters and all 45 swaps of each code.
        #[test]
        fn every_wrong_character_and_every_swap_is_refused(tally in any_tally()) {
            let code: Vec<u8> = tally.code().unwrap().replace('-', "").into_bytes();
            let is_refused =
                |bytes: Vec<u8>| Tally::parse(&String::from_utf8(bytes).unwrap()).is_err();
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
    }

    #[test]
    fn what_is_out_of_range_has_no_code() {
        let tally = Tally { content: mark("my-pledge"), count: 24, day: 20_780, group: 7 };
        assert!(tally.code().is_some());
        assert_eq!(Tally { count: MOST + 1, ..tally }.code(), None);
        assert_eq!(Tally { day: FIRST_DAY - 1, ..tally }.code(), None);
        assert_eq!(Tally { group: 256, ..tally }.code(), None);
    }

    #[test]
    fn what_is_no_letter_of_the_alphabet_is_no_code() {
        assert_eq!(Tally::parse("ЖCE23-HK4XM"), Err(NoCode::Shape));
        assert_eq!(Tally::parse("TCE23-HK4X"), Err(NoCode::Shape));
        assert_eq!(Tally::parse("TCE23-HK4XMM"), Err(NoCode::Shape));
        assert_eq!(Tally::parse("-. \u{200b}"), Err(NoCode::Shape));
    }

    #[test]
    fn a_sum_takes_each_code_of_its_content_once() {
        let tally = |count, group| Tally { content: 5, count, day: 20_780, group };
        let code = |tally: Tally| tally.code().unwrap();
        let mut sum = Sum::default();
        assert_eq!(sum.add(&code(tally(24, 1)), 5), Added::Counted(tally(24, 1)));
        assert_eq!(sum.add(&code(tally(24, 1)), 5), Added::Twice);
        assert_eq!(sum.add(&code(tally(24, 2)), 5), Added::Counted(tally(24, 2)));
        assert_eq!(sum.add(&code(Tally { content: 6, ..tally(9, 1) }), 5), Added::Foreign);
        assert_eq!(sum.add("A2B3C-D4E5", 5), Added::Wrong(NoCode::Shape));
        assert_eq!(sum.add("00000-00000", 5), Added::Wrong(NoCode::Shape));
        assert_eq!(sum.total(), 48);
    }
}
