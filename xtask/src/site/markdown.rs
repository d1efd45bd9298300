//! Markdown files as parts of a page.

use super::address;
use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A Markdown file, in sections.
#[derive(Debug, Default, Serialize)]
pub struct Document {
    /// Its first heading.
    pub title: String,
    /// What stands before the second heading.
    pub lead: String,
    /// What follows, from each heading of the second level to the next.
    pub sections: Vec<Section>,
}

/// A part of a file.
#[derive(Debug, Default, Serialize)]
pub struct Section {
    /// What a link to it names.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its text as HTML, without the heading.
    pub html: String,
}

/// Reads a file of the repository, whose path says where its links lead.
pub fn read(file: &str, text: &str) -> Document {
    let mut reader = Reader { file, ids: BTreeMap::new(), dropped: Vec::new() };
    let mut document = Document::default();
    let mut events: Vec<Event> = Vec::new();
    let mut parser = Parser::new_ext(text, Options::ENABLE_TABLES);
    while let Some(event) = parser.next() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let inside: Vec<Event> = parser
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
                    .collect();
                let title = words(&inside);
                let id = reader.id(&title);
                match level {
                    HeadingLevel::H1 => document.title = title,
                    HeadingLevel::H2 => {
                        document.put(std::mem::take(&mut events));
                        document.sections.push(Section { id, title, html: String::new() });
                    }
                    _ => {
                        let open = format!("<{level} id=\"{id}\">");
                        events.push(Event::Html(open.into()));
                        events.extend(inside);
                        events.push(Event::Html(format!("</{level}>\n").into()));
                    }
                }
            }
            other => events.extend(reader.turn(other)),
        }
    }
    document.put(events);
    document
}

impl Document {
    /// Adds HTML to the section that was begun last.
    fn put(&mut self, events: Vec<Event>) {
        let into = self.sections.last_mut().map_or(&mut self.lead, |section| &mut section.html);
        let mut written = String::new();
        html::push_html(&mut written, events.into_iter());
        // A strict policy stops styles in a page; numbers stand below each other by a class.
        let written = written.replace(" style=\"text-align: right\"", " class=\"number\"");
        let written = written.replace(" style=\"text-align: left\"", "");
        let written = written.replace(" style=\"text-align: center\"", "");
        // A cell without words heads nothing.
        into.push_str(&written.replace("<th></th>", "<td></td>"));
    }
}

struct Reader<'f> {
    file: &'f str,
    /// How often a heading came.
    ids: BTreeMap<String, usize>,
    /// Of each link that is open, whether it leads nowhere.
    dropped: Vec<bool>,
}

impl Reader<'_> {
    /// What a link to a heading names, as code hosts make it.
    fn id(&mut self, title: &str) -> String {
        let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
        let id: String = title.to_lowercase().chars().filter(is_kept).collect();
        let id = id.replace(' ', "-");
        let count = self.ids.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{}", *count - 1) }
    }

    /// An event as the page shows it.
    fn turn<'e>(&mut self, event: Event<'e>) -> Vec<Event<'e>> {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let to = address::of_link(self.file, &dest_url);
                self.dropped.push(to.is_none());
                let Some(to) = to else { return Vec::new() };
                vec![Event::Start(Tag::Link { link_type, dest_url: to.into(), title, id })]
            }
            Event::End(TagEnd::Link) if self.dropped.pop() == Some(true) => Vec::new(),
            Event::Start(Tag::Table(columns)) => {
                let open = "<div class=\"wide\" tabindex=\"0\" role=\"group\">";
                vec![Event::Html(open.into()), Event::Start(Tag::Table(columns))]
            }
            end @ Event::End(TagEnd::Table) => vec![end, Event::Html("</div>\n".into())],
            Event::Start(Tag::CodeBlock(kind)) => vec![Event::Html(code(&kind).into())],
            Event::End(TagEnd::CodeBlock) => vec![Event::Html("</code></pre></figure>\n".into())],
            // Notes to whoever edits the file.
            Event::Html(text) | Event::InlineHtml(text) if text.starts_with("<!--") => Vec::new(),
            // HTML is no part of our texts; a tag that somebody names is meant as a word.
            Event::Html(text) | Event::InlineHtml(text) => vec![Event::Text(text)],
            other => vec![other],
        }
    }
}

/// How a block of code begins: with the name of its file, if it is one.
fn code(kind: &CodeBlockKind) -> String {
    let info = match kind {
        CodeBlockKind::Fenced(info) => info.as_ref(),
        CodeBlockKind::Indented => "",
    };
    let named = info.split_whitespace().find_map(|word| word.strip_prefix("file="));
    let caption = named.map(|name| format!("<figcaption>{}</figcaption>", escaped(name)));
    let caption = caption.unwrap_or_default();
    format!("<figure class=\"code\">{caption}<pre tabindex=\"0\"><code>")
}

/// Text as HTML shows it.
pub fn escaped(text: &str) -> String {
    let mut html = String::new();
    html::push_html(&mut html, std::iter::once(Event::Text(CowStr::from(text))));
    html.replace('"', "&quot;")
}

/// The words of a heading.
fn words(events: &[Event]) -> String {
    let word = |event: &Event| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        Event::SoftBreak | Event::HardBreak => " ".to_owned(),
        _ => String::new(),
    };
    events.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::{escaped, read};

    #[test]
    fn a_file_is_read_in_sections() {
        let text =
            "# A *file*\n\nLead.\n\n## What is kept?\n\nAll.\n\n### More\n\n## More\n\nEnd.\n";
        let found = read("README.md", text);
        assert_eq!((&*found.title, &*found.lead), ("A file", "<p>Lead.</p>\n"));
        let sections: Vec<(&str, &str)> =
            found.sections.iter().map(|one| (&*one.id, &*one.html)).collect();
        assert_eq!(
            sections,
            [
                ("what-is-kept", "<p>All.</p>\n<h3 id=\"more\">More</h3>\n"),
                ("more-1", "<p>End.</p>\n")
            ]
        );
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read("docs/guides/a.md", text).lead, expected);
    }

    #[test]
    fn links_code_tables_and_html_are_as_pages_need_them() {
        check("[b](b.md)", "<p><a href=\"../guides/b.html\">b</a></p>\n");
        check("[`b`](b.rs)", "<p><code>b</code></p>\n");
        check(
            "```html file=i.html\n<p>\n```\n",
            "<figure class=\"code\"><figcaption>i.html</figcaption><pre tabindex=\"0\"><code>\
             &lt;p&gt;\n</code></pre></figure>\n",
        );
        let table = read("a.md", "|a|\n|--:|\n|1|\n").lead;
        assert!(read("a.md", "|a||\n|-|-|\n").lead.contains("<th>a</th><td></td>"));
        assert!(table.contains("<td class=\"number\">1</td>") && !table.contains("style"));
        check("<!-- made -->\n", "");
        check("a <b>", "<p>a &lt;b&gt;</p>\n");
    }

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(escaped("a<b \"c\" & d"), "a&lt;b &quot;c&quot; &amp; d");
    }
}
