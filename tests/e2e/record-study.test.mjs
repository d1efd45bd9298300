// A pilot study from the first pupil to the report: answers before and after on a device, by mouse,
// keys and touch, and files of many devices put together.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import { checkAxe, checkOwn, checkSoon, example, fill, fired, html, readJson, useBrowser } from "./page.mjs";

const { site, visit } = useBrowser();
const text = readJson("locales/record.en.json");
const study = example("pilot-study");

async function open({ mode = "study", content = study, lang = "en", site: made, ...options } = {}) {
  const inside = `<script type="application/json">${JSON.stringify(content).replaceAll("<", "\\u003c")}</script>`;
  made ??= await site({ bodies: { "/page.html": html(`<adil-record loading="eager" mode="${mode}">${inside}</adil-record>`, { lang }) } });
  const seen = await visit(`${made.origin}/page.html`, options);
  const record = seen.page.locator("adil-record");
  await record.locator(".base").waitFor();
  return { ...seen, site: made, record };
}

const button = (within, name) => within.getByRole("button", { name, exact: true });
const heading = (within, name) => within.getByRole("heading", { name, exact: true });
const field = (within, name) => within.getByLabel(name, { exact: true });

/** Answers the questions of the code: places of options. */
async function code(record, animal, door, colour) {
  const [first, second, third] = study.code.map((asked) => asked.text.en);
  await field(record, first).selectOption({ index: animal });
  await field(record, second).selectOption({ index: door });
  await field(record, third).selectOption({ index: colour });
  await button(record, text.next).click();
}

/** One pupil from the consent to the thanks; `right` says which items are answered right. */
async function answer(record, form, [animal, door, colour], right, step = 3) {
  await button(record, text.take_part).click();
  await heading(record, text.code).waitFor();
  await code(record, animal, door, colour);
  for (const [n, item] of form.items.entries()) {
    await heading(record, fill(text.question_of, { n: n + 1, total: form.items.length })).waitFor();
    const chosen = item.options.find(({ id }) => (id === item.right) === right(n));
    await record.getByText(chosen.text.en, { exact: true }).click();
    await button(record, text.next).click();
  }
  await heading(record, text.opinions).waitFor();
  for (const one of study.attitudes) {
    await record.getByRole("group", { name: one.text.en, exact: true }).getByText(study.scale[step].en, { exact: true }).click();
  }
  await button(record, text.next).click();
  await heading(record, text.in_words).waitFor();
  await field(record, study.open[0].text.en).fill("A word that stays");
  await button(record, text.next).click();
  await heading(record, text.thanks).waitFor();
}

/** What a button saves. */
async function saved(page, record, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(record, name).click()]);
  return readFileSync(await download.path(), "utf8");
}

test("pupils answer one after the other, and the file has no word and no name of theirs", async () => {
  const { page, record, said, ...seen } = await open();
  await checkAxe(page, "the teacher's screen", "adil-record");
  await button(record, text.begin).click();
  await heading(record, text.consent).waitFor();
  await checkAxe(page, "the consent", "adil-record");
  await answer(record, study.forms[0], [1, 3, 2], () => true);
  await button(record, text.next_pupil).click();
  await heading(record, text.consent).waitFor();
  await button(record, text.not_today).click();
  await heading(record, text.declined).waitFor();
  await button(record, text.next_pupil).click();
  // A code that was used is warned of once, and the pupil may go on.
  await button(record, text.take_part).click();
  await button(record, text.next).click();
  await record.locator(".mistake").getByText(text.code_missing).waitFor();
  await code(record, 1, 3, 2);
  await record.locator(".mistake").getByText(text.code_used).waitFor();
  await field(record, study.code[1].text.en).selectOption({ index: 4 });
  await button(record, text.next).click();
  await heading(record, fill(text.question_of, { n: 1, total: 6 })).waitFor();
  assert.equal(await record.locator("input:checked").count(), 0, "nothing of the last pupil is left");
  await checkAxe(page, "an item", "adil-record");
  for (let n = 0; n < 6; n++) await button(record, text.next).click();
  await heading(record, text.opinions).waitFor();
  await checkAxe(page, "the opinions", "adil-record");
  await button(record, text.next).click();
  await button(record, text.next).click();
  await heading(record, text.thanks).waitFor();
  // After a reload the next pupil sees nothing that is for teachers.
  await page.reload();
  await heading(record, text.consent).waitFor();
  await button(record, text.not_today).click();
  await button(record, text.for_teacher).click();
  await record.getByText(text.answers_here.other.replace("{n}", "2")).waitFor();
  await button(record, text.sheet_of).click();
  await field(record, study.fidelity[0].text.en).selectOption({ label: text.took_place });
  await field(record, study.feedback.find(({ words }) => words).text.en).fill("Cut the song");
  await checkAxe(page, "the teacher's sheet", "adil-record");
  await button(record, text.done).click();
  const file = await saved(page, record, text.save_answers);
  assert.ok(!/stays|song/.test(file), "no words in the file");
  const { device } = JSON.parse(file);
  assert.deepEqual(device.answers.map(({ code, arm, wave, form }) => [code, arm, wave, form]), [["cat-2-blue", 0, 0, 0], ["cat-3-blue", 0, 0, 0]]);
  assert.deepEqual(device.sheet, { fidelity: { time: true }, ratings: {} });
  const events = JSON.stringify(await fired(page));
  assert.ok(!/cat|blue|definition/.test(events), "no code and no answer in events");
  await button(record, text.delete_answers).click();
  await record.getByText(text.answers_here.other.replace("{n}", "0")).waitFor();
  await button(record, text.undo).click();
  await record.getByText(text.answers_here.other.replace("{n}", "2")).waitFor();
  assert.deepEqual(said, []);
  checkOwn({ said, ...seen, page }, seen.site.origin);
  await seen.close();
});

