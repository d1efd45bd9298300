//! Interface texts, plural forms and numbers in the learner's language.

use std::rc::Rc;

use crate::content::{Day, base_language, is_right_to_left};
use crate::json::{Json, number_from, number_text};

/// The interface texts of one widget in one language.
#[derive(Clone, Debug)]
pub struct Texts {
    lang: String,
    informal: bool,
    table: Rc<Json>,
}

impl Texts {
    /// Texts from a table, which names its language under `lang`: where the page's own language
    /// has no table, it is another one.
    ///
    /// `informal` picks the forms for children (ты, сен) where a table has them under
    /// `informal`.
    pub fn new(informal: bool, table: Json) -> Texts {
        let lang = table.get("lang").and_then(Json::text).unwrap_or("en").to_owned();
        Texts { lang, informal, table: Rc::new(table) }
    }

    /// The language that the texts are in.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        is_right_to_left(&self.lang)
    }

    fn find(&self, key: &str) -> Option<&Json> {
        let informal = self.table.get("informal").filter(|_| self.informal);
        informal.and_then(|forms| forms.get(key)).or_else(|| self.table.get(key))
    }

    /// The text under a key; the key itself when no table has it.
    pub fn get(&self, key: &str) -> String {
        self.find(key).and_then(Json::text).unwrap_or(key).to_owned()
    }

    /// What a language says of itself beside its texts; nothing where it does as most do.
    fn manner(&self, name: &str) -> Option<&str> {
        self.table.get(name).and_then(Json::text)
    }

    /// What stands between the parts of a list in a line.
    pub fn comma(&self) -> &'static str {
        match base_language(&self.lang) {
            "ar" | "fa" | "ur" => "، ",
            "zh" => "、",
            _ => ", ",
        }
    }

    /// The language whose numbers are written as this one writes them: its own, or where browsers
    /// do not know that, another one.
    fn numbers(&self) -> &str {
        self.manner("numbers").unwrap_or(&self.lang)
    }

    /// The text under a key with its placeholders, such as `{n}`, filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(&self.get(key), values)
    }

    /// The plural form under a key for a number, with `{n}` filled.
    pub fn count(&self, key: &str, n: f64) -> String {
        let Some(forms) = self.find(key) else { return key.to_owned() };
        let form = forms.get(&plural_category(&self.lang, n)).or_else(|| forms.get("other"));
        fill(form.and_then(Json::text).unwrap_or(key), &[("n", &self.number(n))])
    }

    /// A number as people write it in this language, with at most two decimals.
    pub fn number(&self, n: f64) -> String {
        // Small whole numbers look alike in all our languages, and making a formatter for each
        // one took a tenth of the time in which an item is shown.
        if n.fract() == 0.0 && (0.0..1000.0).contains(&n) {
            return number_text(n);
        }
        format_number(self.numbers(), n, Digits::Few, "")
    }

    /// A number just as a file has it: with all its digits and no groups, since it may be a year,
    /// and what is shown may be typed again.
    pub fn exact(&self, n: f64) -> String {
        let text = number_text(n);
        // Most have nothing after the point.
        if n.fract() != 0.0 && self.number(0.5).contains(',') {
            return text.replace('.', ",");
        }
        text
    }

    /// An amount of money as it is written, such as `19.50`: in a currency where the page names
    /// one. No digit is lost; whole sums may go without cents.
    pub fn money(&self, amount: &str, currency: &str) -> String {
        let decimals = amount.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let Some(sum) = number_from(amount) else { return amount.to_owned() };
        format_number(self.numbers(), sum, Digits::Written(decimals.min(20)), currency)
    }

    /// A day as people write it: `23 November 2026`. A table has months and the order of a date
    /// where browsers do not know the language.
    pub fn date(&self, day: &Day) -> String {
        let (year, month, number) = day.parts();
        let months = self.table.get("months").map(Json::list).unwrap_or_default();
        let named = months.iter().zip(1..).find(|(_, n)| *n == month);
        match (named.and_then(|(name, _)| name.text()), self.manner("date")) {
            (Some(name), Some(order)) => {
                // A year has no groups.
                let [year, number] = [year, number].map(|n| number_text(f64::from(n)));
                fill(order, &[("year", &year), ("month", name), ("day", &number)])
            }
            _ => format_date(&self.lang, day.as_str()),
        }
    }

    /// A share between 0 and 1 in percent, by the rule of [`crate::percent`].
    pub fn percent(&self, share: f64) -> String {
        let n = crate::percent::percent(share);
        self.fill("percent", &[("n", &self.number(n))])
    }
}

