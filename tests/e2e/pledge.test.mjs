// A pledge from what it is to the promise, and everything that may come after it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import {
  checkAxe, checkOwn, checkQuiet, checkSoon, example, fired, hasState, html, readJson, ready, settled, shadowText, until,
  useBrowser,
} from "./page.mjs";
import { comesToRest } from "./guard.mjs";
import { verifyReceipt } from "./receipts.mjs";
import { hands, keyboard } from "./solve.mjs";

const { site, visit } = useBrowser();
const content = example("my-pledge");
const pledgeWords = (lang = "en") => readJson(`locales/pledge.${lang}.json`);
const text = pledgeWords();

/** Opens a page with one pledge. */
async function open({ attributes = "", lang = "en", around = (tag) => tag, file = "my-pledge", fault, ...options } = {}) {
  const tag = `<adil-pledge loading="eager" src="/adil/examples/${file}.json" ${attributes}><p>The fallback.</p></adil-pledge>`;
  const made = await site({ bodies: { "/page.html": html(around(tag), { lang }) }, fault });
  const seen = await visit(`${made.origin}/page.html`, { acceptDownloads: true, ...options });
  const pledge = seen.page.locator("adil-pledge").first();
  await ready(pledge);
  return { ...seen, pledge, site: made };
}

const named = (pledge, name) => pledge.getByRole("button", { name, exact: true });

/** Goes through all clauses and takes those for which `takes` is true. */
async function goThrough(pledge, { hand = hands.mouse, words = text, takes = () => true, clauses = content.clauses.length } = {}) {
  await hand.press(named(pledge, words.start));
  for (let n = 0; n < clauses; n++) {
    await checkSoon(() => pledge.locator(".step[data-state=done]").count(), n);
    // Focus goes to the clause, and the page may scroll with it.
    await checkSoon(() => pledge.locator(".clause-text").evaluate((e) => e.matches(":focus")), true);
    if (takes(n)) {
      const box = pledge.locator("input[type=checkbox]");
      if (hand.page) {
        await hand.tabTo(box);
        await hand.page.keyboard.press("Space");
      } else {
        await hand.press(pledge.locator("label.option"));
      }
      await checkSoon(() => box.isChecked(), true);
    }
    await hand.press(named(pledge, words.next));
  }
}

/** Answers nothing of what stays on the screen, and promises once the button has been seen. */
async function promise(pledge, { hand = hands.mouse, words = text } = {}) {
  await hand.press(named(pledge, words.next));
  const button = named(pledge, words.i_pledge);
  await comesToRest(button);
  await hand.press(button);
}

const isMade = (pledge) => checkSoon(() => hasState(pledge, "pledged"), true);

