//! Which slide is shown when, and how large its sound is.

use super::{Slide, Slides};

impl Slide {
    /// How many bytes its sound has.
    pub fn bytes(&self) -> Option<f64> {
        self.sound.as_ref()?.0.bytes
    }
}

impl Slides {
    /// The slide at a position of the lesson, in milliseconds.
    pub fn at(&self, at: u32) -> usize {
        self.partition_point(|slide| slide.start.0 <= at).saturating_sub(1)
    }

    /// Where a slide begins; behind the last one the end of a lesson that lasts so long.
    pub fn start(&self, n: usize, duration: u32) -> u32 {
        let last = self.last().map_or(0, |slide| slide.start.0 + 1);
        self.get(n).map_or(duration.max(last), |slide| slide.start.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use adil::json::{Cursor, FromJson, Json, Warnings};

    fn slides() -> Slides {
        let json = r#"[{"start":0,"picture":{"src":"a.svg","alt":"A"},"text":"A"},
            {"start":10,"picture":{"src":"b.svg","alt":"B"},"text":"B",
             "sound":{"src":"b.mp3","bytes":900}}]"#;
        let json: Json = serde_json::from_str(json).unwrap();
        Slides::read(&Cursor::top(&json, &Warnings::default())).unwrap()
    }

    #[test]
    fn a_slide_lasts_until_the_next_one() {
        let slides = slides();
        assert_eq!([0, 9_999, 10_000, 99_000].map(|at| slides.at(at)), [0, 0, 1, 1]);
    }

    #[test]
    fn behind_the_last_slide_is_the_end() {
        let slides = slides();
        assert_eq!([0, 1, 2].map(|n| slides.start(n, 30_000)), [0, 10_000, 30_000]);
        // While nobody knows how long the lesson is, the end lies just behind the last start.
        assert_eq!(slides.start(2, 0), 10_001);
    }

    #[test]
    fn only_sound_has_bytes() {
        let bytes: Vec<_> = slides().iter().map(Slide::bytes).collect();
        assert_eq!(bytes, [None, Some(900.0)]);
    }
}
