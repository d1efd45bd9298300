//! What several screens of a pledge have.

use adil::ui::{Child, El, el, part, picture, plain_button};

use crate::session::pledge::{Session, Stage};

impl Session {
    /// Moves focus to an element that was just made, if the learner's own act led there.
    pub fn take_focus(self, element: El) -> El {
        if self.takes_focus() {
            return element.focus_soon();
        }
        element
    }
}

/// The two buttons at the foot of a screen: back, and the way on.
pub fn foot(session: Session, back: Option<Stage>, on: El) -> El {
    let context = session.context();
    let back =
        back.map(|stage| plain_button("quiet", context.words("back"), move || session.go(stage)));
    part("footer", "foot").child((el("div").attr("class", "ways").child(back), on))
}

/// The clauses of a pledge in a list.
pub fn list(session: Session, places: &[usize]) -> El {
    let context = session.context();
    let entry = |n: &usize| {
        let clause = &context.document.body.clauses[*n];
        el("li").child((
            clause.picture.as_ref().map(|image| picture(&context.rich, image)),
            context.line("lines", &clause.text),
        ))
    };
    part("ul", "promises").child(places.iter().map(entry).collect::<Vec<_>>())
}

/// Thanks, the same for those who pledged and those who did not.
pub fn thank(session: Session) -> impl Child {
    let context = session.context();
    let own = context.document.body.afterword.as_ref().map(|text| context.block("afterword", text));
    let ours = own.is_none().then(|| el("p").child(session.text("not_today_thanks")));
    (own, ours)
}

/// The heading of a screen, which takes the focus.
pub fn heading(session: Session, words: String) -> El {
    session.take_focus(session.context().heading(words).attr("tabindex", "-1"))
}
