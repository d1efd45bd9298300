//! Opening a content file of any kind, by the models of the widgets themselves.

use adil::content::{Envelope, Kind, open};
use adil::embed::Spec;
use adil::json::{Cursor, FromJson as _, Json, Warnings};
use adil_board::model::Game;
use adil_check::model::Check;
use adil_plan::model::{CurriculumMap, Plan};
use adil_pledge::model::Pledge;
use adil_quiz::model::{Item, Quiz};
use adil_record::model::{Record, study::Study};
use adil_story::model::Story;
use adil_video::model::{Question, Video};

/// What a file holds beside its envelope.
pub enum Body {
    /// `quiz`
    Quiz(Box<Quiz>),
    /// `pledge`
    Pledge(Box<Pledge>),
    /// `video`, with the item of each checkpoint that has one
    Video(Box<Video>, Vec<Option<Item>>),
    /// `story`, with the item of each scene that has one
    Story(Box<Story>, Vec<Option<Item>>),
    /// `board`, `quest` or `debate`
    Game(Box<Game>),
    /// `plan`
    Plan(Box<Plan>),
    /// `plan-map`
    Map(Box<CurriculumMap>),
    /// `check`
    Check(Box<Check>),
    /// `record`
    Record(Box<Record>),
    /// `study`
    Study(Box<Study>),
}

/// Files beside the content file, by their addresses in it; nothing where one cannot be read.
pub type Beside<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A content file that was opened.
pub struct Opened {
    /// What it says about itself.
    pub envelope: Envelope,
    /// What it holds.
    pub body: Body,
    /// What is allowed and still amiss, one sentence each.
    pub warnings: Vec<String>,
}

/// The words that `kind` may be.
pub const KINDS: &[&str] = &[
    "quiz", "pledge", "video", "story", "board", "quest", "debate", "plan", "plan-map", "check",
    "record", "study",
];

impl Body {
    /// The element that shows it.
    pub fn spec(&self) -> &'static Spec {
        match self {
            Body::Quiz(_) => &adil_quiz::SPEC,
            Body::Pledge(_) => &adil_pledge::SPEC,
            Body::Video(..) => &adil_video::SPEC,
            Body::Story(..) => &adil_story::SPEC,
            Body::Game(_) => &adil_board::SPEC,
            Body::Plan(_) | Body::Map(_) => &adil_plan::SPEC,
            Body::Check(_) => &adil_check::SPEC,
            Body::Record(_) | Body::Study(_) => &adil_record::SPEC,
        }
    }

    /// The name of the widget, as its folders have it.
    pub fn widget(&self) -> &'static str {
        self.spec().tag.trim_start_matches("adil-")
    }

    /// The mode without which the element cannot show it.
    pub fn mode(&self) -> Option<&'static str> {
        match self {
            Body::Map(_) => Some("map"),
            Body::Study(_) => Some("study"),
            _ => None,
        }
    }
}

fn parse(text: &str) -> Result<Json, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn read<T: Kind>(
    name: &str,
    text: &str,
    body: impl FnOnce(Box<T>) -> Body,
) -> Result<Opened, String> {
    let (document, warnings) = open::<T>(name, text, parse)?;
    Ok(Opened { envelope: document.envelope, body: body(Box::new(document.body)), warnings })
}

/// Opens the text of a file; messages name it so.
///
/// # Errors
/// One sentence for the author: the file, the place, what was expected, what was found.
pub fn open_any(name: &str, text: &str) -> Result<Opened, String> {
    let kind = parse(text.trim_start_matches('\u{feff}')).ok();
    let kind = kind.as_ref().and_then(|json| json.get("kind"));
    let mut opened = match kind.and_then(Json::text) {
        Some("pledge") => read(name, text, Body::Pledge),
        Some("video") => read(name, text, |video| Body::Video(video, Vec::new())),
        Some("story") => read(name, text, |story| Body::Story(story, Vec::new())),
        Some("board" | "quest" | "debate") => read(name, text, Body::Game),
        Some("plan") => read(name, text, Body::Plan),
        Some("plan-map") => read(name, text, Body::Map),
        Some("check") => read(name, text, Body::Check),
        Some("record") => read(name, text, Body::Record),
        Some("study") => read(name, text, Body::Study),
        Some(other) if other != "quiz" => {
            let known = KINDS.join(", ");
            Err(format!("{name}: kind: expected one of {known}, found \"{other}\""))
        }
        // Whatever is wrong with a file that does not say what it is, a quiz would say, too.
        _ => read(name, text, Body::Quiz),
    }?;
    read_items(name, &mut opened)?;
    Ok(opened)
}

/// Reads the items inside lessons and stories, which leave that to the quiz that shows them.
fn read_items(name: &str, opened: &mut Opened) -> Result<(), String> {
    let languages = &opened.envelope.languages;
    let warnings = &mut opened.warnings;
    let mut one = |list: &str, n: usize, json: &Json| {
        read_item(languages, json, warnings, &|said| format!("{name}: {list}[{n}].{said}"))
    };
    match &mut opened.body {
        Body::Video(video, items) => {
            for (n, checkpoint) in video.checkpoints.iter().enumerate() {
                items.push(match &checkpoint.question {
                    Question::Item(item) => one("checkpoints", n, item.json())?,
                    Question::Reflection(_) | Question::Note(_) => None,
                });
            }
        }
        Body::Story(story, items) => {
            for (n, scene) in story.scenes.iter().enumerate() {
                items.push(match &scene.asked {
                    Some(asked) => one("scenes", n, asked.item.json())?,
                    None => None,
                });
            }
        }
        _ => {}
    }
    Ok(())
}

fn read_item(
    languages: &[String],
    json: &Json,
    said: &mut Vec<String>,
    named: &dyn Fn(&str) -> String,
) -> Result<Option<Item>, String> {
    // A text without the reader's language is shown in the original one, which the top names.
    let languages = languages.iter().map(|lang| Json::Text(lang.clone())).collect();
    let top = Json::object([("languages", Json::List(languages)), ("item", json.clone())]);
    let warnings = Warnings::default();
    let cursor = Cursor::top(&top, &warnings);
    let item = cursor.fields("an item").and_then(|fields| fields.read("item", Item::read));
    let item = item.map_err(|problem| named(&problem.sentence()))?;
    said.extend(warnings.into_vec().iter().map(|warning| named(warning)));
    Ok(item)
}
