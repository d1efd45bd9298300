//! The speeds at which a lesson can be played.

/// The speeds that are offered.
pub const RATES: [f64; 7] = [0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0];

/// The place of a speed among those that are offered; that of the usual one where it is none.
pub fn place_of_rate(rate: f64) -> usize {
    RATES.iter().position(|one| (*one - rate).abs() < 0.01).unwrap_or(2)
}

/// The speed so many places further.
pub fn next_rate(rate: f64, by: isize) -> f64 {
    let next = place_of_rate(rate).saturating_add_signed(by).min(RATES.len() - 1);
    RATES[next]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_go_up_and_down_within_the_list() {
        let next = |rate, by| next_rate(rate, by).to_string();
        assert_eq!([next(1.0, 1), next(1.0, -1)], ["1.25", "0.75"]);
        assert_eq!([next(2.0, 1), next(0.5, -1)], ["2", "0.5"]);
        // A page's script may have set one that is not offered.
        assert_eq!([next(3.0, 1), next(0.9, -1)], ["1.25", "0.75"]);
    }
}
