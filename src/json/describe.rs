//! Schemas of types that are read.

use serde_json::json;

use super::FromJson;
use super::schema::{Definitions, ObjectSchema, Value, described};

impl ObjectSchema {
    /// Adds one field with its meaning.
    pub fn field<T: FromJson>(
        &mut self,
        definitions: &mut Definitions,
        name: &str,
        doc: &[&str],
        has_default: bool,
    ) {
        let schema = described(T::schema(definitions), doc);
        self.properties.insert(name.into(), schema);
        if !has_default && T::absent().is_none() {
            self.required.push(name.into());
        }
    }
}

/// The whole schema of a kind of content file.
pub fn document<T: FromJson>(title: &str) -> Value {
    let mut definitions = Definitions::default();
    let top = T::schema(&mut definitions);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$defs": definitions.0,
    });
    if let (Value::Object(schema), Value::Object(top)) = (&mut schema, top) {
        schema.extend(top);
    }
    schema
}
