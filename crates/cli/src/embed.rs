//! The lines to paste: the script tag, the element, and the content between its tags.

use std::fs;
use std::path::{Path, PathBuf};

use adil::content::{direction, nearest};
use adil::embed::Spec;

use crate::address::joined;
use crate::content::{Beside, Opened};
use crate::kinds;
use crate::node::{self, Node, el, html};
use crate::release::{SHEET, bundle, sheet_line};
use crate::scribe::Scribe;
use crate::words::Words;

/// What the lines should be.
pub struct Wish {
    /// The languages of the text; none: the first of the file.
    pub langs: Vec<String>,
    /// The level of the title.
    pub level: u8,
    /// The address of `adil.js`.
    pub script: String,
    /// The address of the content file.
    pub src: String,
    /// Attributes, as `name=value`.
    pub attributes: Vec<String>,
    /// The folder of the release whose files are asked for early; nothing where none are.
    pub early: Option<PathBuf>,
}

/// Attributes of any element that make sense on ours.
const COMMON: &[&str] = &["id", "class", "lang", "dir", "hidden", "slot", "loading"];

/// The lines.
///
/// # Errors
/// One sentence where a language or an attribute is not there.
pub fn lines(opened: &Opened, wish: &Wish, beside: Beside) -> Result<String, String> {
    let (element, mode) = element(opened, wish, beside)?;
    let bundle_of = |dist: &Path| bundle(dist, opened.body.spec().tag, mode.as_deref());
    let early = wish.early.as_deref().map(|dist| early(dist, &bundle_of(dist), &wish.script));
    let early = early.transpose()?.unwrap_or_default();
    let script = el("script", []).with("type", "module").with("src", &wish.script);
    let sheet = element.has_class(kinds::FIRST).then(|| match &wish.early {
        Some(dist) => in_page(dist),
        None => Ok(sheet_line(&joined(&wish.script, SHEET))),
    });
    let sheet = sheet.transpose()?;
    let lines: Vec<Node> =
        [script.into()].into_iter().chain(early).chain(sheet).chain([element]).collect();
    Ok(html(&lines))
}

/// The lines that ask for the files of a bundle before `adil.js` does, under the same addresses.
fn early(dist: &Path, bundle: &str, script: &str) -> Result<Vec<Node>, String> {
    let file = dist.join("adil.js");
    let code = fs::read_to_string(&file).map_err(|_| expected(&file))?;
    let build = code.split("?v=").nth(1).ok_or_else(|| expected(&file))?;
    let build: String = build.chars().take_while(char::is_ascii_alphanumeric).collect();
    if build.is_empty() {
        return Err(expected(&file));
    }
    let address = |name: &str| joined(script, &[bundle, name, "?v=", &build].concat());
    let wasm = el("link", []).with("rel", "preload").with("as", "fetch").with("crossorigin", "");
    Ok(vec![
        el("link", []).with("rel", "modulepreload").with("href", &address(".js")).into(),
        wasm.with("href", &address("_bg.wasm")).into(),
    ])
}

/// The sheet itself, of a release.
fn in_page(dist: &Path) -> Result<Node, String> {
    let css = fs::read_to_string(dist.join(SHEET)).ok();
    css.and_then(|css| node::sheet(&css)).ok_or_else(|| expected(&dist.join(SHEET)))
}

fn expected(file: &Path) -> String {
    let file = file.display();
    format!("--dist: expected a release made by `cargo xtask build`, found none in {file}")
}

/// The element with the content between its tags, and the mode that it has.
///
/// # Errors
/// As [`lines`].
pub fn element(
    opened: &Opened,
    wish: &Wish,
    beside: Beside,
) -> Result<(Node, Option<String>), String> {
    let attributes = attributes(opened, wish)?;
    let inside = inside(opened, wish, &attributes, beside)?;
    let mut element = el(opened.body.spec().tag, inside).with("src", &wish.src);
    for (name, value) in &attributes {
        element = element.with(name, value);
    }
    let mode = attributes.into_iter().find(|(name, _)| name == "mode");
    Ok((element.into(), mode.map(|(_, mode)| mode)))
}

/// The content in each language that was asked for.
fn inside(
    opened: &Opened,
    wish: &Wish,
    attributes: &[(String, String)],
    beside: Beside,
) -> Result<Vec<Node>, String> {
    let known = &opened.envelope.languages;
    let original = known.first().map_or("", String::as_str);
    let langs = if wish.langs.is_empty() { vec![original.to_owned()] } else { wish.langs.clone() };
    let mut nodes = Vec::new();
    for lang in &langs {
        let is_known = nearest(&mut known.iter().map(String::as_str), lang).is_some();
        if !is_known && !known.is_empty() {
            let known = known.join(", ");
            return Err(format!("--lang: expected one of {known}, found \"{lang}\""));
        }
        // An element with an id of its own may stand beside another one with the same content.
        let own = attributes.iter().find(|(name, _)| name == "id").map(|(_, id)| id.as_str());
        let id = own.unwrap_or(opened.envelope.id.as_str());
        // Texts in two languages stand on one page; no two places may have the same name there.
        let ids = if langs.len() > 1 { format!("{id}-{lang}") } else { id.to_owned() };
        let scribe = Scribe {
            lang,
            original,
            src: &wish.src,
            level: usize::from(wish.level),
            ids: &ids,
            attributes,
            is_one_of_many: langs.len() > 1,
            words: Words::of(opened.body.widget(), lang),
            quiz: Words::of("quiz", lang),
        };
        let content = kinds::whole(&scribe, opened, beside);
        let known = if lang.is_empty() { None } else { Some(lang.as_str()) };
        let dir = known.map(direction);
        nodes.push(content.with_some("lang", known).with_some("dir", dir).into());
    }
    Ok(nodes)
}

/// The attributes of the element beside `src`.
fn attributes(opened: &Opened, wish: &Wish) -> Result<Vec<(String, String)>, String> {
    let spec = opened.body.spec();
    let mut all = Vec::new();
    if wish.level != 2 {
        all.push(("heading-level".to_owned(), wish.level.to_string()));
    }
    for written in &wish.attributes {
        let (name, value) = written.split_once('=').unwrap_or((written, ""));
        check_attribute(spec, name, value)?;
        if all.iter().any(|(other, _)| other == name) {
            return Err(format!("--attr {name}: expected each attribute once, found it again"));
        }
        all.push((name.to_owned(), value.to_owned()));
    }
    if let Some(mode) = opened.body.mode()
        && !all.iter().any(|(name, _)| name == "mode")
    {
        all.push(("mode".to_owned(), mode.to_owned()));
    }
    Ok(all)
}

fn check_attribute(spec: &Spec, name: &str, value: &str) -> Result<(), String> {
    let is_data = name.strip_prefix("data-").is_some_and(|rest| {
        !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    });
    let own = spec.attributes.iter().find(|one| one.name == name && name != "src");
    let Some(own) = own else {
        if is_data || COMMON.contains(&name) {
            return Ok(());
        }
        let known: Vec<&str> = spec.attributes.iter().map(|one| one.name).collect();
        let (known, tag) = (known[1..].join(", "), spec.tag);
        return Err(format!("--attr: expected an attribute of <{tag}>: {known}; found \"{name}\""));
    };
    let words: Vec<&str> = own.takes.split(" | ").collect();
    if words.len() > 1 && !words.contains(&value) {
        let takes = own.takes;
        return Err(format!("--attr {name}: expected {takes}, found \"{value}\""));
    }
    Ok(())
}
