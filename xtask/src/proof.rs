//! `docs/proof.md`: what was measured and attacked, part by part, written by the suites
//! themselves.

use crate::bench::{self, Which};
use crate::notes::Notes;
use crate::process::{command, run};
use crate::repo::Repo;
use crate::test::{self, Told};
use crate::{fuzz, mutants, supply};
use anyhow::{Context, Result};

/// A part of the page, with the suite that writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Beside what a school would choose instead.
    Speed,
    /// How exactly a lesson stops, and what it costs while it plays.
    Playing,
    /// Pages as schools write them, in every mode, language and size.
    Pages,
    /// How the site and all widgets look, and what its pages cost.
    Looks,
    /// What learners see when something fails, and what is kept.
    Faults,
    /// Hostile content, pages and files.
    Attacks,
    /// Parsers on millions of inputs.
    Fuzz,
    /// The same tests in three engines.
    Engines,
    /// Faults made by hand, and which run of the tests finds them.
    Mutants,
    /// Dates of an action, in readers of calendars that are not ours.
    Calendars,
    /// Where our parts come from, and that two builds are alike.
    Supply,
    /// In the tools and hosts of others.
    Ways,
}

impl Part {
    const ALL: [(&'static str, Self); 12] = [
        ("speed", Self::Speed),
        ("playing", Self::Playing),
        ("pages", Self::Pages),
        ("looks", Self::Looks),
        ("faults", Self::Faults),
        ("attacks", Self::Attacks),
        ("fuzz", Self::Fuzz),
        ("engines", Self::Engines),
        ("mutants", Self::Mutants),
        ("calendars", Self::Calendars),
        ("supply", Self::Supply),
        ("ways", Self::Ways),
    ];

    /// The parts of these names, or all where there is no name.
    pub fn parse(names: &[&str]) -> Result<Vec<Self>> {
        if names.is_empty() {
            return Ok(Self::ALL.map(|(_, part)| part).to_vec());
        }
        let part_of = |name: &&str| {
            let found = Self::ALL.into_iter().find(|(known, _)| known == name);
            found.map(|(_, part)| part).with_context(|| {
                let all = Self::ALL.map(|(known, _)| known).join(", ");
                format!("`{name}` is no part; there are {all}")
            })
        };
        names.iter().map(part_of).collect()
    }

    fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, part)| *part == self).map_or("", |(name, _)| name)
    }
}

/// Runs the suites of these parts, each as a whole, and writes the parts.
pub fn proof(repo: &Repo, parts: &[Part]) -> Result<()> {
    for &part in parts {
        println!("\n== {}", part.name());
        // Some take hours, so notes of a run that was cut off are gone on with.
        let goes_on = matches!(part, Part::Fuzz | Part::Mutants);
        let notes = Notes::new(repo, part.name(), goes_on)?;
        let ran = match part {
            Part::Speed => bench::bench(repo, Which::Pages, Some(&notes)),
            Part::Playing => bench::bench(repo, Which::Playing, Some(&notes)),
            Part::Pages => test::pages(repo, "e2e", Told::Proof(&notes)),
            Part::Looks => test::looks(repo, Told::Proof(&notes)),
            Part::Faults => test::pages(repo, "faults", Told::Proof(&notes)),
            Part::Attacks => test::pages(repo, "attacks", Told::Proof(&notes)),
            Part::Engines => test::all_engines(repo, Told::Proof(&notes)),
            Part::Fuzz => fuzz::fuzz(repo, fuzz::WHOLE, &notes),
            Part::Mutants => mutants::mutants(repo, &notes),
            Part::Calendars => test::pages(repo, "calendars", Told::Proof(&notes)),
            Part::Supply => supply::supply(repo, &notes),
            Part::Ways => test::ways(repo, Told::Proof(&notes)),
        };
        // What failed stands on the page, too.
        let mut node = command("node");
        node.current_dir(repo.tests()).arg("proof/page.mjs").arg(part.name()).arg(notes.file());
        let written = run(&mut node);
        ran.and(written)?;
        notes.close()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn no_name_means_all_parts_and_an_unknown_one_none() {
        assert_eq!(Part::parse(&[]).map(|all| all.len()).ok(), Some(12));
        assert_eq!(Part::parse(&["fuzz"]).ok(), Some(vec![Part::Fuzz]));
        assert!(Part::parse(&["sped"]).is_err_and(|error| error.to_string().contains("speed")));
    }
}
