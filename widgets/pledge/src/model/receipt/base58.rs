//! Base 58, in which keys and signatures are written.

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Base 58 in the alphabet of Bitcoin, with `z` before it.
pub(super) fn multibase(bytes: &[u8]) -> String {
    // Digits, the lowest first; each leading zero byte is a digit of its own.
    let mut digits: Vec<u32> = Vec::new();
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += *digit << 8;
            *digit = carry % 58;
            carry /= 58;
        }
        while carry > 0 {
            digits.push(carry % 58);
            carry /= 58;
        }
    }
    digits.extend(bytes.iter().take_while(|byte| **byte == 0).map(|_| 0));
    let letters = digits.iter().rev().map(|digit| char::from(BASE58[*digit as usize]));
    std::iter::once('z').chain(letters).collect()
}

/// The bytes of such a text.
pub(super) fn unbase(text: &str) -> Option<Vec<u8>> {
    let text = text.strip_prefix('z')?;
    // Keys and signatures are far shorter; a huge text would take the square of its length.
    if text.len() > 128 {
        return None;
    }
    let mut bytes: Vec<u32> = Vec::new();
    for letter in text.bytes() {
        let mut carry = u32::try_from(BASE58.iter().position(|b| *b == letter)?).ok()?;
        for byte in &mut bytes {
            carry += *byte * 58;
            *byte = carry & 0xff;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(carry & 0xff);
            carry >>= 8;
        }
    }
    bytes.extend(text.bytes().take_while(|letter| *letter == b'1').map(|_| 0));
    bytes.into_iter().rev().map(|byte| u8::try_from(byte).ok()).collect()
}
