//! What a page does to all that stands inside an element, such as a shadow or a tilt, and whether
//! it could hide a button. A browser that tells what can be seen vouches for nothing inside such
//! an element, so this looks for itself.

use js_sys::{Reflect, parse_float};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{self, Element, ShadowRoot, Window};

use crate::components::page::above;

/// How much of a button has to come through all that fades it.
const CLEAR_ENOUGH: f64 = 0.5;

/// How much narrower or wider than it is a button may be shown.
const AS_WIDE: std::ops::RangeInclusive<f64> = 0.8..=1.5;

/// How low it may be shown, in pixels.
const LEAST: f64 = 44.0;

/// What a property may do to a button.
enum Effect {
    /// It lets so much of what is seen through.
    Fade,
    /// It cuts a shape out.
    Cut,
    /// It turns or shrinks.
    Bend,
    /// It changes colours, and hides nothing of a button on its card.
    Blend,
}

/// What browsers do not vouch for.
const PROPERTIES: [(&str, Effect); 10] = [
    ("opacity", Effect::Fade),
    ("filter", Effect::Fade),
    ("clip-path", Effect::Cut),
    ("mask-image", Effect::Cut),
    ("-webkit-mask-box-image-source", Effect::Cut),
    ("transform", Effect::Bend),
    ("rotate", Effect::Bend),
    ("scale", Effect::Bend),
    ("mix-blend-mode", Effect::Blend),
    ("backdrop-filter", Effect::Blend),
];

/// Whether the page does something around a button that can only decorate it. Else what may hide
/// it, in words for the page's author; nothing if there is nothing of the kind.
pub fn judge(button: &Element) -> Result<(), Option<String>> {
    let window = web_sys::window().ok_or(None)?;
    let (mut clear, mut found) = (1.0, None);
    let mut next = Some(button.clone());
    while let Some(at) = next {
        let style = window.get_computed_style(&at).ok().flatten().ok_or(None)?;
        for (name, effect) in &PROPERTIES {
            let value = style.get_property_value(name).unwrap_or_default();
            if matches!(&*value, "" | "none" | "normal" | "1") {
                continue;
            }
            let hides = match effect {
                Effect::Fade => {
                    clear *= passes(&value);
                    clear < CLEAR_ENOUGH
                }
                Effect::Cut => true,
                Effect::Bend => !is_as_large(button),
                Effect::Blend => false,
            };
            found = Some(["\"", name, ": ", &value, "\" of ", &tag(&at)].concat());
            if hides {
                return Err(found);
            }
        }
        next = above(&at);
    }
    if found.is_none() || is_in_foreign_frame(&window) { Err(found) } else { Ok(()) }
}

/// How much of what is seen passes a value of `opacity` or `filter`: 1 for all of it.
fn passes(value: &str) -> f64 {
    let (mut clear, mut before) = (1.0, "opacity");
    for piece in value.split('(') {
        let amount = parse_float(piece);
        let is = |name: &str| before.ends_with(name);
        if is("opacity") || is("brightness") || is("contrast") {
            // The first piece of a filter is no number, and changes nothing.
            clear *= amount.min(1.0 / amount).min(1.0);
        } else if is("invert") {
            // Half inverted, all is grey.
            clear *= (1.0 - 2.0 * amount).abs();
        } else if is("blur") || is("url") {
            return 0.0;
        }
        before = piece;
    }
    clear
}

/// Whether a button is shown about as large as it is.
fn is_as_large(button: &Element) -> bool {
    let area = button.get_bounding_client_rect();
    AS_WIDE.contains(&(area.width() / f64::from(button.client_width()))) && area.height() >= LEAST
}

/// Whether a page of another site shows this one, and could lay something over it.
fn is_in_foreign_frame(window: &Window) -> bool {
    let top = window.top().ok().flatten();
    top.is_some_and(|top| Reflect::get(&top, &"document".into()).is_err())
}

/// Whether a press would find a button wherever it falls.
pub fn is_on_top(button: &Element) -> bool {
    let Ok(root) = button.get_root_node().dyn_into::<ShadowRoot>() else { return false };
    let area = button.get_bounding_client_rect();
    [(0.5, 0.5), (0.25, 0.25), (0.25, 0.75), (0.75, 0.25), (0.75, 0.75)].iter().all(|(x, y)| {
        let (x, y) = (area.x() + area.width() * x, area.y() + area.height() * y);
        #[expect(clippy::cast_possible_truncation)]
        let found = root.element_from_point(x as f32, y as f32);
        found.is_some_and(|found| button.contains(Some(&found)))
    })
}

/// An element as its author wrote it, as far as needed to find it.
fn tag(element: &Element) -> String {
    let name = |name: &str| {
        let value = element.get_attribute(name)?;
        Some([" ", name, "=\"", &value, "\""].concat())
    };
    let name = name("id").or_else(|| name("class")).unwrap_or_default();
    ["<", &element.local_name(), &name, ">"].concat()
}
