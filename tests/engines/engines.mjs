// One way to drive three engines, so that a test is written once: Chromium by its debugger,
// Firefox by WebDriver BiDi, WebKitGTK by WebDriver and a screen of its own. Input is real: the
// drivers move a pointer and press keys.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const AXE = readFileSync(fileURLToPath(new URL("../node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");
const MINI_BROWSER = ["4.1", "4.0", "6.0"].map((v) => `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/webkit2gtk-${v}/MiniBrowser`);

/** Which engines to test: all, or those that `ADIL_ENGINES` names. */
export const NAMES = (process.env.ADIL_ENGINES ?? "chromium firefox webkit").split(/[\s,]+/).filter(Boolean);

const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

/** Runs in the page with each call: elements by selectors that reach into open shadow roots. */
const REACH = `
  const all = (selector, root = document) => {
    const found = [...root.querySelectorAll(selector)];
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) found.push(...all(selector, element.shadowRoot));
    return found;
  };
  const seen = (selector) => all(selector).filter((element) => element.getClientRects().length && getComputedStyle(element).visibility !== "hidden");
  const $ = (selector) => all(selector)[0];
  const focused = () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; };
`;

/** What runs before the page's own scripts, where the driver can; else at once after loading. */
const KEEP = `
  if (!window.adilSeen) {
    window.adilSeen = { events: [], errors: [] };
    for (const name of ["ready", "start", "play", "pause", "seek", "answer", "checkpoint", "progress", "complete", "error", "storage", "pledge", "withdraw"]) {
      addEventListener("adil-" + name, (event) => adilSeen.events.push({ name, detail: event.detail, time: performance.now() }));
    }
    addEventListener("error", (event) => adilSeen.errors.push(String(event.message ?? "a file")), true);
    addEventListener("unhandledrejection", (event) => adilSeen.errors.push(String(event.reason)));
  }
`;

const source = (fn, given) =>
  // An element is no answer that every driver can carry: it stands for "yes".
  `(async () => { ${REACH} const answer = await (${fn})(${given.map((value) => JSON.stringify(value) ?? "undefined").join(", ")}); return answer instanceof Node ? true : answer; })()`;

/** What all engines do alike, over what each driver does its own way. */
class Page {
  constructor(driver) {
    this.driver = driver;
  }

  /** Runs a function in the page; `$`, `all`, `seen` and `focused` are there. */
  run(fn, ...given) {
    return this.driver.run(source(fn, given));
  }

  /** Asks until the answer is true; the answer. */
  async wait(fn, ...given) {
    const end = Date.now() + 15_000;
    for (;;) {
      const answer = await this.run(fn, ...given);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`never true: ${fn} ${JSON.stringify(given)}`);
      await new Promise((later) => setTimeout(later, 40));
    }
  }

  /** Asks until the answer is what was expected, and says what it was else. */
  async expect(fn, expected, ...given) {
    const end = Date.now() + 10_000;
    for (;;) {
      const answer = await this.run(fn, ...given);
      if (JSON.stringify(answer) === JSON.stringify(expected)) return;
      if (Date.now() > end) throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(answer)}: ${fn}`);
      await new Promise((later) => setTimeout(later, 40));
    }
  }

  /** Presses the middle of the first element that can be seen, with a pointer. */
  async click(selector, { across = 0.5 } = {}) {
    await this.wait((selector) => seen(selector).length > 0, selector);
    await this.run((selector) => seen(selector)[0].scrollIntoView({ block: "center", behavior: "instant" }), selector);
    await new Promise((later) => setTimeout(later, 60));
    const [x, y] = await this.run((selector, across) => {
      const box = seen(selector)[0].getBoundingClientRect();
      return [Math.round(box.left + box.width * across), Math.round(box.top + box.height / 2)];
    }, selector, across);
    await this.driver.click(x, y);
  }

  /** Presses a key, by the name that KeyboardEvent has for it. */
  press(key) {
    return this.driver.press(key);
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
    await new Promise((later) => setTimeout(later, 400));
    await this.driver.run(`(() => { if (!window.axe) { ${AXE} } return true; })()`);
    return this.run(async (selector) => {
      const { violations } = await window.axe.run(selector, { resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].failureSummary}`);
    }, selector);
  }

  shot(path) {
    return this.driver.shot(path);
  }

  close() {
    return this.driver.close();
  }
}

const needs = (path, packages) => {
  if (!path) throw new Error(`an engine is missing. Install it by hand; on Debian: apt-get install ${packages}`);
  return path;
};

