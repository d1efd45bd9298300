//! Rules that grow from bytes: the same bytes make the same rule, fewer bytes a smaller one.

use crate::rules::tree::{COMPARISONS, FUNCTIONS};
use crate::rules::{Function, Node, Tree};

/// Decisions by bytes that are used up; zeros at the end, which lead to leaves.
pub struct Choices(pub std::vec::IntoIter<u8>);

impl Choices {
    fn below(&mut self, limit: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % limit
    }

    fn of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}

fn tree(node: Node) -> Tree {
    Tree { column: 0, node }
}

fn name(name: &str) -> Tree {
    tree(Node::Name(name.into()))
}

fn word(choices: &mut Choices) -> Tree {
    tree(Node::Word(choices.of(&["player", "coach", "not sure"]).into()))
}

fn parts(choices: &mut Choices, least: usize, depth: usize, one: Grow) -> Vec<Tree> {
    (0..least + choices.below(3)).map(|_| one(choices, depth)).collect()
}

/// A way of making a tree, no deeper than a depth.
pub type Grow = fn(&mut Choices, usize) -> Tree;

/// A rule that is true or false.
pub fn flag(choices: &mut Choices, depth: usize) -> Tree {
    let Some(deeper) = depth.checked_sub(1) else {
        let known = choices.below(2) == 0;
        return choices.of(&[name("told"), name("seen"), tree(Node::Flag(known))]);
    };
    tree(match choices.below(9) {
        0 => return flag(choices, 0),
        1 => Node::Not(Box::new(flag(choices, deeper))),
        2 => Node::All(parts(choices, 2, deeper, flag)),
        3 => Node::Any(parts(choices, 2, deeper, flag)),
        4 => {
            let function = choices.of(&[Function::Any, Function::All]);
            Node::Call(function, parts(choices, 1, deeper, flag))
        }
        5 => {
            let comparison = choices.of(&COMPARISONS).1;
            let sides = [number(choices, deeper), number(choices, deeper)];
            Node::Compare(comparison, Box::new(sides))
        }
        6 => {
            let comparison = choices.of(&COMPARISONS[..2]).1;
            Node::Compare(comparison, Box::new([flag(choices, deeper), flag(choices, deeper)]))
        }
        7 => {
            let comparison = choices.of(&COMPARISONS[..2]).1;
            let other = if choices.below(2) == 0 { name("other") } else { word(choices) };
            Node::Compare(comparison, Box::new([name("role"), other]))
        }
        _ => {
            let words = (0..=choices.below(3)).map(|_| word(choices)).collect();
            Node::In(Box::new(name("role")), words)
        }
    })
}

/// A rule that is a number.
pub fn number(choices: &mut Choices, depth: usize) -> Tree {
    let Some(deeper) = depth.checked_sub(1) else {
        let known = choices.of(&[0, 1, 2, 7, 12, 1_000_000]);
        return choices.of(&[name("trust"), name("debt"), tree(Node::Number(known))]);
    };
    tree(match choices.below(6) {
        0 => return number(choices, 0),
        1 => Node::Negative(Box::new(number(choices, deeper))),
        2 => Node::Sum(parts(choices, 2, deeper, number)),
        3 => Node::Product(parts(choices, 2, deeper, number)),
        4 => {
            let function = choices.of(&[Function::Sum, Function::Min, Function::Max]);
            Node::Call(function, parts(choices, 1, deeper, number))
        }
        _ => Node::Call(Function::Count, parts(choices, 1, deeper, flag)),
    })
}

/// A rule without regard to types.
pub fn anything(choices: &mut Choices, depth: usize) -> Tree {
    let Some(deeper) = depth.checked_sub(1) else {
        return match choices.below(3) {
            0 => flag(choices, 0),
            1 => number(choices, 0),
            _ => word(choices),
        };
    };
    tree(match choices.below(9) {
        0 => return anything(choices, 0),
        1 => Node::Not(Box::new(anything(choices, deeper))),
        2 => Node::Negative(Box::new(anything(choices, deeper))),
        3 => Node::All(parts(choices, 2, deeper, anything)),
        4 => Node::Any(parts(choices, 2, deeper, anything)),
        5 => Node::Sum(parts(choices, 2, deeper, anything)),
        6 => Node::Product(parts(choices, 2, deeper, anything)),
        7 => Node::Call(choices.of(&FUNCTIONS).1, parts(choices, 1, deeper, anything)),
        _ => {
            let sides = [anything(choices, deeper), anything(choices, deeper)];
            Node::Compare(choices.of(&COMPARISONS).1, Box::new(sides))
        }
    })
}
