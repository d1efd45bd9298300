//! A class that decides by raised hands.

/// What a class decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// No hand was raised.
    Nobody,
    /// Two choices or more have the most hands.
    Tie,
    /// The choice at this place has the most hands.
    For(usize),
}

/// What the hands for each choice decide.
pub fn decision(hands: &[u32]) -> Decision {
    let most = hands.iter().copied().max().unwrap_or(0);
    let mut first = hands.iter().enumerate().filter(|(_, count)| **count == most);
    match (most, first.next(), first.next()) {
        (0, ..) | (_, None, _) => Decision::Nobody,
        (_, Some((n, _)), None) => Decision::For(n),
        _ => Decision::Tie,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_hands_decide_and_a_tie_does_not() {
        let check = |hands: &[u32], expected| assert_eq!(decision(hands), expected, "{hands:?}");
        check(&[], Decision::Nobody);
        check(&[0, 0], Decision::Nobody);
        check(&[3, 1], Decision::For(0));
        check(&[3, 8, 7], Decision::For(1));
        check(&[4, 4], Decision::Tie);
        check(&[4, 1, 4], Decision::Tie);
        check(&[1], Decision::For(0));
    }
}
