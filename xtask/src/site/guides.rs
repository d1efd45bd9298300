//! The guides, and the other documents that pages lead to.

use super::address::{DOCUMENTS, page_of};
use super::markdown::{self, Document};
use super::page::{Made, Page};
use super::texts::Language;
use crate::folder;
use crate::repo::Repo;
use anyhow::Result;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The guide that lists all others.
const INDEX: &str = "guides/index.html";

/// A guide.
pub struct Guide {
    /// From the folder of a language, such as `guides/moodle.html`.
    pub path: String,
    document: Document,
    /// Whether it is a document for developers, there once.
    only_first: bool,
}

/// All guides and documents.
pub fn read(repo: &Repo) -> Result<Vec<Guide>> {
    let mut guides = Vec::new();
    for file in folder::ending(&repo.root.join("docs/guides"), ".md")? {
        guides.extend(guide(repo, &folder::name(&repo.root, &file), false)?);
    }
    for (file, _) in DOCUMENTS {
        guides.extend(guide(repo, file, true)?);
    }
    Ok(guides)
}

fn guide(repo: &Repo, file: &str, only_first: bool) -> Result<Option<Guide>> {
    let Some(path) = page_of(file) else { return Ok(None) };
    let document = markdown::read(file, &folder::read(&repo.root.join(file))?);
    Ok(Some(Guide { path, document, only_first }))
}

impl Guide {
    /// Its page.
    pub fn page(&self) -> Page {
        Page {
            path: self.path.clone(),
            template: "guide.html".to_owned(),
            section: "guides".to_owned(),
            made: Made::Guide(self.path.clone()),
            only_first: self.only_first,
        }
    }

    /// What its template needs.
    pub fn context(&self) -> BTreeMap<String, Value> {
        BTreeMap::from([
            ("document".to_owned(), json!(self.document)),
            ("is_index".to_owned(), json!(self.path == INDEX)),
        ])
    }
}

/// The guides of a language by their names, as pages lead to them.
pub fn listed(guides: &[Guide], language: &Language) -> Value {
    let is_there = |guide: &&Guide| guide.path != INDEX && guide.page().is_in(language);
    let name = |path: &str| path.trim_start_matches("guides/").trim_end_matches(".html").to_owned();
    let all = guides.iter().filter(is_there);
    let entry = |guide: &Guide| json!({"path": guide.path, "title": guide.document.title});
    json!(all.map(|guide| (name(&guide.path), entry(guide))).collect::<BTreeMap<_, _>>())
}
