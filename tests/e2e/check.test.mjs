// Self-checks: through by mouse, touch and keys, roles, "not sure", what hides and what is kept, the
// declaration, and ways to speak up that leave no trace.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { sizesOf, textsOf, tight } from "./pdf.mjs";
import { checkAxe, checkOwn, checkSoon, example, fill, fired, hasState, readJson, useBrowser } from "./page.mjs";
import { button, fits, nothingKept, opener, saved, text, title } from "./selfchecks.mjs";
import { hands, keyboard } from "./solve.mjs";

const open = opener(useBrowser());
const coi = example("coi-check");
const guide = example("speaking-up");
const resultOf = (id, file = coi) => file.results.find((one) => one.id === id);
const said = (id, lang = "en") => coi.questions.find((one) => one.id === id).said.yes[lang];

/** Answers all questions of the check about conflicts: `no` where nothing else is said. */
async function answer(check, given = {}, { words = text, hand, lang = "en" } = {}) {
  const pick = hand ?? ((field) => field.check());
  const roots = coi.questions.filter((one) => !one.if);
  for (const [n, question] of roots.entries()) {
    await title(check, fill(words.step_of, { n: n + 1, total: roots.length })).waitFor();
    const asked = [question, ...(question.id === "gift" && given.gift === "yes" ? [coi.questions.find((one) => one.id === "recorded")] : [])];
    for (const one of asked) {
      const group = check.getByRole("group").filter({ hasText: one.text[lang] });
      await pick(group.getByRole("radio", { name: words[given[one.id] ?? "no"], exact: true }));
    }
    const next = button(check, words.next);
    await (hand?.press ? hand.press(next) : next.click());
  }
}

test("the check is gone through by mouse, and the result says which answers led there", async () => {
  const { page, check, ...seen } = await open();
  await checkAxe(page, "the start", "adil-check");
  await button(check, text.start).click();
  await checkAxe(page, "a question", "adil-check");
  await answer(check, { decides: "yes", relation: "yes" });
  const result = resultOf("actual");
  await title(check, result.title.en).waitFor();
  await check.getByText(fill(text.because, { said: `${said("decides")} (1); ${said("relation")} (2)` })).waitFor();
  const steps = check.locator(".todo").first().getByRole("checkbox");
  assert.equal(await steps.count(), result.steps.filter((step) => step.if !== "declared = 'yes'").length);
  await checkAxe(page, "the result", "adil-check");
  assert.ok(await hasState(check, "complete"));
  const events = await fired(page);
  // A type may itself be sensitive: this file tells the end alone.
  assert.deepEqual(events.filter(({ name }) => name === "complete").map(({ detail }) => detail.resultId), [""]);
  assert.ok(!/actual|relation|yes/.test(JSON.stringify(events.map(({ detail }) => ({ ...detail, contentId: "" })))));
  assert.equal(await nothingKept(page), 0, "nothing is kept unless it was asked for");
  assert.deepEqual(seen.said, []);
  assert.deepEqual(seen.warned, [], "the rules are whole");
  checkOwn(seen, seen.site.origin);
  await seen.close();
});

