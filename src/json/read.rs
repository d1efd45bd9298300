//! Reading typed values out of a [`Json`] tree.

use std::cell::RefCell;
use std::fmt;

use super::Json;
use super::number_text;

/// What an author has to mend: where, what was expected, what was found.
///
/// ```
/// # use adil::Problem;
/// let problem = Problem::new("items[3].options[1].score", "a number", "\"half\"");
/// assert_eq!(
///     problem.to_string(),
///     "items[3].options[1].score: expected a number, found \"half\""
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(Box<Parts>);

/// The parts stand in a box, so that the many results that carry none stay small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    path: String,
    expected: String,
    found: String,
}

impl Problem {
    /// A problem at a path such as `items[3].options[1].score`, empty for the top: what belongs
    /// there, and what stands there, in words.
    pub fn new(path: &str, expected: &str, found: &str) -> Problem {
        let parts = Parts { path: path.into(), expected: expected.into(), found: found.into() };
        Problem(Box::new(parts))
    }

    /// The same problem with other words for what belongs there.
    #[must_use]
    pub fn but_expected(mut self, expected: &str) -> Problem {
        self.0.expected = expected.into();
        self
    }

    /// The same problem with other words for what stands there.
    #[must_use]
    pub fn but_found(mut self, found: &str) -> Problem {
        self.0.found = found.into();
        self
    }

    /// The problem of a text, whose path is a place in that text, where the text stands at a path
    /// of the file.
    #[must_use]
    pub fn within(mut self, path: &str) -> Problem {
        self.0.path = [named(path), ": ", &self.0.path].concat();
        self
    }
}

impl Problem {
    /// The problem as a sentence for the author. Made without `format!`, as all text of the core
    /// crate is: a bundle then needs none of the code behind it.
    pub fn sentence(&self) -> String {
        let Parts { path, expected, found } = &*self.0;
        [named(path), ": expected ", expected, ", found ", found].concat()
    }
}

