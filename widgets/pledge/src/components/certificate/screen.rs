//! A certificate of a pledge: printed, or saved as a picture.

use std::rc::Rc;

use adil::ui::{El, button, el, part, plain_button};
use leptos::prelude::*;

use super::logo::follow_logo;
use super::paper::papers;
use super::print::printer;
use super::{drawing, picture, words};
use crate::components::parts::{slots, status};
use crate::model::certificate::PageShape;
use crate::session::Context;
use crate::session::certificate::Desk;

/// The one screen: what there is to choose beside the paper. `forged` comes true where the receipt
/// was.
pub fn view(desk: Desk, forged: RwSignal<bool>) -> El {
    let context = desk.context();
    let title = context.title().with(|header| follow_logo(desk, header));
    let preview = move || {
        let page = Rc::new(desk.page());
        part("div", "papers").child(move || papers(desk, &page))
    };
    let controls = el("div").attr("class", "controls").child((
        drawing::fields(desk),
        shapes(desk),
        buttons(desk),
    ));
    let refused = move || forged.get().then(|| refusal(&desk.context(), "receipt_changed"));
    let desk = el("div").attr("class", "desk").child((controls, words::view(desk), preview));
    let desk = desk.attr("hidden", move || forged.get());
    let screen = part("section", "screen").child((title, refused, desk));
    context.frame().child((screen, slots()))
}

/// Says why there is no certificate, in place of one.
pub fn refused(context: &Context, key: &str) -> El {
    let screen = part("section", "screen");
    context.frame().child((screen.child((context.title(), refusal(context, key))), slots()))
}

/// Why there is no certificate.
fn refusal(context: &Context, key: &str) -> El {
    part("div", "notice").attr("role", "alert").child(el("p").child(context.text(key)))
}

/// Which way the paper lies.
fn shapes(desk: Desk) -> El {
    let option = |shape: PageShape| {
        part("label", "option")
            .stated("option", move || if desk.shape.get() == shape { "chosen" } else { "" })
            .child((
                el("input")
                    .attr("type", "radio")
                    .attr("name", "shape")
                    .attr("class", "visually-hidden")
                    .prop("checked", move || desk.shape.get() == shape)
                    .on("change", move |_| desk.shape.set(shape)),
                el("span")
                    .attr("class", "sheet")
                    .attr("part", "key")
                    .attr("data-shape", shape.word())
                    .attr("aria-hidden", "true"),
                part("span", "words").child(desk.text(shape.word())),
            ))
    };
    part("fieldset", "question").child((
        part("legend", "stem").child(desk.text("page_shape")),
        el("div")
            .attr("class", "shapes")
            .child((option(PageShape::Portrait), option(PageShape::Landscape))),
    ))
}

fn buttons(desk: Desk) -> El {
    let context = desk.context();
    let many = move || desk.signatures().len() > 1;
    let save = context.words("save_picture");
    let count = move || {
        let context = desk.context();
        many().then(|| context.texts.count("certificate_pages", desk.signatures().len() as f64))
    };
    part("div", "foot").child((
        el("div").attr("class", "ways").child((
            button("quiet", save, Box::new(many), Box::new(move || picture::save(desk))),
            status(count),
        )),
        plain_button("go", context.words("print"), printer(desk)),
        status(move || desk.told.get()),
    ))
}
