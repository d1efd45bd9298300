// Asking again until something is so, as all acts of the driver do.
import { LIMIT, sleep } from "../../run/wait.mjs";

export { LIMIT, sleep };

/** What failed because the page was on its way elsewhere; another try may find the new one. */
export class Elsewhere extends Error {
  name = "Elsewhere";
}

/**
 * Asks until there is a value. `ask(turn)` answers with `{ value }`, or with `{ not }`, why not.
 */
export async function until(what, timeout, ask) {
  const end = Date.now() + timeout;
  for (let turn = 0; ; turn++) {
    const answer = await ask(turn).catch((error) => {
      if (error instanceof Elsewhere) return { not: error.message };
      throw error;
    });
    if (!answer.not) return answer.value;
    if (Date.now() > end) throw new Error(`${what}: after ${timeout} ms it ${answer.not}`);
    await sleep(Math.min(20 + turn * 10, 100));
  }
}
