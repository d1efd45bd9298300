//! The data of a study as a table, and a dictionary of its columns.

use super::answers::{Answers, number};
use super::content::Study;
use super::report::matched;
use crate::model::Cell;

fn plain(text: &str) -> Cell {
    Cell::Plain(text.to_owned())
}

fn digits(n: usize) -> Cell {
    Cell::Plain(number(n as f64))
}

impl Study {
    /// A row for each answer. In place of codes stand numbers of pairs, in no order of codes or
    /// days.
    pub fn data(&self, answers: &[Answers]) -> Vec<Vec<Cell>> {
        let items = || self.forms[0].items.iter().map(|item| item.id.as_str());
        let attitudes = || self.fields.attitudes.iter().map(|one| one.id.as_str());
        let head = ["arm", "wave", "form", "pair"].into_iter().map(plain);
        let head = head.chain(items().map(|id| plain(&["item_", id].concat())));
        let head = head.chain([plain("score")]);
        let head = head.chain(attitudes().map(|id| plain(&["att_", id].concat())));
        let mut rows = vec![head.collect::<Vec<Cell>>()];
        let mut pair_of: Vec<(&str, usize)> = Vec::new();
        for arm in 0..self.fields.arms.len() {
            let mut pairs = matched(answers, arm).pairs;
            // Ids are by chance, and so is this order.
            pairs.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
            for (before, after) in pairs {
                let n = pair_of.len() / 2 + 1;
                pair_of.extend([(before.id.as_str(), n), (after.id.as_str(), n)]);
            }
        }
        let mut sorted: Vec<&Answers> = answers.iter().collect();
        sorted.sort_by(|a, b| (a.arm, a.wave, &a.id).cmp(&(b.arm, b.wave, &b.id)));
        for one in sorted {
            let pair = pair_of.iter().find(|(id, _)| *id == one.id).map(|(_, n)| *n);
            let arm = self.fields.arms.get(one.arm).map_or("", |arm| arm.id.as_str());
            let wave = self.waves[one.wave.min(1)].id.as_str();
            let first = [plain(arm), plain(wave), plain(self.form(one.form).id.as_str())];
            let mark = |id: &str| match one.is_right(self, id) {
                Some(right) => digits(usize::from(right)),
                None => plain(""),
            };
            let step = |id: &str| one.attitude(id).map_or_else(|| plain(""), |n| digits(n + 1));
            let score = one.score(self).map_or_else(String::new, number);
            let row = first.into_iter().chain([pair.map_or_else(|| plain(""), digits)]);
            let row = row.chain(items().map(mark)).chain([Cell::Plain(score)]);
            rows.push(row.chain(attitudes().map(step)).collect());
        }
        rows
    }

    /// What each column is, in a language: name, meaning, values.
    pub fn dictionary(&self, lang: &str, words: &dyn Fn(&str) -> String) -> Vec<Vec<Cell>> {
        let text = |text: &str| Cell::Text(text.to_owned());
        let said = |key: &str| text(&words(key));
        let listed = |list: &[crate::model::Named]| {
            let one =
                |one: &crate::model::Named| [one.id.as_str(), " = ", one.text.get(lang)].concat();
            text(&list.iter().map(one).collect::<Vec<_>>().join("; "))
        };
        let mut rows = vec![
            vec![said("column"), said("meaning"), said("values")],
            vec![plain("arm"), said("arm"), listed(&self.fields.arms)],
            vec![plain("wave"), said("wave"), listed(&self.fields.waves)],
            vec![plain("form"), said("form"), plain("")],
            vec![plain("pair"), said("pair"), said("pair_values")],
        ];
        for item in &self.forms[0].items {
            let id = item.id.as_str();
            let stem = item.stem.source().get(lang);
            rows.push(vec![plain(&["item_", id].concat()), text(stem), said("item_values")]);
        }
        rows.push(vec![plain("score"), said("score"), said("score_values")]);
        let steps = self.fields.scale.iter().zip(1..);
        let steps = steps.map(|(step, n)| [&number(f64::from(n)), " = ", step.get(lang)].concat());
        let steps = steps.collect::<Vec<_>>().join("; ");
        for one in &self.fields.attitudes {
            let name = ["att_", one.id.as_str()].concat();
            let turned = if one.reversed { words("reversed") } else { String::new() };
            let meaning = [one.text.source().get(lang), " ", &turned].concat();
            rows.push(vec![plain(&name), text(meaning.trim()), text(&steps)]);
        }
        rows
    }
}
