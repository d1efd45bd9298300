// A pilot study is set up on a page: its texts, groups, items of both forms, opinions and code, tried
// as a pupil sees it, saved as a file that pupils answer and a collector reads. No JSON is touched.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import { checkAxe, checkOwn, checkSoon, example, fill, html, readJson, useBrowser } from "./page.mjs";
import { inTurn } from "../run/sample.mjs";

const { site, visit } = useBrowser();
const study = example("pilot-study");
const LANGS = ["en", "ru", "kk", "ar"];

async function open({ mode = "setup", content, lang = "en", site: made, ...options } = {}) {
  const inside = content ? `><script type="application/json">${JSON.stringify(content)}</script>` : ` src="/adil/examples/pilot-study.json">`;
  made ??= await site({ bodies: { "/page.html": html(`<adil-record loading="eager" mode="${mode}"${inside}</adil-record>`, { lang }) } });
  const seen = await visit(`${made.origin}/page.html`, { acceptDownloads: true, ...options });
  const record = seen.page.locator("adil-record").first();
  await record.locator(".base").first().waitFor();
  return { ...seen, site: made, record, text: readJson(`locales/record.${lang}.json`) };
}

const button = (within, name) => within.getByRole("button", { name, exact: true });
const group = (within, name) => within.getByRole("group", { name, exact: true });
const field = (within, name) => within.getByLabel(name, { exact: true });

async function save(page, record, text) {
  const [file] = await Promise.all([page.waitForEvent("download"), button(record, text.setup_save).click()]);
  return { name: file.suggestedFilename(), content: JSON.parse(readFileSync(await file.path(), "utf8")) };
}

for (const lang of inTurn("languages in which a study is set up", LANGS)) {
  test(`a study is set up, tried, saved, answered and collected: ${lang}`, async () => {
    const { page, record, text, said, ...seen } = await open({ lang });
    await field(record, text.setup_title).fill("Our own study");
    await field(record, text.setup_cell).fill("7");
    await field(record, text.setup_arms).fill("7 A\n7 B\n\n7 C");
    await field(record, text.setup_consent).fill("You may say no.");
    const item = group(record, fill(text.setup_item, { n: lang === "ar" ? (1).toLocaleString("ar") : 1 }));
    const first = group(item, fill(text.setup_form, { form: "A" }));
    await field(first, text.setup_stem).fill("Which number is even?");
    await field(first, text.setup_answers).fill("1\n2\n3");
    await field(first, text.setup_right).selectOption("2");
    await checkAxe(page, `the form in ${lang}`, "adil-record");
    await button(record, text.setup_try).click();
    const trial = record.locator("adil-record");
    await button(trial, text.begin).click();
    await trial.getByText("You may say no.", { exact: true }).waitFor();
    const { name, content } = await save(page, record, text);
    assert.equal(await record.locator("adil-record").count(), 0, "the trial is over");
    await record.getByText(`src="${name}" mode="study"`).waitFor();
    assert.deepEqual([content.title, content.smallestCell, content.languages], ["Our own study", 7, [lang]]);
    assert.deepEqual(content.arms.map((arm) => arm.text), ["7 A", "7 B", "7 C"]);
    const { stem, options, right } = content.forms[0].items[0];
    assert.deepEqual([stem, options.map((one) => one.text), options.find(({ id }) => id === right).text], ["Which number is even?", ["1", "2", "3"], "2"]);
    assert.equal(content.forms[1].items.length, study.forms[1].items.length, "what was not touched is as it was");
    assert.deepEqual(said, []);
    checkOwn({ said, ...seen, page }, seen.site.origin);
    await seen.close();

    const pupil = await open({ mode: "study", content, lang });
    await field(pupil.record, text.arm).selectOption({ label: "7 B" });
    await button(pupil.record, text.begin).click();
    await pupil.record.getByText("You may say no.", { exact: true }).waitFor();
    assert.deepEqual([pupil.said, pupil.warned], [[], []]);
    await pupil.close();
    const collector = await open({ mode: "collect", content, lang });
    await collector.record.getByText(text.collect_help, { exact: true }).waitFor();
    assert.deepEqual([collector.said, collector.warned], [[], []]);
    await collector.close();
  });
}

test("a file is opened and goes on under its name, and what is none is refused", async () => {
  const { page, record, text, ...seen } = await open();
  const give = (name, body) => record.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(body) });
  await give("poem.json", "{}");
  await record.getByRole("alert").getByText(text.setup_none, { exact: true }).waitFor();
  await give("pilot-study.json", JSON.stringify({ ...study, id: "kept-name", title: "A title of its own" }));
  await checkSoon(() => field(record, text.setup_title).inputValue(), "A title of its own");
  assert.equal(await record.getByRole("alert").count(), 0);
  const { name, content } = await save(page, record, text);
  assert.deepEqual([name, content.id], ["kept-name.json", "kept-name"]);
  await button(record, text.setup_again).click();
  await checkSoon(() => field(record, text.setup_title).inputValue(), study.title.en);
  const fresh = await save(page, record, text);
  assert.notEqual(fresh.content.id, "pilot-study", "it is another study than the example");
  await seen.close();
});

