//! A story whose ways all lead to a scene or an ending that is there.

use adil::content::{Kind, Localized, Picture, Reference, Rich};
use adil::json::{Fields, Problem, Record, distinct, number_text};
use adil::rules::Variables;

use super::drawing::{Drawings, Panel, PanelFields};
use super::fields::{
    ChoiceFields, EndingFields, Face, FeelingFields, Results, RouteFields, SceneFields, Sound,
    StoryFields, When, WrittenItem,
};

/// The most scenes that one file may hold.
pub const MOST_SCENES: usize = 500;

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
    /// A drawing beside it.
    pub panel: Option<Panel>,
    /// How it feels, by its place among the drawings.
    pub feels: Option<usize>,
    /// Where it leads; nothing where the scene's routes say it.
    pub to: Option<Place>,
}

/// How somebody feels in a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Feeling {
    /// Who.
    pub who: Option<Localized>,
    /// What, by its place among the drawings.
    pub feels: usize,
}

/// A question in a scene, and what the answer changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// An item of a quiz.
    pub item: WrittenItem,
    /// What the answer changes.
    pub results: Option<Results>,
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
    /// How those in it feel.
    pub feelings: Vec<Feeling>,
    /// What happens.
    pub text: Rich,
    /// A picture.
    pub picture: Option<Picture>,
    /// A drawing.
    pub panel: Option<Panel>,
    /// A sound.
    pub sound: Option<Sound>,
    /// A question that comes before the choices.
    pub asked: Option<Asked>,
    /// What a learner may do.
    pub choices: Vec<Choice>,
    /// Where it leads after choices that do not say it; the last has no condition.
    pub routes: Vec<(Option<When>, Place)>,
}

/// An ending.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// Its name in the file.
    pub id: Reference,
    /// What it is called.
    pub title: Localized,
    /// How it ends.
    pub text: Rich,
    /// A picture.
    pub picture: Option<Picture>,
    /// A drawing.
    pub panel: Option<Panel>,
    /// A sound.
    pub sound: Option<Sound>,
    /// A question to think about.
    pub reflect: Option<Rich>,
}

/// A story whose ways all lead somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// How it looks.
    pub face: Face,
    /// What learners read before the first scene.
    pub intro: Option<Rich>,
    /// What choices change, and rules ask.
    pub variables: Variables,
    /// What pictures are made of.
    pub drawings: Drawings,
    /// Whether learners may make a strip of their own.
    pub makes: bool,
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

impl Story {
    /// The sound of a place.
    pub fn sound(&self, place: Place) -> Option<&Sound> {
        match place {
            Place::Scene(n) => self.scenes.get(n)?.sound.as_ref(),
            Place::Ending(n) => self.endings.get(n)?.sound.as_ref(),
        }
    }
}

/// The ids of all places of a file, and its drawings: what scenes name.
struct Named {
    scenes: Vec<Reference>,
    endings: Vec<Reference>,
    drawings: Drawings,
}

impl Named {
    fn find(&self, id: &Reference, path: &str) -> Result<Place, Problem> {
        let scene = self.scenes.iter().position(|scene| scene == id).map(Place::Scene);
        let ending = || self.endings.iter().position(|ending| ending == id).map(Place::Ending);
        scene.or_else(ending).ok_or_else(|| {
            let found = ["\"", id.as_str(), "\""].concat();
            Problem::new(path, "the id of a scene or an ending", &found)
        })
    }

    fn panel(&self, fields: Option<PanelFields>, path: &str) -> Result<Option<Panel>, Problem> {
        let path = [path, ".panel"].concat();
        fields.map(|fields| self.drawings.panel(fields, &path)).transpose()
    }

    fn choice(
        &self,
        mut fields: ChoiceFields,
        path: &str,
        is_routed: bool,
    ) -> Result<Choice, Problem> {
        let at = |field: &str| [path, field].concat();
        let to = fields.to.as_ref().map(|id| self.find(id, &at(".to"))).transpose()?;
        if to.is_none() && !is_routed {
            return Err(Problem::new(&at(".to"), "the id of a scene or an ending", "nothing"));
        }
        let panel = self.panel(fields.panel.take(), path)?;
        let feels = fields.feels.as_ref();
        let feels = feels.map(|id| self.drawings.feeling(id, &at(".feels"))).transpose()?;
        Ok(Choice { fields, panel, feels, to })
    }

