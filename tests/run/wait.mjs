// How tests wait: for what they need, never for a time. A limit ends only what hangs, so that a busy
// machine is slow and not wrong.
import assert from "node:assert/strict";
import { CannotHere } from "../engines/driver/cannot.mjs";

/** How long a wait may last before it counts as hanging, in ms; `ADIL_LIMIT` has other seconds. */
export const LIMIT = Number(process.env.ADIL_LIMIT ?? 60) * 1_000;

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Asks until the answer satisfies `accepts`; the answer. An element that is not there yet makes many
 * questions throw, so what throws counts as not yet. Fails with what `failure` makes of the last answer.
 */
async function ask(question, accepts, failure) {
  const end = Date.now() + LIMIT;
  for (let turn = 0; ; turn++) {
    let answer, thrown;
    try {
      answer = await question();
      if (accepts(answer)) return answer;
    } catch (error) {
      // What an engine cannot do it cannot do later.
      if (error instanceof CannotHere) throw error;
      thrown = error;
    }
    if (Date.now() > end) throw failure(answer, thrown);
    await sleep(Math.min(10 + turn * 5, 100));
  }
}

/** Asks until the answer is true; the answer. */
export function until(question, what = String(question)) {
  return ask(question, Boolean, (_, cause) => new Error(`never true: ${what}`, { cause }));
}

/** Asks until the answer is this one, for what happens a moment later. */
export async function checkSoon(question, expected, message) {
  const isSame = (found) => {
    assert.deepEqual(found, expected, message);
    return true;
  };
  // What `isSame` throws says how the answer differs.
  await ask(question, isSame, (_, thrown) => thrown);
}
