//! The desk of an action that comes again: dates for calendars, counts, codes, what is past.

use std::cell::RefCell;
use std::rc::Rc;

use adil::Json;
use adil::content::Day;
use adil::host::{WidgetContext, download, moment, random_number, today};
use adil::progress::Slot;
use adil::tally::{MOST, NoCode};
use adil::ui::{Announcer, Flag, Number};
use leptos::prelude::*;

use crate::model::{Campaign, Count, Dates, Edition, Past, Plan, code, dates_of, editions, pasts};

/// The most classes that a code can carry.
const MOST_CLASSES: u32 = 255;

/// What does not change, and what no component subscribes to.
struct Context {
    widget: WidgetContext<Plan>,
    slot: Slot,
    id: u32,
    past: RefCell<Vec<Past>>,
    count: RefCell<Count>,
    code: RefCell<Option<Result<String, String>>>,
}

/// A handle to the desk.
#[derive(Clone, Copy)]
pub struct Desk {
    context: StoredValue<Rc<Context>, LocalStorage>,
    /// Changes whenever something on the desk has changed.
    pub changes: Number,
    /// Whether the browser refused to keep what is past.
    pub refused: Flag,
    announcer: Announcer,
}

impl Desk {
    /// Opens the desk.
    pub fn new(widget: WidgetContext<Plan>, announcer: Announcer) -> Desk {
        let slot = widget.slot("plan", "past");
        let kept = widget.kept_run(&slot).as_ref().map(pasts).unwrap_or_default();
        let context = Context {
            slot,
            id: random_number(),
            past: RefCell::new(kept),
            count: RefCell::default(),
            code: RefCell::default(),
            widget,
        };
        let desk = Desk {
            context: StoredValue::new_local(Rc::new(context)),
            changes: Number::new(0),
            refused: Flag::new(false),
            announcer,
        };
        desk.emit(
            "adil-ready",
            vec![("blocks", desk.read(|w| w.document.body.variants[0].blocks.len()).into())],
        );
        desk
    }

    fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// Reads what the page gave.
    pub fn read<T>(self, read: impl FnOnce(&WidgetContext<Plan>) -> T) -> T {
        read(&self.context().widget)
    }

    /// The action; nothing where the file has none.
    pub fn campaign(self) -> Option<Campaign> {
        self.read(|widget| widget.document.body.fields.campaign.clone())
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.read(|widget| widget.texts.get(key))
    }

