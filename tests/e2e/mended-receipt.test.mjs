// One pledge has one number, and its day in a calendar is its own: what schools and families found
// when they put receipts, forms and calendars side by side.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../run/test.mjs";
import { checkSoon, hasState, html, readJson, ready, useBrowser } from "./page.mjs";
import { verifyReceipt } from "./receipts.mjs";

const { site, visit } = useBrowser();
const wordsOf = (lang = "en") => readJson(`locales/pledge.${lang}.json`);
const text = wordsOf();
const named = (pledge, name) => pledge.getByRole("button", { name, exact: true });
const isMade = (pledge) => checkSoon(() => hasState(pledge, "pledged"), true);
const DAY = 86_400_000;
/** A day as content files have it. */
const day = (date) => date.toISOString().slice(0, 10);

const content = (more = {}) => ({
  format: "adil", formatVersion: 1, kind: "pledge", id: "short", contentVersion: "1", title: "Our pledge",
  languages: ["en"],
  clauses: [{ id: "own", text: "I do my own work." }, { id: "word", text: "I keep my word." }],
  ...more,
});

/** Opens a page with a pledge in a form. */
async function open({ attributes = "", lang = "en", more, ...options } = {}) {
  const tag = `<form><adil-pledge name="pledge" src="/pledge.json" loading="eager" ${attributes}></adil-pledge></form>`;
  const bodies = { "/page.html": html(tag, { lang }), "/pledge.json": JSON.stringify(content(more)) };
  const made = await site({ bodies });
  const seen = await visit(`${made.origin}/page.html`, { acceptDownloads: true, timezoneId: "UTC", ...options });
  const pledge = seen.page.locator("adil-pledge").first();
  await ready(pledge);
  return { ...seen, pledge };
}

/** Makes a pledge of both clauses. */
async function make(pledge, words = text) {
  for (let n = 0; n < 2; n++) {
    await checkSoon(() => pledge.locator(".step[data-state=done]").count(), n);
    await pledge.locator("label.option").click();
    await named(pledge, words.next).click();
  }
  await named(pledge, words.next).click();
  // It acts only once it was seen for half a second.
  await new Promise((later) => setTimeout(later, 900));
  await named(pledge, words.i_pledge).click();
  await isMade(pledge);
}

const formValue = (page) => page.evaluate(() => new FormData(document.querySelector("form")).get("pledge"));

