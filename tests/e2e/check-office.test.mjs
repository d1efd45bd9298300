// Readiness by clause, and the register of an office.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkAxe, checkSoon, example, fill, fired, html, readJson, useBrowser } from "./page.mjs";
import { button, fits, opener, saved, text, title } from "./selfchecks.mjs";

const { site, visit } = useBrowser();
const open = opener({ site, visit });
const resultOf = (id, file) => file.results.find((one) => one.id === id);
const iso = example("iso-37001-ready");

/** A run of readiness as a file: these points for each question, others for some. */
const runFile = (points, others = {}, name = "Office") => ({
  name: "run.json", mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({
    format: "adil", formatVersion: 1, kind: "check-run", check: iso.id, name, day: "2026-03-02",
    run: { role: null, answers: Object.fromEntries(iso.questions.map(({ id }) => [id, others[id] ?? points])) },
  })),
});

const ready = (more = {}) => open({ file: "iso-37001-ready", attributes: `mode="readiness"`, ...more });
const clauseRow = (check, name) => check.getByRole("row").filter({ has: check.page().getByRole("rowheader", { name, exact: true }) });

test("readiness is answered by clause, and a reload keeps it", async () => {
  const { page, check, ...seen } = await ready();
  await button(check, text.start).click();
  await title(check, iso.groups[0].text.en).waitFor();
  const here = iso.questions.filter((one) => one.group === "c4");
  const group = (one) => check.getByRole("group").filter({ hasText: one.text.en });
  for (const one of here.slice(0, 4)) await group(one).getByRole("radio", { name: /^2/ }).check();
  await group(here[4]).getByRole("radio", { name: text.not_applicable }).check();
  await button(check, text.next).click();
  await check.locator(".misses").waitFor();
  await group(here[4]).getByLabel(text.reason).fill("There is none.");
  await group(here[0]).getByText(text.note).click();
  await group(here[0]).getByLabel(text.owner).fill("The bursar");
  await group(here[0]).getByLabel(text.by).fill("2027-03-01");
  await checkAxe(page, "questions of a clause", "adil-check");
  await button(check, text.next).click();
  await title(check, iso.groups[1].text.en).waitFor();
  await button(check, text.see_result).click();
  await check.getByText(fill(text.share_of, { n: 50 })).waitFor();
  await clauseRow(check, iso.groups[0].text.en).getByText(fill(text.counted_of, { n: 4, total: 5 })).waitFor();
  await check.getByText("The bursar").waitFor();
  await checkAxe(page, "readiness", "adil-check");
  await page.reload();
  await button(check, text.see_result).click();
  await check.getByText(fill(text.share_of, { n: 50 })).waitFor();
  const events = JSON.stringify(await fired(page));
  assert.ok(!events.includes("bursar") && !events.includes("There is none"), "no typed text is in an event");
  assert.deepEqual(seen.said, []);
  assert.deepEqual(seen.warned, []);
  await seen.close();
});

test("gaps, an earlier run and other people stand beside it, and it is saved", async () => {
  const { page, check, ...seen } = await ready();
  await check.getByLabel(text.open_run).setInputFiles(runFile(3, { c4_5: 1 }, "2026"));
  await title(check, resultOf("gaps", iso).title.en).or(title(check, resultOf("ready", iso).title.en)).waitFor();
  const gaps = check.locator(".outcome").filter({ has: page.getByRole("heading", { name: text.gaps, exact: true }) }).getByRole("row");
  assert.equal(await gaps.count(), 11);
  // Risk 5 times 3 points that are left.
  await gaps.nth(1).getByText("15", { exact: true }).waitFor();
  await check.getByLabel(text.compare_file).setInputFiles(runFile(3, { c4_5: 0, c4_1: 1 }, "2025"));
  const compare = check.locator(".outcome").filter({ has: page.getByRole("heading", { name: text.compare, exact: true }) });
  await compare.getByRole("row").nth(2).waitFor();
  assert.equal(await compare.getByRole("row").count(), 3);
  await check.getByLabel(text.people_file).setInputFiles(runFile(3, { c4_5: 4 }, "The dean"));
  const people = check.locator(".outcome").filter({ has: page.getByRole("heading", { name: text.people, exact: true }) });
  await people.getByRole("columnheader", { name: "The dean" }).waitFor();
  assert.equal(await people.getByRole("row").count(), 2);
  await checkAxe(page, "readiness with files", "adil-check");
  await check.getByLabel(text.people_file).setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await check.getByText(fill(text.file_not, { name: "other.json" })).first().waitFor();
  const rows = (await saved(page, check, text.save_csv)).split("\r\n");
  assert.equal(rows.length, 40, "heads, 38 questions, and the end");
  const run = JSON.parse(await saved(page, check, text.save_run));
  assert.equal(run.run.answers.c4_5, 1);
  assert.equal(run.name, "2026");
  await page.emulateMedia({ media: "print" });
  await check.getByText(iso.notice.en).waitFor(); // paper says that it is no audit
  await seen.close();
});

