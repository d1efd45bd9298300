//! HTML as a tree: text can only be text, so nothing that an author writes becomes markup.

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Words as they are.
    Text(String),
    /// An element.
    Element(Element),
    /// A sheet of a release in the page itself: the one thing that is written as it is.
    Sheet(String),
}

/// A sheet of a release; nothing where it could end its element.
pub fn sheet(css: &str) -> Option<Node> {
    (!css.contains("</")).then(|| Node::Sheet(css.trim().to_owned()))
}

/// An element with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

/// Elements that stand within a line.
const INLINE: &[&str] =
    &["a", "b", "br", "code", "em", "i", "img", "input", "span", "strong", "sub", "sup"];

/// Elements that have no end tag.
const VOID: &[&str] = &["br", "img", "input", "link", "meta"];

/// An element that holds these.
pub fn el(tag: &'static str, children: impl IntoIterator<Item = Node>) -> Element {
    Element { tag, attributes: Vec::new(), children: children.into_iter().collect() }
}

/// Words.
pub fn text(words: impl Into<String>) -> Node {
    Node::Text(words.into())
}

impl Element {
    /// The same with an attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Element {
        self.attributes.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same with an attribute, where there is a value.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<&str>) -> Element {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl Node {
    /// Whether it or anything inside it has a class, alone.
    pub fn has_class(&self, class: &str) -> bool {
        let Node::Element(element) = self else { return false };
        let is = |(name, value): &(String, String)| name == "class" && value == class;
        element.attributes.iter().any(is) || element.children.iter().any(|one| one.has_class(class))
    }

    /// Whether it stands within a line.
    pub fn is_inline(&self) -> bool {
        match self {
            Node::Text(_) => true,
            Node::Sheet(_) => false,
            Node::Element(element) => INLINE.contains(&element.tag),
        }
    }
}

/// Nodes as HTML, a line for each block. There is no empty line among them, since some editors
/// make paragraphs of what stands between two.
pub fn html(nodes: &[Node]) -> String {
    let mut out = String::new();
    write_all(&mut out, nodes, 0);
    out
}

/// Text between tags, with what would be markup escaped.
fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Lines of a text are told apart by <br>, never by the source.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n("  ", depth));
}

fn write_all(out: &mut String, nodes: &[Node], depth: usize) {
    // What stands within a line goes on one.
    for run in nodes.chunk_by(|one, next| one.is_inline() && next.is_inline()) {
        indent(out, depth);
        run.iter().for_each(|node| write(out, node, depth));
        out.push('\n');
    }
}

fn write(out: &mut String, node: &Node, depth: usize) {
    let Element { tag, attributes, children } = match node {
        Node::Text(words) => return escape(out, words),
        Node::Sheet(css) => return out.extend(["<style>", css.as_str(), "</style>"]),
        Node::Element(element) => element,
    };
    out.extend(["<", tag]);
    for (name, value) in attributes {
        out.extend([" ", name, "=\""]);
        escape(out, value);
        out.push('"');
    }
    out.push('>');
    if VOID.contains(tag) {
        return;
    }
    if children.iter().all(Node::is_inline) {
        children.iter().for_each(|child| write(out, child, depth));
    } else {
        out.push('\n');
        write_all(out, children, depth + 1);
        indent(out, depth);
    }
    out.extend(["</", tag, ">"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(node: impl Into<Node>, expected: &str) {
        assert_eq!(html(&[node.into()]), expected);
    }

    #[test]
    fn words_are_never_markup() {
        check(text("<b>\"a\" & b</b>"), "&lt;b&gt;&quot;a&quot; &amp; b&lt;/b&gt;\n");
        check(
            el("p", []).with("title", "\"><script>alert(1)</script>"),
            "<p title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"></p>\n",
        );
        check(el("p", [text("one\n\ntwo\0")]), "<p>one  two </p>\n");
    }

    #[test]
    fn a_sheet_is_written_as_it_is_and_cannot_end_its_element() {
        check(sheet("a > b { & c {} }\n").unwrap(), "<style>a > b { & c {} }</style>\n");
        assert_eq!(sheet("a{}</style><script>"), None);
    }

    #[test]
    fn blocks_stand_on_lines_of_their_own() {
        let entry = el("li", [el("p", [text("one "), el("em", [text("two")]).into()]).into()]);
        check(
            el("ul", [entry.into(), el("li", [el("br", []).into()]).into()]),
            "<ul>\n  <li>\n    <p>one <em>two</em></p>\n  </li>\n  <li><br></li>\n</ul>\n",
        );
        check(
            el("div", [text("a"), text("b"), el("p", []).into(), text("c")]),
            "<div>\n  ab\n  <p></p>\n  c\n</div>\n",
        );
    }
}
