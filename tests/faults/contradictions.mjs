// What no schema can say: contents whose parts are sound and contradict each other, with the place
// and the first words that their author has to read.
import { example, quizOf, single } from "../e2e/page.mjs";

const lesson = example("scholarship-list");
const types = example("item-types");
const typesOf = Object.fromEntries(types.items.map((item) => [item.id, item]));
const [left, right] = typesOf.single.options;
const { groups } = typesOf.sort;
const withoutMark = { en: "{1} {2} {3}", kk: "{1} {2}" };
const ITEMS = [
  ["one option", "single", { options: [left] }, "options", "at least 2"],
  ["no right option", "single", { options: [left, { ...right, score: 0.5 }] }, "options", "an option with"],
  ["no right option", "multiple", { options: [left, { ...right, score: -1 }] }, "options", "an option with"],
  ["one entry", "order", { entries: ["a"] }, "entries", "at least 2"],
  ["one pair", "match", { pairs: typesOf.match.pairs.slice(0, 1) }, "pairs", "at least 2"],
  ["one group", "sort", { groups: groups.slice(0, 1) }, "groups", "at least 2"],
  ["no cards", "sort", { cards: [] }, "cards", "at least 1"],
  ["a card of no group", "sort", { cards: [{ text: "a", group: "x" }] }, "cards[0].group", "the id of one"],
  ["no number", "number", { answer: undefined }, "answer", "a value"],
  ["a range upside down", "number", { answer: undefined, least: 3, most: 2 }, "least", "a number up to"],
  ["no accepted words", "text", { accepted: [] }, "accepted", "at least 1"],
  ["a blank without its place", "blanks", { text: "{1} and {2}" }, "text", "{3} somewhere in it"],
  ["a blank without its place in one language", "blanks", { text: withoutMark }, "text", "{3} somewhere in it"],
  ["a blank of two kinds", "blanks", { blanks: [{ answer: 1, accepted: ["a"] }] }, "blanks[0]", "just one of accepted"],
  ["a blank of no kind", "blanks", { blanks: [{}] }, "blanks[0]", "just one of accepted"],
  ["a blank with one choice", "blanks", { blanks: [{ options: ["a"] }] }, "blanks[0]", "just one of accepted"],
  ["a scale without steps", "scale", { from: 1, to: 1 }, "", "whole numbers"],
  ["a scale of halves", "scale", { from: 0.5, to: 4.5 }, "", "whole numbers"],
  ["an endless scale", "scale", { from: 1, to: 1e9 }, "", "whole numbers"],
  ["a language that is none", "text", { stem: { english: "a" } }, "stem.english", "a language such as"],
  ["a text in no language", "text", { stem: {} }, "stem", "text in quotes"],
  ["two groups with one id", "sort", { groups: [...groups, { id: "all", text: "c" }] }, "groups[2]", ""],
  ["two options with one id", "single", { options: [left, { ...right, id: left.id, score: 1 }] }, "options[1]", ""],
];
const many = Array.from({ length: 1_001 }, (_, n) => single(`item-${n}`));
const promise = example("my-pledge");
const [clause] = promise.clauses;
const [track] = lesson.captions;
const stop = (more) => ({ checkpoints: [{ id: "a", at: 10, note: "Look.", ...more }] });
const both = (first, second) => ({ checkpoints: [{ note: "a", ...first }, { note: "b", ...second }] });
const nine = Array.from({ length: 9 }, (_, n) => ({ ...clause, id: `c${n}` }));

/** What is wrong, where it is, the first words that say so, and the fields that make it so. */
const PLEDGES = [
  ["nine clauses", "clauses", "at most 8", { clauses: nine }],
  ["two clauses with one id", "clauses[1]", "an id that no other clause", { clauses: [clause, clause] }],
  ["a reminder of no clause", "reminders[0]", "the id of a clause", { reminders: [{ clause: "x", example: "a" }] }],
  [
    "a quarter that ends before it begins", "quarters[0]", "an end after the start",
    { quarters: [{ start: "2026-09-02", end: "2026-09-01" }] },
  ],
];
const LESSONS = [
  ["a stop that asks nothing", "checkpoints[0]", "just one of item", stop({ note: undefined })],
  ["a stop that asks twice", "checkpoints[0]", "just one of item", stop({ reflection: { prompt: "a" } })],
  ["a way back that leads ahead", "checkpoints[0].rewindTo", "a time before", stop({ rewindTo: 11 })],
  ["a way ahead that leads back", "checkpoints[0].skipTo", "a time after", stop({ skipTo: 9 })],
  ["stops out of order", "checkpoints[1].at", "a time after", both({ id: "a", at: 9 }, { id: "b", at: 9 })],
  ["two stops with one id", "checkpoints[1]", "", both({ id: "a", at: 8 }, { id: "a", at: 9 })],
  [
    "chapters out of order", "chapters[1].start", "a time after",
    { chapters: [{ start: 3, title: "a" }, { start: 2, title: "b" }] },
  ],
  ["two captions of one language", "captions[1].lang", "each language once", { captions: [track, track] }],
];
const within = (content) => ([what, path, expected, fields]) =>
  ({ what, path, expected, content: { ...content, ...fields } });

export const CONTRADICTIONS = {
  "adil-quiz": [
    ...ITEMS.map(([what, id, fields, place, expected]) => ({
      what: `${what} (${id})`, path: place ? `items[0].${place}` : "items[0]", expected,
      content: quizOf([{ ...typesOf[id], ...fields }]),
    })),
    { what: "no items", path: "items", expected: "at least one item", content: quizOf([]) },
    { what: "a thousand and one items", path: "items", expected: "at most 1000 items", content: quizOf(many) },
    {
      what: "two items with one id", path: "items[2]", expected: "an id that no other item of this file has",
      content: quizOf(["one", "two", "one"].map((id) => single(id))),
    },
  ],
  "adil-pledge": PLEDGES.map(within(promise)),
  "adil-video": LESSONS.map(within(lesson)),
};
