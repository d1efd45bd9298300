// Receipts are checked on the page itself: whole ones are told from changed ones, and each flaw is
// said in its own words.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkAxe, checkOwn, checkQuiet, checkSoon, example, fired, html, readJson, ready, shadowText, useBrowser,
} from "./page.mjs";
import { hands, keyboard } from "./solve.mjs";

const { site, visit } = useBrowser();
const content = example("my-pledge");
const wordsOf = (lang = "en") => readJson(`locales/pledge.${lang}.json`);
const text = wordsOf();
const ids = content.clauses.map(({ id }) => id);

/** Opens a page that checks receipts of this pledge. */
async function open({ lang = "en", file = "my-pledge", ...options } = {}) {
  const tag = `<adil-pledge mode="verify" loading="eager" src="/adil/examples/${file}.json"><p>The fallback.</p></adil-pledge>`;
  const made = await site({ bodies: { "/page.html": html(tag, { lang }) } });
  const seen = await visit(`${made.origin}/page.html`, options);
  const pledge = seen.page.locator("adil-pledge").first();
  await ready(pledge);
  return { ...seen, pledge, site: made };
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
  const pair = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
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
const receiptBy = ({ page }, suite, { about = {}, clauses, ...extra } = {}) => page.evaluate(sign, {
  suite, extra, now: "2026-03-02T08:15:30Z",
  clauses: clauses ?? content.clauses.map((clause) => clause.text.en),
  subject: {
    contentId: content.id, contentVersion: content.contentVersion, clauseIds: ids, language: "en", day: "2026-03-02",
    ...about,
  },
});

const verdictOf = ({ pledge }) => pledge.locator(".verdict").innerText();
const button = (pledge, words = text) => pledge.getByRole("button", { name: words.receipt_check, exact: true });

/** Pastes a text and presses; what is said. */
async function paste(seen, words, { hand = hands.mouse, texts = text } = {}) {
  await seen.pledge.locator("textarea").fill(typeof words === "string" ? words : JSON.stringify(words));
  await hand.press(button(seen.pledge, texts));
}

const SUITES = ["eddsa-jcs-2022", "ecdsa-jcs-2019"];
for (const suite of SUITES) {
  test(`a whole receipt is found whole, with what was pledged (${suite})`, async () => {
    const seen = await open();
    await paste(seen, await receiptBy(seen, suite));
    await checkSoon(() => verdictOf(seen), text.receipt_ok);
    const shown = await shadowText(seen.pledge);
    for (const clause of content.clauses) assert.ok(shown.includes(clause.text.en), clause.id);
    assert.ok(shown.includes("2 March 2026"));
    assert.ok(shown.includes(text.receipt_proves) && shown.includes(text.receipt_not));
    await checkAxe(seen.page, "a whole receipt", "adil-pledge");
    const results = (await fired(seen.page, "verify")).map(({ detail }) => detail.result);
    assert.deepEqual(results, ["ok"]);
    checkQuiet(seen);
    await seen.close();
  });
}

test("whichever parity a P-256 key has, its receipt is checked", async () => {
  const seen = await open();
  for (let n = 0; n < 12; n++) {
    await paste(seen, "");
    await checkSoon(() => verdictOf(seen), text.receipt_broken);
    await paste(seen, await receiptBy(seen, SUITES[1]));
    await checkSoon(() => verdictOf(seen), text.receipt_ok);
  }
  await seen.close();
});

const wrongKey = (receipt) => ({ ...receipt, issuer: receipt.issuer.replace(/.{3}$/, "abc") });
const cases = {
  "the words “hello”": ["receipt_broken", () => "hello"],
  "half a receipt": ["receipt_broken", (receipt) => JSON.stringify(receipt).slice(0, 400)],
  "six megabytes": ["receipt_broken", (receipt) => JSON.stringify(receipt) + " ".repeat(6_000_000)],
  "ten thousand brackets": ["receipt_broken", () => "[".repeat(10_000)],
  "another credential": ["receipt_not_receipt", (receipt) => ({ ...receipt, type: ["VerifiableCredential"] })],
  "nothing but null": ["receipt_not_receipt", () => "null"],
  "a suite of the future": ["receipt_not_receipt", (receipt) => ({
    ...receipt, proof: { ...receipt.proof, cryptosuite: "eddsa-jcs-2030" },
  })],
  "another day": ["receipt_changed", (receipt) => ({
    ...receipt, credentialSubject: { ...receipt.credentialSubject, day: "2026-03-03" },
  })],
  "a clause less": ["receipt_changed", (receipt) => ({
    ...receipt, credentialSubject: { ...receipt.credentialSubject, clauseIds: ids.slice(1) },
  })],
  "a word more": ["receipt_changed", (receipt) => ({ ...receipt, grade: "A" })],
  "the key of somebody else": ["receipt_changed", wrongKey],
};
for (const [what, [key, change]] of Object.entries(cases)) {
  test(`${what} is refused in its own words`, async () => {
    const seen = await open();
    await paste(seen, change(await receiptBy(seen, SUITES[0])));
    await checkSoon(() => verdictOf(seen), text[key]);
    assert.equal(await seen.pledge.locator(".finding").getAttribute("data-state"), "wrong");
    assert.ok(!(await shadowText(seen.pledge)).includes(text.receipt_proves), "nothing is said to be proven");
    checkQuiet(seen);
    await seen.close();
  });
}

const wholeButs = {
  "of another pledge": ["receipt_other_content", { about: { contentId: "another" } }],
  "of another wording": ["receipt_other_text", { clauses: ["Something else."] }],
  "of a day to come": ["receipt_future", { about: { day: "2199-01-01" } }],
  "without a signature": ["receipt_unsigned_ok", {}, undefined],
};
for (const [what, [key, more, suite = key === "receipt_unsigned_ok" ? undefined : SUITES[0]]] of Object.entries(wholeButs)) {
  test(`a whole receipt ${what} is told from the others`, async () => {
    const seen = await open();
    await paste(seen, await receiptBy(seen, suite, more));
    await checkSoon(() => verdictOf(seen), text[key]);
    assert.equal(await seen.pledge.locator(".finding").getAttribute("data-state"), "partly");
    await seen.close();
  });
}

test("on plain http signatures are not checked, and it says so", async () => {
  const signer = await open();
  const receipt = await receiptBy(signer, SUITES[0]);
  await signer.close();
  // There the browser has no cryptography for pages.
  const insecure = () => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
  const seen = await open({ init: [insecure] });
  await paste(seen, receipt);
  await checkSoon(() => verdictOf(seen), text.receipt_no_crypto);
  await seen.close();
});

test("a thousand edits of receipts by chance are refused, each one", async (t) => {
  const seen = await open();
  let state = 20261124;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const edits = [];
  for (const suite of [...SUITES, undefined]) {
    const receipt = await receiptBy(seen, suite);
    const whole = JSON.stringify(receipt);
    const places = [];
    const walk = (value, path) => {
      if (typeof value === "object") Object.entries(value).forEach(([key, inner]) => walk(inner, [...path, key]));
      else places.push(path);
    };
    walk(receipt, []);
    for (let n = 0; n < 360; n++) {
      const edited = JSON.parse(whole);
      const path = places[random(places.length)];
      const holder = path.slice(0, -1).reduce((value, key) => value[key], edited);
      const name = path.at(-1);
      const before = holder[name];
      const at = random(before.length);
      const kind = random(4);
      if (kind === 0) holder[name] = before.slice(0, at) + String.fromCharCode(97 + random(26)) + before.slice(at + 1);
      if (kind === 1) holder[name] = before.slice(0, at) + before.slice(at + 1);
      if (kind === 2) holder[name] = `${before} `;
      if (kind === 3) Array.isArray(holder) ? holder.splice(Number(name), 1) : delete holder[name];
      const words = JSON.stringify(edited);
      if (words !== whole) edits.push(words);
    }
  }
  const results = await seen.pledge.evaluate(async (pledge, edits) => {
    const area = pledge.shadowRoot.querySelector("textarea");
    const go = pledge.shadowRoot.querySelector(".go");
    const results = [];
    for (const words of edits) {
      const done = new Promise((says) => pledge.addEventListener("adil-verify", ({ detail }) => says(detail.result), { once: true }));
      area.value = words;
      go.click();
      results.push(await done);
    }
    return results;
  }, edits);
  const refused = ["changed", "not_receipt", "broken"];
  const through = results.flatMap((result, n) => (refused.includes(result) ? [] : [`${result}: ${edits[n]}`]));
  assert.deepEqual(through, []);
  t.diagnostic(`${edits.length} edits refused`);
  assert.ok(edits.length >= 1_000, `${edits.length} edits`);
  checkQuiet(seen);
  await seen.close();
});

test("a file is chosen or dropped, and nothing leaves the page for it", async () => {
  const seen = await open();
  const buffer = Buffer.from(JSON.stringify(await receiptBy(seen, SUITES[0])));
  const asked = seen.asked.length;
  await seen.context.setOffline(true);
  await seen.pledge.locator("input[type=file]").setInputFiles({ name: "receipt.json", mimeType: "application/json", buffer });
  await checkSoon(() => verdictOf(seen), text.receipt_ok);
  await paste(seen, "");
  await checkSoon(() => verdictOf(seen), text.receipt_broken);
  const data = await seen.page.evaluateHandle((words) => {
    const data = new DataTransfer();
    data.items.add(new File([words], "receipt.json", { type: "application/json" }));
    return data;
  }, buffer.toString());
  await seen.pledge.locator(".base").dispatchEvent("drop", { dataTransfer: data });
  await checkSoon(() => verdictOf(seen), text.receipt_ok);
  assert.equal(seen.asked.length, asked, "no request");
  checkOwn(seen, seen.site.origin);
  await seen.close();
});

test("by the keyboard alone", async () => {
  const seen = await open();
  await paste(seen, await receiptBy(seen, SUITES[0]), { hand: keyboard(seen.page) });
  await checkSoon(() => verdictOf(seen), text.receipt_ok);
  const said = await seen.pledge.locator("[role=status].visually-hidden").allTextContents();
  assert.ok(said.includes(text.receipt_ok), "the verdict is said");
  await seen.close();
});

for (const lang of ["ru", "kk", "ar"]) {
  test(`the check speaks the page's language, and its clauses the receipt's (${lang})`, async () => {
    const seen = await open({ lang, viewport: { width: 360, height: 740 } });
    const texts = wordsOf(lang);
    await paste(seen, await receiptBy(seen, SUITES[0]), { texts });
    await checkSoon(() => verdictOf(seen), texts.receipt_ok);
    const clause = seen.pledge.locator(".finding li").first();
    assert.equal(await clause.innerText(), content.clauses[0].text.en);
    assert.equal(await clause.getAttribute("lang"), "en");
    assert.equal(await seen.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await checkAxe(seen.page, "a whole receipt", "adil-pledge");
    await seen.close();
  });
}

test("hostile words in a receipt show as words", async () => {
  const seen = await open();
  const bad = `"><img src=x onerror="window.ran=1"><script>window.ran=1</script>`;
  await paste(seen, await receiptBy(seen, SUITES[0], { about: { contentId: bad, clauseIds: [bad] } }));
  await checkSoon(() => verdictOf(seen), text.receipt_other_content);
  assert.ok((await shadowText(seen.pledge)).includes(bad));
  assert.equal(await seen.page.evaluate(() => window.ran), undefined);
  await seen.close();
});
