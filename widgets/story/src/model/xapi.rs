//! What a learner did in a story, as statements of xAPI with ADL's verbs and activity types.
//! Whoever sends them adds the actor, an id and the time of day.

use adil::content::{Rich, parse, plain};
use adil::json::Json;

use super::content::{Place, Story};
use super::run::Outcome;

const VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const TYPES: &str = "http://adlnet.gov/expapi/activities/";

/// What a learner did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// Began the story; said once.
    Began,
    /// Saw a scene.
    Saw(usize),
    /// Answered the question of a scene.
    Answered(usize, Outcome),
    /// Chose in a scene: the scene, and the choice.
    Chose(usize, usize),
    /// Came to an ending, after so many steps.
    Ended(usize, usize),
}

/// What all statements of a run share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct About<'a> {
    /// An address that names the story for good.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The tag of the language in which it is told.
    pub lang: &'a str,
    /// A UUID that names the run.
    pub registration: &'a str,
}

impl About<'_> {
    fn in_language(&self, text: &str) -> Json {
        Json::object([(self.lang, text.into())])
    }

    fn activity(&self, id: &str, kind: &str, name: &str, more: Vec<(&str, Json)>) -> Json {
        let mut definition = vec![
            ("type", Json::from([TYPES, kind].concat().as_str())),
            ("name", self.in_language(name)),
        ];
        definition.extend(more);
        Json::object([("id", id.into()), ("definition", Json::object(definition))])
    }

    fn story(&self) -> Json {
        self.activity(self.id, "simulation", self.title, Vec::new())
    }

    /// The address of a part of the story.
    fn part(&self, story: &Story, place: Place) -> String {
        [self.id, "#", story.id(place)].concat()
    }

    fn rich(&self, text: &Rich) -> String {
        plain(&parse(text.source().get(self.lang))).trim().to_owned()
    }
}

/// The statement that tells of an act; nothing of what the story does not have.
pub fn statement(did: Did, story: &Story, about: &About) -> Option<Json> {
    let (verb, object, result) = match did {
        Did::Began => ("initialized", about.story(), None),
        Did::Saw(n) => {
            let scene = story.scenes.get(n)?;
            let id = about.part(story, Place::Scene(n));
            let object = about.activity(&id, "interaction", scene.title.get(about.lang), vec![]);
            ("experienced", object, None)
        }
        Did::Answered(n, outcome) => {
            let scene = story.scenes.get(n).filter(|scene| scene.asked.is_some())?;
            let id = [&about.part(story, Place::Scene(n)), "-item"].concat();
            let object = about.activity(&id, "question", scene.title.get(about.lang), vec![]);
            let success = match outcome {
                Outcome::Open => None,
                outcome => Some(Json::object([("success", (outcome == Outcome::Right).into())])),
            };
            ("answered", object, success)
        }
        Did::Chose(n, choice) => {
            let chosen = story.scenes.get(n)?.choices.get(choice)?.fields.id.as_str();
            let result = Json::object([("response", chosen.into())]);
            ("answered", choice_of(story, n, about)?, Some(result))
        }
        Did::Ended(n, steps) => {
            let ending = story.endings.get(n)?;
            let extensions = Json::object(vec![
                (EXTENSION_ENDING, ending.id.as_str().into()),
                (EXTENSION_STEPS, steps.into()),
            ]);
            let result = Json::object([("completion", true.into()), ("extensions", extensions)]);
            ("completed", about.story(), Some(result))
        }
    };
    let display = Json::object([("en", verb.into())]);
    let id = [VERBS, verb].concat();
    let mut rows = vec![
        ("verb", Json::object([("id", id.as_str().into()), ("display", display)])),
        ("object", object),
    ];
    rows.extend(result.map(|result| ("result", result)));
    let parent = Json::List(vec![Json::object([("id", about.id.into())])]);
    let mut context =
        vec![("registration", Json::from(about.registration)), ("language", about.lang.into())];
    if !matches!(did, Did::Began | Did::Ended(..)) {
        context.push(("contextActivities", Json::object([("parent", parent)])));
    }
    rows.push(("context", Json::object(context)));
    Some(Json::object(rows))
}

const EXTENSION_ENDING: &str = "urn:adil:story:ending";
const EXTENSION_STEPS: &str = "urn:adil:story:steps";

