//! A certificate as a vector drawing, on the screen and in the printer.

use adil::ui::{El, el, svg};
use js_sys::Array;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    self, CanvasRenderingContext2d, CssStyleSheet, Document, Element, HtmlCanvasElement,
    ShadowRootInit, ShadowRootMode,
};

use crate::model::certificate::{
    Anchor, Area, Line, Mark, PageShape, Pen, Shape, Tone, hundredths,
};

/// The colours of paper, whatever the screen has. Without colours they are dark greys.
pub const fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Ink => "#1e1b2c",
        Tone::Soft => "#55505f",
        Tone::Accent => "#24389c",
        Tone::Warm => "#94610a",
    }
}

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

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// One certificate. Screen readers read its name; its words stand beside all of them.
pub fn paper(marks: &[Mark], shape: PageShape, family: &str, logo: Option<&str>, name: &str) -> El {
    let (width, height) = shape.size();
    let corner = [hundredths(width).to_string(), hundredths(height).to_string()].join(" ");
    svg("svg")
        .attr("viewBox", &["0 0 ", &corner].concat())
        .attr("class", "paper")
        .attr("part", "paper")
        .attr("data-shape", shape.word())
        .attr("role", "img")
        .attr("aria-label", name)
        .attr("font-family", family)
        .child(marks.iter().map(|mark| drawn(mark, logo)).collect::<Vec<_>>())
}

fn at(element: El, name: &str, millimetres: f64) -> El {
    element.attr(name, &hundredths(millimetres).to_string())
}

fn drawn(mark: &Mark, logo: Option<&str>) -> El {
    match mark {
        Mark::Text(line) => text(line),
        Mark::Shape(shape, pen, tone) => figure(shape, *pen, *tone),
        Mark::Logo(Area { x, y, width, height }) => {
            let image = at(at(svg("image"), "x", *x), "y", *y);
            let image = at(at(image, "width", *width), "height", *height);
            // The page showed this very picture, so that its address is the page's own.
            image.attr("href", logo.unwrap_or_default())
        }
    }
}

fn text(line: &Line) -> El {
    let anchor = match (line.anchor, line.rtl) {
        (Anchor::Middle, _) => "middle",
        (Anchor::Left, false) | (Anchor::Right, true) => "start",
        (Anchor::Left, true) | (Anchor::Right, false) => "end",
    };
    let text = at(at(svg("text"), "x", line.at.0), "y", line.at.1);
    at(text, "font-size", line.size)
        .attr("font-weight", if line.bold { "700" } else { "400" })
        .attr("text-anchor", anchor)
        .attr("direction", if line.rtl { "rtl" } else { "ltr" })
        .attr("fill", colour(line.tone))
        .child(line.text.as_str())
}

fn figure(shape: &Shape, pen: Pen, tone: Tone) -> El {
    let path = svg("path").attr("d", &shape.path());
    let path = if matches!(shape, Shape::Code(..)) { path.attr("class", "code") } else { path };
    match pen {
        Pen::Fill => path.attr("fill", colour(tone)),
        Pen::Line(width) => at(path, "stroke-width", width)
            .attr("fill", "none")
            .attr("stroke", colour(tone))
            .attr("stroke-linecap", "round")
            .attr("stroke-linejoin", "round"),
    }
}

/// Certificates on their way to the printer. They stand beside the page's body, where nothing of
/// the page can clip, squeeze or turn them, and a style sheet hides all else and sets the paper.
/// Both are for printers only, and gone when this is dropped.
pub struct Printing {
    document: Document,
    stand: Element,
    sheet: CssStyleSheet,
}

/// What the page's own sheet has for the time of printing; `{}` is the shape of the paper.
const OUTSIDE: [&str; 3] = [
    "@page{size:A4 ",
    ";margin:0}@page adil-paper{size:A4 ",
    ";margin:0}@media print{html{all:initial!important;display:block!important}\
     html>:not([data-adil-paper]){display:none!important}}",
];

/// What the certificates themselves have.
const INSIDE: &str = ":host{all:initial!important;page:adil-paper!important}\
    @media screen{:host{display:none!important}}\
    @media print{:host{display:block!important}}\
    div{inline-size:210mm;block-size:calc(297mm - 1px);max-block-size:100vh;overflow:clip;\
    break-inside:avoid;break-after:page}\
    div[data-shape=landscape]{inline-size:297mm;block-size:calc(210mm - 1px)}\
    div:last-child{break-after:auto}\
    svg{display:block;inline-size:100%;block-size:100%;text-rendering:geometricPrecision;\
    print-color-adjust:exact}";

impl Printing {
    /// Puts certificates where they can be printed.
    pub fn begin(shape: PageShape, papers: Vec<El>) -> Option<Printing> {
        let document = document()?;
        let stand = document.create_element("div").ok()?;
        stand.set_attribute("data-adil-paper", "").ok()?;
        stand.set_attribute("aria-hidden", "true").ok()?;
        // Closed: the page has no business with names.
        let root = stand.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed)).ok()?;
        root.set_adopted_style_sheets(&Array::of1(&sheet_of(INSIDE)?.into()));
        for paper in papers {
            let page = el("div").attr("data-shape", shape.word()).child(paper);
            _ = page.with(|page| _ = root.append_child(page));
        }
        let word = shape.word();
        let sheet = sheet_of(&[OUTSIDE[0], word, OUTSIDE[1], word, OUTSIDE[2]].concat())?;
        let sheets = document.adopted_style_sheets().concat(&Array::of1(&sheet));
        document.set_adopted_style_sheets(&sheets);
        document.document_element()?.append_child(&stand).ok()?;
        Some(Printing { document, stand, sheet })
    }
}

impl Drop for Printing {
    fn drop(&mut self) {
        self.stand.remove();
        let ours: &JsValue = self.sheet.as_ref();
        let others: Array =
            self.document.adopted_style_sheets().iter().filter(|sheet| sheet != ours).collect();
        self.document.set_adopted_style_sheets(&others);
    }
}

fn sheet_of(css: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(css).ok()?;
    Some(sheet)
}
