//! The introduction, before the first item.

use adil::ui::{El, part};

use super::parts::{plain_button, text_block, title_line, words};
use crate::session::Session;

/// The introduction with what awaits the learner.
pub fn view(session: Session) -> El {
    let context = session.context();
    let items = session.questions().len() as f64;
    let mut facts = vec![context.texts.count("questions", items)];
    let minutes = context.rules.time_limit().or(context.document.envelope.minutes);
    facts.extend(minutes.map(|n| context.texts.count("minutes", n)));
    part("section", "intro").child((
        title_line(session, ()),
        context.document.body.intro.as_ref().map(|text| text_block(session, "stem", text)),
        part("p", "count").child(facts.join(context.texts.comma())),
        part("footer", "foot")
            .child(plain_button("go", words(session, "start"), move || session.start())),
    ))
}
