// A certificate of a pledge: on the screen, on paper and as a picture, signed or not, in all
// languages; and nobody's name goes anywhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dragFinger } from "../engines/launch.mjs";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import jsQR from "jsqr";
import {
  checkAxe, checkOwn, checkQuiet, checkSoon, example, fired, html, readJson, ready, until, useBrowser,
} from "./page.mjs";
import { comesToRest } from "./guard.mjs";
import { paleIn, sizesOf, textsOf } from "./pdf.mjs";

const { site, visit } = useBrowser();
const content = example("my-pledge");
const wordsOf = (lang = "en") => readJson(`locales/pledge.${lang}.json`);
const text = wordsOf();
const quietPrinter = () => {
  window.printed = 0;
  window.print = () => window.printed++;
};
const LOGO = { "/logo.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#000"/></svg>` };

/** Opens a page with a certificate. */
async function open({
  signature = "none", attributes = "", lang = "en", inside = "<p>The fallback.</p>", around = (tag) => tag, bodies = {}, ...options
} = {}) {
  const tag = `<adil-pledge mode="certificate" loading="eager" src="/adil/examples/my-pledge.json" signature="${signature}" ${attributes}>${inside}</adil-pledge>`;
  const made = await site({ bodies: { "/page.html": html(around(tag), { lang }), ...bodies } });
  const init = [quietPrinter];
  const seen = await visit(`${made.origin}/page.html`, { acceptDownloads: true, init, ...options });
  const pledge = seen.page.locator("adil-pledge").first();
  await ready(pledge);
  return { ...seen, pledge, site: made };
}

const named = (pledge, name) => pledge.getByRole("button", { name, exact: true });
const field = (pledge, name) => pledge.getByRole("textbox", { name, exact: true });
const papers = (pledge) => pledge.locator(".paper");
/** The words on a paper, line by line. */
const saidBy = (paper) => paper.locator("text").allTextContents().then((all) => all.join(" "));
const squeezed = (words) => words.normalize("NFKC").replace(/[\s\u200e\u200f\u2066-\u2069]/g, "");
/** The letters that two texts have, in whatever order a printer wrote them. */
const lettersOf = (words) => [...squeezed(words)].sort().join("");

/** Prints; what the printer gets. */
async function print({ page, pledge }, words = text) {
  // By key, as all else here: not every driver knows where a button is on a page with zoom.
  await named(pledge, words.print).press("Enter");
  await isPrinted(page);
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}
const isPrinted = (page) => checkSoon(() => page.evaluate(() => window.printed), 1);
/** The paper lies in this shape. */
const lies = (pledge, shape) => checkSoon(() => papers(pledge).first().getAttribute("data-shape"), shape);
const A4 = [595, 842];

const SHEETS = ["en", "ru", "kk", "ar"].flatMap((lang) => ["portrait", "landscape"].map((shape) => [lang, shape]));
for (const [lang, shape] of sampled("languages and shapes of certificates", SHEETS, 3)) {
  test(`one page of A4 in ${shape}, with every word of the pledge and nothing else (${lang})`, async () => {
    const around = (tag) => `<p>BEFORE</p><div style="zoom:2;columns:2;transform:rotate(3deg)">${tag}</div><p>AFTER</p>`;
    const seen = await open({ lang, around });
    const words = wordsOf(lang);
    if (shape === "landscape") {
      await seen.pledge.getByRole("radio", { name: words.landscape, exact: true }).press("Space");
    }
    await lies(seen.pledge, shape);
    const pdf = await print(seen, words);
    const pages = textsOf(pdf);
    assert.equal(pages.length, 1);
    const [width, height] = shape === "portrait" ? A4 : A4.toReversed();
    const [[w, h]] = sizesOf(pdf);
    assert.ok(Math.abs(w - width) <= 1 && Math.abs(h - height) <= 1, `${w} × ${h}`);
    const shown = await saidBy(papers(seen.pledge).first());
    for (const clause of content.clauses.filter(({ optional }) => !optional)) {
      assert.ok(squeezed(shown).includes(squeezed(clause.text[lang])), clause.id);
    }
    // Arabic comes back in the forms of its letters, and from left to right.
    assert.equal(lettersOf(pages[0]), lettersOf(shown));
    assert.equal(paleIn(pdf), 0, "all letters are dark enough for grey printers");
    const after = textsOf(await (await seen.page.keyboard.press("Shift"), seen.page.pdf())).join("");
    assert.ok(after.includes("AFTER"), "the page itself prints as before");
    checkQuiet(seen);
    await seen.close();
  });
}

test("one for each pupil of a class of thirty, and the names are nowhere else", async () => {
  const seen = await open({ signature: "class" });
  const names = Array.from({ length: 30 }, (_, n) => `Pupilname${String.fromCharCode(65 + (n % 26))}${n}`);
  await field(seen.pledge, text.signature_class_name).fill("Class 7 B");
  await field(seen.pledge, text.first_names).fill(names.join("\n"));
  await checkSoon(() => papers(seen.pledge).count(), 30);
  const pages = textsOf(await print(seen));
  assert.equal(pages.length, 30);
  pages.forEach((page, n) => {
    assert.ok(squeezed(page).includes(names[n]) && squeezed(page).includes("Class7B"), names[n]);
  });
  const made = async () => (await fired(seen.page, "certificate-made")).map(({ detail: { kind, pages } }) => [kind, pages]);
  await checkSoon(made, [["print", 30]]);
  const left = await seen.page.evaluate(() => JSON.stringify([
    { ...sessionStorage }, { ...localStorage }, window.fired, document.documentElement.outerHTML,
  ]));
  assert.ok(!left.includes("Pupilname"), "no name in storage, events or the page's own markup");
  checkOwn(seen, seen.site.origin);
  assert.ok(!seen.asked.join().includes("Pupilname"));
  await seen.close();
});

test("at most forty names, and whoever gives more is told", async () => {
  const seen = await open({ signature: "class" });
  await field(seen.pledge, text.first_names).fill(Array.from({ length: 41 }, (_, n) => `N${n}`).join("\n"));
  await seen.pledge.getByText(text.most_forty).waitFor();
  await checkSoon(() => papers(seen.pledge).count(), 40);
  await seen.close();
});

const signs = { initials: "signature_initials", "first-name": "signature_first_name", drawn: "signature_type_instead" };
for (const [signature, label] of Object.entries(signs)) {
  test(`a typed signature stands on the certificate (${signature})`, async () => {
    const seen = await open({ signature });
    await field(seen.pledge, text[label]).fill("Ә. Қ.");
    await checkSoon(async () => (await saidBy(papers(seen.pledge))).includes("Ә. Қ."), true);
    const [page] = textsOf(await print(seen));
    assert.ok(squeezed(page).includes("Ә.Қ."));
    await seen.close();
  });
}

for (const [way, options] of [["a mouse", {}], ["a finger", { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }]]) {
  test(`a signature is drawn with ${way}, shown on the certificate, and cleared`, async () => {
    const seen = await open({ signature: "drawn", ...options });
    const strokes = () => papers(seen.pledge).locator("path").count();
    const before = await strokes();
    const pad = seen.pledge.locator(".pad");
    await pad.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await pad.boundingBox();
    const points = [[0.1, 0.8], [0.3, 0.2], [0.5, 0.8], [0.7, 0.2]].map(([a, b]) => [x + a * width, y + b * height]);
    if (options.hasTouch) {
      await dragFinger(seen.page, points);
    } else {
      await seen.page.mouse.move(...points[0]);
      await seen.page.mouse.down();
      for (const point of points.slice(1)) await seen.page.mouse.move(...point, { steps: 5 });
      await seen.page.mouse.up();
    }
    await checkSoon(strokes, before + 1);
    await named(seen.pledge, text.signature_clear).click();
    await checkSoon(strokes, before);
    checkQuiet(seen);
    await seen.close();
  });
}

/** Runs in the page: the pixels of a picture, at a width. */
const pixelsOf = async ([data, width]) => {
  const picture = await createImageBitmap(await (await fetch(data)).blob());
  const canvas = new OffscreenCanvas(width, Math.round((picture.height * width) / picture.width));
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data: bytes } = context.getImageData(0, 0, canvas.width, canvas.height);
  let packed = "";
  for (let at = 0; at < bytes.length; at += 32_768) packed += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return { full: [picture.width, picture.height], width: canvas.width, height: canvas.height, bytes: btoa(packed) };
};

/** Saves the certificate as a picture. */
async function picture({ page, pledge }, width = 1240) {
  const [download] = await Promise.all([page.waitForEvent("download"), named(pledge, text.save_picture).click()]);
  const file = readFileSync(await download.path());
  assert.deepEqual([...file.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47], "a PNG");
  const found = await page.evaluate(pixelsOf, [`data:image/png;base64,${file.toString("base64")}`, width]);
  return { ...found, name: download.suggestedFilename(), bytes: new Uint8ClampedArray(Buffer.from(found.bytes, "base64")) };
}

const darkShare = ({ bytes }) => {
  let dark = 0;
  for (let at = 0; at < bytes.length; at += 4) dark += bytes[at] < 128 ? 1 : 0;
  return dark / (bytes.length / 4);
};

for (const shape of ["portrait", "landscape"]) {
  test(`the picture has the paper's shape, and ink on it (${shape})`, async () => {
    const seen = await open();
    if (shape === "landscape") await seen.pledge.getByText(text.landscape, { exact: true }).click();
    await lies(seen.pledge, shape);
    const found = await picture(seen);
    assert.deepEqual(found.full, shape === "portrait" ? [2480, 3508] : [3508, 2480]);
    assert.equal(found.name, "certificate.png");
    assert.ok(darkShare(found) > 0.005 && darkShare(found) < 0.3, `${darkShare(found)}`);
    const made = async () => (await fired(seen.page, "certificate-made")).map(({ detail: { kind, pages } }) => [kind, pages]);
    await checkSoon(made, [["picture", 1]]);
    checkQuiet(seen);
    await seen.close();
  });
}

