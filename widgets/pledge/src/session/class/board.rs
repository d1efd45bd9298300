//! The class's work: the draft, the codes, and where focus goes.

use std::rc::Rc;

use adil::host::parse_json;
use adil::json::{self, Json};
use adil::progress::Slot;
use adil::ui::Announcer;
use leptos::prelude::*;

use crate::model::class::{
    Action, Count, Draft, MOST_CHARACTERS, Outcome, Refusal, add_up, suggestions,
};
use crate::session::Context;
use crate::session::chance::chance;

/// A handle to the class's work, to be passed to every part of the view.
#[derive(Clone, Copy)]
pub struct Board {
    context: StoredValue<Rc<Context>, LocalStorage>,
    slot: StoredValue<Slot>,
    /// The class's pledge, once it has begun.
    pub draft: RwSignal<Option<Draft>>,
    /// The codes that were added up.
    pub counted: RwSignal<Count>,
    /// What came of the last file: in words, or what its author has to mend.
    pub news: RwSignal<Option<Result<String, String>>>,
    /// Whether the browser refused to keep the draft.
    pub not_kept: RwSignal<bool>,
    /// What screen readers are told.
    pub announcer: Announcer,
    /// The promises with their keys; changes only when one of them or their order does.
    pub lines: Memo<Vec<(u32, String)>>,
    /// Whether there is anything to forget. Held, so that what follows it stands while words are
    /// typed: a press right after them must find its button where it was.
    pub has_work: Memo<bool>,
    aim: StoredValue<Option<(u32, &'static str)>>,
}

impl Board {
    /// Starts anew, or with the draft that was kept.
    pub fn new(context: Context, announcer: Announcer) -> Board {
        let slot = context.slot("pledge", "class");
        let parse = |text: &str| parse_json(text).ok();
        let kept = parse(&context.host.kept()).filter(|kept| kept.get("codes").is_some());
        // What a class types stays in memory: a shared computer keeps no words.
        let kept = kept.or_else(|| slot.load(parse));
        let draft = kept.as_ref().and_then(|kept| Draft::restore(kept.get("draft")?));
        let codes = kept.as_ref().and_then(|kept| kept.get("codes")?.text());
        let counted = add_up(codes.unwrap_or_default(), context.document.envelope.id.as_str());
        let draft = RwSignal::new(draft);
        let lines = Memo::new(move |_| {
            let line = |draft: &Draft| {
                let clauses = draft.clauses.iter();
                clauses.map(|promise| (promise.key, promise.text.clone())).collect()
            };
            draft.with(|draft| draft.as_ref().map(line).unwrap_or_default())
        });
        let counted = RwSignal::new(counted);
        let has_work = Memo::new(move |_| {
            draft.with(Option::is_some) || counted.with(|counted| !counted.codes.is_empty())
        });
        Board {
            context: StoredValue::new_local(Rc::new(context)),
            slot: StoredValue::new(slot),
            draft,
            counted,
            news: RwSignal::new(None),
            not_kept: RwSignal::new(false),
            announcer,
            lines,
            has_work,
            aim: StoredValue::new(None),
        }
    }

    /// What does not change.
    pub fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.context().text(key)
    }

    /// Whether there is a draft.
    pub fn begun(self) -> bool {
        self.draft.with(Option::is_some)
    }

    /// Reads something of the draft.
    pub fn read<T>(self, read: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.draft.with(|draft| draft.as_ref().map(read))
    }

    /// Begins a draft, with the file's promises or with none.
    pub fn begin(self, with_suggestions: bool) {
        let mut draft = Draft::new(&chance());
        if with_suggestions {
            let context = self.context();
            let base = context.host.base();
            let absolute = |address: &adil::content::Address| {
                let url = leptos::web_sys::Url::new_with_base(address.as_str(), &base);
                url.map_or_else(|_| address.as_str().to_owned(), |url| url.href())
            };
            let clauses = suggestions(&context.document, &self.lang(), &absolute);
            // Nothing is refused of a list that replaces an empty one.
            _ = draft.apply(Action::Replace(clauses, String::new()));
        }
        self.draft.set(Some(draft));
        self.save();
    }

    /// The language in which the class writes.
    pub fn lang(self) -> String {
        let context = self.context();
        let page = &context.rich.lang;
        if page.is_empty() { context.texts.lang().to_owned() } else { page.clone() }
    }

    /// Does something to the draft, which begins if there is none.
    pub fn act(self, action: Action) -> Result<Outcome, Refusal> {
        let done = self
            .draft
            .try_update(|draft| draft.get_or_insert_with(|| Draft::new(&chance())).apply(action));
        self.save();
        done.unwrap_or(Ok(Outcome::Done))
    }

    /// Keeps the draft for as long as the page is open, and the codes that count by the page's
    /// rule.
    pub fn save(self) {
        let codes = self.counted.with_untracked(|counted| {
            let codes = counted.sum.tallies.iter().filter_map(|tally| tally.code());
            codes.collect::<Vec<_>>().join("\n")
        });
        let draft = self.draft.with_untracked(|draft| draft.as_ref().map(Draft::to_json));
        let codes = ("codes", Json::from(codes));
        let context = self.context();
        let run = Json::object([("draft", draft.into()), codes.clone()]);
        context.host.keep(&json::write(&run));
        let kept = self.slot.with_value(|slot| slot.save(Json::object([codes]))).is_ok();
        if self.not_kept.get_untracked() == kept {
            self.not_kept.set(!kept);
            if !kept {
                context.emit("adil-storage", [("kept", false.into())], false);
            }
        }
    }

    /// Forgets everything.
    pub fn wipe(self) {
        self.slot.with_value(Slot::clear);
        self.context().host.keep("");
        self.aim(0, "suggestions");
        self.counted.set(Count::default());
        self.news.set(None);
        self.draft.set(None);
        self.announcer.announce(&self.text("forgotten"));
    }

    /// Why something was refused, in words.
    pub fn why(self, refusal: Refusal) -> String {
        let context = self.context();
        match refusal {
            Refusal::Empty => context.text("clause_blank"),
            Refusal::Full => context.text("most_eight"),
            Refusal::Long(n) => {
                let (n, most) = (context.number(n), context.number(MOST_CHARACTERS));
                context.texts.fill("clause_long", &[("n", &n), ("most", &most)])
            }
        }
    }

    /// Says where a promise stands now. What gets focus then has its text.
    pub fn say_place(self, place: usize) {
        self.announcer.announce(&self.place(place));
    }

    /// Says where a new promise stands, and its text.
    pub fn say_added(self, key: u32, place: usize) {
        let text = self.draft.with_untracked(|draft| Some(draft.as_ref()?.get(key)?.text.clone()));
        self.announcer.announce(&[&self.place(place), ": ", &text.unwrap_or_default()].concat());
    }

    /// A place among the promises, in words.
    fn place(self, place: usize) -> String {
        let context = self.context();
        let total = untrack(|| self.read(|draft| draft.clauses.len())).unwrap_or_default();
        let (n, total) = (context.number(place + 1), context.number(total));
        context.texts.fill("clause_n_of", &[("n", &n), ("total", &total)])
    }

    /// Where focus goes once the screen has followed: a thing of a promise, or of key 0.
    pub fn aim(self, key: u32, thing: &'static str) {
        self.aim.set_value(Some((key, thing)));
    }

    /// Whether focus is meant for this thing. It is meant once.
    pub fn takes_aim(self, key: u32, thing: &'static str) -> bool {
        let aimed = self.aim.get_value() == Some((key, thing));
        if aimed {
            self.aim.set_value(None);
        }
        aimed
    }
}
