// WebKitGTK on a screen of its own: real keys and pointers by WebDriver; all else by the
// inspector, which knows more. Each context is a browser of its own, as a session starts in half a
// second and leaves nothing behind.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CannotHere } from "./cannot.mjs";
import { Inspector } from "./inspector.mjs";
import { openScreen } from "./screen.mjs";
import { sleep } from "./wait.mjs";
import { freePort, openSession } from "./webdriver.mjs";
import { Tab } from "./webkit-tab.mjs";

const FOLDER = { arm64: "aarch64", x64: "x86_64" }[process.arch];
const BINARY = ["4.1", "4.0", "6.0"].map((version) => `/usr/lib/${FOLDER}-linux-gnu/webkit2gtk-${version}/MiniBrowser`).find(existsSync);

/** Bars and buttons of MiniBrowser would keep a window from being as narrow as a telephone. */
const STYLE = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }";

/** The child of a process. */
function childOf(parent) {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).find((id) => {
    try {
      // As in "4711 (name) S 4710 …", where 4710 is the parent.
      return Number(/\) \S (\d+) /.exec(readFileSync(`/proc/${id}/stat`, "utf8"))[1]) === parent;
    } catch {
      return false; // It ended while the list was read.
    }
  });
}

/** Where WebKitWebDriver has its browser listen for the inspector. */
function addressOf(driver) {
  const environment = readFileSync(`/proc/${childOf(driver.pid)}/environ`, "utf8").split("\0");
  return environment.find((line) => line.startsWith("WEBKIT_INSPECTOR_SERVER=")).split("=")[1];
}

/** A learner's window: a browser with its folders, gone without a trace when it is closed. */
class Context {
  tabs = [];
  #front;

  constructor(engine) {
    this.engine = engine;
    this.home = mkdtempSync(join(tmpdir(), "adil-webkit-"));
    this.downloads = join(this.home, "downloads");
  }

  async start() {
    mkdirSync(join(this.home, "gtk-3.0"));
    mkdirSync(this.downloads);
    writeFileSync(join(this.home, "gtk-3.0/gtk.css"), STYLE);
    writeFileSync(join(this.home, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${this.downloads}"\n`);
    const { screen, display } = await openScreen();
    this.screen = screen;
    const env = {
      ...process.env, DISPLAY: display, WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1",
      HOME: this.home, XDG_CONFIG_HOME: this.home, XDG_DATA_HOME: this.home, XDG_CACHE_HOME: this.home,
      LANG: "en_US.UTF-8", LANGUAGE: "en_US",
    };
    const port = await freePort();
    this.driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" });
    this.session = await openSession(port, {
      browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: BINARY, args: ["--automation", "--autoplay-policy=allow"] },
      unhandledPromptBehavior: "ignore",
    });
    this.engine.version = this.session.about.browserVersion;
    this.inspector = new Inspector(addressOf(this.driver));
  }

  async newTab() {
    const isFirst = !this.tabs.length;
    const handle = isFirst ? await this.session.send("GET", "/window")
      : (await this.session.send("POST", "/window/new", { type: "window" })).handle;
    // The inspector counts what it can listen to; the second is WebDriver's own session.
    const number = isFirst ? 1 : this.tabs.length + 2;
    const tab = new Tab(this, handle, this.inspector.open(number));
    this.tabs.push(tab);
    await tab.start();
    return tab;
  }

  /** Asks WebDriver for something in a tab. */
  async ask(tab, ...request) {
    if (this.#front !== tab) await this.session.send("POST", "/window", { handle: tab.handle });
    this.#front = tab;
    return this.session.send(...request);
  }

  async close() {
    if (!this.engine.contexts.delete(this)) return;
    for (const tab of this.tabs) tab.end();
    this.inspector?.close();
    await Promise.race([this.session?.end(), sleep(3_000)]);
    this.kill();
    this.#forget();
  }

  /** A process that ends may still write; what it leaves is no affair of a test. */
  #forget() {
    try {
      rmSync(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch ({ message }) {
      console.warn(`A folder stays: ${message}`);
    }
  }

  kill() {
    this.driver?.kill("SIGKILL");
    this.screen?.kill("SIGKILL");
  }
}

class WebKit {
  contexts = new Set();
  #next;
  #killAll = () => this.contexts.forEach((context) => context.kill());

  constructor() {
    process.once("exit", this.#killAll);
    // Whoever stops a test leaves no browser behind.
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  }

  /** Starts a browser before it is needed. */
  #begin() {
    const context = new Context(this);
    this.contexts.add(context);
    const started = context.start().then(() => context);
    started.catch(() => {});
    return started;
  }

  async newContext(options = {}) {
    if (options.permissions?.length) throw new CannotHere("WebKitGTK asks its user, not its driver, who may read the clipboard");
    const context = await (this.#next ?? this.#begin());
    this.#next = this.#begin();
    context.options = options;
    return context;
  }

  async close() {
    await this.#next?.catch(() => {});
    await Promise.all([...this.contexts].map((context) => context.close()));
    process.off("exit", this.#killAll);
  }
}

/** WebKitGTK; what it needs is started with each window. Its version is known after the first. */
export async function launch() {
  for (const path of [BINARY, "/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"]) {
    if (!path || !existsSync(path)) throw new Error("WebKitGTK is missing. Install it by hand; on Debian: apt-get install webkit2gtk-driver xvfb");
  }
  return new WebKit();
}
