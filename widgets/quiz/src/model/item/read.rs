//! The eleven types parsed into the five shapes.

use adil::content::{Rich, has_blank};
use adil::json::{Fields, FromJson, Place as At, Problem, Record, distinct, number_text};

use super::fields::{
    Accepted, BlankFields, BlanksFields, CardFields, ChoicesFields, ItemType, MatchFields,
    NumberFields, OptionFields, OrderFields, Reasons, ScaleFields, SortFields, TruthFields,
    WordsFields,
};
use super::{
    Blank, BlankKind, Card, ChoiceLabel, ChoiceOption, Choices, Fill, Item, ItemBasics, ItemKind,
    Order, Pick, Place, Scale, Score,
};

impl FromJson for Item {
    fn read(place: &At) -> Result<Self, Problem> {
        let fields = place.fields("an item in braces")?;
        let basics = ItemBasics::from_fields(&fields)?;
        let kind: ItemType = fields.get("type")?;
        let kind = read_kind(place, &fields, kind)?;
        fields.finish();
        Ok(Item { basics, kind })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        use adil::json::schema::{Definitions, ObjectSchema};

        fn variant<T: Record>(definitions: &mut Definitions, word: ItemType) -> serde_json::Value {
            let name = format!("Item-{}", word.word());
            definitions.object(&name, &[], |definitions, object: &mut ObjectSchema| {
                object.tag("type", word.word());
                ItemBasics::describe(definitions, object);
                T::describe(definitions, object);
            })
        }
        let variants = [
            variant::<ChoicesFields>(definitions, ItemType::Single),
            variant::<ChoicesFields>(definitions, ItemType::Multiple),
            variant::<TruthFields>(definitions, ItemType::Truth),
            variant::<ChoicesFields>(definitions, ItemType::Poll),
            variant::<OrderFields>(definitions, ItemType::Order),
            variant::<MatchFields>(definitions, ItemType::Match),
            variant::<SortFields>(definitions, ItemType::Sort),
            variant::<NumberFields>(definitions, ItemType::Number),
            variant::<WordsFields>(definitions, ItemType::Text),
            variant::<BlanksFields>(definitions, ItemType::Blanks),
            variant::<ScaleFields>(definitions, ItemType::Scale),
        ];
        serde_json::json!({ "oneOf": variants })
    }
}

fn read_kind(place: &At, fields: &Fields, kind: ItemType) -> Result<ItemKind, Problem> {
    Ok(match kind {
        ItemType::Single => choices(fields, Pick::One)?,
        ItemType::Multiple => choices(fields, Pick::Many)?,
        ItemType::Poll => choices(fields, Pick::Poll)?,
        ItemType::Truth => truth(TruthFields::from_fields(fields)?),
        ItemType::Order => {
            let entries = OrderFields::from_fields(fields)?.entries;
            at_least(fields, "entries", 2, entries.len())?;
            ItemKind::Order(Order { entries })
        }
        ItemType::Match => pairs(fields)?,
        ItemType::Sort => groups(place, fields)?,
        ItemType::Number => {
            let number = NumberFields::from_fields(fields)?;
            let kind = range(fields, &number)?;
            single_blank(Blank { kind, unit: number.unit })
        }
        ItemType::Text => {
            let words = WordsFields::from_fields(fields)?;
            at_least(fields, "accepted", 1, words.accepted.len())?;
            single_blank(Blank { kind: typed(words), unit: None })
        }
        ItemType::Blanks => blanks(place, fields)?,
        ItemType::Scale => scale(place, ScaleFields::from_fields(fields)?)?,
    })
}

/// Refuses a list that is too short to be an item.
fn at_least(fields: &Fields, name: &str, least: usize, count: usize) -> Result<(), Problem> {
    if count >= least {
        return Ok(());
    }
    let (least, count) = (number_text(least as f64), number_text(count as f64));
    Err(fields
        .missing(name)
        .but_expected(&["at least ", &least].concat())
        .but_found(&["a list of ", &count].concat()))
}

/// Warns the author of two things that look the same, of which a learner cannot know which is
/// which. Marking takes either for the other.
fn warn_of_twins(
    fields: &Fields,
    name: &str,
    count: usize,
    is_twin: &dyn Fn(usize, usize) -> bool,
) {
    for n in 1..count {
        if let Some(other) = (0..n).find(|other| is_twin(*other, n)) {
            let number = |n: usize| number_text((n + 1) as f64);
            let two = [&fields.path_of(name), ": ", &number(other), " and ", &number(n)].concat();
            fields.warn(&[&two, " look the same; either counts for the other"].concat());
        }
    }
}

