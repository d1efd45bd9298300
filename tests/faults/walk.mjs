// A random walk over widgets by somebody who presses, types and drags the page about without any
// plan. Each act is drawn from the same dice, so a seed names a walk; what a page is busy with when
// an act comes is its own affair, so a walk that is taken again may end elsewhere.
import { PROMISE } from "../attacks/promise.mjs";
import { restsInSight } from "../e2e/guard.mjs";
import { checkSoon } from "../e2e/page.mjs";

/** Runs in the page before its own scripts: what acts need, and what is told meanwhile. */
export function prepareWalk() {
  // Other pages may lie in the browser's memory when that of this one is measured.
  if (location.pathname !== "/page.html") return;
  window.told = [];
  const tell = (name, on, detail) => window.told.push({ name, on, detail });
  for (const name of ["start", "answer", "checkpoint", "pledge", "withdraw", "complete", "error", "storage"]) {
    addEventListener(`adil-${name}`, (event) => tell(name, event.target.id, event.detail));
  }
  addEventListener("unhandledrejection", (event) => tell("rejection", "", `${event.reason}`));
  // A dialog of the driver's is no part of the page.
  window.print = () => ["beforeprint", "afterprint"].forEach((name) => dispatchEvent(new Event(name)));
  // The memory of each bundle, by its name.
  window.memories = {};
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (response, imports) => {
    const result = await instantiate(response, imports);
    const [, name] = /([\w-]+)_bg\.wasm/.exec((await response).url);
    const isMemory = (one) => one instanceof WebAssembly.Memory;
    window.memories[name] = Object.values(result.instance.exports).find(isMemory);
    return result;
  };

  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  /** All elements that fit and are seen, through shadow roots. */
  const within = (root, selector, found = []) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(selector) && isSeen(element)) found.push(element);
      if (element.shadowRoot) within(element.shadowRoot, selector, found);
    }
    return found;
  };
  /** One of the elements that fit, in the middle of the screen, with its place and its name. */
  window.pick = (selector, roll) => {
    const widgets = [...document.querySelectorAll(".walked")];
    const all = widgets.flatMap((widget) =>
      within(widget.shadowRoot, selector).map((element) => [widget.id, element]));
    const [id, element] = all[Math.floor(roll * all.length)] ?? [];
    if (!element) return undefined;
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const kind = `${element.localName}.${element.className}`.slice(0, 40);
    const words = (element.ariaLabel ?? element.textContent).trim().slice(0, 24);
    window.picked = element;
    return { x: left + width / 2, y: top + height / 2, name: `${id} ${kind} “${words}”` };
  };
}

const PRESSED = "button:not([disabled]), label.option, input, summary, .time-slider, .card, video, [tabindex]";
const KEYS = [
  "Tab", "Shift+Tab", "Enter", "Space", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Escape",
  "PageDown", "PageUp", "Home", "End", "1", "2", "3", "k", "m", "c", "b", "j", "l", "?",
];
const TYPED = ["Amina", "22", "3.5", "", "жақсы", "سلام", "<b>x</b>", "🙂", "-1", "a".repeat(300)];
const SIZES = [[1280, 900], [360, 740], [768, 1024], [1920, 1080]];
const LANGUAGES = ["en", "ru", "kk", "ar", "de"];
const SECONDS = [24.8, 45.8, 64.3, 90.3, 118.5, 142.2, 150, 3];
const MODES = {
  quiz: ["", "test", "class", "print"], timed: ["", "test"],
  pledge: ["", "reminder", "class", "certificate", "verify"], video: ["", "teacher"],
};
const IDS = Object.keys(MODES);
const SETTINGS = {
  level: ["primary-1", "secondary", "tertiary", ""], version: ["film", "slides", ""],
  beside: ["kk", ""], shuffle: ["true", "false"],
};

const pick = (page, selector, dice) =>
  page.evaluate(([selector, roll]) => window.pick(selector, roll), [selector, dice.roll()]);

async function press(page, selector, dice) {
  const found = await pick(page, selector, dice);
  if (!found) return `nothing to press of ${selector}`;
  await page.mouse.click(found.x, found.y);
  return `press ${found.name}`;
}

async function set(page, id, name, value) {
  await page.evaluate(([id, name, value]) => {
    const element = document.getElementById(id);
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }, [id, name, value]);
  return `${id}: ${name}="${value}"`;
}

async function pressKey({ page }, dice) {
  const key = dice.of(KEYS);
  await page.keyboard.press(key);
  return `key ${key}`;
}

async function type({ page }, dice) {
  const text = dice.of(TYPED);
  const did = await press(page, "input[type=text], textarea", dice);
  await page.keyboard.insertText(text);
  return `${did}, type “${text.slice(0, 10)}”`;
}

