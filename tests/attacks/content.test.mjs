// Content from someone who means harm: in every place for a text of every widget, on every screen
// and in three engines, nothing of it runs, asks for anything, or changes the page. In a whole run
// ADIL_CORPUS takes the texts of one corpus alone, as when it is new, into a table of their own.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { test } from "../run/test.mjs";
import { NAMES, start } from "../engines/engines.mjs";
import { note, remark, whole } from "../proof/note.mjs";
import { captionsOf, contentAt, exampleOf, placesFor } from "./contents.mjs";
import { corporaFor } from "./corpora.mjs";
import { TURNING } from "./inside/look.mjs";
import { PROMISE, comesToRest, toPromise } from "./promise.mjs";
import { PLACES, school, stranger } from "./school.mjs";
import { vectorsFor } from "./vectors.mjs";

const CORPUS = process.env.ADIL_CORPUS;
const TABLE = CORPUS ? `Hostile texts in content: ${CORPUS}` : "Hostile texts in content";
/** The least share of our vectors that has to run in a page that trusts them: read once, twice, pressed. */
const FIRING = [0.1, 0.2, 0.33];
/** What a push tries in the slower engines; Chromium, and a whole run, have all places. */
const SAMPLE = ["quiz", "pledge", "video"];
/** Modes that show plain lines only. */
const NO_HTML = ["pledge, certificate", "pledge, class", "pledge, verify"];
/** How texts come to places that cannot take ninety at once: all clauses have to fit on a sheet of
 * paper, and a word of a receipt may not be long. */
const FEW = { pledge: "short", "pledge, certificate": "short", "pledge, verify": "lines" };
/** How many letters a short one keeps of each text. */
const LONGEST = 400;
/** Whether each text comes to each place of a content, or each to one of them: WebKitGTK is slow. */
const everywhere = (name) => whole && name !== "webkit";
/** How many contents one call of a driver walks through; drivers end, or forget, what takes long. */
const atOnce = (name) => (everywhere(name) ? 2 : 1);

const joined = (texts, many, between) => {
  const count = Math.ceil(texts.length / many);
  return Array.from({ length: count }, (_, part) => texts.filter((_, n) => n % count === part).join(between));
};

/** A word behind each text, by which a walk knows that it was shown to its end. */
const ended = (texts) => texts.map((text) => `${text} ended`);

