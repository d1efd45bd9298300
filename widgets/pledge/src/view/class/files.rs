//! The class's pledge becomes a file, and a file becomes the class's pledge.

use adil::host::{download, parse_json};
use adil::json;
use adil::ui::{El, el, follow, part, plain_push};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{DragEvent, Event, File, HtmlInputElement};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::board::{Board, shown};
use super::{section, with_promises};
use crate::model::Pledge;
use crate::model::class::{Action, suggestions};

/// The part of the screen for files.
pub fn view(board: Board) -> El {
    let save = move || plain_push("go", board.fixed().words("export_pledge"), move || save(board));
    let field = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .attr("class", "visually-hidden")
        .on("change", move |event: Event| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(board, file);
            }
            // The same file can be chosen again once it is mended.
            input.set_value("");
        });
    let choose = el("label")
        .attr("class", "choose")
        .child((field, el("span").child(board.text("import_pledge"))));
    let said = move || {
        board.news.get().map(|news| match news {
            Ok(words) => Vec::from([el("p").child(words)]),
            // What is wrong with a file is said to its author in English, as in the console.
            Err(why) => Vec::from([
                shown(el("p")).attr("class", "refusal").child(board.text("file_refused")),
                el("p").attr("class", "why").attr("lang", "en").attr("dir", "ltr").child(why),
            ]),
        })
    };
    section(board, "files", "save_open", false).child(
        el("div").attr("class", "body").child((
            with_promises(board, save),
            el("div")
                .attr("class", "ways")
                .child((choose, el("p").attr("class", "count").child(board.text("file_drop")))),
            part("div", "news").child(follow(said)),
            board.undo("undo-files", "edit"),
        )),
    )
}

/// Takes files that are dropped anywhere on the widget; what else is dropped goes its own way.
pub fn accept_drops(board: Board, frame: El) -> El {
    let is_file = |event: &Event| {
        let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
        data.types().includes(&"Files".into(), 0).then_some(data)
    };
    frame
        .on("dragover", move |event| {
            if is_file(&event).is_some() {
                event.prevent_default();
            }
        })
        .on("drop", move |event| {
            let Some(data) = is_file(&event) else { return };
            event.prevent_default();
            let file = data.files().and_then(|files| files.get(0));
            if let Some(file) = file {
                open(board, file);
            }
        })
}

fn save(board: Board) {
    let fixed = board.fixed();
    let (title, lang) = (fixed.text("our_pledge"), board.lang());
    let made = board.draft.try_update(|draft| {
        let draft = draft.as_mut()?;
        let json = draft.export(&title, fixed.level, &lang);
        Some((draft.id().to_owned(), draft.clauses.len(), json))
    });
    let Some((id, count, json)) = made.flatten() else { return };
    // The version of the next file depends on this one.
    board.save();
    let name = [&id, ".json"].concat();
    download(&name, "application/json", &json::write(&json));
    let words = fixed.texts.fill("file_saved", &[("name", &name)]);
    board.said.say(words.clone());
    board.news.set(Some(Ok(words)));
    fixed.emit("adil-export", [("clauseCount", count.into())], false);
}

fn open(board: Board, file: File) {
    spawn_local(async move {
        let text = read(&file).await;
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
            board.fixed().texts.fill("file_opened", &[("name", &name)])
        });
        board.said.say(match &outcome {
            Ok(words) => words.clone(),
            Err(why) => [&board.text("file_refused"), " ", why].concat(),
        });
        board.news.set(Some(outcome));
    });
}

async fn read(file: &File) -> Result<String, String> {
    let size = file.size();
    if size > json::LARGEST as f64 {
        let (size, most) = (json::number_text(size), json::LARGEST.to_string());
        let parts = [&file.name(), ": the file has ", &size, " bytes, more than the ", &most];
        return Err([&parts.concat(), " that a widget opens"].concat());
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or_else(|| [&file.name(), ": the browser cannot read this file"].concat())
}
