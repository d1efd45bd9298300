// One item of each type with words of its own, so that a test knows whose text it found; and the
// ways in which a learner believes something else.
import { quizOf } from "./page.mjs";

const why = (word) => ({ explanation: `Because of the ${word}.` });

export const items = {
  single: {
    id: "single", type: "single", stem: "Which stone shines?", ...why("crystals"),
    options: [
      { id: "granite", text: "granite", score: 0, feedback: "It is dull." },
      { id: "quartz", text: "quartz", score: 1, feedback: "It gleams." },
      { id: "marble", text: "marble", score: 0.5 },
    ],
  },
  multiple: {
    id: "multiple", type: "multiple", stem: "Which trees stay green?", ...why("needles"),
    options: [
      { id: "spruce", text: "spruce", score: 1 }, { id: "birch", text: "birch" },
      { id: "pine", text: "pine", score: 1 }, { id: "maple", text: "maple" },
    ],
  },
  truth: { id: "truth", type: "truth", stem: "Ice floats on water.", answer: true, ...why("density") },
  poll: {
    id: "poll", type: "poll", stem: "Which season do you like?",
    options: [{ text: "the spring" }, { text: "the autumn" }],
  },
  order: {
    id: "order", type: "order", stem: "Which planet is nearer to the sun?", ...why("distance"),
    entries: ["Mercury", "Venus", "Earth", "Mars"],
  },
  match: {
    id: "match", type: "match", stem: "Whose child is it?", ...why("families"), extra: ["puppy"],
    pairs: [{ left: "cow", right: "calf" }, { left: "horse", right: "foal" }, { left: "sheep", right: "lamb" }],
  },
  sort: {
    id: "sort", type: "sort", stem: "Who flies?", ...why("feathers"),
    groups: [{ id: "birds", text: "a bird" }, { id: "fishes", text: "a fish" }],
    cards: [
      { text: "owl", group: "birds", feedback: "It hoots." },
      { text: "trout", group: "fishes", feedback: "It swims." },
      { text: "heron", group: "birds" }, { text: "perch", group: "fishes" },
    ],
  },
  number: {
    id: "number", type: "number", stem: "How long is a working month?", answer: 22, tolerance: 1, unit: "days",
    ...why("calendar"),
  },
  text: {
    id: "text", type: "text", stem: "Which planet is the largest?", ...why("telescope"),
    accepted: ["Jupiter", "jovi*", { text: "the gas giant", score: 0.5 }],
  },
  blanks: {
    id: "blanks", type: "blanks", stem: "What do bees do?", ...why("hive"),
    text: "Bees make {1} out of {2}, and walk on {3} legs.",
    blanks: [{ accepted: ["honey", "wax"] }, { options: ["nectar", "sand", "rain"] }, { answer: 6 }],
  },
  scale: {
    id: "scale", type: "scale", stem: "How often do you read?", from: 1, to: 5, low: "hardly ever", high: "every day",
  },
};

/** A quiz of one item of each type. */
export const everyType = (more) => quizOf(Object.values(items), more);

/** The item as someone sees it who takes these options for right. */
export const taking = (item, ...ids) => ({
  ...item, options: item.options.map((option) => ({ ...option, score: ids.includes(option.id) ? 1 : 0 })),
});

/** What someone believes who gets every item with a right answer wrong. */
export const mistaken = {
  single: taking(items.single, "granite"),
  multiple: taking(items.multiple, "birch"),
  truth: { ...items.truth, answer: false },
  order: { ...items.order, entries: items.order.entries.toReversed() },
  match: {
    ...items.match,
    pairs: items.match.pairs.map(({ left }, n, all) => ({ left, right: all[(n + 1) % all.length].right })),
  },
  sort: {
    ...items.sort,
    cards: items.sort.cards.map((card) => ({ ...card, group: card.group === "birds" ? "fishes" : "birds" })),
  },
  number: { ...items.number, answer: 31 },
  text: { ...items.text, accepted: ["Saturn"] },
  blanks: { ...items.blanks, blanks: [{ accepted: ["milk"] }, { options: ["sand"] }, { answer: 8 }] },
};

/** What tells the right answer of an item to someone who may not see it yet. */
export const secrets = {
  single: [], multiple: [], truth: [], order: [], match: [], sort: [], number: ["22", "21", "23"],
  text: ["jupiter", "jovi", "gas giant"], blanks: ["honey", "wax"],
};
