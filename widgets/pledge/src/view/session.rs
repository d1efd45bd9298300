//! One learner's way through a pledge.

use std::rc::Rc;

use adil::host::{parse_json, today};
use adil::json::{self, Json};
use adil::progress::Slot;
use adil::ui::{Announcer, El};
use leptos::prelude::*;

use super::Fixed;
use super::receipt;
use crate::model::{Clause, Made, is_due};

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What a pledge is.
    Preface,
    /// One clause, by its place in the file.
    Clause(usize),
    /// Which one will be hardest, and who could remind.
    Think,
    /// All that was taken, and the two buttons.
    Promise,
    /// It was pledged.
    Made,
    /// Not today.
    Declined,
    /// It was taken back.
    Withdrawn,
}

/// A handle to the way, to be passed to every part of the view.
#[derive(Clone, Copy)]
pub struct Session {
    fixed: StoredValue<Rc<Fixed>, LocalStorage>,
    slot: StoredValue<Slot>,
    /// What is shown.
    pub stage: RwSignal<Stage>,
    /// Which clauses were taken, by their places in the file.
    pub taken: RwSignal<Vec<bool>>,
    /// The clause that will be hardest; stays on the screen.
    pub hardest: RwSignal<Option<usize>>,
    /// The pledge that was made.
    pub made: RwSignal<Option<Made>>,
    /// Its receipt, once it is signed.
    pub receipt: RwSignal<Option<Json>>,
    /// Whether the browser refused to keep the pledge.
    pub not_kept: RwSignal<bool>,
    /// What screen readers are told.
    pub said: Announcer,
    /// The receipt's id: the element's value in a form.
    id: StoredValue<String>,
    moves_focus: StoredValue<bool>,
}

impl Session {
    /// Starts anew, or with the pledge that was kept.
    pub fn new(fixed: Fixed, said: Announcer) -> Session {
        let slot = fixed.slot("pledge", "pledge");
        let parse = |text: &str| parse_json(text).ok();
        let kept = fixed.host.kept();
        if kept == "reset" {
            slot.clear();
        }
        // What another content kept in this element is not ours.
        let memory = parse(&kept).filter(|kept| {
            kept.get("content").and_then(Json::text) == Some(fixed.document.envelope.id.as_str())
        });
        let made = memory.as_ref().and_then(|kept| kept.get("made").cloned());
        let made = made.or_else(|| slot.load(parse));
        let made = made.and_then(|made| Made::restore(&fixed.document.body, &made));
        let id = memory.as_ref().and_then(|kept| kept.get("id")).and_then(Json::text);
        let id = id.map_or_else(receipt::new_id, str::to_owned);
        let clauses = fixed.document.body.clauses.len();
        let stage = match (&made, fixed.document.body.preface.is_some()) {
            (Some(_), _) => Stage::Made,
            (None, true) => Stage::Preface,
            (None, false) => Stage::Clause(0),
        };
        let session = Session {
            fixed: StoredValue::new_local(Rc::new(fixed)),
            slot: StoredValue::new(slot),
            stage: RwSignal::new(stage),
            taken: RwSignal::new(vec![false; clauses]),
            hardest: RwSignal::new(None),
            made: RwSignal::new(made),
            receipt: RwSignal::new(None),
            not_kept: RwSignal::new(false),
            said,
            id: StoredValue::new(id),
            moves_focus: StoredValue::new(false),
        };
        session.tell_form();
        if session.made.with_untracked(Option::is_some) {
            receipt::make(session);
        }
        session
    }

    /// What does not change.
    pub fn fixed(self) -> Rc<Fixed> {
        self.fixed.get_value()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.fixed().text(key)
    }

    /// Reads a clause of the file.
    pub fn clause<T>(self, n: usize, read: impl FnOnce(&Clause) -> T) -> T {
        read(&self.fixed().document.body.clauses[n])
    }

    /// The id of the receipt of this pledge.
    pub fn receipt_id(self) -> String {
        self.id.get_value()
    }

    /// The places of the clauses that were taken.
    pub fn chosen(self) -> Vec<usize> {
        self.taken.with(|taken| (0..taken.len()).filter(|n| taken[*n]).collect())
    }

    /// The places of the clauses of the pledge that was made.
    pub fn pledged(self) -> Vec<usize> {
        let fixed = self.fixed();
        let ids = self.made.with(|made| made.as_ref().map(|made| made.clauses.clone()));
        let ids = ids.unwrap_or_default();
        let clauses = fixed.document.body.clauses.iter().enumerate();
        let mine = clauses.filter(|(_, clause)| ids.iter().any(|id| id == clause.id.as_str()));
        mine.map(|(n, _)| n).collect()
    }

