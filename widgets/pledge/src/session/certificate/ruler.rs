//! How wide texts are in this browser.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{self, CanvasRenderingContext2d, Document, Element, HtmlCanvasElement};

/// Measures texts as the browser will show them.
pub struct Ruler {
    context: Option<CanvasRenderingContext2d>,
    family: String,
}

/// Texts are measured at this size: at small ones browsers round.
const MEASURED: f64 = 100.0;

impl Ruler {
    /// A ruler for the font that the page has set for an element.
    pub fn new(root: &Element) -> Ruler {
        let style = web_sys::window().and_then(|window| window.get_computed_style(root).ok()?);
        let family = style.and_then(|style| style.get_property_value("--_font").ok());
        let family = family.map(|family| family.trim().to_owned()).unwrap_or_default();
        let context = document().and_then(|document| Some(canvas(&document)?.1));
        let mut ruler = Ruler { context, family };
        // A canvas keeps its own font when it does not understand ours.
        let understood = ruler.context.as_ref().is_some_and(|context| {
            context.set_font(&font(MEASURED, false, &ruler.family));
            context.font().contains("100px")
        });
        if !understood {
            "sans-serif".clone_into(&mut ruler.family);
        }
        ruler
    }

    /// The names of the font.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// How wide a text is.
    pub fn measure(&self, text: &str, size: f64, bold: bool) -> f64 {
        let width = self.context.as_ref().and_then(|context| {
            context.set_font(&font(MEASURED, bold, &self.family));
            Some(context.measure_text(text).ok()?.width())
        });
        // Without a canvas a guess that is rather too wide.
        let width = width.unwrap_or_else(|| text.chars().count() as f64 * MEASURED * 0.65);
        width * size / MEASURED
    }
}

/// A font as canvases name it.
pub fn font(size: f64, bold: bool, family: &str) -> String {
    let size = adil::json::number_text(size);
    [if bold { "700 " } else { "400 " }, &size, "px ", family].concat()
}

/// A canvas that is nowhere in the page.
pub fn canvas(document: &Document) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let canvas = document.create_element("canvas").ok()?;
    let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
    let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    Some((canvas, context))
}

/// The page.
fn document() -> Option<Document> {
    web_sys::window()?.document()
}
