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
pub use icon::{Icon, drawing, icon, replaceable_icon};
pub use paper::{only_on_paper, print, unfold_on_paper, with_pictures};
pub use parts::{
    Act, When, Words, exported, frame, hidden_words, missing, picture, plain_line, plain_push,
    pressable, print_push, push, sign, text_block, text_line, truth,
};
pub use rich::{
    RichContext, mark_language, plain_in, plain_words, point, rich, rich_inline, rich_with_blanks,
    rich_words, say_language, spoken,
};
pub use signals::{Choice, Flag, Number, Place};
pub use speech::{Line, Speech, Voice, ends_sentence, pick_voice, sentences};
