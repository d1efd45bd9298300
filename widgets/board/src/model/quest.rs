//! A quest: stations that teams go round, with juries that give points.

use adil::content::{Count, Kind, Localized, Reference, Rich};
use adil::json::{Fields, Problem, Record, distinct, number_text};

use super::moves::{MOST_POINTS, Move};
use super::team::Teams;

/// The most stations of a quest.
pub const MOST_STATIONS: usize = 12;

/// The most criteria of a station.
pub const MOST_CRITERIA: usize = 6;

adil::record! {
    /// What a jury looks at.
    pub struct Criterion {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "title" title: Localized,
        /// What 0 and what 5 points mean.
        "help" help: Option<Localized>,
    }
}

adil::record! {
    /// A station as its author writes it.
    pub struct StationFields {
        /// Its name in events.
        "id" id: Reference,
        /// What it is called.
        "title" title: Localized,
        /// What teams do there.
        "text" text: Rich,
        /// What has to lie there.
        "material" material: Option<Localized>,
        /// Its own criteria; missing: those of the quest.
        "criteria" criteria: Vec<Criterion>,
    }
}

adil::record! {
    /// The quest as its author writes it.
    pub struct QuestFields {
        /// What the class reads first.
        "intro" intro: Option<Rich>,
        /// How many minutes a team has at each station.
        "stationMinutes" minutes: Count = Count(8),
        /// The stations, 2 to 12.
        "stations" stations: Vec<StationFields>,
        /// What juries look at: each from 0 to 5 points.
        "criteria" criteria: Vec<Criterion>,
        /// Where two teams have as many points: the ids of the criteria that decide, in order.
        /// Whoever is even there, too, shares a place.
        "tie" tie: Vec<Reference>,
        /// What each team is asked at the end.
        "ending" ending: Option<Rich>,
        /// What the host may want to know.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}

/// A station; it has at least one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    /// Its name in events.
    pub id: Reference,
    /// What it is called.
    pub title: Localized,
    /// What teams do there.
    pub text: Rich,
    /// What has to lie there.
    pub material: Option<Localized>,
    /// What the jury looks at.
    pub criteria: Vec<Criterion>,
}

/// A quest.
#[derive(Clone, Debug, PartialEq)]
pub struct Quest {
    /// What the class reads first.
    pub intro: Option<Rich>,
    /// How many minutes a team has at each station.
    pub minutes: usize,
    /// The stations.
    pub stations: Vec<Station>,
    /// Where two teams have as many points: the criteria that decide.
    pub tie: Vec<Reference>,
    /// What each team is asked at the end.
    pub ending: Option<Rich>,
    /// For the host.
    pub teacher_notes: Option<Rich>,
}

impl Record for Quest {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let written = QuestFields::from_fields(fields)?;
        let count = written.stations.len();
        if !(2..=MOST_STATIONS).contains(&count) {
            let found = number_text(count as f64);
            return Err(Problem::new("stations", "2 to 12 stations", &found));
        }
        let ids: Vec<&str> = written.stations.iter().map(|station| station.id.as_str()).collect();
        distinct("stations", &ids, "station of this file")?;
        let mut stations = Vec::new();
        for (n, station) in written.stations.into_iter().enumerate() {
            let own = !station.criteria.is_empty();
            let criteria = if own { station.criteria } else { written.criteria.clone() };
            let path = if own {
                ["stations[", &number_text(n as f64), "].criteria"].concat()
            } else {
                "criteria".to_owned()
            };
            if criteria.is_empty() || criteria.len() > MOST_CRITERIA {
                let found = number_text(criteria.len() as f64);
                return Err(Problem::new(&path, "1 to 6 criteria", &found));
            }
            let ids: Vec<&str> = criteria.iter().map(|criterion| criterion.id.as_str()).collect();
            distinct(&path, &ids, "criterion there")?;
            let StationFields { id, title, text, material, .. } = station;
            stations.push(Station { id, title, text, material, criteria });
        }
        for (n, id) in written.tie.iter().enumerate() {
            let known = |station: &Station| station.criteria.iter().any(|c| c.id == *id);
            if !stations.iter().any(known) {
                let path = ["tie[", &number_text(n as f64), "]"].concat();
                let found = ["\"", id.as_str(), "\""].concat();
                return Err(Problem::new(&path, "the id of a criterion", &found));
            }
        }
        Ok(Quest {
            intro: written.intro,
            minutes: written.minutes.0,
            stations,
            tie: written.tie,
            ending: written.ending,
            teacher_notes: written.teacher_notes,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        QuestFields::describe(definitions, object);
    }
}

impl Kind for Quest {
    const KIND: &'static str = "quest";
}

impl Quest {
    /// How many rounds it takes until every team was everywhere.
    pub fn rounds(&self, teams: Teams) -> usize {
        self.stations.len().max(teams.count())
    }

    /// Where a team is in a round, counted from 0: never two teams at one station. Nowhere where
    /// there are more teams than stations, and it is the team's turn to rest.
    pub fn station(&self, teams: Teams, team: usize, round: usize) -> Option<usize> {
        let at = (team + round) % self.rounds(teams);
        (at < self.stations.len()).then_some(at)
    }
}

/// A quest as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Which round it is, from 0; as many as there are rounds when it is over.
    pub round: usize,
    /// Whether it is over.
    pub over: bool,
    teams: Teams,
    /// By team, station and criterion.
    points: Vec<Vec<Vec<Option<usize>>>>,
}

/// How a team did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Which team.
    pub team: usize,
    /// All its points.
    pub points: usize,
    /// Its place, from 1; teams that the tie rule cannot tell apart share one.
    pub place: usize,
    /// Whether the tie rule decided that it stands before or behind another team.
    pub by_tie: bool,
}

