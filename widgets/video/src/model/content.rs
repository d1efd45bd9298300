//! What a lesson's file holds beside its envelope.

use adil::content::{Kind, Localized, MediaAddress, Picture, Reference, Rich};
use adil::json::{FromJson, Json, Place, Problem, distinct, read_record};

use super::{Embed, Moment};

/// The most checkpoints that one lesson may have.
pub const MOST_CHECKPOINTS: usize = 200;

adil::record! {
    /// One file of the video or of its sound.
    pub struct MediaFile {
        /// Where it is, relative to this file.
        "src" src: MediaAddress,
        /// Its type, as `video/mp4` or `application/vnd.apple.mpegurl`.
        "type" mime: Option<String>,
        /// The height of its picture in pixels.
        "height" height: Option<f64>,
        /// Its size in bytes, shown before it is loaded.
        "bytes" bytes: Option<f64>,
    }
}

impl MediaFile {
    /// Whether it is a list of parts (HLS), which not every browser plays by itself.
    pub fn is_stream(&self) -> bool {
        let path = self.src.0.as_str().split(['?', '#']).next().unwrap_or_default();
        let mime = self.mime.as_deref().unwrap_or_default();
        let mime = mime.to_ascii_lowercase();
        path.strip_suffix(".m3u8").is_some()
            || mime.starts_with("application/vnd.apple.mpegurl")
            || mime.starts_with("application/x-mpegurl")
    }
}

/// The file to play where a picture of some height is shown, among those that can be played: the
/// smallest that is high enough, else the highest; the first of several alike.
pub fn choose_file(files: &[MediaFile], playable: &[usize], height: f64) -> Option<usize> {
    let of = |n: usize| files[n].height;
    let unknown = playable.iter().find(|n| of(**n).is_none());
    let best = playable.iter().copied().filter(|n| of(*n).is_some()).reduce(|best, n| {
        let (Some(mine), Some(its)) = (of(n), of(best)) else { return best };
        let closer = if its < height { mine > its } else { mine < its && mine >= height };
        if closer { n } else { best }
    });
    best.or(unknown.copied())
}

adil::record! {
    /// A file of captions or descriptions in `WebVTT`, or of a transcript.
    pub struct Track {
        /// Where it is, relative to this file.
        "src" src: MediaAddress,
        /// The tag of its language.
        "lang" lang: String,
        /// Its name in the list of captions; without one, the language's own name.
        "label" label: Option<String>,
    }
}

adil::record! {
    /// A part of the lesson.
    pub struct Chapter {
        /// Where it begins.
        "start" start: Moment,
        /// Its title.
        "title" title: Localized,
    }
}

adil::record! {
    /// A part of the lesson for slow lines: a picture with sound, or with text alone.
    pub struct Slide {
        /// Where it begins; it lasts until the next one.
        "start" start: Moment,
        /// The picture, with what it shows in words.
        "picture" picture: Picture,
        /// What is said, as sound.
        "sound" sound: Option<MediaFile>,
        /// What is said, as text.
        "text" text: Rich,
    }
}

adil::record! {
    /// A question that a learner answers for themselves; it is not marked and not kept.
    pub struct Reflection {
        /// The question.
        "prompt" prompt: Rich,
        /// One good answer, shown afterwards.
        "answer" answer: Option<Rich>,
    }
}

adil::record! {
    /// When a lesson counts as complete.
    pub struct Completion {
        /// How many checkpoints have to be passed; without a number, the required ones.
        "minCheckpoints" min_checkpoints: Option<f64>,
        /// The share of the video that has to be watched, 0 to 1.
        "minWatched" min_watched: Option<f64>,
    }
}

/// An item of a quiz as its author wrote it: the quiz that shows it reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenItem(pub Json);

impl WrittenItem {
    /// The question or task.
    pub fn stem(&self) -> Option<Rich> {
        let warnings = adil::json::Warnings::default();
        Rich::read(&Place::top(self.0.get("stem")?, &warnings)).ok()
    }

    /// What can be chosen, sorted or put in order, for paper; empty where words are written.
    pub fn choices(&self) -> Vec<Rich> {
        let lists = ["options", "entries", "cards"];
        let found = lists.iter().find_map(|name| self.0.get(name)).map_or(&[][..], Json::list);
        let warnings = adil::json::Warnings::default();
        let read = |json: &Json| Rich::read(&Place::top(json, &warnings)).ok();
        found
            .iter()
            .filter_map(|one| one.get("text").and_then(read).or_else(|| read(one)))
            .collect()
    }
}

