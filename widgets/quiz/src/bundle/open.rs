//! From what the page gave to what a session starts from.

use adil::host::{self, Host};
use leptos::wasm_bindgen::JsValue;

use crate::model::{Mode, Quiz, Rules};
use crate::session::{Fixed, Notes};

/// Opens what the page gave: content, texts, rules.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn open(host: Host) -> Result<Fixed, JsValue> {
    let opened = host::open::<Quiz>(host)?;
    let mode = opened.host.word("mode", Mode::from_word).unwrap_or(Mode::Learn);
    let mut rules = Rules::new(&opened.document, mode, Some(opened.level));
    page_rules(&opened.host, &mut rules);
    let slot = match rules.mode {
        // Of paper nothing is kept, so any number of sheets may stand on a page.
        Mode::Print => opened.shared_slot(opened.keeping(), "quiz", "print"),
        mode => opened.slot("quiz", mode.word()),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seed = opened.host.number("seed").map(|seed| seed as u32);
    Ok(Fixed { opened, rules, slot, seed, bundle: None, notes: Notes::default() })
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
        rules.tries = count("tries").or(rules.tries);
    }
}
