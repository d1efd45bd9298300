// Paths through widgets, each walked once in each language: its transcript is compared with the one
// that was kept, and looked through for known faults.
import assert from "node:assert/strict";
import { inTurn } from "../run/sample.mjs";
import { test } from "../run/test.mjs";
import { readJson } from "./page.mjs";
import { faultsOf } from "./transcript-faults.mjs";
import { checkKept } from "./transcript-kept.mjs";

export const LANGS = ["en", "ar"];
export const wordsOf = (widget, lang) => readJson(`locales/${widget}.${lang}.json`);

/** Who renews transcripts renews all. */
const renews = process.env.ADIL_UPDATE !== undefined;

/**
 * Two tests of one path in each language: its transcript is as kept, and has no known fault. A push
 * walks each path in one language, and the next day in the other.
 */
export function path(name, walk) {
  for (const lang of renews ? LANGS : inTurn("languages of each transcript", LANGS)) {
    let records;
    test(`${name} sounds as it was kept (${lang})`, async () => {
      const { play, close, veil = (text) => text } = await walk(lang);
      records = play.records;
      await close();
      checkKept(`${name}.${lang}`, veil(play.text()));
    });
    test(`nothing in ${name} is a known fault (${lang})`, () => {
      assert.ok(records, "the path was walked to its end");
      const faults = faultsOf(records, lang);
      if (faults.length) assert.fail(`faults in tests/transcripts/${name}.${lang}.txt:\n${faults.join("\n")}`);
    });
  }
}
