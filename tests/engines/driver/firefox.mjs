// Firefox by WebDriver BiDi. What that protocol has no word for yet (colours, motion, print and
// touch as a page is told of them) is set where Firefox's own developer tools set it: in the
// browser's window, by its privileged scope.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { CannotHere } from "./cannot.mjs";
import { isAsked } from "./route.mjs";
import { folderFor, watchSaved } from "./saved.mjs";
import { Elsewhere } from "./wait.mjs";

const PATH = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
const PREFERENCES = {
  // A lesson begins without a press where a test says so, and decodes on a machine without a card.
  "media.autoplay.default": 0, "media.hardware-video-decoding.enabled": false,
  // The browser's own button over videos takes presses that are meant for the page.
  "media.videocontrols.picture-in-picture.video-toggle.enabled": false,
  // Pages may ask before they are left.
  "dom.disable_beforeunload": false, "dom.require_user_interaction_for_beforeunload": true,
  // Files are saved without a question, in the folder that is named when it starts.
  "browser.download.folderList": 2, "browser.download.useDownloadDir": true,
  "browser.download.always_ask_before_handling_new_types": false, "browser.download.alwaysOpenPanel": false,
  "browser.download.open_pdf_attachments_inline": false, "browser.download.start_downloads_in_tmp_dir": false,
};
/** Sizes of paper in centimetres. */
const PAPERS = { A4: { width: 21, height: 29.7 }, Letter: { width: 21.59, height: 27.94 } };
const [TAB, SHIFT] = ["\uE004", "\uE008"];
const LOST = /destroyed|discarded|no such frame|not found|detached|Cannot find context|closed|no such window/i;

/** Puppeteer takes functions by their text. */
const functionOf = (source) => Object.assign(() => {}, { toString: () => source });

const asLost = (error) => {
  throw LOST.test(error.message) ? new Elsewhere(`goes elsewhere: ${error.message.split("\n")[0]}`) : error;
};

class Tab {
  tell = () => {};
  #first;
  #routes = [];

