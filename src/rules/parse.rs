//! From pieces to a tree. Which names there are and what fits together is told later, see
//! `check`.

use super::lexer::{Kind, Lexer, Token, mistake};
use super::tree::{COMPARISONS, FUNCTIONS, Function, Node, Tree};
use crate::json::{Problem, number_text};

/// How many brackets, functions, `not` and minus signs may stand inside each other. Real rules
/// have two or three.
pub const DEEPEST: usize = 16;

/// Reads a rule from its pieces, one piece ahead.
pub struct Parser<'a> {
    lexer: Lexer<'a>,
    token: Token<'a>,
    depth: usize,
}

/// A way of reading a part.
type Read<'a> = fn(&mut Parser<'a>) -> Result<Tree, Problem>;

/// The tree of a whole rule.
///
/// # Errors
/// The column, what was expected and what was found.
pub fn parse(text: &str) -> Result<Tree, Problem> {
    Parser::new(text)?.whole()
}

impl<'a> Parser<'a> {
    /// Before the first piece of a text.
    pub fn new(text: &'a str) -> Result<Parser<'a>, Problem> {
        let mut lexer = Lexer::new(text)?;
        let token = lexer.next()?;
        Ok(Parser { lexer, token, depth: 0 })
    }

    /// The piece that comes next.
    pub fn token(&self) -> Token<'a> {
        self.token
    }

