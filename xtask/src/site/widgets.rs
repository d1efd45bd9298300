//! The widgets: what their manifests, examples and READMEs say, as pages show it.

use super::figures::{self, Figures};
use super::lines::Example;
use super::markdown::{self, Document};
use super::page::{Made, Page, Place};
use super::shown::{self, Attributes, Shown};
use super::texts::Language;
use crate::folder;
use crate::repo::Repo;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A widget.
pub struct Widget {
    /// Such as `quiz`.
    pub name: String,
    /// Its element's name.
    pub tag: String,
    shown: Shown,
    /// Its entry in `custom-elements.json`.
    element: Value,
    /// Its examples by the names of their files.
    examples: BTreeMap<String, Value>,
    document: Document,
    figures: Figures,
}

/// All widgets: first those that `site/shown.json` names, in its order.
pub fn read(repo: &Repo) -> Result<Vec<Widget>> {
    let shown = shown::read(repo)?;
    let figures = figures::read(repo)?;
    let mut widgets = Vec::new();
    for folder in repo.widgets()? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let manifest: Value =
            serde_json::from_str(&folder::read(&folder.join("custom-elements.json"))?)?;
        let element = manifest["modules"][0]["declarations"][0].clone();
        let file = format!("widgets/{name}/README.md");
        let place = shown.iter().position(|(known, _)| *known == name);
        let shown = place.map(|place| shown[place].1.clone()).unwrap_or_default();
        let mut examples = BTreeMap::new();
        for file in folder::ending(&folder.join("examples"), ".json")? {
            // Those of a folder below belong to an example.
            if file.parent() == Some(&folder.join("examples")) {
                let text = serde_json::from_str(&folder::read(&file)?);
                let text = text.with_context(|| repo.show(&file).to_string())?;
                examples.insert(folder::name(&folder.join("examples"), &file), text);
            }
        }
        let widget = Widget {
            tag: element["tagName"].as_str().unwrap_or_default().to_owned(),
            shown,
            element,
            examples,
            document: markdown::read(&file, &folder::read(&repo.root.join(&file))?),
            figures: figures.of(&name),
            name,
        };
        widgets.push((place.unwrap_or(usize::MAX), widget));
    }
    widgets.sort_by_key(|(place, _)| *place);
    Ok(widgets.into_iter().map(|(_, widget)| widget).collect())
}

/// What lists of widgets show.
pub fn cards(widgets: &[Widget], language: &Language) -> Value {
    json!(widgets.iter().map(|widget| widget.card(language)).collect::<Vec<_>>())
}

impl Widget {
    /// Its page.
    pub fn page(&self) -> Page {
        Page {
            path: format!("widgets/{}.html", self.name),
            template: "widget.html".to_owned(),
            section: "widgets".to_owned(),
            made: Made::Widget(self.name.clone()),
            only_first: false,
        }
    }

    /// The attributes that its page shows first.
    fn first(&self) -> Attributes {
        self.with_source(&self.shown.first)
    }

    /// What a page loads until it is there, in whole kilobytes.
    pub fn kilobytes(&self) -> Option<usize> {
        let own = self.figures.costs.iter().find(|(name, _)| *name == self.name);
        own.map(|(_, known)| known.brotli.div_ceil(1000))
    }

    /// The example that its page shows first.
    pub fn on_page(&self, repo: &Repo, place: &Place) -> Result<Example> {
        let mut attributes = self.first();
        let file = attributes.remove("src").context("a widget without an example")?;
        let example = self.examples.get(&file).with_context(|| file.clone())?;
        let code = &place.language.code;
        let mut languages = example["languages"].as_array().into_iter().flatten();
        Ok(Example {
            src: format!("{}examples/{file}", place.root()),
            file: repo.root.join("widgets").join(&self.name).join("examples").join(file),
            attributes,
            language: languages.any(|one| one == code).then(|| code.clone()),
        })
    }

    /// Attributes that name an example.
    fn with_source(&self, attributes: &Attributes) -> Attributes {
        let mut all = attributes.clone();
        if let (None, Some(file)) = (all.get("src"), self.examples.keys().next()) {
            all.insert("src".to_owned(), file.clone());
        }
        all
    }

    fn card(&self, language: &Language) -> Value {
        let own = |key: &str| language.text(&["widget", &self.name, key]);
        let or = |own: &str, else_: &str| if own.is_empty() { else_ } else { own }.to_owned();
        let ages: Vec<Value> = self
            .shown
            .ages
            .iter()
            .map(|age| json!({"age": age, "words": language.text(&["ages", age])}))
            .collect();
        json!({
            "name": self.name,
            "tag": self.tag,
            "title": or(own("title"), &self.name),
            "purpose": own("purpose"),
            "sentence": or(own("sentence"), self.element["description"].as_str().unwrap_or("")),
            "ages": ages,
            "front": self.with_source(&self.shown.front),
            "path": format!("widgets/{}.html", self.name),
        })
    }

