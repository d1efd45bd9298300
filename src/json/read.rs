//! Reading typed values out of a [`Json`] tree.

use std::cell::RefCell;

use super::problem::named;
use super::{Json, Problem, Warnings, number_text};

#[derive(Clone, Copy)]
enum Step<'a> {
    Field(&'a str),
    Index(usize),
}

/// A value in the tree together with its path.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    json: &'a Json,
    parent: Option<(&'a Cursor<'a>, Step<'a>)>,
    warnings: &'a Warnings,
}

impl<'a> Cursor<'a> {
    /// The top of a file.
    pub fn top(json: &'a Json, warnings: &'a Warnings) -> Cursor<'a> {
        Cursor { json, parent: None, warnings }
    }

    /// The value that stands here.
    pub fn json(&self) -> &'a Json {
        self.json
    }

    /// What stands at the top of the file.
    pub fn top_of_file(&self) -> &'a Json {
        self.parent.map_or(self.json, |(parent, _)| parent.top_of_file())
    }

    /// The path of this place, as an author would write it.
    pub fn path(&self) -> String {
        let Some((parent, step)) = self.parent else { return String::new() };
        let mut path = parent.path();
        match step {
            Step::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Index(index) => {
                path.push('[');
                path.push_str(&number_text(index as f64));
                path.push(']');
            }
        }
        path
    }

    /// The problem that something else was expected here.
    pub fn expected(&self, what: &str) -> Problem {
        Problem::new(&self.path(), what, &describe(self.json))
    }

    /// Notes something odd about this place.
    pub fn warn(&self, what: &str) {
        self.warnings.add([named(&self.path()), ": ", what].concat());
    }

    /// The string that stands here.
    pub fn text(&self, what: &str) -> Result<&'a str, Problem> {
        self.json.text().ok_or_else(|| self.expected(what))
    }

    /// The number that stands here, within `least..=most`.
    pub fn number(&self, least: f64, most: f64, what: &str) -> Result<f64, Problem> {
        match self.json {
            Json::Number(n) if (least..=most).contains(n) => Ok(*n),
            _ => Err(self.expected(what)),
        }
    }

    /// Each element of the array that stands here, read one after the other.
    pub fn each<T>(
        &self,
        what: &str,
        mut read: impl FnMut(&Cursor) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        let mut values = Vec::new();
        self.visit(what, &mut |cursor| {
            values.push(read(cursor)?);
            Ok(())
        })?;
        Ok(values)
    }

    fn visit(
        &self,
        what: &str,
        read: &mut dyn FnMut(&Cursor) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let Json::List(list) = self.json else { return Err(self.expected(what)) };
        for (index, json) in list.iter().enumerate() {
            let parent = Some((self, Step::Index(index)));
            read(&Cursor { json, parent, warnings: self.warnings })?;
        }
        Ok(())
    }

    /// Each field of the object that stands here.
    pub fn each_field<T>(
        &self,
        what: &str,
        mut read: impl FnMut(&str, &Cursor) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        let Json::Object(list) = self.json else { return Err(self.expected(what)) };
        let mut values = Vec::with_capacity(list.len());
        for (name, json) in list {
            let parent = Some((self, Step::Field(name)));
            values.push(read(name, &Cursor { json, parent, warnings: self.warnings })?);
        }
        Ok(values)
    }

    /// The fields of the object that stands here.
    pub fn fields(&'a self, what: &str) -> Result<Fields<'a>, Problem> {
        match self.json {
            Json::Object(_) => Ok(Fields { cursor: self, known: RefCell::default() }),
            _ => Err(self.expected(what)),
        }
    }
}

/// An object being read field by field; knows at the end which fields nobody asked for.
pub struct Fields<'a> {
    cursor: &'a Cursor<'a>,
    known: RefCell<Vec<&'static str>>,
}

