//! Entries in order: what they are, what an order is worth, and how it is kept.
//!
//! An order is worth the share of neighbours that follow each other as they should, so that one
//! entry in the wrong place does not cost everything. An entry is crossed exactly if it costs
//! points: neighbours that follow each other make runs, and the first entry of each run but the
//! longest is crossed. Where nothing follows as it should, there are no points and all are crossed.

use adil::content::Rich;
use adil::json::Json;
use adil::random::Random;

use crate::model::names::{Name, keep_chosen, restore_chosen};
use crate::model::{Fold, Interaction, Mark, Response, Verdict, distinct_below};

/// Entries to put in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The entries in the right order; at least two.
    pub entries: Vec<Rich>,
}

impl Order {
    fn names(&self) -> Vec<Name> {
        self.entries.iter().map(Name::of_rich).collect()
    }
}

impl Interaction for Order {
    fn empty(&self) -> Response {
        Response::Chosen(Vec::new())
    }

    fn is_complete(&self, response: &Response) -> bool {
        response.chosen().len() == self.entries.len()
    }

    fn fits(&self, response: &Response) -> bool {
        matches!(response, Response::Chosen(list) if distinct_below(list, self.entries.len()))
    }

    fn mark(&self, response: &Response, lang: &str, _: Fold) -> Mark {
        let (links, parts) = in_order(&self.entries, response.chosen(), lang);
        let last = self.entries.len() - 1;
        let parts = parts.into_iter().map(Verdict::of_part).collect();
        Mark::new(links as f64 / last as f64, parts)
    }

    fn keep(&self, response: &Response) -> Vec<Json> {
        keep_chosen(&self.names(), response)
    }

    fn restore(&self, kept: &[Json]) -> (Response, bool) {
        restore_chosen(&self.names(), kept)
    }

    fn task(&self) -> Option<&'static str> {
        Some("order_hint")
    }

    fn paper_task(&self) -> Option<&'static str> {
        Some("paper_order")
    }

    // Never the right order, nor one that looks like it.
    fn mixed(&self, random: &mut Random, count: usize) -> Vec<usize> {
        let mut mixed = random.disorder(count);
        let entries = &self.entries;
        let seems_right = |(at, n): (usize, &usize)| match (entries.get(at), entries.get(*n)) {
            (Some(right), Some(entry)) => right.is_twin(entry),
            _ => false,
        };
        if count > 0 && mixed.iter().enumerate().all(seems_right) {
            mixed.rotate_left(1);
        }
        mixed
    }
}

/// How many given entries follow the one that they should, and which entries are right. Each
/// break between two runs of such neighbours costs the same: crossed is the first entry of every
/// run but the longest; where nothing follows as it should, every entry is.
fn in_order(entries: &[Rich], given: &[usize], lang: &str) -> (usize, Vec<bool>) {
    let places = places_of(entries, given, lang);
    let follows = |at: usize| at > 0 && places[at - 1] + 1 == places[at];
    let starts: Vec<usize> = (0..places.len()).filter(|at| !follows(*at)).collect();
    let links = places.len() - starts.len();
    let length = |n: usize| starts.get(n + 1).unwrap_or(&places.len()) - starts[n];
    // The first of the longest.
    let longest = (0..starts.len()).rev().max_by_key(|n| length(*n));
    let kept = longest.map(|n| starts[n]).filter(|_| links > 0);
    let is_right = |at: usize| links > 0 && (follows(at) || Some(at) == kept);
    (links, (0..places.len()).map(is_right).collect())
}

/// The place in the right order that each given entry takes. Of entries that look the same each
/// takes the one with which the most follow as they should: the longest piece that both orders
/// have in common is taken first.
fn places_of(entries: &[Rich], given: &[usize], lang: &str) -> Vec<usize> {
    let alike = |a: usize, b: usize| {
        a == b || entries.get(a).is_some_and(|entry| entry.is_alike(&entries[b], lang))
    };
    let mut places = given.to_vec();
    if !(1..entries.len()).any(|n| (0..n).any(|other| alike(n, other))) {
        return places;
    }
    let (rows, columns) = (given.len(), entries.len());
    let (mut open, mut free) = (vec![true; rows], vec![true; columns]);
    loop {
        // The longest piece in common, by the length of the piece that ends in each pair.
        let (mut best, mut last) = ((0, 0, 0), vec![0; columns + 1]);
        for row in 0..rows {
            let mut now = vec![0; columns + 1];
            for column in 0..columns {
                if open[row] && free[column] && alike(given[row], column) {
                    now[column + 1] = last[column] + 1;
                    if now[column + 1] > best.0 {
                        best = (now[column + 1], row, column);
                    }
                }
            }
            last = now;
        }
        let (length, row, column) = best;
        if length == 0 {
            return places;
        }
        for back in 0..length {
            places[row - back] = column - back;
            (open[row - back], free[column - back]) = (false, false);
        }
    }
}
