//! What pupils and teachers answered on one device, and its file.

use adil::Json;
use adil::json::number_text;

use super::content::Study;

/// The most answers that one device keeps, and the most of a study.
pub const MOST_ANSWERS: usize = 3_000;

/// What a file is called by its field `format`.
const FORMAT: &str = "adil-study";

/// What is kept of a study, by the names of its sheet, each with the fields that it stands for: what
/// people read of it is made from these.
pub const STUDY_KEPT: [(&str, &[&str]); 6] = [
    ("code", &["id", "code"]),
    ("arm", &["arm", "wave", "form"]),
    ("items", &["items"]),
    ("attitudes", &["attitudes"]),
    ("open", &["open"]),
    ("sheet", &["fidelity", "ratings", "words"]),
];

/// What one pupil answered at one time. No name, no day.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answers {
    /// Tells it from all others.
    pub id: String,
    /// The pupil's own code.
    pub code: String,
    /// The place of the arm.
    pub arm: usize,
    /// 0 before, 1 after.
    pub wave: usize,
    /// The place of the form.
    pub form: usize,
    /// The chosen option of each item, by its id; what was skipped is not there.
    pub items: Vec<(String, String)>,
    /// The step of each statement, from 0.
    pub attitudes: Vec<(String, usize)>,
    /// What was written in words. It never leaves the device.
    pub open: Vec<(String, String)>,
}

/// What a teacher says of the lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Which parts took place.
    pub fidelity: Vec<(String, bool)>,
    /// Answers from 1 to 5.
    pub ratings: Vec<(String, usize)>,
    /// Answers in words. They never leave the device.
    pub words: Vec<(String, String)>,
}

/// All that one device has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// What pupils answered.
    pub answers: Vec<Answers>,
    /// What the teacher says; one sheet for each device.
    pub sheet: Sheet,
}

fn pairs<T>(kept: &Json, name: &str, read: impl Fn(&Json) -> Option<T>) -> Vec<(String, T)> {
    let Some(Json::Object(fields)) = kept.get(name) else { return Vec::new() };
    let pair = |(name, value): &(String, Json)| Some((name.clone(), read(value)?));
    fields.iter().take(200).filter_map(pair).collect()
}

fn object<T>(list: &[(String, T)], write: impl Fn(&T) -> Json) -> Json {
    Json::Object(list.iter().map(|(name, value)| (name.clone(), write(value))).collect())
}

fn small(json: &Json) -> Option<usize> {
    let n = json.number().filter(|n| n.fract() == 0.0 && (0.0..=100.0).contains(n))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(n as usize)
}

fn short(json: &Json) -> Option<String> {
    Some(json.text()?.chars().take(500).collect())
}

fn texts(list: &[(String, String)]) -> Json {
    object(list, |text| text.as_str().into())
}

impl Answers {
    /// What was chosen for an item.
    pub fn item(&self, id: &str) -> Option<&str> {
        self.items.iter().find(|(name, _)| name == id).map(|(_, option)| option.as_str())
    }

    /// The step of a statement.
    pub fn attitude(&self, id: &str) -> Option<usize> {
        self.attitudes.iter().find(|(name, _)| name == id).map(|(_, step)| *step)
    }

    /// Whether an item was answered right; nothing where it was skipped.
    pub fn is_right(&self, study: &Study, item: &str) -> Option<bool> {
        let chosen = self.item(item)?;
        let item = study.form(self.form).items.iter().find(|one| one.id.as_str() == item)?;
        Some(item.right.as_str() == chosen)
    }

    /// How many items were answered right. A skipped one was not; nothing where all were.
    pub fn score(&self, study: &Study) -> Option<f64> {
        let items = study.forms[0].items.iter();
        let marks: Vec<bool> =
            items.filter_map(|item| self.is_right(study, item.id.as_str())).collect();
        (!marks.is_empty()).then(|| marks.iter().filter(|right| **right).count() as f64)
    }

    fn save(&self, with_open: bool) -> Json {
        let mut fields = vec![
            ("id".to_owned(), self.id.as_str().into()),
            ("code".to_owned(), self.code.as_str().into()),
            ("arm".to_owned(), self.arm.into()),
            ("wave".to_owned(), self.wave.into()),
            ("form".to_owned(), self.form.into()),
            ("items".to_owned(), texts(&self.items)),
            ("attitudes".to_owned(), object(&self.attitudes, |step| (*step).into())),
        ];
        if with_open {
            fields.push(("open".to_owned(), texts(&self.open)));
        }
        Json::Object(fields)
    }

