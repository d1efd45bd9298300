//! The class's pledge becomes a file, and a file becomes the class's pledge.

use std::rc::Rc;

use adil::host::{download, parse_json, read_file};
use adil::json;
use leptos::prelude::*;
use leptos::web_sys::File;
use wasm_bindgen_futures::spawn_local;

use super::board::Board;
use crate::model::Pledge;
use crate::model::class::{Action, suggestions};

/// Takes a file that is chosen, or dropped anywhere on the widget.
pub fn take(board: Board) -> Rc<dyn Fn(File)> {
    Rc::new(move |file| open(board, file))
}

/// Saves the class's pledge as a file.
pub fn save(board: Board) {
    let context = board.context();
    let (title, lang) = (context.text("our_pledge"), board.lang());
    let made = board.draft.try_update(|draft| {
        let draft = draft.as_mut()?;
        let json = draft.export(&title, context.level, &lang);
        Some((draft.id().to_owned(), draft.clauses.len(), json))
    });
    let Some((id, count, json)) = made.flatten() else { return };
    // The version of the next file depends on this one.
    board.save();
    let name = [&id, ".json"].concat();
    download(&name, "application/json", &json::write(&json));
    let words = context.texts.fill("file_saved", &[("name", &name)]);
    board.announcer.announce(&words);
    board.news.set(Some(Ok(words)));
    context.emit("adil-export", [("clauseCount", count.into())], false);
}

fn open(board: Board, file: File) {
    spawn_local(async move {
        let text = read_file(&file).await;
        // The widget may have left the page while the file was read.
        if board.draft.try_get_untracked().is_none() {
            return;
        }
        let name = file.name();
        let opened = text.and_then(|text| adil::content::open::<Pledge>(&name, &text, parse_json));
        let outcome = opened.map(|(document, _)| {
            let lang = board.lang();
            // Nobody knows where the file came from, so its addresses stay as they are.
            let clauses = suggestions(&document, &lang, &|address| address.as_str().to_owned());
            let title = document.envelope.title.get(&lang).to_owned();
            // A list that fits into a file fits into a draft.
            _ = board.act(Action::Replace(clauses, title));
            board.context().texts.fill("file_opened", &[("name", &name)])
        });
        board.announcer.announce(&match &outcome {
            Ok(words) => words.clone(),
            Err(why) => [&board.text("file_refused"), " ", why].concat(),
        });
        board.news.set(Some(outcome));
    });
}
