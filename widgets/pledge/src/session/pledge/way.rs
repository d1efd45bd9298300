//! One learner's way through a pledge.

use std::rc::Rc;

use adil::host::{Later, parse_json, today};
use adil::json::{self, Json};
use adil::progress::Slot;
use adil::ui::{Announcer, El, Pieces};
use leptos::prelude::*;

use super::Fixed;
use super::later::{Bundle, Part};
use super::receipt;
use crate::model::{Clause, Made, is_due};

/// The field of a kept pledge that has its receipt.
const RECEIPT: &str = "receipt";

/// The receipt that was kept with the pledge of this number.
fn receipt_in(kept: &Json, id: &str) -> Option<Json> {
    let receipt = kept.get(RECEIPT)?;
    (receipt.get("id").and_then(Json::text) == Some(id)).then(|| receipt.clone())
}

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

impl Stage {
    /// The place on the way through so many clauses; none before and after it.
    fn place(self, clauses: usize) -> Option<usize> {
        match self {
            Stage::Clause(n) => Some(n),
            Stage::Think => Some(clauses),
            Stage::Promise => Some(clauses + 1),
            _ => None,
        }
    }

    /// What is shown at a place.
    fn at(place: f64, clauses: usize) -> Stage {
        let n = (0..=clauses).find(|n| *n as f64 >= place);
        n.map_or(Stage::Promise, |n| if n < clauses { Stage::Clause(n) } else { Stage::Think })
    }
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
    /// Whether clauses of the pledge are no longer in the file; until something else is shown.
    pub changed: RwSignal<bool>,
    /// What screen readers are told.
    pub said: Announcer,
    /// What loads once the first screen stands.
    pub later: Later,
    bundle: Bundle,
    moves_focus: StoredValue<bool>,
}

impl Session {
    /// Starts anew, or with the pledge that was kept.
    pub fn new(fixed: Fixed, said: Announcer, bundle: Bundle) -> Session {
        let slot = fixed.slot("pledge", "pledge");
        let parse = |text: &str| parse_json(text).ok();
        let kept = fixed.host.kept();
        if kept == "reset" {
            slot.clear();
        }
        // What another content kept in this element is not ours.
        let memory = parse(&kept)
            .filter(|kept| kept.get("content").and_then(Json::text) == Some(&fixed.name()));
        let kept = memory.as_ref().and_then(|kept| kept.get("made").cloned());
        let kept = kept.filter(|made| *made != Json::Null).or_else(|| slot.load(parse));
        let was =
            kept.as_ref().and_then(|made| made.get("clauses")).map_or(0, |ids| ids.list().len());
        let restore = |kept| Made::restore(&fixed.document.body, kept, receipt::new_id);
        let made = kept.as_ref().and_then(restore);
        let changed = was > made.as_ref().map_or(0, |made| made.clauses.len());
        let signed = made.as_ref().and_then(|made| receipt_in(kept.as_ref()?, &made.id));
        let ids = fixed.document.body.clauses.iter().map(|clause| Json::from(clause.id.as_str()));
        let ids: Vec<Json> = ids.collect();
        let read = |name: &str| memory.as_ref().and_then(|kept| kept.get(name));
        let taken = read("taken").map_or(&[][..], Json::list);
        let hardest = read("hardest").and_then(|id| ids.iter().position(|one| one == id));
        let at = read("at").and_then(Json::number).map(|at| Stage::at(at, ids.len()));
        let stage = at.unwrap_or(match (&made, fixed.document.body.preface.is_some()) {
            (Some(_), _) => Stage::Made,
            (None, true) => Stage::Preface,
            (None, false) => Stage::Clause(0),
        });
        let later = Later::load(&fixed.host, bundle.in_one_piece);
        let session = Session {
            later,
            bundle,
            fixed: StoredValue::new_local(Rc::new(fixed)),
            slot: StoredValue::new(slot),
            stage: RwSignal::new(stage),
            taken: RwSignal::new(ids.iter().map(|id| taken.contains(id)).collect()),
            hardest: RwSignal::new(hardest),
            made: RwSignal::new(made),
            receipt: RwSignal::new(signed),
            not_kept: RwSignal::new(false),
            changed: RwSignal::new(changed),
            said,
            moves_focus: StoredValue::new(false),
        };
        session.tell_form();
        session
    }

