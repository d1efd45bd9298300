//! What those see who lead a study on a device: what is asked now, the sheet, the file.

use adil::json::number_text;
use adil::ui::{El, el, part, plain_button};
use leptos::prelude::*;

use super::parts::{block, screen_heading};
use crate::components::inputs::value_of;
use crate::components::keeps;
use crate::session::{Pupil, Step};

fn act(pupil: Pupil, class: &'static str, key: &'static str, act: fn(Pupil)) -> El {
    plain_button(class, Box::new(move || pupil.text(key)), move || act(pupil))
}

/// A select with its label.
fn select(
    pupil: Pupil,
    id: &str,
    label: &str,
    options: Vec<String>,
    now: Option<usize>,
    pick: impl Fn(Option<usize>) + 'static,
) -> El {
    let first = now.is_none().then(|| el("option").attr("value", "").child(pupil.text("choose")));
    let option = |(n, words): (usize, String)| {
        let option = el("option").attr("value", &number_text(n as f64));
        if Some(n) == now { option.attr("selected", "") } else { option }.child(words)
    };
    let options: Vec<El> = options.into_iter().enumerate().map(option).collect();
    let select = part("select", "input")
        .attr("id", id)
        .on("change", move |event| pick(value_of(&event).and_then(|value| value.parse().ok())))
        .child((first, options));
    part("div", "field").child((el("label").attr("for", id).child(label), select))
}

/// What is asked now, and what this device has.
pub fn view(pupil: Pupil) -> El {
    let (intro, arms, waves) = pupil.study(|study| {
        let texts = |list: &[crate::model::Named]| {
            list.iter().map(|one| pupil.shared.words(&one.text)).collect::<Vec<_>>()
        };
        (study.fields.intro.clone(), texts(&study.fields.arms), texts(&study.waves))
    });
    let number = |n: Option<usize>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    let arm = (arms.len() > 1).then(|| {
        let now = Some(pupil.arm.get_untracked() as usize);
        let pick = move |n| pupil.arm.set(number(n));
        select(pupil, "arm", &pupil.text("arm"), arms, now, pick)
    });
    let now = Some(pupil.wave.get_untracked() as usize);
    let pick = move |n| pupil.wave.set(number(n));
    let wave = select(pupil, "wave", &pupil.text("wave"), waves, now, pick);
    let (has_sheet, cell) = pupil.study(|study| {
        let fields = &study.fields;
        (!(fields.fidelity.is_empty() && fields.feedback.is_empty()), study.smallest_cell)
    });
    let kept = move || {
        let count = pupil.device(|device| device.answers.len());
        let files = (count > 0).then(|| {
            (
                act(pupil, "quiet", "save_answers", Pupil::save_answers),
                act(pupil, "quiet", "delete_answers", Pupil::delete_all),
            )
        });
        let sheet =
            has_sheet.then(|| act(pupil, "quiet", "sheet_of", |pupil| pupil.show(Step::Sheet)));
        (
            el("p").child(pupil.shared.count("answers_here", count)),
            el("div").attr("class", "ways").child((sheet, files)),
        )
    };
    let undo = move || {
        pupil.can_undo.get().then(|| {
            part("div", "notice").child((
                el("p").child(pupil.text("answers_deleted")),
                act(pupil, "quiet", "undo", Pupil::undo),
            ))
        })
    };
    let cell = pupil.shared.read(|widget| widget.texts.number(cell as f64));
    let form = part("section", "form").child((
        screen_heading(pupil, pupil.text("for_teacher")),
        undo,
        intro.map(|text| block(pupil, &text)),
        el("div").attr("class", "both").child((arm, wave)),
        part("footer", "foot").child(act(pupil, "go", "begin", Pupil::begin)),
        kept,
        el("p").attr("class", "count").child(pupil.shared.fill("study_stays", &[("n", &cell)])),
    ));
    part("div", "home").child((form, keeps::of_study(pupil)))
}

/// Which parts of the lesson took place, and what the teacher says.
pub fn sheet(pupil: Pupil) -> El {
    let (fidelity, feedback) =
        pupil.study(|study| (study.fields.fidelity.clone(), study.fields.feedback.clone()));
    let sheet = pupil.device(|device| device.sheet.clone());
    let done = |one: &crate::model::Named| {
        let id = one.id.as_str().to_owned();
        let now = sheet.fidelity.iter().find(|(name, _)| *name == id);
        let now = now.map(|(_, done)| usize::from(!done));
        let answers = vec![pupil.text("took_place"), pupil.text("did_not")];
        let label = pupil.shared.words(&one.text);
        select(pupil, &["done-", &id].concat(), &label, answers, now, move |n| {
            pupil.change_sheet(|sheet| {
                sheet.fidelity.retain(|(name, _)| *name != id);
                sheet.fidelity.extend(n.map(|n| (id.clone(), n == 0)));
            });
        })
    };
    let said = |one: &crate::model::study::Feedback| {
        let (id, label) = (one.id.as_str().to_owned(), pupil.shared.words(&one.text));
        let input = ["said-", &id].concat();
        if !one.words {
            let now = sheet.ratings.iter().find(|(name, _)| *name == id).map(|(_, n)| n - 1);
            let number = |n: u8| pupil.shared.read(|widget| widget.texts.number(n.into()));
            let steps = (1..=5).map(number).collect();
            return select(pupil, &input, &label, steps, now, move |n| {
                pupil.change_sheet(|sheet| {
                    sheet.ratings.retain(|(name, _)| *name != id);
                    sheet.ratings.extend(n.map(|n| (id.clone(), n + 1)));
                });
            });
        }
        let now = sheet.words.iter().find(|(name, _)| *name == id).map(|(_, words)| words.clone());
        let node = part("input", "input")
            .attr("id", &input)
            .attr("type", "text")
            .attr("dir", "auto")
            .attr("value", &now.unwrap_or_default())
            .on("change", move |event| {
                let words = value_of(&event).unwrap_or_default();
                pupil.change_sheet(|sheet| {
                    sheet.words.retain(|(name, _)| *name != id);
                    sheet.words.push((id.clone(), words));
                });
            });
        part("div", "field").child((el("label").attr("for", &input).child(label), node))
    };
    let done: Vec<El> = fidelity.iter().map(done).collect();
    let said: Vec<El> = feedback.iter().map(said).collect();
    part("section", "form").child((
        screen_heading(pupil, pupil.text("sheet_of")),
        el("p").attr("class", "count").child(pupil.text("sheet_of_help")),
        done,
        said,
        part("footer", "foot").child(act(pupil, "go", "done", |pupil| pupil.show(Step::Lead))),
    ))
}
