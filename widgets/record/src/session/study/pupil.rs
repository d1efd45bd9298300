//! A pilot study on one device: pupils answer one after the other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::Json;
use adil::host::parse_json;
use adil::progress::{Keep, Slot};
use adil::ui::{Announcer, Choice, Flag, Number};
use leptos::prelude::*;

use crate::model::study::{Answers, Device, Sheet, Study, write_answers};
use crate::session::Shared;
use crate::session::context::fresh_id;

/// How long answers stay on a device, in days.
pub const DAYS: f64 = 200.0;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// For who leads the study on this device.
    Lead,
    /// What pupils read first.
    Consent,
    /// The questions for the code.
    Code,
    /// A knowledge item.
    Item,
    /// The statements.
    Attitudes,
    /// Questions in words.
    Open,
    /// The end.
    Thanks,
    /// The end for those who did not want to.
    Declined,
    /// The teacher's sheet.
    Sheet,
}

const STEPS: [Step; 9] = [
    Step::Lead,
    Step::Consent,
    Step::Code,
    Step::Item,
    Step::Attitudes,
    Step::Open,
    Step::Thanks,
    Step::Declined,
    Step::Sheet,
];

struct Inside {
    slot: Slot,
    device: RefCell<Device>,
    draft: RefCell<Answers>,
    /// What was answered to each question of the code.
    code: RefCell<Vec<(String, String)>>,
    /// All answers, before they were deleted.
    deleted: RefCell<Option<Device>>,
    /// The code of the answers that were given last.
    last: RefCell<String>,
    moves_focus: Cell<bool>,
}

/// A handle to the study on one device.
#[derive(Clone, Copy)]
pub struct Pupil {
    /// What does not change.
    pub shared: Shared<Study>,
    inside: StoredValue<Rc<Inside>, LocalStorage>,
    /// What is shown; set anew for each step.
    pub step: Choice<Step>,
    /// The place of the item that is shown.
    pub item: Number,
    /// The arm that answers on this device.
    pub arm: Number,
    /// The time at which it is asked: 0 before, 1 after.
    pub wave: Number,
    /// What is wrong with the code: 1 it is not whole, 2 it was used before.
    pub warned: Number,
    /// Whether the browser refused to keep the answers.
    pub refused: Flag,
    /// Whether deleted answers can be brought back.
    pub can_undo: Flag,
    changes: Number,
    announcer: Announcer,
}

/// What leads a pupil on or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// To the next step.
    On,
    /// To the one before.
    Back,
}

fn set<T>(list: &mut Vec<(String, T)>, name: &str, value: T) {
    match list.iter_mut().find(|(known, _)| known == name) {
        Some((_, old)) => *old = value,
        None => list.push((name.to_owned(), value)),
    }
}

impl Pupil {
    /// Opens what is kept, or begins.
    pub fn new(shared: Shared<Study>, announcer: Announcer) -> Pupil {
        let (slot, kept) = shared.read(|widget| {
            let keep = widget.host.word("storage", Keep::from_word).unwrap_or(Keep::Device);
            let id = widget.host.id();
            let slot = widget.shared_slot(keep, "record", &["study/", &id].concat()).lasting(DAYS);
            let kept = widget.kept_run(&slot);
            (slot, kept)
        });
        let study = |kept: &Json| shared.read(|w| Device::restore(&w.document.body, kept));
        let device = kept.as_ref().and_then(|kept| kept.get("device")).map(study);
        let number = |name: &str, most: usize| {
            let n = kept.as_ref().and_then(|kept| kept.get(name)?.number()).unwrap_or(0.0);
            (0..u32::try_from(most).unwrap_or(1))
                .find(|one| (f64::from(*one) - n).abs() < 0.5)
                .unwrap_or(0)
        };
        let arms = shared.read(|widget| widget.document.body.fields.arms.len());
        let (arm, wave) = (number("arm", arms), number("wave", 2));
        // A pupil who comes after a reload has not to see what is for teachers.
        let runs = kept.as_ref().and_then(|kept| kept.get("runs")) == Some(&Json::Bool(true));
        let inside = Inside {
            slot,
            device: RefCell::new(device.unwrap_or_default()),
            draft: RefCell::default(),
            code: RefCell::default(),
            deleted: RefCell::default(),
            last: RefCell::default(),
            moves_focus: Cell::new(false),
        };
        let count = inside.device.borrow().answers.len();
        shared.state("started", count > 0);
        shared.emit("adil-ready", vec![("entries", count.into())]);
        Pupil {
            shared,
            inside: StoredValue::new_local(Rc::new(inside)),
            step: Choice::new(&STEPS, if runs { Step::Consent } else { Step::Lead }),
            item: Number::new(0),
            arm: Number::new(arm),
            wave: Number::new(wave),
            warned: Number::new(0),
            refused: Flag::new(false),
            can_undo: Flag::new(false),
            changes: Number::new(0),
            announcer,
        }
    }

