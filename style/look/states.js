// Every widget in its states: which file it shows, what of it, and what is done until the state is there.
// `words` names the state in `texts.js`.
import { handOf } from "./hand.js";

/** Takes an answer and checks it. */
const answer = (...options) => async ({ press }) => {
  for (const n of options) await press("option", n);
  await press("go");
};

/** One or a few items of a quiz. */
const only = (...places) => ({ intro, ...quiz }) => ({ ...quiz, settings: { ...quiz.settings, tries: 1 }, items: places.map((n) => quiz.items[n]) });

const state = (words, file, { attributes = {}, change, steps = async () => {}, sees }) => ({ words, file, attributes, change, steps, sees });

/** A file for small children is in four languages; its type is that of older ones here. */
const older = { level: "secondary" };

const QUIZ = [
  state("chosen", "the-umbrella", { change: only(1), steps: ({ press }) => press("option", 1), sees: "go" }),
  state("right", "fair-and-square", { attributes: older, change: only(7), steps: answer(0, 1), sees: "verdict" }),
  state("wrong", "the-umbrella", { change: only(1), steps: answer(-1), sees: "verdict" }),
  state("ordered", "fair-and-square", { attributes: older, change: only(4), steps: ({ press }) => press("option", 1), sees: "option" }),
  state("matched", "item-types", {
    change: only(5), sees: "pair",
    async steps({ press }) {
      await press("option");
      // The cards to choose from stand below the three pairs.
      await press("option", 3);
      await press("option", 1);
    },
  }),
  state("sorted", "item-types", { change: only(6), steps: ({ press }) => press("group"), sees: "group" }),
  state("typed", "item-types", {
    change: only(9), sees: "blank",
    async steps({ write, press }) {
      for (const n of [0, 1, 2]) await write("blank", "2", n);
      await press("go");
    },
  }),
  state("scale", "item-types", { change: only(10), steps: ({ press }) => press("scale-step", 2), sees: "scale" }),
  state("test", "fair-and-square", {
    attributes: { mode: "test" }, sees: "overview",
    async steps({ press }) {
      await press("option");
      await press("icon-button", -1);
    },
  }),
  state("result", "fair-and-square", {
    change: only(0, 1, 2), sees: "review",
    async steps({ press, see }) {
      for (const n of [0, 1, 0]) {
        await press("option", n);
        await press("go");
        await see("verdict");
        await press("go");
      }
      await see("result");
      await press("quiet");
    },
  }),
  state("class", "small-choices", { attributes: { mode: "class" }, steps: ({ press }) => press("go"), sees: "option" }),
];

/** A pledge of two clauses. */
const short = (pledge) => ({ ...pledge, clauses: pledge.clauses.slice(0, 2) });

const clauses = async ({ press, count }) => {
  await press("go");
  for (let n = 0; n < 2; n++) {
    await press("option");
    await press("go");
  }
};

const PLEDGE = [
  state("start", "my-pledge", { change: short, sees: "go" }),
  state("chosen", "my-pledge", {
    change: short, sees: "clause",
    async steps({ press }) {
      await press("go");
      await press("option");
    },
  }),
  state("questions", "my-pledge", {
    change: short, sees: "question",
    async steps(hand) {
      await clauses(hand);
      await hand.press("option");
    },
  }),
  state("promise", "my-pledge", {
    change: short, sees: "promise",
    async steps(hand) {
      await clauses(hand);
      await hand.press("go");
    },
  }),
  state("class", "my-pledge", { attributes: { mode: "class" }, change: short, sees: "fold" }),
  state("checked", "my-pledge", {
    attributes: { mode: "verify" }, change: short, sees: "finding",
    async steps({ write, press }) {
      await write("field", "{}");
      await press("go");
    },
  }),
];

/** A lesson that asks at once. */
const early = (lesson) => ({ ...lesson, checkpoints: lesson.checkpoints.map((stop, n) => (n ? stop : { ...stop, at: 0.2 })) });

const VIDEO = [
  state("start", "scholarship-list", { sees: "start" }),
  state("question", "scholarship-list", {
    change: early, sees: "checkpoint-panel",
    async steps({ press, see }) {
      // Nobody has asked for sound here, and without it a browser plays at once.
      const media = await see("media");
      media.muted = true;
      await press("start");
      await see("checkpoint-panel");
      await press("option");
    },
  }),
  state("settings", "scholarship-list", { steps: ({ press }) => press("settings-button"), sees: "settings" }),
];

const STORY = [
  state("scene", "cash-box", { sees: "option" }),
  state("after", "cash-box", { steps: ({ press }) => press("option"), sees: "feedback" }),
  state("result", "cash-box", {
    sees: "reflect",
    async steps({ press, count, see, unfold }) {
      for (let n = 0; n < 40 && count("reflect") === 0; n++) await press(count("option") ? "option" : "go");
      await see("reflect");
      await unfold("map");
    },
  }),
  state("pictures", "lost-mitten", { steps: ({ press }) => press("go"), sees: "panel" }),
  state("made", "lost-mitten", {
    sees: "grid",
    change: (story) => ({
      ...story, id: "made", makes: true, debrief: [], variables: {}, start: "a",
      scenes: [{ ...story.scenes[0], id: "a", choices: [], route: [{ to: story.endings[0].id }] }], endings: [story.endings[0]],
    }),
    async steps({ press, see }) {
      await press("go");
      await press("quiet", 1);
      await see("grid");
      await press("pick", -1);
      await press("pick", 8);
    },
  }),
  state("class", "cash-box", { attributes: { mode: "class" }, sees: "option" }),
];

