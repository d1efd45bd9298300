//! What is kept of a game: in the browser by the page's rule, and in a file that the host saves.

use adil::Json;
use adil::host::{download, parse_json};
use adil::json::write;
use leptos::prelude::GetValue;
use leptos::web_sys::console;

use super::{Draft, Screen, Session};
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

    /// Goes on with the game that was kept; asks for teams where that is none.
    pub(super) fn restore(self, kept: &Json) {
        let Some(play) = self.game(|game| Play::restore(game, kept)) else {
            return self.screen.set(Screen::Setup);
        };
        self.edited.set(!play.is_as(kept));
        self.context().play.replace(Some(play));
        let names = Draft::restore(kept);
        self.draft(|draft| *draft = Draft { seed: draft.seed, minutes: draft.minutes, ..names });
        self.show_kept();
    }

    /// Says in the console what the author of the file should look at again.
    pub(super) fn tell_author(self) {
        self.read(|widget| {
            for finding in widget.document.body.findings(widget.document.envelope.level) {
                let words = [&widget.host.name(), ": ", &finding.sentence()].concat();
                console::warn_1(&words.into());
            }
        });
    }

    /// Goes on with a game from a file that somebody gave.
    pub(super) fn open_file(self, text: &str) {
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
            let edited = !play.is_as(&kept);
            self.put(play);
            self.edited.set(edited);
        }
    }

    /// Another tab of this device has kept the game.
    pub(super) fn hear(self, run: &Json) {
        if let Some(context) = self.context.try_get_value() {
            context.slot.hear(run);
            self.join(run);
        }
    }

    /// Whether another tab has gone on since this one looked. Then this one stands where that one
    /// does, and whatever was to be done here is looked at again by the host first.
    pub(super) fn follows(self) -> bool {
        let run = self.context().slot.newer();
        run.is_some_and(|run| self.join(&run))
    }

    fn join(self, run: &Json) -> bool {
        let context = self.context();
        let Some(theirs) = self.game(|game| Play::restore(game, run)) else { return false };
        let is_same = |ours: &Play| ours.setup == theirs.setup && ours.moves() == theirs.moves();
        if let Some(ours) = context.play.borrow_mut().as_mut().filter(|ours| is_same(ours)) {
            // Only time has gone on.
            ours.spent = ours.spent.max(theirs.spent);
            return false;
        }
        context.play.replace(Some(theirs));
        _ = context.widget.remember(run);
        let names = Draft::restore(run);
        if names.keeps_names {
            self.draft(|draft| *draft = Draft { seed: draft.seed, ..names });
        }
        self.elsewhere.set(true);
        self.show_kept();
        // The notice is heard by itself.
        if let Some(turn) = self.whose_turn() {
            self.announcer.announce(&turn);
        }
        true
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
