//! How a certificate is laid out on a page. The same marks become a page of the screen and of
//! the printer, and a picture.

mod block;
mod build;
mod mark;
mod page;
mod sheet;
mod signature;
#[cfg(test)]
mod tests;
mod wrap;

pub use mark::{Anchor, Area, Line, Mark, Pen, Point, Shape, Tone, hundredths};
pub use page::{Page, lay_out};
pub use sheet::{Code, LONGEST, PageShape, Sheet, Wording};
pub use signature::{LONGEST_NAME, MOST_NAMES, Signature, label_key, name, names, signatures};
pub use wrap::Measure;