impl FromJson for WrittenItem {
    fn read(place: &Place) -> Result<Self, Problem> {
        let fits = |name| place.json().get(name).is_some();
        if fits("type") && fits("stem") {
            return Ok(WrittenItem(place.json().clone()));
        }
        Err(place.expected("an item of a quiz, with \"type\" and \"stem\""))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        adil_quiz::model::Item::schema(definitions)
    }
}

adil::record! {
    /// A place where the video stops, as authors write it: with an item, a reflection or a note.
    pub struct CheckpointFields {
        /// Names it for good; progress is kept under it.
        "id" id: Reference,
        /// When the video stops.
        "at" at: Moment,
        /// What it is about, in the list and on the bar.
        "title" title: Option<Localized>,
        /// An item of a quiz.
        "item" item: Option<WrittenItem>,
        /// A question that is not marked.
        "reflection" reflection: Option<Reflection>,
        /// Words to read, or a reason to pause.
        "note" note: Option<Rich>,
        /// Whether nobody passes it unanswered.
        "required" required: bool = false,
        /// How often it may be answered.
        "tries" tries: Option<f64>,
        /// From where to watch again after a wrong answer; before `at`.
        "rewindTo" rewind_to: Option<Moment>,
        /// Whether a wrong answer goes back by itself.
        "rewinds" rewinds: bool = false,
        /// Where a right answer goes on; after `at`.
        "skipTo" skip_to: Option<Moment>,
    }
}

/// What a checkpoint asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// An item of a quiz.
    Item(WrittenItem),
    /// A question that is not marked.
    Reflection(Reflection),
    /// Words to read.
    Note(Rich),
}

/// A place where the video stops.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// Names it for good.
    pub id: Reference,
    /// When the video stops.
    pub at: Moment,
    /// What it is about.
    pub title: Option<Localized>,
    /// What it asks.
    pub question: Question,
    /// Whether nobody passes it unanswered.
    pub required: bool,
    /// How often it may be answered; nothing for without limit.
    pub tries: Option<f64>,
    /// From where to watch again after a wrong answer.
    pub rewind_to: Option<Moment>,
    /// Whether a wrong answer goes back by itself.
    pub rewinds: bool,
    /// Where a right answer goes on.
    pub skip_to: Option<Moment>,
}

impl Checkpoint {
    /// What it asks, in its author's words.
    pub fn stem(&self) -> Option<Rich> {
        match &self.question {
            Question::Item(item) => item.stem(),
            Question::Reflection(reflection) => Some(reflection.prompt.clone()),
            Question::Note(note) => Some(note.clone()),
        }
    }

    /// From where to look at it again: as its author says, else ten seconds before.
    pub fn again_from(&self) -> Moment {
        self.rewind_to.unwrap_or(Moment(self.at.0.saturating_sub(10_000)))
    }
}

