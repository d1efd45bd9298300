//! Small pieces that several widgets show.

mod announce;
mod dom;
mod files;
mod icon;
mod keeps;
mod paper;
mod parts;
mod rich;
mod signals;
mod speech;

pub use announce::{Announcer, announcer};
pub use dom::{
    AttributeValue, Child, El, Pieces, Value, adopt_styles, adopt_styles_soon, after, effect, el,
    every, focus, ignore_second_presses, listen, mount, part, pieces, set_style, svg,
};
pub use files::{accept_files, data_field, file_field, files_field};
pub use icon::{Icon, drawing, icon, replaceable_icon};
pub use keeps::Keeps;
pub use paper::{only_on_paper, print, unfold_on_paper, with_pictures};
pub use parts::{
    Act, When, Words, aria_bool, button, exported, frame, hidden_words, icon_button, missing,
    picture, plain_button, plain_line, pressable, print_button, tell_chosen, text_block, text_line,
};
pub use rich::{
    RichContext, mark_language, plain_in, plain_words, point, rich, rich_inline, rich_with_blanks,
    rich_words, say_language, spoken,
};
pub use signals::{Choice, Flag, IndexSignal, Number};
pub use speech::{Line, Speech, Voice, breaths_of, ends_sentence, pick_voice, sentences};