    /// What the template of its page needs; `lines` are those of its first example.
    pub fn context(&self, language: &Language, lines: &str) -> Result<BTreeMap<String, Value>> {
        let files: Vec<Value> =
            self.examples.iter().map(|(file, example)| listed(file, example, language)).collect();
        let controls: Vec<Value> = self.list("attributes").map(control).collect();
        let stage = json!({
            "tag": self.tag,
            "first": self.first(),
            "files": self.shown.files,
            "modes": self.shown.modes,
            "events": self.list("events").filter_map(|one| one["name"].as_str()).collect::<Vec<_>>(),
            "states": self.list("cssStates").filter_map(|one| one["name"].as_str()).collect::<Vec<_>>(),
        });
        let is_kept = |title: &str| ["kept", "stored"].iter().any(|word| title.contains(word));
        let (stored, others): (Vec<_>, Vec<_>) = self
            .document
            .sections
            .iter()
            .filter(|section| !section.html.trim().is_empty())
            .partition(|section| is_kept(&section.title));
        let (keys, others): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|section| section.title == "Keys");
        // The tables that are made from the description of the element stand here by themselves.
        let made = others.iter().filter(|section| !section.html.contains("id=\"attributes\""));
        Ok(BTreeMap::from([
            ("widget".to_owned(), self.card(language)),
            ("element".to_owned(), self.element.clone()),
            ("controls".to_owned(), json!(controls)),
            ("files".to_owned(), json!(files)),
            ("first".to_owned(), json!(self.first())),
            ("stage".to_owned(), stage),
            ("lines".to_owned(), json!(lines)),
            ("lead".to_owned(), json!(self.document.lead)),
            ("keys".to_owned(), json!(keys)),
            ("stored".to_owned(), json!(stored)),
            ("sections".to_owned(), json!(made.collect::<Vec<_>>())),
            ("figures".to_owned(), serde_json::to_value(&self.figures)?),
        ]))
    }

    fn list<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a Value> {
        self.element[key].as_array().into_iter().flatten()
    }
}

/// What a page says of an example.
fn listed(file: &str, example: &Value, language: &Language) -> Value {
    let level = example["level"].as_str().unwrap_or_default();
    json!({
        "file": file,
        "title": title(example, &language.code),
        "level": language.text(&["levels", level]),
        "languages": example["languages"],
    })
}

/// A title in a language, or in the first that the file has.
fn title(example: &Value, language: &str) -> String {
    let title = &example["title"];
    let named = title.get(language).or_else(|| title.get(example["languages"][0].as_str()?));
    named.unwrap_or(title).as_str().unwrap_or_default().to_owned()
}

/// What a reader sets an attribute with.
fn control(attribute: &Value) -> Value {
    let takes = attribute["type"]["text"].as_str().unwrap_or_default();
    let options: Vec<&str> = takes.split(" | ").collect();
    let range: Vec<&str> = takes.split(" to ").collect();
    let kind = match (options.as_slice(), range.as_slice()) {
        ([_, _, ..], _) => json!({"kind": "select", "options": options}),
        (_, [least, most]) => json!({"kind": "number", "least": least, "most": most}),
        _ if takes == "boolean" => json!({"kind": "check"}),
        _ if ["number", "minutes"].contains(&takes) => json!({"kind": "number"}),
        _ => json!({"kind": "text"}),
    };
    let mut control = attribute.clone();
    control["control"] = kind;
    control
}

#[cfg(test)]
mod tests {
    use super::{control, title};
    use serde_json::{Value, json};

    #[track_caller]
    fn check(takes: &str, expected: &Value) {
        let attribute = json!({"name": "a", "type": {"text": takes}});
        assert_eq!(&control(&attribute)["control"], expected);
    }

    #[test]
    fn an_attribute_is_set_as_its_values_ask_for() {
        check("light | dark", &json!({"kind": "select", "options": ["light", "dark"]}));
        check("1 to 6", &json!({"kind": "number", "least": "1", "most": "6"}));
        check("boolean", &json!({"kind": "check"}));
        check("minutes", &json!({"kind": "number"}));
        check("address", &json!({"kind": "text"}));
    }

    #[test]
    fn a_title_is_in_the_language_or_in_that_of_the_file() {
        let file = json!({"title": {"en": "A", "kk": "B"}, "languages": ["en", "kk"]});
        assert_eq!((title(&file, "kk"), title(&file, "ar")), ("B".to_owned(), "A".to_owned()));
        assert_eq!(title(&json!({"title": "C"}), "kk"), "C");
    }
}
