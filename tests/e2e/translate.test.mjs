// The page for translators: each text of a widget stands beside the English one and in the widget
// itself, what is written is seen there at once and taken away as a file that pages can use, and
// nothing is kept unless asked.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "../run/test.mjs";
import { checkAxe, checkOwn, checkQuiet, checkSoon, DIST, readJson, until, useBrowser } from "./page.mjs";

const browser = useBrowser();

/** Opens the page for a widget in a language, in a language of the site. */
async function open(query, { folder = "", ...more } = {}) {
  const made = await browser.site();
  const seen = await browser.visit(`${made.origin}/adil/${folder}translate.html?${query}`, more);
  const { page } = seen;
  await page.locator(".stage .base").first().waitFor();
  await page.locator(".row").first().waitFor();
  return { ...seen, site: made, widget: page.locator(".stage > *").first() };
}
const field = (page, key, n = 0) => page.locator(`.row[data-key="${key}"] textarea`).nth(n);
const chooser = (page, name) => page.getByRole("combobox", { name });
const words = (lang, widget = "quiz") => readJson(`locales/${widget}.${lang}.json`);

/** What a press of a button saves. */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
  return { name: download.suggestedFilename(), table: JSON.parse(readFileSync(await download.path(), "utf8")) };
}
const file = (name, table) => ({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(table)) });

test("what is written is seen in the widget at once, and what was answered stays", async () => {
  const { page, widget, ...seen } = await open("widget=quiz&lang=de");
  const option = widget.getByRole("radio").first();
  await option.press("Space");
  await widget.getByRole("button", { name: words("de").check_answer, exact: true }).waitFor();
  await field(page, "check_answer").fill("Jetzt prüfen");
  await widget.getByRole("button", { name: "Jetzt prüfen", exact: true }).waitFor();
  assert.ok(await option.isChecked());
  await field(page, "question_n_of").fill("Frage {n}");
  await page.getByText("question_n_of: expected the places {n} {total}, found {n}").waitFor();
  assert.equal(await field(page, "question_n_of").getAttribute("aria-invalid"), "true");
  // A text that was written is a file that the page has made.
  checkOwn({ asked: seen.asked.filter((url) => !url.startsWith(`blob:${seen.site.origin}/`)) }, seen.site.origin);
  await seen.close();
});

test("changes are saved alone and whole, and taken in again", async () => {
  const { page, ...seen } = await open("widget=quiz&lang=de");
  await field(page, "next").fill("Vorwärts");
  await field(page, "minutes", 1).fill("{n} Min.");
  const minutes = { ...words("de").minutes, other: "{n} Min." };
  const changes = await saved(page, "Save the changes only");
  assert.deepEqual(changes, { name: "quiz.de.changes.json", table: { lang: "de", next: "Vorwärts", minutes } });
  const whole = await saved(page, "Save the whole file");
  assert.equal(whole.name, "quiz.de.json");
  assert.deepEqual(whole.table, { ...words("de"), next: "Vorwärts", minutes });
  await page.reload();
  await checkSoon(() => field(page, "next").inputValue(), words("de").next, "nothing is kept unless asked");
  const picker = page.locator("input[type=file]");
  await picker.setInputFiles(file("quiz.de.changes.json", { ...changes.table, nxt: "?" }));
  await page.getByText("quiz.de.changes.json: 2 texts are taken in. nxt: no widget shows a text of this name").waitFor();
  assert.equal(await field(page, "next").inputValue(), "Vorwärts");
  await picker.setInputFiles(file("quiz.fr.json", { lang: "fr", next: "Suite" }));
  await page.getByText("quiz.fr.json is in another language: fr.").waitFor();
  await picker.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no") });
  await page.getByText(/notes\.txt cannot be read/).waitFor();
  await page.getByRole("button", { name: "Drop all changes" }).click();
  assert.equal(await field(page, "next").inputValue(), words("de").next);
  await seen.close();
});

