//! How much stands on the screens of a story, in each language that its texts have.

use adil::content::{Level, Rich, parse, plain};
use adil::ui::sentences;

use super::content::{Place, Story};

/// The most sentences of a panel in a picture story.
pub const MOST_SENTENCES: usize = 3;

/// How many words learners of a level read on one screen.
pub const fn most_words(level: Level) -> usize {
    match level {
        Level::Primary1 => 45,
        Level::Primary2 => 90,
        Level::Secondary => 150,
        Level::Tertiary => 220,
        Level::Staff => 260,
    }
}

/// How much stands on one screen, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Length {
    /// The scene or ending.
    pub place: Place,
    /// The language; empty where one text stands for all.
    pub lang: String,
    /// The words of the text and of what can be chosen.
    pub words: usize,
    /// The sentences of the text.
    pub sentences: usize,
}

/// What stands on one screen: plain words in a language.
fn words_of(rich: &Rich, lang: &str) -> String {
    plain(&parse(rich.source().get(lang)))
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The lengths of all scenes and endings.
pub fn lengths(story: &Story) -> Vec<Length> {
    let scenes = story.scenes.iter().enumerate().map(|(n, scene)| {
        let choices = scene.choices.iter().map(|choice| &choice.fields.text);
        (Place::Scene(n), &scene.text, choices.collect::<Vec<_>>())
    });
    let endings = story.endings.iter().enumerate().map(|(n, ending)| {
        (Place::Ending(n), &ending.text, ending.reflect.iter().collect::<Vec<_>>())
    });
    let mut all = Vec::new();
    for (place, text, beside) in scenes.chain(endings) {
        for lang in text.source().tags() {
            let own = words_of(text, lang);
            let others = beside.iter().map(|text| count_words(&words_of(text, lang)));
            all.push(Length {
                place,
                lang: lang.to_owned(),
                words: count_words(&own) + others.sum::<usize>(),
                sentences: sentences(&own).into_iter().filter(|part| count_words(part) > 0).count(),
            });
        }
    }
    all
}
