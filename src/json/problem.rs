//! What is wrong with a content file, and where.

use std::cell::RefCell;
use std::fmt;

use super::number_text;

/// What an author has to mend: where, what was expected, what was found.
///
/// ```
/// # use adil::Problem;
/// let problem = Problem::new("items[3].options[1].score", "a number", "\"half\"");
/// assert_eq!(
///     problem.to_string(),
///     "items[3].options[1].score: expected a number, found \"half\""
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(Box<Parts>);

/// The parts stand in a box, so that the many results that carry none stay small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    path: String,
    expected: String,
    found: String,
}

impl Problem {
    /// A problem at a path such as `items[3].options[1].score`, empty for the top: what belongs
    /// there, and what stands there, in words.
    pub fn new(path: &str, expected: &str, found: &str) -> Problem {
        let parts = Parts { path: path.into(), expected: expected.into(), found: found.into() };
        Problem(Box::new(parts))
    }

    /// The same problem with other words for what belongs there.
    #[must_use]
    pub fn but_expected(mut self, expected: &str) -> Problem {
        self.0.expected = expected.into();
        self
    }

    /// The same problem with other words for what stands there.
    #[must_use]
    pub fn but_found(mut self, found: &str) -> Problem {
        self.0.found = found.into();
        self
    }

    /// The problem of a text, whose path is a place in that text, where the text stands at a path
    /// of the file.
    #[must_use]
    pub fn within(mut self, path: &str) -> Problem {
        self.0.path = [named(path), ": ", &self.0.path].concat();
        self
    }
}

impl Problem {
    /// The problem as a sentence for the author. Made without `format!`, as all text of the core
    /// crate is: a bundle then needs none of the code behind it.
    pub fn sentence(&self) -> String {
        let Parts { path, expected, found } = &*self.0;
        [named(path), ": expected ", expected, ", found ", found].concat()
    }
}

/// A path in words.
pub(super) fn named(path: &str) -> &str {
    if path.is_empty() { "the top of the file" } else { path }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl std::error::Error for Problem {}

/// Refuses a list at a path in which a name comes twice; `what` the names are of.
///
/// # Errors
/// The place of the second one, with its name.
pub fn distinct(path: &str, names: &[&str], what: &str) -> Result<(), Problem> {
    for (n, name) in names.iter().enumerate() {
        if names[..n].contains(name) {
            let path = [path, "[", &number_text(n as f64), "]"].concat();
            let expected = ["an id that no other ", what, " has"].concat();
            return Err(Problem::new(&path, &expected, &["\"", name, "\" again"].concat()));
        }
    }
    Ok(())
}

/// What is odd but harmless, such as a field that no version knows.
#[derive(Debug, Default)]
pub struct Warnings(RefCell<Vec<String>>);

impl Warnings {
    /// Adds one sentence; after fifty the rest is dropped, since nobody reads them.
    pub fn add(&self, warning: String) {
        let mut list = self.0.borrow_mut();
        if list.len() < 50 {
            list.push(warning);
        }
    }

    /// All sentences in the order of the file.
    pub fn into_vec(self) -> Vec<String> {
        self.0.into_inner()
    }
}
