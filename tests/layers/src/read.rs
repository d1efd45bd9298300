//! From files to modules: what each defines, brings in and mentions.

use crate::paths::{Mention, Used, mentions, used};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The path of a module from its crate's root, without `crate`.
pub type Name = Vec<String>;

/// One module of a crate.
#[derive(Debug, Default)]
pub struct Module {
    /// The file that it stands in.
    pub file: PathBuf,
    /// What it defines by name.
    pub defines: BTreeSet<String>,
    /// What it brings in, by the name that it has here.
    pub uses: BTreeMap<String, Vec<String>>,
    /// What it brings in whole, with `*`.
    pub globs: Vec<Vec<String>>,
    /// All paths that it writes.
    pub mentions: Vec<Mention>,
}

/// All modules of a crate by their names, tests left out.
pub fn modules(root: &Path) -> io::Result<BTreeMap<Name, Module>> {
    let mut found = BTreeMap::new();
    let folder = root.parent().unwrap_or(Path::new("")).to_path_buf();
    read_file(root, &folder, &[], &mut found)?;
    Ok(found)
}

fn read_file(
    file: &Path,
    folder: &Path,
    name: &[String],
    found: &mut BTreeMap<Name, Module>,
) -> io::Result<()> {
    let text = fs::read_to_string(file)?;
    let tokens: TokenStream =
        text.parse().map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
    read_module(tokens, &Spot { file, folder }, name, found)
}

/// Where a module is written, and where the files of its children are.
struct Spot<'s> {
    file: &'s Path,
    folder: &'s Path,
}

fn read_module(
    tokens: TokenStream,
    spot: &Spot,
    name: &[String],
    found: &mut BTreeMap<Name, Module>,
) -> io::Result<()> {
    let mut module = Module { file: spot.file.to_path_buf(), ..Module::default() };
    let mut rest: Vec<TokenTree> = Vec::new();
    let mut offered: Vec<(String, Mention)> = Vec::new();
    let mut attributes = Attributes::default();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if let TokenTree::Punct(mark) = &token
            && mark.as_char() == '#'
            && let Some(TokenTree::Group(group)) = tokens.peek()
        {
            attributes.read(group);
            tokens.next();
            continue;
        }
        let TokenTree::Ident(word) = &token else {
            // An item ends with a block or a semicolon, and its attributes with it.
            let is_end = matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
                || matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ';');
            if !attributes.test {
                rest.push(token);
            }
            if is_end {
                attributes = Attributes::default();
            }
            continue;
        };
        match word.to_string().as_str() {
            "mod" => {
                let Some(TokenTree::Ident(child)) = tokens.next() else { continue };
                let child = child.to_string();
                let body = tokens.next();
                let Attributes { test, path } = std::mem::take(&mut attributes);
                if test {
                    continue;
                }
                module.defines.insert(child.clone());
                let name = [name, std::slice::from_ref(&child)].concat();
                match body {
                    Some(TokenTree::Group(group)) => {
                        let folder = spot.folder.join(&child);
                        let spot = Spot { file: spot.file, folder: &folder };
                        read_module(group.stream(), &spot, &name, found)?;
                    }
                    _ => read_child(spot, &child, path, &name, found)?,
                }
            }
            _ if attributes.test => {}
            "use" => {
                let tree = tokens.by_ref().take_while(|token| !is(token, ';')).collect();
                attributes = Attributes::default();
                let is_offered = is_public(&rest);
                for Used { path, name, line } in used(tree) {
                    let mention = Mention { path: path.clone(), line };
                    match &name {
                        Some(name) if is_offered => offered.push((name.clone(), mention)),
                        _ => module.mentions.push(mention),
                    }
                    match name {
                        Some(name) => _ = module.uses.insert(name, path),
                        None => module.globs.push(path),
                    }
                }
            }
            kind => {
                if DEFINES.contains(&kind)
                    && let Some(TokenTree::Ident(name)) = tokens.peek()
                {
                    module.defines.insert(name.to_string());
                }
                rest.push(token);
            }
        }
    }
    // What a module offers of its children it needs only where it uses it itself.
    let words = words_of(rest.iter().cloned().collect());
    module.mentions.extend(offered.into_iter().filter(|(n, _)| words.contains(n)).map(|(_, m)| m));
    module.mentions.extend(mentions(rest));
    found.insert(name.to_vec(), module);
    Ok(())
}

/// Whether what comes next is for others: after `pub` or `pub(crate)`.
fn is_public(before: &[TokenTree]) -> bool {
    let is_pub = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "pub");
    match before {
        [.., word, TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            is_pub(word)
        }
        [.., word] => is_pub(word),
        [] => false,
    }
}

/// All words that tokens have, at any depth.
fn words_of(tokens: TokenStream) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for token in tokens {
        match token {
            TokenTree::Ident(word) => _ = words.insert(word.to_string()),
            TokenTree::Group(group) => words.extend(words_of(group.stream())),
            _ => {}
        }
    }
    words
}

/// Words that a name follows which others can write.
const DEFINES: [&str; 8] = ["fn", "struct", "enum", "union", "trait", "type", "const", "static"];

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn read_child(
    spot: &Spot,
    child: &str,
    path: Option<String>,
    name: &[String],
    found: &mut BTreeMap<Name, Module>,
) -> io::Result<()> {
    if let Some(path) = path {
        let file = spot.file.parent().unwrap_or(Path::new("")).join(path);
        return read_file(&file, &spot.folder.join(child), name, found);
    }
    let folder = spot.folder.join(child);
    let files = [spot.folder.join(format!("{child}.rs")), folder.join("mod.rs")];
    match files.iter().find(|file| file.exists()) {
        Some(file) => read_file(file, &folder, name, found),
        None => {
            Err(io::Error::other(format!("no file of `mod {child}` in {}", spot.file.display())))
        }
    }
}

/// What stands before an item.
#[derive(Default)]
struct Attributes {
    /// Whether it is there in tests only.
    test: bool,
    /// The file that it names.
    path: Option<String>,
}

impl Attributes {
    fn read(&mut self, group: &Group) {
        let text: String = group.stream().to_string().split_whitespace().collect();
        self.test |= text == "cfg(test)" || text == "test";
        if let Some(path) = text.strip_prefix("path=\"") {
            self.path = Some(path.trim_end_matches('"').to_owned());
        }
    }
}
