//! What a group says of itself, and its price list.

use adil::amounts::amount;
use adil::content::Localized;
use leptos::prelude::*;

use super::{Draft, PriceRow, Screen, Session};
use crate::model::{About, Good, Mistake, Trouble, exact_amount, plain_amount};
use crate::session::context::fresh_id;

impl Session {
    /// Opens the form for the group and its price list.
    pub fn open_about(self) {
        let inside = self.inside();
        let (about, digits) =
            (inside.log.borrow().about.clone(), self.shared.record(|record| record.digits));
        let row = |good: &Good| PriceRow {
            id: good.id.clone(),
            name: self.shared.words(&good.name),
            price: plain_amount(good.price, digits),
        };
        let prices = self.goods().iter().map(row).collect();
        let typed = vec![("name".to_owned(), about.name), ("motto".to_owned(), about.motto)];
        inside.draft.replace(Draft { typed, prices, ..Draft::default() });
        self.show(Screen::About);
    }

    /// The rows of the price list while it is changed.
    pub fn prices(self) -> Vec<PriceRow> {
        self.inside().draft.borrow().prices.clone()
    }

    /// Changes the rows of the price list.
    pub fn change_prices(self, change: impl FnOnce(&mut Vec<PriceRow>)) {
        change(&mut self.inside().draft.borrow_mut().prices);
    }

    /// Adds a row to the price list.
    pub fn add_price(self) {
        self.change_prices(|rows| {
            let (name, price) = (String::new(), String::new());
            rows.push(PriceRow { id: fresh_id(), name, price });
        });
        _ = self.form.try_update(|n| *n += 1);
    }

    /// Takes a row out of the price list.
    pub fn remove_price(self, id: &str) {
        self.change_prices(|rows| rows.retain(|row| row.id != id));
        _ = self.form.try_update(|n| *n += 1);
    }

    /// Saves what the group says of itself, unless a price is none.
    pub fn save_about(self) {
        let digits = self.shared.record(|record| record.digits);
        let rows: Vec<PriceRow> =
            self.prices().into_iter().filter(|row| !row.name.trim().is_empty()).collect();
        let (mut goods, mut mistakes) = (Vec::new(), Vec::new());
        for row in rows {
            // What a field shows has a point; what is typed is as people write.
            let price = exact_amount(&row.price, digits);
            match price.or_else(|| amount(&row.price, digits)) {
                Some(price) => {
                    let name: String = row.name.trim().chars().take(80).collect();
                    goods.push(Good { id: row.id, name: Localized::plain(&name), price });
                }
                None => mistakes.push(Mistake {
                    input: ["price.", &row.id].concat(),
                    trouble: Trouble::NoMoney,
                }),
            }
        }
        if !mistakes.is_empty() {
            return self.mistaken(mistakes);
        }
        let text = |input: &str| self.typed(input).trim().chars().take(120).collect::<String>();
        let (name, motto) = (text("name"), text("motto"));
        let goods = (!goods.is_empty()).then_some(goods);
        let words = self.text("about_saved");
        self.act(words.clone(), Vec::new(), Vec::new(), |log| {
            log.about = About { version: log.about.version + 1, name, motto, goods };
        });
        self.show(Screen::Home);
        self.say(&words);
    }
}