impl Fields<'_> {
    /// Reads one field; a missing one becomes the type's own [`FromJson::absent`].
    pub fn get<T: FromJson>(&self, name: &'static str) -> Result<T, Problem> {
        match self.find(name) {
            Some(cursor) => T::read(&cursor),
            None => T::absent().ok_or_else(|| self.missing(name)),
        }
    }

    /// Reads one field; a missing one becomes `default`.
    pub fn get_or<T: FromJson>(&self, name: &'static str, default: T) -> Result<T, Problem> {
        self.find(name).map_or(Ok(default), |cursor| T::read(&cursor))
    }

    /// Reads one field with a reader of its own; nothing when it is missing or `null`.
    pub fn read<T>(
        &self,
        name: &'static str,
        read: impl FnOnce(&Cursor) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        self.find(name).map(|cursor| read(&cursor)).transpose()
    }

    /// The place of a field, which counts as known from now on; nothing when it is missing or
    /// `null`.
    fn find(&self, name: &'static str) -> Option<Cursor<'_>> {
        self.known.borrow_mut().push(name);
        let json = self.cursor.json.get(name).filter(|json| **json != Json::Null)?;
        let parent = Some((self.cursor, Step::Field(name)));
        Some(Cursor { json, parent, warnings: self.cursor.warnings })
    }

    /// The problem that a needed field is missing.
    pub fn missing(&self, name: &str) -> Problem {
        Problem::new(&self.path_of(name), "a value", "nothing")
    }

    /// Warns the author of what is allowed and still amiss.
    pub fn warn(&self, what: &str) {
        self.cursor.warnings.add(what.to_owned());
    }

    /// The path of a field, whether it is there or not.
    pub fn path_of(&self, name: &str) -> String {
        let path = self.cursor.path();
        let dot = if path.is_empty() { "" } else { "." };
        [path.as_str(), dot, name].concat()
    }

    /// Warns about every field that was not asked for. Names that start with `_` or `$` are
    /// the author's own notes.
    pub fn finish(self) {
        let Json::Object(fields) = self.cursor.json else { return };
        let known = self.known.into_inner();
        for (name, _) in fields {
            if !known.contains(&name.as_str()) && !name.starts_with(['_', '$']) {
                self.cursor
                    .warn(&["the field \"", name, "\" is not known and was not used"].concat());
            }
        }
    }
}

/// A type that can be read from a place in a content file.
pub trait FromJson: Sized {
    /// Parses what stands there.
    fn read(cursor: &Cursor) -> Result<Self, Problem>;

    /// The value when the field is missing; nothing where the field is needed.
    fn absent() -> Option<Self> {
        None
    }

    /// The JSON Schema of this type.
    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value;
}

/// A type whose fields stand in an object that other types may share, such as the envelope and
/// the kind of one content file.
pub trait Record: Sized {
    /// Parses these fields, and leaves the others to others.
    fn from_fields(fields: &Fields) -> Result<Self, Problem>;

    /// Adds these fields to the schema of the object.
    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut super::schema::Definitions,
        object: &mut super::schema::ObjectSchema,
    );
}

/// Reads an object that holds one record and nothing else.
pub fn read_record<T: Record>(cursor: &Cursor) -> Result<T, Problem> {
    let fields = cursor.fields("fields in { }")?;
    let value = T::from_fields(&fields)?;
    fields.finish();
    Ok(value)
}

/// What an author sees in the file: a word for the kind of value, or the value when short.
fn describe(json: &Json) -> String {
    match json {
        Json::Null => "null".into(),
        Json::Bool(truth) => if *truth { "true" } else { "false" }.into(),
        Json::Number(number) => number_text(*number),
        Json::Text(text) => {
            let short: String = text.chars().take(40).collect();
            let dots = if short.len() < text.len() { "…" } else { "" };
            ["\"", &short, dots, "\""].concat()
        }
        Json::List(list) => ["a list of ", &number_text(list.len() as f64)].concat(),
        Json::Object(_) => "{…}".into(),
    }
}
