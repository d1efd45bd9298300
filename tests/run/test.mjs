// `test` as node:test has it, with a limit that ends what hangs; each tells how long it took.
import { readFileSync } from "node:fs";
import { test as run } from "node:test";
import { note } from "../proof/note.mjs";
import { FILE, tell } from "./report.mjs";
import { LIMIT } from "./wait.mjs";

/** How long a test may take, in ms: some of its waits may be as long as one wait may be. */
export const HANGS = 5 * LIMIT;

const counts = { tests: 0, failed: 0 };

/** What a file of tests promises, as its first comment says. */
function promiseOf(file) {
  const [comment] = /^(\/\/ .*\n)+/.exec(readFileSync(file, "utf8")) ?? [""];
  return comment.replaceAll(/^\/\/ |\n$/gm, "").replaceAll("\n", " ");
}

// Other suites than the pages note what they find in tables of their own.
if (FILE.startsWith("e2e/") && !process.env.ADIL_ENGINE) {
  process.on("exit", () => note("Pages", { promise: promiseOf(process.argv[1]), file: `tests/${FILE}`, ...counts }));
}

/** A test; `options.timeout` is for those that are long by their nature. */
export function test(name, ...rest) {
  const [fn, options] = rest.toReversed();
  return run(name, { timeout: HANGS, ...options }, async (context) => {
    const started = performance.now();
    counts.tests += 1;
    try {
      return await fn(context);
    } catch (error) {
      counts.failed += 1;
      throw error;
    } finally {
      tell({ test: name, file: FILE, ms: Math.round(performance.now() - started) });
    }
  });
}