test("readiness is right to left and fits a narrow page, in the other edition, too", async () => {
  const words = readJson("locales/check.ar.json");
  const { page, check, ...seen } = await ready({ lang: "ar", viewport: { width: 360, height: 740 } });
  await check.getByRole("radio", { name: iso.editions[1].text.ar }).check();
  await button(check, words.start).click();
  await check.getByText(iso.questions[0].editions[0].note.ar).waitFor();
  assert.equal(await fits(page), 0);
  await checkAxe(page, "questions in Arabic", "adil-check");
  await check.page().keyboard.press("Home");
  await button(check, words.see_result).click();
  await title(check, words.none_applies).waitFor();
  await check.getByLabel(words.compare_file).waitFor({ state: "attached" });
  assert.equal(await fits(page), 0);
  await seen.close();
});

test("a file without scales is no check of readiness, and says so to its author", async () => {
  const made = await site({ bodies: { "/page.html": html(`<adil-check loading="eager" mode="readiness" src="/adil/examples/coi-check.json"></adil-check>`) } });
  const seen = await visit(`${made.origin}/page.html`);
  await seen.page.locator("adil-check").getByRole("alert").waitFor();
  assert.match(seen.said.join(), /coi-check\.json: questions: expected one of type scale/);
  await seen.close();
});

const declaration = (matter, review, more = {}) => ({
  name: `${matter}.json`, mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({
    format: "adil", formatVersion: 1, kind: "declaration", title: "Declaration of interests", check: "coi-check", result: "actual", review,
    fields: [{ id: "role", label: "Role", value: "Buyer" }, { id: "matter", label: "Matter", value: matter }], ...more,
  })),
});

test("an office takes declarations in, works with them, and keeps them on its computer", async () => {
  const { page, check, ...seen } = await open({ attributes: `mode="register" storage="device"` });
  await check.getByText(text.empty).waitFor();
  await checkAxe(page, "an empty register", "adil-check");
  const take = check.getByLabel(text.take_in);
  const hostile = `<img src=x onerror="window.ran = 1">`;
  await take.setInputFiles(declaration("Chairs", "2999-01-01"));
  await check.getByText("Chairs").first().waitFor();
  await take.setInputFiles(declaration(hostile, "2020-01-01"));
  await check.getByText(text.due).waitFor();
  // What is due comes first.
  assert.ok((await check.locator(".item").first().textContent()).includes(hostile));
  await take.setInputFiles(declaration("Chairs", "2999-01-01"));
  await check.locator(".count").getByText(text.there_already).waitFor();
  await take.setInputFiles({ name: "wrong.json", mimeType: "application/json", buffer: Buffer.from("[1]") });
  await check.locator(".count").getByText(fill(text.not_declaration, { name: "wrong.json" })).waitFor();
  await check.getByLabel(text.status).first().selectOption("closed");
  await checkSoon(() => check.getByText(text.due).count(), 0);
  await checkAxe(page, "a register", "adil-check");
  await page.reload();
  await check.locator(".item").nth(1).waitFor();
  assert.ok((await check.locator(".item").first().textContent()).includes("Chairs"), "what is closed comes last");
  assert.equal(await check.getByLabel(text.status).last().inputValue(), "closed");
  assert.match(await saved(page, check, text.save_csv), /Received,Status,Next review,Role,Matter\r\n/);
  assert.equal(JSON.parse(await saved(page, check, text.save_register)).items.length, 2);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.ok(!JSON.stringify(await fired(page)).includes("Chairs"), "nothing that was declared is in an event");
  await button(check, fill("{a}: {b}", { a: text.remove, b: "Chairs" })).click();
  await checkSoon(() => check.locator(".item").count(), 1);
  await button(check, text.delete_register).click();
  await check.getByText(text.empty).first().waitFor();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.deepEqual(seen.said, []);
  await seen.close();
});
