//! What each command does.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::arguments::{Arguments, Command, EmbedArguments};
use crate::content::{Opened, open_any};
use crate::embed::{Wish, element, lines};
use crate::offline::Folder;
use crate::page::Page;
use crate::texts;

/// A content file has mistakes.
const MISTAKES: u8 = 1;
/// The command was not understood, or a file cannot be read or written.
const REFUSED: u8 = 2;

/// Why a command could not do what it was asked for.
struct Failure {
    code: u8,
    sentence: String,
}

impl Failure {
    fn refused(sentence: String) -> Failure {
        Failure { code: REFUSED, sentence }
    }
}

/// Does what was typed.
pub fn run(arguments: &Arguments, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let code = match &arguments.command {
        Command::Check { files, strict, texts } => check_all(files, *strict, *texts, out),
        Command::Embed(wanted) => match embed(wanted, out, err) {
            Ok(()) => 0,
            Err(failure) => {
                // Nobody is left to tell where even this cannot be written.
                let _ = writeln!(err, "{}", failure.sentence);
                failure.code
            }
        },
    };
    ExitCode::from(code)
}

fn open(file: &Path) -> Result<Opened, Failure> {
    let name = file.display().to_string();
    let bytes = fs::read(file)
        .map_err(|error| Failure::refused(format!("{name}: cannot be read: {error}")))?;
    let mistake = |sentence| Failure { code: MISTAKES, sentence };
    open_any(&name, &String::from_utf8_lossy(&bytes)).map_err(mistake)
}

/// The texts of a file that look otherwise than they are written.
fn looks(file: &Path) -> Vec<String> {
    let text = fs::read(file).unwrap_or_default();
    // What is no JSON was named as a mistake.
    let Ok(json) = serde_json::from_slice::<adil::Json>(&text) else { return Vec::new() };
    let line = |(place, shown): &(String, String)| {
        format!("text: {}: {place}: looks like “{shown}”", file.display())
    };
    texts::looks(&json).iter().map(line).collect()
}

fn check_all(files: &[PathBuf], strict: bool, texts: bool, out: &mut dyn Write) -> u8 {
    let mut worst = 0;
    for file in files {
        let (code, mut lines) = match open(file) {
            Ok(opened) if opened.warnings.is_empty() => (0, Vec::new()),
            Ok(opened) => {
                let lines = opened.warnings.iter().map(|said| format!("warning: {said}"));
                (if strict { MISTAKES } else { 0 }, lines.collect())
            }
            Err(failure) => (failure.code, vec![format!("mistake: {}", failure.sentence)]),
        };
        if texts {
            lines.extend(looks(file));
        }
        worst = worst.max(code);
        for line in lines {
            if writeln!(out, "{line}").is_err() {
                return REFUSED;
            }
        }
    }
    worst
}

fn embed(wanted: &EmbedArguments, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), Failure> {
    let opened = open(&wanted.file)?;
    let typed = wanted.file.to_string_lossy().replace('\\', "/");
    let mut wish = Wish {
        langs: wanted.lang.clone(),
        level: wanted.heading_level,
        script: wanted.script.clone(),
        src: wanted.src.clone().unwrap_or(typed),
        attributes: wanted.attributes.clone(),
        early: wanted.early.then(|| wanted.dist.clone()),
    };
    for warning in &opened.warnings {
        let _ = writeln!(err, "warning: {warning}");
    }
    let folder = wanted.file.parent().unwrap_or(Path::new(""));
    let beside = |address: &str| fs::read_to_string(folder.join(address)).ok();
    let known = opened.envelope.languages.first();
    let lang = wish.langs.first().or(known).cloned().unwrap_or_default();
    if let Some(to) = &wanted.offline {
        let (dist, file) = (wanted.dist.as_path(), wanted.file.as_path());
        let mut folder = Folder { to, dist, file, opened: &opened, mode: None, lang: &lang };
        wish.src = folder.name();
        let (element, mode) = element(&opened, &wish, &beside).map_err(Failure::refused)?;
        folder.mode = mode.as_deref();
        let page = folder.make(element).map_err(Failure::refused)?;
        let _ = writeln!(out, "{}", page.display());
        return Ok(());
    }
    if let (Some(to), Some(site)) = (&wanted.page, &wanted.site) {
        let part = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        // The content file lies beside its page, unless its address is another one.
        if wanted.src.is_none() {
            wish.src = part(wanted.file.file_name());
        }
        let (element, mode) = element(&opened, &wish, &beside).map_err(Failure::refused)?;
        let (script, mode) = (wish.script.as_str(), mode.as_deref());
        let (name, src) = (part(wanted.file.file_stem()), wish.src.as_str());
        let name = name.as_str();
        let page = Page { to, site, name, src, script, opened: &opened, mode, lang: &lang };
        for file in page.make(element).map_err(Failure::refused)? {
            let _ = writeln!(out, "{}", file.display());
        }
        return Ok(());
    }
    let lines = lines(&opened, &wish, &beside).map_err(Failure::refused)?;
    let written = out.write_all(lines.as_bytes());
    written.map_err(|error| Failure::refused(format!("the lines cannot be written: {error}")))
}
