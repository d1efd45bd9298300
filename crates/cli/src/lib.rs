//! The command `adil`: `check` reads content files and names their mistakes, `embed` writes the
//! lines that a page needs, with the content between the tags for readers without scripts.
//!
//! `content` opens files by the widgets' own models, `kinds` says what of each kind is read,
//! `scribe` writes texts, `node` makes HTML of it; `embed` puts it together,
//! `page` makes a whole page, and `offline` makes a folder that needs no server.

mod address;
mod arguments;
mod content;
mod embed;
mod kinds;
mod node;
mod offline;
mod page;
mod release;
mod run;
mod scribe;
mod texts;
mod words;

pub use arguments::{Arguments, Command, EmbedArguments};
pub use run::run;
