//! What learners and teachers see. No rules here: the model has them.

pub mod certificate;
pub mod class;
mod decoration;
mod finding;
mod guard;
mod keys;
pub mod later;
pub mod pledge;
mod promise;
mod receipt;
pub mod reminder;
pub mod session;
pub mod verify;

use adil::content::{Localized, Rich};
use adil::host::{self, Host, Opened};
use adil::json::Json;
use adil::ui::{Child, El, RichContext, Words, el, part, plain_line, rich, text_block};
use js_sys::{Object, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, ShadowRoot};

use crate::model::Pledge;

/// What every view of a pledge starts from.
pub struct Fixed {
    opened: Opened<Pledge>,
    /// The second language that stands beside the first, where the page wants one.
    beside: Option<RichContext>,
    mode: &'static str,
    run: u32,
}

impl std::ops::Deref for Fixed {
    type Target = Opened<Pledge>;

    fn deref(&self) -> &Opened<Pledge> {
        &self.opened
    }
}

impl Fixed {
    /// Opens what the page gave, for a view of this name.
    ///
    /// # Errors
    /// An error for the author when the content cannot be used.
    pub fn open(host: Host, mode: &'static str) -> Result<Fixed, JsValue> {
        let opened = host::open::<Pledge>(host)?;
        let beside = opened.host.attribute("beside").filter(|lang| !lang.is_empty());
        let beside = beside.map(|lang| RichContext {
            host: opened.host.clone(),
            texts: opened.texts.clone(),
            lang,
            original: opened.rich.original.clone(),
            currency: String::new(),
        });
        Ok(Fixed { opened, beside, mode, run: host::random_number() })
    }

    /// An interface text.
    pub fn text(&self, key: &str) -> String {
        self.texts.get(key)
    }

    /// An interface text that does not change, for buttons.
    pub fn words(&self, key: &'static str) -> Words {
        let text = self.text(key);
        Box::new(move || text.clone())
    }

    /// A whole number as people write it.
    pub fn number(&self, n: usize) -> String {
        self.texts.number(n as f64)
    }

    /// Fires an event with the fields that all events have; whether the page let it pass.
    pub fn emit<const N: usize>(
        &self,
        name: &str,
        fields: [(&str, Json); N],
        cancelable: bool,
    ) -> bool {
        let about = [
            ("widget", "pledge".into()),
            ("run", f64::from(self.run).into()),
            ("mode", self.mode.into()),
        ];
        self.opened.emit(name, about, fields.into(), cancelable)
    }

    /// What every view stands in.
    pub fn frame(&self) -> El {
        adil::ui::frame(&self.texts, self.level).attr("data-mode", self.mode)
    }

    /// The title with the page's logo beside it.
    pub fn title(&self) -> El {
        part("header", "head").child((
            el("slot").attr("name", "logo"),
            plain_line(
                &self.rich,
                part(self.host.heading(0), "title"),
                &self.document.envelope.title,
            ),
        ))
    }

    /// A heading below the title.
    pub fn heading(&self, words: impl Child) -> El {
        part(self.host.heading(1), "heading").child(words)
    }

    /// Rich text, below it the same in the second language.
    pub fn block(&self, class: &'static str, text: &Rich) -> impl Child + use<> {
        let second = self
            .beside
            .as_ref()
            .map(|context| text_block(context, class, text).attr("data-beside", ""));
        (text_block(&self.rich, class, text), second)
    }

    /// A plain text in a line, below it the same in the second language.
    pub fn line(&self, class: &'static str, text: &Localized) -> El {
        let text = Rich::Marked(text.clone());
        let line = |context: &RichContext| {
            el("span").attr("class", "line").with(|element| rich(context, element, &text))
        };
        let second = self.beside.as_ref().map(|context| line(context).attr("data-beside", ""));
        part("span", class).child((line(&self.rich), second))
    }
}

/// The end of every view: what the page puts below.
fn slots() -> El {
    el("div").attr("class", "slots").child(el("slot").attr("name", "footer"))
}

/// The name of a field, above it.
fn label(words: String) -> El {
    part("span", "label").child(words)
}

/// The element in which another is shown: its slot, its parent, or the host of its root.
fn above(element: &Element) -> Option<Element> {
    let slot = element.assigned_slot().map(JsCast::unchecked_into);
    let host = || Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host());
    slot.or_else(|| element.parent_element()).or_else(host)
}

/// Moves the page as little as it takes to see an element.
fn bring_into_view(element: &Element) {
    let options = Object::new();
    // A plain object takes any field.
    _ = Reflect::set(&options, &"block".into(), &"nearest".into());
    element.scroll_into_view_with_scroll_into_view_options(options.unchecked_ref());
}
