// Records, played as those who keep them do: entries by mouse and keys, changed and taken back, kept,
// saved and opened again, in two tabs, and side by side with those of other schools.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import {
  checkAxe, checkOwn, checkSoon, example, fill, fired, html, readJson, useBrowser,
} from "./page.mjs";

const { site, visit } = useBrowser();
const text = readJson("locales/record.en.json");
const shop = example("honesty-shop");
const club = example("our-club");

/** A page with a record of a file or of a test. */
async function open({ attributes = "", content = shop, lang = "en", site: made, ...options } = {}) {
  const inside = `<script type="application/json">${JSON.stringify(content).replaceAll("<", "\\u003c")}</script>`;
  const tag = `<adil-record loading="eager" ${attributes}>${inside}</adil-record>`;
  made ??= await site({ bodies: { "/page.html": html(tag, { lang }) } });
  const seen = await visit(`${made.origin}/page.html`, options);
  const record = seen.page.locator("adil-record");
  await record.locator(".base").waitFor();
  return { ...seen, site: made, record };
}

const button = (within, name) => within.getByRole("button", { name, exact: true });
const field = (within, name) => within.getByLabel(name, { exact: true });
const heading = (within, name) => within.getByRole("heading", { name, exact: true });
const good = (part, name) => fill(text.of_good, { part: text[part], good: name });
const [pupil, teacher] = shop.fields[2].by.map((role) => role.text.en);

/** A day so many days ago, as the form has it. */
const ago = (days) => {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};

/** Counts a day of the shop: so many waters of 200 were sold, and this was found. */
async function count(record, sold, found, { day = ago(0), second = found } = {}) {
  await button(record, text.add).click();
  await heading(record, text.new_entry).waitFor();
  await field(record, "Day").fill(day);
  await field(record, good("out", "Water")).fill(String(sold + 2));
  await field(record, good("back", "Water")).fill("2");
  await field(record, pupil).fill(found);
  await field(record, teacher).fill(second);
  await button(record, text.save).click();
}

const figure = (record) => record.locator(".figure");
const rows = (record) => record.locator(".entry");

test("a day of the shop is counted, and its rate, its week and what it asks are shown", async () => {
  const { page, record, said, ...seen } = await open();
  await record.getByText(text.empty).waitFor();
  await checkAxe(page, "an empty record", "adil-record");
  await count(record, 20, "3 960");
  await figure(record).getByText("99%").waitFor();
  await record.getByText("What helps us?").waitFor();
  assert.match(await record.locator(".facts").innerText(), /Expected\s+₸4,000\s+Found\s+₸3,960/);
  await checkAxe(page, "a record", "adil-record");
  await button(record, text.add).click();
  await checkAxe(page, "the form", "adil-record");
  const events = await fired(page);
  assert.deepEqual(events.filter(({ name }) => name === "progress").map(({ detail }) => detail.entries), [1]);
  assert.doesNotMatch(JSON.stringify(events), /[:[,]"?3960"?[,\]}]/, "no amount in events");
  assert.deepEqual(said, []);
  checkOwn({ said, ...seen, page }, seen.site.origin);
  await seen.close();
});

test("fewer than ten sales show no rate and ask nothing", async () => {
  const { record, ...seen } = await open();
  await count(record, 9, "100");
  await record.getByText(text.too_few).waitFor();
  assert.equal(await figure(record).count(), 0);
  assert.equal(await record.locator(".prompt").count(), 0);
  await seen.close();
});

test("what the result asks follows the rate as it is shown", async () => {
  for (const [found, asked] of [["3 920", 0], ["3 900", 0], ["3 899", 1], ["3 580", 1], ["3 579", 2]]) {
    const { record, ...seen } = await open({ attributes: `storage="none"` });
    await count(record, 20, found);
    await record.locator(".prompt").getByText(shop.prompts[asked].text.en).waitFor();
    await seen.close();
  }
});

test("what is wrong is said at its field, and the first one has the focus", async () => {
  const { page, record, ...seen } = await open();
  await count(record, 20, "4 000", { second: "3 900" });
  await record.getByText(text.bad_differ).waitFor();
  const focused = () => field(record, teacher).evaluate((input) => input === input.getRootNode().activeElement);
  await checkSoon(focused, true);
  assert.equal(await field(record, teacher).getAttribute("aria-invalid"), "true");
  await checkAxe(page, "a form with a mistake", "adil-record");
  await field(record, teacher).fill("4000");
  await field(record, "Day").fill(ago(-1));
  await field(record, good("back", "Water")).fill("23");
  await button(record, text.save).click();
  await record.getByText(text.bad_future).waitFor();
  await record.getByText(text.bad_back).waitFor();
  assert.equal(await record.getByText(text.bad_differ).count(), 0);
  await button(record, text.cancel).click();
  await record.getByText(text.empty).waitFor();
  await seen.close();
});

