//! From what the page gave to what a session starts from.

use adil::host::{Host, WidgetContext};
use leptos::wasm_bindgen::JsValue;

use crate::model::{Mode, Quiz, Rules};
use crate::session::{Cells, Context};

/// Opens what the page gave: content, texts, rules.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn open(host: Host) -> Result<Context, JsValue> {
    let widget = WidgetContext::<Quiz>::load(host)?;
    let mode = widget.host.word("mode", Mode::from_word).unwrap_or(Mode::Learn);
    let mut rules = Rules::new(&widget.document, mode, Some(widget.level));
    rules.override_by(&|name| widget.host.attribute(name));
    let slot = match rules.mode {
        // Of paper nothing is kept, so any number of sheets may stand on a page.
        Mode::Print => widget.shared_slot(widget.keeping(), "quiz", "print"),
        mode => widget.slot("quiz", mode.word()),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seed = widget.host.number("seed").map(|seed| seed as u32);
    Ok(Context { widget, rules, slot, seed, bundle: None, cells: Cells::default() })
}