    /// Goes on to the next piece and gives the one before it.
    pub fn advance(&mut self) -> Result<Token<'a>, Problem> {
        let next = self.lexer.next()?;
        Ok(std::mem::replace(&mut self.token, next))
    }

    /// All that is left as one rule.
    pub fn whole(&mut self) -> Result<Tree, Problem> {
        let tree = self.any()?;
        match self.token.kind {
            Kind::End => Ok(tree),
            _ => Err(self.expected("the end or a sign such as >=, + or and")),
        }
    }

    /// The mistake that something else was expected here.
    pub fn expected(&self, what: &str) -> Problem {
        mistake(self.token.column, what, &self.token.found())
    }

    fn is_at(&self, mark: &str) -> bool {
        matches!(self.token.kind, Kind::Mark(here) if here == mark)
    }

    /// Passes a sign if it stands here.
    fn pass(&mut self, mark: &str) -> Result<bool, Problem> {
        let here = self.is_at(mark);
        if here {
            self.advance()?;
        }
        Ok(here)
    }

    /// Parts of one kind with the same sign between them.
    fn chain(
        &mut self,
        mark: &str,
        part: Read<'a>,
        node: fn(Vec<Tree>) -> Node,
    ) -> Result<Tree, Problem> {
        let first = part(self)?;
        if !self.is_at(mark) {
            return Ok(first);
        }
        let column = first.column;
        let mut parts = vec![first];
        while self.pass(mark)? {
            parts.push(part(self)?);
        }
        Ok(Tree { column, node: node(parts) })
    }

    fn any(&mut self) -> Result<Tree, Problem> {
        self.chain("or", Parser::all, Node::Any)
    }

    fn all(&mut self) -> Result<Tree, Problem> {
        self.chain("and", Parser::not, Node::All)
    }

    fn not(&mut self) -> Result<Tree, Problem> {
        let column = self.token.column;
        if !self.pass("not")? {
            return self.comparison();
        }
        let inside = Box::new(self.deeper(Parser::not)?);
        Ok(Tree { column, node: Node::Not(inside) })
    }

    fn comparison(&mut self) -> Result<Tree, Problem> {
        let left = self.sum()?;
        let column = left.column;
        let node = if self.pass("in")? {
            Node::In(Box::new(left), self.words()?)
        } else if let Some(comparison) = self.compared() {
            self.advance()?;
            Node::Compare(comparison, Box::new([left, self.sum()?]))
        } else {
            return Ok(left);
        };
        if self.compared().is_some() || self.is_at("in") {
            return Err(self.expected("one comparison at a time, as in 2 < trust and trust < 5"));
        }
        Ok(Tree { column, node })
    }

    /// The comparison whose sign stands here.
    fn compared(&self) -> Option<super::tree::Comparison> {
        COMPARISONS.iter().find(|(mark, _)| self.is_at(mark)).map(|(_, comparison)| *comparison)
    }

    /// The words after `in`.
    fn words(&mut self) -> Result<Vec<Tree>, Problem> {
        const LIST: &str = "words in brackets, as in ('yes', 'no')";
        if !self.is_at("(") {
            return Err(self.expected(LIST));
        }
        let mut words = Vec::new();
        loop {
            self.advance()?;
            let Token { kind: Kind::Word, text, column } = self.token else {
                return Err(self.expected("a word in quotation marks"));
            };
            words.push(Tree { column, node: Node::Word(text.into()) });
            self.advance()?;
            if self.pass(")")? {
                return Ok(words);
            }
            if !self.is_at(",") {
                return Err(self.expected("a comma or )"));
            }
        }
    }

    fn sum(&mut self) -> Result<Tree, Problem> {
        let first = self.product()?;
        if !self.is_at("+") && !self.is_at("-") {
            return Ok(first);
        }
        let column = first.column;
        let mut parts = vec![first];
        loop {
            let sign = self.token.column;
            if self.pass("+")? {
                parts.push(self.product()?);
            } else if self.pass("-")? {
                let inside = Box::new(self.product()?);
                parts.push(Tree { column: sign, node: Node::Negative(inside) });
            } else {
                return Ok(Tree { column, node: Node::Sum(parts) });
            }
        }
    }

    fn product(&mut self) -> Result<Tree, Problem> {
        self.chain("*", Parser::signed, Node::Product)
    }

    fn signed(&mut self) -> Result<Tree, Problem> {
        let column = self.token.column;
        if !self.pass("-")? {
            return self.single();
        }
        let inside = Box::new(self.deeper(Parser::signed)?);
        Ok(Tree { column, node: Node::Negative(inside) })
    }

    /// A number, a flag, a word, a name, a function, or anything in brackets.
    fn single(&mut self) -> Result<Tree, Problem> {
        let Token { kind, text, column } = self.token;
        let node = match kind {
            Kind::Number(number) => Node::Number(number),
            Kind::Word => Node::Word(text.into()),
            Kind::Mark("true") => Node::Flag(true),
            Kind::Mark("false") => Node::Flag(false),
            Kind::Name => {
                self.advance()?;
                let node = self.named(text, column)?;
                return Ok(Tree { column, node });
            }
            Kind::Mark("(") => {
                let inside = self.deeper(|parser| {
                    parser.advance()?;
                    parser.any()
                })?;
                if !self.pass(")")? {
                    return Err(self.expected(") or a sign such as >=, + or and"));
                }
                return Ok(inside);
            }
            _ => return Err(self.expected(VALUE)),
        };
        self.advance()?;
        Ok(Tree { column, node })
    }

    /// A variable, or a function with what stands in its brackets.
    fn named(&mut self, name: &str, column: usize) -> Result<Node, Problem> {
        let function = function(name);
        if !self.is_at("(") {
            return match function {
                Some(_) => Err(self.expected(&["( after ", name].concat())),
                None => Ok(Node::Name(name.into())),
            };
        }
        let Some(function) = function else {
            return Err(mistake(column, "count, sum, any, all, min or max before (", name));
        };
        let mut parts = Vec::new();
        loop {
            parts.push(self.deeper(|parser| {
                parser.advance()?;
                parser.any()
            })?);
            if self.pass(")")? {
                return Ok(Node::Call(function, parts));
            }
            if !self.is_at(",") {
                return Err(self.expected("a comma, ) or a sign such as >=, + or and"));
            }
        }
    }

    /// Reads a part that is inside another one.
    fn deeper(&mut self, read: Read<'a>) -> Result<Tree, Problem> {
        if self.depth == DEEPEST {
            let most = number_text(DEEPEST as f64);
            return Err(self.expected(&["at most ", &most, " parts inside each other"].concat()));
        }
        self.depth += 1;
        let tree = read(self)?;
        self.depth -= 1;
        Ok(tree)
    }
}

const VALUE: &str = "a name, a number, a word in quotation marks or (";

/// The function of a name.
pub fn function(name: &str) -> Option<Function> {
    FUNCTIONS.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
}
