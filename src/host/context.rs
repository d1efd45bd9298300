//! What every widget starts from: its content, its texts, and the page's wishes.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::{Host, parse_json, refusal};
use crate::content::{Document, Kind, Level};
use crate::json::{Json, number_text};
use crate::locale::Texts;
use crate::progress::{Keep, Slot};
use crate::random::Random;
use crate::ui::RichContext;

/// What the page gave, read and checked.
pub struct WidgetContext<T> {
    /// The page's side.
    pub host: Rc<Host>,
    /// The content file.
    pub document: Document<T>,
    /// For whom it is shown: the page's word before the file's.
    pub level: Level,
    /// Interface texts.
    pub texts: Texts,
    /// What rich text needs.
    pub rich: RichContext,
}

impl<T: Kind> WidgetContext<T> {
    /// Reads what the page gave. What is odd about the content goes to the console.
    ///
    /// # Errors
    /// An error for the author when the content cannot be used.
    pub fn load(host: Host) -> Result<WidgetContext<T>, JsValue> {
        let (name, text) = (host.name(), host.content());
        let (document, warnings) = crate::content::open::<T>(&name, &text, parse_json)
            .map_err(|message| refusal("content", &message))?;
        for warning in &warnings {
            web_sys::console::warn_1(&warning.into());
        }
        let level = host.word("level", Level::from_word).unwrap_or(document.envelope.level);
        let table = parse_json(&host.texts()).map_err(|message| refusal("texts", &message))?;
        let texts = Texts::new(level.is_primary(), table);
        let host = Rc::new(host);
        let rich = RichContext {
            host: Rc::clone(&host),
            texts: texts.clone(),
            lang: host.lang(),
            original: document.envelope.languages.first().cloned().unwrap_or_default(),
            currency: host.attribute("currency").unwrap_or_default(),
        };
        Ok(WidgetContext { host, document, level, texts, rich })
    }
}

impl<T> WidgetContext<T> {
    /// Where the page wants things kept.
    pub fn keeping(&self) -> Keep {
        self.host.word("storage", Keep::from_word).unwrap_or(Keep::Session)
    }

    /// Whether there may be something for [`WidgetContext::kept_run`].
    pub fn may_have_kept(&self, slot: &Slot) -> bool {
        !self.host.kept().is_empty() || slot.is_taken()
    }

    /// The run that an earlier view of this element remembered, else the one that was kept in a
    /// slot. What another content left in the element is not ours.
    pub fn kept_run(&self, slot: &Slot) -> Option<Json> {
        let parse = |text: &str| parse_json(text).ok();
        let in_memory = parse(&self.host.kept())
            .filter(|kept| kept.get("content").and_then(Json::text) == Some(&self.name()));
        in_memory.and_then(|kept| kept.get("run").cloned()).or_else(|| slot.load(parse))
    }

    /// Remembers a run for the next view of this element, as after a move or a crash; whether this
    /// view may still keep anything.
    pub fn remember(&self, run: &Json) -> bool {
        let in_memory = Json::object([("content", self.name().into()), ("run", run.clone())]);
        self.host.keep(&crate::json::write(&in_memory))
    }

    /// What names the content: its id and its address, since a copied file often has the old id.
    pub fn name(&self) -> String {
        [self.document.envelope.id.as_str(), &self.address()].concat()
    }

    /// A sign for where the content lies; empty for what a page's own script made.
    fn address(&self) -> String {
        let base = self.host.base();
        // The host may change, and what follows the path does with each visit or version.
        let path = base.split(['?', '#']).next().and_then(|url| url.splitn(4, '/').nth(3));
        match path.filter(|_| self.host.name() != "content") {
            Some(path) => ["@", &number_text(Random::number_of(path) as f64)].concat(),
            None => String::new(),
        }
    }

    /// The place where a run is kept, by the page's rule; `which` tells runs of one content
    /// apart, beside the element's own id. Another edition at another address begins with it.
    pub fn slot(&self, widget: &str, which: &str) -> Slot {
        let slot = self.slot_with(self.keeping(), widget, which);
        // What a page's own script made lies nowhere, and a second element has its own beginning.
        if self.address().is_empty() || slot.is_twin() {
            return slot;
        }
        let which = [which, "/", &self.host.id()].concat();
        let envelope = &self.document.envelope;
        slot.of_edition(
            [widget, envelope.id.as_str(), &which],
            [&envelope.content_version, envelope.title.get("")],
        )
    }

    /// The same by a rule of the content instead of the page's, and for its address alone.
    pub fn slot_with(&self, keep: Keep, widget: &str, which: &str) -> Slot {
        let which = [which, "/", &self.host.id()].concat();
        let twin = match keep {
            Keep::Nothing => 0,
            _ => self.twin(&[&self.name(), "/", &which].concat()),
        };
        self.slot_of(keep, widget, &which, twin)
    }

    /// A place that elements of the same content share.
    pub fn shared_slot(&self, keep: Keep, widget: &str, which: &str) -> Slot {
        self.slot_of(keep, widget, which, 0)
    }

    fn slot_of(&self, keep: Keep, widget: &str, which: &str, twin: usize) -> Slot {
        let id = self.document.envelope.id.as_str();
        Slot::at(keep, [widget, id, &self.address(), which], twin)
    }

    fn twin(&self, name: &str) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let twin = self.host.twin(name) as usize;
        twin
    }

    /// Fires an event with the fields that all events have, and its own; whether the page let it
    /// pass. No name and no typed text may ever be among them.
    pub fn emit(
        &self,
        name: &str,
        about: [(&str, Json); 3],
        fields: Vec<(&str, Json)>,
        cancelable: bool,
    ) -> bool {
        let envelope = &self.document.envelope;
        let basics = [
            ("contentId", envelope.id.as_str().into()),
            ("contentVersion", envelope.content_version.as_str().into()),
            ("level", self.level.word().into()),
        ];
        let all = about.into_iter().chain(basics).chain(fields);
        let detail = Json::Object(all.map(|(name, value)| (name.to_owned(), value)).collect());
        if cancelable {
            return self.host.ask(name, &detail);
        }
        self.host.emit(name, &detail);
        true
    }
}
