//! Small pieces that several widgets show.

mod announce;
mod dom;
mod icon;
mod rich;
mod speech;

pub use announce::{Announcer, announcer};
pub use dom::{Child, El, Live, Value, adopt_styles, el, follow, listen, mount, part, svg};
pub use icon::{Icon, icon};
pub use rich::{RichContext, point, rich, rich_inline};
pub use speech::{Speech, Voice, pick_voice, sentences};