  constructor(context, page, mark) {
    this.context = context;
    this.page = page;
    this.mark = mark;
    this.id = page.mainFrame()._id;
    page.on("console", (message) => this.tell("console", {
      type: () => (message.type() === "warn" ? "warning" : message.type()), text: () => message.text(),
    }));
    page.on("pageerror", ({ message }) => {
      const [, name = "Error", words] = /^(?:Uncaught )?(?:(\w*Error): )?([^]*)$/.exec(message);
      this.tell("pageerror", { name, message: words });
    });
    page.on("request", (request) => this.#asked(request));
    page.on("dialog", (dialog) => this.tell("dialog", {
      message: () => dialog.message(), dismiss: () => dialog.dismiss(), accept: () => dialog.accept(),
    }));
  }

  #asked(request) {
    const url = request.url();
    if (!url.startsWith("data:")) this.tell("request", { url: () => url });
    if (!this.#routes.length) return;
    const [, answer] = this.#routes.findLast(([address]) => isAsked(url, address)) ?? [];
    if (!answer) return request.continue().catch(() => {});
    answer({
      request: () => ({ url: () => url }),
      continue: () => request.continue(),
      fulfill: ({ body, contentType, status = 200 }) => request.respond({ body, contentType, status }),
    });
  }

  mainFrame() {
    return this.page.mainFrame();
  }

  frames() {
    return this.page.frames();
  }

  urlOf(frame) {
    return frame.url();
  }

  async call(frame, source, packed, handles, keep) {
    const call = keep ? frame.evaluateHandle : frame.evaluate;
    return call.call(frame, functionOf(source), packed, ...handles).catch(asLost);
  }

  script(frame, source) {
    return frame.evaluate(source).catch(asLost);
  }

  goto(url, waitUntil) {
    return this.page.goto(url, { waitUntil });
  }

  reload(options) {
    return this.page.reload(options);
  }

  async runFirst(source) {
    if (this.#first) await this.page.removeScriptToEvaluateOnNewDocument(this.#first);
    ({ identifier: this.#first } = await this.page.evaluateOnNewDocument(source));
  }

  async perform(actions) {
    await this.context.engine.activate(this);
    await this.context.engine.send("input.performActions", { context: this.id, actions });
    const keys = actions.flatMap((source) => source.actions.filter(({ type }) => type === "keyDown")).map(({ value }) => value);
    if (keys.includes(TAB) && !(await this.page.evaluate(() => document.hasFocus()))) {
      await this.context.engine.goRound(this.mark, keys.includes(SHIFT));
    }
  }

  async resize(viewport) {
    await this.page.setViewport(viewport ?? null).catch(async (error) => {
      // Releases before 144 have no word for how a screen is held, and no page of ours asks for it.
      if (!/setScreenOrientationOverride.*unknown command/.test(error.message)) throw error;
      await this.context.engine.send("browsingContext.setViewport", { context: this.id, viewport: viewport ?? null });
    });
  }

  async emulate({ media, colorScheme, reducedMotion, forcedColors, hasTouch, locale, javaScriptEnabled = true }) {
    if (!javaScriptEnabled) throw new CannotHere("Firefox's driver looks at pages by JavaScript, so a page has it");
    const overrides = {
      prefersColorSchemeOverride: colorScheme, prefersReducedMotionOverride: reducedMotion,
      forcedColorsOverride: forcedColors, mediumOverride: media === "screen" ? "" : media,
      touchEventsOverride: hasTouch ? "enabled" : undefined,
    };
    await this.context.engine.override(this.mark, overrides);
    if (locale) await this.context.engine.send("emulation.setLocaleOverride", { contexts: [this.id], locale });
  }

  async route(address, answer) {
    this.#routes.push([address, answer]);
    await this.page.setRequestInterception(true);
  }

  async setOffline(offline) {
    const networkConditions = offline ? { type: "offline" } : null;
    await this.context.engine.send("emulation.setNetworkConditions", { contexts: [this.id], networkConditions });
  }

  async screenshot(path) {
    writeFileSync(path, await this.page.screenshot());
  }

  async pdf({ format = "Letter", printBackground: background = false } = {}) {
    const { data } = await this.context.engine.send("browsingContext.print", {
      context: this.id, background, shrinkToFit: false, page: PAPERS[format], margin: { top: 0, bottom: 0, left: 0, right: 0 },
    });
    return Buffer.from(data, "base64");
  }

  close() {
    return this.page.close();
  }
}

/** A learner's window: cookies and storage of its own. */
class Context {
  tabs = [];
  #watched = [];

  constructor(engine, native, { acceptDownloads = false }) {
    this.engine = engine;
    this.native = native;
    this.acceptDownloads = acceptDownloads;
  }

  async newTab() {
    // A second page at the same time gets a window of its own, so that neither lies behind the other;
    // a tab is there ten times as fast.
    const isAlone = [...this.engine.contexts].every(({ tabs }) => !tabs.length);
    const page = await this.native.newPage({ type: isAlone ? "tab" : "window" });
    const mark = `adil-${this.engine.count++}`;
    await page.goto(`about:blank#${mark}`);
    const tab = new Tab(this, page, mark);
    this.tabs.push(tab);
    // All windows save in one folder, and tests save one file at a time.
    if (this.acceptDownloads) this.#watched.push(watchSaved(this.engine.folder, (file) => tab.tell("download", file)));
    return tab;
  }

  async close() {
    if (!this.engine.contexts.delete(this)) return;
    for (const stop of this.#watched) stop();
    await Promise.all(this.tabs.map((tab) => tab.close()));
    await this.native.close();
  }
}

class Firefox {
  contexts = new Set();
  count = 0;
  #active;
  #window;

  constructor(browser, version, folder) {
    this.browser = browser;
    this.version = version;
    this.folder = folder;
  }

  /** Asks the browser; what its version does not know yet cannot be looked at here. */
  async send(method, given) {
    const isUnknown = (error) => /unknown command/.test(error.message);
    const answer = await this.browser.connection.send(method, given).catch((error) => {
      throw isUnknown(error) ? new CannotHere(`Firefox ${this.version} does not know ${method}`) : error;
    });
    return answer.result;
  }

  /** Runs a function in the browser's own window. */
  async #inWindow(fn, ...given) {
    this.#window ??= (await this.send("browsingContext.getTree", { "moz:scope": "chrome" })).contexts[0].context;
    const expression = `JSON.stringify((${fn})(...${JSON.stringify(given)}))`;
    const answer = await this.send("script.evaluate", { target: { context: this.#window }, awaitPromise: false, expression });
    if (answer.type !== "success") throw new Error(answer.exceptionDetails.text);
    return answer.result.value && JSON.parse(answer.result.value);
  }

  /** Sets what a tab, known by its first address, tells its pages of the learner's wishes. */
  override(mark, overrides) {
    return this.#inWindow((mark, overrides) => {
      const windows = [...globalThis.Services.wm.getEnumerator("navigator:browser")];
      // Tab goes round within the page, not through the browser's own buttons.
      for (const { document } of windows) document.getElementById("navigator-toolbox").hidden = true;
      const browsers = windows.flatMap(({ gBrowser }) => [...gBrowser.browsers]);
      globalThis.adilTabs ??= new Map();
      const found = browsers.find(({ currentURI }) => currentURI.spec.endsWith(`#${mark}`));
      if (found) globalThis.adilTabs.set(mark, found);
      const { browsingContext } = globalThis.adilTabs.get(mark);
      for (const [name, value] of Object.entries(overrides)) browsingContext[name] = value;
    }, mark, overrides);
  }

  /**
   * Moves the focus to a page's first or last control, when it left the page: in a window without
   * bars it would stay nowhere, where the control that it left is in a shadow tree.
   */
  goRound(mark, back) {
    return this.#inWindow((mark, back) => {
      const browser = globalThis.adilTabs.get(mark);
      const { focus } = globalThis.Services;
      focus.moveFocus(browser.ownerGlobal, browser, back ? focus.MOVEFOCUS_LAST : focus.MOVEFOCUS_FIRST, focus.FLAG_BYKEY);
    }, mark, back);
  }

  /** Brings a tab's window before the others, as keys are for the one in front. */
  async activate(tab) {
    if (this.#active === tab) return;
    await tab.page.bringToFront();
    this.#active = tab;
  }

  async newContext({ permissions = [], ...options } = {}) {
    if (permissions.length) throw new CannotHere("Firefox asks its user, not its driver, who may read the clipboard");
    const context = new Context(this, await this.browser.createBrowserContext(), options);
    this.contexts.add(context);
    return context;
  }

  async close() {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Starts Firefox. */
export async function launch() {
  if (!PATH) throw new Error("Firefox is missing. Install it by hand; on Debian: apt-get install firefox-esr");
  const folder = folderFor("firefox");
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: PATH, headless: true, defaultViewport: null, args: ["--remote-allow-system-access"],
    extraPrefsFirefox: { ...PREFERENCES, "browser.download.dir": folder }, timeout: 120_000,
  });
  return new Firefox(browser, (await browser.version()).replace(/^\w+\//, ""), folder);
}
