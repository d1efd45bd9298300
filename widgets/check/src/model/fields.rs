//! What authors write: questions, what is reckoned from the answers, rules, results.

use adil::content::{Count, Localized, Reference, Rich};
use adil::json::{Cursor, FromJson, Problem};
use adil::rules::{Amount, Condition, Variables};

/// A rule as it was written, with its place; what it names is checked once all names are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    text: String,
    path: String,
}

impl Formula {
    /// The rule as something that is true or false.
    ///
    /// # Errors
    /// The place in the file and in the rule, what was expected and what was found.
    pub fn condition(&self, variables: &Variables) -> Result<Condition, Problem> {
        Condition::parse(&self.text, variables).map_err(|problem| problem.within(&self.path))
    }

    /// The rule as a number.
    ///
    /// # Errors
    /// The place in the file and in the rule, what was expected and what was found.
    pub fn amount(&self, variables: &Variables) -> Result<Amount, Problem> {
        Amount::parse(&self.text, variables).map_err(|problem| problem.within(&self.path))
    }
}

impl FromJson for Formula {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let text = cursor.text("a rule in quotes, such as \"gift = 'yes'\"")?.to_owned();
        Ok(Formula { text, path: cursor.path() })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "string", "maxLength": adil::rules::LONGEST })
    }
}

/// A whole number, also below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(pub i32);

impl FromJson for Whole {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "a whole number between -1000000 and 1000000";
        let number = cursor.number(-1e6, 1e6, WHAT)?;
        if number.fract() != 0.0 {
            return Err(cursor.expected(WHAT));
        }
        #[expect(clippy::cast_possible_truncation)]
        Ok(Whole(number as i32))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "integer", "minimum": -1_000_000, "maximum": 1_000_000 })
    }
}

adil::words! {
    /// How a question is answered.
    pub enum Type {
        /// Yes, no, or not sure
        "yes-no" YesNo,
        /// One of the options
        "one" One,
        /// Any of the options
        "some" Some,
        /// From 0 to 4, or not applicable with a reason
        "scale" Scale,
        /// A day
        "date" Date,
        /// A short text, which stays on the device
        "text" Text,
    }
}

adil::words! {
    /// Which rules count.
    pub enum Match {
        /// The first that holds
        "first" First,
        /// All that hold
        "all" All,
    }
}

adil::words! {
    /// How serious a result is.
    pub enum Tone {
        /// Nothing has to be done
        "calm" Calm,
        /// Something is to be kept in mind
        "mind" Mind,
        /// Something has to be done now
        "act" Act,
    }
}

adil::words! {
    /// What is kept between visits.
    pub enum Keeping {
        /// What the page's attribute `storage` says
        "page" Page,
        /// Nothing, until somebody asks for it
        "asked" Asked,
        /// Nothing at all
        "never" Never,
    }
}

adil::words! {
    /// What the page hears of a run.
    pub enum Telling {
        /// How far it is, and the result
        "result" Result,
        /// How far it is, and that it ended, but not how
        "end" End,
        /// Nothing: no event is fired
        "nothing" Nothing,
    }
}

adil::words! {
    /// How a line of a declaration is filled in.
    pub enum Line {
        /// A short text
        "line" Line,
        /// A longer text
        "lines" Lines,
        /// A day
        "date" Date,
        /// The role, known already
        "role" Role,
        /// The result, known already
        "result" Result,
        /// What is proposed, of the file's `measures`
        "measures" Measures,
        /// The day on which to look again
        "review" Review,
    }
}

adil::record! {
    /// What is said of an answer in the sentence that explains a result, as the person would say
    /// it: "I take part in a decision now".
    pub struct Said {
        /// Of yes.
        "yes" yes: Option<Localized>,
        /// Of no.
        "no" no: Option<Localized>,
    }
}

adil::record! {
    /// An answer to choose.
    pub struct Choice {
        /// Its name in rules.
        "id" id: Reference,
        /// What it says.
        "text" text: Rich,
        /// What is said of it in the sentence that explains a result.
        "said" said: Option<Localized>,
    }
}

adil::record! {
    /// Other words of a question for some roles.
    pub struct Variant {
        /// The ids of the roles.
        "roles" roles: Vec<Reference>,
        /// The question.
        "text" text: Option<Rich>,
        /// What helps to answer it.
        "help" help: Option<Rich>,
    }
}

adil::record! {
    /// What another edition of a standard says about the place of a question.
    pub struct Edition {
        /// The id of the edition.
        "edition" edition: Reference,
        /// The clause's number there.
        "clause" clause: Option<String>,
        /// The clause's title there.
        "title" title: Option<Localized>,
        /// What else is different.
        "note" note: Option<Localized>,
    }
}

