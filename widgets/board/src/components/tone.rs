//! A short tone, for those who do not look at the clock.

use adil::ui::listen;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::AudioContext;

/// How long a tone is, in seconds, with the pause before the next one.
const LONG: f64 = 0.35;

/// How loud, of 1; a tone at full strength hurts.
const LOUD: f32 = 0.25;

/// Sounds so many tones. Where a browser has no sound, or does not let a page make any, it is
/// silent: whatever a tone says is seen and announced, too.
pub fn tones(count: u8) {
    _ = sound(count);
}

fn sound(count: u8) -> Result<(), JsValue> {
    let context = AudioContext::new()?;
    let gain = context.create_gain()?;
    gain.gain().set_value(LOUD);
    gain.connect_with_audio_node(&context.destination())?;
    let begin = context.current_time();
    for n in 0..count {
        let tone = context.create_oscillator()?;
        tone.frequency().set_value(if n % 2 == 0 { 660.0 } else { 523.0 });
        tone.connect_with_audio_node(&gain)?;
        let from = begin + f64::from(n) * LONG;
        tone.start_with_when(from)?;
        tone.stop_with_when(from + LONG * 0.8)?;
        if n + 1 == count {
            let whole = context.clone();
            // Browsers have few of these at once.
            listen(&tone, "ended", Box::new(move |_| _ = whole.close()));
        }
    }
    Ok(())
}