async function choose({ page }, dice) {
  const found = await pick(page, "select", dice);
  const roll = dice.roll();
  if (!found) return "no list to choose from";
  await page.evaluate((roll) => {
    const list = window.picked;
    list.selectedIndex = Math.floor(roll * list.options.length);
    for (const name of ["input", "change"]) list.dispatchEvent(new Event(name, { bubbles: true }));
  }, roll);
  return `choose in ${found.name}`;
}

/** The button of a pledge acts only once it was seen for a while; somebody waits as long, and a little more. */
async function promise({ page }, dice) {
  const found = await pick(page, ".choice", dice);
  if (!found) return "no promise to make";
  await page.waitForTimeout(650);
  await page.mouse.click(found.x, found.y);
  return `wait, then press ${found.name}`;
}

/** Takes all clauses of the pledge and makes it, which no walk of single presses ever does. */
async function vow({ page }, dice) {
  const steps = await page.evaluate(async (promise) => {
    const pledge = document.getElementById("pledge");
    pledge.removeAttribute("mode");
    const all = (selector) => [...(pledge.shadowRoot?.querySelectorAll(selector) ?? [])];
    let steps = 0;
    for (; steps < 40 && !all(promise).length; steps++) {
      const isOpen = all(".clause").length > 0 && !all("label.option input:checked").length;
      all(isOpen ? "label.option input" : ".foot > .go")[0]?.click();
      // Nobody waits for anything in particular here.
      await new Promise((later) => setTimeout(later, 30));
    }
    return steps;
  }, PROMISE);
  const found = await pick(page, PROMISE, dice);
  if (!found) return `vow: no promise after ${steps} steps`;
  await page.evaluate(`(${restsInSight})(window.picked)`);
  await page.mouse.click(found.x, found.y);
  return `vow: press ${found.name} after ${steps} steps`;
}

async function seek({ page }, dice) {
  const to = dice.of(SECONDS);
  await page.evaluate((to) => {
    const film = document.querySelector("#video")?.shadowRoot.querySelector("video");
    if (film?.readyState) film.currentTime = to;
  }, to);
  return `seek to ${to}`;
}

async function resize({ page }, dice) {
  const [width, height] = dice.of(SIZES);
  await page.setViewportSize({ width, height });
  return `resize to ${width} × ${height}`;
}

async function speak({ page }, dice) {
  const lang = dice.of(LANGUAGES);
  await page.evaluate((lang) => void (document.documentElement.lang = lang), lang);
  return `language ${lang}`;
}

function turnMode({ page }, dice) {
  const id = dice.of(IDS);
  return set(page, id, "mode", dice.of(MODES[id]));
}

function turnSetting({ page }, dice) {
  const name = dice.of(Object.keys(SETTINGS));
  return set(page, dice.of(IDS), name, dice.of(SETTINGS[name]));
}

async function move({ page }, dice) {
  const [id, how] = [dice.of(IDS), dice.of(["append", "moveBefore", "out and back"])];
  await page.evaluate(async ([id, how]) => {
    const element = document.getElementById(id);
    const places = [...document.querySelectorAll(".place")];
    const place = places[places.indexOf(element.parentNode) ^ 1];
    if (how === "moveBefore") return place.moveBefore(element, null);
    if (how === "out and back") {
      element.remove();
      await new Promise((later) => setTimeout(later, 20));
    }
    place.append(element);
  }, [id, how]);
  return `${id}: ${how}`;
}

async function scroll({ page }, dice) {
  const by = dice.below(2_000) - 1_000;
  await page.mouse.wheel(0, by);
  return `scroll by ${by}`;
}

/** Takes over what the page was told so far. */
export async function collect({ page, told }) {
  told.push(...(await page.evaluate(() => window.told.splice(0))));
}

/** Goes to another page of the site and back, as it was where the browser keeps pages. */
export async function leaveAndReturn(seen) {
  const { page, origin } = seen;
  // A browser need not keep the page that is left.
  await collect(seen);
  await page.goto(`${origin}/other.html`);
  await page.goBack({ waitUntil: "commit" });
  // The driver's own way to wait would leave listeners of its own in the page.
  await checkSoon(() => page.evaluate(() => document.querySelectorAll(".walked").length), IDS.length);
  return "away and back";
}

/** What a walker does, and how often; each says in words what it did. */
const ACTS = [
  [40, ({ page }, dice) => press(page, PRESSED, dice)],
  [16, ({ page }, dice) => press(page, ".go:not([hidden])", dice)],
  [10, pressKey], [5, type], [3, choose], [3, promise], [0.3, vow], [4, seek], [2, resize], [2, speak],
  [3, turnMode], [1, turnSetting], [3, move], [5, scroll], [0.4, leaveAndReturn],
];
const TOTAL = ACTS.reduce((sum, [weight]) => sum + weight, 0);

/** Does the next thing; what it was, in words. */
export function step(seen, dice) {
  let left = dice.roll() * TOTAL;
  const [, act] = ACTS.find(([weight]) => (left -= weight) < 0) ?? ACTS[0];
  return act(seen, dice);
}
