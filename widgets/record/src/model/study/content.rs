//! What researchers write, read and joined.

use adil::content::{Kind, Localized, Reference, Rich};
use adil::json::{Fields, Problem, Record, distinct, number_text};

use crate::model::Named;

adil::record! {
    /// An option of a knowledge item.
    pub struct ItemOption {
        /// Its name in this item.
        "id" id: Reference,
        /// What it says.
        "text" text: Rich,
    }
}

adil::record! {
    /// A knowledge item.
    pub struct Item {
        /// Its name; the parallel item of the other form has the same.
        "id" id: Reference,
        /// What it asks.
        "stem" stem: Rich,
        /// Two to six options.
        "options" options: Vec<ItemOption>,
        /// The id of the right one.
        "right" right: Reference,
    }
}

adil::record! {
    /// A form: knowledge items in their order.
    pub struct Form {
        /// Its name, such as `A`.
        "id" id: Reference,
        /// Its items; those of all forms have the same ids in the same order.
        "items" items: Vec<Item>,
    }
}

adil::record! {
    /// A statement that pupils agree with or not.
    pub struct Attitude {
        /// Its name in this file.
        "id" id: Reference,
        /// The statement.
        "text" text: Rich,
        /// Whether agreement speaks against what the study is for.
        "reversed" reversed: bool = false,
    }
}

adil::record! {
    /// A harmless question, from whose answers pupils make their code.
    pub struct CodeQuestion {
        /// Its name in this file.
        "id" id: Reference,
        /// The question.
        "text" text: Localized,
        /// What can be answered; none: a digit from 0 to 9.
        "options" options: Vec<Named>,
    }
}

adil::record! {
    /// A question to teachers.
    pub struct Feedback {
        /// Its name in this file.
        "id" id: Reference,
        /// The question.
        "text" text: Localized,
        /// Whether it is answered in words, which stay on the device, instead of 1 to 5.
        "words" words: bool = false,
    }
}

adil::record! {
    /// The study as its author writes it.
    pub struct StudyFields {
        /// What teachers read first.
        "intro" intro: Option<Rich>,
        /// What pupils, and their parents, read before all else.
        "consent" consent: Rich,
        /// What pupils read at the end.
        "thanks" thanks: Option<Rich>,
        /// The groups that are compared, such as classes with and without the lesson; none: one.
        "arms" arms: Vec<Named>,
        /// The two times at which is asked: before and after.
        "waves" waves: Vec<Named>,
        /// The forms: one, or two that are parallel; the first is for the first time.
        "forms" forms: Vec<Form>,
        /// Whether half of the pupils, by their codes, take the forms the other way round.
        "crossed" crossed: bool = false,
        /// Statements.
        "attitudes" attitudes: Vec<Attitude>,
        /// The steps of agreement, from none to full.
        "scale" scale: Vec<Localized>,
        /// Questions that are answered in words, which stay on the device.
        "open" open: Vec<Named>,
        /// The questions from which pupils make their code, two to four.
        "code" code: Vec<CodeQuestion>,
        /// The smallest group of which anything is shown.
        "smallestCell" smallest_cell: f64 = 5.0,
        /// The parts of the lesson, of which teachers say whether they took place.
        "fidelity" fidelity: Vec<Named>,
        /// Questions to teachers.
        "feedback" feedback: Vec<Feedback>,
    }
}

/// A study that holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// What its author wrote; there is always an arm.
    pub fields: StudyFields,
    /// The names of both times.
    pub waves: [Named; 2],
    /// The form of each time.
    pub forms: [Form; 2],
    /// The smallest group of which anything is shown.
    pub smallest_cell: usize,
}

fn at(list: &str, n: usize, field: &str) -> String {
    [list, "[", &number_text(n as f64), "]", field].concat()
}

fn few(path: &str, n: usize, least: usize, most: usize) -> Result<(), Problem> {
    if (least..=most).contains(&n) {
        return Ok(());
    }
    let [least, most, n] = [least, most, n].map(|n| number_text(n as f64));
    Err(Problem::new(path, &[&least, " to ", &most, " of them"].concat(), &n))
}

