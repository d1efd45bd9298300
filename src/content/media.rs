//! Pictures of a content file.

use super::{Address, Localized, Purpose};
use crate::json::{Cursor, FromJson, Problem};

/// An address of a picture that passed the allow-list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaAddress(pub Address);

impl FromJson for MediaAddress {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "an address such as \"cat.png\" or \"https://…\"";
        let address = Address::parse(cursor.text(WHAT)?, Purpose::Media);
        address.map(MediaAddress).ok_or_else(|| cursor.expected(WHAT))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> crate::json::schema::Value {
        serde_json::json!({ "type": "string", "format": "uri-reference" })
    }
}

crate::record! {
    /// A picture.
    pub struct Picture {
        /// Where it is, relative to this file.
        "src" src: MediaAddress,
        /// What it shows, for those who do not see it; empty if it only decorates.
        "alt" alt: Localized,
    }
}
