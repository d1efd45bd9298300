//! Files that learners and teachers give: chosen, or dropped on a widget.

use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, File, HtmlInputElement};

use super::dom::{El, el, part};

/// What takes a file.
type Take = std::rc::Rc<dyn Fn(File)>;

/// The kinds of files that browsers offer to choose.
const JSON: &str = ".json,application/json";
const TABLES: &str = ".json,application/json,.csv,.tsv,text/csv";

/// A button that chooses a JSON file. It is a label, so that the field in it has the focus.
pub fn file_field(words: &str, take: Take) -> El {
    choose(words, JSON, false, take)
}

/// A button that chooses one or several JSON files; each is taken.
pub fn files_field(words: &str, take: Take) -> El {
    choose(words, JSON, true, take)
}

/// A button that chooses a JSON file or a table of a spreadsheet, or several of them.
pub fn data_field(words: &str, several: bool, take: Take) -> El {
    choose(words, TABLES, several, take)
}

fn choose(words: &str, kinds: &str, several: bool, take: Take) -> El {
    let field = el("input")
        .attr("multiple", move || several)
        .attr("type", "file")
        .attr("accept", kinds)
        .attr("class", "visually-hidden")
        .on("change", move |event: Event| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            if let Some(files) = input.files() {
                (0..files.length()).filter_map(|n| files.get(n)).for_each(|file| take(file));
            }
            // The same file can be chosen again once it is mended.
            input.set_value("");
        });
    part("label", "choose").child((field, el("span").child(words)))
}

/// Takes files that are dropped anywhere on a widget; what else is dropped goes its own way.
pub fn accept_files(frame: El, take: Take) -> El {
    let files = |event: &Event| -> Option<DataTransfer> {
        let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
        data.types().includes(&"Files".into(), 0).then_some(data)
    };
    frame
        .on("dragover", move |event| {
            if files(&event).is_some() {
                event.prevent_default();
            }
        })
        .on("drop", move |event| {
            let Some(data) = files(&event) else { return };
            event.prevent_default();
            if let Some(file) = data.files().and_then(|files| files.get(0)) {
                take(file);
            }
        })
}
