//! Drafts and files: what comes from a pledge file, what becomes one, and what is kept.

use adil::content::{
    Address, Block, Document, Inline, Level, Localized, Purpose, Reference, Rich, closeness, parse,
    plain,
};
use adil::json::{Cursor, FromJson, Json, Warnings};

use super::action::{MOST_VOTES, Promise, one_line};
use super::draft::Draft;
use crate::model::{Clause, Pledge};

/// The clauses of a file as promises for a draft, in one language.
///
/// `absolute` says where a picture lies, seen from anywhere.
pub fn suggestions(
    document: &Document<Pledge>,
    lang: &str,
    absolute: &dyn Fn(&Address) -> String,
) -> Vec<Promise> {
    let original = document.envelope.languages.first().map_or("", String::as_str);
    let promise = |clause: &Clause| {
        let text = line_of(clause.text.get(lang));
        let origin = written(clause, lang, original, absolute);
        Promise { key: 0, text, votes: 0, origin: read(&origin).map(|_| origin) }
    };
    // A clause of nothing but blanks is nothing to read, and no place to press.
    let clauses = document.body.clauses.iter().map(promise);
    clauses.filter(|promise| !promise.text.is_empty()).collect()
}

/// A text of a file without its marks, on one line.
fn line_of(source: &str) -> String {
    one_line(&plain(&parse(source)))
}

fn read(json: &Json) -> Option<Clause> {
    Clause::read(&Cursor::top(json, &Warnings::default())).ok()
}

/// A clause as a class's file has it: in one language.
fn written(
    clause: &Clause,
    lang: &str,
    original: &str,
    absolute: &dyn Fn(&Address) -> String,
) -> Json {
    let text = |text: &Localized| in_language(text, lang, original);
    // A page that is no web page has addresses that no file may name; then it stays as written.
    let media = |address: &Address| {
        let there = absolute(address);
        let fits = Address::parse(&there, Purpose::Media).is_some();
        Json::from(if fits { there } else { address.as_str().to_owned() })
    };
    let mut fields = vec![("id", clause.id.as_str().into()), ("text", text(&clause.text))];
    fields.extend(clause.short.as_ref().map(|short| ("short", text(short))));
    fields.extend(clause.picture.as_ref().map(|picture| {
        let (src, alt) = (media(&picture.src.0), text(&picture.alt));
        ("picture", Json::object([("src", src), ("alt", alt)]))
    }));
    fields.extend(clause.example.as_ref().map(|example| {
        let says = text(example.source());
        let is_html = matches!(example, Rich::Html(_));
        ("example", if is_html { Json::object([("html", says)]) } else { says })
    }));
    object(fields)
}

fn object(fields: Vec<(&str, Json)>) -> Json {
    Json::Object(fields.into_iter().map(|(name, json)| (name.to_owned(), json)).collect())
}

/// The text in one language. Where a file has only another one, its tag stays with it.
fn in_language(text: &Localized, lang: &str, original: &str) -> Json {
    let (text, tag) = text.resolve(lang);
    let tag = if tag.is_empty() { original } else { tag };
    let fits = tag.is_empty() || closeness(tag, lang).is_some();
    if fits { text.into() } else { Json::object([(tag, text.into())]) }
}