const ENGINES = {
  async chromium() {
    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({
      executablePath: needs([process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path)), "chromium"),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--autoplay-policy=no-user-gesture-required"],
    });
    const open = async (url, { width, height, lang }) => {
      const context = await browser.newContext({ viewport: { width, height }, locale: lang });
      await context.addInitScript(KEEP);
      const page = await context.newPage();
      await page.goto(url);
      return {
        run: (text) => page.evaluate(text),
        click: (x, y) => page.mouse.click(x, y),
        press: (key) => page.keyboard.press(key),
        shot: (path) => page.screenshot({ path }),
        close: () => context.close(),
      };
    };
    return { open, close: () => browser.close() };
  },

  async firefox() {
    const { default: puppeteer } = await import("puppeteer-core");
    const executablePath = needs(["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync), "firefox-esr");
    const browser = await puppeteer.launch({
      browser: "firefox", executablePath, headless: true,
      extraPrefsFirefox: { "media.autoplay.default": 0, "media.hardware-video-decoding.enabled": false },
    });
    const open = async (url, { width, height }) => {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      await page.evaluateOnNewDocument(KEEP);
      await page.goto(url);
      return {
        run: (text) => page.evaluate(text),
        click: (x, y) => page.mouse.click(x, y),
        press: (key) => page.keyboard.press(key),
        shot: (path) => page.screenshot({ path }),
        close: () => page.close(),
      };
    };
    return { open, close: () => browser.close() };
  },

  async webkit() {
    const { Builder, Capabilities, Key, Origin } = await import("selenium-webdriver");
    const binary = needs(MINI_BROWSER.find(existsSync), "webkit2gtk-driver xvfb");
    needs(["/usr/bin/WebKitWebDriver"].find(existsSync), "webkit2gtk-driver");
    needs(["/usr/bin/Xvfb"].find(existsSync), "xvfb");
    const display = `:${100 + (process.pid % 400)}`;
    const port = await freePort();
    const screen = spawn("Xvfb", [display, "-screen", "0", "1280x1000x24"], { stdio: "ignore" });
    await new Promise((later) => setTimeout(later, 700));
    const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
    const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" });
    const end = () => {
      driver.kill("SIGKILL");
      screen.kill("SIGKILL");
    };
    process.once("exit", end);
    await new Promise((later) => setTimeout(later, 700));
    const session = async () => {
      const wants = new Capabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary, args: ["--automation"] },
      });
      const made = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wants).build();
      await made.manage().setTimeouts({ script: 60_000 });
      return made;
    };
    let made;
    const open = async (url, { width, height }) => {
      // A session is a browser; a fresh one each time keeps nothing of the last.
      await made?.quit().catch(() => {});
      made = await session();
      await made.manage().window().setRect({ width, height, x: 0, y: 0 });
      await made.get(url);
      const run = async (text) => {
        const answer = await made.executeAsyncScript(
          `const done = arguments[0]; (${text}).then((value) => done({ value }), (error) => done({ error: String(error) }))`);
        if (answer.error) throw new Error(answer.error);
        return answer.value ?? undefined;
      };
      await run(`(async () => { ${KEEP} return true; })()`);
      const keys = { Enter: Key.ENTER, Space: " ", Tab: Key.TAB, Escape: Key.ESCAPE, ArrowLeft: Key.ARROW_LEFT,
        ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP, ArrowDown: Key.ARROW_DOWN, Home: Key.HOME, End: Key.END };
      return {
        run: (text) => run(text.startsWith("(async") ? text : `(async () => ${text})()`),
        click: (x, y) => made.actions().move({ x, y, origin: Origin.VIEWPORT, duration: 0 }).click().perform(),
        press: (key) => made.actions().sendKeys(keys[key] ?? key).perform(),
        shot: async (path) => (await import("node:fs")).writeFileSync(path, await made.takeScreenshot(), "base64"),
        close: async () => {
          await made.quit().catch(() => {});
          made = undefined;
        },
      };
    };
    return { open, close: async () => {
      await made?.quit().catch(() => {});
      end();
    } };
  },
};

/** Starts an engine by its name. */
export async function start(name) {
  const engine = await ENGINES[name]();
  return {
    name,
    open: async (url, { width = 900, height = 900, lang = "en" } = {}) => new Page(await engine.open(url, { width, height, lang })),
    close: engine.close,
  };
}
