//! The strip as a file: SVG as text, PNG drawn on a canvas, which needs no address of a picture
//! and so passes the strictest policy of a page.

use adil::host::{download, download_blob};
use adil::ui::{El, el};
use leptos::prelude::untrack;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, Blob, CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

use super::tools::{save, wish};
use crate::model::{HEIGHT, Ink, LETTER, Made, Sheet, WIDTH, svg_file};
use crate::session::Desk;

/// Pixels for each unit of the drawing.
const SCALE: f64 = 4.0;

/// The ways to save, and the wish to keep it here.
pub fn view(desk: Desk) -> El {
    let session = desk.session;
    let keep = wish(&session.text("keep_here"), desk.keeps, move |on| desk.set_keeps(on));
    el("div").attr("class", "ways screen-only").child((
        save(desk, "save_svg", save_svg),
        save(desk, "save_png", save_png),
        keep,
    ))
}

fn is_rtl(desk: Desk) -> bool {
    desk.session.read(|widget| widget.texts.is_right_to_left())
}

fn save_svg(desk: Desk) {
    let text = untrack(|| {
        desk.strip(|strip| desk.drawings(|drawings| svg_file(strip, drawings, is_rtl(desk))))
    });
    download("strip.svg", "image/svg+xml", &text);
}

fn save_png(desk: Desk) {
    desk.failed.set(false);
    let panels: Vec<Made> = untrack(|| desk.strip(|strip| strip.panels().to_vec()));
    let canvas = draw(desk, &panels);
    let offered = canvas.and_then(|canvas| {
        let made = Closure::once_into_js(move |blob: JsValue| match blob.dyn_into::<Blob>() {
            Ok(blob) => download_blob("strip.png", &blob),
            Err(_) => desk.failed.set(true),
        });
        canvas.to_blob_with_type(made.unchecked_ref(), "image/png").ok()
    });
    desk.failed.set(offered.is_none());
}

fn draw(desk: Desk, panels: &[Made]) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let sheet = Sheet::new(panels.len());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let pixels = |units: f64| (units * SCALE) as u32;
    canvas.set_width(pixels(sheet.width));
    canvas.set_height(pixels(sheet.height));
    context.scale(SCALE, SCALE).ok()?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, sheet.width, sheet.height);
    for (made, (x, y)) in panels.iter().zip(&sheet.corners) {
        context.save();
        context.translate(*x, *y).ok()?;
        context.begin_path();
        context.rect(0.0, 0.0, WIDTH, HEIGHT);
        context.clip();
        desk.drawings(|drawings| {
            drawings.inks(&made.panel()).iter().try_for_each(|ink| shape(&context, ink))
        })?;
        bubble(desk, &context, made)?;
        context.restore();
    }
    Some(canvas)
}

fn shape(context: &CanvasRenderingContext2d, ink: &Ink) -> Option<()> {
    let path = Path2d::new_with_path_string(ink.shape.d.as_str()).ok()?;
    context.save();
    context.translate(ink.at.0, ink.at.1).ok()?;
    context.scale(ink.scale.0, ink.scale.1).ok()?;
    if let Some(fill) = &ink.shape.fill {
        context.set_fill_style_str(fill.as_str());
        context.fill_with_path_2d(&path);
    }
    if let Some(line) = &ink.shape.line {
        outline(context, &path, line.as_str(), ink.shape.width.0);
    }
    context.restore();
    Some(())
}

fn outline(context: &CanvasRenderingContext2d, path: &Path2d, colour: &str, width: f64) {
    context.set_stroke_style_str(colour);
    context.set_line_width(width);
    context.set_line_cap("round");
    context.set_line_join("round");
    context.stroke_with_path(path);
}

fn bubble(desk: Desk, context: &CanvasRenderingContext2d, made: &Made) -> Option<()> {
    let Some(bubble) = desk.drawings(|drawings| made.bubble(drawings)) else { return Some(()) };
    let path = Path2d::new_with_path_string(&bubble.path).ok()?;
    context.set_fill_style_str("#fff");
    context.fill_with_path_2d(&path);
    outline(context, &path, "#2b2540", 1.5);
    context.set_fill_style_str("#1e1b2c");
    context.set_text_align("center");
    context.set_font(&[&adil::json::number_text(LETTER), "px sans-serif"].concat());
    let direction = if is_rtl(desk) { "rtl" } else { "ltr" };
    // Browsers that do not know the property keep it and do nothing.
    _ = js_sys::Reflect::set(context, &"direction".into(), &direction.into());
    bubble.lines.iter().try_for_each(|(x, y, words)| context.fill_text(words, *x, *y).ok())
}
