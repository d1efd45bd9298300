// Content that is broken at every place that its widget reads, in every way that the schema refuses.
// The learner reads the author's text, the author reads file and place, and what was done with the
// right file is there when it comes back.
import assert from "node:assert/strict";
import { after } from "node:test";
import { test } from "../run/test.mjs";
import { checkSoon, example, quizOf, ready, single } from "../e2e/page.mjs";
import { note, remark } from "../proof/note.mjs";
import { FALLBACK, TABLE, comeAgain } from "./fault.mjs";
import { CONTRADICTIONS } from "./contradictions.mjs";
import { breaks } from "./schema.mjs";
import { WIDGETS, isKept } from "./widgets.mjs";

const [quiz, pledge, video] = WIDGETS;

const isText = (content) => typeof content === "string" || Buffer.isBuffer(content);

/** Shows one content after the other in the same element; what the author reads of each. */
async function messagesOf(widget, contents) {
  const text = (content) => (isText(content) ? content : JSON.stringify(content));
  const bodies = Object.fromEntries(contents.map((content, n) => [`/wrong-${n}.json`, text(content)]));
  const seen = await comeAgain(widget, { bodies });
  await ready(seen.element);
  const messages = await seen.element.evaluate(async (element, [paths, fallback]) => {
    const messages = [];
    for (const path of paths) {
      messages.push(await new Promise((says) => {
        element.addEventListener("adil-ready", () => says("it opens"), { once: true });
        element.addEventListener("adil-error", ({ detail }) => {
          // What the learner sees is part of the answer.
          const words = element.firstElementChild;
          const sees = element.matches(":state(error)") && words.textContent === fallback && words.checkVisibility();
          says(sees ? `${detail.code} ${detail.message}` : "the learner does not read the author's text");
        }, { once: true });
        element.src = path;
      }));
    }
    return messages;
  }, [Object.keys(bodies), FALLBACK]);
  await seen.element.evaluate((element, src) => void (element.src = src), widget.src);
  await checkSoon(() => isKept(seen), true, "what was done with the right file is here");
  await seen.close();
  return messages;
}

/** Each of these contents is refused, with file and place. */
async function checkRefused(widget, broken) {
  const messages = await messagesOf(widget, broken.map(({ content }) => content));
  const wrong = broken.flatMap(({ path, what, expected = "" }, n) => {
    const message = `content wrong-${n}.json: ${path}: expected ${expected}`;
    return messages[n].startsWith(message) ? [] : [`${what}, ${message}: ${messages[n]}`];
  });
  assert.equal(wrong.join("\n"), "");
}

const types = example("item-types");
const lesson = example("scholarship-list");
const stopOf = (field) => lesson.checkpoints.find((one) => one[field]);
const DAYS = [{ start: "2026-09-01", end: "2026-10-25" }];

// For each widget contents that together have every field that it reads, and how many parts of
// their lists are broken.
const stops = [stopOf("item"), stopOf("reflection"), { id: "note", at: 4, note: "Look." }];
const WHOLE = [
  [quiz, types.items.map((item) => ({ ...types, items: [item] })), 1],
  [pledge, [{ ...example("my-pledge"), quarters: DAYS, gesture: "tick", signature: "none" }], 8],
  [video, stops.map((stop) => ({ ...lesson, checkpoints: [stop] })), 1],
];

let sum = 0;
for (const [widget, contents, most] of WHOLE) {
  test(`every field that ${widget.name} reads is checked, and a mistake named`, async (t) => {
    const found = new Map();
    for (const content of contents) {
      for (const broken of breaks(widget.kind, content, most)) {
        // Alike in each of the contents, it is broken once.
        const own = /^(items|checkpoints)\[/.test(broken.path) ? contents.indexOf(content) : "";
        const key = `${broken.path} ${broken.what} ${own}`;
        if (!found.has(key)) found.set(key, broken);
      }
    }
    const broken = [...found.values()];
    t.diagnostic(`${broken.length} broken contents`);
    assert.ok(broken.length > 200, `${broken.length} ways`);
    sum += broken.length;
    await checkRefused(widget, broken);
    note(TABLE, {
      fault: `content is broken in ${broken.length} ways made from the schema`,
      "the learner sees": "the text between the tags, and “Try again”",
      "kept is": "what was done, once the right content is there", passed: widget.name,
    });
  });
}
for (const widget of WIDGETS) {
  const broken = CONTRADICTIONS[widget.name];
  test(`${broken.length} contradictions that no schema knows are refused by ${widget.name}`, async () => {
    await checkRefused(widget, broken);
    sum += broken.length;
  });
}

const withNote = (text, note) => text.replace(/\}$/, `,"_note":${note}}`);

// Files that are no content at all, with what the author reads after the file's name.
const UNUSABLE = {
  "an empty file": [() => "", "this is not JSON"],
  "a web page": [() => "<!doctype html><html><title>Not found</title></html>", "this is not JSON"],
  "half a file": [(text) => text.slice(0, text.length / 2), "this is not JSON"],
  "two files in one": [(text) => text + text, "this is not JSON"],
  "a list": [() => "[]", "the top of the file: expected fields in { }"],
  "nothing but null": [() => "null", "the top of the file: expected fields in { }"],
  "a text": [() => `"quiz"`, "the top of the file: expected fields in { }"],
  "another format": [(text) => text.replace(`"adil"`, `"h5p"`), `format: expected adil, found "h5p"`],
  "another kind": [(text) => text.replace(/"kind":"\w+"/, `"kind":"poem"`), "kind: expected "],
  "a newer format": [(text) => text.replace(`Version":1`, `Version":2`), "formatVersion: expected 1"],
  "a file in double bytes": [(text) => Buffer.from(`\ufeff${text}`, "utf16le"), "this is not JSON"],
  "six megabytes": [(text) => withNote(text, `"${"x".repeat(6_000_000)}"`), "the file has 60"],
  "a million brackets": [() => "[".repeat(1_000_000), "line 1: more than 32 open brackets"],
  "lists in lists in lists": [
    (text) => withNote(text, `${"[".repeat(32)}${"]".repeat(32)}`), "line 1: more than 32 open brackets",
  ],
};
for (const widget of WIDGETS) {
  test(`${Object.keys(UNUSABLE).length} files that are no content are refused by ${widget.name}`, async () => {
    const text = JSON.stringify(example(widget.src.split("/").pop().replace(".json", "")));
    const files = Object.entries(UNUSABLE);
    const messages = await messagesOf(widget, files.map(([, [body]]) => body(text)));
    const wrong = files.flatMap(([name, [, expected]], n) =>
      messages[n].startsWith(`content wrong-${n}.json: ${expected}`) ? [] : [`${name}: ${messages[n]}`]);
    assert.equal(wrong.join("\n"), "");
    sum += files.length;
  });
}

test("a file that is right would be noticed among them", async () => {
  assert.deepEqual(await messagesOf(quiz, [quizOf([single("one")])]), ["it opens"]);
});

after(() => {
  console.log(`${sum} broken contents`);
  remark(TABLE, `${sum} broken contents, each refused with its place.`);
});
