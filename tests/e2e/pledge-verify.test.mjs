// Receipts are checked on the page itself: whole ones are told from changed ones, and each flaw is
// said in its own words.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { announced, checkAxe, checkOwn, checkQuiet, checkSoon, fill, fired, shadowText } from "./page.mjs";
import { button, content, paste, receiptBy, SUITES, text, useChecks, verdictOf, wordsOf } from "./checks.mjs";
import { keyboard } from "./solve.mjs";

const { open } = useChecks();

for (const suite of SUITES) {
  test(`a whole receipt is found whole, with what was pledged (${suite})`, async () => {
    const seen = await open();
    await paste(seen, await receiptBy(seen, suite));
    await checkSoon(() => verdictOf(seen), text.receipt_ok);
    const shown = await shadowText(seen.pledge);
    for (const clause of content.clauses) assert.ok(shown.includes(clause.text.en), clause.id);
    assert.ok(shown.includes("2 March 2026"));
    assert.ok(shown.includes(text.receipt_shows) && shown.includes(text.receipt_not_who));
    for (const mark of ["urn:uuid:0f8f1c1e-6c52-4a0a-9d7f-3f5f0b6b2a11", "A pledge", "English", "sha256:", "did"]) {
      assert.equal(shown.includes(mark), mark !== "did", mark);
    }
    await seen.pledge.locator("summary").click();
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
    await checkSoon(() => verdictOf(seen), text.receipt_empty);
    await paste(seen, await receiptBy(seen, SUITES[1]));
    await checkSoon(() => verdictOf(seen), text.receipt_ok);
  }
  await seen.close();
});

const named = (receipt, name) => ({ ...receipt, ...name });
const inProof = (receipt, fields) => ({ ...receipt, proof: { ...receipt.proof, ...fields } });
const inSubject = (receipt, fields) => ({ ...receipt, credentialSubject: { ...receipt.credentialSubject, ...fields } });
const otherKey = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
const cases = {
  "the words “hello”": ["receipt_broken", () => "hello"],
  "half a receipt": ["receipt_broken", (receipt) => JSON.stringify(receipt).slice(0, 400)],
  "a hundred thousand letters": ["receipt_too_large", (receipt) => JSON.stringify(receipt) + " ".repeat(100_000)],
  "ten thousand brackets": ["receipt_broken", () => "[".repeat(10_000)],
  // A browser reads each half of a character as the same sign.
  "half a character": ["receipt_broken", (receipt) => JSON.stringify(receipt).replace("A pledge", "\\ud83d")],
  "a lost character": ["receipt_broken", (receipt) => named(receipt, { name: "A \ufffd" })],
  "another credential": ["receipt_other_credential", (receipt) => named(receipt, { type: ["VerifiableCredential"] })],
  "nothing but null": ["receipt_not_receipt", () => "null"],
  "a shopping list": ["receipt_not_receipt", () => `{"bread": 1, "tea": [null, true, 0.5, -0, 1e999]}`],
  "no clause": ["receipt_not_receipt", (receipt) => inSubject(receipt, { clauseIds: [] })],
  "a suite of the future": ["receipt_newer", (receipt) => inProof(receipt, { cryptosuite: "eddsa-jcs-2030" })],
  "two proofs": ["receipt_newer", (receipt) => named(receipt, { proof: [receipt.proof, receipt.proof] })],
  "a context more": ["receipt_newer", (receipt) => named(receipt, { "@context": [...receipt["@context"], "https://example.org/v1"] })],
  "no signature": ["receipt_no_seal", (receipt) => named(receipt, { proof: undefined })],
  "a hash in the signature's place": ["receipt_no_seal", (receipt) => named(receipt, { proof: undefined, receiptHash: "sha256:00" })],
  "another day": ["receipt_changed", (receipt) => inSubject(receipt, { day: "2026-03-03" })],
  "a clause less": ["receipt_changed", (receipt) => inSubject(receipt, { clauseIds: content.clauses.slice(1).map(({ id }) => id) })],
  "a word more": ["receipt_changed", (receipt) => named(receipt, { grade: "A" })],
  "a hidden word more": ["receipt_changed", (receipt) => JSON.stringify(receipt).replace("{", `{"__proto__":{"grade":"A"},`)],
  // The last of the two is the one that was signed; people may read the first.
  "two days": ["receipt_changed", (receipt) => JSON.stringify(receipt).replace(`"day":`, `"day":"2020-01-01","day":`)],
  "another purpose": ["receipt_changed", (receipt) => inProof(receipt, { proofPurpose: "authentication" })],
  "an issuer that is somebody else": ["receipt_wrong_key", (receipt) => named(receipt, { issuer: otherKey })],
  "a learner that is somebody else": ["receipt_wrong_key", (receipt) => inSubject(receipt, { id: otherKey })],
  "a key by half its name": ["receipt_wrong_key", (receipt) => inProof(receipt, { verificationMethod: receipt.issuer })],
  "the key of somebody else throughout": ["receipt_changed", (receipt) =>
    JSON.stringify(receipt).replaceAll(receipt.issuer.slice(8), otherKey.slice(8))],
};
test("each flaw of a receipt is refused in its own words", async () => {
  const seen = await open();
  for (const [what, [key, change]] of Object.entries(cases)) {
    // The last verdict goes with the last text.
    await seen.pledge.locator("textarea").fill("");
    await checkSoon(() => seen.pledge.locator(".finding").count(), 0);
    await paste(seen, change(await receiptBy(seen, SUITES[0])));
    await checkSoon(() => verdictOf(seen), text[key], what);
    assert.equal(await seen.pledge.locator(".finding").getAttribute("data-state"), "wrong", what);
    assert.ok(!(await shadowText(seen.pledge)).includes(text.receipt_shows), `nothing is said to be proven by ${what}`);
    assert.equal(await seen.pledge.locator(".finding li").count(), 0, `nothing is shown of ${what}`);
  }
  checkQuiet(seen);
  await seen.close();
});

