//! The list of all kinds, and what is made from it.

use adil::json::{Cursor, Fields, Problem};

use super::{Choices, Fill, Matching, Note, Order, Scale};
use crate::model::Authored;

macro_rules! kinds {
    ($d:tt $( $(#[doc = $about:literal])* $Kind:ident, )*) => {
        /// What there is to do in an item.
        #[derive(Clone, Debug, PartialEq)]
        pub enum ItemKind {
            $( $(#[doc = $about])* $Kind($Kind), )*
        }

        /// Does the same with an item's kind, whichever it is.
        macro_rules! with_kind {
            ($d item:expr, $d kind:ident => $d does:expr) => {
                match $d item {
                    $( $crate::interactions::ItemKind::$Kind($d kind) => $d does, )*
                }
            };
        }

        impl ItemKind {
            /// All words for `type`, in the order of the list.
            pub fn types() -> Vec<&'static str> {
                [$( <$Kind as Authored>::TYPES, )*].concat()
            }

            /// Reads what there is to do, by the item's `type`.
            ///
            /// # Errors
            /// What its author has to mend.
            pub fn read(place: &Cursor, fields: &Fields) -> Result<ItemKind, Problem> {
                let kind = fields.read("type", |at| {
                    let word = at.json().text().unwrap_or_default();
                    $(
                        if <$Kind as Authored>::TYPES.contains(&word) {
                            return <$Kind as Authored>::read(word, place, fields)
                                .map(ItemKind::$Kind);
                        }
                    )*
                    Err(at.expected(&["one of ", &ItemKind::types().join(" ")].concat()))
                })?;
                kind.ok_or_else(|| fields.missing("type"))
            }

            /// Describes the fields of a type.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn describe(
                word: &str,
                definitions: &mut adil::json::schema::Definitions,
                object: &mut adil::json::schema::ObjectSchema,
            ) {
                $(
                    if <$Kind as Authored>::TYPES.contains(&word) {
                        <$Kind as Authored>::describe(word, definitions, object);
                    }
                )*
            }
        }
    };
}

kinds! { $
    /// Choose one or several options.
    Choices,
    /// Put entries in order.
    Order,
    /// Give each card its place.
    Matching,
    /// Fill in words or numbers.
    Fill,
    /// Pick a step of a scale; no step is right or wrong.
    Scale,
    /// Read a text between questions; nothing is asked.
    Note,
}

#[allow(clippy::single_component_path_imports, reason = "a macro has no other path")]
pub(crate) use with_kind;
