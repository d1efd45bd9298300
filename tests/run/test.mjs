// `test` as node:test has it, with a limit that ends what hangs; each tells how long it took.
import { readFileSync } from "node:fs";
import { test as run } from "node:test";
import { note, whole } from "../proof/note.mjs";
import { FILE, tell } from "./report.mjs";
import { SEED } from "./sample.mjs";
import { LIMIT } from "./wait.mjs";

/** How long a test may take, in ms: some of its waits may be as long as one wait may be. */
export const HANGS = 5 * LIMIT;

const counts = { tests: 0, failed: 0 };

/** What a file of tests promises, as its first comment says. */
function promiseOf(file) {
  const [comment] = /^(\/\/ .*\n)+/.exec(readFileSync(file, "utf8")) ?? [""];
  return comment.replaceAll(/^\/\/ |\n$/gm, "").replaceAll("\n", " ");
}

// Other suites than these note what they find in tables of their own.
const TABLES = { e2e: "Pages", packages: "Packages and hosts", cms: "Packages and hosts" };
const table = TABLES[FILE.split("/")[0]];
if (table && !process.env.ADIL_ENGINE) {
  process.on("exit", () => note(table, { promise: promiseOf(process.argv[1]), file: `tests/${FILE}`, ...counts }));
}

// Files whose tests are stories of faults that were mended: a push tells every second one, and the next
// day the others. Whoever asks for tests by name gets all that have it.
const STORIES = /^e2e\/(video-)?mended/.test(FILE) && !whole;
const isAsked = process.execArgv.some((argument) => argument.startsWith("--test-name-pattern"));
let place = 0;

function waits() {
  if (!STORIES || isAsked) return false;
  place += 1;
  const ran = (place + SEED) % 2;
  tell({ sampled: "stories of faults that were mended", ran, of: 1 });
  return ran === 0;
}

/** A test; `options.timeout` is for those that are long by their nature. */
export function test(name, ...rest) {
  if (waits()) return undefined;
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
