//! A time that runs down.

/// A time that runs down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Countdown {
    /// How many seconds it has in all; 0 where there is none.
    pub total: usize,
    /// How many have passed.
    pub passed: f64,
    /// Whether it runs.
    pub runs: bool,
    /// How many seconds before its end there is a sign; 0 for none.
    pub signal: usize,
}

impl Countdown {
    /// How many seconds are left.
    pub fn left(&self) -> usize {
        let left = (self.total as f64 - self.passed).max(0.0).ceil();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let left = left as usize;
        left
    }

    /// Whether the sign has been given, and it is not over.
    pub fn is_near(&self) -> bool {
        self.total > 0 && (1..=self.signal).contains(&self.left())
    }
}
