// The documented events of the quiz, and all that a page can learn of those that it hears.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fired } from "./page.mjs";

/** The documented events: for each, its fields with their types. */
const source = (path) => readFileSync(new URL(`../../widgets/quiz/${path}`, import.meta.url), "utf8");
const types = source("adil-quiz.d.ts");
const fieldsIn = (braces) =>
  [...braces.matchAll(/(?:readonly )?(\w+): ([^;{}]+?)\s*[;}]/g)].map(([, name, type]) => [name, type]);
export const RUN = fieldsIn(/interface Run (\{[^]*?\n\})/.exec(types)[1]);
export const VERDICTS = [.../type Verdict = (.*);/.exec(types)[1].matchAll(/"(\w+)"/g)].map(([, word]) => word);
const [{ declarations: [{ events: manifest }] }] = JSON.parse(source("custom-elements.json")).modules;
export const documented = Object.fromEntries(manifest.map(({ name, type }) => [name, Object.fromEntries([
  ...(/\bRun\b/.test(type.text) ? RUN : []), ...fieldsIn(/\{.*\}/.exec(type.text)[0]),
])]));

/** Whether a value is of a type as TypeScript writes it. */
export const isOf = (value, type) => type.split("|").map((one) => one.trim()).some((one) => {
  if (one.startsWith('"')) return value === JSON.parse(one);
  if (one === "null") return value === null;
  if (one === "Verdict") return VERDICTS.includes(value);
  if (one === "string[]") return Array.isArray(value) && value.every((part) => typeof part === "string");
  return typeof value === one && (one !== "number" || Number.isFinite(value));
});

/** Runs in the page: keeps every event of ours with all that a listener can learn of it. */
export function keepAll() {
  window.heard = [];
  const isFrozen = (value) =>
    typeof value !== "object" || !value || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith("adil-")) {
      const { type, detail, bubbles, composed, cancelable } = event;
      const here = event.constructor === CustomEvent && this.localName === "adil-quiz";
      window.heard.push({ type, detail, bubbles, composed, cancelable, here, frozen: isFrozen(detail) });
    }
    return dispatch.call(this, event);
  };
}

export const heard = async (page, type) =>
  (await page.evaluate(() => window.heard)).filter((event) => !type || event.type === type);
export const details = async (page, type) => (await heard(page, type)).map((event) => event.detail);

/** All events so far are as they are documented. */
export async function checkDocumented(page) {
  const all = await heard(page);
  for (const { type, detail, ...about } of all) {
    const expected = { bubbles: true, composed: true, cancelable: false, here: true, frozen: true };
    assert.deepEqual(about, expected, type);
    assert.ok(documented[type], `${type} is documented`);
    const [found, fields] = [detail, documented[type]].map((record) => Object.keys(record).toSorted());
    assert.deepEqual(found, fields, `the fields of ${type}`);
    for (const [field, of] of Object.entries(documented[type])) {
      assert.ok(isOf(detail[field], of), `${type}.${field} is ${of}, found ${JSON.stringify(detail[field])}`);
    }
  }
  const reached = (await fired(page)).map(({ name }) => `adil-${name}`);
  assert.deepEqual(reached, all.map(({ type }) => type), "all of them reach the window");
  return all;
}

export const names = async (page) => (await heard(page)).map(({ type }) => type.slice(5));
