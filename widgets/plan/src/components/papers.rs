//! Papers of an action: the report, a certificate for the class, a poster. Each is made when its
//! button is pressed, and printed alone.

use adil::ui::{Child, El, Pieces, Words, el, listen, part, pieces, plain_button, print};
use leptos::web_sys::Element;

use super::code_picture::code_picture;
use super::form::Form;
use crate::session::campaign::Desk;

/// The papers, and the buttons that print them.
pub fn papers(desk: Desk, form: &Form) -> El {
    let sheet = part("div", "sheet").attr("aria-hidden", "true");
    let holder = sheet.element();
    clear_after_print(holder.clone());
    let button = |key: &'static str, make: fn(Desk, &Form) -> Pieces| {
        let (form, holder) = (form.clone(), holder.clone());
        let words: Words = Box::new(move || desk.text(key));
        plain_button("quiet", words, move || print_alone(&holder, make(desk, &form)))
    };
    let heading = desk.read(|widget| part(widget.host.heading(1), "heading"));
    el("section").attr("class", "card papers").child((
        heading.child(desk.text("papers")),
        part("div", "controls").child((
            button("print_report", report),
            button("print_certificate", certificate),
            button("print_poster", poster),
        )),
        sheet,
    ))
}

/// Prints one sheet and nothing else of the widget. It goes when the browser says that it has
/// printed: many a browser only begins when it is asked to.
fn print_alone(holder: &Element, sheet: Pieces) {
    holder.set_text_content(None);
    sheet.add_to(holder);
    if let Some(base) = base_of(holder) {
        _ = base.set_attribute("data-sheet", "");
    }
    print();
}

fn base_of(holder: &Element) -> Option<Element> {
    holder.closest(".base").ok().flatten()
}

/// Takes the sheet away, so that the page prints as it is again.
fn clear_after_print(holder: Element) {
    let Some(window) = leptos::web_sys::window() else { return };
    let clear = move |_| {
        holder.set_text_content(None);
        if let Some(base) = base_of(&holder) {
            _ = base.remove_attribute("data-sheet");
        }
    };
    listen(&window, "afterprint", Box::new(clear));
}

fn name_of(desk: Desk) -> (String, String) {
    let campaign = desk.campaign();
    desk.read(|widget| {
        let lang = &widget.rich.lang;
        let name = campaign.as_ref().map_or(&widget.document.envelope.title, |all| &all.name);
        let place = campaign.as_ref().and_then(|all| all.place.as_ref());
        (name.get(lang).to_owned(), place.map_or("", |place| place.get(lang)).to_owned())
    })
}

fn fact(desk: Desk, key: &str, text: &str) -> Option<El> {
    (!text.is_empty())
        .then(|| el("div").child((el("dt").child(desk.text(key)), el("dd").child(text))))
}

/// What was done, with the numbers; photos are glued on, not stored.
fn report(desk: Desk, form: &Form) -> Pieces {
    let (day, classes, people) = form.numbers();
    let (name, place) = name_of(desk);
    let done: Vec<El> =
        form.blocks_done().iter().map(|title| el("li").child(title.as_str())).collect();
    let photo = || el("div").child(desk.text("photo"));
    pieces((
        part("p", "label").child(desk.text("report")),
        el("h1").child(name.as_str()),
        el("dl").child((
            fact(desk, "theme", &form.theme(desk)),
            fact(desk, "day", &desk.date(&day)),
            fact(desk, "place", &place),
            fact(desk, "classes", &adil::json::number_text(classes.into())),
            fact(desk, "people", &adil::json::number_text(people.into())),
        )),
        (el("h2").child(desk.text("done")), el("ul").child(done)),
        (el("h2").child(desk.text("remark")), el("p").attr("class", "lines").child(form.remark())),
        el("div").attr("class", "photos").child((photo(), photo())),
        el("p").attr("class", "small").child(desk.text("self_reported")),
    ))
}

/// For the class, not for a child.
fn certificate(desk: Desk, form: &Form) -> Pieces {
    let (day, ..) = form.numbers();
    let (name, _) = name_of(desk);
    pieces(el("div").attr("class", "certificate").child((
        part("p", "label").child(desk.text("certificate")),
        el("p").attr("class", "class").child(form.class()),
        el("p").child(desk.text("certificate_text")),
        el("h1").child(name.as_str()),
        el("p").attr("class", "theme").child(form.theme(desk)),
        el("p").child(desk.date(&day)),
        el("p").attr("class", "sign").child(desk.text("sign")),
    )))
}

/// For the wall, with the address of the page as a picture that phones read.
fn poster(desk: Desk, form: &Form) -> Pieces {
    let (name, place) = name_of(desk);
    let theme = form.theme(desk);
    let lang = desk.read(|widget| widget.rich.lang.clone());
    let of = desk.editions().into_iter().find(|(edition, _)| edition.theme.get(&lang) == theme);
    let date = of.and_then(|(_, day)| day).map(|day| desk.date(&day)).unwrap_or_default();
    let address = leptos::web_sys::window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    let address = address.split('#').next().unwrap_or_default().to_owned();
    pieces(el("div").attr("class", "poster").child((
        part("p", "label").child(name.as_str()),
        el("h1").child(theme),
        el("p").attr("class", "date").child(date),
        el("p").child(place),
        code_picture(&address),
        el("p").attr("class", "address").attr("dir", "ltr").child(address),
    )))
}
