//! A widget that stands inside another: what it is given, what its events say, and where its focus
//! goes. Only the inner one knows its own elements, so the outer one asks.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, Event, ShadowRoot};

use super::WidgetContext;
use crate::content::WrittenItem;
use crate::json::{self, Json};
use crate::ui;

/// A word in the detail of an event.
pub fn field_of(event: &Event, name: &str) -> Option<String> {
    let detail = Reflect::get(event, &"detail".into()).ok()?;
    Reflect::get(&detail, &name.into()).ok()?.as_string()
}

/// Gives a quiz inside a widget its one item, under a title of its own. Addresses in the item are
/// relative to the file of the widget around.
pub fn give_item<T, S>(
    widget: &WidgetContext<T>,
    quiz: &Element,
    title: &str,
    item: &WrittenItem<S>,
) {
    let envelope = &widget.document.envelope;
    let languages = envelope.languages.iter().map(|lang| lang.as_str().into()).collect();
    let file = Json::object([
        ("format", "adil".into()),
        ("formatVersion", 1_usize.into()),
        ("kind", "quiz".into()),
        ("id", envelope.id.as_str().into()),
        ("title", title.into()),
        ("level", widget.level.word().into()),
        ("languages", Json::List(languages)),
        ("items", Json::List(vec![item.json().clone()])),
    ]);
    let base = Object::new();
    _ = Reflect::set(&base, &"value".into(), &widget.host.base().into());
    _ = Reflect::define_property(quiz.unchecked_ref::<Object>(), &"baseURI".into(), &base);
    // What the browser put in the place of half a character would look like a file in another
    // encoding.
    let text: JsValue = json::write(&file).replace('\u{fffd}', "\\ufffd").into();
    _ = Reflect::set(quiz, &"content".into(), &text);
}

/// The event by which the outer widget asks. Who takes it prevents its default.
const ASKED: &str = "adil-focus";

/// Asks the widget in an element to put the focus on what it asks, and to say this with it. False
/// where there is nothing yet to put it on.
pub fn ask_focus(inner: &Element, description: &str) -> bool {
    taken(inner, &description.into())
}

/// Whether the focus lies on the inner widget's way on, which goes once it was used.
pub fn is_on_way_on(inner: &Element) -> bool {
    taken(inner, &JsValue::NULL)
}

fn taken(inner: &Element, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_cancelable(true);
    init.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(ASKED, &init);
    event.is_ok_and(|event| inner.dispatch_event(&event) == Ok(false))
}

/// Answers the widget around this one, until the current owner ends: `asked` and `way_on` select
/// this widget's elements.
pub fn answer_focus(root: &Element, asked: &'static str, way_on: &'static str) {
    let Ok(shadow) = root.get_root_node().dyn_into::<ShadowRoot>() else { return };
    let host = shadow.host();
    let answer = move |event: Event| {
        let Some(wish) = event.dyn_ref::<CustomEvent>() else { return };
        let taken = match wish.detail().as_string() {
            Some(description) => match shadow.query_selector(asked) {
                Ok(Some(place)) => {
                    // Who is led past the outer heading hears all the same where this is.
                    _ = place.set_attribute("aria-description", &description);
                    ui::focus(&place);
                    true
                }
                _ => false,
            },
            None => shadow.active_element().is_some_and(|at| at.matches(way_on) == Ok(true)),
        };
        if taken {
            event.prevent_default();
        }
    };
    ui::listen(&host, ASKED, Box::new(answer));
}
