//! The declaration that somebody fills in, and the day on which to look again.

use adil::calendar;
use adil::content::Day;
use adil::host::{download, moment, random_number, today};
use adil::json::{number_text, write};

use super::Session;
use crate::model::{Declared, Field, Line};

impl Session {
    /// The day on which to look again, by the result.
    pub fn review(self) -> Option<Day> {
        let first = self.verdict().results.first().copied()?;
        let days = self.check(|check| check.results[first].fields.review)?;
        Some(today().plus(u32::try_from(days.0).unwrap_or(365)))
    }

    /// The title of the result, with "at least" where a "not sure" could change it.
    pub fn result_words(self) -> String {
        let verdict = self.verdict();
        let Some(first) = verdict.results.first() else { return self.text("no_result") };
        let title = self.read(|widget| {
            widget.document.body.results[*first].fields.title.get(&widget.rich.lang).to_owned()
        });
        if verdict.is_open() { self.fill("at_least", &[("type", &title)]) } else { title }
    }

    /// What a line of the declaration says at first.
    fn first_words(self, kind: Line) -> String {
        match kind {
            Line::Line | Line::Lines => String::new(),
            Line::Date => today().as_str().to_owned(),
            Line::Review => self.review().map_or(String::new(), |day| day.as_str().to_owned()),
            Line::Result => self.result_words(),
            Line::Role => self.answers(|check, answers| {
                let role = answers.role.and_then(|n| check.fields.roles.get(n));
                let lang = self.read(|widget| widget.rich.lang.clone());
                role.map_or(String::new(), |role| role.text.get(&lang).to_owned())
            }),
            Line::Measures => {
                let chosen = self.context().proposed.borrow().clone();
                let words = self.read(|widget| {
                    let all = &widget.document.body.fields.measures;
                    let chosen = chosen.iter().filter_map(|n| all.get(*n));
                    chosen.map(|one| one.text.get(&widget.rich.lang).to_owned()).collect::<Vec<_>>()
                });
                words.join("; ")
            }
        }
    }

    /// Begins the declaration with what is known already; what was typed stays.
    pub fn declare(self) {
        let kinds: Vec<Line> = self.check(|check| {
            let lines = check.fields.declaration.as_ref().map(|one| one.lines.iter());
            lines.into_iter().flatten().map(|line| line.kind).collect()
        });
        let context = self.context();
        let old = context.typed.borrow().clone();
        let line = |(n, kind): (usize, &Line)| match (old.get(n), kind) {
            (Some(words), Line::Line | Line::Lines | Line::Date) => words.clone(),
            _ => self.first_words(*kind),
        };
        let typed = kinds.iter().enumerate().map(line).collect();
        context.typed.replace(typed);
        self.show(super::Screen::Declaration);
    }

    /// What a line of the declaration says.
    pub fn typed(self, n: usize) -> String {
        self.context().typed.borrow().get(n).cloned().unwrap_or_default()
    }

    /// Writes a line of the declaration.
    pub fn type_line(self, n: usize, words: String) {
        if let Some(line) = self.context().typed.borrow_mut().get_mut(n) {
            *line = words;
        }
    }

    /// Whether a measure is proposed.
    pub fn proposes(self, n: usize) -> bool {
        self.context().proposed.borrow().contains(&n)
    }

    /// Proposes a measure, or does not any more.
    pub fn propose(self, n: usize) {
        let context = self.context();
        let mut proposed = context.proposed.borrow_mut();
        let count = proposed.len();
        proposed.retain(|one| *one != n);
        if proposed.len() == count {
            proposed.push(n);
            proposed.sort_unstable();
        }
    }

    /// The declaration as it is filled in now. Days are as people write them in the text, and as
    /// the calendar has them in a file.
    fn declared(self, for_people: bool) -> Option<Declared> {
        let verdict = self.verdict();
        self.read(|widget| {
            let check = &widget.document.body;
            let declaration = check.fields.declaration.as_ref()?;
            let lang = widget.rich.lang.as_str();
            let mut review = None;
            let field = |(n, line): (usize, &crate::model::LineFields)| {
                let value = self.typed(n);
                let day = Day::parse(&value);
                if line.kind == Line::Review {
                    review.clone_from(&day);
                }
                let is_day = matches!(line.kind, Line::Date | Line::Review) && for_people;
                let value = day.filter(|_| is_day).map_or(value, |day| widget.texts.date(&day));
                let (id, label) = (line.id.as_str().to_owned(), line.label.get(lang).to_owned());
                Field { id, label, value }
            };
            let fields = declaration.lines.iter().enumerate().map(field).collect();
            let result = verdict.results.first().map(|n| check.results[*n].fields.id.as_str());
            Some(Declared {
                title: declaration.title.get(lang).to_owned(),
                check: widget.document.envelope.id.as_str().to_owned(),
                result: result.unwrap_or_default().to_owned(),
                review,
                fields,
            })
        })
    }

    /// Saves the declaration as text.
    pub fn save_text(self) {
        if let Some(declared) = self.declared(true) {
            download("declaration.txt", "text/plain;charset=utf-8", &declared.text());
            self.saved("text");
        }
    }

    /// Saves the declaration as a file for the register.
    pub fn save_json(self) {
        if let Some(declared) = self.declared(false) {
            download("declaration.json", "application/json", &write(&declared.json()));
            self.saved("json");
        }
    }

    /// What names the review day in calendars: the same for a run each time that it is saved, and
    /// another for everybody else's.
    fn review_name(self) -> String {
        let context = self.context();
        if context.review.borrow().is_empty() {
            let [first, second] = std::array::from_fn(|_| number_text(f64::from(random_number())));
            context.review.replace([&first, "-", &second].concat());
            self.keep();
        }
        context.review.borrow().clone()
    }

    /// Saves the review day for a calendar. It says nothing of what was found: a calendar is often
    /// seen by others.
    pub fn save_review(self) {
        let Some(day) = self.review() else { return };
        let uid = [&self.review_name(), "@adil-check"].concat();
        let title =
            self.read(|widget| widget.document.envelope.title.get(&widget.rich.lang).to_owned());
        let event = calendar::Event {
            uid: &uid,
            day: &day,
            hour: 9,
            minutes: 15,
            summary: &self.text("review_again"),
            description: &title,
            sequence: calendar::sequence_of(&day),
            reminds_before: 0,
        };
        download("review.ics", "text/calendar", &calendar::file(&[event], &moment()));
        self.saved("calendar");
    }

    /// Says, and tells the page, that something was saved.
    pub(super) fn saved(self, kind: &str) {
        self.say(&self.text("saved"));
        self.emit("adil-export", vec![("kind", kind.into())]);
    }
}
