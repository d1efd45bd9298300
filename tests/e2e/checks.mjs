// Receipts made from the specifications alone, and pages that check them.
import { example, html, readJson, ready, useBrowser } from "./page.mjs";
import { hands } from "./solve.mjs";

export const content = example("my-pledge");
export const wordsOf = (lang = "en") => readJson(`locales/pledge.${lang}.json`);
export const text = wordsOf();
export const SUITES = ["eddsa-jcs-2022", "ecdsa-jcs-2019"];
const ids = content.clauses.map(({ id }) => id);

/** One browser for the tests of a file, and a way to open a page that checks receipts of this pledge. */
export function useChecks() {
  const browser = useBrowser();
  const open = async ({ lang = "en", file = "my-pledge", ...options } = {}) => {
    const tag = `<adil-pledge mode="verify" loading="eager" src="/adil/examples/${file}.json"><p>The fallback.</p></adil-pledge>`;
    const made = await browser.site({ bodies: { "/page.html": html(tag, { lang }) } });
    const seen = await browser.visit(`${made.origin}/page.html`, options);
    const pledge = seen.page.locator("adil-pledge").first();
    await ready(pledge);
    return { ...seen, pledge, site: made };
  };
  return { ...browser, open };
}

/** Runs in the page: makes and signs a receipt from the specifications alone. */
async function sign({ suite, subject, clauses, now, extra }) {
  const jcs = (value) => {
    if (Array.isArray(value)) return `[${value.map(jcs)}]`;
    if (value !== Object(value)) return JSON.stringify(value);
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`)}}`;
  };
  const sha256 = async (words) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));
  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const base58 = (bytes) => {
    const letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let words = "";
    for (let rest = BigInt(`0x${hex(bytes)}`); rest > 0n; rest /= 58n) words = letters[rest % 58n] + words;
    return `z${"1".repeat([...bytes].findIndex((byte) => byte > 0))}${words}`;
  };
  const contexts = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/undefined-terms/v2"];
  const about = { type: "Pledge", ...subject, textHash: `sha256:${hex(await sha256(clauses.join("\n")))}` };
  const document = {
    "@context": contexts, id: "urn:uuid:0f8f1c1e-6c52-4a0a-9d7f-3f5f0b6b2a11",
    type: ["VerifiableCredential", "PledgeReceipt"], name: "A pledge", validFrom: now, ...extra,
  };
  if (!suite) {
    const whole = { ...document, credentialSubject: about };
    return { ...whole, receiptHash: `sha256:${hex(await sha256(jcs(whole)))}` };
  }
  const algorithm = suite === "eddsa-jcs-2022"
    ? { name: "Ed25519" } : { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const generate = () => crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  // WebKitGTK fails to make about one Ed25519 key in two hundred.
  const pair = await generate().catch(generate);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const spelt = suite === "eddsa-jcs-2022" ? [0xed, 1, ...raw] : [0x80, 0x24, 2 + (raw[64] & 1), ...raw.slice(1, 33)];
  const key = base58(new Uint8Array(spelt));
  const did = `did:key:${key}`;
  const signed = { ...document, issuer: did, credentialSubject: { id: did, ...about } };
  const options = {
    type: "DataIntegrityProof", cryptosuite: suite, created: now, verificationMethod: `${did}#${key}`,
    proofPurpose: "assertionMethod", "@context": contexts,
  };
  const data = new Uint8Array([...await sha256(jcs(options)), ...await sha256(jcs(signed))]);
  const value = base58(new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, data)));
  return { ...signed, proof: { ...options, proofValue: value } };
}

/** A receipt of this pledge; `about` and `extra` say what else stands in it. */
export const receiptBy = ({ page }, suite, { about = {}, clauses, ...extra } = {}) => page.evaluate(sign, {
  suite, extra, now: "2026-03-02T08:15:30Z",
  clauses: clauses ?? content.clauses.map((clause) => clause.text.en),
  subject: {
    contentId: content.id, contentVersion: content.contentVersion, clauseIds: ids, language: "en", day: "2026-03-02",
    ...about,
  },
});

export const verdictOf = ({ pledge }) => pledge.locator(".verdict").innerText();
export const button = (pledge, words = text) => pledge.getByRole("button", { name: words.receipt_check, exact: true });

/** Pastes a text and presses; what is said. */
export async function paste(seen, words, { hand = hands.mouse, texts = text } = {}) {
  await seen.pledge.locator("textarea").fill(typeof words === "string" ? words : JSON.stringify(words));
  await hand.press(button(seen.pledge, texts));
}
