// Whoever judges receipts is judged first: the verifier of receipts.mjs accepts what the W3C
// published and what a signer written from the specifications alone makes, and nothing near it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "../run/test.mjs";
import { isDeepStrictEqual } from "node:util";
import { verifyProof, verifyReceipt } from "./receipts.mjs";

const { subtle } = globalThis.crypto;
const hex = (bytes) => Buffer.from(bytes).toString("hex");

// What the two suites differ in: the key, the signature, and how a key is spelt in a did:key.
const suites = {
  "eddsa-jcs-2022": {
    algorithm: { name: "Ed25519" },
    spell: (raw) => [0xed, 0x01, ...raw],
  },
  "ecdsa-jcs-2019": {
    algorithm: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
    // A compressed point: the parity of y, then x.
    spell: (raw) => [0x80, 0x24, 2 + (raw[64] & 1), ...raw.slice(1, 33)],
  },
};
const names = Object.keys(suites);
const vector = async (name) => JSON.parse(await readFile(new URL(`../vectors/${name}.json`, import.meta.url), "utf8"));

// The signer shares nothing with the verifier: neither its packages nor its code.

/** RFC 8785, for text and whole numbers. */
function jcs(value) {
  if (Array.isArray(value)) return `[${value.map(jcs)}]`;
  if (value !== Object(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`)}}`;
}

function base58btc(bytes) {
  const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  let text = "";
  for (let rest = BigInt(`0x${hex(bytes)}`); rest > 0n; rest /= 58n) text = alphabet[rest % 58n] + text;
  return `z${"1".repeat([...bytes].findIndex((byte) => byte > 0))}${text}`;
}

const sha256 = async (value) => Buffer.from(await subtle.digest("SHA-256", new TextEncoder().encode(jcs(value))));
const hashesOf = async ({ proof: { proofValue, ...options }, ...document }) =>
  Promise.all([sha256(options), sha256(document)]);

async function makeKey(name) {
  const { algorithm, spell } = suites[name];
  const { privateKey, publicKey } = await subtle.generateKey(algorithm, false, ["sign", "verify"]);
  const spelt = base58btc(spell(new Uint8Array(await subtle.exportKey("raw", publicKey))));
  const sign = async (data) => Buffer.from(await subtle.sign(algorithm, privateKey, data));
  return { name, did: `did:key:${spelt}`, method: `did:key:${spelt}#${spelt}`, sign };
}

/** Signs a document; `proof` overrides what a proof holds, and undefined takes it out. */
async function secure(document, key, { proof: extra = {}, order = (hashes) => hashes, encode = base58btc } = {}) {
  const proof = JSON.parse(JSON.stringify({
    type: "DataIntegrityProof",
    cryptosuite: key.name,
    created: "2026-03-02T08:15:30Z",
    verificationMethod: key.method,
    proofPurpose: "assertionMethod",
    "@context": document["@context"],
    ...extra,
  }));
  const signature = await key.sign(Buffer.concat(order(await hashesOf({ ...document, proof }))));
  return { ...document, proof: { ...proof, proofValue: encode(signature) } };
}

/** A receipt before it is signed. Its texts are not all ASCII, as those of schools are not. */
const receiptOf = (issuer) => ({
  "@context": [
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/ns/credentials/undefined-terms/v2",
  ],
  id: "urn:uuid:0f8f1c1e-6c52-4a0a-9d7f-3f5f0b6b2a11",
  type: ["VerifiableCredential", "PledgeReceipt"],
  name: "Dürüstlük andı ✓",
  issuer,
  validFrom: "2026-03-02T08:15:30Z",
  credentialSubject: {
    id: issuer,
    type: "Pledge",
    contentId: "academic-integrity",
    contentVersion: 30,
    clauseIds: ["own-work", "sources", "help"],
    textHash: `sha256:${"5e".repeat(32)}`,
    language: "az",
    day: "2026-03-02",
  },
});

async function checkRefused(document, reason, what, verify = verifyReceipt) {
  const verdict = await verify(document);
  assert.equal(verdict.verified, false, `refused: ${what}`);
  assert.match(verdict.reason, reason, `the reason to refuse: ${what}`);
}

async function checkVerified(document, verify = verifyReceipt) {
  assert.deepEqual(await verify(document), { verified: true });
}

// Everything that a hand can do to one place, by what is there: a field of an object or an item of a list.
const alterations = {
  any: {
    "taken out": (from, key) => (Array.isArray(from) ? from.splice(key, 1) : delete from[key]),
    "put in a list": (from, key) => (from[key] = [from[key]]),
  },
  text: {
    "one letter more": (from, key) => (from[key] += "x"),
    "one letter less": (from, key) => (from[key] = from[key].slice(0, -1)),
  },
  number: {
    "one more": (from, key) => (from[key] += 1),
    "as text": (from, key) => (from[key] = `${from[key]}`),
  },
  list: {
    "one item more": (from, key) => from[key].push("https://example.org/more"),
    "in reverse": (from, key) => from[key].reverse(),
  },
  object: {
    "one field more": (from, key) => (from[key].more = "x"),
    // A reader that copies fields by assignment would lose this one and see nothing altered.
    "one hidden field more": (from, key) =>
      Object.defineProperty(from[key], "__proto__", { value: { more: "x" }, enumerable: true }),
  },
};

function kindOf(value) {
  if (Array.isArray(value)) return "list";
  return { string: "text", number: "number" }[typeof value] ?? "object";
}

function* placesIn(value, path = []) {
  yield path;
  if (value !== Object(value)) return;
  for (const key of Object.keys(value)) yield* placesIn(value[key], [...path, key]);
}

async function checkAlterations(document, verify, atLeast) {
  let count = 0;
  for (const path of placesIn(document, ["document"])) {
    const at = (whole) => path.slice(0, -1).reduce((inner, key) => inner[key], whole);
    const kind = kindOf(at({ document })[path.at(-1)]);
    for (const [what, alter] of Object.entries({ ...alterations.any, ...alterations[kind] })) {
      const altered = structuredClone({ document });
      alter(at(altered), path.at(-1));
      // A list of one item reads the same in reverse.
      if (isDeepStrictEqual(altered, { document })) continue;
      await checkRefused(altered.document, /./, `${path.join(".")}, ${what}`, verify);
      count += 1;
    }
  }
  assert.ok(count >= atLeast, `${count} alterations were tried`);
}

for (const name of names) {
  test(`${name}: the W3C's signed credential is accepted, and no alteration of it`, async () => {
    const { signed } = await vector(name);
    await checkVerified(signed, verifyProof);
    await checkAlterations(signed, verifyProof, 70);
  });

  test(`${name}: the signer of these tests hashes and spells as the W3C published`, async () => {
    const { signed, proofHash, documentHash, signature } = await vector(name);
    assert.deepEqual((await hashesOf(signed)).map(hex), [proofHash, documentHash]);
    assert.equal(base58btc(Buffer.from(signature, "hex")), signed.proof.proofValue);
  });

  test(`${name}: a receipt signed by the specifications is accepted, and no alteration of it`, async () => {
    const key = await makeKey(name);
    const receipt = await secure(receiptOf(key.did), key);
    await checkVerified(receipt);
    await checkAlterations(receipt, verifyReceipt, 90);
  });

  test(`${name}: of 1,000 alterations of one byte none is accepted`, async (t) => {
    const key = await makeKey(name);
    await checkBytes(t, await secure(receiptOf(key.did), key), 1_000);
  });
}

/** Numbers below `limit`, the same at each run. */
function seeded(seed) {
  return (limit) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** The bytes with one of them replaced, left out, or put in; half of the new ones are plain letters. */
function withOneEdit(bytes, random) {
  const at = random(bytes.length);
  const byte = random(2) ? 0x20 + random(0x5f) : random(0x100);
  const [kept, put] = [[1, [byte]], [1, []], [0, [byte]]][random(3)];
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + kept)]);
}

