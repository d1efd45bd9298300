// The quiz on paper: what comes out of the printer, page by page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { everyType, items } from "./items.mjs";
import { checkAxe, checkQuiet, checkSoon, fill, fired, quizOf, ready, single, useBrowser, words } from "./page.mjs";
import { hands, solve } from "./solve.mjs";

const { visitQuiz } = useBrowser();
const text = words();

/** The texts of a PDF's pages as Chromium writes it: plain objects, deflated streams, text in glyphs. */
function textsOf(pdf) {
  const file = pdf.toString("latin1");
  const objects = new Map([...file.matchAll(/\n(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, n, body]) => [n, body]));
  const stream = (n) => {
    const [, head, data] = /^([^]*?)stream\n([^]*)\nendstream/.exec(objects.get(n));
    return (head.includes("/FlateDecode") ? inflateSync(Buffer.from(data, "latin1")) : data).toString("latin1");
  };
  const letters = (font) => {
    const map = new Map();
    const [, n] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)) ?? [];
    const table = n ? stream(n) : "";
    const read = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
    for (const [, glyph, to] of table.matchAll(/^<(\w+)> <(\w+)>$/gm)) map.set(parseInt(glyph, 16), read(to));
    for (const [, from, to, first] of table.matchAll(/^<(\w+)> <(\w+)> <(\w+)>$/gm)) {
      for (let at = parseInt(from, 16); at <= parseInt(to, 16); at++) {
        map.set(at, String.fromCodePoint(parseInt(first, 16) + at - parseInt(from, 16)));
      }
    }
    return map;
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  return pages.map((page) => {
    const fonts = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, n]) => [name, letters(n)]));
    let font = new Map();
    let found = "";
    for (const [, name, glyphs] of stream(/\/Contents (\d+)/.exec(page)[1]).matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)> Tj/g)) {
      if (name) font = fonts.get(name);
      else for (const glyph of glyphs.match(/.{4}/g)) found += font.get(parseInt(glyph, 16)) ?? "";
    }
    return found;
  });
}
