//! A certificate of a pledge: what it says and who signs it. That is kept nowhere and told to
//! nobody.

use std::rc::Rc;

use adil::content::Localized;
use adil::ui::listen;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::EventTarget;

use super::ruler::Ruler;
use crate::model::SignatureKind;
use crate::model::certificate::{
    Mark, Page, PageShape, Point, Sheet, Signature, label_key, lay_out, name, signatures,
};
use crate::model::receipt;
use crate::session::Context;

/// What all parts of the view share.
#[derive(Clone, Copy)]
pub struct Desk {
    context: StoredValue<Rc<Context>, LocalStorage>,
    sheet: StoredValue<Rc<Sheet>, LocalStorage>,
    ruler: StoredValue<Rc<Ruler>, LocalStorage>,
    /// How it is signed.
    pub kind: SignatureKind,
    /// How the paper lies.
    pub shape: RwSignal<PageShape>,
    /// The address of the page's logo.
    pub logo: RwSignal<Option<String>>,
    /// Counts how often the page's fonts came late, after which all has to be measured again.
    fonts: RwSignal<u32>,
    /// What was typed to sign with.
    pub typed: RwSignal<String>,
    /// The names of a class, one in each line.
    pub names: RwSignal<String>,
    /// What was drawn to sign with.
    pub strokes: RwSignal<Vec<Vec<Point>>>,
    /// What went otherwise than expected with a picture.
    pub told: RwSignal<Option<String>>,
}

impl Desk {
    /// Begins a certificate that says this.
    pub fn new(context: Context, sheet: Sheet, ruler: Ruler) -> Desk {
        let kind = context.host.word("signature", SignatureKind::from_word);
        let desk = Desk {
            sheet: StoredValue::new_local(Rc::new(sheet)),
            kind: kind.unwrap_or(context.document.body.signature),
            context: StoredValue::new_local(Rc::new(context)),
            ruler: StoredValue::new_local(Rc::new(ruler)),
            shape: RwSignal::new(PageShape::Portrait),
            logo: RwSignal::new(None),
            fonts: RwSignal::new(0),
            typed: RwSignal::new(String::new()),
            names: RwSignal::new(String::new()),
            strokes: RwSignal::new(Vec::new()),
            told: RwSignal::new(None),
        };
        desk.follow_fonts();
        desk
    }

    /// Whether the certificate is still in the page.
    pub fn is_there(self) -> bool {
        self.context.try_get_value().is_some()
    }

    /// What it says.
    pub fn sheet(self) -> Rc<Sheet> {
        self.sheet.get_value()
    }

    /// What measures its texts.
    pub fn ruler(self) -> Rc<Ruler> {
        self.ruler.get_value()
    }

    /// What does not change.
    pub fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.context().text(key)
    }

    /// Measures again when a font of the page has come.
    fn follow_fonts(self) {
        let document = leptos::web_sys::window().and_then(|window| window.document());
        let fonts =
            document.and_then(|document| js_sys::Reflect::get(&document, &"fonts".into()).ok());
        if let Some(fonts) = fonts.and_then(|fonts| fonts.dyn_into::<EventTarget>().ok()) {
            let act = move |_| self.fonts.update(|n| *n += 1);
            listen(&fonts, "loadingdone", Box::new(act));
        }
    }

    /// The language of the clauses.
    pub fn lang(self) -> String {
        let context = self.context();
        let clauses: Vec<&Localized> =
            context.document.body.clauses.iter().map(|clause| &clause.text).collect();
        receipt::text_language(&clauses, &context.rich.lang, &context.rich.original).to_owned()
    }

    /// The page without a signature, as it has to be laid out now.
    pub fn page(self) -> Page {
        self.fonts.track();
        let has_logo = self.logo.with(Option::is_some);
        let sheet = Sheet { has_logo, ..(*self.sheet.get_value()).clone() };
        let ruler = self.ruler.get_value();
        lay_out(&sheet, self.shape.get(), &|text, size, bold| ruler.measure(text, size, bold))
    }

    /// Who signs: one signature for each certificate.
    pub fn signatures(self) -> Vec<Signature> {
        let (typed, names) = (self.typed.get(), self.names.get());
        self.strokes.with(|strokes| signatures(self.kind, &typed, &names, strokes))
    }

    /// What stands under the line to sign on.
    fn label(self) -> String {
        let (typed, names) = (self.typed.get(), self.names.get());
        let key = label_key(self.kind, &typed, &names);
        key.map_or_else(|| name(&typed), |key| self.text(key))
    }

    /// The marks of each certificate.
    pub fn sheets(self, page: &Page) -> Vec<Vec<Mark>> {
        let (ruler, label) = (self.ruler.get_value(), self.label());
        let measure = |text: &str, size: f64, bold: bool| ruler.measure(text, size, bold);
        let sign = |signature| page.signed(signature, &label, &measure);
        self.signatures().iter().map(sign).collect()
    }

    /// Tells what went otherwise than expected, by the key of a sentence.
    pub fn tell(self, key: Option<&str>) {
        if let Some(context) = self.context.try_get_value() {
            self.told.try_set(key.map(|key| context.text(key)));
        }
    }

    /// Tells the page that a certificate was made, and never whose.
    pub fn made(self, kind: &str, pages: usize) {
        if let Some(context) = self.context.try_get_value() {
            let fields = [("kind", kind.into()), ("pages", pages.into())];
            context.emit("adil-certificate-made", fields, false);
        }
    }
}
