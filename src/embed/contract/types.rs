//! The TypeScript declarations of an element.

use crate::embed::{Event, Spec};

/// Attributes that are no properties: every element has a method of that name.
pub(super) const METHODS: [&str; 1] = ["before"];

/// The declarations; `preamble` declares what the events' details name.
pub fn types(spec: &Spec, preamble: &str) -> String {
    let Spec { class, tag, .. } = spec;
    let mut types = format!("// Made from the element's SPEC; do not edit.\n\n{preamble}\n");
    types += &format!("export interface {class}EventMap {{\n");
    for event in spec.events {
        types += &format!("  /** {} */\n", about(event));
        types += &format!("  \"{}\": CustomEvent<{}>;\n", event.name, event.detail);
    }
    types += &format!("}}\n\nexport interface {class} extends HTMLElement {{\n");
    for a in spec.attributes.iter().filter(|a| a.name != "lang" && !METHODS.contains(&a.name)) {
        types += &format!("  /** {} */\n  {}: string | null;\n", a.about, camel(a.name));
    }
    for p in spec.properties {
        types += &format!("  /** {} */\n  {}: {};\n", p.about, p.name, p.takes);
    }
    for method in ["addEventListener", "removeEventListener"] {
        types += &listening(class, method);
    }
    types += &format!("}}\n\n{}\n", attribute_types(spec));
    types
        + &format!(
            "declare global {{\n  interface HTMLElementTagNameMap {{\n    \
             \"{tag}\": {class};\n  }}\n}}\n"
        )
}

/// A method that takes listeners: our own events first, then those of every element, which an
/// overload would otherwise hide.
fn listening(class: &str, method: &str) -> String {
    let options = match method {
        "addEventListener" => "AddEventListenerOptions",
        _ => "EventListenerOptions",
    };
    let mut types = String::new();
    for map in [&format!("{class}EventMap"), "HTMLElementEventMap"] {
        types += &format!(
            "  {method}<K extends keyof {map}>(\n    type: K,\n    \
             listener: (this: {class}, event: {map}[K]) => unknown,\n    \
             options?: boolean | {options},\n  ): void;\n"
        );
    }
    types
        + &format!(
            "  {method}(\n    type: string,\n    listener: EventListenerOrEventListenerObject,\n    \
             options?: boolean | {options},\n  ): void;\n"
        )
}

/// The attributes as templates of frameworks take them.
fn attribute_types(spec: &Spec) -> String {
    let class = spec.class;
    let mut types = format!(
        "/** What the tag takes in a template. */\nexport interface {class}Attributes {{\n"
    );
    for a in spec.attributes {
        let name = if a.name.contains('-') { format!("\"{}\"", a.name) } else { a.name.to_owned() };
        types += &format!("  /** {} */\n  {name}?: {} | undefined;\n", a.about, taken(a.takes));
    }
    for p in spec.properties {
        types += &format!("  /** {} */\n  {}?: {} | undefined;\n", p.about, p.name, p.takes);
    }
    types + "}\n"
}

/// The TypeScript type of what an attribute takes.
fn taken(takes: &str) -> String {
    if takes.contains(" | ") {
        let words: Vec<String> = takes.split(" | ").map(|word| format!("\"{word}\"")).collect();
        return words.join(" | ");
    }
    match takes {
        "boolean" => "boolean | \"\"".to_owned(),
        "number" | "minutes" => "number | string".to_owned(),
        _ if takes.contains(" to ") => "number | string".to_owned(),
        _ => "string".to_owned(),
    }
}

/// A name with hyphens as a property has it.
pub(super) fn camel(name: &str) -> String {
    let mut parts = name.split('-');
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        camel.push_str(&part[..1].to_uppercase());
        camel.push_str(&part[1..]);
    }
    camel
}

/// When an event comes, and what stopping it does.
pub(super) fn about(event: &Event) -> String {
    let stop = if event.cancelable { " `preventDefault()` stops it." } else { "" };
    format!("{}{stop}", event.about)
}
