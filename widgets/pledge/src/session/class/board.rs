//! What all parts of the screen share: the draft, the codes, and where focus goes.

use std::rc::Rc;

use adil::host::parse_json;
use adil::json::{self, Json};
use adil::progress::Slot;
use adil::ui::{Announcer, Child, El, el, follow, listen, part, plain_push};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use crate::model::class::{
    Action, Count, Draft, MOST_CHARACTERS, Outcome, Refusal, add_up, suggestions,
};
use crate::view::Fixed;

/// A handle to the class's work, to be passed to every part of the view.
#[derive(Clone, Copy)]
pub struct Board {
    fixed: StoredValue<Rc<Fixed>, LocalStorage>,
    slot: StoredValue<Slot>,
    /// The class's pledge, once it has begun.
    pub draft: RwSignal<Option<Draft>>,
    /// The codes that were added up.
    pub counted: RwSignal<Count>,
    /// What came of the last file: in words, or what its author has to mend.
    pub news: RwSignal<Option<Result<String, String>>>,
    /// Whether the browser refused to keep the draft.
    pub not_kept: RwSignal<bool>,
    /// What screen readers are told.
    pub said: Announcer,
    /// The promises with their keys; changes only when one of them or their order does.
    pub lines: Memo<Vec<(u32, String)>>,
    /// Whether there is anything to forget. Held, so that what follows it stands while words are
    /// typed: a press right after them must find its button where it was.
    pub has_work: Memo<bool>,
    aim: StoredValue<Option<(u32, &'static str)>>,
}

impl Board {
    /// Starts anew, or with the draft that was kept.
    pub fn new(fixed: Fixed, said: Announcer) -> Board {
        let slot = fixed.slot("pledge", "class");
        let parse = |text: &str| parse_json(text).ok();
        let kept = parse(&fixed.host.kept()).filter(|kept| kept.get("codes").is_some());
        // What a class types stays in memory: a shared computer keeps no words.
        let kept = kept.or_else(|| slot.load(parse));
        let draft = kept.as_ref().and_then(|kept| Draft::restore(kept.get("draft")?));
        let codes = kept.as_ref().and_then(|kept| kept.get("codes")?.text());
        let counted = add_up(codes.unwrap_or_default(), fixed.document.envelope.id.as_str());
        let draft = RwSignal::new(draft);
        let lines = Memo::new(move |_| {
            let line = |draft: &Draft| {
                let clauses = draft.clauses.iter();
                clauses.map(|promise| (promise.key, promise.text.clone())).collect()
            };
            draft.with(|draft| draft.as_ref().map(line).unwrap_or_default())
        });
        let counted = RwSignal::new(counted);
        let has_work = Memo::new(move |_| {
            draft.with(Option::is_some) || counted.with(|counted| !counted.codes.is_empty())
        });
        Board {
            fixed: StoredValue::new_local(Rc::new(fixed)),
            slot: StoredValue::new(slot),
            draft,
            counted,
            news: RwSignal::new(None),
            not_kept: RwSignal::new(false),
            said,
            lines,
            has_work,
            aim: StoredValue::new(None),
        }
    }

    /// What does not change.
    pub fn fixed(self) -> Rc<Fixed> {
        self.fixed.get_value()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.fixed().text(key)
    }

    /// Whether there is a draft.
    pub fn begun(self) -> bool {
        self.draft.with(Option::is_some)
    }

    /// Says that words are lost with the page, and has the browser ask before they are.
    pub fn warn(self) -> impl Child {
        let unsaved = Memo::new(move |_| self.read(Draft::is_unsaved).unwrap_or(false));
        follow(move || {
            unsaved.get().then(|| {
                // Only now: a page that listens all the time is loaded anew after "back".
                if let Some(window) = leptos::web_sys::window() {
                    listen(&window, "beforeunload", Box::new(|event| event.prevent_default()));
                }
                part("p", "count").child(self.text("class_unsaved"))
            })
        })
    }

    /// Reads something of the draft.
    pub fn read<T>(self, read: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.draft.with(|draft| draft.as_ref().map(read))
    }

    /// Begins a draft, with the file's promises or with none.
    pub fn begin(self, with_suggestions: bool) {
        let mut draft = Draft::new(&chance());
        if with_suggestions {
            let fixed = self.fixed();
            let base = fixed.host.base();
            let absolute = |address: &adil::content::Address| {
                let url = leptos::web_sys::Url::new_with_base(address.as_str(), &base);
                url.map_or_else(|_| address.as_str().to_owned(), |url| url.href())
            };
            let clauses = suggestions(&fixed.document, &self.lang(), &absolute);
            // Nothing is refused of a list that replaces an empty one.
            _ = draft.apply(Action::Replace(clauses, String::new()));
        }
        self.draft.set(Some(draft));
        self.save();
    }

