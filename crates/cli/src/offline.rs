//! A folder that runs from a stick: opened by its `index.html`, without a server.
//!
//! Browsers refuse `fetch` and modules on `file:` addresses. So the scripts of a built release
//! become functions of one classic script, and all else that `adil.js` asks for is in it, too.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use adil::content::{Block, Inline, parse};
use adil_plan::model::BlockWidget;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, to_string};

use crate::address::joined;
use crate::content::{Body, Opened};
use crate::kinds;
use crate::node::{Node, el};
use crate::page::whole;
use crate::release::{SHEET, bundle, sheet_line};

/// The script of the folder; where it lies, the folder is one of ours.
const SCRIPT: &str = "adil-offline.js";

/// What runs the rest.
const RUNNER: &str = include_str!("offline.js");

/// What the folder is made of.
pub struct Folder<'a> {
    /// Where it is made.
    pub to: &'a Path,
    /// The built release.
    pub dist: &'a Path,
    /// The content file.
    pub file: &'a Path,
    /// What was read of it.
    pub opened: &'a Opened,
    /// The mode of the element.
    pub mode: Option<&'a str>,
    /// The language of the page.
    pub lang: &'a str,
}

fn told(file: &Path, error: &dyn std::fmt::Display) -> String {
    format!("{}: {error}", file.display())
}

