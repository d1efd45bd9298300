//! What widgets tell, typed: the details of the elements' events.

use adil::json::{Cursor, FromJson, Json, Problem, Warnings};

/// What a widget told, and of which run.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<T> {
    /// The run; nothing in events of none.
    pub run: Option<Run>,
    /// What happened.
    pub detail: T,
}

impl<T> std::ops::Deref for Event<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.detail
    }
}

impl<T: FromJson> Event<T> {
    /// Reads the detail of an event.
    ///
    /// # Errors
    /// What is not as the element's description says.
    pub fn read(detail: &Json) -> Result<Event<T>, Problem> {
        let warnings = Warnings::default();
        let cursor = Cursor::top(detail, &warnings);
        Ok(Event { run: Run::read(&cursor).ok(), detail: T::read(&cursor)? })
    }
}

adil::record! {
    /// What all events of a run carry. No name and no typed text is ever among it.
    pub struct Run {
        /// quiz, pledge or video.
        "widget" widget: String,
        /// The id of the content file.
        "contentId" content_id: String,
        /// Its version.
        "contentVersion" content_version: String,
        /// A random number that names the run.
        "run" run: f64,
        /// The mode.
        "mode" mode: String,
        /// For whom it is shown.
        "level" level: String,
    }
}

adil::record! {
    /// Nothing beside the run.
    pub struct NoDetail {}
}

adil::record! {
    /// The widget could not run.
    pub struct FailureDetail {
        /// What kind of failure: `content`, `content-load`, `content-missing`, `crash`.
        "code" code: String,
        /// What to mend, for the author.
        "message" message: String,
    }
}

adil::record! {
    /// The browser refused to keep something.
    pub struct StoredDetail {
        /// Whether it is kept.
        "kept" kept: bool,
    }
}

adil::record! {
    /// More is done.
    pub struct ProgressDetail {
        /// How many are done.
        "done" done: f64,
        /// Of how many.
        "total" total: f64,
    }
}

adil::record! {
    /// A quiz has a first screen, or was begun.
    pub struct ItemsDetail {
        /// How many questions it has.
        "items" items: f64,
    }
}

adil::record! {
    /// An item was checked.
    pub struct AnswerDetail {
        /// The item's id.
        "itemId" item_id: String,
        /// The ids of the options that were chosen; empty for typed answers.
        "optionIds" option_ids: Vec<String>,
        /// right, partly, wrong, unsure or open.
        "verdict" verdict: String,
        /// The share of the item's points, between 0 and 1.
        "score" score: f64,
        /// How often it was checked.
        "tries" attempts: f64,
        /// The milliseconds since the item was shown.
        "ms" ms: f64,
    }
}

adil::record! {
    /// A hint was shown.
    pub struct HintDetail {
        /// The item's id.
        "itemId" item_id: String,
    }
}

adil::record! {
    /// A run of a quiz is over.
    pub struct CompletedDetail {
        /// Points reached.
        "score" score: f64,
        /// Points that could be reached.
        "max" max: f64,
        /// The share in whole percent, between 0 and 1; nothing where nothing is right or wrong.
        "scaled" scaled: Option<f64>,
        /// Whether the pass mark was reached, where there is one.
        "passed" passed: Option<bool>,
        /// The place of the band that was reached.
        "band" band: Option<f64>,
        /// The stars, from 0 to 3.
        "stars" stars: Option<f64>,
    }
}

adil::record! {
    /// A lesson has a first screen.
    pub struct CheckpointsDetail {
        /// How many checkpoints it has.
        "checkpoints" checkpoints: f64,
    }
}

adil::record! {
    /// A lesson plays or stands.
    pub struct AtDetail {
        /// The second.
        "at" at: f64,
    }
}

adil::record! {
    /// A learner went to another place.
    pub struct SeekDetail {
        /// From this second.
        "from" from: f64,
        /// To this one.
        "to" to: f64,
    }
}

adil::record! {
    /// A checkpoint was answered.
    pub struct CheckpointDetail {
        /// Its id.
        "checkpointId" checkpoint_id: String,
        /// Its second.
        "at" at: f64,
        /// right, wrong or open.
        "outcome" outcome: String,
        /// How often it was tried.
        "tries" attempts: f64,
        /// Whether the way on is open.
        "passed" passed: bool,
    }
}

adil::record! {
    /// The lesson's rule for completion is met.
    pub struct WatchedDetail {
        /// The share that was watched, between 0 and 1.
        "watched" watched: f64,
        /// The share that played while nobody looked.
        "unattended" unattended: f64,
        /// How many checkpoints were passed.
        "passed" passed: f64,
        /// Of how many.
        "checkpoints" checkpoints: f64,
    }
}

