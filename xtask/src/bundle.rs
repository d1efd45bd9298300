//! From crates to `dist/`.

use crate::process::run;
use crate::repo::{Repo, bundle_of, is_of};
use crate::tools::{Profile, Tools};
use crate::{adil_command, budget, finish, folder, links, site, sizes};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Instant, SystemTime};

/// What `dist/` is made from; a change in any of these makes it stale.
const SOURCES: [&str; 13] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/bundle",
    "index.html",
    "src",
    "style",
    "tests/package-lock.json",
    "vendor",
    "widgets",
    "xtask/Cargo.toml",
    "xtask/src",
];

/// What Trunk hands on to its hook.
const FOR_TRUNK: &str = "ADIL_XTASK";

/// Builds the release and shows what it weighs.
pub fn build(repo: &Repo) -> Result<()> {
    let started = Instant::now();
    links::write(repo)?;
    let tools = Tools::ready(repo)?;
    // Gone until the build is complete: its presence is what says so.
    let _ = fs::remove_file(repo.dist.join(finish::LAST_FILE));
    tools.fetch_crates(repo)?;
    tools.compile(repo, Profile::Release, &[])?;
    bundle(repo, &tools, &repo.root.join("index.html"))?;
    write_site(repo, &tools)?;
    sizes::show(repo)?;
    budget::show(repo)?;
    println!("\n{} is ready ({:.0} s)", repo.show(&repo.dist), started.elapsed().as_secs_f64());
    Ok(())
}

/// Makes what is compiled a release: the bundles that a page links to.
fn bundle(repo: &Repo, tools: &Tools, page: &Path) -> Result<()> {
    let mut trunk = tools.trunk(repo, Profile::Release)?;
    trunk.args(["--log=warn", "build", "--release", "--dist"]).arg(&repo.dist).arg(page);
    // Everything is compiled: cargo has nothing to say but how its runs wait for each other.
    trunk.env("CARGO_TERM_QUIET", "true");
    // The pages come when all else is done.
    trunk.env(FOR_TRUNK, "true");
    run(&mut trunk).context("building the bundles")?;
    finish::finish(repo, tools)
}

/// Makes the bundles of some widgets anew, and what all share, for a look in between. `dist/` does
/// not count as complete afterwards: the next test builds the whole.
pub fn build_some(repo: &Repo, widgets: &[&str]) -> Result<()> {
    let started = Instant::now();
    for widget in widgets {
        if !repo.root.join("widgets").join(widget).join("Cargo.toml").is_file() {
            bail!("there is no widgets/{widget}");
        }
    }
    links::write(repo)?;
    let tools = Tools::ready(repo)?;
    tools.fetch_crates(repo)?;
    tools.compile(repo, Profile::Release, widgets)?;
    let some = Repo { dist: repo.wasm_target.join("some"), ..Repo::find()? };
    // Trunk finds what a page links to from where the page lies.
    let page = repo.root.join("index.some.html");
    fs::write(&page, only(&fs::read_to_string(repo.root.join("index.html"))?, widgets))?;
    let bundled = bundle(&some, &tools, &page);
    fs::remove_file(&page)?;
    bundled?;
    let _ = fs::remove_file(repo.dist.join(finish::LAST_FILE));
    for file in folder::files(&some.dist)? {
        let name = folder::name(&some.dist, &file);
        if [finish::LAST_FILE, site::FRONT].contains(&name.as_str()) {
            continue;
        }
        let target = repo.dist.join(name);
        fs::create_dir_all(target.parent().unwrap_or(&repo.dist))?;
        fs::copy(&file, target)?;
    }
    write_site(repo, &tools)?;
    println!("\n{} is ready ({:.0} s)", widgets.join(", "), started.elapsed().as_secs_f64());
    Ok(())
}

/// A page without its links to the bundles of other widgets.
fn only(page: &str, widgets: &[&str]) -> String {
    let is_wanted = |line: &&str| {
        !line.contains("data-bin=") || widgets.iter().any(|widget| is_of(bundle_of(line), widget))
    };
    let page: String = page.split_inclusive('\n').filter(is_wanted).collect();
    // Trunk makes a bundle of the whole workspace where no link is the main one.
    let (worker, main) = ("data-type=\"worker\"", "data-type=\"main\"");
    if page.contains(main) { page } else { page.replacen(worker, main, 1) }
}

/// Builds the release unless it is newer than everything it is made from.
pub fn build_if_stale(repo: &Repo) -> Result<()> {
    let built = fs::metadata(repo.dist.join(finish::LAST_FILE)).and_then(|file| file.modified());
    let newest = SOURCES.iter().filter_map(|source| newest(&repo.root.join(source))).max();
    match (built, newest) {
        (Ok(built), Some(newest)) if newest < built => site_if_stale(repo),
        _ => build(repo),
    }
}

/// Writes the pages of the site beside the bundles, unless they are newer than what they are made
/// from.
fn site_if_stale(repo: &Repo) -> Result<()> {
    let written = fs::metadata(repo.dist.join(site::LAST_FILE)).and_then(|file| file.modified());
    let newest = site::SOURCES.iter().filter_map(|source| newest(&repo.root.join(source))).max();
    match (written, newest) {
        (Ok(written), Some(newest)) if newest < written => Ok(()),
        _ => self::site(repo),
    }
}

/// Writes the pages of the site anew.
pub fn site(repo: &Repo) -> Result<()> {
    if !repo.dist.join("adil.js").is_file() {
        bail!("there are no bundles yet: cargo xtask build makes all");
    }
    let started = Instant::now();
    write_site(repo, &Tools::ready(repo)?)?;
    println!(
        "the pages in {} are new ({:.1} s)",
        repo.show(&repo.dist),
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Writes the pages, their scripts and styles made small.
fn write_site(repo: &Repo, tools: &Tools) -> Result<()> {
    let written = site::write(repo, &repo.dist, &adil_command::built(repo)?)?;
    finish::minify(tools, &repo.dist, &written)
}

/// Writes the pages for the development server, into the folder that Trunk fills.
pub fn site_for_trunk(repo: &Repo, folder: &str) -> Result<()> {
    let command = env::var_os(adil_command::VARIABLE).context("ADIL_COMMAND is not set")?;
    site::write(repo, Path::new(folder), Path::new(&command))?;
    Ok(())
}

/// Has Trunk write the pages after each of its builds.
pub fn with_site(trunk: &mut Command, repo: &Repo) -> Result<()> {
    trunk.env(FOR_TRUNK, env::current_exe()?);
    trunk.env(adil_command::VARIABLE, adil_command::built(repo)?);
    Ok(())
}

/// The newest change in a file or folder. A folder's own time counts: it tells of files removed.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let inside = fs::read_dir(path).into_iter().flatten().flatten();
    inside.filter_map(|entry| newest(&entry.path())).chain(own).max()
}

#[cfg(test)]
mod tests {
    use super::only;

    #[test]
    fn a_page_for_some_widgets_keeps_all_but_the_other_bundles() {
        let [x, y, z] =
            ["x", "y-z", "yes"].map(|name| format!("<link data-bin=\"adil-{name}\">\n"));
        let page = ["<a>\n", &x, &y, &z, "<b>\n"].concat();
        assert_eq!(only(&page, &["y"]), ["<a>\n", &y, "<b>\n"].concat());
    }
}
