//! What learners see. No rules here: the model has them.

mod aloud;
mod before;
mod between;
mod choices;
pub mod class;
mod feedback;
mod fill;
mod fold;
mod item;
mod later;
mod order;
mod parts;
mod place;
pub mod print;
mod result;
mod scale;
pub mod session;
mod sheet;
mod spoken;

use adil::host::{self, Host, Mounted};
use adil::ui::{Child, El, announcer, el, follow, part};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use send_wrapper::SendWrapper;

use crate::model::{ItemKind, Mode, Quiz, Rules};
pub use fold::fold;
pub use later::{Part, Rest, rest};
use parts::{plain_push, words};
pub use session::{Bundle, Session};
use session::{Fixed, Notes, Notice, Screen};

/// Opens what the page gave: content, texts, rules.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn open(host: Host) -> Result<Fixed, JsValue> {
    let opened = host::open::<Quiz>(host)?;
    let mode = opened.host.word("mode", Mode::from_word).unwrap_or(Mode::Learn);
    let mut rules = Rules::new(&opened.document, mode, Some(opened.level));
    page_rules(&opened.host, &mut rules);
    let slot = match rules.mode {
        // Of paper nothing is kept, so any number of sheets may stand on a page.
        Mode::Print => opened.shared_slot(opened.keeping(), "quiz", "print"),
        mode => opened.slot("quiz", mode.word()),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seed = opened.host.number("seed").map(|seed| seed as u32);
    Ok(Fixed { opened, rules, slot, seed, bundle: None, notes: Notes::default() })
}

/// What the page overrides by attributes.
fn page_rules(host: &Host, rules: &mut Rules) {
    let count = |name| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        host.number(name).filter(|n| (1.0..=1000.0).contains(n)).map(|n| n as usize)
    };
    let settings = &mut rules.settings;
    settings.pick = count("pick").map(adil::content::Count).or(settings.pick);
    settings.shuffle |= host.is_set("shuffle");
    settings.shuffle_options |= host.is_set("shuffle");
    settings.time_limit = host.number("time-limit").or(settings.time_limit);
    settings.pause = host.attribute("allow-pause").map_or(settings.pause, |word| word != "false");
    if rules.mode == Mode::Learn {
        rules.tries = count("tries").or(rules.tries);
    }
}

/// Mounts a quiz, of which the bundle may be cut in two.
///
/// # Errors
/// As [`open`].
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let fixed = Fixed { bundle: Some(bundle), ..open(host)? };
    Ok(host::mount(root, move || quiz(fixed)))
}

/// A whole number as people write it in the learner's language.
pub fn number(session: Session, n: usize) -> String {
    session.fixed().texts.number(n as f64)
}

fn quiz(fixed: Fixed) -> El {
    let (said, regions) = announcer();
    let session = Session::new(fixed, said);
    let fixed = SendWrapper::new(session.fixed());
    on_cleanup(move || fixed.hold());
    if session.screen.now() != Screen::Kept {
        announce(session);
    }
    later::catch_up(session);
    let screen = move || {
        let screen = session.screen.get();
        // What a screen reads while it is made is not what it follows.
        untrack(|| match screen {
            Screen::Kept => el("div").child(later::place(session, Part::Kept)),
            Screen::Before => el("div").child(later::place(session, Part::Before)),
            Screen::Intro => result::intro(session),
            Screen::Item => item::view(session),
            Screen::Paused => el("div").child(later::place(session, Part::Paused)),
            Screen::Confirm => el("div").child(later::place(session, Part::Confirm)),
            Screen::Result => el("div").child(later::place(session, Part::Result)),
        })
    };
    frame(session).on("keydown", move |event| on_key(session, &event)).child((
        regions,
        notice(session),
        follow(screen),
        el("div").attr("class", "slots").child(el("slot").attr("name", "footer")),
    ))
}

/// Tells the page that the first screen is there.
fn announce(session: Session) {
    let fixed = session.fixed();
    let (started, finished) = session.run.with_untracked(|run| (run.started, run.finished));
    fixed.host.state("started", started);
    fixed.host.state("complete", finished);
    session.emit_items("adil-ready");
}

/// What every view of the quiz stands in: language, direction, level and mode for styles.
fn frame(session: Session) -> El {
    let fixed = session.fixed();
    adil::ui::frame(&fixed.texts, fixed.rules.level).attr("data-mode", fixed.rules.mode.word())
}

/// What has to be known about keeping answers.
fn notice(session: Session) -> impl Child {
    follow(move || {
        session.notice.get().map(|notice| {
            let key = match notice {
                Notice::NotKept => "not_kept",
                Notice::Joined => "joined",
                Notice::Replaced => "replaced",
                Notice::Missing => "lost",
                Notice::Changed => "changed",
            };
            let keep = (notice == Notice::Replaced).then(|| {
                plain_push("quiet", words(session, "keep_this"), move || session.keep_this())
            });
            let again = (notice == Notice::Missing).then(|| {
                plain_push("quiet", words(session, "try_again"), move || session.ask_for_rest())
            });
            part("div", "notice").attr("role", "status").child((
                el("p").child(session.text(key)),
                keep,
                again,
            ))
        })
    })
}

/// Number keys pick options, T says the time that is left, Enter in a field or on an option is the
/// main button, but that typing never ends a run, and a test ends only on an option. Keys with
/// modifiers are the page's.
fn on_key(session: Session, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let busy = event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing();
    if busy || session.screen.now() != Screen::Item {
        return;
    }
    let origin = event.composed_path().get(0);
    let Some(origin) = origin.dyn_ref::<HtmlElement>() else { return };
    let (input, select) = (origin.local_name() == "input", origin.local_name() == "select");
    let own = ["button", "a", "summary", "select"].contains(&origin.local_name().as_str());
    let typed = input && origin.get_attribute("type").as_deref() == Some("text");
    if !own && event.key() == "Enter" {
        event.prevent_default();
        // A key that is held down must not run through several items.
        if !event.repeat() {
            let learn = session.fixed().rules.mode == Mode::Learn;
            item::go_on(session, !typed && (learn || input));
        }
        return;
    }
    let field = select || typed;
    if !field && event.code() == "KeyT" {
        session.say_time();
    }
    // The code names the key wherever an alphabet puts digits.
    let code = event.code();
    let digit = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"));
    let digit = digit.and_then(|digit| digit.parse::<usize>().ok()).filter(|n| *n > 0);
    if let (false, Some(digit)) = (field, digit) {
        session.item(|item| {
            if let ItemKind::Choices(choices) = &item.kind {
                event.prevent_default();
                untrack(|| choices::choose_at(session, choices, digit - 1));
            }
        });
    }
}
