//! Time that nobody sets.

/// Milliseconds on a clock that nobody sets.
pub fn elapsed() -> f64 {
    let window = leptos::web_sys::window();
    window.and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