const wholeButs = {
  "of another pledge": ["receipt_other_content", { about: { contentId: "another" } }],
  "of another wording": ["receipt_other_text", { clauses: ["Something else."] }],
  "of a newer make": ["receipt_newer", { grade: "A" }],
  "of a make with another date": ["receipt_newer", { validFrom: "yesterday" }],
  "of a day to come": ["receipt_future", { about: { day: "2199-01-01" } }],
  "without a signature": ["receipt_unsigned_ok", {}, undefined],
};
for (const [what, [key, more, suite = key === "receipt_unsigned_ok" ? undefined : SUITES[0]]] of Object.entries(wholeButs)) {
  test(`a whole receipt ${what} is told from the others`, async () => {
    const seen = await open();
    await paste(seen, await receiptBy(seen, suite, more));
    await checkSoon(() => verdictOf(seen), text[key]);
    const isNewer = key === "receipt_newer";
    assert.equal(await seen.pledge.locator(".finding").getAttribute("data-state"), isNewer ? "wrong" : "partly");
    const shown = await seen.pledge.locator(".finding").textContent();
    // Only words that were pledged are shown as such.
    const isSame = ["receipt_future", "receipt_unsigned_ok"].includes(key);
    assert.equal(shown.includes(content.clauses[0].text.en), isSame);
    assert.equal(shown.includes(text.receipt_names_only), !isSame && !isNewer);
    assert.equal(shown.includes(text.receipt_sum_shows), key === "receipt_unsigned_ok");
    await seen.close();
  });
}

