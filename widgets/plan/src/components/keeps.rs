//! What is kept and sent, by the names under which the code keeps it.

use adil::host::WidgetContext;
use adil::progress::{DAYS, Keep};
use adil::ui::{El, Keeps};

use crate::SPEC;
use crate::model::{LESSON_KEPT, PAST_KEPT, Plan};
use crate::session::Session;
use crate::session::campaign::Desk;

/// The names of all events.
const EVENTS: [&str; SPEC.events.len()] = SPEC.event_names();

/// The sheet of a lesson.
pub fn of_lesson(session: Session) -> El {
    session.read(|widget| view(widget, &LESSON_KEPT, Some("talks")))
}

/// The sheet of the desk of an action.
pub fn of_desk(desk: Desk) -> El {
    desk.read(|widget| view(widget, &PAST_KEPT, None))
}

fn view(widget: &WidgetContext<Plan>, kept: &[&str], more: Option<&str>) -> El {
    let texts = &widget.texts;
    let keep = widget.keeping();
    let where_to = match keep {
        Keep::Nothing => "keeps_none",
        Keep::Session => "keeps_session",
        Keep::Device => "keeps_device",
    };
    let kept: &[&str] = if keep == Keep::Nothing { &[] } else { kept };
    let lines = [Some(where_to), Some("sends_nothing"), more].into_iter().flatten();
    let days = texts.number(DAYS);
    Keeps {
        texts,
        part: "keeps",
        title: "sheet",
        lines: lines.map(|key| texts.fill(key, &[("days", &days)])).collect(),
        what: kept.iter().map(|name| texts.get(&["kept_", name].concat())).collect(),
        tells: &EVENTS,
    }
    .view()
}
