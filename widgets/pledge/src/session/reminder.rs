//! One clause that is recalled just before an act.

use std::rc::Rc;

use adil::content::Rich;
use adil::host::today;
use leptos::prelude::*;

use super::context::Context;
use crate::model::reminder_for;

/// What is recalled today, and whether the learner said so.
#[derive(Clone, Copy)]
pub struct Reminding {
    context: StoredValue<Rc<Context>, LocalStorage>,
    /// The clause, by its place in the file.
    pub clause: usize,
    reminder: Option<usize>,
    /// Whether "I remember" was pressed.
    pub remembered: RwSignal<bool>,
}

impl Reminding {
    /// Chooses what is recalled today.
    pub fn new(context: Context) -> Reminding {
        let (clause, reminder) =
            reminder_for(&context.document.body, &today()).unwrap_or((0, None));
        Reminding {
            context: StoredValue::new_local(Rc::new(context)),
            clause,
            reminder,
            remembered: RwSignal::new(false),
        }
    }

    /// What does not change.
    pub fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// A real example of the clause.
    pub fn example(self) -> Option<Rich> {
        let context = self.context();
        let body = &context.document.body;
        let own = || body.clauses[self.clause].example.clone();
        self.reminder.map(|n| body.reminders[n].example.clone()).or_else(own)
    }

    /// Tells the page of the clause.
    pub fn tell(self, event: &str) {
        let context = self.context();
        let id = context.document.body.clauses[self.clause].id.as_str();
        context.emit(event, [("clauseId", id.into())], false);
    }

    /// Notes that the learner remembers; once.
    pub fn remember(self) {
        if self.remembered.get_untracked() {
            return;
        }
        self.remembered.set(true);
        self.context().host.state("remembered", true);
        self.tell("adil-remember");
    }
}