test("the check is gone through by keys alone", async () => {
  const { page, check, ...seen } = await open();
  const keys = keyboard(page);
  await keys.press(button(check, text.start));
  for (let n = 1; n <= 10; n++) {
    await title(check, fill(text.step_of, { n, total: 10 })).waitFor();
    // The heading of each new screen has the focus.
    await checkSoon(() => check.locator(".heading").evaluate((one) => one === one.getRootNode().activeElement), true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    // From yes by one to no.
    if (n > 2) await page.keyboard.press("ArrowDown");
    await keys.press(button(check, text.next));
  }
  await title(check, resultOf("actual").title.en).waitFor();
  await seen.close();
});

test("the check is gone through by touch on a narrow page", async () => {
  const { page, check, ...seen } = await open({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  await hands.touch.press(button(check, text.start));
  const hand = Object.assign((field) => field.locator("xpath=..").tap(), { press: (one) => one.tap() });
  await answer(check, { gift: "yes", recorded: "yes", decides: "yes" }, { hand });
  await title(check, resultOf("apparent").title.en).waitFor();
  assert.equal(await fits(page), 0);
  await checkAxe(page, "a result, narrow", "adil-check");
  await seen.close();
});

test("nobody goes on without an answer, and who is not sure reads the least it could be", async () => {
  const { page, check, ...seen } = await open();
  await button(check, text.start).click();
  await button(check, text.next).click();
  await check.locator(".misses").getByText(text.answer_first).waitFor();
  // Whoever has no mouse is brought there.
  await checkSoon(() => check.getByRole("radio").first().evaluate((one) => one === one.getRootNode().activeElement), true);
  await checkAxe(page, "an answer is missing", "adil-check");
  await answer(check, { relation: "yes", decides: "unsure", later: "yes" });
  await title(check, fill(text.at_least, { type: resultOf("potential").title.en })).waitFor();
  await check.getByText(coi.unsure.en).waitFor();
  await check.getByText(fill(text.could_be, { types: resultOf("actual").title.en })).waitFor();
  await seen.close();
});

test("a follow-up comes and goes with its question", async () => {
  const { check, ...seen } = await open();
  await button(check, text.start).click();
  for (let n = 0; n < 3; n++) {
    await check.getByRole("radio", { name: text.no, exact: true }).check();
    await button(check, text.next).click();
  }
  const follow = check.getByText(coi.questions.find((one) => one.id === "recorded").text.en);
  assert.equal(await follow.count(), 0);
  await check.getByRole("radio", { name: text.yes, exact: true }).check();
  await follow.waitFor();
  await check.getByRole("radio", { name: text.no, exact: true }).first().check();
  await checkSoon(() => follow.count(), 0);
  await seen.close();
});

test("each role reads its own words", async () => {
  for (const role of coi.roles) {
    const { check, ...seen } = await open();
    await check.getByRole("radio", { name: role.text.en, exact: true }).check();
    await button(check, text.start).click();
    const own = coi.questions[0].variants.find((one) => one.roles.includes(role.id)).help.en;
    await check.getByText(own).waitFor();
    await seen.close();
  }
});

test("whoever asks for it finds the answers again, and whoever deletes them does not", async () => {
  const { page, check, ...seen } = await open();
  await button(check, text.start).click();
  await answer(check, { decides: "yes" });
  const keep = check.getByRole("checkbox", { name: text.keep_here });
  await keep.check();
  assert.equal(await page.evaluate(() => localStorage.length), 1);
  await page.reload();
  await button(check, text.start).click();
  assert.ok(await check.getByRole("radio", { name: text.yes, exact: true }).isChecked());
  for (let n = 0; n < 10; n++) await button(check, text.next).click();
  assert.ok(await keep.isChecked());
  await button(check, text.again).click();
  await checkSoon(() => nothingKept(page), 0);
  await button(check, text.start).click();
  assert.ok(!(await check.getByRole("radio", { name: text.yes, exact: true }).isChecked()));
  await seen.close();
});

// An author took a question away, and its answer went without a word. Of two equal checks in one page
// the second wrote over what was asked to be kept of the first.
test("answers that an edit took the place of are told of, and two equal checks keep apart", async () => {
  const { page, check, ...seen } = await open();
  await page.evaluate(() => document.querySelector("adil-check").after(document.querySelector("adil-check").cloneNode()));
  const second = page.locator("adil-check").nth(1);
  await second.locator(".base").waitFor();
  for (const [one, decides] of [[check.first(), "yes"], [second, "no"]]) {
    await button(one, text.start).click();
    await answer(one, { decides });
    await one.getByRole("checkbox", { name: text.keep_here }).check();
  }
  assert.equal(await page.evaluate(() => localStorage.length), 2);
  await page.reload();
  await button(check.first(), text.start).click();
  assert.ok(await check.first().getByRole("radio", { name: text.yes, exact: true }).isChecked());
  const told = () => check.first().getByText(text.edited, { exact: true }).count();
  assert.equal(await told(), 0);
  // What was kept when the file had one question more.
  await page.evaluate(() => {
    for (const [key, text] of Object.entries(localStorage)) {
      const kept = JSON.parse(text);
      kept.run.answers.gone = "yes";
      localStorage.setItem(key, JSON.stringify(kept));
    }
  });
  await page.reload();
  await checkSoon(told, 1);
  await seen.close();
});

test("the way out is quick, and nothing comes back", async () => {
  const { page, check, site: made, ...seen } = await open({ attributes: `exit="/elsewhere.html"` });
  await button(check, text.start).click();
  await check.getByRole("radio", { name: text.yes, exact: true }).check();
  await button(check, text.leave).click();
  await page.waitForURL(`${made.origin}/elsewhere.html`);
  // The page of the check is no step of the history any more.
  await page.goBack({ timeout: 1_000 }).catch(() => {});
  assert.ok(!page.url().endsWith("/page.html"), page.url());
  await seen.close();
});

test("all is covered when the tab is not in front, also on paper", async () => {
  const { page, check, ...seen } = await open();
  await button(check, text.start).click();
  const question = check.getByText(coi.questions[0].text.en);
  await question.waitFor();
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await check.getByText(text.covered).waitFor();
  assert.ok(!(await question.isVisible()));
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await question.isVisible()));
  await page.emulateMedia({ media: null });
  await checkAxe(page, "the cover", "adil-check");
  await button(check, text.uncover).click();
  await question.waitFor();
  await seen.close();
});

test("a declaration is filled in, saved and printed, and its day is in a calendar", async () => {
  const { page, check, ...seen } = await open();
  await check.getByRole("radio", { name: coi.roles[3].text.en, exact: true }).check();
  await button(check, text.start).click();
  await answer(check, { decides: "yes", money: "yes" });
  await check.getByRole("checkbox", { name: coi.measures[0].text.en }).check();
  const calendar = await saved(page, check, text.review_save);
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART:\d{8}T090000\r\n/);
  assert.ok(!calendar.includes(resultOf("actual").title.en), "a calendar says nothing of the result");
  // Saved twice, a family's calendar had the day twice.
  const uid = (file) => /UID:(\d+-\d+@adil-check)\r\n/.exec(file)[1];
  assert.equal(uid(await saved(page, check, text.review_save)), uid(calendar));
  await button(check, text.declare).click();
  const label = (id) => coi.declaration.lines.find((one) => one.id === id).label.en;
  const line = (id) => check.getByLabel(label(id), { exact: true });
  assert.equal(await line("role").inputValue(), coi.roles[3].text.en);
  assert.equal(await line("type").inputValue(), resultOf("actual").title.en);
  assert.equal(await line("measure").inputValue(), coi.measures[0].text.en);
  await line("matter").fill("Chairs for the library");
  await checkAxe(page, "the declaration", "adil-check");
  const file = JSON.parse(await saved(page, check, text.save_json));
  assert.equal(file.kind, "declaration");
  assert.equal(file.result, "actual");
  assert.equal(file.fields.find((one) => one.id === "matter").value, "Chairs for the library");
  assert.match(await saved(page, check, text.save_text), /Matter: Chairs for the library\n/);
  await page.emulateMedia({ media: "print" });
  await check.getByText(coi.declaration.signatures[0].en).waitFor();
  assert.ok(!(await button(check, text.save_json).isVisible()));
  const events = JSON.stringify(await fired(page));
  assert.ok(!events.includes("Chairs"), "no typed text is in an event");
  assert.equal(await nothingKept(page), 0);
  await seen.close();
});

