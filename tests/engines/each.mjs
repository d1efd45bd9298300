// Tests of lessons and games, defined once and run in each engine; on a push each test runs in one of them, and
// the next day in another.
import { after, before, describe } from "node:test";
import { inTurn } from "../run/sample.mjs";
import { test as run } from "../run/test.mjs";
import { NAMES, start } from "./engines.mjs";
import { lessonSite } from "./lesson.mjs";

let described;
const chosen = new Map();

/** A test inside `inEachEngine`. */
export function test(name, ...rest) {
  if (!chosen.has(name)) chosen.set(name, inTurn("engines for each test of lessons and games", NAMES));
  if (chosen.get(name).includes(described)) run(name, ...rest);
}

/**
 * Defines tests for each engine; they get a function that opens a page with one lesson, or with what
 * `siteOf` puts there, and the engine's name.
 */
export function inEachEngine(tests, siteOf = lessonSite) {
  for (const name of NAMES) describe(name, () => {
    described = name;
    let engine;
    const sites = new Set();
    before(async () => (engine = await start(name)));
    after(async () => {
      await Promise.all([...sites].map((site) => site.close()));
      await engine?.close();
    });
    tests(async (content, options = {}) => {
      const site = await siteOf(content, options);
      sites.add(site);
      const page = await engine.open(site.page, options);
      return { page, site, close: () => page.close() };
    }, name);
  });
}

/** Runs in the page: whether the lesson stands. */
export const stands = () => all("adil-video")[0]?.shadowRoot.querySelector(".base");

/** Runs in the page: whether something is asked. */
export const isOpen = () => seen(".checkpoint-panel").length > 0;
