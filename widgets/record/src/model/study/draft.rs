//! A study while it is set up, in one language: what stands in each field of a form.
//!
//! Lists whose order is all that counts are one field with a line for each; what has more to it is
//! a row with fields of its own, such as `item0.1.stem` for the first item in the second form.

use adil::Json;
use adil::amounts::whole;
use adil::content::Localized;
use adil::json::number_text;

use super::content::Study;
use crate::model::Named;

/// The most items, statements and questions of the code; the most that one field may hold.
const MOST_ROWS: usize = 40;
const LONGEST: usize = 8_000;
/// The names of answers, by their places.
pub(super) const LETTERS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// Rows with fields of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Knowledge items.
    Item,
    /// Statements.
    Attitude,
    /// Questions of the code.
    Code,
}

impl Rows {
    /// All of them.
    pub const ALL: [Rows; 3] = [Rows::Item, Rows::Attitude, Rows::Code];

    /// How the names of their fields begin.
    pub fn word(self) -> &'static str {
        match self {
            Rows::Item => "item",
            Rows::Attitude => "attitude",
            Rows::Code => "code",
        }
    }

    /// The name of a field of a row.
    pub fn field(self, n: usize, name: &str) -> String {
        [self.word(), &number_text(n as f64), ".", name].concat()
    }
}

/// A study while it is set up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    fields: Vec<(String, String)>,
}

/// What is wrong with a field: its name, and the key of a sentence.
pub type Trouble = (String, &'static str);

/// The lines of a field that have a word.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    // A line is one of a list, so none of them has a break in it.
    texts.map(|text| text.replace('\n', " ")).collect::<Vec<_>>().join("\n")
}

impl Draft {
    /// A study that is there, in one of its languages. It is another study, so it gets the name
    /// that is given.
    pub fn of(study: &Study, id: &str, title: &Localized, lang: &str) -> Draft {
        let fields = &study.fields;
        let mut draft = Draft::default();
        let rich = |text: &adil::content::Rich| text.source().get(lang).to_owned();
        let named = |list: &[Named]| joined(list.iter().map(|one| one.text.get(lang)));
        draft.set("id", id);
        draft.set("title", title.get(lang));
        draft.set("intro", &fields.intro.as_ref().map(rich).unwrap_or_default());
        draft.set("consent", &rich(&fields.consent));
        draft.set("thanks", &fields.thanks.as_ref().map(rich).unwrap_or_default());
        draft.set("cell", &number_text(study.smallest_cell as f64));
        let has_arms = fields.arms.iter().any(|arm| arm.text.get(lang) != "–");
        draft.set("arms", &if has_arms { named(&fields.arms) } else { String::new() });
        draft.set("wave0", study.waves[0].text.get(lang));
        draft.set("wave1", study.waves[1].text.get(lang));
        draft.set("scale", &joined(fields.scale.iter().map(|step| step.get(lang))));
        draft.set("open", &named(&fields.open));
        draft.set("fidelity", &named(&fields.fidelity));
        for (name, words) in [("ratings", false), ("words", true)] {
            let asked = fields.feedback.iter().filter(|one| one.words == words);
            draft.set(name, &joined(asked.map(|one| one.text.get(lang))));
        }
        let is_parallel = study.forms[0].id != study.forms[1].id;
        draft.set("parallel", if is_parallel { "yes" } else { "" });
        draft.set("crossed", if fields.crossed { "yes" } else { "" });
        for (n, item) in study.forms[0].items.iter().enumerate() {
            draft.set(&Rows::Item.field(n, "id"), item.id.as_str());
            for (form, items) in study.forms.iter().map(|form| &form.items).enumerate() {
                let Some(item) = items.get(n) else { continue };
                let options: Vec<String> = item.options.iter().map(|one| rich(&one.text)).collect();
                let right = item.options.iter().position(|one| one.id == item.right).unwrap_or(0);
                let mut set = |name: &str, value: &str| {
                    let name = [&number_text(form as f64), ".", name].concat();
                    draft.set(&Rows::Item.field(n, &name), value);
                };
                set("stem", &rich(&item.stem));
                set("options", &joined(options.iter().map(String::as_str)));
                set("right", &number_text(right as f64 + 1.0));
            }
        }
        for (n, one) in fields.attitudes.iter().enumerate() {
            draft.set(&Rows::Attitude.field(n, "text"), &rich(&one.text));
            let reversed = if one.reversed { "yes" } else { "" };
            draft.set(&Rows::Attitude.field(n, "reversed"), reversed);
        }
        for (n, one) in fields.code.iter().enumerate() {
            draft.set(&Rows::Code.field(n, "text"), one.text.get(lang));
            draft.set(&Rows::Code.field(n, "options"), &named(&one.options));
        }
        draft
    }

    /// What stands in a field; nothing in one that was never written.
    pub fn get(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// Whether a box is ticked.
    pub fn is_on(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }

    /// Writes into a field.
    pub fn set(&mut self, name: &str, value: &str) {
        let value: String = value.chars().take(LONGEST).collect();
        match self.fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.fields.push((name.to_owned(), value)),
        }
    }

    /// How many rows there are.
    pub fn count(&self, rows: Rows) -> usize {
        let has = |n: &usize| {
            let begins = rows.field(*n, "");
            self.fields.iter().any(|(name, _)| name.starts_with(&begins))
        };
        (0..MOST_ROWS).take_while(has).count()
    }

