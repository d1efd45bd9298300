//! What this keeps and sends, from the same settings that the code goes by.

use adil::host::WidgetContext;
use adil::progress::{DAYS, Keep};
use adil::ui::{El, Keeps};

use crate::SPEC;
use crate::model::{KEPT, Keeping, Telling, Type};
use crate::session::Session;

/// The names of all events.
const EVENTS: [&str; SPEC.events.len()] = SPEC.event_names();

/// The sheet, folded.
pub fn view(session: Session) -> El {
    let (keep, tell, blank) =
        session.check(|check| (check.privacy.keep, check.privacy.tell, check.privacy.blank));
    let keeps = match keep {
        Keeping::Never => "keeps_never",
        Keeping::Asked => "keeps_asked",
        Keeping::Page => match session.read(WidgetContext::keeping) {
            Keep::Nothing => "keeps_never",
            Keep::Session => "keeps_session",
            Keep::Device => "keeps_device",
        },
    };
    let tells = match tell {
        Telling::Nothing => "tells_nothing",
        Telling::End => "tells_end",
        Telling::Result => "tells_result",
    };
    let lines = [Some(keeps), Some(tells), Some("sends_nothing"), blank.then_some("covers")];
    session.read(|widget| {
        let days = widget.texts.number(DAYS);
        let line = |key: &str| widget.texts.fill(key, &[("days", &days)]);
        let check = &widget.document.body;
        // What a check does not ask it does not keep.
        let is_asked = |name: &&str| match *name {
            "role" => !check.fields.roles.is_empty(),
            "notes" => check.questions.iter().any(|one| one.fields.kind == Type::Scale),
            _ => true,
        };
        let what = KEPT.into_iter().filter(|_| keeps != "keeps_never").filter(is_asked);
        Keeps {
            texts: &widget.texts,
            part: "sheet",
            title: "sheet",
            lines: lines.into_iter().flatten().map(line).collect(),
            what: what.map(|name| session.text(&["kept_", name].concat())).collect(),
            tells: if tell == Telling::Nothing { &[] } else { &EVENTS },
        }
        .view()
    })
}
