//! Where captions and descriptions are written.

use adil::ui::{El, part};

use crate::session::{Captions, Session};

/// Where captions stand: over the picture.
pub fn view(session: Session, captions: Captions) -> El {
    let context = session.context();
    part("div", "caption")
        .attr("dir", move || captions.dir())
        .attr("lang", move || captions.lang())
        .attr("hidden", move || !captions.shown.get())
        .with(|element| _ = context.caption.replace(Some(element.clone())))
}

/// Where pictures are described in words.
pub fn description(session: Session) -> El {
    let context = session.context();
    part("p", "description")
        .attr("dir", "auto")
        .with(|element| _ = context.description.replace(Some(element.clone())))
}
