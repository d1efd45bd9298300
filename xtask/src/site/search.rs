//! What is searched: the words of all pages, in a file for each language. It is a script that says
//! one thing, since browsers fetch no data where a site is opened from a folder.

use super::page::Place;
use crate::folder;
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The words of all pages.
#[derive(Default)]
pub struct Index {
    entries: BTreeMap<String, Vec<Entry>>,
}

/// A page as it is searched.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Entry {
    /// Where it lies, from the folder of its language.
    #[serde(rename = "p")]
    path: String,
    /// Its title.
    #[serde(rename = "t")]
    title: String,
    /// Its headings with their ids, and the words below each.
    #[serde(rename = "s")]
    sections: Vec<(String, String, String)>,
}

/// What holds no words of the page itself.
const SKIPPED: [&str; 9] =
    ["script", "style", "nav", "svg", "select", "button", "pre", "form", "template"];

/// Elements without an end.
const EMPTY: [&str; 8] = ["br", "img", "input", "meta", "link", "hr", "source", "wbr"];

impl Index {
    /// Adds a page.
    pub fn add(&mut self, place: &Place, html: &str) {
        let main = html.split_once("<main").and_then(|(_, rest)| rest.rsplit_once("</main>"));
        let entry =
            entry(&place.page.path, main.map_or("", |(main, _)| main), place.language.code == "en");
        let list = self.entries.entry(place.language.code.clone()).or_default();
        // A page without words in its language, such as a guide, is found in the first one.
        if entry.sections.iter().any(|(_, heading, words)| !heading.is_empty() || !words.is_empty())
        {
            list.push(entry);
        }
    }

    /// Writes the files into the folder of the site's scripts.
    pub fn write(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let mut written = Vec::new();
        for (language, entries) in &self.entries {
            let file = folder.join(format!("search-{language}.js"));
            let data = serde_json::to_string(entries)?;
            let said = format!("(self.adilSearch??={{}})[{language:?}]={data};\n");
            folder::write(&file, &said)?;
            written.push(file);
        }
        Ok(written)
    }
}

/// Reads the HTML that templates wrote. In other languages than the first, what is in English is left
/// to the index of English.
fn entry(path: &str, html: &str, is_first: bool) -> Entry {
    let mut entry = Entry { path: path.to_owned(), ..Entry::default() };
    entry.sections.push(Default::default());
    // The elements that are open; for each whether its words count.
    let mut open: Vec<(&str, bool)> = Vec::new();
    let mut heading: Option<String> = None;
    let mut rest = html.split_once('>').map_or("", |(_, rest)| rest);
    while !rest.is_empty() {
        let (text, after) = rest.split_once('<').unwrap_or((rest, ""));
        if open.last().is_none_or(|(_, counts)| *counts) {
            let words = unescaped(text);
            match &mut heading {
                Some(heading) => *heading += &words,
                None => put(&mut entry, &words),
            }
        }
        let (tag, next) = after.split_once('>').unwrap_or(("", ""));
        rest = next;
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            while open.pop().is_some_and(|(opened, _)| opened != name) {}
            if let Some(words) = heading.take_if(|_| is_heading(name)) {
                end_heading(&mut entry, name, words.trim());
            }
            continue;
        }
        if name.is_empty() || tag.starts_with('!') || EMPTY.contains(&name) {
            // What stands on two sides of a line break are two words.
            if name == "br" && open.last().is_none_or(|(_, counts)| *counts) {
                heading.as_mut().map_or_else(|| put(&mut entry, " "), |heading| heading.push(' '));
            }
            continue;
        }
        let above = open.last().is_none_or(|(_, counts)| *counts);
        let is_foreign = !is_first && attribute(tag, "lang") == Some("en");
        let counts =
            above && !SKIPPED.contains(&name) && !is_foreign && !tag.contains(" data-unsearched");
        open.push((name, counts));
        if counts && is_heading(name) {
            heading = Some(String::new());
            if name != "h1" {
                let id = attribute(tag, "id").unwrap_or_default().to_owned();
                entry.sections.push((id, String::new(), String::new()));
            }
        } else if counts {
            put(&mut entry, " ");
        }
    }
    for (_, _, words) in &mut entry.sections {
        *words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    entry.sections.retain(|(_, heading, words)| !heading.is_empty() || !words.is_empty());
    entry
}

fn is_heading(name: &str) -> bool {
    ["h1", "h2", "h3", "h4"].contains(&name)
}

fn put(entry: &mut Entry, words: &str) {
    if let Some((_, _, all)) = entry.sections.last_mut() {
        *all += words;
    }
}

fn end_heading(entry: &mut Entry, name: &str, words: &str) {
    if name == "h1" {
        words.clone_into(&mut entry.title);
    } else if let Some((_, heading, _)) = entry.sections.last_mut() {
        words.clone_into(heading);
    }
}

/// The value of an attribute.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next()
}

fn unescaped(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&#39;", "'"),
        ("&nbsp;", " "),
    ];
    let text = signs.iter().fold(text.to_owned(), |text, (sign, word)| text.replace(sign, word));
    text.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::{Entry, entry};

    #[track_caller]
    fn check(html: &str, is_first: bool, title: &str, sections: &[(&str, &str, &str)]) {
        let owned =
            |(a, b, c): &(&str, &str, &str)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned());
        let expected = Entry {
            path: "a.html".to_owned(),
            title: title.to_owned(),
            sections: sections.iter().map(owned).collect(),
        };
        assert_eq!(entry("a.html", html, is_first), expected);
    }

    #[test]
    fn words_stand_below_their_headings() {
        let html = " id=\"main\"><h1>A <b>title</b></h1><p>Lead &amp; more<br>here</p>\
                    <h2 id=\"x\">Next</h2><ul><li>one</li><li>two</li></ul>";
        check(html, true, "A title", &[("", "", "Lead & more here"), ("x", "Next", "one two")]);
    }

    #[test]
    fn what_is_pressed_and_what_is_code_is_left_out() {
        check(
            "><p>a</p><button>b</button><pre><code>c</code></pre><p>d</p>",
            true,
            "",
            &[("", "", "a d")],
        );
    }

    #[test]
    fn english_on_pages_of_other_languages_is_left_to_english() {
        let html = "><h1>Т</h1><div lang=\"en\"><h2 id=\"x\">Next</h2>words</div><p>слова</p>";
        check(html, false, "Т", &[("", "", "слова")]);
    }
}