test("a day is counted once: a second entry of it is refused, and the first can be changed", async () => {
  const { record, ...seen } = await open();
  await count(record, 20, "4000");
  await figure(record).getByText("100%").waitFor();
  await count(record, 20, "4000");
  await record.getByText(text.bad_again).waitFor();
  await button(record, text.cancel).click();
  await rows(record).getByRole("button", { name: text.change }).click();
  assert.equal(await field(record, pupil).inputValue(), "4000.00");
  assert.equal(await field(record, good("out", "Water")).inputValue(), "22");
  await field(record, pupil).fill("3600");
  await field(record, teacher).fill("3600");
  await button(record, text.save).click();
  await figure(record).getByText("90%").waitFor();
  await button(record, text.undo).click();
  await figure(record).getByText("100%").waitFor();
  await seen.close();
});

test("a new price is for new days; a day that was counted keeps its own", async () => {
  const { record, ...seen } = await open();
  await count(record, 20, "4000", { day: ago(7) });
  await record.getByText(text.files).click();
  await button(record, text.about).click();
  await field(record, good("price", "Water")).fill("250");
  await field(record, shop.group.label.en).fill("School 7");
  await button(record, text.save).click();
  await record.getByText("School 7").waitFor();
  await count(record, 10, "2500");
  await figure(record).getByText("100%").waitFor();
  assert.match(await rows(record).nth(0).innerText(), /10 sold, ₸2,500/);
  assert.match(await rows(record).nth(1).innerText(), /20 sold, ₸4,000/);
  await rows(record).nth(1).getByRole("button", { name: text.change }).click();
  await button(record, text.save).click();
  await rows(record).nth(1).waitFor();
  assert.match(await rows(record).nth(1).innerText(), /20 sold, ₸4,000/);
  await seen.close();
});

test("an entry is deleted and brought back, also all of them", async () => {
  const { record, ...seen } = await open();
  await count(record, 20, "4000", { day: ago(1) });
  await count(record, 20, "4000");
  await rows(record).nth(1).waitFor();
  await rows(record).nth(0).getByRole("button", { name: text.delete }).click();
  await checkSoon(() => rows(record).count(), 1);
  await button(record, text.undo).click();
  await checkSoon(() => rows(record).count(), 2);
  await record.getByText(text.files).click();
  await button(record, text.delete_all).click();
  await record.getByText(text.empty).waitFor();
  await button(record, text.undo).click();
  await checkSoon(() => rows(record).count(), 2);
  await seen.close();
});

test("an entry is written by keys alone", async () => {
  const { page, record, ...seen } = await open();
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await button(record, text.add).focus();
  await press("Enter");
  await heading(record, text.new_entry).waitFor();
  // Three parts of the day and its calendar, then the goods in the order of the list.
  for (let n = 0; n < 12 && !(await field(record, good("out", "Notebook")).evaluate((input) => input === input.getRootNode().activeElement)); n++) await press("Tab");
  await page.keyboard.type("30");
  await press("Tab");
  await page.keyboard.type("10");
  await press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
  await page.keyboard.type("2400");
  await press("Tab");
  await page.keyboard.type("2400");
  await press("Enter");
  await figure(record).getByText("100%").waitFor();
  await seen.close();
});

test("a record outlives a reload; where the browser keeps nothing that is said, and it still works", async () => {
  const first = await open();
  await count(first.record, 20, "4000");
  await figure(first.record).waitFor();
  await first.page.reload();
  await figure(first.record).getByText("100%").waitFor();
  await first.close();
  const deny = () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  };
  const { page, record, said, ...seen } = await open({ init: [deny] });
  await count(record, 20, "4000");
  await figure(record).getByText("100%").waitFor();
  await record.getByText(text.not_kept).waitFor();
  assert.deepEqual((await fired(page)).filter(({ name }) => name === "storage").map(({ detail }) => detail.kept), [false]);
  assert.deepEqual(said, []);
  await seen.close();
});

test("two tabs have one record", async () => {
  const one = await open();
  const other = await open({ site: one.site, context: one.context });
  await count(one.record, 20, "4000", { day: ago(1) });
  await checkSoon(() => rows(other.record).count(), 1);
  await count(other.record, 20, "4000");
  await checkSoon(() => rows(one.record).count(), 2);
  await rows(one.record).nth(1).getByRole("button", { name: text.delete }).click();
  await checkSoon(() => rows(other.record).count(), 1);
  await one.close();
});

