//! What every mode of a pledge starts from.

use adil::host::{self, Host, WidgetContext};
use adil::json::Json;
use adil::ui::RichContext;
use leptos::wasm_bindgen::JsValue;

use crate::model::Pledge;

/// What every view of a pledge starts from.
pub struct Context {
    widget: WidgetContext<Pledge>,
    /// The second language that stands beside the first, where the page wants one.
    pub beside: Option<RichContext>,
    /// The word of the attribute `mode`.
    pub mode: &'static str,
    run: u32,
}

impl std::ops::Deref for Context {
    type Target = WidgetContext<Pledge>;

    fn deref(&self) -> &WidgetContext<Pledge> {
        &self.widget
    }
}

impl Context {
    /// Opens what the page gave, for a view of this name.
    ///
    /// # Errors
    /// An error for the author when the content cannot be used.
    pub fn open(host: Host, mode: &'static str) -> Result<Context, JsValue> {
        let widget = WidgetContext::<Pledge>::load(host)?;
        let beside = widget.host.attribute("beside").filter(|lang| !lang.is_empty());
        let beside = beside.map(|lang| RichContext {
            host: widget.host.clone(),
            texts: widget.texts.clone(),
            lang,
            original: widget.rich.original.clone(),
            currency: String::new(),
        });
        Ok(Context { widget, beside, mode, run: host::random_number() })
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
        self.widget.emit(name, about, fields.into(), cancelable)
    }
}
