//! A video lesson: where the film is, its parts, its questions, and all that is said, to read.

use adil_quiz::model::Item;
use adil_video::model::{Checkpoint, MediaFile, Question, Track, Video, clock};

use super::item;
use crate::content::Beside;
use crate::node::{Node, el, text};
use crate::scribe::{Scribe, folded, line, list};

/// The lesson.
pub fn nodes(scribe: &Scribe, video: &Video, items: &[Option<Item>], beside: Beside) -> Vec<Node> {
    let mut nodes = scribe.picture(video.poster.as_ref());
    nodes.extend(film(scribe, &video.files));
    if !video.chapters.is_empty() {
        nodes.push(scribe.heading_word(1, "contents"));
        let chapters = video.chapters.iter().map(|chapter| {
            let start = text([&clock(chapter.start.0), " "].concat());
            std::iter::once(start).chain(scribe.plain(&chapter.title)).collect()
        });
        nodes.push(list("ul", chapters));
    }
    let count = video.checkpoints.len().to_string();
    for (n, checkpoint) in video.checkpoints.iter().enumerate() {
        let values = [("n", &*(n + 1).to_string()), ("total", &*count)];
        let mut title = vec![text(scribe.words.fill("checkpoint_n_of", &values))];
        title.push(text([" · ", &clock(checkpoint.at.0)].concat()));
        if let Some(words) = &checkpoint.title {
            title.push(text(" · "));
            title.extend(scribe.plain(words));
        }
        nodes.push(scribe.heading(1, title));
        nodes.extend(question(scribe, checkpoint, items.get(n).and_then(Option::as_ref)));
    }
    nodes.extend(transcript(scribe, &video.transcripts, beside));
    nodes
}

fn film(scribe: &Scribe, files: &[MediaFile]) -> Option<Node> {
    let file = files.first()?;
    let word = vec![text(scribe.word("as_film"))];
    let link = match &file.src.embed {
        Some(embed) => el("a", word).with("href", &embed.page()).into(),
        None => scribe.link(&file.src.address.0, word),
    };
    Some(el("p", [link]).into())
}

fn question(scribe: &Scribe, checkpoint: &Checkpoint, asked: Option<&Item>) -> Vec<Node> {
    match &checkpoint.question {
        Question::Item(_) => asked.map(|item| item::nodes(scribe, item)).unwrap_or_default(),
        Question::Note(note) => scribe.rich(note),
        Question::Reflection(reflection) => {
            let mut nodes = scribe.rich(&reflection.prompt);
            nodes.extend(
                reflection.answer.as_ref().map(|answer| {
                    folded(vec![text(scribe.word("one_answer"))], scribe.rich(answer))
                }),
            );
            nodes
        }
    }
}

/// The track of a language, else the first.
fn nearest<'t>(tracks: &'t [Track], lang: &str) -> Option<&'t Track> {
    let place = adil::content::nearest(&mut tracks.iter().map(|track| track.lang.as_str()), lang);
    tracks.get(place.unwrap_or(0))
}

/// What is said and seen. Where the file cannot be read here, a link leads to it.
fn transcript(scribe: &Scribe, tracks: &[Track], beside: Beside) -> Option<Node> {
    let track = nearest(tracks, scribe.lang)?;
    let summary = vec![text(scribe.word("transcript"))];
    let Some(words) = beside(track.src.0.as_str()) else {
        return Some(el("p", [scribe.link(&track.src.0, summary)]).into());
    };
    let dir = adil::content::direction(&track.lang);
    let inside = el("div", paragraphs(&words)).with("lang", &track.lang).with("dir", dir);
    Some(folded(summary, vec![inside.into()]))
}

fn paragraphs(words: &str) -> Vec<Node> {
    let words = words.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut nodes = Vec::new();
    for part in words.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
        let mut lines = part.lines();
        let first = lines.next().unwrap_or_default();
        let Some(second) = lines.next() else {
            nodes.push(line(first));
            continue;
        };
        let mut inside = vec![text(first)];
        for next in std::iter::once(second).chain(lines) {
            inside.extend([el("br", []).into(), text(next)]);
        }
        nodes.push(el("p", inside).into());
    }
    nodes
}
