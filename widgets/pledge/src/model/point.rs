//! Points of the curve P-256 from their compressed form.
//!
//! A `did:key` holds only one coordinate and the parity of the other (SEC 1, section 2.3.4);
//! browsers take both. The numbers are public, so the time that this takes may depend on them.

/// A number below 2²⁵⁶, its lowest 32 bits first.
type Number = [u32; 8];

/// The prime of the field: 2²⁵⁶ − 2²²⁴ + 2¹⁹² + 2⁹⁶ − 1.
const P: Number = [!0, !0, !0, 0, 0, 0, 1, !0];

/// The `b` of y² = x³ − 3x + b.
const B: Number = [
    0x27d2_604b,
    0x3bce_3c3e,
    0xcc53_b0f6,
    0x651d_06b0,
    0x7698_86bc,
    0xb3eb_bd55,
    0xaa3a_93e7,
    0x5ac6_35d8,
];

/// (P + 1) / 4: a square to this power is one of its roots, since P leaves 3 when divided by 4.
const ROOT: Number = [0, 0, 0x4000_0000, 0, 0, 0x4000_0000, 0xc000_0000, 0x3fff_ffff];

/// The uncompressed form, 65 bytes, of a compressed point of 33; nothing where there is no such
/// point on the curve.
pub fn uncompressed(key: &[u8]) -> Option<Vec<u8>> {
    let (parity, rest) = match key {
        [sign @ (2 | 3), rest @ ..] if rest.len() == 32 => (u32::from(*sign & 1), rest),
        _ => return None,
    };
    let x = number(rest);
    if !is_less(&x, &P) {
        return None;
    }
    let cube = times(&times(&x, &x), &x);
    let square = plus(&minus(&cube, &plus(&plus(&x, &x), &x)), &B);
    let root = power(&square, &ROOT);
    if times(&root, &root) != square {
        return None;
    }
    let y = if root[0] & 1 == parity { root } else { minus(&[0; 8], &root) };
    let bytes = |n: &Number| n.iter().rev().flat_map(|part| part.to_be_bytes()).collect::<Vec<_>>();
    Some([vec![4], bytes(&x), bytes(&y)].concat())
}

fn number(bytes: &[u8]) -> Number {
    let mut number = [0; 8];
    for (n, byte) in bytes.iter().rev().enumerate() {
        number[n / 4] |= u32::from(*byte) << (n % 4 * 8);
    }
    number
}

fn is_less(a: &Number, b: &Number) -> bool {
    a.iter().rev().lt(b.iter().rev())
}

/// a − b without regard to the field, wrapping at 2²⁵⁶.
fn difference(a: &Number, b: &Number) -> Number {
    let mut borrow = 0_i64;
    std::array::from_fn(|n| {
        let part = i64::from(a[n]) - i64::from(b[n]) + borrow;
        borrow = part >> 32;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "its low half")]
        let low = part as u32;
        low
    })
}

fn plus(a: &Number, b: &Number) -> Number {
    let mut carry = 0_u64;
    let sum: Number = std::array::from_fn(|n| {
        let part = u64::from(a[n]) + u64::from(b[n]) + carry;
        carry = part >> 32;
        #[expect(clippy::cast_possible_truncation, reason = "its low half")]
        let low = part as u32;
        low
    });
    if carry == 0 && is_less(&sum, &P) { sum } else { difference(&sum, &P) }
}

fn minus(a: &Number, b: &Number) -> Number {
    if is_less(a, b) { plus(a, &difference(&P, b)) } else { difference(a, b) }
}

fn bits(n: &Number) -> impl Iterator<Item = bool> {
    (0..256).rev().map(move |bit| n[bit / 32] >> (bit % 32) & 1 == 1)
}

/// A product by doubling: short, and quick enough for the one root that a receipt needs.
fn times(a: &Number, b: &Number) -> Number {
    bits(b).fold([0; 8], |sum, bit| {
        let double = plus(&sum, &sum);
        if bit { plus(&double, a) } else { double }
    })
}

fn power(a: &Number, exponent: &Number) -> Number {
    let one = [1, 0, 0, 0, 0, 0, 0, 0];
    bits(exponent).fold(one, |product, bit| {
        let square = times(&product, &product);
        if bit { times(&square, a) } else { square }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(hex: &str) -> Vec<u8> {
        let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
        (0..hex.len()).step_by(2).map(digit).collect()
    }

    // The base point of the curve and its multiples, from the standard (FIPS 186-4, D.1.2.3) and
    // the public test vectors of its point multiplication.
    const X1: &str = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    const Y1: &str = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    const X2: &str = "7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978";
    const Y2: &str = "07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1";

    #[track_caller]
    fn check(sign: &str, x: &str, expected: Option<&str>) {
        let expected = expected.map(|y| bytes(&["04", x, y].concat()));
        assert_eq!(uncompressed(&bytes(&[sign, x].concat())), expected);
    }

    #[test]
    fn points_get_their_other_coordinate_back() {
        check("03", X1, Some(Y1));
        check("03", X2, Some(Y2));
        let even = minus(&[0; 8], &number(&bytes(Y1)));
        let even = even.iter().rev().map(|part| format!("{part:08x}")).collect::<Vec<_>>().concat();
        check("02", X1, Some(&even));
    }

    #[test]
    fn what_is_no_point_is_refused() {
        // No y belongs to x = 1 + this; the prime itself is too large for a coordinate.
        let off = (0..=9).map(|n| format!("{n:064x}"));
        let there = off.filter(|x| uncompressed(&bytes(&["02", x].concat())).is_some());
        assert!(there.count() < 9, "about every other number has no point");
        check("02", "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", None);
        check("04", X1, None);
        assert_eq!(uncompressed(&[]), None);
        assert_eq!(uncompressed(&bytes(&["03", &X1[2..]].concat())), None);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn every_found_point_is_on_the_curve(x: [u8; 32], odd: bool) {
            let key = [&[2 + u8::from(odd)][..], &x].concat();
            if let Some(point) = uncompressed(&key) {
                let (x, y) = (number(&point[1..33]), number(&point[33..]));
                let cube = times(&times(&x, &x), &x);
                let right = plus(&minus(&cube, &plus(&plus(&x, &x), &x)), &B);
                proptest::prop_assert_eq!(times(&y, &y), right);
                proptest::prop_assert_eq!(point[64] & 1 == 1, odd);
            }
        }
    }
}
