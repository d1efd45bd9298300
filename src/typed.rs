//! Typed text as keyboards, messengers and copying leave it.
//!
//! A phone makes curly quotes by itself, a messenger puts direction marks around what it copies,
//! an Arabic keyboard has digits of its own, and the Cyrillic letter on the same key looks like
//! the Latin one. What the eye cannot tell apart is made the same here, sign by sign. Lower case,
//! accents and compatible forms are left to the browser, which has the tables.

/// The zeros of all scripts in which digits are no other form of those of ASCII (Unicode 15,
/// general category Nd); the other nine digits follow each.
const ZEROS: &str = "\
    \u{660}\u{6f0}\u{7c0}\u{966}\u{9e6}\u{a66}\u{ae6}\u{b66}\u{be6}\u{c66}\u{ce6}\u{d66}\u{de6}\
    \u{e50}\u{ed0}\u{f20}\u{1040}\u{1090}\u{17e0}\u{1810}\u{1946}\u{19d0}\u{1a80}\u{1a90}\u{1b50}\
    \u{1bb0}\u{1c40}\u{1c50}\u{a620}\u{a8d0}\u{a900}\u{a9d0}\u{a9f0}\u{aa50}\u{abf0}\u{104a0}\
    \u{10d30}\u{11066}\u{110f0}\u{11136}\u{111d0}\u{112f0}\u{11450}\u{114d0}\u{11650}\u{116c0}\
    \u{11730}\u{118e0}\u{11950}\u{11c50}\u{11d50}\u{11da0}\u{11f50}\u{16a60}\u{16ac0}\u{16b50}\
    \u{1e140}\u{1e2f0}\u{1e4f0}\u{1e950}";

/// Whether a sign is never seen: Unicode's `Default_Ignorable_Code_Point`, such as marks of
/// direction, joiners and blanks without width, and the place of a picture that was not copied.
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{fffc}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether nothing is to be seen of a text.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// The sign that stands for all that are alike: one apostrophe, quote, dash and slash, digits of
/// ASCII, the Arabic letters for the Persian keys, commas and percent for the Arabic ones.
pub fn sign(c: char) -> char {
    match c {
        '\0'..='\x7f' if c != '`' => c,
        '`' | '´' | 'ʹ' | 'ʻ'..='ʿ' | 'ˈ' | '‘'..='‛' | '′' | '‵' | 'ꞌ' | '׳' | '＇' => {
            '\''
        }
        '«' | '»' | '“'..='‟' | '″' | '‶' | '‹' | '›' | '⹂' | '「'..='』' | '〝'..='〟' | '״' => {
            '"'
        }
        '‐'..='―'
        | '−'
        | '⁃'
        | '⁓'
        | '֊'
        | '־'
        | '᐀'
        | '᠆'
        | '⸗'
        | '⸚'
        | '⸺'
        | '⸻'
        | '⹀'
        | '〜'
        | '〰'
        | '﹘'
        | '﹣'
        | '－' => '-',
        '⁄' | '∕' => '/',
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        'ک' => 'ك',
        'ی' => 'ي',
        c => digit(c),
    }
}

/// The digit of ASCII for one of any script; any other sign as it is.
pub fn digit(c: char) -> char {
    let value = |zero: char| (c as u32).checked_sub(zero as u32).filter(|value| *value < 10);
    let value = if c.is_ascii() { None } else { ZEROS.chars().find_map(value) };
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// The Latin letter for a letter that looks just like it: those of Cyrillic keyboards, among them
/// the Kazakh ones that are no letter beside it there: Ү stands beside У.
pub const fn look_alike(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'І' => 'I',
        'Ј' => 'J',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Ѕ' => 'S',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'һ' => 'h',
        'і' => 'i',
        'ј' => 'j',
        'о' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'х' => 'x',
        'у' => 'y',
        'ә' => 'ə',
        'Ә' => 'Ə',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let seen = typed.chars().filter(|c| !is_invisible(*c));
        assert_eq!(seen.map(sign).collect::<String>(), expected, "{typed:?}");
    }

    #[test]
    fn signs_of_all_keyboards_are_alike() {
        check("don’t donʼt don‘t don`t don´t don′t", "don't don't don't don't don't don't");
        check("“yes” „да“ «да» ‹да› ״כן״", "\"yes\" \"да\" \"да\" \"да\" \"כן\"");
        check("a‐b a‑b a‒b a–b a—b a−b", "a-b a-b a-b a-b a-b a-b");
        check("٠١٢٣٤٥٦٧٨٩ ۴۵۶ ४२ ๗ 𞥒", "0123456789 456 42 7 2");
        check("نعم، لا؛ ٥٪؟", "نعم, لا; 5%?");
        check("کتابی", "كتابي");
    }

    #[test]
    fn what_is_not_seen_is_not_there() {
        check("As\u{ad}ta\u{200b}na\u{feff}", "Astana");
        check("\u{200f}٥\u{200f}", "5");
        check("❤\u{fe0f}", "❤");
        assert!(is_blank(" \u{200b}\u{a0}\u{2067}\n"));
        assert!(is_blank(""));
        assert!(!is_blank("\u{200b}0"));
    }

    #[test]
    fn letters_that_look_alike_are_one() {
        let latin = |text: &str| text.chars().map(look_alike).collect::<String>();
        assert_eq!(latin("СО2 ТЕХ осел"), "CO2 TEX oceл");
        assert_eq!(latin("Бишкек"), "Бишкeк");
    }
}
