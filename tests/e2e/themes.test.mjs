// The themes that ship: made of tokens and parts alone, for every widget, and readable in every state, in
// light and dark, on a phone and on a wide screen.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "../run/test.mjs";
import { sampled } from "../run/sample.mjs";
import { everyType } from "./items.mjs";
import * as looks from "./looks.mjs";
import { checkAxe, DIST, html, useBrowser } from "./page.mjs";
import { checkNone, find, openPage } from "./stage.mjs";

const browser = useBrowser();
const FOLDER = fileURLToPath(new URL("../../style/themes/", import.meta.url));
const THEMES = readdirSync(FOLDER).map((file) => file.replace(".css", ""));
/** Without a theme a page has the look of the school. */
const LOOKS = ["school", ...THEMES];
const read = (theme) => readFileSync(`${FOLDER}${theme}.css`, "utf8");
const linked = (theme) => `${THEMES.includes(theme) ? `<link rel="stylesheet" href="/adil/style/themes/${theme}.css">` : ""}
  <meta name="color-scheme" content="light dark"><style>body { font-family: Georgia, serif }</style>`;

const WIDGETS = readdirSync(new URL("../../widgets/", import.meta.url));
/** What the manifest of each widget says that a page may style. */
const documented = Object.fromEntries(WIDGETS.map((widget) => {
  const file = new URL(`../../widgets/${widget}/custom-elements.json`, import.meta.url);
  const [{ declarations: [{ cssParts, cssProperties }] }] = JSON.parse(readFileSync(file, "utf8")).modules;
  // What a part's description names behind "also" are states, which are parts, too.
  const states = ({ description }) => [...description.matchAll(/\balso ([^.;]+)/g)].flatMap(([, list]) => list.split(/, and of a case | or |, |,? or /));
  const parts = new Map(cssParts.map((part) => [part.name, states(part)]));
  return [`adil-${widget}`, { parts, tokens: cssProperties.map(({ name }) => name) }];
}));
/** Which widget has parts of another one, by their prefix. */
const INNER = { "quiz-": "adil-quiz", "reminder-": "adil-pledge", "certificate-": "adil-pledge" };

/** What of a selector no manifest of its elements knows. */
function unknown(tags, names) {
  const prefix = Object.keys(INNER).find((prefix) => names[0].startsWith(prefix));
  const [part, ...states] = prefix ? [names[0].slice(prefix.length), ...names.slice(1)] : names;
  const knows = (tag) => {
    const has = documented[prefix ? INNER[prefix] : tag].parts;
    const further = [...has.values()].flat();
    return has.has(part) && states.every((state) => further.includes(state));
  };
  // In a list of elements some have more parts than others.
  return tags.some(knows) ? [] : [`${tags}::part(${names.join(" ")})`];
}

test("a theme sets documented tokens and styles documented parts of all widgets, and needs nothing else", () => {
  assert.ok(THEMES.length >= 4);
  for (const theme of THEMES) {
    const css = read(theme).replaceAll(/\/\*[^]*?\*\//g, "");
    const tokens = Object.values(documented).flatMap((one) => one.tokens);
    for (const [, token] of css.matchAll(/(--adil-[\w-]+)/g)) assert.ok(tokens.includes(token), `${theme}: ${token}`);
    const selectors = css.matchAll(/(:is\([^)]*\)|adil-[a-z]+)::part\(([^)]*)\)/g);
    const wrong = [...selectors].flatMap(([, tags, names]) => unknown(tags.match(/adil-[a-z]+/g), names.split(" ")));
    assert.deepEqual(wrong, [], theme);
    for (const widget of WIDGETS) assert.ok(css.includes(`adil-${widget}`), `${theme} is for adil-${widget}, too`);
    assert.doesNotMatch(css, /!important|\[data-|>>>|:host/, theme);
  }
});

test("one theme is of tokens alone, and one of parts alone", () => {
  const kinds = THEMES.map((theme) => [read(theme).includes("--adil-"), read(theme).includes("::part(")].join());
  assert.ok(kinds.includes("true,false"), "tokens alone");
  assert.ok(kinds.includes("false,true"), "parts alone");
});

test("the themes are among what a school uploads", () => {
  assert.deepEqual(readdirSync(`${DIST}/style/themes`).sort(), readdirSync(FOLDER).sort());
});

/* Every widget in every state. The page that shows them to designers leads there, and measures. */

const STATES = await import(new URL("../../style/look/states.js", import.meta.url)).then(({ STATES }) => STATES);

