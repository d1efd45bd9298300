// What a push runs of the many cases that tell much the same. Each day has its share, so that a few
// pushes walk through all; a whole run has all of them at once. `ADIL_SEED` runs a day's share again.
import { whole } from "../proof/note.mjs";
import { tell } from "./report.mjs";

/** The day, as a number; the same for all parts of a run. */
export const SEED = Number(process.env.ADIL_SEED ?? Math.floor(Date.now() / 86_400_000));

/** The list in an order that looks random and is always the same. */
function shuffled(list) {
  let state = 1;
  const roll = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return list.map((value) => [roll(), value]).sort(([a], [b]) => a - b).map(([, value]) => value);
}

/** So many of a list that the seed chooses, in the order of the list; a whole run has all. */
export function sampled(title, list, count, { seed = SEED, all = whole } = {}) {
  if (all || count >= list.length) return list;
  const order = shuffled(list.map((_, n) => n));
  const chosen = new Set(Array.from({ length: count }, (_, n) => order[(seed * count + n) % list.length]));
  tell({ sampled: title, ran: count, of: list.length });
  return list.filter((_, n) => chosen.has(n));
}

let turns = 0;

/** One of a list, and with each call and each day another one; a whole run has all. */
export const inTurn = (title, list) => sampled(title, list, 1, { seed: SEED + turns++ });
