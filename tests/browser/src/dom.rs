use std::cell::Cell;
use std::rc::Rc;

use adil::ui::{el, mount};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::place;

/// Effects run in a later task.
async fn tick() {
    leptos::task::tick().await;
}

#[wasm_bindgen_test]
async fn a_closure_is_made_anew_and_nothing_else() {
    let root = place();
    let count = RwSignal::new(1);
    let view = mount(&root, move || el("p").child(("a", move || count.get().to_string(), "b")));
    let first = root.first_child().unwrap();
    assert_eq!(root.text_content().as_deref(), Some("a1b"));
    count.set(2);
    tick().await;
    assert_eq!(root.text_content().as_deref(), Some("a2b"));
    assert!(root.first_child().unwrap().is_same_node(Some(&first)));
    drop(view);
    assert_eq!(root.child_element_count(), 0);
}

#[wasm_bindgen_test]
async fn effects_and_listeners_end_with_the_view() {
    let root = place();
    let runs = Rc::new(Cell::new(0));
    let presses = Rc::new(Cell::new(0));
    let signal = RwSignal::new(0);
    let (counted, pressed) = (Rc::clone(&runs), Rc::clone(&presses));
    let view = mount(&root, move || {
        el("button")
            .attr("title", move || {
                counted.set(counted.get() + 1);
                signal.get().to_string()
            })
            .on("click", move |_| pressed.set(pressed.get() + 1))
    });
    let button: web_sys::HtmlElement = root.first_element_child().unwrap().unchecked_into();
    button.click();
    signal.set(1);
    tick().await;
    assert_eq!((runs.get(), presses.get()), (2, 1));
    drop(view);
    button.click();
    signal.try_set(2);
    tick().await;
    assert_eq!((runs.get(), presses.get()), (2, 1));
}