test("a pupil goes back and on by keys, and what was chosen is still there", async () => {
  const { page, record, ...seen } = await open();
  await button(record, text.begin).focus();
  await page.keyboard.press("Enter");
  await button(record, text.take_part).focus();
  await page.keyboard.press("Enter");
  await code(record, 1, 1, 1);
  await heading(record, fill(text.question_of, { n: 1, total: 6 })).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await heading(record, fill(text.question_of, { n: 2, total: 6 })).waitFor();
  await button(record, text.back_step).click();
  await heading(record, fill(text.question_of, { n: 1, total: 6 })).waitFor();
  assert.equal(await record.getByRole("radio").nth(1).isChecked(), true);
  await seen.close();
});

/** The file of a device: so many pupils, each with the number of items right before and after. */
const fileOf = (pupils, { arm = 0, first = 0, sheet = { fidelity: { time: true }, ratings: { age: 4 } } } = {}) => {
  const answers = pupils.flatMap(([code, ...right], n) => right.map((right, wave) => right === null ? undefined : ({
    id: `d${first + n}w${wave}`, code, arm, wave, form: wave,
    items: Object.fromEntries(study.forms[wave].items.map((item, n) => [item.id, n < right ? item.right : item.options.find(({ id }) => id !== item.right).id])),
    attitudes: Object.fromEntries(study.attitudes.map(({ id }) => [id, wave ? 4 : 0])),
  }))).filter(Boolean);
  return JSON.stringify({ format: "adil-study", formatVersion: 1, contentId: "pilot-study", contentVersion: "1.0.0", device: { answers, sheet } });
};
const give = (record, ...files) => record.locator("input[type=file]").setInputFiles(files.map((text, n) => ({ name: `${n}.json`, mimeType: "application/json", buffer: Buffer.from(text) })));
const cell = async (record, name) => (await record.getByRole("row").filter({ hasText: name }).first().locator("td").innerText()).trim();

test("files of devices become a report with the numbers of its pairs", async () => {
  const { page, record, said, ...seen } = await open({ mode: "collect" });
  // 2→4, 3→3, 1→5, 4→5, 2→3, 3→5: differences 2, 0, 4, 1, 1, 2.
  const six = [["a-1-x", 2, 4], ["b-1-x", 3, 3], ["c-1-x", 1, 5], ["d-1-x", 4, 5], ["e-1-x", 2, 3], ["f-1-x", 3, 5], ["g-1-x", 3, null], ["h-1-x", null, 2]];
  await give(record, fileOf(six), fileOf(six), "{}");
  await record.locator(".news").getByText(`2.json: ${text.answers_none}`).waitFor();
  await record.getByText(fill(text.who, { before: 7, after: 7, pairs: 6, lost: 1, new: 1 })).waitFor();
  await record.getByText(text.few_pairs).waitFor();
  assert.equal(await cell(record, text.mean_before), "2.50");
  assert.equal(await cell(record, text.mean_after), "4.17");
  assert.equal(await cell(record, text.difference), "1.67");
  // By scipy: ttest_rel(...).confidence_interval(), and the exact test with ties.
  assert.equal(await cell(record, text.interval), "0.23 to 3.10");
  assert.equal(await cell(record, text.gain), "0.48");
  assert.equal(await cell(record, text.effect), "1.22");
  assert.equal(await cell(record, text.signed_p), "0.063");
  await record.getByText(text.surely_more).waitFor();
  await record.getByText(text.lesson).click();
  assert.equal(await cell(record, study.fidelity[0].text.en), "1 of 1");
  for (const name of [text.items, text.opinions]) await record.getByText(name, { exact: true }).click();
  await checkAxe(page, "a report", "adil-record");
  const data = await saved(page, record, text.save_data);
  assert.equal(data.trim().split("\r\n").length, 15);
  assert.ok(!/a-1-x/.test(data), "no code in the data");
  const dictionary = await saved(page, record, text.save_dictionary);
  assert.equal(dictionary.trim().split("\r\n").length, 1 + data.split("\r\n")[0].split(",").length);
  assert.deepEqual(said, []);
  checkOwn({ said, ...seen, page }, seen.site.origin);
  await seen.close();
});

