//! The time of a run, and what clocks show.

/// The time that a run has used.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Time {
    /// Whole seconds.
    pub seconds: usize,
    /// When it was so much by the device's clock, in milliseconds since 1970; 0 if never noted.
    pub noted: f64,
    /// Whether it stands still.
    pub paused: bool,
}

/// What two clocks show at one moment, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// The browser's own clock: it counts from the page's start, and may stand in a sleep.
    pub steady: f64,
    /// The device's clock, which anyone may set.
    pub wall: f64,
    /// Whether the page is hidden now.
    pub hidden: bool,
}

impl Reading {
    /// The milliseconds that passed since an earlier reading.
    pub fn since(self, earlier: Reading) -> f64 {
        let steady = (self.steady - earlier.steady).max(0.0);
        if earlier.hidden { steady.max(self.wall - earlier.wall) } else { steady }
    }
}
