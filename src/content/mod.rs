//! The envelope that every content file has, localised and rich text, and what may be linked to.

mod day;
mod envelope;
mod language;
mod localized;
mod markup;
mod media;
mod number;
mod rich;
mod url;
mod written_item;

pub use day::Day;
pub use envelope::{Document, Envelope, Kind, Level, Reference, Source, open};
pub use language::{base_language, closeness, direction, is_right_to_left, nearest};
pub use localized::Localized;
pub use markup::{
    Block, Inline, has_blank, next_escaped, parse, parse_with_blanks, plain, plain_with,
};
pub use media::{MediaAddress, Picture};
pub use number::{AtLeast, Count, Share};
pub use rich::Rich;
pub use url::{Address, Purpose};
pub use written_item::{ItemSchema, WrittenItem};
