//! Names that come by chance, so that nothing else has them.

use crate::model::NUMBER;

/// A new number for a pledge, by chance.
pub fn new_id() -> String {
    let mut bytes = [0_u8; 16];
    let crypto = leptos::web_sys::window().and_then(|window| window.crypto().ok());
    if let Some(crypto) = crypto {
        // Without chance from the browser all ids would be alike; they still name receipts.
        _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    // Version 4, variant 1 of RFC 9562.
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut id = NUMBER.to_owned();
    for (n, byte) in bytes.iter().enumerate() {
        if [4, 6, 8, 10].contains(&n) {
            id.push('-');
        }
        let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
        id.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    id
}

/// Four letters or digits by chance, for the name of a file.
pub fn chance() -> String {
    const SIGNS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let sign = |_| char::from(SIGNS[(js_sys::Math::random() * 32.0) as usize % 32]);
    (0..4).map(sign).collect()
}
