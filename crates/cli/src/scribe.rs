//! What all kinds share on their way to HTML: the language, the words, where addresses lead, and
//! the author's texts through the markup of the widgets.

use adil::content::{
    Address, Block, Inline, Localized, Picture, Rich, base_language, direction, parse,
    parse_with_blanks, plain,
};

use crate::address::joined;
use crate::node::{Element, Node, el, text};
use crate::words::Words;

/// One version of a content file, in one language.
pub struct Scribe<'a> {
    /// The language.
    pub lang: &'a str,
    /// The language of texts that name none.
    pub original: &'a str,
    /// The address of the content file as the page names it.
    pub src: &'a str,
    /// The level of the title.
    pub level: usize,
    /// What the ids of this version begin with.
    pub ids: &'a str,
    /// The attributes of the element.
    pub attributes: &'a [(String, String)],
    /// Whether other languages stand beside it.
    pub is_one_of_many: bool,
    /// The words of the widget.
    pub words: Words,
    /// The words of the quiz, for items inside other widgets.
    pub quiz: Words,
}

/// A list of these, of which each stands in an entry of its own.
pub fn list(tag: &'static str, entries: impl IntoIterator<Item = Vec<Node>>) -> Node {
    el(tag, entries.into_iter().map(|entry| el("li", entry).into())).into()
}

/// What is folded away until somebody opens it.
pub fn folded(summary: Vec<Node>, inside: Vec<Node>) -> Node {
    let summary = el("summary", summary).into();
    el("details", std::iter::once(summary).chain(inside)).into()
}

/// Words in a paragraph.
pub fn line(words: impl Into<String>) -> Node {
    el("p", [text(words)]).into()
}

