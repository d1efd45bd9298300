// What all tests of whole pages share: one browser per file, pages with faults, and what a page
// said, asked for and fired. ADIL_ENGINE names another browser than Chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, pastPolicy } from "../engines/launch.mjs";
import { serve } from "./server.mjs";

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
    context.setDefaultTimeout(8_000);
    await context.addInitScript(keepEvents);
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
    "export", "tally", "certificate-made"];
  for (const name of names) {
    addEventListener(`adil-${name}`, (event) => window.fired.push({
      name, detail: event.detail, frozen: isFrozen(event.detail), on: event.target.id,
    }));
  }
}

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

/** The widget is mounted and shown. */
export const ready = (quiz, { timeout = 8_000 } = {}) => quiz.locator(".base").first().waitFor({ timeout });

export const hasState = (quiz, state) => quiz.evaluate((element, state) => element.matches(`:state(${state})`), state);

/** What stands in the open shadow root, without styles. */
export const shadowText = (quiz) => quiz.evaluate((element) => element.shadowRoot.textContent);

export const scroll = (quiz) => quiz.scrollIntoViewIfNeeded();

/** Asks again until the answer is right, for what happens a moment later. */
export async function checkSoon(ask, expected, message) {
  const end = Date.now() + 6_000;
  let found;
  do {
    found = await ask();
    if (same(found, expected)) return;
    await new Promise((later) => setTimeout(later, 30));
  } while (Date.now() < end);
  assert.deepEqual(found, expected, message);
}

const same = (a, b) => {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
};

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
