// Judges a pledge receipt as any stranger could, with none of Adil's code: by Digital Bazaar's
// implementations of eddsa-jcs-2022, ecdsa-jcs-2019 and the Verifiable Credentials data model 2.0.
// Nothing is fetched: a did:key is its own key, and the contexts come out of a package.
import { isDeepStrictEqual } from "node:util";
import { contexts } from "@digitalbazaar/credentials-context";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as ecdsa from "@digitalbazaar/ecdsa-jcs-2019-cryptosuite";
import * as eddsa from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import * as vc from "@digitalbazaar/vc";
import jsonld from "jsonld";
import jsigs from "jsonld-signatures";

const suite = [eddsa, ecdsa].map(
  (suite) => new DataIntegrityProof({ cryptosuite: suite.createVerifyCryptosuite() }),
);
const { AssertionProofPurpose } = jsigs.purposes;

/**
 * Whether this is a credential whose issuer, a did:key, has signed all of it.
 * The time now matters because no receipt is valid before its `validFrom`.
 * @returns {Promise<{ verified: boolean, reason?: string }>}
 */
export async function verifyReceipt(receipt, { now = new Date() } = {}) {
  return judge(receipt, async () => {
    checkDates(receipt);
    const { verified, error } = await vc.verifyCredential({ credential: receipt, suite, documentLoader, now });
    // In its safe mode the processor throws at a term that no context defines.
    if (verified) await jsonld.expand(receipt, { documentLoader, safe: true });
    return { verified, error };
  });
}

/**
 * Whether the document is signed by the key that its proof names, whoever its issuer is.
 * The W3C's test vectors are such: their issuer is not the holder of their key.
 */
export async function verifyProof(document) {
  const purpose = new AssertionProofPurpose();
  return judge(document, () => jsigs.verify(document, { suite, purpose, documentLoader }));
}

async function judge(document, verify) {
  try {
    checkValues(document);
    checkProof(document);
    const { verified, error } = await verify();
    return verified ? { verified } : { verified: false, reason: reasonOf(error) };
  } catch (error) {
    return { verified: false, reason: reasonOf(error) };
  }
}

/** The innermost messages: those around them say only that something failed. */
const reasonOf = (error) => error?.errors?.map(reasonOf).join("; ") || error?.message || "not verified";

function check(holds, reason) {
  if (!holds) throw new Error(reason);
}

/** Only text and whole numbers mean the same to every reader of JSON, so only they are signed. */
function checkValues(value, path = "the receipt") {
  if (typeof value === "string") return check(value.isWellFormed(), `${path} holds half a character`);
  if (typeof value === "number") {
    return check(Number.isSafeInteger(value) && !Object.is(value, -0), `${path} is not a safe whole number`);
  }
  check(value !== null && typeof value === "object", `${path} is neither text nor a whole number`);
  for (const [key, inner] of Object.entries(value)) {
    check(key.isWellFormed(), `${path} has a key with half a character`);
    checkValues(inner, `${path}.${key}`);
  }
}

/** What the suites demand of a proof and the packages do not: each would let it be altered unseen. */
function checkProof(document) {
  const { proof } = document;
  check(proof && !Array.isArray(proof), "there is not exactly one proof");
  // The packages read past spaces, and base64 as well.
  check(/^z[1-9A-HJ-NP-Za-km-z]+$/.test(proof.proofValue), "proofValue is not base58btc");
  // A verifier has to take the proof's contexts for the document's: others after them would be unsigned.
  check(isDeepStrictEqual(proof["@context"], document["@context"]), "the @context of the proof is another one");
}

/** The packages take times of no zone, and for the proof's any text with a time in it. */
function checkDates({ validFrom, proof }) {
  for (const [name, date] of Object.entries({ validFrom, created: proof.created })) {
    const inUtc = typeof date === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date);
    check(inUtc, `${name} is not a time in UTC to the second`);
  }
}

/** Gives the contexts of the data model, and for a did:key of either suite what it says of itself. */
async function documentLoader(url) {
  const [, did, key, fragment] = /^(did:key:(z6Mk\w+|zDn\w+))(#\2)?$/.exec(url) ?? [];
  const document = did ? keyDocument(did, key, fragment) : contexts.get(url);
  check(document, `${url} is not at hand`);
  return { contextUrl: null, documentUrl: url, document };
}

function keyDocument(did, key, fragment) {
  const id = `${did}#${key}`;
  if (!fragment) return { "@context": "https://www.w3.org/ns/did/v1", id: did, assertionMethod: [id] };
  const method = { id, type: "Multikey", controller: did, publicKeyMultibase: key };
  return { "@context": "https://w3id.org/security/multikey/v1", ...method };
}