const ways = {
  mouse: [{}, () => hands.mouse],
  touch: [{ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, () => hands.touch],
  keyboard: [{}, (page) => keyboard(page)],
};
for (const [way, [options, handOf]] of Object.entries(ways)) {
  test(`a pledge is made by ${way}, with nothing but ids in its events`, async () => {
    const seen = await open(options);
    const hand = handOf(seen.page);
    await goThrough(seen.pledge, { hand, takes: (n) => n !== 2 });
    await promise(seen.pledge, { hand });
    await isMade(seen.pledge);
    const ids = content.clauses.map((clause) => clause.id).filter((_, n) => n !== 2);
    const made = async () => (await fired(seen.page, "pledge")).map(({ detail: { clauseIds, renewal } }) => [clauseIds, renewal]);
    await checkSoon(made, [[ids, false]]);
    const kept = () => seen.page.evaluate(() => Object.values(sessionStorage).map((text) => JSON.parse(text)));
    // The receipt is signed a moment later.
    await checkSoon(async () => Object.keys((await kept())[0].run).sort(), ["clauses", "day", "id", "receipt", "version"]);
    checkQuiet(seen);
    checkOwn(seen, seen.site.origin);
    await seen.close();
  });
}

// What stands behind the clauses is loaded once the first screen stands; the line may be gone by then.
test("a promise that cannot be loaded yet says so, and is made once it can", async () => {
  let missing = { status: 404 };
  const fault = (path) => (path.endsWith(".lazy.wasm") ? missing : undefined);
  const { page, pledge, ...seen } = await open({ fault });
  const sorry = () => pledge.getByText(text.lost).count();
  await named(pledge, text.start).waitFor();
  assert.equal(await sorry(), 0, "nobody needs it yet");
  await goThrough(pledge);
  await checkSoon(async () => (await sorry()) > 0, true);
  await checkAxe(page, "the rest is missing", "adil-pledge");
  missing = undefined;
  await named(pledge, text.try_again).click();
  await promise(pledge);
  await isMade(pledge);
  await checkSoon(() => pledge.locator(".notice").count(), 0);
  const kept = () => page.evaluate(() => Object.values(sessionStorage).map((kept) => !!JSON.parse(kept).run.receipt));
  await checkSoon(kept, [true]);
  await seen.close();
});

test("axe finds nothing on any screen", async () => {
  const { page, pledge, ...seen } = await open();
  await checkAxe(page, "the preface", "adil-pledge");
  await named(pledge, text.start).click();
  await checkAxe(page, "a clause", "adil-pledge");
  await pledge.locator("label.option").click();
  for (let n = 0; n < content.clauses.length; n++) await named(pledge, text.next).click();
  await checkAxe(page, "the question", "adil-pledge");
  await pledge.locator("label.option").first().click();
  await promise(pledge);
  await isMade(pledge);
  await pledge.locator("details.receipt summary").click();
  await checkAxe(page, "the pledge that was made", "adil-pledge");
  await seen.close();
});

test("the promise and not today have the same size and weight", async () => {
  const { pledge, ...seen } = await open();
  await goThrough(pledge);
  await named(pledge, text.next).click();
  const look = (button) => button.evaluate((e) => {
    const { fontSize, fontWeight, color, backgroundColor, borderTopWidth } = getComputedStyle(e);
    return { width: e.offsetWidth, height: e.offsetHeight, fontSize, fontWeight, color, backgroundColor, borderTopWidth };
  });
  assert.deepEqual(await look(named(pledge, text.not_today)), await look(named(pledge, text.i_pledge)));
  await seen.close();
});

test("not today is thanked alike, keeps nothing and counts nowhere", async () => {
  const { page, pledge, ...seen } = await open();
  await goThrough(pledge);
  await named(pledge, text.next).click();
  await named(pledge, text.not_today).click();
  await checkSoon(async () => (await shadowText(pledge)).includes(content.afterword.en), true);
  await settled(page);
  assert.deepEqual((await fired(page)).map(({ name }) => name), ["ready"]);
  assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0);
  await seen.close();
});

test("a pledge lasts over a reload and is forgotten when it is withdrawn", async () => {
  const { page, pledge, ...seen } = await open();
  await goThrough(pledge);
  await promise(pledge);
  await isMade(pledge);
  await page.reload();
  await isMade(pledge);
  await named(pledge, text.withdraw).click();
  await checkSoon(() => hasState(pledge, "pledged"), false);
  await checkSoon(() => page.evaluate(() => sessionStorage.length), 0);
  await checkSoon(async () => (await shadowText(pledge)).includes(text.withdrawn), true);
  await seen.close();
});

test("after eight weeks a pledge kept on the device is renewed", async () => {
  const { page, pledge, ...seen } = await open({ attributes: `storage="device"` });
  await goThrough(pledge);
  await promise(pledge);
  await isMade(pledge);
  assert.equal(await named(pledge, text.renew).count(), 0);
  // The pledge is kept once more when its receipt is signed, which would undo the change below.
  await until(() => page.evaluate(() => Object.values(localStorage).some((kept) => JSON.parse(kept).run?.receipt)));
  await page.evaluate(() => {
    const [key] = Object.keys(localStorage);
    const kept = JSON.parse(localStorage[key]);
    kept.run.day = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
    localStorage[key] = JSON.stringify(kept);
  });
  // Reloaded, it would be what Firefox hands back to each form element.
  await page.goto(page.url());
  await named(pledge, text.renew).click();
  await checkSoon(() => pledge.locator("input[type=checkbox]").isChecked(), true);
  for (let n = 0; n < content.clauses.length; n++) await named(pledge, text.next).click();
  await promise(pledge);
  await checkSoon(async () => (await fired(page, "pledge")).map(({ detail }) => detail.renewal), [true]);
  await seen.close();
});

