//! JSON Schema (draft 2020-12) made from the content types, for editors and checkers.

use std::collections::BTreeMap;

pub use serde_json::Value;
use serde_json::{Map, json};

pub use super::describe::document;

/// The named types met so far; each stands once in the schema and is referred to.
#[derive(Default)]
pub struct Definitions(pub(super) BTreeMap<String, Value>);

/// The fields of one object type while they are gathered.
#[derive(Default)]
pub struct ObjectSchema {
    pub(super) properties: Map<String, Value>,
    pub(super) required: Vec<Value>,
}

impl ObjectSchema {
    /// Adds a field that always has this one value, as the tag of a variant.
    pub fn tag(&mut self, name: &str, value: &str) {
        self.properties.insert(name.into(), json!({ "const": value }));
        self.required.push(name.into());
    }

    /// Adds one needed field that is this whole number.
    pub fn integer(&mut self, name: &str, value: u32) {
        self.properties.insert(name.into(), json!({ "const": value }));
        self.required.push(name.into());
    }

    /// Adds one field with a schema of its own.
    pub fn raw(&mut self, name: &str, needed: bool, schema: Value) {
        self.properties.insert(name.into(), schema);
        if needed {
            self.required.push(name.into());
        }
    }

    fn into_value(self) -> Value {
        json!({ "type": "object", "properties": self.properties, "required": self.required })
    }
}

impl Definitions {
    /// Defines an object type once and returns a reference to it.
    pub fn object(
        &mut self,
        name: &str,
        doc: &[&str],
        gather: impl FnOnce(&mut Definitions, &mut ObjectSchema),
    ) -> Value {
        self.define(name, |definitions| {
            let mut object = ObjectSchema::default();
            gather(definitions, &mut object);
            described(object.into_value(), doc)
        })
    }

    /// Defines any type once and returns a reference to it.
    pub fn define(&mut self, name: &str, make: impl FnOnce(&mut Definitions) -> Value) -> Value {
        if !self.0.contains_key(name) {
            // A placeholder first, so that a type may hold itself.
            self.0.insert(name.into(), Value::Null);
            let value = make(self);
            self.0.insert(name.into(), value);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// A string that is one of a few words.
pub fn one_of_words(doc: &[&str], words: &[&str]) -> Value {
    described(json!({ "enum": words }), doc)
}

/// The schema with the doc comment as its description. A reference keeps its target's own
/// description, and carries this one beside it, which draft 2020-12 allows.
pub fn described(mut schema: Value, doc: &[&str]) -> Value {
    let text = doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    if let Value::Object(schema) = &mut schema
        && !text.is_empty()
    {
        schema.insert("description".into(), text.into());
    }
    schema
}
