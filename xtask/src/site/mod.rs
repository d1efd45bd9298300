//! The site: the front page, a page for each widget, the guides, and a search over all of it, in
//! each language of the interface.
//!
//! `markdown` reads guides and READMEs, `widgets` what manifests and examples say, `figures` what
//! pages load and which tests stand behind them, `shown` which example a widget shows first. The
//! templates of `site/` put it on pages; `search` reads these and writes what is searched.

mod address;
mod figures;
mod guides;
mod lines;
mod markdown;
mod page;
mod search;
mod shown;
mod texts;
mod widgets;

use crate::folder::{self, files};
use crate::repo::Repo;
use anyhow::{Context, Result};
use guides::Guide;
use lines::Example;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior, escape_formatter};
use page::{Made, Page, Place};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use texts::Language;
use widgets::Widget;

/// What the pages are made from; a change in any of these makes them stale.
pub const SOURCES: [&str; 5] = ["site", "docs", "README.md", "SECURITY.md", "crates/cli/README.md"];

/// Written last: where it is, all pages are there.
pub const LAST_FILE: &str = "site/search-ru.js";

/// The page that is shown first; Trunk writes one of its own before.
pub const FRONT: &str = "index.html";

/// The folder of `dist/` with the scripts and styles of the pages.
const STATIC: &str = "site";

/// Writes all pages beside a build. `command` is the command of `crates/cli`, which writes what
/// readers without scripts get of an example. The scripts and styles that were written.
pub fn write(repo: &Repo, to: &Path, command: &Path) -> Result<Vec<PathBuf>> {
    let site = Site::new(repo, to, command)?;
    site.clear()?;
    let pages = site.pages()?;
    let mut index = search::Index::default();
    for language in &site.languages {
        for page in pages.iter().filter(|page| page.is_in(language)) {
            let place = Place { page, language };
            let mut html = site.render(&place, &pages)?;
            if !language.folder().is_empty() {
                html = address::to_first_language(&html);
            }
            index.add(&place, &html);
            let file = to.join(place.path());
            fs::create_dir_all(file.parent().unwrap_or(to))?;
            folder::write(&file, &html)?;
        }
    }
    let mut copied = site.copy_static()?;
    copied.extend(index.write(&to.join(STATIC))?);
    Ok(copied)
}

/// All that pages are made from.
struct Site<'r> {
    repo: &'r Repo,
    to: &'r Path,
    command: &'r Path,
    templates: Environment<'static>,
    languages: Vec<Language>,
    widgets: Vec<Widget>,
    guides: Vec<Guide>,
    /// What the development server adds to its page, so that it loads anew.
    reload: String,
}

impl<'r> Site<'r> {
    fn new(repo: &'r Repo, to: &'r Path, command: &'r Path) -> Result<Self> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_formatter(format);
        let folder = repo.root.join("site");
        for file in folder::ending(&folder, ".html")? {
            let text = folder::read(&file)?;
            let added = templates.add_template_owned(folder::name(&folder, &file), text);
            added.with_context(|| repo.show(&file).to_string())?;
        }
        Ok(Self {
            repo,
            to,
            command,
            templates,
            languages: texts::read(&folder.join("texts"))?,
            widgets: widgets::read(repo)?,
            guides: guides::read(repo)?,
            reload: reload(&folder::read(&to.join(FRONT)).unwrap_or_default()),
        })
    }

    /// All pages: those of `site/pages`, of the widgets, of the guides.
    fn pages(&self) -> Result<Vec<Page>> {
        let folder = self.repo.root.join("site/pages");
        let plain = folder::ending(&folder, ".html")?;
        let plain = plain.iter().map(|file| Page::plain(&folder::name(&folder, file)));
        let widgets = self.widgets.iter().map(Widget::page);
        Ok(plain.chain(widgets).chain(self.guides.iter().map(Guide::page)).collect())
    }

    /// Removes what earlier pages may have left.
    fn clear(&self) -> Result<()> {
        let folders = [STATIC, "guides", "widgets"].map(str::to_owned);
        let languages = self.languages.iter().map(Language::folder);
        for folder in folders.into_iter().chain(languages.filter(|folder| !folder.is_empty())) {
            let folder = self.to.join(folder);
            if folder.is_dir() {
                fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
            }
        }
        Ok(())
    }

