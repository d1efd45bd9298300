//! Whole pages: of a folder for a stick, and of a site that serves files, where a page has a
//! description beside it by which other sites show it in a frame (oEmbed).

use std::fs;
use std::path::{Path, PathBuf};

use adil::content::direction;
use serde_json::json;
use url::Url;

use crate::address::joined;
use crate::content::Opened;
use crate::kinds;
use crate::node::{Node, el, html, text};
use crate::release::{SHEET, sheet_line};

/// How large other sites make the frame at first, in CSS pixels. `frame-height.js` makes it as high as
/// what it shows.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 640;

/// A whole page in a language: its title, what else is in its head, and its body.
pub fn whole(lang: &str, title: &str, head: Vec<Node>, body: Vec<Node>) -> String {
    let meta = |name: &str, content: &str| -> Node {
        el("meta", []).with("name", name).with("content", content).into()
    };
    let mut all = vec![
        el("meta", []).with("charset", "utf-8").into(),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        el("title", [text(title)]).into(),
        el(
            "style",
            [text("body{max-width:46rem;margin:2rem auto;padding:0 1rem;font-family:system-ui}")],
        )
        .into(),
    ];
    all.extend(head);
    let page = el("html", [el("head", all).into(), el("body", body).into()]);
    let page = page.with("lang", lang).with("dir", direction(lang));
    ["<!doctype html>\n", &html(&[page.into()])].concat()
}

/// A page of a site that serves files.
pub struct Page<'a> {
    /// The folder that it is written into.
    pub to: &'a Path,
    /// The address of that folder.
    pub site: &'a str,
    /// The name of the page and of its description, without an ending.
    pub name: &'a str,
    /// The content file as the page names it.
    pub src: &'a str,
    /// `adil.js` as the page names it; `frame.html` lies beside it.
    pub script: &'a str,
    /// What was read of the content file.
    pub opened: &'a Opened,
    /// The mode of the element.
    pub mode: Option<&'a str>,
    /// The language of the page.
    pub lang: &'a str,
}

impl Page<'_> {
    /// Writes the page and its description; gives their paths.
    ///
    /// # Errors
    /// One sentence: which address is none, or what cannot be written.
    pub fn make(&self, element: Node) -> Result<[PathBuf; 2], String> {
        let site = self.site()?;
        let address = |inside: &str| {
            site.join(inside).map_err(|error| format!("{inside}: expected an address, {error}"))
        };
        let description = [self.name, ".oembed.json"].concat();
        let frame = self.frame(&address(self.script)?, &address(self.src)?)?;
        let title = self.opened.envelope.title.get(self.lang);
        let described = json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": site.host_str(),
            "provider_url": site.origin().ascii_serialization(),
            "width": WIDTH,
            "height": HEIGHT,
            "html": html(&[tag(&frame, title)]).trim_end(),
        });
        let discovered = el("link", [])
            .with("rel", "alternate")
            .with("type", "application/json+oembed")
            .with("href", address(&description)?.as_str())
            .with("title", title);
        let script = el("script", []).with("type", "module").with("src", self.script);
        let sheet =
            element.has_class(kinds::FIRST).then(|| sheet_line(&joined(self.script, SHEET)));
        let head = [discovered.into(), script.into()].into_iter().chain(sheet).collect();
        let page = whole(self.lang, title, head, vec![el("main", [element]).into()]);
        let made = [[self.name, ".html"].concat(), description].map(|file| self.to.join(file));
        fs::create_dir_all(self.to).map_err(|error| told(self.to, &error))?;
        for (file, words) in made.iter().zip([page, format!("{described:#}\n")]) {
            fs::write(file, words).map_err(|error| told(file, &error))?;
        }
        Ok(made)
    }

    /// The address of the folder.
    fn site(&self) -> Result<Url, String> {
        let expected = || {
            let found = self.site;
            format!(
                "--site: expected the address of the folder, such as https://our.school/quizzes/, \
                 found \"{found}\""
            )
        };
        let site = Url::parse(self.site).map_err(|_| expected())?;
        let is_folder = site.path().ends_with('/') && site.query().is_none();
        if matches!(site.scheme(), "http" | "https") && is_folder {
            Ok(site)
        } else {
            Err(expected())
        }
    }

    /// The address of the frame that shows the content.
    fn frame(&self, script: &Url, src: &Url) -> Result<Url, String> {
        let frame = script.join("frame.html");
        let mut frame = frame.map_err(|error| format!("--script: {error}"))?;
        let kind = self.opened.body.widget();
        let mut asked = frame.query_pairs_mut();
        asked.append_pair("src", src.as_str()).append_pair("kind", kind);
        if let Some(mode) = self.mode {
            asked.append_pair("mode", mode);
        }
        if !self.lang.is_empty() {
            asked.append_pair("lang", self.lang);
        }
        drop(asked);
        Ok(frame)
    }
}

/// The element that shows a frame.
fn tag(frame: &Url, title: &str) -> Node {
    el("iframe", [])
        .with("src", frame.as_str())
        .with("title", title)
        .with("width", &WIDTH.to_string())
        .with("height", &HEIGHT.to_string())
        .with("style", "border:0;max-width:100%")
        .with("allow", "fullscreen")
        .into()
}

fn told(file: &Path, error: &dyn std::fmt::Display) -> String {
    format!("{}: {error}", file.display())
}
