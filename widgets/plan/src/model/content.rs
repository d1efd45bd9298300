//! What authors write, read and joined.

use adil::content::{Address, Kind, Localized, Purpose, Rich};
use adil::json::{Cursor, Fields, FromJson, Problem, Record, distinct, number_text};

use super::blocks::{Block, Variant, Where};
use super::campaign::Campaign;
use adil::content::Reference;

/// The most blocks of one variant.
const MOST_BLOCKS: usize = 60;

/// An address that a reader may follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Link(pub Address);

impl FromJson for Link {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "an address to read at";
        let address = Address::parse(cursor.text(WHAT)?, Purpose::Link);
        address.map(Link).ok_or_else(|| cursor.expected(WHAT))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "string", "format": "uri-reference" })
    }
}

adil::record! {
    /// A sheet to hand out, on paper of its own.
    pub struct Handout {
        /// What it is called.
        "title" title: Localized,
        /// What stands on it.
        "text" text: Rich,
    }
}

adil::record! {
    /// Something that belongs to the lesson and lies elsewhere.
    pub struct Related {
        /// What it is called.
        "title" title: Localized,
        /// Where it is.
        "url" url: Option<Link>,
    }
}

adil::record! {
    /// An exercise of a university class.
    pub struct Exercise {
        /// Before, in or after the class.
        "where" place: Where,
        /// What it is called.
        "title" title: Localized,
        /// What is done.
        "text" text: Rich,
    }
}

adil::record! {
    /// The plan as its author writes it.
    pub struct PlanFields {
        /// What this edition is about.
        "theme" theme: Option<Localized>,
        /// The questions that the lesson asks.
        "keyQuestions" key_questions: Vec<Rich>,
        /// What is needed.
        "material" material: Vec<Rich>,
        /// What to look at before the lesson.
        "checklist" checklist: Vec<Rich>,
        /// The blocks of the lesson, 1 to 60.
        "blocks" blocks: Vec<Block>,
        /// The same lesson for another time or age.
        "variants" variants: Vec<Variant>,
        /// What a teacher should know.
        "guidance" guidance: Vec<Rich>,
        /// What families can do.
        "family" family: Option<Rich>,
        /// For those who want more.
        "extension" extension: Option<Rich>,
        /// How to adapt it.
        "adaptation" adaptation: Vec<Rich>,
        /// The key issues of a university class.
        "keyIssues" key_issues: Vec<Rich>,
        /// Exercises before, in and after a university class.
        "exercises" exercises: Vec<Exercise>,
        /// What everybody reads.
        "coreReading" core_reading: Vec<Related>,
        /// What some may read besides.
        "advancedReading" advanced_reading: Vec<Related>,
        /// How to see what was learned.
        "assessment" assessment: Option<Rich>,
        /// Sheets to hand out.
        "handouts" handouts: Vec<Handout>,
        /// What belongs to the lesson and lies elsewhere.
        "related" related: Vec<Related>,
        /// Dates, counts and papers of an action that comes again.
        "campaign" campaign: Option<Campaign>,
    }
}

/// A lesson plan with at least one variant.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What its author wrote; the blocks are in `variants`.
    pub fields: PlanFields,
    /// The lesson itself first, then the same for other times and ages.
    pub variants: Vec<Variant>,
    /// What a learner can do afterwards, as the envelope has it.
    pub outcomes: Vec<Localized>,
    /// Values it serves.
    pub values: Vec<String>,
    /// Skills it trains.
    pub skills: Vec<String>,
}

/// A part of the plan that is a list of texts under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The key of its heading.
    pub key: &'static str,
    /// Its texts.
    pub texts: Vec<Rich>,
    /// Whether it is for the teacher alone.
    pub is_for_teacher: bool,
}

impl Plan {
    /// The parts of the plan before the blocks, or after them; those without a text are left out.
    pub fn sections(&self, before: bool) -> Vec<Section> {
        let PlanFields { key_questions, material, checklist, guidance, adaptation, .. } =
            &self.fields;
        let one = |text: &Option<Rich>| text.iter().cloned().collect::<Vec<_>>();
        let outcomes = self.outcomes.iter().cloned().map(Rich::Marked).collect();
        let all = if before {
            vec![
                ("key_questions", key_questions.clone(), false),
                ("outcomes", outcomes, false),
                ("key_issues", self.fields.key_issues.clone(), false),
                ("material", material.clone(), true),
                ("checklist", checklist.clone(), true),
                ("guidance", guidance.clone(), true),
            ]
        } else {
            vec![
                ("assessment", one(&self.fields.assessment), true),
                ("family", one(&self.fields.family), false),
                ("extension", one(&self.fields.extension), false),
                ("adaptation", adaptation.clone(), true),
            ]
        };
        let section = |(key, texts, is_for_teacher)| Section { key, texts, is_for_teacher };
        all.into_iter().map(section).filter(|section| !section.texts.is_empty()).collect()
    }
}

/// The blocks of one variant: neither none nor too many, and no two with one name.
fn check_blocks(path: &str, blocks: &[Block]) -> Result<(), Problem> {
    if blocks.is_empty() || blocks.len() > MOST_BLOCKS {
        return Err(Problem::new(path, "1 to 60 blocks", &number_text(blocks.len() as f64)));
    }
    let ids: Vec<&str> = blocks.iter().map(|block| block.id.as_str()).collect();
    distinct(path, &ids, "block of this variant")
}

impl Record for Plan {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let mut written = PlanFields::from_fields(fields)?;
        check_blocks("blocks", &written.blocks)?;
        for (n, variant) in written.variants.iter().enumerate() {
            let path = ["variants[", &number_text(n as f64), "].blocks"].concat();
            check_blocks(&path, &variant.blocks)?;
        }
        let title = fields.get::<Localized>("title")?;
        let Some(id) = Reference::parse("whole") else { return Err(fields.missing("blocks")) };
        let blocks = std::mem::take(&mut written.blocks);
        let first = Variant { id, title, level: None, blocks };
        let said = fields.get::<Option<f64>>("minutes")?;
        if said.is_some_and(|said| (said - f64::from(first.minutes())).abs() > 0.0) {
            let sum = number_text(f64::from(first.minutes()));
            let warning = ["the blocks add up to ", &sum, " minutes, not to what minutes says"];
            fields.warn(&warning.concat());
        }
        let variants = std::iter::once(first).chain(std::mem::take(&mut written.variants));
        let variants: Vec<Variant> = variants.collect();
        let ids: Vec<&str> = variants.iter().map(|variant| variant.id.as_str()).collect();
        distinct("variants", &ids, "variant; the lesson itself is called whole")?;
        Ok(Plan {
            variants,
            outcomes: fields.get_or("outcomes", Vec::new())?,
            values: fields.get_or("values", Vec::new())?,
            skills: fields.get_or("skills", Vec::new())?,
            fields: written,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        PlanFields::describe(definitions, object);
    }
}

impl Kind for Plan {
    const KIND: &'static str = "plan";
}