    fn inside(self) -> Rc<Inside> {
        self.inside.get_value()
    }

    /// Reads the study.
    pub fn study<T>(self, read: impl FnOnce(&Study) -> T) -> T {
        self.shared.read(|widget| read(&widget.document.body))
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.shared.text(key)
    }

    /// Reads what this device has, and follows its changes.
    pub fn device<T>(self, read: impl FnOnce(&Device) -> T) -> T {
        self.changes.track();
        read(&self.inside().device.borrow())
    }

    /// Whether the heading of a new screen takes the focus.
    pub fn takes_focus(self) -> bool {
        self.inside().moves_focus.take()
    }

    /// Shows another screen.
    pub fn show(self, step: Step) {
        self.announcer.clear();
        self.inside().moves_focus.set(true);
        self.step.set(step);
    }

    // Who leads

    /// Gives the device to pupils.
    pub fn begin(self) {
        self.next_pupil();
        self.keep(true);
    }

    /// Takes the device back from pupils.
    pub fn lead(self) {
        self.forget();
        self.show(Step::Lead);
        self.keep(false);
    }

    /// Shows the first screen to the next pupil; nothing of the last one is left.
    pub fn next_pupil(self) {
        self.forget();
        self.show(Step::Consent);
    }

    /// The code of the answers that were given last; empty where there is none.
    pub fn last_code(self) -> String {
        self.inside().last.borrow().clone()
    }

    fn forget(self) {
        let inside = self.inside();
        inside.last.borrow_mut().clear();
        inside.draft.replace(Answers::default());
        inside.code.borrow_mut().clear();
        self.item.set(0);
        self.warned.set(0);
    }

    /// Does something with the teacher's sheet.
    pub fn change_sheet(self, change: impl FnOnce(&mut Sheet)) {
        change(&mut self.inside().device.borrow_mut().sheet);
        self.keep(false);
    }

    /// Saves all answers but those in words as a file.
    pub fn save_answers(self) {
        let json = self.shared.read(|widget| {
            let envelope = &widget.document.envelope;
            let inside = self.inside();
            let device = inside.device.borrow();
            write_answers(&device, envelope.id.as_str(), &envelope.content_version)
        });
        self.shared.save_json(&json);
    }

    /// Deletes all answers; they can be brought back until the page is left.
    pub fn delete_all(self) {
        let inside = self.inside();
        inside.deleted.replace(Some(inside.device.take()));
        self.can_undo.set(true);
        self.keep(false);
        self.announcer.announce(&self.text("answers_deleted"));
    }

    /// Brings deleted answers back.
    pub fn undo(self) {
        let inside = self.inside();
        if let Some(device) = inside.deleted.take() {
            inside.device.replace(device);
        }
        self.can_undo.set(false);
        self.keep(false);
        self.announcer.announce(&self.text("undone"));
    }