fn choices(fields: &Fields, pick: Pick) -> Result<ItemKind, Problem> {
    let options = ChoicesFields::from_fields(fields)?.options;
    at_least(fields, "options", 2, options.len())?;
    let positive: f64 = options.iter().filter_map(|o| o.score).map(|s| s.get().max(0.0)).sum();
    let best = options.iter().filter_map(|o| o.score).any(|s| s.get() >= 1.0);
    if pick == Pick::One && !best || pick == Pick::Many && positive <= 0.0 {
        let problem = fields.missing("options");
        return Err(problem.but_expected("an option with \"score\": 1").but_found("none"));
    }
    let right = options.iter().filter(|o| o.score.is_some_and(|s| s.get() > 0.0)).count();
    let worth = |score: Option<Score>| match (pick, score) {
        (Pick::One, score) => score.map_or(0.0, Score::get),
        (Pick::Many, Some(score)) => score.get() / positive,
        (Pick::Many, None) => -1.0 / right as f64,
        (Pick::Poll, _) => 0.0,
    };
    let option = |(n, option): (usize, OptionFields)| ChoiceOption {
        is_named: option.id.is_some(),
        id: option.id.map_or_else(|| number_text((n + 1) as f64), |id| id.as_str().to_owned()),
        label: ChoiceLabel::Text(option.text),
        picture: option.picture,
        worth: worth(option.score),
        feedback: option.feedback,
    };
    let options: Vec<_> = options.into_iter().enumerate().map(option).collect();
    let ids: Vec<_> = options.iter().map(|option| option.id.as_str()).collect();
    distinct(&fields.path_of("options"), &ids, "option of this item")?;
    let is_twin = |a: usize, b: usize| options[a].is_twin(&options[b]);
    warn_of_twins(fields, "options", options.len(), &is_twin);
    Ok(ItemKind::Choices(Choices { options, pick, may_shuffle: true }))
}

fn truth(fields: TruthFields) -> ItemKind {
    let reasons = fields.reasons.unwrap_or(Reasons { yes: None, no: None, unsure: None });
    let option = |id: &str, label, worth, feedback| ChoiceOption {
        id: id.into(),
        is_named: true,
        label,
        picture: None,
        worth,
        feedback,
    };
    let worth = |right| if right { 1.0 } else { 0.0 };
    let mut options = vec![
        option("yes", ChoiceLabel::Yes, worth(fields.answer), reasons.yes),
        option("no", ChoiceLabel::No, worth(!fields.answer), reasons.no),
    ];
    if fields.unsure {
        let worth = fields.unsure_score.map_or(0.0, Score::get);
        options.push(option("unsure", ChoiceLabel::Unsure, worth, reasons.unsure));
    }
    ItemKind::Choices(Choices { options, pick: Pick::One, may_shuffle: false })
}

fn pairs(fields: &Fields) -> Result<ItemKind, Problem> {
    let MatchFields { pairs, extra } = MatchFields::from_fields(fields)?;
    at_least(fields, "pairs", 2, pairs.len())?;
    let mut place =
        Place { cards: Vec::new(), targets: Vec::new(), target_ids: Vec::new(), pairs: true };
    for (target, pair) in pairs.into_iter().enumerate() {
        place.cards.push(Card { text: pair.left, target, feedback: pair.feedback });
        place.targets.push(pair.right);
    }
    place.targets.extend(extra);
    let is_twin = |a: usize, b: usize| place.targets[a].is_twin(&place.targets[b]);
    warn_of_twins(fields, "pairs (right, then extra)", place.targets.len(), &is_twin);
    let is_twin = |a: usize, b: usize| place.cards[a].is_twin(&place.cards[b]);
    warn_of_twins(fields, "pairs (left)", place.cards.len(), &is_twin);
    Ok(ItemKind::Place(place))
}

fn groups(place: &At, fields: &Fields) -> Result<ItemKind, Problem> {
    let SortFields { groups, cards } = SortFields::from_fields(fields)?;
    at_least(fields, "groups", 2, groups.len())?;
    at_least(fields, "cards", 1, cards.len())?;
    let ids: Vec<_> = groups.iter().map(|group| group.id.as_str()).collect();
    distinct(&fields.path_of("groups"), &ids, "group of this item")?;
    let card = |(n, card): (usize, CardFields)| {
        let target = groups.iter().position(|group| group.id == card.group);
        let path = [&place.path(), ".cards[", &number_text(n as f64), "].group"].concat();
        let found = ["\"", card.group.as_str(), "\""].concat();
        let target =
            target.ok_or_else(|| Problem::new(&path, "the id of one of the groups", &found))?;
        Ok(Card { text: card.text, target, feedback: card.feedback })
    };
    let cards = cards.into_iter().enumerate().map(card).collect::<Result<Vec<_>, Problem>>()?;
    let named = groups.into_iter().map(|group| (group.id, group.text));
    let (target_ids, targets): (Vec<_>, Vec<_>) = named.unzip();
    let is_twin = |a: usize, b: usize| targets[a].is_twin(&targets[b]);
    warn_of_twins(fields, "groups", targets.len(), &is_twin);
    let is_twin = |a: usize, b: usize| cards[a].is_twin(&cards[b]);
    warn_of_twins(fields, "cards", cards.len(), &is_twin);
    Ok(ItemKind::Place(Place { cards, targets, target_ids, pairs: false }))
}

