// Tests of lessons, defined once and run in each engine.
import { after, before, describe } from "node:test";
import { NAMES, start } from "./engines.mjs";
import { lessonSite } from "./lesson.mjs";

/** Defines tests for each engine; they get a function that opens a page with one lesson, and the engine's name. */
export function inEachEngine(tests) {
  for (const name of NAMES) describe(name, () => {
    let engine;
    const sites = new Set();
    before(async () => (engine = await start(name)));
    after(async () => {
      await Promise.all([...sites].map((site) => site.close()));
      await engine?.close();
    });
    tests(async (content, options = {}) => {
      const site = await lessonSite(content, options);
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