    /// A page in a language.
    fn render(&self, place: &Place, pages: &[Page]) -> Result<String> {
        let switch: Vec<Value> = self.languages.iter().map(|one| place.switch(one)).collect();
        let plain = pages.iter().filter(|page| matches!(page.made, Made::Plain));
        let template = self.templates.get_template(&place.page.template)?;
        let filled = template.render(Serde(json!({
            "t": place.language.texts,
            "lang": place.language.code,
            "dir": place.language.dir(),
            "root": place.root(),
            "home": place.home(),
            "path": place.page.path,
            "section": place.page.section,
            "languages": switch,
            "pages": plain.map(|page| &page.path).collect::<Vec<_>>(),
            "widgets": widgets::cards(&self.widgets, place.language),
            "guides": guides::listed(&self.guides, place.language),
            "reload": self.reload,
            "page": self.own(place)?,
        })));
        filled.with_context(|| format!("site/{}, {}", place.page.template, place.path()))
    }

    /// What the template of a page needs beside what all have.
    fn own(&self, place: &Place) -> Result<BTreeMap<String, Value>> {
        match &place.page.made {
            Made::Plain if place.page.path == FRONT => {
                let (lines, first) = lines::of(self.command, &self.first(place))?;
                let quiz = self.widgets.iter().find(|widget| widget.name == "quiz");
                let kilobytes = quiz.and_then(Widget::kilobytes).context("what a quiz weighs")?;
                Ok(BTreeMap::from([
                    ("lines".to_owned(), lines.into()),
                    ("answers_first".to_owned(), first.into()),
                    ("kb".to_owned(), kilobytes.to_string().into()),
                ]))
            }
            Made::Plain => Ok(BTreeMap::new()),
            Made::Widget(name) => {
                let widget = self.widgets.iter().find(|widget| widget.name == *name);
                let widget = widget.with_context(|| format!("there is no widget {name}"))?;
                let (lines, first) = lines::of(self.command, &widget.on_page(self.repo, place)?)?;
                let mut context = widget.context(place.language, &lines)?;
                context.insert("answers_first".to_owned(), first.into());
                Ok(context)
            }
            Made::Guide(path) => {
                let guide = self.guides.iter().find(|guide| guide.path == *path);
                guide.map(Guide::context).with_context(|| format!("there is no guide {path}"))
            }
        }
    }

    /// The quiz of the front page.
    fn first(&self, place: &Place) -> Example {
        let attributes = [("loading", "eager"), ("storage", "none")];
        let attributes = attributes.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Example {
            file: self.repo.root.join("site/static/first.json"),
            src: format!("{}{STATIC}/first.json", place.root()),
            attributes: BTreeMap::from(attributes),
            language: Some(place.language.code.clone()),
        }
    }

    /// Copies the scripts, styles and contents of the pages.
    fn copy_static(&self) -> Result<Vec<PathBuf>> {
        let from = self.repo.root.join("site/static");
        let mut copied = Vec::new();
        for file in files(&from)? {
            let target = self.to.join(STATIC).join(folder::name(&from, &file));
            fs::create_dir_all(target.parent().unwrap_or(self.to))?;
            fs::copy(&file, &target).with_context(|| target.display().to_string())?;
            copied.push(target);
        }
        Ok(copied)
    }
}

/// Writes a value into a page. The escapes of the template engine are longer: they also spare
/// slashes, which addresses are full of.
fn format(
    out: &mut Output,
    state: &mut State,
    value: &minijinja::Value,
) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() && *state.auto_escape() == AutoEscape::Html => {
            Ok(out.write_str(&markdown::escaped(text))?)
        }
        _ => escape_formatter(out, state, value),
    }
}

/// The scripts of a page that stand in it itself: only the development server writes such.
fn reload(page: &str) -> String {
    let mut found = String::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((tag, next)) = after.split_once("</script>") else { break };
        let attributes = tag.split('>').next().unwrap_or_default();
        if !attributes.contains("src=") && !attributes.contains("json") {
            found += &["<script", tag, "</script>"].concat();
        }
        rest = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::reload;

    #[test]
    fn only_scripts_that_stand_in_the_page_are_taken_over() {
        let page = r#"<script type="module" src="a.js"></script><p><script>let a = "<b>"</script>"#;
        assert_eq!(reload(page), r#"<script>let a = "<b>"</script>"#);
        assert_eq!(reload("<p>none</p>"), "");
    }
}
