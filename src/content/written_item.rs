//! An item of a quiz inside other content.

use std::fmt::Debug;
use std::marker::PhantomData;

use super::Rich;
use crate::json::{Cursor, FromJson, Json, Problem, Warnings};

/// Describes items for editors. Only the host asks: a bundle hands an item to the quiz unread, and
/// so does without the quiz's own types.
pub trait ItemSchema: Clone + Debug + PartialEq {
    /// The schema of an item.
    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> crate::json::schema::Value;
}

/// An item of a quiz as its author wrote it: the quiz that shows it reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenItem<S>(Json, PhantomData<S>);

impl<S> WrittenItem<S> {
    /// What the author wrote.
    pub fn json(&self) -> &Json {
        &self.0
    }

    /// The question or task.
    pub fn stem(&self) -> Option<Rich> {
        rich(self.0.get("stem")?)
    }

    /// What can be chosen, sorted or put in order, for paper; empty where words are written.
    pub fn choices(&self) -> Vec<Rich> {
        let lists = ["options", "entries", "cards"];
        let found = lists.iter().find_map(|name| self.0.get(name)).map_or(&[][..], Json::list);
        found
            .iter()
            .filter_map(|one| one.get("text").and_then(rich).or_else(|| rich(one)))
            .collect()
    }
}

fn rich(json: &Json) -> Option<Rich> {
    Rich::read(&Cursor::top(json, &Warnings::default())).ok()
}

impl<S: ItemSchema> FromJson for WrittenItem<S> {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let has = |name| cursor.json().get(name).is_some();
        if has("type") && has("stem") {
            return Ok(WrittenItem(cursor.json().clone(), PhantomData));
        }
        Err(cursor.expected("a quiz item, with \"type\" and \"stem\""))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> crate::json::schema::Value {
        S::schema(definitions)
    }
}

#[cfg(test)]
mod tests {
    use super::{ItemSchema, WrittenItem};
    use crate::content::Rich;
    use crate::json::{Cursor, FromJson, Json, Warnings, schema};

    #[derive(Clone, Debug, PartialEq)]
    struct Any;

    impl ItemSchema for Any {
        fn schema(_: &mut schema::Definitions) -> schema::Value {
            schema::Value::Bool(true)
        }
    }

    fn item(text: &str) -> Option<WrittenItem<Any>> {
        let json: Json = serde_json::from_str(text).ok()?;
        WrittenItem::read(&Cursor::top(&json, &Warnings::default())).ok()
    }

    #[test]
    fn what_is_asked_and_what_can_be_chosen_are_found() {
        let english = |text: &Rich| text.source().get("en").to_owned();
        let check = |text: &str, stem: Option<&str>, choices: &[&str]| {
            let found = item(text);
            let asked = found.as_ref().and_then(WrittenItem::stem);
            assert_eq!(asked.as_ref().map(english).as_deref(), stem, "{text}");
            let listed = found.map_or(Vec::new(), |item| item.choices());
            assert_eq!(listed.iter().map(english).collect::<Vec<_>>(), choices, "{text}");
        };
        check(
            r#"{"type":"single","stem":"Which?","options":[{"text":"A"},{"text":{"en":"B","kk":"C"}}]}"#,
            Some("Which?"),
            &["A", "B"],
        );
        check(r#"{"type":"order","stem":"S","entries":["A","B"]}"#, Some("S"), &["A", "B"]);
        check(r#"{"type":"sort","stem":"S","cards":[{"text":"A","target":0}]}"#, Some("S"), &["A"]);
        check(r#"{"type":"single","stem":"S","options":7}"#, Some("S"), &[]);
        check(r#"{"type":"text","stem":[]}"#, None, &[]);
        check(r#"{"type":"text"}"#, None, &[]);
        check(r#"{"stem":"Which?"}"#, None, &[]);
    }
}
