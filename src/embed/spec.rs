//! One description per element, from which manifest, types and README tables are made.

/// An attribute, and the property of the same name in camel case.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its name in kebab case.
    pub name: &'static str,
    /// What it takes: `text`, `number`, `address`, or words with `|` between them.
    pub takes: &'static str,
    /// What holds when it is missing.
    pub default: &'static str,
    /// What it does.
    pub about: &'static str,
}

/// An event that the element fires.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// The TypeScript type of its detail.
    pub detail: &'static str,
    /// Whether the page may stop what follows by `preventDefault()`.
    pub cancelable: bool,
    /// When it fires.
    pub about: &'static str,
}

/// A slot, part or state.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// Its name; empty for the default slot.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
}

/// A custom property that a page may set.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its name.
    pub name: &'static str,
    /// What holds where it is not set: a value, or words for what CSS works out.
    pub light: &'static str,
    /// The same on a dark ground; empty where that makes no difference.
    pub dark: &'static str,
    /// Where it acts.
    pub about: &'static str,
}

/// All that a page can rely on in one element.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The element's name.
    pub tag: &'static str,
    /// The class's name in `custom-elements.json` and the types.
    pub class: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// Its attributes.
    pub attributes: &'static [Attribute],
    /// Properties that are no attributes, with their TypeScript types as `takes`.
    pub properties: &'static [Attribute],
    /// Its events.
    pub events: &'static [Event],
    /// Its slots.
    pub slots: &'static [Named],
    /// Its `::part()`s.
    pub parts: &'static [Named],
    /// The custom properties that it alone reads, beside [`super::TOKENS`].
    pub css_properties: &'static [Token],
    /// Its `:state()`s.
    pub states: &'static [Named],
}

impl Spec {
    /// The names of its events alone: a bundle that lists them has none of the rest.
    pub const fn event_names<const COUNT: usize>(&self) -> [&'static str; COUNT] {
        let mut names = [""; COUNT];
        let mut n = 0;
        while n < COUNT {
            names[n] = self.events[n].name;
            n += 1;
        }
        names
    }
}

impl Attribute {
    /// An attribute: its name, what it takes, what holds without it, what it does.
    pub const fn new(
        name: &'static str,
        takes: &'static str,
        default: &'static str,
        about: &'static str,
    ) -> Attribute {
        Attribute { name, takes, default, about }
    }
}

impl Event {
    /// An event that the page cannot stop: its name, the type of its detail, when it fires.
    pub const fn new(name: &'static str, detail: &'static str, about: &'static str) -> Event {
        Event { name, detail, cancelable: false, about }
    }
}

impl Named {
    /// A slot, part or state: its name and what it is.
    pub const fn new(name: &'static str, about: &'static str) -> Named {
        Named { name, about }
    }
}

impl Token {
    /// A token that is the same on light and on dark ground: its name, its default, where it acts.
    pub const fn new(name: &'static str, default: &'static str, about: &'static str) -> Token {
        Token { name, light: default, dark: "", about }
    }
}
