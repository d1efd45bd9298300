//! How receipts are signed, and the names of the keys that sign them.

use super::base58::{multibase, unbase};

/// How a receipt is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// Ed25519
    Eddsa,
    /// ECDSA with P-256
    Ecdsa,
}

impl Suite {
    /// The name in a proof.
    pub const fn name(self) -> &'static str {
        match self {
            Suite::Eddsa => "eddsa-jcs-2022",
            Suite::Ecdsa => "ecdsa-jcs-2019",
        }
    }

    /// What stands before a public key in `did:key`, and how long the key is.
    const fn key_shape(self) -> ([u8; 2], usize) {
        match self {
            Suite::Eddsa => ([0xed, 0x01], 32),
            Suite::Ecdsa => ([0x80, 0x24], 33),
        }
    }
}

/// The multibase form of a public key, as it stands in `did:key`.
pub fn key_name(suite: Suite, key: &[u8]) -> String {
    let (prefix, _) = suite.key_shape();
    multibase(&[&prefix, key].concat())
}

/// The public key of such a name.
pub(super) fn unkey(suite: Suite, name: &str) -> Option<Vec<u8>> {
    let (prefix, length) = suite.key_shape();
    let bytes = unbase(name)?;
    let key = bytes.strip_prefix(&prefix)?;
    (key.len() == length).then(|| key.to_vec())
}
