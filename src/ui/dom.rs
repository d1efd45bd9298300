//! Elements of the page, made at once and kept up to date by Leptos effects.
//!
//! Leptos' own views have a type of their own for every element with its attributes and
//! children. That is fast to update and large to download: the quiz written so measured 157 kB
//! brotli. Here every element is one type, and every closure is boxed; signals, effects and
//! owners stay Leptos'.
//!
//! Whatever is made here belongs to the owner that is current: when a part that is a closure is made
//! anew or the widget is unmounted, its effects and listeners end.

use std::cell::RefCell;

use leptos::prelude::{on_cleanup, untrack};
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::owner::Owner;
use leptos::tachys::view::{Mountable, Render};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, Event, HtmlElement, Node};

/// An element under construction.
#[derive(Clone)]
pub struct El(Element);

/// What an attribute is set to.
pub enum Value {
    /// The attribute is not there.
    Gone,
    /// The attribute is there, with this text.
    Text(String),
}

impl From<bool> for Value {
    fn from(there: bool) -> Value {
        if there { Value::Text(String::new()) } else { Value::Gone }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Gone, Into::into)
    }
}

/// What an attribute can be set to: text once, or a closure whose value it keeps.
pub trait AttributeValue {
    /// Sets the attribute of an element, now and whenever a signal that was read has changed.
    fn set_on(self, element: &Element, name: &'static str);
}

impl AttributeValue for &str {
    fn set_on(self, element: &Element, name: &'static str) {
        set(element, name, &Value::Text(self.to_owned()));
    }
}

impl AttributeValue for &String {
    fn set_on(self, element: &Element, name: &'static str) {
        self.as_str().set_on(element, name);
    }
}

impl<V: Into<Value>, F: Fn() -> V + 'static> AttributeValue for F {
    fn set_on(self, element: &Element, name: &'static str) {
        keep(element, name, Box::new(move || self().into()));
    }
}

fn keep(element: &Element, name: &'static str, value: Box<dyn Fn() -> Value>) {
    let element = element.clone();
    effect(Box::new(move || set(&element, name, &value())));
}

fn document() -> Document {
    #[expect(clippy::expect_used, reason = "a widget is only mounted in a page")]
    web_sys::window().and_then(|window| window.document()).expect("a page has a document")
}

/// An HTML element.
///
/// # Panics
/// When the tag is no name for an element; tags are our own words.
pub fn el(tag: &str) -> El {
    #[expect(clippy::expect_used, reason = "tags are our own words")]
    El(document().create_element(tag).expect("a tag is a name"))
}

/// An element with a class and the part of the same name.
pub fn part(tag: &str, name: &str) -> El {
    el(tag).attr("class", name).attr("part", name)
}

/// An SVG element.
///
/// # Panics
/// As [`el`].
pub fn svg(tag: &str) -> El {
    #[expect(clippy::expect_used, reason = "tags are our own words")]
    El(document()
        .create_element_ns(Some("http://www.w3.org/2000/svg"), tag)
        .expect("a tag is a name"))
}

impl El {
    /// Sets an attribute, or keeps it up to date where the value is a closure. Never for author
    /// text in `href`, `src` or a handler.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl AttributeValue) -> El {
        value.set_on(&self.0, name);
        self
    }

    /// Says the state of a part once, see [`El::stated`].
    #[must_use]
    pub fn state(self, part: &str, state: &str) -> El {
        set_state(&self.0, part, state);
        self
    }

    /// Keeps the state of a part up to date: in `data-state` for our styles, and as a further part
    /// for those of pages, which cannot ask for attributes of a part.
    #[must_use]
    pub fn stated(self, part: &'static str, state: impl Fn() -> &'static str + 'static) -> El {
        let element = self.0.clone();
        effect(Box::new(move || set_state(&element, part, state())));
        self
    }

    /// Keeps a custom property of its style up to date: a page's policy may forbid the attribute
    /// `style`, and never this.
    #[must_use]
    pub fn live_style(self, name: &'static str, value: impl Fn() -> String + 'static) -> El {
        let element = self.0.clone();
        effect(Box::new(move || set_style(&element, name, &value())));
        self
    }

    /// Keeps a property, such as `checked` or `value`, up to date.
    #[must_use]
    pub fn prop<V: Into<wasm_bindgen::JsValue>>(
        self,
        name: &'static str,
        value: impl Fn() -> V + 'static,
    ) -> El {
        self.property(name, Box::new(move || value().into()))
    }

    fn property(self, name: &'static str, value: Box<dyn Fn() -> wasm_bindgen::JsValue>) -> El {
        let element = self.0.clone();
        effect(Box::new(move || {
            let (name, value) = (name.into(), value());
            // Writing the value that a field has already would move its caret.
            if js_sys::Reflect::get(&element, &name).ok().as_ref() != Some(&value) {
                _ = js_sys::Reflect::set(&element, &name, &value);
            }
        }));
        self
    }

    /// Listens to an event for as long as the element is part of the view.
    #[must_use]
    pub fn on(self, event: &'static str, act: impl Fn(Event) + 'static) -> El {
        listen(&self.0, event, Box::new(move |event| untrack(|| act(event))));
        self
    }

    /// An element that somebody else made.
    pub fn of(element: Element) -> El {
        El(element)
    }

    /// Adds children.
    #[must_use]
    pub fn child(self, child: impl Child) -> El {
        child.add_to(&self.0);
        self
    }

    /// The element itself.
    pub fn element(&self) -> Element {
        self.0.clone()
    }

    /// Does something with the element itself.
    #[must_use]
    pub fn with(self, act: impl FnOnce(&Element)) -> El {
        act(&self.0);
        self
    }

    /// Moves focus here once the element stands in the page: not a frame later, as a key that is
    /// pressed in between would be lost, and as a hidden tab has no frames.
    #[must_use]
    pub fn focus_soon(self) -> El {
        let element = self.0.clone();
        // Effects run in such tasks already; a plain microtask cost 265 bytes more.
        wasm_bindgen_futures::spawn_local(async move {
            focus(&element);
        });
        self
    }
}