/// A path in words.
fn named(path: &str) -> &str {
    if path.is_empty() { "the top of the file" } else { path }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl std::error::Error for Problem {}

/// Refuses a list at a path in which a name comes twice; `what` the names are of.
///
/// # Errors
/// The place of the second one, with its name.
pub fn distinct(path: &str, names: &[&str], what: &str) -> Result<(), Problem> {
    for (n, name) in names.iter().enumerate() {
        if names[..n].contains(name) {
            let path = [path, "[", &number_text(n as f64), "]"].concat();
            let expected = ["an id that no other ", what, " has"].concat();
            return Err(Problem::new(&path, &expected, &["\"", name, "\" again"].concat()));
        }
    }
    Ok(())
}

/// What is odd but harmless, such as a field that no version knows.
#[derive(Debug, Default)]
pub struct Warnings(RefCell<Vec<String>>);

impl Warnings {
    /// Adds one sentence; after fifty the rest is dropped, since nobody reads them.
    pub fn add(&self, warning: String) {
        let mut list = self.0.borrow_mut();
        if list.len() < 50 {
            list.push(warning);
        }
    }

    /// All sentences in the order of the file.
    pub fn into_vec(self) -> Vec<String> {
        self.0.into_inner()
    }
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Field(&'a str),
    Index(usize),
}

/// A value in the tree together with its path.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    json: &'a Json,
    parent: Option<(&'a Place<'a>, Step<'a>)>,
    warnings: &'a Warnings,
}

impl<'a> Place<'a> {
    /// The top of a file.
    pub fn top(json: &'a Json, warnings: &'a Warnings) -> Place<'a> {
        Place { json, parent: None, warnings }
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
        mut read: impl FnMut(&Place) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        let mut values = Vec::new();
        self.visit(what, &mut |place| {
            values.push(read(place)?);
            Ok(())
        })?;
        Ok(values)
    }

    fn visit(
        &self,
        what: &str,
        read: &mut dyn FnMut(&Place) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let Json::List(list) = self.json else { return Err(self.expected(what)) };
        for (index, json) in list.iter().enumerate() {
            let parent = Some((self, Step::Index(index)));
            read(&Place { json, parent, warnings: self.warnings })?;
        }
        Ok(())
    }

    /// Each field of the object that stands here.
    pub fn each_field<T>(
        &self,
        what: &str,
        mut read: impl FnMut(&str, &Place) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        let Json::Object(list) = self.json else { return Err(self.expected(what)) };
        let mut values = Vec::with_capacity(list.len());
        for (name, json) in list {
            let parent = Some((self, Step::Field(name)));
            values.push(read(name, &Place { json, parent, warnings: self.warnings })?);
        }
        Ok(values)
    }

    /// The fields of the object that stands here.
    pub fn fields(&'a self, what: &str) -> Result<Fields<'a>, Problem> {
        match self.json {
            Json::Object(_) => Ok(Fields { place: self, known: RefCell::default() }),
            _ => Err(self.expected(what)),
        }
    }
}

/// An object being read field by field; knows at the end which fields nobody asked for.
pub struct Fields<'a> {
    place: &'a Place<'a>,
    known: RefCell<Vec<&'static str>>,
}

impl Fields<'_> {
    /// Reads one field; a missing one becomes the type's own [`FromJson::absent`].
    pub fn get<T: FromJson>(&self, name: &'static str) -> Result<T, Problem> {
        match self.find(name) {
            Some(place) => T::read(&place),
            None => T::absent().ok_or_else(|| self.missing(name)),
        }
    }

    /// Reads one field; a missing one becomes `default`.
    pub fn get_or<T: FromJson>(&self, name: &'static str, default: T) -> Result<T, Problem> {
        self.find(name).map_or(Ok(default), |place| T::read(&place))
    }

    /// Reads one field with a reader of its own; nothing when it is missing or `null`.
    pub fn read<T>(
        &self,
        name: &'static str,
        read: impl FnOnce(&Place) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        self.find(name).map(|place| read(&place)).transpose()
    }

    /// The place of a field, which counts as known from now on; nothing when it is missing or
    /// `null`.
    fn find(&self, name: &'static str) -> Option<Place<'_>> {
        self.known.borrow_mut().push(name);
        let json = self.place.json.get(name).filter(|json| **json != Json::Null)?;
        let parent = Some((self.place, Step::Field(name)));
        Some(Place { json, parent, warnings: self.place.warnings })
    }

    /// The problem that a needed field is missing.
    pub fn missing(&self, name: &str) -> Problem {
        Problem::new(&self.path_of(name), "a value", "nothing")
    }

    /// Warns the author of what is allowed and still amiss.
    pub fn warn(&self, what: &str) {
        self.place.warnings.add(what.to_owned());
    }

    /// The path of a field, whether it is there or not.
    pub fn path_of(&self, name: &str) -> String {
        let path = self.place.path();
        let dot = if path.is_empty() { "" } else { "." };
        [path.as_str(), dot, name].concat()
    }

    /// Warns about every field that was not asked for. Names that start with `_` or `$` are
    /// the author's own notes.
    pub fn finish(self) {
        let Json::Object(fields) = self.place.json else { return };
        let known = self.known.into_inner();
        for (name, _) in fields {
            if !known.contains(&name.as_str()) && !name.starts_with(['_', '$']) {
                self.place
                    .warn(&["the field \"", name, "\" is not known and was not used"].concat());
            }
        }
    }
}

/// A type that can be read from a place in a content file.
pub trait FromJson: Sized {
    /// Parses what stands there.
    fn read(place: &Place) -> Result<Self, Problem>;

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
pub fn read_record<T: Record>(place: &Place) -> Result<T, Problem> {
    let fields = place.fields("fields in { }")?;
    let value = T::from_fields(&fields)?;
    fields.finish();
    Ok(value)
}

impl<T: FromJson> FromJson for Option<T> {
    fn read(place: &Place) -> Result<Self, Problem> {
        T::read(place).map(Some)
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
    fn read(place: &Place) -> Result<Self, Problem> {
        place.each("a list", T::read)
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
    fn read(place: &Place) -> Result<Self, Problem> {
        if cfg!(not(target_arch = "wasm32")) {
            T::read(place)?;
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
    fn read(place: &Place) -> Result<Self, Problem> {
        place.text("text in quotes").map(str::to_owned)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "string" })
    }
}

impl FromJson for bool {
    fn read(place: &Place) -> Result<Self, Problem> {
        match place.json() {
            Json::Bool(truth) => Ok(*truth),
            _ => Err(place.expected("true or false")),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "boolean" })
    }
}

impl FromJson for f64 {
    fn read(place: &Place) -> Result<Self, Problem> {
        place.number(f64::MIN, f64::MAX, "a number")
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "number" })
    }
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
