//! One learner's way through a pledge: where it stands, and what is kept of it.

use std::rc::Rc;

use adil::host::{LazyChunk, parse_json};
use adil::json::{self, Json};
use adil::progress::Slot;
use adil::ui::{Announcer, Pieces};
use leptos::prelude::*;

use super::stage::Stage;
use crate::model::{Clause, Made};
use crate::session::Context;
use crate::session::chance::new_id;

/// The field of a kept pledge that has its receipt.
const RECEIPT: &str = "receipt";

/// The receipt that was kept with the pledge of this number.
fn receipt_in(kept: &Json, id: &str) -> Option<Json> {
    let receipt = kept.get(RECEIPT)?;
    (receipt.get("id").and_then(Json::text) == Some(id)).then(|| receipt.clone())
}

/// What comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// A screen behind the clauses.
    Screen(Stage),
    /// The receipt of the pledge that was made.
    Receipt,
}

/// The bundle that shows it, of which a part loads later.
pub type Bundle = adil::host::Bundle<Session, LazyPart>;

/// A handle to the way, to be passed to every part of the view.
#[derive(Clone, Copy)]
pub struct Session {
    context: StoredValue<Rc<Context>, LocalStorage>,
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
    pub announcer: Announcer,
    /// What loads once the first screen stands.
    pub lazy_chunk: LazyChunk,
    bundle: Bundle,
    moves_focus: StoredValue<bool>,
}

impl Session {
    /// Starts anew, or with the pledge that was kept.
    pub fn new(context: Context, announcer: Announcer, bundle: Bundle) -> Session {
        let slot = context.slot("pledge", "pledge");
        let parse = |text: &str| parse_json(text).ok();
        let kept = context.host.kept();
        if kept == "reset" {
            slot.clear();
        }
        // What another content kept in this element is not ours.
        let memory = parse(&kept)
            .filter(|kept| kept.get("content").and_then(Json::text) == Some(&context.name()));
        let kept = memory.as_ref().and_then(|kept| kept.get("made").cloned());
        let kept = kept.filter(|made| *made != Json::Null).or_else(|| slot.load(parse));
        let was =
            kept.as_ref().and_then(|made| made.get("clauses")).map_or(0, |ids| ids.list().len());
        let restore = |kept| Made::restore(&context.document.body, kept, new_id);
        let made = kept.as_ref().and_then(restore);
        let changed = was > made.as_ref().map_or(0, |made| made.clauses.len());
        let signed = made.as_ref().and_then(|made| receipt_in(kept.as_ref()?, &made.id));
        let ids = context.document.body.clauses.iter().map(|clause| Json::from(clause.id.as_str()));
        let ids: Vec<Json> = ids.collect();
        let read = |name: &str| memory.as_ref().and_then(|kept| kept.get(name));
        let taken = read("taken").map_or(&[][..], Json::list);
        let hardest = read("hardest").and_then(|id| ids.iter().position(|one| one == id));
        let at = read("at").and_then(Json::number).map(|at| Stage::at(at, ids.len()));
        let stage = at.unwrap_or(match (&made, context.document.body.preface.is_some()) {
            (Some(_), _) => Stage::Made,
            (None, true) => Stage::Preface,
            (None, false) => Stage::Clause(0),
        });
        let lazy_chunk = LazyChunk::load(&context.host, bundle.in_one_piece);
        let session = Session {
            lazy_chunk,
            bundle,
            context: StoredValue::new_local(Rc::new(context)),
            slot: StoredValue::new(slot),
            stage: RwSignal::new(stage),
            taken: RwSignal::new(ids.iter().map(|id| taken.contains(id)).collect()),
            hardest: RwSignal::new(hardest),
            made: RwSignal::new(made),
            receipt: RwSignal::new(signed),
            not_kept: RwSignal::new(false),
            changed: RwSignal::new(changed),
            announcer,
            moves_focus: StoredValue::new(false),
        };
        session.tell_form();
        session
    }

    /// What does not change.
    pub fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// What comes later, when it is there; follows its coming.
    pub fn lazy(self, part: LazyPart) -> Option<Pieces> {
        (self.bundle.lazy)(self.lazy_chunk, self, part)
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.context().text(key)
    }

    /// Reads a clause of the file.
    pub fn clause<T>(self, n: usize, read: impl FnOnce(&Clause) -> T) -> T {
        read(&self.context().document.body.clauses[n])
    }

    /// The places of the clauses that were taken.
    pub fn chosen(self) -> Vec<usize> {
        self.taken.with(|taken| (0..taken.len()).filter(|n| taken[*n]).collect())
    }

    /// The places of the clauses of the pledge that was made.
    pub fn pledged(self) -> Vec<usize> {
        let context = self.context();
        let ids = self.made.with(|made| made.as_ref().map(|made| made.clauses.clone()));
        let ids = ids.unwrap_or_default();
        let clauses = context.document.body.clauses.iter().enumerate();
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
        self.announcer.clear();
        self.stage.set(stage);
        self.tell_form();
        self.remember();
    }

    /// Whether the learner's own act led to what is shown now, so that focus goes there.
    pub fn takes_focus(self) -> bool {
        self.moves_focus.try_update_value(std::mem::take) == Some(true)
    }

    /// Forgets the pledge.
    pub(super) fn forget(self) {
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
        let context = self.context();
        let clauses = &context.document.body.clauses;
        let Some(at) = self.stage.get_untracked().place(clauses.len()) else { return };
        let id = |n: usize| Json::from(clauses[n].id.as_str());
        let kept = Json::object([
            ("content", context.name().into()),
            ("made", self.kept().into()),
            ("at", at.into()),
            ("taken", Json::List(untrack(|| self.chosen()).into_iter().map(id).collect())),
            ("hardest", self.hardest.get_untracked().map(id).into()),
        ]);
        context.host.keep(&json::write(&kept));
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
    pub(super) fn keep(self) -> bool {
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
        let context = self.context();
        let host = &context.host;
        let made = self.kept();
        host.state("pledged", made.is_some());
        if let Some(made) = made {
            let id = made.get("id").and_then(Json::text).unwrap_or_default().to_owned();
            let name = context.name().into();
            host.keep(&json::write(&Json::object([("content", name), ("made", made)])));
            return host.form(&id, "");
        }
        host.keep("");
        let missing = host.is_set("required");
        host.form("", &if missing { self.text("please_pledge") } else { String::new() });
    }
}
