//! Where captions and descriptions are written.

use adil::ui::{El, part};

use crate::session::{Captions, Session};

/// Where captions stand: over the picture.
pub fn view(session: Session, captions: Captions) -> El {
    let fixed = session.fixed();
    part("div", "caption")
        .live("dir", move || captions.dir())
        .live("lang", move || captions.lang())
        .live("hidden", move || !captions.shown.get())
        .with(|element| _ = fixed.caption.replace(Some(element.clone())))
}

/// Where pictures are described in words.
pub fn description(session: Session) -> El {
    let fixed = session.fixed();
    part("p", "description")
        .attr("dir", "auto")
        .with(|element| _ = fixed.description.replace(Some(element.clone())))
}
