// The tests of lessons in three engines, and how exactly those stop: a page that is asked by
// functions which run in it, over the driver of each engine. Input is real.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { settled } from "../e2e/page.mjs";
import { LIMIT, checkSoon, until } from "../run/wait.mjs";
import { launch } from "./launch.mjs";

const AXE = readFileSync(fileURLToPath(new URL("../node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--autoplay-policy=no-user-gesture-required"];

const ALL = ["chromium", "firefox", "webkit"];

/** Those that `ADIL_ENGINES` names, or else these; an unknown name would run nothing and pass. */
export function enginesOr(others) {
  const named = (process.env.ADIL_ENGINES ?? "").split(/[\s,]+/).filter(Boolean);
  const unknown = named.filter((name) => !ALL.includes(name));
  if (unknown.length) throw new Error(`ADIL_ENGINES has ${unknown.join(", ")}; there are ${ALL.join(", ")}`);
  return named.length ? named : others;
}

/** Which engines to test: all, unless some are named. */
export const NAMES = enginesOr(ALL);

/** Runs in the page with each call: elements by selectors that reach into open shadow roots. */
const REACH = `
  const all = (selector, root = document) => {
    const found = [...root.querySelectorAll(selector)];
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) found.push(...all(selector, element.shadowRoot));
    return found;
  };
  const seen = (selector) => all(selector).filter((element) => element.getClientRects().length && getComputedStyle(element).visibility !== "hidden");
  const $ = (selector) => all(selector)[0];
  const rest = () => Promise.all(all("*").flatMap((element) => element.getAnimations())
    .filter(({ effect }) => effect.getComputedTiming().endTime < Infinity)
    .map(({ finished }) => finished.catch(() => {})));
  const focused = () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; };
`;

/** What runs before the page's own scripts. */
const KEEP = `
  window.adilSeen = { events: [], errors: [] };
  for (const name of ["ready", "start", "play", "pause", "seek", "answer", "checkpoint", "progress", "complete", "error", "storage", "pledge", "withdraw"]) {
    addEventListener("adil-" + name, (event) => adilSeen.events.push({ name, detail: event.detail, time: performance.now() }));
  }
  addEventListener("error", (event) => adilSeen.errors.push(String(event.message ?? "a file")), true);
  addEventListener("unhandledrejection", (event) => adilSeen.errors.push(String(event.reason)));
`;

/** A function with its helpers as one that any driver takes to the page. */
const inPage = (fn, given) =>
  // An element is no answer that every driver can carry: it stands for "yes".
  new Function(`return (async () => { ${REACH} const answer = await (${fn})(${given.map((value) => JSON.stringify(value) ?? "undefined").join(", ")}); return answer instanceof Node ? true : answer; })()`);

/** How long an answer of a page may take: walks through content take minutes. */
const PATIENCE = 300_000;

/** A page, and what is asked of it. */
class Page {
  constructor(context, page) {
    this.context = context;
    this.page = page;
  }

  /**
   * Runs a function in the page; `$`, `all`, `seen` and `focused` are there. Of a page whose process
   * died WebKitGTK's driver tells nothing: it does not answer any more.
   */
  run(fn, ...given) {
    let timer;
    const never = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error("the page does not answer")), PATIENCE);
    });
    return Promise.race([this.page.evaluate(inPage(fn, given)), never]).finally(() => clearTimeout(timer));
  }

  /** All that was on its way in the page is done. */
  settle() {
    return settled(this.page);
  }

  /**
   * So many milliseconds have passed for the page: of two timers with the same wait, the one that was
   * set first comes first, however busy the machine is.
   */
  async pass(milliseconds) {
    await this.run((milliseconds) => new Promise((done) => setTimeout(() => done(true), milliseconds)), milliseconds);
    await this.settle();
  }

  /** Asks until the answer is true; the answer. */
  wait(fn, ...given) {
    return until(() => this.run(fn, ...given), `${fn} ${JSON.stringify(given)}`);
  }

  /** Asks until the answer is what was expected, and says what it was else. */
  expect(fn, expected, ...given) {
    return checkSoon(() => this.run(fn, ...given), expected, String(fn));
  }

  /** Presses the middle of the first element that can be seen, with a pointer. */
  async click(selector, { across = 0.5 } = {}) {
    await this.wait((selector) => seen(selector).length > 0, selector);
    await this.run((selector) => seen(selector)[0].scrollIntoView({ block: "center", behavior: "instant" }), selector);
    const [x, y] = await this.run(async (selector, across) => {
      await rest();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const box = seen(selector)[0].getBoundingClientRect();
      return [Math.round(box.left + box.width * across), Math.round(box.top + box.height / 2)];
    }, selector, across);
    await this.page.mouse.click(x, y);
  }

  /** Presses a key, by the name that KeyboardEvent has for it. */
  press(key) {
    return this.page.keyboard.press(key);
  }

  /** The events that widgets fired, of one name or all. */
  events(name) {
    return this.run((name) => adilSeen.events.filter((event) => !name || event.name === name), name);
  }

  /** What went wrong in the page. */
  errors() {
    return this.run(() => adilSeen.errors);
  }

  /** What axe finds within a selector. */
  async axe(selector) {
    // Colours are measured once nothing fades in any more.
    await this.run(() => rest().then(() => true));
    await this.page.evaluate(`if (!window.axe) { ${AXE} } undefined`);
    return this.run(async (selector) => {
      const { violations } = await window.axe.run(selector, { resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].failureSummary}`);
    }, selector);
  }

  shot(path) {
    return this.page.screenshot({ path });
  }

  close() {
    return this.context.close();
  }
}

/** Starts an engine by its name. */
export async function start(name) {
  const browser = await launch({ args: FLAGS }, name);
  const open = async (url, { width = 900, height = 900 } = {}) => {
    const context = await browser.newContext({ viewport: { width, height } });
    context.setDefaultTimeout(LIMIT);
    await context.addInitScript({ content: KEEP });
    const page = await context.newPage();
    await page.goto(url);
    return new Page(context, page);
  };
  return { name, open, close: () => browser.close() };
}
