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

const PLEDGED: &str = "Run & { clauseIds: string[]; clauseCount: number; renewal: boolean }";

/// The element `<adil-pledge>`.
pub const SPEC: Spec = Spec {
    tag: "adil-pledge",
    class: "AdilPledge",
    summary: "An integrity pledge from a content file.",
    attributes: &[
        attribute("src", "address", "", "The content file, relative to the page."),
        attribute("lang", "language tag", "that of the page", "The language: en, ru, kk or ar."),
        attribute(
            "mode",
            "pledge | reminder | class | certificate | verify",
            "pledge",
            "A whole pledge, one clause just before the act, a class that writes and counts its own, \
             a certificate, or a check of receipts.",
        ),
        attribute(
            "level",
            "primary-1 | primary-2 | secondary | tertiary | staff",
            "that of the file",
            "For whom: sets type size, targets, register.",
        ),
        attribute("storage", "none | session | device", "session", "Where the pledge is kept."),
        attribute("heading-level", "1 to 6", "2", "The level of the widget's own heading."),
        attribute(
            "theme",
            "light | dark | auto",
            "auto",
            "Auto is as the page, else as the system.",
        ),
        attribute("beside", "language tag", "none", "A second language below the first."),
        attribute("required", "boolean", "false", "A form is valid only with a pledge."),
        attribute(
            "signature",
            "none | initials | first-name | class | drawn",
            "that of the file",
            "How a certificate is signed.",
        ),
        attribute("receipt", "JSON", "none", "The receipt that a certificate shows."),
    ],
    properties: &[attribute(
        "content",
        "object | string",
        "",
        "The content itself, instead of src.",
    )],
    events: &[
        event("adil-ready", "Run & { clauses: number }", "The first screen is there."),
        Event {
            name: "adil-before-pledge",
            detail: PLEDGED,
            cancelable: true,
            about: "The pledge is about to be made.",
        },
        event("adil-pledge", PLEDGED, "The pledge was made."),
        event("adil-withdraw", "Run", "The pledge was taken back."),
        event("adil-reminder-shown", "Run & { clauseId: string }", "A reminder is shown."),
        event("adil-remember", "Run & { clauseId: string }", "\"I remember\" was pressed."),
        event(
            "adil-export",
            "Run & { clauseCount: number }",
            "A class saved its pledge to a file.",
        ),
        event(
            "adil-tally",
            "Run & { count: number; codes: number }",
            "Codes of classes were added up.",
        ),
        event(
            "adil-certificate-made",
            "Run & { kind: \"print\" | \"picture\"; pages: number }",
            "A certificate was printed or saved as a picture.",
        ),
        event(
            "adil-verify",
            "Run & { result: \"ok\" | \"future\" | \"unsigned_ok\" | \"other_content\" | \
             \"other_text\" | \"changed\" | \"wrong_key\" | \"no_seal\" | \"newer\" | \
             \"other_credential\" | \"not_receipt\" | \"broken\" | \"too_large\" | \
             \"empty\" | \"several\" | \"no_crypto\" | \"no_suite\" }",
            "A receipt was checked.",
        ),
        event("adil-storage", "Run & { kept: boolean }", "The browser refused to keep the pledge."),
        event("adil-error", "{ code: string; message: string }", "The widget could not run."),
    ],
    slots: &[
        named("", "Shown until the widget is ready, and when it cannot run."),
        named("logo", "Beside the title."),
        named("footer", "Below the pledge."),
    ],
    parts: &[
        named("base", "The whole card."),
        named("head", "The title and the logo beside it."),
        named("title", "The title."),
        named("screen", "One screen."),
        named("heading", "A heading below the title."),
        named("lead", "What a pledge is, with all around it."),
        named("preface", "What a pledge is."),
        named("progress", "How far the way is."),
        named("steps", "The bar of the progress."),
        named("step", "One part of it; also done, now."),
        named("count", "\"Promise 3 of 6\", and other small print."),
        named("clause", "A clause with its picture."),
        named("clause-text", "The promise itself."),
        named("picture", "A picture of the content."),
        named("note", "An example."),
        named("note-text", "Its text."),
        named("lines", "The words of a promise, in one language or two."),
        named("question", "A question with its answers."),
        named("stem", "The question itself."),
        named("option", "A card to tick or choose; also chosen."),
        named("options", "Several of them."),
        named("key", "The box or circle of a card."),
        named("words", "The words of a card."),
        named("hold", "The button to hold; also holding, taken."),
        named("promises", "The clauses that were taken."),
        named("choices", "Two buttons of the same weight."),
        named("choice", "One of them; also promise, decline."),
        named("status", "A word about what was just done."),
        named("afterword", "Thanks."),
        named("receipt", "What the receipt proves, and the file."),
        named("certificate", "The certificate, which opens."),
        named("summary", "What opens a part that folds."),
        named("label", "The name of a field."),
        named("field", "A field to write or paste into; also invalid."),
        named("drop", "Where a receipt is dropped; also over."),
        named("paper", "A certificate as it is printed."),
        named("pad", "Where a signature is drawn."),
        named("finding", "What the check of a receipt found; also right, partly, wrong."),
        named("verdict", "It in one sentence."),
        named("facts", "What a receipt says of itself."),
        named("foot", "The buttons below."),
        named("go", "The main button; also disabled."),
        named("quiet", "Any other button."),
        named("fold", "A part of the class's screen."),
        named("line-text", "A promise of the class."),
        named("sign", "A button with a sign only; also disabled."),
        named("bar", "How many hands a promise has, beside the others."),
        named("refusal", "Why something was refused."),
        named("news", "What came of a file."),
        named("poster", "The class's pledge for the wall."),
        named("code", "The code of a class."),
        named("added", "A code that was added up; also right, wrong."),
        named("typed", "The code as it was typed."),
        named("total", "The sum of the codes."),
        named("notice", "A new quarter has begun."),
        named("error", "What is shown when the widget cannot run."),
        named("retry", "The button to try again."),
    ],
    css_properties: &[],
    states: &[
        named("loading", "The bundle is on its way."),
        named("ready", "The widget runs."),
        named("error", "The widget cannot run."),
        named("pledged", "A pledge was made."),
        named("remembered", "\"I remember\" was pressed."),
    ],
};