adil::record! {
    /// A pledge has a first screen.
    pub struct ClausesDetail {
        /// How many clauses it has.
        "clauses" clauses: f64,
    }
}

adil::record! {
    /// A clause is shown or remembered.
    pub struct ClauseDetail {
        /// Its id.
        "clauseId" clause_id: String,
    }
}

adil::record! {
    /// A pledge is about to be made, or was made.
    pub struct PledgedDetail {
        /// The ids of the clauses that were taken.
        "clauseIds" clause_ids: Vec<String>,
        /// How many clauses there were.
        "clauseCount" clause_count: f64,
        /// Whether it renews an earlier one.
        "renewal" renewal: bool,
    }
}

adil::record! {
    /// A class saved its pledge to a file.
    pub struct ExportedDetail {
        /// How many clauses it has.
        "clauseCount" clause_count: f64,
    }
}

adil::record! {
    /// Codes of classes were added up.
    pub struct TallyDetail {
        /// How many pledged.
        "count" count: f64,
        /// How many codes there were.
        "codes" codes: f64,
    }
}

adil::record! {
    /// A certificate was printed or saved as a picture.
    pub struct CertificateMadeDetail {
        /// print or picture.
        "kind" kind: String,
        /// How many pages.
        "pages" pages: f64,
    }
}

adil::record! {
    /// A receipt was checked.
    pub struct VerifiedDetail {
        /// What was found, as `ok` or `changed`.
        "result" result: String,
    }
}

adil::record! {
    /// A story has a first screen, or was begun.
    pub struct ScenesDetail {
        /// How many scenes it has.
        "scenes" scenes: f64,
    }
}

adil::record! {
    /// A learner chose in a story.
    pub struct ChosenDetail {
        /// The scene's id.
        "sceneId" scene_id: String,
        /// The choice's id; empty where a scene only leads on.
        "choiceId" choice_id: String,
    }
}

adil::record! {
    /// The question of a scene was answered.
    pub struct SceneAnswerDetail {
        /// The scene's id.
        "sceneId" scene_id: String,
        /// right, partly, wrong, or open where nothing is marked.
        "verdict" verdict: String,
    }
}

adil::record! {
    /// An ending of a story is reached.
    pub struct EndedDetail {
        /// The ending's id.
        "endingId" ending_id: String,
        /// How many steps led there.
        "steps" steps: f64,
    }
}

adil::record! {
    /// A plan has a first screen, or its lesson began. A map tells its plans instead of blocks.
    pub struct BlocksDetail {
        /// How many blocks the lesson has.
        "blocks" blocks: Option<f64>,
        /// How many plans the map has.
        "plans" plans: Option<f64>,
    }
}

adil::record! {
    /// A block began or was left.
    pub struct BlockDetail {
        /// The block's id.
        "blockId" block_id: String,
    }
}

adil::record! {
    /// A lesson is over.
    pub struct LessonOverDetail {
        /// How many blocks were done.
        "blocksDone" blocks_done: f64,
        /// How many it has.
        "blocks" blocks: f64,
    }
}

adil::record! {
    /// An action was written down.
    pub struct HourDetail {
        /// How many classes took part.
        "classes" classes: f64,
        /// How many people.
        "people" people: f64,
    }
}

adil::record! {
    /// Codes of an action were added up.
    pub struct HoursTallyDetail {
        /// How many classes took part.
        "classes" classes: f64,
        /// How many people.
        "people" people: f64,
        /// How many codes there were.
        "codes" codes: f64,
    }
}

adil::record! {
    /// A check has a first screen, or was begun.
    pub struct QuestionsDetail {
        /// How many questions it has.
        "questions" questions: f64,
    }
}

adil::record! {
    /// The result of a check is shown.
    pub struct CheckedDetail {
        /// The id of the result; empty where the file tells only the end.
        "resultId" result_id: String,
    }
}

adil::record! {
    /// A file was saved from a check.
    pub struct SavedDetail {
        /// text, json, csv or calendar.
        "kind" kind: String,
    }
}

adil::record! {
    /// A record has a first screen, or a new entry.
    pub struct RecordedDetail {
        /// How many entries it has.
        "entries" entries: f64,
    }
}

adil::record! {
    /// A game of teams has a first screen.
    pub struct GameDetail {
        /// board, quest or debate.
        "kind" kind: String,
    }
}

