// A page in which tests look at one quiz after the other, screen by screen.
import assert from "node:assert/strict";
import { html, ready } from "./page.mjs";
import { tour } from "./tour.mjs";

const HERE = `<div id="here"></div>`;

/** Opens a page beside the examples' pictures, with room for one quiz after the other. */
export async function openPage({ site, visit }, { body = HERE, head, lang, script, ...options } = {}) {
  const { origin } = await site({ bodies: { "/adil/examples/looks.html": html(body, { head, lang, script }) } });
  return visit(`${origin}/adil/examples/looks.html`, options);
}

/** Puts a new quiz in the place of the last one. */
export async function show({ page, quiz }, content, attributes = {}) {
  await page.evaluate(([content, attributes]) => {
    const fresh = document.createElement("adil-quiz");
    const all = { loading: "eager", storage: "none", ...attributes };
    for (const [name, value] of Object.entries(all)) fresh.setAttribute(name, value);
    fresh.content = content;
    document.querySelector("adil-quiz, #here").replaceWith(fresh);
  }, [content, attributes]);
  await ready(quiz);
}

/** Walks through a quiz; what `look` finds, each with where that is. */
export async function find(seen, look, content, attributes = {}, { given = {}, pick = (n) => n } = {}) {
  await show(seen, content, attributes);
  const { found, screens } = await tour(seen.quiz, look, { given, pick });
  assert.ok(screens.length > 0);
  return found.map((what) => `${content.id} ${Object.values(attributes).join(" ")}, ${what}`);
}

/** Nothing was found. Of many findings at one kind of element, the first is said. */
export function checkNone(found) {
  const kinds = new Map(found.toReversed().map((what) => [/: (.*?) “/.exec(what)?.[1] ?? what, what]));
  assert.deepEqual([...kinds.values()].toReversed(), []);
}
