//! What several screens of a pledge have.

use adil::ui::{Child, El, el, part, picture, plain_push};

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
    let fixed = session.fixed();
    let back =
        back.map(|stage| plain_push("quiet", fixed.words("back"), move || session.go(stage)));
    part("footer", "foot").child((el("div").attr("class", "ways").child(back), on))
}

/// The clauses of a pledge in a list.
pub fn list(session: Session, places: &[usize]) -> El {
    let fixed = session.fixed();
    let entry = |n: &usize| {
        let clause = &fixed.document.body.clauses[*n];
        el("li").child((
            clause.picture.as_ref().map(|image| picture(&fixed.rich, image)),
            fixed.line("lines", &clause.text),
        ))
    };
    part("ul", "promises").child(places.iter().map(entry).collect::<Vec<_>>())
}

/// Thanks, the same for those who pledged and those who did not.
pub fn thank(session: Session) -> impl Child {
    let fixed = session.fixed();
    let own = fixed.document.body.afterword.as_ref().map(|text| fixed.block("afterword", text));
    let ours = own.is_none().then(|| el("p").child(session.text("not_today_thanks")));
    (own, ours)
}

/// The heading of a screen, which takes the focus.
pub fn heading(session: Session, words: String) -> El {
    session.take_focus(session.fixed().heading(words).attr("tabindex", "-1"))
}
