//! The tree, and how it is written.

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Any JSON value. Objects keep the order of their fields; a repeated key keeps its last value
/// when looked up through [`Json::get`].
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number, as JavaScript has it.
    Number(f64),
    /// A string
    Text(String),
    /// An array
    List(Vec<Json>),
    /// An object
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The field of an object; nothing for a missing field or for what is no object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().rev().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The string, if this is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if this is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Json::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The elements of an array; none for anything else.
    pub fn list(&self) -> &[Json] {
        match self {
            Json::List(list) => list,
            _ => &[],
        }
    }

    /// An object from its fields.
    pub fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
        Json::Object(fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
    }
}

#[cfg(target_arch = "wasm32")]
impl Json {
    /// What the browser parsed. What JSON does not have, such as functions, becomes `null`.
    pub fn from_js(value: &wasm_bindgen::JsValue) -> Json {
        use js_sys::{Array, Object};
        use wasm_bindgen::JsCast;

        if let Some(text) = value.as_string() {
            Json::Text(text)
        } else if let Some(number) = value.as_f64() {
            Json::Number(number)
        } else if let Some(truth) = value.as_bool() {
            Json::Bool(truth)
        } else if let Some(list) = value.dyn_ref::<Array>() {
            Json::List((0..list.length()).map(|n| Json::from_js(&list.get(n))).collect())
        } else if let Some(object) = value.dyn_ref::<Object>() {
            let entries = Object::entries(object);
            let field = |n| {
                let entry: Array = entries.get(n).unchecked_into();
                (entry.get(0).as_string().unwrap_or_default(), Json::from_js(&entry.get(1)))
            };
            Json::Object((0..entries.length()).map(field).collect())
        } else {
            Json::Null
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Json {
        Json::Number(number)
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Json {
        Json::Number(number as f64)
    }
}

impl From<bool> for Json {
    fn from(truth: bool) -> Json {
        Json::Bool(truth)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(list: Vec<T>) -> Json {
        Json::List(list.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Json {
        value.map_or(Json::Null, Into::into)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = access.next_entry()? {
            fields.push(entry);
        }
        Ok(Json::Object(fields))
    }
}

/// A number as JavaScript writes it. In a bundle the browser does it: Rust's own way of writing
/// floating-point numbers would be several kilobytes of tables.
pub fn number_text(number: f64) -> String {
    #[cfg(target_arch = "wasm32")]
    return js_sys::JsString::from(
        js_sys::Number::from(number).to_string_with_radix(10).unwrap_or_default(),
    )
    .into();
    #[cfg(not(target_arch = "wasm32"))]
    number.to_string()
}

/// The number that a text of digits, sign, point and exponent stands for. In a bundle the
/// browser reads it, for the same reason as in [`number_text`].
pub fn number_from(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    if text.is_empty() || !plain {
        return None;
    }
    #[cfg(target_arch = "wasm32")]
    let number = wasm_bindgen::JsValue::from_str(text).unchecked_into_f64();
    #[cfg(not(target_arch = "wasm32"))]
    let number: f64 = text.parse().ok()?;
    number.is_finite().then_some(number)
}

/// Writes a tree as JSON text.
pub fn write(json: &Json) -> String {
    let mut text = String::new();
    write_into(&mut text, json);
    text
}

fn write_into(out: &mut String, json: &Json) {
    match json {
        Json::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Json::Number(number) if number.is_finite() => out.push_str(&number_text(*number)),
        // JSON has no infinity.
        Json::Number(_) | Json::Null => out.push_str("null"),
        Json::Text(text) => write_text(out, text),
        Json::List(list) => {
            let mut before = '[';
            for value in list {
                out.push(before);
                write_into(out, value);
                before = ',';
            }
            out.push_str(if list.is_empty() { "[]" } else { "]" });
        }
        Json::Object(fields) => {
            let mut before = '{';
            for (name, value) in fields {
                out.push(before);
                write_text(out, name);
                out.push(':');
                write_into(out, value);
                before = ',';
            }
            out.push_str(if fields.is_empty() { "{}" } else { "}" });
        }
    }
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c < ' ' => {
                out.push_str("\\u00");
                let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                out.extend([digit(c as u32 >> 4), digit(c as u32 & 15)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let text = r#"{"a":[1,-2.5,true,null,{}],"b\"\\":"\u0001\u001fә","c":[]}"#;
        let json: Json = serde_json::from_str(text).unwrap();
        assert_eq!(write(&json), text);
    }

    #[test]
    fn a_repeated_key_keeps_its_last_value() {
        let json: Json = serde_json::from_str(r#"{"a": 1, "a": 2, "__proto__": []}"#).unwrap();
        assert_eq!(json.get("a"), Some(&Json::Number(2.0)));
        assert_eq!(json.get("__proto__"), Some(&Json::List(vec![])));
    }
}
