//! Reproducible chance: the same seed gives the same order on every device and in print.

/// A small generator of pseudo-random numbers (`SplitMix64` by Steele, Lea and Flood, 2014).
/// Not for secrets.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A generator that is wholly determined by the seed.
    pub fn new(seed: u32) -> Random {
        Random(u64::from(seed))
    }

    /// A generator of its own for one purpose, such as the options of one item, so that a change
    /// in one place does not reorder another.
    pub fn fork(seed: u32, purpose: &str) -> Random {
        // FNV-1a spreads the name over 64 bits.
        let hash = purpose.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Random(hash ^ u64::from(seed))
    }

    /// A number below a billion that stands for a text: the same on every device and for good.
    pub fn number_of(text: &str) -> usize {
        Random::fork(0, text).below(1_000_000_000)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`, or 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        // The high half times the limit: even enough for lists of up to a few thousand.
        let limit = limit as u64;
        usize::try_from(((self.next() >> 32) * limit) >> 32).unwrap_or(0)
    }

    /// The numbers below `count` in a random order (Fisher and Yates).
    pub fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for at in (1..count).rev() {
            order.swap(at, self.below(at + 1));
        }
        order
    }

    /// A random order that differs from the sorted one, where there is another.
    pub fn disorder(&mut self, count: usize) -> Vec<usize> {
        let mut order = self.order(count);
        if order.is_sorted() {
            order.rotate_left(usize::from(count > 1));
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Printed papers name their seed: a new version must print the same paper again.
    #[test]
    fn a_seed_keeps_its_order_for_good() {
        assert_eq!(Random::new(7).order(8), [7, 4, 6, 1, 2, 5, 0, 3]);
    }

    /// Answers are kept under these numbers: a new version must find them again.
    #[test]
    fn a_text_keeps_its_number_for_good() {
        assert_eq!(Random::number_of("Astana"), 35_972_473);
        assert_ne!(Random::number_of("Astana"), Random::number_of("Almaty"));
    }

    #[test]
    fn every_place_is_as_likely() {
        let mut counts = [0; 6];
        let mut random = Random::new(1);
        (0..60_000).for_each(|_| counts[random.below(6)] += 1);
        assert!(counts.iter().all(|n| (9_500..10_500).contains(n)), "{counts:?}");
    }

    proptest! {
        #[test]
        fn an_order_holds_each_number_once(seed: u32, count in 0_usize..50) {
            let mut order = Random::new(seed).disorder(count);
            prop_assert!(count < 2 || !order.is_sorted());
            order.sort_unstable();
            prop_assert_eq!(order, (0..count).collect::<Vec<_>>());
        }
    }
}
