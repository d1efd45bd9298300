//! One learner's way through a story.

use adil::Json;
use adil::rules::Values;

use super::content::{Place, Story};
use super::group::{FEWEST, MOST, USUAL};

adil::words! {
    /// What came of the question of a scene.
    pub enum Outcome {
        /// Right
        "right" Right,
        /// Partly right
        "partly" Partly,
        /// Not right
        "wrong" Wrong,
        /// Nothing to be marked, or a question that could not be shown
        "open" Open,
    }
}

/// What was done in a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Its question was answered.
    Answered(Outcome),
    /// A choice was taken.
    Chose(usize),
    /// It led on by itself.
    WentOn,
}

/// What was done, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The scene, by its place in the file.
    pub scene: usize,
    /// What was done.
    pub act: Act,
}

/// Where a learner is, and what the variables are there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The scene or ending.
    pub place: Place,
    /// The variables.
    pub values: Values,
    /// Whether the question of the scene is answered.
    pub answered: bool,
}

/// A way through a story, and what was seen on it and on those before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// The places that were ever seen.
    pub seen: Vec<Place>,
    /// How many people go this way together; 0 where nobody has said so.
    pub people: usize,
}

impl Run {
    /// How many scenes were left behind: with each, the parts of a group go on.
    pub fn turn(&self) -> usize {
        self.steps.iter().filter(|step| !matches!(step.act, Act::Answered(_))).count()
    }

    /// How many people are in the group.
    pub fn group(&self) -> usize {
        if self.people == 0 { USUAL } else { self.people.clamp(FEWEST, MOST) }
    }

    /// Where the steps so far lead. Steps that do not fit, as after an edit of the file, are not
    /// followed.
    pub fn spot(&self, story: &Story) -> Spot {
        self.followed(story).0
    }

    fn followed(&self, story: &Story) -> (Spot, usize) {
        let mut spot = story.first();
        for (n, step) in self.steps.iter().enumerate() {
            let here = spot.place == Place::Scene(step.scene);
            let Some(next) = here.then(|| story.after(&spot, step.act)).flatten() else {
                return (spot, n);
            };
            spot = next;
        }
        (spot, self.steps.len())
    }

    /// Notes where the learner is as seen.
    pub fn see(&mut self, story: &Story) {
        let place = self.spot(story).place;
        if !self.seen.contains(&place) {
            self.seen.push(place);
        }
    }

    /// Does something where the learner is; whether that could be.
    pub fn take(&mut self, story: &Story, act: Act) -> bool {
        let spot = self.spot(story);
        let Place::Scene(scene) = spot.place else { return false };
        if story.after(&spot, act).is_none() {
            return false;
        }
        self.steps.push(Step { scene, act });
        self.see(story);
        true
    }

    /// Goes back to where the last choice was to be made. An answer before it stays; where there
    /// was only an answer, that is taken back.
    pub fn back(&mut self) {
        self.steps.pop();
    }

    /// Goes back to a scene of this way; nothing happens where it was not on it.
    pub fn return_to(&mut self, scene: usize) {
        if let Some(at) = self.steps.iter().position(|step| step.scene == scene) {
            self.steps.truncate(at);
        }
    }

    /// Begins anew; what was seen stays on the map.
    pub fn again(&mut self) {
        self.steps.clear();
    }

    /// The run as it is kept: ids of scenes, choices and endings.
    pub fn save(&self, story: &Story) -> Json {
        let step = |step: &Step| {
            let scene = &story.scenes[step.scene];
            let mut ids = vec![Json::from(scene.id.as_str())];
            match step.act {
                Act::Chose(n) => ids.push(scene.choices[n].fields.id.as_str().into()),
                Act::Answered(outcome) => ids.extend([Json::Null, outcome.word().into()]),
                Act::WentOn => {}
            }
            Json::List(ids)
        };
        let seen = |place: &Place| Json::from(story.id(*place));
        let mut kept = vec![
            ("steps", Json::List(self.steps.iter().map(step).collect())),
            ("seen", Json::List(self.seen.iter().map(seen).collect())),
        ];
        kept.extend((self.people > 0).then(|| ("people", self.people.into())));
        Json::object(kept)
    }

    /// Whether all steps of a run that was kept are in this one.
    pub fn is_all_of(&self, kept: &Json) -> bool {
        kept.get("steps").is_none_or(|steps| steps.list().len() == self.steps.len())
    }