adil::record! {
    /// A game of teams began.
    pub struct TeamsDetail {
        /// How many teams play.
        "teams" teams: f64,
    }
}

adil::record! {
    /// A team rolled and moved.
    pub struct TurnDetail {
        /// The shape of its token, as `circle`.
        "team" team: String,
        /// What the die showed.
        "roll" roll: f64,
        /// The square where it was.
        "from" from: f64,
        /// The square where it is.
        "to" to: f64,
    }
}

adil::record! {
    /// A card was answered.
    pub struct CardDetail {
        /// The deck's id.
        "deckId" deck_id: String,
        /// The card's id.
        "cardId" card_id: String,
        /// good, partly or notYet.
        "verdict" verdict: String,
    }
}

adil::record! {
    /// A game of teams is over.
    pub struct PlayedDetail {
        /// How many moves it had.
        "moves" moves: f64,
    }
}

/// A story has a first screen, or was begun.
pub type Scenes = Event<ScenesDetail>;
/// A learner chose in a story.
pub type Chosen = Event<ChosenDetail>;
/// The question of a scene was answered.
pub type SceneAnswer = Event<SceneAnswerDetail>;
/// An ending of a story is reached.
pub type Ended = Event<EndedDetail>;
/// The widget could not run.
pub type Failure = Event<FailureDetail>;
/// The browser refused to keep something.
pub type Stored = Event<StoredDetail>;
/// More is done.
pub type Progress = Event<ProgressDetail>;
/// A quiz has a first screen, or was begun.
pub type Items = Event<ItemsDetail>;
/// An item was checked.
pub type Answer = Event<AnswerDetail>;
/// A hint was shown.
pub type Hint = Event<HintDetail>;
/// A run of a quiz is over.
pub type Completed = Event<CompletedDetail>;
/// A lesson has a first screen.
pub type Checkpoints = Event<CheckpointsDetail>;
/// A lesson plays or stands.
pub type At = Event<AtDetail>;
/// A learner went to another place.
pub type Seek = Event<SeekDetail>;
/// A checkpoint was answered.
pub type Checkpoint = Event<CheckpointDetail>;
/// The lesson's rule for completion is met.
pub type Watched = Event<WatchedDetail>;
/// A pledge has a first screen.
pub type Clauses = Event<ClausesDetail>;
/// A clause is shown or remembered.
pub type Clause = Event<ClauseDetail>;
/// A pledge is about to be made, or was made.
pub type Pledged = Event<PledgedDetail>;
/// A class saved its pledge to a file.
pub type Exported = Event<ExportedDetail>;
/// Codes of classes were added up.
pub type Tally = Event<TallyDetail>;
/// A certificate was printed or saved as a picture.
pub type CertificateMade = Event<CertificateMadeDetail>;
/// A receipt was checked.
pub type Verified = Event<VerifiedDetail>;
/// An event that says no more than which run it is of.
pub type Plain = Event<NoDetail>;

/// A check has a first screen, or was begun.
pub type Questions = Event<QuestionsDetail>;
/// The result of a check is shown.
pub type Checked = Event<CheckedDetail>;
/// A file was saved from a check.
pub type Saved = Event<SavedDetail>;
/// A record has a first screen, or a new entry.
pub type Recorded = Event<RecordedDetail>;
/// A game of teams has a first screen.
pub type GameReady = Event<GameDetail>;
/// A game of teams began.
pub type TeamsStart = Event<TeamsDetail>;
/// A team rolled and moved.
pub type Turn = Event<TurnDetail>;
/// A card was answered.
pub type CardAnswered = Event<CardDetail>;
/// A game of teams is over.
pub type Played = Event<PlayedDetail>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detail_is_read_with_its_run() {
        let json = Json::object([
            ("widget", "quiz".into()),
            ("contentId", "q".into()),
            ("contentVersion", "1.0.0".into()),
            ("run", 7_usize.into()),
            ("mode", "learn".into()),
            ("level", "secondary".into()),
            ("done", 1_usize.into()),
            ("total", 2_usize.into()),
        ]);
        let event = Progress::read(&json);
        let run = event.as_ref().ok().and_then(|event| event.run.as_ref()).map(|run| run.run);
        assert_eq!(event.map(|event| event.done), Ok(1.0));
        assert_eq!(run, Some(7.0));
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = Progress::read(&Json::object([("done", 1_usize.into())]));
        let message = error.err().map(|problem| problem.to_string());
        assert_eq!(message.as_deref(), Some("total: expected a value, found nothing"));
    }
}
