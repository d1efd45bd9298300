// The themes that ship: made of tokens and parts alone, and readable in every state, in light and
// dark, on a phone and on a wide screen.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "../run/test.mjs";
import { sampled } from "../run/sample.mjs";
import { everyType } from "./items.mjs";
import * as looks from "./looks.mjs";
import { checkAxe, DIST, html, ready, useBrowser } from "./page.mjs";
import { checkNone, find, openPage } from "./stage.mjs";

const browser = useBrowser();
const FOLDER = fileURLToPath(new URL("../../style/themes/", import.meta.url));
const THEMES = readdirSync(FOLDER).map((file) => file.replace(".css", ""));
const read = (theme) => readFileSync(`${FOLDER}${theme}.css`, "utf8");
const linked = (theme) => `<link rel="stylesheet" href="/adil/style/themes/${theme}.css">
  <style>body { font-family: Georgia, serif }</style>`;

/** All names that the documents of a widget's kind have: cssParts, cssProperties. */
const documented = (kind) => new Set(["quiz", "pledge", "video"].flatMap((widget) => {
  const file = new URL(`../../widgets/${widget}/custom-elements.json`, import.meta.url);
  const [{ declarations: [declaration] }] = JSON.parse(readFileSync(file, "utf8")).modules;
  // What a part's description names behind "also" are states, which are parts, too.
  const states = ({ description }) => [...description.matchAll(/\balso ([^.;]+)/g)].flatMap(([, list]) => list.split(/, |,? or /));
  return declaration[kind].flatMap((one) => [one.name, ...states(one)]);
}));

test("a theme sets documented tokens and styles documented parts, and needs nothing else", () => {
  const [tokens, parts] = [documented("cssProperties"), documented("cssParts")];
  assert.ok(THEMES.length >= 3);
  for (const theme of THEMES) {
    const css = read(theme);
    for (const [, token] of css.matchAll(/(--adil-[\w-]+)/g)) assert.ok(tokens.has(token), `${theme}: ${token}`);
    for (const [, names] of css.matchAll(/::part\(([^)]*)\)/g)) {
      const [part] = names.split(" ");
      assert.ok(parts.has(part.replace(/^(quiz|reminder|certificate)-/, "")), `${theme}: ${part}`);
    }
    assert.doesNotMatch(css, /!important|\[data-|>>>|:host/, theme);
  }
});

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

for (const theme of THEMES) {
  for (const colorScheme of ["light", "dark"]) {
    test(`words and shapes of the theme ${theme} can be told from their ground (${colorScheme})`, async () => {
      const found = [];
      const cells = [360, 1280].flatMap((width) => ["learn", "test"].map((mode) => [width, mode]));
      for (const [width, mode] of sampled(`theme ${theme}, ${colorScheme}`, cells, 1)) {
        const seen = await openPage(browser, { head: linked(theme), colorScheme, viewport: { width, height: 800 } });
        await find(seen, () => [], everyType(), { mode });
        await checkAxe(seen.page, `the result in ${theme}`);
        const given = { rule: "color-contrast" };
        found.push(...await find(seen, looks.contrast, everyType(), { mode }, { given }));
        found.push(...await find(seen, faintShapes, everyType(), { mode }));
        found.push(...await find(seen, looks.pokesOut, everyType(), { mode }));
        await seen.close();
      }
      checkNone(found);
    });
  }

  test(`a pledge and a lesson in the theme ${theme} can be read`, async () => {
    const body = `<adil-pledge src="/adil/examples/my-pledge.json" loading="eager"></adil-pledge>
      <adil-video src="/adil/examples/scholarship-list.json" loading="eager"></adil-video>`;
    const { origin } = await browser.site({ bodies: { "/page.html": html(body, { head: linked(theme) }) } });
    for (const colorScheme of ["light", "dark"]) {
      const seen = await browser.visit(`${origin}/page.html`, { colorScheme });
      for (const tag of ["adil-pledge", "adil-video"]) {
        const widget = seen.page.locator(tag);
        await ready(widget);
        await checkAxe(seen.page, `${tag} in ${theme}, ${colorScheme}`, tag);
      }
      await seen.close();
    }
  });
}

test("the themes are among what a school uploads", () => {
  for (const theme of THEMES) assert.ok(readdirSync(`${DIST}/style/themes`).includes(`${theme}.css`));
});
