//! What pages can rely on. Manifest, types and the README's tables are made from this.

use adil::embed::{Attribute, Event, Named, Spec, Token};

const fn team(name: &'static str, light: &'static str, dark: &'static str) -> Token {
    Token { name, light, dark, about: "The token of this team." }
}

/// The element `<adil-board>`.
pub const SPEC: Spec = Spec {
    tag: "adil-board",
    class: "AdilBoard",
    summary: "A game of teams with a host, from a content file: a board, a quest or a debate.",
    attributes: &[
        Attribute::new("src", "address", "", "The content file, relative to the page."),
        Attribute::new(
            "lang",
            "language tag",
            "that of the page",
            "The language: en, ru, kk or ar.",
        ),
        Attribute::new("mode", "play | projector", "play", "Whether it begins large, for a class."),
        Attribute::new(
            "level",
            "primary-1 | primary-2 | secondary | tertiary | staff",
            "that of the file",
            "For whom: sets type size, targets, register; children have no timers.",
        ),
        Attribute::new("storage", "none | session | device", "session", "Where the game is kept."),
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
        Event::new(
            "adil-ready",
            "Run & { kind: \"board\" | \"quest\" | \"debate\" }",
            "The first screen is there.",
        ),
        Event::new("adil-start", "Run & { teams: number }", "A game began."),
        Event::new(
            "adil-turn",
            "Run & { team: string; roll: number; from: number; to: number }",
            "A team rolled. `team` is the shape of its token.",
        ),
        Event::new(
            "adil-card",
            "Run & { deckId: string; cardId: string; verdict: \"good\" | \"partly\" | \"notYet\" }",
            "A card was answered.",
        ),
        Event::new(
            "adil-progress",
            "Run & { done: number; total: number }",
            "A quest or a debate went on.",
        ),
        Event::new("adil-complete", "Run & { moves: number }", "The game is over."),
        Event::new(
            "adil-storage",
            "Run & { kept: boolean }",
            "The browser refused to keep the game.",
        ),
        Event::new("adil-error", "{ code: string; message: string }", "The widget could not run."),
    ],
    slots: &[
        Named::new("", "Shown until the widget is ready, and when it cannot run."),
        Named::new("logo", "Beside the title."),
        Named::new("icon-time", "The sign of a clock."),
        Named::new("footer", "Below the game."),
    ],
    parts: &[
        Named::new("base", "The whole card."),
        Named::new("head", "The title and what stands beside it."),
        Named::new("title", "The title."),
        Named::new("minutes", "How much of the game's time is left."),
        Named::new("notice", "What has to be known about keeping the game."),
        Named::new("play", "The board, what is done, and how teams stand."),
        Named::new("setup", "What is set before a game."),
        Named::new("names", "The names of teams."),
        Named::new("stage", "What is done now."),
        Named::new("turn", "Whose turn it is."),
        Named::new("heading", "The heading of what is done."),
        Named::new("text", "Text."),
        Named::new("die", "What was rolled."),
        Named::new("face", "A number of a real die."),
        Named::new("card", "A card."),
        Named::new("picture", "A picture."),
        Named::new("options", "The answers of a card."),
        Named::new("option", "One of them."),
        Named::new("verdict", "A verdict of the host."),
        Named::new("outcome", "What came of a card."),
        Named::new("happened", "What moved, and why."),
        Named::new("clock", "A time that runs down; also runs, near, over."),
        Named::new("board", "The board."),
        Named::new("token", "The token of a team."),
        Named::new("teams", "How all teams stand."),
        Named::new("standing", "How one of them stands; also now."),
        Named::new("sheet", "The sheet of a jury."),
        Named::new("totals", "The table of all points."),
        Named::new("places", "Places, or hands before and after."),
        Named::new("plan", "The speeches of a debate."),
        Named::new("reflect", "What all are asked at the end."),
        Named::new("notes", "What is folded."),
        Named::new("tools", "What the host may do at any time."),
        Named::new("foot", "The ways on."),
        Named::new("go", "The main button."),
        Named::new("quiet", "The other buttons."),
        Named::new("error", "What is shown when the widget cannot run."),
        Named::new("retry", "The button to try again."),
    ],
    css_properties: &[
        team("--adil-team-circle", "#2f56c6", "#8fa8ff"),
        team("--adil-team-square", "#b3401a", "#ff9d75"),
        team("--adil-team-triangle", "#0f7048", "#66d6a4"),
        team("--adil-team-diamond", "#8a2c86", "#ee9be9"),
        team("--adil-team-star", "#7d5a00", "#f0c552"),
    ],
    states: &[
        Named::new("loading", "It loads."),
        Named::new("ready", "It runs."),
        Named::new("error", "It cannot run."),
        Named::new("started", "A game began."),
        Named::new("complete", "The game is over."),
    ],
};