test("a page may stop a pledge before it is made", async () => {
  const { page, pledge, ...seen } = await open();
  await page.evaluate(() => addEventListener("adil-before-pledge", (event) => event.preventDefault()));
  await goThrough(pledge);
  await promise(pledge);
  await checkSoon(async () => (await fired(page, "before-pledge")).length, 1);
  await settled(page);
  assert.ok(!(await hasState(pledge, "pledged")));
  assert.deepEqual(await fired(page, "pledge"), []);
  await seen.close();
});

test("a button that something covers does not act and says so", async () => {
  const { page, pledge, ...seen } = await open();
  await goThrough(pledge);
  await named(pledge, text.next).click();
  // As a hostile page would: nothing to see, and presses fall through.
  await page.evaluate(() => {
    const sheet = document.createElement("div");
    sheet.style = "position: fixed; inset: 0; z-index: 9; background: rgb(255 0 0 / 1%); pointer-events: none";
    document.body.append(sheet);
  });
  await comesToRest(named(pledge, text.i_pledge));
  await named(pledge, text.i_pledge).click();
  await checkSoon(async () => (await shadowText(pledge)).includes(text.covered), true);
  assert.ok(!(await hasState(pledge, "pledged")));
  await seen.close();
});

test("a press by a script, or in the first moment, does not count", async () => {
  const { page, pledge, ...seen } = await open();
  await goThrough(pledge);
  await named(pledge, text.next).click();
  const button = named(pledge, text.i_pledge);
  await button.evaluate((element) => element.click());
  await comesToRest(button);
  await button.evaluate((element) => element.click());
  await settled(page);
  assert.ok(!(await hasState(pledge, "pledged")));
  await seen.close();
});