/** What a button saves. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path(), "utf8");
}

async function receiptOf({ page, pledge }, words = text) {
  const fold = pledge.locator("details.receipt");
  if (!(await fold.evaluate((element) => element.open))) await fold.locator("summary").click();
  return JSON.parse(await saved(page, named(pledge, words.save_receipt)));
}

// A pupil sent the form, reloaded the page and saved the receipt: it had another number and another
// key, so that the school could not tell that the two belong together.
for (const storage of ["session", "device"]) {
  test(`a pledge has one number and one receipt, over reloads and in its form (${storage})`, async () => {
    const seen = await open({ attributes: `storage="${storage}"` });
    const { page, pledge } = seen;
    await make(pledge);
    const first = await receiptOf(seen);
    assert.equal(await formValue(page), first.id);
    await page.reload();
    await isMade(pledge);
    assert.equal(await formValue(page), first.id, "the form gets the same number");
    const second = await receiptOf(seen);
    assert.deepEqual(second, first, "the same receipt, by the same key");
    assert.deepEqual(await verifyReceipt(second), { verified: true });
    // The next pupil at this computer is somebody else.
    await named(pledge, text.next_pupil).click();
    assert.equal(await formValue(page), null);
    await make(pledge);
    const third = await receiptOf(seen);
    assert.notEqual(third.id, first.id);
    assert.equal(await formValue(page), third.id);
    await seen.close();
  });
}

test("a pledge that is kept nowhere has one number for as long as the page is open", async () => {
  const seen = await open({ attributes: `storage="none"` });
  const { page, pledge } = seen;
  await make(pledge);
  const first = await receiptOf(seen);
  // The page changes its language: the widget is made anew with what it knew.
  await page.evaluate(() => { document.documentElement.lang = "ru"; });
  await named(pledge, wordsOf("ru").next_pupil).waitFor();
  assert.equal(await formValue(page), first.id);
  assert.deepEqual(await receiptOf(seen, wordsOf("ru")), first);
  // Reloaded, it would be what browsers hand back to each element of a form.
  await page.goto(page.url());
  await ready(pledge);
  assert.equal(await formValue(page), null, "and nothing of it is left afterwards");
  await seen.close();
});

test("a pledge that an earlier version kept gets a number once, and keeps it", async () => {
  const seen = await open({ attributes: `storage="device"` });
  const { page, pledge } = seen;
  await make(pledge);
  await receiptOf(seen);
  await page.evaluate(() => {
    const [key] = Object.keys(localStorage);
    const kept = JSON.parse(localStorage[key]);
    for (const name of ["id", "receipt"]) delete kept.run[name];
    localStorage[key] = JSON.stringify(kept);
  });
  await page.goto(page.url());
  await isMade(pledge);
  const first = await receiptOf(seen);
  await page.goto(page.url());
  await isMade(pledge);
  assert.deepEqual(await receiptOf(seen), first);
  await seen.close();
});

// A page in Portuguese had a pledge in English only, and the receipt said that the words were
// Portuguese.
test("a receipt names the language of the words that were shown", async () => {
  const both = { languages: ["en", "ru"], clauses: [
    { id: "own", text: { en: "I do my own work.", ru: "Я работаю сам." } },
    { id: "word", text: { en: "I keep my word.", ru: "Я держу слово." } },
  ] };
  for (const [lang, more, expected] of [["pt", {}, "en"], ["en-GB", {}, "en"], ["pt", both, "en"], ["ru-KZ", both, "ru"]]) {
    const words = wordsOf(expected);
    const seen = await open({ lang, more });
    await make(seen.pledge, words);
    const receipt = await receiptOf(seen, words);
    assert.equal(receipt.credentialSubject.language, expected, `on a page in ${lang}`);
    await seen.close();
  }
});

/** The lines of a calendar's file, unfolded, by name. */
const entryOf = (file) => Object.fromEntries(file.replaceAll("\r\n ", "").split("\r\n").map((line) => {
  const [name, ...rest] = line.split(":");
  return [name, rest.join(":")];
}));

const remind = ({ pledge }) => pledge.getByRole("button", { name: text.calendar.split("{")[0].trim() });

/** Presses the button; its words and the entry that it saves. */
async function reminder(seen) {
  return { words: await remind(seen).textContent(), ...entryOf(await saved(seen.page, remind(seen))) };
}

/** The words for a day, as the button has them. */
const onDay = (date) => text.calendar.replace("{date}",
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date));

// In a family's calendar the second child's reminder wrote over the first one's: every file had the
// same UID. "In a month" was 43 days later with quarters, and a day on which nothing is due without.
test("each pledge has an entry of its own in a calendar, on the day that the button names", async () => {
  const seen = await open({ attributes: `storage="none"` });
  await make(seen.pledge);
  const before = Date.now();
  const first = await reminder(seen);
  const due = new Date(before + 56 * DAY);
  assert.equal(first.words, onDay(due), "after eight weeks, as the pledge is looked at again then");
  assert.equal(first.DTSTART, `${day(due).replaceAll("-", "")}T090000`);
  const stamp = first.DTSTAMP.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
  assert.ok(Math.abs(Date.parse(stamp) - before) < 600_000, `${stamp} is now`);
  const again = await reminder(seen);
  assert.equal(again.UID, first.UID, "made again, it changes the entry that is there");
  await named(seen.pledge, text.next_pupil).click();
  await make(seen.pledge);
  const other = await reminder(seen);
  assert.notEqual(other.UID, first.UID, "and another pupil's is another one");
  await seen.close();
});

test("with quarters the button names the first day of the next one, over a reload as well", async () => {
  const at = (days) => day(new Date(Date.now() + days * DAY));
  const quarters = [{ start: at(-30), end: at(30) }, { start: at(43), end: at(100) }];
  const seen = await open({ more: { quarters } });
  await make(seen.pledge);
  const first = await reminder(seen);
  assert.equal(first.words, onDay(new Date(Date.now() + 43 * DAY)));
  assert.equal(first.DTSTART, `${at(43).replaceAll("-", "")}T090000`);
  await seen.page.reload();
  await isMade(seen.pledge);
  assert.equal((await reminder(seen)).UID, first.UID);
  await seen.close();
});
