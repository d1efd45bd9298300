//! What pages rely on, made from each element's [`Spec`] and compared with the files in its
//! room. Only tests use this; `ADIL_UPDATE=1 cargo test` writes the generated files anew.

#![allow(clippy::panic, clippy::missing_panics_doc, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Attribute, Event, Named, SCRIPT, Spec, TOKENS, Token, latin};

mod types;

use types::{METHODS, about, camel};

/// A widget's folder with the files that are generated into it.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    /// The folder, from `CARGO_MANIFEST_DIR`.
    pub folder: &'a Path,
    /// The element.
    pub spec: &'a Spec,
    /// The kind of its locale files: `quiz` for `locales/quiz.en.json`.
    pub kind: &'a str,
}

impl Room<'_> {
    /// A file of the room; empty if it is not there.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap_or_default()
    }

    /// Compares a generated file with the one in the room.
    #[track_caller]
    pub fn check_file(&self, path: &str, generated: &str) {
        if std::env::var_os("ADIL_UPDATE").is_some()
            && let Err(error) = fs::write(self.folder.join(path), generated)
        {
            panic!("cannot write {path}: {error}");
        }
        assert!(self.read(path) == generated, "{path} is out of date: ADIL_UPDATE=1 cargo test");
    }

    /// Compares a schema of the content types.
    #[track_caller]
    pub fn check_schema(&self, schema: &Value) {
        self.check_file(&format!("{}.schema.json", self.kind), &pretty(schema));
    }

    /// Compares `custom-elements.json`.
    #[track_caller]
    pub fn check_manifest(&self) {
        self.check_file("custom-elements.json", &pretty(&manifest(self.spec)));
    }

    /// Compares the TypeScript declarations; `preamble` declares what the events' details name.
    #[track_caller]
    pub fn check_types(&self, preamble: &str) {
        self.check_file(&format!("{}.d.ts", self.spec.tag), &types::types(self.spec, preamble));
    }

    /// Compares the tables of the README.
    #[track_caller]
    pub fn check_readme(&self) {
        const START: &str = "<!-- made from SPEC: start -->\n";
        const END: &str = "<!-- made from SPEC: end -->\n";
        let readme = self.read("README.md");
        let parts = readme
            .split_once(START)
            .and_then(|(before, rest)| rest.split_once(END).map(|(_, after)| (before, after)));
        let Some((before, after)) = parts else { panic!("README.md has no marks for its tables") };
        let tables = tables(self.spec);
        self.check_file("README.md", &format!("{before}{START}\n{tables}\n{END}{after}"));
    }

    /// The script tag observes just the attributes of the spec, and knows which modes have bundles
    /// of their own. An element with `required` takes part in forms, as in HTML.
    #[track_caller]
    pub fn check_script(&self) {
        const FILE: &str = "../../src/embed/adil.js";
        const START: &str = "const WIDGETS = {\n";
        let script = self.read(FILE);
        let every = script.split_once("const EVERY = \"").map_or("", |(_, rest)| rest);
        let every = every.split('"').next().unwrap_or_default();
        let is_own = |name: &&str| !every.split_whitespace().any(|shared| shared == *name);
        let names = self.spec.attributes.iter().map(|attribute| attribute.name);
        let own: Vec<&str> = names.filter(is_own).collect();
        let form = if own.contains(&"required") { ", true" } else { "" };
        let (own, modes) = (own.join(" "), self.modes().join(" "));
        let entry = format!("  \"{}\": [\"{own}\", \"{modes}\"{form}],\n", self.spec.tag);
        let parts = script.split_once(START);
        let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once("};\n")?)));
        let Some((before, (table, after))) = parts else { panic!("adil.js has no {START}") };
        let own = format!("  \"{}\":", self.spec.tag);
        let others = table.split_inclusive('\n').filter(|line| !line.starts_with(&own));
        let mut entries: Vec<&str> = others.chain([&*entry]).collect();
        entries.sort_unstable();
        self.check_file(FILE, &format!("{before}{START}{}}};\n{after}", entries.concat()));
    }

    /// The modes that have bundles of their own.
    fn modes(&self) -> Vec<String> {
        let folder = self.folder.join("../../crates/bundle/src/bin");
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let start = format!("{}-", self.spec.tag);
        let mode = |file: fs::DirEntry| {
            let name = file.file_name().to_string_lossy().into_owned();
            Some(name.strip_prefix(&start)?.strip_suffix(".rs")?.to_owned())
        };
        let mut modes: Vec<String> = files.filter_map(mode).collect();
        modes.sort_unstable();
        modes
    }

    /// Every part, property and state of the spec stands somewhere in the code.
    #[track_caller]
    pub fn check_names(&self) {
        let mut code =
            SCRIPT.to_owned() + include_str!("../ui/widget.css") + include_str!("../ui/choice.css");
        code += include_str!("../ui/parts.rs");
        code += &self.read(&format!("{}.css", self.spec.tag));
        code += &all_in(&self.folder.join("src"));
        let spec = self.spec;
        let names = spec.parts.iter().chain(spec.states).map(|named| named.name);
        for name in names.chain(spec.css_properties.iter().map(|token| token.name)) {
            assert!(code.contains(name), "nothing in the code is called {name}");
        }
    }

    /// Every value that the style sheet takes from the shared ones is there: a browser drops a line
    /// with one that is not, and nobody sees why.
    #[track_caller]
    pub fn check_styles(&self) {
        let own = self.read(&format!("{}.css", self.spec.tag));
        let all =
            [include_str!("../ui/widget.css"), include_str!("../ui/choice.css"), &own].concat();
        for used in own.split("var(--_").skip(1) {
            let end = used.find([',', ')']).unwrap_or_default();
            // After a comma stands what holds instead.
            let name = format!("--_{}:", used[..end].trim());
            let has_other = used[end..].starts_with(',');
            assert!(has_other || all.contains(&name), "{}.css: nothing sets {name}", self.spec.tag);
        }
    }

    /// Every language has the same texts with the same places, and its own plural forms; and the
    /// script tag knows which there are.
    #[track_caller]
    pub fn check_locales(&self) {
        let table = |lang: &str| -> Value {
            let path = format!("locales/{}.{lang}.json", self.kind);
            serde_json::from_str(&self.read(&path)).unwrap_or_else(|e| panic!("{path}: {e}"))
        };
        let latin = format!("locales/{}.kk-Latn.json", self.kind);
        self.check_file(&latin, &pretty(&in_latin(&table("kk"))));
        let languages = self.languages();
        self.check_shipped(&languages);
        let english = table("en");
        for lang in &languages {
            let own = table(lang);
            // Direction, plurals and numbers follow it.
            assert_eq!(own["lang"], **lang, "locales/{}.{lang}.json names its language", self.kind);
            check_table(&english, &own, &format!("{}.{lang}.json", self.kind), lang);
        }
    }

    /// The languages that have a file in the room, sorted.
    fn languages(&self) -> Vec<String> {
        let files = fs::read_dir(self.folder.join("locales")).into_iter().flatten().flatten();
        let start = format!("{}.", self.kind);
        let language = |file: fs::DirEntry| {
            let name = file.file_name().to_string_lossy().into_owned();
            Some(name.strip_prefix(&start)?.strip_suffix(".json")?.to_owned())
        };
        let mut languages: Vec<String> = files.filter_map(language).collect();
        languages.sort_unstable();
        languages
    }

    /// A page asks for the files of these languages and of no other, so every widget has all of
    /// them.
    #[track_caller]
    fn check_shipped(&self, languages: &[String]) {
        const FILE: &str = "../../src/embed/adil.js";
        const START: &str = "const SHIPPED = \"";
        let script = self.read(FILE);
        let parts = script.split_once(START);
        let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once('"')?)));
        let Some((before, (_, after))) = parts else { panic!("adil.js has no {START}") };
        self.check_file(FILE, &format!("{before}{START}{}\"{after}", languages.join(" ")));
    }
}

