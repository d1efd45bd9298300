//! Paper for one thing of a page and nothing else.
//!
//! While the printer reads the page, a style sheet hides all that is not on the way from the
//! page's root to the element, through the shadow roots between them. The sheet is made by
//! script, which every content security policy lets pass, and goes when printing is over.

use js_sys::{Array, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{CssStyleSheet, Element, Node, ShadowRoot};

use crate::components::page::above;

/// The mark of an element on the way; the widget itself has it with the value `here`.
const MARK: &str = "data-adil-print";

/// The mark for the widget's own styles.
const OWN: &str = "data-print";

const WAY: &str = "@media print{
:not([data-adil-print]){display:none!important}
[data-adil-print]{display:block!important;position:static!important;float:none!important;\
transform:none!important;translate:none!important;scale:none!important;rotate:none!important;\
filter:none!important;clip-path:none!important;contain:none!important;overflow:visible!important;\
columns:auto!important;zoom:1!important;inline-size:auto!important;min-inline-size:0!important;\
max-inline-size:none!important;block-size:auto!important;min-block-size:0!important;\
max-block-size:none!important;margin:0!important;padding:0!important;border:0!important;\
background:none!important;box-shadow:none!important;opacity:1!important;\
visibility:visible!important}
[data-adil-print]::before,[data-adil-print]::after{content:none!important}
[data-adil-print=way]:not(:root){font-size:0!important;line-height:0!important;\
color:transparent!important}
}";

/// A page made ready for the printer; dropping it makes the page as it was.
pub struct Ready {
    sheet: CssStyleSheet,
    own: Element,
    way: Vec<Element>,
    roots: Vec<Node>,
}

impl Ready {
    /// Makes the page ready to print only the widget in whose frame an element stands, on paper
    /// of a size that CSS knows.
    pub fn new(inside: &Element, size: &str) -> Option<Ready> {
        let own = inside.closest(".base").ok()??;
        let mut at = inside.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
        let sheet = CssStyleSheet::new().ok()?;
        sheet.replace_sync(&["@page{size:", size, " portrait;margin:12mm}", WAY].concat()).ok()?;
        let mut ready = Ready { sheet, own, way: Vec::new(), roots: Vec::new() };
        // Names are our own, so the browser has nothing to refuse.
        _ = ready.own.set_attribute(OWN, "");
        _ = at.set_attribute(MARK, "here");
        loop {
            ready.way.push(at.clone());
            ready.enter(&at.get_root_node());
            let Some(next) = above(&at) else { break };
            _ = next.set_attribute(MARK, "way");
            at = next;
        }
        Some(ready)
    }

    fn enter(&mut self, root: &Node) {
        if !self.roots.iter().any(|known| known.is_same_node(Some(root))) {
            set_sheets(root, &sheets(root).concat(&Array::of1(&self.sheet)));
            self.roots.push(root.clone());
        }
    }
}

impl Drop for Ready {
    fn drop(&mut self) {
        _ = self.own.remove_attribute(OWN);
        for element in &self.way {
            _ = element.remove_attribute(MARK);
        }
        let ours: &JsValue = self.sheet.as_ref();
        for root in &self.roots {
            set_sheets(root, &sheets(root).iter().filter(|sheet| sheet != ours).collect());
        }
    }
}

/// The style sheets that scripts gave to a document or a shadow root.
fn sheets(root: &Node) -> Array {
    let sheets = Reflect::get(root, &"adoptedStyleSheets".into());
    sheets.map(|sheets| Array::from(&sheets)).unwrap_or_default()
}

fn set_sheets(root: &Node, sheets: &Array) {
    // Where a root takes none, its elements are printed, too.
    _ = Reflect::set(root, &"adoptedStyleSheets".into(), sheets);
}
