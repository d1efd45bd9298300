//! One page: where it lies, and what its template needs.

use super::texts::{FIRST, Language};
use serde_json::{Value, json};

/// What fills the template of a page.
pub enum Made {
    /// The template has all that it needs.
    Plain,
    /// A widget, by its place in the list.
    Widget(String),
    /// A guide or another document, by its path.
    Guide(String),
}

/// A page, which is there in each language.
pub struct Page {
    /// From the folder of a language, such as `widgets/quiz.html`.
    pub path: String,
    /// The file of `site/` that shows it.
    pub template: String,
    /// The entry of the main navigation that leads here.
    pub section: String,
    /// What fills it.
    pub made: Made,
    /// Whether it is there in the first language alone.
    pub only_first: bool,
}

impl Page {
    /// A page of `site/pages`, whose template has all that it needs.
    pub fn plain(name: &str) -> Self {
        Self {
            path: name.to_owned(),
            template: format!("pages/{name}"),
            section: name.trim_end_matches(".html").to_owned(),
            made: Made::Plain,
            only_first: false,
        }
    }

    /// Whether the page is there in a language.
    pub fn is_in(&self, language: &Language) -> bool {
        !self.only_first || language.code == FIRST
    }
}

/// A page in a language.
pub struct Place<'p> {
    /// The page.
    pub page: &'p Page,
    /// The language.
    pub language: &'p Language,
}

impl Place<'_> {
    /// Where it lies, from the root of the site.
    pub fn path(&self) -> String {
        self.language.folder() + &self.page.path
    }

    /// The way from it to the folder of its language.
    pub fn home(&self) -> String {
        up(&self.page.path)
    }

    /// The way from it to the root of the site.
    pub fn root(&self) -> String {
        up(&self.path())
    }

    /// What leads to it in another language, or to that language's front page.
    pub fn switch(&self, to: &Language) -> Value {
        let path = if self.page.is_in(to) { &self.page.path } else { "index.html" };
        let href = [&self.root(), &to.folder(), path].concat();
        json!({
            "code": to.code,
            "dir": to.dir(),
            "name": to.text(&["language"]),
            "href": href,
            "current": to.code == self.language.code,
        })
    }
}

/// The way from a page to the folder that its path begins in.
fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_to_the_root_and_to_other_languages() {
        let language =
            |code: &str| Language { code: code.to_owned(), texts: json!({"language": "x"}) };
        let (en, kk) = (language("en"), language("kk"));
        let page = Page { path: "guides/a.html".to_owned(), ..Page::plain("guides/a.html") };
        let place = Place { page: &page, language: &kk };
        assert_eq!(place.path(), "kk/guides/a.html");
        assert_eq!((place.home(), place.root()), ("../".to_owned(), "../../".to_owned()));
        assert_eq!(place.switch(&en)["href"], "../../guides/a.html");
        let only = Page { only_first: true, ..page };
        let place = Place { page: &only, language: &en };
        assert_eq!(place.switch(&kk)["href"], "../kk/index.html");
    }
}
