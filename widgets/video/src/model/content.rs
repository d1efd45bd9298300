//! What a lesson's file holds beside its envelope.

use adil::content::{AtLeast, Kind, Localized, MediaAddress, Picture, Rich, Share};
use adil::json::{Cursor, FromJson, Problem};

use super::list::{ascending, list};
use super::{Checkpoints, Embed, Moment};

/// Where a film or a sound is: a file, or a film of another site.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The address as written.
    pub address: MediaAddress,
    /// The film of another site that it names.
    pub embed: Option<Embed>,
}

impl FromJson for Source {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str =
            "the address of one YouTube or Vimeo video, not of a channel, list or search";
        let address = MediaAddress::read(cursor)?;
        let embed = Embed::parse(address.0.as_str()).map_err(|_| cursor.expected(WHAT))?;
        Ok(Source { address, embed })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        MediaAddress::schema(definitions)
    }
}

adil::record! {
    /// One file of the video or of its sound.
    pub struct MediaFile {
        /// Where it is, relative to this file.
        "src" src: Source,
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
        let path = self.src.address.0.as_str().split(['?', '#']).next().unwrap_or_default();
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

/// The sound of a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound(pub MediaFile);

impl FromJson for Sound {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let file = MediaFile::read(cursor)?;
        // Playing it would ask the other site, and it has no sound for us.
        let is_file = file.src.embed.is_none();
        is_file.then_some(Sound(file)).ok_or_else(|| cursor.expected("an audio file such as 1.mp3"))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        MediaFile::schema(definitions)
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
        "sound" sound: Option<Sound>,
        /// What is said, as text.
        "text" text: Rich,
    }
}

adil::record! {
    /// When a lesson counts as complete.
    pub struct Completion {
        /// How many checkpoints have to be passed. Without a number the required ones; where none
        /// is required and nothing else is asked, the end has to be reached.
        "minCheckpoints" min_checkpoints: Option<AtLeast>,
        /// The share of the video that has to be watched, 0 to 1; both in whole percent.
        "minWatched" min_watched: Option<Share>,
    }
}

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

fn chapters_in_order(cursor: &Cursor, list: &[Chapter]) -> Result<(), Problem> {
    ascending(cursor, "start", &list.iter().map(|one| one.start).collect::<Vec<_>>())
}

fn slides_in_order(cursor: &Cursor, list: &[Slide]) -> Result<(), Problem> {
    ascending(cursor, "start", &list.iter().map(|one| one.start).collect::<Vec<_>>())
}

fn one_for_each_language(cursor: &Cursor, list: &[Track]) -> Result<(), Problem> {
    let again = |n: &usize| list[..*n].iter().any(|track| track.lang == list[*n].lang);
    (0..list.len()).find(again).map_or(Ok(()), |n| {
        let path = [&cursor.path(), "[", &adil::json::number_text(n as f64), "].lang"].concat();
        let found = ["\"", &list[n].lang, "\" again"].concat();
        Err(Problem::new(&path, "each language once", &found))
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
    /// The video of another site, where the first file names one: files of the school's own that
    /// stand before it are preferred.
    pub fn embed(&self) -> Option<&Embed> {
        self.files.first()?.src.embed.as_ref()
    }

    /// Where it begins for who has not been there, in milliseconds: where the address of another
    /// site says, unless an answer is required before.
    pub fn start(&self) -> u32 {
        let start = self.embed().and_then(|embed| Moment::from_seconds(embed.start));
        let start = start.map_or(0, |start| start.0);
        let gate = self.checkpoints.iter().find(|one| one.required);
        gate.map_or(start, |gate| start.min(gate.at.0))
    }
}

impl Kind for Video {
    const KIND: &'static str = "video";

    fn amiss(&self) -> Vec<&'static str> {
        let silent = !self.files.is_empty() && self.captions.is_empty();
        let silent =
            silent.then_some("captions: expected a captions file (WCAG 1.2.2), found none");
        let last = self.checkpoints.last().map(|one| one.at);
        let late = last.zip(self.duration).is_some_and(|(last, end)| last > end);
        let late = late.then_some("checkpoints: expected none after the end (duration)");
        silent.into_iter().chain(late).collect()
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
