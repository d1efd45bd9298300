// Records that groups kept in a spreadsheet: a table is opened like a file, in each language, counts
// once, and is refused cell by cell where something is wrong. And what a record keeps can be read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import { checkAxe, checkSoon, example, fill, fired, html, readJson, useBrowser } from "./page.mjs";
import { inTurn } from "../run/sample.mjs";

const { site, visit } = useBrowser();
const LANGS = ["en", "ru", "kk", "ar"];

async function open({ src = "honesty-shop", mode = "record", lang = "en", ...options } = {}) {
  const tag = `<adil-record loading="eager" mode="${mode}" src="/adil/examples/${src}.json"></adil-record>`;
  const made = await site({ bodies: { "/page.html": html(tag, { lang }) } });
  const seen = await visit(`${made.origin}/page.html`, options);
  const record = seen.page.locator("adil-record").first();
  await record.locator(".base").waitFor();
  return { ...seen, site: made, record, text: readJson(`locales/record.${lang}.json`) };
}

const give = (record, ...files) =>
  record.locator("input[type=file]").setInputFiles(files.map(([name, text]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) })));
const rows = (record) => record.locator(".entry");

async function saved(page, record, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), record.getByRole("button", { name, exact: true }).click()]);
  return readFileSync(await file.path(), "utf8");
}

const CLUB = {
  en: "Day;What we did;For whom;How many were there;Result, without names\n15.10.2026;Debate;Parents;24;Fair\n16.10.2026;Poster;Parents;31;\"One; on a wall\"\n",
  ru: "День;Что мы сделали;Для кого;Сколько было людей;Результат, без имён\n15.10.2026;Дебаты;Родители;24;Честно\n16.10.2026;Плакат;Родители;31;\"Один; на стене\"\n",
  kk: "Күні;Не істедік;Кім үшін;Қанша адам болды;Нәтижесі, аты-жөнсіз\n15.10.2026;Дебат;Ата-аналар;24;Әділ\n16.10.2026;Плакат;Ата-аналар;31;\"Бір; қабырғада\"\n",
  ar: "اليوم;ما فعلناه;لمن;عدد الحاضرين;النتيجة من دون أسماء\n15.10.2026;مناظرة;أولياء الأمور;24;عادل\n16.10.2026;ملصق;أولياء الأمور;31;\"واحد; على جدار\"\n",
};

for (const lang of inTurn("languages of tables that are opened", LANGS)) {
  test(`a table that a club kept by itself is opened, and counts once: ${lang}`, async () => {
    const { page, record, text, said, ...seen } = await open({ src: "our-club", lang, viewport: { width: 360, height: 740 } });
    await record.getByText(text.files).click();
    await give(record, ["club.csv", CLUB[lang]]);
    await checkSoon(() => rows(record).count(), 2);
    await give(record, ["club.csv", CLUB[lang]]);
    await record.locator(".notice").getByText(/0|٠|zero|لا|بلا/).first().waitFor();
    assert.equal(await rows(record).count(), 2);
    // What it saves as a table it opens again, and has it already.
    await give(record, ["again.csv", await saved(page, record, text.save_table)]);
    assert.equal(await rows(record).count(), 2);
    await record.getByRole("button", { name: text.undo, exact: true }).click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    // As a value: the number of a run is by chance, and may have it somewhere.
    assert.doesNotMatch(JSON.stringify(await fired(page)), /[:[,]"?24"?[,\]}]/, "no number in events");
    assert.deepEqual(said, []);
    await seen.close();
  });
}

test("what is wrong in a table is told by row and column, and nothing of it is taken", async () => {
  const { page, record, text, said, ...seen } = await open();
  await record.getByText(text.files).click();
  const head = "Day,Water: Put out,Water: Came back,Money found in the box\n";
  await give(record, ["shop.csv", `${head}2026-10-15,20,2,3600\n11/12/2026,20,2,3600\n2026-10-16,20,22,much\n`]);
  const alert = record.getByRole("alert");
  await alert.getByText(text.table_cells, { exact: true }).waitFor();
  const told = await alert.getByRole("listitem").allInnerTexts();
  const row = (n, column, why) => fill(text.table_row, { n, column, why });
  assert.deepEqual(told, [
    row("3", "Day", text.bad_day),
    row("4", "Water: Came back", text.bad_back),
    row("4", "Money found in the box", text.bad_money),
    row("4", "Money found in the box", text.bad_money),
  ].slice(0, told.length));
  assert.ok(told.length >= 3);
  assert.equal(await rows(record).count(), 0);
  await checkAxe(page, "a table that is refused", "adil-record");
  await give(record, ["shop.csv", "Day,Water: Put out\n2026-10-15,20\n"]);
  await alert.getByText(text.table_columns, { exact: true }).waitFor();
  assert.deepEqual(await alert.getByRole("listitem").allInnerTexts(), ["Money found in the box"]);
  await give(record, ["list.csv", "Name,Telephone\nA,1\n"]);
  await alert.getByText(text.table_none, { exact: true }).waitFor();
  await give(record, ["shop.csv", `${head}2026-10-15,20,2,3600\n`]);
  await checkSoon(() => rows(record).count(), 1);
  assert.equal(await alert.count(), 0);
  assert.deepEqual(said, []);
  await seen.close();
});