/// The text of all files of a folder and of the folders in it, but not of the spec itself.
fn all_in(folder: &Path) -> String {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let files = files.filter(|path| !path.ends_with("spec.rs"));
    let text = |path: PathBuf| {
        if path.is_dir() { all_in(&path) } else { fs::read_to_string(path).unwrap_or_default() }
    };
    files.map(text).collect()
}

/// The Kazakh texts in Latin letters.
fn in_latin(kazakh: &Value) -> Value {
    let mut table = latin::table(kazakh);
    table["lang"] = "kk-Latn".into();
    table["_status"] = "draft, made from the Kazakh texts".into();
    table
}

/// What a table may say of its language beside the texts: see `Texts`.
const MANNERS: [&str; 3] = ["date", "months", "numbers"];

#[track_caller]
fn check_table(english: &Value, table: &Value, file: &str, lang: &str) {
    let fields = |value: &Value| value.as_object().cloned().unwrap_or_default();
    for (key, text) in fields(english).iter().filter(|(key, _)| !key.starts_with('_')) {
        check_text(text, &table[key], &format!("{file}: {key}"), lang);
    }
    for (key, text) in &fields(&table["informal"]) {
        check_text(&english[key], text, &format!("{file}: informal.{key}"), lang);
    }
    for key in fields(table).keys() {
        let known = key.starts_with('_') || key == "informal" || MANNERS.contains(&key.as_str());
        assert!(known || english.get(key).is_some(), "{file}: English has no {key}");
    }
    let months = table["months"].as_array().map(Vec::len);
    assert_eq!(months.is_some(), table["date"].is_string(), "{file}: months need a date");
    assert!(months.is_none_or(|count| count == 12), "{file}: twelve months");
}

