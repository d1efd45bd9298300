//! A poster of the class's promises.

/// The size of the type, in points, that fills about half of a poster on A4 with these promises
/// and leaves room for a title and signatures.
pub fn type_size(texts: &[&str]) -> u32 {
    // Hundredths of a point: a line of A4 with margins, and the height for promises.
    const WIDTH: usize = 50_000;
    const HEIGHT: usize = 43_000;
    let height = |size: usize| -> usize {
        // Letters are a little more than half as wide as high, in Cyrillic and bold type too.
        let a_line = WIDTH / (size * 58);
        let lines = |text: &&str| text.chars().count().div_ceil(a_line).max(1);
        texts.iter().map(|text| lines(text) * size * 130 + size * 50).sum()
    };
    let sizes = [32_u32, 28, 24, 21, 18, 16, 14, 12];
    sizes.into_iter().find(|size| height(*size as usize) <= HEIGHT).unwrap_or(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_shrinks_as_promises_grow() {
        let long = "x".repeat(200);
        let size = |count: usize, text: &str| type_size(&vec![text; count]);
        assert_eq!(size(3, "I keep my word."), 32);
        assert_eq!(size(8, &long), 12);
        assert!(size(8, "I keep my word, also when nobody is watching.") >= 16);
        assert_eq!(type_size(&[]), 32);
    }
}
