// What all tests of whole pages share: one browser per file, pages with faults, and what a page
// said, asked for and fired. ADIL_ENGINE names another browser than Chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, pastPolicy } from "../engines/launch.mjs";
import { LIMIT } from "../run/wait.mjs";
import { serve } from "./server.mjs";

export { checkSoon, until } from "../run/wait.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const DIST = process.env.ADIL_DIST ?? here("../../dist");
const HOSTS = here("../hosts");
const AXE = readFileSync(here("../node_modules/axe-core/axe.min.js"), "utf8");

export const readJson = (path) => JSON.parse(readFileSync(`${DIST}/${path}`, "utf8"));
export const example = (name) => readJson(`examples/${name}.json`);
export const words = (lang = "en") => readJson(`locales/quiz.${lang}.json`);
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** A quiz file with the fields that each file needs, and these items. */
export const quizOf = (items, more = {}) => ({
  format: "adil", formatVersion: 1, kind: "quiz", id: "test-quiz", contentVersion: "1.0.0",
  title: "A test", level: "secondary", licence: "CC-BY-4.0", languages: ["en"], items, ...more,
});

/** An item with two options, of which the second is right. */
export const single = (id, more = {}) => ({
  id, type: "single", stem: `Which one, ${id}?`,
  options: [{ id: "a", text: "the wrong one", score: 0 }, { id: "b", text: "the right one", score: 1 }],
  ...more,
});

