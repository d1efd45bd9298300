//! What pages can rely on. Manifest, types and the README's tables are made from this.

use adil::embed::{Attribute, Event, Named, Spec};

const fn attribute(
    name: &'static str,
    takes: &'static str,
    default: &'static str,
    about: &'static str,
) -> Attribute {
    Attribute { name, takes, default, about }
}

const fn event(name: &'static str, detail: &'static str, about: &'static str) -> Event {
    Event { name, detail, cancelable: false, about }
}

const fn named(name: &'static str, about: &'static str) -> Named {
    Named { name, about }
}

/// The element `<adil-story>`.
pub const SPEC: Spec = Spec {
    tag: "adil-story",
    class: "AdilStory",
    summary: "A decision game from a content file.",
    attributes: &[
        attribute("src", "address", "", "The content file, relative to the page."),
        attribute("lang", "language tag", "that of the page", "The language: en, ru, kk or ar."),
        attribute("mode", "learn", "learn", "How it is used."),
        attribute(
            "level",
            "primary-1 | primary-2 | secondary | tertiary | staff",
            "that of the file",
            "For whom: sets type size, targets, register.",
        ),
        attribute("storage", "none | session | device", "session", "Where the run is kept."),
        attribute("heading-level", "1 to 6", "2", "The level of the widget's own heading."),
        attribute(
            "theme",
            "light | dark | auto",
            "auto",
            "Auto is as the page, else as the system.",
        ),
    ],
    properties: &[attribute(
        "content",
        "object | string",
        "",
        "The content itself, instead of src.",
    )],
    events: &[
        event("adil-ready", "Run & { scenes: number }", "The first screen is there."),
        event("adil-start", "Run & { scenes: number }", "A learner began."),
        event(
            "adil-choice",
            "Run & { sceneId: string; choiceId: string }",
            "A learner chose. In scenes that only lead on, `choiceId` is empty.",
        ),
        event("adil-progress", "Run & { done: number; total: number }", "More scenes were seen."),
        event(
            "adil-complete",
            "Run & { endingId: string; steps: number }",
            "An ending is reached.",
        ),
        event("adil-storage", "Run & { kept: boolean }", "The browser refused to keep the way."),
        event("adil-error", "{ code: string; message: string }", "The widget could not run."),
    ],
    slots: &[
        named("", "Shown until the widget is ready, and when it cannot run."),
        named("logo", "Beside the title."),
        named("footer", "Below the story."),
    ],
    parts: &[
        named("base", "The whole card."),
        named("head", "The title and what stands beside it."),
        named("title", "The title."),
        named("values", "What choices change."),
        named("value", "One of them, with a bar."),
        named("notice", "What has to be known about keeping the way."),
        named("scene", "A scene, what follows a choice, or an ending."),
        named("heading", "Its heading."),
        named("picture", "A picture."),
        named("speaker", "Who speaks."),
        named("text", "What happens."),
        named("options", "The choices."),
        named("option", "One of them."),
        named("feedback", "What follows from a choice."),
        named("reflect", "What an ending asks."),
        named("map", "The way so far, folded."),
        named("place", "A place on it; also seen."),
        named("foot", "The ways on."),
        named("go", "The main button."),
        named("quiet", "The other buttons."),
        named("error", "What is shown when the widget cannot run."),
        named("retry", "The button to try again."),
    ],
    css_properties: &[],
    states: &[
        named("loading", "It loads."),
        named("ready", "It runs."),
        named("error", "It cannot run."),
        named("started", "A learner began."),
        named("complete", "An ending is reached."),
    ],
};
