// What a content file may be: how large, how deep, how many items, with which fields. What its
// author reads when it cannot be used is shown in tests/faults, for all widgets.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import {
  checkFails, checkQuiet, checkSoon, fired, quizOf, ready, shadowText, single, useBrowser,
} from "./page.mjs";

const { visitQuiz } = useBrowser();
const content = quizOf([single("one"), single("two")]);

const text = JSON.stringify(content);
const nested = (levels) => JSON.stringify({ ...content, _note: 0 })
  .replace(`"_note":0`, `"_note":${"[".repeat(levels)}${"]".repeat(levels)}`);
const padded = (bytes) => JSON.stringify({ ...content, _note: "x".repeat(bytes - text.length - 11) });
const many = (count) => quizOf(Array.from({ length: count }, (_, n) => single(`item-${n}`)));

// Files that look odd and can be used.
const USABLE = {
  "a file with a byte order mark": `\ufeff${text}`,
  "a file of almost five megabytes": padded(4_990_000),
  "a file that is nested as deep as allowed": nested(31),
  "a file with brackets in a text": JSON.stringify({ ...content, _note: `${"[".repeat(99)}\\"{` }),
  "a file of many lines": JSON.stringify(content, null, "\r\n\t"),
};
for (const [name, body] of Object.entries(USABLE)) {
  test(`${name} opens`, async () => {
    const seen = await visitQuiz(body);
    await ready(seen.quiz);
    assert.equal((await seen.quiz.locator(".stem").textContent()).trim(), "Which one, one?");
    checkQuiet(seen);
    assert.deepEqual(seen.warned, []);
    await seen.close();
  });
}

test("of a file in an old encoding the author is told, and no learner reads letters that are none", async () => {
  // "Честность" as Windows wrote it before UTF-8.
  const title = Buffer.from([0xd7, 0xe5, 0xf1, 0xf2, 0xed, 0xee, 0xf1, 0xf2, 0xfc]);
  const [before, after] = text.split("A test").map((part) => Buffer.from(part));
  const body = Buffer.concat([before, title, after]);
  const seen = await visitQuiz(content, { fault: (path) => (path === "/quiz.json" ? { body } : undefined) });
  await seen.quiz.locator(".base, [part=error]").first().waitFor();
  assert.ok(!(await shadowText(seen.quiz)).includes("\ufffd"), "a learner reads no letter that is none");
  await checkFails(seen, "content", /^quiz\.json: .*UTF-8/);
  await seen.close();
});

test("a thousand items open, and one of them is shown", async (t) => {
  const keepTasks = () => {
    window.tasks = [];
    const keep = (list) => window.tasks.push(...list.getEntries().map((task) => task.duration));
    new PerformanceObserver(keep).observe({ type: "longtask", buffered: true });
  };
  const seen = await visitQuiz(many(1_000), { init: [keepTasks] });
  await ready(seen.quiz);
  await seen.quiz.locator(".option").nth(1).click();
  await seen.quiz.locator(".go").click();
  await seen.quiz.locator(".verdict[data-state=right]").waitFor();
  await seen.quiz.locator(".go").click();
  await checkSoon(() => seen.quiz.locator(".stem").innerText(), "Which one, item-1?");
  assert.deepEqual((await fired(seen.page, "ready")).map(({ detail }) => detail.items), [1_000]);
  const tasks = await seen.page.evaluate(() => window.tasks.map(Math.round));
  const total = tasks.reduce((sum, task) => sum + task, 0);
  t.diagnostic(`long tasks with 1,000 items until the second item: ${total} ms in all, ${JSON.stringify(tasks)}`);
  checkQuiet(seen);
  await seen.close();
});

