//! The register of an office: declarations that came in, how far each is, and when to look again.

use adil::Json;
use adil::content::Day;

use super::declared::{Declared, Field};
use super::readiness::csv;

/// The most declarations that one register holds.
pub const MOST: usize = 1_000;

adil::words! {
    /// How far a declaration is.
    pub enum Status {
        /// It came in
        "new" New,
        /// Somebody looks at it
        "open" Open,
        /// It was decided how it is handled
        "decided" Decided,
        /// Nothing is left to do
        "closed" Closed,
    }
}

/// A declaration in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What was declared.
    pub declared: Declared,
    /// The day on which it came in.
    pub received: Day,
    /// How far it is.
    pub status: Status,
    /// When to look again.
    pub review: Option<Day>,
}

/// All declarations, in the order in which they came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The declarations.
    pub items: Vec<Item>,
}

impl Register {
    /// Takes in a declaration; false where the same is there already, or the register is full.
    pub fn add(&mut self, declared: Declared, today: &Day) -> bool {
        let is_there = self.items.iter().any(|item| item.declared == declared);
        if is_there || self.items.len() >= MOST {
            return false;
        }
        let review = declared.review.clone();
        let received = today.clone();
        self.items.push(Item { declared, received, status: Status::New, review });
        true
    }

    /// The places of all, those first that have to be looked at soonest; closed ones last.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        order.sort_by_key(|n| {
            let item = &self.items[*n];
            let closed = item.status == Status::Closed;
            (closed, item.review.is_none(), item.review.clone())
        });
        order
    }

    /// Whether a declaration should have been looked at by now.
    pub fn is_due(&self, n: usize, today: &Day) -> bool {
        self.items.get(n).is_some_and(|item| {
            item.status != Status::Closed && item.review.as_ref().is_some_and(|day| day <= today)
        })
    }

    /// The register as a file, and as it is kept.
    pub fn save(&self) -> Json {
        let item = |item: &Item| {
            Json::object([
                ("declaration", item.declared.json()),
                ("received", item.received.as_str().into()),
                ("status", item.status.word().into()),
                ("review", item.review.as_ref().map_or("", Day::as_str).into()),
            ])
        };
        Json::object([
            ("format", "adil".into()),
            ("formatVersion", 1_usize.into()),
            ("kind", "declarations".into()),
            ("items", Json::List(self.items.iter().map(item).collect())),
        ])
    }

    /// Reads a register; nothing where it is something else. Items that cannot be read are left
    /// out.
    pub fn restore(json: &Json) -> Option<Register> {
        let is_ours = json.get("kind").and_then(Json::text) == Some("declarations");
        let item = |json: &Json| {
            let text = |name: &str| json.get(name).and_then(Json::text).unwrap_or_default();
            Some(Item {
                declared: Declared::read(json.get("declaration")?)?,
                received: Day::parse(text("received")).unwrap_or_else(Day::first),
                status: Status::from_word(text("status")).unwrap_or(Status::New),
                review: Day::parse(text("review")),
            })
        };
        let items = json.get("items")?.list().iter().take(MOST).filter_map(item).collect();
        is_ours.then_some(Register { items })
    }

    /// Takes in all of another register; how many were new.
    pub fn merge(&mut self, other: Register) -> usize {
        let before = self.items.len();
        for item in other.items {
            let is_there = self.items.iter().any(|one| one.declared == item.declared);
            if !is_there && self.items.len() < MOST {
                self.items.push(item);
            }
        }
        self.items.len() - before
    }

    /// A table for a spreadsheet: received, status, next review, and each line by its name.
    pub fn table(&self, heads: [String; 3], status: impl Fn(Status) -> String) -> String {
        let mut names: Vec<&Field> = Vec::new();
        for field in self.items.iter().flat_map(|item| &item.declared.fields) {
            if !names.iter().any(|name| name.id == field.id) {
                names.push(field);
            }
        }
        let labels = names.iter().map(|field| field.label.clone());
        let mut rows = vec![heads.into_iter().chain(labels).collect()];
        for n in self.order() {
            let item = &self.items[n];
            let value = |name: &&Field| {
                let field = item.declared.fields.iter().find(|field| field.id == name.id);
                field.map_or(String::new(), |field| field.value.clone())
            };
            let own = [
                item.received.as_str().to_owned(),
                status(item.status),
                item.review.as_ref().map_or(String::new(), |day| day.as_str().to_owned()),
            ];
            rows.push(own.into_iter().chain(names.iter().map(value)).collect());
        }
        csv(&rows)
    }
}
