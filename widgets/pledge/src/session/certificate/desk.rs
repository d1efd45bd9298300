//! A certificate of a pledge: printed, or saved as a picture. Who signs it is kept nowhere and
//! told to nobody.

mod drawing;
mod paper;
mod picture;
mod words;

use std::rc::Rc;

use adil::content::{Localized, direction, is_right_to_left, parse, plain};
use adil::host::{self, Host, Mounted, parse_json};
use adil::ui::{El, el, follow, listen, part, plain_push, push};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, EventTarget, HtmlImageElement, HtmlSlotElement};

use self::paper::{Printing, Ruler};
use super::finding::key_of;
use super::keys::{self, Fit};
use super::{Fixed, slots};
use crate::model::SignatureKind;
use crate::model::certificate::{
    Code, LONGEST, Mark, Page, PageShape, Point, Sheet, Signature, Wording, lay_out, name, names,
};
use crate::model::receipt::{self, Receipt, Seal};

/// Mounts a certificate.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let fixed = Fixed::open(host, "certificate")?;
    adil::ui::adopt_styles(root, include_str!("../certificate.css"));
    let ruler = Ruler::new(root);
    let given = receipt_of(&fixed);
    let sheet = given.as_ref().map(|receipt| sheet_of(&fixed, receipt.as_ref()));
    check_length(&fixed, sheet.as_ref().map_or(0, Sheet::length))?;
    let shown = sheet.map_err(|key| *key);
    Ok(host::mount(root, move || {
        let clauses = fixed.document.body.clauses.len();
        fixed.emit("adil-ready", [("clauses", clauses.into())], false);
        match shown {
            Ok(sheet) => view(fixed, sheet, given.ok().flatten().as_ref(), ruler),
            Err(key) => {
                let screen = part("section", "screen");
                fixed.frame().child((screen.child((fixed.title(), refusal(&fixed, key))), slots()))
            }
        }
    }))
}

fn check_length(fixed: &Fixed, length: usize) -> Result<(), JsValue> {
    if length <= LONGEST {
        return Ok(());
    }
    let [most, found] = [LONGEST, length].map(|n| n.to_string());
    let name = fixed.host.name();
    let sentence = ": the words of a certificate have at most ";
    Err(host::refusal("content", &[&name, sentence, &most, " characters, found ", &found].concat()))
}

/// Why there is no certificate.
fn refusal(fixed: &Fixed, key: &str) -> El {
    part("div", "notice").attr("role", "alert").child(el("p").child(fixed.text(key)))
}

/// The receipt that the page gave, whole and of this pledge, with its hash; nothing where the
/// page gave none. Else the key of a sentence that says what is wrong with it.
fn receipt_of(fixed: &Fixed) -> Result<Option<(Receipt, String)>, &'static str> {
    let text = fixed.host.attribute("receipt").filter(|text| !text.trim().is_empty());
    let Some(text) = text else { return Ok(None) };
    let receipt = receipt::parse(&text, parse_json).map_err(key_of)?;
    let envelope = &fixed.document.envelope;
    receipt::compare(&receipt, envelope.id.as_str(), &fixed.document.body).map_err(key_of)?;
    if receipt.subject.clauses.is_empty() {
        return Err("receipt_not_receipt");
    }
    let hash = parse_json(&text).ok().and_then(|json| receipt::receipt_hash(&json));
    let hash = hash.unwrap_or_default();
    Ok(Some((receipt, hash)))
}

