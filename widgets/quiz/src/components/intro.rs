//! The introduction, before the first item.

use adil::ui::{El, part};

use super::parts::{plain_push, text_block, title_line, words};
use crate::session::Session;

/// The introduction with what awaits the learner.
pub fn view(session: Session) -> El {
    let fixed = session.fixed();
    let items = session.questions().len() as f64;
    let mut facts = vec![fixed.texts.count("questions", items)];
    let minutes = fixed.rules.time_limit().or(fixed.document.envelope.minutes);
    facts.extend(minutes.map(|n| fixed.texts.count("minutes", n)));
    part("section", "intro").child((
        title_line(session, ()),
        fixed.document.body.intro.as_ref().map(|text| text_block(session, "stem", text)),
        part("p", "count").child(facts.join(fixed.texts.comma())),
        part("footer", "foot")
            .child(plain_push("go", words(session, "start"), move || session.start())),
    ))
}
