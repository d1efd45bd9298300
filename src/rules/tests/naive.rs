//! The meaning of a rule written a second time, straight from the tree as it was written.

use crate::rules::{Comparison, Function, Node, Tree, Value, Values, Variables};

/// What a part comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Naive {
    Number(i32),
    Flag(bool),
    Word(String),
}

impl Naive {
    fn number(&self) -> i64 {
        match self {
            Naive::Number(number) => i64::from(*number),
            other => panic!("{other:?} is no number"),
        }
    }

    fn flag(&self) -> bool {
        match self {
            Naive::Flag(flag) => *flag,
            other => panic!("{other:?} is no flag"),
        }
    }
}

fn bounded(number: i64) -> Naive {
    let bounded = number.clamp(i64::from(i32::MIN), i64::from(i32::MAX));
    Naive::Number(i32::try_from(bounded).unwrap())
}

/// What a tree comes to with these values.
pub fn naive(tree: &Tree, variables: &Variables, values: &Values) -> Naive {
    let of = |tree: &Tree| naive(tree, variables, values);
    let numbers = |parts: &[Tree]| parts.iter().map(|part| of(part).number()).collect::<Vec<_>>();
    let flags = |parts: &[Tree]| parts.iter().filter(|part| of(part).flag()).count();
    match &tree.node {
        Node::Number(number) => Naive::Number(*number),
        Node::Flag(flag) => Naive::Flag(*flag),
        Node::Word(word) => Naive::Word(word.clone()),
        Node::Name(name) => match variables.value(values, name).unwrap() {
            Value::Number(number) => Naive::Number(number),
            Value::Flag(flag) => Naive::Flag(flag),
            Value::Word(word) => Naive::Word(word.into()),
        },
        Node::Negative(inside) => bounded(-of(inside).number()),
        Node::Not(inside) => Naive::Flag(!of(inside).flag()),
        Node::Product(parts) => numbers(parts)
            .into_iter()
            .fold(Naive::Number(1), |product, n| bounded(product.number() * n)),
        Node::Sum(parts) | Node::Call(Function::Sum, parts) => {
            numbers(parts).into_iter().fold(Naive::Number(0), |sum, n| bounded(sum.number() + n))
        }
        Node::Compare(comparison, sides) => {
            let (left, right) = (of(&sides[0]), of(&sides[1]));
            Naive::Flag(match comparison {
                Comparison::Equal => left == right,
                Comparison::Unequal => left != right,
                Comparison::Less => left.number() < right.number(),
                Comparison::AtMost => left.number() <= right.number(),
                Comparison::More => left.number() > right.number(),
                Comparison::AtLeast => left.number() >= right.number(),
            })
        }
        Node::In(word, list) => Naive::Flag(list.iter().any(|other| of(other) == of(word))),
        Node::All(parts) | Node::Call(Function::All, parts) => {
            Naive::Flag(flags(parts) == parts.len())
        }
        Node::Any(parts) | Node::Call(Function::Any, parts) => Naive::Flag(flags(parts) > 0),
        Node::Call(Function::Count, parts) => bounded(i64::try_from(flags(parts)).unwrap()),
        Node::Call(Function::Min, parts) => bounded(numbers(parts).into_iter().min().unwrap()),
        Node::Call(Function::Max, parts) => bounded(numbers(parts).into_iter().max().unwrap()),
    }
}