impl Course {
    /// The beginning.
    pub fn first(quest: &Quest, teams: Teams) -> Course {
        let empty = |station: &Station| vec![None; station.criteria.len()];
        let sheet: Vec<Vec<Option<usize>>> = quest.stations.iter().map(empty).collect();
        Course { round: 0, over: false, teams, points: vec![sheet; teams.count()] }
    }

    /// The points of a team for a criterion, if a jury gave them.
    pub fn points(&self, team: usize, station: usize, criterion: usize) -> Option<usize> {
        *self.points.get(team)?.get(station)?.get(criterion)?
    }

    /// All points of a team at a station.
    pub fn at_station(&self, team: usize, station: usize) -> usize {
        let sheet = self.points.get(team).and_then(|sheet| sheet.get(station));
        sheet.map_or(0, |points| points.iter().flatten().sum())
    }

    /// Whether a jury gave a team points for every criterion of a station.
    pub fn is_judged(&self, team: usize, station: usize) -> bool {
        let sheet = self.points.get(team).and_then(|sheet| sheet.get(station));
        sheet.is_some_and(|points| points.iter().all(Option::is_some))
    }

    /// Makes a move; whether that could be.
    pub fn take(&mut self, quest: &Quest, step: Move) -> bool {
        match step {
            Move::Points { team, station, criterion, points } if points <= MOST_POINTS => {
                let sheet = self.points.get_mut(team).and_then(|sheet| sheet.get_mut(station));
                let Some(cell) = sheet.and_then(|points| points.get_mut(criterion)) else {
                    return false;
                };
                let changes = *cell != Some(points);
                *cell = Some(points);
                changes
            }
            Move::Next if !self.over => {
                self.round += 1;
                self.over = self.round >= quest.rounds(self.teams);
                true
            }
            Move::End if !self.over => {
                self.over = true;
                true
            }
            _ => false,
        }
    }

    fn sum(&self, quest: &Quest, team: usize, of: Option<&Reference>) -> usize {
        let stations = quest.stations.iter().enumerate();
        let sum = |(n, station): (usize, &Station)| -> usize {
            let criteria = station.criteria.iter().enumerate();
            let counted = criteria.filter(|(_, c)| of.is_none_or(|id| *id == c.id));
            counted.filter_map(|(c, _)| self.points(team, n, c)).sum()
        };
        stations.map(sum).sum()
    }

    /// How all teams did, the best first; those that share a place in the order of their turns.
    pub fn totals(&self, quest: &Quest) -> Vec<Total> {
        // All points first, then those of each criterion that decides.
        let key = |team: usize| -> Vec<usize> {
            let ties = quest.tie.iter().map(|id| self.sum(quest, team, Some(id)));
            [self.sum(quest, team, None)].into_iter().chain(ties).collect()
        };
        let keys: Vec<Vec<usize>> = (0..self.teams.count()).map(key).collect();
        let total = |(team, key): (usize, &Vec<usize>)| {
            let better = keys.iter().filter(|other| *other > key).count();
            let by_tie = keys.iter().any(|other| other.first() == key.first() && other != key);
            let points = key.first().copied().unwrap_or(0);
            Total { team, points, place: better + 1, by_tie }
        };
        let totals: Vec<Total> = keys.iter().enumerate().map(total).collect();
        // A sort of the standard library is more code than five teams need.
        let places = 1..=totals.len();
        places.flat_map(|place| totals.iter().filter(move |t| t.place == place)).cloned().collect()
    }
}
