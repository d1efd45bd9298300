//! Everything that variables can be, for those who check a file before learners see it.

use super::check::{Flag, Number, Word};
use super::declare::Variables;
use super::evaluate::Values;
use super::rule::New;
use super::{Amount, Change, Condition};
use crate::json::number_text;

/// There is more to look at than was allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoreThan(pub u64);

impl MoreThan {
    /// As it is said: `more than 1000`.
    pub fn text(self) -> String {
        ["more than ", &number_text(self.0 as f64)].concat()
    }
}

/// When a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Whatever the variables are
    Always,
    /// With some values, and not with others
    Sometimes,
    /// With no values
    Never,
    /// It was the same with all values that were looked at, and there are more
    Unknown(MoreThan),
}

/// All values, one after the other, the last variable changing fastest. Variables that are left
/// out stay what they are at first.
#[derive(Clone, Debug)]
pub struct Every {
    /// Place, least and greatest value of each variable that changes.
    changing: Vec<(usize, i32, i32)>,
    next: Option<Values>,
}

impl Iterator for Every {
    type Item = Values;

    fn next(&mut self) -> Option<Values> {
        let values = self.next.take()?;
        let mut after = values.clone();
        for (n, least, most) in self.changing.iter().rev() {
            let Some(value) = after.0.get_mut(*n) else { continue };
            if *value < *most {
                *value += 1;
                self.next = Some(after);
                break;
            }
            *value = *least;
        }
        Some(values)
    }
}

impl Variables {
    /// Everything that these variables can be together.
    ///
    /// # Errors
    /// There is more of it than the limit.
    pub fn every(&self, limit: u64) -> Result<Every, MoreThan> {
        let (every, count) = self.all_where(&mut |_| true);
        if count > limit { Err(MoreThan(limit)) } else { Ok(every) }
    }

    /// Everything that the variables of these names can be together, while the others stay what
    /// they are at first. For rules that are checked together, such as the ways on from a scene.
    ///
    /// # Errors
    /// There is more of it than the limit.
    pub fn every_of(&self, names: &[&str], limit: u64) -> Result<Every, MoreThan> {
        let all = self.all();
        let (every, count) = self.all_where(&mut |n| names.contains(&all[n].name()));
        if count > limit { Err(MoreThan(limit)) } else { Ok(every) }
    }

    /// Everything that the variables at the wanted places can be together, and how much that is;
    /// a count that does not fit in 64 bits is the greatest that does.
    fn all_where(&self, wanted: &mut dyn FnMut(usize) -> bool) -> (Every, u64) {
        let mut values = self.first();
        let mut changing = Vec::new();
        let mut count = 1_u64;
        for (n, variable) in self.all().iter().enumerate() {
            if wanted(n) {
                let (least, most) = variable.bounds();
                changing.push((n, least, most));
                count = count.saturating_mul(u64::from(most.abs_diff(least)) + 1);
                values.0[n] = least;
            }
        }
        (Every { changing, next: Some(values) }, count)
    }

    /// The names at these places.
    fn names(&self, places: &[usize]) -> Vec<&str> {
        let all = self.all().iter().enumerate();
        all.filter(|(n, _)| places.contains(n)).map(|(_, variable)| variable.name()).collect()
    }
}

impl Condition {
    /// When it holds, looking at no more than so many values of the variables in it.
    pub fn verdict(&self, variables: &Variables, limit: u64) -> Verdict {
        let places = self.places();
        let (every, count) = variables.all_where(&mut |n| places.contains(&n));
        let (mut yes, mut no) = (false, false);
        for values in every.take(usize::try_from(limit).unwrap_or(usize::MAX)) {
            let holds = self.holds(&values);
            yes |= holds;
            no |= !holds;
            if yes && no {
                return Verdict::Sometimes;
            }
        }
        match (count > limit, yes) {
            (true, _) => Verdict::Unknown(MoreThan(limit)),
            (false, true) => Verdict::Always,
            (false, false) => Verdict::Never,
        }
    }

    /// The names of the variables in it, in the order of the file.
    pub fn names<'a>(&self, variables: &'a Variables) -> Vec<&'a str> {
        variables.names(&self.places())
    }

    fn places(&self) -> Vec<usize> {
        let mut places = Vec::new();
        flag_places(&self.0, &mut places);
        places
    }
}

impl Amount {
    /// The least and the greatest that it can be.
    ///
    /// # Errors
    /// The variables in it can be more than the limit together.
    pub fn bounds(&self, variables: &Variables, limit: u64) -> Result<(i32, i32), MoreThan> {
        let places = self.places();
        let (every, count) = variables.all_where(&mut |n| places.contains(&n));
        if count > limit {
            return Err(MoreThan(limit));
        }
        let widen = |(least, most): (i32, i32), values: Values| {
            let amount = self.get(&values);
            (least.min(amount), most.max(amount))
        };
        Ok(every.fold((i32::MAX, i32::MIN), widen))
    }

    /// The names of the variables in it, in the order of the file.
    pub fn names<'a>(&self, variables: &'a Variables) -> Vec<&'a str> {
        variables.names(&self.places())
    }

    fn places(&self) -> Vec<usize> {
        let mut places = Vec::new();
        number_places(&self.0, &mut places);
        places
    }
}

impl Change {
    /// The name of the variable that changes; empty beside variables it was not checked against.
    pub fn name<'a>(&self, variables: &'a Variables) -> &'a str {
        variables.all().get(self.variable).map_or("", super::Variable::name)
    }

    /// The names of the variables that the new value depends on, in the order of the file.
    pub fn names<'a>(&self, variables: &'a Variables) -> Vec<&'a str> {
        let mut places = Vec::new();
        match &self.new {
            New::Number(number) => number_places(number, &mut places),
            New::Flag(flag) => flag_places(flag, &mut places),
            New::Word(Word::Value(n)) => places.push(*n),
            New::Word(Word::Known(_)) => {}
        }
        variables.names(&places)
    }
}

fn flag_places(flag: &Flag, places: &mut Vec<usize>) {
    match flag {
        Flag::Known(_) => {}
        Flag::Value(n) | Flag::Words(n, _) => places.push(*n),
        Flag::Not(inside) => flag_places(inside, places),
        Flag::All(parts) | Flag::Any(parts) => {
            parts.iter().for_each(|part| flag_places(part, places));
        }
        Flag::Same(sides) => sides.iter().for_each(|side| flag_places(side, places)),
        Flag::Numbers(_, sides) => sides.iter().for_each(|side| number_places(side, places)),
        Flag::SameWord(n, other) => places.extend([*n, *other]),
    }
}

fn number_places(number: &Number, places: &mut Vec<usize>) {
    match number {
        Number::Known(_) => {}
        Number::Value(n) => places.push(*n),
        Number::Negative(inside) => number_places(inside, places),
        Number::Sum(parts)
        | Number::Product(parts)
        | Number::Least(parts)
        | Number::Greatest(parts) => parts.iter().for_each(|part| number_places(part, places)),
        Number::Count(parts) => parts.iter().for_each(|part| flag_places(part, places)),
    }
}