impl Folder<'_> {
    /// Makes the folder with an element in its page; gives the page's path.
    ///
    /// # Errors
    /// One sentence: what cannot be read or written, and where.
    pub fn make(&self, element: Node) -> Result<PathBuf, String> {
        self.check_empty()?;
        let json = fs::read_to_string(self.file).map_err(|error| told(self.file, &error))?;
        let has_questions = element.has_class(kinds::FIRST);
        let script = self.script(&json, has_questions)?;
        fs::create_dir_all(self.to).map_err(|error| told(self.to, &error))?;
        self.copy_beside(&json)?;
        write(&self.to.join(SCRIPT), &script)?;
        let sheet = has_questions.then(|| self.read(SHEET)).transpose()?;
        if let Some(css) = &sheet {
            write(&self.to.join(SHEET), css)?;
        }
        let page = self.to.join("index.html");
        write(&page, &self.page(element, sheet.map(|_| sheet_line(SHEET))))?;
        Ok(page)
    }

    /// Nothing that somebody else made is written over.
    fn check_empty(&self) -> Result<(), String> {
        let Ok(mut inside) = fs::read_dir(self.to) else { return Ok(()) };
        if inside.next().is_none() || self.to.join(SCRIPT).is_file() {
            return Ok(());
        }
        let to = self.to.display();
        Err(format!("--offline: expected a new or empty folder, found files of others in {to}"))
    }

    fn page(&self, element: Node, sheet: Option<Node>) -> String {
        let title = self.opened.envelope.title.get(self.lang);
        let script = el("script", []).with("src", SCRIPT);
        let main = el("main", sheet.into_iter().chain([element]));
        whole(self.lang, title, Vec::new(), vec![main.into(), script.into()])
    }

    /// The bundles that the content may need, with the widgets inside it.
    fn bundles(&self) -> BTreeSet<String> {
        let tag = self.opened.body.spec().tag;
        let mut all = BTreeSet::from([bundle(self.dist, tag, self.mode)]);
        for widget in self.inner() {
            let tag = ["adil-", widget.element.word()].concat();
            #[expect(clippy::redundant_closure_for_method_calls, reason = "its type is private")]
            let mode = widget.mode.map(|mode| mode.word());
            all.insert(bundle(self.dist, &tag, mode));
        }
        // Lessons and stories ask with items of a quiz.
        if all.contains("adil-video") || all.iter().any(|name| name.starts_with("adil-story")) {
            all.insert("adil-quiz".to_owned());
        }
        all
    }

    /// The widgets in the blocks of a plan whose files lie beside it.
    fn inner(&self) -> Vec<&BlockWidget> {
        let Body::Plan(plan) = &self.opened.body else { return Vec::new() };
        let blocks = plan.variants.iter().flat_map(|variant| &variant.blocks);
        let widgets = blocks.filter_map(|block| block.widget.as_ref());
        widgets.filter(|widget| self.beside(widget.src.0.as_str()).is_some()).collect()
    }

    /// A file beside the content file, by its address there. None reaches out of that folder.
    fn beside(&self, address: &str) -> Option<PathBuf> {
        let path = Path::new(address);
        let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        let file = self.file.parent().unwrap_or(Path::new("")).join(path);
        (is_inside && file.is_file()).then_some(file)
    }

    fn script(&self, json: &str, has_questions: bool) -> Result<String, String> {
        let bundles = self.bundles();
        let mut modules = vec![("adil.js".to_owned(), self.module("adil.js")?)];
        let mut files = vec![(self.name(), "application/json", json.to_owned())];
        let inner: BTreeSet<&str> = self.inner().iter().map(|one| one.src.0.as_str()).collect();
        for address in inner {
            if let Some(file) = self.beside(address) {
                let inner = fs::read_to_string(&file).map_err(|error| told(&file, &error))?;
                files.push((address.to_owned(), "application/json", inner));
            }
        }
        for bundle in &bundles {
            let glue = [bundle, ".js"].concat();
            modules.push((glue.clone(), self.module(&glue)?));
            let wasm = [bundle, "_bg.wasm"].concat();
            files.push((wasm.clone(), "application/wasm", self.wasm(&wasm)?));
            let later = [bundle, "_bg.lazy.wasm"].concat();
            if self.dist.join(&later).is_file() {
                files.push((later.clone(), "application/wasm", self.wasm(&later)?));
            }
        }
        if has_questions {
            modules.push(("adil-first.js".to_owned(), self.module("adil-first.js")?));
        }
        // Only texts in HTML need a sanitizer, and only where the browser has none.
        if json.contains("\"html\"") && self.dist.join("purify.js").is_file() {
            modules.push(("purify.js".to_owned(), self.module("purify.js")?));
        }
        let widgets: BTreeSet<&str> =
            bundles.iter().filter_map(|bundle| bundle.split('-').nth(1)).collect();
        for widget in widgets {
            let sheet = ["adil-", widget, ".css"].concat();
            files.push((sheet.clone(), "text/css", self.read(&sheet)?));
            for texts in self.texts(widget)? {
                files.push((texts.clone(), "application/json", self.read(&texts)?));
            }
        }
        let quoted = |words: &str| to_string(words).map_err(|error| error.to_string());
        let mut script = String::from("\"use strict\";\n(() => {\nconst FILES = {\n");
        for (name, kind, body) in &files {
            script += &format!("{}: [\"{kind}\", {}],\n", quoted(name)?, quoted(body)?);
        }
        script += "};\nconst MODULES = {\n";
        for (name, code) in &modules {
            script += &format!("{}: (__meta, __load) => {{\n{code}\n}},\n", quoted(name)?);
        }
        Ok([&script, "};\n", RUNNER, "})();\n"].concat())
    }

    /// The files of a widget's texts, in all languages that the release has.
    fn texts(&self, widget: &str) -> Result<BTreeSet<String>, String> {
        let folder = self.dist.join("locales");
        let entries = fs::read_dir(&folder).map_err(|error| told(&folder, &error))?;
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let start = [widget, "."].concat();
        let is_table = |name: &str| Path::new(name).extension().is_some_and(|end| end == "json");
        let ours = names.filter(|name| name.starts_with(&start) && is_table(name));
        Ok(ours.map(|name| ["locales/", &name].concat()).collect())
    }

    fn read(&self, name: &str) -> Result<String, String> {
        let file = self.dist.join(name);
        fs::read_to_string(&file).map_err(|error| {
            let file = told(&file, &error);
            format!("--dist: expected a release made by `cargo xtask build`; {file}")
        })
    }

    fn wasm(&self, name: &str) -> Result<String, String> {
        let file = self.dist.join(name);
        fs::read(&file).map(|bytes| STANDARD.encode(bytes)).map_err(|error| told(&file, &error))
    }

    fn module(&self, name: &str) -> Result<String, String> {
        as_function(&self.read(name)?).map_err(|error| format!("{name}: {error}"))
    }

    /// The name of the content file in the folder.
    pub fn name(&self) -> String {
        let name = self.file.file_name();
        name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Copies pictures, films and other files that the content names and that lie beside it, and
    /// those that the content in the blocks of a plan names.
    fn copy_beside(&self, json: &str) -> Result<(), String> {
        let mut named = BTreeSet::new();
        collect("", json, &mut named)?;
        for address in self.inner().iter().map(|widget| widget.src.0.as_str()) {
            if let Some(file) = self.beside(address) {
                let inner = fs::read_to_string(&file).map_err(|error| told(&file, &error))?;
                collect(address, &inner, &mut named)?;
            }
        }
        for address in named.iter().filter(|address| **address != self.name()) {
            let Some(from) = self.beside(address) else { continue };
            let to = self.to.join(address);
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent).map_err(|error| told(parent, &error))?;
            }
            fs::copy(&from, &to).map_err(|error| told(&to, &error))?;
        }
        Ok(())
    }
}

