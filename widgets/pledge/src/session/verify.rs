//! Checking a receipt, with nothing but the page itself: dropped, chosen or pasted.

use adil::host::{parse_json, read_file, today};
use adil::ui::Announcer;
use leptos::prelude::*;
use leptos::web_sys::{DataTransfer, File, FileList, HtmlTextAreaElement};

use super::context::Context;
use super::keys;
use crate::model::receipt::{self, Finding, Flaw, LARGEST, Seal};

/// The check under way.
#[derive(Clone, Copy)]
pub struct Desk {
    context: StoredValue<Context, LocalStorage>,
    /// What came of the last check.
    pub found: RwSignal<Option<Finding>>,
    announcer: Announcer,
    /// Where a receipt can be pasted.
    pub area: StoredValue<Option<HtmlTextAreaElement>, LocalStorage>,
    /// Whether a file is held over the widget.
    pub over: RwSignal<bool>,
    /// Counts what was given, so that a slow check of something earlier says nothing.
    turn: StoredValue<u32>,
}

impl Desk {
    /// Waits for a first receipt.
    pub fn new(context: Context, announcer: Announcer) -> Desk {
        Desk {
            context: StoredValue::new_local(context),
            found: RwSignal::new(None),
            announcer,
            area: StoredValue::new_local(None),
            over: RwSignal::new(false),
            turn: StoredValue::new(0),
        }
    }

    /// Reads what does not change; nothing once the widget has left the page.
    pub fn read<T>(self, read: impl FnOnce(&Context) -> T) -> Option<T> {
        self.context.try_with_value(read)
    }

    /// Forgets what was found: something else is to be checked.
    pub fn begin(self) -> u32 {
        self.found.set(None);
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    fn tell(self, turn: u32, finding: Finding) {
        // The widget may have left the page while the browser was at work.
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        self.context.with_value(|context| {
            self.announcer.announce(&context.text(finding.key));
            let result = finding.key.trim_start_matches("receipt_");
            context.emit("adil-verify", [("result", result.into())], false);
        });
        self.found.set(Some(finding));
    }

    /// Checks a text.
    pub fn check_text(self, text: String) {
        let turn = self.begin();
        if text.trim().is_empty() {
            return self.tell(turn, Finding::without("receipt_empty", "partly"));
        }
        leptos::task::spawn_local(async move {
            self.tell(turn, check(self.context, &text).await);
        });
    }

    /// Checks a file.
    pub fn check_file(self, file: File) {
        let turn = self.begin();
        // A film dropped by mistake is not read into memory first.
        if file.size() > LARGEST as f64 {
            return self.tell(turn, Flaw::TooLarge.into());
        }
        leptos::task::spawn_local(async move {
            let Ok(text) = read_file(&file).await else {
                return self.tell(turn, Flaw::Broken.into());
            };
            if self.turn.try_get_value() == Some(turn) {
                self.show(&text);
                self.tell(turn, check(self.context, &text).await);
            }
        });
    }

    /// Takes one file; whether there was any.
    fn take_files(self, files: Option<FileList>) -> bool {
        let Some(files) = files else { return false };
        match (files.length(), files.get(0)) {
            (1, Some(file)) => self.check_file(file),
            (2.., _) => self.tell(self.begin(), Finding::without("receipt_several", "partly")),
            _ => return false,
        }
        true
    }

    /// Takes what is pasted or dropped: a file, else its text.
    pub fn take(self, data: &DataTransfer) {
        if !self.take_files(data.files()) {
            let text = data.get_data("text/plain").unwrap_or_default();
            // A browser may end a page that shows a hundred megabytes.
            self.show(if text.len() > LARGEST { "" } else { &text });
            self.check_text(text);
        }
    }

    fn show(self, text: &str) {
        self.area.with_value(|area| area.iter().for_each(|area| area.set_value(text)));
    }
}

/// Reads a receipt, checks its seal, and compares it with the pledge of this page.
async fn check(context: StoredValue<Context, LocalStorage>, text: &str) -> Finding {
    let read = match receipt::parse(text, parse_json) {
        Ok(read) => read,
        Err(flaw) => return flaw.into(),
    };
    let fit = match &read.seal {
        Seal::Hash => None,
        Seal::Signature { suite, key, data, signature } => {
            Some(keys::verify(*suite, key, data, signature).await)
        }
    };
    let compared = context.try_with_value(|context| {
        let document = &context.document;
        receipt::compare(&read, document.envelope.id.as_str(), &document.body)
    });
    let compared = compared.unwrap_or(Ok(()));
    Finding::of(read, fit, compared, &today())
}
