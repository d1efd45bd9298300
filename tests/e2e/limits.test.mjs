// What a content file may be: how large, how deep, how many items; and what its author reads when
// something in it cannot be used.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  checkFails, checkQuiet, checkSoon, example, fired, quizOf, ready, shadowText, single, useBrowser,
} from "./page.mjs";

const { visitQuiz } = useBrowser();
const SCHEMA = JSON.parse(readFileSync(new URL("../../widgets/quiz/quiz.schema.json", import.meta.url), "utf8"));
const content = quizOf([single("one"), single("two")]);

// Files that cannot be used, with what the author reads after the file's name.
const text = JSON.stringify(content);
const nested = (levels) => JSON.stringify({ ...content, _note: 0 })
  .replace(`"_note":0`, `"_note":${"[".repeat(levels)}${"]".repeat(levels)}`);
const padded = (bytes) => JSON.stringify({ ...content, _note: "x".repeat(bytes - text.length - 11) });
const many = (count) => quizOf(Array.from({ length: count }, (_, n) => single(`item-${n}`)));

const UNUSABLE = {
  "an empty file": ["", /this is not JSON/],
  "a web page": ["<!doctype html><html><title>Not found</title></html>", /this is not JSON/],
  "half a file": [text.slice(0, text.length / 2), /this is not JSON/],
  "two files in one": [text + text, /this is not JSON/],
  "a list": ["[]", /the top of the file: expected an object/],
  "nothing but null": ["null", /the top of the file: expected an object/],
  "a text": [`"quiz"`, /the top of the file: expected an object/],
  "another format": [JSON.stringify({ ...content, format: "h5p" }), /format: expected adil, found "h5p"/],
  "another kind": [JSON.stringify({ ...content, kind: "pledge" }), /kind: expected quiz, found "pledge"/],
  "a newer format": [JSON.stringify({ ...content, formatVersion: 2 }), /formatVersion: expected 1, .*found 2/],
  "a file of another alphabet's double bytes": [Buffer.from(`\ufeff${text}`, "utf16le"), /this is not JSON/],
  "six megabytes": [padded(6_000_000), /the file has 6000000 bytes, more than the 5000000 that a widget opens/],
  "a million brackets": ["[".repeat(1_000_000), /line 1: nested more than 32 levels deep/],
  "lists in lists in lists": [nested(32), /line 1: nested more than 32 levels deep/],
  "more than a thousand items": [
    JSON.stringify(many(1_001)), /items: expected at most 1000 items.*found a list of 1001/,
  ],
  "no items": [JSON.stringify({ ...content, items: [] }), /items: expected at least one item/],
  "two items with one id": [
    JSON.stringify(quizOf([single("one"), single("two"), single("one")])),
    /items\[2\](\.id)?: expected an id that no other item of this file has, found "one" again/,
  ],
};
for (const [name, [body, message]] of Object.entries(UNUSABLE)) {
  test(`${name} is refused in words for the author`, async () => {
    const seen = await visitQuiz(content, { fault: (path) => (path === "/quiz.json" ? { body } : undefined) });
    await checkFails(seen, "content", new RegExp(`^quiz\\.json: ${message.source}`));
    await seen.close();
  });
}

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
  await ready(seen.quiz, { timeout: 60_000 });
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

/** Shows one content after the other in the same element; what the author reads of each. */
async function messagesOf(contents) {
  const bodies = Object.fromEntries(contents.map((content, n) => [`/wrong-${n}.json`, JSON.stringify(content)]));
  const seen = await visitQuiz(content, { bodies });
  await ready(seen.quiz);
  const messages = [];
  for (const path of Object.keys(bodies)) {
    messages.push(await seen.quiz.evaluate((quiz, path) => new Promise((says) => {
      quiz.addEventListener("adil-ready", () => says("it opens"), { once: true });
      quiz.addEventListener("adil-error", ({ detail }) => says(`${detail.code} ${detail.message}`), { once: true });
      quiz.src = path;
    }), path));
  }
  await seen.close();
  return messages;
}

// Fields for catalogues and reviewers, of which the widget knows no more than the name; the
// checker on the author's machine reads them.
const UNREAD = [
  "summary", "licence", "authors", "sources", "reviewedOn", "reviewedBy", "outcomes", "values", "skills",
  "items[0].outcome", "items[0].value", "items[0].skill",
];

const resolve = (schema) => (schema.$ref ? resolve(SCHEMA.$defs[schema.$ref.split("/").pop()]) : schema);

/** Values that the schema refuses at a place, by what is wrong with them. */
function wrongsFor(schema) {
  const { const: word } = schema;
  if (word !== undefined) return { "another word": typeof word === "number" ? word + 1 : "other" };
  if (schema.enum) return { "an unknown word": "somewhere", "no word": 3 };
  const wrongs = {
    string: { "no text": 7 }, number: { "no number": "many" }, integer: { "no number": "many", "half a number": 1.5 },
    boolean: { "neither true nor false": "yes" }, array: { "no list": "none" }, object: { "no object": "none" },
  }[schema.type] ?? { "no text": 7 };
  if (schema.pattern) wrongs["no name"] = "not a name";
  if (schema.minimum !== undefined) wrongs["too little"] = schema.minimum - 1;
  if (schema.maximum !== undefined) wrongs["too much"] = schema.maximum + 1;
  if (schema.minItems) wrongs["too few"] = [];
  return wrongs;
}

