//! What a page can rely on.

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

/// The element `<adil-quiz>`.
pub const SPEC: Spec = Spec {
    tag: "adil-quiz",
    class: "AdilQuiz",
    summary: "A quiz from a content file.",
    attributes: &[
        attribute("src", "address", "", "The content file, relative to the page."),
        attribute("lang", "language tag", "that of the page", "The language: en, ru, kk or ar."),
        attribute("mode", "learn | test | class | print", "learn", "How the quiz is taken."),
        attribute(
            "level",
            "primary-1 | primary-2 | secondary | tertiary | staff",
            "that of the file",
            "For whom: sets type size, targets, register, tries.",
        ),
        attribute("storage", "none | session | device", "session", "Where answers are kept."),
        attribute("seed", "number", "by chance", "Sets the order of items and options."),
        attribute("pick", "number", "all", "How many items to pick by chance."),
        attribute("shuffle", "boolean", "false", "Shuffles items and options."),
        attribute("tries", "number", "that of the file", "How often one item may be checked."),
        attribute("time-limit", "minutes", "none", "A visible timer; never for primary school."),
        attribute("currency", "ISO 4217 code", "none", "How {money:…} is shown, such as KZT."),
        attribute("versions", "1 to 4", "1", "How many versions are printed."),
        attribute("before", "address", "none", "A pledge that is remembered before the start."),
    ],
    properties: &[attribute(
        "content",
        "object | string",
        "",
        "The content itself, instead of src.",
    )],
    events: &[
        event("adil-ready", "Run & { items: number }", "The first screen is there."),
        event(
            "adil-start",
            "Run & { items: number }",
            "A learner did something for the first time: started, answered, asked for a hint.",
        ),
        event(
            "adil-answer",
            "Run & { itemId: string; optionIds: string[]; verdict: Verdict; score: number; \
             tries: number; ms: number }",
            "An item was checked.",
        ),
        event("adil-hint", "Run & { itemId: string }", "A hint was shown."),
        event("adil-progress", "Run & { done: number; total: number }", "More items are done."),
        event(
            "adil-complete",
            "Run & { score: number; max: number; scaled: number | null; \
             passed: boolean | null; band: number | null; stars: number | null }",
            "The run is over.",
        ),
        event("adil-storage", "Run & { kept: boolean }", "The browser refused to keep answers."),
        event("adil-error", "{ code: string; message: string }", "The widget could not run."),
    ],
    slots: &[
        named("", "Shown until the widget is ready, and when it cannot run."),
        named("logo", "Beside the title."),
        named("footer", "Below the quiz."),
    ],
    parts: &[
        named("base", "The whole card."),
        named("head", "The title and the tools beside it."),
        named("title", "The title."),
        named("icon-button", "A tool with a sign: hint, flag, read aloud."),
        named("progress", "How far the run is."),
        named("count", "\"Question 3 of 8\"."),
        named("question", "Stem and answer."),
        named("stem", "The question or task."),
        named("task", "What there is to do: \"Choose one answer\"."),
        named("options", "The list of options."),
        named("option", "One option; also chosen, right, partly, wrong, answer."),
        named("picture", "A picture of the content."),
        named("card", "A card to sort."),
        named("group", "A button that puts a card into a group."),
        named("fill", "A text with blanks."),
        named("blank", "A field in it."),
        named("scale", "A scale."),
        named("feedback", "All that is said after checking."),
        named("verdict", "Right, partly right, not quite."),
        named("note", "One text of the feedback."),
        named("hint", "A hint."),
        named("before", "The pledge that is remembered first."),
        named("foot", "The buttons below."),
        named("go", "The main button."),
        named("quiet", "Any other button."),
        named("try-again", "The button for another try."),
        named("notice", "A word about keeping answers."),
        named("result", "The result."),
        named("score", "Points and percent."),
        named("stars", "Stars for primary school."),
        named("band", "The result in words."),
        named("review", "All answers once more."),
        named("error", "What is shown when the widget cannot run."),
        named("retry", "The button to try again."),
    ],
    css_properties: &[
        named("--adil-paper", "Background of the page around cards."),
        named("--adil-raised", "Background of cards."),
        named("--adil-ink", "Text."),
        named("--adil-soft", "Less important text."),
        named("--adil-line", "Borders."),
        named("--adil-edge", "Borders that have to be seen, as of fields."),
        named("--adil-accent", "Main button, chosen options, progress."),
        named("--adil-on-accent", "Text on the accent."),
        named("--adil-right", "Right."),
        named("--adil-partly", "Partly right."),
        named("--adil-wrong", "Not right."),
        named("--adil-focus", "The focus ring; the accent if not set."),
        named("--adil-radius", "Roundness of options."),
        named("--adil-space", "Space between parts."),
        named("--adil-shadow", "The card's shadow."),
        named("--adil-font", "Font family."),
        named("--adil-font-size", "Base size of type."),
        named("--adil-target", "Least height of what is pressed; keep at least 44px."),
        named("--adil-measure", "Longest line of a stem."),
    ],
    states: &[
        named("loading", "The bundle is on its way."),
        named("ready", "The widget runs."),
        named("error", "The widget cannot run."),
        named("started", "A learner gave an answer."),
        named("checked", "The shown item is checked."),
        named("complete", "The run is over."),
    ],
};
