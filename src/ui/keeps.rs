//! The sheet that says what a widget keeps, tells the page, and sends; it can be printed alone.

use web_sys::Element;

use super::dom::{El, el, listen, part};
use super::paper::print;
use super::parts::plain_button;
use crate::locale::Texts;

/// Marks a view of which the sheet alone is printed.
const MARK: &str = "data-keeps";

/// What a sheet says; the words are the widget's own, since each of them keeps something else.
pub struct Keeps<'k> {
    /// The widget's interface texts: `keeps_what`, `events` and `print_keeps` are of the sheet.
    pub texts: &'k Texts,
    /// The part by which pages style it.
    pub part: &'static str,
    /// The key of its heading.
    pub title: &'static str,
    /// Sentences: where and how long, what is told, what is sent.
    pub lines: Vec<String>,
    /// What is kept, by its names for people; none where nothing is.
    pub what: Vec<String>,
    /// The names of events by which the page is told; none where it is told nothing.
    pub tells: &'k [&'static str],
}

impl Keeps<'_> {
    /// The sheet, folded.
    pub fn view(self) -> El {
        let Keeps { texts, lines, what, tells, .. } = self;
        let mut rows: Vec<El> = lines.into_iter().map(|line| el("li").child(line)).collect();
        if !what.is_empty() {
            let what: Vec<El> = what.into_iter().map(|one| el("li").child(one)).collect();
            rows.push(el("li").child((texts.get("keeps_what"), el("ul").child(what))));
        }
        if !tells.is_empty() {
            let names = el("code").attr("dir", "ltr").child(tells.join(" "));
            rows.push(el("li").child((texts.get("events"), " ", names)));
        }
        let words = texts.get("print_keeps");
        let sheet = el("details").attr("class", "keeps").attr("part", self.part);
        let node = sheet.element();
        clear_after_print(node.clone());
        let print = plain_button("quiet", Box::new(move || words.clone()), move || alone(&node));
        sheet.child((
            part("summary", "summary").child(texts.get(self.title)),
            el("ul").child(rows),
            print,
        ))
    }
}

fn view_of(node: &Element) -> Option<Element> {
    node.closest(".base").ok().flatten()
}

/// Prints the sheet and nothing else of the widget.
fn alone(node: &Element) {
    if let Some(view) = view_of(node) {
        _ = view.set_attribute(MARK, "");
    }
    print();
}

/// Many a browser only begins to print when it is asked to, so the mark stays until it has.
fn clear_after_print(node: Element) {
    let Some(window) = web_sys::window() else { return };
    let clear = move |_| {
        if let Some(view) = view_of(&node) {
            _ = view.remove_attribute(MARK);
        }
    };
    listen(&window, "afterprint", Box::new(clear));
}
