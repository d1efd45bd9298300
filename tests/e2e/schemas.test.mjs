// The schemas that editors and checkers of authors use, by a validator that many of them use: what
// ships is right by them, and what learners would miss is refused.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "../run/test.mjs";
import Ajv from "ajv/dist/2020.js";
import { DIST, readJson } from "./page.mjs";

const KINDS = ["quiz", "pledge", "video", "story", "plan", "plan-map", "check", "record", "study", "board", "quest", "debate"];
/** The widget of a kind, where it has another name. */
const ROOMS = { quest: "board", debate: "board", "plan-map": "plan", study: "record" };
const schemaOf = (kind) =>
  JSON.parse(readFileSync(new URL(`../../widgets/${ROOMS[kind] ?? kind}/${kind}.schema.json`, import.meta.url), "utf8"));
const validators = Object.fromEntries(KINDS.map((kind) =>
  [kind, new Ajv({ allErrors: true, strict: false, logger: false }).compile(schemaOf(kind))]));

/** What a validator says of a content, in lines. */
function problemsOf(kind, content) {
  const validate = validators[kind];
  return validate(content) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const examples = readdirSync(`${DIST}/examples`).filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, content: readJson(`examples/${name}`) }))
  .map((one) => ({ ...one, kind: /([\w-]+)\.schema\.json$/.exec(one.content.$schema)?.[1] }))
  .filter(({ kind }) => KINDS.includes(kind));

test("every example is right by its schema", () => {
  assert.ok(examples.length >= 8, `${examples.length} examples`);
  for (const { name, kind, content } of examples) assert.deepEqual(problemsOf(kind, content), [], name);
});

const REFUSED = [
  ["video", "a lesson without captions", (lesson) => void delete lesson.captions, "must have required property 'captions'"],
  ["video", "a lesson with an empty list of captions", (lesson) => void (lesson.captions = []), "must NOT have fewer than 1 items"],
  ["video", "a checkpoint without a moment", (lesson) => void delete lesson.checkpoints[0].at, "must have required property 'at'"],
  ["quiz", "an item without a stem", (quiz) => void delete quiz.items[0].stem, "must have required property 'stem'"],
  ["quiz", "a quiz without items", (quiz) => void delete quiz.items, "must have required property 'items'"],
  ["board", "a board without a shape", (board) => void delete board.board, "must have required property 'board'"],
  ["board", "a card without a stem", (board) => void delete board.decks[0].cards[0].stem, "must have required property 'stem'"],
  ["quest", "a station without a text", (quest) => void delete quest.stations[0].text, "must have required property 'text'"],
  ["debate", "a speech without a time", (debate) => void delete debate.slots[0].seconds, "must have required property 'seconds'"],
  ["pledge", "a pledge without clauses", (pledge) => void delete pledge.clauses, "must have required property 'clauses'"],
];
for (const [kind, name, spoil, problem] of REFUSED) {
  test(`a checker refuses ${name}`, () => {
    const { content } = examples.find((one) => one.kind === kind);
    const spoilt = structuredClone(content);
    spoil(spoilt);
    const found = problemsOf(kind, spoilt);
    assert.ok(found.some((line) => line.endsWith(problem)), found.join("\n") || "nothing was refused");
  });
}

test("a lesson around a video of the page's own names neither files nor captions", () => {
  const { captions, files, ...rest } = examples.find(({ kind }) => kind === "video").content;
  assert.ok(captions.length && files.length);
  assert.deepEqual(problemsOf("video", rest), []);
});

test("a checker refuses a drawing with more than commands and numbers", () => {
  const story = structuredClone(readJson("examples/lost-mitten.json"));
  story.drawings.backgrounds[0].shapes[0].d = `M0 0"/><script>`;
  story.drawings.figures[0].shapes[0].fill = "url(#x)";
  const found = problemsOf("story", story);
  assert.ok(found.some((line) => line.startsWith("/drawings/backgrounds/0/shapes/0/d ")), found.join("\n"));
  assert.ok(found.some((line) => line.startsWith("/drawings/figures/0/shapes/0/fill ")), found.join("\n"));
});