test("fields that no version knows are named in a warning, and notes of the author are not", async () => {
  const item = single("one", { colour: "red", _todo: "ask Aigul", $ref: "#" });
  item.options[0].colour = "red";
  const notes = { _todo: 1, $schema: "quiz.schema.json" };
  const seen = await visitQuiz(quizOf([item], { theme: "red", settings: { speed: 1 }, ...notes }));
  await ready(seen.quiz);
  const places = {
    settings: "speed", "items[0].options[0]": "colour", "items[0]": "colour", "the top of the file": "theme",
  };
  const warnings = Object.entries(places).map(([path, field]) => {
    return `quiz.json: ${path}: the field "${field}" is not known and was not used`;
  });
  // Firefox tells its driver of warnings a moment later.
  await checkSoon(() => seen.warned, warnings);
  checkQuiet(seen);
  await seen.close();
});

// Written as text, since in a literal `__proto__` is no field.
const POLLUTION = `"__proto__":{"polluted":1,"toString":1},"constructor":{"prototype":{"polluted":1}},`;
const POLLUTED = text.replaceAll("{", `{${POLLUTION}`);

test("fields named like the inner parts of objects do nothing, in a file or in the property content", async () => {
  const seen = await visitQuiz(POLLUTED);
  await ready(seen.quiz);
  const clean = () => seen.page.evaluate(() => {
    const inherited = Object.keys(Object.prototype).length;
    return ["polluted" in {}, "polluted" in [], "polluted" in (() => {}), typeof {}.toString, inherited];
  });
  const expected = [false, false, false, "function", 0];
  assert.deepEqual(await clean(), expected);
  const asProperty = POLLUTED.replace("A test", "The property");
  await seen.quiz.evaluate((quiz, text) => (quiz.content = JSON.parse(text)), asProperty);
  await checkSoon(() => seen.quiz.locator(".title").innerText(), "The property");
  assert.deepEqual(await clean(), expected);
  checkQuiet(seen);
  await seen.close();
});

test("items and options may be named like the inner parts of objects, and their answers are kept", async () => {
  const names = ["__proto__", "constructor", "hasOwnProperty"];
  const options = [{ id: "__proto__", text: "left" }, { id: "toString", text: "right", score: 1 }];
  const seen = await visitQuiz(quizOf(names.map((name) => single(name, { options })), { id: "__proto__" }));
  await ready(seen.quiz);
  for (const _ of names) {
    await seen.quiz.locator(".option").nth(1).click();
    await seen.quiz.locator(".go").click();
    await seen.quiz.locator(".verdict[data-state=right]").waitFor();
    await seen.quiz.locator(".go").click();
  }
  await seen.quiz.locator(".result").waitFor();
  const told = (await fired(seen.page, "answer")).map(({ detail }) => [detail.itemId, ...detail.optionIds]);
  assert.deepEqual(told, names.map((name) => [name, "toString"]));
  await seen.page.reload();
  await seen.quiz.locator(".result .score").waitFor();
  assert.match(await seen.quiz.locator(".score").innerText(), /3/);
  checkQuiet(seen);
  await seen.close();
});

// What a page may set as the property, in the page's own words.
const NO_CONTENT = {
  "an object that holds itself": "(() => { const own = {}; own.self = own; return own; })()",
  "an object deeper than the browser can write": "JSON.parse('['.repeat(3000) + ']'.repeat(3000))",
  "a function": "() => 1", "a symbol": "Symbol('x')", "a big integer": "10n", "a number": "3", "null": "null",
  "an object whose field throws": "({ get format() { throw Error('no'); } })",
};
for (const [name, made] of Object.entries(NO_CONTENT)) {
  test(`${name} as the property content is refused in words for the author`, async () => {
    const seen = await visitQuiz(content);
    await ready(seen.quiz);
    await seen.quiz.evaluate((quiz, made) => void (quiz.content = (0, eval)(made)), made);
    await checkFails(seen, "content", /content/);
    await seen.quiz.evaluate((quiz, content) => (quiz.content = content), content);
    await ready(seen.quiz);
    await seen.close();
  });
}
