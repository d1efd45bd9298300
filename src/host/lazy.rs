//! What of a bundle loads once its first screen stands. A release build cuts it out of the
//! module; what goes there is written with [`lazy!`](crate::lazy).

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

use super::Host;
use crate::ui::{Number, Pieces};

/// How far the lazy chunk of a bundle is.
#[derive(Clone, Copy)]
pub struct LazyChunk(Number);

const ASKED: u32 = 0;
const THERE: u32 = 1;
const FAILED: u32 = 2;

impl LazyChunk {
    /// Asks for it, unless the bundle was built in one piece.
    pub fn load(host: &Host, in_one_piece: bool) -> LazyChunk {
        if in_one_piece {
            return LazyChunk(Number::new(THERE));
        }
        let chunk = LazyChunk(Number::new(FAILED));
        chunk.retry(host);
        chunk
    }

    /// Whether it is there; followed.
    pub fn is_there(self) -> bool {
        self.0.get() == THERE
    }

    /// Whether it could not be loaded; followed.
    pub fn has_failed(self) -> bool {
        self.0.get() == FAILED
    }

    /// Asks again for what could not be loaded.
    pub fn retry(self, host: &Host) {
        if self.0.get_untracked() == FAILED {
            self.0.set(ASKED);
            host.load_part(&Closure::once_into_js(move |error: JsValue| {
                // The view may be gone by now.
                _ = self.0.try_set(if error.is_truthy() { FAILED } else { THERE });
            }));
        }
    }
}

/// A bundle that shows all of a widget: `S` is the widget's session, `P` names what loads later.
pub struct Bundle<S, P> {
    /// Gives what comes later, when it is there; follows its coming.
    pub lazy: fn(LazyChunk, S, P) -> Option<Pieces>,
    /// Whether that is there from the start.
    pub in_one_piece: bool,
}

impl<S, P> Clone for Bundle<S, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, P> Copy for Bundle<S, P> {}

/// Writes a function that lies in the lazy chunk of a bundle: one for each bundle. It gives
/// nothing while that part is not there, and follows its coming. The crate has a build script
/// that sets `split` for builds which are cut.
#[macro_export]
macro_rules! lazy {
    (
        $(#[$about:meta])*
        fn $name:ident($($given:ident: $kind:ty),* $(,)?) -> $made:ty $body:block
    ) => {
        $(#[$about])*
        #[allow(
            unsafe_code,
            improper_ctypes,
            improper_ctypes_definitions,
            reason = "both sides are compiled at once; the C interface only keeps them apart"
        )]
        fn $name(chunk: $crate::host::LazyChunk, $($given: $kind),*) -> Option<$made> {
            // The splitter finds the two ends by their names.
            #[cfg_attr(
                split,
                unsafe(export_name = "__wasm_split_00lazy00_export_00000000000000000000000000000000")
            )]
            extern "C" fn inside($($given: $kind),*) -> $made $body

            #[cfg(split)]
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                #[link_name = "__wasm_split_00lazy00_import_00000000000000000000000000000000"]
                fn outside($($given: $kind),*) -> $made;
            }
            #[cfg(not(split))]
            use inside as outside;

            chunk.is_there().then(|| {
                ::leptos::prelude::untrack(|| {
                    #[allow(unused_unsafe)]
                    // SAFETY: the other end is `inside`, and its module is there.
                    unsafe {
                        outside($($given),*)
                    }
                })
            })
        }
    };
}
