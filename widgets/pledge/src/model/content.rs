//! What a pledge file holds beside its envelope.

use adil::content::{Day, Kind, Localized, Picture, Reference, Rich};
use adil::json::{Cursor, Fields, FromJson, Problem, Record};

/// The most clauses that one pledge may hold; nobody keeps more in mind.
pub const MOST_CLAUSES: usize = 8;

adil::words! {
    /// What a learner does to take a clause into the pledge.
    pub enum Gesture {
        /// Tick it.
        "tick" Tick,
        /// Hold a key or a finger on it for a moment; ticking stays possible.
        "hold" Hold,
    }
}

adil::words! {
    /// How a certificate is signed. Nothing of it is ever kept or sent.
    pub enum SignatureKind {
        /// Not at all.
        "none" Nothing,
        /// By initials.
        "initials" Initials,
        /// By a first name.
        "first-name" FirstName,
        /// By the name of a class.
        "class" Class,
        /// By hand, with a mouse, a pen or a finger, or typed instead.
        "drawn" Drawn,
    }
}

adil::record! {
    /// One promise.
    pub struct Clause {
        /// Names the clause for good within the file.
        "id" id: Reference,
        /// The whole promise, one sentence.
        "text" text: Localized,
        /// Two to four words for it.
        "short" short: Option<Localized>,
        /// A picture beside it.
        "picture" picture: Option<Picture>,
        /// A real situation in which it helps.
        "example" example: Option<Rich>,
        /// Whether it is only offered.
        "optional" optional: bool = false,
    }
}

adil::record! {
    /// What is said just before an act such as a test.
    pub struct Reminder {
        /// The clause it recalls.
        "clause" clause: Reference,
        /// One real example of what the clause means now.
        "example" example: Rich,
    }
}

adil::record! {
    /// A school quarter. Ministries set its days anew each year.
    pub struct Quarter {
        /// Its first day.
        "start" start: Day,
        /// Its last day.
        "end" end: Day,
    }
}

adil::record! {
    /// What a certificate says beside the clauses.
    pub struct CertificateTexts {
        /// Its heading.
        "title" title: Localized,
        /// One sentence before the clauses.
        "body" body: Localized,
        /// One sentence below them.
        "footer" footer: Option<Localized>,
    }
}

adil::record! {
    /// The fields of a pledge as they stand in a file.
    pub struct PledgeFields {
        /// What learners read first: what a pledge is, and that it is voluntary.
        "preface" preface: Option<Rich>,
        /// Thanks, for those who pledged and those who did not.
        "afterword" afterword: Option<Rich>,
        /// The clauses, at least one and at most eight.
        "clauses" clauses: Clauses,
        /// What reminders say; without any, a clause's own example.
        "reminders" reminders: Vec<Reminder>,
        /// How a clause is taken.
        "gesture" gesture: Gesture = Gesture::Tick,
        /// How the certificate is signed, unless the page says otherwise.
        "signature" signature: SignatureKind = SignatureKind::Nothing,
        /// The quarters of this school year, after which a pledge is renewed.
        "quarters" quarters: Vec<Quarter>,
        /// What a certificate says.
        "certificate" certificate: Option<CertificateTexts>,
    }
}

/// The pledge itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Pledge(PledgeFields);

impl std::ops::Deref for Pledge {
    type Target = PledgeFields;

    fn deref(&self) -> &PledgeFields {
        &self.0
    }
}

impl Record for Pledge {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let pledge = PledgeFields::from_fields(fields)?;
        let known = |id: &Reference| pledge.clauses.iter().any(|clause| clause.id == *id);
        fields.read("reminders", |cursor| {
            cursor.each("a list of reminders", |cursor| match Reminder::read(cursor) {
                Ok(reminder) if !known(&reminder.clause) => {
                    let problem = cursor.expected("the id of a clause of this file");
                    Err(problem.but_found(&["\"", reminder.clause.as_str(), "\""].concat()))
                }
                other => other,
            })
        })?;
        fields.read("quarters", |cursor| {
            cursor.each("a list of quarters", |cursor| match Quarter::read(cursor) {
                Ok(quarter) if quarter.end < quarter.start => {
                    Err(cursor.expected("an end after the start").but_found(quarter.end.as_str()))
                }
                other => other,
            })
        })?;
        Ok(Pledge(pledge))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        PledgeFields::describe(definitions, object);
    }
}

impl Kind for Pledge {
    const KIND: &'static str = "pledge";
}

/// The clauses of a pledge: one to eight, each with an id of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Clauses(Vec<Clause>);

impl std::ops::Deref for Clauses {
    type Target = [Clause];

    fn deref(&self) -> &[Clause] {
        &self.0
    }
}

impl FromJson for Clauses {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        if cursor.json().list().len() > MOST_CLAUSES {
            return Err(cursor.expected("at most 8 clauses"));
        }
        let mut seen = Vec::new();
        let clauses = cursor.each("a list of clauses", |cursor| {
            let clause = Clause::read(cursor)?;
            if seen.contains(&clause.id) {
                let problem = cursor.expected("an id that no other clause of this file has");
                return Err(problem.but_found(&["\"", clause.id.as_str(), "\" again"].concat()));
            }
            seen.push(clause.id.clone());
            Ok(clause)
        })?;
        if clauses.is_empty() {
            Err(cursor.expected("at least one clause"))
        } else {
            Ok(Clauses(clauses))
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_CLAUSES,
            "items": Clause::schema(definitions),
        })
    }
}