test("what another tab kept while this one slept is not written over", async () => {
  const { page, record, ...seen } = await open();
  await count(record, 20, "4000", { day: ago(2) });
  await rows(record).nth(0).waitFor();
  // The same tab hears nothing of its own storage, as one that sleeps.
  await page.evaluate((day) => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("adil/record/"));
    const kept = JSON.parse(localStorage[key]);
    kept.run.entries.push({ id: "other", version: 1, day, values: { goods: [["pen", 9000, 20, 0]], found: 180000 } });
    localStorage[key] = JSON.stringify(kept);
  }, ago(1));
  await count(record, 20, "4000");
  await checkSoon(() => rows(record).count(), 3);
  await page.reload();
  await checkSoon(() => rows(record).count(), 3);
  await seen.close();
});

/** What a button saves. */
async function saved(page, record, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(record, name).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const give = (record, text, name = "record.json") => record.locator("input[type=file]")
  .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

test("a saved record opens on another device, twice without counting twice; other files are refused", async () => {
  const { page, record, ...seen } = await open();
  await count(record, 20, "3 960", { day: ago(1) });
  await count(record, 30, "6000");
  await rows(record).nth(1).waitFor();
  await record.getByText(text.files).click();
  const file = await saved(page, record, text.save_file);
  assert.match(file.name, /^honesty-shop-\d{4}-\d\d-\d\d\.json$/);
  const table = await saved(page, record, text.save_table);
  const lines = table.text.replace("\ufeff", "").trim().split("\r\n");
  assert.equal(lines.length, 3);
  assert.match(lines[0], /^Day,.*Water: Price,Water: Put out,Water: Came back,.*Money found in the box,/);
  assert.match(lines[1], new RegExp(`^${ago(1)},.*200\\.00,22,2,.*3960\\.00,$`));
  assert.deepEqual((await fired(page)).filter(({ name }) => name === "export").map(({ detail }) => detail.what), ["json", "csv"]);
  await seen.close();

  const other = await open();
  await other.record.getByText(text.files).click();
  await give(other.record, file.text);
  await checkSoon(() => rows(other.record).count(), 2);
  await give(other.record, file.text);
  await other.record.locator(".notice").getByText(text.opened.other.replace("{n}", "0")).waitFor();
  assert.equal(await rows(other.record).count(), 2);
  for (const [content, said] of [["not JSON", text.file_none], [JSON.stringify(shop), text.file_none],
    [file.text.replace("honesty-shop", "another"), text.file_other], [file.text.replace(`"formatVersion":1`, `"formatVersion":2`), text.file_newer]]) {
    await give(other.record, content);
    await other.record.getByRole("alert").getByText(said).waitFor();
  }
  assert.equal(await rows(other.record).count(), 2);
  await other.close();
});

/** The file of a club. */
const fileOf = (key, name, entries) => JSON.stringify({
  format: "adil-record", formatVersion: 1, contentId: "our-club", contentVersion: "1.0.0",
  log: { key, about: { version: 1, name, motto: "" }, entries: entries.map(([type, reached], n) => ({
    id: `${key}${n}`, version: 1, day: ago(n), values: { type, whom: "middle", reached, result: "=1+1" },
  })) },
});

test("a club earns badges as a group, and small groups are not shown", async () => {
  const { page, record, ...seen } = await open({ content: { ...club, yearStarts: new Date().getMonth() + 1 > 6 ? 1 : 9 } });
  await record.getByText(text.files).click();
  await give(record, fileOf("a", "Honest", [["hour", 20], ["hour", 3], ["hour", 30], ["hour", 40], ["talk", 4], ["rules", 12]]));
  const badge = (id) => record.locator(".badge").filter({ hasText: club.badges.find((badge) => badge.id === id).text.en });
  await badge("four-hours").getByText(text.earned, { exact: true }).waitFor();
  await badge("own-rules").getByText(text.earned, { exact: true }).waitFor();
  await badge("shop").getByText(text.not_earned, { exact: true }).waitFor();
  const chart = record.getByRole("figure", { name: club.charts[0].title.en });
  await chart.getByText(text.table, { exact: true }).click();
  const row = (name) => chart.getByRole("row").filter({ hasText: name });
  await row("Talk").getByText(text.not_shown).waitFor();
  // With one group hidden and the sum known, the least of the others is hidden, too.
  await row("Own rules").getByText(text.not_shown).waitFor();
  await row("Integrity Hour").getByText("93").waitFor();
  await checkAxe(page, "a club", "adil-record");
  await seen.close();
});

test("a region sees clubs by name and their sums, in the order of its language, each once", async () => {
  const names = ["Үміт 10", "Ұлы дала", "Үміт 9", "Іңкәр", "Ыбырай", "Қайрат", "Кайрат", "Әділ", "Адал", "Өмір"];
  const order = ["Адал", "Әділ", "Кайрат", "Қайрат", "Өмір", "Ұлы дала", "Үміт 9", "Үміт 10", "Ыбырай", "Іңкәр"];
  const kk = readJson("locales/record.kk.json");
  const { page, record, ...seen } = await open({ content: club, lang: "kk", attributes: `mode="merge"` });
  const files = names.map((name, n) => ({ name: `${n}.json`, mimeType: "application/json", buffer: Buffer.from(fileOf(`k${n}`, name, [["talk", 10 + n]])) }));
  await record.locator("input[type=file]").setInputFiles([...files, files[0], { ...files[0], name: "x.json", buffer: Buffer.from("{}") }]);
  await record.locator(".news").getByText(`x.json: ${kk.file_none}`).waitFor();
  await record.locator(".news").getByText(fill(kk.group_again, { name: names[0] })).waitFor();
  const shown = await record.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.children[0].textContent));
  assert.deepEqual(shown, [...order, kk.together]);
  const sums = await record.locator("tbody tr").last().locator("td").allInnerTexts();
  assert.deepEqual(sums.slice(0, 2), ["10", "145"]);
  await checkAxe(page, "a region", "adil-record");
  const table = await saved(page, record, kk.save_table);
  assert.match(table.text.trim().split("\r\n").at(-1), new RegExp(`^${kk.together},10,145,`));
  await page.reload();
  await record.locator(".base").waitFor();
  assert.equal(await record.locator("tbody").count(), 0, "nothing is kept");
  await seen.close();
});

