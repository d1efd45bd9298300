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

    /// Breaks a text into lines, each as long as it may be.
    pub fn wrap(&self, text: &str, width: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split(may_break).filter(|word| !word.is_empty()) {
            let longer =
                if line.is_empty() { word.to_owned() } else { [&line, " ", word].concat() };
            if self.width(&longer) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = self.cut(word, width, &mut lines);
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Breaks a word that is wider than a line; the rest of it is returned.
    fn cut(&self, word: &str, width: f64, lines: &mut Vec<String>) -> String {
        if self.width(word) <= width {
            return word.to_owned();
        }
        let mut line = String::new();
        for letter in word.chars() {
            let before = line.len();
            line.push(letter);
            if before > 0 && !joins(letter) && self.width(&line) > width {
                line.truncate(before);
                lines.push(std::mem::take(&mut line));
                line.push(letter);
            }
        }
        line
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