function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Edits that leave the same JSON, such as a space more, are counted apart and others made instead. */
async function checkBytes(t, receipt, times) {
  const bytes = Buffer.from(JSON.stringify(receipt));
  const random = seeded(20_260_302);
  const seen = { noJson: 0, refused: 0, same: 0 };
  while (seen.noJson + seen.refused < times) {
    const edited = withOneEdit(bytes, random);
    const value = parsed(edited);
    if (value === undefined) {
      seen.noJson += 1;
    } else if (isDeepStrictEqual(value, receipt)) {
      seen.same += 1;
    } else {
      await checkRefused(value, /./, edited.toString());
      seen.refused += 1;
    }
  }
  t.diagnostic(`${seen.noJson} no JSON any more, ${seen.refused} refused, ${seen.same} the same and left out`);
  assert.ok(seen.refused > times / 3, "enough edits reach the verifier");
}

test("the W3C's credentials are no receipts, as their issuers do not hold the keys", async () => {
  for (const name of names) {
    await checkRefused((await vector(name)).signed, /issuer must match/, name);
  }
});

// Documents that are rightly signed and yet no receipts: [what, its field or proof, the reason].
const [v2, undefinedTerms] = receiptOf()["@context"];
const strangers = [
  ["another issuer", { issuer: "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2" }, /issuer must match/],
  ["no issuer", { issuer: undefined }, /"issuer" property is required/],
  ["no subject", { credentialSubject: undefined }, /"credentialSubject" property is required/],
  ["no credential by its type", { type: ["PledgeReceipt"] }, /must include `VerifiableCredential`/],
  ["no date", { validFrom: undefined }, /validFrom is not a time in UTC/],
  ["a date without a time", { validFrom: "2026-03-02" }, /validFrom is not a time in UTC/],
  ["a time of no zone", { validFrom: "2026-03-02T08:15:30" }, /validFrom is not a time in UTC/],
  ["a list with a date", { validFrom: ["2026-03-02T08:15:30Z"] }, /validFrom is not a time in UTC/],
  ["a date to come", { validFrom: "2126-03-02T08:15:30Z" }, /is before "validFrom"/],
  ["not the data model 2.0 first", { "@context": [undefinedTerms, v2] }, /needs to be first in the list of contexts/],
  ["terms that nothing defines", { "@context": [v2] }, /Safe mode/i],
  ["a context that has to be fetched", { "@context": [v2, "https://example.org/v1"] }, /example\.org\/v1/],
  ["a fraction", { score: 0.5 }, /score is not a safe whole number/],
  ["a number that others round", { score: 2 ** 53 }, /score is not a safe whole number/],
  ["minus nought", { score: -0 }, /score is not a safe whole number/],
  ["a truth value", { signed: true }, /signed is neither text nor a whole number/],
  ["null", { note: null }, /note is neither text nor a whole number/],
  ["half a character", { note: "\ud83d" }, /note holds half a character/],
  ["half a character in a key", { "\ud83d": "note" }, /has a key with half a character/],
];
const proofs = [
  ["another purpose", { proof: { proofPurpose: "authentication" } }, /insufficient proofs matched/],
  ["another type of proof", { proof: { type: "Ed25519Signature2020" } }, /insufficient proofs matched/],
  ["a suite of another form", { proof: { cryptosuite: "eddsa-rdfc-2022" } }, /insufficient proofs matched/],
  ["no date of the proof", { proof: { created: undefined } }, /created is not a time in UTC/],
  ["words around its date", { proof: { created: "on 2026-03-02T08:15:30Z" } }, /created is not a time in UTC/],
  ["no contexts in the proof", { proof: { "@context": undefined } }, /@context of the proof is another one/],
  ["fewer contexts in the proof", { proof: { "@context": [v2] } }, /@context of the proof is another one/],
  ["a key that has to be fetched", { proof: { verificationMethod: "did:web:example.org#key" } }, /not at hand/],
  ["the document's hash first", { order: (hashes) => hashes.toReversed() }, /Invalid signature/],
  ["a signature in base64", { encode: (bytes) => `u${bytes.toString("base64url")}` }, /proofValue is not base58btc/],
  ["a signature with a space", { encode: (bytes) => `${base58btc(bytes)} ` }, /proofValue is not base58btc/],
  ["a signature in no base", { encode: hex }, /proofValue is not base58btc/],
  ["a signature of 63 bytes", { encode: (bytes) => base58btc(bytes.subarray(1)) }, /Invalid signature/],
];

