//! Tests that need a browser: what the host cannot tell of nodes, Intl and owners.
#![cfg(all(test, target_arch = "wasm32"))]

mod dom;
mod intl;
mod page;
mod rich;
mod typed;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
