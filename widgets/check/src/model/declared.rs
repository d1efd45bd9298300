//! A declaration that was filled in: as text, and as a file that the responsible office can read.

use adil::Json;
use adil::content::Day;

/// A line that was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the file.
    pub id: String,
    /// What stands before it.
    pub label: String,
    /// What was filled in.
    pub value: String,
}

/// A declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Its heading.
    pub title: String,
    /// The id of the check that it was made with.
    pub check: String,
    /// The id of the result, as the person saw it.
    pub result: String,
    /// The day on which to look again.
    pub review: Option<Day>,
    /// Its lines.
    pub fields: Vec<Field>,
}

/// The most signs of one line that a file may hold.
const LONGEST: usize = 4_000;

/// The most lines of one declaration.
const MOST: usize = 60;

impl Declared {
    /// As plain text, a line for each field.
    pub fn text(&self) -> String {
        let mut text = [self.title.as_str(), "\n\n"].concat();
        for field in &self.fields {
            text.extend([field.label.as_str(), ": ", field.value.as_str(), "\n"]);
        }
        text
    }

    /// As a file.
    pub fn json(&self) -> Json {
        let field = |field: &Field| {
            Json::object([
                ("id", field.id.as_str().into()),
                ("label", field.label.as_str().into()),
                ("value", field.value.as_str().into()),
            ])
        };
        Json::object([
            ("format", "adil".into()),
            ("formatVersion", 1_usize.into()),
            ("kind", "declaration".into()),
            ("title", self.title.as_str().into()),
            ("check", self.check.as_str().into()),
            ("result", self.result.as_str().into()),
            ("review", self.review.as_ref().map_or(Json::Null, |day| day.as_str().into())),
            ("fields", Json::List(self.fields.iter().map(field).collect())),
        ])
    }

    /// Reads such a file; nothing where it is something else. What is too long is cut.
    pub fn read(json: &Json) -> Option<Declared> {
        let text = |json: &Json, name: &str| {
            let text = json.get(name).and_then(Json::text).unwrap_or_default();
            text.chars().take(LONGEST).collect::<String>()
        };
        let is_ours = text(json, "format") == "adil" && text(json, "kind") == "declaration";
        let fields = json.get("fields")?.list().iter().take(MOST);
        is_ours.then(|| Declared {
            title: text(json, "title"),
            check: text(json, "check"),
            result: text(json, "result"),
            review: Day::parse(&text(json, "review")),
            fields: fields
                .map(|one| Field {
                    id: text(one, "id"),
                    label: text(one, "label"),
                    value: text(one, "value"),
                })
                .collect(),
        })
    }
}
