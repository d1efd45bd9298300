//! Pilot studies: what pupils answer before and after, and what can be said of it.

mod statistics;

pub use statistics::{Interval, Paired, Signed, mean, median, paired, signed_rank, t_quantile};
