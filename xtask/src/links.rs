//! The links of `index.html` to the bundles, which Trunk follows: one for each binary of
//! `crates/bundle`.

use crate::repo::Repo;
use anyhow::{Context, Result};
use std::fs;

/// The bundle that Trunk takes for the page's own.
const MAIN: &str = "adil-quiz";

/// How a line with such a link begins.
const START: &str = "  <link data-trunk rel=\"rust\"";

/// Writes the links anew where they differ from what is there.
pub fn write(repo: &Repo) -> Result<()> {
    let file = repo.root.join("index.html");
    let page = fs::read_to_string(&file).context("cannot read index.html")?;
    let linked = linked(&page, &bundles(repo)?);
    if linked != page {
        println!("index.html links to other bundles than there are: writing its links anew");
        fs::write(&file, linked).context("cannot write index.html")?;
    }
    Ok(())
}

/// The names of all bundles, the main one first.
fn bundles(repo: &Repo) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(repo.root.join("crates/bundle/src/bin"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort_by_key(|name| (name != MAIN, name.clone()));
    Ok(names)
}

/// A page whose links are those to these bundles.
fn linked(page: &str, bundles: &[String]) -> String {
    let links: String = bundles.iter().map(|name| link(name)).collect();
    let is_link = |line: &&str| line.starts_with(START);
    let before = page.split_inclusive('\n').take_while(|line| !is_link(line));
    let after = page.split_inclusive('\n').skip_while(|line| !is_link(line));
    before.chain([&*links]).chain(after.filter(|line| !is_link(line))).collect()
}

fn link(bundle: &str) -> String {
    let kind = if bundle == MAIN { "main" } else { "worker" };
    format!(
        "{START} data-type=\"{kind}\" data-bin=\"{bundle}\" data-bindgen-target=\"web\" \
         data-wasm-opt=\"0\" href=\"crates/bundle/Cargo.toml\">\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_replaced_where_they_stand() {
        let page = ["<a>\n", &link("adil-quiz"), &link("adil-gone"), "<b>\n"].concat();
        let names = ["adil-quiz".to_owned(), "adil-x".to_owned()];
        let expected = ["<a>\n", &link("adil-quiz"), &link("adil-x"), "<b>\n"].concat();
        assert_eq!(linked(&page, &names), expected);
        assert_eq!(linked(&expected, &names), expected);
    }

    #[test]
    fn the_page_links_to_every_bundle() -> Result<()> {
        let repo = Repo::find()?;
        let page = fs::read_to_string(repo.root.join("index.html"))?;
        assert!(linked(&page, &bundles(&repo)?) == page, "cargo xtask build writes them anew");
        Ok(())
    }
}
