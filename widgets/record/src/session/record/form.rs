//! The form of an entry: what is typed, what is wrong with it, and what becomes of it.

use adil::content::{Day, Localized};
use adil::host::today;
use leptos::prelude::*;

use super::{Draft, Screen, Session};
use crate::model::{Entry, Good, Kind, Mistake, Value, Year, plain_amount, read_form};
use crate::session::context::fresh_id;

impl Session {
    /// Opens the form: for a new entry, or one that is there.
    pub fn open_form(self, id: &str) {
        let inside = self.inside();
        let typed = match inside.log.borrow().find(id) {
            Some(entry) => self.typed_of(entry),
            None => self.shared.record(|record| {
                let date = record.fields.iter().find(|f| f.kind == Kind::Date);
                let id = date.map_or("", |field| field.id.as_str()).to_owned();
                vec![(id, today().as_str().to_owned())]
            }),
        };
        inside.draft.replace(Draft { id: id.to_owned(), typed, ..Draft::default() });
        self.show(Screen::Form);
    }

    /// An entry as it was typed.
    fn typed_of(self, entry: &Entry) -> Vec<(String, String)> {
        let mut typed = Vec::new();
        self.shared.record(|record| {
            for field in &record.fields {
                let id = field.id.as_str().to_owned();
                let text = match (&field.kind, entry.get(&id)) {
                    (Kind::Date, _) => entry.day.as_str().to_owned(),
                    (Kind::Money, Some(Value::Whole(n))) => plain_amount(*n, record.digits),
                    (_, Some(Value::Whole(n))) => plain_amount(*n, 0),
                    (_, Some(Value::Text(text))) => text.clone(),
                    (_, Some(Value::Goods(lines))) => {
                        for line in lines {
                            for (part, n) in [("out", line.out), ("back", line.back)] {
                                let input = [&id, ".", &line.good, ".", part].concat();
                                typed.push((input, plain_amount(n, 0)));
                            }
                        }
                        continue;
                    }
                    (_, None) => continue,
                };
                match &field.by {
                    Some(by) => typed.extend(
                        by.iter().map(|role| ([&id, ".", role.id.as_str()].concat(), text.clone())),
                    ),
                    None => typed.push((id, text)),
                }
            }
        });
        typed
    }

    /// Whether an entry that is there is changed.
    pub fn changes_one(self) -> bool {
        !self.inside().draft.borrow().id.is_empty()
    }

    /// What was typed into an input.
    pub fn typed(self, input: &str) -> String {
        let inside = self.inside();
        let draft = inside.draft.borrow();
        let found = draft.typed.iter().find(|(name, _)| name == input);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// Takes what was typed into an input.
    pub fn type_in(self, input: &str, text: String) {
        let inside = self.inside();
        let mut draft = inside.draft.borrow_mut();
        match draft.typed.iter_mut().find(|(name, _)| name == input) {
            Some((_, old)) => *old = text,
            None => draft.typed.push((input.to_owned(), text)),
        }
    }

    /// What is wrong with an input, in words; follows the form.
    pub fn mistake(self, input: &str) -> Option<String> {
        self.form.track();
        let inside = self.inside();
        let draft = inside.draft.borrow();
        let mistake = draft.mistakes.iter().find(|mistake| mistake.input == input)?;
        let (key, n) = mistake.trouble.text();
        Some(self.shared.fill(key, &[("n", &n)]))
    }

    /// The first input that is wrong.
    pub fn first_mistake(self) -> Option<String> {
        let inside = self.inside();
        let draft = inside.draft.borrow();
        draft.mistakes.first().map(|mistake| mistake.input.clone())
    }

    pub(super) fn mistaken(self, mistakes: Vec<Mistake>) {
        let count = self.shared.count("mistakes", mistakes.len());
        self.inside().draft.borrow_mut().mistakes = mistakes;
        _ = self.form.try_update(|n| *n += 1);
        self.say(&count);
    }

    /// Saves what was typed, unless something is wrong with it.
    pub fn save_form(self) {
        let inside = self.inside();
        let goods = self.goods_of_form();
        let id = inside.draft.borrow().id.clone();
        let read = {
            let log = inside.log.borrow();
            let taken = |day: &Day| log.has_day(day, &id);
            let typed = |input: &str| self.typed(input);
            self.shared.record(|record| read_form(record, &goods, &today(), &taken, &typed))
        };
        let (day, values) = match read {
            Ok(read) => read,
            Err(mistakes) => return self.mistaken(mistakes),
        };
        let old = inside.log.borrow().find(&id).cloned();
        let is_new = old.is_none();
        let id = if is_new { fresh_id() } else { id };
        let version = old.as_ref().map_or(1, |old| old.version);
        // What this content does not ask for stays as it was.
        let asks = |name: &str| {
            self.shared.record(|record| record.fields.iter().any(|f| f.id.as_str() == name))
        };
        let kept = old.iter().flat_map(|old| old.values.iter()).filter(|(name, _)| !asks(name));
        let values = values.into_iter().chain(kept.cloned()).collect();
        let entry = Entry { id: id.clone(), version, gone: false, day: day.clone(), values };
        let month = self.shared.record(|record| record.year_starts);
        self.year.set(Year::of(&day, month).first);
        let words = self.text(if is_new { "added" } else { "changed" });
        let made = if is_new { vec![id] } else { Vec::new() };
        self.act(words, old.into_iter().collect(), made, |log| _ = log.put(entry));
        self.show(Screen::Home);
        self.say(&self.text(if is_new { "added" } else { "changed" }));
        if is_new {
            let count = self.inside().log.borrow().count();
            self.shared.emit("adil-progress", vec![("entries", count.into())]);
        }
    }

    /// The price list that the form has: of an entry that is changed, its own prices.
    pub fn goods_of_form(self) -> Vec<Good> {
        let mut goods = self.goods();
        let inside = self.inside();
        let log = inside.log.borrow();
        let draft = inside.draft.borrow();
        let Some(entry) = log.find(&draft.id) else { return goods };
        for (_, value) in &entry.values {
            let Value::Goods(lines) = value else { continue };
            for line in lines {
                match goods.iter_mut().find(|good| good.id == line.good) {
                    Some(good) => good.price = line.price,
                    None => goods.push(Good {
                        id: line.good.clone(),
                        name: self.shared.record(|record| {
                            let listed = record.goods().iter().find(|g| g.id == line.good);
                            let name = listed.map(|good| good.name.clone());
                            name.unwrap_or_else(|| Localized::plain(&line.good))
                        }),
                        price: line.price,
                    }),
                }
            }
        }
        goods
    }
}
