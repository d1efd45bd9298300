//! Scales as authors write them.

use adil::content::Rich;
use adil::json::{Cursor, Fields, Problem, Record};

use super::model::Scale;
use crate::model::Authored;

adil::record! {
    /// A scale.
    pub struct ScaleFields {
        /// The number of the first step.
        "from" from: f64 = 1.0,
        /// The number of the last step, at most ten above the first.
        "to" to: f64 = 5.0,
        /// What the first step means.
        "low" low: Option<Rich>,
        /// What the last step means.
        "high" high: Option<Rich>,
    }
}

impl Authored for Scale {
    const TYPES: &'static [&'static str] = &["scale"];

    fn read(_: &str, cursor: &Cursor, fields: &Fields) -> Result<Scale, Problem> {
        scale(cursor, ScaleFields::from_fields(fields)?)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        _: &str,
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        ScaleFields::describe(definitions, object);
    }
}

fn scale(cursor: &Cursor, fields: ScaleFields) -> Result<Scale, Problem> {
    let whole = |n: f64| n.fract() == 0.0 && n.abs() <= 1000.0;
    let steps = fields.to - fields.from;
    if !whole(fields.from) || !whole(fields.to) || !(1.0..=10.0).contains(&steps) {
        let expected = "whole numbers such as \"from\": 1, \"to\": 5, at most 10 apart";
        return Err(cursor.expected(expected));
    }
    #[expect(clippy::cast_possible_truncation)]
    let (from, to) = (fields.from as i32, fields.to as i32);
    Ok(Scale { from, to, low: fields.low, high: fields.high })
}