adil::record! {
    /// A question.
    pub struct QuestionFields {
        /// Its name in rules: letters, digits and `_`.
        "id" id: Reference,
        /// How it is answered.
        "type" kind: Type = Type::YesNo,
        /// The question.
        "text" text: Rich,
        /// What helps to answer it.
        "help" help: Option<Rich>,
        /// The id of its group.
        "group" group: Option<Reference>,
        /// When it is asked, by earlier questions; missing: always.
        "if" condition: Option<Formula>,
        /// The ids of the roles that are asked; missing: all.
        "roles" roles: Vec<Reference>,
        /// Other words for some roles.
        "variants" variants: Vec<Variant>,
        /// The answers of `one` and `some`.
        "options" options: Vec<Choice>,
        /// Whether yes and no have "not sure" beside them.
        "unsure" unsure: bool = true,
        /// Whether it may stay without an answer.
        "optional" optional: bool = false,
        /// How much is at risk, from 1 to 5: what of a scale weighs more.
        "weight" weight: Count = Count(1),
        /// The number of the clause that it belongs to.
        "clause" clause: Option<String>,
        /// The title of the clause.
        "title" title: Option<Localized>,
        /// What other editions say.
        "editions" editions: Vec<Edition>,
        /// What is said of its answers where a result is explained.
        "said" said: Option<Said>,
    }
}

adil::record! {
    /// A role, or anything else that has a name.
    pub struct Entry {
        /// Its name in this file.
        "id" id: Reference,
        /// What people read.
        "text" text: Localized,
    }
}

adil::record! {
    /// From which number on a level has which word.
    pub struct Level {
        /// The least number.
        "from" from: Whole,
        /// The word.
        "word" word: String,
    }
}

adil::record! {
    /// What is reckoned from the answers: a flag by `if`, a number by `amount`, or with `levels` a
    /// word.
    pub struct ValueFields {
        /// Its name in rules.
        "id" id: Reference,
        /// A flag: whether this holds.
        "if" condition: Option<Formula>,
        /// A number: a count or a sum.
        "amount" amount: Option<Formula>,
        /// Words for the number, from the lowest to the highest.
        "levels" levels: Vec<Level>,
    }
}

adil::record! {
    /// Which answers lead to which result.
    pub struct RuleFields {
        /// When; missing: in all other cases.
        "if" condition: Option<Formula>,
        /// The id of the result.
        "result" result: Reference,
    }
}

adil::record! {
    /// A piece of advice.
    pub struct StepFields {
        /// What to do.
        "text" text: Rich,
        /// When it is given; missing: always.
        "if" condition: Option<Formula>,
    }
}

adil::record! {
    /// A result.
    pub struct ResultFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "title" title: Localized,
        /// What it means.
        "text" text: Rich,
        /// How serious it is.
        "tone" tone: Tone = Tone::Mind,
        /// What to do, as a list to tick.
        "steps" steps: Vec<StepFields>,
        /// Whether a declaration is offered.
        "declare" declare: bool = false,
        /// After how many days to look again.
        "review" review: Option<Count>,
    }
}

adil::record! {
    /// Somebody to turn to.
    pub struct Contact {
        /// Who it is.
        "title" title: Localized,
        /// How to reach them.
        "text" text: Rich,
    }
}

adil::record! {
    /// A line of a declaration.
    pub struct LineFields {
        /// Its name in the saved file.
        "id" id: Reference,
        /// What stands before it.
        "label" label: Localized,
        /// How it is filled in.
        "type" kind: Line = Line::Line,
    }
}

adil::record! {
    /// A declaration to fill in, print and save.
    pub struct Declaration {
        /// Its heading.
        "title" title: Localized,
        /// What people read first.
        "intro" intro: Option<Rich>,
        /// Its lines.
        "lines" lines: Vec<LineFields>,
        /// Whose signatures have lines on paper.
        "signatures" signatures: Vec<Localized>,
    }
}

adil::record! {
    /// How the check keeps quiet.
    pub struct Privacy {
        /// What is kept between visits.
        "keep" keep: Keeping = Keeping::Page,
        /// Whether a button leaves the page at once.
        "exit" exit: bool = false,
        /// Whether all is covered when the tab is hidden.
        "blank" blank: bool = false,
        /// What the page hears.
        "tell" tell: Telling = Telling::Result,
    }
}

impl Default for Privacy {
    fn default() -> Privacy {
        Privacy { keep: Keeping::Page, exit: false, blank: false, tell: Telling::Result }
    }
}
