//! What a page can rely on.

use adil::embed::Spec;

/// The element `<adil-quiz>`.
pub const SPEC: Spec = Spec {
    tag: "adil-quiz",
    class: "AdilQuiz",
    summary: "",
    attributes: &[],
    properties: &[],
    events: &[],
    slots: &[],
    parts: &[],
    css_properties: &[],
    states: &[],
};
