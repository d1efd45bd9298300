//! A rule as it was written, before it is known whether its names and types fit; and as text.

use super::lexer::quoted;
use crate::json::number_text;

/// A part of a rule. Two are the same when they say the same, wherever they stand.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Where it begins: characters from 1.
    pub column: usize,
    /// What it is.
    pub node: Node,
}

impl PartialEq for Tree {
    fn eq(&self, other: &Tree) -> bool {
        self.node == other.node
    }
}

/// What a part of a rule is. Chains are one node, so that a tree is never deeper than its
/// brackets; `a - b` is a sum of `a` and `-b`.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A whole number, zero or more
    Number(i32),
    /// `true` or `false`
    Flag(bool),
    /// A word in quotation marks
    Word(String),
    /// A variable
    Name(String),
    /// `-a`
    Negative(Box<Tree>),
    /// `not a`
    Not(Box<Tree>),
    /// `a * b * …`
    Product(Vec<Tree>),
    /// `a + b - …`
    Sum(Vec<Tree>),
    /// `a < b` and so on
    Compare(Comparison, Box<[Tree; 2]>),
    /// `a in ('b', 'c')`
    In(Box<Tree>, Vec<Tree>),
    /// `a and b and …`
    All(Vec<Tree>),
    /// `a or b or …`
    Any(Vec<Tree>),
    /// `count(a, b, …)` and so on
    Call(Function, Vec<Tree>),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// What is reckoned over several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// How many flags hold
    Count,
    /// All numbers together
    Sum,
    /// Whether one of the flags holds
    Any,
    /// Whether each of the flags holds
    All,
    /// The least number
    Min,
    /// The greatest number
    Max,
}

/// All comparisons with their signs.
pub const COMPARISONS: [(&str, Comparison); 6] = [
    ("=", Comparison::Equal),
    ("!=", Comparison::Unequal),
    ("<", Comparison::Less),
    ("<=", Comparison::AtMost),
    (">", Comparison::More),
    (">=", Comparison::AtLeast),
];

/// All functions with their names.
pub const FUNCTIONS: [(&str, Function); 6] = [
    ("count", Function::Count),
    ("sum", Function::Sum),
    ("any", Function::Any),
    ("all", Function::All),
    ("min", Function::Min),
    ("max", Function::Max),
];

/// How tightly a part holds together; what is looser than its place needs brackets.
fn tightness(node: &Node) -> u8 {
    match node {
        Node::Any(_) => 0,
        Node::All(_) => 1,
        Node::Not(_) => 2,
        Node::Compare(..) | Node::In(..) => 3,
        Node::Sum(_) => 4,
        Node::Product(_) => 5,
        Node::Negative(_) => 6,
        _ => 7,
    }
}

/// The word for one of a list's values.
fn name_of<T: Copy + PartialEq>(list: &[(&'static str, T)], value: T) -> &'static str {
    list.iter().find(|(_, other)| *other == value).map_or("", |(name, _)| name)
}

impl Tree {
    /// The rule as text: `=` for equality, straight marks around words, no needless brackets.
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    /// Writes into a place that needs parts at least so tight.
    fn write(&self, out: &mut String, needed: u8) {
        if tightness(&self.node) < needed {
            out.push('(');
            self.write(out, 0);
            out.push(')');
            return;
        }
        match &self.node {
            Node::Number(number) => out.push_str(&number_text(f64::from(*number))),
            Node::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Node::Word(word) => out.push_str(&quoted(word)),
            Node::Name(name) => out.push_str(name),
            Node::Negative(inside) => {
                out.push('-');
                inside.write(out, 6);
            }
            Node::Not(inside) => {
                out.push_str("not ");
                inside.write(out, 2);
            }
            Node::Product(parts) => write_parts(out, parts, " * ", 6),
            Node::Sum(parts) => write_sum(out, parts),
            Node::Compare(comparison, sides) => {
                sides[0].write(out, 4);
                [" ", name_of(&COMPARISONS, *comparison), " "].iter().for_each(|s| out.push_str(s));
                sides[1].write(out, 4);
            }
            Node::In(word, list) => {
                word.write(out, 4);
                out.push_str(" in (");
                write_parts(out, list, ", ", 0);
                out.push(')');
            }
            Node::All(parts) => write_parts(out, parts, " and ", 2),
            Node::Any(parts) => write_parts(out, parts, " or ", 1),
            Node::Call(function, parts) => {
                out.push_str(name_of(&FUNCTIONS, *function));
                out.push('(');
                write_parts(out, parts, ", ", 0);
                out.push(')');
            }
        }
    }
}

fn write_parts(out: &mut String, parts: &[Tree], between: &str, needed: u8) {
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            out.push_str(between);
        }
        part.write(out, needed);
    }
}

fn write_sum(out: &mut String, parts: &[Tree]) {
    for (n, part) in parts.iter().enumerate() {
        match &part.node {
            Node::Negative(inside) if n > 0 => {
                out.push_str(" - ");
                inside.write(out, 5);
            }
            _ => {
                out.push_str(if n > 0 { " + " } else { "" });
                part.write(out, 5);
            }
        }
    }
}