impl FromJson for Checkpoint {
    fn read(place: &Place) -> Result<Self, Problem> {
        let fields: CheckpointFields = read_record(place)?;
        let question = match (fields.item, fields.reflection, fields.note) {
            (Some(item), None, None) => Question::Item(item),
            (None, Some(reflection), None) => Question::Reflection(reflection),
            (None, None, Some(note)) => Question::Note(note),
            _ => return Err(place.expected("one of item, reflection and note")),
        };
        let wrong = |name: &str, expected: &str, found: Moment| {
            let path = [&place.path(), ".", name].concat();
            Problem::new(&path, expected, &adil::json::number_text(found.seconds()))
        };
        if let Some(late) = fields.rewind_to.filter(|to| *to >= fields.at) {
            return Err(wrong("rewindTo", "a time before the checkpoint", late));
        }
        if let Some(early) = fields.skip_to.filter(|to| *to <= fields.at) {
            return Err(wrong("skipTo", "a time after the checkpoint", early));
        }
        Ok(Checkpoint {
            id: fields.id,
            at: fields.at,
            title: fields.title,
            question,
            required: fields.required,
            tries: fields.tries,
            rewind_to: fields.rewind_to,
            rewinds: fields.rewinds,
            skip_to: fields.skip_to,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        CheckpointFields::schema(definitions)
    }
}

macro_rules! list {
    ($(#[doc = $about:literal])* $List:ident, $One:ident, $what:literal, $check:ident) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $List(Vec<$One>);

        impl std::ops::Deref for $List {
            type Target = [$One];

            fn deref(&self) -> &[$One] {
                &self.0
            }
        }

        impl FromJson for $List {
            fn read(place: &Place) -> Result<Self, Problem> {
                let list = place.each($what, $One::read)?;
                $check(place, &list)?;
                Ok($List(list))
            }

            fn absent() -> Option<Self> {
                Some($List(Vec::new()))
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                definitions: &mut adil::json::schema::Definitions,
            ) -> adil::json::schema::Value {
                serde_json::json!({ "type": "array", "items": $One::schema(definitions) })
            }
        }
    };
}

list!(
    /// Checkpoints in the order of their cues, each with an id and a cue of its own.
    Checkpoints, Checkpoint, "a list of checkpoints", in_order
);

list!(
    /// Captions, descriptions or transcripts, one file for each language.
    Tracks, Track, "a list of files, each with src and lang", one_for_each_language
);

list!(
    /// Chapters in order.
    Chapters, Chapter, "a list of chapters", chapters_in_order
);

list!(
    /// Slides in order.
    Slides, Slide, "a list of slides", slides_in_order
);

fn chapters_in_order(place: &Place, list: &[Chapter]) -> Result<(), Problem> {
    ascending(place, "start", &list.iter().map(|one| one.start).collect::<Vec<_>>())
}

fn slides_in_order(place: &Place, list: &[Slide]) -> Result<(), Problem> {
    ascending(place, "start", &list.iter().map(|one| one.start).collect::<Vec<_>>())
}

/// Refuses a list in which a time is not after the one before.
fn ascending(place: &Place, field: &str, times: &[Moment]) -> Result<(), Problem> {
    let early = times.windows(2).position(|pair| pair[1] <= pair[0]);
    early.map_or(Ok(()), |n| {
        let path =
            [&place.path(), "[", &adil::json::number_text((n + 1) as f64), "].", field].concat();
        let found = adil::json::number_text(times[n + 1].seconds());
        Err(Problem::new(&path, "a time after the one before", &found))
    })
}

fn in_order(place: &Place, list: &[Checkpoint]) -> Result<(), Problem> {
    if list.len() > MOST_CHECKPOINTS {
        return Err(place.expected("at most 200 checkpoints; split the lesson"));
    }
    let ids: Vec<&str> = list.iter().map(|one| one.id.as_str()).collect();
    distinct(&place.path(), &ids, "checkpoint of this file")?;
    ascending(place, "at", &list.iter().map(|one| one.at).collect::<Vec<_>>())
}

fn one_for_each_language(place: &Place, list: &[Track]) -> Result<(), Problem> {
    let again = |n: &usize| list[..*n].iter().any(|track| track.lang == list[*n].lang);
    (0..list.len()).find(again).map_or(Ok(()), |n| {
        let path = [&place.path(), "[", &adil::json::number_text(n as f64), "].lang"].concat();
        let found = ["\"", &list[n].lang, "\" again"].concat();
        Err(Problem::new(&path, "a language that no other file of this list has", &found))
    })
}

adil::record! {
    /// The lesson itself.
    pub struct Video {
        /// The files of the video, first the best; the envelope's `sources` are what it rests on; none where the page has its own `<video>`.
        "files" files: Vec<MediaFile>,
        /// How long it is; shown before it is loaded.
        "duration" duration: Option<Moment>,
        /// The picture before it plays.
        "poster" poster: Option<Picture>,
        /// What is said.
        "captions" captions: Tracks,
        /// What is seen, for those who do not see it.
        "descriptions" descriptions: Tracks,
        /// What is said and seen, to read, as plain text.
        "transcripts" transcripts: Tracks,
        /// Its parts; they stand in order.
        "chapters" chapters: Chapters,
        /// The version with pictures and sound; they stand in order.
        "slides" slides: Slides,
        /// Where it stops.
        "checkpoints" checkpoints: Checkpoints,
        /// When it counts as complete.
        "completion" completion: Option<Completion>,
        /// What teachers may want to say or ask.
        "teacherNotes" teacher_notes: Option<Rich>,
    }
}

impl Video {
    /// The video of another site, where a file names one.
    pub fn embed(&self) -> Option<Embed> {
        self.files.iter().find_map(|file| Embed::parse(file.src.0.as_str()))
    }
}

impl Kind for Video {
    const KIND: &'static str = "video";

    fn amiss(&self) -> Vec<&'static str> {
        let silent = !self.files.is_empty() && self.captions.is_empty();
        let about = "captions: expected captions of what is said (WCAG 1.2.2), found none";
        silent.then_some(about).into_iter().collect()
    }
}

/// The schema of a lesson's file. A checker refuses a video without captions, which the widget
/// still plays, since a learner is better off with it than with nothing.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> adil::json::schema::Value {
    let mut schema = adil::json::schema::document::<adil::content::Document<Video>>(
        "A video lesson for adil-video",
    );
    let some = serde_json::json!({ "minItems": 1 });
    schema["if"] = serde_json::json!({ "properties": { "files": some }, "required": ["files"] });
    schema["then"] =
        serde_json::json!({ "properties": { "captions": some }, "required": ["captions"] });
    schema
}

#[cfg(test)]
#[path = "content_tests.rs"]
mod tests;
