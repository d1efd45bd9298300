//! The rules of a record as plain Rust: what an entry holds, what sums and shares come to, what is
//! not shown, what files are. Knows no browser.

mod content;
mod entry;
mod field;
mod figures;
mod file;
mod form;
mod import;
mod log;
mod measure;
mod merge;
mod money;
mod period;
pub mod study;

pub use adil::csv::{Cell, table};
pub use content::{Badge, Chart, ChartBy, Group, Prompt, Record};
pub use entry::{Entry, Line, MOST_ENTRIES, Value, entry_from};
pub use field::{Field, Good, Kind, Named};
pub use figures::{Figure, Figures, Row, Rows};
pub use file::{entries_table, read_file, write_file};
pub use form::{Mistake, Read, Trouble, read_form};
pub use import::{Refusal, Table, Wrong};
pub use log::{About, Log};
pub use measure::{Counted, Measure, Reckoning, Source, Where};
pub use merge::{Added, Group as GroupFile, Merged};
pub use money::{digits, exact_amount, plain_amount};
pub use period::{Week, Year};

#[cfg(test)]
mod tests;
