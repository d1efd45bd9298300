//! Stands in for the crate of this name.
//!
//! Leptos links `server_fn`, which turns streams of servers into streams of browsers by this
//! crate. Our bundles have no server, but the crate exports classes to JavaScript, so no linker
//! drops it: 4.9 kB brotli in every bundle. Should Leptos move to another version, cargo warns
//! that the patch is not used, and the size budget fails.

#![allow(missing_docs)]

use wasm_bindgen::JsValue;

pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// # Panics
    /// Always: only a server function would call it, and there is none.
    pub fn from_stream<S>(_: S) -> Self {
        unreachable!()
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn into_stream(self) -> futures_util::stream::Empty<Result<JsValue, JsValue>> {
        futures_util::stream::empty()
    }
}