for (const name of NAMES) describe(name, () => {
  let engine, other, vectors, parts;
  before(async () => {
    [engine, other] = await Promise.all([start(name), stranger()]);
    vectors = vectorsFor(other.origin);
    const corpora = whole ? corporaFor(other.origin, CORPUS) : [];
    if (name === NAMES[0]) {
      if (!CORPUS) remark(TABLE, `${vectors.length} vectors are our own, made by tests/attacks/vectors.mjs.`);
      for (const { name: corpus, licence, texts } of corpora) remark(TABLE, `${corpus} (${licence}): ${texts.length} texts.`);
    }
    const own = CORPUS ? [] : vectors.map(({ text }) => text);
    parts = await partsOf([...own, ...corpora.flatMap(({ texts }) => texts)]);
  });
  after(() => Promise.all([engine?.close(), other?.close()]));

  /** A list of texts as places of each sort take them. */
  const partsOf = async (texts) => ({
    all: texts, text: ended(joined(texts, 90, "\n\n")), lines: ended(joined(texts, 4, " ")),
    short: ended(joined(texts.map((text) => text.slice(0, LONGEST)), 2, " ")), html: await parted(texts),
  });

  /** Texts for HTML: those that swallow nothing of what follows them stand together. */
  async function parted(texts) {
    const site = await school();
    const page = await engine.open(site.pageOf("quiz"));
    const closed = await page.run((texts) => texts.map((text) => {
      const template = document.createElement("template");
      template.innerHTML = `${text}<i id="end"></i>`;
      return template.content.lastChild?.id === "end";
    }), texts);
    await page.close();
    await site.close();
    return [...texts.filter((_, n) => !closed[n]), ...joined(texts.filter((_, n) => closed[n]), 12, "")];
  }

  test("in a page that trusts them texts do run and ask, and this harness sees it", async () => {
    const site = await school();
    const page = await engine.open(site.pageOf("quiz"));
    await page.wait(() => Boolean(window.trust));
    const strings = whole ? vectors : vectors.filter((_, n) => n % 4 === 0);
    const ran = [0, 0, 0];
    for (let from = 0; from < strings.length; from += 110) {
      const counts = await page.run((strings) => window.trust(strings), strings.slice(from, from + 110));
      counts.forEach((count, n) => (ran[n] += count));
    }
    const asked = new Set(other.asked.splice(0)).size;
    assert.ok(ran.every((count, n) => count >= FIRING[n] * strings.length), `${ran} of ${strings.length} ran`);
    assert.ok(asked > strings.length / 40, `${asked} of ${strings.length} asked`);
    note(TABLE, { engine: name, place: "innerHTML, to compare", texts: strings.length, places: 1, combinations: strings.length, ran: ran[2], asked });
    await page.close();
    await site.close();
  });

  /** Walks through contents with these texts; what was seen. */
  async function walkThrough(place, form, texts, { sanitizer, body } = {}) {
    const fields = placesFor(place, form);
    const step = everywhere(name) ? 1 : fields;
    const count = Math.ceil(texts.length / step);
    const numbers = Array.from({ length: count }, (_, n) => n * step);
    body ??= (path) => {
      const [, at] = /^\/content\/(\d+)\.json$/.exec(path) ?? [];
      return at && JSON.stringify(contentAt(place, form, texts, +at));
    };
    const site = await school({ body, sanitizer });
    const page = await engine.open(site.pageOf(place));
    await page.wait(() => window.sweep && all(".base").length > 0);
    if (place === "pledge") await promise(page);
    const sum = { screens: 0, ended: 0, kept: 0, typed: 0 };
    for (let from = 0; from < count; from += atOnce(name)) {
      const addresses = numbers.slice(from, from + atOnce(name)).map((n) => `/content/${n}.json`);
      const seen = await page.run((walk, addresses) => window.sweep(walk, addresses), PLACES[place].walk, addresses);
      assert.deepEqual(seen.found, []);
      for (const key of Object.keys(sum)) sum[key] += seen[key];
    }
    const { pictures, at, ...harm } = await page.run(() => ({ ...window.harm(), at: location.href }));
    assert.deepEqual(harm, { ran: [], page: true, prototypes: true }, "nothing ran, nothing beside the widget changed");
    assert.equal(at, site.pageOf(place));
    const addresses = new Set(pictures.map((address) => address.replace(other.origin, "")));
    const asked = other.asked.splice(0).filter((url) => !addresses.has(url));
    assert.deepEqual(asked, [], "nothing but pictures is asked for");
    await page.close();
    await site.close();
    return { fields, count, ran: harm.ran.length, asked: asked.length, ...sum };
  }

  /** Makes the pledge by hand, since no script can: the walks show it as one that was kept. */
  async function promise(page) {
    await toPromise(page);
    await comesToRest(page);
    await page.click(PROMISE);
    await page.wait(() => all("details.certificate").length > 0);
  }

  const places = Object.keys(PLACES).filter((place) => PLACES[place].walk !== "captions");
  for (const place of whole || name === "chromium" ? places : SAMPLE) {
    test(`${place}: in no place for a text anything runs`, async () => {
      const form = FEW[place] ?? (everywhere(name) ? "text" : "lines");
      const rows = [await walkThrough(place, "text", parts[form])];
      assert.ok(rows[0].ended > 0, "texts were shown");
      if (!NO_HTML.includes(place)) {
        rows.push(await walkThrough(place, "html", parts.html));
        assert.ok(rows[1].kept > 0, "HTML was read as HTML");
      }
      await walkThrough(place, "text", [TURNING]);
      const sum = (key) => rows.reduce((all, row) => all + row[key], 0);
      const texts = parts.all.length;
      note(TABLE, {
        engine: name, place, texts, places: rows[0].fields,
        combinations: texts * (everywhere(name) ? sum("fields") : rows.length), screens: sum("screens"), ran: sum("ran"), asked: sum("asked"),
      });
    });
  }

  // WebKitGTK has no sanitizer of its own, so that each of its tests loads one.
  const loaded = name !== "webkit";
  if (loaded) test("with a sanitizer that is loaded nothing runs either", async () => {
    for (const place of whole ? ["quiz", "quiz, class", "quiz, print"] : ["quiz"]) {
      const { kept } = await walkThrough(place, "html", parts.html, { sanitizer: "loaded" });
      assert.ok(kept > 0, "HTML was read as HTML");
    }
  });

  test("captions show words, and neither classes nor handlers", async () => {
    const content = { ...exampleOf("video"), checkpoints: [], captions: [{ lang: "en", src: "/hostile.vtt" }] };
    const vtt = captionsOf(parts.all, other.origin);
    const body = (path) => ({ "/hostile.vtt": vtt, "/content/0.json": JSON.stringify({ content, typed: "x" }) })[path];
    await walkThrough("video, captions", "text", ["x"], { body });
  });
});
