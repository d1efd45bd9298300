//! What every screen of the quiz stands in.

use adil::ui::{Child, El, el, part};

use super::parts::{plain_button, words};
use crate::session::{Notice, Session};

/// What every view of the quiz stands in: language, direction, level and mode for styles.
pub fn frame(session: Session) -> El {
    let context = session.context();
    adil::ui::frame(&context.texts, context.rules.level)
        .attr("data-mode", context.rules.mode.word())
}

/// What has to be known about keeping answers.
pub fn notice(session: Session) -> impl Child {
    move || {
        session.notice.get().map(|notice| {
            let key = match notice {
                Notice::NotKept => "not_kept",
                Notice::Joined => "joined",
                Notice::Replaced => "replaced",
                Notice::Missing => "lost",
                Notice::Changed => "changed",
            };
            let keep = (notice == Notice::Replaced).then(|| {
                plain_button("quiet", words(session, "keep_this"), move || session.keep_this())
            });
            let again = (notice == Notice::Missing).then(|| {
                plain_button("quiet", words(session, "try_again"), move || {
                    session.load_lazy_chunk();
                })
            });
            part("div", "notice").attr("role", "status").child((
                el("p").child(session.text(key)),
                keep,
                again,
            ))
        })
    }
}
