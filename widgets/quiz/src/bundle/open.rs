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
    page_rules(&widget.host, &mut rules);
    let slot = match rules.mode {
        // Of paper nothing is kept, so any number of sheets may stand on a page.
        Mode::Print => widget.shared_slot(widget.keeping(), "quiz", "print"),
        mode => widget.slot("quiz", mode.word()),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seed = widget.host.number("seed").map(|seed| seed as u32);
    Ok(Context { widget, rules, slot, seed, bundle: None, cells: Cells::default() })
}

/// What the page overrides by attributes.
fn page_rules(host: &Host, rules: &mut Rules) {
    let count = |name| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        host.number(name).filter(|n| (1.0..=1000.0).contains(n)).map(|n| n as usize)
    };
    let settings = &mut rules.settings;
    settings.pick = count("pick").map(adil::content::Count).or(settings.pick);
    settings.shuffle |= host.is_set("shuffle");
    settings.shuffle_options |= host.is_set("shuffle");
    settings.time_limit = host.number("time-limit").or(settings.time_limit);
    settings.pause = host.attribute("allow-pause").map_or(settings.pause, |word| word != "false");
    if rules.mode == Mode::Learn {
        rules.attempts = count("tries").or(rules.attempts);
    }
}
