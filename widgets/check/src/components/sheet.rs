//! What this keeps and sends, from the same settings that the code goes by.

use adil::host::WidgetContext;
use adil::ui::{El, el, part};

use crate::SPEC;
use crate::model::{Keeping, Telling};
use crate::session::Session;

/// The sheet, folded.
pub fn view(session: Session) -> El {
    let (keep, tell, blank) =
        session.check(|check| (check.privacy.keep, check.privacy.tell, check.privacy.blank));
    let keeps = match keep {
        Keeping::Never => "keeps_never",
        Keeping::Asked => "keeps_asked",
        Keeping::Page => match session.read(WidgetContext::keeping) {
            adil::progress::Keep::Nothing => "keeps_never",
            adil::progress::Keep::Session => "keeps_session",
            adil::progress::Keep::Device => "keeps_device",
        },
    };
    let tells = match tell {
        Telling::Nothing => "tells_nothing",
        Telling::End => "tells_end",
        Telling::Result => "tells_result",
    };
    let events: Vec<&str> = match tell {
        Telling::Nothing => Vec::new(),
        _ => SPEC.events.iter().map(|event| event.name).collect(),
    };
    let lines = [Some(keeps), Some(tells), Some("sends_nothing"), blank.then_some("covers")];
    let row = |key: &'static str| el("li").child(session.text(key));
    let mut rows: Vec<El> = lines.into_iter().flatten().map(row).collect();
    if !events.is_empty() {
        let names = el("code").attr("dir", "ltr").child(events.join(" "));
        rows.push(el("li").child((session.text("events"), " ", names)));
    }
    part("details", "sheet")
        .child((part("summary", "summary").child(session.text("sheet")), el("ul").child(rows)))
}
