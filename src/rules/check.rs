//! From a tree to a rule that cannot be wrong any more: every name is declared, and every part
//! has the type that its place needs.

use super::declare::{Range, Variable, Variables};
use super::lexer::{mistake, quoted};
use super::tree::{Comparison, Function, Node, Tree};
use crate::json::{Problem, number_text};

/// Something that is true or false. Variables are named by their place among the declared ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Flag {
    /// Always the same
    Known(bool),
    /// What a flag is
    Value(usize),
    /// The opposite
    Not(Box<Flag>),
    /// Whether each one holds
    All(Vec<Flag>),
    /// Whether one of them holds
    Any(Vec<Flag>),
    /// Whether both are the same
    Same(Box<[Flag; 2]>),
    /// How two numbers compare
    Numbers(Comparison, Box<[Number; 2]>),
    /// Whether a word is one of those at these places of its list
    Words(usize, Vec<i32>),
    /// Whether two words with the same list are the same
    SameWord(usize, usize),
}

/// A whole number. Variables are named by their place among the declared ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// Always the same
    Known(i32),
    /// What a number is
    Value(usize),
    /// The number with the other sign
    Negative(Box<Number>),
    /// All of them together
    Sum(Vec<Number>),
    /// One times the other
    Product(Vec<Number>),
    /// The least of them; there is at least one
    Least(Vec<Number>),
    /// The greatest of them; there is at least one
    Greatest(Vec<Number>),
    /// How many hold
    Count(Vec<Flag>),
}

/// One of the words of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// The one at this place of the list
    Known(i32),
    /// What another word with the same list is
    Value(usize),
}

#[derive(Clone, Copy, PartialEq)]
enum Type {
    Number,
    Flag,
    Word,
}

const NUMBER: &str = "a number";
const FLAG: &str = "a flag or a comparison";
const WORD: &str = "a word";

impl Variables {
    /// A tree as something that is true or false.
    pub(super) fn flag(&self, tree: &Tree) -> Result<Flag, Problem> {
        Ok(match &tree.node {
            Node::Flag(flag) => Flag::Known(*flag),
            Node::Name(name) => match self.named(tree.column, name)? {
                (n, variable) if matches!(variable.range(), Range::Flags) => Flag::Value(n),
                (_, other) => return Err(mistake(tree.column, FLAG, &other.described())),
            },
            Node::Not(inside) => Flag::Not(Box::new(self.flag(inside)?)),
            Node::All(parts) | Node::Call(Function::All, parts) => Flag::All(self.flags(parts)?),
            Node::Any(parts) | Node::Call(Function::Any, parts) => Flag::Any(self.flags(parts)?),
            Node::Compare(comparison, sides) => self.comparison(*comparison, sides)?,
            Node::In(word, list) => {
                let (n, words) = self.word_variable(word)?;
                let place = |tree| place_of(words, tree);
                Flag::Words(n, list.iter().map(place).collect::<Result<_, _>>()?)
            }
            _ => return Err(self.unfit(tree, FLAG)),
        })
    }

    fn flags(&self, trees: &[Tree]) -> Result<Vec<Flag>, Problem> {
        trees.iter().map(|tree| self.flag(tree)).collect()
    }

    /// A tree as a number.
    pub(super) fn number(&self, tree: &Tree) -> Result<Number, Problem> {
        Ok(match &tree.node {
            Node::Number(number) => Number::Known(*number),
            Node::Name(name) => match self.named(tree.column, name)? {
                (n, variable) if matches!(variable.range(), Range::Numbers(..)) => Number::Value(n),
                (_, other) => return Err(mistake(tree.column, NUMBER, &other.described())),
            },
            Node::Negative(inside) => Number::Negative(Box::new(self.number(inside)?)),
            Node::Sum(parts) | Node::Call(Function::Sum, parts) => {
                Number::Sum(self.numbers(parts)?)
            }
            Node::Product(parts) => Number::Product(self.numbers(parts)?),
            Node::Call(Function::Min, parts) => Number::Least(self.numbers(parts)?),
            Node::Call(Function::Max, parts) => Number::Greatest(self.numbers(parts)?),
            Node::Call(Function::Count, parts) => Number::Count(self.flags(parts)?),
            _ => return Err(self.unfit(tree, NUMBER)),
        })
    }

    fn numbers(&self, trees: &[Tree]) -> Result<Vec<Number>, Problem> {
        trees.iter().map(|tree| self.number(tree)).collect()
    }

    /// A tree as one of the words of a list.
    pub(super) fn word(&self, words: &[String], tree: &Tree) -> Result<Word, Problem> {
        if let Node::Word(_) = &tree.node {
            return place_of(words, tree).map(Word::Known);
        }
        let (n, others) = self.word_variable(tree)?;
        if others == words {
            return Ok(Word::Value(n));
        }
        let what = ["one of ", &listed(words), ", or a variable with these words"].concat();
        Err(self.unfit(tree, &what))
    }

