// A school's colour alone is enough: whatever accent a page sets, words can be read and shapes seen,
// in light and dark.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { sampled } from "../run/sample.mjs";
import { answer } from "./acts.mjs";
import { checkSoon, quizOf, ready, single, useBrowser } from "./page.mjs";

const { visitQuiz } = useBrowser();

/** Colours over the whole cube of red, green and blue: 13 steps each way. */
const ACCENTS = Array.from({ length: 13 ** 3 }, (_, n) => {
  const step = (of) => Math.round((Math.floor(n / of) % 13) * 21.25);
  return `rgb(${step(169)} ${step(13)} ${step(1)})`;
});

/** Runs in the page: of each accent the pairs that have too little contrast. */
function faint(element, accents) {
  const { painted, contrast } = window.colours;
  const root = element.shadowRoot;
  const style = (selector) => getComputedStyle(root.querySelector(selector));
  const found = [];
  for (const accent of accents) {
    element.style.setProperty("--adil-accent", accent);
    const card = style(".base").backgroundColor;
    const chosen = root.querySelector(":checked").closest(".option");
    const key = getComputedStyle(chosen.querySelector(".key"));
    const tint = painted(card, getComputedStyle(chosen).backgroundColor);
    const pairs = {
      "words on the main button": [painted(style(".go").color), painted(style(".go").backgroundColor), 4.5],
      "letter of the chosen option": [painted(key.color), painted(key.backgroundColor), 4.5],
      "link on the card": [painted(style("a").color), painted(card), 4.5],
      "edge of the main button": [painted(style(".go").borderTopColor), painted(card), 3],
      "edge of the chosen option": [painted(getComputedStyle(chosen).borderTopColor), painted(card), 3],
      "edge of its letter": [painted(key.borderTopColor), tint, 3],
      "what is done of the bar": [painted(card, style(".step[data-state=done]").backgroundColor), painted(card), 3],
    };
    for (const [what, [front, ground, least]] of Object.entries(pairs)) {
      const has = contrast(front, ground);
      if (has < least) found.push(`${accent}: ${what} ${has.toFixed(2)} : 1`);
    }
  }
  return found;
}

// README's own example, a dark red, gave white words on pale red and a bar that nobody saw in dark;
// yellow, lime and grey failed in light.
for (const colorScheme of ["light", "dark"]) {
  test(`any accent has enough contrast (${colorScheme})`, async () => {
    const items = ["one", "two"].map((id) => single(id, { stem: "Which [one](https://example.org/)?" }));
    const { quiz, close } = await visitQuiz(quizOf(items), {
      attributes: `loading="eager" theme="${colorScheme}"`,
    });
    await ready(quiz);
    await answer(quiz, items[0]);
    await checkSoon(() => quiz.locator(".step[data-state=done]").count(), 1);
    await quiz.locator(".option").first().click();
    // Colours are read once, not on their way.
    await quiz.evaluate((element) => {
      const still = new CSSStyleSheet();
      still.replaceSync("* { transition: none !important }");
      element.shadowRoot.adoptedStyleSheets.push(still);
    });
    const accents = ["#7a1f5c", "yellow", "lime", "lightblue", "orange", "grey", "black", "white", "red"];
    const found = await quiz.evaluate(faint, [...accents, ...sampled(`accents, ${colorScheme}`, ACCENTS, 400)]);
    assert.deepEqual(found, []);
    await close();
  });
}
