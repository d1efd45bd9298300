//! Paths in tokens: of `use` trees, and anywhere else.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

/// A path that a file writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its words.
    pub path: Vec<String>,
    /// Its line in the file, from 1.
    pub line: usize,
}

/// One entry of a `use`.
#[derive(Debug, PartialEq, Eq)]
pub struct Used {
    /// The whole path.
    pub path: Vec<String>,
    /// The name that it has here; none with `*`.
    pub name: Option<String>,
    /// Its line in the file, from 1.
    pub line: usize,
}

/// The entries of what stands between `use` and its semicolon.
pub fn used(tree: TokenStream) -> Vec<Used> {
    let mut found = Vec::new();
    entries(tree, &[], &mut found);
    found
}

fn entries(tree: TokenStream, before: &[String], found: &mut Vec<Used>) {
    let mut path = before.to_vec();
    let mut name = None;
    let mut line = 0;
    let mut renames = false;
    // The end of the tree ends its last entry as a comma does.
    let mut ends = |path: &mut Vec<String>, name: &mut Option<String>, line| {
        let taken = std::mem::replace(path, before.to_vec());
        if let Some(name) = name.take() {
            let is_self = taken.last().is_some_and(|word| word == "self") && taken.len() > 1;
            let path = taken[..taken.len() - usize::from(is_self)].to_vec();
            let name = if name == "self" { path.last().cloned() } else { Some(name) };
            found.push(Used { path, name, line });
        }
    };
    let mut nested = Vec::new();
    for token in tree {
        match token {
            TokenTree::Ident(word) if word == "as" => renames = true,
            TokenTree::Ident(word) => {
                line = word.span().start().line;
                name = Some(word.to_string());
                if !std::mem::take(&mut renames) {
                    path.push(word.to_string());
                }
            }
            TokenTree::Punct(mark) if mark.as_char() == ',' => ends(&mut path, &mut name, line),
            TokenTree::Punct(mark) if mark.as_char() == '*' => {
                let path = std::mem::replace(&mut path, before.to_vec());
                nested.push(Used { path, name: None, line: mark.span().start().line });
                name = None;
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let mut inner = Vec::new();
                entries(group.stream(), &path, &mut inner);
                nested.append(&mut inner);
                path = before.to_vec();
                name = None;
            }
            _ => {}
        }
    }
    ends(&mut path, &mut name, line);
    found.append(&mut nested);
}

/// All paths of at least two words that tokens write, groups and macros included.
pub fn mentions(tokens: Vec<TokenTree>) -> Vec<Mention> {
    let mut found = Vec::new();
    gather(tokens.into_iter().collect(), &mut found);
    found
}

fn gather(tokens: TokenStream, found: &mut Vec<Mention>) {
    let mut path: Vec<Ident> = Vec::new();
    // How many colons came since the last word: a path has two.
    let mut colons = 0;
    let mut ends = |path: &mut Vec<Ident>| {
        if path.len() > 1 {
            let line = path[0].span().start().line;
            found.push(Mention { path: path.iter().map(Ident::to_string).collect(), line });
        }
        path.clear();
    };
    let mut groups = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                if colons != 2 {
                    ends(&mut path);
                }
                path.push(word);
                colons = 0;
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
            other => {
                ends(&mut path);
                colons = 0;
                if let TokenTree::Group(group) = other {
                    groups.push(group.stream());
                }
            }
        }
    }
    ends(&mut path);
    for group in groups {
        gather(group, found);
    }
}
