//! Dice that anybody can check: the seed, shown to the class, says every roll of a game. A roll
//! that was taken back and made again is the same one.

use adil::json::number_text;
use adil::random::Random;

/// The most faces that a die can have.
pub const MOST_FACES: usize = 20;

/// Seeds lie below this, so that people can read them out and type them.
pub const SEEDS: u32 = 1_000_000;

/// What a die shows: the roll of this place, counted from 0, under a seed.
pub fn roll(seed: u32, place: usize, faces: usize) -> usize {
    let name = ["dice/", &number_text(place as f64)].concat();
    1 + Random::fork(seed, &name).below(faces)
}

/// The order in which the cards of a deck come, the first time through it, the second and so on.
pub fn order(seed: u32, deck: &str, time: usize, cards: usize) -> Vec<usize> {
    let name = ["deck/", deck, "/", &number_text(time as f64)].concat();
    Random::fork(seed, &name).order(cards)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far counts lie from being even: the sum of squares that a table of chi-squared asks for.
    fn unevenness(counts: &[usize]) -> f64 {
        let expected = counts.iter().sum::<usize>() as f64 / counts.len() as f64;
        counts.iter().map(|n| (*n as f64 - expected).powi(2) / expected).sum()
    }

    /// Beyond this a fair die comes once in a hundred thousand samples.
    #[track_caller]
    fn check(counts: &[usize], most: f64) {
        let found = unevenness(counts);
        assert!(found < most, "{found}: {counts:?}");
    }

    #[test]
    fn every_face_is_as_likely_in_a_game_and_over_games() {
        let mut within = [0; 6];
        (0..60_000).for_each(|n| within[roll(7, n, 6) - 1] += 1);
        check(&within, 30.9);
        let mut over = [0; 6];
        (0..60_000).for_each(|seed| over[roll(seed, 0, 6) - 1] += 1);
        check(&over, 30.9);
    }

    /// A six says nothing about what follows it.
    #[test]
    fn every_pair_of_faces_is_as_likely() {
        for seed in [1, 2, 999_999] {
            let mut pairs = [0; 36];
            for n in 0..72_000 {
                pairs[(roll(seed, n, 6) - 1) * 6 + roll(seed, n + 1, 6) - 1] += 1;
            }
            check(&pairs, 90.0);
        }
    }

    #[test]
    fn dice_of_other_faces_are_fair_too() {
        for faces in [2, 4, 8, 12, 20] {
            let mut counts = vec![0; faces];
            (0..4_000 * faces).for_each(|n| counts[roll(11, n, faces) - 1] += 1);
            check(&counts, 65.0);
        }
    }

    /// A class writes the seed on the board and plays the same game again next year.
    #[test]
    fn a_seed_keeps_its_rolls_and_cards_for_good() {
        let rolls: Vec<usize> = (0..12).map(|n| roll(123_456, n, 6)).collect();
        assert_eq!(rolls, [1, 6, 1, 6, 3, 6, 1, 3, 3, 5, 2, 2]);
        assert_eq!(order(123_456, "question", 0, 6), [1, 3, 4, 5, 0, 2]);
        assert_ne!(order(1, "q", 0, 12), order(1, "q", 1, 12));
    }
}
