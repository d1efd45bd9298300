//! The declarations that know all elements: which there are, and what is heard of them anywhere on a
//! page.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the types need of an element.
pub struct Element {
    /// Its name, such as `adil-quiz`.
    pub tag: String,
    /// Its class, such as `AdilQuiz`.
    pub class: String,
    /// The names of its events.
    pub events: Vec<String>,
}

impl Element {
    /// An element as a manifest declares it.
    pub fn read(declaration: &Value) -> Result<Self> {
        let word = |value: &Value| value.as_str().map(str::to_owned);
        let events = declaration["events"].as_array().context("a manifest has no events")?;
        Ok(Self {
            tag: word(&declaration["tagName"]).context("a manifest names no tag")?,
            class: word(&declaration["name"]).context("a manifest names no class")?,
            events: events.iter().filter_map(|event| word(&event["name"])).collect(),
        })
    }

    /// What the manifest says that the script defines.
    pub fn exported(&self) -> Value {
        json!({ "kind": "custom-element-definition", "name": self.tag,
            "declaration": { "name": self.class, "module": "index.js" } })
    }
}

/// `index.d.ts`.
pub fn index(elements: &[Element]) -> String {
    let mut text = String::from("// Made from the elements' SPECs; do not edit.\n\n");
    for Element { tag, class, .. } in elements {
        let names = format!("{class}, {class}Attributes, {class}EventMap");
        text += &format!("import type {{ {names} }} from \"./types/{tag}.js\";\n");
    }
    text += "\nexport type {\n";
    for Element { class, .. } in elements {
        text += &format!("  {class}, {class}Attributes, {class}EventMap,\n");
    }
    text += "};\n\n/** What belongs to each tag. */\nexport interface AdilElements {\n";
    for Element { tag, class, .. } in elements {
        text += &format!(
            "  \"{tag}\": {{ element: {class}; attributes: {class}Attributes & Loading; \
             events: {class}EventMap }};\n"
        );
    }
    text += "}\n\n/** Starts a widget at once, not when it comes near what is seen. */\n\
             export interface Loading {\n  loading?: \"eager\" | undefined;\n}\n\n\
             declare global {\n  /** Events of widgets go up to the window. */\n  \
             interface GlobalEventHandlersEventMap {\n";
    for (event, classes) in heard(elements) {
        let all: Vec<String> =
            classes.iter().map(|class| format!("{class}EventMap[\"{event}\"]")).collect();
        text += &format!("    \"{event}\": {};\n", all.join(" | "));
    }
    text + "  }\n}\n"
}

/// Each event, with the classes that fire it.
fn heard(elements: &[Element]) -> BTreeMap<&str, Vec<&str>> {
    let mut heard: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for element in elements {
        for event in &element.events {
            heard.entry(event).or_default().push(&element.class);
        }
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::{Element, index};
    use serde_json::json;

    #[test]
    fn an_event_that_two_elements_fire_is_either_of_theirs() {
        let element = |tag: &str, class: &str| {
            Element::read(
                &json!({ "tagName": tag, "name": class, "events": [{ "name": "adil-x" }] }),
            )
        };
        let elements: Vec<_> =
            [element("adil-a", "A"), element("adil-b", "B")].into_iter().flatten().collect();
        let types = index(&elements);
        assert!(types.contains("\"adil-x\": AEventMap[\"adil-x\"] | BEventMap[\"adil-x\"];"));
        assert!(types.contains("\"adil-b\": { element: B; attributes: BAttributes & Loading;"));
        assert!(Element::read(&json!({})).is_err());
    }
}
