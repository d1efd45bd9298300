// Locators as Playwright has them, as far as the tests use them: found anew at each act, through
// open shadow roots, and acts that wait until an element can be acted on.
import { press, type } from "./input.mjs";
import { Elsewhere, until } from "./wait.mjs";

const NOT_THERE = { not: "is not there" };
const wordsWanted = (wanted, exact = false) => ({ wanted, exact });

/** The words as shown; WebKit ends blocks with a new line also where nothing follows. */
const shown = (element) => element.innerText.replace(/\n+$/, "");

export class Locator {
  #frame;
  #steps;

  constructor(frame, steps = []) {
    this.#frame = frame;
    this.#steps = steps;
  }

  toString() {
    return `locator ${this.#steps.map(([kind, value]) => `${kind}=${typeof value === "string" ? value : JSON.stringify(value)}`).join(" ")}`;
  }

  page() {
    return this.#frame.page;
  }

  #and(...steps) {
    return new Locator(this.#frame, [...this.#steps, ...steps]);
  }

  locator(selector, { hasText } = {}) {
    return this.#and(["css", selector]).filter({ hasText });
  }

  getByRole(role, { name, exact } = {}) {
    return this.#and(["role", { role, ...wordsWanted(name, exact) }]);
  }

  getByText(words, { exact } = {}) {
    return this.#and(["text", wordsWanted(words, exact)]);
  }

  getByLabel(words, { exact } = {}) {
    return this.#and(["label", wordsWanted(words, exact)]);
  }

  filter({ hasText, visible }) {
    return this.#and(
      ...(hasText === undefined ? [] : [["words", wordsWanted(hasText)]]),
      ...(visible === undefined ? [] : [["visible", visible]]),
    );
  }

  nth(n) {
    return this.#and(["nth", n]);
  }

  first() {
    return this.nth(0);
  }

  last() {
    return this.nth(-1);
  }

  // What stands in the page

  /** Runs a function of the driver's own on all elements. */
  #onAll(fn, given) {
    return this.#frame.run(`({ steps, given }, page) => (${fn})(page.find(steps), given, page)`, [{ steps: this.#steps, given }]);
  }

  /** Runs a function on the one element once it is there; it answers `{ value }` or `{ not }`. */
  #onOne(act, fn, given, { timeout = this.#frame.timeout } = {}) {
    const source = `({ steps, given }, page) => (${fn})(page.findOne(steps), given, page)`;
    return until(`${act}, ${this}`, timeout, (turn) => this.#frame.run(source, [{ steps: this.#steps, given: { ...given, turn } }]));
  }

  #read(act, fn, arg, options) {
    const source = `async (element, { arg }) => element ? { value: await (${fn})(element, arg) } : ${JSON.stringify(NOT_THERE)}`;
    return this.#onOne(act, source, { arg }, options);
  }

  count() {
    return this.#onAll((all) => all.length);
  }

  async all() {
    return Array.from({ length: await this.count() }, (_, n) => this.nth(n));
  }

  evaluateAll(fn, arg) {
    return this.#onAll(fn, arg);
  }

  evaluate(fn, arg, options) {
    return this.#read("evaluate", fn, arg, options);
  }

  /** What a function makes of the element stays in the page. */
  async evaluateHandle(fn, arg) {
    await this.waitFor({ state: "attached" });
    return this.#frame.keep(`({ steps, arg }, page) => (${fn})(page.findOne(steps), arg)`, [{ steps: this.#steps, arg }]);
  }

  allInnerTexts() {
    return this.#onAll(`(all) => all.map(${shown})`);
  }

  allTextContents() {
    return this.#onAll((all) => all.map((element) => element.textContent));
  }

  textContent(options) {
    return this.#read("textContent", (element) => element.textContent, undefined, options);
  }

  innerText(options) {
    return this.#read("innerText", shown, undefined, options);
  }

  inputValue(options) {
    return this.#read("inputValue", (element) => element.value, undefined, options);
  }

  getAttribute(name, options) {
    return this.#read("getAttribute", (element, name) => element.getAttribute(name), name, options);
  }

  isChecked(options) {
    return this.#read("isChecked", (element) => element.checked, undefined, options);
  }

  isVisible() {
    return this.#frame.run(({ steps }, page) => {
      const element = page.findOne(steps);
      return !!element && page.isVisible(element);
    }, [{ steps: this.#steps }]);
  }

  boundingBox(options) {
    return this.#onOne("boundingBox", (element, _, page) => (element ? { value: page.rectOf(element) } : { not: "is not there" }), {}, options);
  }

  waitFor({ state = "visible", timeout } = {}) {
    return this.#onOne("waitFor", (element, { state }, page) => {
      const is = { attached: !!element, detached: !element, visible: !!element && page.isVisible(element) };
      is.hidden = !is.visible;
      return is[state] ? {} : { not: `is not ${state}` };
    }, { state }, { timeout });
  }

  // Acts

  focus(options) {
    return this.#read("focus", (element) => element.focus(), undefined, options);
  }

  blur(options) {
    return this.#read("blur", (element) => element.blur(), undefined, options);
  }

  scrollIntoViewIfNeeded(options) {
    return this.#onOne("scrollIntoViewIfNeeded", (element, _, page) => {
      if (!element || !page.isVisible(element)) return { not: "is not visible" };
      page.scrollTo(element);
      return {};
    }, {}, options);
  }

  /** Presses the element with what can press, once it can be pressed; again if it slipped away. */
  #press(act, pointer, { force = false, timeout = this.#frame.timeout } = {}) {
    return until(`${act}, ${this}`, timeout, async (turn) => {
      const point = await this.#frame.run(({ steps, given }, page) => page.pressable(page.findOne(steps), given),
        [{ steps: this.#steps, given: { force, turn } }]);
      if (point.not) return point;
      await pointer(point);
      if (force) return {};
      const not = await this.#frame.run((page) => page.pressed(), []).catch((error) => {
        if (error instanceof Elsewhere) return undefined;
        throw error;
      });
      return not ? { not } : {};
    });
  }

  click(options) {
    return this.#press("click", ({ x, y }) => this.page().mouse.click(x, y), options);
  }

  tap(options) {
    return this.#press("tap", ({ x, y }) => this.page().touchscreen.tap(x, y), options);
  }

  async press(keys, options) {
    await this.focus(options);
    await press(this.page(), keys);
  }

  async pressSequentially(words, options) {
    await this.focus(options);
    await type(this.page(), words);
  }

  /** An act of the library's; it answers why it cannot be done yet. */
  #act(act, given, options) {
    return this.#onOne(act, (element, { act, given }, page) => {
      if (!element) return { not: "is not there" };
      const not = page[act](element, ...given);
      return not ? { not } : {};
    }, { act, given }, options);
  }

  fill(words, options) {
    return this.#act("fill", [words], options);
  }

  selectOption(wanted, options) {
    return this.#act("choose", [wanted], options);
  }

  setInputFiles(files, options) {
    const given = [files].flat().map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: buffer.toString("base64") }));
    return this.#act("giveFiles", [given], options);
  }

  dispatchEvent(kind, more = {}, options = undefined) {
    return this.#act("fire", [kind, more], options);
  }
}