    fn restore(study: &Study, kept: &Json) -> Option<Answers> {
        let text = |name: &str| {
            let text = kept.get(name).and_then(Json::text)?;
            (1..=120).contains(&text.len()).then(|| text.to_owned())
        };
        let place = |name: &str, of: usize| kept.get(name).and_then(small).filter(|n| *n < of);
        let steps = study.fields.scale.len();
        let attitudes = pairs(kept, "attitudes", small);
        Some(Answers {
            id: text("id")?,
            code: text("code")?,
            arm: place("arm", study.fields.arms.len())?,
            wave: place("wave", 2)?,
            form: place("form", 2)?,
            items: pairs(kept, "items", short),
            attitudes: attitudes.into_iter().filter(|(_, step)| *step < steps).collect(),
            open: pairs(kept, "open", short),
        })
    }
}

impl Device {
    /// All of it, as it is kept; a file has nothing that was written in words.
    pub fn save(&self, with_words: bool) -> Json {
        let sheet = &self.sheet;
        let mut fields = vec![
            ("fidelity".to_owned(), object(&sheet.fidelity, |done| (*done).into())),
            ("ratings".to_owned(), object(&sheet.ratings, |n| (*n).into())),
        ];
        if with_words {
            fields.push(("words".to_owned(), texts(&sheet.words)));
        }
        let answers = self.answers.iter().map(|one| one.save(with_words)).collect();
        Json::object([("answers", Json::List(answers)), ("sheet", Json::Object(fields))])
    }

    /// What was kept; what is no answer is left out.
    pub fn restore(study: &Study, kept: &Json) -> Device {
        let answers = kept.get("answers").map(Json::list).unwrap_or_default();
        let read = |kept: &Json| Answers::restore(study, kept);
        let mut device = Device::default();
        for one in answers.iter().filter_map(read).take(MOST_ANSWERS) {
            device.add(one);
        }
        if let Some(sheet) = kept.get("sheet") {
            let flag = |json: &Json| match json {
                Json::Bool(flag) => Some(*flag),
                _ => None,
            };
            device.sheet = Sheet {
                fidelity: pairs(sheet, "fidelity", flag),
                ratings: pairs(sheet, "ratings", |n| small(n).filter(|n| (1..=5).contains(n))),
                words: pairs(sheet, "words", short),
            };
        }
        device
    }

    /// Adds answers, unless they are there; whether they were new.
    pub fn add(&mut self, answers: Answers) -> bool {
        let is_new = !self.answers.iter().any(|one| one.id == answers.id);
        let is_new = is_new && self.answers.len() < MOST_ANSWERS;
        if is_new {
            self.answers.push(answers);
        }
        is_new
    }

    /// Whether another pupil of the arm has the same code at this time.
    pub fn has_code(&self, arm: usize, wave: usize, code: &str) -> bool {
        self.answers.iter().any(|one| (one.arm, one.wave, one.code.as_str()) == (arm, wave, code))
    }
}

/// The file of a device.
pub fn write_answers(device: &Device, id: &str, content_version: &str) -> Json {
    Json::object([
        ("format", FORMAT.into()),
        ("formatVersion", 1_usize.into()),
        ("contentId", id.into()),
        ("contentVersion", content_version.into()),
        ("device", device.save(false)),
    ])
}

/// The answers of a file.
///
/// # Errors
/// The key of an interface text that says why there are none for this study.
pub fn read_answers(study: &Study, json: &Json, id: &str) -> Result<Device, &'static str> {
    if json.get("format").and_then(Json::text) != Some(FORMAT) {
        return Err("answers_none");
    }
    if json.get("formatVersion").and_then(Json::number).is_none_or(|version| version > 1.0) {
        return Err("file_newer");
    }
    if json.get("contentId").and_then(Json::text) != Some(id) {
        return Err("answers_other");
    }
    let device = json.get("device").map(|kept| Device::restore(study, kept)).unwrap_or_default();
    if device.answers.is_empty() { Err("answers_empty") } else { Ok(device) }
}

/// A number of a table for spreadsheets.
pub(super) fn number(n: f64) -> String {
    number_text(n)
}
