//! Small pieces that several widgets show.

mod announce;
mod dom;
mod files;
mod icon;
mod paper;
mod parts;
mod rich;
mod signals;
mod speech;

pub use announce::{Announcer, announcer};
pub use dom::{
    Child, El, Live, Pieces, Value, adopt_styles, after, effect, el, every, focus, follow, listen,
    mount, part, pieces, set_style, svg,
};
pub use files::{accept_files, file_field};
pub use icon::{Icon, drawing, icon};
pub use paper::{only_on_paper, print, unfold_on_paper};
pub use parts::{
    Act, When, Words, frame, hidden_words, missing, picture, plain_line, plain_push, push, sign,
    text_block, text_line, truth,
};
pub use rich::{RichContext, plain_words, point, rich, rich_inline, say_language};
pub use signals::{Choice, Flag, Number, Place};
pub use speech::{Speech, Voice, pick_voice, sentences};