/** A page as a teacher writes it. */
export const html = (body, { head = "", lang = "en", script = "/adil/adil.js" } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Our school</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}
${script && `<script type="module" src="${script}"></script>`}</head>
<body><main><h1>Our school</h1>${body}</main></body></html>`;

const contentPage = (content, attributes) => ({
  "/page.html": html(`<adil-quiz src="/quiz.json" ${attributes}><p>The fallback.</p></adil-quiz>`),
  "/quiz.json": typeof content === "string" ? content : JSON.stringify(content),
});

/** Opens one browser for the tests of a file; what tests open ends with the file. */
export function useBrowser(more = {}) {
  let browser;
  const open = new Set();
  const contexts = new Set();
  before(async () => {
    browser = await launch(more);
  });
  // A test that ends early leaves its windows to this.
  afterEach(async () => {
    await Promise.all([...contexts].map((context) => context.close()));
    contexts.clear();
  });
  after(async () => {
    await Promise.all([...open].map((site) => site.close()));
    await browser?.close();
  });

  /** A site with these bodies by path, over dist below /adil/ and the host pages. */
  const site = async ({ bodies = {}, headers, fault = () => undefined } = {}) => {
    const icon = { "/favicon.ico": "", ...bodies };
    const inner = (path) => fault(path) ?? (icon[path] === undefined ? undefined : { body: icon[path] });
    const made = await serve({ "/adil/": `${DIST}/`, "/": `${HOSTS}/` }, { headers, fault: inner });
    made.faulty = (next) => (fault = next);
    open.add(made);
    return made;
  };

  /** A learner's browser window; `init` runs before the page's own scripts. */
  const visitor = async (options = {}, ...init) => {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    contexts.add(context);
    context.setDefaultTimeout(LIMIT);
    await context.addInitScript(keepEvents);
    await context.addInitScript(keepAnnounced);
    await context.addInitScript(keepColours);
    for (const script of init) await context.addInitScript(script);
    return context;
  };

  /** Opens an address; `said` are console errors, `asked` all requests; `waitUntil` is goto's. */
  const visit = async (url, { context, init = [], waitUntil, ...options } = {}) => {
    context ??= await visitor(options, ...init);
    const page = await context.newPage();
    const seen = { page, context, said: [], warned: [], asked: [], dialogs: [], quiz: page.locator("adil-quiz").first() };
    page.on("console", (message) => {
      if (message.type() === "error") seen.said.push(message.text());
      if (message.type() === "warning") seen.warned.push(message.text());
    });
    page.on("pageerror", (error) => seen.said.push(`${error.name}: ${error.message}`));
    page.on("request", (request) => seen.asked.push(request.url()));
    page.on("dialog", (dialog) => {
      seen.dialogs.push(dialog.message());
      return dialog.dismiss().catch(() => {});
    });
    seen.close = () => context.close();
    await page.goto(url, { waitUntil });
    return seen;
  };

  /** Opens one quiz with this content. */
  const visitQuiz = async (content, { attributes = `loading="eager"`, fault, headers, bodies, ...options } = {}) => {
    const made = await site({ bodies: { ...contentPage(content, attributes), ...bodies }, fault, headers });
    return { ...(await visit(`${made.origin}/page.html`, options)), site: made };
  };

  return { site, visitor, visit, visitQuiz, browser: () => browser };
}

/** Runs in the page: keeps the events that widgets fire. */
function keepEvents() {
  window.fired = [];
  const isFrozen = (value) =>
    typeof value !== "object" || !value || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
  const names = ["ready", "start", "answer", "progress", "complete", "hint", "error", "storage",
    "before-pledge", "pledge", "withdraw", "reminder-shown", "remember", "verify",
    "export", "tally", "certificate-made", "choice", "turn", "card"];
  for (const name of names) {
    addEventListener(`adil-${name}`, (event) => window.fired.push({
      name, detail: event.detail, frozen: isFrozen(event.detail), on: event.target.id,
    }));
  }
}

/** Runs in the page: colours as they are painted, and how far two of them stand apart. */
function keepColours() {
  let brush;
  const clear = () => {
    brush ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    brush.clearRect(0, 0, 1, 1);
  };
  // One over the other, also where a colour lies beyond what a screen can show, or is made of others.
  const painted = (...colours) => {
    clear();
    for (const colour of colours) {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
    }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const contrast = (a, b) => {
    const [more, less] = [light(a), light(b)].sort((x, y) => y - x);
    return (more + 0.05) / (less + 0.05);
  };
  window.colours = { painted, contrast };
}

/** Runs in the page: keeps what live regions say, which is gone from them a second later. */
function keepAnnounced() {
  window.announced = [];
  window.announcedIn = [];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    const regions = "[role=status].visually-hidden";
    new MutationObserver((changes) => {
      const changed = new Set(changes.map(({ target }) => target.closest?.(regions)));
      for (const region of changed) {
        const words = region?.textContent.replace(/\s+/g, " ").trim();
        if (!words) continue;
        window.announced.push(words);
        window.announcedIn.push([...region.querySelectorAll("span")].map((part) => part.closest("[lang]").lang));
      }
    }).observe(root, { childList: true, subtree: true });
    return root;
  };
}

/** All that live regions of a page have said so far. */
export const announced = (page) => page.evaluate(() => window.announced);
/** In which languages the sentences were that they said last. */
export const announcedIn = (page) => page.evaluate(() => window.announcedIn.at(-1) ?? []);
/** What they said last. */
export const lastAnnounced = async (page) => (await announced(page)).at(-1) ?? "";

export const fired = async (page, name) => {
  const all = await page.evaluate(() => window.fired);
  return name ? all.filter((event) => event.name === name) : all;
};

/** Holds back what is asked for at such addresses; gives the call that lets it go on. */
export async function holdBack(context, addresses) {
  let letGo;
  const held = new Promise((done) => (letGo = done));
  await context.route(addresses, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/**
 * All that was on its way in a page is done: pictures were drawn, and what they led to ran. Whatever
 * must not happen would have happened by then. Under a clock that stands still no picture is drawn.
 */
export const settled = (page) => page.evaluate(() => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done();
  requestAnimationFrame(() => requestAnimationFrame(() => port2.postMessage(0)));
}));

/** A page has asked its site for all that it asks for by itself: a later question was answered. */
export async function asksNoMore(page) {
  await settled(page);
  await page.evaluate(() => fetch("/favicon.ico").then((answer) => answer.text()).catch(() => {}));
  await settled(page);
}

/** The widget is mounted and shown. */
export const ready = (quiz) => quiz.locator(".base").first().waitFor({ timeout: LIMIT });

export const hasState = (quiz, state) => quiz.evaluate((element, state) => element.matches(`:state(${state})`), state);

/** What stands in the open shadow root, without styles. */
export const shadowText = (quiz) => quiz.evaluate((element) => element.shadowRoot.textContent);

export const scroll = (quiz) => quiz.scrollIntoViewIfNeeded();

/** No violation that axe finds within the widgets of a page. */
export async function checkAxe(page, where, context = "adil-quiz") {
  if (!(await page.evaluate(() => "axe" in window))) await pastPolicy(page, AXE);
  const found = await page.evaluate(async (context) => {
    const { violations } = await window.axe.run(context, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.flat().join(" ")).slice(0, 3).join(", ")} ${nodes[0].failureSummary}`);
  }, context);
  assert.deepEqual(found, [], `axe finds nothing at ${where}`);
}

/** Nothing went wrong in the page that a developer would see. */
export const checkQuiet = ({ said, dialogs }) => {
  assert.deepEqual(said, [], "no error in the console");
  assert.deepEqual(dialogs, [], "no dialog");
};

/** All requests go to these origins. */
export const checkOwn = ({ asked }, ...origins) => {
  const foreign = asked.filter((url) => !origins.some((origin) => url.startsWith(`${origin}/`)));
  assert.deepEqual(foreign, [], "no request beyond the page's own");
};

/** The fallback stays, the element says what is wrong, the learner can try again. */
export async function checkFails({ page, quiz }, code, message) {
  await quiz.locator("[part=error]").waitFor();
  const [event] = await fired(page, "error");
  assert.equal(event.detail.code, code);
  assert.match(event.detail.message, message);
  assert.ok(await hasState(quiz, "error"), ":state(error)");
  assert.ok(!(await hasState(quiz, "ready")), "not :state(ready)");
  assert.ok(!(await hasState(quiz, "loading")), "not :state(loading)");
  assert.ok(await quiz.locator("> *").first().isVisible(), "the fallback is shown");
  assert.ok(await quiz.locator("[part=retry]").isVisible(), "the button to try again is shown");
}
