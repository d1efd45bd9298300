//! Answers as a code that is copied by hand, for pupils who answer on a phone of their own.

use adil::spelled;
use adil::tally::{NoCode, mark};

use super::answers::Answers;
use super::content::Study;

/// Into so many numbers the codes of pupils are folded.
const FOLDED: u32 = 1 << 18;

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has other than the right number of letters.
    Shape,
    /// A letter is wrong.
    Check,
    /// It is of another study.
    Foreign,
}

/// A pupil's code as a number: with a hundred pupils two share one about once in fifty studies,
/// and then they match nobody.
fn folded(code: &str) -> u32 {
    // FNV-1a, folded.
    let hash = code
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 14)) % FOLDED
}

/// A pupil's code as all of a collection are compared.
pub fn compared(code: &str) -> String {
    if code.starts_with('#') {
        return code.to_owned();
    }
    ["#", &adil::json::number_text(f64::from(folded(code)))].concat()
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Study {
    /// What the numbers of a code are below.
    fn bounds(&self) -> Vec<u32> {
        let first = [4096, small(self.fields.arms.len()), 2, 2, FOLDED];
        let options = |(a, b): (&super::content::Item, &super::content::Item)| {
            small(a.options.len().max(b.options.len())) + 1
        };
        let items = self.forms[0].items.iter().zip(&self.forms[1].items).map(options);
        let steps = small(self.fields.scale.len()) + 1;
        first.into_iter().chain(items).chain(self.fields.attitudes.iter().map(|_| steps)).collect()
    }

    /// The code of answers to the study with this id; nothing where the study has too many questions
    /// for one.
    pub fn code_of(&self, answers: &Answers, id: &str) -> Option<String> {
        let mut numbers = vec![
            mark(id),
            small(answers.arm),
            small(answers.wave),
            small(answers.form),
            folded(&answers.code),
        ];
        for item in &self.form(answers.form).items {
            let chosen = answers.item(item.id.as_str());
            let place = item.options.iter().position(|one| Some(one.id.as_str()) == chosen);
            numbers.push(place.map_or(0, |place| small(place) + 1));
        }
        for one in &self.fields.attitudes {
            numbers.push(answers.attitude(one.id.as_str()).map_or(0, |step| small(step) + 1));
        }
        spelled::spell(&numbers, &self.bounds())
    }

    /// The answers of a code.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn answers_of(&self, code: &str, id: &str) -> Result<Answers, Refused> {
        let numbers = spelled::read(code, &self.bounds()).map_err(|no| match no {
            NoCode::Shape => Refused::Shape,
            NoCode::Check => Refused::Check,
        })?;
        let [content, arm, wave, form, pupil, ref rest @ ..] = numbers[..] else {
            return Err(Refused::Shape);
        };
        if content != mark(id) {
            return Err(Refused::Foreign);
        }
        let form = form as usize;
        let (items, attitudes) = rest.split_at(self.most().min(rest.len()));
        let chosen = |(item, n): (&super::content::Item, &u32)| {
            let option = item.options.get((*n as usize).checked_sub(1)?)?;
            Some((item.id.as_str().to_owned(), option.id.as_str().to_owned()))
        };
        let step = |(one, n): (&super::content::Attitude, &u32)| {
            Some((one.id.as_str().to_owned(), (*n as usize).checked_sub(1)?))
        };
        let mut answers = Answers {
            id: String::new(),
            code: ["#", &adil::json::number_text(f64::from(pupil))].concat(),
            arm: arm as usize,
            wave: wave as usize,
            form,
            items: self.form(form).items.iter().zip(items).filter_map(chosen).collect(),
            attitudes: self.fields.attitudes.iter().zip(attitudes).filter_map(step).collect(),
            open: Vec::new(),
        };
        // The same answers in a file and as a code are one: both are known by the code.
        answers.id = spelled::spell(&numbers, &self.bounds()).unwrap_or_default().replace('-', "");
        Ok(answers)
    }
}
