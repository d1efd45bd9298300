//! What all parts of the screen have: where focus goes, and the way back.

use adil::ui::{Child, El, el, listen, part, plain_button};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use crate::model::class::{Action, Draft, Outcome};
use crate::session::class::Board;

impl Board {
    /// Says that words are lost with the page, and has the browser ask before they are.
    pub fn warn(self) -> impl Child {
        let unsaved = Memo::new(move |_| self.read(Draft::is_unsaved).unwrap_or(false));
        move || {
            unsaved.get().then(|| {
                // Only now: a page that listens all the time is loaded anew after "back".
                if let Some(window) = leptos::web_sys::window() {
                    listen(&window, "beforeunload", Box::new(|event| event.prevent_default()));
                }
                part("p", "count").child(self.text("class_unsaved"))
            })
        }
    }

    /// Says why the words of a field were refused, and leads back to the field. It names the
    /// refusal as its description, which is read with it when it gets focus.
    pub fn refuse(self, field: &HtmlElement, why: &str) {
        if field.matches(":focus").unwrap_or(false) {
            self.announcer.announce(why);
        }
        _ = field.focus();
    }

    /// Takes focus if it is meant for this; a part that is folded opens.
    pub fn aimed(self, thing: El, key: u32, name: &'static str) -> El {
        if self.takes_aim(key, name) { shown(thing).focus_soon() } else { thing }
    }

    /// A button that brings back what was removed, while something can be. `home` is where focus
    /// goes then: a thing of the promise that came back.
    pub fn undo(self, name: &'static str, home: &'static str) -> El {
        let removal = Memo::new(move |_| self.read(Draft::removal).flatten());
        let refused: RwSignal<Option<String>> = RwSignal::new(None);
        let press = move || match self.act(Action::Undo) {
            Ok(Outcome::At(key, place)) => {
                self.aim(key, home);
                self.say_place(place);
            }
            Ok(_) => self.aim(0, home),
            Err(refusal) => {
                self.announcer.announce(&self.why(refusal));
                refused.set(Some(self.why(refusal)));
            }
        };
        let button = move || {
            refused.set(None);
            let there = removal.get().is_some();
            let button = || plain_button("quiet", self.context().words("undo"), press);
            there.then(|| self.aimed(button(), 0, name))
        };
        el("div")
            .attr("class", "undo")
            .child((button, move || refused.get().map(|why| part("p", "refusal").child(why))))
    }
}

/// Opens the part in which an element stands, once it stands there.
pub fn shown(thing: El) -> El {
    thing.with(|element| {
        let element = element.clone();
        request_animation_frame(move || {
            if let Ok(Some(fold)) = element.closest("details") {
                _ = fold.set_attribute("open", "");
            }
        });
    })
}