    /// A run as it was kept. What does not fit the file any more is left out, and all that came
    /// after it.
    pub fn restore(story: &Story, kept: &Json) -> Run {
        let mut run = Run::default();
        for step in kept.get("steps").map(Json::list).unwrap_or_default() {
            let Some(step) = restored(story, step.list()) else { break };
            run.steps.push(step);
        }
        let (_, followed) = run.followed(story);
        run.steps.truncate(followed);
        let seen = kept.get("seen").map(Json::list).unwrap_or_default();
        let place = |id: &Json| story.place_of(id.text()?);
        for place in seen.iter().filter_map(place) {
            if !run.seen.contains(&place) {
                run.seen.push(place);
            }
        }
        let people = kept.get("people").and_then(Json::number).unwrap_or(0.0);
        run.people = (0..=MOST).find(|n| (*n as f64 - people).abs() < 0.5).unwrap_or(0);
        run
    }
}

fn restored(story: &Story, ids: &[Json]) -> Option<Step> {
    let id = |n: usize| ids.get(n).and_then(Json::text);
    let scene = story.scenes.iter().position(|scene| Some(scene.id.as_str()) == id(0))?;
    let act = match (id(1), id(2)) {
        (Some(choice), _) => {
            let choices = &story.scenes[scene].choices;
            Act::Chose(choices.iter().position(|one| one.fields.id.as_str() == choice)?)
        }
        (None, Some(outcome)) => Act::Answered(Outcome::from_word(outcome)?),
        (None, None) => Act::WentOn,
    };
    Some(Step { scene, act })
}

impl Story {
    /// The id of a place.
    pub fn id(&self, place: Place) -> &str {
        match place {
            Place::Scene(n) => self.scenes[n].id.as_str(),
            Place::Ending(n) => self.endings[n].id.as_str(),
        }
    }

    /// The place of an id.
    pub fn place_of(&self, id: &str) -> Option<Place> {
        let scene = self.scenes.iter().position(|scene| scene.id.as_str() == id);
        let ending = || self.endings.iter().position(|ending| ending.id.as_str() == id);
        scene.map(Place::Scene).or_else(|| ending().map(Place::Ending))
    }

    /// Where all begin.
    pub fn first(&self) -> Spot {
        let values = self.variables.first();
        Spot { place: Place::Scene(self.start), values, answered: false }
    }

    /// Whether the question of a scene is to be answered here.
    pub fn asks(&self, spot: &Spot) -> bool {
        matches!(spot.place, Place::Scene(n) if self.scenes[n].asked.is_some()) && !spot.answered
    }

    /// The choices that are offered; none while a question is to be answered.
    pub fn offered(&self, spot: &Spot) -> Vec<usize> {
        let Place::Scene(scene) = spot.place else { return Vec::new() };
        let choices = &self.scenes[scene].choices;
        let offers = |n: &usize| {
            let when = choices[*n].fields.when.as_ref();
            when.is_none_or(|when| when.condition.holds(&spot.values))
        };
        if self.asks(spot) { Vec::new() } else { (0..choices.len()).filter(offers).collect() }
    }

    /// Whether the scene leads on by itself: nothing is offered, and there are routes.
    pub fn leads_on(&self, spot: &Spot) -> bool {
        let Place::Scene(scene) = spot.place else { return false };
        let routes = !self.scenes[scene].routes.is_empty();
        routes && !self.asks(spot) && self.offered(spot).is_empty()
    }

    /// Where something that is done leads; nothing where it cannot be done.
    pub fn after(&self, spot: &Spot, act: Act) -> Option<Spot> {
        let Place::Scene(n) = spot.place else { return None };
        let scene = &self.scenes[n];
        let mut values = spot.values.clone();
        let to = match act {
            Act::Answered(outcome) => {
                let asked = scene.asked.as_ref().filter(|_| !spot.answered)?;
                let results = asked.results.as_ref();
                let effects = results.and_then(|results| match outcome {
                    Outcome::Right => Some(&results.right),
                    Outcome::Partly => Some(&results.partly),
                    Outcome::Wrong => Some(&results.wrong),
                    Outcome::Open => None,
                });
                effects.iter().for_each(|effects| effects.changes.apply(&mut values));
                return Some(Spot { place: spot.place, values, answered: true });
            }
            Act::Chose(choice) => {
                let choice =
                    scene.choices.get(choice).filter(|_| self.offered(spot).contains(&choice))?;
                choice.fields.set.changes.apply(&mut values);
                choice.to
            }
            Act::WentOn if !self.leads_on(spot) => return None,
            Act::WentOn => None,
        };
        let to = to.map(|place| (place, None)).or_else(|| self.routed(n, &values));
        Some(Spot { place: to?.0, values, answered: false })
    }

    /// Where the routes of a scene lead with these values, and by which of them.
    pub fn routed(&self, scene: usize, values: &Values) -> Option<(Place, Option<usize>)> {
        let fits = |(_, (when, _)): &(usize, &(Option<super::fields::When>, Place))| {
            when.as_ref().is_none_or(|when| when.condition.holds(values))
        };
        let found = self.scenes.get(scene)?.routes.iter().enumerate().find(fits)?;
        Some((found.1.1, Some(found.0)))
    }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