/// An author's HTML as plain words: no tag of it reaches the page.
fn words_of_html(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let inside = &rest[start..];
        let Some(end) = inside.find('>') else {
            rest = "";
            break;
        };
        let tag = inside[..end].trim_start_matches('<').to_ascii_lowercase();
        rest = &inside[end + 1..];
        // What scripts and styles hold is nothing to read.
        for hidden in ["script", "style"] {
            if tag.starts_with(hidden) {
                let close = ["</", hidden].concat();
                let end = rest.to_ascii_lowercase().find(&close);
                rest = end.and_then(|end| rest.get(end..)).unwrap_or_default();
            }
        }
        out.push(' ');
    }
    out.push_str(rest);
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&amp;", "&")];
    let out = marks.iter().fold(out, |out, (mark, sign)| out.replace(mark, sign));
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Scribe<'_> {
    /// An attribute of the element.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Words of the widget.
    pub fn word(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// A heading so many levels below the title.
    pub fn heading(&self, below: usize, inside: Vec<Node>) -> Node {
        let levels = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let place = (self.level.clamp(1, 6) - 1 + below).min(5);
        el(levels.get(place).copied().unwrap_or("h6"), inside).into()
    }

    /// A heading of the widget's own words.
    pub fn heading_word(&self, below: usize, key: &str) -> Node {
        self.heading(below, vec![text(self.word(key))])
    }

    /// The language of a text where it is another than that of its surroundings.
    fn foreign<'t>(&'t self, tag: &'t str) -> Option<&'t str> {
        let tag = if tag.is_empty() { self.original } else { tag };
        let is_same = base_language(tag).eq_ignore_ascii_case(base_language(self.lang));
        (!is_same && !tag.is_empty()).then_some(tag)
    }

    fn told(&self, element: Element, tag: &str) -> Element {
        match self.foreign(tag) {
            Some(tag) => element.with("lang", tag).with("dir", direction(tag)),
            None => element,
        }
    }

    /// A text without marks.
    pub fn plain(&self, words: &Localized) -> Vec<Node> {
        let (words, tag) = words.resolve(self.lang);
        match self.foreign(tag) {
            Some(_) => vec![self.told(el("span", [text(words)]), tag).into()],
            None => vec![text(words)],
        }
    }

    /// The same as a string, for where no element may stand.
    pub fn string(&self, words: &Localized) -> String {
        words.get(self.lang).to_owned()
    }

    /// A rich text as blocks.
    pub fn rich(&self, rich: &Rich) -> Vec<Node> {
        let (source, tag) = rich.source().resolve(self.lang);
        let blocks = match rich {
            Rich::Marked(_) => self.blocks(&parse(source)),
            Rich::Html(_) => vec![line(words_of_html(source))],
        };
        match self.foreign(tag) {
            Some(_) => vec![self.told(el("div", blocks), tag).into()],
            None => blocks,
        }
    }

    /// The same where there may be none.
    pub fn some(&self, rich: Option<&Rich>) -> Vec<Node> {
        rich.map(|rich| self.rich(rich)).unwrap_or_default()
    }

    /// A rich text within a line, where it is no more than one; else as blocks.
    pub fn short(&self, rich: &Rich) -> Vec<Node> {
        let (source, tag) = rich.source().resolve(self.lang);
        let inside = match rich {
            Rich::Html(_) => vec![text(words_of_html(source))],
            Rich::Marked(_) => match parse(source).as_slice() {
                [Block::Paragraph(runs)] => self.runs(runs),
                _ => return self.rich(rich),
            },
        };
        match self.foreign(tag) {
            Some(_) => vec![self.told(el("span", inside), tag).into()],
            None => inside,
        }
    }

    /// A rich text in a line, without marks, whatever it is: for summaries.
    pub fn summary(&self, rich: &Rich) -> Vec<Node> {
        let (_, tag) = rich.source().resolve(self.lang);
        let words = self.read(rich);
        match self.foreign(tag) {
            Some(_) => vec![self.told(el("span", [text(words)]), tag).into()],
            None => vec![text(words)],
        }
    }

    /// A rich text as words alone.
    pub fn read(&self, rich: &Rich) -> String {
        let source = rich.source().get(self.lang);
        match rich {
            Rich::Marked(_) => plain(&parse(source)).trim().to_owned(),
            Rich::Html(_) => words_of_html(source),
        }
    }

    /// A text with so many blanks.
    pub fn with_blanks(&self, words: &Localized, blanks: usize) -> Vec<Node> {
        let (source, tag) = words.resolve(self.lang);
        let blocks = self.blocks(&parse_with_blanks(source, blanks));
        match self.foreign(tag) {
            Some(_) => vec![self.told(el("div", blocks), tag).into()],
            None => blocks,
        }
    }

    /// A picture with what it shows.
    pub fn picture(&self, picture: Option<&Picture>) -> Vec<Node> {
        let one = picture.map(|picture| el("p", [self.image_of(picture)]).into());
        one.into_iter().collect()
    }

    /// The same within a line.
    pub fn image_of(&self, picture: &Picture) -> Node {
        self.image(&picture.src.0, &self.string(&picture.alt))
    }

    fn image(&self, address: &Address, alt: &str) -> Node {
        let image = el("img", []).with("src", &self.address(address)).with("alt", alt);
        image.with("loading", "lazy").into()
    }

    /// An address of the content file as the page has to name it.
    pub fn address(&self, address: &Address) -> String {
        joined(self.src, address.as_str())
    }

    /// A link.
    pub fn link(&self, address: &Address, inside: Vec<Node>) -> Node {
        el("a", inside).with("href", &self.address(address)).into()
    }

    /// An id on the page.
    pub fn id(&self, name: &str) -> String {
        [self.ids, "-", name].concat()
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Node> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Node {
        match block {
            Block::Paragraph(runs) => el("p", self.runs(runs)).into(),
            Block::Bullets(entries) => list("ul", entries.iter().map(|runs| self.runs(runs))),
            Block::Numbered { start, entries } => {
                let entries = entries.iter().map(|runs| el("li", self.runs(runs)).into());
                let start = (*start != 1).then(|| start.to_string());
                el("ol", entries).with_some("start", start.as_deref()).into()
            }
            Block::Table { head, rows } => {
                let head: Vec<_> = head.iter().map(|cell| self.runs(cell)).collect();
                let rows = rows.iter().map(|row| row.iter().map(|cell| self.runs(cell)).collect());
                table(head, rows.collect())
            }
        }
    }

    fn runs(&self, runs: &[Inline]) -> Vec<Node> {
        runs.iter().map(|run| self.run(run)).collect()
    }

    fn run(&self, run: &Inline) -> Node {
        let within = |tag, runs: &[Inline]| el(tag, self.runs(runs)).into();
        match run {
            Inline::Text(words) => text(words.clone()),
            Inline::Emphasis(runs) => within("em", runs),
            Inline::Strong(runs) => within("strong", runs),
            Inline::Code(runs) => within("code", runs),
            Inline::Superscript(runs) => within("sup", runs),
            Inline::Subscript(runs) => within("sub", runs),
            Inline::Link(runs, address) => self.link(address, self.runs(runs)),
            Inline::Picture(alt, address) => self.image(address, alt),
            Inline::Money(amount) => {
                let currency =
                    self.attribute("currency").map(|currency| ["\u{a0}", currency].concat());
                text([amount, currency.as_deref().unwrap_or_default()].concat())
            }
            Inline::Blank(n) => text(format!("______ ({})", n + 1)),
            Inline::Break => el("br", []).into(),
        }
    }
}

/// A table; its head may be empty.
pub fn table(head: Vec<Vec<Node>>, rows: Vec<Vec<Vec<Node>>>) -> Node {
    let row = |tag: &'static str, cells: Vec<Vec<Node>>| -> Node {
        let cell = |inside| {
            let cell = el(tag, inside);
            Node::from(if tag == "th" { cell.with("scope", "col") } else { cell })
        };
        el("tr", cells.into_iter().map(cell)).into()
    };
    let has_head = !head.is_empty();
    let head = has_head.then(|| el("thead", [row("th", head)]).into());
    let body = el("tbody", rows.into_iter().map(|cells| row("td", cells))).into();
    el("table", head.into_iter().chain([body])).into()
}

#[cfg(test)]
mod tests {
    use super::words_of_html;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(words_of_html(html), expected);
    }

    #[test]
    fn of_html_the_words_are_left() {
        check("<p>One <b>two</b></p><p>three</p>", "One two three");
        check("a<script>alert('x')</script>b", "a b");
        check("a<STYLE>p{}</STYLE >b <script>never closed", "a b");
        check("1 &lt; 2 &amp;lt; 3&nbsp;<img src=x onerror=alert(1)>", "1 < 2 &lt; 3");
        check("a < b", "a");
    }
}
