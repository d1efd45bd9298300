//! A certificate as a picture, drawn on a canvas: no address of a picture is needed, so that the
//! strictest policy of a page lets it pass.

use adil::host::download_blob;
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    self, Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Path2d,
};
use wasm_bindgen_futures::JsFuture;

use super::paper::colour;
use crate::model::certificate::{Anchor, Area, Line, Mark, PageShape, Pen, hundredths};
use crate::session::certificate::{Desk, Ruler, canvas, font};

/// The sides of A4 in pixels, at 300 to the inch.
const SHORT: u32 = 2480;
const LONG: u32 = 3508;

/// Saves the certificate that is shown as a picture.
pub fn save(desk: Desk) {
    let (page, logo) = untrack(|| (desk.page(), desk.logo.get()));
    let Some(marks) = untrack(|| desk.sheets(&page)).pop() else { return };
    let ruler = desk.ruler();
    desk.told.set(None);
    leptos::task::spawn_local(async move {
        let image = match &logo {
            Some(address) => loaded(address).await,
            None => None,
        };
        let attempt = |image: Option<&HtmlImageElement>| {
            let canvas = draw(&marks, page.shape, &ruler, image);
            canvas.is_some_and(|canvas| offer(desk, &canvas).is_ok())
        };
        let with_logo = image.is_some() && attempt(image.as_ref());
        let without = !with_logo && attempt(None);
        desk.tell(match (with_logo, without) {
            (true, _) => None,
            (false, true) => logo.map(|_| "picture_without_logo"),
            (false, false) => Some("picture_failed"),
        });
    });
}

/// A logo that may be drawn: one of another site only where that site allows it.
async fn loaded(address: &str) -> Option<HtmlImageElement> {
    let image = HtmlImageElement::new().ok()?;
    image.set_cross_origin(Some("anonymous"));
    image.set_src(address);
    JsFuture::from(image.decode()).await.ok()?;
    Some(image)
}

/// Offers a canvas as a file.
///
/// # Errors
/// The browser's refusal, where something of another site is on the canvas.
fn offer(desk: Desk, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
    let made = Closure::once_into_js(move |blob: JsValue| match blob.dyn_into::<Blob>() {
        Ok(blob) => {
            download_blob("certificate.png", &blob);
            desk.made("picture", 1);
        }
        Err(_) => desk.tell(Some("picture_failed")),
    });
    canvas.to_blob_with_type(made.unchecked_ref(), "image/png")
}

fn draw(
    marks: &[Mark],
    shape: PageShape,
    ruler: &Ruler,
    logo: Option<&HtmlImageElement>,
) -> Option<HtmlCanvasElement> {
    let (canvas, context) = canvas(&web_sys::window()?.document()?)?;
    let (width, height) = match shape {
        PageShape::Portrait => (SHORT, LONG),
        PageShape::Landscape => (LONG, SHORT),
    };
    canvas.set_width(width);
    canvas.set_height(height);
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, f64::from(width), f64::from(height));
    // Marks are in hundredths of a millimetre.
    let (across, down) = shape.size();
    let per = |pixels: u32, millimetres: f64| f64::from(pixels) / (millimetres * 100.0);
    context.scale(per(width, across), per(height, down)).ok()?;
    set(&context, "textRendering", "geometricPrecision");
    for mark in marks {
        match mark {
            Mark::Text(line) => text(&context, line, ruler.family())?,
            Mark::Shape(shape, pen, tone) => {
                let path = Path2d::new_with_path_string(&shape.path()).ok()?;
                match pen {
                    Pen::Fill => {
                        context.set_fill_style_str(colour(*tone));
                        context.fill_with_path_2d(&path);
                    }
                    Pen::Line(width) => {
                        context.set_stroke_style_str(colour(*tone));
                        context.set_line_width(f64::from(hundredths(*width)));
                        context.set_line_cap("round");
                        context.set_line_join("round");
                        context.stroke_with_path(&path);
                    }
                }
            }
            Mark::Logo(area) => {
                if let Some(logo) = logo {
                    image(&context, logo, *area)?;
                }
            }
        }
    }
    Some(canvas)
}

fn set(context: &CanvasRenderingContext2d, name: &str, value: &str) {
    // Browsers that do not know the property keep it and do nothing.
    _ = js_sys::Reflect::set(context, &name.into(), &value.into());
}

fn text(context: &CanvasRenderingContext2d, line: &Line, family: &str) -> Option<()> {
    context.set_font(&font(f64::from(hundredths(line.size)), line.bold, family));
    context.set_fill_style_str(colour(line.tone));
    context.set_text_align(match line.anchor {
        Anchor::Left => "left",
        Anchor::Middle => "center",
        Anchor::Right => "right",
    });
    set(context, "direction", if line.rtl { "rtl" } else { "ltr" });
    let (x, y) = line.at;
    context.fill_text(&line.text, f64::from(hundredths(x)), f64::from(hundredths(y))).ok()
}

/// As large as it fits in, in the middle.
fn image(context: &CanvasRenderingContext2d, logo: &HtmlImageElement, area: Area) -> Option<()> {
    let (width, height) = (f64::from(logo.natural_width()), f64::from(logo.natural_height()));
    // A vector picture may have no size of its own.
    let (width, height) = if width * height > 0.0 { (width, height) } else { (1.0, 1.0) };
    let scale = (area.width / width).min(area.height / height) * 100.0;
    let (width, height) = (width * scale, height * scale);
    let x = (area.x + area.width / 2.0) * 100.0 - width / 2.0;
    let y = (area.y + area.height / 2.0) * 100.0 - height / 2.0;
    context.draw_image_with_html_image_element_and_dw_and_dh(logo, x, y, width, height).ok()
}