/// The choice of a scene, with what can be chosen.
fn choice_of(story: &Story, n: usize, about: &About) -> Option<Json> {
    let scene = story.scenes.get(n)?;
    let one = |choice: &super::content::Choice| {
        let words = about.rich(&choice.fields.text);
        Json::object([
            ("id", choice.fields.id.as_str().into()),
            ("description", about.in_language(&words)),
        ])
    };
    let more = vec![
        ("interactionType", Json::from("choice")),
        ("description", about.in_language(&about.rich(&scene.text))),
        ("choices", Json::List(scene.choices.iter().map(one).collect())),
    ];
    let id = about.part(story, Place::Scene(n));
    Some(about.activity(&id, "cmi.interaction", scene.title.get(about.lang), more))
}

#[cfg(test)]
mod tests {
    use adil::content::{Document, open};

    use super::*;

    const ABOUT: About = About {
        id: "https://school.example/favour",
        title: "A Supervisor’s Favour",
        lang: "en",
        registration: "0f0e6e2a-3d0b-4d2b-9d5a-6a4f1f0f8a11",
    };

    fn story() -> Story {
        let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
        let text = include_str!("../../examples/supervisors-favour.json");
        let (document, _): (Document<Story>, _) = open("a.json", text, parse).unwrap();
        document.body
    }

    fn at<'a>(json: &'a Json, path: &[&str]) -> Option<&'a str> {
        path.iter().try_fold(json, |json, name| json.get(name)).and_then(Json::text)
    }

    #[test]
    fn each_act_has_its_verb_and_object() {
        let check = |did, verb: &str, id: &str, kind: &str| {
            let said = statement(did, &story(), &ABOUT).unwrap();
            assert_eq!(at(&said, &["verb", "id"]), Some([VERBS, verb].concat().as_str()));
            let id = ["https://school.example/favour", id].concat();
            assert_eq!(at(&said, &["object", "id"]), Some(id.as_str()), "{did:?}");
            let kind = [TYPES, kind].concat();
            assert_eq!(at(&said, &["object", "definition", "type"]), Some(kind.as_str()));
            assert_eq!(at(&said, &["context", "registration"]), Some(ABOUT.registration));
            // Parts name the story that they are of.
            let parent = said.get("context").and_then(|context| context.get("contextActivities"));
            assert_eq!(parent.is_some(), id.contains('#'));
        };
        check(Did::Began, "initialized", "", "simulation");
        check(Did::Saw(1), "experienced", "#s2", "interaction");
        check(Did::Answered(3, Outcome::Right), "answered", "#s4-item", "question");
        check(Did::Chose(0, 1), "answered", "#s1", "cmi.interaction");
        check(Did::Ended(2, 9), "completed", "", "simulation");
    }

    #[test]
    fn a_choice_tells_what_could_be_chosen_and_what_was() {
        let said = statement(Did::Chose(0, 1), &story(), &ABOUT).unwrap();
        assert_eq!(at(&said, &["result", "response"]), Some("yes"));
        let definition = said.get("object").and_then(|object| object.get("definition")).unwrap();
        assert_eq!(at(definition, &["interactionType"]), Some("choice"));
        let choices = definition.get("choices").map(Json::list).unwrap_or_default();
        let ids: Vec<_> = choices.iter().filter_map(|choice| at(choice, &["id"])).collect();
        assert_eq!(ids, ["ask", "yes", "wait"]);
        assert_eq!(at(&choices[1], &["description", "en"]), Some("“Of course. Anything.”"));
    }

    #[test]
    fn success_is_told_of_what_was_marked_alone() {
        let success = |outcome| {
            let said = statement(Did::Answered(3, outcome), &story(), &ABOUT).unwrap();
            said.get("result").and_then(|result| result.get("success")).cloned()
        };
        assert_eq!(success(Outcome::Right), Some(Json::Bool(true)));
        assert_eq!(success(Outcome::Partly), Some(Json::Bool(false)));
        assert_eq!(success(Outcome::Wrong), Some(Json::Bool(false)));
        assert_eq!(success(Outcome::Open), None);
    }

    #[test]
    fn of_what_is_not_there_nothing_is_told() {
        let check = |did| assert_eq!(statement(did, &story(), &ABOUT), None, "{did:?}");
        check(Did::Saw(99));
        check(Did::Answered(0, Outcome::Right));
        check(Did::Chose(0, 9));
        check(Did::Ended(3, 1));
    }
}
