//! An item of a quiz: its question, what there is to choose, and the answer folded away.

use adil::content::Localized;
use adil::json::number_text;
use adil_quiz::model::{
    BlankKind, ChoiceLabel, ChoiceOption, Choices, Fill, Item, ItemKind, Matching, Order, Pick,
    Scale,
};

use crate::node::{Node, el, text};
use crate::scribe::{Scribe, folded, line, list, table};

/// An item without a heading.
pub fn nodes(scribe: &Scribe, item: &Item) -> Vec<Node> {
    let basics = &item.basics;
    let mut nodes = scribe.picture(basics.picture.as_ref());
    nodes.extend(scribe.rich(&basics.stem));
    // On paper entries have boxes to number; here there are none.
    let task = match &item.kind {
        ItemKind::Order(_) => item.kind.task(),
        _ => item.kind.paper_task(),
    };
    if let Some(task) = task {
        nodes.push(line(scribe.quiz.get(task)));
    }
    nodes.extend(asked_and_answer(scribe, item).0);
    nodes.extend(folded_parts(scribe, item));
    nodes
}

/// What there is to do with an item, and the answer to it.
fn asked_and_answer(scribe: &Scribe, item: &Item) -> (Vec<Node>, Vec<Node>) {
    match &item.kind {
        ItemKind::Choices(choices) => choice(scribe, choices),
        ItemKind::Order(order) => entries(scribe, order),
        ItemKind::Matching(matching) => cards(scribe, matching),
        ItemKind::Fill(fill) => blanks(scribe, fill),
        ItemKind::Scale(scale) => (steps(scribe, scale), Vec::new()),
        ItemKind::Note(_) => (Vec::new(), Vec::new()),
    }
}

/// What is folded away below an item: its hints, and its answer.
pub fn folded_parts(scribe: &Scribe, item: &Item) -> Vec<Node> {
    let basics = &item.basics;
    let mut nodes = Vec::new();
    let (_, mut answer) = asked_and_answer(scribe, item);
    for hint in &basics.hints {
        nodes.push(folded(vec![text(scribe.quiz.get("hint"))], scribe.rich(hint)));
    }
    answer.extend(scribe.some(basics.explanation.as_ref()));
    if !answer.is_empty() {
        let is_scored = item.kind.is_scored();
        let summary = scribe.quiz.get(if is_scored { "right_answer" } else { "why" });
        nodes.push(folded(vec![text(summary)], answer));
    }
    nodes
}

/// What an option says.
pub fn label(scribe: &Scribe, option: &ChoiceOption) -> Vec<Node> {
    let word = |key| vec![text(scribe.quiz.get(key))];
    match &option.label {
        ChoiceLabel::Text(words) => scribe.short(words),
        ChoiceLabel::Yes => word("yes"),
        ChoiceLabel::No => word("no"),
        ChoiceLabel::Unsure => word("not_sure"),
    }
}

fn choice(scribe: &Scribe, choices: &Choices) -> (Vec<Node>, Vec<Node>) {
    let option = |option: &ChoiceOption| {
        let picture = scribe.picture(option.picture.as_ref());
        label(scribe, option).into_iter().chain(picture).collect()
    };
    let options = list("ul", choices.options.iter().map(option));
    if choices.pick == Pick::Poll {
        return (vec![options], Vec::new());
    }
    let right = choices.right_options().map(|option| label(scribe, option));
    let mut answer = vec![list("ul", right)];
    // What is said of each option is told with the option, as on paper.
    let said = choices.options.iter().filter_map(|option| {
        let feedback = option.feedback.as_ref()?;
        let name = el("strong", [text(words(scribe, option))]).into();
        Some(std::iter::once(name).chain([text(" ")]).chain(scribe.short(feedback)).collect())
    });
    let said: Vec<Vec<Node>> = said.collect();
    if !said.is_empty() {
        answer.push(list("ul", said));
    }
    (vec![options], answer)
}