    fn scene(&self, scene: SceneFields, path: &str) -> Result<Scene, Problem> {
        let at =
            |list: &str, n: usize| [path, ".", list, "[", &number_text(n as f64), "]"].concat();
        let is_routed = !scene.route.is_empty();
        let choices = scene.choices.into_iter().enumerate();
        let choices = choices.map(|(n, fields)| self.choice(fields, &at("choices", n), is_routed));
        let choices: Vec<Choice> = choices.collect::<Result<_, _>>()?;
        let route = |(n, route): (usize, RouteFields)| {
            let place = self.find(&route.to, &[&at("route", n), ".to"].concat())?;
            Ok((route.when, place))
        };
        let routes = scene.route.into_iter().enumerate().map(route);
        let routes: Vec<(Option<When>, Place)> = routes.collect::<Result<_, Problem>>()?;
        match routes.last() {
            Some((Some(_), _)) => {
                let path = at("route", routes.len() - 1);
                return Err(Problem::new(&path, "no \"if\", so that there is always a way", "one"));
            }
            None if choices.is_empty() => {
                return Err(Problem::new(path, "choices or a route", "none"));
            }
            _ => {}
        }
        let feeling = |(n, one): (usize, FeelingFields)| {
            let path = [&at("feelings", n), ".feels"].concat();
            Ok(Feeling { who: one.who, feels: self.drawings.feeling(&one.feels, &path)? })
        };
        let feelings = scene.feelings.into_iter().enumerate().map(feeling);
        let feelings = feelings.collect::<Result<_, Problem>>()?;
        if scene.results.is_some() && scene.item.is_none() {
            let path = [path, ".results"].concat();
            return Err(Problem::new(&path, "an \"item\" beside it", "none"));
        }
        let asked = scene.item.map(|item| Asked { item, results: scene.results });
        let panel = self.panel(scene.panel, path)?;
        let SceneFields { id, title, speaker, text, picture, sound, .. } = scene;
        Ok(Scene {
            id,
            title,
            speaker,
            feelings,
            text,
            picture,
            panel,
            sound,
            asked,
            choices,
            routes,
        })
    }

    fn ending(&self, ending: EndingFields, path: &str) -> Result<Ending, Problem> {
        let panel = self.panel(ending.panel, path)?;
        let EndingFields { id, title, text, picture, sound, reflect, .. } = ending;
        Ok(Ending { id, title, text, picture, panel, sound, reflect })
    }
}

/// The path of an entry of a list at the top.
fn entry(list: &str, n: usize) -> String {
    [list, "[", &number_text(n as f64), "]"].concat()
}

/// What names refer to; no two places have the same.
fn named(written: &mut StoryFields, fields: &Fields) -> Result<Named, Problem> {
    let count = written.scenes.len();
    if count == 0 || count > MOST_SCENES {
        let problem = fields.missing("scenes").but_expected("1 to 500 scenes");
        return Err(problem.but_found(&number_text(count as f64)));
    }
    if written.endings.is_empty() {
        return Err(fields.missing("endings").but_expected("at least one ending"));
    }
    let named = Named {
        scenes: written.scenes.iter().map(|scene| scene.id.clone()).collect(),
        endings: written.endings.iter().map(|ending| ending.id.clone()).collect(),
        drawings: written.drawings.take().unwrap_or_else(Drawings::none),
    };
    let all = named.scenes.iter().chain(&named.endings).map(Reference::as_str);
    distinct("scenes", &all.collect::<Vec<_>>(), "scene or ending of this file")?;
    named.drawings.check()?;
    Ok(named)
}

impl Record for Story {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let mut written = StoryFields::from_fields(fields)?;
        let named = named(&mut written, fields)?;
        let start = match written.start.as_ref().map(|id| named.find(id, "start")).transpose()? {
            Some(Place::Scene(start)) => start,
            Some(Place::Ending(_)) => {
                let problem = fields.missing("start").but_expected("the id of a scene");
                return Err(problem.but_found("that of an ending"));
            }
            None => 0,
        };
        let scenes = written.scenes.into_iter().enumerate();
        let scenes = scenes.map(|(n, scene)| named.scene(scene, &entry("scenes", n)));
        let endings = written.endings.into_iter().enumerate();
        let endings = endings.map(|(n, ending)| named.ending(ending, &entry("endings", n)));
        Ok(Story {
            face: written.face,
            intro: written.intro,
            variables: written.variables.unwrap_or_default(),
            makes: written.makes,
            start,
            scenes: scenes.collect::<Result<_, Problem>>()?,
            endings: endings.collect::<Result<_, Problem>>()?,
            drawings: named.drawings,
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
