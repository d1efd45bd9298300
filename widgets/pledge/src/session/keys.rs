//! Keys that sign receipts: made by the browser, never readable by a script, ours included.
//!
//! With `storage="device"` the key stays in the browser's database, so that receipts of this
//! device have one issuer. Otherwise each receipt has a key of its own, which is forgotten once it
//! has signed: receipts of pupils who share a computer cannot be told to belong together. What is
//! kept with a pledge is the receipt and not the key, so nobody who comes later can sign another.

use adil::progress::Keep;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{CryptoKeyPair, SubtleCrypto};
use wasm_bindgen_futures::JsFuture;

use crate::model::point;
use crate::model::receipt::{Fit, Suite, key_name};

/// A key that can sign.
pub struct Signer {
    suite: Suite,
    pair: CryptoKeyPair,
    /// The public key's name in `did:key`.
    pub name: String,
}

/// The browser's cryptography; nothing where the page is not on https.
fn subtle() -> Option<SubtleCrypto> {
    let crypto = leptos::web_sys::window()?.crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    subtle.dyn_into().ok()
}

/// What the browser calls the algorithm of a suite.
fn algorithm(suite: Suite) -> Object {
    let algorithm = Object::new();
    let set = |name: &str, value: &str| {
        // A plain object takes any field.
        _ = Reflect::set(&algorithm, &name.into(), &value.into());
    };
    match suite {
        Suite::Eddsa => set("name", "Ed25519"),
        Suite::Ecdsa => {
            set("name", "ECDSA");
            set("namedCurve", "P-256");
            set("hash", "SHA-256");
        }
    }
    algorithm
}

impl Signer {
    /// The device's key, or a new one.
    pub async fn ready(keep: Keep) -> Option<Signer> {
        let subtle = subtle()?;
        let stored = if keep == Keep::Device { database().await.ok() } else { None };
        if let Some(database) = &stored
            && let Ok(pair) = request(&store(database, "readonly"), "get", &[KEY.into()]).await
            && pair.is_object()
            && let Some(signer) = Signer::of(&subtle, pair.unchecked_into()).await
        {
            return Some(signer);
        }
        let mut made = generate(&subtle, Suite::Eddsa).await;
        if made.is_none() {
            made = generate(&subtle, Suite::Ecdsa).await;
        }
        let pair = made?;
        if let Some(database) = &stored {
            // A full database keeps nothing; the receipt is signed all the same.
            _ = request(&store(database, "readwrite"), "put", &[pair.clone().into(), KEY.into()])
                .await;
        }
        Signer::of(&subtle, pair).await
    }

    async fn of(subtle: &SubtleCrypto, pair: CryptoKeyPair) -> Option<Signer> {
        let public = pair.get_public_key();
        let raw = JsFuture::from(subtle.export_key("raw", &public).ok()?).await.ok()?;
        let raw = Uint8Array::new(&raw).to_vec();
        let name =
            Reflect::get(&public.algorithm().ok()?.into(), &"name".into()).ok()?.as_string()?;
        let (suite, key) = match (name.as_str(), raw.as_slice()) {
            ("Ed25519", key) => (Suite::Eddsa, key.to_vec()),
            // The point's x with the parity of its y.
            (_, [4, point @ ..]) if point.len() == 64 => {
                (Suite::Ecdsa, [&[2 + (point[63] & 1)], &point[..32]].concat())
            }
            _ => return None,
        };
        Some(Signer { suite, name: key_name(suite, &key), pair })
    }

    /// The suite of this key.
    pub fn suite(&self) -> Suite {
        self.suite
    }

    /// Signs bytes: 64 of them come back.
    pub async fn sign(&self, data: &[u8]) -> Option<Vec<u8>> {
        let (algorithm, key) = (algorithm(self.suite), self.pair.get_private_key());
        let promise =
            subtle()?.sign_with_object_and_js_u8_array(&algorithm, &key, &Uint8Array::from(data));
        let signature = JsFuture::from(promise.ok()?).await.ok()?;
        Some(Uint8Array::new(&signature).to_vec())
    }
}

/// Checks a signature with the public key of a receipt.
pub async fn verify(suite: Suite, key: &[u8], data: &[u8], signature: &[u8]) -> Fit {
    let Some(subtle) = subtle() else { return Fit::NoCrypto };
    let key = match suite {
        Suite::Eddsa => Some(key.to_vec()),
        Suite::Ecdsa => point::uncompressed(key),
    };
    let Some(key) = key else { return Fit::Differs };
    let (algorithm, bytes) =
        (JsValue::from(algorithm(suite)), |bytes: &[u8]| JsValue::from(Uint8Array::from(bytes)));
    let uses = Array::of1(&"verify".into()).into();
    let import = ["raw".into(), bytes(&key), algorithm.clone(), false.into(), uses];
    let key = match promised(&subtle, "importKey", &import).await {
        Ok(key) => key,
        Err(error) => {
            let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            let unknown = name.as_deref() == Some("NotSupportedError");
            return if unknown { Fit::NoSuite } else { Fit::Differs };
        }
    };
    let parts = [algorithm, key, bytes(signature), bytes(data)];
    match promised(&subtle, "verify", &parts).await {
        Ok(fits) if fits.is_truthy() => Fit::Fits,
        _ => Fit::Differs,
    }
}

async fn promised(on: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    JsFuture::from(method(on, name, arguments)?.dyn_into::<Promise>()?).await
}

async fn generate(subtle: &SubtleCrypto, suite: Suite) -> Option<CryptoKeyPair> {
    let uses = Array::of2(&"sign".into(), &"verify".into());
    let promise = subtle.generate_key_with_object(&algorithm(suite), false, &uses).ok()?;
    JsFuture::from(promise).await.ok().map(JsCast::unchecked_into)
}

const DATABASE: &str = "adil";
const STORE: &str = "keys";
const KEY: &str = "pledge";

/// How long the database may take, in milliseconds.
const PATIENCE: u32 = 3_000;

fn method(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    function.apply(object, &arguments.iter().collect::<Array>())
}

fn store(database: &JsValue, access: &str) -> JsValue {
    let transaction = method(database, "transaction", &[STORE.into(), access.into()]);
    transaction.and_then(|t| method(&t, "objectStore", &[STORE.into()])).unwrap_or_default()
}

async fn request(on: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    answer(&method(on, name, arguments)?).await
}

/// The answer to a request of the database.
async fn answer(request: &JsValue) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        // A database that another page holds back may never answer; nobody's receipt waits for it.
        _ = method(&js_sys::global(), "setTimeout", &[failed.clone().into(), PATIENCE.into()]);
        _ = Reflect::set(request, &"onsuccess".into(), &done);
        _ = Reflect::set(request, &"onerror".into(), &failed);
    });
    JsFuture::from(promise).await?;
    Reflect::get(request, &"result".into())
}

async fn database() -> Result<JsValue, JsValue> {
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into())?;
    let request = method(&factory, "open", &[DATABASE.into(), 1.into()])?;
    let inner = request.clone();
    let upgrade = leptos::wasm_bindgen::prelude::Closure::once_into_js(move || {
        let database = Reflect::get(&inner, &"result".into()).unwrap_or_default();
        // There already if a page of another version made it.
        _ = method(&database, "createObjectStore", &[STORE.into()]);
    });
    Reflect::set(&request, &"onupgradeneeded".into(), &upgrade)?;
    answer(&request).await
}
