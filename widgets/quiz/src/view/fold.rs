//! Makes typed words alike by the browser's own tables.

use crate::model::Folding;

/// Lower case and without accents, as far as asked. The breve of й and the dots of ё: й keeps
/// its breve, since и is another letter; ё loses its dots, as Russian is mostly written.
pub fn fold(text: &str, folding: Folding) -> String {
    let mut text = js_sys::JsString::from(text).normalize("NFC");
    if folding.case {
        text = text.to_lower_case();
    }
    if !folding.accents {
        return text.into();
    }
    let letters = String::from(text.normalize("NFD"));
    let mut kept = String::new();
    for c in letters.chars() {
        let after_i = kept.ends_with(['и', 'И']);
        let is_mark = matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}');
        if !is_mark || (c == '\u{306}' && after_i) {
            kept.push(c);
        }
    }
    js_sys::JsString::from(kept).normalize("NFC").into()
}