/// A text says what the English one says: with the same places, in about as much room.
#[track_caller]
fn check_text(english: &Value, text: &Value, place: &str, lang: &str) {
    match (english, text) {
        (Value::String(english), Value::String(text)) => {
            assert_eq!(places(english), places(text), "{place}");
            check_length(english, text, place);
        }
        (Value::Object(english), Value::Object(forms)) => {
            assert_eq!(forms.keys().collect::<Vec<_>>(), plurals(lang), "{place}");
            let other = english["other"].as_str().unwrap_or_default();
            for (form, text) in forms {
                let Some(text) = text.as_str() else { panic!("{place}.{form}: no text") };
                check_length(other, text, &format!("{place}.{form}"));
                let unknown = places(text).into_iter().find(|one| !places(other).contains(one));
                assert_eq!(unknown, None, "{place}.{form}");
            }
        }
        _ => panic!("{place}: expected the same kind of value as in English"),
    }
}

/// A text of another length by far is another text, or does not fit a button.
#[track_caller]
fn check_length(english: &str, text: &str, place: &str) {
    let [most, own] = [english, text].map(|text| text.chars().count());
    let space = |text: &str| (text.starts_with(' '), text.ends_with(' '));
    assert!(!text.trim().is_empty(), "{place}: empty");
    assert_eq!(space(english), space(text), "{place}: space around it");
    assert!(own <= 2 * most + 16, "{place}: {own} letters for “{english}”");
}

/// The placeholders of a text, sorted: `{n}`, `{total}`.
fn places(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    found.sort_unstable();
    found
}

/// The plural categories that a language has, sorted, by Unicode's plural rules.
fn plurals(lang: &str) -> Vec<&'static str> {
    match lang {
        "ru" => vec!["few", "many", "one", "other"],
        "es" | "fr" => vec!["many", "one", "other"],
        "zh" => vec!["other"],
        "ar" => vec!["few", "many", "one", "other", "two", "zero"],
        _ => vec!["one", "other"],
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

/// The tokens that an element reads.
fn tokens(spec: &Spec) -> impl Iterator<Item = &Token> {
    TOKENS.iter().chain(spec.css_properties)
}

fn manifest(spec: &Spec) -> Value {
    let named = |list: &[Named]| -> Vec<Value> {
        list.iter().map(|n| json!({ "name": n.name, "description": n.about })).collect()
    };
    let attribute = |a: &Attribute| {
        let mut made = json!({ "name": a.name, "type": { "text": a.takes },
            "default": a.default, "description": a.about });
        if !METHODS.contains(&a.name) {
            made["fieldName"] = json!(camel(a.name));
        }
        made
    };
    let event = |e: &Event| {
        json!({ "name": e.name, "type": { "text": format!("CustomEvent<{}>", e.detail) },
            "description": about(e) })
    };
    let field = |p: &Attribute| {
        json!({ "kind": "field", "name": p.name, "type": { "text": p.takes },
            "description": p.about })
    };
    let property = |token: &Token| {
        let dark =
            if token.dark.is_empty() { String::new() } else { format!(" Dark: {}.", token.dark) };
        json!({ "name": token.name, "default": token.light,
            "description": format!("{}{dark}", token.about) })
    };
    json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "adil.js",
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": spec.class,
                "tagName": spec.tag,
                "description": spec.summary,
                "superclass": { "name": "HTMLElement" },
                "attributes": spec.attributes.iter().map(attribute).collect::<Vec<_>>(),
                "members": spec.properties.iter().map(field).collect::<Vec<_>>(),
                "events": spec.events.iter().map(event).collect::<Vec<_>>(),
                "slots": named(spec.slots),
                "cssParts": named(spec.parts),
                "cssProperties": tokens(spec).map(property).collect::<Vec<_>>(),
                "cssStates": named(spec.states),
            }],
        }],
    })
}

fn tables(spec: &Spec) -> String {
    let mut text =
        String::from("### Attributes\n\n| attribute | takes | default | |\n|---|---|---|---|\n");
    for a in spec.attributes {
        let takes = a.takes.replace('|', "\\|");
        text += &format!("| `{}` | {takes} | {} | {} |\n", a.name, a.default, a.about);
    }
    text += "\n### Events\n\n| event | detail | when |\n|---|---|---|\n";
    for e in spec.events {
        text += &format!("| `{}` | `{}` | {} |\n", e.name, e.detail.replace('|', "\\|"), about(e));
    }
    for (title, list) in [("Slots", spec.slots), ("Parts", spec.parts), ("States", spec.states)] {
        text += &format!("\n### {title}\n\n| name | |\n|---|---|\n");
        for named in list {
            let name = if named.name.is_empty() { "(default)" } else { named.name };
            text += &format!("| `{name}` | {} |\n", named.about);
        }
    }
    text += "\n### Custom properties\n\n| token | default | dark | where it acts |\n|---|---|---|---|\n";
    for token in tokens(spec) {
        let Token { name, light, dark, about } = token;
        text += &format!("| `{name}` | {light} | {dark} | {about} |\n");
    }
    text
}