test("what is missing is said at its field, the first has the focus, and nothing is saved", async () => {
  const { page, record, text, ...seen } = await open();
  let saved = 0;
  page.on("download", () => (saved += 1));
  await field(record, text.setup_wave0).fill("");
  await field(record, text.setup_cell).fill("one");
  await button(record, text.setup_save).click();
  const cell = field(record, text.setup_cell);
  await record.getByText(text.setup_bad_cell, { exact: true }).waitFor();
  const focused = record.locator(":focus");
  await checkSoon(() => focused.getAttribute("data-input"), "wave0");
  assert.equal(await cell.getAttribute("aria-invalid"), "true");
  await checkAxe(page, "a form with mistakes", "adil-record");
  await cell.fill("5");
  await checkSoon(() => cell.getAttribute("aria-invalid"), null);
  assert.equal(saved, 0);
  await seen.close();
});

test("items come and go by keys, with one form or two, and a reload keeps all", async () => {
  const { page, record, text, ...seen } = await open({ viewport: { width: 360, height: 740 } });
  const items = () => record.getByRole("group", { name: new RegExp(`^${text.setup_item.replace("{n}", "\\d+")}$`) });
  assert.equal(await items().count(), 6);
  await button(record, text.setup_add_item).focus();
  await page.keyboard.press("Enter");
  await checkSoon(() => items().count(), 7);
  // Whoever added an item writes it at once.
  await checkSoon(() => record.locator(":focus").getAttribute("data-input"), "item6.0.stem");
  await page.keyboard.type("New");
  await field(record, text.setup_parallel).uncheck();
  await checkSoon(() => field(items().last(), text.setup_stem).count(), 1);
  await page.reload();
  await record.locator(".base").waitFor();
  assert.equal(await items().count(), 7);
  assert.equal(await field(items().last(), text.setup_stem).inputValue(), "New");
  await button(record, `${text.remove}: ${fill(text.setup_item, { n: 7 })}`).click();
  await checkSoon(() => items().count(), 6);
  const { content } = await save(page, record, text);
  assert.equal(content.forms.length, 1);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await seen.close();
});

/** An item that was taken out by a slip was gone, and so was all of the form with one press. */
test("what was taken out or replaced by a slip comes back", async () => {
  const { record, text, ...seen } = await open();
  const title = field(record, text.setup_title);
  const items = () => record.locator("[data-input$='.0.stem']").count();
  await title.fill("An hour of work");
  await button(record, `${text.remove}: ${fill(text.setup_item, { n: 2 })}`).click();
  await checkSoon(items, 5);
  await button(record, text.undo).click();
  await checkSoon(items, 6);
  await button(record, text.setup_again).click();
  await checkSoon(() => title.inputValue(), study.title.en);
  await button(record, text.undo).click();
  await checkSoon(() => title.inputValue(), "An hour of work");
  await seen.close();
});

test("hostile words in every field are words, in the form, in the trial and in the file", async () => {
  const hostile = `<img src=x onerror="window.ran = 1">`;
  const { page, record, text, said, ...seen } = await open();
  for (const input of await record.locator("input[type=text]:not([data-input=cell]), textarea").all()) await input.fill(`${hostile}\n${hostile} 2`.split("\n").slice(0, (await input.evaluate((one) => one.localName)) === "textarea" ? 2 : 1).join("\n"));
  for (const select of await record.locator("select").all()) await select.selectOption({ index: 1 });
  await button(record, text.setup_try).click();
  const trial = record.locator("adil-record");
  await button(trial, text.begin).click();
  await trial.getByText(hostile).first().waitFor();
  const { content } = await save(page, record, text);
  assert.equal(content.title, hostile);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await record.locator("img").count(), 0);
  assert.deepEqual(said, []);
  await seen.close();
});

test("where the browser keeps nothing that is said, and the study is saved all the same", async () => {
  const deny = () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  };
  const { page, record, text, said, ...seen } = await open({ init: [deny] });
  await field(record, text.setup_title).fill("Not kept");
  await record.getByText(text.setup_not_kept, { exact: true }).waitFor();
  const { content } = await save(page, record, text);
  assert.equal(content.title, "Not kept");
  assert.deepEqual(said, []);
  await seen.close();
});
