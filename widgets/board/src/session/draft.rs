//! What the host sets before a game: how many teams, their names, dice and time.

use adil::Json;

use crate::model::{Die, SHAPES, Setup};

/// The longest name of a team, in characters.
const LONGEST_NAME: usize = 30;

/// What is set before a game begins.
#[derive(Clone, Debug)]
pub struct Draft {
    /// How many teams.
    pub teams: usize,
    /// Their names, empty where a team goes by its shape. They are kept only if the host says so.
    pub names: Vec<String>,
    /// Whether the names are kept with the game.
    pub keeps_names: bool,
    /// How numbers come about.
    pub die: Die,
    /// After how many minutes the game ends; 0 for never.
    pub minutes: usize,
    /// The seed of dice and decks.
    pub seed: u32,
}

impl Default for Draft {
    fn default() -> Draft {
        let names = vec![String::new(); SHAPES.len()];
        Draft { teams: 3, names, keeps_names: false, die: Die::Button, minutes: 0, seed: 0 }
    }
}

impl Draft {
    /// The same with a new seed, and the time that the file proposes.
    pub fn with(self, seed: u32, minutes: Option<f64>) -> Draft {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let minutes = minutes.map_or(0, |minutes| minutes as usize);
        Draft { minutes, seed, ..self }
    }

    /// Names a team.
    pub fn name(&mut self, team: usize, name: &str) {
        if let Some(place) = self.names.get_mut(team) {
            *place = name.trim().chars().take(LONGEST_NAME).collect();
        }
    }

    /// The setup of a game.
    pub fn setup(&self) -> Setup {
        let minutes = (self.minutes > 0).then_some(self.minutes);
        Setup::new(self.teams, self.seed, minutes, self.die)
    }

    /// A kept game with the names of its teams, if they are to be kept.
    pub fn save(&self, game: Json) -> Json {
        let Json::Object(mut fields) = game else { return game };
        if self.keeps_names {
            let names = self.names.iter().map(|name| Json::from(name.as_str())).collect();
            fields.push(("names".to_owned(), Json::List(names)));
        }
        Json::Object(fields)
    }

    /// The names that were kept with a game.
    pub fn restore(kept: &Json) -> Draft {
        let mut draft = Draft::default();
        let names = kept.get("names").map(Json::list).unwrap_or_default();
        draft.keeps_names = !names.is_empty();
        for (team, name) in names.iter().enumerate() {
            draft.name(team, name.text().unwrap_or_default());
        }
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_only_on_request() {
        let game = || Json::object([("teams", 2.0.into())]);
        let mut draft = Draft::default();
        draft.name(1, "  Falcons  ");
        draft.name(9, "nobody");
        assert_eq!(draft.save(game()), game());
        draft.keeps_names = true;
        let kept = draft.save(game());
        let back = Draft::restore(&kept);
        assert_eq!((back.names, back.keeps_names), (draft.names, true));
        assert!(Draft::restore(&game()).names.iter().all(String::is_empty));
    }

    #[test]
    fn a_name_is_no_essay() {
        let mut draft = Draft::default();
        draft.name(0, &"ә".repeat(500));
        assert_eq!(draft.names[0].chars().count(), LONGEST_NAME);
    }
}