    /// What does not change.
    pub fn fixed(self) -> Rc<Fixed> {
        self.fixed.get_value()
    }

    /// What comes later, when it is there; follows its coming.
    pub fn rest(self, part: Part) -> Option<Pieces> {
        (self.bundle.rest)(self.later, self, part)
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.fixed().text(key)
    }

    /// Reads a clause of the file.
    pub fn clause<T>(self, n: usize, read: impl FnOnce(&Clause) -> T) -> T {
        read(&self.fixed().document.body.clauses[n])
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
        self.remember();
    }

    /// Notes which clause will be hardest.
    pub fn dread(self, n: usize) {
        self.hardest.set(Some(n));
        self.remember();
    }

    /// Shows something else, with focus at its beginning.
    pub fn go(self, stage: Stage) {
        self.moves_focus.set_value(true);
        self.changed.set(false);
        self.said.clear();
        self.stage.set(stage);
        self.tell_form();
        self.remember();
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
        self.made.set(Some(Made { id: receipt::new_id(), day: today(), version, clauses }));
        self.receipt.set(None);
        let kept = self.keep();
        self.not_kept.set(!kept);
        if !kept {
            fixed.emit("adil-storage", [("kept", false.into())], false);
        }
        fixed.emit("adil-pledge", event, false);
        receipt::make(self);
        // The heading that gets focus says it.
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
        self.tell_form();
    }

    /// Remembers in the page how far the way is, for a view in another language.
    fn remember(self) {
        let fixed = self.fixed();
        let clauses = &fixed.document.body.clauses;
        let Some(at) = self.stage.get_untracked().place(clauses.len()) else { return };
        let id = |n: usize| Json::from(clauses[n].id.as_str());
        let kept = Json::object([
            ("content", fixed.name().into()),
            ("made", self.kept().into()),
            ("at", at.into()),
            ("taken", Json::List(untrack(|| self.chosen()).into_iter().map(id).collect())),
            ("hardest", self.hardest.get_untracked().map(id).into()),
        ]);
        fixed.host.keep(&json::write(&kept));
    }

    /// Takes the receipt of a pledge, and keeps it with it: a receipt that was saved before a
    /// reload and one saved after it are the same, by the same key. One that comes when its pledge
    /// is gone is nobody's.
    pub fn receive(self, receipt: Json) {
        let id = self.made.try_with_untracked(|made| made.as_ref().map(|made| made.id.clone()));
        if id.flatten().as_deref() == receipt.get("id").and_then(Json::text) {
            self.receipt.set(Some(receipt));
            // Whether the browser keeps anything was told when the pledge was made.
            _ = self.keep();
        }
    }

    /// Keeps the pledge, in the page's memory and by the page's rule; whether the browser did.
    fn keep(self) -> bool {
        self.tell_form();
        let kept = self.kept();
        kept.is_none_or(|kept| self.slot.with_value(|slot| slot.save(kept)).is_ok())
    }

    /// The pledge with its receipt as they are kept.
    fn kept(self) -> Option<Json> {
        let mut kept = self.made.with_untracked(|made| made.as_ref().map(Made::to_json));
        if let (Some(Json::Object(fields)), Some(receipt)) =
            (&mut kept, self.receipt.get_untracked())
        {
            fields.push((RECEIPT.into(), receipt));
        }
        kept
    }

    /// The element's value in a form is the receipt's id; without a pledge there is none.
    fn tell_form(self) {
        let fixed = self.fixed();
        let host = &fixed.host;
        let made = self.kept();
        host.state("pledged", made.is_some());
        if let Some(made) = made {
            let id = made.get("id").and_then(Json::text).unwrap_or_default().to_owned();
            let content = fixed.name().into();
            host.keep(&json::write(&Json::object([("content", content), ("made", made)])));
            return host.form(&id, "");
        }
        host.keep("");
        let missing = host.is_set("required");
        host.form("", &if missing { self.text("please_pledge") } else { String::new() });
    }
}