for (const [version, key] of [["0.9", "receipt_older"], ["1.10", "receipt_later"], ["1", undefined]]) {
  test(`a receipt of version ${version} says how that stands to the page's`, async () => {
    const seen = await open();
    await paste(seen, await receiptBy(seen, SUITES[0], { about: { contentVersion: version } }));
    await checkSoon(() => verdictOf(seen), text.receipt_ok);
    const shown = await shadowText(seen.pledge);
    assert.ok(shown.includes(text.receipt_same));
    for (const other of ["receipt_older", "receipt_later"]) {
      assert.equal(shown.includes(fill(text[other], { version, own: content.contentVersion })), other === key, other);
    }
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
  assert.ok(!(await shadowText(seen.pledge)).includes(text.receipt_shows), "nothing is said to be proven");
  await seen.close();
});

/** What a drag or a paste brings. */
const bring = ({ page }, { files = [], words = "" }) => page.evaluateHandle(({ files, words }) => {
  const data = new DataTransfer();
  for (const text of files) data.items.add(new File([text], "receipt.json", { type: "application/json" }));
  if (words) data.setData("text/plain", words);
  return data;
}, { files, words });

const ways = {
  "a dropped file": ["drop", ".base", (words) => ({ files: [words] }), "receipt_ok"],
  "a dropped text": ["drop", ".base", (words) => ({ words }), "receipt_ok"],
  "a pasted file": ["paste", "textarea", (words) => ({ files: [words] }), "receipt_ok"],
  "a text pasted beside the field": ["paste", ".go", (words) => ({ words }), "receipt_ok"],
  "two dropped files": ["drop", ".base", (words) => ({ files: [words, words] }), "receipt_several"],
  "a dropped film": ["drop", ".base", () => ({ files: ["x".repeat(3_000_000)] }), "receipt_too_large"],
  "a dropped picture": ["drop", ".base", () => ({ files: ["\ufffdPNG\r\n"] }), "receipt_broken"],
};
for (const [what, [event, place, brings, key]] of Object.entries(ways)) {
  test(`${what} is taken and not opened by the browser`, async () => {
    const seen = await open();
    const data = await bring(seen, brings(JSON.stringify(await receiptBy(seen, SUITES[0]))));
    const prevented = await seen.pledge.locator(place).evaluate((element, [event, data]) => {
      const options = { bubbles: true, cancelable: true, composed: true, dataTransfer: data, clipboardData: data };
      const made = event === "drop" ? new DragEvent(event, options) : new ClipboardEvent(event, options);
      // Firefox gives an event that a script made a clipboard of its own.
      if (event === "paste") Object.defineProperty(made, "clipboardData", { value: data });
      return !element.dispatchEvent(made);
    }, [event, data]);
    assert.ok(prevented);
    await checkSoon(() => verdictOf(seen), text[key]);
    await seen.close();
  });
}

test("a verdict goes when the text is changed, and comes for the last text only", async () => {
  const seen = await open();
  const receipt = await receiptBy(seen, SUITES[1]);
  await paste(seen, receipt);
  await checkSoon(() => verdictOf(seen), text.receipt_ok);
  await seen.pledge.locator("textarea").press("End");
  await seen.pledge.locator("textarea").press("x");
  await checkSoon(() => seen.pledge.locator(".finding").count(), 0);
  // The browser checks one signature while another text is given. What it found is not told: a
  // receipt that is given after it is checked after it.
  const results = await seen.pledge.evaluate(async (pledge, receipt) => {
    const [area, go] = ["textarea", ".go"].map((name) => pledge.shadowRoot.querySelector(name));
    const results = [];
    pledge.addEventListener("adil-verify", (event) => results.push(event.detail.result));
    const give = (words) => {
      const said = new Promise((says) => pledge.addEventListener("adil-verify", says, { once: true }));
      area.value = words;
      go.click();
      return said;
    };
    give(receipt);
    await give("hello");
    await give(receipt);
    return results;
  }, JSON.stringify(receipt));
  assert.deepEqual(results, ["broken", "ok"]);
  await seen.close();
});

test("a file is chosen, and nothing leaves the page for it", async () => {
  const seen = await open();
  const buffer = Buffer.from(JSON.stringify(await receiptBy(seen, SUITES[0])));
  const asked = seen.asked.length;
  await seen.context.setOffline(true);
  await seen.pledge.locator("input[type=file]").setInputFiles({ name: "receipt.json", mimeType: "application/json", buffer });
  await checkSoon(() => verdictOf(seen), text.receipt_ok);
  assert.equal(seen.asked.length, asked, "no request");
  checkOwn(seen, seen.site.origin);
  await seen.close();
});

test("by the keyboard alone", async () => {
  const seen = await open();
  await paste(seen, await receiptBy(seen, SUITES[0]), { hand: keyboard(seen.page) });
  await checkSoon(() => verdictOf(seen), text.receipt_ok);
  await checkSoon(async () => (await announced(seen.page)).includes(text.receipt_ok), true, "the verdict is said");
  assert.ok(await button(seen.pledge).evaluate((element) => element.matches(":focus")), "focus stays at the button");
  await keyboard(seen.page).tabTo(seen.pledge.locator("input[type=file]"));
  const ring = () => seen.pledge.locator(".choose").evaluate((element) => getComputedStyle(element).outlineStyle);
  await checkSoon(ring, "solid", "the focus in the hidden field is seen at its label");
  await seen.close();
});

for (const lang of ["ru", "kk", "ar"]) {
  test(`the check speaks the page's language, and its clauses the receipt's (${lang})`, async () => {
    const seen = await open({ lang, viewport: { width: 360, height: 740 } });
    const texts = wordsOf(lang);
    await paste(seen, await receiptBy(seen, SUITES[0]), { texts });
    await checkSoon(() => verdictOf(seen), texts.receipt_ok);
    const clause = seen.pledge.locator(".finding li > *").first();
    assert.equal(await clause.innerText(), content.clauses[0].text.en);
    assert.equal(await clause.getAttribute("lang"), "en");
    assert.equal(await seen.pledge.locator(".base").getAttribute("dir"), lang === "ar" ? "rtl" : "ltr");
    await seen.pledge.locator("summary").click();
    assert.equal(await seen.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    const small = await seen.pledge.locator(".go, .choose, summary, textarea").evaluateAll((all) =>
      all.filter((element) => element.offsetHeight < 44).map((element) => element.className));
    assert.deepEqual(small, []);
    await checkAxe(seen.page, "a whole receipt", "adil-pledge");
    await paste(seen, "{}", { texts });
    await checkSoon(() => verdictOf(seen), texts.receipt_not_receipt);
    await checkAxe(seen.page, "a refusal", "adil-pledge");
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
