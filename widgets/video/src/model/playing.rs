//! What counts as played: which steps of the position are playing, what was attended, and when a
//! slide was followed.

/// What is played without a break, as far as it was noted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Where it began: milliseconds from the start of the video.
    pub from: u32,
    /// How far it came.
    pub to: u32,
    /// The browser's clock at that moment, in milliseconds.
    clock: f64,
    /// Whether the tab was seen or heard when it began. Whoever hides the tab, shows it or
    /// silences the video begins a new one.
    pub attended: bool,
}

/// How much further than the clock allows a step of playing may go, in milliseconds: players
/// tell their position late.
const LATE: f64 = 500.0;

/// The end that a file tells may lie this much behind its last picture, in milliseconds.
const LAST_PICTURE: u32 = 500;

/// After how much playing a stretch is kept, in milliseconds: more is never lost.
const KEPT_EVERY: u32 = 5_000;

impl Stretch {
    /// Playing goes on from here.
    pub fn begin(at: u32, clock: f64, attended: bool) -> Stretch {
        Stretch { from: at, to: at, clock, attended }
    }

    /// Playing came to a position at a speed. Nothing for a step that the clock does not allow:
    /// that was a seek, whoever did it.
    pub fn extended(self, at: u32, clock: f64, rate: f64) -> Option<Stretch> {
        let most = (clock - self.clock).max(0.0) * rate + LATE;
        let step = at.checked_sub(self.to)?;
        (f64::from(step) <= most).then_some(Stretch { to: at, clock, ..self })
    }

    /// Playing came to a cue that was a little further than the last position seen, or to the
    /// end of the video.
    #[must_use]
    pub fn reaching(self, end: u32) -> Stretch {
        let is_near = end >= self.to && end - self.to <= LAST_PICTURE;
        Stretch { to: if is_near { end } else { self.to }, ..self }
    }

    /// Whether it is long enough to be kept.
    pub fn is_long(self) -> bool {
        self.to - self.from > KEPT_EVERY
    }
}

/// How much of a slide counts as followed, in milliseconds: all of it once it has stood for a
/// third of its length, since people read faster than a voice speaks; until then as much of it
/// as it has stood.
pub fn followed(length: u32, stood: u32) -> u32 {
    if stood >= length / 3 { length } else { stood }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Stretch = Stretch { from: 1_000, to: 2_000, clock: 50.0, attended: true };

    #[track_caller]
    fn check(at: u32, clock: f64, rate: f64, expected: Option<u32>) {
        let found = START.extended(at, clock, rate).map(|stretch| stretch.to);
        assert_eq!(found, expected, "{at} at {clock}, speed {rate}");
    }

    #[test]
    fn steps_that_the_clock_allows_are_playing() {
        check(2_250, 300.0, 1.0, Some(2_250));
        check(2_500, 300.0, 2.0, Some(2_500));
        check(2_750, 300.0, 1.0, Some(2_750));
        check(2_751, 300.0, 1.0, None);
        check(1_999, 300.0, 1.0, None);
        // A clock that stood still, as after sleep, allows no more than a late answer.
        check(2_500, 50.0, 1.0, Some(2_500));
        check(2_600, 20.0, 1.0, None);
    }

    #[test]
    fn a_cue_or_an_end_just_ahead_was_reached() {
        let reaching = |end| START.reaching(end).to;
        assert_eq!([reaching(2_500), reaching(2_501), reaching(1_900)], [2_500, 2_000, 2_000]);
    }

    #[test]
    fn a_slide_counts_once_it_stood_for_a_third_of_its_length() {
        let found = [0, 100, 3_000, 5_000].map(|stood| followed(9_000, stood));
        assert_eq!(found, [0, 100, 9_000, 9_000]);
    }
}
