//! Other tabs of the device that keep the same way: this one follows them.

use adil::Json;
use adil::host::follow_other_tabs;
use leptos::prelude::{GetValue, Update};

use super::{Screen, Session};
use crate::model::{Place, Run};

impl Session {
    /// Follows other tabs from now on, for as long as the story is mounted.
    pub fn follow_tabs(self) {
        let context = self.context();
        context.follows.set(Some(Session::follows));
        follow_other_tabs(context.slot.slot(), move |run| self.hear(run));
        // One of them may have been faster than this part of the bundle.
        self.follows();
    }

    /// Whether another tab has gone on since this one looked, and this one is where that one is.
    fn follows(self) -> bool {
        let run = self.context().slot.newer();
        run.is_some_and(|run| self.join(&run))
    }

    /// Another tab of this device has kept its way.
    fn hear(self, run: &Json) {
        if let Some(context) = self.context.try_get_value() {
            context.slot.hear(run);
            self.join(run);
        }
    }

    /// Goes to where another tab is. What was seen here stays seen.
    fn join(self, run: &Json) -> bool {
        let context = self.context();
        let story = &context.widget.document.body;
        let mut theirs = Run::restore(story, run);
        let ours = context.run.take();
        let is_same = theirs.steps == ours.steps && theirs.people == ours.people;
        let more = ours.seen.into_iter().filter(|place| !theirs.seen.contains(place));
        let more: Vec<Place> = more.collect();
        theirs.seen.extend(more);
        _ = context.widget.remember(&theirs.save(story));
        context.run.replace(theirs);
        if is_same {
            return false;
        }
        _ = self.changes.try_update(|n| *n += 1);
        self.tell_standing();
        self.elsewhere.set(true);
        // A strip that is being made stays on the desk.
        if self.screen.now() != Screen::Strip {
            self.screen.set(Screen::Here);
        }
        true
    }
}