/// What the certificate says, whoever signs it.
fn sheet_of(fixed: &Fixed, receipt: Option<&(Receipt, String)>) -> Sheet {
    let body = &fixed.document.body;
    let wording = |text: &Localized| {
        let in_language = |lang: &str| {
            let (text, tag) = text.resolve(lang);
            let tag = fixed.rich.language_of(tag);
            let rtl = (direction(tag) != "auto").then(|| is_right_to_left(tag));
            (plain(&parse(text)).trim().to_owned(), rtl)
        };
        let (main, rtl) = in_language(&fixed.rich.lang);
        let beside = fixed.beside.as_ref().map(|context| in_language(&context.lang));
        let (beside, second) = beside.filter(|(text, _)| *text != main).unzip();
        Wording { main, beside, rtl: [rtl, second.flatten()] }
    };
    let texts = body.certificate.as_ref();
    let chosen = body.clauses.iter().filter(|clause| match receipt {
        Some((receipt, _)) => receipt.subject.clauses.iter().any(|id| id == clause.id.as_str()),
        None => !clause.optional,
    });
    let clause = |(n, text)| (fixed.number(n), wording(text));
    Sheet {
        heading: wording(texts.map_or(&fixed.document.envelope.title, |texts| &texts.title)),
        body: texts.map(|texts| wording(&texts.body)),
        clauses: (1..).zip(chosen.map(|clause| &clause.text)).map(clause).collect(),
        footer: texts.and_then(|texts| texts.footer.as_ref()).map(wording),
        date: receipt.map(|(receipt, _)| fixed.texts.date(&receipt.subject.day)),
        date_label: fixed.text("line_date"),
        code: receipt.and_then(|(receipt, hash)| Code::new(&receipt.id, hash)),
        has_logo: false,
        rtl: is_right_to_left(fixed.texts.lang()),
    }
}

/// What all parts of the view share.
#[derive(Clone, Copy)]
struct Desk {
    fixed: StoredValue<Rc<Fixed>, LocalStorage>,
    sheet: StoredValue<Rc<Sheet>, LocalStorage>,
    ruler: StoredValue<Rc<Ruler>, LocalStorage>,
    printing: StoredValue<Option<Printing>, LocalStorage>,
    kind: SignatureKind,
    shape: RwSignal<PageShape>,
    /// The address of the page's logo.
    logo: RwSignal<Option<String>>,
    /// Counts how often the page's fonts came late, after which all has to be measured again.
    fonts: RwSignal<u32>,
    typed: RwSignal<String>,
    names: RwSignal<String>,
    strokes: RwSignal<Vec<Vec<Point>>>,
    /// What went otherwise than expected with a picture.
    told: RwSignal<Option<String>>,
}

fn view(fixed: Fixed, sheet: Sheet, receipt: Option<&(Receipt, String)>, ruler: Ruler) -> El {
    let kind = fixed.host.word("signature", SignatureKind::from_word);
    let desk = Desk {
        sheet: StoredValue::new_local(Rc::new(sheet)),
        kind: kind.unwrap_or(fixed.document.body.signature),
        fixed: StoredValue::new_local(Rc::new(fixed)),
        ruler: StoredValue::new_local(Rc::new(ruler)),
        printing: StoredValue::new_local(None),
        shape: RwSignal::new(PageShape::Portrait),
        logo: RwSignal::new(None),
        fonts: RwSignal::new(0),
        typed: RwSignal::new(String::new()),
        names: RwSignal::new(String::new()),
        strokes: RwSignal::new(Vec::new()),
        told: RwSignal::new(None),
    };
    desk.follow_fonts();
    desk.follow_printing();
    let fixed = desk.fixed();
    let title = fixed.title().with(|header| desk.follow_logo(header));
    let preview = follow(move || {
        let page = Rc::new(desk.page());
        part("div", "papers").child(follow(move || desk.papers(&page)))
    });
    let controls = el("div").attr("class", "controls").child((
        drawing::fields(desk),
        shapes(desk),
        buttons(desk),
    ));
    let forged = forged(receipt);
    let refused = follow(move || forged.get().then(|| refusal(&desk.fixed(), "receipt_changed")));
    let desk = el("div").attr("class", "desk").child((controls, words::view(desk), preview));
    let desk = desk.live("hidden", move || forged.get());
    let screen = part("section", "screen").child((title, refused, desk));
    fixed.frame().child((screen, slots()))
}

/// Whether the receipt's signature does not fit: known a moment later. Where the browser cannot
/// check it, the receipt stands, as it does where somebody reads it on paper.
fn forged(receipt: Option<&(Receipt, String)>) -> RwSignal<bool> {
    let forged = RwSignal::new(false);
    if let Some(Seal::Signature { suite, key, data, signature }) =
        receipt.map(|(receipt, _)| receipt.seal.clone())
    {
        leptos::task::spawn_local(async move {
            let fit = keys::verify(suite, &key, &data, &signature).await;
            forged.try_set(matches!(fit, Fit::Differs));
        });
    }
    forged
}

