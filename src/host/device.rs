//! What the browser is asked for: the clock, chance, parsing.

use wasm_bindgen::JsCast;

use crate::content::Day;
use crate::json::Json;

/// Parses JSON by the browser.
///
/// # Errors
/// The browser's own sentence, which in most browsers names the line.
pub fn parse_json(text: &str) -> Result<Json, String> {
    match js_sys::JSON::parse(text) {
        #[cfg(target_arch = "wasm32")]
        Ok(value) => Ok(Json::from_js(&value)),
        #[cfg(not(target_arch = "wasm32"))]
        Ok(_) => Ok(Json::Null),
        Err(error) => {
            let message = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::message);
            Err(message.map_or_else(|| "it cannot be read".to_owned(), String::from))
        }
    }
}

/// A text in small letters, by the browser: the tables of Unicode would come with the bundle.
pub fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// Today on the device's calendar.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let day = Day::of(now.get_full_year(), now.get_month() + 1, now.get_date());
    // A clock beyond the year 9999 is as good as none.
    day.unwrap_or_else(Day::first)
}

/// This moment as `2026-11-23T08:15:30Z`.
pub fn moment() -> String {
    let text = String::from(js_sys::Date::new_0().to_iso_string());
    [text.split('.').next().unwrap_or_default(), "Z"].concat()
}

/// The browser's clock in milliseconds, which never goes back.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// A random number that is no secret.
pub fn random_number() -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    number
}
