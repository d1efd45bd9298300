// What a printer gets: the pages of a PDF with their words and colours.
import { inflateSync } from "node:zlib";

/** A PDF as Chromium and Firefox write it: objects, some of them in streams of objects. */
function open(pdf) {
  const file = pdf.toString("latin1");
  const objects = new Map([...file.matchAll(/\n(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, n, body]) => [n, body]));
  const stream = (n) => {
    const [, head, data] = /^([^]*?)stream\n([^]*)\nendstream/.exec(objects.get(n));
    return (head.includes("/FlateDecode") ? inflateSync(Buffer.from(data, "latin1")) : data).toString("latin1");
  };
  for (const [n, body] of [...objects].filter(([, body]) => body.includes("/Type /ObjStm"))) {
    const first = Number(/\/First (\d+)/.exec(body)[1]);
    const text = stream(n);
    const places = [...text.slice(0, first).matchAll(/(\d+) (\d+)/g)].map(([, n, at]) => [n, first + Number(at)]);
    places.forEach(([n, at], which) => objects.set(n, text.slice(at, places[which + 1]?.[1])));
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  /** What an object names: its own resources, or those of the object that it refers to. */
  const named = (body) => {
    const [, n] = /\/Resources (\d+) 0 R/.exec(body) ?? [];
    return new Map([...`${body}${n ? objects.get(n) : ""}`.matchAll(/\/([\w-]+) (\d+) 0 R/g)].map(([, name, n]) => [name, n]));
  };
  /** What is drawn by a stream, and by those that it calls, each with its names. */
  const inks = (n, body) => {
    const names = named(body);
    const text = stream(n);
    const called = [...text.matchAll(/\/([\w-]+) Do\b/g)].map(([, name]) => names.get(name))
      .filter((form) => form && objects.get(form).includes("/Subtype /Form"));
    return [{ text, names }, ...called.flatMap((form) => inks(form, objects.get(form)))];
  };
  const sizes = pages.map((page) => /\/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+)/.exec(page).slice(1).map(Number));
  return { objects, stream, sizes, pages: pages.map((page) => inks(/\/Contents (\d+)/.exec(page)[1], page)) };
}

/** Files that were opened, since tests ask for words, sizes and colours of the same one. */
const opened = new WeakMap();
function file(pdf) {
  if (!opened.has(pdf)) opened.set(pdf, open(pdf));
  return opened.get(pdf);
}

/** The width and the height of each page, in points. */
export const sizesOf = (pdf) => file(pdf).sizes;

/** The letters of a font by the numbers of its glyphs. */
function lettersOf(font, { objects, stream }) {
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
}

/** Bytes that are written as characters, in hexadecimal digits. */
const hexOf = (literal) => {
  const plain = literal.replace(/\\(\d{3}|\r?\n|[^])/g, (_, code) => {
    if (/^\d/.test(code)) return String.fromCharCode(parseInt(code, 8));
    return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r\n": "" }[code] ?? code;
  });
  return Buffer.from(plain, "latin1").toString("hex");
};

const STRING = /<([\w\s]*)>|\(((?:\\[^]|[^\\)])*)\)/g;
const SHOW = new RegExp(`/([\\w-]+) [\\d.]+ Tf|((?:${STRING.source})|\\[(?:${STRING.source}|[^\\](<])*\\]) ?T[jJ]\\b`, "g");

/** A text without its spaces: where a line ends, some printers write none. */
export const tight = (text) => text.replace(/\s+/g, "");

/** The text of each page, whose streams name glyphs. */
export function textsOf(pdf) {
  const { pages, objects, stream } = file(pdf);
  const fonts = new Map();
  const fontOf = (n) => {
    if (!fonts.has(n)) fonts.set(n, lettersOf(n, { objects, stream }));
    return fonts.get(n);
  };
  return pages.map((inks) => inks.map(({ text, names }) => {
    let font = new Map();
    let found = "";
    for (const [, name, shown] of text.matchAll(SHOW)) {
      if (name) font = fontOf(names.get(name));
      const hex = [...(shown ?? "").matchAll(STRING)].map(([, hex, literal]) => hex?.replace(/\s/g, "") ?? hexOf(literal)).join("");
      for (const glyph of hex.match(new RegExp(`.{${font.digits ?? 4}}`, "g")) ?? []) found += font.get(parseInt(glyph, 16)) ?? "";
    }
    return found;
    // Ligatures are letters again.
  }).join("").normalize("NFKC"));
}

/** How many letters are too pale for white paper. */
export function paleIn(pdf) {
  let luma = 0;
  const inks = file(pdf).pages.flat().map(({ text }) => text).join("\n");
  return [...inks.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b|\bT[jJ]\b/g)].filter(([, r, g, b]) => {
    if (r) luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return !r && luma > 0.5;
  }).length;
}