    fn keep(self, runs: bool) {
        let inside = self.inside();
        let number = |n: Number| Json::Number(f64::from(n.get_untracked()));
        let run = Json::object([
            ("device", inside.device.borrow().save(true)),
            ("arm", number(self.arm)),
            ("wave", number(self.wave)),
            ("runs", runs.into()),
        ]);
        let is_ours = self.shared.read(|widget| widget.remember(&run));
        if is_ours && inside.slot.save(run).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.shared.emit("adil-storage", vec![("kept", false.into())]);
        }
        _ = self.changes.try_update(|n| *n += 1);
        self.shared.state("started", !inside.device.borrow().answers.is_empty());
    }

    // Pupils

    /// What was answered to a question of the code.
    pub fn code_part(self, id: &str) -> String {
        let inside = self.inside();
        let code = inside.code.borrow();
        code.iter().find(|(name, _)| name == id).map(|(_, part)| part.clone()).unwrap_or_default()
    }

    /// Answers a question of the code.
    pub fn answer_code(self, id: &str, part: String) {
        set(&mut self.inside().code.borrow_mut(), id, part);
        self.warned.set(0);
    }

    /// Goes on with the code, if it is whole. One that was used is warned of once.
    pub fn take_code(self) {
        let parts: Vec<String> = self.study(|study| {
            study.fields.code.iter().map(|asked| self.code_part(asked.id.as_str())).collect()
        });
        if parts.iter().any(String::is_empty) {
            self.warned.set(1);
            self.announcer.announce(&self.text("code_missing"));
            return;
        }
        let code = parts.join("-");
        let (arm, wave) = (self.arm.get_untracked() as usize, self.wave.get_untracked() as usize);
        let inside = self.inside();
        let is_used = inside.device.borrow().has_code(arm, wave, &code);
        if is_used && self.warned.get_untracked() != 2 {
            self.warned.set(2);
            self.announcer.announce(&self.text("code_used"));
            return;
        }
        let form = self.study(|study| study.form_of(wave, &code));
        let old = inside.draft.take();
        // Whoever went back to the code finds what was answered, unless it is of the other form.
        let old = if old.form == form { old } else { Answers::default() };
        inside.draft.replace(Answers { code, arm, wave, form, ..old });
        self.warned.set(0);
        self.item.set(0);
        self.show(Step::Item);
    }

    /// Reads the answers of the pupil who answers now.
    pub fn draft<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        read(&self.inside().draft.borrow())
    }

    /// Chooses an option of an item.
    pub fn choose(self, item: &str, option: &str) {
        set(&mut self.inside().draft.borrow_mut().items, item, option.to_owned());
    }

    /// Chooses a step of a statement.
    pub fn agree(self, attitude: &str, step: usize) {
        set(&mut self.inside().draft.borrow_mut().attitudes, attitude, step);
    }

    /// Answers in words.
    pub fn write(self, question: &str, words: String) {
        set(&mut self.inside().draft.borrow_mut().open, question, words);
    }

    /// Leads from one step to another; what has no questions is passed over.
    pub fn go(self, leading: Leading) {
        let (items, attitudes, open) = self.study(|study| {
            let fields = &study.fields;
            (study.most(), fields.attitudes.is_empty(), fields.open.is_empty())
        });
        let item = self.item.get_untracked() as usize;
        let step = match (self.step.now(), leading) {
            (Step::Item, Leading::On) if item + 1 < items => {
                self.item.set(self.item.get_untracked() + 1);
                Step::Item
            }
            (Step::Item, Leading::Back) if item > 0 => {
                self.item.set(self.item.get_untracked() - 1);
                Step::Item
            }
            (Step::Item, Leading::Back) => Step::Code,
            (Step::Item, Leading::On) | (Step::Open, Leading::Back) if !attitudes => {
                Step::Attitudes
            }
            (Step::Item | Step::Attitudes, Leading::On) if !open => Step::Open,
            (Step::Attitudes | Step::Open, Leading::Back) => Step::Item,
            _ => return self.finish(),
        };
        self.show(step);
    }

    fn finish(self) {
        let inside = self.inside();
        let mut answers = inside.draft.take();
        let id = self.shared.id();
        let code = self.study(|study| study.code_of(&answers, &id)).unwrap_or_default();
        answers.id = code.replace('-', "");
        {
            let mut device = inside.device.borrow_mut();
            // What another tab of the device has kept stays.
            let kept = inside.slot.load(|text| parse_json(text).ok());
            if let Some(kept) = kept.as_ref().and_then(|kept| kept.get("device")) {
                let other = self.study(|study| Device::restore(study, kept));
                other.answers.into_iter().for_each(|one| _ = device.add(one));
            }
            // Where another pupil answered just alike, or the study is too long for codes.
            if code.is_empty() || !device.add(answers.clone()) {
                device.add(Answers { id: fresh_id(), ..answers });
            }
        }
        self.forget();
        inside.last.replace(code);
        self.keep(true);
        let count = inside.device.borrow().answers.len();
        self.shared.emit("adil-progress", vec![("entries", count.into())]);
        self.show(Step::Thanks);
    }
}
