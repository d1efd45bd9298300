//! One learner's way through a story.

use adil::Json;
use adil::rules::Values;

use super::{Place, Story};

/// What was done in a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// The scene, by its place in the file.
    pub scene: usize,
    /// The choice that was taken; none where the scene leads on by itself.
    pub choice: Option<usize>,
}

/// A way through a story, and what was seen on it and on those before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// The places that were ever seen.
    pub seen: Vec<Place>,
}

impl Run {
    /// Where the steps so far lead, and what the variables are there. Steps that do not fit, as
    /// after an edit of the file, are not followed.
    pub fn place(&self, story: &Story) -> (Place, Values) {
        let (place, values, _) = self.followed(story);
        (place, values)
    }

    fn followed(&self, story: &Story) -> (Place, Values, usize) {
        let mut place = Place::Scene(story.start);
        let mut values = story.variables.first();
        for (n, step) in self.steps.iter().enumerate() {
            let next = (place == Place::Scene(step.scene))
                .then(|| story.next(step.scene, step.choice, &values))
                .flatten();
            let Some((to, after)) = next else { return (place, values, n) };
            (place, values) = (to, after);
        }
        (place, values, self.steps.len())
    }

    /// Notes where the learner is as seen.
    pub fn see(&mut self, story: &Story) {
        let (place, _) = self.place(story);
        if !self.seen.contains(&place) {
            self.seen.push(place);
        }
    }

    /// Takes a choice of the scene where the learner is, or goes on from it; whether that could be.
    pub fn take(&mut self, story: &Story, choice: Option<usize>) -> bool {
        let (Place::Scene(scene), values) = self.place(story) else { return false };
        let may = choice.is_none_or(|n| story.offered(scene, &values).contains(&n));
        if !may || story.next(scene, choice, &values).is_none() {
            return false;
        }
        self.steps.push(Step { scene, choice });
        self.see(story);
        true
    }

    /// Goes one step back.
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
            let choice = step.choice.map(|n| scene.choices[n].fields.id.as_str());
            Json::List(
                [Some(scene.id.as_str()), choice].into_iter().flatten().map(Json::from).collect(),
            )
        };
        let seen = |place: &Place| Json::from(story.id(*place));
        Json::object([
            ("steps", Json::List(self.steps.iter().map(step).collect())),
            ("seen", Json::List(self.seen.iter().map(seen).collect())),
        ])
    }

    /// A run as it was kept. What does not fit the file any more is left out, and all that came
    /// after it.
    pub fn restore(story: &Story, kept: &Json) -> Run {
        let mut run = Run::default();
        for step in kept.get("steps").map(Json::list).unwrap_or_default() {
            let ids: Vec<&str> = step.list().iter().filter_map(Json::text).collect();
            let Some(scene) = story.scenes.iter().position(|s| Some(&s.id.as_str()) == ids.first())
            else {
                break;
            };
            let choice = |id: &&str| {
                story.scenes[scene].choices.iter().position(|c| c.fields.id.as_str() == *id)
            };
            let Some(choice) = ids.get(1).map(choice).map_or(Some(None), |n| n.map(Some)) else {
                break;
            };
            run.steps.push(Step { scene, choice });
        }
        let (_, _, followed) = run.followed(story);
        run.steps.truncate(followed);
        let seen = kept.get("seen").map(Json::list).unwrap_or_default();
        let place = |id: &Json| story.place_of(id.text()?);
        for place in seen.iter().filter_map(place) {
            if !run.seen.contains(&place) {
                run.seen.push(place);
            }
        }
        run
    }
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

    /// The choices of a scene that are offered with these values.
    pub fn offered(&self, scene: usize, values: &Values) -> Vec<usize> {
        let choices = &self.scenes[scene].choices;
        let offers = |n: &usize| {
            choices[*n].fields.condition.as_ref().is_none_or(|condition| condition.holds(values))
        };
        (0..choices.len()).filter(offers).collect()
    }

    /// Where a choice leads, or a scene without one that is offered, and the values there.
    pub fn next(
        &self,
        scene: usize,
        choice: Option<usize>,
        values: &Values,
    ) -> Option<(Place, Values)> {
        let mut after = values.clone();
        let scene = self.scenes.get(scene)?;
        let choice = match choice {
            Some(n) => Some(scene.choices.get(n)?),
            None => None,
        };
        if let Some(choice) = choice {
            choice.fields.set.apply(&mut after);
        }
        let fits = |(condition, _): &&(Option<adil::rules::Condition>, Place)| {
            condition.as_ref().is_none_or(|condition| condition.holds(&after))
        };
        let route = || scene.routes.iter().find(fits).map(|(_, place)| *place);
        let to = choice.and_then(|choice| choice.to).or_else(route)?;
        Some((to, after))
    }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