    /// Adds an empty row; whether there was room.
    pub fn add(&mut self, rows: Rows) -> bool {
        let n = self.count(rows);
        let has_room = n < MOST_ROWS;
        if has_room {
            // An item keeps its name when others before it go: both forms know it by that.
            let is_taken = |id: &str| (0..n).any(|n| self.get(&rows.field(n, "id")) == id);
            let name = |n: usize| [rows.word(), "-", &number_text(n as f64)].concat();
            let id = (1..=MOST_ROWS + 1).map(name).find(|id| !is_taken(id)).unwrap_or_default();
            self.set(&rows.field(n, "id"), &id);
        }
        has_room
    }

    /// Takes a row out; those behind it move up.
    pub fn remove(&mut self, rows: Rows, n: usize) {
        let place = |name: &str| {
            let rest = name.strip_prefix(rows.word())?;
            let (place, field) = rest.split_once('.')?;
            Some((place.parse::<usize>().ok()?, field.to_owned()))
        };
        let all = std::mem::take(&mut self.fields);
        let moved = all.into_iter().filter_map(|(name, value)| match place(&name) {
            Some((at, _)) if at == n => None,
            Some((at, field)) if at > n => Some((rows.field(at - 1, &field), value)),
            _ => Some((name, value)),
        });
        self.fields = moved.collect();
    }

    /// The draft as it is kept.
    pub fn save(&self) -> Json {
        let fields = self.fields.iter().map(|(name, value)| (name.clone(), value.as_str().into()));
        Json::Object(fields.collect())
    }

    /// A draft as it was kept; nothing where that is none.
    pub fn restore(kept: &Json) -> Option<Draft> {
        let Json::Object(fields) = kept else { return None };
        let mut draft = Draft::default();
        for (name, value) in fields.iter().take(1_000) {
            draft.set(name, value.text()?);
        }
        (!draft.get("id").is_empty()).then_some(draft)
    }

    /// How many different codes the questions give.
    pub fn codes(&self) -> u32 {
        let of = |n: usize| match lines(self.get(&Rows::Code.field(n, "options"))).len() {
            0 => 10,
            n => u32::try_from(n).unwrap_or(u32::MAX),
        };
        (0..self.count(Rows::Code)).map(of).fold(1, u32::saturating_mul)
    }

    /// The forms that are written: one or two.
    pub fn forms(&self) -> usize {
        if self.is_on("parallel") { 2 } else { 1 }
    }

    /// What keeps it from being a study, by the fields that have to be mended.
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut found: Vec<Trouble> = Vec::new();
        let mut needs = |name: &str| {
            if self.get(name).trim().is_empty() {
                found.push((name.to_owned(), "bad_missing"));
            }
        };
        for name in ["title", "consent", "wave0", "wave1"] {
            needs(name);
        }
        if whole(self.get("cell")).is_none_or(|n| !(2..=50).contains(&n)) {
            found.push(("cell".to_owned(), "setup_bad_cell"));
        }
        if lines(self.get("arms")).len() > 6 {
            found.push(("arms".to_owned(), "setup_bad_arms"));
        }
        let items = self.count(Rows::Item);
        if items == 0 {
            found.push(("add-item".to_owned(), "setup_bad_items"));
        }
        for (n, form) in (0..items).flat_map(|n| (0..self.forms()).map(move |form| (n, form))) {
            self.check_item(n, form, &mut found);
        }
        for n in 0..self.count(Rows::Attitude) {
            let name = Rows::Attitude.field(n, "text");
            if self.get(&name).trim().is_empty() {
                found.push((name, "bad_missing"));
            }
        }
        let has_attitudes = self.count(Rows::Attitude) > 0;
        if has_attitudes && !(2..=7).contains(&lines(self.get("scale")).len()) {
            found.push(("scale".to_owned(), "setup_bad_scale"));
        }
        let codes = self.count(Rows::Code);
        if !(2..=4).contains(&codes) {
            found.push(("add-code".to_owned(), "setup_bad_code"));
        }
        for n in 0..codes {
            let name = Rows::Code.field(n, "text");
            if self.get(&name).trim().is_empty() {
                found.push((name, "bad_missing"));
            }
        }
        found
    }

    fn check_item(&self, n: usize, form: usize, found: &mut Vec<Trouble>) {
        let [stem, options, right] =
            ["stem", "options", "right"].map(|name| item_field(n, form, name));
        if self.get(&stem).trim().is_empty() {
            found.push((stem, "bad_missing"));
        }
        let count = lines(self.get(&options)).len();
        if !(2..=LETTERS.len()).contains(&count) {
            found.push((options, "setup_bad_options"));
        } else if self.right(n, form).is_none_or(|place| place >= count) {
            found.push((right, "setup_bad_right"));
        }
    }

    /// The answers of an item, each a line.
    pub fn options(&self, n: usize, form: usize) -> Vec<&str> {
        lines(self.get(&item_field(n, form, "options")))
    }

    /// The place of the right answer.
    pub fn right(&self, n: usize, form: usize) -> Option<usize> {
        let number: usize = self.get(&item_field(n, form, "right")).parse().ok()?;
        number.checked_sub(1)
    }
}

/// The name of a field of an item in a form.
pub fn item_field(n: usize, form: usize, name: &str) -> String {
    Rows::Item.field(n, &[&number_text(form as f64), ".", name].concat())
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
