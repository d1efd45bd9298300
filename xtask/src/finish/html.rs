//! Trunk removes its own links from `index.html`, except the one of the main bundle when it
//! injects no script for it.

use crate::folder::{read, write};
use anyhow::Result;
use std::path::Path;

/// Removes the links that speak to Trunk.
pub fn strip_trunk_links(file: &Path) -> Result<()> {
    write(file, &without_trunk_links(&read(file)?))
}

fn without_trunk_links(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(start) = rest.find("<link") {
        let Some(length) = rest[start..].find('>') else { break };
        let (before, tag) = rest[..=start + length].split_at(start);
        kept.push_str(before);
        rest = &rest[start + length + 1..];
        if tag.contains("data-trunk") {
            kept.truncate(kept.trim_end().len());
        } else {
            kept.push_str(tag);
        }
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::without_trunk_links;

    #[test]
    fn removes_only_what_speaks_to_trunk() {
        let html = "<head>\n  <link data-trunk rel=\"rust\"\n   href=\"x\">\n  \
                    <link rel=\"icon\" href=\"i.svg\">\n</head>";
        assert_eq!(
            without_trunk_links(html),
            "<head>\n  <link rel=\"icon\" href=\"i.svg\">\n</head>"
        );
    }

    #[test]
    fn leaves_other_text_alone() {
        for html in ["", "<p>a link</p>", "an open <link"] {
            assert_eq!(without_trunk_links(html), html);
        }
    }
}
