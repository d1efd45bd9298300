//! Where a link of a Markdown file leads on the site.

/// Files that have pages of their own in the first language alone.
pub const DOCUMENTS: [(&str, &str); 4] = [
    ("README.md", "guides/readme.html"),
    ("SECURITY.md", "guides/security.html"),
    ("crates/cli/README.md", "guides/command.html"),
    ("docs/proof.md", "guides/proof.html"),
];

/// The page of a Markdown file of the repository, from the root of the site.
pub fn page_of(file: &str) -> Option<String> {
    if let Some((_, page)) = DOCUMENTS.iter().find(|(known, _)| *known == file) {
        return Some((*page).to_owned());
    }
    if let Some(guide) = file.strip_prefix("docs/guides/") {
        let name = guide.strip_suffix(".md")?;
        return Some(format!("guides/{}.html", if name == "README" { "index" } else { name }));
    }
    let widget = file.strip_prefix("widgets/")?.strip_suffix("/README.md")?;
    Some(format!("widgets/{widget}.html"))
}

/// The HTML of a page in another language: links to documents lead to those in the first.
pub fn to_first_language(html: &str) -> String {
    DOCUMENTS.iter().fold(html.to_owned(), |html, (_, page)| {
        html.replace(&format!("\"../{page}"), &format!("\"../../{page}"))
    })
}

/// Where a link that stands in a Markdown file leads: to a page of the site, which lies one folder
/// deep as all that are made from Markdown, or out of it; nowhere where a file has no page.
pub fn of_link(file: &str, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with('#') || link.starts_with("mailto:") {
        return Some(link.to_owned());
    }
    let (path, place) = link.split_once('#').unwrap_or((link, ""));
    let page = page_of(&resolved(file, path))?;
    let place = match place {
        "" => String::new(),
        // The tables of a README are sections of their own on a widget's page.
        "restyling" if page.starts_with("widgets/") => "#parts".to_owned(),
        place => format!("#{place}"),
    };
    // Both lie in folders beside each other.
    Some(["../", &page, &place].concat())
}

/// A path that is written in a file, from the root of the repository.
fn resolved(file: &str, path: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::of_link;

    #[track_caller]
    fn check(file: &str, link: &str, expected: Option<&str>) {
        assert_eq!(of_link(file, link).as_deref(), expected);
    }

    #[test]
    fn links_between_files_lead_to_pages() {
        let guide = "docs/guides/moodle.md";
        check(guide, "react.md", Some("../guides/react.html"));
        check(guide, "README.md", Some("../guides/index.html"));
        check(guide, "../../SECURITY.md#x", Some("../guides/security.html#x"));
        check(guide, "../../widgets/quiz/README.md#keys", Some("../widgets/quiz.html#keys"));
        check(guide, "../../widgets/quiz/README.md#restyling", Some("../widgets/quiz.html#parts"));
        check("widgets/story/README.md", "../quiz/README.md", Some("../widgets/quiz.html"));
        check("README.md", "docs/proof.md", Some("../guides/proof.html"));
    }

    #[test]
    fn other_links_stay_or_are_gone() {
        check("README.md", "https://example.org/a", Some("https://example.org/a"));
        check("README.md", "#a", Some("#a"));
        check("README.md", "crates/leptos/src/lib.rs", None);
    }
}
