//! Which of several files is played.

use leptos::web_sys::Element;

use super::own::own;
use crate::model::{MediaFile, choose_file};
use crate::player::browser::{browser, is_slow};
use crate::player::medium::Medium;
use crate::session::Session;

/// The files that this browser may be able to play.
pub fn playable(session: Session) -> Vec<usize> {
    let context = session.context();
    let Some(medium) = session.medium().filter(Medium::is_ours) else { return Vec::new() };
    let files = &context.document.body.files;
    let failed = context.source.failed.borrow();
    let fits = |file: &MediaFile| {
        let mime = file.mime.as_deref().unwrap_or_default();
        let is_known = mime.is_empty() || !medium.can_play_type(mime).is_empty();
        file.is_stream() || (is_known && file.src.embed.is_none())
    };
    (0..files.len()).filter(|n| !failed.contains(n) && fits(&files[*n])).collect()
}

/// The file that would be played now.
pub fn best(session: Session) -> Option<usize> {
    let context = session.context();
    let height = match context.source.height.get() {
        chosen if chosen > 0.0 => chosen,
        _ if is_slow() => 1.0,
        _ => {
            let shown = context.stage.borrow().as_ref().map_or(0, Element::client_width);
            let density = browser(&["devicePixelRatio"]).and_then(|n| n.as_f64());
            f64::from(shown) * density.unwrap_or(1.0) * 9.0 / 16.0
        }
    };
    choose_file(&context.document.body.files, &playable(session), height)
}

/// The heights that there are, in the order of the files.
pub fn heights(session: Session) -> Vec<f64> {
    let context = session.context();
    let files = &context.document.body.files;
    let mut heights: Vec<f64> = Vec::new();
    for height in playable(session).iter().filter_map(|n| files[*n].height) {
        if !heights.contains(&height) {
            heights.push(height);
        }
    }
    heights
}

/// The height that the learner chose; 0 for one that fits.
pub fn height(session: Session) -> f64 {
    session.context().source.height.get()
}

/// How many bytes playing would load; nothing where the content does not say.
pub fn bytes(session: Session) -> Option<f64> {
    if own(session).is_some() {
        return None;
    }
    session.context().document.body.files.get(best(session)?)?.bytes
}
