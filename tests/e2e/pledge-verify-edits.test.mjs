// Whatever a hand does to a receipt, it is not taken for whole.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import { comesToRest } from "./guard.mjs";
import { checkQuiet, checkSoon, hasState, html, ready } from "./page.mjs";
import { content, paste, receiptBy, SUITES, text, useChecks, verdictOf } from "./checks.mjs";

const { open, site, visit } = useChecks();

// Browsers before 2025 have no Ed25519.
const withoutEd25519 = () => {
  const { generateKey } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.generateKey = function (algorithm, ...rest) {
    if (algorithm.name === "Ed25519") return Promise.reject(new DOMException("", "NotSupportedError"));
    return generateKey.call(this, algorithm, ...rest);
  };
};

/** Makes a pledge as a learner does, and saves its receipt. */
async function pledgeFor(suite) {
  const tag = `<adil-pledge loading="eager" src="/adil/examples/my-pledge.json"><p>The fallback.</p></adil-pledge>`;
  const made = await site({ bodies: { "/page.html": html(tag) } });
  const init = suite === SUITES[0] ? [] : [withoutEd25519];
  const { page, ...seen } = await visit(`${made.origin}/page.html`, { acceptDownloads: true, init });
  const pledge = page.locator("adil-pledge");
  await ready(pledge);
  const press = (words) => pledge.getByRole("button", { name: words, exact: true }).click();
  await press(text.start);
  for (const clause of content.clauses) {
    await pledge.getByText(clause.text.en).waitFor();
    await pledge.locator("label.option").click();
    await press(text.next);
  }
  await press(text.next);
  await comesToRest(pledge.getByRole("button", { name: text.i_pledge, exact: true }));
  await press(text.i_pledge);
  await checkSoon(() => hasState(pledge, "pledged"), true);
  await pledge.locator("summary", { hasText: new RegExp(`^${text.receipt}$`) }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), press(text.save_receipt)]);
  const receipt = readFileSync(await download.path(), "utf8");
  await seen.close();
  return receipt;
}

/** Numbers below a limit, the same at each run. */
const seeded = (state) => (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

/** The paths of all fields and items. */
function pathsIn(value, path = []) {
  if (typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsIn(inner, [...path, key])]);
}

/** What a hand can do to a receipt, with another one beside it to take parts from. */
const edits = {
  "a byte": (whole, _, random) => {
    const bytes = Buffer.from(whole);
    bytes[random(bytes.length)] = random(2) ? random(256) : 0x20 + random(0x5f);
    return bytes.toString("utf8");
  },
  "a byte less": (whole, _, random) => {
    const at = random(whole.length);
    return whole.slice(0, at) + whole.slice(at + 1);
  },
  "a field less": (whole, _, random) => at(whole, random, (from, key) => (Array.isArray(from) ? from.splice(key, 1) : delete from[key])),
  "two fields swapped": (whole, _, random) => {
    const tree = JSON.parse(whole);
    const [a, b] = [0, 0].map(() => placeOf(tree, random));
    [a.from[a.key], b.from[b.key]] = [b.from[b.key], a.from[a.key]];
    try {
      return JSON.stringify(tree);
    } catch {
      return whole; // One stood within the other.
    }
  },
  "a part of another": (whole, other, random) => at(whole, random, (from, key, path) => {
    from[key] = path.reduce((value, key) => value?.[key], JSON.parse(other));
  }),
  "another word": (whole, _, random) => at(whole, random, (from, key) => (from[key] = "x")),
};
function placeOf(tree, random) {
  const path = pathsIn(tree).filter(({ length }) => length)[random(pathsIn(tree).length)] ?? ["id"];
  const from = path.slice(0, -1).reduce((value, key) => value[key], tree);
  return { path, from, key: path.at(-1) };
}
function at(whole, random, act) {
  const tree = JSON.parse(whole);
  const { from, key, path } = placeOf(tree, random);
  act(from, key, path);
  return JSON.stringify(tree);
}
const parsed = (words) => {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
};

/** 1,000 texts that a hand made of one receipt, with another one beside it; the same at each run. */
function edited(whole, other, seed) {
  const random = seeded(seed);
  const texts = [];
  for (let n = 0; texts.length < 1_000; n++) {
    const text = Object.values(edits)[n % 6](whole, other, random);
    // A space more between two fields, or the same word put again, is no change.
    if (!isDeepStrictEqual(parsed(text), JSON.parse(whole))) texts.push(text);
  }
  return texts;
}

/** Runs in the page: what is said to each of these texts. */
async function checkAll(pledge, texts) {
  const [area, go] = ["textarea", ".go"].map((name) => pledge.shadowRoot.querySelector(name));
  const results = [];
  for (const words of texts) {
    const said = new Promise((says) => pledge.addEventListener("adil-verify", (event) => says(event.detail.result), { once: true }));
    area.value = words;
    go.click();
    results.push(await said);
  }
  return results;
}

const REFUSED = ["changed", "wrong_key", "no_seal", "newer", "other_credential", "not_receipt", "broken"];
for (const suite of SUITES) {
  test(`a receipt that the pledge made is whole, and edits of it are refused (${suite})`, async (t) => {
    const [whole, other] = [await pledgeFor(suite), await pledgeFor(suite)];
    assert.equal(JSON.parse(whole).proof.cryptosuite, suite);
    const seen = await open();
    await paste(seen, whole);
    await checkSoon(() => verdictOf(seen), text.receipt_ok);
    const texts = sampled(`edits of a receipt, ${suite}`, edited(whole, other, 20_261_124), 200);
    const results = await seen.pledge.evaluate(checkAll, texts);
    const through = results.flatMap((result, n) => (REFUSED.includes(result) ? [] : [[result, texts[n]]]));
    assert.deepEqual(through.slice(0, 3), [], `${through.length} got through`);
    const counts = REFUSED.map((name) => `${results.filter((result) => result === name).length} ${name}`);
    t.diagnostic(counts.join(", "));
    await paste(seen, whole);
    await checkSoon(() => verdictOf(seen), text.receipt_ok);
    checkQuiet(seen);
    await seen.close();
  });
}

test("of 1,000 edits of an unsigned receipt none is taken for whole", async () => {
  const seen = await open();
  const [whole, other] = [await receiptBy(seen), await receiptBy(seen, undefined, { about: { day: "2026-03-04" } })].map((r) => JSON.stringify(r));
  const results = await seen.pledge.evaluate(checkAll, edited(whole, other, 7));
  assert.deepEqual(results.filter((result) => !REFUSED.includes(result)), []);
  await seen.close();
});