/// Moves focus to an element. Firefox leaves it where it was when what was hidden until now has
/// no layout yet; asking for a place makes one.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        _ = element.offset_top();
        _ = element.focus();
    }
}

fn set(element: &Element, name: &str, value: &Value) {
    // Names are our own, so the browser has nothing to refuse.
    _ = match value {
        Value::Gone => element.remove_attribute(name),
        Value::Text(text) => element.set_attribute(name, text),
    };
}

pub(super) fn set_state(element: &Element, part: &str, state: &str) {
    set(element, "data-state", &state.into());
    set(element, "part", &[part, " ", state].concat().trim_end().into());
}

/// Sets a property of an element's style.
pub fn set_style(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Names are our own, and a value that is none changes nothing.
        _ = element.style().set_property(name, value);
    }
}

/// Runs at once, and again whenever a signal that it read has changed.
pub fn effect(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| act());
    on_cleanup(move || drop(effect));
}

/// Listens to an event of anything, until the current owner ends.
pub fn listen(target: &web_sys::EventTarget, event: &'static str, act: Box<dyn Fn(Event)>) {
    listen_in(target, event, false, act);
}

/// As [`listen`]; before what is inside the target hears of it, if that is wanted.
fn listen_in(
    target: &web_sys::EventTarget,
    event: &'static str,
    first: bool,
    act: Box<dyn Fn(Event)>,
) {
    let closure = Closure::<dyn Fn(Event)>::wrap(act);
    let call = closure.as_ref().unchecked_ref();
    _ = target.add_event_listener_with_callback_and_bool(event, call, first);
    let kept = SendWrapper::new((target.clone(), closure));
    on_cleanup(move || {
        let (target, closure) = &*kept;
        let call = closure.as_ref().unchecked_ref();
        _ = target.remove_event_listener_with_callback_and_bool(event, call, first);
    });
}

/// Lets the second press of a double click count only on the button that the first one met: what
/// that one brought may lie below the pointer by then, and nobody has read it.
#[must_use]
pub fn ignore_second_presses(frame: El) -> El {
    let met = RefCell::new(None::<Element>);
    let act = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("button").ok().flatten());
        let is_second = event.dyn_ref::<web_sys::PointerEvent>().is_some_and(|press| {
            // A screen takes two quick taps for one double tap, also where both are meant.
            press.detail() > 1 && press.pointer_type() != "touch"
        });
        if !is_second {
            met.replace(button);
        } else if *met.borrow() != button {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    };
    listen_in(&frame.0, "click", true, Box::new(act));
    frame
}

/// Does something once after some milliseconds, unless the current owner has ended by then.
pub fn after(milliseconds: u32, act: impl FnOnce() + 'static) {
    hold(gloo_timers::callback::Timeout::new(milliseconds, act));
}

/// Does something again and again, until the current owner ends.
pub fn every(milliseconds: u32, act: impl FnMut() + 'static) {
    hold(gloo_timers::callback::Interval::new(milliseconds, act));
}

fn hold<T: 'static>(timer: T) {
    let timer = SendWrapper::new(timer);
    on_cleanup(move || drop(timer));
}

/// What can stand inside an element.
pub trait Child {
    /// Adds it at the end.
    fn add_to(self, parent: &Node);
}

fn append(parent: &Node, child: &Node) {
    // Appending a new node to our own element cannot fail.
    _ = parent.append_child(child);
}

