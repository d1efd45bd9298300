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

use super::dom::{El, el};
use super::speech::Line;
use crate::content::{
    Address, Block, Inline, Localized, Purpose, Rich, direction, parse, parse_with_blanks,
    plain_with,
};
use crate::host::Host;
use crate::json::number_text;
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
            Maker::new(context, element).blocks(element, &parse(source));
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
    let maker = Maker::new(context, element);
    match parse(source).as_slice() {
        [Block::Paragraph(runs)] => maker.runs(element, runs),
        blocks => maker.blocks(element, blocks),
    }
}

/// Shows a text with so many blanks inside an element, which has to be empty; `blank` makes what
/// stands in each.
pub fn rich_with_blanks(
    context: &RichContext,
    element: &Element,
    text: &Localized,
    blanks: usize,
    blank: &dyn Fn(usize) -> El,
) {
    let (source, tag) = text.resolve(&context.lang);
    mark_language(context, element, tag);
    let maker = Maker { blank: Some(blank), ..Maker::new(context, element) };
    maker.blocks(element, &parse_with_blanks(source, blanks));
}

/// Shows rich text where an element takes plain words only, such as an `<option>`: without its
/// marks, and with the small digits that Unicode has.
pub fn rich_words(context: &RichContext, element: &Element, text: &Localized) {
    let (source, tag) = text.resolve(&context.lang);
    mark_language(context, element, tag);
    element.set_text_content(Some(plain_in(context, source).trim()));
}

/// A text in the inline syntax without its marks, with money as the page has it.
pub fn plain_in(context: &RichContext, source: &str) -> String {
    plain_with(&parse(source), &|amount| context.texts.money(amount, &context.currency))
}

/// What a text says and in which language, for those who hear it. Of HTML that has to wait for its
/// sanitizer nothing is said.
pub fn spoken(context: &RichContext, text: &Rich) -> Line {
    let source = text.source().get(&context.lang);
    let words = match text {
        Rich::Marked(_) => plain_in(context, source),
        Rich::Html(_) => {
            let element = el("div").element();
            html(context, &element, source);
            let words = element.text_content().unwrap_or_default();
            if words == source && words.contains('<') { String::new() } else { words }
        }
    };
    Line { lang: context.lang_of(text), words }
}

/// Shows plain text of the content file inside an element, which has to be empty.
pub fn plain_words(context: &RichContext, element: &Element, text: &Localized) {
    let (words, tag) = text.resolve(&context.lang);
    mark_language(context, element, tag);
    element.set_text_content(Some(words));
}

impl RichContext {
    /// The language of a text: the one that its author named for it, else that of the file; empty
    /// where nobody says.
    pub fn language_of<'a>(&'a self, tag: &'a str) -> &'a str {
        if tag.is_empty() { &self.original } else { tag }
    }

    /// The language in which a text is shown; that of the page where nobody says.
    pub fn lang_of(&self, text: &Rich) -> String {
        let tag = self.language_of(text.source().resolve(&self.lang).1);
        if tag.is_empty() { &self.lang } else { tag }.to_owned()
    }
}

/// Says in which language the words of an element are, and in which direction they run; `tag` is
/// the language that the author named, if any. A text of unknown language runs as its first letter
/// does, and is taken to be in the language of the page.
pub fn mark_language(context: &RichContext, element: &Element, tag: &str) {
    set(element, "dir", direction(context.language_of(tag)));
    say_language(context, element, tag);
}

/// Says in which language the words of an element are, and leaves their direction to what is
/// around them.
pub fn say_language(context: &RichContext, element: &Element, tag: &str) {
    let tag = context.language_of(tag);
    let tag = if tag.is_empty() { &context.lang } else { tag };
    if !tag.is_empty() {
        set(element, "lang", tag);
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Names are our own, so the browser has nothing to refuse.
    _ = element.set_attribute(name, value);
}

struct Maker<'a> {
    document: Option<Document>,
    context: &'a RichContext,
    /// Makes what stands in a blank.
    blank: Option<&'a dyn Fn(usize) -> El>,
}

