//! What pages can rely on. Manifest, types and the README's tables are made from this.

use adil::embed::{Attribute, Event, Named, Spec};

/// The element `<adil-story>`.
pub const SPEC: Spec = Spec {
    tag: "adil-story",
    class: "AdilStory",
    summary: "A decision game from a content file.",
    attributes: &[
        Attribute::new("src", "address", "", "The content file, relative to the page."),
        Attribute::new(
            "lang",
            "language tag",
            "that of the page",
            "The language: en, ru, kk or ar.",
        ),
        Attribute::new("mode", "learn", "learn", "How it is used."),
        Attribute::new(
            "level",
            "primary-1 | primary-2 | secondary | tertiary | staff",
            "that of the file",
            "For whom: sets type size, targets, register.",
        ),
        Attribute::new("storage", "none | session | device", "session", "Where the run is kept."),
        Attribute::new("heading-level", "1 to 6", "2", "The level of the widget's own heading."),
        Attribute::new(
            "theme",
            "light | dark | auto",
            "auto",
            "Auto is as the page, else as the system.",
        ),
    ],
    properties: &[Attribute::new(
        "content",
        "object | string",
        "",
        "The content itself, instead of src.",
    )],
    events: &[
        Event::new("adil-ready", "Run & { scenes: number }", "The first screen is there."),
        Event::new("adil-start", "Run & { scenes: number }", "A learner began."),
        Event::new(
            "adil-choice",
            "Run & { sceneId: string; choiceId: string }",
            "A learner chose. In scenes that only lead on, `choiceId` is empty.",
        ),
        Event::new(
            "adil-progress",
            "Run & { done: number; total: number }",
            "More scenes were seen.",
        ),
        Event::new(
            "adil-complete",
            "Run & { endingId: string; steps: number }",
            "An ending is reached.",
        ),
        Event::new(
            "adil-storage",
            "Run & { kept: boolean }",
            "The browser refused to keep the way.",
        ),
        Event::new("adil-error", "{ code: string; message: string }", "The widget could not run."),
    ],
    slots: &[
        Named::new("", "Shown until the widget is ready, and when it cannot run."),
        Named::new("logo", "Beside the title."),
        Named::new("footer", "Below the story."),
    ],
    parts: &[
        Named::new("base", "The whole card."),
        Named::new("head", "The title and what stands beside it."),
        Named::new("title", "The title."),
        Named::new("values", "What choices change."),
        Named::new("value", "One of them, with a bar."),
        Named::new("notice", "What has to be known about keeping the way."),
        Named::new("scene", "A scene, what follows a choice, or an ending."),
        Named::new("heading", "Its heading."),
        Named::new("picture", "A picture."),
        Named::new("speaker", "Who speaks."),
        Named::new("text", "What happens."),
        Named::new("options", "The choices."),
        Named::new("option", "One of them."),
        Named::new("feedback", "What follows from a choice."),
        Named::new("reflect", "What an ending asks."),
        Named::new("map", "The way so far, folded."),
        Named::new("place", "A place on it; also seen."),
        Named::new("foot", "The ways on."),
        Named::new("go", "The main button."),
        Named::new("quiet", "The other buttons."),
        Named::new("error", "What is shown when the widget cannot run."),
        Named::new("retry", "The button to try again."),
    ],
    css_properties: &[],
    states: &[
        Named::new("loading", "It loads."),
        Named::new("ready", "It runs."),
        Named::new("error", "It cannot run."),
        Named::new("started", "A learner began."),
        Named::new("complete", "An ending is reached."),
    ],
};
