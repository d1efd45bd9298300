//! The few elements that all widgets' screens are made of.

use super::dom::{El, el, part, set_state};
use super::icon::{Icon, replaceable_icon};
use super::paper::{prepare_paper, print, start_pictures_on_paper};
use super::rich::{RichContext, plain_words, point, rich, rich_inline, say_language};
use super::signals::Flag;
use crate::content::{Level, Localized, Picture, Rich};
use crate::locale::Texts;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, ShadowRoot};

/// A text that follows signals.
pub type Words = Box<dyn Fn() -> String>;
/// A condition that follows signals.
pub type When = Box<dyn Fn() -> bool>;
/// What a press does.
pub type Act = Box<dyn Fn()>;

/// A button with words. `class` is its part, too: `go` for the way on, `quiet` for the others.
pub fn button(class: &'static str, words: Words, hidden: When, act: Act) -> El {
    part("button", class)
        .attr("type", "button")
        .attr("hidden", hidden)
        .on("click", move |_| act())
        .child(words)
}

/// A button that is always there.
pub fn plain_button(class: &'static str, words: Words, act: impl Fn() + 'static) -> El {
    button(class, words, Box::new(|| false), Box::new(act))
}

/// A button that prints the page once all pictures of its view are there; until then it shows the
/// words for those who wait.
pub fn print_button(class: &'static str, words: Words, waiting: Words) -> El {
    let waits = Flag::new(false);
    let words = Box::new(move || if waits.get() { waiting() } else { words() });
    let button = plain_button(class, words, || {});
    let node = button.element();
    button.on("click", move |_| {
        let Ok(Some(view)) = node.closest(".base") else { return };
        if waits.now() {
            return;
        }
        waits.set(true);
        let node = node.clone();
        prepare_paper(&view, move || {
            waits.set(false);
            // Who has left the view meanwhile does not want it any more.
            if node.is_connected() {
                print();
            }
        });
    })
}

/// A button with a sign only; its words are its name.
pub fn icon_button(which: Icon, words: Words, pressed: Option<When>, hidden: When, act: Act) -> El {
    let button = el("button")
        .attr("type", "button")
        .attr("class", "sign")
        .attr("part", "icon-button")
        .attr("hidden", hidden)
        .attr("aria-label", words)
        .on("click", move |_| act())
        .child(replaceable_icon(which));
    match pressed {
        Some(pressed) => pressable(button, "icon-button", pressed),
        None => button,
    }
}

/// A button that is on or off.
pub fn pressable(button: El, part: &'static str, pressed: When) -> El {
    let pressed = std::rc::Rc::new(pressed);
    let state = std::rc::Rc::clone(&pressed);
    button
        .stated(part, move || if state() { "pressed" } else { "" })
        .attr("aria-pressed", move || aria_bool(pressed()))
}

/// Says of each label in a group whether its field is on, now and after each change: `part` is the
/// labels' part, and `chosen` its state. A page cannot ask for `:has(:checked)` of a part.
pub fn tell_chosen(group: El, part: &'static str) -> El {
    chosen_in(&group.element(), part);
    group.on("change", move |event| {
        if let Some(group) = event.current_target().and_then(|at| at.dyn_into().ok()) {
            chosen_in(&group, part);
        }
    })
}

fn chosen_in(group: &Element, part: &str) {
    let Ok(fields) = group.query_selector_all("label > input") else { return };
    for n in 0..fields.length() {
        let field = fields.get(n).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field
            && let Some(label) = field.parent_element()
        {
            set_state(&label, part, if field.checked() { "chosen" } else { "" });
        }
    }
}

/// How ARIA writes a condition.
pub const fn aria_bool(condition: bool) -> &'static str {
    if condition { "true" } else { "false" }
}

/// Rich text in a block of its own.
pub fn text_block(context: &RichContext, class: &'static str, text: &Rich) -> El {
    part("div", class).with(|element| rich(context, element, text))
}

/// Rich text inside a line, a label or a button.
pub fn text_line(context: &RichContext, class: &'static str, text: &Rich) -> El {
    el("span").attr("class", class).with(|element| rich_inline(context, element, text))
}

/// Plain text of the content file.
pub fn plain_line(context: &RichContext, element: El, text: &Localized) -> El {
    element.with(|element| plain_words(context, element, text))
}

/// A picture of the content file.
pub fn picture(context: &RichContext, picture: &Picture) -> El {
    let (alt, tag) = picture.alt.resolve(&context.lang);
    part("img", "picture").attr("alt", alt).with(|element| {
        say_language(context, element, tag);
        point(element, "src", &picture.src.0, &context.host);
    })
}

/// Words for those who do not see a sign.
pub fn hidden_words(words: &str) -> El {
    el("span").attr("class", "visually-hidden").child(words)
}

/// What stands in place of what could not be loaded, with a button to try again.
pub fn missing(words: &str, again: Words, act: impl Fn() + 'static) -> El {
    part("div", "notice").child((el("p").child(words), plain_button("quiet", again, act)))
}

/// The words for states of parts. Each is a further part of what is in that state.
const STATES: &str = "\
    act,answer,answered,calm,chapter,chosen,decline,disabled,done,earned,failed,flagged,holding,\
    invalid,mark,mind,missing,near,now,off,on,open,over,partly,passed,pressed,promise,right,runs,\
    scene,seen,stop,taken,unsure,upcoming,waiting,why,wrong";

/// The parts of a widget inside another one, for pages to style: each with a prefix, and states by
/// their own words, as `::part(quiz-option chosen)`.
pub fn exported(parts: &str, prefix: &str) -> String {
    let one = |part: &str| [part, ":", prefix, part, ","].concat();
    parts.split(' ').map(one).chain([STATES.to_owned()]).collect()
}

/// What every view of a widget stands in: language, direction and level for styles.
pub fn frame(texts: &Texts, level: Level) -> El {
    let dir = if texts.is_right_to_left() { "rtl" } else { "ltr" };
    part("div", "base")
        .attr("lang", texts.lang())
        .attr("dir", dir)
        .attr("data-level", level.word())
        .on("click", |event| _ = keep_focus(&event))
        .with(start_pictures_on_paper)
}

/// A press may take away what was pressed, and with it the focus: then the way on gets it.
fn keep_focus(event: &Event) -> Option<()> {
    let pressed: Element = event.composed_path().get(0).dyn_into().ok()?;
    let pressed = pressed.closest("button").ok()??;
    let frame: Element = event.current_target()?.dyn_into().ok()?;
    let root: ShadowRoot = frame.get_root_node().dyn_into().ok()?;
    let gone = |element: &Element| element.client_width() == 0 || element.has_attribute("hidden");
    leptos::prelude::request_animation_frame(move || {
        // Whoever has gone on to something else of the page is left there.
        let nothing_has_it = || {
            let active = pressed.owner_document().and_then(|page| page.active_element());
            active.is_none_or(|element| element.local_name() == "body")
        };
        if gone(&pressed)
            && root.active_element().map_or_else(nothing_has_it, |element| gone(&element))
            && let Ok(Some(go)) = root.query_selector(".go:not([hidden])")
            && let Some(go) = go.dyn_ref::<HtmlElement>()
        {
            _ = go.focus();
        }
    });
    Some(())
}
