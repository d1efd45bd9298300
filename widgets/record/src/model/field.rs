//! What an entry asks for, as its author wrote it.

use adil::amounts::LARGEST;
use adil::content::{Localized, Reference};
use adil::json::{Problem, distinct, number_text};

use super::money::exact_amount;

adil::words! {
    /// What a field holds.
    pub enum FieldType {
        /// The day of the entry; there is just one.
        "date" Date,
        /// A whole number.
        "number" Number,
        /// A sum of money in the record's currency.
        "money" Money,
        /// One of a few options.
        "choice" Choice,
        /// Goods with their prices: how many were put out, and how many came back.
        "goods" Goods,
        /// A short text, which stays on the device.
        "remark" Remark,
    }
}

adil::record! {
    /// An option of a choice, or a role of those who count.
    pub struct Named {
        /// Its name in this file.
        "id" id: Reference,
        /// What it says.
        "text" text: Localized,
    }
}

adil::record! {
    /// A good as its author writes it.
    pub struct GoodFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What it is called.
        "name" name: Localized,
        /// The price of one, such as `"150"` or `"19.50"`. A group can change it on its device.
        "price" price: String,
    }
}

adil::record! {
    /// A field as its author writes it.
    pub struct FieldFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What it holds.
        "type" kind: FieldType,
        /// What it is called.
        "label" label: Localized,
        /// A line below its name.
        "help" help: Option<Localized>,
        /// Whether it may stay empty.
        "optional" optional: bool = false,
        /// Of numbers: the least.
        "least" least: f64 = 0.0,
        /// Of numbers: the most; of remarks: the most letters, 140 at first.
        "most" most: Option<f64>,
        /// Of choices: the options, at least two.
        "options" options: Vec<Named>,
        /// Of numbers and money: two roles who count one after the other, without names. Both have
        /// to find the same.
        "by" by: Vec<Named>,
        /// Of goods: the price list.
        "goods" goods: Vec<GoodFields>,
    }
}

/// A good with its price in smallest units.
#[derive(Clone, Debug, PartialEq)]
pub struct Good {
    /// Its name in files.
    pub id: String,
    /// What it is called.
    pub name: Localized,
    /// The price of one.
    pub price: i64,
}

/// What a field holds, with its bounds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The day.
    Date,
    /// A whole number from the first to the second.
    Number(i64, i64),
    /// Money.
    Money,
    /// One of these.
    Choice(Vec<Named>),
    /// Goods of a price list.
    Goods(Vec<Good>),
    /// A text of so many letters.
    Remark(usize),
}

/// A field of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name in the file.
    pub id: Reference,
    /// What it is called.
    pub label: Localized,
    /// A line below its name.
    pub help: Option<Localized>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// What it holds.
    pub kind: Kind,
    /// Who counts, where two have to find the same.
    pub by: Option<[Named; 2]>,
}

/// The whole number within bounds that a bound of a file is.
#[expect(clippy::cast_possible_truncation)]
fn whole(n: f64) -> i64 {
    n.clamp(-(LARGEST as f64), LARGEST as f64) as i64
}

impl Field {
    /// Joins what an author wrote at a path.
    pub(super) fn join(fields: FieldFields, path: &str, digits: usize) -> Result<Field, Problem> {
        let at = |field: &str| [path, ".", field].concat();
        let found = |n: usize| number_text(n as f64);
        let kind = match fields.kind {
            FieldType::Date => Kind::Date,
            FieldType::Number => {
                let most = fields.most.unwrap_or(1e6);
                if most < fields.least {
                    let what = ["a number of at least ", &number_text(fields.least)].concat();
                    return Err(Problem::new(&at("most"), &what, &number_text(most)));
                }
                Kind::Number(whole(fields.least), whole(most))
            }
            FieldType::Money => Kind::Money,
            FieldType::Choice => {
                let count = fields.options.len();
                if count < 2 {
                    return Err(Problem::new(
                        &at("options"),
                        "at least two options",
                        &found(count),
                    ));
                }
                let ids: Vec<&str> = fields.options.iter().map(|one| one.id.as_str()).collect();
                distinct(&at("options"), &ids, "option of this field")?;
                Kind::Choice(fields.options)
            }
            FieldType::Goods => Kind::Goods(goods(fields.goods, &at("goods"), digits)?),
            FieldType::Remark => {
                let most = fields.most.map_or(140, |most| whole(most.clamp(1.0, 2_000.0)));
                Kind::Remark(usize::try_from(most).unwrap_or(140))
            }
        };
        let by = match <[Named; 2]>::try_from(fields.by) {
            Ok(by) if matches!(kind, Kind::Number(..) | Kind::Money) => Some(by),
            Ok(_) => {
                let what = "nothing, since only numbers and money are counted by two";
                return Err(Problem::new(&at("by"), what, "two roles"));
            }
            Err(by) if by.is_empty() => None,
            Err(by) => return Err(Problem::new(&at("by"), "two roles", &found(by.len()))),
        };
        let FieldFields { id, label, help, optional, .. } = fields;
        Ok(Field { id, label, help, optional, kind, by })
    }
}

fn goods(list: Vec<GoodFields>, path: &str, digits: usize) -> Result<Vec<Good>, Problem> {
    let count = list.len();
    if !(1..=40).contains(&count) {
        return Err(Problem::new(path, "1 to 40 goods", &number_text(count as f64)));
    }
    let ids: Vec<&str> = list.iter().map(|good| good.id.as_str()).collect();
    distinct(path, &ids, "good of this list")?;
    let read = |(n, good): (usize, GoodFields)| {
        let price = exact_amount(&good.price, digits).ok_or_else(|| {
            let path = [path, "[", &number_text(n as f64), "].price"].concat();
            Problem::new(&path, "a price such as \"150\"", &["\"", &good.price, "\""].concat())
        })?;
        Ok(Good { id: good.id.as_str().to_owned(), name: good.name, price })
    };
    list.into_iter().enumerate().map(read).collect()
}
