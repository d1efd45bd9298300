// One window of WebKitGTK: what the inspector is asked, what it tells, and what WebDriver does.
import { writeFileSync } from "node:fs";
import { CannotHere } from "./cannot.mjs";
import { isAsked } from "./route.mjs";
import { watchSaved } from "./saved.mjs";
import { CORNER } from "./screen.mjs";
import { Elsewhere, LIMIT, sleep, until } from "./wait.mjs";

const DOMAINS = ["Inspector", "Page", "Runtime", "Network", "Console"];
const WISHES = { dark: "Dark", light: "Light", reduce: "Reduce", "no-preference": "NoPreference" };
const STALE = /injected script|Cannot find context|execution context/i;

export class Tab {
  tell = () => {};
  #window;
  #frames = new Map();
  #settings = new Map();
  #first = "";
  #routes = [];
  #stopWatching = () => {};
  #bar;
  #parsed = () => {};
  #loaded = () => {};

  constructor(context, handle, window) {
    this.context = context;
    this.handle = handle;
    this.#window = window;
    window.on = (method, params, targetId) => this.#hear(method, params, targetId);
    window.begin = () => this.#beginning();
  }

  async start() {
    await this.#window.ready;
    this.#window.holdNew();
    if (this.context.options.acceptDownloads) {
      this.#stopWatching = watchSaved(this.context.downloads, (file) => this.tell("download", file));
    }
  }

