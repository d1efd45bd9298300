//! What the readers of several kinds share.

use adil::json::{Cursor, Fields, FromJson, Problem, number_text};

/// What an option is worth: 1 right, a part partly right, 0 or less not right.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Score(f64);

impl Score {
    /// The score as a number between −1 and 1.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl FromJson for Score {
    fn read(place: &Cursor) -> Result<Self, Problem> {
        place.number(-1.0, 1.0, "a number between -1 and 1").map(Score)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "number", "minimum": -1, "maximum": 1 })
    }
}

/// Refuses a list that is too short to be an item.
pub fn at_least(fields: &Fields, name: &str, least: usize, count: usize) -> Result<(), Problem> {
    if count >= least {
        return Ok(());
    }
    let (least, count) = (number_text(least as f64), number_text(count as f64));
    Err(fields
        .missing(name)
        .but_expected(&["at least ", &least].concat())
        .but_found(&["a list of ", &count].concat()))
}

/// Warns the author of two things that look the same, of which a learner cannot know which is
/// which. Marking takes either for the other.
pub fn warn_of_twins(
    fields: &Fields,
    name: &str,
    count: usize,
    is_twin: &dyn Fn(usize, usize) -> bool,
) {
    for n in 1..count {
        if let Some(other) = (0..n).find(|other| is_twin(*other, n)) {
            let number = |n: usize| number_text((n + 1) as f64);
            let two = [&fields.path_of(name), ": ", &number(other), " and ", &number(n)].concat();
            fields.warn(&[&two, " look the same; either counts for the other"].concat());
        }
    }
}