fn named_once(path: &str, ids: &[&Reference], what: &str) -> Result<(), Problem> {
    distinct(path, &ids.iter().map(|id| id.as_str()).collect::<Vec<_>>(), what)
}

fn check_form(form: &Form, n: usize, first: &Form) -> Result<(), Problem> {
    let path = at("forms", n, ".items");
    few(&path, form.items.len(), 1, 40)?;
    named_once(&path, &form.items.iter().map(|item| &item.id).collect::<Vec<_>>(), "item")?;
    let ids = |form: &Form| form.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
    if ids(form) != ids(first) {
        let what = "items with the same ids, in the same order, as those of the first form";
        return Err(Problem::new(&path, what, "others"));
    }
    for (n, item) in form.items.iter().enumerate() {
        let path = at(&path, n, "");
        few(&[&path, ".options"].concat(), item.options.len(), 2, 6)?;
        let options: Vec<&Reference> = item.options.iter().map(|option| &option.id).collect();
        named_once(&[&path, ".options"].concat(), &options, "option of this item")?;
        if !options.contains(&&item.right) {
            let found = ["\"", item.right.as_str(), "\""].concat();
            return Err(Problem::new(&[&path, ".right"].concat(), "the id of an option", &found));
        }
    }
    Ok(())
}

impl Study {
    fn join(mut written: StudyFields) -> Result<Study, Problem> {
        few("waves", written.waves.len(), 2, 2)?;
        few("forms", written.forms.len(), 1, 2)?;
        few("arms", written.arms.len(), 0, 6)?;
        few("code", written.code.len(), 2, 4)?;
        few("attitudes", written.attitudes.len(), 0, 40)?;
        if !written.attitudes.is_empty() {
            few("scale", written.scale.len(), 2, 7)?;
        }
        let ids = |list: &[Named]| list.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        for (path, list) in [
            ("arms", ids(&written.arms)),
            ("waves", ids(&written.waves)),
            ("open", ids(&written.open)),
            ("fidelity", ids(&written.fidelity)),
            ("attitudes", written.attitudes.iter().map(|one| one.id.clone()).collect()),
            ("code", written.code.iter().map(|one| one.id.clone()).collect()),
            ("feedback", written.feedback.iter().map(|one| one.id.clone()).collect()),
        ] {
            named_once(path, &list.iter().collect::<Vec<_>>(), "of this list")?;
        }
        let forms = match <[Form; 2]>::try_from(std::mem::take(&mut written.forms)) {
            Ok(both) => both,
            Err(one) => match <[Form; 1]>::try_from(one) {
                Ok([form]) => [form.clone(), form],
                Err(_) => return Err(Problem::new("forms", "one form or two", "others")),
            },
        };
        for (n, form) in forms.iter().enumerate() {
            check_form(form, n, &forms[0])?;
        }
        let Ok(waves) = <[Named; 2]>::try_from(written.waves.clone()) else {
            return Err(Problem::new("waves", "two times", "others"));
        };
        if written.arms.is_empty() {
            let all = Reference::parse("all").map(|id| Named { id, text: Localized::plain("–") });
            written.arms.extend(all);
        }
        let smallest = (2..=50_u8).find(|n| (f64::from(*n) - written.smallest_cell).abs() < 0.1);
        let Some(smallest) = smallest else {
            let found = number_text(written.smallest_cell);
            return Err(Problem::new("smallestCell", "a whole number from 2 to 50", &found));
        };
        Ok(Study { fields: written, waves, forms, smallest_cell: smallest.into() })
    }

    /// The place of the form that a pupil takes at a time.
    pub fn form_of(&self, wave: usize, code: &str) -> usize {
        let is_turned = self.fields.crossed && code.bytes().map(u32::from).sum::<u32>() % 2 == 1;
        if is_turned { 1 - wave.min(1) } else { wave.min(1) }
    }

    /// The form at a place.
    pub fn form(&self, place: usize) -> &Form {
        &self.forms[place.min(1)]
    }

    /// The greatest score.
    pub fn most(&self) -> usize {
        self.forms[0].items.len()
    }
}

impl Record for Study {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        Study::join(StudyFields::from_fields(fields)?)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        StudyFields::describe(definitions, object);
    }
}

impl Kind for Study {
    const KIND: &'static str = "study";
}