  #ask(method, path, body) {
    return this.context.ask(this, method, path, body);
  }

  /** What each new process is told: to speak of all, and how the learner likes it. */
  #beginning() {
    return [
      ...DOMAINS.map((domain) => [`${domain}.enable`, {}]),
      ["Page.setBootstrapScript", { source: this.#first }],
      ...[...this.#settings.values()],
      ...this.#interception(),
      ["Inspector.initialized", {}],
    ];
  }

  // What is told

  #hear(method, params, targetId) {
    const now = targetId === this.#window.target;
    const heard = {
      "moved": () => this.#frames.forEach((frame) => { frame.global = undefined; }),
      "Page.frameNavigated": ({ frame }) => this.#navigated(frame, now),
      "Page.domContentEventFired": () => this.#parsed(),
      "Page.loadEventFired": () => this.#loaded(),
      "Page.frameDetached": ({ frameId }) => this.#frames.delete(frameId),
      "Runtime.executionContextCreated": ({ context }) => this.#met(context),
      "Console.messageAdded": ({ message }) => this.#said(message),
      "Network.requestWillBeSent": ({ request: { url } }) => /^(data|about):/.test(url) || this.tell("request", { url: () => url }),
      "Network.requestIntercepted": ({ requestId, request }) => this.#intercepted(requestId, request.url),
    }[method];
    heard?.(params);
  }

  #frame(id) {
    if (!this.#frames.has(id)) this.#frames.set(id, { id });
    return this.#frames.get(id);
  }

  #navigated({ id, parentId, url }, now) {
    if (!parentId) {
      if (now) this.#window.forget();
      for (const other of this.#frames.keys()) if (other !== id) this.#frames.delete(other);
      this.main = id;
    }
    Object.assign(this.#frame(id), { url, parentId, global: undefined });
  }

  #met({ id, type, frameId }) {
    if (type !== "normal") return;
    Object.assign(this.#frame(frameId), { contextId: id, global: undefined });
  }

  #said({ source, level, text: first, parameters = [] }) {
    const text = [first, ...parameters.slice(1).map(({ value, description }) => value ?? description)].join(" ");
    const [, name, words] = /^(?:Unhandled Promise Rejection: )?(\w*Error): ([^]*)$/.exec(text) ?? [];
    if (source === "javascript" && level === "error" && name) return this.tell("pageerror", { name, message: words });
    this.tell("console", { type: () => level, text: () => text });
  }

  async #intercepted(requestId, url) {
    const [, answer] = this.#routes.findLast(([address]) => isAsked(url, address)) ?? [];
    const goOn = () => this.#window.send("Network.interceptContinue", { requestId, stage: "request" });
    if (!answer) return goOn();
    return answer({
      request: () => ({ url: () => url }),
      continue: goOn,
      fulfill: ({ body, contentType, status = 200 }) => this.#window.send("Network.interceptRequestWithResponse", {
        requestId, content: body, base64Encoded: false, mimeType: contentType, status, statusText: "", headers: { "content-type": contentType },
      }),
    });
  }

  // What is asked

  mainFrame() {
    return this.main;
  }

  frames() {
    return [...this.#frames.values()].filter(({ url }) => url).map(({ id }) => id).sort((a, b) => (b === this.main) - (a === this.main));
  }

  urlOf(id) {
    return this.#frame(id).url;
  }

  async #global(id) {
    const frame = this.#frame(id);
    frame.global ??= await this.#window.send("Runtime.evaluate", { expression: "globalThis", contextId: frame.contextId });
    if (frame.global.wasThrown || !frame.global.result.objectId) throw new Elsewhere("has no document yet");
    return frame.global.result.objectId;
  }

  /** An answer of the inspector, or what went wrong in the page. */
  #answerOf({ result, wasThrown }) {
    if (wasThrown) throw new Error(result.description ?? String(result.value));
    return result;
  }

  async call(id, source, packed, handles, keep) {
    try {
      const objectId = await this.#global(id);
      const answer = await this.#window.send("Runtime.callFunctionOn", {
        objectId, functionDeclaration: source, awaitPromise: true, returnByValue: !keep,
        arguments: [{ value: packed }, ...handles.map(({ objectId }) => ({ objectId }))],
      });
      const result = this.#answerOf(answer);
      return keep ? result : result.value;
    } catch (error) {
      if (!STALE.test(error.message)) throw error;
      this.#frame(id).global = undefined;
      throw new Elsewhere("goes elsewhere");
    }
  }

  async script(id, source) {
    const answer = await this.#window.send("Runtime.evaluate", { expression: source, returnByValue: true, contextId: this.#frame(id).contextId });
    return this.#answerOf(answer).value;
  }

  async goto(url, waitUntil) {
    if (waitUntil === "load") return this.#loads(() => this.#ask("POST", "/url", { url }));
    const parsed = new Promise((done) => (this.#parsed = done));
    await this.#window.send("Page.navigate", { url }).catch(() => {});
    await parsed;
  }

  reload({ timeout = LIMIT } = {}) {
    let timer;
    const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error("the page does not load")), timeout)));
    return Promise.race([this.#loads(() => this.#ask("POST", "/refresh")), late]).finally(() => clearTimeout(timer));
  }

  /** WebDriver may know that a page is there before the inspector has told of it. */
  async #loads(act) {
    const loaded = new Promise((done) => (this.#loaded = done));
    await act();
    await Promise.race([loaded, sleep(2_000)]);
  }

  async runFirst(source) {
    this.#first = source;
    await this.#window.send("Page.setBootstrapScript", { source });
  }

  async perform(actions) {
    if (actions.some(({ parameters }) => parameters?.pointerType === "touch")) throw new CannotHere("WebKitWebDriver has no fingers");
    await this.#ask("POST", "/actions", { actions });
  }

  /** Makes the page's own room as large as this; a window has a bar besides. */
  async resize({ width, height }) {
    const size = () => this.script(this.main, "[innerWidth, innerHeight]");
    if (this.#bar === undefined) {
      const rect = await this.#ask("GET", "/window/rect");
      this.#bar = rect.height - (await size())[1];
    }
    await this.#ask("POST", "/window/rect", { ...CORNER, width, height: height + this.#bar });
    await until(`a window of ${width} × ${height}`, 20_000, async () => {
      const [w, h] = await size();
      return w === width && h === height ? {} : { not: `has ${w} × ${h}` };
    });
  }

  async #set(method, params, key = method) {
    this.#settings.set(key, [method, params]);
    await this.#window.send(method, params);
  }

  async emulate({ media, colorScheme, reducedMotion, forcedColors, hasTouch, locale, javaScriptEnabled = true }) {
    if (!javaScriptEnabled) throw new CannotHere("WebKit's driver looks at pages by JavaScript, so a page has it");
    if (forcedColors === "active") throw new CannotHere("WebKitGTK does not know colours of a learner's own");
    if (hasTouch) throw new CannotHere("WebKitWebDriver has no fingers");
    if (locale) throw new CannotHere("WebKitGTK has the language of the whole computer");
    const prefer = (name, value) => value && this.#set("Page.overrideUserPreference", { name, value: WISHES[value] }, name);
    await prefer("PrefersColorScheme", colorScheme);
    await prefer("PrefersReducedMotion", reducedMotion);
    if (media) await this.#set("Page.setEmulatedMedia", { media: media === "screen" ? "" : media });
  }

  #interception() {
    if (!this.#routes.length) return [];
    return [
      ["Network.setInterceptionEnabled", { enabled: true }],
      ["Network.addInterception", { url: "", stage: "request", isRegex: true, caseSensitive: false }],
    ];
  }

  async route(address, answer) {
    this.#routes.push([address, answer]);
    if (this.#routes.length === 1) for (const [method, params] of this.#interception()) await this.#window.send(method, params);
  }

  async setOffline() {
    throw new CannotHere("WebKitGTK's network cannot be cut off by its driver");
  }

  async screenshot(path) {
    writeFileSync(path, await this.#ask("GET", "/screenshot"), "base64");
  }

  async pdf() {
    throw new CannotHere("WebKitWebDriver does not print");
  }

  end() {
    this.#stopWatching();
  }

  async close() {
    this.end();
    await this.#ask("DELETE", "/window");
  }
}
