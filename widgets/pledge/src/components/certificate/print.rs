//! Certificates in the printer.

use adil::ui::{El, el, listen};
use js_sys::Array;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::{self, CssStyleSheet, Document, Element, ShadowRootInit, ShadowRootMode};

use super::paper::papers;
use crate::model::certificate::PageShape;
use crate::session::certificate::Desk;

/// What is being printed; nothing most of the time.
type RunSignal = StoredValue<Option<Printing>, LocalStorage>;

/// Prints all certificates when it is called.
pub fn printer(desk: Desk) -> impl Fn() + Copy + 'static {
    let printing: RunSignal = StoredValue::new_local(None);
    follow_printing(printing);
    move || print(desk, printing)
}

/// Ends printing when the browser says so, or, where it never does, when somebody is back at the
/// page.
fn follow_printing(printing: RunSignal) {
    let Some(window) = web_sys::window() else { return };
    for event in ["afterprint", "pointerdown", "keydown"] {
        let end = move |_| _ = printing.try_update_value(|printing| *printing = None);
        listen(&window, event, Box::new(end));
    }
}

/// Prints all certificates and nothing else of the page, once the logo has come.
fn print(desk: Desk, printing: RunSignal) {
    let logo = untrack(|| desk.logo.get());
    // The page showed this very picture, so that its address is the page's own.
    let stand = el("div").child(logo.map(|logo| el("img").attr("src", &logo)));
    adil::ui::with_pictures(&stand.element(), move || {
        // Who has left the certificate meanwhile does not want it any more.
        if desk.is_there() {
            print_now(desk, printing);
        }
    });
}

fn print_now(desk: Desk, printing: RunSignal) {
    let (shape, papers) = untrack(|| (desk.shape.get(), papers(desk, &desk.page())));
    let pages = papers.len();
    printing.set_value(Printing::begin(shape, papers));
    adil::ui::print();
    desk.made("print", pages);
}

/// Certificates on their way to the printer. They stand beside the page's body, where nothing of
/// the page can clip, squeeze or turn them, and a style sheet hides all else and sets the paper.
/// Both are for printers only, and gone when this is dropped.
struct Printing {
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
    fn begin(shape: PageShape, papers: Vec<El>) -> Option<Printing> {
        let document = web_sys::window()?.document()?;
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
