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
        attribute("heading-level", "1 to 6", "2", "The level of the widget's own heading."),
        attribute(
            "theme",
            "light | dark | auto",
            "auto",
            "Auto is as the page, else as the system.",
        ),
        attribute("seed", "number", "by chance", "Sets the order of items and options."),
        attribute("pick", "number", "all", "How many items to pick by chance."),
        attribute("shuffle", "boolean", "false", "Shuffles items and options."),
        attribute("tries", "number", "that of the file", "How often one item may be checked."),
        attribute("time-limit", "minutes", "none", "A visible timer; never for primary school."),
        attribute("allow-pause", "boolean", "that of the file", "Whether the time may be stopped."),
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
            "The run is over; `scaled` is in whole percent, as it is shown.",
        ),
        event("adil-storage", "Run & { kept: boolean }", "The browser refused to keep answers."),
        event("adil-error", "{ code: string; message: string }", "The widget could not run."),
    ],
    slots: &[
        named("", "Shown until the widget is ready, and when it cannot run."),
        named("logo", "Beside the title."),
        named("footer", "Below the quiz."),
        named("icon-hint", "In place of the bulb."),
        named("icon-flag", "In place of the flag."),
        named("icon-read-aloud", "In place of the loudspeaker."),
        named("icon-time", "In place of the clock."),
    ],
    parts: &[
        named("base", "The whole card."),
        named("head", "The title and the tools beside it."),
        named("title", "The title."),
        named("icon-button", "A tool with a sign: hint, flag, read aloud; also pressed."),
        named("progress", "How far the run is."),
        named("count", "\"Question 3 of 8\"."),
        named("intro", "The first screen."),
        named("item", "A question with all that belongs to it."),
        named("question", "Stem and answer."),
        named("stem", "The question or task."),
        named("task", "What there is to do: \"Choose one answer\"."),
        named("options", "The list of options."),
        named("option", "One option; also chosen, pressed, waiting, right, partly, wrong, answer."),
        named("picture", "A picture of the content."),
        named("card", "A card to sort; also right, wrong."),
        named("group", "A group that a card may be put into; also chosen."),
        named("fill", "A text with blanks."),
        named("blank", "A field; also right, partly, wrong."),
        named("scale", "A scale."),
        named("feedback", "All that is said after checking."),
        named("verdict", "How right an answer is; also right, partly, wrong, unsure, open."),
        named("note", "One text of the feedback; also right, partly, wrong, unsure, open, why."),
        named("note-text", "Its words."),
        named("because", "Why a card belongs where it does."),
        named("hint", "A hint."),
        named("heading", "The heading of a screen in the place of an item, and of the result."),
        named("timer", "The time that is left."),
        named("step", "One step of the bar; also done, now."),
        named("scale-step", "One step of a scale; also chosen."),
        named("overview", "The questions of a test, to go to."),
        named("jump", "One of them; also answered, flagged, now."),
        named("key", "The number beside an option."),
        named("words", "What an option, a card or a group says."),
        named("mark", "The sign for right or not."),
        named("partner", "The match of a card, below it."),
        named("pair", "A card with its match; also right, wrong."),
        named("unit", "The unit behind a field."),
        named("end", "What an end of a scale means."),
        named("solution", "The right order, after checking."),
        named("sources", "What an explanation rests on."),
        named("before", "The pledge that is remembered first."),
        named("confirm", "What is asked before a run with open items ends."),
        named("paused", "What stands in the place of an item while the time stands still."),
        named("foot", "The buttons below."),
        named("go", "The main button; also disabled."),
        named("quiet", "Any other button; also chosen."),
        named("try-again", "The button for another try."),
        named("notice", "A word about keeping answers."),
        named("result", "The result."),
        named("score", "Points and percent."),
        named("stars", "Stars for primary school."),
        named("band", "The result in words."),
        named("star", "One of them; also on, off."),
        named("passed", "The sentence of who passed."),
        named("not-passed", "The sentence of who did not."),
        named("review", "All answers once more."),
        named("reviewed", "One of them; also right, partly, wrong, unsure, open."),
        named("summary", "The line that unfolds why."),
        named("paper", "One version on paper."),
        named("answer-key", "Its right answers."),
        named("error", "What is shown when the widget cannot run."),
        named("retry", "The button to try again."),
    ],
    css_properties: &[],
    states: &[
        named("loading", "The bundle is on its way."),
        named("ready", "The widget runs."),
        named("error", "The widget cannot run."),
        named("started", "A learner gave an answer."),
        named("checked", "The shown item is checked."),
        named("complete", "The run is over."),
    ],
};