fn words(scribe: &Scribe, option: &ChoiceOption) -> String {
    match &option.label {
        ChoiceLabel::Text(words) => scribe.read(words),
        ChoiceLabel::Yes => scribe.quiz.get("yes"),
        ChoiceLabel::No => scribe.quiz.get("no"),
        ChoiceLabel::Unsure => scribe.quiz.get("not_sure"),
    }
}

/// The places of texts in the order of the alphabet, which tells nothing about the answer; in the
/// other direction where that is the answer.
fn mixed(texts: &[String]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..texts.len()).collect();
    places.sort_by_key(|n| texts.get(*n));
    if places.is_sorted() {
        places.reverse();
    }
    places
}

fn entries(scribe: &Scribe, order: &Order) -> (Vec<Node>, Vec<Node>) {
    let all = &order.entries;
    let texts: Vec<String> = all.iter().map(|entry| scribe.read(entry)).collect();
    let shown = mixed(&texts).into_iter().filter_map(|n| all.get(n));
    let asked = list("ul", shown.map(|entry| scribe.short(entry)));
    (vec![asked], vec![list("ol", all.iter().map(|entry| scribe.short(entry)))])
}

fn cards(scribe: &Scribe, matching: &Matching) -> (Vec<Node>, Vec<Node>) {
    let texts: Vec<String> = matching.targets.iter().map(|target| scribe.read(target)).collect();
    let order = if matching.pairs { mixed(&texts) } else { (0..texts.len()).collect() };
    let targets = order.into_iter().filter_map(|n| matching.targets.get(n));
    let asked = vec![
        list("ul", matching.cards.iter().map(|card| scribe.short(&card.text))),
        list("ul", targets.map(|target| scribe.short(target))),
    ];
    let rows = matching.cards.iter().map(|card| {
        let target = matching.targets.get(card.target);
        let target = target.map(|target| scribe.short(target)).unwrap_or_default();
        let why = card.feedback.as_ref().map(|why| scribe.short(why)).unwrap_or_default();
        vec![scribe.short(&card.text), target, why]
    });
    (asked, vec![table(Vec::new(), rows.collect())])
}

fn blanks(scribe: &Scribe, fill: &Fill) -> (Vec<Node>, Vec<Node>) {
    let mut asked = fill
        .text
        .as_ref()
        .map_or(Vec::new(), |words: &Localized| scribe.with_blanks(words, fill.blanks.len()));
    let mut answers = Vec::new();
    for (n, blank) in fill.blanks.iter().enumerate() {
        let unit = blank.unit_words(scribe.lang);
        let unit = if unit.is_empty() { unit } else { ["\u{a0}", &unit].concat() };
        let answer = match &blank.kind {
            BlankKind::Words { accepted, .. } => {
                let whole = accepted.iter().filter(|(_, worth)| *worth >= 1.0);
                let whole: Vec<String> = whole.map(|(words, _)| scribe.string(words)).collect();
                whole.join(" / ")
            }
            BlankKind::Number { answer: Some(answer), .. } => number_text(*answer),
            BlankKind::Number { least, most, answer: None } => {
                let (least, most) = (number_text(*least), number_text(*most));
                scribe.quiz.fill("range", &[("least", &least), ("most", &most)])
            }
            BlankKind::Chosen { options } => {
                let mut texts: Vec<String> = options.iter().map(|one| scribe.string(one)).collect();
                let right = texts.first().cloned().unwrap_or_default();
                texts.sort();
                asked.push(line(format!("({}) {}", n + 1, texts.join(" / "))));
                right
            }
        };
        answers.push(vec![text([answer, unit].concat())]);
    }
    let tag = if fill.text.is_some() { "ol" } else { "ul" };
    (asked, vec![list(tag, answers)])
}

fn steps(scribe: &Scribe, scale: &Scale) -> Vec<Node> {
    let end = |step: i32, meaning: &Option<_>| {
        let meaning = meaning.as_ref().map(|words| scribe.short(words)).unwrap_or_default();
        std::iter::once(text(format!("{step} "))).chain(meaning).collect()
    };
    vec![list("ul", [end(scale.from, &scale.low), end(scale.to, &scale.high)])]
}
