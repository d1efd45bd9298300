//! What stands beside the answers of a check of readiness.

use crate::model::Sheet;

/// What stands beside the answers.
#[derive(Default)]
pub struct Beside {
    /// An earlier run.
    pub earlier: Option<Sheet>,
    /// What other people answered.
    pub people: Vec<Sheet>,
    /// What this run is called.
    pub name: String,
    /// What was said of the last file.
    pub news: String,
}
