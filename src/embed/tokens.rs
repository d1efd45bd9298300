//! The tokens that every widget reads, from the palette to the scales of shapes and spaces.

use super::Token;

const fn colour(
    name: &'static str,
    light: &'static str,
    dark: &'static str,
    about: &'static str,
) -> Token {
    Token { name, light, dark, about }
}

/// What `src/ui/widget.css` and `src/ui/choice.css` read, with their defaults; a test compares them.
pub const TOKENS: [Token; 41] = [
    colour("--adil-paper", "#fbf8f2", "#131218", "The ground of the page around cards."),
    colour("--adil-raised", "#fff", "#1d1b25", "The ground of cards, options and fields."),
    colour("--adil-ink", "#1e1b2c", "#f2f0f8", "Text."),
    colour("--adil-soft", "#5a556c", "#b6b1c9", "Less important text."),
    colour("--adil-line", "#d9d2c4", "#393547", "Borders that may be overlooked."),
    colour("--adil-edge", "#8b8597", "#86809b", "Borders that have to be seen, as of fields."),
    colour(
        "--adil-accent",
        "#2c48cc",
        "#a9b8ff",
        "The main button, what is chosen, progress, links. Ink on it and edges are made from it.",
    ),
    colour("--adil-on-accent", "by the accent", "by the accent", "Text on the accent."),
    colour("--adil-right", "#0a643f", "#7fdcb0", "What is right or done."),
    colour("--adil-partly", "#7a5200", "#f2c66d", "What is partly right, and notices."),
    colour("--adil-wrong", "#9c3424", "#ffb4a3", "What is not right."),
    colour(
        "--adil-tint",
        "9%",
        "14%",
        "How much of a colour is in the ground of what has it; above 15% words get hard to read.",
    ),
    Token::new("--adil-star", "#f2b632", "Stars."),
    Token::new("--adil-star-edge", "#8a5d00", "The edge of stars."),
    Token::new(
        "--adil-print-ink",
        "#000",
        "Text on paper, which is light whatever the screen was.",
    ),
    Token::new("--adil-shadow", "soft", "The card's shadow."),
    Token::new("--adil-radius", "16px", "Roundness of options; with 0 nothing is round."),
    Token::new("--adil-radius-card", "1.35 × radius", "Roundness of the whole card."),
    Token::new("--adil-radius-button", "99 × radius", "Roundness of buttons with words."),
    Token::new("--adil-radius-field", "0.75 × radius", "Roundness of fields, notes and notices."),
    Token::new("--adil-radius-chip", "0.55 × radius", "Roundness of numbers beside options."),
    Token::new("--adil-radius-thumb", "99 × radius", "Roundness of what is a circle else."),
    Token::new(
        "--adil-border",
        "2px",
        "Width of the borders of options, cards, fields and buttons.",
    ),
    Token::new("--adil-border-card", "1px", "Width of the border of the whole card."),
    Token::new("--adil-focus", "by the accent", "Colour of the focus ring."),
    Token::new("--adil-focus-width", "3px", "Width of the focus ring."),
    Token::new("--adil-focus-offset", "3px", "Space between it and what has the focus."),
    Token::new("--adil-space", "1rem", "Space between the parts of a screen."),
    Token::new(
        "--adil-padding",
        "by the width",
        "Space between the card's edge and what is in it.",
    ),
    Token::new("--adil-gap", "by the level", "Space between options."),
    Token::new(
        "--adil-font",
        "a rounded one of the device",
        "Font family; an empty value takes that of the page.",
    ),
    Token::new("--adil-font-heading", "that of the text", "Font family of headings."),
    Token::new("--adil-font-size", "by the level", "Base size of type; all sizes follow it."),
    Token::new("--adil-weight", "600", "Weight of questions and buttons."),
    Token::new("--adil-weight-heading", "650", "Weight of headings."),
    Token::new("--adil-progress", "6px", "Height of the bar of progress."),
    Token::new("--adil-target", "by the level", "Least height of what is pressed; at least 44px."),
    Token::new("--adil-measure", "40em", "Longest line of text."),
    Token::new("--adil-icon", "1.4em", "Size of signs."),
    Token::new("--adil-icon-stroke", "2.25", "Width of their lines."),
    Token::new("--adil-motion", "0.28s", "How long what comes moves; 0s for not at all."),
];

#[cfg(test)]
mod tests {
    use super::TOKENS;

    const STYLES: &str = concat!(
        include_str!("../ui/widget.css"),
        include_str!("../ui/choice.css"),
        include_str!("../../widgets/quiz/adil-quiz.css"),
    );

    /// A default in words is one that CSS works out.
    fn is_value(default: &str) -> bool {
        default.starts_with(['#', '0', '1', '2', '3', '4', '6', '9']) && !default.contains('×')
    }

    #[test]
    fn defaults_are_those_of_the_styles() {
        for token in TOKENS {
            let name = token.name;
            assert!(STYLES.contains(&format!("var({name}")), "no style reads {name}");
            if !is_value(token.light) {
                continue;
            }
            let default = match token.dark {
                "" => token.light.to_owned(),
                dark => format!("var(--_light, {}) var(--_dark, {dark})", token.light),
            };
            let default = default.replace("0.28s", ".28s");
            let expected = format!("var({name}, {default})");
            assert!(STYLES.contains(&expected), "no style says {expected}");
        }
    }

    #[test]
    fn styles_read_no_other_tokens() {
        for part in STYLES.split("var(--adil-").skip(1) {
            let name = part.split([',', ')']).next().unwrap_or_default();
            let is_known = TOKENS.iter().any(|token| token.name == format!("--adil-{name}"));
            assert!(is_known, "--adil-{name} is in no table");
        }
    }
}
