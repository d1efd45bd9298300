// A question of several lines is laid out in each engine.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "../run/test.mjs";
import { DIST } from "../e2e/page.mjs";
import { inEachEngine, isOpen } from "./each.mjs";
import { item, lesson } from "./lesson.mjs";

const LINES = { html: "<br>Правила распределения общественных стипендий опубликованы на школьной странице<br>"
  + "Комиссия рассматривает заявления учащихся, преподавателей, родителей и представителей администрации" };

const STOPS = {
  "an item": { item: { ...item("lines"), stem: LINES } },
  "a note": { note: LINES },
};

test("no widget asks for pretty lines", () => {
  const sheets = readdirSync(DIST).filter((name) => name.endsWith(".css"));
  assert.ok(sheets.length >= 3, `${sheets}`);
  assert.deepEqual(sheets.filter((name) => /text-wrap:\s*pretty/.test(readFileSync(`${DIST}/${name}`, "utf8"))), []);
});

inEachEngine((open) => {
  // With `text-wrap: pretty` WebKitGTK 2.50 ended the page's process at some widths, where a line that
  // was broken by hand had to be broken once more. An attack found it: texts of others' lists.
  for (const [kind, question] of Object.entries(STOPS)) {
    test(`${kind} of several lines stands at every width`, async () => {
      const { page, close } = await open(lesson({ checkpoints: [{ id: "lines", at: 1, ...question }] }));
      await page.wait(() => all("button.start").length > 0);
      await page.click("button.start");
      await page.wait(isOpen);
      await page.wait(() => seen(".stem").length > 0);
      const heights = await page.run(() => {
        const [stem] = seen(".stem");
        return Array.from({ length: 60 }, (_, n) => {
          document.querySelector("adil-video").style.inlineSize = `${280 + n * 12}px`;
          return stem.offsetHeight;
        });
      });
      assert.ok(heights[0] > heights.at(-1) && heights.at(-1) > 0, `${heights}`);
      await close();
    });
  }
});
