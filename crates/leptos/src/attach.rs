//! What `adil.js` does for an element, done for any element of a Leptos app: a shadow root with a
//! slot for the fallback, the content, the view, and the panel where it cannot run.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use adil::host::{Mounted, Whole};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, HtmlElement, MutationObserver, MutationObserverInit, Response, ShadowRoot,
    ShadowRootInit, ShadowRootMode, Url,
};

use crate::content::Content;
use crate::host::{Held, Page, emit, make, say_state};
use crate::surroundings::{above, language, ours, scheme};

/// Why a widget does not stand.
struct Failure {
    code: String,
    message: String,
}

impl Failure {
    fn new(code: &str, message: String) -> Failure {
        Failure { code: code.to_owned(), message }
    }

    fn of(error: &JsValue) -> Failure {
        let error = error.dyn_ref::<js_sys::Error>();
        let code = error.map_or_else(|| "crash".to_owned(), |error| error.name().into());
        let message = error.map(|error| error.message().into()).unwrap_or_default();
        Failure { code, message }
    }
}

/// A widget that stands in an element, or will; it goes with this.
pub struct Attached(Rc<Widget>);

impl Drop for Attached {
    fn drop(&mut self) {
        self.0.end();
    }
}

type Wish = Box<dyn Fn(&str) -> Option<String>>;

struct Widget {
    whole: &'static Whole,
    element: Element,
    root: ShadowRoot,
    slot: HtmlElement,
    content: Box<dyn Fn() -> Content>,
    attribute: Wish,
    /// A style sheet of the app, after ours.
    styles: Box<dyn Fn() -> String>,
    kept: RefCell<String>,
    /// The mode of the view that was mounted last.
    mode: RefCell<Option<String>>,
    /// Counts starts, so that a late one knows that it is late.
    turn: Cell<u32>,
    shown: RefCell<Option<Shown>>,
    above: RefCell<Option<Above>>,
    children: RefCell<Vec<Attached>>,
}

/// What stands in the shadow root beside the slot.
struct Shown {
    node: Element,
    _view: Option<(Mounted, Held)>,
    _retry: Option<Closure<dyn Fn()>>,
}

/// Sees what changes above the element.
struct Above {
    observer: MutationObserver,
    _heard: Closure<dyn Fn()>,
}

thread_local! {
    /// The widgets that keep a run, and under which name.
    static NAMES: RefCell<Vec<(String, Element)>> = const { RefCell::new(Vec::new()) };
}

/// Lets a widget stand in an element. What `content`, `attribute` and `styles` give may change:
/// [`Attached::restart`] asks them again.
pub fn attach(
    element: &Element,
    whole: &'static Whole,
    content: impl Fn() -> Content + 'static,
    attribute: impl Fn(&str) -> Option<String> + 'static,
    styles: impl Fn() -> String + 'static,
) -> Option<Attached> {
    let root = match element.shadow_root() {
        Some(root) => root,
        None => element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?,
    };
    let page = element.owner_document()?;
    let slot = match root.query_selector("slot:not([name])").ok().flatten() {
        Some(slot) => slot,
        None => add(&root, page.create_element("slot").ok()?),
    };
    let widget = Rc::new(Widget {
        whole,
        element: element.clone(),
        root,
        slot: slot.dyn_into().ok()?,
        content: Box::new(content),
        attribute: Box::new(attribute),
        styles: Box::new(styles),
        kept: RefCell::default(),
        mode: RefCell::default(),
        turn: Cell::new(0),
        shown: RefCell::default(),
        above: RefCell::default(),
        children: RefCell::default(),
    });
    widget.watch();
    Some(Attached(widget))
}

impl Attached {
    /// Mounts it, or mounts it anew with what was answered so far.
    pub fn restart(&self) {
        self.0.start();
    }
}

