//! What is kept of a game: in the browser by the page's rule, and in a file that the host saves.

use adil::Json;
use adil::host::{download, parse_json};
use adil::json::write;

use super::{Draft, Session};
use crate::model::Play;

impl Session {
    /// Offers the game as a file, to be gone on with elsewhere.
    pub fn save_file(self) {
        let Some(play) = self.play(|play| play.map(Play::save)) else { return };
        let id = self.read(|widget| widget.document.envelope.id.as_str().to_owned());
        let file = Json::object([
            ("format", "adil-game".into()),
            ("content", id.as_str().into()),
            ("game", self.draft(|draft| draft.save(play))),
        ]);
        download(&[&id, "-game.json"].concat(), "application/json", &write(&file));
    }

    /// Goes on with a game from a file that somebody gave.
    pub fn open_file(self, text: &str) {
        let id = self.read(|widget| widget.document.envelope.id.as_str().to_owned());
        let kept = parse_json(text).ok().filter(|file| {
            file.get("format").and_then(Json::text) == Some("adil-game")
                && file.get("content").and_then(Json::text) == Some(&id)
        });
        let kept = kept.and_then(|file| file.get("game").cloned());
        let play = kept.as_ref().and_then(|kept| self.game(|game| Play::restore(game, kept)));
        self.no_game.set(play.is_none());
        if let Some((play, kept)) = play.zip(kept) {
            let names = Draft::restore(&kept);
            self.draft(|draft| *draft = Draft { seed: draft.seed, ..names });
            self.put(play);
        }
    }

    pub(super) fn keep(self) {
        let context = self.context();
        let Some(run) = self.play(|play| play.map(Play::save)) else { return };
        let run = context.draft.borrow().save(run);
        let is_ours = context.widget.remember(&run);
        if is_ours && context.slot.save(run).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }
}