/// Which way the paper lies.
fn shapes(desk: Desk) -> El {
    let option = |shape: PageShape| {
        part("label", "option")
            .stated("option", move || if desk.shape.get() == shape { "chosen" } else { "" })
            .child((
                el("input")
                    .attr("type", "radio")
                    .attr("name", "shape")
                    .attr("class", "visually-hidden")
                    .flag("checked", move || desk.shape.get() == shape)
                    .on("change", move |_| desk.shape.set(shape)),
                el("span")
                    .attr("class", "sheet")
                    .attr("part", "key")
                    .attr("data-shape", shape.word())
                    .attr("aria-hidden", "true"),
                part("span", "words").child(desk.text(shape.word())),
            ))
    };
    part("fieldset", "question").child((
        part("legend", "stem").child(desk.text("page_shape")),
        el("div")
            .attr("class", "shapes")
            .child((option(PageShape::Portrait), option(PageShape::Landscape))),
    ))
}

fn buttons(desk: Desk) -> El {
    let fixed = desk.fixed();
    let many = move || desk.signatures().len() > 1;
    let save = fixed.words("save_picture");
    let count = move || {
        let fixed = desk.fixed();
        many().then(|| fixed.texts.count("certificate_pages", desk.signatures().len() as f64))
    };
    part("div", "foot").child((
        el("div").attr("class", "ways").child((
            push("quiet", save, Box::new(many), Box::new(move || picture::save(desk))),
            super::pledge::status(count),
        )),
        plain_push("go", fixed.words("print"), move || desk.print()),
        super::pledge::status(move || desk.told.get()),
    ))
}

impl Desk {
    fn fixed(self) -> Rc<Fixed> {
        self.fixed.get_value()
    }

