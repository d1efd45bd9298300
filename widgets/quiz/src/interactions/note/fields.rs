//! Notes as authors write them: the text is the stem that every item has.

use adil::json::{Cursor, Fields, Problem};

use super::model::Note;
use crate::model::Authored;

impl Authored for Note {
    const TYPES: &'static [&'static str] = &["note"];

    fn read(_: &str, _: &Cursor, _: &Fields) -> Result<Note, Problem> {
        Ok(Note)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        _: &str,
        _: &mut adil::json::schema::Definitions,
        _: &mut adil::json::schema::ObjectSchema,
    ) {
    }
}