impl Child for El {
    fn add_to(self, parent: &Node) {
        append(parent, &self.0);
    }
}

impl Child for &str {
    fn add_to(self, parent: &Node) {
        append(parent, &document().create_text_node(self));
    }
}

impl Child for String {
    fn add_to(self, parent: &Node) {
        self.as_str().add_to(parent);
    }
}

impl Child for () {
    fn add_to(self, _: &Node) {}
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, parent: &Node) {
        if let Some(child) = self {
            child.add_to(parent);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, parent: &Node) {
        for child in self {
            child.add_to(parent);
        }
    }
}

/// Children of different kinds as one.
pub struct Pieces(web_sys::DocumentFragment);

/// Makes one thing of any children.
pub fn pieces(children: impl Child) -> Pieces {
    let pieces = document().create_document_fragment();
    children.add_to(&pieces);
    Pieces(pieces)
}

impl Child for Pieces {
    fn add_to(self, parent: &Node) {
        append(parent, &self.0);
    }
}

macro_rules! tuples {
    ($($($name:ident)+,)+) => {$(
        impl<$($name: Child),+> Child for ($($name,)+) {
            #[expect(non_snake_case)]
            fn add_to(self, parent: &Node) {
                let ($($name,)+) = self;
                $( $name.add_to(parent); )+
            }
        }
    )+};
}

tuples!(A B, A B C, A B C D, A B C D E, A B C D E F, A B C D E F G, A B C D E F G H,);

/// A part of the page that is made anew whenever a signal that it read has changed.
struct Live(Box<dyn Fn(&Node)>);

impl<C: Child, F: Fn() -> C + 'static> Child for F {
    fn add_to(self, parent: &Node) {
        Live(Box::new(move |parent| self().add_to(parent))).add_to(parent);
    }
}

impl Child for Live {
    fn add_to(self, parent: &Node) {
        // Two empty texts mark where the part begins and ends.
        let (start, end) = (document().create_text_node(""), document().create_text_node(""));
        append(parent, &start);
        append(parent, &end);
        let make = self.0;
        effect(Box::new(move || {
            while let Some(old) = start.next_sibling().filter(|node| !node.is_same_node(Some(&end)))
            {
                let Some(parent) = old.parent_node() else { break };
                _ = parent.remove_child(&old);
            }
            let fresh = document().create_document_fragment();
            make(&fresh);
            if let Some(parent) = end.parent_node() {
                _ = parent.insert_before(&fresh, Some(&end));
            }
        }));
    }
}

/// A whole view, as Leptos mounts it.
pub struct Built(pub El);

impl Render for Built {
    type State = BuiltState;

    fn build(self) -> BuiltState {
        BuiltState(self.0.0)
    }

    fn rebuild(self, state: &mut BuiltState) {
        _ = state.0.replace_with_with_node_1(&self.0.0);
        state.0 = self.0.0;
    }
}

/// A whole view in the page.
pub struct BuiltState(Element);

impl Mountable for BuiltState {
    fn unmount(&mut self) {
        self.0.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        _ = parent.insert_before(&self.0, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.parent_element().is_some_and(|parent| {
            child.mount(&parent, Some(&self.0));
            true
        })
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.0.clone()]
    }
}

/// Mounts a view into an element, with an owner of its own that ends with the handle.
pub fn mount(root: &Element, view: impl FnOnce() -> El + 'static) -> impl Sized + 'static {
    let owner = Owner::new_root(None);
    let view: Box<dyn FnOnce() -> El> = Box::new(view);
    let handle = owner.with(|| leptos::mount::mount_to_renderer(root, move || Built(view())));
    Handle { _view: handle, owner }
}

/// Adds a style sheet to the shadow root that an element will stand in.
pub fn adopt_styles(root: &Element, css: &str) {
    let sheet = web_sys::CssStyleSheet::new().ok();
    let shadow = root.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok();
    if let Some((sheet, shadow)) = sheet.zip(shadow)
        && sheet.replace_sync(css).is_ok()
    {
        let sheets = shadow.adopted_style_sheets().concat(&js_sys::Array::of1(&sheet));
        shadow.set_adopted_style_sheets(&sheets);
    }
}

/// The same for an element that is just being made, before it is painted.
pub fn adopt_styles_soon(element: &Element, css: &'static str) {
    let element = element.clone();
    wasm_bindgen_futures::spawn_local(async move { adopt_styles(&element, css) });
}

struct Handle {
    _view: leptos::mount::UnmountHandle<BuiltState>,
    owner: Owner,
}

impl Drop for Handle {
    fn drop(&mut self) {
        // Ends effects, timers and listeners even while something still holds a clone.
        self.owner.cleanup();
    }
}
