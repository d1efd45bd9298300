//! What is said now, over the picture; what is seen now, in words.

use leptos::web_sys::VttCue;

use super::Captions;
use crate::player::standing::stand;
use crate::player::tracks::{Found, Line};

/// How many captions are shown at once at most, those that began last: a picture has room for
/// about twelve lines, and a browser would be busy with thousands.
const MOST_AT_ONCE: usize = 32;

impl Captions {
    /// Shows what is said now, and says what is seen.
    pub fn show(self) {
        self.session.context().tracks.drawn.set(None);
        self.keep_up();
    }

    /// As [`Self::show`], by a clock that ticks often: what stands there already is left alone.
    pub(super) fn keep_up(self) {
        self.describe();
        let context = self.session.context();
        let Some(place) = &*context.caption.borrow() else { return };
        let at = self.session.medium().map_or(0, |medium| medium.position());
        let lines = context.tracks.lines.borrow();
        let begun = lines.partition_point(|line| line.from <= at);
        let is_shown = self.shown.now() && self.session.started.now();
        let begun = if is_shown { begun } else { 0 };
        let is_now = |line: &&Line| at < line.to;
        let now: Vec<_> =
            lines[..begun].iter().filter(is_now).map(|line| line.cue.clone()).collect();
        // Both stay the same until a line begins or ends.
        let drawn = Some((begun, now.len()));
        if context.tracks.drawn.replace(drawn) != drawn {
            stand(place, &now[now.len().saturating_sub(MOST_AT_ONCE)..]);
        }
    }

    /// Says what is seen now, once: the browser knows where it plays itself, else the clock does.
    fn describe(self) {
        if !self.described.now() {
            return;
        }
        let context = self.session.context();
        let clock = self.session.medium().filter(|medium| !medium.is_ours());
        let clock = clock.map(|medium| medium.current_time());
        let now = |found: &Found| -> Option<VttCue> {
            let Some(at) = clock else { return found.track.active_cues()?.get(0) };
            let cues = found.track.cues()?;
            let is_now = |cue: &VttCue| cue.start_time() <= at && at < cue.end_time();
            (0..cues.length()).filter_map(|n| cues.get(n)).find(is_now)
        };
        let Some(cue) = context.tracks.descriptions.borrow().iter().find_map(now) else { return };
        let words = cue.get_cue_as_html().text_content();
        if let Some(place) = &*context.description.borrow()
            && place.text_content() != words
        {
            place.set_text_content(words.as_deref());
            let lang = place.get_attribute("lang").unwrap_or_default();
            let words = words.unwrap_or_default();
            self.session.announcer.announce_lines(&[adil::ui::Line { lang, words }]);
        }
    }
}
