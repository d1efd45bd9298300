//! What learners set rarely: speed, captions, quality; and the list of keys.

use adil::json::number_text;
use adil::ui::{Child, El, effect, el, part};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlSelectElement;

use crate::model::{RATES, place_of_rate};
use crate::session::acts::set_rate;
use crate::session::prefs::{BACKGROUNDS, Prefs, SIZES};
use crate::session::{Captions, Session, source};
use adil::ui::IndexSignal;

/// A list to choose from: names, the place of the chosen one, and what a choice does.
fn choice(
    words: &str,
    names: Vec<String>,
    chosen: Box<dyn Fn() -> usize>,
    act: Box<dyn Fn(usize)>,
) -> El {
    let option = |name: String| el("option").attr("dir", "auto").child(name);
    let options: Vec<_> = names.into_iter().map(option).collect();
    let select = part("select", "select")
        .child(options)
        .with(|element| {
            let field: HtmlSelectElement = element.clone().unchecked_into();
            effect(Box::new(move || {
                if let Ok(n) = i32::try_from(chosen()) {
                    field.set_selected_index(n);
                }
            }));
        })
        .on("change", move |event| {
            let field = event.target().map(JsCast::unchecked_into::<HtmlSelectElement>);
            if let Some(Ok(n)) = field.map(|field| usize::try_from(field.selected_index())) {
                act(n);
            }
        });
    let words = el("span").child(words);
    el("label").attr("class", "choice").attr("part", "label").child((words, select))
}

fn named(session: Session, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| session.text(key)).collect()
}

/// The panel below the controls.
pub fn view(session: Session, captions: Captions) -> El {
    part("div", "settings")
        .attr("role", "group")
        .attr("aria-label", &session.text("settings"))
        .attr("hidden", move || !session.settings.get())
        .child(move || {
            captions.which.track();
            // Made when it is first opened: which files can be played is known then.
            session.settings.get().then(|| untrack(|| panel(session, captions)))
        })
}

fn panel(session: Session, captions: Captions) -> impl Child {
    let context = session.context();
    let rate = |rate: &f64| context.texts.number(*rate);
    let speed = choice(
        &session.text("speed"),
        RATES.iter().map(rate).collect(),
        Box::new(move || place_of_rate(f64::from(session.rate.get()) / 100.0)),
        Box::new(move |n| set_rate(session, RATES[n.min(RATES.len() - 1)])),
    );
    let names = captions.names();
    let languages = (!names.is_empty()).then(|| {
        let names = std::iter::once(session.text("off")).chain(names).collect();
        let chosen = move || {
            let which = captions.which.get().filter(|_| captions.shown.get());
            which.map_or(0, |n| n + 1)
        };
        let act = move |n: usize| {
            if (n > 0) != captions.shown.now() {
                captions.toggle();
            }
            if let Some(n) = n.checked_sub(1) {
                captions.choose(n);
            }
        };
        (
            choice(&session.text("captions"), names, Box::new(chosen), Box::new(act)),
            looks(session, captions, "caption_size", &SIZES, |prefs| &prefs.size),
            looks(session, captions, "caption_background", &BACKGROUNDS, |prefs| &prefs.background),
        )
    });
    let described = captions.has_descriptions().then(|| {
        choice(
            &session.text("descriptions"),
            named(session, &["off", "on"]),
            Box::new(move || usize::from(captions.described.get())),
            Box::new(move |n| captions.set_described(n == 1)),
        )
    });
    (
        el("div").attr("class", "choices").child((speed, languages, described, quality(session))),
        keys(session),
    )
}

/// How captions look.
fn looks(
    session: Session,
    captions: Captions,
    key: &'static str,
    names: &'static [&'static str],
    of: fn(&Prefs) -> &std::cell::Cell<usize>,
) -> El {
    choice(
        &session.text(key),
        named(session, names),
        Box::new(move || of(&session.context().prefs).get()),
        Box::new(move |n| {
            let context = session.context();
            of(&context.prefs).set(n);
            context.prefs.keep();
            if let Some(stage) = &*context.stage.borrow() {
                context.prefs.show(stage);
            }
            captions.show();
        }),
    )
}

fn quality(session: Session) -> Option<El> {
    let heights = source::heights(session);
    (heights.len() > 1).then(|| {
        // A name such as "1080p", not a count.
        let name = |height: &f64| [&number_text(*height), "p"].concat();
        let names = std::iter::once(session.text("fits")).chain(heights.iter().map(name)).collect();
        let height = source::height(session);
        let same = heights.iter().position(|one| (one - height).abs() < 0.5);
        let chosen = IndexSignal::new(Some(same.map_or(0, |n| n + 1)));
        let act = move |n: usize| {
            chosen.set(Some(n));
            let height = n.checked_sub(1).and_then(|n| heights.get(n));
            source::set_height(session, height.copied().unwrap_or(0.0));
        };
        let place = Box::new(move || chosen.get().unwrap_or(0));
        choice(&session.text("quality"), names, place, Box::new(act))
    })
}

/// Which keys do what.
fn keys(session: Session) -> El {
    let rows = [
        ("K", "play"),
        ("J", "back_ten"),
        ("L", "on_ten"),
        ("← →", "five_seconds"),
        ("↑ ↓", "volume"),
        ("M", "mute"),
        ("C", "captions"),
        ("F", "full_screen"),
        ("I", "picture_in_picture"),
        ("B", "bookmark"),
        ("Home End", "ends"),
        ("0–9", "tenths"),
        ("< >", "speed"),
        ("?", "settings"),
    ];
    let kbd = |key: &str| el("kbd").attr("part", "shortcut").attr("dir", "ltr").child(key);
    let row = |(key, words): (&str, &str)| el("li").child((kbd(key), " ", session.text(words)));
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    part("details", "keys")
        .child((part("summary", "summary").child(session.text("keys")), el("ul").child(rows)))
}