impl Widget {
    fn start(self: &Rc<Self>) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        let weak = Rc::downgrade(self);
        let (content, element) = ((self.content)(), self.element.clone());
        if content == Content::None {
            return self.finish();
        }
        say_state(&element, "loading", true);
        spawn_local(async move {
            let read = read(&content, &element).await;
            let Some(widget) = weak.upgrade().filter(|widget| widget.turn.get() == turn) else {
                return;
            };
            say_state(&element, "loading", false);
            if let Err(failure) = read.and_then(|content| widget.mount(content)) {
                widget.fail(&failure);
            }
        });
    }

    fn end(&self) {
        self.turn.set(self.turn.get() + 1);
        self.finish();
        if let Some(above) = self.above.take() {
            above.observer.disconnect();
        }
        NAMES.with_borrow_mut(|names| names.retain(|(_, element)| *element != self.element));
    }

    fn finish(&self) {
        self.children.take();
        if let Some(shown) = self.shown.take() {
            shown.node.remove();
        }
        self.slot.set_hidden(false);
        say_state(&self.element, "ready", false);
        say_state(&self.element, "error", false);
    }

    fn mount(self: &Rc<Self>, content: [String; 3]) -> Result<(), Failure> {
        self.finish();
        let mode = (self.attribute)("mode").unwrap_or_default();
        // What a view of another mode has kept until now is not for this one.
        if self.mode.replace(Some(mode.clone())).is_some_and(|before| before != mode) {
            self.kept.take();
        }
        let lang = (self.attribute)("lang").unwrap_or_else(|| language(&self.element));
        let cannot = || Failure::new("crash", "the page makes no elements".into());
        let page = self.element.owner_document().ok_or_else(cannot)?;
        let node = page.create_element("div").map_err(|_| cannot())?;
        _ = node.set_attribute("data-scheme", &self.scheme());
        self.dress();
        add(&self.root, node.clone());
        let texts = self.whole.texts;
        let held = make(&self.element, self.page(content, &lang, texts(ours(&lang))));
        let mounted = (self.whole.mount)(&node, held.host(), &mode);
        let view = match mounted {
            Ok(view) => view,
            Err(error) => {
                node.remove();
                return Err(Failure::of(&error));
            }
        };
        self.shown.replace(Some(Shown { node, _view: Some((view, held)), _retry: None }));
        self.slot.set_hidden(true);
        say_state(&self.element, "ready", true);
        Ok(())
    }

    fn page(
        self: &Rc<Self>,
        content: [String; 3],
        lang: &str,
        texts: Option<&'static str>,
    ) -> Page {
        let weak = Rc::downgrade(self);
        let (twin, attribute, keep, child) = (weak.clone(), weak.clone(), weak.clone(), weak);
        Page {
            content,
            lang: lang.to_owned(),
            texts: texts.unwrap_or("{}"),
            kept: self.kept.borrow().clone(),
            twin: Rc::new(move |name| twin.upgrade().map_or(0.0, |widget| widget.twin(&name))),
            attribute: Rc::new(move |name| (attribute.upgrade()?.attribute)(&name)),
            keep: Rc::new(move |run| {
                if let Some(widget) = keep.upgrade() {
                    widget.kept.replace(run);
                }
            }),
            child: Rc::new(move |tag| inner(&child, &tag)),
        }
    }

    /// How many elements before this one keep their runs under the same name.
    fn twin(&self, name: &str) -> f64 {
        NAMES.with_borrow_mut(|names| {
            names.retain(|(_, element)| *element != self.element && element.is_connected());
            let before = |other: &Element| {
                let follows = web_sys::Node::DOCUMENT_POSITION_FOLLOWING;
                other.compare_document_position(&self.element) & follows != 0
            };
            let twins = names.iter().filter(|(other, at)| other == name && before(at)).count();
            names.push((name.to_owned(), self.element.clone()));
            twins as f64
        })
    }

    /// The fallback stays; below it the learner may try again, and the author reads what to mend.
    fn fail(self: &Rc<Self>, failure: &Failure) {
        self.finish();
        say_state(&self.element, "error", true);
        web_sys::console::error_1(
            &[self.whole.spec.tag, ": ", &failure.code, ": ", &failure.message].concat().into(),
        );
        if let Some(shown) = self.panel(failure) {
            _ = self.root.append_child(&shown.node);
            self.shown.replace(Some(shown));
        }
        let detail = adil::Json::object([
            ("code", failure.code.as_str().into()),
            ("message", failure.message.as_str().into()),
        ]);
        emit(&self.element, "adil-error", &adil::json::write(&detail), false);
    }

    fn panel(self: &Rc<Self>, failure: &Failure) -> Option<Shown> {
        let page = self.element.owner_document()?;
        let make = |tag: &str, part: &str, words: &str| {
            let made = page.create_element(tag).ok()?;
            _ = made.set_attribute("part", part);
            made.set_text_content(Some(words));
            Some(made)
        };
        let lang = ours(&language(&self.element));
        let (sorry, again) = sorry(lang);
        let weak = Rc::downgrade(self);
        let retry = Closure::<dyn Fn()>::new(move || {
            if let Some(widget) = weak.upgrade() {
                widget.start();
            }
        });
        let button = make("button", "retry", again)?;
        _ = button.set_attribute("type", "button");
        _ = button.add_event_listener_with_callback("click", retry.as_ref().unchecked_ref());
        let details = make("details", "", "")?;
        _ = add(&details, make("summary", "", &failure.code)?);
        _ = details.append_child(&page.create_text_node(&failure.message));
        let node = make("div", "error", "")?;
        for (name, value) in [("lang", lang), ("dir", "auto"), ("role", "alert")] {
            _ = node.set_attribute(name, value);
        }
        for child in [make("p", "", sorry)?, button, details] {
            _ = node.append_child(&child);
        }
        Some(Shown { node, _view: None, _retry: Some(retry) })
    }

    fn dress(&self) {
        let sheet = |css: &str| {
            let sheet = web_sys::CssStyleSheet::new().ok()?;
            sheet.replace_sync(css).ok().map(|()| sheet)
        };
        let ours = self.whole.styles.concat();
        let sheets: js_sys::Array =
            [ours, (self.styles)()].iter().filter_map(|css| sheet(css)).collect();
        self.root.set_adopted_style_sheets(&sheets);
    }

    fn scheme(&self) -> String {
        match (self.attribute)("theme").as_deref() {
            Some(theme @ ("light" | "dark")) => theme.to_owned(),
            _ => scheme(&self.element),
        }
    }

    /// Follows light and dark above: it may change by any attribute there.
    fn watch(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let heard = Closure::<dyn Fn()>::new(move || {
            if let Some(widget) = weak.upgrade()
                && let Some(shown) = &*widget.shown.borrow()
            {
                _ = shown.node.set_attribute("data-scheme", &widget.scheme());
            }
        });
        let Ok(observer) = MutationObserver::new(heard.as_ref().unchecked_ref()) else { return };
        let init = MutationObserverInit::new();
        init.set_attributes(true);
        for node in above(&self.element) {
            _ = observer.observe_with_options(&node, &init);
        }
        self.above.replace(Some(Above { observer, _heard: heard }));
    }
}

