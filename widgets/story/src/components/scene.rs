//! One screen of a story: a scene with its choices, what follows from one, an ending.

use adil::content::{Picture, Rich};
use adil::json::number_text;
use adil::ui::{
    Child, El, Pieces, el, part, picture, pieces, plain_button, plain_line, text_block, text_line,
};

use super::drawn;
use super::lazy::lazy_view;
use crate::model::{Panel, Place};
use crate::session::{LazyPart, Screen, Session};

fn block(session: Session, class: &'static str, text: &Rich) -> El {
    session.read(|widget| text_block(&widget.rich, class, text))
}

/// What is seen: a picture of the author, and a drawing.
pub fn image(session: Session, image: Option<&Picture>, panel: Option<&Panel>) -> impl Child {
    (
        image.map(|image| session.read(|widget| picture(&widget.rich, image))),
        panel.map(|panel| drawn::panel(session, panel)),
    )
}

/// A heading that takes the focus where the learner's own act led to it. A picture story shows
/// none: pictures and sentences follow each other.
pub fn heading(session: Session, words: impl Child) -> El {
    let level = session.read(|widget| widget.host.heading(1));
    let class = if session.is_pictures() { "heading visually-hidden" } else { "heading" };
    let heading =
        el(level).attr("class", class).attr("part", "heading").attr("tabindex", "-1").child(words);
    if session.takes_focus() { heading.focus_soon() } else { heading }
}

/// What choices change, each with a bar.
pub fn values(session: Session) -> Option<El> {
    let value = |(label, n, most): (String, i32, i32)| {
        let (shown, whole) = (session.number(n.into()), session.number(most.into()));
        let words = session.fill("value_of", &[("label", &label), ("n", &shown), ("most", &whole)]);
        part("p", "value").child((
            words,
            part("progress", "meter")
                .attr("aria-hidden", "true")
                .attr("max", &number_text(most.into()))
                .attr("value", &number_text(n.into())),
        ))
    };
    let spot = session.followed_spot();
    let all: Vec<El> = session.values(&spot.values).into_iter().map(value).collect();
    (!all.is_empty()).then(|| part("div", "values").child(all))
}

/// What learners read first.
pub fn intro(session: Session) -> El {
    let text = session.story(|story| story.intro.clone());
    part("section", "scene").child((
        text.map(|text| block(session, "text", &text)),
        group(session),
        part("footer", "foot")
            .child(plain_button("go", session.words("start"), move || session.start())),
    ))
}

/// What a group sees beside the story.
fn group(session: Session) -> Option<El> {
    session.is_group().then(|| el("div").child(lazy_view(session, LazyPart::Group)))
}

/// The sound of the place where the learner is.
pub fn sound(session: Session) -> Option<El> {
    let sounds = session.story(|story| story.sound(session.spot().place).is_some());
    sounds.then(|| el("div").child(lazy_view(session, LazyPart::Sound)))
}

/// The scene where the learner is.
pub fn here(session: Session) -> Option<El> {
    let Place::Scene(n) = session.spot().place else { return None };
    Some(scene(session, n))
}

/// What follows from the last choice, or the ending where the learner is.
pub fn after(session: Session) -> El {
    match session.spot().place {
        Place::Ending(n) if session.screen.now() == Screen::Here => ending(session, n),
        _ => feedback(session),
    }
}

/// The text of the place where the learner is; in a picture story its sentences can be heard, and
/// are shown as plain text until that is there.
fn text(session: Session, text: &Rich) -> Pieces {
    if !session.is_pictures() {
        return pieces(block(session, "text", text));
    }
    let text = text.clone();
    pieces(move || {
        // Of the same size, so that it does not jump then.
        let plain = || el("div").attr("class", "heard").child(block(session, "text", &text));
        session.lazy(LazyPart::Aloud).unwrap_or_else(|| pieces(plain()))
    })
}

/// How those in a scene feel, with faces.
pub fn feelings(session: Session, n: usize) -> Option<El> {
    let all = session.scene(n, |scene| scene.feelings.clone());
    let one = |feeling: &crate::model::Feeling| {
        let who = feeling.who.as_ref().map(|who| {
            let who = session.read(|widget| plain_line(&widget.rich, el("span"), who));
            (who.attr("class", "who"), " ")
        });
        part("li", "feeling").child((drawn::face(session, feeling.feels), who))
    };
    let rows: Vec<El> = all.iter().map(one).collect();
    (!rows.is_empty()).then(|| {
        let name = session.text("feelings");
        part("ul", "feelings").attr("role", "list").attr("aria-label", &name).child(rows)
    })
}

/// What a scene shows above its choices; a bundle says what stands for the text.
pub fn above(session: Session, n: usize, words: impl Child) -> impl Child {
    let speaker = session.scene(n, |scene| scene.speaker.clone());
    let speaker = speaker.map(|speaker| {
        session.read(|widget| plain_line(&widget.rich, part("p", "speaker"), &speaker))
    });
    let shown = session
        .scene(n, |scene| pieces(image(session, scene.picture.as_ref(), scene.panel.as_ref())));
    (shown, sound(session), speaker, feelings(session, n), words)
}

/// The title of a scene in its language.
pub fn title(session: Session, n: usize) -> El {
    let title = session.scene(n, |scene| scene.title.clone());
    session.read(|widget| plain_line(&widget.rich, el("span"), &title))
}

