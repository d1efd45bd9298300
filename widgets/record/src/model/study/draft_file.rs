//! The file of a study that was set up.

use adil::Json;

use super::draft::{Draft, LETTERS, Rows, item_field, lines};
use adil::amounts::whole;
use adil::json::number_text;

impl Draft {
    /// The study as a file has it, in one language. What it lacks is told by [`Draft::troubles`].
    pub fn file(&self, lang: &str, level: &str) -> Json {
        let text = |name: &str| Json::from(self.get(name).trim());
        let list = |name: &str, word: &str| {
            let one = |(n, line): (usize, &&str)| named(&place(word, n), line);
            Json::List(lines(self.get(name)).iter().enumerate().map(one).collect())
        };
        let forms = (0..self.forms()).map(|form| self.form(form)).collect();
        let wave = |(id, name)| named(id, self.get(name).trim());
        let waves = [("before", "wave0"), ("after", "wave1")].map(wave).into();
        let scale = lines(self.get("scale")).into_iter().map(Json::from).collect();
        let cell = whole(self.get("cell")).unwrap_or(5);
        let mut fields: Vec<(&str, Json)> = vec![
            ("format", "adil".into()),
            ("formatVersion", 1_usize.into()),
            ("kind", "study".into()),
            ("id", text("id")),
            ("contentVersion", "1".into()),
            ("title", text("title")),
            ("level", level.into()),
            ("languages", Json::List(vec![lang.into()])),
            ("consent", text("consent")),
            ("waves", Json::List(waves)),
            ("forms", Json::List(forms)),
            ("crossed", (self.is_on("crossed") && self.forms() == 2).into()),
            ("code", self.code()),
            ("smallestCell", (cell as f64).into()),
            ("attitudes", self.attitudes()),
            ("scale", Json::List(scale)),
            ("arms", list("arms", "arm")),
            ("open", list("open", "open")),
            ("fidelity", list("fidelity", "part")),
            ("feedback", self.feedback()),
        ];
        for name in ["intro", "thanks"] {
            if !self.get(name).trim().is_empty() {
                fields.push((name, text(name)));
            }
        }
        let is_there = |value: &Json| !matches!(value, Json::List(list) if list.is_empty());
        let fields = fields.into_iter().filter(|(_, value)| is_there(value));
        Json::Object(fields.map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn form(&self, form: usize) -> Json {
        let item = |n: usize| {
            let texts = self.options(n, form);
            let option = |(letter, text): (&&str, &&str)| named(letter, text);
            let options = LETTERS.iter().zip(&texts).map(option).collect();
            let right = self.right(n, form).and_then(|place| LETTERS.get(place)).unwrap_or(&"");
            Json::object([
                ("id", self.get(&Rows::Item.field(n, "id")).into()),
                ("stem", self.get(&item_field(n, form, "stem")).trim().into()),
                ("options", Json::List(options)),
                ("right", (*right).into()),
            ])
        };
        let items = (0..self.count(Rows::Item)).map(item).collect();
        let id = if form == 0 { "A" } else { "B" };
        Json::object([("id", id.into()), ("items", Json::List(items))])
    }

    fn attitudes(&self) -> Json {
        let one = |n: usize| {
            Json::object([
                ("id", place("opinion", n).into()),
                ("text", self.get(&Rows::Attitude.field(n, "text")).trim().into()),
                ("reversed", self.is_on(&Rows::Attitude.field(n, "reversed")).into()),
            ])
        };
        Json::List((0..self.count(Rows::Attitude)).map(one).collect())
    }

    fn code(&self) -> Json {
        let one = |n: usize| {
            let options = lines(self.get(&Rows::Code.field(n, "options"))).into_iter().enumerate();
            let options = options.map(|(n, text)| named(&place("o", n), text)).collect();
            Json::object([
                ("id", place("code", n).into()),
                ("text", self.get(&Rows::Code.field(n, "text")).trim().into()),
                ("options", Json::List(options)),
            ])
        };
        Json::List((0..self.count(Rows::Code)).map(one).collect())
    }

    fn feedback(&self) -> Json {
        let asked = [("ratings", false), ("words", true)].into_iter().flat_map(|(name, words)| {
            lines(self.get(name)).into_iter().enumerate().map(move |(n, text)| {
                Json::object([
                    ("id", place(name, n).into()),
                    ("text", text.into()),
                    ("words", words.into()),
                ])
            })
        });
        Json::List(asked.collect())
    }
}

fn place(word: &str, n: usize) -> String {
    [word, "-", &number_text(n as f64 + 1.0)].concat()
}

fn named(id: &str, text: &str) -> Json {
    Json::object([("id", id.into()), ("text", text.into())])
}
