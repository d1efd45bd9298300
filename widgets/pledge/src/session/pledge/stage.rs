//! What is shown on the way through a pledge.

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What a pledge is.
    Preface,
    /// One clause, by its place in the file.
    Clause(usize),
    /// Which one will be hardest, and who could remind.
    Think,
    /// All that was taken, and the two buttons.
    Promise,
    /// It was pledged.
    Made,
    /// Not today.
    Declined,
    /// It was taken back.
    Withdrawn,
}

impl Stage {
    /// The place on the way through so many clauses; none before and after it.
    pub(super) fn place(self, clauses: usize) -> Option<usize> {
        match self {
            Stage::Clause(n) => Some(n),
            Stage::Think => Some(clauses),
            Stage::Promise => Some(clauses + 1),
            _ => None,
        }
    }

    /// What is shown at a place.
    pub(super) fn at(place: f64, clauses: usize) -> Stage {
        let n = (0..=clauses).find(|n| *n as f64 >= place);
        n.map_or(Stage::Promise, |n| if n < clauses { Stage::Clause(n) } else { Stage::Think })
    }
}
