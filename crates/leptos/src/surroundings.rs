//! What a widget takes from the page around it: the language, and light or dark.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, ShadowRoot};

/// The languages that widgets speak.
const OURS: [&str; 4] = ["en", "ru", "kk", "ar"];

/// The language tag on or above an element, also outside of shadow roots; else the browser's.
pub fn language(element: &Element) -> String {
    let mut at = Some(element.clone());
    while let Some(element) = at {
        if let Ok(Some(found)) = element.closest("[lang]") {
            return found.get_attribute("lang").unwrap_or_default();
        }
        let root: Option<ShadowRoot> = element.get_root_node().dyn_into().ok();
        at = root.map(|root| root.host());
    }
    let window = web_sys::window();
    window.and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// The language among ours that comes nearest.
pub fn ours(tag: &str) -> &'static str {
    let base = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let base = base.to_ascii_lowercase();
    OURS.into_iter().find(|lang| *lang == base).unwrap_or("en")
}

/// What the page says of light and dark at an element.
pub fn scheme(element: &Element) -> String {
    let window = web_sys::window();
    let style = window.as_ref().and_then(|window| window.get_computed_style(element).ok()?);
    let said = style.and_then(|style| style.get_property_value("color-scheme").ok());
    let said = said.unwrap_or_default();
    if said != "normal" {
        return said;
    }
    let page = window.and_then(|window| window.document());
    let meta = page.and_then(|page| page.query_selector("meta[name=color-scheme]").ok()?);
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or(said)
}

/// All that stands above an element, also outside of shadow roots.
pub fn above(element: &Element) -> Vec<Node> {
    let mut found = Vec::new();
    let mut at: Option<Node> = Some(element.clone().into());
    while let Some(node) = at {
        let host = node.dyn_ref::<ShadowRoot>().map(|root| Node::from(root.host()));
        at = node.parent_node().or(host);
        found.extend(at.clone());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::ours;

    #[test]
    fn the_nearest_of_our_languages() {
        for (tag, expected) in
            [("kk-KZ", "kk"), ("RU", "ru"), ("ar_EG", "ar"), ("de", "en"), ("", "en")]
        {
            assert_eq!(ours(tag), expected, "{tag}");
        }
    }
}
