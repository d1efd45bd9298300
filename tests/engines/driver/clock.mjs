// A clock that a test turns, as Playwright has it: dates and timers of the page follow it. It is
// put into each document before the page's own scripts, at the time that it showed last.

/** Runs in the page: dates, timers and frames by a clock that stands still or runs along. */
function install(start, runs) {
  const real = { Date, now: Date.now, setTimeout, setInterval, performance: performance.now.bind(performance) };
  const began = real.now();
  const timers = new Map();
  let [now, standing, last] = [start, !runs, 0];
  const elapsed = () => now - start;

  const add = (act, wait, every) => {
    timers.set(++last, { id: last, at: now + Math.max(wait || 0, 0), act, every });
    return last;
  };
  const remove = (id) => timers.delete(id);
  const define = (name, value) => Object.defineProperty(window, name, { value, writable: true, configurable: true });
  define("setTimeout", (act, wait, ...given) => add(() => act(...given), wait));
  define("setInterval", (act, wait, ...given) => add(() => act(...given), wait, Math.max(wait || 0, 1)));
  define("requestAnimationFrame", (act) => add(() => act(elapsed()), 16));
  for (const name of ["clearTimeout", "clearInterval", "cancelAnimationFrame"]) define(name, remove);
  define("Date", new Proxy(Date, {
    construct: (Real, given, target) => Reflect.construct(Real, given.length ? given : [now], target),
    apply: (Real) => `${new Real(now)}`,
    get: (Real, name) => (name === "now" ? () => now : Real[name]),
  }));
  performance.now = elapsed;

  // A task of its own, after which all that a timer led to is done; real timers would wait longer.
  const { port1, port2 } = new MessageChannel();
  const task = () => new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(0);
  });
  const fire = (timer, next) => {
    timers.delete(timer.id);
    if (timer.every) timers.set(timer.id, { ...timer, at: next });
    timer.act();
  };
  const due = (until) => [...timers.values()].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.id - b.id)[0];
  /** Turns the clock on; what is due at each moment happens then. */
  const run = async (ms) => {
    const until = now + ms;
    for (let timer; (timer = due(until));) {
      now = Math.max(now, timer.at);
      fire(timer, timer.at + timer.every);
      await task();
    }
    now = until;
    await task();
  };
  /** Puts the clock on; what would have happened many times happens once. */
  const jump = async (to) => {
    const before = [...timers.values()].filter(({ at }) => at <= to).sort((a, b) => a.at - b.at);
    now = Math.max(now, to);
    for (const timer of before) if (timers.has(timer.id)) fire(timer, now + timer.every);
    standing = true;
    await task();
  };
  const along = () => {
    if (standing) return;
    const until = start + real.now() - began;
    for (let timer; (timer = due(until));) {
      now = Math.max(now, timer.at);
      fire(timer, timer.at + timer.every);
    }
    now = Math.max(now, until);
    real.setTimeout.call(window, along, 10);
  };
  along();
  Object.defineProperty(window, Symbol.for("adil-clock"), { value: { run, jump, now: () => now } });
}

/** The clock of a context. */
export function clockOf(context) {
  let installed = false;
  let stands;
  const turn = async (act, given) => {
    const [page] = context.pages();
    stands = await page.evaluate(async ([act, given]) => {
      const clock = window[Symbol.for("adil-clock")];
      await clock[act](given);
      return clock.now();
    }, [act, given]);
  };
  return {
    install: async () => {
      installed = true;
    },
    pauseAt: (time) => turn("jump", Number(time)),
    runFor: (ms) => turn("run", ms),
    scripts: () => (installed ? [`(${install})(${stands ?? "Date.now()"}, ${stands === undefined});`] : []),
  };
}
