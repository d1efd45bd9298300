//! What a receipt says, how it is signed, and what can be wrong with one.
//!
//! A receipt is a W3C Verifiable Credential 2.0. Signed, it carries a Data Integrity proof,
//! `eddsa-jcs-2022` or `ecdsa-jcs-2019`, by a key of the browser that named itself by `did:key`.
//! It proves that it was not changed since; not who made it.

mod badge;
mod base58;
mod document;
mod finding;
mod key;
mod reading;
#[cfg(test)]
mod tests;
mod text;

pub use badge::open_badge;
pub use document::{Subject, document, proof_options, receipt_hash, signed, to_sign, unsigned};
pub use finding::{Finding, Fit, key_of, version_key};
pub use key::{Suite, key_name};
pub use reading::{Flaw, LARGEST, Receipt, Seal, compare, compare_versions, parse, read};
pub use text::{clauses_of, text_hash, text_language};
