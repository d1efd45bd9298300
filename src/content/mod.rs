//! The envelope that every content file has, localised and rich text, and what may be linked to.

mod day;
mod envelope;
mod localized;
mod markup;
mod media;
mod number;
mod rich;
mod url;

pub use day::Day;
pub use envelope::{Document, Envelope, Kind, Level, Reference, Source, open};
pub use localized::{Localized, base_language};
pub use markup::{Block, Inline, parse, plain};
pub use media::{MediaAddress, Picture};
pub use number::{AtLeast, Count, Share};
pub use rich::Rich;
pub use url::{Address, Purpose};