impl<'a> Maker<'a> {
    fn new(context: &'a RichContext, element: &Element) -> Maker<'a> {
        Maker { document: element.owner_document(), context, blank: None }
    }

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

    fn add_with_runs(&self, parent: &Element, tag: &str, runs: &[Inline]) {
        if let Some(element) = self.add(parent, tag) {
            self.runs(&element, runs);
        }
    }

    fn blocks(&self, parent: &Element, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(runs) => self.add_with_runs(parent, "p", runs),
                Block::Bullets(entries) => _ = self.list(parent, "ul", entries),
                Block::Numbered { start, entries } => {
                    if let Some(list) = self.list(parent, "ol", entries)
                        && *start != 1
                    {
                        set(&list, "start", &number_text(*start as f64));
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

    fn list(&self, parent: &Element, tag: &str, entries: &[Vec<Inline>]) -> Option<Element> {
        let list = self.add(parent, tag)?;
        for runs in entries {
            self.add_with_runs(&list, "li", runs);
        }
        Some(list)
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
                Inline::Code(inner) => self.add_with_runs(parent, "code", inner),
                Inline::Superscript(inner) => self.add_with_runs(parent, "sup", inner),
                Inline::Subscript(inner) => self.add_with_runs(parent, "sub", inner),
                Inline::Money(amount) => {
                    let text = self.context.texts.money(amount, &self.context.currency);
                    self.add_with_runs(parent, "bdi", &[Inline::Text(text)]);
                }
                Inline::Blank(n) => {
                    if let Some(blank) = self.blank {
                        let blank = blank(*n).element();
                        // The text may be in another language than what asks for its words.
                        set(&blank, "lang", self.context.texts.lang());
                        _ = parent.append_child(&blank);
                    }
                }
                Inline::Break => _ = self.add(parent, "br"),
                Inline::Link(inner, address) => {
                    if let Some(link) = self.add(parent, "a") {
                        point(&link, "href", address, &self.context.host);
                        self.runs(&link, inner);
                    }
                }
                Inline::Picture(alt, address) => {
                    if let Some(picture) = self.add(parent, "img") {
                        set(&picture, "alt", alt);
                        point(&picture, "src", address, &self.context.host);
                    }
                }
            }
        }
    }
}

/// Points a link or picture to an address, relative to the content file. Links open beside the
/// page, so that a run is not left by accident, and tell the target nothing. Pictures wait until
/// they come near the window, save those that are for paper, which has no second chance; a film or
/// its captions must not: Chromium 148 holds those back, too.
pub fn point(element: &Element, attribute: &str, address: &Address, host: &Host) {
    let waits = element.local_name() == "img" && host.attribute("mode").as_deref() != Some("print");
    // Before the address, which starts what does not wait.
    if waits {
        set(element, "loading", "lazy");
        set(element, "decoding", "async");
    }
    set(element, attribute, &absolute(address, &host.base()));
    if attribute == "href" {
        set(element, "target", "_blank");
        set(element, "rel", "noopener noreferrer");
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
        restrict(element, &context.host);
        return;
    }
    element.set_text_content(Some(source));
    let (element, source, host) = (element.clone(), source.to_owned(), Rc::clone(&context.host));
    context.host.load(
        "purify.js",
        &Closure::once_into_js(move |purifier: JsValue| {
            if let Some(nodes) = purify(&purifier, &source) {
                element.set_text_content(None);
                _ = element.append_child(&nodes);
                restrict(&element, &host);
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
    set_html.call2(element, &source.into(), &options).ok()?;
    // Some engines make a shadow root of `<template shadowrootmode>` while they parse, and keep it:
    // a closed one is beyond our reach. Markup that is read back has no roots and no templates.
    if source.as_bytes().windows(9).any(|bytes| bytes.eq_ignore_ascii_case(b"<template")) {
        let markup = method(element, "getHTML")?.call0(element).ok()?;
        set_html.call2(element, &markup, &options).ok()?;
    }
    Some(())
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
fn restrict(element: &Element, host: &Host) {
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
                point(&node, name, &address, host);
            }
        }
    }
}
