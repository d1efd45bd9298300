//! What marked-up text is made of.

use crate::content::Address;

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Characters as they are.
    Text(String),
    /// `*…*`
    Emphasis(Vec<Inline>),
    /// `**…**`
    Strong(Vec<Inline>),
    /// `` `…` ``; holds texts and blanks only.
    Code(Vec<Inline>),
    /// `^…^`
    Superscript(Vec<Inline>),
    /// `~…~`
    Subscript(Vec<Inline>),
    /// `[…](address)`
    Link(Vec<Inline>, Address),
    /// `![what it shows](address)`
    Picture(String, Address),
    /// `{money:19.50}`, shown in the currency that the page names: a number as it is written.
    Money(String),
    /// `{1}`, where a learner fills in something; counted from 0.
    Blank(usize),
    /// The end of a line inside a paragraph.
    Break,
}

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Lines up to an empty one.
    Paragraph(Vec<Inline>),
    /// Lines that start with `- `.
    Bullets(Vec<Vec<Inline>>),
    /// Lines that start with a number and a point, such as `1. `.
    Numbered {
        /// The number of the first entry; the others count on.
        start: usize,
        /// The entries.
        entries: Vec<Vec<Inline>>,
    },
    /// Lines that start with `|`; the first is the head when a line of dashes follows it.
    Table {
        /// The cells of the head; none when the table has no head.
        head: Vec<Vec<Inline>>,
        /// The cells of each row.
        rows: Vec<Vec<Vec<Inline>>>,
    },
}