test("the page's logo stands on the certificate and in its picture", async () => {
  const inside = `<img slot="logo" src="/logo.svg" alt="Our school" width="80" height="20">`;
  const [plain, with_] = [await open(), await open({ inside, bodies: LOGO })];
  assert.equal(await papers(plain.pledge).locator("image").count(), 0);
  await checkSoon(() => papers(with_.pledge).locator("image").count(), 1);
  // A black bar of 70 by 17.5 millimetres is about a fiftieth of the page.
  assert.ok(darkShare(await picture(with_)) > darkShare(await picture(plain)) + 0.01);
  await plain.close();
  await with_.close();
});

/** Makes a pledge in the page, and opens its certificate. */
async function pledged({ inside = "", bodies = {}, ...options } = {}) {
  const tag = `<adil-pledge id="own" loading="eager" src="/adil/examples/my-pledge.json" signature="none">${inside}</adil-pledge>`;
  const made = await site({ bodies: { "/page.html": html(tag), ...bodies } });
  const seen = await visit(`${made.origin}/page.html`, { acceptDownloads: true, init: [quietPrinter], ...options });
  const pledge = seen.page.locator("#own");
  await named(pledge, text.start).click();
  for (let n = 0; n < content.clauses.length; n++) {
    await checkSoon(() => pledge.locator(".step[data-state=done]").count(), n);
    await pledge.locator("label.option").click();
    await named(pledge, text.next).click();
  }
  await named(pledge, text.next).click();
  await comesToRest(named(pledge, text.i_pledge));
  await named(pledge, text.i_pledge).click();
  await pledge.locator("details.certificate").waitFor();
  return { ...seen, own: pledge, site: made };
}

