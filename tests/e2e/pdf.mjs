// What a printer gets: the pages of a PDF with their words and colours.
import { inflateSync } from "node:zlib";

/** A PDF as Chromium writes it: plain objects, deflated streams, pages in their order. */
function open(pdf) {
  const file = pdf.toString("latin1");
  const objects = new Map([...file.matchAll(/\n(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, n, body]) => [n, body]));
  const stream = (n) => {
    const [, head, data] = /^([^]*?)stream\n([^]*)\nendstream/.exec(objects.get(n));
    return (head.includes("/FlateDecode") ? inflateSync(Buffer.from(data, "latin1")) : data).toString("latin1");
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const inks = pages.map((page) => stream(/\/Contents (\d+)/.exec(page)[1]));
  return { objects, stream, pages, inks };
}

/** The text of each page, whose streams name glyphs. */
export function textsOf(pdf) {
  const { objects, stream, pages, inks } = open(pdf);
  const letters = (font) => {
    const map = new Map();
    const [, n] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)) ?? [];
    // The first range only says how long a glyph's name is.
    const [, first = "0000", table = ""] = /<(\w+)> <\w+>\nendcodespacerange([^]*)/.exec(n ? stream(n) : "") ?? [];
    map.digits = first.length;
    const read = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
    for (const [, glyph, to] of table.matchAll(/^<(\w+)> <(\w+)>$/gm)) map.set(parseInt(glyph, 16), read(to));
    for (const [, from, to, first] of table.matchAll(/^<(\w+)> <(\w+)> <(\w+)>$/gm)) {
      for (let at = parseInt(from, 16); at <= parseInt(to, 16); at++) {
        map.set(at, String.fromCodePoint(parseInt(first, 16) + at - parseInt(from, 16)));
      }
    }
    return map;
  };
  return pages.map((page, n) => {
    const fonts = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, n]) => [name, letters(n)]));
    let font = new Map();
    let found = "";
    for (const [, name, glyphs] of inks[n].matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)> Tj/g)) {
      if (name) font = fonts.get(name);
      else for (const glyph of glyphs.match(new RegExp(`.{${font.digits ?? 4}}`, "g"))) found += font.get(parseInt(glyph, 16)) ?? "";
    }
    // Ligatures are letters again.
    return found.normalize("NFKC");
  });
}

/** How many letters are too pale for white paper. */
export function paleIn(pdf) {
  let luma = 0;
  const inks = open(pdf).inks.join("\n");
  return [...inks.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b|\bTj\b/g)].filter(([, r, g, b]) => {
    if (r) luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return !r && luma > 0.5;
  }).length;
}