    /// The place of a variable whose values are words, and the words.
    fn word_variable(&self, tree: &Tree) -> Result<(usize, &[String]), Problem> {
        if let Node::Name(name) = &tree.node
            && let (n, variable) = self.named(tree.column, name)?
            && let Range::Words(words) = variable.range()
        {
            return Ok((n, words));
        }
        let what = if matches!(tree.node, Node::Word(_)) { "a name" } else { WORD };
        Err(self.unfit(tree, what))
    }

    fn comparison(&self, comparison: Comparison, sides: &[Tree; 2]) -> Result<Flag, Problem> {
        let [left, right] = sides;
        let equal = comparison == Comparison::Equal;
        let kind = match comparison {
            Comparison::Equal | Comparison::Unequal => self.kind(left)?,
            // Only numbers are more or less.
            _ => Type::Number,
        };
        let same = match kind {
            Type::Number => {
                let sides = [self.number(left)?, self.number(right)?];
                return Ok(Flag::Numbers(comparison, Box::new(sides)));
            }
            Type::Flag => Flag::Same(Box::new([self.flag(left)?, self.flag(right)?])),
            Type::Word => {
                let turned = matches!(left.node, Node::Word(_));
                let (name, word) = if turned { (right, left) } else { (left, right) };
                let (n, words) = self.word_variable(name)?;
                match self.word(words, word)? {
                    Word::Known(place) => Flag::Words(n, vec![place]),
                    Word::Value(other) => Flag::SameWord(n, other),
                }
            }
        };
        Ok(if equal { same } else { Flag::Not(Box::new(same)) })
    }

    fn kind(&self, tree: &Tree) -> Result<Type, Problem> {
        Ok(match &tree.node {
            Node::Word(_) => Type::Word,
            Node::Name(name) => match self.named(tree.column, name)?.1.range() {
                Range::Numbers(..) => Type::Number,
                Range::Flags => Type::Flag,
                Range::Words(_) => Type::Word,
            },
            Node::Flag(_)
            | Node::Not(_)
            | Node::Compare(..)
            | Node::In(..)
            | Node::All(_)
            | Node::Any(_)
            | Node::Call(Function::Any | Function::All, _) => Type::Flag,
            _ => Type::Number,
        })
    }

    /// The place and the variable of a name.
    pub(super) fn named(&self, column: usize, name: &str) -> Result<(usize, &Variable), Problem> {
        if let Some(found) = self.find(name) {
            return Ok(found);
        }
        let is_word = |variable: &Variable| match variable.range() {
            Range::Words(words) => words.iter().any(|word| word == name),
            _ => false,
        };
        if self.all().iter().any(is_word) {
            return Err(mistake(
                column,
                &["the word in quotation marks, ", &quoted(name)].concat(),
                name,
            ));
        }
        Err(mistake(column, &self.listed(), name))
    }

    /// The mistake that a part has another type than its place needs.
    fn unfit(&self, tree: &Tree, expected: &str) -> Problem {
        let found = match &tree.node {
            Node::Name(name) => match self.named(tree.column, name) {
                Ok((_, variable)) => variable.described(),
                Err(problem) => return problem,
            },
            Node::Word(word) => ["the word ", &quoted(word)].concat(),
            Node::Number(number) => ["the number ", &number_text(f64::from(*number))].concat(),
            Node::Flag(flag) => if *flag { "true" } else { "false" }.into(),
            Node::Compare(..) | Node::In(..) => "a comparison".into(),
            Node::Call(Function::Any, _) => "any(…), which is true or false".into(),
            Node::Call(Function::All, _) => "all(…), which is true or false".into(),
            Node::Not(_) | Node::All(_) | Node::Any(_) => "what is true or false".into(),
            _ => "a number".into(),
        };
        mistake(tree.column, expected, &found)
    }
}

/// The place of a written word in a list.
fn place_of(words: &[String], tree: &Tree) -> Result<i32, Problem> {
    let Node::Word(word) = &tree.node else { return Err(mistake(tree.column, WORD, "a value")) };
    let place = words.iter().position(|known| known == word).and_then(|n| i32::try_from(n).ok());
    place.ok_or_else(|| mistake(tree.column, &["one of ", &listed(words)].concat(), &quoted(word)))
}

/// Words as an error lists them.
fn listed(words: &[String]) -> String {
    let mut list: Vec<String> = words.iter().take(8).map(|word| quoted(word)).collect();
    if words.len() > list.len() {
        list.push("…".into());
    }
    list.join(", ")
}