test("after a pledge its certificate opens, and its code holds the receipt's id and hash", async () => {
  const seen = await pledged();
  assert.ok(!seen.asked.some((url) => url.includes("certificate")), "nothing of it is loaded before");
  const [saved] = await Promise.all([
    seen.page.waitForEvent("download"),
    (async () => {
      await seen.own.locator("details.receipt summary").click();
      await named(seen.own, text.save_receipt).click();
    })(),
  ]);
  const receipt = JSON.parse(readFileSync(await saved.path(), "utf8"));
  await seen.own.locator("details.certificate summary").click();
  const pledge = seen.own.locator("adil-pledge");
  await papers(pledge).waitFor();
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
  await checkSoon(async () => (await saidBy(papers(pledge))).includes(day), true, "it has the day");
  const { bytes, width, height } = await picture({ ...seen, pledge });
  const code = jsQR(bytes, width, height);
  assert.ok(code, "a reader of codes finds one in the picture");
  const { proof, ...document } = receipt;
  const jcs = (value) => {
    if (Array.isArray(value)) return `[${value.map(jcs)}]`;
    if (value !== Object(value)) return JSON.stringify(value);
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`)}}`;
  };
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(jcs(document)))).toString("hex");
  assert.ok(proof, "the receipt is signed");
  assert.equal(code.data, `${receipt.id} sha256:${digest}`);
  await checkAxe(seen.page, "an open certificate", "adil-pledge");
  // The page hears of one widget that is ready.
  assert.equal((await fired(seen.page, "ready")).length, 1);
  checkQuiet(seen);
  await seen.close();
});

