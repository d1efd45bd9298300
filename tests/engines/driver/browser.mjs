// Browsers, their contexts and pages as Playwright has them, as far as the tests use them, over
// what an engine's driver can do. A driver gives tabs; `firefox.mjs` and `webkit.mjs` say how.
import { CannotHere } from "./cannot.mjs";
import { clockOf } from "./clock.mjs";
import { keyboardOf, mouseOf, touchscreenOf } from "./input.mjs";
import { LIBRARY, isMissing, wrap } from "./library.mjs";
import { Locator } from "./locator.mjs";
import { pack, unpack } from "./pack.mjs";
import { Elsewhere, LIMIT, sleep } from "./wait.mjs";

/** Something that stays in the page, and can be given to functions there. */
class Handle {
  constructor(native) {
    this.native = native;
  }
}

/** The script of a function or a text, with what the test gives it, if anything. */
const scriptOf = (script, arg) => {
  if (script?.content !== undefined) return script.content;
  return typeof script === "function" ? `(${script})(${JSON.stringify(arg)})` : script;
};

/** One frame of a page, and what can be found in it. */
class Frame {
  constructor(page, native) {
    this.page = page;
    this.native = native;
  }

  get timeout() {
    return this.page.context().timeout;
  }

  url() {
    return this.page.tab.urlOf(this.native());
  }

  /** Calls a function's source in the frame. */
  async #call(fn, args, keep) {
    const handles = [];
    const packed = pack(args, (value) => (value instanceof Handle ? handles.push(value.native) - 1 : -1));
    const call = () => this.page.tab.call(this.native(), wrap(fn, { keep }), packed, handles, keep);
    try {
      return await call();
    } catch (error) {
      if (!isMissing(error)) throw error;
      await this.page.tab.script(this.native(), LIBRARY);
      return call();
    }
  }

  async run(fn, args = []) {
    return unpack(await this.#call(fn, args, false));
  }

  /** A handle for what a function answers. */
  async keep(fn, args) {
    return new Handle(await this.#call(fn, args, true));
  }

  async evaluate(script, arg) {
    if (typeof script === "string") return this.page.tab.script(this.native(), script);
    return this.run(`(arg) => (${script})(arg)`, [arg]);
  }

  evaluateHandle(script, arg) {
    return this.keep(`(arg) => (${script})(arg)`, [arg]);
  }

  locator(selector, options) {
    return new Locator(this).locator(selector, options);
  }

  getByRole(role, options) {
    return new Locator(this).getByRole(role, options);
  }

  getByText(words, options) {
    return new Locator(this).getByText(words, options);
  }

  getByLabel(words, options) {
    return new Locator(this).getByLabel(words, options);
  }
}

class Page extends Frame {
  #context;
  #listeners = new Map();
  #performed = Promise.resolve();

  constructor(context, tab) {
    super(undefined, () => tab.mainFrame());
    this.page = this;
    this.tab = tab;
    this.#context = context;
    this.keyboard = keyboardOf(this);
    this.mouse = mouseOf(this);
    this.touchscreen = touchscreenOf(this);
    this.clock = context.clock;
    tab.tell = (name, event) => this.#listeners.get(name)?.forEach((listen) => listen(event));
  }

  context() {
    return this.#context;
  }

  on(name, listen) {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listen]);
  }

  waitForEvent(name, { timeout = this.timeout } = {}) {
    return new Promise((come, fail) => {
      const late = setTimeout(() => fail(new Error(`no ${name} within ${timeout} ms`)), timeout);
      this.on(name, (event) => {
        clearTimeout(late);
        come(event);
      });
    });
  }

  waitForTimeout(ms) {
    return sleep(ms);
  }

  async goto(url, { waitUntil = "load" } = {}) {
    await this.#context.prepare(this.tab);
    await this.tab.goto(url, waitUntil);
  }

  async reload(options) {
    await this.#context.prepare(this.tab);
    await this.tab.reload(options);
  }

  content() {
    return this.evaluate(() => document.documentElement.outerHTML);
  }

  frames() {
    return this.tab.frames().map((native) => new Frame(this, () => native));
  }

  /** The one frame that a page has within. */
  frameLocator(selector) {
    if (selector !== "iframe") throw new CannotHere(`no frame is found by ${selector}`);
    return new Frame(this, () => {
      const frame = this.tab.frames()[1];
      if (!frame) throw new Elsewhere("has no frame yet");
      return frame;
    });
  }

  /** Moves pointers and presses keys, one after the other also where a test does not wait. */
  perform(actions) {
    const performed = this.#performed.then(() => this.tab.perform(actions));
    this.#performed = performed.catch(() => {});
    return performed;
  }

  emulateMedia(media) {
    return this.tab.emulate(media);
  }

  setViewportSize(size) {
    return this.tab.resize(size);
  }

  screenshot({ path }) {
    return this.tab.screenshot(path);
  }

  pdf(options) {
    return this.tab.pdf(options);
  }

  route(address, answer) {
    return this.tab.route(address, answer);
  }

  close() {
    return this.tab.close();
  }
}

/** A learner's window: what it is like, and what runs before the scripts of its pages. */
class Context {
  #driver;
  #options;
  #pages = [];
  #scripts = [];
  #routes = [];
  timeout = LIMIT;

  constructor(driver, options) {
    this.#driver = driver;
    this.#options = options;
    this.clock = clockOf(this);
  }

  setDefaultTimeout(ms) {
    this.timeout = ms;
  }

  async addInitScript(script, arg) {
    this.#scripts.push(scriptOf(script, arg));
  }

  pages() {
    return this.#pages;
  }

  async newPage() {
    const tab = await this.#driver.newTab();
    const { viewport = { width: 1280, height: 720 }, ...more } = this.#options;
    await tab.resize(viewport);
    await tab.emulate(more);
    const page = new Page(this, tab);
    this.#pages.push(page);
    for (const [address, answer] of this.#routes) await tab.route(address, answer);
    return page;
  }

  /** Sets what runs first in the next document: ours, the clock's, the test's. */
  prepare(tab) {
    const scripts = [LIBRARY, ...this.clock.scripts(), ...this.#scripts];
    return tab.runFirst(scripts.map((script) => `try { ${script}\n} catch (error) { reportError(error); }`).join("\n"));
  }

  async route(address, answer) {
    this.#routes.push([address, answer]);
    for (const page of this.#pages) await page.tab.route(address, answer);
  }

  async setOffline(offline) {
    for (const page of this.#pages) await page.tab.setOffline(offline);
  }

  async newCDPSession() {
    throw new CannotHere("only Chromium has this debugger");
  }

  close() {
    return this.#driver.close();
  }
}

/** A browser over a driver that opens contexts. */
export class Browser {
  #engine;

  constructor(engine) {
    this.#engine = engine;
  }

  version() {
    return this.#engine.version;
  }

  async newContext(options = {}) {
    return new Context(await this.#engine.newContext(options), options);
  }

  close() {
    return this.#engine.close();
  }
}
