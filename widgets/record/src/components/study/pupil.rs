//! What pupils see.

use adil::content::Rich;
use adil::json::number_text;
use adil::ui::{Child, El, el, part, plain_button, tell_chosen, text_line};
use leptos::prelude::*;

use super::parts::{block, option, screen_heading};
use crate::components::inputs::value_of;
use crate::session::{Leading, Pupil, Step};

fn way(pupil: Pupil, class: &'static str, key: &'static str, act: impl Fn(Pupil) + 'static) -> El {
    plain_button(class, Box::new(move || pupil.text(key)), move || act(pupil))
}

fn foot(back: impl Child, on: impl Child) -> El {
    part("footer", "foot").child((el("div").attr("class", "ways").child(back), on))
}

fn line(pupil: Pupil, text: &Rich) -> El {
    pupil.shared.read(|widget| text_line(&widget.rich, "words", text))
}

/// What pupils read first: to take part and not to take part are alike.
pub fn consent(pupil: Pupil) -> El {
    let text = pupil.study(|study| study.fields.consent.clone());
    part("section", "form").child((
        screen_heading(pupil, pupil.text("consent")),
        block(pupil, &text),
        el("p").attr("class", "count").child(pupil.text("consent_stays")),
        el("div").attr("class", "both").child((
            way(pupil, "same", "not_today", |pupil| pupil.show(Step::Declined)),
            way(pupil, "same", "take_part", |pupil| pupil.show(Step::Code)),
        )),
    ))
}

/// The questions for the code.
pub fn code(pupil: Pupil) -> El {
    let asked = pupil.study(|study| study.fields.code.clone());
    let field = |asked: &crate::model::study::CodeQuestion| {
        let id = asked.id.as_str().to_owned();
        let input = ["code-", &id].concat();
        let now = pupil.code_part(&id);
        let digits: Vec<(String, String)> = if asked.options.is_empty() {
            let digit =
                |n: u8| (number_text(n.into()), pupil.shared.read(|w| w.texts.number(n.into())));
            (0..10).map(digit).collect()
        } else {
            let words = |one: &crate::model::Named| pupil.shared.words(&one.text);
            asked.options.iter().map(|one| (one.id.as_str().to_owned(), words(one))).collect()
        };
        let answer = |(value, words): (String, String)| {
            let answer = el("option").attr("value", &value);
            if value == now { answer.attr("selected", "") } else { answer }.child(words)
        };
        let answers: Vec<El> = digits.into_iter().map(answer).collect();
        let select = part("select", "input")
            .attr("id", &input)
            .on("change", move |event| {
                if let Some(value) = value_of(&event) {
                    pupil.answer_code(&id, value);
                }
            })
            .child((el("option").attr("value", "").child(pupil.text("choose")), answers));
        let label = el("label").attr("for", &input).child(pupil.shared.words(&asked.text));
        part("div", "field").child((label, select))
    };
    let fields: Vec<El> = asked.iter().map(field).collect();
    let warning = move || {
        let key = match pupil.warned.get() {
            1 => Some("code_missing"),
            2 => Some("code_used"),
            _ => None,
        };
        key.map(|key| part("p", "mistake").child(pupil.text(key)))
    };
    part("section", "form").child((
        screen_heading(pupil, pupil.text("code")),
        el("p").attr("class", "count").child(pupil.text("code_help")),
        fields,
        warning,
        foot(
            way(pupil, "quiet", "back_step", |pupil| pupil.show(Step::Consent)),
            way(pupil, "go", "next", Pupil::take_code),
        ),
    ))
}

/// The way back and on: what was not answered is skipped by going on.
fn ways(pupil: Pupil) -> El {
    foot(
        way(pupil, "quiet", "back_step", |pupil| pupil.go(Leading::Back)),
        way(pupil, "go", "next", |pupil| pupil.go(Leading::On)),
    )
}

