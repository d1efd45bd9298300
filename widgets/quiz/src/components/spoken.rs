//! What of an item is read aloud: the words on the screen, in their order, each in its language.

use adil::content::base_language;
use adil::ui::Line;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{self, Element, HtmlInputElement, Node, Window};

/// The words that stand inside an element. `blank` is said where something is to be filled in, in
/// the language of the interface, `lang`.
pub fn lines(element: &Element, blank: &str, lang: &str) -> Vec<Line> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let lines = Vec::new();
    let mut reader =
        Reader { window, blank, own: lang, lines, ends: true, gap: false, groups: false };
    reader.element(element, lang);
    let joined = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    reader.lines.iter_mut().for_each(|line| line.words = joined(&line.words));
    reader.lines.retain(|line| !line.words.is_empty());
    reader.lines
}

struct Reader<'a> {
    window: Window,
    blank: &'a str,
    /// The language of the interface.
    own: &'a str,
    lines: Vec<Line>,
    /// Whether the last line has come to its end.
    ends: bool,
    /// Whether a blank was said last.
    gap: bool,
    /// Whether the groups that cards are sorted into were read: each card has them below it.
    groups: bool,
}

impl Reader<'_> {
    fn node(&mut self, node: &Node, lang: &str) {
        match node.dyn_ref::<Element>() {
            Some(element) => self.element(element, lang),
            None => self.say(&node.text_content().unwrap_or_default(), lang),
        }
    }

    fn element(&mut self, element: &Element, lang: &str) {
        let is = |selector: &str| element.matches(selector).unwrap_or(false);
        let style = self.window.get_computed_style(element).ok().flatten();
        let display = style.and_then(|style| style.get_property_value("display").ok());
        let display = display.unwrap_or_default();
        // What is for screen readers alone says what others see in signs.
        if display == "none" || is("[aria-hidden=true], .visually-hidden") {
            return;
        }
        let own = element.get_attribute("lang");
        let lang = own.as_deref().unwrap_or(lang);
        // What is no run of words stands apart: entries, cells, cards, and their buttons. A blank
        // has a box of its own, and stands in a sentence.
        let apart =
            !is(".blank-group, .blank-group *") && (!display.starts_with("inline") || is("button"));
        self.ends |= apart;
        if is("input, select") {
            self.blank(element);
        } else if is("img") {
            let alt = element.get_attribute("alt").unwrap_or_default();
            self.say(&[" ", &alt, " "].concat(), lang);
        } else if is("br") {
            self.say(" ", lang);
        } else if is("math") {
            // Its parts are boxes to a browser.
            self.say(&element.text_content().unwrap_or_default(), lang);
        } else if !(is(".groups") && std::mem::replace(&mut self.groups, true)) {
            let children = element.child_nodes();
            for child in (0..children.length()).filter_map(|n| children.get(n)) {
                self.node(&child, lang);
            }
        }
        self.ends |= apart;
    }

    fn say(&mut self, words: &str, lang: &str) {
        if words.is_empty() {
            return;
        }
        if let Some(last) = self.lines.last_mut()
            && !self.ends
            && base_language(&last.lang) == base_language(lang)
        {
            // A blank is a word of its own, also within one.
            if self.gap && words.starts_with(char::is_alphanumeric) {
                last.words.push(' ');
            }
            last.words.push_str(words);
        } else {
            self.lines.push(Line { lang: lang.to_owned(), words: words.to_owned() });
            self.ends = false;
        }
        self.gap = false;
    }

    /// A blank: what was filled in, else the word for it.
    fn blank(&mut self, element: &Element) {
        let chosen = element.query_selector("option:checked:not([value=''])").ok().flatten();
        let typed = match element.dyn_ref::<HtmlInputElement>() {
            Some(input) => Some(input.value()),
            None => chosen.and_then(|option| option.text_content()),
        };
        let around = self.lines.last().filter(|_| !self.ends).map(|line| line.lang.clone());
        let (words, lang) = match typed.filter(|typed| !typed.trim().is_empty()) {
            Some(typed) => (typed, around),
            None => (self.blank.to_owned(), None),
        };
        let lang = lang.unwrap_or_else(|| self.own.to_owned());
        self.say(&[" ", &words].concat(), &lang);
        self.gap = true;
    }
}
