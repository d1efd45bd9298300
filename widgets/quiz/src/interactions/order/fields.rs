//! Entries in order as authors write them.

use adil::content::Rich;
use adil::json::{Cursor, Fields, Problem, Record};

use super::super::reading::at_least;
use super::model::Order;
use crate::model::Authored;

adil::record! {
    /// Entries to put in order.
    pub struct OrderFields {
        /// The entries in the right order, at least two.
        "entries" entries: Vec<Rich>,
    }
}

impl Authored for Order {
    const TYPES: &'static [&'static str] = &["order"];

    fn read(_: &str, _: &Cursor, fields: &Fields) -> Result<Order, Problem> {
        let entries = OrderFields::from_fields(fields)?.entries;
        at_least(fields, "entries", 2, entries.len())?;
        Ok(Order { entries })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        _: &str,
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        OrderFields::describe(definitions, object);
    }
}
