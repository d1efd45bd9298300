//! One screen of a story: a scene with its choices, what follows from one, an ending.

use adil::content::{Picture, Rich};
use adil::json::number_text;
use adil::ui::{Child, El, el, part, picture, plain_button, plain_line, text_block, text_line};

use crate::model::Place;
use crate::session::Session;

fn block(session: Session, class: &'static str, text: &Rich) -> El {
    session.read(|widget| text_block(&widget.rich, class, text))
}

fn image(session: Session, image: Option<&Picture>) -> Option<El> {
    image.map(|image| session.read(|widget| picture(&widget.rich, image)))
}

/// A heading that takes the focus where the learner's own act led to it.
fn heading(session: Session, words: impl Child) -> El {
    let level = session.read(|widget| widget.host.heading(1));
    let heading = part(level, "heading").attr("tabindex", "-1").child(words);
    if session.takes_focus() { heading.focus_soon() } else { heading }
}

/// What choices change, each with a bar.
fn values(session: Session) -> Option<El> {
    let (_, values) = session.place();
    let value = |(label, n, most): (String, i32, i32)| {
        let (shown, whole) = (session.number(n.into()), session.number(most.into()));
        let words = session.fill("value_of", &[("label", &label), ("n", &shown), ("most", &whole)]);
        part("p", "value").child((
            words,
            el("progress")
                .attr("aria-hidden", "true")
                .attr("max", &number_text(most.into()))
                .attr("value", &number_text(n.into())),
        ))
    };
    let all: Vec<El> = session.values(&values).into_iter().map(value).collect();
    (!all.is_empty()).then(|| part("div", "values").child(all))
}

/// What learners read first.
pub fn intro(session: Session) -> El {
    let text = session.story(|story| story.intro.clone());
    part("section", "scene").child((
        text.map(|text| block(session, "text", &text)),
        part("footer", "foot").child(plain_button(
            "go",
            Box::new(move || session.text("start")),
            move || session.start(),
        )),
    ))
}

/// The scene or the ending where the learner is.
pub fn here(session: Session) -> El {
    match session.place().0 {
        Place::Scene(n) => scene(session, n),
        Place::Ending(n) => ending(session, n),
    }
}

fn scene(session: Session, n: usize) -> El {
    let (_, values_here) = session.place();
    let offered = session.story(|story| story.offered(n, &values_here));
    let is_first = session.run(|run| run.steps.is_empty());
    let leads_on = offered.is_empty() && session.scene(n, |scene| !scene.routes.is_empty());
    let is_stuck = offered.is_empty() && !leads_on;
    let option = |choice: usize| {
        let words = session.scene(n, |scene| scene.choices[choice].fields.text.clone());
        let line = session.read(|widget| text_line(&widget.rich, "words", &words));
        let lang = session.read(|widget| widget.rich.lang_of(&words));
        el("li").child(
            part("button", "option")
                .attr("type", "button")
                .attr("lang", &lang)
                .on("click", move |_| session.take(Some(choice)))
                .child(line),
        )
    };
    let options: Vec<El> = offered.iter().copied().map(option).collect();
    let (title, speaker, text, shown) = session.scene(n, |scene| {
        let speaker = scene.speaker.clone();
        (scene.title.clone(), speaker, scene.text.clone(), image(session, scene.picture.as_ref()))
    });
    let title = session.read(|widget| plain_line(&widget.rich, el("span"), &title));
    let speaker = speaker.map(|speaker| {
        session.read(|widget| plain_line(&widget.rich, part("p", "speaker"), &speaker))
    });
    let choose = (!options.is_empty()).then(|| {
        (
            el("p").attr("class", "task").attr("id", "task").child(session.text("choose")),
            part("ul", "options")
                .attr("role", "list")
                .attr("aria-labelledby", "task")
                .child(options),
        )
    });
    let on = leads_on.then(|| {
        plain_button("go", Box::new(move || session.text("go_on")), move || session.take(None))
    });
    part("section", "scene").child((
        values(session),
        heading(session, title),
        shown,
        (speaker, block(session, "text", &text)),
        choose,
        is_stuck.then(|| part("p", "notice").child(session.text("none_offered"))),
        foot((!is_first).then(|| back(session)), on),
    ))
}

fn back(session: Session) -> El {
    plain_button("quiet", Box::new(move || session.text("back_step")), move || session.back())
}

fn foot(ways: impl Child, on: Option<El>) -> El {
    part("footer", "foot").child((el("div").attr("class", "ways").child(ways), on))
}

/// What follows from the last choice.
pub fn feedback(session: Session) -> El {
    let (choice, says) = session.last().map_or((None, None), |(c, f)| (Some(c), f));
    let before = session.values(&session.before());
    let (_, now) = session.place();
    let change = |((label, before, _), (_, after, _)): ((String, i32, i32), (String, i32, i32))| {
        let (from, to) = (session.number(before.into()), session.number(after.into()));
        let key = if before == after { "same" } else { "changed" };
        let values = [("label", label.as_str()), ("before", from.as_str()), ("after", to.as_str())];
        el("li").child(session.fill(key, &values))
    };
    let changes: Vec<El> = before.into_iter().zip(session.values(&now)).map(change).collect();
    let changes = (!changes.is_empty()).then(|| el("ul").attr("class", "changes").child(changes));
    let chosen = choice.map(|text| {
        let line = session.read(|widget| text_line(&widget.rich, "words", &text));
        el("p").attr("class", "chosen").child(line)
    });
    let on = plain_button("go", Box::new(move || session.text("go_on")), move || session.go_on());
    part("section", "scene").child((
        heading(session, session.text("your_choice")),
        chosen,
        part("div", "feedback").child((says.map(|text| block(session, "text", &text)), changes)),
        foot(back(session), Some(on)),
    ))
}

fn ending(session: Session, n: usize) -> El {
    let (title, text, shown, reflect) = session.story(|story| {
        let ending = &story.endings[n];
        let shown = image(session, ending.picture.as_ref());
        (ending.title.clone(), ending.text.clone(), shown, ending.reflect.clone())
    });
    let title = session.read(|widget| plain_line(&widget.rich, el("span"), &title));
    let reflect = reflect.map(|text| {
        part("div", "reflect").child((
            el("p").attr("class", "task").child(session.text("reflect")),
            block(session, "text", &text),
        ))
    });
    let debrief = session.story(|story| story.debrief.clone());
    let debrief = (!debrief.is_empty()).then(|| {
        let rows: Vec<El> =
            debrief.iter().map(|text| el("li").child(block(session, "text", text))).collect();
        part("div", "reflect").child((
            el("p").attr("class", "task").child(session.text("debrief")),
            el("ul").child(rows),
        ))
    });
    let again =
        plain_button("go", Box::new(move || session.text("again")), move || session.again());
    part("section", "scene").child((
        values(session),
        heading(session, title),
        shown,
        block(session, "text", &text),
        reflect,
        debrief,
        foot(back(session), Some(again)),
    ))
}