/** Runs in the page: brings a widget to a state, and tells what of it cannot be told from its ground. */
async function faintIn([tag, n, look]) {
  const [{ STATES, show }, { measure, fails }] = await Promise.all(["states", "measure"].map((name) => import(`/adil/style/look/${name}.js`)));
  const main = document.querySelector("main");
  main.querySelectorAll(":scope > :not(h1)").forEach((old) => old.remove());
  const widget = await show(main, tag, STATES[tag][n], new URL("/adil/examples/", location.href));
  const all = measure(widget);
  const said = ({ kind, part, words, front, ground, ratio, least }) =>
    `${kind} ${part} “${words}” ${front} on ${ground} has ${ratio.toFixed(2)} of ${least}`;
  const pokes = new Function(`return ${look}`)()({ root: widget.shadowRoot });
  return { count: all.length, found: [...all.filter(fails).map(said), ...pokes] };
}

const cells = LOOKS.flatMap((theme) => ["light", "dark"].flatMap((scheme) => [360, 1280].flatMap((width) =>
  Object.entries(STATES).flatMap(([tag, all]) => all.map(({ words }, n) => ({ theme, scheme, width, tag, words, n }))))));
const chosen = sampled("themes × widgets × states × light and dark × widths", cells, 60);

for (const theme of LOOKS) {
  test(`every widget in every state can be read in the theme ${theme}`, { timeout: 900_000 }, async () => {
    for (const scheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        const mine = chosen.filter((cell) => cell.theme === theme && cell.scheme === scheme && cell.width === width);
        if (!mine.length) continue;
        const { origin } = await browser.site({ bodies: { "/page.html": html("", { head: linked(theme) }) } });
        const seen = await browser.visit(`${origin}/page.html`, { colorScheme: scheme, viewport: { width, height: 800 } });
        const found = [];
        for (const { tag, words, n } of mine) {
          const { count, found: here } = await seen.page.evaluate(faintIn, [tag, n, String(looks.pokesOut)]);
          assert.ok(count > 2, `${tag}, ${words}: something was measured`);
          found.push(...here.map((what) => `${theme}, ${scheme}, ${width} px, ${tag} ${words}: ${what}`));
          await checkAxe(seen.page, `${tag}, ${words} in ${theme}, ${scheme}, ${width} px`, tag);
        }
        assert.deepEqual(found, []);
        await seen.close();
      }
    }
  });
}

/* A whole quiz, looked at by axe and by eyes of our own. */

/** Runs in the page, on each screen: edges of what is pressed that cannot be told from the card. */
function faintShapes({ root }) {
  const { painted, contrast } = window.colours;
  const card = getComputedStyle(root.querySelector(".base")).backgroundColor;
  const [done, next] = [".step[data-state=done]", '.steps .step[data-state=""]'].map((step) => root.querySelector(step));
  const bar = done && next ? [done, next].map((step) => painted(card, getComputedStyle(step).backgroundColor)) : [[0, 0, 0], [255, 255, 255]];
  const faint = contrast(...bar) < 1.5 ? ["span.step “” what is done looks like what is to come"] : [];
  const shapes = ".go:not([aria-disabled=true]), .blank, .key, .group, .option:has(:checked), .option[data-state=right], .option[data-state=wrong], .step[data-state=done]";
  return [...faint, ...[...root.querySelectorAll(shapes)].flatMap((element) => {
    const style = getComputedStyle(element);
    if (!element.getBoundingClientRect().width || element.closest(".option:not(:has(input))")) return [];
    const option = element.matches(".key") && element.closest(".option");
    const outer = option ? painted(card, getComputedStyle(option).backgroundColor) : painted(card);
    // The ground of a shape tells it as well as its edge does.
    const told = [style.borderTopColor, style.backgroundColor, style.outlineStyle === "none" ? card : style.outlineColor]
      .map((colour) => contrast(painted(card, colour), outer));
    const best = Math.max(...told);
    return best < 3 ? [`${element.localName}.${element.className} “” ${best.toFixed(2)} : 1`] : [];
  })];
}

const walks = THEMES.flatMap((theme) => ["light", "dark"].flatMap((colorScheme) =>
  [360, 1280].flatMap((width) => ["learn", "test"].map((mode) => ({ theme, colorScheme, width, mode })))));
for (const { theme, colorScheme, width, mode } of sampled("whole quizzes in themes", walks, 3)) {
  test(`words and shapes of a whole quiz can be told in ${theme} (${colorScheme}, ${width} px, ${mode})`, async () => {
    const seen = await openPage(browser, { head: linked(theme), colorScheme, viewport: { width, height: 800 } });
    await find(seen, () => [], everyType(), { mode });
    await checkAxe(seen.page, `the result in ${theme}`);
    const given = { rule: "color-contrast" };
    const found = await find(seen, looks.contrast, everyType(), { mode }, { given });
    found.push(...await find(seen, faintShapes, everyType(), { mode }));
    found.push(...await find(seen, looks.pokesOut, everyType(), { mode }));
    await seen.close();
    checkNone(found);
  });
}
