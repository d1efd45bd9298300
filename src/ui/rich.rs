//! The one function that turns author text into nodes of the page.
//!
//! Text in the inline syntax has become a tree before, which cannot hold markup; its nodes are
//! made one by one. HTML goes through the browser's own sanitizer (`setHTML`) where it exists,
//! else through one that is loaded then, else it shows as text. Links and pictures that came
//! through a sanitizer still have to pass our own allow-list, since `setHTML` keeps `data:` and
//! `vbscript:`.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

use crate::content::{Address, Block, Inline, Localized, Purpose, Rich, base_language, parse};
use crate::host::Host;
use crate::locale::Texts;

/// What rich text needs to know of its surroundings.
pub struct RichContext {
    /// The page's side of the element.
    pub host: Rc<Host>,
    /// The interface texts, for language and money.
    pub texts: Texts,
    /// The language in which content is shown.
    pub lang: String,
    /// The language of content that names none: the first of the file's languages, or empty.
    pub original: String,
    /// The currency in which `{money:…}` is shown; empty for the bare number.
    pub currency: String,
}

fn absolute(address: &Address, base: &str) -> String {
    let url = web_sys::Url::new_with_base(address.as_str(), base).map(|url| url.href());
    url.unwrap_or_else(|_| address.as_str().to_owned())
}

/// Shows rich text inside an element, which has to be empty.
pub fn rich(context: &RichContext, element: &Element, text: &Rich) {
    let (source, tag) = text.source().resolve(&context.lang);
    mark_language(context, element, tag);
    match text {
        Rich::Marked(_) => {
            let maker = Maker { document: document_of(element), context };
            maker.blocks(element, &parse(source));
        }
        Rich::Html(_) => html(context, element, source),
    }
}

/// Shows rich text inside a button or a label, where only runs may stand: the paragraphs become
/// lines.
pub fn rich_inline(context: &RichContext, element: &Element, text: &Rich) {
    let Rich::Marked(localized) = text else { return rich(context, element, text) };
    let (source, tag) = localized.resolve(&context.lang);
    mark_language(context, element, tag);
    let maker = Maker { document: document_of(element), context };
    match parse(source).as_slice() {
        [Block::Paragraph(runs)] => maker.runs(element, runs),
        blocks => maker.blocks(element, blocks),
    }
}

/// Shows plain text of the content file inside an element, which has to be empty.
pub fn plain_words(context: &RichContext, element: &Element, text: &Localized) {
    let (words, tag) = text.resolve(&context.lang);
    mark_language(context, element, tag);
    element.set_text_content(Some(words));
}

fn mark_language(context: &RichContext, element: &Element, tag: &str) {
    set(element, "dir", "auto");
    say_language(context, element, tag);
}

/// Says in which language the words of an element are, where it is not the interface's; `tag` is
/// the one that the author named, if any.
pub fn say_language(context: &RichContext, element: &Element, tag: &str) {
    let tag = if tag.is_empty() { &context.original } else { tag };
    if !tag.is_empty() && base_language(tag) != base_language(context.texts.lang()) {
        set(element, "lang", tag);
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Names are our own, so the browser has nothing to refuse.
    _ = element.set_attribute(name, value);
}

fn document_of(element: &Element) -> Option<Document> {
    element.owner_document()
}

struct Maker<'a> {
    document: Option<Document>,
    context: &'a RichContext,
}

impl Maker<'_> {
    fn add(&self, parent: &Element, tag: &str) -> Option<Element> {
        let element = self.document.as_ref()?.create_element(tag).ok()?;
        parent.append_child(&element).ok()?;
        Some(element)
    }

    fn add_text(&self, parent: &Element, text: &str) {
        if let Some(document) = &self.document {
            _ = parent.append_child(&document.create_text_node(text));
        }
    }

    fn add_with_text(&self, parent: &Element, tag: &str, text: &str) {
        if let Some(element) = self.add(parent, tag) {
            self.add_text(&element, text);
        }
    }

    fn add_with_runs(&self, parent: &Element, tag: &str, runs: &[Inline]) {
        if let Some(element) = self.add(parent, tag) {
            self.runs(&element, runs);
        }
    }

    fn blocks(&self, parent: &Element, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(runs) => self.add_with_runs(parent, "p", runs),
                Block::List { ordered, entries } => {
                    if let Some(list) = self.add(parent, if *ordered { "ol" } else { "ul" }) {
                        for runs in entries {
                            self.add_with_runs(&list, "li", runs);
                        }
                    }
                }
                Block::Table { head, rows } => {
                    if let Some(table) = self.add(parent, "table") {
                        self.row(&table, "th", head);
                        for row in rows {
                            self.row(&table, "td", row);
                        }
                    }
                }
            }
        }
    }

    fn row(&self, table: &Element, cell: &str, cells: &[Vec<Inline>]) {
        if cells.is_empty() {
            return;
        }
        if let Some(row) = self.add(table, "tr") {
            for runs in cells {
                // An empty corner is no heading of anything.
                self.add_with_runs(&row, if runs.is_empty() { "td" } else { cell }, runs);
            }
        }
    }

    fn runs(&self, parent: &Element, runs: &[Inline]) {
        for run in runs {
            match run {
                Inline::Text(text) => self.add_text(parent, text),
                Inline::Emphasis(inner) => self.add_with_runs(parent, "em", inner),
                Inline::Strong(inner) => self.add_with_runs(parent, "strong", inner),
                Inline::Code(text) => self.add_with_text(parent, "code", text),
                Inline::Superscript(text) => self.add_with_text(parent, "sup", text),
                Inline::Subscript(text) => self.add_with_text(parent, "sub", text),
                Inline::Money(amount) => {
                    let text = self.context.texts.money(*amount, &self.context.currency);
                    self.add_with_text(parent, "bdi", &text);
                }
                Inline::Break => _ = self.add(parent, "br"),
                Inline::Link(inner, address) => {
                    if let Some(link) = self.add(parent, "a") {
                        point(&link, "href", address, &self.context.host.base());
                        self.runs(&link, inner);
                    }
                }
                Inline::Picture(alt, address) => {
                    if let Some(picture) = self.add(parent, "img") {
                        set(&picture, "alt", alt);
                        point(&picture, "src", address, &self.context.host.base());
                    }
                }
            }
        }
    }
}