/** Goes on until a card asks something. */
const toCard = async ({ press, count }) => {
  for (let n = 0; n < 30 && count("option") + count("verdict") === 0; n++) await press("go");
};

/** The dice decide which card comes, so a state has cards of one kind: with answers to choose, or without. */
const onlyCards = (hasOptions) => (content) => ({
  ...content,
  decks: content.decks.filter(({ kind }) => kind === (hasOptions ? "question" : "task")).map((deck) =>
    ({ ...deck, cards: deck.cards.filter(({ options }) => !!options === hasOptions) })),
});

const BOARD = [
  state("start", "climb-together", { sees: "setup" }),
  state("turn", "climb-together", { steps: ({ press }) => press("go"), sees: "turn" }),
  state("card", "climb-together", { change: onlyCards(false), steps: toCard, sees: "verdict" }),
  state("after", "climb-together", {
    change: onlyCards(true),
    sees: "outcome",
    async steps(hand) {
      await toCard(hand);
      await hand.press("option");
    },
  }),
  state("jury", "six-stations", {
    sees: "point",
    async steps({ press, count }) {
      for (let n = 0; n < 6 && count("point") === 0; n++) await press("go");
      await press("point", 3);
    },
  }),
  state("debate", "open-grades", {
    sees: "slot",
    async steps({ press }) {
      await press("go");
      await press("go");
      await press("go");
    },
  }),
];

const CHECK = [
  state("start", "coi-check", { sees: "go" }),
  state("chosen", "coi-check", {
    sees: "option",
    async steps({ press }) {
      await press("go");
      await press("option");
      await press("go");
      await press("option");
    },
  }),
  state("missing", "coi-check", {
    sees: "misses",
    async steps({ press }) {
      await press("go");
      await press("go");
    },
  }),
  state("result", "coi-check", {
    sees: "type",
    async steps({ press, count, unfold }) {
      await press("go");
      for (let n = 0; n < 20 && count("type") === 0; n++) {
        for (let k = 0; k < count("question"); k++) await press("option", 3 * k);
        await press("go");
      }
      await press("tick");
      await unfold("answers");
    },
  }),
  state("readiness", "iso-37001-ready", {
    attributes: { mode: "readiness" }, sees: "option",
    async steps({ press }) {
      await press("go");
      await press("option", 1);
      await press("option", 9);
    },
  }),
];

/** A day as fields of dates have it, where the reader is. */
function daysAgo(days) {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

const RECORD = [
  state("start", "honesty-shop", { sees: "home" }),
  state("mistake", "honesty-shop", {
    sees: "mistake",
    async steps({ press, see }) {
      await press("go");
      await see("form");
      await press("go");
    },
  }),
  state("entries", "honesty-shop", {
    sees: "figure",
    async steps({ press, write, see }) {
      // Two weeks: notebooks put out and come back, and what two people found in the box.
      for (const days of [8, 0]) {
        await press("go");
        await see("form");
        await write("input", daysAgo(days));
        for (const [n, typed] of [[1, "22"], [2, "2"], [9, "2400"], [10, "2400"]]) await write("input", typed, n);
        await press("go");
        await see("entry");
      }
    },
  }),
  state("study", "pilot-study", {
    attributes: { mode: "study" }, sees: "key",
    async steps({ press, write, see, count }) {
      // Group and time of asking, consent, three questions for a code; then the first item.
      for (let n = 0; n < 2; n++) await write("input", "", n);
      await press("go");
      await press("same", 1);
      await see("input");
      for (let n = 0; n < count("input"); n++) await write("input", "", n);
      await press("go");
      await press("option", 1);
    },
  }),
];

const PLAN = [
  state("start", "integrity-hour-1", { sees: "plan" }),
  state("lesson", "integrity-hour-1", { steps: ({ press }) => press("go"), sees: "lesson" }),
  state("campaign", "integrity-hour-1", { attributes: { mode: "campaign" }, sees: "editions" }),
  state("map", "integrity-curriculum", { attributes: { mode: "map" }, sees: "map" }),
];

/** The states of each widget, by its tag. */
export const STATES = {
  "adil-quiz": QUIZ, "adil-video": VIDEO, "adil-pledge": PLEDGE, "adil-story": STORY,
  "adil-board": BOARD, "adil-check": CHECK, "adil-record": RECORD, "adil-plan": PLAN,
};

/** Addresses in a content file are relative to it; content that was changed is given without one. */
function pinned(value, base) {
  if (typeof value === "string") return /^[\w./-]+\.(mp4|webm|vtt|jpe?g|png|webp|svg|mp3|json|txt)$/.test(value) ? new URL(value, base).href : value;
  if (!value || typeof value !== "object") return value;
  const rows = Object.entries(value).map(([name, inner]) => [name, pinned(inner, base)]);
  return Array.isArray(value) ? rows.map(([, inner]) => inner) : Object.fromEntries(rows);
}

/**
 * Puts a widget into a place of the page and does what leads to its state; the widget, once it is there.
 * `examples` is the folder of the content files, `more` are attributes such as `theme` and `lang`.
 */
export async function show(place, tag, { file, attributes, change, steps, sees }, examples, more = {}) {
  const widget = document.createElement(tag);
  const all = { loading: "eager", storage: "none", ...attributes, ...more };
  for (const [name, value] of Object.entries(all)) widget.setAttribute(name, value);
  const src = new URL(`${file}.json`, examples).href;
  if (change) widget.content = pinned(change(await (await fetch(src)).json()), src);
  else widget.setAttribute("src", src);
  place.append(widget);
  const hand = handOf(widget);
  await hand.see("base");
  await steps(hand);
  await hand.see(sees);
  return widget;
}
