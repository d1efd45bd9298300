//! What a page can rely on.

use adil::embed::{Attribute, Event, Named, Spec};

pub const SPEC: Spec = Spec {
    tag: "adil-pledge",
    class: "AdilPledge",
    summary: "",
    attributes: &[],
    properties: &[],
    events: &[],
    slots: &[],
    parts: &[],
    css_properties: &[],
    states: &[],
};