    /// Takes a clause, or puts it back.
    pub fn take(self, n: usize, on: bool) {
        self.taken.update(|taken| taken[n] = on);
    }

    /// Shows something else, with focus at its beginning.
    pub fn go(self, stage: Stage) {
        self.moves_focus.set_value(true);
        self.stage.set(stage);
    }

    /// Moves focus to an element that was just made, if the learner's own act led there.
    pub fn take_focus(self, element: El) -> El {
        if self.moves_focus.try_update_value(std::mem::take) == Some(true) {
            return element.focus_soon();
        }
        element
    }

    /// Goes to the next clause, or on to the questions after the last.
    pub fn next(self, n: usize) {
        let last = n + 1 >= self.taken.with_untracked(Vec::len);
        if !last {
            return self.go(Stage::Clause(n + 1));
        }
        let some = self.taken.with_untracked(|taken| taken.contains(&true));
        self.go(if some { Stage::Think } else { Stage::Promise });
    }

    /// Makes the pledge, unless the page prevents it.
    pub fn pledge(self) {
        let fixed = self.fixed();
        let chosen = untrack(|| self.chosen());
        if chosen.is_empty() {
            return;
        }
        let body = &fixed.document.body;
        let clauses: Vec<String> =
            chosen.iter().map(|n| body.clauses[*n].id.as_str().to_owned()).collect();
        let renewal = self.made.with_untracked(Option::is_some);
        let detail = || {
            let ids = clauses.iter().map(|id| id.as_str().into()).collect();
            [
                ("clauseIds", Json::List(ids)),
                ("clauseCount", clauses.len().into()),
                ("renewal", renewal.into()),
            ]
        };
        if !fixed.emit("adil-before-pledge", detail(), true) {
            return;
        }
        let version = fixed.document.envelope.content_version.clone();
        let event = detail();
        let made = Made { day: today(), version, clauses };
        if renewal {
            self.id.set_value(receipt::new_id());
        }
        let kept = self.slot.with_value(|slot| slot.save(made.to_json())).is_ok();
        self.not_kept.set(!kept);
        if !kept {
            fixed.emit("adil-storage", [("kept", false.into())], false);
        }
        self.made.set(Some(made));
        self.tell_form();
        fixed.emit("adil-pledge", event, false);
        receipt::make(self);
        self.said.say(&self.text("pledged"));
        self.go(Stage::Made);
    }

    /// Whether a new quarter has begun since the pledge was made.
    pub fn is_due(self) -> bool {
        let fixed = self.fixed();
        let quarters = &fixed.document.body.quarters;
        self.made.with(|made| made.as_ref().is_some_and(|m| is_due(&m.day, &today(), quarters)))
    }

    /// Goes through the clauses again; the pledge stands until it is made anew.
    pub fn renew(self) {
        let pledged = untrack(|| self.pledged());
        self.taken.update(|taken| {
            for (n, on) in taken.iter_mut().enumerate() {
                *on = pledged.contains(&n);
            }
        });
        self.go(Stage::Clause(0));
    }

    /// Takes the pledge back and forgets it.
    pub fn withdraw(self) {
        self.forget();
        self.fixed().emit("adil-withdraw", [], false);
        self.said.say(&self.text("withdrawn"));
        self.go(Stage::Withdrawn);
    }

    /// Forgets everything and shows the beginning.
    pub fn begin_anew(self) {
        self.forget();
        let preface = self.fixed().document.body.preface.is_some();
        self.go(if preface { Stage::Preface } else { Stage::Clause(0) });
    }

    fn forget(self) {
        self.slot.with_value(Slot::clear);
        self.made.set(None);
        self.receipt.set(None);
        self.hardest.set(None);
        self.not_kept.set(false);
        self.taken.update(|taken| taken.fill(false));
        self.id.set_value(receipt::new_id());
        self.tell_form();
    }

    /// The element's value in a form is the receipt's id; without a pledge there is none.
    fn tell_form(self) {
        let fixed = self.fixed();
        let host = &fixed.host;
        let made = self.made.with_untracked(|made| made.as_ref().map(Made::to_json));
        host.state("pledged", made.is_some());
        if let Some(made) = made {
            let id = self.receipt_id();
            let content = fixed.document.envelope.id.as_str().into();
            let kept =
                Json::object([("content", content), ("made", made), ("id", id.as_str().into())]);
            host.keep(&json::write(&kept));
            return host.form(&id, "");
        }
        host.keep("");
        let missing = host.is_set("required");
        host.form("", &if missing { self.text("please_pledge") } else { String::new() });
    }
}