/// A knowledge item.
pub fn item(pupil: Pupil) -> El {
    let n = pupil.item.get_untracked() as usize;
    let form = pupil.draft(|draft| draft.form);
    let (item, total) = pupil.study(|study| {
        let items = &study.form(form).items;
        (items.get(n).cloned(), items.len())
    });
    let Some(item) = item else { return el("div") };
    let id = item.id.as_str().to_owned();
    let chosen = pupil.draft(|draft| draft.item(&id).map(str::to_owned));
    let answer = |one: &crate::model::study::ItemOption| {
        let (item, option_id) = (id.clone(), one.id.as_str().to_owned());
        let is_chosen = chosen.as_deref() == Some(one.id.as_str());
        let choose = move || pupil.choose(&item, &option_id);
        option(&["item-", &id].concat(), line(pupil, &one.text), is_chosen, choose)
    };
    let answers: Vec<El> = item.options.iter().map(answer).collect();
    let [n, total] = [n + 1, total].map(|n| pupil.shared.read(|w| w.texts.number(n as f64)));
    let place = pupil.shared.fill("question_of", &[("n", &n), ("total", &total)]);
    part("section", "form").child((
        screen_heading(pupil, place),
        part("fieldset", "group").child((
            el("legend").child(line(pupil, &item.stem)),
            tell_chosen(el("div").attr("class", "answers").child(answers), "option"),
        )),
        el("p").attr("class", "count").child(pupil.text("may_skip")),
        ways(pupil),
    ))
}

/// The statements, each with its steps.
pub fn attitudes(pupil: Pupil) -> El {
    let (attitudes, scale) =
        pupil.study(|study| (study.fields.attitudes.clone(), study.fields.scale.clone()));
    let statement = |one: &crate::model::study::Attitude| {
        let id = one.id.as_str();
        let chosen = pupil.draft(|draft| draft.attitude(id));
        let step = |(n, words): (usize, &adil::content::Localized)| {
            let own = id.to_owned();
            let words = el("span").attr("class", "words").child(pupil.shared.words(words));
            let name = ["attitude-", id].concat();
            option(&name, words, chosen == Some(n), move || pupil.agree(&own, n))
        };
        let steps: Vec<El> = scale.iter().enumerate().map(step).collect();
        part("fieldset", "group").child((
            el("legend").child(line(pupil, &one.text)),
            tell_chosen(el("div").attr("class", "steps-of").child(steps), "option"),
        ))
    };
    let statements: Vec<El> = attitudes.iter().map(statement).collect();
    part("section", "form").child((
        screen_heading(pupil, pupil.text("opinions")),
        el("p").attr("class", "count").child(pupil.text("no_right")),
        statements,
        ways(pupil),
    ))
}

/// Questions in words.
pub fn open(pupil: Pupil) -> El {
    let asked = pupil.study(|study| study.fields.open.clone());
    let field = |one: &crate::model::Named| {
        let id = one.id.as_str().to_owned();
        let input = ["open-", &id].concat();
        let node = part("input", "input")
            .attr("id", &input)
            .attr("type", "text")
            .attr("dir", "auto")
            .attr("maxlength", "300")
            .attr("autocomplete", "off")
            .on("input", move |event| {
                if let Some(words) = value_of(&event) {
                    pupil.write(&id, words);
                }
            });
        let label = el("label").attr("for", &input).child(pupil.shared.words(&one.text));
        part("div", "field").child((label, node))
    };
    let fields: Vec<El> = asked.iter().map(field).collect();
    part("section", "form").child((
        screen_heading(pupil, pupil.text("in_words")),
        el("p").attr("class", "count").child(pupil.text("words_stay")),
        fields,
        ways(pupil),
    ))
}

/// The end, of one who answered or did not want to.
pub fn end(pupil: Pupil, answered: bool) -> El {
    let thanks = pupil.study(|study| study.fields.thanks.clone()).filter(|_| answered);
    let key = if answered { "thanks" } else { "declined" };
    let code = Some(pupil.last_code()).filter(|code| answered && !code.is_empty());
    let code = code.map(|code| {
        el("details").child((
            part("summary", "summary").child(pupil.text("as_code")),
            el("p").attr("class", "count").child(pupil.text("as_code_help")),
            part("p", "code").attr("dir", "ltr").child(code),
        ))
    });
    part("section", "form").child((
        screen_heading(pupil, pupil.text(key)),
        thanks.map(|text| block(pupil, &text)),
        code,
        foot(
            way(pupil, "quiet", "for_teacher", Pupil::lead),
            way(pupil, "go", "next_pupil", Pupil::next_pupil),
        ),
    ))
}
