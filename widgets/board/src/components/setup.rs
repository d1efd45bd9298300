//! What the host sets before a game: teams, dice, time.

use adil::host::read_file;
use adil::json::number_text;
use adil::ui::{Child, El, Number, el, file_field, part, tell_chosen};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlInputElement};

use super::number::NumberField;
use super::shared::{block, heading, quiet};
use super::token::token;
use crate::model::{Die, Game, MOST_MINUTES, SEEDS, SHAPES};
use crate::session::Session;

/// What stands in a field that was changed.
fn typed(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// A value to choose: its words, whether it is chosen, what choosing it does.
pub type RadioOption = (String, bool, Box<dyn Fn()>);

/// One of a few values, as radio buttons in a row.
pub fn radios(name: &'static str, legend: impl Child, options: Vec<RadioOption>) -> El {
    let option = |(words, is_on, act): RadioOption| {
        let input = el("input").attr("type", "radio").attr("name", name);
        let input = if is_on { input.attr("checked", "") } else { input };
        part("label", "choice").child((input.on("change", move |_| act()), el("span").child(words)))
    };
    let options: Vec<El> = options.into_iter().map(option).collect();
    let options = el("div").attr("class", "row").child(options);
    let group =
        el("fieldset").attr("class", "choices").child((el("legend").child(legend), options));
    tell_chosen(group, "choice")
}

/// A number under its words; what is typed below the least or above the most is told.
fn field(
    session: Session,
    key: &'static str,
    value: &str,
    most: usize,
    act: impl Fn(usize) + 'static,
) -> El {
    let field = NumberField::new(value, [0, most]);
    let [none, help] = ["none-", "help-"].map(|word| [word, key].concat());
    let input = field.input(&none, act).attr("aria-describedby", &[&help, " ", &none].concat());
    let label = part("label", "field").child((el("span").child(session.text(key)), input));
    let words = session.text(&[key, "_help"].concat());
    el("div").child((
        label,
        el("p").attr("class", "task").attr("id", &help).child(words),
        field.told(session, &none),
    ))
}

fn names(session: Session, count: Number) -> El {
    let row = move |team: usize| {
        let value = session.draft(|draft| draft.names.get(team).cloned().unwrap_or_default());
        let shape = session.text(&["team_", crate::model::shape(team).word()].concat());
        let label = session.fill("name_of", &[("team", &shape)]);
        let input = part("input", "input")
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("maxlength", "30")
            .attr("aria-label", &label)
            .attr("placeholder", &shape)
            .attr("value", &value)
            .on("input", move |event| {
                if let Some(input) = typed(&event) {
                    session.draft(|draft| draft.name(team, &input.value()));
                }
            });
        let hidden = move || usize::try_from(count.get()).is_ok_and(|count| team >= count);
        el("li").attr("hidden", hidden).child((token(team), input))
    };
    let rows: Vec<El> = (0..SHAPES.len()).map(row).collect();
    let keeps = session.draft(|draft| draft.keeps_names);
    let keep = el("input").attr("type", "checkbox").on("change", move |event| {
        if let Some(input) = typed(&event) {
            session.draft(|draft| draft.keeps_names = input.checked());
        }
    });
    let keep = if keeps { keep.attr("checked", "") } else { keep };
    let names = part("div", "names").child((
        el("p").attr("class", "task").child(session.text("names_help")),
        el("ul").attr("role", "list").child(rows),
        part("label", "choice").child((keep, el("span").child(session.text("keep_names")))),
    ));
    tell_chosen(names, "choice")
}

fn dice(session: Session) -> El {
    let one = |die: Die| {
        let key = ["die_", die.word()].concat();
        let is_on = session.draft(|draft| draft.die == die);
        let act: Box<dyn Fn()> = Box::new(move || session.draft(|draft| draft.die = die));
        (session.text(&key), is_on, act)
    };
    let options = vec![one(Die::Button), one(Die::Real), one(Die::Spinner)];
    radios("die", session.text("dice"), options)
}

/// The screen before a game.
pub fn view(session: Session) -> El {
    let is_board = session.game(|game| matches!(game, Game::Board(_)));
    let is_debate = session.game(|game| matches!(game, Game::Debate(_)));
    let (intro, notes) = session.game(|game| match game {
        Game::Board(board) => (board.intro.clone(), board.teacher_notes.clone()),
        Game::Quest(quest) => (quest.intro.clone(), quest.teacher_notes.clone()),
        Game::Debate(debate) => (debate.intro.clone(), debate.teacher_notes.clone()),
    });
    let intro = intro.map(|text| block(session, "text", &text));
    let notes = notes.map(|text| {
        part("details", "notes").child((
            part("summary", "summary").child(session.text("notes")),
            block(session, "text", &text),
        ))
    });
    let count = Number::new(u32::try_from(session.draft(|draft| draft.teams)).unwrap_or(3));
    let option = |teams: usize| {
        let is_on = session.draft(|draft| draft.teams == teams);
        let act: Box<dyn Fn()> = Box::new(move || {
            session.draft(|draft| draft.teams = teams);
            count.set(u32::try_from(teams).unwrap_or(3));
        });
        (session.number(teams), is_on, act)
    };
    let teams = (!is_debate).then(|| {
        let options = (2..=SHAPES.len()).map(option).collect();
        (radios("teams", session.text("how_many_teams"), options), names(session, count))
    });
    let minutes = (is_board && !session.is_primary()).then(|| {
        let value = session.draft(|draft| draft.minutes);
        let value = if value == 0 { String::new() } else { number_text(value as f64) };
        field(session, "minutes", &value, MOST_MINUTES, move |minutes| {
            session.draft(|draft| draft.minutes = minutes);
        })
    });
    let fair = is_board.then(|| {
        let value = number_text(f64::from(session.draft(|draft| draft.seed)));
        let most = usize::try_from(SEEDS - 1).unwrap_or(0);
        let seed = field(session, "seed", &value, most, move |seed| {
            session.draft(|draft| draft.seed = u32::try_from(seed).unwrap_or(0));
        });
        part("details", "notes")
            .child((part("summary", "summary").child(session.text("fair")), seed))
    });
    let has_game = session.play(|play| play.is_some());
    let back = has_game.then(|| quiet(session, "resume", move || session.resume()));
    let begin = adil::ui::plain_button("go", Box::new(move || session.text("begin")), move || {
        session.begin();
    });
    part("section", "setup").child((
        heading(session, session.text(if is_debate { "debate" } else { "before" })),
        intro,
        teams,
        (is_board.then(|| dice(session)), minutes, fair),
        notes,
        part("footer", "foot")
            .child((el("div").attr("class", "ways").child((back, open(session))), begin)),
        no_game(session),
    ))
}

/// A field for a game that was saved in a file.
pub fn open(session: Session) -> El {
    let take = move |file: leptos::web_sys::File| {
        spawn_local(async move {
            let text = read_file(&file).await.unwrap_or_default();
            session.give_file(text);
        });
    };
    file_field(&session.text("open_file"), std::rc::Rc::new(take))
}

/// What is said of a file that is no game of this content.
pub fn no_game(session: Session) -> impl Child {
    el("div").attr("role", "status").child(move || {
        session.no_game.get().then(|| part("p", "notice").child(session.text("no_game")))
    })
}