test("a pupil with a phone copies a code; the collector takes it once, also beside the file, and refuses wrong letters", async () => {
  const { page, record, ...seen } = await open();
  await button(record, text.begin).click();
  await answer(record, study.forms[0], [1, 3, 2], (n) => n < 4);
  await record.getByText(text.as_code).click();
  const code = (await record.locator(".code").innerText()).trim();
  assert.match(code, /^([2-9A-HJKMNP-Z]{4}-)+[2-9A-HJKMNP-Z]{1,4}$/);
  await button(record, text.next_pupil).click();
  await heading(record, text.consent).waitFor();
  assert.equal(await record.getByText(code).count(), 0, "the next pupil does not see it");
  await button(record, text.not_today).click();
  await button(record, text.for_teacher).click();
  const file = await saved(page, record, text.save_answers);
  await seen.close();

  const other = await open({ mode: "collect" });
  const news = other.record.locator(".news");
  const type = async (typed, key) => {
    await field(other.record, text.code_typed).fill(typed);
    await button(other.record, text.add_code).click();
    await news.getByText(`${typed}: ${text[key]}`, { exact: true }).waitFor();
  };
  await type(code.slice(1), "code_shape");
  await type(code.replace(/^./, (letter) => (letter === "2" ? "3" : "2")), "code_wrong");
  await type(code.toLowerCase(), "code_added");
  assert.equal(await field(other.record, text.code_typed).inputValue(), "");
  await type(code, "code_twice");
  await other.record.getByText(fill(text.who, { before: 1, after: 0, pairs: 0, lost: 1, new: 0 })).waitFor();
  await give(other.record, file);
  await news.getByText(text.answers_added.other.replace("{n}", "0")).waitFor();
  await other.close();
});

test("a small group shows no scores, equal codes are warned of, and each arm is for itself", async () => {
  const { record, ...seen } = await open({ mode: "collect" });
  const four = ["a", "b", "c", "d"].map((code) => [code, 2, 4]);
  const more = ["k", "l", "m", "n", "o", "o"].map((code) => [code, 3, 3]);
  await give(record, fileOf(four), fileOf(more, { arm: 1, first: 50 }));
  const arm = (n) => record.locator(".arm").filter({ hasText: study.arms[n].text.en });
  await arm(0).getByText(fill(text.too_small, { n: 5 })).waitFor();
  assert.equal(await arm(0).getByText(text.mean_before).count(), 0);
  await arm(1).getByText(text.equal_codes.other.replace("{n}", "4")).waitFor();
  await arm(1).getByText(fill(text.too_small, { n: 5 })).waitFor();
  await seen.close();
});

test("a study in Arabic is answered by touch on a narrow page", async () => {
  const ar = readJson("locales/record.ar.json");
  const { page, record, ...seen } = await open({ lang: "ar", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await button(record, ar.begin).tap();
  await button(record, ar.take_part).tap();
  for (const asked of study.code) await field(record, asked.text.ar).selectOption({ index: 2 });
  await button(record, ar.next).tap();
  await record.getByText(study.forms[0].items[0].options[1].text.ar, { exact: true }).tap();
  assert.equal(await wider(), 0);
  for (let n = 0; n < 6; n++) await button(record, ar.next).tap();
  await heading(record, ar.opinions).waitFor();
  assert.equal(await wider(), 0);
  await checkAxe(page, "opinions in Arabic", "adil-record");
  await button(record, ar.next).tap();
  await button(record, ar.next).tap();
  await heading(record, ar.thanks).waitFor();
  await seen.close();
});

test("a study works where the browser keeps nothing, and says so", async () => {
  const deny = () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  };
  const { record, said, ...seen } = await open({ init: [deny] });
  await button(record, text.begin).click();
  await record.getByText(text.answers_not_kept).waitFor();
  await answer(record, study.forms[0], [1, 1, 1], () => true);
  await button(record, text.for_teacher).click();
  await checkSoon(() => record.getByText(text.answers_here.one.replace("{n}", "1")).count(), 1);
  assert.deepEqual(said, []);
  await seen.close();
});

test("hostile words of a study are words", async () => {
  const hostile = `<img src=x onerror="window.ran = 1">`;
  const content = { ...study, id: "hostile", intro: hostile, consent: hostile, waves: study.waves.map((wave) => ({ ...wave, text: hostile })) };
  const { page, record, ...seen } = await open({ content });
  await record.getByText(hostile).first().waitFor();
  await button(record, text.begin).click();
  await record.locator(".text").getByText(hostile).waitFor();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await record.locator("img").count(), 0);
  await seen.close();
});
