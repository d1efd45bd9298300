//! What authors write, field by field.

use adil::content::{ItemSchema, Localized, MediaAddress, Picture, Reference, Rich};
use adil::json::{Cursor, FromJson, Json, Problem};
use adil::rules::{Changes, Condition, Variables};

use super::drawing::{Drawings, PanelFields};

adil::words! {
    /// How a story looks.
    pub enum Face {
        /// A decision game: the text first
        "game" Game,
        /// A picture story for 6 to 9 years: panels, and a sentence or two
        "pictures" Pictures,
    }
}

/// A condition, and the words in which its author wrote it: paper shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    /// When it holds.
    pub condition: Condition,
    /// As it was written.
    pub written: String,
}

impl FromJson for When {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let written = cursor.json().text().unwrap_or_default().to_owned();
        Ok(When { condition: Condition::read(cursor)?, written })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        Condition::schema(definitions)
    }
}

/// Changes, and the words in which their author wrote them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effects {
    /// What they do.
    pub changes: Changes,
    /// As they were written, one for each.
    pub written: Vec<String>,
}

impl FromJson for Effects {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let changes = Changes::read(cursor)?;
        let one = |json: &Json| json.text().map(str::to_owned);
        let written = match cursor.json() {
            Json::List(list) => list.iter().filter_map(one).collect(),
            json => one(json).into_iter().collect(),
        };
        Ok(Effects { changes, written })
    }

    fn absent() -> Option<Self> {
        Some(Effects::default())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        Changes::schema(definitions)
    }
}

/// What describes the item of a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct QuizItem;

impl ItemSchema for QuizItem {
    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        adil_quiz::model::Item::schema(definitions)
    }
}

/// The item of a scene.
pub type WrittenItem = adil::content::WrittenItem<QuizItem>;

adil::record! {
    /// What an answer to the item of a scene changes.
    pub struct Results {
        /// After a right answer.
        "right" right: Effects,
        /// After one that is partly right.
        "partly" partly: Effects,
        /// After one that is not right.
        "wrong" wrong: Effects,
    }
}

adil::record! {
    /// A sound, silent until a learner asks for it.
    pub struct Sound {
        /// Where it is, relative to this file.
        "src" src: MediaAddress,
        /// What is heard, shown beside it for those who do not hear it.
        "text" text: Rich,
    }
}

adil::record! {
    /// How somebody feels.
    pub struct FeelingFields {
        /// Who; missing: whoever speaks.
        "who" who: Option<Localized>,
        /// The id of a feeling of the drawings.
        "feels" feels: Reference,
    }
}

adil::record! {
    /// What a learner may do in a scene.
    pub struct ChoiceFields {
        /// Its name in events and results.
        "id" id: Reference,
        /// What it says.
        "text" text: Rich,
        /// A picture beside it.
        "picture" picture: Option<Picture>,
        /// A drawing beside it.
        "panel" panel: Option<PanelFields>,
        /// When it is offered; missing: always.
        "if" when: Option<When>,
        /// What it changes, as `trust + 2`, or a list of changes.
        "set" set: Effects,
        /// The id of the scene or ending that follows; missing: the scene's `route` says it.
        "to" to: Option<Reference>,
        /// What follows from it, shown before the next scene.
        "feedback" feedback: Option<Rich>,
        /// How it feels: the id of a feeling of the drawings, shown before the next scene.
        "feels" feels: Option<Reference>,
    }
}

adil::record! {
    /// Where a scene leads by itself.
    pub struct RouteFields {
        /// When; missing: in all other cases.
        "if" when: Option<When>,
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
        /// How those in it feel.
        "feelings" feelings: Vec<FeelingFields>,
        /// What happens.
        "text" text: Rich,
        /// A picture above the text.
        "picture" picture: Option<Picture>,
        /// A drawing above the text.
        "panel" panel: Option<PanelFields>,
        /// A sound, played when a learner presses for it.
        "sound" sound: Option<Sound>,
        /// An item of a quiz, to be answered before the choices are offered.
        "item" item: Option<WrittenItem>,
        /// What the answer to it changes.
        "results" results: Option<Results>,
        /// What a learner may do; without any there is a way on, by the `route`.
        "choices" choices: Vec<ChoiceFields>,
        /// Where it leads after choices that do not say it: the first that fits.
        "route" route: Vec<RouteFields>,
    }
}

adil::record! {
    /// An ending as its author writes it.
    pub struct EndingFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "title" title: Localized,
        /// How it ends.
        "text" text: Rich,
        /// A picture above the text.
        "picture" picture: Option<Picture>,
        /// A drawing above the text.
        "panel" panel: Option<PanelFields>,
        /// A sound, played when a learner presses for it.
        "sound" sound: Option<Sound>,
        /// A question to think about.
        "reflect" reflect: Option<Rich>,
    }
}

adil::record! {
    /// The story as its author writes it.
    pub struct StoryFields {
        /// How it looks: a decision game, or a picture story for the youngest.
        "face" face: Face = Face::Game,
        /// What learners read before the first scene.
        "intro" intro: Option<Rich>,
        /// What choices change, and rules ask.
        "variables" variables: Option<Variables>,
        /// What pictures are made of.
        "drawings" drawings: Option<Drawings>,
        /// Whether learners may make a strip of their own with the drawings after an ending.
        "makes" makes: bool = false,
        /// The id of the first scene; missing: the first of the file.
        "start" start: Option<Reference>,
        /// The scenes, at least one and at most 500.
        "scenes" scenes: Vec<SceneFields>,
        /// The endings, at least one.
        "endings" endings: Vec<EndingFields>,
        /// Questions to talk about when all have come to an end.
        "debrief" debrief: Vec<Rich>,
        /// What teachers may want to say or ask.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}
