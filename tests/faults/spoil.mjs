// Entries of storage that are spoilt, each in another way; none keeps a widget from starting.
import assert from "node:assert/strict";
import { ready } from "../e2e/page.mjs";
import { note } from "../proof/note.mjs";
import { diceOf } from "./dice.mjs";
import { TABLE, keptBy, open, tag } from "./fault.mjs";

/** A kept text with one thing wrong: cut off, a character or a value changed, a part doubled. */
function spoil(text, dice) {
  const at = dice.below(text.length);
  const values = [
    "null", "-1", "1e999", "1e9", "[]", "{}", `"x"`, "true", "[[[[]]]]", `{"c":[99]}`, "0.5", `"\\ud800"`,
  ];
  const value = dice.of(values);
  const letter = String.fromCharCode(32 + dice.below(95));
  const places = [...text.matchAll(/:("[^"]*"|[\w.-]+|\[\]|\{\})/g)];
  const place = dice.of(places);
  const ways = [
    () => text.slice(0, at), () => text.slice(at), () => text.slice(0, at) + letter + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(0, at),
    ...Array(4).fill(() => `${text.slice(0, place.index)}:${value}${text.slice(place.index + place[0].length)}`),
  ];
  return dice.of(ways)();
}

/** Starts a widget with so many spoilt entries of what it keeps. */
export async function checkSpoilt(widget, count) {
  const { session } = await keptBy(widget);
  // What it embeds keeps entries of its own.
  const [key, text] = session.find(([key]) => key.startsWith(`adil/${widget.kind}/`));
  const dice = diceOf(7);
  const entries = Array.from({ length: count }, () => spoil(text, dice));
  // What a story keeps is short.
  assert.ok(new Set(entries).size > 0.4 * count, "they are spoilt in many ways");
  const seen = await open(widget, { attributes: { storage: "session" } });
  await ready(seen.element);
  const ends = await seen.page.evaluate(async ([key, entries, tag]) => {
    const ends = [];
    for (const entry of entries) {
      document.querySelector("#w").remove();
      sessionStorage.setItem(key, entry);
      document.querySelector("main").insertAdjacentHTML("beforeend", tag);
      const element = document.querySelector("#w");
      ends.push(await new Promise((done) => {
        for (const end of ["ready", "error"]) element.addEventListener(`adil-${end}`, () => done(end));
      }));
      // What follows in tasks of its own may fail, too.
      await new Promise((later) => setTimeout(later));
    }
    return ends;
  }, [key, entries, tag(widget, { storage: "session" })]);
  assert.deepEqual(entries.filter((_, n) => ends[n] !== "ready"), [], "all of them start");
  assert.deepEqual(seen.said, []);
  note(TABLE, {
    fault: `${count} entries of storage, each spoilt in another way`, "the learner sees": "the widget",
    "kept is": "what can still be read", passed: `${count} of ${count}, ${widget.name}`,
  });
  await seen.close();
}
