//! One clause that is recalled just before an act.

use std::rc::Rc;

use adil::content::Rich;
use adil::host::today;
use leptos::prelude::*;

use super::fixed::Fixed;
use crate::model::reminder_for;

/// What is recalled today, and whether the learner said so.
#[derive(Clone, Copy)]
pub struct Reminding {
    fixed: StoredValue<Rc<Fixed>, LocalStorage>,
    /// The clause, by its place in the file.
    pub clause: usize,
    reminder: Option<usize>,
    /// Whether "I remember" was pressed.
    pub remembered: RwSignal<bool>,
}

impl Reminding {
    /// Chooses what is recalled today.
    pub fn new(fixed: Fixed) -> Reminding {
        let (clause, reminder) = reminder_for(&fixed.document.body, &today()).unwrap_or((0, None));
        Reminding {
            fixed: StoredValue::new_local(Rc::new(fixed)),
            clause,
            reminder,
            remembered: RwSignal::new(false),
        }
    }

    /// What does not change.
    pub fn fixed(self) -> Rc<Fixed> {
        self.fixed.get_value()
    }

    /// A real example of the clause.
    pub fn example(self) -> Option<Rich> {
        let fixed = self.fixed();
        let body = &fixed.document.body;
        let own = || body.clauses[self.clause].example.clone();
        self.reminder.map(|n| body.reminders[n].example.clone()).or_else(own)
    }

    /// Tells the page of the clause.
    pub fn tell(self, event: &str) {
        let fixed = self.fixed();
        let id = fixed.document.body.clauses[self.clause].id.as_str();
        fixed.emit(event, [("clauseId", id.into())], false);
    }

    /// Notes that the learner remembers; once.
    pub fn remember(self) {
        if self.remembered.get_untracked() {
            return;
        }
        self.remembered.set(true);
        self.fixed().host.state("remembered", true);
        self.tell("adil-remember");
    }
}