test("in a form its value is the receipt's id; required and reset are kept", async () => {
  const around = (tag) => `<form id="form">${tag}<button>Send</button></form>`;
  const { page, pledge, ...seen } = await open({ attributes: `name="pledge" required`, around });
  const form = () => page.evaluate(() => {
    const form = document.querySelector("form");
    return [form.checkValidity(), new FormData(form).get("pledge")];
  });
  assert.deepEqual(await form(), [false, null]);
  await goThrough(pledge);
  await promise(pledge);
  await isMade(pledge);
  await checkSoon(async () => (await form())[0], true);
  const [, value] = await form();
  assert.match(value, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  await page.evaluate(() => document.querySelector("form").reset());
  await checkSoon(() => hasState(pledge, "pledged"), false);
  await checkSoon(form, [false, null]);
  await seen.close();
});

/** Makes a pledge and saves its receipt. */
async function receiptOf(options) {
  const { page, pledge, ...seen } = await open(options);
  await goThrough(pledge);
  await promise(pledge);
  await isMade(pledge);
  await pledge.locator("details.receipt summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), named(pledge, text.save_receipt).click()]);
  const receipt = readFileSync(await download.path(), "utf8");
  const said = await shadowText(pledge);
  await seen.close();
  return { receipt, said };
}

const without = (name) => `{
  const made = SubtleCrypto.prototype.generateKey;
  SubtleCrypto.prototype.generateKey = function (algorithm, ...rest) {
    if (algorithm.name === "${name}") return Promise.reject(new DOMException("", "NotSupportedError"));
    return made.call(this, algorithm, ...rest);
  };
}`;

for (const [suite, init] of [["eddsa-jcs-2022", []], ["ecdsa-jcs-2019", [{ content: without("Ed25519") }]]]) {
  test(`an implementation that is not ours verifies a receipt by ${suite}, and refuses changed ones`, async () => {
    const { receipt, said } = await receiptOf({ init });
    const document = JSON.parse(receipt);
    assert.equal(document.proof.cryptosuite, suite);
    assert.deepEqual(await verifyReceipt(document), { verified: true });
    assert.ok(said.includes(text.receipt_proves) && said.includes(text.receipt_not));
    const subject = document.credentialSubject;
    assert.deepEqual(subject.clauseIds, content.clauses.map((clause) => clause.id));
    // A small generator of numbers, so that a failure can be seen again.
    let seed = 7;
    const random = (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const edits = Array.from({ length: 1_000 }, () => {
      const bytes = Buffer.from(receipt);
      const at = random(bytes.length);
      bytes[at] = bytes[at] === 0x20 + random(0x5f) ? 0x21 : 0x20 + random(0x5f);
      return [at, bytes.toString("utf8")];
    });
    for (const [at, edit] of sampled(`changed receipts, ${suite}`, edits, 200)) {
      let changed;
      try {
        changed = JSON.parse(edit);
      } catch {
        continue;
      }
      if (JSON.stringify(changed) === JSON.stringify(document)) continue;
      const { verified } = await verifyReceipt(changed).catch(() => ({ verified: false }));
      assert.ok(!verified, `the change at ${at} is noticed`);
    }
  });
}

test("without https the receipt has a hash and no signature, and says so", async () => {
  const plain = { content: `Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined })` };
  const { receipt, said } = await receiptOf({ init: [plain] });
  const document = JSON.parse(receipt);
  assert.equal(document.proof, undefined);
  assert.match(document.receiptHash, /^sha256:[0-9a-f]{64}$/);
  assert.ok(said.includes(text.receipt_unsigned));
});

test("a reminder shows one clause with an example, and says when it was read", async () => {
  const { page, pledge, ...seen } = await open({ attributes: `mode="reminder"` });
  await checkAxe(page, "the reminder", "adil-pledge");
  const [shown] = await fired(page, "reminder-shown");
  const clause = content.clauses.find(({ id }) => id === shown.detail.clauseId);
  assert.ok((await shadowText(pledge)).includes(clause.text.en));
  await named(pledge, text.i_remember).click();
  await checkSoon(() => hasState(pledge, "remembered"), true);
  await checkSoon(async () => (await fired(page, "remember")).length, 1);
  await seen.close();
});

for (const lang of ["ru", "kk", "ar"]) {
  test(`a pledge is made in ${lang}, with another language beside it`, async () => {
    const words = { ...pledgeWords(lang), ...pledgeWords(lang).informal };
    const young = example("my-pledge-primary");
    const { pledge, ...seen } = await open({ lang, attributes: `beside="en"`, file: "my-pledge-primary" });
    assert.equal(await pledge.locator(".base").getAttribute("dir"), lang === "ar" ? "rtl" : "ltr");
    await named(pledge, words.start).click();
    const shows = async (lang) => (await shadowText(pledge)).includes(young.clauses[0].text[lang]);
    await checkSoon(async () => (await shows(lang)) && (await shows("en")), true);
    await seen.close();
  });
}

test("nothing is wider than a narrow screen, and all that is pressed is large enough", async () => {
  const { page, pledge, ...seen } = await open({ viewport: { width: 320, height: 640 } });
  const check = async (where) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), where);
    const small = await pledge.locator("button:visible, label.option:visible, summary:visible").evaluateAll((all) =>
      all.filter((e) => e.offsetHeight < 44 || e.offsetWidth < 44).map((e) => e.textContent));
    assert.deepEqual(small, [], where);
  };
  await check("the preface");
  await goThrough(pledge);
  await check("the question");
  await promise(pledge);
  await isMade(pledge);
  await check("the pledge");
  await seen.close();
});
