// What learners see: on small screens, in the dark, with other colours, without motion, from right
// to left, in each language; and where the focus is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { everyType, items } from "./items.mjs";
import * as looks from "./looks.mjs";
import { checkAxe, checkQuiet, checkSoon, example, html, quizOf, ready, single, useBrowser, words } from "./page.mjs";
import { give, solveAll } from "./solve.mjs";
import { tour } from "./tour.mjs";

const { site, visit } = useBrowser();
const EXAMPLES = ["fair-and-square", "small-choices", "integrity-at-university", "item-types"].map(example);
const LANGUAGES = ["en", "ru", "kk", "ar"];
const MODES = ["learn", "test", "class", "print"];

/** Opens a page beside the examples' pictures, with room for one quiz after the other. */
async function openPage({ head = "", body = "<adil-quiz></adil-quiz>", lang, ...options } = {}) {
  const { origin } = await site({ bodies: { "/adil/examples/looks.html": html(body, { head, lang }) } });
  return visit(`${origin}/adil/examples/looks.html`, options);
}

/** Puts a new quiz in the place of the last one. */
async function show({ page, quiz }, content, attributes = {}) {
  await page.evaluate(([content, attributes]) => {
    const fresh = document.createElement("adil-quiz");
    const all = { loading: "eager", storage: "none", ...attributes };
    for (const [name, value] of Object.entries(all)) fresh.setAttribute(name, value);
    fresh.content = content;
    document.querySelector("adil-quiz").replaceWith(fresh);
  }, [content, attributes]);
  await ready(quiz);
}

/** Walks through a content and finds nothing wrong. */
async function checkTour(seen, look, content, attributes, { given = {}, pick = (n) => n } = {}) {
  await show(seen, content, attributes);
  const { found, screens } = await tour(seen.quiz, look, { given, pick });
  assert.ok(screens.length > 0);
  return [...new Set(found)].map((what) => `${content.id} ${JSON.stringify(attributes)}: ${what}`);
}

const phone = { viewport: { width: 360, height: 740 } };

for (const [width, height, why] of [[360, 740, "a phone"], [320, 640, "a small phone"], [320, 256, "a page at 400 %"]]) {
  test(`on ${why} nothing has to be scrolled sideways, on any screen in any language`, async () => {
    const seen = await openPage({ viewport: { width, height } });
    const found = [];
    for (const lang of LANGUAGES) {
      for (const mode of MODES) {
        for (const content of EXAMPLES) found.push(...await checkTour(seen, looks.pokesOut, content, { lang, mode }));
      }
      for (const level of ["primary-1", "primary-2", "tertiary"]) {
        found.push(...await checkTour(seen, looks.pokesOut, everyType(), { lang, level }));
      }
    }
    assert.deepEqual(found, []);
    await seen.close();
  });
}
