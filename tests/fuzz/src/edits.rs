//! A file that is nearly right: the bytes say what is changed in one that is right. Most inputs
//! so get past the first fields, which random text hardly ever does.

use adil::Json;

/// Bytes that are used up one after the other; zeros at the end.
pub struct Choices<'a>(pub &'a [u8]);

impl Choices<'_> {
    /// The next byte.
    pub fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }

    /// A number below a limit, which must not be zero.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.byte() << 8 | self.byte()) % limit
    }

    /// As `below`, where a shorter number is wanted.
    pub fn small(&mut self, limit: u16) -> u32 {
        u32::try_from(self.below(usize::from(limit))).unwrap_or(0)
    }

    /// Whether nothing is left.
    pub fn are_over(&self) -> bool {
        self.0.is_empty()
    }
}

/// Values that files should not have where they stand, or only just may.
fn strange(choices: &mut Choices) -> Json {
    const NUMBERS: [f64; 14] = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        2.0,
        1e-9,
        31.0,
        86_399.999,
        4_294_967_296.0,
        9_007_199_254_740_993.0,
        1e308,
        -1e308,
        f64::MIN_POSITIVE,
    ];
    const TEXTS: [&str; 16] = [
        "",
        " ",
        "en",
        "1:25",
        "javascript:alert(1)",
        "https://a.b/c.mp4",
        "{1} {2}",
        "__proto__",
        "\u{202e}\u{0}\u{1f469}\u{200d}\u{1f680}",
        "**a*b**",
        "[a](b) ![c](d) {money:1e999}",
        "2026-02-29",
        "right",
        "|",
        "id",
        "-0",
    ];
    match choices.below(8) {
        0 => Json::Null,
        1 => Json::Bool(choices.byte() & 1 == 1),
        2 | 3 => Json::Number(NUMBERS[choices.below(NUMBERS.len())]),
        4 | 5 => Json::Text(TEXTS[choices.below(TEXTS.len())].to_owned()),
        6 => Json::List(Vec::new()),
        _ => Json::Object(Vec::new()),
    }
}

/// A place in a tree, by going down until the bytes say stop.
fn walk<'a>(json: &'a mut Json, choices: &mut Choices, deeper: usize) -> &'a mut Json {
    let parts = match &*json {
        Json::List(list) => list.len(),
        Json::Object(fields) => fields.len(),
        _ => 0,
    };
    if deeper == 0 || parts == 0 {
        return json;
    }
    let n = choices.below(parts);
    match json {
        Json::List(list) => walk(&mut list[n], choices, deeper - 1),
        Json::Object(fields) => walk(&mut fields[n].1, choices, deeper - 1),
        leaf => leaf,
    }
}

fn edit(json: &mut Json, choices: &mut Choices) {
    let (depth, other) = (choices.below(9), choices.below(9));
    let copied = walk(&mut json.clone(), choices, other).clone();
    let place = walk(json, choices, depth);
    let what = choices.below(6);
    match (what, place) {
        (0, place) => *place = copied,
        (1, Json::List(list)) if list.len() < 300 => list.push(copied),
        (1, Json::Object(fields)) if fields.len() < 60 => {
            let name = fields.first().map_or("id", |(name, _)| name).to_owned();
            fields.push((name, copied));
        }
        (2, Json::List(list)) if !list.is_empty() => _ = list.remove(choices.below(list.len())),
        (2, Json::Object(fields)) if !fields.is_empty() => {
            _ = fields.remove(choices.below(fields.len()));
        }
        (3, Json::List(list)) => list.reverse(),
        (3, Json::Number(number)) => *number += choices.byte() as f64 - 128.0,
        (3, Json::Text(text)) => {
            text.push(char::from_u32(choices.small(0x3000)).unwrap_or('\u{fffd}'));
        }
        (_, place) => *place = strange(choices),
    }
}

/// How many values a tree has at most: copies of copies would fill the memory instead of finding
/// anything.
const LARGEST: usize = 20_000;

fn size(json: &Json) -> usize {
    let parts = match json {
        Json::List(list) => list.iter().map(size).sum(),
        Json::Object(fields) => fields.iter().map(|(_, value)| size(value)).sum(),
        _ => 0,
    };
    parts + 1
}

/// The tree after up to a dozen edits.
pub fn edited(seed: &Json, choices: &mut Choices) -> Json {
    let mut json = seed.clone();
    for _ in 0..=choices.below(12) {
        if choices.are_over() || size(&json) > LARGEST {
            break;
        }
        edit(&mut json, choices);
    }
    json
}
