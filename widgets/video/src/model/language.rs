//! Which file a learner gets where there is one for each language.

/// The file in a language, else in another one, else the first.
pub fn nearest(tags: &[&str], lang: &str, original: &str) -> Option<usize> {
    let near = |lang| adil::content::nearest(&mut tags.iter().copied(), lang);
    let first = (!tags.is_empty()).then_some(0);
    near(lang).or_else(|| near(original)).or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_learners_language_comes_before_the_lessons_own_and_the_first() {
        let tags = ["ar", "ru", "en"];
        let found = [("en", "ru"), ("kk", "ru"), ("kk", "fr")]
            .map(|(lang, original)| nearest(&tags, lang, original));
        assert_eq!(found, [Some(2), Some(1), Some(0)]);
        assert_eq!(nearest(&[], "en", "en"), None);
    }
}
