//! A curriculum map: which lesson serves which outcome, at which level, in which quarter.

use adil::content::{Kind, Level, Localized, Reference};
use adil::csv::{Cell, table};
use adil::json::{Fields, Problem, Record, distinct, number_text};

use super::blocks::Minutes;
use super::campaign::Quarter;
use super::content::Link;

adil::record! {
    /// Something that learners can do afterwards.
    pub struct Outcome {
        /// Its name in this file.
        "id" id: Reference,
        /// What learners can do.
        "title" title: Localized,
    }
}

adil::record! {
    /// A lesson on the map.
    pub struct MapPlan {
        /// What it is called.
        "title" title: Localized,
        /// The page on which it is, relative to this file.
        "url" url: Option<Link>,
        /// For whom it is made.
        "level" level: Level,
        /// In which school quarter it is.
        "quarter" quarter: Quarter,
        /// How long it takes.
        "minutes" minutes: Option<Minutes>,
        /// The outcomes that it serves, by their names.
        "outcomes" outcomes: Vec<Reference>,
    }
}

adil::record! {
    /// The map as its author writes it.
    pub struct MapFields {
        /// What the school wants learners to be able to do.
        "goals" goals: Vec<Outcome>,
        /// The lessons, at most 500.
        "plans" plans: Vec<MapPlan>,
    }
}

/// A map whose lessons serve only outcomes that it has.
#[derive(Clone, Debug, PartialEq)]
pub struct CurriculumMap {
    /// What the school wants learners to be able to do.
    pub goals: Vec<Outcome>,
    /// The lessons.
    pub plans: Vec<MapPlan>,
}

/// The lessons of one outcome, level and quarter, by their places in the file.
pub type Lessons = Vec<usize>;

impl CurriculumMap {
    /// The levels that have a lesson, in the order of age.
    pub fn levels(&self) -> Vec<Level> {
        let all = Level::WORDS.iter().filter_map(|word| Level::from_word(word));
        all.filter(|level| self.plans.iter().any(|plan| plan.level == *level)).collect()
    }

    /// The four quarters of an outcome at a level.
    pub fn row(&self, goal: &Outcome, level: Level) -> [Lessons; 4] {
        [1, 2, 3, 4].map(|quarter| {
            let is_here = |plan: &MapPlan| {
                plan.level == level
                    && plan.quarter.get() == quarter
                    && plan.outcomes.contains(&goal.id)
            };
            let places = self.plans.iter().enumerate().filter(|(_, plan)| is_here(plan));
            places.map(|(n, _)| n).collect()
        })
    }

    /// Whether no lesson of a level serves an outcome.
    pub fn is_gap(&self, goal: &Outcome, level: Level) -> bool {
        self.row(goal, level).iter().all(Vec::is_empty)
    }
}

/// The map as a table for spreadsheets: a row for each outcome of each lesson, and one without a
/// lesson for each gap. `head` names the five columns.
pub fn csv(
    map: &CurriculumMap,
    lang: &str,
    head: &[String; 5],
    word: impl Fn(Level) -> String,
) -> String {
    let mut rows = vec![head.to_vec()];
    for level in map.levels() {
        for goal in &map.goals {
            let title = goal.title.get(lang).to_owned();
            if map.is_gap(goal, level) {
                rows.push(vec![
                    word(level),
                    title.clone(),
                    String::new(),
                    String::new(),
                    String::new(),
                ]);
            }
            for plan in map.row(goal, level).iter().flatten().filter_map(|n| map.plans.get(*n)) {
                let minutes = plan.minutes.map(|minutes| number_text(minutes.get().into()));
                rows.push(vec![
                    word(level),
                    title.clone(),
                    number_text(plan.quarter.get().into()),
                    plan.title.get(lang).to_owned(),
                    minutes.unwrap_or_default(),
                ]);
            }
        }
    }
    let cells = |row: Vec<String>| row.into_iter().map(Cell::Text).collect::<Vec<Cell>>();
    table(&rows.into_iter().map(cells).collect::<Vec<_>>())
}

impl Record for CurriculumMap {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let MapFields { goals, plans } = MapFields::from_fields(fields)?;
        if goals.is_empty() || plans.len() > 500 {
            return Err(fields.missing("goals").but_expected("goals, and at most 500 plans"));
        }
        let ids: Vec<&str> = goals.iter().map(|goal| goal.id.as_str()).collect();
        distinct("goals", &ids, "goal of this file")?;
        for (n, plan) in plans.iter().enumerate() {
            for (m, id) in plan.outcomes.iter().enumerate() {
                if !goals.iter().any(|goal| goal.id == *id) {
                    let [n, m] = [n, m].map(|n| number_text(n as f64));
                    let path = ["plans[", &n, "].outcomes[", &m, "]"].concat();
                    let found = ["\"", id.as_str(), "\""].concat();
                    return Err(Problem::new(&path, "the id of a goal", &found));
                }
            }
        }
        Ok(CurriculumMap { goals, plans })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        MapFields::describe(definitions, object);
    }
}

impl Kind for CurriculumMap {
    const KIND: &'static str = "plan-map";
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;
    use adil::content::open;
    use serde_json::json;

    fn read(plans: &serde_json::Value) -> Result<CurriculumMap, String> {
        let goals = json!([{ "id": "tell", "title": "Tell" }, { "id": "ask", "title": "=Ask" }]);
        let file = json!({ "format": "adil", "formatVersion": 1, "kind": "plan-map", "id": "m",
            "title": "A map", "goals": goals, "plans": plans });
        let parse = |text: &str| serde_json::from_str(text).map_err(|error| error.to_string());
        open::<CurriculumMap>("map", &file.to_string(), parse).map(|(document, _)| document.body)
    }

    #[test]
    fn gaps_are_where_no_lesson_of_a_level_serves_an_outcome() {
        let plan = |level: &str, quarter: u32, outcomes: &[&str]| json!({ "title": "L", "level": level, "quarter": quarter, "outcomes": outcomes });
        let map = read(&json!([
            plan("tertiary", 2, &["tell"]),
            plan("primary-2", 1, &["tell", "ask"]),
            plan("tertiary", 4, &["tell"]),
        ]));
        let map = map.unwrap();
        assert_eq!(map.levels(), [Level::Primary2, Level::Tertiary]);
        assert_eq!(map.row(&map.goals[0], Level::Tertiary), [vec![], vec![0], vec![], vec![2]]);
        assert!(map.is_gap(&map.goals[1], Level::Tertiary));
        let head = ["a", "b", "c", "d", "e"].map(str::to_owned);
        let csv = csv(&map, "en", &head, |level| level.word().to_owned());
        assert!(csv.ends_with("tertiary,Tell,2,L,\r\ntertiary,Tell,4,L,\r\ntertiary,'=Ask,,,\r\n"));
    }

    #[test]
    fn a_lesson_serves_only_outcomes_of_the_map() {
        let plan = json!([{ "title": "L", "level": "staff", "quarter": 1, "outcomes": ["fly"] }]);
        let error = read(&plan).unwrap_err();
        assert!(error.contains("plans[0].outcomes[0]") && error.contains("\"fly\""), "{error}");
    }
}
