//! What a school writes down of an edition.

use adil::amounts::whole;
use adil::content::Day;
use adil::json::number_text;
use adil::ui::{El, el, part};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::model::Past;
use crate::session::campaign::{Desk, today_text};

/// An element of our own making as what it is.
pub fn cast<T: JsCast>(element: &El) -> T {
    element.element().unchecked_into()
}

/// A field with its words.
pub fn labelled(desk: Desk, key: &str, field: El) -> El {
    el("label").attr("class", "labelled").child((el("span").child(desk.text(key)), field))
}

/// A field of a browser's own for numbers takes no digits but those of its language.
fn number_field() -> El {
    part("input", "field")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
}

/// What is written down of an edition. Its fields are read when a button is pressed; none of them
/// is kept before.
#[derive(Clone)]
pub struct Form {
    pub edition: HtmlSelectElement,
    pub day: HtmlInputElement,
    pub classes: HtmlInputElement,
    pub people: HtmlInputElement,
    pub done: Vec<(String, HtmlInputElement)>,
    pub remark: HtmlTextAreaElement,
    pub class: HtmlInputElement,
}

impl Form {
    /// The fields of an action.
    pub fn new(desk: Desk) -> Form {
        let themes = desk.editions().into_iter().enumerate().map(|(n, (edition, _))| {
            let theme = desk.read(|widget| edition.theme.get(&widget.rich.lang).to_owned());
            el("option").attr("value", &number_text(n as f64)).child(theme)
        });
        let edition = part("select", "field").child(themes.collect::<Vec<El>>());
        let day = part("input", "field").attr("type", "date").attr("value", &today_text());
        let blocks = desk.read(|widget| {
            let lang = &widget.rich.lang;
            let blocks = &widget.document.body.variants[0].blocks;
            blocks.iter().map(|block| block.title.get(lang).to_owned()).collect::<Vec<_>>()
        });
        let check = || el("input").attr("type", "checkbox").attr("checked", "");
        Form {
            edition: cast(&edition),
            day: cast(&day),
            classes: cast(&number_field()),
            people: cast(&number_field()),
            done: blocks.into_iter().map(|title| (title, cast(&check()))).collect(),
            remark: cast(&part("textarea", "field").attr("rows", "3").attr("maxlength", "1000")),
            class: cast(
                &part("input", "field")
                    .attr("type", "text")
                    .attr("maxlength", "60")
                    .attr("autocomplete", "off"),
            ),
        }
    }

    /// The theme that is chosen.
    pub fn theme(&self, desk: Desk) -> String {
        let n: usize = self.edition.value().parse().unwrap_or(0);
        let editions = desk.editions();
        let edition = editions.get(n).map(|(edition, _)| edition.theme.clone());
        desk.read(|widget| edition.map(|t| t.get(&widget.rich.lang).to_owned())).unwrap_or_default()
    }

    /// The day, classes and people that are written down; today where the day is none, and 0 for
    /// what is no number.
    pub fn numbers(&self) -> (Day, u32, u32) {
        let number = |field: &HtmlInputElement| {
            let number = whole(&field.value()).and_then(|number| u32::try_from(number).ok());
            number.unwrap_or(0)
        };
        let day = Day::parse(&self.day.value()).unwrap_or_else(adil::host::today);
        (day, number(&self.classes), number(&self.people))
    }

    /// The blocks that were done.
    pub fn blocks_done(&self) -> Vec<String> {
        let done = self.done.iter().filter(|(_, field)| field.checked());
        done.map(|(title, _)| title.clone()).collect()
    }

    /// The remark.
    pub fn remark(&self) -> String {
        self.remark.value()
    }

    /// The name of the class on its certificate; never kept.
    pub fn class(&self) -> String {
        self.class.value()
    }

    /// What is kept of it.
    pub fn past(&self, desk: Desk) -> Past {
        let (day, classes, people) = self.numbers();
        Past { day, theme: self.theme(desk), classes, people }
    }
}
