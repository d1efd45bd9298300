//! Puts captions where their file wants them. The browser has read what it says of each.

use adil::json::number_text;
use adil::ui::{el, set_style};
use js_sys::Reflect;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, VttCue};

use crate::model::{Area, Line, along, inside, lines, settle, share};

/// The colours that `WebVTT` has classes for. Each is a colour of style sheets, too.
const COLOURS: [&str; 8] = ["white", "lime", "cyan", "red", "yellow", "magenta", "blue", "black"];

/// Shows captions in a place over the picture.
pub fn stand(place: &Element, cues: &[VttCue]) {
    place.set_text_content(None);
    let picture = [f64::from(place.client_width()), f64::from(place.client_height())];
    let mut taken: Vec<Area> = Vec::new();
    for cue in cues {
        let words = el("span").attr("part", "caption-line").with(|element| {
            _ = element.append_child(&cue.get_cue_as_html());
            dress(element);
        });
        let row = el("p").child(words).element();
        _ = place.append_child(&row);
        let area = place_of(&row, cue, picture, &taken);
        set_style(&row, "left", &[&number_text(area[0]), "px"].concat());
        set_style(&row, "top", &[&number_text(area[1]), "px"].concat());
        taken.push(area);
    }
}

/// Where a caption stands in a picture, beside others; it gets the size that it may have.
fn place_of(row: &Element, cue: &VttCue, picture: [f64; 2], others: &[Area]) -> Area {
    // Not every browser has every setting.
    let get = |name: &str| Reflect::get(cue, &name.into()).unwrap_or_default();
    let word = |name: &str| get(name).as_string().unwrap_or_default();
    let style = leptos::web_sys::window().and_then(|window| window.get_computed_style(row).ok()?);
    let style = |name: &str| {
        let value = style.as_ref().map(|style| style.get_property_value(name));
        value.and_then(Result::ok).unwrap_or_default()
    };

    let (align, vertical) = (word("align"), word("vertical"));
    let is_side = align == "left" || align == "right";
    let text = share(&align).unwrap_or(0.5);
    let is_turned = !is_side && style("direction") == "rtl";
    let text = if is_turned { 1.0 - text } else { text };
    let anchor = share(&word("positionAlign")).unwrap_or(text);
    let position = get("position").as_f64();
    let position = position.unwrap_or(if is_side { text * 100.0 } else { 50.0 });
    let (from, size) = along(position, anchor, get("size").as_f64().unwrap_or(100.0));
    set_style(row, "text-align", &align);
    set_style(row, "max-inline-size", &[&number_text(lines(size)), "%"].concat());
    let axis = usize::from(vertical.is_empty());
    if axis == 0 {
        set_style(row, "writing-mode", &["vertical-", &vertical].concat());
    }

    let line = get("line").as_f64();
    let line = if get("snapToLines").is_truthy() {
        let line = line.unwrap_or(-1.0);
        // Columns from right to left have their first one on the right.
        Line::Text(if vertical == "rl" { -1.0 - line } else { line })
    } else {
        Line::Share(line.unwrap_or(100.0), share(&word("lineAlign")).unwrap_or(0.0))
    };
    let height = js_sys::parse_float(&style("line-height"));
    let row: &HtmlElement = row.unchecked_ref();
    let own = [f64::from(row.offset_width()), f64::from(row.offset_height())];
    // Short words stand within their place as its text does.
    let across = 1 - axis;
    let length = picture[across] / 100.0;
    let at = from * length + (size * length - own[across]) * text;
    let at = inside(at, own[across], picture[across]);
    let mut area = [0.0, 0.0, own[0], own[1]];
    (area[across], area[across + 2]) = (at, at + own[across]);
    settle(area, axis, picture[axis], height, line, others)
}

/// A file of captions may name classes. Those of colours are what they say; none is left, since
/// captions must not wear the player's own.
fn dress(words: &Element) {
    while let Ok(Some(dressed)) = words.query_selector("[class]") {
        for class in dressed.class_name().split(' ') {
            let behind = class.strip_prefix("bg_");
            let colour = behind.unwrap_or(class);
            if COLOURS.contains(&colour) {
                let name = if behind.is_some() { "background-color" } else { "color" };
                set_style(&dressed, name, colour);
            }
        }
        _ = dressed.remove_attribute("class");
    }
}
