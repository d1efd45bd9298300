//! The text of a rule in pieces: numbers, words, names and signs, each with its column.

use crate::json::{Problem, number_text};
use crate::typed::is_invisible;

/// The longest rule, in characters.
pub const LONGEST: usize = 500;

/// The largest number that a rule or a declaration may name; the least one is its negative.
pub const LARGEST: i32 = 1_000_000;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number, zero or more.
    Number(i32),
    /// A word in quotation marks; its text is without them.
    Word,
    /// A name: of a variable or a function.
    Name,
    /// A sign or a small word of the language, in the one spelling that the parser knows.
    Mark(&'static str),
    /// After the last piece.
    End,
}

/// A piece of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    /// What it is.
    pub kind: Kind,
    /// What the author wrote; of a word, what is between the marks.
    pub text: &'a str,
    /// Where it begins: characters from 1.
    pub column: usize,
}

impl Token<'_> {
    /// The piece as an error names it.
    pub fn found(&self) -> String {
        match self.kind {
            Kind::Word => quoted(self.text),
            Kind::End => "the end".into(),
            _ => self.text.into(),
        }
    }
}

/// A word between the marks that a rule has around it.
pub fn quoted(word: &str) -> String {
    ["'", word, "'"].concat()
}

/// A mistake at a column of a rule.
pub fn mistake(column: usize, expected: &str, found: &str) -> Problem {
    Problem::new(&["column ", &number_text(column as f64)].concat(), expected, found)
}

/// Small words of the language.
const SMALL_WORDS: [&str; 6] = ["and", "or", "not", "in", "true", "false"];

/// The small word of the language that a text is, in whatever letters; no variable has such a name.
pub fn small_word(text: &str) -> Option<&'static str> {
    SMALL_WORDS.iter().find(|word| word.eq_ignore_ascii_case(text)).copied()
}

/// How signs are written and what each is, or what is written here instead of it. Longer ones
/// first. Word processors make single signs of two, and dashes of minus.
const SIGNS: [(&str, Result<&str, &str>); 38] = [
    ("===", Err("=")),
    ("!==", Err("!=")),
    ("==", Ok("=")),
    ("!=", Ok("!=")),
    ("<=", Ok("<=")),
    (">=", Ok(">=")),
    ("=>", Err(">=")),
    ("=<", Err("<=")),
    ("<>", Err("!=")),
    ("&&", Err("and")),
    ("||", Err("or")),
    ("+=", Err(CHANGES)),
    ("-=", Err(CHANGES)),
    ("*=", Err(CHANGES)),
    (":=", Err("=")),
    ("≠", Ok("!=")),
    ("≤", Ok("<=")),
    ("≥", Ok(">=")),
    ("=", Ok("=")),
    ("<", Ok("<")),
    (">", Ok(">")),
    ("+", Ok("+")),
    ("-", Ok("-")),
    ("−", Ok("-")),
    ("–", Ok("-")),
    ("*", Ok("*")),
    ("×", Err("*")),
    ("(", Ok("(")),
    (")", Ok(")")),
    (",", Ok(",")),
    ("!", Err("not")),
    ("&", Err("and")),
    ("|", Err("or")),
    ("/", Err(NO_DIVISION)),
    ("÷", Err(NO_DIVISION)),
    ("%", Err(NO_DIVISION)),
    ("[", Err("(")),
    ("]", Err(")")),
];

const CHANGES: &str = "one sign, as in trust + 1";
const NO_DIVISION: &str = "+, - or *, since rules do not divide";

/// Whether a sign stands around words; a phone makes curly ones by itself. None is inside a word.
pub const fn is_quote(c: char) -> bool {
    matches!(c, '\'' | '"' | '‘' | '’' | '‚' | '“' | '”' | '„' | '«' | '»')
}

/// Whether a sign belongs to a name.
pub const fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Gives the pieces of a rule one after the other.
#[derive(Clone)]
pub struct Lexer<'a> {
    rest: &'a str,
    column: usize,
}

impl<'a> Lexer<'a> {
    /// The pieces of a text.
    ///
    /// # Errors
    /// A text of more than [`LONGEST`] characters.
    pub fn new(text: &'a str) -> Result<Lexer<'a>, Problem> {
        let length = text.chars().count();
        if length > LONGEST {
            let most = ["at most ", &number_text(LONGEST as f64), " characters"].concat();
            return Err(mistake(LONGEST + 1, &most, &number_text(length as f64)));
        }
        Ok(Lexer { rest: text, column: 1 })
    }

    /// The next piece; the end again and again when all are given.
    ///
    /// # Errors
    /// A sign that rules do not know, a word without its closing mark, a number that is not whole
    /// or above [`LARGEST`].
    pub fn next(&mut self) -> Result<Token<'a>, Problem> {
        self.take(&mut |c| c.is_whitespace() || is_invisible(c));
        let (column, rest) = (self.column, self.rest);
        let token = |kind, text| Ok(Token { kind, text, column });
        let Some(first) = rest.chars().next() else { return token(Kind::End, "") };
        if first.is_ascii_digit() {
            let text = self.take(&mut |c| is_of_name(c) || c == '.');
            return token(Kind::Number(whole(text, column)?), text);
        }
        if is_of_name(first) {
            let text = self.take(&mut |c| is_of_name(c));
            return match small_word(text) {
                Some(word) if word == text => token(Kind::Mark(word), text),
                Some(word) => Err(mistake(column, &[word, " in small letters"].concat(), text)),
                None => token(Kind::Name, text),
            };
        }
        if is_quote(first) {
            return self.word(column);
        }
        if let Some((sign, mark)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            let mark = mark.map_err(|instead| mistake(column, instead, sign))?;
            let (text, rest) = rest.split_at(sign.len());
            self.rest = rest;
            self.column += sign.chars().count();
            return token(Kind::Mark(mark), text);
        }
        let sign = &rest[..first.len_utf8()];
        Err(mistake(column, "a name, a number, a word in quotation marks or a sign", sign))
    }

    /// A word, from its opening mark on.
    fn word(&mut self, column: usize) -> Result<Token<'a>, Problem> {
        let mut marks = 0;
        let text = self.take(&mut |c| {
            marks += usize::from(is_quote(c));
            marks < 2
        });
        let text = text.trim_start_matches(is_quote);
        let Some(closing) = self.rest.chars().next() else {
            return Err(mistake(self.column, "a closing quotation mark", "the end"));
        };
        self.rest = &self.rest[closing.len_utf8()..];
        self.column += 1;
        Ok(Token { kind: Kind::Word, text, column })
    }

    /// Takes all signs up to the first that is not wanted.
    fn take(&mut self, wanted: &mut dyn FnMut(char) -> bool) -> &'a str {
        let mut length = 0;
        for c in self.rest.chars() {
            if !wanted(c) {
                break;
            }
            length += c.len_utf8();
            self.column += 1;
        }
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }
}

/// A whole number up to [`LARGEST`].
fn whole(text: &str, column: usize) -> Result<i32, Problem> {
    let mut number = 0_i32;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            return Err(mistake(column, "a whole number", text));
        }
        number = number.saturating_mul(10).saturating_add(i32::from(byte - b'0'));
    }
    if number > LARGEST {
        let most = number_text(f64::from(LARGEST));
        return Err(mistake(column, &["a whole number up to ", &most].concat(), text));
    }
    Ok(number)
}
