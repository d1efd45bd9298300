//! What authors write, read and joined: every way leads to a scene or an ending that is there.

use adil::content::{Kind, Localized, Picture, Reference, Rich};
use adil::json::{Fields, Problem, Record, distinct, number_text};
use adil::rules::{Changes, Condition, Variables};

/// The most scenes that one file may hold.
pub const MOST_SCENES: usize = 500;

adil::record! {
    /// What a learner may do in a scene.
    pub struct ChoiceFields {
        /// Its name in events and results.
        "id" id: Reference,
        /// What it says.
        "text" text: Rich,
        /// When it is offered; missing: always.
        "if" condition: Option<Condition>,
        /// What it changes, as `trust + 2`, or a list of changes.
        "set" set: Changes,
        /// The id of the scene or ending that follows; missing: the scene's `route` says it.
        "to" to: Option<Reference>,
        /// What follows from it, shown before the next scene.
        "feedback" feedback: Option<Rich>,
    }
}

adil::record! {
    /// Where a scene leads by itself.
    pub struct RouteFields {
        /// When; missing: in all other cases.
        "if" condition: Option<Condition>,
        /// The id of the scene or ending.
        "to" to: Reference,
    }
}

adil::record! {
    /// A scene.
    pub struct SceneFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called on the map.
        "title" title: Localized,
        /// Who speaks, above the text.
        "speaker" speaker: Option<Localized>,
        /// What happens.
        "text" text: Rich,
        /// A picture above the text.
        "picture" picture: Option<Picture>,
        /// What a learner may do; without any there is a way on, by the `route`.
        "choices" choices: Vec<ChoiceFields>,
        /// Where it leads after choices that do not say it: the first that fits.
        "route" route: Vec<RouteFields>,
    }
}

adil::record! {
    /// An ending.
    pub struct Ending {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "title" title: Localized,
        /// How it ends.
        "text" text: Rich,
        /// A picture above the text.
        "picture" picture: Option<Picture>,
        /// A question to think about.
        "reflect" reflect: Option<Rich>,
    }
}

adil::record! {
    /// The story as its author writes it.
    pub struct StoryFields {
        /// What learners read before the first scene.
        "intro" intro: Option<Rich>,
        /// What choices change, and rules ask: at most eight.
        "variables" variables: Option<Variables>,
        /// The id of the first scene; missing: the first of the file.
        "start" start: Option<Reference>,
        /// The scenes, at least one and at most 500.
        "scenes" scenes: Vec<SceneFields>,
        /// The endings, at least one.
        "endings" endings: Vec<Ending>,
        /// Questions to talk about when all have come to an end.
        "debrief" debrief: Vec<Rich>,
        /// What teachers may want to say or ask.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}

/// Where a learner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a scene, by its place in the file.
    Scene(usize),
    /// At an ending.
    Ending(usize),
}

/// What a learner may do in a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What its author wrote.
    pub fields: ChoiceFields,
    /// Where it leads; nothing where the scene's routes say it.
    pub to: Option<Place>,
}

/// A scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its name in the file.
    pub id: Reference,
    /// What it is called on the map.
    pub title: Localized,
    /// Who speaks.
    pub speaker: Option<Localized>,
    /// What happens.
    pub text: Rich,
    /// A picture.
    pub picture: Option<Picture>,
    /// What a learner may do.
    pub choices: Vec<Choice>,
    /// Where it leads after choices that do not say it; the last has no condition.
    pub routes: Vec<(Option<Condition>, Place)>,
}

/// A story whose ways all lead somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// What learners read before the first scene.
    pub intro: Option<Rich>,
    /// What choices change, and rules ask.
    pub variables: Variables,
    /// The first scene.
    pub start: usize,
    /// The scenes; at least one.
    pub scenes: Vec<Scene>,
    /// The endings; at least one.
    pub endings: Vec<Ending>,
    /// Questions to talk about.
    pub debrief: Vec<Rich>,
    /// For teachers.
    pub teacher_notes: Option<Rich>,
}

/// The ids of all places of a file.
struct Places {
    scenes: Vec<Reference>,
    endings: Vec<Reference>,
}

impl Places {
    fn find(&self, id: &Reference, path: &str) -> Result<Place, Problem> {
        let scene = self.scenes.iter().position(|scene| scene == id).map(Place::Scene);
        let ending = || self.endings.iter().position(|ending| ending == id).map(Place::Ending);
        scene.or_else(ending).ok_or_else(|| {
            let found = ["\"", id.as_str(), "\""].concat();
            Problem::new(path, "the id of a scene or an ending", &found)
        })
    }
}

fn join(scene: SceneFields, path: &str, places: &Places) -> Result<Scene, Problem> {
    let at = |list: &str, n: usize, field: &str| {
        [path, ".", list, "[", &number_text(n as f64), "]", field].concat()
    };
    let mut choices = Vec::new();
    for (n, fields) in scene.choices.into_iter().enumerate() {
        let find = |id| places.find(id, &at("choices", n, ".to"));
        let to = fields.to.as_ref().map(find).transpose()?;
        if to.is_none() && scene.route.is_empty() {
            let path = at("choices", n, ".to");
            return Err(Problem::new(&path, "the id of a scene or an ending", "nothing"));
        }
        choices.push(Choice { fields, to });
    }
    let mut routes = Vec::new();
    for (n, route) in scene.route.into_iter().enumerate() {
        routes.push((route.condition, places.find(&route.to, &at("route", n, ".to"))?));
    }
    match routes.last() {
        Some((Some(_), _)) => {
            let path = at("route", routes.len() - 1, "");
            return Err(Problem::new(&path, "no \"if\", so that there is always a way", "one"));
        }
        None if choices.is_empty() => {
            return Err(Problem::new(path, "choices or a route", "none"));
        }
        _ => {}
    }
    let SceneFields { id, title, speaker, text, picture, .. } = scene;
    Ok(Scene { id, title, speaker, text, picture, choices, routes })
}

impl Record for Story {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let written = StoryFields::from_fields(fields)?;
        let count = written.scenes.len();
        if count == 0 || count > MOST_SCENES {
            let problem = fields.missing("scenes").but_expected("1 to 500 scenes");
            return Err(problem.but_found(&number_text(count as f64)));
        }
        if written.endings.is_empty() {
            return Err(fields.missing("endings").but_expected("at least one ending"));
        }
        let places = Places {
            scenes: written.scenes.iter().map(|scene| scene.id.clone()).collect(),
            endings: written.endings.iter().map(|ending| ending.id.clone()).collect(),
        };
        let all = places.scenes.iter().chain(&places.endings).map(Reference::as_str);
        distinct("scenes", &all.collect::<Vec<_>>(), "scene or ending of this file")?;
        let start = match written.start.as_ref().map(|id| places.find(id, "start")).transpose()? {
            Some(Place::Scene(start)) => start,
            Some(Place::Ending(_)) => {
                let problem = fields.missing("start").but_expected("the id of a scene");
                return Err(problem.but_found("that of an ending"));
            }
            None => 0,
        };
        let scenes = written.scenes.into_iter().enumerate().map(|(n, scene)| {
            let path = ["scenes[", &number_text(n as f64), "]"].concat();
            join(scene, &path, &places)
        });
        Ok(Story {
            intro: written.intro,
            variables: written.variables.unwrap_or_default(),
            start,
            scenes: scenes.collect::<Result<_, Problem>>()?,
            endings: written.endings,
            debrief: written.debrief,
            teacher_notes: written.teacher_notes,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        StoryFields::describe(definitions, object);
    }
}

impl Kind for Story {
    const KIND: &'static str = "story";
}