test("a language of its own starts empty, with its plural forms, and words for children apart", async () => {
  const { page, widget, ...seen } = await open("widget=quiz&lang=de");
  await chooser(page, "Language").selectOption("");
  await page.getByLabel(/Language tag/).fill("uk");
  await page.keyboard.press("Enter");
  await checkSoon(() => field(page, "next").inputValue(), "");
  assert.equal(await page.locator(`.row[data-key="minutes"] textarea`).count(), 4, "one, few, many, other");
  await field(page, "check_answer").fill("Перевірити");
  await widget.getByRole("button", { name: "Перевірити", exact: true }).waitFor();
  await chooser(page, "Readers").selectOption("primary-1");
  assert.equal(await field(page, "check_answer").inputValue(), "");
  await field(page, "check_answer").fill("Перевір");
  const { table } = await saved(page, "Save the changes only");
  assert.deepEqual(table, { lang: "uk", check_answer: "Перевірити", informal: { check_answer: "Перевір" } });
  await seen.close();
});

test("changes stay on the device where that is asked, and go when it is not", async () => {
  const { page, ...seen } = await open("widget=quiz&lang=de");
  const kept = () => page.evaluate(() => localStorage.length);
  await field(page, "next").fill("Vorwärts");
  assert.equal(await kept(), 0);
  const keep = page.getByLabel("Keep my changes on this device");
  await keep.check();
  await page.reload();
  await checkSoon(() => field(page, "next").inputValue(), "Vorwärts");
  assert.ok(await keep.isChecked());
  await keep.uncheck();
  assert.equal(await kept(), 0);
  await seen.close();
});

test("the texts on the screen are found, and pointed at", async () => {
  const { page, ...seen } = await open("widget=quiz&lang=de");
  await chooser(page, "Show").selectOption("here");
  const rows = page.locator(".row:not([hidden])");
  await until(async () => (await rows.count()) < 30, "only those on the screen");
  assert.ok(await field(page, "check_answer").isVisible());
  assert.ok(!(await field(page, "teacher_notes").isVisible()));
  await field(page, "check_answer").focus();
  const pointed = () => page.locator(".stage > *").evaluate((widget) =>
    [...widget.shadowRoot.querySelectorAll("*")].filter((one) => one.getAnimations().length).map((one) => one.textContent.trim()));
  assert.deepEqual(await pointed(), [words("de").check_answer]);
  await seen.close();
});

for (const [lang, folder, width, colorScheme] of [["de", "", 360, "dark"], ["ar", "ar/", 360, "light"], ["ar", "ar/", 1_280, "dark"]]) {
  test(`it fits ${width} px in ${lang}, ${colorScheme}, and axe finds nothing`, async () => {
    const { page, ...seen } = await open(`widget=pledge&lang=${lang}`, { folder, colorScheme, viewport: { width, height: 800 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    await checkAxe(page, `the page in ${lang}`, "body");
    assert.equal(await field(page, "start").evaluate((one) => getComputedStyle(one).direction), lang === "ar" ? "rtl" : "ltr");
    checkQuiet(seen);
    await seen.close();
  });
}

test("it knows all languages that ship, all widgets and their modes", async () => {
  const shipped = readdirSync(`${DIST}/locales`).flatMap((name) => /^quiz\.(.+)\.json$/.exec(name)?.[1] ?? []);
  const page = readFileSync(`${DIST}/translate.html`, "utf8");
  assert.deepEqual(/data-shipped="([^"]*)"/.exec(page)[1].split(" ").toSorted(), shipped.toSorted());
  const script = readFileSync(new URL("../../site/static/translate.js", import.meta.url), "utf8");
  for (const widget of readdirSync(new URL("../../widgets/", import.meta.url))) {
    const manifest = JSON.parse(readFileSync(new URL(`../../widgets/${widget}/custom-elements.json`, import.meta.url), "utf8"));
    const { attributes } = manifest.modules[0].declarations[0];
    const modes = attributes.find(({ name }) => name === "mode").type.text.split(" | ").filter((mode) => mode !== widget);
    const line = new RegExp(`^ {4}${widget}: (.*)$`, "m").exec(script)?.[1] ?? "";
    for (const mode of modes) assert.ok(line.includes(`${mode}:`), `${widget} ${mode}: ${line}`);
  }
});