/// Plain text in the inline syntax: signs that would mark something are escaped.
fn marked(text: &str) -> String {
    if let [Block::Paragraph(runs)] = parse(text).as_slice()
        && let [Inline::Text(same)] = runs.as_slice()
        && same == text
    {
        return text.to_owned();
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut marked = String::new();
    for (at, c) in text.char_indices() {
        let marks = "*`^~![{\\".contains(c);
        // At the beginning these make a list or a table.
        let begins = at == 0 && "-|".contains(c) || at == digits && c == '.';
        marked.extend((marks || begins).then_some('\\'));
        marked.push(c);
    }
    marked
}

impl Draft {
    /// The pledge as a content file. A changed one has a version of its own.
    pub fn export(&mut self, usual_title: &str, level: Level, lang: &str) -> Json {
        if std::mem::take(&mut self.changed) {
            self.edition += 1;
        }
        let title = if self.title.is_empty() { usual_title } else { &self.title };
        Json::object([
            ("format", "adil".into()),
            ("formatVersion", 1.0.into()),
            ("kind", "pledge".into()),
            ("id", self.id.as_str().into()),
            ("contentVersion", self.edition.to_string().into()),
            ("title", title.into()),
            ("level", level.word().into()),
            ("languages", vec![lang].into()),
            ("clauses", self.clauses_written().into()),
        ])
    }

    /// Whether it has words that stand in no file: those would be lost with the page.
    pub fn is_unsaved(&self) -> bool {
        self.changed && self.clauses.iter().any(|promise| promise.origin.is_none())
    }

    /// The id of the file that it becomes.
    pub fn id(&self) -> &str {
        &self.id
    }

    fn clauses_written(&self) -> Vec<Json> {
        fn id_of(json: &Json) -> Option<&str> {
            json.get("id")?.text()
        }
        let kept = |promise: &Promise| promise.origin.as_ref().and_then(id_of).map(str::to_owned);
        let all_kept: Vec<String> = self.clauses.iter().filter_map(kept).collect();
        let mut used: Vec<String> = Vec::new();
        let mut clauses = Vec::new();
        for promise in &self.clauses {
            let own = kept(promise).filter(|id| !used.contains(id));
            let (id, clause) = if let (Some(id), Some(origin)) = (own, &promise.origin) {
                (id, origin.clone())
            } else {
                let names = (1..).map(|n: u32| ["c", &n.to_string()].concat());
                let is_free = |id: &String| !all_kept.contains(id) && !used.contains(id);
                let id = names.into_iter().find(is_free).unwrap_or_default();
                let text = marked(&promise.text).into();
                let clause = Json::object([("id", id.as_str().into()), ("text", text)]);
                (id, clause)
            };
            used.push(id);
            clauses.push(clause);
        }
        clauses
    }

    /// The draft as it is kept; what was removed is not.
    pub fn to_json(&self) -> Json {
        let promise = |promise: &Promise| {
            Json::object([
                ("text", promise.text.as_str().into()),
                ("votes", f64::from(promise.votes).into()),
                ("origin", promise.origin.clone().into()),
            ])
        };
        let clauses: Vec<Json> = self.clauses.iter().map(promise).collect();
        Json::object([
            ("id", self.id.as_str().into()),
            ("title", self.title.as_str().into()),
            ("edition", f64::from(self.edition).into()),
            ("changed", self.changed.into()),
            ("clauses", clauses.into()),
        ])
    }

    /// A draft as it was kept; nothing where that was no draft.
    pub fn restore(json: &Json) -> Option<Draft> {
        let id = Reference::parse(json.get("id")?.text()?)?;
        let promise = |json: &Json| {
            let text = one_line(json.get("text")?.text()?);
            let votes = count_from(json.get("votes")).min(MOST_VOTES);
            let is_same = |origin: &&Json| {
                read(origin).is_some_and(|clause| line_of(clause.text.get("")) == text)
            };
            let origin = json.get("origin").filter(is_same).cloned();
            (!text.is_empty()).then_some(Promise { key: 0, text, votes, origin })
        };
        let mut draft = Draft::new("");
        id.as_str().clone_into(&mut draft.id);
        draft.edition = count_from(json.get("edition"));
        draft.changed = json.get("changed") != Some(&Json::Bool(false));
        draft.title = one_line(json.get("title")?.text()?);
        let clauses = json.get("clauses")?.list().iter().filter_map(promise).collect();
        draft.clauses = draft.with_keys(clauses);
        Some(draft)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
fn count_from(json: Option<&Json>) -> u32 {
    json.and_then(Json::number).map_or(0, |n| n as u32)
}