fn range(fields: &Fields, number: &NumberFields) -> Result<BlankKind, Problem> {
    let off = number.tolerance.abs();
    let (least, most) = match (number.answer, number.least, number.most) {
        (Some(answer), ..) => (answer - off, answer + off),
        (None, None, None) => return Err(fields.missing("answer")),
        (None, least, most) => (least.unwrap_or(f64::MIN), most.unwrap_or(f64::MAX)),
    };
    if least > most {
        let problem = fields.missing("least").but_expected("a number up to \"most\"");
        return Err(problem.but_found("a greater one"));
    }
    Ok(BlankKind::Number { least, most, answer: number.answer })
}

fn typed(words: WordsFields) -> BlankKind {
    let accepted = words.accepted.into_iter().map(|Accepted(text, worth)| (text, worth)).collect();
    BlankKind::Words { accepted, case: words.case, accents: words.accents }
}

fn single_blank(blank: Blank) -> ItemKind {
    ItemKind::Fill(Fill { text: None, blanks: vec![blank] })
}

fn blanks(place: &At, fields: &Fields) -> Result<ItemKind, Problem> {
    let BlanksFields { text, blanks } = BlanksFields::from_fields(fields)?;
    at_least(fields, "blanks", 1, blanks.len())?;
    let read = |(n, blank): (usize, BlankFields)| {
        let kind = match (blank.options.len(), blank.accepted.len(), blank.answer) {
            (2.., 0, None) => {
                let name = ["blanks[", &number_text(n as f64), "].options"].concat();
                let texts: Vec<_> = blank.options.iter().cloned().map(Rich::Marked).collect();
                let is_twin = |a: usize, b: usize| texts[a].is_twin(&texts[b]);
                warn_of_twins(fields, &name, texts.len(), &is_twin);
                BlankKind::Chosen { options: blank.options }
            }
            (0, 1.., None) => {
                let BlankFields { accepted, case, accents, .. } = blank;
                typed(WordsFields { accepted, case, accents })
            }
            (0, 0, Some(answer)) => {
                let off = blank.tolerance.abs();
                let (least, most) = (answer - off, answer + off);
                BlankKind::Number { least, most, answer: Some(answer) }
            }
            _ => {
                let path = [&place.path(), ".blanks[", &number_text(n as f64), "]"].concat();
                let expected = "just one of accepted, answer or options (two or more)";
                return Err(Problem::new(&path, expected, "none or several"));
            }
        };
        Ok(Blank { kind, unit: None })
    };
    let blanks: Vec<Blank> =
        blanks.into_iter().enumerate().map(read).collect::<Result<_, Problem>>()?;
    for n in 1..=blanks.len() {
        if let Some(tag) = text.tag_where(|text| !has_blank(text, n - 1)) {
            let mark = ["{", &number_text(n as f64), "}"].concat();
            let expected = [mark.as_str(), " somewhere in it"].concat();
            let problem = fields.missing("text").but_expected(&expected);
            let where_not = if tag.is_empty() { "" } else { " in " };
            return Err(problem.but_found(&["none", where_not, tag].concat()));
        }
    }
    Ok(ItemKind::Fill(Fill { text: Some(text), blanks }))
}

fn scale(place: &At, fields: ScaleFields) -> Result<ItemKind, Problem> {
    let whole = |n: f64| n.fract() == 0.0 && n.abs() <= 1000.0;
    let steps = fields.to - fields.from;
    if !whole(fields.from) || !whole(fields.to) || !(1.0..=10.0).contains(&steps) {
        let expected = "whole numbers such as \"from\": 1, \"to\": 5, at most 10 apart";
        return Err(place.expected(expected));
    }
    #[expect(clippy::cast_possible_truncation)]
    let (from, to) = (fields.from as i32, fields.to as i32);
    Ok(ItemKind::Scale(Scale { from, to, low: fields.low, high: fields.high }))
}