    /// An interface text with its places filled.
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        self.read(|widget| widget.texts.fill(key, values))
    }

    /// A count in words, by its plural form.
    pub fn count_text(self, key: &str, n: u32) -> String {
        self.read(|widget| widget.texts.count(key, n.into()))
    }

    /// A day as people write it.
    pub fn date(self, day: &Day) -> String {
        self.read(|widget| widget.texts.date(day))
    }

    /// Says a sentence politely.
    pub fn announce(self, sentence: &str) {
        self.announcer.announce(sentence);
    }

    /// Each edition with its day.
    pub fn editions(self) -> Vec<(Edition, Option<Day>)> {
        let dates = self.read(|widget| widget.host.attribute("dates")).unwrap_or_default();
        self.campaign().map(|all| editions(&all, &dates_of(&dates))).unwrap_or_default()
    }

    /// Saves a calendar file with one edition, or with all that have a day.
    pub fn save_dates(self, only: Option<usize>) {
        let Some(campaign) = self.campaign() else { return };
        let editions = self.editions();
        let (file, id) = self.read(|widget| {
            let envelope = &widget.document.envelope;
            let dates = Dates {
                id: envelope.id.as_str(),
                address: &widget.host.base(),
                version: &envelope.content_version,
                lang: &widget.rich.lang,
                minutes: widget.document.body.variants[0].minutes(),
                now: &moment(),
            };
            (dates.file(&campaign, &editions, only), envelope.id.as_str().to_owned())
        });
        let Some(file) = file else { return };
        download(&[&id, ".ics"].concat(), "text/calendar", &file);
        self.announce(&self.text("calendar_saved"));
    }

    /// Makes the code of an edition that is over.
    pub fn make_code(self, classes: u32, people: u32, day: &Day) {
        let id = self.read(|widget| widget.document.envelope.id.as_str().to_owned());
        let found = code(&id, classes, people, day);
        let outcome = found.ok_or_else(|| self.range());
        // Letter by letter, as it is told to someone who writes it down.
        let spelt = |code: &String| code.chars().flat_map(|c| [c, ' ']).collect::<String>();
        self.announce(&outcome.as_ref().map_or_else(Clone::clone, spelt));
        self.context().code.replace(Some(outcome));
        self.changed();
    }

    /// Which numbers are asked for, in words.
    fn range(self) -> String {
        let [classes, people] = [MOST_CLASSES, MOST].map(|n| self.number(n));
        self.fill("code_range", &[("classes", &classes), ("people", &people)])
    }

    /// A whole number as people write it.
    pub fn number(self, n: u32) -> String {
        self.read(|widget| widget.texts.number(n.into()))
    }

    /// The code that was made, or why there is none.
    pub fn code(self) -> Option<Result<String, String>> {
        self.changes.track();
        self.context().code.borrow().clone()
    }

    /// Adds up codes.
    pub fn add_codes(self, text: &str) {
        let id = self.read(|widget| widget.document.envelope.id.as_str().to_owned());
        let count = Count::of(text, &id);
        self.announce(&if count.codes.is_empty() {
            self.text("code_none")
        } else {
            self.total(&count)
        });
        let fields = vec![
            ("classes", f64::from(count.classes).into()),
            ("people", f64::from(count.people).into()),
            ("codes", count.codes.len().into()),
        ];
        self.emit("adil-tally", fields);
        self.context().count.replace(count);
        self.changed();
    }

    /// What was added up.
    pub fn count(self) -> Count {
        self.changes.track();
        self.context().count.borrow().clone()
    }

    /// A sum in words.
    pub fn total(self, count: &Count) -> String {
        let classes = self.count_text("classes_count", count.classes);
        let people = self.count_text("people_count", count.people);
        self.fill("total", &[("classes", &classes), ("people", &people)])
    }

    /// Why a code does not count.
    pub fn why(self, no: NoCode) -> String {
        self.text(match no {
            NoCode::Shape => "code_shape",
            NoCode::Check => "code_wrong",
        })
    }

    /// What is past, the last first.
    pub fn past(self) -> Vec<Past> {
        self.changes.track();
        self.context().past.borrow().clone()
    }

    /// Writes down what is past; where its numbers are none, that is told instead.
    pub fn write_down(self, past: Past) {
        if past.classes == 0 || past.people == 0 {
            let range = self.range();
            self.announce(&range);
            self.context().code.replace(Some(Err(range)));
            return self.changed();
        }
        _ = self.context().code.borrow_mut().take_if(|code| code.is_err());
        let fields = vec![
            ("classes", f64::from(past.classes).into()),
            ("people", f64::from(past.people).into()),
        ];
        self.emit("adil-hour", fields);
        self.context().past.borrow_mut().push(past);
        self.keep();
        self.announce(&self.text("written_down"));
    }

    /// Forgets one entry.
    pub fn forget(self, n: usize) {
        let context = self.context();
        if n < context.past.borrow().len() {
            context.past.borrow_mut().remove(n);
        }
        self.keep();
        self.announce(&self.text("forgotten"));
    }

    fn keep(self) {
        let context = self.context();
        let sorted = pasts(&Json::List(context.past.borrow().iter().map(Past::save).collect()));
        let saved = Json::List(sorted.iter().map(Past::save).collect());
        context.past.replace(sorted);
        let is_ours = context.widget.remember(&saved);
        if is_ours && context.slot.save(saved).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
        self.changed();
    }

    fn changed(self) {
        _ = self.changes.try_update(|n| *n = n.wrapping_add(1));
    }

    fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let context = self.context();
        let about = [
            ("widget", "plan".into()),
            ("run", f64::from(context.id).into()),
            ("mode", "campaign".into()),
        ];
        context.widget.emit(name, about, fields, false);
    }
}

/// Today, as a field for days has it.
pub fn today_text() -> String {
    today().as_str().to_owned()
}