test("cases are practised with, and each says why", async () => {
  const { page, check, ...seen } = await open();
  await button(check, text.cases).click();
  for (const [n, one] of coi.cases.entries()) {
    await title(check, fill(text.case_of, { n: n + 1, total: coi.cases.length })).waitFor();
    await button(check, resultOf(one.results[0]).title.en).click();
    await check.locator(".note").getByText(one.why.en).waitFor();
    if (n === 0) await checkAxe(page, "a case", "adil-check");
    await button(check, n + 1 < coi.cases.length ? text.next_case : text.to_start).last().click();
  }
  await button(check, text.start).waitFor();
  await seen.close();
});

test("in Arabic it runs from right to left to its result", async () => {
  const words = readJson("locales/check.ar.json");
  const { page, check, ...seen } = await open({ lang: "ar", viewport: { width: 360, height: 740 } });
  await button(check, words.start).click();
  await answer(check, { decides: "yes", second: "yes" }, { words, lang: "ar" });
  await title(check, resultOf("actual").title.ar).waitFor();
  await check.locator(".because").getByText(said("second", "ar")).waitFor();
  assert.equal(await fits(page), 0);
  await checkAxe(page, "a result in Arabic", "adil-check");
  await seen.close();
});

test("the way to speak up leaves no trace, and works without a network", async () => {
  const inside = `<p>The fallback.</p><div slot="contacts"><p>Room 12, on Tuesdays</p></div>`;
  const { page, context, check, asked, ...seen } = await open({ file: "speaking-up", attributes: `storage="device"`, inside });
  // What a result needs is on its way from the start.
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const before = asked.length;
  await button(check, text.start).click();
  for (const [question, option] of [["now", "wrong"], ["who", "charge"], ["wish", "answer"]]) {
    const words = guide.questions.find((one) => one.id === question).options.find((one) => one.id === option).text.en;
    await check.getByRole("radio", { name: words, exact: true }).check();
    await button(check, text.next).click();
  }
  await title(check, resultOf("outside", guide).title.en).waitFor();
  await check.getByText("Room 12, on Tuesdays").waitFor(); // the site's own contacts
  assert.ok(!(await check.getByText(guide.contacts[0].title.en).isVisible()));
  await checkAxe(page, "a way to speak up", "adil-check");
  await page.emulateMedia({ media: "print" });
  await check.getByText("Room 12, on Tuesdays").waitFor(); // a card to print
  assert.ok(!(await button(check, text.again).isVisible()));
  const card = await page.pdf({ format: "A4" });
  assert.equal(sizesOf(card).length, 1, "the card is one sheet");
  assert.ok(tight(textsOf(card).join(" ")).includes(tight("Room 12, on Tuesdays")));
  assert.deepEqual(await fired(page), [], "no event at all");
  assert.equal(await nothingKept(page), 0);
  assert.deepEqual(asked.slice(before), [], "no request");
  assert.equal(await check.getByRole("textbox").count(), 0, "there is nothing to type");
  await seen.close();
});