fn scene(session: Session, n: usize) -> El {
    let asks = session.scene(n, |scene| scene.asked.is_some());
    let words = session.scene(n, |scene| scene.text.clone());
    let ways = move || {
        // An answer changes what is offered here; whatever leads away is not followed.
        let spot = if asks { session.followed_spot() } else { session.spot() };
        (spot.place == Place::Scene(n)).then(|| pieces(ways(session, n)))
    };
    part("section", "scene").child((
        (!session.is_pictures()).then_some(move || values(session)),
        heading(session, title(session, n)),
        group(session),
        above(session, n, text(session, &words)),
        asks.then(|| el("div").child(lazy_view(session, LazyPart::Asked))),
        ways,
    ))
}

/// The choices of a scene, and the ways on and back.
fn ways(session: Session, n: usize) -> impl Child {
    let spot = session.spot();
    let (offered, leads_on, asks) =
        session.story(|story| (story.offered(&spot), story.leads_on(&spot), story.asks(&spot)));
    let is_first = session.run(|run| run.steps.is_empty());
    let is_stuck = offered.is_empty() && !leads_on && !asks;
    let options: Vec<El> = offered.iter().map(|choice| option(session, n, *choice)).collect();
    // In a picture story the text itself asks.
    let task = if session.is_pictures() { "task visually-hidden" } else { "task" };
    let choose = (!options.is_empty()).then(|| {
        (
            el("p").attr("class", task).attr("id", "task").child(session.text("choose")),
            part("ul", "options")
                .attr("role", "list")
                .attr("aria-labelledby", "task")
                .child(options),
        )
    });
    let on =
        leads_on.then(|| plain_button("go", session.words("go_on"), move || session.take(None)));
    (
        choose,
        is_stuck.then(|| part("p", "notice").child(session.text("none_offered"))),
        foot((!is_first).then(|| back(session)), on),
    )
}

fn option(session: Session, n: usize, choice: usize) -> El {
    let (words, shown) = session.scene(n, |scene| {
        let choice = &scene.choices[choice];
        let shown = image(session, choice.fields.picture.as_ref(), choice.panel.as_ref());
        (choice.fields.text.clone(), pieces(shown))
    });
    let (line, lang) = session
        .read(|widget| (text_line(&widget.rich, "words", &words), widget.rich.lang_of(&words)));
    el("li").child(
        part("button", "option")
            .attr("type", "button")
            .attr("lang", &lang)
            .on("click", move |_| session.take(Some(choice)))
            .child((shown, line)),
    )
}

fn back(session: Session) -> El {
    plain_button("quiet", session.words("back_step"), move || session.back())
}

/// The ways back, and the way on.
pub fn foot(ways: impl Child, on: Option<El>) -> El {
    part("footer", "foot").child((el("div").attr("class", "ways").child(ways), on))
}

/// What the last choice changed, a line for each variable.
fn changes(session: Session) -> Option<El> {
    let before = session.values(&session.before());
    let now = session.values(&session.spot().values);
    let change = |((label, before, _), (_, after, _)): ((String, i32, i32), (String, i32, i32))| {
        let (from, to) = (session.number(before.into()), session.number(after.into()));
        let key = if before == after { "same" } else { "changed" };
        let values = [("label", label.as_str()), ("before", from.as_str()), ("after", to.as_str())];
        el("li").child(session.fill(key, &values))
    };
    let changes: Vec<El> = before.into_iter().zip(now).map(change).collect();
    (!changes.is_empty()).then(|| el("ul").attr("class", "changes").child(changes))
}

/// What follows from the last choice.
pub fn feedback(session: Session) -> El {
    let (choice, says, feels) = session.last().unwrap_or_else(|| (Rich::plain(""), None, None));
    let line = session.read(|widget| text_line(&widget.rich, "words", &choice));
    let chosen = el("p").attr("class", "chosen").child(line);
    let feels = feels.map(|feeling| {
        part("p", "feeling").attr("data-large", "").child(drawn::face(session, feeling))
    });
    let changes = (!session.is_pictures()).then(|| changes(session));
    let on = plain_button("go", session.words("go_on"), move || session.go_on());
    part("section", "scene").child((
        heading(session, session.text("your_choice")),
        chosen,
        feels,
        part("div", "feedback")
            .child((says.map(|text| block(session, "text", &text)), changes.flatten())),
        foot(back(session), Some(on)),
    ))
}

/// What an ending asks, and what is to be talked about.
pub fn questions(session: Session, n: usize) -> impl Child {
    let reflect = session.story(|story| story.endings[n].reflect.clone());
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
    (reflect, debrief)
}

/// The title, the picture and the text of an ending.
pub fn ending_above(session: Session, n: usize) -> impl Child {
    let (title, words, shown) = session.story(|story| {
        let ending = &story.endings[n];
        let shown = image(session, ending.picture.as_ref(), ending.panel.as_ref());
        (ending.title.clone(), ending.text.clone(), pieces(shown))
    });
    let title = session.read(|widget| plain_line(&widget.rich, el("span"), &title));
    (heading(session, title), shown, sound(session), text(session, &words))
}

fn ending(session: Session, n: usize) -> El {
    let again = plain_button("go", session.words("again"), move || session.again());
    let make = session.story(|story| story.makes && !story.drawings.backgrounds.is_empty());
    let make = make.then(|| plain_button("quiet", session.words("make"), move || session.make()));
    part("section", "scene").child((
        (!session.is_pictures()).then(|| values(session)),
        ending_above(session, n),
        group(session),
        questions(session, n),
        foot((back(session), make), Some(again)),
    ))
}
