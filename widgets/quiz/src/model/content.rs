//! What a quiz file holds beside its envelope.

use adil::content::{Count, Kind, Rich, Share};
use adil::json::{Cursor, FromJson, Problem, distinct};

use super::Item;

/// The most items that one file may hold.
pub const MOST_ITEMS: usize = 1_000;

adil::record! {
    /// How a quiz goes. The page may override most of it by attributes.
    pub struct Settings {
        /// How often a learner may check one item in learn mode. Missing: without limit for
        /// primary school, twice for secondary, once above.
        "tries" attempts: Option<Count>,
        /// What every further try costs, as a share of the item's points.
        "penalty" penalty: Share = Share::ZERO,
        /// The share of all points from which a run counts as mastered; both in whole percent.
        "pass" pass: Option<Share>,
        /// How many items to pick from the file by chance.
        "pick" pick: Option<Count>,
        /// Whether items come in a random order.
        "shuffle" shuffle: bool = false,
        /// Whether the options of an item come in a random order.
        "shuffleOptions" shuffle_options: bool = false,
        /// Whether learners may say "I do not know", which costs nothing.
        "dontKnow" dont_know: bool = true,
        /// How many minutes a run may take. Never used for primary school.
        "timeLimit" time_limit: Option<f64>,
        /// Whether the time of a run with a limit may be stopped; the question is covered then.
        "pause" pause: bool = true,
    }
}

adil::record! {
    /// A result in words.
    pub struct Band {
        /// The least share of points to which it belongs; both in whole percent.
        "min" min: Share,
        /// The words.
        "text" text: Rich,
    }
}

adil::record! {
    /// The quiz itself.
    pub struct Quiz {
        /// What learners read before the first item.
        "intro" intro: Option<Rich>,
        /// How it goes.
        "settings" settings: Option<Settings>,
        /// The items, at least one and at most 1,000.
        "items" items: Items,
        /// Results in words; the one with the highest `min` that was reached is shown.
        "bands" bands: Vec<Band>,
        /// What teachers may want to say or ask.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}

impl Kind for Quiz {
    const KIND: &'static str = "quiz";
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            attempts: None,
            penalty: Share::ZERO,
            pass: None,
            pick: None,
            shuffle: false,
            shuffle_options: false,
            dont_know: true,
            time_limit: None,
            pause: true,
        }
    }
}

/// The items of a quiz: at least one, each with an id of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Items(Vec<Item>);

impl std::ops::Deref for Items {
    type Target = [Item];

    fn deref(&self) -> &[Item] {
        &self.0
    }
}

impl FromJson for Items {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let many = cursor.json().list().len();
        if many > MOST_ITEMS {
            return Err(cursor.expected("at most 1000 items; split the file"));
        }
        let items = cursor.each("a list of items", Item::read)?;
        // A plain list is quick enough for a thousand ids.
        let ids: Vec<_> = items.iter().map(Item::id).collect();
        distinct(&cursor.path(), &ids, "item of this file")?;
        if items.is_empty() { Err(cursor.expected("at least one item")) } else { Ok(Items(items)) }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_ITEMS,
            "items": Item::schema(definitions),
        })
    }
}
