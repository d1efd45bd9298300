//! Statistics of pairs of numbers, from published formulas. A test compares them with another
//! package on two hundred sets of made-up data.
//!
//! - The distribution of Student's t for whole degrees of freedom is a finite sum: Abramowitz and
//!   Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4.
//! - The normal distribution is that of `erfc` from the crate `libm`.
//! - The signed-rank test is Wilcoxon's (Biometrics Bulletin 1, 1945): pairs without a difference
//!   are left out, ties have the mean of their ranks. With up to 50 differences its distribution is
//!   counted out, ties included; beyond it is the normal one, whose variance is corrected for ties
//!   (Lehmann, Nonparametrics, 1975, chapter 3).
//! - The effect size for paired data is the mean difference over the deviation of the differences:
//!   Cohen's `d_z` (Lakens, Frontiers in Psychology 4:863, 2013, formula 6).
//! - The normalised gain is Hake's: American Journal of Physics 66 (1998), 64–74.

/// Up to how many differences the signed-rank test counts its distribution out.
const COUNTED_OUT: usize = 50;

/// What pairs of numbers come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paired {
    /// How many pairs there are.
    pub n: usize,
    /// The mean before.
    pub before: f64,
    /// The mean after.
    pub after: f64,
    /// The mean difference, after less before.
    pub difference: f64,
    /// The 95 % interval of the difference; nothing for fewer than two pairs.
    pub interval: Option<Interval>,
    /// Cohen's d for paired data; nothing where all differences are the same.
    pub effect: Option<f64>,
    /// The normalised gain; nothing where all had the greatest score before.
    pub gain: Option<f64>,
    /// The signed-rank test; nothing where no pair differs.
    pub signed: Option<Signed>,
}

/// An interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its least value.
    pub from: f64,
    /// Its greatest value.
    pub to: f64,
}

/// What the signed-rank test finds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signed {
    /// The lesser of the sums of ranks.
    pub w: f64,
    /// The probability of what was found, or more, where nothing changed; two-sided.
    pub p: f64,
    /// How many pairs differ.
    pub n: usize,
}

/// The mean; nothing of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The median; of an even number of values the mean of the two in the middle.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let high = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(high);
    }
    sorted.get(middle - 1).map(|low| f64::midpoint(*low, high))
}

/// The deviation of a sample.
fn deviation(values: &[f64]) -> Option<f64> {
    let middle = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|value| (value - middle) * (value - middle)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

/// What pairs come to, before and after, where `most` is the greatest score.
pub fn paired(pairs: &[(f64, f64)], most: f64) -> Option<Paired> {
    let (before, after): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let differences: Vec<f64> = pairs.iter().map(|(before, after)| after - before).collect();
    let (before, after) = (mean(&before)?, mean(&after)?);
    let difference = mean(&differences)?;
    let deviation = deviation(&differences);
    let n = pairs.len();
    let interval = deviation.map(|deviation| {
        let half = t_quantile(n - 1) * deviation / (n as f64).sqrt();
        Interval { from: difference - half, to: difference + half }
    });
    let effect = deviation.filter(|d| *d > 0.0).map(|deviation| difference / deviation);
    let gain = (before < most).then(|| (after - before) / (most - before));
    let signed = signed_rank(&differences);
    Some(Paired { n, before, after, difference, interval, effect, gain, signed })
}

/// The probability that Student's t lies between -t and t.
fn t_within(t: f64, freedom: usize) -> f64 {
    let nu = freedom as f64;
    let (sin, cos2) = (t / (nu + t * t).sqrt(), nu / (nu + t * t));
    // Each term is the one before by cos² and the next two numbers.
    let (mut term, mut sum) = (1.0, 1.0);
    let is_odd = freedom % 2 == 1;
    let mut k = if is_odd { 2.0 } else { 1.0 };
    while k + 2.0 < nu {
        term *= cos2 * k / (k + 1.0);
        sum += term;
        k += 2.0;
    }
    if !is_odd {
        return sin * sum;
    }
    let angle = (t / nu.sqrt()).atan();
    let rest = if freedom > 1 { sin * cos2.sqrt() * sum } else { 0.0 };
    std::f64::consts::FRAC_2_PI * (angle + rest)
}

/// The t beyond which 2.5 % lie on each side.
pub fn t_quantile(freedom: usize) -> f64 {
    let (mut low, mut high) = (1.9, 12.8);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if t_within(middle, freedom) < 0.95 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The ranks of the sizes of differences, doubled so that ties are whole, and the sizes of ties.
fn doubled_ranks(sizes: &[f64]) -> (Vec<usize>, Vec<usize>) {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    let size = |n: &usize| sizes.get(*n).copied().unwrap_or(0.0);
    order.sort_by(|a, b| size(a).total_cmp(&size(b)));
    let (mut ranks, mut ties) = (vec![0; sizes.len()], Vec::new());
    let mut first = 0;
    // Sums of tenths miss each other by a hair; they are the same size.
    for group in order.chunk_by(|a, b| (size(a) - size(b)).abs() < 1e-9) {
        let doubled = 2 * first + group.len() + 1;
        for n in group {
            if let Some(rank) = ranks.get_mut(*n) {
                *rank = doubled;
            }
        }
        ties.push(group.len());
        first += group.len();
    }
    (ranks, ties)
}

/// Wilcoxon's signed-rank test of differences.
pub fn signed_rank(differences: &[f64]) -> Option<Signed> {
    let differing: Vec<f64> = differences.iter().copied().filter(|d| d.abs() > 1e-9).collect();
    let sizes: Vec<f64> = differing.iter().map(|d| d.abs()).collect();
    let (ranks, ties) = doubled_ranks(&sizes);
    let n = differing.len();
    if n == 0 {
        return None;
    }
    let all: usize = ranks.iter().sum();
    let up: usize = ranks.iter().zip(&differing).filter(|(_, d)| **d > 0.0).map(|(r, _)| r).sum();
    let lesser = up.min(all - up);
    let p = if n <= COUNTED_OUT {
        counted_out(&ranks, all, lesser)
    } else {
        approximated(n, &ties, lesser as f64 / 2.0)
    };
    Some(Signed { w: lesser as f64 / 2.0, p, n })
}

/// Of all ways to give the ranks signs, the share whose sum is as far out.
fn counted_out(ranks: &[usize], all: usize, lesser: usize) -> f64 {
    let mut ways = vec![0.0; all + 1];
    if let Some(none) = ways.first_mut() {
        *none = 1.0;
    }
    for rank in ranks {
        for sum in (*rank..=all).rev() {
            let without = ways.get(sum - rank).copied().unwrap_or(0.0);
            if let Some(with) = ways.get_mut(sum) {
                *with += without;
            }
        }
    }
    let out: f64 = ways.iter().take(lesser + 1).sum();
    let whole: f64 = ways.iter().sum();
    (2.0 * out / whole).min(1.0)
}

fn approximated(n: usize, ties: &[usize], w: f64) -> f64 {
    let n = n as f64;
    let correction: f64 = ties.iter().map(|t| *t as f64).map(|t| t * t * t - t).sum();
    let variance = n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - correction / 48.0;
    let z = (w - n * (n + 1.0) / 4.0).abs() / variance.sqrt();
    libm::erfc(z / std::f64::consts::SQRT_2)
}

#[cfg(test)]
#[path = "statistics_tests.rs"]
mod tests;
