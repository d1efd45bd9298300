//! Lines of text that fit a width.

/// How wide a text is at a size, in bold or not.
pub type Measure<'m> = &'m dyn Fn(&str, f64, bool) -> f64;

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Type<'m> {
    /// The browser's rule, or that of a test.
    pub measure: Measure<'m>,
    /// The size.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

/// No line has as many letters, however small they are.
const MOST_LETTERS: usize = 1_000;

impl Type<'_> {
    /// How wide a line is.
    pub fn width(&self, text: &str) -> f64 {
        (self.measure)(text, self.size, self.bold)
    }

    /// The same type, as small as a line has to be for a width.
    #[must_use]
    pub fn shrunk(self, text: &str, width: f64) -> Self {
        let share = width / self.width(text).max(0.001);
        Type { size: self.size * share.min(1.0), ..self }
    }

    /// Breaks a text into lines, each as long as it may be. A line is as wide as its words and
    /// the blanks between them, so that no word is measured more than once.
    pub fn wrap(&self, text: &str, width: f64) -> Vec<String> {
        let blank = self.width(" ");
        let mut lines = Vec::new();
        let (mut line, mut taken) = (String::new(), 0.0);
        for word in text.split(may_break).filter(|word| !word.is_empty()) {
            let needed = self.width(word);
            if line.is_empty() || taken + blank + needed > width {
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                (line, taken) = self.cut(word, needed, width, &mut lines);
            } else {
                line.push(' ');
                line.push_str(word);
                taken += blank + needed;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Breaks a word that is wider than a line; the rest of it is returned, with its width.
    fn cut(&self, word: &str, needed: f64, width: f64, lines: &mut Vec<String>) -> (String, f64) {
        let (mut rest, mut needed) = (word, needed);
        while needed > width {
            let ends: Vec<usize> = rest
                .char_indices()
                .skip(1)
                .take(MOST_LETTERS)
                .filter_map(|(at, letter)| (!joins(letter)).then_some(at))
                .collect();
            // At least one letter stands on each line, however narrow that is.
            let fit = ends.partition_point(|end| self.width(&rest[..*end]) <= width);
            let Some(end) = ends.get(fit.saturating_sub(1)) else { break };
            lines.push(rest[..*end].to_owned());
            rest = &rest[*end..];
            needed = self.width(rest);
        }
        (rest.to_owned(), needed)
    }

    /// Breaks a text into as few lines, all about as long as one another: for centred text.
    pub fn balance(&self, text: &str, width: f64) -> Vec<String> {
        let lines = self.wrap(text, width);
        if lines.len() < 2 {
            return lines;
        }
        // Never so narrow that a word would have to be cut.
        let words = text.split(may_break).map(|word| self.width(word));
        let widest = words.fold(width * 0.4, f64::max).min(width);
        let (mut narrow, mut wide) = (widest, width);
        for _ in 0..6 {
            let middle = f64::midpoint(narrow, wide);
            if self.wrap(text, middle).len() == lines.len() {
                wide = middle;
            } else {
                narrow = middle;
            }
        }
        self.wrap(text, wide)
    }
}

/// Blanks that hold words together are none to break at.
fn may_break(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}')
}

/// Whether a character belongs to the one before it.
fn joins(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Whether a text runs from right to left, as browsers find out: by its first letter.
pub fn is_rtl(text: &str, otherwise: bool) -> bool {
    text.chars().find(|letter| letter.is_alphabetic()).map_or(otherwise, |letter| {
        matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}
