//! The line between the windows of one lesson on one computer.

use adil::ui::listen;
use leptos::prelude::on_cleanup;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{BroadcastChannel, MessageEvent};
use send_wrapper::SendWrapper;

/// An open line; it is closed when the current owner ends.
pub struct Link(BroadcastChannel);

impl Link {
    /// Opens the line of a content; nothing where the browser has none.
    pub fn open(content: &str) -> Option<Link> {
        let channel = BroadcastChannel::new(&["adil-plan/", content].concat()).ok()?;
        let ends = SendWrapper::new(channel.clone());
        on_cleanup(move || ends.close());
        Some(Link(channel))
    }

    /// Tells the other windows.
    pub fn send(&self, text: &str) {
        // A line that is closed has nobody at its other end.
        _ = self.0.post_message(&JsValue::from(text));
    }

    /// Hears the other windows, until the current owner ends.
    pub fn hear(&self, act: impl Fn(&str) + 'static) {
        listen(
            &self.0,
            "message",
            Box::new(move |event| {
                let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
                if let Some(text) = data.and_then(|data| data.as_string()) {
                    act(&text);
                }
            }),
        );
    }
}
