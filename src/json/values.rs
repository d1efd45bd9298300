//! How plain values are read.

use super::{Cursor, FromJson, Json, Problem};

impl<T: FromJson> FromJson for Option<T> {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        T::read(cursor).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value {
        T::schema(definitions)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        cursor.each("a list", T::read)
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "array", "items": T::schema(definitions) })
    }
}

/// A field for catalogues and reviewers that no widget shows. The checker on the host reads it
/// in full; a bundle only knows its name, which saves the code of a dozen readers.
#[derive(Debug)]
pub struct Unread<T>(std::marker::PhantomData<T>);

impl<T> Clone for Unread<T> {
    fn clone(&self) -> Self {
        Unread(std::marker::PhantomData)
    }
}

impl<T> PartialEq for Unread<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T: FromJson> FromJson for Unread<T> {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        if cfg!(not(target_arch = "wasm32")) {
            T::read(cursor)?;
        }
        Ok(Unread(std::marker::PhantomData))
    }

    fn absent() -> Option<Self> {
        Some(Unread(std::marker::PhantomData))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value {
        T::schema(definitions)
    }
}

impl FromJson for String {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        cursor.text("text in quotes").map(str::to_owned)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "string" })
    }
}

impl FromJson for bool {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        match cursor.json() {
            Json::Bool(truth) => Ok(*truth),
            _ => Err(cursor.expected("true or false")),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "boolean" })
    }
}

impl FromJson for f64 {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        cursor.number(f64::MIN, f64::MAX, "a number")
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "number" })
    }
}