    fn text(self, key: &str) -> String {
        self.fixed().text(key)
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

    /// Ends printing when the browser says so, or, where it never does, when somebody is back at
    /// the page.
    fn follow_printing(self) {
        let Some(window) = leptos::web_sys::window() else { return };
        for event in ["afterprint", "pointerdown", "keydown"] {
            let end = move |_| _ = self.printing.try_update_value(|printing| *printing = None);
            listen(&window, event, Box::new(end));
        }
    }

    /// Finds the logo that the page put into the slot of the title.
    fn follow_logo(self, header: &Element) {
        let slot = header.query_selector("slot").ok().flatten();
        let Some(slot) = slot.and_then(|slot| slot.dyn_into::<HtmlSlotElement>().ok()) else {
            return;
        };
        let target = slot.clone();
        let find = move |_| {
            let options = leptos::web_sys::AssignedNodesOptions::new();
            options.set_flatten(true);
            let images = slot.assigned_nodes_with_options(&options);
            let image = images.iter().find_map(|node| image_in(node.dyn_ref()?));
            let address = image.map(|image| match image.current_src() {
                address if address.is_empty() => image.src(),
                address => address,
            });
            self.logo.set(address.filter(|address| !address.is_empty()));
        };
        listen(&target, "slotchange", Box::new(find));
    }

    /// The language of the clauses.
    fn lang(self) -> String {
        let fixed = self.fixed();
        let clauses: Vec<&Localized> =
            fixed.document.body.clauses.iter().map(|clause| &clause.text).collect();
        receipt::text_language(&clauses, &fixed.rich.lang, &fixed.rich.original).to_owned()
    }

    /// The page without a signature, as it has to be laid out now.
    fn page(self) -> Page {
        self.fonts.track();
        let has_logo = self.logo.with(Option::is_some);
        let sheet = Sheet { has_logo, ..(*self.sheet.get_value()).clone() };
        let ruler = self.ruler.get_value();
        lay_out(&sheet, self.shape.get(), &|text, size, bold| ruler.measure(text, size, bold))
    }

    /// Who signs: one signature for each certificate.
    fn signatures(self) -> Vec<Signature> {
        let typed = self.typed.with(|text| name(text));
        let typed = (!typed.is_empty()).then_some(Signature::Typed(typed));
        let one = match self.kind {
            SignatureKind::Nothing => None,
            SignatureKind::Initials | SignatureKind::FirstName => typed,
            SignatureKind::Class => {
                let (names, _) = self.names.with(|text| names(text));
                if !names.is_empty() {
                    return names.into_iter().map(Signature::Typed).collect();
                }
                typed
            }
            SignatureKind::Drawn => typed.or_else(|| {
                let drawn = self.strokes.get();
                (!drawn.is_empty()).then_some(Signature::Drawn(drawn))
            }),
        };
        vec![one.unwrap_or(Signature::Open)]
    }

    /// What stands under the line to sign on.
    fn label(self) -> String {
        let class = self.typed.with(|text| name(text));
        let has_names = self.names.with(|text| !text.trim().is_empty());
        match self.kind {
            SignatureKind::Nothing | SignatureKind::Drawn => self.text("line_signature"),
            SignatureKind::Initials => self.text("signature_initials"),
            SignatureKind::FirstName => self.text("signature_first_name"),
            SignatureKind::Class if !has_names => self.text("signature_class_name"),
            SignatureKind::Class if class.is_empty() => self.text("signature_first_name"),
            SignatureKind::Class => class,
        }
    }

    /// The marks of each certificate.
    fn sheets(self, page: &Page) -> Vec<Vec<Mark>> {
        let (ruler, label) = (self.ruler.get_value(), self.label());
        let measure = |text: &str, size: f64, bold: bool| ruler.measure(text, size, bold);
        let sign = |signature| page.signed(signature, &label, &measure);
        self.signatures().iter().map(sign).collect()
    }

    fn papers(self, page: &Page) -> Vec<El> {
        let (ruler, logo) = (self.ruler.get_value(), self.logo.get());
        let lang = self.lang();
        let paper = |(marks, signature): (&Vec<Mark>, Signature)| {
            let kind = self.text("certificate");
            let name = match signature {
                Signature::Typed(name) => [&kind, ": ", &name].concat(),
                _ => kind,
            };
            let paper = paper::paper(marks, page.shape, ruler.family(), logo.as_deref(), &name);
            paper.attr("lang", &lang)
        };
        self.sheets(page).iter().zip(self.signatures()).map(paper).collect()
    }

    /// Prints all certificates and nothing else of the page, once the logo has come.
    fn print(self) {
        let logo = untrack(|| self.logo.get());
        // The page showed this very picture, so that its address is the page's own.
        let stand = el("div").child(logo.map(|logo| el("img").attr("src", &logo)));
        adil::ui::with_pictures(&stand.element(), move || {
            // Who has left the certificate meanwhile does not want it any more.
            if self.fixed.try_get_value().is_some() {
                self.print_now();
            }
        });
    }

    fn print_now(self) {
        let (shape, papers) = untrack(|| (self.shape.get(), self.papers(&self.page())));
        let pages = papers.len();
        self.printing.set_value(Printing::begin(shape, papers));
        adil::ui::print();
        self.made("print", pages);
    }

    /// Tells what went otherwise than expected, by the key of a sentence.
    fn tell(self, key: Option<&str>) {
        if let Some(fixed) = self.fixed.try_get_value() {
            self.told.try_set(key.map(|key| fixed.text(key)));
        }
    }

    /// Tells the page that a certificate was made, and never whose.
    fn made(self, kind: &str, pages: usize) {
        if let Some(fixed) = self.fixed.try_get_value() {
            let fields = [("kind", kind.into()), ("pages", pages.into())];
            fixed.emit("adil-certificate-made", fields, false);
        }
    }
}

/// An element that is a picture, or the first one inside it.
fn image_in(element: &Element) -> Option<HtmlImageElement> {
    let own = element.dyn_ref::<HtmlImageElement>().cloned();
    own.or_else(|| element.query_selector("img").ok()??.dyn_into().ok())
}