test("every way to speak up is led to", async () => {
  const ways = { safe: ["danger", "peer", "talk"], outside: ["unclear", "charge", "unknown"], quiet: ["wrong", "above", "unknown"], responsible: ["wrong", "peer", "answer"], trusted: ["unclear", "peer", "talk"] };
  for (const [way, options] of Object.entries(ways)) {
    const { check, ...seen } = await open({ file: "speaking-up" });
    await button(check, text.start).click();
    for (const [n, option] of options.entries()) {
      await check.getByRole("radio", { name: guide.questions[n].options.find((one) => one.id === option).text.en, exact: true }).check();
      await button(check, text.next).click();
    }
    await title(check, resultOf(way, guide).title.en).waitFor();
    await seen.close();
  }
});

test("what is kept and sent can be read, as the file has it", async () => {
  for (const [file, keeps, tells] of [["coi-check", "keeps_asked", "tells_end"], ["speaking-up", "keeps_never", "tells_nothing"]]) {
    const { check, ...seen } = await open({ file });
    await check.getByText(text.sheet).click();
    for (const key of [keeps, tells, "sends_nothing"]) assert.ok(await check.getByText(fill(text[key], { days: "90" })).isVisible(), key);
    // What is kept is named only where something is.
    assert.equal(await check.getByText(text.kept_answers, { exact: true }).count(), keeps === "keeps_never" ? 0 : 1);
    await seen.close();
  }
});

test("who comes to the result on a bad line is told, and may try again", async () => {
  const { page, check, site: made, ...seen } = await open({ file: "speaking-up", fault: (path) => (path.includes(".lazy.wasm") ? { status: 503, body: "" } : undefined) });
  await button(check, text.start).click();
  for (let n = 0; n < 3; n++) {
    await check.getByRole("radio").first().check();
    await button(check, text.next).click();
  }
  await check.getByText(text.lost).first().waitFor();
  await checkAxe(page, "what could not be loaded", "adil-check");
  made.faulty(() => undefined);
  await button(check, text.try_again).click();
  await title(check, resultOf("safe", guide).title.en).waitFor();
  await seen.close();
});