/** Every way to break a content at one place, walking along the schema. */
function* breaks(schema, value, path, put) {
  schema = resolve(schema);
  if (schema.oneOf) {
    const fits = (variant) => resolve(variant).properties?.type?.const === value?.type;
    schema = resolve(schema.oneOf.find(fits) ?? { type: "text" });
  }
  for (const [what, wrong] of Object.entries(wrongsFor(schema))) yield { path, what, content: put(wrong) };
  if (schema.type === "array" && value?.length) {
    const putFirst = (first) => put([first, ...value.slice(1)]);
    yield* breaks(schema.items, value[0], `${path}[0]`, putFirst);
  }
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const place = path ? `${path}.${name}` : name;
    if (UNREAD.includes(place)) continue;
    if (value?.[name] === undefined && (schema.required.length && !value)) continue;
    const { [name]: gone, ...others } = value ?? {};
    if (schema.required.includes(name)) yield { path: place, what: "missing", content: put(others) };
    yield* breaks(inner, gone, place, (broken) => put({ ...value, [name]: broken }));
  }
}

/** Each of these contents is refused, with file and place. */
async function checkRefused(broken) {
  const messages = await messagesOf(broken.map(({ content }) => content));
  const wrong = broken.flatMap(({ path, what, expected = "" }, n) => {
    const message = `content wrong-${n}.json: ${path}: expected ${expected}`;
    return messages[n].startsWith(message) ? [] : [`${what}, ${message}: ${messages[n]}`];
  });
  assert.deepEqual(wrong, []);
}

test("every field that a widget reads is checked, and a mistake is named with file and place", async (t) => {
  const types = example("item-types");
  const broken = types.items.flatMap((item, n) => {
    const all = [...breaks(SCHEMA, { ...types, items: [item] }, "", (broken) => broken)];
    const isNew = ({ path }) => path.startsWith("items[0]") || (path && n === 0);
    return all.filter(isNew).map((one) => ({ ...one, what: `${one.what} in ${item.type}` }));
  });
  t.diagnostic(`${broken.length} broken contents`);
  assert.ok(broken.length > 300);
  await checkRefused(broken);
});

const typesOf = Object.fromEntries(example("item-types").items.map((item) => [item.id, item]));
const [left, right] = typesOf.single.options;
const { groups } = typesOf.sort;
const withoutMark = { en: "{1} {2} {3}", kk: "{1} {2}" };
// What no schema can say.
const CONTRADICTIONS = [
  ["one option", "single", { options: [left] }, "options", "at least 2"],
  ["no right option", "single", { options: [left, { ...right, score: 0.5 }] }, "options", "a right option"],
  ["no right option", "multiple", { options: [left, { ...right, score: -1 }] }, "options", "a right option"],
  ["one entry", "order", { entries: ["a"] }, "entries", "at least 2"],
  ["one pair", "match", { pairs: typesOf.match.pairs.slice(0, 1) }, "pairs", "at least 2"],
  ["one group", "sort", { groups: groups.slice(0, 1) }, "groups", "at least 2"],
  ["no cards", "sort", { cards: [] }, "cards", "at least 1"],
  ["a card of no group", "sort", { cards: [{ text: "a", group: "x" }] }, "cards[0].group", "the id of one"],
  ["no number", "number", { answer: undefined }, "answer", "a value"],
  ["a range upside down", "number", { answer: undefined, least: 3, most: 2 }, "least", "a number"],
  ["no accepted words", "text", { accepted: [] }, "accepted", "at least 1"],
  ["a blank without its place", "blanks", { text: "{1} and {2}" }, "text", "{3} somewhere in it"],
  ["a blank without its place in one language", "blanks", { text: withoutMark }, "text", "{3} somewhere in it"],
  ["a blank of two kinds", "blanks", { blanks: [{ answer: 1, accepted: ["a"] }] }, "blanks[0]", "either accepted"],
  ["a blank of no kind", "blanks", { blanks: [{}] }, "blanks[0]", "either accepted"],
  ["a blank with one choice", "blanks", { blanks: [{ options: ["a"] }] }, "blanks[0]", "either accepted"],
  ["a scale without steps", "scale", { from: 1, to: 1 }, "", "whole numbers"],
  ["a scale of halves", "scale", { from: 0.5, to: 4.5 }, "", "whole numbers"],
  ["an endless scale", "scale", { from: 1, to: 1e9 }, "", "whole numbers"],
  ["a language that is none", "text", { stem: { english: "a" } }, "stem.english", "a language tag"],
  ["a text in no language", "text", { stem: {} }, "stem", "a text"],
  ["two groups with one id", "sort", { groups: [...groups, { id: "all", text: "c" }] }, "groups[2]", ""],
  ["two options with one id", "single", { options: [left, { ...right, id: left.id, score: 1 }] }, "options[1]", ""],
];
for (const [what, id, fields, place, expected] of CONTRADICTIONS) {
  test(`${what} is refused (${id})`, async () => {
    const path = place ? `items[0].${place}` : "items[0]";
    await checkRefused([{ what, path, expected, content: quizOf([{ ...typesOf[id], ...fields }]) }]);
  });
}

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
  assert.deepEqual(seen.warned, warnings);
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