/// Compares names as a list in a language sorts them, numbers in them by their worth.
pub struct NameOrder {
    kazakh: bool,
    #[cfg(target_arch = "wasm32")]
    compare: js_sys::Function,
}

impl NameOrder {
    /// The order of a language.
    pub fn new(lang: &str) -> NameOrder {
        let kazakh = base_language(lang) == "kk";
        NameOrder {
            kazakh,
            #[cfg(target_arch = "wasm32")]
            compare: browser::collator(if kazakh { "ru" } else { lang }),
        }
    }

    /// Which of two names stands first.
    pub fn compare(&self, a: &str, b: &str) -> std::cmp::Ordering {
        if self.kazakh {
            return self.plain(&kazakh_as_russian(a), &kazakh_as_russian(b));
        }
        self.plain(a, b)
    }

    #[cfg(target_arch = "wasm32")]
    fn plain(&self, a: &str, b: &str) -> std::cmp::Ordering {
        let nothing = wasm_bindgen::JsValue::NULL;
        let order = self.compare.call2(&nothing, &a.into(), &b.into());
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or(0.0);
        order.total_cmp(&0.0)
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[expect(clippy::unused_self)]
    fn plain(&self, a: &str, b: &str) -> std::cmp::Ordering {
        a.cmp(b)
    }
}

/// Browsers say that they know no Kazakh order, or know none: Chromium does not. Theirs for all
/// Cyrillic letters differs from it in two places, so a name is compared with others written in
/// theirs: ұ stands before ү, and і after ы.
fn kazakh_as_russian(name: &str) -> String {
    let letter = |c| match c {
        'Ұ' => 'Ү',
        'Ү' => 'Ұ',
        'ұ' => 'ү',
        'ү' => 'ұ',
        'І' => 'Ь',
        'і' => 'ь',
        'Ь' => 'Ѣ',
        'ь' => 'ѣ',
        c => c,
    };
    name.chars().map(letter).collect()
}

/// How many digits a number has after the point.
#[derive(Clone, Copy)]
enum Digits {
    /// As many as it needs, but at most two.
    Few,
    /// As many as its author wrote, or as its currency has.
    Written(usize),
}

/// Puts values in the places of a text. By hand, since looking for a text within a text by the
/// standard library costs every bundle a kilobyte.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = part.split_once('}').and_then(|(name, rest)| {
            Some((values.iter().find(|(known, _)| *known == name)?.1, rest))
        });
        match named {
            Some((value, rest)) => filled.extend([value, rest]),
            None => filled.extend(["{", part]),
        }
    }
    filled
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::Digits;
    use js_sys::{Array, Date, Intl, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    fn set(options: &Object, name: &str, value: impl Into<JsValue>) {
        // A plain object takes any field.
        _ = Reflect::set(options, &name.into(), &value.into());
    }

    /// The language for Intl; English where the browser does not know it, never the browser's own.
    fn known(lang: &str) -> Array {
        Array::of2(&lang.into(), &"en".into())
    }

    pub fn plural_category(lang: &str, n: f64) -> String {
        let rules = Intl::PluralRules::new(&known(lang), &Object::new());
        rules.select(n).into()
    }

    pub fn collator(lang: &str) -> js_sys::Function {
        let options = Object::new();
        set(&options, "numeric", true);
        Intl::Collator::new(&Array::of1(&lang.into()), &options).compare()
    }

    pub fn format_date(lang: &str, day: &str) -> String {
        let options = Object::new();
        set(&options, "dateStyle", "long");
        // A day without a time is read as midnight in UTC; other zones would show the day before.
        set(&options, "timeZone", "UTC");
        // English for schools here puts the day first.
        let lang = if lang == "en" { "en-GB" } else { lang };
        let format = Intl::DateTimeFormat::new(&known(lang), &options).format();
        let text = format.call1(&JsValue::NULL, &Date::new(&day.into()));
        text.ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    pub fn format_number(lang: &str, n: f64, digits: Digits, currency: &str) -> String {
        let options = Object::new();
        let most = match digits {
            Digits::Few => 2,
            Digits::Written(0) => 0,
            Digits::Written(decimals) if currency.is_empty() => {
                set(&options, "minimumFractionDigits", decimals as f64);
                decimals
            }
            // At least those that the currency has, by its own rule, and never one less than
            // written.
            Digits::Written(_) => 20,
        };
        set(&options, "maximumFractionDigits", most as f64);
        if !currency.is_empty() {
            set(&options, "style", "currency");
            set(&options, "currency", currency);
            set(&options, "currencyDisplay", "narrowSymbol");
        }
        let format = Intl::NumberFormat::new(&known(lang), &options).format();
        let text = format.unchecked_ref::<js_sys::Function>().call1(&JsValue::NULL, &n.into());
        text.ok().and_then(|text| text.as_string()).unwrap_or_default()
    }
}

#[cfg(target_arch = "wasm32")]
use browser::{format_date, format_number, plural_category};

#[cfg(not(target_arch = "wasm32"))]
fn plural_category(_: &str, n: f64) -> String {
    if (n - 1.0).abs() < f64::EPSILON { "one" } else { "other" }.to_owned()
}

#[cfg(not(target_arch = "wasm32"))]
fn format_date(_: &str, day: &str) -> String {
    day.to_owned()
}

#[cfg(not(target_arch = "wasm32"))]
fn format_number(lang: &str, n: f64, digits: Digits, _: &str) -> String {
    let text = match digits {
        Digits::Few => number_text(n),
        Digits::Written(decimals) => format!("{n:.decimals$}"),
    };
    if lang == "ru" { text.replace('.', ",") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(informal: bool) -> Texts {
        let parse = |text| serde_json::from_str::<Json>(text).unwrap();
        let table = r#"{"lang": "ru", "choose": "Выберите", "informal": {"choose": "Выбери"},
            "points": {"one": "{n} point", "other": "{n} points"}, "of": "{n} of {total}"}"#;
        Texts::new(informal, parse(table))
    }

    #[test]
    fn the_informal_form_stands_before_the_formal() {
        assert_eq!(texts(false).get("choose"), "Выберите");
        assert_eq!(texts(true).get("choose"), "Выбери");
        assert_eq!(texts(true).fill("of", &[("n", "2"), ("total", "8")]), "2 of 8");
        assert_eq!(texts(true).get("missing"), "missing");
        assert_eq!(fill("{a}{n}{n", &[("n", "{n}")]), "{a}{n}{n", "only whole and known places");
    }

    /// Right answers were rounded to two places, and years had groups.
    #[test]
    fn a_number_of_a_file_keeps_all_its_digits() {
        let check = |n: f64, expected: &str| assert_eq!(texts(false).exact(n), expected);
        check(0.0004, "0,0004");
        check(0.1234, "0,1234");
        check(1991.0, "1991");
        check(-1_000_000.0, "-1000000");
    }

    #[track_caller]
    fn check_date(table: &str, expected: &str) {
        let day = Day::parse("2026-11-29").unwrap();
        let table = serde_json::from_str::<Json>(table).unwrap();
        assert_eq!(Texts::new(false, table).date(&day), expected);
    }

    /// Kazakh pledges were made in the year "2 026".
    #[test]
    fn a_table_says_how_dates_are_written() {
        let names = r#"["1","2","3","4","5","6","7","8","9","10","қараша","12"]"#;
        let order = r#""date": "{year} ж. {day} {month}""#;
        check_date(&[r#"{"months": "#, names, ", ", order, "}"].concat(), "2026 ж. 29 қараша");
        check_date(&["{", order, "}"].concat(), "2026-11-29");
        check_date(&[r#"{"months": ["қаңтар"], "#, order, "}"].concat(), "2026-11-29");
    }

    #[test]
    fn a_table_says_whose_numbers_a_language_has() {
        let table = |text| Texts::new(false, serde_json::from_str::<Json>(text).unwrap());
        assert_eq!(table(r#"{"lang": "kk", "numbers": "ru"}"#).number(1.5), "1,5");
        assert_eq!(table(r#"{"lang": "kk"}"#).number(1.5), "1.5");
    }

    #[test]
    fn kazakh_letters_are_compared_as_russian_ones_in_their_place() {
        assert_eq!(kazakh_as_russian("Ұлы Үкі Іні ь"), "Үлы Ұкь Ьнь ѣ");
    }

    #[test]
    fn plural_forms_fill_the_number() {
        assert_eq!(texts(false).count("points", 1.0), "1 point");
        assert_eq!(texts(false).count("points", 2.5), "2,5 points");
    }
}