/// Points a link or picture to an address, relative to the content file. Links open beside the
/// page, so that a run is not left by accident, and tell the target nothing.
pub fn point(element: &Element, attribute: &str, address: &Address, base: &str) {
    set(element, attribute, &absolute(address, base));
    if attribute == "href" {
        set(element, "target", "_blank");
        set(element, "rel", "noopener noreferrer");
    } else {
        set(element, "loading", "lazy");
        set(element, "decoding", "async");
    }
}

/// Elements that HTML from authors may use.
const ELEMENTS: &str = "p br strong em b i u s mark small abbr kbd code pre sup sub bdi span div \
    ul ol li dl dt dd a img figure figcaption blockquote table caption thead tbody tfoot tr th td \
    h3 h4 h5 h6 hr ruby rt rp math mi mn mo ms mtext mspace mrow mfrac msqrt mroot msub msup \
    msubsup munder mover munderover mtable mtr mtd mpadded mphantom menclose";

/// Attributes that HTML from authors may use.
const ATTRIBUTES: &str = "href src alt title lang dir colspan rowspan scope start reversed \
    mathvariant display displaystyle stretchy linethickness";

fn words(text: &str) -> Array {
    text.split_whitespace().map(JsValue::from).collect()
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn html(context: &RichContext, element: &Element, source: &str) {
    if set_html(element, source).is_some() {
        restrict(element, &context.host.base());
        return;
    }
    element.set_text_content(Some(source));
    let (element, source, base) = (element.clone(), source.to_owned(), context.host.base());
    context.host.load(
        "purify.js",
        &Closure::once_into_js(move |purifier: JsValue| {
            if let Some(nodes) = purify(&purifier, &source) {
                element.set_text_content(None);
                _ = element.append_child(&nodes);
                restrict(&element, &base);
            }
        }),
    );
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

/// The browser's own sanitizer; nothing where it has none.
fn set_html(element: &Element, source: &str) -> Option<()> {
    let set_html = method(element, "setHTML")?;
    let namespaced = |name: JsValue| {
        let math = name.as_string().is_some_and(|name| is_math(&name));
        let namespace = if math {
            "http://www.w3.org/1998/Math/MathML"
        } else {
            "http://www.w3.org/1999/xhtml"
        };
        JsValue::from(object(&[("name", name), ("namespace", namespace.into())]))
    };
    let elements: Array = words(ELEMENTS).iter().map(namespaced).collect();
    let sanitizer = object(&[
        ("elements", elements.into()),
        ("attributes", words(ATTRIBUTES).into()),
        ("comments", false.into()),
    ]);
    let options = object(&[("sanitizer", sanitizer.into())]);
    set_html.call2(element, &source.into(), &options).ok().map(|_| ())
}

/// Whether an element of [`ELEMENTS`] belongs to `MathML`: all of them start with an `m` and none
/// of the others of the list does, save `mark`.
fn is_math(name: &str) -> bool {
    name.starts_with('m') && name != "mark"
}

/// The sanitizer that was loaded for browsers without one (`DOMPurify`).
fn purify(purifier: &JsValue, source: &str) -> Option<Node> {
    let options = object(&[
        ("ALLOWED_TAGS", words(ELEMENTS).into()),
        ("ALLOWED_ATTR", words(ATTRIBUTES).into()),
        ("ALLOW_DATA_ATTR", false.into()),
        ("ALLOW_ARIA_ATTR", false.into()),
        ("RETURN_DOM_FRAGMENT", true.into()),
    ]);
    method(purifier, "sanitize")?.call2(purifier, &source.into(), &options).ok()?.dyn_into().ok()
}

/// Takes every address that is not on our own list out of sanitized nodes, and resolves the
/// others against the content file.
fn restrict(element: &Element, base: &str) {
    let Ok(found) = element.query_selector_all("[href],[src]") else { return };
    for node in (0..found.length()).filter_map(|n| found.get(n)) {
        let Ok(node) = node.dyn_into::<Element>() else { continue };
        let is_link = node.local_name() == "a";
        let is_picture = node.local_name() == "img";
        for (name, fits, purpose) in
            [("href", is_link, Purpose::Link), ("src", is_picture, Purpose::Media)]
        {
            let Some(value) = node.get_attribute(name) else { continue };
            _ = node.remove_attribute(name);
            if let Some(address) = Address::parse(&value, purpose).filter(|_| fits) {
                point(&node, name, &address, base);
            }
        }
    }
}