for (const name of names) {
  test(`${name}: what is signed but is not as the specifications want it is refused`, async () => {
    const key = await makeKey(name);
    const receipt = receiptOf(key.did);
    for (const [what, fields, reason] of strangers) {
      const document = Object.fromEntries(
        Object.entries({ ...receipt, ...fields }).filter(([, value]) => value !== undefined),
      );
      await checkRefused(await secure(document, key), reason, what);
    }
    for (const [what, options, reason] of proofs) {
      await checkRefused(await secure(receipt, key, options), reason, what);
    }
  });

  test(`${name}: a key of the other suite, a key by half its name, two proofs and none are refused`, async () => {
    const [key, other] = [await makeKey(name), await makeKey(names.find((other) => other !== name))];
    const receipt = await secure(receiptOf(key.did), key);
    for (const fragment of ["", "#key", `#${other.did.slice(8)}`]) {
      const proof = { verificationMethod: key.did + fragment };
      await checkRefused(await secure(receiptOf(key.did), key, { proof }), /./, `a key named …${fragment}`);
    }
    const mislabelled = await secure(receiptOf(other.did), other, { proof: { cryptosuite: name } });
    await checkRefused(mislabelled, /./, "a key of the other suite");
    const second = await secure(receiptOf(key.did), other);
    await checkRefused({ ...receipt, proof: [receipt.proof, second.proof] }, /not exactly one proof/, "two proofs");
    await checkRefused(receiptOf(key.did), /not exactly one proof/, "no proof");
  });
}

test("what is no document is refused, and not by an error", async () => {
  for (const value of [undefined, null, "text", 7, [], {}, { proof: "text" }, { proof: {} }]) {
    await checkRefused(value, /./, JSON.stringify(value) ?? "undefined");
  }
});

test("a receipt is valid from its date on, by the clock that is given", async () => {
  const key = await makeKey(names[0]);
  const receipt = await secure(receiptOf(key.did), key);
  const at = (now) => (document) => verifyReceipt(document, { now: new Date(now) });
  await checkVerified(receipt, at("2026-03-02T08:15:31Z"));
  await checkRefused(receipt, /is before "validFrom"/, "a day before", at("2026-03-01T08:15:30Z"));
});
