//! What every mode of a pledge starts from.

use adil::host::{self, Host, Opened};
use adil::json::Json;
use adil::ui::RichContext;
use leptos::wasm_bindgen::JsValue;

use crate::model::Pledge;

/// What every view of a pledge starts from.
pub struct Fixed {
    opened: Opened<Pledge>,
    /// The second language that stands beside the first, where the page wants one.
    pub beside: Option<RichContext>,
    /// The word of the attribute `mode`.
    pub mode: &'static str,
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
}