test("the logo beside a pledge's title stands on its certificate, too", async () => {
  const seen = await pledged({ inside: `<img slot="logo" src="/logo.svg" alt="Our school" width="80" height="20">`, bodies: LOGO });
  await seen.own.locator("details.certificate summary").click();
  const pledge = seen.own.locator("adil-pledge");
  await checkSoon(() => papers(pledge).locator("image").count(), 1);
  await seen.own.locator("> img").waitFor(); // and still beside the title
  await seen.close();
});

const wrongReceipts = {
  "that was changed": [(receipt) => ({ ...receipt, name: "Another" }), "receipt_changed"],
  "that is none": [() => ({}), "receipt_not_receipt"],
};
for (const [what, [change, key]] of Object.entries(wrongReceipts)) {
  test(`there is no certificate for a receipt ${what}`, async () => {
    const first = await pledged();
    await first.own.locator("details.certificate summary").click();
    const receipt = JSON.parse(await until(() => first.own.locator("adil-pledge").getAttribute("receipt")));
    await first.close();
    const attribute = JSON.stringify(change(receipt)).replaceAll("&", "&amp;").replaceAll(`"`, "&quot;");
    const seen = await open({ attributes: `receipt="${attribute}"` });
    await seen.pledge.getByText(text[key]).waitFor();
    assert.equal(await papers(seen.pledge).filter({ visible: true }).count(), 0);
    assert.equal(await named(seen.pledge, text.print).filter({ visible: true }).count(), 0);
    await seen.close();
  });
}

test("in each language and on a phone nothing pokes out, and axe finds nothing", async () => {
  const cells = ["en", "ru", "kk", "ar"].flatMap((lang) => [[lang, "class", "dark"], [lang, "drawn", "light"]]);
  for (const [lang, signature, colorScheme] of sampled("certificates on a phone", cells, 3)) {
    const seen = await open({ lang, signature, colorScheme, viewport: { width: 360, height: 740 } });
    await checkAxe(seen.page, `${lang}, ${signature}`, "adil-pledge");
    const wide = await seen.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${lang}, ${signature}: ${wide} px too wide`);
    checkQuiet(seen);
    await seen.close();
  }
});

test("by the keyboard alone a certificate is signed, turned and printed", async () => {
  const seen = await open({ signature: "drawn" });
  const { page, pledge } = seen;
  const reach = async (control) => {
    for (let n = 0; n < 20; n++) {
      if (await control.evaluate((element) => element.matches(":focus"))) return;
      await page.keyboard.press("Tab");
    }
    assert.fail("Tab does not reach it");
  };
  await reach(field(pledge, text.signature_type_instead));
  await page.keyboard.type("Aigul");
  await reach(pledge.locator("input[type=radio]").first());
  await page.keyboard.press("ArrowRight");
  await lies(pledge, "landscape");
  await reach(named(pledge, text.print));
  await page.keyboard.press("Enter");
  await isPrinted(page);
  const [words] = textsOf(await page.pdf({ preferCSSPageSize: true }));
  assert.ok(words.includes("Aigul"));
  await seen.close();
});