/// All that may be an address in a content file, seen from the folder's page.
fn collect(base: &str, json: &str, named: &mut BTreeSet<String>) -> Result<(), String> {
    let json = json.trim_start_matches('\u{feff}');
    let tree: Value = serde_json::from_str(json).map_err(|error| format!("{base}: {error}"))?;
    let mut found = BTreeSet::new();
    addresses(&tree, &mut found);
    named.extend(found.iter().map(|address| joined(base, address)));
    Ok(())
}

fn write(file: &Path, words: &str) -> Result<(), String> {
    fs::write(file, words).map_err(|error| told(file, &error))
}

/// All strings of a tree that may be addresses, and those in marked-up text.
fn addresses(tree: &Value, found: &mut BTreeSet<String>) {
    match tree {
        Value::String(words) => {
            if words.len() < 500 && !words.contains('\n') {
                found.insert(words.split(['?', '#']).next().unwrap_or_default().to_owned());
            }
            parse(words).iter().for_each(|block| in_block(block, found));
        }
        Value::Array(list) => list.iter().for_each(|one| addresses(one, found)),
        Value::Object(fields) => fields.values().for_each(|one| addresses(one, found)),
        _ => {}
    }
}

fn in_block(block: &Block, found: &mut BTreeSet<String>) {
    let runs: Vec<&Vec<Inline>> = match block {
        Block::Paragraph(runs) => vec![runs],
        Block::Bullets(entries) | Block::Numbered { entries, .. } => entries.iter().collect(),
        Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).collect(),
    };
    for run in runs.into_iter().flatten() {
        if let Inline::Picture(_, address) | Inline::Link(_, address) = run {
            found.insert(address.as_str().to_owned());
        }
    }
}

/// A module of a release as the inside of a function: what it exports is what it returns.
fn as_function(module: &str) -> Result<String, String> {
    let code = module.replace("import.meta", "__meta").replace("import(", "__load(");
    let Some(start) = code.rfind("export{") else { return Ok(code) };
    let (before, clause) = code.split_at(start);
    let inside = clause.strip_prefix("export{").and_then(|rest| rest.split_once('}'));
    let (names, after) = inside.ok_or("expected the end of its exports")?;
    let name = |one: &str| match one.trim().split_once(" as ") {
        Some((own, outer)) => format!("{outer}:{own}"),
        None => one.trim().to_owned(),
    };
    let names: Vec<String> = names.split(',').map(name).collect();
    // A comment at the end may name a map of the source; a function has none.
    let _ = after;
    Ok(format!("{before}return{{{}}};", names.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(module: &str, expected: &str) {
        assert_eq!(as_function(module).as_deref(), Ok(expected));
    }

    #[test]
    fn a_module_becomes_a_function() {
        check("let a=1,b;export{a as default,b};", "let a=1,b;return{default:a,b};");
        check("const u=import.meta.url;import(u)", "const u=__meta.url;__load(u)");
        check("let a;export{a as part};\n//# sourceMappingURL=x", "let a;return{part:a};");
    }

    #[test]
    fn addresses_are_found_in_fields_and_in_text() {
        let tree = serde_json::json!({
            "src": "a.png?v=1", "list": [{ "en": "See ![cat](p/cat.png) and\n\nmore" }], "n": 1,
        });
        let mut found = BTreeSet::new();
        addresses(&tree, &mut found);
        assert!(found.contains("a.png") && found.contains("p/cat.png"), "{found:?}");
    }
}