/// Adds an element at the end of a node; the element.
fn add(parent: &web_sys::Node, child: Element) -> Element {
    // Adding a new element cannot fail.
    _ = parent.append_child(&child);
    child
}

/// What learners read where a widget cannot run, and the button to try again.
fn sorry(lang: &str) -> (&'static str, &'static str) {
    match lang {
        "ru" => ("Не удалось запустить.", "Попробовать ещё раз"),
        "kk" => ("Ашылмады.", "Қайталап көру"),
        "ar" => ("تعذّر التشغيل.", "إعادة المحاولة"),
        _ => ("This could not start.", "Try again"),
    }
}

/// The text, the name and the address of a content file.
async fn read(content: &Content, element: &Element) -> Result<[String; 3], Failure> {
    let own = Reflect::get(element, &"baseURI".into()).ok().and_then(|base| base.as_string());
    let base = own.unwrap_or_default();
    match content {
        Content::Text(text) => {
            Ok(["content".into(), base, text.clone()]).map(|[name, base, text]| [text, name, base])
        }
        Content::None => Err(Failure::new("content-missing", "no content".into())),
        Content::Address(address) => {
            let failed = |cause: String| {
                Failure::new("content-load", [address, " could not be loaded: ", &cause].concat())
            };
            let url =
                Url::new_with_base(address, &base).map_err(|_| failed("no address".into()))?;
            let window = web_sys::window().ok_or_else(|| failed("no window".into()))?;
            let response = JsFuture::from(window.fetch_with_str(&url.href())).await;
            let response: Response = response
                .and_then(JsCast::dyn_into)
                .map_err(|error| failed(Failure::of(&error).message))?;
            if !response.ok() {
                return Err(failed(response.status().to_string()));
            }
            let text = match response.text() {
                Ok(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()),
                Err(_) => None,
            };
            let text = text.ok_or_else(|| failed("no text".into()))?;
            let path = url.pathname();
            let name = path.rsplit('/').next().unwrap_or_default().to_owned();
            Ok([text, name, url.href()])
        }
    }
}

/// A widget inside a widget. Where the page has the element, it looks after itself.
fn inner(parent: &Weak<Widget>, tag: &str) -> Element {
    let page = web_sys::window().and_then(|window| window.document());
    #[expect(clippy::expect_used, reason = "tags are our own words")]
    let element = page.and_then(|page| page.create_element(tag).ok()).expect("a tag is a name");
    // An element that the page defines has its shadow root already.
    if element.shadow_root().is_some() {
        return element;
    }
    let whole = match tag {
        "adil-quiz" => &adil_quiz::bundle::WHOLE,
        _ => &adil_pledge::bundle::WHOLE,
    };
    let (weak, made) = (parent.clone(), element.clone());
    // Its attributes and its content are set in this task, and then it stands in the page.
    spawn_local(async move {
        let (own, from) = (made.clone(), made.clone());
        let content = move || {
            let text = Reflect::get(&own, &"content".into()).ok().and_then(|text| text.as_string());
            let address = || own.get_attribute("src").map(Content::Address);
            text.map(Content::Text).or_else(address).unwrap_or_default()
        };
        let attribute = move |name: &str| from.get_attribute(name);
        if let Some(parent) = weak.upgrade()
            && let Some(attached) = attach(&made, whole, content, attribute, String::new)
        {
            attached.restart();
            parent.children.borrow_mut().push(attached);
        }
    });
    element
}