test("a rule table with a hole is told to its author, and hostile words are words", async () => {
  const hostile = `<img src=x onerror="window.ran = 1"> [x](javascript:window.ran=1)`;
  const content = {
    ...coi, id: "hostile", intro: hostile, notice: hostile, roles: [], cases: [], facts: [], declaration: undefined, measures: [],
    questions: [{ id: "a", text: hostile, help: hostile, said: { yes: hostile } }],
    rules: [{ if: "a = 'yes'", result: "r" }],
    results: [{ id: "r", title: hostile, text: hostile, steps: [{ text: hostile }] }],
    contacts: [{ title: hostile, text: hostile }],
  };
  const { page, check, warned, ...seen } = await open({ content });
  await checkSoon(() => warned.some((one) => one.includes("expected a result for each set of answers, found none for a = 'no'")), true);
  await button(check, text.start).click();
  await check.getByRole("radio", { name: text.yes, exact: true }).check();
  await button(check, text.next).click();
  await check.locator(".because").waitFor();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await check.locator("img, a[href^=javascript]").count(), 0);
  await seen.close();
});

test("all kinds of questions are answered, and rules that all count give several results", async () => {
  const content = {
    ...coi, id: "kinds", roles: [], cases: [], declaration: undefined, measures: [], privacy: undefined, match: "all",
    groups: [{ id: "g", text: "Everything" }], scale: ["none", "few", "some", "many", "all"],
    questions: [
      { id: "help", group: "g", type: "some", text: "Who helps?", options: [{ id: "phone", text: "A line", said: "there is a line" }, { id: "office", text: "An office", said: "there is an office" }] },
      { id: "size", group: "g", type: "one", text: "How large?", options: [{ id: "small", text: "Small" }, { id: "large", text: "Large", said: "it is large" }] },
      { id: "since", group: "g", type: "date", text: "Since when?" },
      { id: "rate", group: "g", type: "scale", text: "How much?" },
      { id: "remark", group: "g", type: "text", text: "Anything else?", optional: true },
    ],
    facts: [{ id: "level", amount: "rate + help", levels: [{ from: 0, word: "low" }, { from: 5, word: "high" }] }],
    rules: [{ if: "help_office and size = 'large'", result: "x" }, { if: "level = 'high'", result: "y" }, { if: "level = 'low'", result: "z" }],
    results: ["x", "y", "z"].map((id) => ({ id, title: `Result ${id}`, text: `About ${id}` })),
  };
  const { page, check, ...seen } = await open({ content });
  await button(check, text.start).click();
  await title(check, "Everything").waitFor();
  await checkAxe(page, "all kinds", "adil-check");
  await check.getByRole("checkbox", { name: "An office" }).check();
  await check.getByRole("radio", { name: "Large" }).check();
  await check.getByRole("radio", { name: /^4/ }).check();
  await button(check, text.next).click();
  // A day is missing.
  await check.locator(".misses").waitFor();
  await check.locator("input[type=date]").fill("2026-02-28");
  await check.getByRole("textbox").last().fill("A secret remark");
  await button(check, text.next).click();
  await title(check, "Result x").last().waitFor();
  await title(check, "Result y").waitFor();
  assert.equal(await title(check, "Result z").count(), 0);
  await check.locator(".because").getByText("there is an office").waitFor();
  await check.getByText(text.your_answers, { exact: true }).click();
  await check.getByRole("cell", { name: "28 February 2026" }).waitFor();
  const events = await fired(page);
  assert.deepEqual(events.filter(({ name }) => name === "complete").map(({ detail }) => detail.resultId), ["x"]);
  assert.ok(!JSON.stringify(events).includes("secret"), "no typed text is in an event");
  await page.reload();
  await button(check, text.start).click();
  assert.equal(await check.getByRole("textbox").last().inputValue(), "A secret remark", "kept in this tab, as the page says");
  await seen.close();
});