    /// The language in which the class writes.
    pub fn lang(self) -> String {
        let fixed = self.fixed();
        let page = &fixed.rich.lang;
        if page.is_empty() { fixed.texts.lang().to_owned() } else { page.clone() }
    }

    /// Does something to the draft, which begins if there is none.
    pub fn act(self, action: Action) -> Result<Outcome, Refusal> {
        let done = self
            .draft
            .try_update(|draft| draft.get_or_insert_with(|| Draft::new(&chance())).apply(action));
        self.save();
        done.unwrap_or(Ok(Outcome::Done))
    }

    /// Keeps the draft for as long as the page is open, and the codes that count by the page's
    /// rule.
    pub fn save(self) {
        let codes = self.counted.with_untracked(|counted| {
            let codes = counted.sum.tallies.iter().filter_map(|tally| tally.code());
            codes.collect::<Vec<_>>().join("\n")
        });
        let draft = self.draft.with_untracked(|draft| draft.as_ref().map(Draft::to_json));
        let codes = ("codes", Json::from(codes));
        let fixed = self.fixed();
        let run = Json::object([("draft", draft.into()), codes.clone()]);
        fixed.host.keep(&json::write(&run));
        let kept = self.slot.with_value(|slot| slot.save(Json::object([codes]))).is_ok();
        if self.not_kept.get_untracked() == kept {
            self.not_kept.set(!kept);
            if !kept {
                fixed.emit("adil-storage", [("kept", false.into())], false);
            }
        }
    }

    /// Forgets everything.
    pub fn wipe(self) {
        self.slot.with_value(Slot::clear);
        self.fixed().host.keep("");
        self.aim(0, "suggestions");
        self.counted.set(Count::default());
        self.news.set(None);
        self.draft.set(None);
        self.said.say(&self.text("forgotten"));
    }

    /// Why something was refused, in words.
    pub fn why(self, refusal: Refusal) -> String {
        let fixed = self.fixed();
        match refusal {
            Refusal::Empty => fixed.text("clause_blank"),
            Refusal::Full => fixed.text("most_eight"),
            Refusal::Long(n) => {
                let (n, most) = (fixed.number(n), fixed.number(MOST_CHARACTERS));
                fixed.texts.fill("clause_long", &[("n", &n), ("most", &most)])
            }
        }
    }

    /// Says why the words of a field were refused, and leads back to the field. It names the
    /// refusal as its description, which is read with it when it gets focus.
    pub fn refuse(self, field: &HtmlElement, why: &str) {
        if field.matches(":focus").unwrap_or(false) {
            self.said.say(why);
        }
        _ = field.focus();
    }

    /// Says where a promise stands now. What gets focus then has its text.
    pub fn say_place(self, place: usize) {
        self.said.say(&self.place(place));
    }

    /// Says where a new promise stands, and its text.
    pub fn say_added(self, key: u32, place: usize) {
        let text = self.draft.with_untracked(|draft| Some(draft.as_ref()?.get(key)?.text.clone()));
        self.said.say(&[&self.place(place), ": ", &text.unwrap_or_default()].concat());
    }

    /// A place among the promises, in words.
    fn place(self, place: usize) -> String {
        let fixed = self.fixed();
        let total = untrack(|| self.read(|draft| draft.clauses.len())).unwrap_or_default();
        let (n, total) = (fixed.number(place + 1), fixed.number(total));
        fixed.texts.fill("clause_n_of", &[("n", &n), ("total", &total)])
    }

    /// Where focus goes once the screen has followed: a thing of a promise, or of key 0.
    pub fn aim(self, key: u32, thing: &'static str) {
        self.aim.set_value(Some((key, thing)));
    }

    /// Takes focus if it is meant for this; a part that is folded opens.
    pub fn aimed(self, thing: El, key: u32, name: &'static str) -> El {
        if self.aim.get_value() != Some((key, name)) {
            return thing;
        }
        self.aim.set_value(None);
        shown(thing).focus_soon()
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
                self.said.say(&self.why(refusal));
                refused.set(Some(self.why(refusal)));
            }
        };
        let button = move || {
            refused.set(None);
            let there = removal.get().is_some();
            let button = || plain_push("quiet", self.fixed().words("undo"), press);
            there.then(|| self.aimed(button(), 0, name))
        };
        el("div").attr("class", "undo").child((
            follow(button),
            follow(move || refused.get().map(|why| part("p", "refusal").child(why))),
        ))
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

/// Four letters or digits by chance, for the name of a file.
fn chance() -> String {
    const SIGNS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let sign = |_| char::from(SIGNS[(js_sys::Math::random() * 32.0) as usize % 32]);
    (0..4).map(sign).collect()
}
