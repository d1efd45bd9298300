// `test` for files that may run in each engine: a test that asks for what an engine or its driver
// cannot do is skipped with that reason, and so is one that is known to differ there.
import { test as run } from "../run/test.mjs";
import { whole } from "../proof/note.mjs";
import { differenceOf } from "./differences.mjs";
import { CannotHere } from "./driver/cannot.mjs";
import { ENGINE } from "./launch.mjs";

/** A test's function as it runs elsewhere than in Chromium. */
const elsewhere = (name, fn) => async (context) => {
  const known = differenceOf(ENGINE, name);
  const differs = () => context.skip(`differs: ${known.why}`);
  // The whole run looks whether a difference is still there.
  if (known && !whole) return differs();
  try {
    await fn(context);
  } catch (error) {
    if (error instanceof CannotHere) return context.skip(`not seen: ${error.message}`);
    if (known) return differs();
    throw error;
  }
  if (known) throw new Error(`this works in ${ENGINE} now: take it out of differences.mjs`);
};

/** As `test` elsewhere. */
export const test = ENGINE === "chromium" ? run : (name, ...rest) => {
  const [fn, options] = rest.toReversed();
  return run(name, options ?? {}, elsewhere(name, fn));
};