test("words of a group stay words, on screen and in a table", async () => {
  const hostile = `<img src=x onerror="window.ran = 1">`;
  const { page, record, ...seen } = await open({ content: club });
  await record.getByText(text.files).click();
  await give(record, fileOf("a", hostile, [["talk", 20]]));
  await record.getByText(hostile).waitFor();
  const table = await saved(page, record, text.save_table);
  assert.ok(table.text.includes(",'=1+1,"), "no formula for a spreadsheet");
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await record.locator("img").count(), 0);
  await seen.close();
});

test("paper has the report of the year, or the sheet to count on", async () => {
  const { page, record, ...seen } = await open({ init: [() => { window.print = () => dispatchEvent(new Event("beforeprint")); }] });
  await count(record, 20, "4000");
  await record.getByText(text.files).click();
  await button(record, text.print).click();
  await page.emulateMedia({ media: "print" });
  const paper = record.locator(".paper");
  await paper.getByText(text.self_reported).waitFor();
  assert.match(await paper.innerText(), /20 sold, ₸4,000/);
  assert.equal(await button(record, text.add).isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  await button(record, text.print_sheet).click();
  await page.emulateMedia({ media: "print" });
  await paper.getByText(text.sheet_help).waitFor();
  assert.ok(!(await paper.innerText()).includes("4,000"), "a sheet is empty");
  await seen.close();
});

test("in Arabic on a narrow page nothing is wider than it, and the newest stands at the end", async () => {
  const ar = readJson("locales/record.ar.json");
  const entries = Array.from({ length: 4 }, (_, n) => ({ id: `e${n}`, version: 1, day: ago(7 * n), values: { goods: [["water", 20_000, 20, 0]], found: 400_000 } }));
  const file = JSON.stringify({ format: "adil-record", formatVersion: 1, contentId: "honesty-shop", contentVersion: "1.0.0", log: { key: "k", about: { version: 1, name: "مدرسة", motto: "" }, entries } });
  const { page, record, ...seen } = await open({ content: { ...shop, yearStarts: 1 }, lang: "ar", viewport: { width: 360, height: 740 }, hasTouch: true });
  await record.getByText(ar.files).tap();
  await give(record, file);
  await figure(record).getByText("100٪").waitFor();
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(await wider(), 0);
  await checkAxe(page, "a record in Arabic", "adil-record");
  await button(record, ar.add).tap();
  await heading(record, ar.new_entry).waitFor();
  assert.equal(await wider(), 0);
  await checkAxe(page, "a form in Arabic", "adil-record");
  await seen.close();
});
