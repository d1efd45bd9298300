//! What is kept and sent: of a record by the labels of its fields, of a study by the names under
//! which the code keeps it.

use adil::progress::Keep;
use adil::ui::{El, Keeps};

use crate::SPEC;
use crate::model::study::{STUDY_KEPT, Study};
use crate::session::{Pupil, RECORD_DAYS, STUDY_DAYS, Session, Shared};

/// The names of all events.
const EVENTS: [&str; SPEC.events.len()] = SPEC.event_names();

/// The sheet of a record.
pub fn of_record(session: Session) -> El {
    let shared = session.shared;
    let (labels, has_group) = shared.record(|record| {
        let labels = record.fields.iter().map(|field| field.label.clone()).collect::<Vec<_>>();
        (labels, record.group.is_some() || !record.goods().is_empty())
    });
    let labels: Vec<String> = labels.iter().map(|label| shared.words(label)).collect();
    let fields = labels.join(shared.read(|widget| widget.texts.comma()));
    let entry = shared.fill("kept_entry", &[("fields", &fields)]);
    let group = has_group.then(|| shared.text("kept_group"));
    let what = std::iter::once(entry).chain(group).collect();
    view(shared, Some((keeping(shared), RECORD_DAYS)), what)
}

/// The sheet of a study on one device.
pub fn of_study(pupil: Pupil) -> El {
    let shared = pupil.shared;
    let has_sheet = pupil
        .study(|study| !(study.fields.fidelity.is_empty() && study.fields.feedback.is_empty()));
    let has_open = pupil.study(|study| !study.fields.open.is_empty());
    let is_there = |name: &str| match name {
        "sheet" => has_sheet,
        "open" => has_open,
        _ => true,
    };
    let names = STUDY_KEPT.iter().map(|(name, _)| *name).filter(|name| is_there(name));
    let what = names.map(|name| shared.text(&["kept_", name].concat())).collect();
    view(shared, Some((keeping(shared), STUDY_DAYS)), what)
}

/// The sheet of a study that is set up.
pub fn of_setup(shared: Shared<Study>) -> El {
    view(shared, Some((keeping(shared), STUDY_DAYS)), vec![shared.text("kept_draft")])
}

/// The sheet where files are put together.
pub fn of_files<T>(shared: Shared<T>) -> El {
    view(shared, None, Vec::new())
}

/// A record that ended with the tab would be none, so that the device is what holds at first.
fn keeping<T>(shared: Shared<T>) -> Keep {
    shared.read(|widget| widget.host.word("storage", Keep::from_word).unwrap_or(Keep::Device))
}

/// `keeps` is where and for how many days; nothing where files are read and not kept.
fn view<T>(shared: Shared<T>, keeps: Option<(Keep, f64)>, what: Vec<String>) -> El {
    let (key, days) = match keeps {
        None => ("kept_nothing", 0.0),
        Some((Keep::Nothing, _)) => ("keeps_none", 0.0),
        Some((Keep::Session, _)) => ("keeps_session", 0.0),
        Some((Keep::Device, days)) => ("keeps_device", days),
    };
    let is_kept = matches!(keeps, Some((Keep::Session | Keep::Device, _)));
    shared.read(|widget| {
        let days = widget.texts.number(days);
        let line = |key: &str| widget.texts.fill(key, &[("days", &days)]);
        Keeps {
            texts: &widget.texts,
            part: "keeps",
            title: "keeps_sheet",
            lines: [key, "sends_nothing"].map(line).into(),
            what: if is_kept { what } else { Vec::new() },
            tells: &EVENTS,
        }
        .view()
    })
}