test("a region takes tables beside files, each group once, and no word of them acts", async () => {
  const { page, record, text, said, ...seen } = await open({ src: "our-club", mode: "merge" });
  const hostile = `<img src=x onerror="window.ran = 1">`;
  const named = CLUB.en.replace("Fair", `"${hostile.replaceAll('"', '""')}"`);
  await give(record, ["School 7.csv", CLUB.en], [`${hostile}.csv`, named], ["School 7.csv", CLUB.en]);
  await record.locator(".news").getByText(fill(text.group_again, { name: "School 7" })).waitFor();
  const sums = await record.locator("tbody tr").last().locator("td").allInnerTexts();
  assert.equal(sums[0], "4");
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await record.locator("img").count(), 0);
  assert.deepEqual(said, []);
  await seen.close();
});

/**
 * Spreadsheets save tables with the letters of old: a Russian table had no heading that was known, and
 * one with tabs in UTF-16, as "Unicode text", was no table at all.
 */
test("tables with the letters of old, and in UTF-16, are read", async () => {
  // Windows-1251 has these letters in the order of Unicode.
  const old = (text) => Buffer.from([...text].map((c) => {
    const code = c.codePointAt(0);
    if (code < 128) return code;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : 63;
  }));
  const wide = (text) => Buffer.from(`\ufeff${text.replaceAll(";", "\t")}`, "utf16le");
  for (const [lang, bytes] of [["ru", old(CLUB.ru)], ["kk", old(CLUB.kk)], ["kk", wide(CLUB.kk.replace("\"Бір; қабырғада\"", "Бір"))], ["ar", wide(CLUB.ar.replace("\"واحد; على جدار\"", "واحد"))]]) {
    const { record, text, ...seen } = await open({ src: "our-club", lang });
    await record.getByText(text.files).click();
    await record.locator("input[type=file]").setInputFiles({ name: "club.csv", mimeType: "text/csv", buffer: bytes });
    await checkSoon(() => rows(record).count(), 2, lang);
    await seen.close();
  }
});

/** What of a view is printed. */
const printed = (record) => record.locator(".base").evaluate((base) =>
  [...base.querySelectorAll("*")].filter((one) => !one.children.length && one.textContent.trim() && one.checkVisibility()).map((one) => one.textContent.trim()));

for (const [src, mode, what] of [
  ["honesty-shop", "record", (text, content) => [fill(text.kept_entry, { fields: content.fields.map(({ label }) => label.en).join(", ") }), text.kept_group]],
  ["pilot-study", "study", (text) => ["code", "arm", "items", "attitudes", "open", "sheet"].map((name) => text[`kept_${name}`])],
  ["pilot-study", "setup", (text) => [text.kept_draft]],
  ["pilot-study", "collect", () => []],
  ["our-club", "merge", () => []],
]) {
  test(`what it keeps and sends can be read, and printed alone: ${mode}`, async () => {
    const quiet = () => { window.print = () => {}; };
    const { page, record, text, ...seen } = await open({ src, mode, init: [quiet] });
    await record.getByText(text.keeps_sheet, { exact: true }).click();
    for (const line of [...what(text, example(src)), text.sends_nothing]) {
      assert.ok(await record.getByText(line, { exact: true }).isVisible(), line);
    }
    const keeps = { record: 400, study: 200, setup: 200 }[mode];
    const where = keeps ? fill(text.keeps_device, { days: String(keeps) }) : text.kept_nothing;
    assert.ok(await record.getByText(where, { exact: true }).isVisible(), where);
    await checkAxe(page, `the sheet of ${mode}`, "adil-record");
    await record.getByRole("button", { name: text.print_keeps, exact: true }).click();
    await page.emulateMedia({ media: "print" });
    const lines = await printed(record);
    assert.equal(lines[0], text.keeps_sheet, "nothing else is printed");
    assert.ok(lines.includes(text.sends_nothing) && !lines.includes(text.print_keeps));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.ok((await printed(record)).length !== lines.length, "the page is printed as it was");
    await seen.close();
  });
}
