use adil::content::{Localized, Rich};
use adil::ui::rich;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{context, place};

#[track_caller]
fn check(text: &Rich, expected: &str) {
    let element = place();
    rich(&context("en"), &element, text);
    assert_eq!(element.inner_html(), expected);
    element.remove();
}

#[wasm_bindgen_test]
fn the_syntax_becomes_nodes() {
    check(&Rich::plain("a **b** x^2^\nc"), "<p>a <strong>b</strong> x<sup>2</sup><br>c</p>");
    check(
        &Rich::plain("[law](../law.html)"),
        "<p><a href=\"https://school.test/law.html\" target=\"_blank\" rel=\"noopener noreferrer\">law</a></p>",
    );
    check(&Rich::plain("- a\n- b"), "<ul><li>a</li><li>b</li></ul>");
    check(&Rich::plain("3. a\n4. b"), "<ol start=\"3\"><li>a</li><li>b</li></ol>");
    check(&Rich::plain("3. May"), "<p>3. May</p>");
}

#[wasm_bindgen_test]
fn markup_in_the_syntax_shows_as_text() {
    check(
        &Rich::plain("<img src=x onerror=alert(1)>"),
        "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    );
    check(&Rich::plain("[a](javascript:alert(1))"), "<p>[a](javascript:alert(1))</p>");
}

#[wasm_bindgen_test]
fn html_keeps_only_what_is_allowed() {
    let html = |text: &str| Rich::Html(Localized::plain(text));
    check(&html("<p onclick='x()'>a<script>x()</script></p>"), "<p>a</p>");
    check(&html("<a href='data:text/html,x'>a</a>"), "<a>a</a>");
    check(&html("<a href='vbscript:x'>a</a><iframe src='/'></iframe>"), "<a>a</a>");
    check(&html("<math><mi>x</mi></math>"), "<math><mi>x</mi></math>");
}

#[wasm_bindgen_test]
fn text_in_another_language_says_so() {
    let element = place();
    rich(&context("kk"), &element, &Rich::plain("Yes"));
    assert_eq!(element.get_attribute("lang").as_deref(), Some("en"));
    assert_eq!(element.get_attribute("dir").as_deref(), Some("ltr"));
    element.remove();
}

/// An Arabic text that begins with a Latin word was laid out from left to right.
#[wasm_bindgen_test]
fn a_text_runs_as_its_language_does_and_by_its_letters_only_where_nobody_knows() {
    for (original, page, expected) in [
        ("ar", "en", ["rtl", "ar"]),
        ("kk-Latn", "ar", ["ltr", "kk-Latn"]),
        ("", "de", ["auto", "de"]),
    ] {
        let element = place();
        let context = adil::ui::RichContext { original: original.into(), ..context(page) };
        rich(&context, &element, &Rich::plain("HTML هي لغة."));
        let found = ["dir", "lang"].map(|name| element.get_attribute(name).unwrap_or_default());
        assert_eq!(found, expected);
        element.remove();
    }
}
