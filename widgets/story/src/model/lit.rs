//! Which word of a sentence is read at the moment.

/// A word with what stands beside it, and where it begins: counted as browsers count letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word, with its signs.
    pub text: &'a str,
    /// Where it begins.
    pub start: u32,
}

/// The words of a sentence.
pub fn words(sentence: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in sentence.split_inclusive(char::is_whitespace) {
        let text = piece.trim();
        let before = piece.len() - piece.trim_start().len();
        if !text.is_empty() {
            found.push(Word { text, start: start + units(&piece[..before]) });
        }
        start += units(piece);
    }
    found
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// The place of the word that is read at a letter; nothing before the first word.
pub fn word_at(words: &[u32], letter: u32) -> Option<usize> {
    words.iter().rposition(|start| *start <= letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, expected: &[(&str, u32)]) {
        let found: Vec<_> = words(sentence).iter().map(|word| (word.text, word.start)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_begin_where_browsers_say_so() {
        check("Snow! Maya runs.", &[("Snow!", 0), ("Maya", 6), ("runs.", 11)]);
        check("  «Да»  — нет", &[("«Да»", 2), ("—", 8), ("нет", 10)]);
        // One sign of two units, as browsers count.
        check("🦊 fox", &[("🦊", 0), ("fox", 3)]);
        check("ثلج! مايا", &[("ثلج!", 0), ("مايا", 5)]);
        check(" ", &[]);
    }

    #[test]
    fn a_letter_belongs_to_the_word_that_began_last() {
        let check = |letter, expected| assert_eq!(word_at(&[2, 6, 11], letter), expected);
        check(0, None);
        check(2, Some(0));
        check(5, Some(0));
        check(6, Some(1));
        check(99, Some(2));
        assert_eq!(word_at(&[], 3), None);
    }
}
