//! Addresses inside a content file, seen from the page that embeds it.

/// An address that stands in a content file at `base`, as a page names it from where it names
/// `base`.
pub fn joined(base: &str, address: &str) -> String {
    let is_whole = address.starts_with("//") || has_scheme(address);
    let path = base.split(['?', '#']).next().unwrap_or_default();
    if is_whole {
        return address.to_owned();
    }
    if address.starts_with('/') {
        return [origin(path), address].concat();
    }
    if address.starts_with(['?', '#']) {
        return [path, address].concat();
    }
    let folder = path.rfind('/').map_or("", |end| &path[..=end]);
    [folder, address].concat()
}

fn has_scheme(address: &str) -> bool {
    let end = address.find([':', '/', '?', '#']);
    end.is_some_and(|end| address[end..].starts_with(':'))
}

/// The scheme and host that an address begins with; nothing where it has none.
fn origin(address: &str) -> &str {
    let Some(start) = address.find("//") else { return "" };
    let host = start + 2;
    let end = address[host..].find('/').map_or(address.len(), |end| host + end);
    &address[..end]
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[track_caller]
    fn check(base: &str, address: &str, expected: &str) {
        assert_eq!(joined(base, address), expected);
    }

    #[test]
    fn addresses_lead_where_the_widget_finds_them() {
        check("quizzes/a.json", "pictures/cat.png", "quizzes/pictures/cat.png");
        check("a.json", "cat.png", "cat.png");
        check("/q/a.json?v=2/3", "cat.png", "/q/cat.png");
        check("/q/a.json", "../cat.png", "/q/../cat.png");
        check("q/a.json", "/cat.png", "/cat.png");
        check("https://a.school/q/a.json", "/cat.png", "https://a.school/cat.png");
        check("https://a.school/q/a.json", "cat.png", "https://a.school/q/cat.png");
        check("q/a.json", "https://b.school/cat.png", "https://b.school/cat.png");
        check("q/a.json", "mailto:a@b.school", "mailto:a@b.school");
        check("q/a.json", "//b.school/cat.png", "//b.school/cat.png");
        check("q/a.json", "#part", "q/a.json#part");
    }
}
